"""Products as they are now, in the words of a draft: to show them for editing, or to see what an import changes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, bindparam, select

from app.models.catalogue import Barcode, Category, Family, Product, SaleUnit, TaxClass
from app.models.purchasing import Company
from app.models.types import IdType
from app.services.catalogue.drafts import ProductDraft
from app.services.catalogue.index import batches
from app.services.catalogue.prices import PriceListCode, money_or_none, price_now
from app.services.common.uow import Reader
from app.values.ids import Id
from app.values.rates import Rate


@dataclass(frozen=True, slots=True)
class CurrentProduct:
    """A product and its default sale unit.

    Attributes:
        row_version: Rises with every edit; whoever writes later compares it.
        draft: What it is; `codes` are those of all its units.
    """

    product_id: Id
    sale_unit_id: Id
    row_version: int
    draft: ProductDraft


def current_products(read: Reader, product_ids: Iterable[Id]) -> dict[Id, CurrentProduct]:
    """Open products by id; closed ones are left out."""
    found: dict[Id, CurrentProduct] = {}
    for batch in batches(tuple(dict.fromkeys(product_ids))):
        given = {"products": list(batch)}
        codes: dict[Id, list[str]] = {}
        for row in read.connection.execute(_CODES, given):
            codes.setdefault(row.product_id, []).append(row.code)
        for product in read.connection.execute(_CURRENT, {**given, "now": read.now}):
            found[product.product_id] = CurrentProduct(
                product.product_id,
                product.sale_unit_id,
                product.row_version,
                _draft(product, tuple(codes.get(product.product_id, ()))),
            )
    return found


def products_named(read: Reader, names: Iterable[str]) -> dict[tuple[str, str], list[Id]]:
    """Open products with exactly these names, by name and size."""
    found: dict[tuple[str, str], list[Id]] = {}
    wanted = tuple(dict.fromkeys(names))
    for at in range(0, len(wanted), 400):
        for row in read.connection.execute(_NAMED, {"names": wanted[at : at + 400]}):
            found.setdefault((row.name, row.spec), []).append(row.id)
    return found


def _draft(row: Row[*tuple[Any, ...]], codes: tuple[str, ...]) -> ProductDraft:
    return ProductDraft(
        name=row.name,
        spec=row.spec,
        brand=row.brand,
        plu=row.plu,
        codes=codes,
        price=money_or_none(row.price_minor),
        member_price=money_or_none(row.member_price_minor),
        cost=money_or_none(row.cost_minor),
        category=row.category or "",
        family=row.family or "",
        supplier=row.supplier or "",
        unit_name=row.unit_name,
        by_weight=row.sold_by == "weight",
        tax_rate=Rate(row.rate_bp),
        tax_inclusive=row.inclusive,
        shelf_life_days=row.shelf_life_days,
        zone=row.zone,
        private=row.private,
        earns_points=row.earns_points,
        note=row.note,
    )


_THESE = bindparam("products", type_=IdType(), expanding=True)
_CODES = (
    select(SaleUnit.product_id, Barcode.code)
    .join(Barcode, Barcode.sale_unit_id == SaleUnit.id)
    .where(SaleUnit.product_id.in_(_THESE), Barcode.closed_at.is_(None), SaleUnit.closed_at.is_(None))
    .order_by(Barcode.id)
)
_CURRENT = (
    select(
        Product.id.label("product_id"),
        SaleUnit.id.label("sale_unit_id"),
        Product.row_version,
        Product.name,
        Product.spec,
        Product.brand,
        Product.plu,
        Product.sold_by,
        Product.cost_minor,
        Product.shelf_life_days,
        Product.zone,
        Product.private,
        Product.earns_points,
        Product.note,
        SaleUnit.name.label("unit_name"),
        Category.name.label("category"),
        Family.name.label("family"),
        Company.name.label("supplier"),
        TaxClass.rate_bp,
        TaxClass.inclusive,
        price_now(PriceListCode.SHELF).label("price_minor"),
        price_now(PriceListCode.MEMBER).label("member_price_minor"),
    )
    .select_from(SaleUnit)
    .join(Product, Product.id == SaleUnit.product_id)
    .join(TaxClass, TaxClass.id == Product.tax_class_id)
    .outerjoin(Category, Category.id == Product.category_id)
    .outerjoin(Family, Family.id == Product.family_id)
    .outerjoin(Company, Company.id == Product.supplier_id)
    .where(Product.id.in_(_THESE), Product.closed_at.is_(None), SaleUnit.is_default, SaleUnit.closed_at.is_(None))
)
_NAMED = select(Product.id, Product.name, Product.spec).where(
    Product.name.in_(bindparam("names", expanding=True)), Product.closed_at.is_(None)
)
