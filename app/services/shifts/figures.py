"""The figures of a shift as a value, and as the JSON that a close keeps for ever."""

from __future__ import annotations

import dataclasses
import json
import types
import typing
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from app.values.ids import Id, id_from_hex
from app.values.money import ZERO, Money

VERSION = 1
FLOAT, PAY_IN, PAY_OUT, OVER_SHORT, COUNTED = "float", "pay_in", "pay_out", "over_short", "counted"
"""Causes of cash rows that belong to the shift itself; sales and refunds post the others."""
NO_SALE, LINE_REMOVED, PRICE_CHANGED, BASKET_CLEARED = "no_sale", "line_removed", "price_changed", "basket_cleared"
"""Audit actions that a Z report counts."""


@dataclass(frozen=True, slots=True)
class Totals:
    """Sums over sales, or over refunds (then all amounts are negative, as they were posted).

    Attributes:
        net: After discounts.
        total: Net, and tax where it comes on top; to pay before cash rounding.
        rounding: Settled by cash rounding; above zero in the customer's favour.
        paid: What really came in (or went out).
    """

    count: int = 0
    gross: Money = ZERO
    discount: Money = ZERO
    net: Money = ZERO
    tax: Money = ZERO
    total: Money = ZERO
    rounding: Money = ZERO
    paid: Money = ZERO


@dataclass(frozen=True, slots=True)
class TenderSum:
    """One way of paying; refunds apart and negative."""

    kind: str
    sale_count: int
    sale_amount: Money
    refund_count: int
    refund_amount: Money

    @property
    def amount(self) -> Money:
        """What came in by it, less what went out."""
        return self.sale_amount + self.refund_amount


@dataclass(frozen=True, slots=True)
class TaxSum:
    """The tax of one class over sales and refunds."""

    tax_class: str
    name: str
    rate_bp: int
    inclusive: bool
    base: Money
    tax: Money


@dataclass(frozen=True, slots=True)
class CashMove:
    """Cash put in or taken out, positive either way."""

    at: datetime
    amount: Money
    reason: str


@dataclass(frozen=True, slots=True)
class Drawer:
    """What moved the cash in the drawer.

    Attributes:
        refunds: Negative.
        other: Cash rows of any other cause, as top-ups.
    """

    opening: Money = ZERO
    sales: Money = ZERO
    refunds: Money = ZERO
    paid_in: tuple[CashMove, ...] = ()
    paid_out: tuple[CashMove, ...] = ()
    other: Money = ZERO

    @property
    def expected(self) -> Money:
        """What should lie in the drawer."""
        moved_in = Money.total(move.amount for move in self.paid_in)
        moved_out = Money.total(move.amount for move in self.paid_out)
        return self.opening + self.sales + self.refunds + moved_in - moved_out + self.other


@dataclass(frozen=True, slots=True)
class ActionSum:
    """How often something was done that an owner asks about, and for how much in all."""

    action: str
    count: int
    amount: Money


@dataclass(frozen=True, slots=True)
class Closing:
    """What the count came to.

    Attributes:
        journal_seq: The last journal entry before the close, and its hash in hex: what the paper pins down.
    """

    closed_at: datetime
    closed_by: str
    counted: Money
    over_short: Money
    journal_seq: int
    journal_hash: str


@dataclass(frozen=True, slots=True)
class ShiftFigures:
    """All that an X or Z report says; sums of stored rows, nothing recomputed.

    Attributes:
        points_taken_back: Positive.
        top_ups: Stored value paid in: owed to members, no turnover.
        closing: None as long as the shift is open (X report).
    """

    shift_id: Id
    number: int
    till_code: str
    business_date: date
    opened_at: datetime
    cashier: str
    currency: str
    exponent: int
    sales: Totals
    refunds: Totals
    taxes: tuple[TaxSum, ...]
    tenders: tuple[TenderSum, ...]
    drawer: Drawer
    actions: tuple[ActionSum, ...]
    points_earned: int
    points_taken_back: int
    top_ups: Money
    first_receipt: str
    last_receipt: str
    closing: Closing | None = None

    @property
    def expected(self) -> Money:
        """What should lie in the drawer."""
        return self.drawer.expected

    @property
    def turnover(self) -> Money:
        """Sales less refunds."""
        return self.sales.total + self.refunds.total

    @property
    def rounding(self) -> Money:
        """Settled by cash rounding; above zero in the customers' favour."""
        return self.sales.rounding + self.refunds.rounding

    def times(self, action: str) -> int:
        """How often an audited action was done."""
        return sum(done.count for done in self.actions if done.action == action)


def figures_to_json(figures: ShiftFigures) -> str:
    """As `shift_close.z_report` keeps it."""
    return json.dumps({"v": VERSION, **_out(figures)}, ensure_ascii=False, separators=(",", ":"))


def figures_from_json(text: str) -> ShiftFigures:
    """The figures as they were printed.

    Raises:
        ValueError, KeyError, TypeError: not one of ours.
    """
    said = json.loads(text)
    if said.pop("v") != VERSION:
        raise ValueError("a report of another version")
    return typing.cast(ShiftFigures, _into(ShiftFigures, said))


def _out(value: object) -> Any:
    if isinstance(value, Money):
        return value.minor
    if dataclasses.is_dataclass(value):
        return {field.name: _out(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, tuple):
        return [_out(part) for part in value]
    if isinstance(value, bytes):
        return value.hex()
    return value.isoformat() if isinstance(value, date) else value


def _into(kind: Any, said: Any) -> Any:
    """Read `said` as the type that the field declares."""
    if isinstance(kind, types.UnionType):
        return None if said is None else _into(typing.get_args(kind)[0], said)
    if typing.get_origin(kind) is tuple:
        return tuple(_into(typing.get_args(kind)[0], part) for part in said)
    if kind is Money:
        return Money(said)
    if dataclasses.is_dataclass(kind):
        hints = typing.get_type_hints(kind)
        return kind(**{name: _into(hints[name], part) for name, part in said.items()})  # type: ignore[operator]
    if kind is Id:
        return id_from_hex(said)
    return kind.fromisoformat(said) if kind in (date, datetime) else said
