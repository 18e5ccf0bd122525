"""The list of goods as the owner works with it: filters, orders and pieces, all in SQL, among 100,000 goods."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, bindparam, exists, func, select, text

from app.models.catalogue import Barcode, Category, Family, Product, SaleUnit
from app.models.inventory import StockLevel
from app.models.organisation import Till, TillState
from app.models.pricing import Price, PriceList
from app.models.purchasing import Company
from app.models.types import IdType
from app.services.catalogue.prices import NOW, PriceListCode, money_or_none, price_now
from app.services.catalogue.search import quoted
from app.services.catalogue.terms import query_terms
from app.services.common.paging import PAGE_ROWS, Cursor, RowsPage, Sort, page_of, paged
from app.services.common.uow import Reader
from app.values.ids import Id
from app.values.money import Money
from app.values.quantity import Quantity

BY_NAME = Sort("name")


@dataclass(frozen=True, slots=True)
class GoodsFilter:
    """What the list is narrowed to; every condition that is set must hold.

    Attributes:
        text: Words of a name, pinyin, initials, code, brand or supplier.
        low_stock: At or below what the shop wants to order again at.
        closed: The goods that were taken out of the catalogue instead of those that are in it.
        among: Only these, as the ones with lots that expire soon; None for all.
    """

    text: str = ""
    no_price: bool = False
    no_cost: bool = False
    no_family: bool = False
    no_code: bool = False
    low_stock: bool = False
    by_weight: bool = False
    closed: bool = False
    category_id: Id | None = None
    family_id: Id | None = None
    supplier_id: Id | None = None
    among: frozenset[Id] | None = None


@dataclass(frozen=True, slots=True)
class GoodsRow:
    """A product in the list.

    Attributes:
        code: The oldest open barcode of its usual unit; may be empty.
        price: Shelf price of the usual unit; per kilogram when `by_weight`.
        on_hand: By the book; None when it never moved.
    """

    product_id: Id
    sale_unit_id: Id | None
    name: str
    spec: str
    brand: str
    code: str
    plu: str
    category: str
    family: str
    supplier: str
    price: Money | None
    member_price: Money | None
    cost: Money | None
    by_weight: bool
    on_hand: Quantity | None
    low_stock: Quantity | None
    is_closed: bool

    @property
    def is_low(self) -> bool:
        """Whether it should be ordered again."""
        has = self.on_hand.milli if self.on_hand is not None else 0
        return self.low_stock is not None and has <= self.low_stock.milli


def list_goods(
    read: Reader,
    wanted: GoodsFilter,
    sort: Sort = BY_NAME,
    after: Cursor | None = None,
    limit: int = PAGE_ROWS,
) -> RowsPage[GoodsRow]:
    """One piece of the goods; sorted by `name`, `price`, `cost`, `on_hand` or `changed` (when it was last edited)."""
    key = _ORDERS.get(sort.key, _ORDERS["name"])
    chosen = _narrowed(select(Product.id, key.label("sorted_by")), wanted)
    given = {"now": read.now}
    found = read.connection.execute(
        paged(chosen, (key, Product.id.expression), after, limit, descending=sort.descending), given
    ).all()
    total = count_goods(read, wanted) if after is None else None
    described = _described(read, [row.id for row in found[:limit]])
    return page_of(found, limit, described, [(row.sorted_by, row.id) for row in found], total)


def count_goods(read: Reader, wanted: GoodsFilter) -> int:
    """How many there are."""
    chosen = _narrowed(select(func.count()).select_from(Product), wanted)
    return int(read.connection.execute(chosen, {"now": read.now}).scalar_one())


def goods_ids(read: Reader, wanted: GoodsFilter) -> tuple[Id, ...]:
    """All of them by id, for an edit of many."""
    return tuple(read.connection.execute(_narrowed(select(Product.id), wanted), {"now": read.now}).scalars())


def goods_rows(read: Reader, product_ids: Sequence[Id]) -> tuple[GoodsRow, ...]:
    """These goods as the list shows them, in this order; unknown ones are left out."""
    return tuple(
        row for at in range(0, len(product_ids), _BATCH) for row in _described(read, product_ids[at : at + _BATCH])
    )


def _narrowed(statement: Select[Any], wanted: GoodsFilter) -> Select[Any]:
    conditions = _conditions(wanted)
    if wanted.text.strip():
        conditions.append(_has_words(wanted.text))
    return statement.where(*conditions)


def _conditions(wanted: GoodsFilter) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = [
        Product.closed_at.is_not(None) if wanted.closed else Product.closed_at.is_(None)
    ]
    chips = (
        (wanted.no_price, ~_HAS_PRICE),
        (wanted.no_cost, Product.cost_minor.is_(None)),
        (wanted.no_family, Product.family_id.is_(None)),
        (wanted.no_code, ~_HAS_CODE),
        (wanted.low_stock, and_(Product.low_stock_milli.is_not(None), Product.low_stock_milli >= _ON_HAND)),
        (wanted.by_weight, Product.sold_by == "weight"),
        (wanted.category_id is not None, Product.category_id == wanted.category_id),
        (wanted.family_id is not None, Product.family_id == wanted.family_id),
        (wanted.supplier_id is not None, Product.supplier_id == wanted.supplier_id),
    )
    found += [condition for is_set, condition in chips if is_set]
    if wanted.among is not None:
        found.append(Product.id.in_(wanted.among))
    return found


def _has_words(typed: str) -> ColumnElement[bool]:
    """Products whose search terms hold every word; nothing for a text without a letter or digit."""
    match = " AND ".join(quoted(term) for term in query_terms(typed))
    if not match:
        return Product.id.in_(())
    return Product.id.in_(_MATCHED.bindparams(match=match))


def _described(read: Reader, product_ids: Sequence[Id]) -> tuple[GoodsRow, ...]:
    if not product_ids:
        return ()
    rows = read.connection.execute(_DESCRIBE, {"now": read.now, "products": list(product_ids)})
    by_id = {row.product_id: _row(row) for row in rows}
    return tuple(by_id[product_id] for product_id in product_ids if product_id in by_id)


def _row(row: Row[Any]) -> GoodsRow:
    return GoodsRow(
        product_id=row.product_id,
        sale_unit_id=row.sale_unit_id,
        name=row.name,
        spec=row.spec,
        brand=row.brand,
        code=row.code or "",
        plu=row.plu,
        category=row.category or "",
        family=row.family or "",
        supplier=row.supplier or "",
        price=money_or_none(row.price_minor),
        member_price=money_or_none(row.member_minor),
        cost=money_or_none(row.cost_minor),
        by_weight=row.sold_by == "weight",
        on_hand=Quantity(row.on_hand_milli) if row.on_hand_milli is not None else None,
        low_stock=Quantity(row.low_stock_milli) if row.low_stock_milli is not None else None,
        is_closed=row.closed_at is not None,
    )


_BATCH = 500
_THIS_SHOP = select(Till.shop_id).join(TillState, TillState.till_id == Till.id).limit(1).scalar_subquery()
_LEVEL = (
    select(StockLevel.on_hand_milli)
    .where(StockLevel.product_id == Product.id, StockLevel.shop_id == _THIS_SHOP)
    .correlate(Product)
    .scalar_subquery()
)
_ON_HAND: ColumnElement[int] = func.coalesce(_LEVEL, 0)
_OF_PRODUCT = and_(SaleUnit.product_id == Product.id, SaleUnit.is_default, SaleUnit.closed_at.is_(None))
_SHELF = select(PriceList.id).where(PriceList.code == PriceListCode.SHELF.value).scalar_subquery()
_HAS_PRICE = exists(
    select(Price.id)
    .join(SaleUnit, SaleUnit.id == Price.sale_unit_id)
    .where(_OF_PRODUCT, Price.price_list_id == _SHELF, Price.valid_from <= NOW)
    .correlate(Product)
)
_HAS_CODE = exists(
    select(Barcode.id)
    .join(SaleUnit, SaleUnit.id == Barcode.sale_unit_id)
    .where(_OF_PRODUCT, Barcode.closed_at.is_(None))
    .correlate(Product)
)
_PRICE = (
    select(price_now(PriceListCode.SHELF))
    .select_from(SaleUnit)
    .where(_OF_PRODUCT)
    .limit(1)
    .correlate(Product)
    .scalar_subquery()
)
_ORDERS: dict[str, ColumnElement[Any]] = {
    "name": Product.name.expression,
    "price": func.coalesce(_PRICE, -1),
    "cost": func.coalesce(Product.cost_minor, -1),
    "on_hand": _ON_HAND,
    "changed": Product.updated_at.expression,
}
_MATCHED = text(
    "SELECT product_search_doc.product_id AS product_id FROM product_search "
    "JOIN product_search_doc ON product_search_doc.doc_id = product_search.rowid WHERE product_search MATCH :match"
).columns(product_id=IdType())
_DESCRIBE: Select[*tuple[Any, ...]] = (
    select(
        Product.id.label("product_id"),
        SaleUnit.id.label("sale_unit_id"),
        Product.name,
        Product.spec,
        Product.brand,
        Product.plu,
        Product.sold_by,
        Product.cost_minor,
        Product.low_stock_milli,
        Product.closed_at,
        Category.name.label("category"),
        Family.name.label("family"),
        Company.name.label("supplier"),
        _LEVEL.label("on_hand_milli"),
        select(Barcode.code)
        .where(Barcode.sale_unit_id == SaleUnit.id, Barcode.closed_at.is_(None))
        .order_by(Barcode.id)
        .limit(1)
        .correlate(SaleUnit)
        .scalar_subquery()
        .label("code"),
        price_now(PriceListCode.SHELF).label("price_minor"),
        price_now(PriceListCode.MEMBER).label("member_minor"),
    )
    .select_from(Product)
    .outerjoin(SaleUnit, _OF_PRODUCT)
    .outerjoin(Category, Category.id == Product.category_id)
    .outerjoin(Family, Family.id == Product.family_id)
    .outerjoin(Company, Company.id == Product.supplier_id)
    .where(Product.id.in_(bindparam("products", type_=IdType(), expanding=True)))
)
