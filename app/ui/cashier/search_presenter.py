"""Finding goods by name while typing; a scan in the search is a price check."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from app.services.catalogue.items import ScannedItem
from app.services.catalogue.search import FoundItem
from app.ui.cashier.counter import Counter
from app.ui.cashier.names import Cue, PanelName
from app.values.ids import Id


class SearchScreen(Protocol):
    """The search panel as its presenter sees it."""

    def show_text(self, text: str) -> None:
        """Put text into the field."""
        ...

    def show_found(self, found: Sequence[FoundItem], text: str) -> None:
        """Show what was found, the first chosen."""
        ...

    def show_price(self, item: ScannedItem | None, code: str) -> None:
        """Show what a scanned code costs; None for an unknown one."""
        ...

    def move_choice(self, step: int) -> None:
        """Choose another row."""
        ...


class SearchPresenter:
    """Searches, checks prices, and hands the chosen article on."""

    def __init__(self, counter: Counter, screen: SearchScreen) -> None:
        self._counter, self._screen = counter, screen
        self._found: tuple[FoundItem, ...] = ()
        self._checked = ""
        self._choose: Callable[[Id], None] = lambda sale_unit_id: None
        self._take: Callable[[str], None] = lambda code: None

    def hand_on_to(self, choose: Callable[[Id], None], take: Callable[[str], None]) -> None:
        """Who takes a chosen article, and who a checked code."""
        self._choose, self._take = choose, take

    def open(self, text: str) -> None:
        """Open the panel, perhaps with what was typed already."""
        self._screen.show_text(text)
        self.on_text(text)
        self._counter.screen.open_panel(PanelName.SEARCH)

    def on_text(self, text: str) -> None:
        """Something else was typed."""
        self._checked = ""
        wanted = text.strip()
        self._found = (self._counter.attempt(lambda: self._counter.session.search(wanted)) or ()) if wanted else ()
        self._screen.show_found(self._found, wanted)

    def on_scan(self, code: str) -> None:
        """Show what a code costs; nothing is added."""
        item = self._counter.attempt(lambda: self._counter.session.check_price(code))
        self._checked = code if item is not None else ""
        if item is None:
            self._counter.screen.play(Cue.UNKNOWN)
        self._screen.show_price(item, code)

    def on_step(self, step: int) -> None:
        """An arrow chooses another row."""
        self._screen.move_choice(step)

    def on_chosen(self, at: int) -> None:
        """An article was chosen; with a checked price and nothing found, that article is meant."""
        if self._checked:
            code, self._checked = self._checked, ""
            self._take_code(code)
        elif 0 <= at < len(self._found):
            self._choose(self._found[at].sale_unit_id)

    def _take_code(self, code: str) -> None:
        self._counter.screen.close_panels()
        self._take(code)
