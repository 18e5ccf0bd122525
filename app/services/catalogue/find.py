"""From a scanned or typed code to the article, with one statement.

Order: the exact barcode (UPC-A and EAN-13 are one article), then the shop's scale label, then the short number (PLU)
typed by itself. A product whose barcode happens to look like a scale label is therefore never mistaken for one.
"""

from __future__ import annotations

import dataclasses
from typing import Any, NamedTuple

from sqlalchemy import Integer, Select, String, bindparam, case, literal_column, select, union_all

from app.models.catalogue import Barcode, Category, Product, SaleUnit, TaxClass
from app.services.catalogue.items import ScannedItem, TaxKind
from app.services.catalogue.prices import PriceListCode, money_or_none, price_now
from app.services.common.prepared import Prepared
from app.services.common.uow import Reader
from app.values.barcode import ScaleLabel, ScaleRule, clean_code, gtin_forms, read_scale_label
from app.values.errors import QT_TRANSLATE_NOOP, UserError
from app.values.ids import Id
from app.values.money import Money
from app.values.quantity import Quantity
from app.values.rates import Rate
from app.values.rounding import divide_half_up

BY_BARCODE, BY_LABEL, BY_PLU = 0, 2, 4


class UnknownSaleUnit(UserError):
    """The article is not in the catalogue, or no longer."""

    text = QT_TRANSLATE_NOOP("errors", "This article is no longer in the catalogue. Nothing was changed.")


def find_item(read: Reader, code: str, *, rule: ScaleRule) -> ScannedItem | None:
    """The article behind `code`, or None when nobody knows it.

    A scale label's amount is kept as printed; where the article is sold by weight, its weight is then only an
    estimate (amount through today's price): `label_amount` beside `label_quantity` says so.
    """
    cleaned = clean_code(code)
    if not cleaned:
        return None
    label = read_scale_label(cleaned, rule)
    forms = gtin_forms(cleaned)
    label_plu = label.plu if label else ""
    rows = _BY_CODE.run(
        read.connection,
        {
            "now": read.now,
            "code": cleaned,
            "other_form": forms[-1],
            "label_plu": label_plu,
            "label_plu_short": label_plu.lstrip("0"),
        },
    )
    if not rows:
        return None
    found_by, *row = rows[0]
    item = _item_from(_ItemRow._make(row), code=cleaned)
    return _with_label(item, label) if label and found_by in (BY_LABEL, BY_LABEL + 1) else item


def item_of_unit(read: Reader, sale_unit_id: Id, *, code: str = "") -> ScannedItem:
    """The article of a sale unit chosen from a list.

    Raises:
        UnknownSaleUnit: it was closed meanwhile.
    """
    rows = _BY_UNIT.run(read.connection, {"now": read.now, "sale_unit_id": sale_unit_id})
    if not rows:
        raise UnknownSaleUnit()
    return _item_from(_ItemRow._make(rows[0]), code=code)


class _ItemRow(NamedTuple):
    """A row of `_ITEM_COLUMNS`, as the driver gives it."""

    product_id: Id
    sale_unit_id: Id
    name: str
    spec: str
    unit_name: str
    factor_milli: int
    sold_by: str
    family_id: Id | None
    category_id: Id | None
    cost_minor: int | None
    earns_points: int
    margin_bp: int | None
    tax_code: str
    tax_name: str
    tax_bp: int
    tax_inclusive: int
    price_minor: int | None
    member_price_minor: int | None


def _item_from(row: _ItemRow, *, code: str) -> ScannedItem:
    """A row as the value the till sells from."""
    price = money_or_none(row.price_minor)
    cost, estimated = _unit_cost(row, price)
    return ScannedItem(
        product_id=row.product_id,
        sale_unit_id=row.sale_unit_id,
        code=code,
        name=row.name,
        spec=row.spec,
        unit_name=row.unit_name,
        by_weight=row.sold_by == "weight",
        tax=TaxKind(row.tax_code, row.tax_name, Rate(row.tax_bp), bool(row.tax_inclusive)),
        price=price,
        member_price=money_or_none(row.member_price_minor),
        factor=Quantity(row.factor_milli),
        family_id=row.family_id,
        category_id=row.category_id,
        unit_cost=cost,
        cost_estimated=estimated,
        earns_points=bool(row.earns_points),
    )


