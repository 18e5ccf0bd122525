"""What is on hand and what it is worth; what is low, out, or soon will be."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import BigInteger, ColumnElement, Row, ScalarSelect, Select, and_, case, cast, func, or_, select

from app.models.catalogue import Category, Product
from app.models.inventory import StockLevel
from app.models.ledgers import StockLedger
from app.models.purchasing import Company
from app.services.catalogue.prices import money_or_none
from app.services.catalogue.search import search_items
from app.services.common.paging import PAGE_ROWS, Cursor, RowsPage, Sort, page_of, paged
from app.services.common.uow import Reader
from app.services.inventory.cost import cost_of
from app.services.inventory.count import category_and_below
from app.services.inventory.levels import IS_LEVEL_OF_PRODUCT, THIS_SHOP
from app.services.inventory.lots import expiring_lots
from app.values.ids import Id
from app.values.money import Money
from app.values.quantity import Quantity

SOLD_DAYS = 28
"""Four weeks, so that each weekday counts the same."""
MOST_FOUND = 500


class StockShow(StrEnum):
    """Which goods a list shows."""

    ALL = "all"
    LOW = "low"
    OUT = "out"
    NEGATIVE = "negative"
    NO_COST = "no_cost"
    EXPIRING = "expiring"


@dataclass(frozen=True, slots=True)
class StockFilter:
    """What a list of goods on hand is narrowed to.

    Attributes:
        text: Words of a name, pinyin or code, as in every search.
        expiring_days: How soon goods must expire to be shown by `EXPIRING`.
    """

    show: StockShow = StockShow.ALL
    text: str = ""
    category_id: Id | None = None
    supplier_id: Id | None = None
    expiring_days: int = 14


@dataclass(frozen=True, slots=True)
class StockRow:
    """A product on hand.

    Attributes:
        average: Cost of one own unit; None when unknown.
        value: What is on hand at that; goods below zero are worth nothing.
        low_stock: Where the shop wants to order again; None when nobody said.
        sold: In the last 28 days, without what came back.
        days_left: How long what is there lasts at that pace; None when nothing sold.
    """

    product_id: Id
    name: str
    spec: str
    brand: str
    category: str
    supplier: str
    by_weight: bool
    on_hand: Quantity
    average: Money | None
    value: Money | None
    low_stock: Quantity | None
    sold: Quantity
    days_left: int | None


@dataclass(frozen=True, slots=True)
class StockValue:
    """What lies in the shop.

    Attributes:
        value: At average cost, of goods whose cost is known.
        goods: How many articles have something on hand.
        without_cost: How many of these have no cost: so much of the value is not said.
        negative: How many are below zero: sold before they were booked in.
    """

    value: Money
    goods: int
    without_cost: int
    negative: int


def list_stock(
    read: Reader,
    wanted: StockFilter,
    sort: Sort | None = None,
    after: Cursor | None = None,
    limit: int = PAGE_ROWS,
) -> RowsPage[StockRow]:
    """Goods with what is on hand, a piece at a time; sorted by `name`, `on_hand`, `value` or `days_left`."""
    sort = sort or Sort("name")
    sold = _sold(read)
    statement, keys = _listed(sold), _sort_keys(sold)
    statement = _narrowed(read, statement, wanted, sold)
    order = (keys.get(sort.key, keys["name"]), Product.id.expression)
    ordered = paged(statement.add_columns(order[0].label("sorted_by")), order, after, limit, descending=sort.descending)
    found = read.connection.execute(ordered).all()
    total = None
    if after is None:
        total = read.connection.execute(
            select(func.count()).select_from(statement.with_only_columns(Product.id).subquery())
        ).scalar_one()
    return page_of(found, limit, [_row(row) for row in found], [(row.sorted_by, row.id) for row in found], total)


def stock_value(read: Reader) -> StockValue:
    """The worth of everything on hand, and how much of it is not known."""
    here = StockLevel.on_hand_milli > 0
    row = read.connection.execute(
        select(
            func.sum(case((and_(here, Product.cost_minor.is_not(None)), _VALUE), else_=0)).label("value"),
            func.sum(case((here, 1), else_=0)).label("goods"),
            func.sum(case((and_(here, Product.cost_minor.is_(None)), 1), else_=0)).label("without_cost"),
            func.sum(case((StockLevel.on_hand_milli < 0, 1), else_=0)).label("negative"),
        )
        .select_from(Product)
        .join(StockLevel, IS_LEVEL_OF_PRODUCT)
        .where(Product.closed_at.is_(None))
    ).one()
    return StockValue(
        Money(int(row.value or 0)), int(row.goods or 0), int(row.without_cost or 0), int(row.negative or 0)
    )


# Whole numbers throughout: half a minor unit is rounded up, as `cost_of` does for what is above zero.
_VALUE = (StockLevel.on_hand_milli * Product.cost_minor + 500) // 1000
_HAS = func.coalesce(StockLevel.on_hand_milli, 0)
_WORTH = case((and_(_HAS > 0, Product.cost_minor.is_not(None)), _VALUE), else_=0)
_LONG = 1_000_000


def _sold(read: Reader) -> ScalarSelect[int]:
    """What of a product went over the counter in the last four weeks, in own units; looked up product by product.

    The index knows the time of a row, not its business date: a day more is read on either side.
    """
    since = read.business_date - timedelta(days=SOLD_DAYS)
    return (
        select(func.coalesce(-cast(func.sum(StockLedger.delta), BigInteger), 0))
        .where(
            StockLedger.product_id == Product.id,
            StockLedger.at >= read.now - timedelta(days=SOLD_DAYS + 2),
            StockLedger.business_date > since,
            StockLedger.cause.in_(["sale", "refund"]),
            StockLedger.shop_id == THIS_SHOP,
        )
        .correlate(Product)
        .scalar_subquery()
    )


def _days_left(sold: ScalarSelect[int]) -> ColumnElement[int]:
    """Whole days that what is on hand lasts; a number beyond all others where nothing sold."""
    days = (_HAS * SOLD_DAYS) // sold
    return case((sold <= 0, _LONG), (_HAS <= 0, 0), else_=days)


def _sort_keys(sold: ScalarSelect[int]) -> dict[str, ColumnElement[Any]]:
    return {"name": Product.name.expression, "on_hand": _HAS, "value": _WORTH, "days_left": _days_left(sold)}


def _listed(sold: ScalarSelect[int]) -> Select[*tuple[Any, ...]]:
    return (
        select(
            Product.id,
            Product.name,
            Product.spec,
            Product.brand,
            Product.sold_by,
            Product.cost_minor,
            Product.low_stock_milli,
            Category.name.label("category"),
            Company.name.label("supplier"),
            _HAS.label("on_hand_milli"),
            sold.label("sold_milli"),
        )
        .select_from(Product)
        .outerjoin(StockLevel, IS_LEVEL_OF_PRODUCT)
        .outerjoin(Category, Category.id == Product.category_id)
        .outerjoin(Company, Company.id == Product.supplier_id)
        .where(Product.closed_at.is_(None))
    )


def _narrowed(
    read: Reader, statement: Select[*tuple[Any, ...]], wanted: StockFilter, sold: ScalarSelect[int]
) -> Select[*tuple[Any, ...]]:
    low = and_(Product.low_stock_milli.is_not(None), Product.low_stock_milli >= _HAS)
    shows = {
        StockShow.LOW: or_(low, and_(_HAS <= 0, sold > 0)),
        # Goods that never moved are not out; they were never in.
        StockShow.OUT: and_(StockLevel.product_id.is_not(None), _HAS <= 0),
        StockShow.NEGATIVE: _HAS < 0,
        StockShow.NO_COST: and_(_HAS > 0, Product.cost_minor.is_(None)),
    }
    if wanted.show in shows:
        statement = statement.where(shows[wanted.show])
    if wanted.show is StockShow.EXPIRING:
        statement = statement.where(
            Product.id.in_({lot.product_id for lot in expiring_lots(read, wanted.expiring_days)})
        )
    if wanted.category_id is not None:
        statement = statement.where(Product.category_id.in_(category_and_below(wanted.category_id)))
    if wanted.supplier_id is not None:
        statement = statement.where(Product.supplier_id == wanted.supplier_id)
    if wanted.text.strip():
        statement = statement.where(
            Product.id.in_({item.product_id for item in search_items(read, wanted.text, limit=MOST_FOUND)})
        )
    return statement


def _row(row: Row[Any]) -> StockRow:
    sold = max(row.sold_milli, 0)
    on_hand = row.on_hand_milli
    return StockRow(
        product_id=row.id,
        name=row.name,
        spec=row.spec,
        brand=row.brand,
        category=row.category or "",
        supplier=row.supplier or "",
        by_weight=row.sold_by == "weight",
        on_hand=Quantity(on_hand),
        average=money_or_none(row.cost_minor),
        value=money_or_none(cost_of(max(on_hand, 0), row.cost_minor)),
        low_stock=Quantity(row.low_stock_milli) if row.low_stock_milli is not None else None,
        sold=Quantity(sold),
        days_left=max(on_hand, 0) * SOLD_DAYS // sold if sold else None,
    )
