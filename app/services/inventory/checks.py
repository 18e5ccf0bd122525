"""A draft checked and brought to the product's own units, before anything is written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Row, bindparam, select

from app.models.catalogue import Product, SaleUnit
from app.models.inventory import StockLevel, StockLot
from app.models.purchasing import Company
from app.models.types import IdType
from app.services.catalogue.drafts import MAX_PRICE, MAX_WORD, check_text
from app.services.catalogue.index import batches
from app.services.common.actor import Permission
from app.services.common.uow import Reader
from app.services.inventory.errors import (
    BadCost,
    BadExpiry,
    BadQuantity,
    NotACount,
    NothingOnDocument,
    ReasonNeeded,
    TooManyLines,
    UnknownArticle,
    UnknownLot,
    UnknownSupplier,
)
from app.services.inventory.levels import IS_LEVEL_OF_PRODUCT
from app.services.inventory.values import BRINGS_COST, TAKES_OUT, DocumentKind, Reason, StockDraftValue, StockLineDraft
from app.values.ids import Id
from app.values.quantity import Quantity
from app.values.rounding import divide_half_up

MOST_LINES = 5_000
MOST_QUANTITY = Quantity.of(1_000_000)
MOST_COST = MAX_PRICE
LONGEST_WORDS = MAX_WORD
EARLIEST_EXPIRY_DAYS, LATEST_EXPIRY_DAYS = 3_660, 36_600
"""Further away than ten years back or a hundred ahead is a slip."""

NEEDED = {
    DocumentKind.RECEIPT: Permission.RECEIVE_GOODS,
    DocumentKind.COUNT: Permission.COUNT_STOCK,
    DocumentKind.RETURN: Permission.WRITE_OFF,
    DocumentKind.WASTE: Permission.WRITE_OFF,
    DocumentKind.CORRECTION: Permission.WRITE_OFF,
    DocumentKind.OPENING: Permission.WRITE_OFF,
}
"""Whoever stands at the till may receive and count; what makes goods vanish without a trace needs leave."""


@dataclass(frozen=True, slots=True)
class StockGood:
    """A product as stock sees it.

    Attributes:
        average: Moving average of one own unit; None when unknown.
        factors: Thousandths of an own unit in each of its sale units.
    """

    product_id: Id
    is_open: bool
    on_hand_milli: int
    average: int | None
    shelf_life_days: int | None
    factors: dict[Id, int]


@dataclass(frozen=True, slots=True)
class CheckedLine:
    """A line in the product's own unit, with its sign.

    Attributes:
        cost: What somebody says all of it cost, with the sign of the quantity; None when nobody said.
    """

    product_id: Id
    sale_unit_id: Id | None
    quantity_milli: int
    cost: int | None
    lot_code: str
    expires_on: date | None
    lot_id: Id | None
    expected_milli: int | None = None
    counted_milli: int | None = None


@dataclass(frozen=True, slots=True)
class CheckedDraft:
    """A draft that can be posted."""

    lines: tuple[CheckedLine, ...]
    goods: dict[Id, StockGood]
    note_number: str
    words: str


def checked_draft(read: Reader, draft: StockDraftValue) -> CheckedDraft:
    """The draft in own units, with the goods it moves.

    Raises:
        UserError: the first thing about it that cannot be.
    """
    if not draft.lines:
        raise NothingOnDocument()
    if len(draft.lines) > MOST_LINES:
        raise TooManyLines(most=MOST_LINES)
    words = check_text(draft.words, LONGEST_WORDS)
    _check_reason(draft, words)
    _check_supplier(read, draft.company_id)
    goods = goods_of(read, (line.product_id for line in draft.lines))
    _check_lots(read, draft.lines)
    lines = tuple(_checked_line(read, draft.kind, at + 1, line, goods) for at, line in enumerate(draft.lines))
    return CheckedDraft(lines, goods, check_text(draft.note_number, MAX_WORD), words)


def goods_of(read: Reader, product_ids: Iterable[Id]) -> dict[Id, StockGood]:
    """These products with their units and what this shop has of them; those that never were are left out."""
    found: dict[Id, StockGood] = {}
    for batch in batches(tuple(dict.fromkeys(product_ids))):
        given = {"products": list(batch)}
        factors: dict[Id, dict[Id, int]] = {}
        for unit in read.connection.execute(_UNITS, given):
            factors.setdefault(unit.product_id, {})[unit.id] = unit.factor_milli
        for row in read.connection.execute(_GOODS, given):
            found[row.id] = _good(row, factors.get(row.id, {}))
    return found


def _good(row: Row[*tuple[Any, ...]], factors: dict[Id, int]) -> StockGood:
    is_open, on_hand = row.closed_at is None, row.on_hand_milli or 0
    return StockGood(row.id, is_open, on_hand, row.cost_minor, row.shelf_life_days, factors)


def _check_reason(draft: StockDraftValue, words: str) -> None:
    needs_one = draft.kind in (DocumentKind.WASTE, DocumentKind.CORRECTION)
    if needs_one and (draft.reason is None or (draft.reason is Reason.OTHER and not words)):
        raise ReasonNeeded()


def _check_supplier(read: Reader, company_id: Id | None) -> None:
    if company_id is None:
        return
    known = select(Company.id).where(Company.id == company_id, Company.is_supplier, Company.closed_at.is_(None))
    if read.connection.execute(known).first() is None:
        raise UnknownSupplier()


def _check_lots(read: Reader, lines: Sequence[StockLineDraft]) -> None:
    named = [line.lot_id for line in lines if line.lot_id is not None]
    owners: dict[Id, Id] = {}
    for batch in batches(named):
        owners |= {row.id: row.product_id for row in read.connection.execute(_LOTS, {"lots": list(batch)})}
    for at, line in enumerate(lines):
        if line.lot_id is not None and owners.get(line.lot_id) != line.product_id:
            raise UnknownLot(line=at + 1)


def _checked_line(
    read: Reader, kind: DocumentKind, line_no: int, line: StockLineDraft, goods: dict[Id, StockGood]
) -> CheckedLine:
    good = goods.get(line.product_id)
    if good is None or (kind in BRINGS_COST and not good.is_open):
        raise UnknownArticle(line=line_no)
    if line.sale_unit_id is not None and line.sale_unit_id not in good.factors:
        raise UnknownArticle(line=line_no)
    if kind is DocumentKind.COUNT:
        return _counted_line(line_no, line)
    milli = _own_units(kind, line_no, line, good)
    if line.amount is not None and not 0 <= line.amount.minor <= MOST_COST.minor:
        raise BadCost(line=line_no, most=MOST_COST)
    cost = line.amount.minor if line.amount is not None and kind in BRINGS_COST | {DocumentKind.RETURN} else None
    return CheckedLine(
        line.product_id,
        line.sale_unit_id,
        milli,
        -cost if cost is not None and milli < 0 else cost,
        check_text(line.lot_code, MAX_WORD),
        _expiry(read, kind, line_no, line, good),
        line.lot_id,
    )


def _counted_line(line_no: int, line: StockLineDraft) -> CheckedLine:
    expected, counted = line.expected, line.counted
    if expected is None or counted is None:
        raise NotACount(line=line_no)
    if not 0 <= counted.milli <= MOST_QUANTITY.milli:
        raise BadQuantity(line=line_no, most=MOST_QUANTITY)
    moved = counted.milli - expected.milli
    return CheckedLine(
        line.product_id, line.sale_unit_id, moved, None, "", None, line.lot_id, expected.milli, counted.milli
    )


def _own_units(kind: DocumentKind, line_no: int, line: StockLineDraft, good: StockGood) -> int:
    """What moves, in thousandths of the product's own unit and with its sign."""
    size = abs(line.quantity.milli) if kind is DocumentKind.CORRECTION else line.quantity.milli
    milli = moved_milli(kind, line, good)
    if not 0 < size <= MOST_QUANTITY.milli or not 0 < abs(milli) <= MOST_QUANTITY.milli:
        raise BadQuantity(line=line_no, most=MOST_QUANTITY)
    return milli


