"""What the sale screen does with scans and keys. Plain Python: the screen is a protocol, the session does the work."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto
from typing import TYPE_CHECKING

from app.services.checkout.session_values import ScanKind, ScanResult
from app.ui.cashier import texts
from app.ui.cashier.counter import Counter
from app.ui.cashier.names import Cue, Mood, PanelName
from app.ui.cashier.rows import LineRow, RowState, rows_of
from app.ui.cashier.texts import said
from app.values.ids import Id
from app.values.quantity import Quantity

if TYPE_CHECKING:
    from app.ui.cashier.panel_presenters import Presenters

_TIMES = ("*", "×")


class ScanPolicy(Enum):
    """What a scan means while a panel is open; it is never lost silently."""

    BASKET_CLOSES = auto()
    BASKET_KEEPS = auto()
    OWN = auto()
    REFUSED = auto()


_POLICY = {
    PanelName.MEMBER: ScanPolicy.BASKET_KEEPS,
    PanelName.SEARCH: ScanPolicy.OWN,
    PanelName.REFUND: ScanPolicy.OWN,
    PanelName.PAYMENT: ScanPolicy.REFUSED,
    PanelName.GRANT: ScanPolicy.REFUSED,
    PanelName.CASH: ScanPolicy.REFUSED,
    PanelName.CLOSE_SHIFT: ScanPolicy.REFUSED,
    PanelName.PIN: ScanPolicy.REFUSED,
}


class SalePresenter:
    """The sale screen's decisions; panels have presenters of their own."""

    def __init__(self, counter: Counter, panels: Presenters) -> None:
        self._counter, self._panels = counter, panels
        self._session, self._screen = counter.session, counter.screen
        self._own_scans: dict[PanelName, Callable[[str], None]] = {
            PanelName.SEARCH: panels.search.on_scan,
            PanelName.REFUND: panels.refund.on_scan,
        }
        self._own_backs: dict[PanelName, Callable[[], bool]] = {
            PanelName.PAYMENT: panels.payment.back,
            PanelName.MEMBER: panels.member.back,
            PanelName.REFUND: panels.refund.back,
            PanelName.GRANT: panels.grant.back,
            PanelName.CLOSE_SHIFT: panels.close_shift.back,
        }

    def start(self) -> None:
        """Show the basket; say once that it came back after a stop."""
        self._counter.refresh()
        if self._counter.view.recovered:
            self._counter.tell(said(texts.RECOVERED), Mood.CAREFUL, stay=True)

    # Scans and typing

    def on_scan(self, code: str) -> None:
        """A code was read, wherever the focus is."""
        panel = self._screen.top_panel
        policy = _POLICY.get(panel, ScanPolicy.BASKET_CLOSES) if panel is not None else ScanPolicy.BASKET_CLOSES
        if policy is ScanPolicy.REFUSED:
            self._counter.refused_scan(code)
        elif policy is ScanPolicy.OWN and panel is not None:
            self._own_scans[panel](code)
        else:
            self.take(code, keeps_panel=policy is ScanPolicy.BASKET_KEEPS)

    def take(self, code: str, *, keeps_panel: bool = False) -> None:
        """Let the session take a code, and show what it was."""
        result = self._counter.attempt(lambda: self._session.scan(code))
        if result is not None:
            self.show_result(result, keeps_panel=keeps_panel)

    def choose(self, sale_unit_id: Id, *, keeps_panel: bool = False) -> None:
        """An article was chosen from a list."""
        result = self._counter.attempt(lambda: self._session.choose(sale_unit_id))
        if result is not None:
            self.show_result(result, keeps_panel=keeps_panel)

    def show_result(self, result: ScanResult, *, keeps_panel: bool = False) -> None:
        """Show what a code was: a line, a member, a receipt, a red row, or a question about price or weight."""
        self._screen.hide_done()
        self._screen.clear_notice()
        self._counter.show(result.view)
        if self._screen.top_panel is not None and (not keeps_panel or result.kind is ScanKind.MEMBER):
            self._screen.close_panels()
        match result.kind:
            case ScanKind.UNKNOWN:
                self._screen.play(Cue.UNKNOWN)
                self._counter.tell(said(texts.UNKNOWN_CODE, code=result.code), Mood.PROBLEM)
            case ScanKind.NEEDS_PRICE | ScanKind.NEEDS_WEIGHT:
                self._screen.play(Cue.WEIGHT if result.kind is ScanKind.NEEDS_WEIGHT else Cue.UNKNOWN)
                self._ask_value(result.line_id)
            case ScanKind.RECEIPT if result.receipt is not None:
                self._panels.refund.open_with(result.receipt)

    def on_typed(self, text: str) -> None:
        """Something was typed into the scan box and confirmed."""
        if text[0] in _TIMES:
            self._set_quantity(text[1:])
        elif text[-1] in _TIMES:
            self._set_pending(text[:-1])
        elif any(char.isalpha() for char in text) and self._session.check_price(text) is None and "-" not in text:
            self._panels.search.open(text)
        else:
            self.take(text)

    def on_typing(self, text: str) -> None:
        """`6*` takes effect with its star, without Enter."""
        if len(text) > 1 and text[-1] in _TIMES and text[0] not in _TIMES:
            self._screen.set_typed("")
            self._set_pending(text[:-1])

    def on_enter_empty(self) -> None:
        """Enter with nothing typed: away with the change, or on with a line that lacks something."""
        if self._screen.is_done_shown:
            self._screen.hide_done()
            return
        row = self._chosen_row()
        if row is not None and row.state in (RowState.NEEDS_PRICE, RowState.NEEDS_WEIGHT):
            self._ask_value(row.line_id)

    # Lines

    def on_more(self) -> None:
        """One more of the chosen line."""
        self._step(1)

    def on_fewer(self) -> None:
        """One less; the last one takes the line away."""
        self._step(-1)

    def on_times(self) -> None:
        """`*` in the empty scan box: a quantity for the chosen line follows."""
        typed = self._screen.typed_text()
        if typed:
            self._screen.set_typed("")
            self._set_pending(typed)
        else:
            self._screen.set_typed("*")

    def on_delete(self) -> None:
        """Take the chosen row away."""
        if row := self._need_row():
            self._counter.change(lambda: self._session.remove(row.line_id))

    def on_undo(self) -> None:
        """The basket before the last change."""
        if self._counter.view.can_undo:
            self._counter.change(self._session.undo)

    def on_up(self) -> None:
        """Choose the line above."""
        self._move(-1)

    def on_down(self) -> None:
        """Choose the line below."""
        self._move(1)

    # Function keys

    def on_search(self) -> None:
        """Find goods by name, or check a price."""
        self._panels.search.open("")

    def on_member(self) -> None:
        """Name the member."""
        self._panels.member.open()

    def on_forget_member(self) -> None:
        """It was somebody else."""
        self._counter.change(self._session.forget_member)

    def on_hold(self) -> None:
        """Put the basket aside."""
        if self._counter.change(self._session.hold):
            self._screen.close_panels()
            self._counter.tell(said(texts.HELD), Mood.GOOD)

    def on_recall(self) -> None:
        """Bring the only held basket back, or show the list."""
        self._panels.held.open()

    def on_price(self) -> None:
        """Ask another price for the chosen line, or its first one."""
        row = self._need_row()
        if row is not None and row.state is not RowState.UNKNOWN:
            self._panels.value.ask_price(row, is_first=row.state is RowState.NEEDS_PRICE)

    def on_refund(self) -> None:
        """Give money back."""
        self._panels.refund.open()

    def on_drawer(self) -> None:
        """The drawer and the shift."""
        self._panels.till.open()

    def on_reprint(self) -> None:
        """Print the last receipt again; pressed again: choose another one."""
        self._panels.paper.on_reprint()

    def on_keys(self) -> None:
        """Show all keys, or hide them."""
        if self._screen.top_panel is PanelName.KEYS:
            self._screen.close_panel()
        else:
            self._screen.open_panel(PanelName.KEYS, over=True)

    def on_pay(self) -> None:
        """Take the money."""
        if self._screen.top_panel is PanelName.PAYMENT:
            return
        if not self._counter.view.priced.is_sellable:
            self._choose_first_problem()
        plan = self._counter.attempt(self._session.plan)
        if plan is not None:
            self._screen.hide_done()
            self._screen.clear_notice()
            self._panels.payment.start(plan)

    def on_back(self) -> None:
        """One level back; a basket is never cleared."""
        panel = self._screen.top_panel
        if panel is not None:
            own = self._own_backs.get(panel)
            if own is None or not own():
                self._screen.close_panel()
        elif self._screen.typed_text():
            self._screen.set_typed("")
        elif self._counter.view.pending_quantity is not None:
            self._counter.show(self._session.set_pending(None))
        else:
            self._screen.hide_done()
            self._screen.clear_notice()

    # Within

    def _move(self, step: int) -> None:
        if self._screen.top_panel is PanelName.MEMBER:
            self._panels.member.on_step(step)
        elif self._screen.top_panel is PanelName.SEARCH:
            self._panels.search.on_step(step)
        else:
            self._screen.move_choice(step)

    def _step(self, pieces: int) -> None:
        row = self._need_row()
        if row is None or row.state is RowState.UNKNOWN:
            return
        if row.state is RowState.NEEDS_WEIGHT:
            self._ask_value(row.line_id)
        else:
            self._counter.change(lambda: self._session.step(row.line_id, pieces))

    def _set_quantity(self, typed: str) -> None:
        row, quantity = self._need_row(), _quantity(typed)
        if quantity is None:
            self._counter.refuse(said(texts.BAD_QUANTITY, typed=typed))
        elif row is not None and row.state is not RowState.UNKNOWN:
            self._counter.change(lambda: self._session.set_quantity(row.line_id, quantity))

    def _set_pending(self, typed: str) -> None:
        quantity = _quantity(typed)
        if quantity is None:
            self._counter.refuse(said(texts.BAD_QUANTITY, typed=typed))
        else:
            self._counter.change(lambda: self._session.set_pending(quantity))

    def _ask_value(self, line_id: int) -> None:
        row = next((row for row in self._rows() if row.line_id == line_id), None)
        if row is None:
            return
        if row.state is RowState.NEEDS_WEIGHT:
            self._panels.value.ask_weight(row)
        else:
            self._panels.value.ask_price(row, is_first=True)

    def _rows(self) -> tuple[LineRow, ...]:
        return rows_of(self._counter.view.priced)

    def _chosen_row(self) -> LineRow | None:
        chosen = self._screen.chosen_line()
        return next((row for row in self._rows() if row.line_id == chosen), None)

    def _need_row(self) -> LineRow | None:
        row = self._chosen_row()
        if row is None:
            self._counter.tell(said(texts.NO_LINE))
        return row

    def _choose_first_problem(self) -> None:
        wrong = next((row for row in self._rows() if row.state is not RowState.SELLABLE), None)
        if wrong is not None:
            self._screen.choose_line(wrong.line_id)


def _quantity(typed: str) -> Quantity | None:
    try:
        quantity = Quantity.parse(typed)
    except ValueError:
        return None
    return quantity if quantity.milli > 0 else None
