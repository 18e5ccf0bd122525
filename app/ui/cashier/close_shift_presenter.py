"""Closing the shift: count first, then see whether it is over or short; neither is ever a block."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from app.services.shifts.close import CashCount, ClosedShift
from app.ui.cashier import texts
from app.ui.cashier.names import PanelName
from app.ui.cashier.texts import Said, said
from app.values.errors import ShukeError

if TYPE_CHECKING:
    from app.services.checkout.desk import Desk
    from app.ui.cashier.counter import Counter


class CloseShiftScreen(Protocol):
    """The counting panel as its presenter sees it."""

    def start(self) -> None:
        """Empty the count."""
        ...

    def ask_again(self, count: CashCount | None) -> None:
        """Show the sum and ask for a second Enter; None takes the question away."""
        ...

    def show_closed(self, closed: ClosedShift) -> None:
        """Show what the count came to."""
        ...

    def tell(self, what: Said | ShukeError) -> None:
        """Say what is wrong; the panel stays."""
        ...


class CloseShiftPresenter:
    """Takes a count, closes, and shows the outcome."""

    def __init__(self, counter: Counter, desk: Desk, screen: CloseShiftScreen) -> None:
        self._counter, self._desk, self._screen = counter, desk, screen
        self._asked: CashCount | None = None
        self._closed: ClosedShift | None = None
        self._left: Callable[[], None] = lambda: None

    def tell_left(self, left: Callable[[], None]) -> None:
        """Who hears that the shift is closed and its figures were read."""
        self._left = left

    def open(self) -> None:
        """Ask for the count; goods in the basket come first."""
        if not self._counter.view.priced.basket.is_empty:
            self._counter.refuse(said(texts.NOT_ALLOWED_NOW))
            return
        self._asked = self._closed = None
        self._screen.start()
        self._counter.screen.open_panel(PanelName.CLOSE_SHIFT, over=True)

    def on_changed(self) -> None:
        """The count was changed."""
        if self._asked is not None:
            self._asked = None
            self._screen.ask_again(None)

    def on_count(self, count: CashCount | None) -> None:
        """The count was confirmed: once to look at it, once more to close."""
        if self._closed is not None:
            self.finish()
        elif count is None:
            self._screen.tell(said(texts.AMOUNT_MISSING))
        elif count != self._asked:
            self._asked = count
            self._screen.ask_again(count)
        else:
            self._counter.with_leave(
                lambda grant: self._desk.close_shift(count.total, grant, count=count),
                self._on_closed,
                self._screen.tell,
            )

    def finish(self) -> None:
        """The figures were read."""
        self._closed = None
        self._counter.screen.close_panels()
        self._left()

    def back(self) -> bool:
        """Esc: after closing there is no way back, only on."""
        if self._closed is None:
            return False
        self.finish()
        return True

    def _on_closed(self, closed: ClosedShift) -> None:
        self._closed = closed
        self._screen.show_closed(closed)
