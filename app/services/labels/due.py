"""Shelf labels that do not say any more what the till asks: new goods, and goods whose price has changed since.

What counts is the price a label was printed with and the one that holds now: a price that went up and came back
needs no new label, and one that was planned makes its label due when it begins.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import ColumnElement, Row, Select, case, func, or_, select, true, update

from app.models.catalogue import Barcode, Product, SaleUnit
from app.services.catalogue.prices import PriceListCode, money_or_none, price_at, price_now
from app.services.catalogue.search import search_items
from app.services.common import audit
from app.services.common.actor import Permission
from app.services.common.paging import PAGE_ROWS, Cursor, RowsPage, page_of, paged
from app.services.common.permissions import require
from app.services.common.topics import Topic
from app.services.common.uow import Reader, UnitOfWork
from app.values.ids import Id
from app.values.money import Money

MOST_FOUND: Final = 500
_BATCH: Final = 400


@dataclass(frozen=True, slots=True)
class LabelGoods:
    """An article as somebody sees it who prints labels.

    Attributes:
        price: Of this moment; None where nobody has given one, then there is no shelf label.
        was: The price on the label that hangs there; None before the first one.
        printed_at: When that label was printed.
        is_due: The label is missing, or says another price than the till.
    """

    product_id: Id
    name: str
    spec: str
    code: str
    price: Money | None
    member_price: Money | None
    by_weight: bool
    was: Money | None
    printed_at: dt.datetime | None
    is_due: bool


def label_goods(
    read: Reader,
    *,
    text: str = "",
    only_due: bool = True,
    after: Cursor | None = None,
    limit: int = PAGE_ROWS,
) -> RowsPage[LabelGoods]:
    """Goods by name, a piece at a time; only those whose shelf label is due, or all."""
    statement = _goods().where(_is_due() if only_due else true())
    if text.strip():
        found = {item.product_id for item in search_items(read, text, limit=MOST_FOUND)}
        statement = statement.where(Product.id.in_(found))
    ordered = paged(statement, (Product.name.expression, Product.id.expression), after, limit)
    rows = read.connection.execute(ordered, {"now": read.now}).all()
    total = None
    if after is None:
        counted = select(func.count()).select_from(statement.subquery())
        total = read.connection.execute(counted, {"now": read.now}).scalar_one()
    return page_of(rows, limit, [_row(row) for row in rows], [(row.name, row.id) for row in rows], total)


def due_count(read: Reader) -> int:
    """How many shelf labels are due."""
    counted = select(func.count()).select_from(_goods().where(_is_due()).subquery())
    return int(read.connection.execute(counted, {"now": read.now}).scalar_one())


def goods_of(read: Reader, product_ids: Iterable[Id]) -> tuple[LabelGoods, ...]:
    """These open goods, in the order asked for."""
    wanted = tuple(dict.fromkeys(product_ids))
    found: dict[Id, LabelGoods] = {}
    for at in range(0, len(wanted), _BATCH):
        these = _goods().where(Product.id.in_(wanted[at : at + _BATCH]))
        for row in read.connection.execute(these, {"now": read.now}):
            found[row.id] = _row(row)
    return tuple(found[product] for product in wanted if product in found)


def mark_printed(uow: UnitOfWork, product_ids: Iterable[Id], *, at: dt.datetime) -> dict[Id, dt.datetime | None]:
    """Note that shelf labels hang with the prices that held `at`; returns what was noted before, for `put_marks`.

    `at` is the moment the labels were read, not the one they came out: a price that changes between makes the label
    due again.

    Raises:
        GrantNeeded
    """
    require(uow, Permission.EDIT_CATALOGUE)
    wanted = tuple(dict.fromkeys(product_ids))
    before: dict[Id, dt.datetime | None] = {}
    for batch in (wanted[start : start + _BATCH] for start in range(0, len(wanted), _BATCH)):
        marks = select(SaleUnit.product_id, SaleUnit.label_printed_at).where(*_units_of(batch))
        before |= {row.product_id: row.label_printed_at for row in uow.connection.execute(marks)}
        uow.connection.execute(update(SaleUnit).where(*_units_of(batch)).values(label_printed_at=at, **_newer(uow)))
    if before:
        audit.record(uow, "labels_printed", detail={"count": len(before)})
        uow.changed.add(Topic.CATALOGUE)
    return before


def put_marks(uow: UnitOfWork, marks: Mapping[Id, dt.datetime | None]) -> None:
    """Put back what `mark_printed` replaced: the labels did not come out after all.

    Raises:
        GrantNeeded
    """
    require(uow, Permission.EDIT_CATALOGUE)
    for product, at in marks.items():
        uow.connection.execute(
            update(SaleUnit).where(*_units_of((product,))).values(label_printed_at=at, **_newer(uow))
        )
    audit.record(uow, "labels_not_printed", detail={"count": len(marks)})
    uow.changed.add(Topic.CATALOGUE)


def _units_of(product_ids: tuple[Id, ...]) -> tuple[ColumnElement[bool], ...]:
    """The units whose price stands on the label."""
    return SaleUnit.product_id.in_(product_ids), SaleUnit.is_default.expression, SaleUnit.closed_at.is_(None)


def _newer(uow: UnitOfWork) -> dict[str, Any]:
    return {"row_version": SaleUnit.row_version + 1, "updated_at": uow.now, "updated_by": uow.actor.staff_id}


def _is_due() -> ColumnElement[bool]:
    """No label yet, or another price now than then; goods without a price get none."""
    shelf, member = PriceListCode.SHELF, PriceListCode.MEMBER
    printed: ColumnElement[Any] = SaleUnit.label_printed_at.expression
    return price_now(shelf).is_not(None) & or_(
        printed.is_(None),
        price_now(shelf).is_distinct_from(price_at(shelf, printed)),
        price_now(member).is_distinct_from(price_at(member, printed)),
    )


def _goods() -> Select[*tuple[Any, ...]]:
    barcode = (
        select(func.min(Barcode.code))
        .where(Barcode.sale_unit_id == SaleUnit.id, Barcode.closed_at.is_(None))
        .correlate(SaleUnit)
        .scalar_subquery()
    )
    printed: ColumnElement[Any] = SaleUnit.label_printed_at.expression
    return (
        select(
            Product.id,
            Product.name,
            Product.spec,
            Product.plu,
            Product.sold_by,
            printed,
            barcode.label("barcode"),
            price_now(PriceListCode.SHELF).label("price_minor"),
            price_now(PriceListCode.MEMBER).label("member_price_minor"),
            price_at(PriceListCode.SHELF, printed).label("was_minor"),
            case((_is_due(), 1), else_=0).label("due"),
        )
        .select_from(SaleUnit)
        .join(Product, Product.id == SaleUnit.product_id)
        .where(SaleUnit.is_default, SaleUnit.closed_at.is_(None), Product.closed_at.is_(None))
    )


def _row(row: Row[Any]) -> LabelGoods:
    return LabelGoods(
        product_id=row.id,
        name=row.name,
        spec=row.spec,
        code=row.barcode or row.plu,
        price=money_or_none(row.price_minor),
        member_price=money_or_none(row.member_price_minor),
        by_weight=row.sold_by == "weight",
        was=money_or_none(row.was_minor) if row.label_printed_at is not None else None,
        printed_at=row.label_printed_at,
        is_due=bool(row.due),
    )
