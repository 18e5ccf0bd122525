"""Giving money back: a receipt's code, what comes back of it, how it is paid."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from app.services.checkout.values import NOTHING, RefundableLine, RefundableSale, RefundPart, RefundQuote
from app.services.payments.plan import TenderKind
from app.ui.cashier.counter import Counter
from app.ui.cashier.names import PanelName
from app.ui.cashier.texts import Said
from app.values.errors import ShukeError
from app.values.ids import Id
from app.values.quantity import NONE, ONE, Quantity


@dataclass(frozen=True, slots=True)
class RefundRow:
    """A line of the receipt and how much of it comes back now."""

    number: int
    line: RefundableLine
    back: Quantity


@dataclass(frozen=True, slots=True)
class RefundState:
    """What the panel shows.

    Attributes:
        quote: What would be handed out, way by way.
        kinds: Ways of paying back that can be chosen; cash always can, by leave if need be.
    """

    sale: RefundableSale
    rows: tuple[RefundRow, ...]
    quote: RefundQuote
    kinds: tuple[TenderKind, ...]


class RefundScreen(Protocol):
    """The refund panel as its presenter sees it."""

    def ask_code(self) -> None:
        """Ask for a receipt."""
        ...

    def show_refund(self, state: RefundState) -> None:
        """Show what would come back."""
        ...

    def chosen(self) -> int:
        """The chosen row's place."""
        ...

    def move_choice(self, step: int) -> None:
        """Choose another row."""
        ...

    def tell(self, what: Said | ShukeError) -> None:
        """Say what is wrong; the panel stays."""
        ...


class RefundPresenter:
    """Opens a receipt, lets lines be chosen, and gives back."""

    def __init__(self, counter: Counter, screen: RefundScreen) -> None:
        self._counter, self._screen = counter, screen
        self._sale: RefundableSale | None = None
        self._back: dict[Id, Quantity] = {}
        self._wish: TenderKind | None = None
        self._quote = NOTHING

    def open(self) -> None:
        """Ask for a receipt."""
        self._sale = None
        self._screen.ask_code()
        self._counter.screen.open_panel(PanelName.REFUND)

    def open_with(self, sale: RefundableSale) -> None:
        """Show a receipt that was scanned; all that is left of it is chosen."""
        self._sale, self._wish = sale, None
        self._back = {line.line_id: line.left for line in sale.lines}
        self._requote()
        self._counter.screen.open_panel(PanelName.REFUND)

    def on_code(self, code: str) -> None:
        """A receipt's code was typed."""
        if not code.strip():
            return
        try:
            sale = self._counter.session.open_refund(code)
        except ShukeError as problem:
            self._screen.tell(problem)
        else:
            self.open_with(sale)

    def on_scan(self, code: str) -> None:
        """A receipt's code was scanned; goods wait until the refund is done."""
        if self._sale is None or "-" in code:
            self.on_code(code)
        else:
            self._counter.refused_scan(code)

    def on_step(self, step: int) -> None:
        """Choose another line."""
        self._screen.move_choice(step)

    def on_toggle(self) -> None:
        """The chosen line wholly, or not at all."""
        if line := self._chosen():
            self._set(line, NONE if self._back[line.line_id] else line.left)

    def on_change(self, pieces: int) -> None:
        """One more or one less of the chosen line; what is weighed comes back wholly or not at all."""
        if line := self._chosen():
            step = line.left if line.by_weight else ONE
            wanted = self._back[line.line_id] + (step if pieces > 0 else -step)
            self._set(line, max(NONE, min(line.left, wanted)))

    def on_more(self) -> None:
        """One more of the chosen line."""
        self.on_change(1)

    def on_fewer(self) -> None:
        """One less of the chosen line."""
        self.on_change(-1)

    def on_only(self) -> None:
        """Nothing but the chosen line."""
        if line := self._chosen():
            self._back = dict.fromkeys(self._back, NONE)
            self._set(line, line.left)

    def on_kind(self, kind: TenderKind) -> None:
        """Pay back this way first, or all of it in cash; cash beyond what cash took needs leave at the end."""
        if self._sale is not None and kind in _kinds(self._sale):
            self._wish = kind
            self._requote()

    def on_confirm(self) -> None:
        """Give back what is chosen."""
        sale, parts, wish = self._sale, self._parts(), self._wish
        if sale is None or not parts:
            return
        session = self._counter.session
        self._counter.with_leave(
            lambda grant: session.refund(sale, parts, wish, grant=grant), self._counter.sold, self._screen.tell
        )

    def back(self) -> bool:
        """Esc closes."""
        return False

    def _chosen(self) -> RefundableLine | None:
        at = self._screen.chosen()
        return self._sale.lines[at] if self._sale is not None and 0 <= at < len(self._sale.lines) else None

    def _set(self, line: RefundableLine, quantity: Quantity) -> None:
        self._back[line.line_id] = quantity
        self._requote()

    def _parts(self) -> tuple[RefundPart, ...]:
        return tuple(RefundPart(line_id, quantity) for line_id, quantity in self._back.items() if quantity)

    def _requote(self) -> None:
        sale, parts = self._sale, self._parts()
        if sale is None:
            return
        try:
            self._quote = self._counter.session.quote_refund(sale, parts, self._wish) if parts else NOTHING
        except ShukeError as problem:
            self._quote = NOTHING
            self._screen.tell(problem)
        self._show()

    def _show(self) -> None:
        sale = self._sale
        if sale is None:
            return
        rows = tuple(
            RefundRow(number, line, self._back[line.line_id]) for number, line in enumerate(sale.lines, start=1)
        )
        self._screen.show_refund(RefundState(sale, rows, self._quote, _kinds(sale)))


def _kinds(sale: RefundableSale) -> tuple[TenderKind, ...]:
    return tuple(dict.fromkeys((TenderKind.CASH, *sale.paid_with)))