def _unit_cost(row: _ItemRow, price: Money | None) -> tuple[Money | None, bool]:
    """Cost of one sale unit, and whether it is only estimated from the category's margin on the shelf price."""
    if row.cost_minor is not None:
        return Money(row.cost_minor).times(Quantity(row.factor_milli)), False
    if price is None or row.margin_bp is None:
        return None, False
    return Money(divide_half_up(price.minor * (10_000 - row.margin_bp), 10_000)), True


def _with_label(item: ScannedItem, label: ScaleLabel) -> ScannedItem:
    """The item with what its label says; a weight means nothing for goods sold by the piece."""
    if label.amount is None:
        return dataclasses.replace(item, label_quantity=label.weight if item.by_weight else None)
    weight = None
    if item.by_weight and item.price is not None and item.price.minor > 0:
        weight = Quantity(divide_half_up(label.amount.minor * 1000, item.price.minor))
    return dataclasses.replace(item, label_amount=label.amount, label_quantity=weight or None)


_ITEM_COLUMNS = (
    Product.id.label("product_id"),
    SaleUnit.id.label("sale_unit_id"),
    Product.name.label("name"),
    Product.spec.label("spec"),
    SaleUnit.name.label("unit_name"),
    SaleUnit.factor_milli.label("factor_milli"),
    Product.sold_by.label("sold_by"),
    Product.family_id.label("family_id"),
    Product.category_id.label("category_id"),
    Product.cost_minor.label("cost_minor"),
    Product.earns_points.label("earns_points"),
    Category.margin_bp.label("margin_bp"),
    TaxClass.code.label("tax_code"),
    TaxClass.name.label("tax_name"),
    TaxClass.rate_bp.label("tax_bp"),
    TaxClass.inclusive.label("tax_inclusive"),
    price_now(PriceListCode.SHELF).label("price_minor"),
    price_now(PriceListCode.MEMBER).label("member_price_minor"),
)


def _statement_by_code() -> Select[*tuple[Any, ...]]:
    """Every way a code can name an article, best first."""
    code = bindparam("code", type_=String())
    barcode = select(
        case((Barcode.code == code, literal_column(str(BY_BARCODE), Integer)), else_=BY_BARCODE + 1).label("found_by"),
        Barcode.sale_unit_id.label("unit_id"),
    ).where(Barcode.code.in_((code, bindparam("other_form"))), Barcode.closed_at.is_(None))
    hits = union_all(
        barcode,
        _units_by_plu("label_plu", BY_LABEL),
        _units_by_plu("label_plu_short", BY_LABEL + 1),
        _units_by_plu("code", BY_PLU),
    ).subquery("hit")
    return (
        select(hits.c.found_by, *_ITEM_COLUMNS)
        .select_from(hits)
        .join(SaleUnit, SaleUnit.id == hits.c.unit_id)
        .join(Product, Product.id == SaleUnit.product_id)
        .join(TaxClass, TaxClass.id == Product.tax_class_id)
        .outerjoin(Category, Category.id == Product.category_id)
        .where(SaleUnit.closed_at.is_(None), Product.closed_at.is_(None))
        .order_by(hits.c.found_by)
        .limit(literal_column("1", Integer))
    )


def _units_by_plu(parameter: str, found_by: int) -> Select[int, Id]:
    """The default units of the product with a short number; repeats the condition of the partial index."""
    return (
        select(literal_column(str(found_by), Integer), SaleUnit.id)
        .join(Product, Product.id == SaleUnit.product_id)
        .where(
            Product.plu == bindparam(parameter),
            Product.plu != literal_column("''"),
            Product.closed_at.is_(None),
            SaleUnit.is_default,
            SaleUnit.closed_at.is_(None),
        )
    )


def _statement_by_unit() -> Select[*tuple[Any, ...]]:
    return (
        select(*_ITEM_COLUMNS)
        .select_from(SaleUnit)
        .join(Product, Product.id == SaleUnit.product_id)
        .join(TaxClass, TaxClass.id == Product.tax_class_id)
        .outerjoin(Category, Category.id == Product.category_id)
        .where(
            SaleUnit.id == bindparam("sale_unit_id"),
            SaleUnit.closed_at.is_(None),
            Product.closed_at.is_(None),
        )
    )


_BY_CODE = Prepared(_statement_by_code())
_BY_UNIT = Prepared(_statement_by_unit())
