"""What F9 offers: the drawer, cash in and out, the X report, closing the shift, one's own PIN."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from app.ui.cashier import texts
from app.ui.cashier.names import Mood, PanelName
from app.ui.cashier.texts import Said, said
from app.values.errors import ShukeError
from app.values.money import Money

if TYPE_CHECKING:
    from app.services.checkout.desk import Desk
    from app.services.receipts.parts import Receipt
    from app.ui.cashier.counter import Counter
    from app.ui.kit.jobs import Report, Runner

PIN_DIGITS = 6


class Choice(StrEnum):
    """The menu, in its order; the digit is the place."""

    NO_SALE = "no_sale"
    CASH_IN = "cash_in"
    CASH_OUT = "cash_out"
    X_REPORT = "x_report"
    CLOSE_SHIFT = "close_shift"
    CHANGE_PIN = "change_pin"


class TillScreen(Protocol):
    """The menu and its small forms as their presenter sees them."""

    def ask_cash(self, *, is_in: bool) -> None:
        """Empty the form for cash in or out."""
        ...

    def tell_cash(self, what: Said | ShukeError) -> None:
        """Say what is wrong with it."""
        ...

    def ask_pin(self) -> None:
        """Empty the form for a new PIN."""
        ...

    def show_pin_busy(self, is_busy: bool) -> None:
        """The PIN is being changed."""
        ...

    def tell_pin(self, what: Said | ShukeError) -> None:
        """Say what is wrong with it."""
        ...


class TillPresenter:
    """Opens what was chosen, and does what needs only one answer."""

    def __init__(
        self, counter: Counter, desk: Desk, jobs: Runner, screen: TillScreen, pause: Callable[[bool], None]
    ) -> None:
        self._counter, self._desk, self._jobs, self._screen, self._pause = counter, desk, jobs, screen, pause
        self._is_in = True
        self._close_shift: Callable[[], None] = lambda: None
        self._show_paper: Callable[[Receipt], None] = lambda receipt: None

    def lead_to(self, close_shift: Callable[[], None], show_paper: Callable[[Receipt], None]) -> None:
        """Who closes shifts and who shows paper."""
        self._close_shift, self._show_paper = close_shift, show_paper

    def open(self) -> None:
        """Show the menu."""
        self._counter.screen.open_panel(PanelName.TILL)

    def on_digit(self, digit: int) -> None:
        """A digit chooses by place."""
        choices = tuple(Choice)
        if 1 <= digit <= len(choices):
            self.on_choice(choices[digit - 1])

    def on_choice(self, choice: Choice) -> None:
        """One of the menu."""
        match choice:
            case Choice.NO_SALE:
                self._counter.with_leave(self._counter.session.open_drawer, self._on_drawer_opened)
            case Choice.CASH_IN | Choice.CASH_OUT:
                self._is_in = choice is Choice.CASH_IN
                self._screen.ask_cash(is_in=self._is_in)
                self._counter.screen.open_panel(PanelName.CASH, over=True)
            case Choice.X_REPORT:
                if (receipt := self._counter.attempt(self._desk.x_report)) is not None:
                    self._show_paper(receipt)
            case Choice.CLOSE_SHIFT:
                self._close_shift()
            case Choice.CHANGE_PIN:
                self._screen.ask_pin()
                self._counter.screen.open_panel(PanelName.PIN, over=True)

    def on_cash(self, amount: Money | None, reason: str) -> None:
        """The form for cash in or out was confirmed."""
        if not amount:
            self._screen.tell_cash(said(texts.AMOUNT_MISSING))
        elif not reason.strip():
            self._screen.tell_cash(said(texts.REASON_MISSING))
        else:
            self._move_cash(amount, reason.strip())

    def on_pin(self, old: str, new: str, repeated: str) -> None:
        """The form for a new PIN was confirmed."""
        if new != repeated:
            self._screen.tell_pin(said(texts.PIN_DIFFERS))
        elif len(new) < PIN_DIGITS:
            self._screen.tell_pin(said(texts.PIN_SHORT, count=PIN_DIGITS))
        else:
            self._change_pin(old, new)

    def _on_drawer_opened(self, _nothing: None) -> None:
        self._counter.screen.close_panels()
        self._counter.tell(said(texts.DRAWER_OPENED), Mood.GOOD)

    def _move_cash(self, amount: Money, reason: str) -> None:
        try:
            self._desk.pay_in(amount, reason) if self._is_in else self._desk.pay_out(amount, reason)
        except ShukeError as problem:
            self._screen.tell_cash(problem)
            return
        self._counter.screen.close_panels()
        self._counter.tell(said(texts.CASH_MOVED, amount=amount, reason=reason), Mood.GOOD)

    def _change_pin(self, old: str, new: str) -> None:
        def work(report: Report) -> None:
            del report
            self._desk.change_own_pin(old, new)

        self._set_busy(True)
        self._jobs.run(work, then=self._on_pin_changed, failed=self._on_pin_failed)

    def _on_pin_changed(self, _nothing: None) -> None:
        self._counter.screen.close_panels()
        self._set_busy(False)
        self._counter.tell(said(texts.PIN_CHANGED), Mood.GOOD)

    def _on_pin_failed(self, problem: Exception) -> None:
        self._set_busy(False)
        if not isinstance(problem, ShukeError):
            raise problem
        self._screen.tell_pin(problem)

    def _set_busy(self, is_busy: bool) -> None:
        self._screen.show_pin_busy(is_busy)
        self._pause(is_busy)
