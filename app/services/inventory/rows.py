"""From a checked document to its rows: pure but for the ids, so that posting itself reads as a list of steps."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from app.services.inventory.checks import CheckedLine, StockGood
from app.services.inventory.cost import average_after, cost_of
from app.services.inventory.values import BRINGS_COST, DocumentKind
from app.values.ids import Id, new_id

Row = dict[str, object]


@dataclass(slots=True)
class Pool:
    """What is on hand of one product while a document goes through line by line, and what it costs."""

    on_hand_milli: int
    average: int | None


@dataclass(frozen=True, slots=True)
class MovedLine:
    """A line and what it came to.

    Attributes:
        amount: What it cost, with the sign of the quantity; None when unknown.
        lot_id: The lot the goods came as, or went out of.
    """

    line: CheckedLine
    amount: int | None
    average_after: int | None
    lot_id: Id | None
    reverses_ledger_id: Id | None = None


@dataclass(slots=True)
class Pools:
    """The pools of all products of a document."""

    by_product: dict[Id, Pool] = field(default_factory=dict)

    @classmethod
    def of(cls, goods: Mapping[Id, StockGood]) -> Pools:
        """As the goods stand before the document."""
        return cls({key: Pool(good.on_hand_milli, good.average) for key, good in goods.items()})

    def averages(self) -> dict[Id, int | None]:
        """What one own unit of each costs now."""
        return {key: pool.average for key, pool in self.by_product.items()}


def move_line(kind: DocumentKind, line: CheckedLine, pools: Pools) -> MovedLine:
    """Take one line through its pool. Only goods that come in at a cost of their own move the average."""
    pool = pools.by_product[line.product_id]
    amount = line.cost if line.cost is not None or kind in BRINGS_COST else cost_of(line.quantity_milli, pool.average)
    if kind in BRINGS_COST:
        pool.average = average_after(pool.on_hand_milli, pool.average, line.quantity_milli, line.cost)
    pool.on_hand_milli += line.quantity_milli
    makes_lot = kind in BRINGS_COST and (line.expires_on is not None or line.lot_code != "")
    return MovedLine(line, amount, pool.average, new_id() if makes_lot else line.lot_id)


def amount_of(moved: Iterable[MovedLine]) -> int | None:
    """The sum; unknown as soon as one line is."""
    amounts = [line.amount for line in moved]
    return None if None in amounts else sum(amount for amount in amounts if amount is not None)


def line_rows(document_id: Id, moved: Iterable[MovedLine]) -> list[Row]:
    """The document's lines."""
    return [
        {
            "id": new_id(),
            "document_id": document_id,
            "line_no": line_no,
            "product_id": it.line.product_id,
            "sale_unit_id": it.line.sale_unit_id,
            "quantity_milli": it.line.quantity_milli,
            "expected_milli": it.line.expected_milli,
            "counted_milli": it.line.counted_milli,
            "amount_minor": it.amount,
            "cost_after_minor": it.average_after,
            "lot_id": it.lot_id,
            "expires_on": it.line.expires_on,
        }
        for line_no, it in enumerate(moved, start=1)
    ]


def source_key(document_id: Id, line_no: int) -> str:
    """What makes a line's movement unique in the stock ledger."""
    return f"{document_id.hex()}:{line_no}"


def ledger_rows(document_id: Id, kind: DocumentKind, moved: Iterable[MovedLine], after: Mapping[Id, int]) -> list[Row]:
    """One ledger row for each line that moves something; `after` is each product's on-hand behind the document.

    The ledger's cost is what goods had cost that went out, as for a sale: what came in stands there below zero.
    """
    lines = list(moved)
    left: dict[Id, int] = {}
    for it in lines:
        left[it.line.product_id] = left.get(it.line.product_id, 0) + it.line.quantity_milli
    rows: list[Row] = []
    for line_no, it in enumerate(lines, start=1):
        milli = it.line.quantity_milli
        if not milli:
            continue
        left[it.line.product_id] -= milli
        rows.append(
            {
                "product_id": it.line.product_id,
                "delta": milli,
                "balance_after": after[it.line.product_id] - left[it.line.product_id],
                "cause": kind.value,
                "source_key": source_key(document_id, line_no),
                "reverses_id": it.reverses_ledger_id,
                "lot_id": it.lot_id,
                "cost_minor": -it.amount if it.amount is not None else None,
            }
        )
    return rows


def lot_rows(moved: Iterable[MovedLine], shared: Mapping[str, object]) -> list[Row]:
    """The lots that goods came as; `shared` is what every new row of reference data begins with."""
    return [
        {
            **shared,
            "id": it.lot_id,
            "product_id": it.line.product_id,
            "lot_code": it.line.lot_code,
            "expires_on": it.line.expires_on,
            "cost_minor": average_after(0, None, it.line.quantity_milli, it.amount),
        }
        for it in moved
        if it.lot_id is not None and it.lot_id != it.line.lot_id
    ]