def moved_milli(kind: DocumentKind, line: StockLineDraft, good: StockGood | None) -> int:
    """What a line says that moves, right or wrong, in thousandths of the own unit and with its sign."""
    if line.expected is not None and line.counted is not None and kind is DocumentKind.COUNT:
        return line.counted.milli - line.expected.milli
    factor = good.factors.get(line.sale_unit_id, 0) if good is not None and line.sale_unit_id is not None else 1000
    milli = divide_half_up(line.quantity.milli * factor, 1000)
    return -milli if kind in TAKES_OUT else milli


def _expiry(read: Reader, kind: DocumentKind, line_no: int, line: StockLineDraft, good: StockGood) -> date | None:
    """The day that was typed, else what the product's shelf life says of goods that come in today."""
    today = read.business_date
    if line.expires_on is not None:
        earliest, latest = today - timedelta(days=EARLIEST_EXPIRY_DAYS), today + timedelta(days=LATEST_EXPIRY_DAYS)
        if not earliest <= line.expires_on <= latest:
            raise BadExpiry(line=line_no, day=line.expires_on)
        return line.expires_on
    if kind in BRINGS_COST and good.shelf_life_days is not None:
        return today + timedelta(days=good.shelf_life_days)
    return None


_GOODS = (
    select(Product.id, Product.closed_at, Product.cost_minor, Product.shelf_life_days, StockLevel.on_hand_milli)
    .outerjoin(StockLevel, IS_LEVEL_OF_PRODUCT)
    .where(Product.id.in_(bindparam("products", type_=IdType(), expanding=True)))
)
_UNITS = select(SaleUnit.id, SaleUnit.product_id, SaleUnit.factor_milli).where(
    SaleUnit.product_id.in_(bindparam("products", type_=IdType(), expanding=True))
)
_LOTS = select(StockLot.id, StockLot.product_id).where(
    StockLot.id.in_(bindparam("lots", type_=IdType(), expanding=True))
)
"""Closed units are known: a document that was begun with one may still be posted."""
