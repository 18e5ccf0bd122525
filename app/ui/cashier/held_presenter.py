"""Bringing a held basket back: the only one at once, else a list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from app.services.checkout.drafts import HeldBasket
from app.ui.cashier import texts
from app.ui.cashier.counter import Counter
from app.ui.cashier.names import Mood, PanelName
from app.ui.cashier.texts import said


class HeldScreen(Protocol):
    """The list of held baskets as its presenter sees it."""

    def show_held(self, held: Sequence[HeldBasket]) -> None:
        """Show them, newest first, the newest chosen."""
        ...


class HeldPresenter:
    """Lists and recalls."""

    def __init__(self, counter: Counter, screen: HeldScreen) -> None:
        self._counter, self._screen = counter, screen
        self._held: tuple[HeldBasket, ...] = ()

    def open(self) -> None:
        """Recall the only one, or show the list."""
        held = self._counter.attempt(self._counter.session.held)
        if held is None:
            return
        self._held = tuple(reversed(held))
        if not held:
            self._counter.tell(said(texts.NOTHING_HELD))
        elif len(held) == 1:
            self.on_chosen(0)
        else:
            self._screen.show_held(self._held)
            self._counter.screen.open_panel(PanelName.HELD)

    def on_chosen(self, at: int) -> None:
        """One was chosen by its place in the list."""
        if not 0 <= at < len(self._held):
            return
        key = self._held[at].basket_key
        if self._counter.change(lambda: self._counter.session.recall(key)):
            self._counter.screen.close_panels()
            self._counter.tell(said(texts.RECALLED), Mood.GOOD)
