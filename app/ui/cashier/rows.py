"""The lines of a basket as the table shows them: goods and unknown codes in the order of scanning."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from app.services.pricing.basket import UnknownCode
from app.services.pricing.engine import Discount, PricedBasket, PricedLine
from app.values.money import Money
from app.values.quantity import ONE, Quantity
from app.values.remembered import Remembered


class RowState(StrEnum):
    """What keeps a row from being sold, if anything."""

    SELLABLE = "sellable"
    UNKNOWN = "unknown"
    NEEDS_PRICE = "needs_price"
    NEEDS_WEIGHT = "needs_weight"


@dataclass(frozen=True, slots=True)
class LineRow:
    """One row.

    Attributes:
        name: The article, or the code that names nothing.
        unit_price: None while nobody knows it.
        total: None for what cannot be sold yet.
    """

    line_id: int
    number: int
    state: RowState
    name: str
    spec: str
    by_weight: bool
    unit_price: Money | None
    quantity: Quantity
    discounts: tuple[Discount, ...]
    total: Money | None


def rows_of(priced: PricedBasket) -> tuple[LineRow, ...]:
    """Every row of the basket; line numbers grow with every scan, so they give the order."""
    entries: list[PricedLine | UnknownCode] = [*priced.lines, *priced.basket.unknown]
    entries.sort(key=_line_id)
    rows = [_ROW(entry) for entry in entries]
    return tuple([row if row.number == at else replace(row, number=at) for at, row in enumerate(rows, start=1)])


def _line_id(entry: PricedLine | UnknownCode) -> int:
    return entry.line_id if isinstance(entry, UnknownCode) else entry.line.line_id


def _row(entry: PricedLine | UnknownCode) -> LineRow:
    """Its number is that of the line, as long as none before it was deleted."""
    if isinstance(entry, UnknownCode):
        return LineRow(entry.line_id, entry.line_id, RowState.UNKNOWN, entry.code, "", False, None, ONE, (), None)
    line = entry.line
    state = _state(entry)
    return LineRow(
        line_id=line.line_id,
        number=line.line_id,
        state=state,
        name=line.item.name,
        spec=line.item.spec,
        by_weight=line.item.by_weight,
        unit_price=None if line.lacks_price else entry.list_price,
        quantity=entry.quantity,
        discounts=entry.discounts,
        total=entry.total if state is RowState.SELLABLE else None,
    )


_ROW = Remembered(_row)


def _state(priced: PricedLine) -> RowState:
    if priced.line.lacks_price:
        return RowState.NEEDS_PRICE
    return RowState.NEEDS_WEIGHT if priced.line.lacks_weight else RowState.SELLABLE
