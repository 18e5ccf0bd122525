"""Selling by a touch: pages of keys that stay open while one article after the other is tapped."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from app.services.catalogue.quick_keys import QuickPageView
from app.ui.cashier import texts
from app.ui.cashier.counter import Counter
from app.ui.cashier.names import PanelName
from app.ui.cashier.texts import said
from app.values.ids import Id


class QuickScreen(Protocol):
    """The panel as its presenter sees it."""

    def show_pages(self, pages: Sequence[QuickPageView], current: int) -> None:
        """Show the tabs, and the keys of one page."""
        ...


class QuickPresenter:
    """Shows pages and hands the chosen article on."""

    def __init__(self, counter: Counter, screen: QuickScreen) -> None:
        self._counter, self._screen = counter, screen
        self._pages: tuple[QuickPageView, ...] = ()
        self._at = 0
        self._choose: Callable[[Id], None] = lambda sale_unit_id: None

    def hand_on_to(self, choose: Callable[[Id], None]) -> None:
        """Who takes a chosen article."""
        self._choose = choose

    def open(self) -> None:
        """Show the page that was used last."""
        self._pages = self._counter.attempt(self._counter.session.quick_pages) or ()
        if not any(page.keys for page in self._pages):
            self._counter.tell(said(texts.NO_QUICK_KEYS))
            return
        self._at = min(self._at, len(self._pages) - 1)
        self._screen.show_pages(self._pages, self._at)
        self._counter.screen.open_panel(PanelName.QUICK)

    def on_page(self, at: int) -> None:
        """Another page, by its tab or digit."""
        if 0 <= at < len(self._pages):
            self._at = at
            self._screen.show_pages(self._pages, at)

    def on_chosen(self, position: int) -> None:
        """A place was tapped; an empty one means nothing."""
        key = self._pages[self._at].at(position) if self._pages else None
        if key is not None:
            self._choose(key.sale_unit_id)
