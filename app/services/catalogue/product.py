"""One product as its editor shows it, and saving what was changed there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, Select, func, select, update

from app.models.catalogue import Barcode, Category, Family, Product, SaleUnit, TaxClass
from app.models.organisation import Staff
from app.models.pricing import Price, PriceList
from app.models.purchasing import Company
from app.services.catalogue.drafts import ProductDraft
from app.services.catalogue.edit import UnknownProduct, change_product
from app.services.catalogue.prices import PriceListCode, money_or_none, price_now
from app.services.common import audit
from app.services.common.actor import Permission
from app.services.common.permissions import require
from app.services.common.topics import Topic
from app.services.common.uow import Reader, UnitOfWork
from app.services.common.versions import require_version
from app.values.errors import QT_TRANSLATE_NOOP, UserError
from app.values.ids import Id
from app.values.money import Money
from app.values.quantity import Quantity
from app.values.rates import Rate

LONGEST_HISTORY = 200
MOST_ON_HAND = Quantity.of(1_000_000)


class BadLowStock(UserError):
    """Below nothing, or more than any shelf holds."""

    text = QT_TRANSLATE_NOOP("errors", "The stock to order again at must lie between 0 and {most}.")


@dataclass(frozen=True, slots=True)
class UnitRecord:
    """A way the product is sold.

    Attributes:
        codes: Open barcodes, the oldest first.
    """

    sale_unit_id: Id
    name: str
    factor: Quantity
    is_default: bool
    codes: tuple[str, ...]
    price: Money | None
    member_price: Money | None


@dataclass(frozen=True, slots=True)
class PriceRecord:
    """A line of the price history.

    Attributes:
        until: When it ends by itself; None for open.
        by: Who gave it; empty for an import.
        is_replaced: Another price begins at the same moment and was given later.
    """

    price_id: Id
    unit_name: str
    price_list: PriceListCode
    amount: Money
    begins: dt.datetime
    until: dt.datetime | None
    cause: str
    by: str
    is_replaced: bool = False

    def is_planned(self, now: dt.datetime) -> bool:
        """Whether it has not begun and will."""
        return self.begins > now and not self.is_replaced


@dataclass(frozen=True, slots=True)
class ProductRecord:
    """A product with everything its editor shows.

    Attributes:
        draft: What is edited as one; its codes are those of the default unit.
        version: What `save_product` compares.
        content: Net content as read from the spec, as `550 ml`; empty when there is none.
    """

    product_id: Id
    draft: ProductDraft
    version: int
    low_stock: Quantity | None
    units: tuple[UnitRecord, ...]
    history: tuple[PriceRecord, ...]
    content: str
    is_closed: bool


@dataclass(frozen=True, slots=True)
class TaxChoice:
    """A tax class that goods can be given."""

    name: str
    rate: Rate
    inclusive: bool


@dataclass(frozen=True, slots=True)
class KnownNames:
    """Names that are in use, offered while one types."""

    categories: tuple[str, ...]
    families: tuple[str, ...]
    suppliers: tuple[str, ...]
    zones: tuple[str, ...]
    taxes: tuple[TaxChoice, ...]


def product_record(read: Reader, product_id: Id) -> ProductRecord:
    """The product as it stands.

    Raises:
        UnknownProduct: there never was one.
    """
    row = read.connection.execute(_RECORD.where(Product.id == product_id)).first()
    if row is None:
        raise UnknownProduct()
    units = _units(read, product_id)
    return ProductRecord(
        product_id=product_id,
        draft=_draft(row, units),
        version=row.row_version,
        low_stock=Quantity(row.low_stock_milli) if row.low_stock_milli is not None else None,
        units=units,
        history=price_history(read, product_id),
        content=_content(read, product_id),
        is_closed=row.closed_at is not None,
    )


def price_history(read: Reader, product_id: Id) -> tuple[PriceRecord, ...]:
    """Every price of all units, the latest beginning first, planned ones too."""
    rows = read.connection.execute(
        select(Price, PriceList.code, SaleUnit.name.label("unit_name"), Staff.name.label("by"))
        .join(SaleUnit, SaleUnit.id == Price.sale_unit_id)
        .join(PriceList, PriceList.id == Price.price_list_id)
        .outerjoin(Staff, Staff.id == Price.created_by)
        .where(SaleUnit.product_id == product_id, PriceList.code.in_([code.value for code in PriceListCode]))
        .order_by(Price.valid_from.desc(), Price.id.desc())
        .limit(LONGEST_HISTORY)
    )
    found: list[PriceRecord] = []
    seen: set[tuple[Id, str, dt.datetime]] = set()
    for row in rows:
        moment = (row.sale_unit_id, row.code, row.valid_from)
        found.append(
            PriceRecord(
                row.id,
                row.unit_name,
                PriceListCode(row.code),
                Money(row.amount_minor),
                row.valid_from,
                row.valid_until,
                row.cause,
                row.by or "",
                moment in seen,
            )
        )
        seen.add(moment)
    return tuple(found)


def known_names(read: Reader) -> KnownNames:
    """What goods are sorted by in this shop."""

    def names(model: type[Any]) -> tuple[str, ...]:
        found = select(model.name).where(model.closed_at.is_(None)).order_by(model.name)
        return tuple(read.connection.execute(found).scalars())

    suppliers = read.connection.execute(
        select(Company.name).where(Company.closed_at.is_(None), Company.is_supplier).order_by(Company.name)
    ).scalars()
    zones = read.connection.execute(
        select(Product.zone).where(Product.zone != "", Product.closed_at.is_(None)).distinct().order_by(Product.zone)
    ).scalars()
    taxes = read.connection.execute(
        select(TaxClass).where(TaxClass.closed_at.is_(None)).order_by(TaxClass.rate_bp, TaxClass.id)
    )
    return KnownNames(
        names(Category),
        names(Family),
        tuple(suppliers),
        tuple(zones),
        tuple(TaxChoice(row.name, Rate(row.rate_bp), row.inclusive) for row in taxes),
    )


def save_product(
    uow: UnitOfWork, product_id: Id, draft: ProductDraft, *, seen: int | None = None, low_stock: Quantity | None = None
) -> None:
    """Make the product what its editor says: `change_product`, and the stock to order again at.

    Raises:
        ChangedMeanwhile: somebody else saved it since version `seen`.
        UserError: as for `change_product`; BadLowStock.
    """
    require(uow, Permission.EDIT_CATALOGUE)
    require_version(_version(uow, product_id), seen)
    change_product(uow, product_id, draft)
    set_low_stock(uow, [product_id], low_stock)


def set_low_stock(uow: UnitOfWork, product_ids: Sequence[Id], low_stock: Quantity | None) -> None:
    """At how much on hand goods are to be ordered again; None: nobody is told.

    Raises:
        BadLowStock
    """
    require(uow, Permission.EDIT_CATALOGUE)
    if low_stock is not None and not 0 <= low_stock.milli <= MOST_ON_HAND.milli:
        raise BadLowStock(most=MOST_ON_HAND)
    milli = low_stock.milli if low_stock is not None else None
    done = uow.connection.execute(
        update(Product)
        .where(Product.id.in_(product_ids), Product.low_stock_milli.is_distinct_from(milli))
        .values(
            low_stock_milli=milli,
            row_version=Product.row_version + 1,
            updated_at=uow.now,
            updated_by=uow.actor.staff_id,
        )
        .returning(Product.id)
    ).scalars()
    for product_id in done.all():
        audit.record(uow, "low_stock_set", subject=("product", product_id), detail={"low_stock_milli": milli})
    uow.changed.add(Topic.CATALOGUE)


def _version(read: Reader, product_id: Id) -> int:
    found = read.connection.execute(select(Product.row_version).where(Product.id == product_id)).scalar_one_or_none()
    if found is None:
        raise UnknownProduct()
    return int(found)


def _units(read: Reader, product_id: Id) -> tuple[UnitRecord, ...]:
    rows = read.connection.execute(
        select(
            SaleUnit,
            price_now(PriceListCode.SHELF).label("price_minor"),
            price_now(PriceListCode.MEMBER).label("member_minor"),
        )
        .where(SaleUnit.product_id == product_id, SaleUnit.closed_at.is_(None))
        .order_by(SaleUnit.is_default.desc(), SaleUnit.factor_milli, SaleUnit.id),
        {"now": read.now},
    ).all()
    codes: dict[Id, list[str]] = {}
    for unit_id, code in read.connection.execute(
        select(Barcode.sale_unit_id, Barcode.code)
        .join(SaleUnit, SaleUnit.id == Barcode.sale_unit_id)
        .where(SaleUnit.product_id == product_id, Barcode.closed_at.is_(None))
        .order_by(Barcode.id)
    ):
        codes.setdefault(unit_id, []).append(code)
    return tuple(
        UnitRecord(
            row.id,
            row.name,
            Quantity(row.factor_milli),
            row.is_default,
            tuple(codes.get(row.id, ())),
            money_or_none(row.price_minor),
            money_or_none(row.member_minor),
        )
        for row in rows
    )


def _draft(row: Row[Any], units: Sequence[UnitRecord]) -> ProductDraft:
    usual = units[0] if units else None
    return ProductDraft(
        name=row.name,
        spec=row.spec,
        brand=row.brand,
        plu=row.plu,
        codes=usual.codes if usual else (),
        price=usual.price if usual else None,
        member_price=usual.member_price if usual else None,
        cost=money_or_none(row.cost_minor),
        category=row.category or "",
        family=row.family or "",
        supplier=row.supplier or "",
        unit_name=usual.name if usual else "",
        by_weight=row.sold_by == "weight",
        tax_rate=Rate(row.rate_bp),
        tax_inclusive=row.inclusive,
        shelf_life_days=row.shelf_life_days,
        zone=row.zone,
        private=row.private,
        earns_points=row.earns_points,
        note=row.note,
    )


def _content(read: Reader, product_id: Id) -> str:
    row = read.connection.execute(
        select(SaleUnit.content_milli, SaleUnit.content_unit)
        .where(SaleUnit.product_id == product_id, SaleUnit.is_default)
        .order_by(SaleUnit.closed_at.is_not(None), func.coalesce(SaleUnit.closed_at, ""))
        .limit(1)
    ).first()
    if row is None or row.content_milli is None:
        return ""
    return f"{Quantity(row.content_milli)} {row.content_unit}".strip()


_RECORD: Select[*tuple[Any, ...]] = (
    select(
        Product,
        Category.name.label("category"),
        Family.name.label("family"),
        Company.name.label("supplier"),
        TaxClass.rate_bp,
        TaxClass.inclusive,
    )
    .join(TaxClass, TaxClass.id == Product.tax_class_id)
    .outerjoin(Category, Category.id == Product.category_id)
    .outerjoin(Family, Family.id == Product.family_id)
    .outerjoin(Company, Company.id == Product.supplier_id)
)
