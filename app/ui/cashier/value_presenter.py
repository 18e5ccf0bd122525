"""One value for one line: another price, a first price, or the weight of what was chosen without a label."""

from __future__ import annotations

from enum import StrEnum
from typing import Protocol

from app.services.checkout.session_values import SaleView
from app.ui.cashier import texts
from app.ui.cashier.counter import Counter
from app.ui.cashier.names import PanelName
from app.ui.cashier.rows import LineRow
from app.ui.cashier.texts import Said, said
from app.values.errors import ShukeError
from app.values.money import Money
from app.values.quantity import Quantity


class Asked(StrEnum):
    """What is asked for."""

    PRICE = "price"
    FIRST_PRICE = "first_price"
    WEIGHT = "weight"


class ValueScreen(Protocol):
    """The panel for one value as its presenter sees it."""

    def ask(self, what: Asked, row: LineRow) -> None:
        """Ask; the field is empty."""
        ...

    def tell(self, what: Said | ShukeError) -> None:
        """Say what is wrong; the panel stays."""
        ...


class ValuePresenter:
    """Asks, and hands the answer to the session, with a grant where it needs one."""

    def __init__(self, counter: Counter, screen: ValueScreen) -> None:
        self._counter, self._screen = counter, screen
        self._asked, self._line_id = Asked.PRICE, 0

    def ask_price(self, row: LineRow, *, is_first: bool) -> None:
        """Ask for a price; the first one of an article stays with it."""
        self._ask(Asked.FIRST_PRICE if is_first else Asked.PRICE, row)

    def ask_weight(self, row: LineRow) -> None:
        """Ask for kilograms."""
        self._ask(Asked.WEIGHT, row)

    def on_price(self, price: Money | None) -> None:
        """A price was typed and confirmed."""
        if price is None:
            self._screen.tell(said(texts.AMOUNT_MISSING))
            return
        session, line_id = self._counter.session, self._line_id
        first = self._asked is Asked.FIRST_PRICE
        self._counter.with_leave(
            lambda grant: (session.give_first_price if first else session.change_price)(line_id, price, grant),
            self._on_done,
            self._screen.tell,
        )

    def on_weight(self, weight: Quantity | None) -> None:
        """A weight was typed and confirmed."""
        if not weight:
            self._screen.tell(said(texts.WEIGHT_MISSING))
            return
        try:
            view = self._counter.session.type_weight(self._line_id, weight)
        except ShukeError as problem:
            self._screen.tell(problem)
        else:
            self._on_done(view)

    def _ask(self, what: Asked, row: LineRow) -> None:
        self._asked, self._line_id = what, row.line_id
        self._screen.ask(what, row)
        self._counter.screen.open_panel(PanelName.VALUE)

    def _on_done(self, view: SaleView) -> None:
        self._counter.screen.close_panels()
        self._counter.show_changed(view)
