"""Writing checked drafts as rows, many at once: the one way a product comes into the catalogue."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import insert

from app.models.catalogue import Barcode, Product, SaleUnit
from app.models.pricing import Price
from app.services.catalogue.content import parse_content
from app.services.catalogue.drafts import ProductDraft
from app.services.catalogue.index import index_new
from app.services.catalogue.names import (
    categories_named,
    families_named,
    name_key,
    price_list_id,
    reference_columns,
    suppliers_named,
    tax_class_at,
)
from app.services.catalogue.prices import PriceListCode
from app.services.catalogue.terms import ProductWords, search_terms
from app.services.common.uow import UnitOfWork
from app.values.ids import Id, new_id
from app.values.money import Money
from app.values.rates import Rate


@dataclass(frozen=True, slots=True)
class NewProduct:
    """A product that was just written."""

    product_id: Id
    sale_unit_id: Id


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What drafts name, as ids."""

    categories: Mapping[str, Id]
    families: Mapping[str, Id]
    suppliers: Mapping[str, Id]
    tax_classes: Mapping[tuple[Rate | None, bool | None], Id]

    def columns(self, draft: ProductDraft) -> dict[str, Any]:
        """The product's columns that a draft decides."""
        return {
            "name": draft.name,
            "spec": draft.spec,
            "brand": draft.brand,
            "plu": draft.plu,
            "family_id": self.families.get(name_key(draft.family)),
            "category_id": self.categories.get(name_key(draft.category)),
            "supplier_id": self.suppliers.get(name_key(draft.supplier)),
            "tax_class_id": self.tax_classes[draft.tax_rate, draft.tax_inclusive],
            "zone": draft.zone,
            "sold_by": "weight" if draft.by_weight else "piece",
            "shelf_life_days": draft.shelf_life_days,
            "private": draft.private,
            "earns_points": draft.earns_points,
            "cost_minor": draft.cost.minor if draft.cost is not None else None,
            "note": draft.note,
        }


@dataclass(frozen=True, slots=True)
class NewPrice:
    """A price to be written."""

    sale_unit_id: Id
    price_list: PriceListCode
    amount: Money


def surroundings_of(uow: UnitOfWork, drafts: Sequence[ProductDraft]) -> Surroundings:
    """Find or make everything that the drafts name."""
    rates = {(draft.tax_rate, draft.tax_inclusive) for draft in drafts}
    return Surroundings(
        categories=categories_named(uow, (draft.category for draft in drafts)),
        families=families_named(uow, (draft.family for draft in drafts)),
        suppliers=suppliers_named(uow, (draft.supplier for draft in drafts)),
        tax_classes={key: tax_class_at(uow, key[0], inclusive=key[1]) for key in rates},
    )


def write_products(
    uow: UnitOfWork,
    drafts: Sequence[ProductDraft],
    *,
    cause: str,
    terms: Sequence[str] | None = None,
    around: Surroundings | None = None,
) -> tuple[NewProduct, ...]:
    """Write checked drafts whose codes are free, each with one sale unit, its barcodes, prices and search terms.

    Whoever writes thousands makes the `terms` and `around` before, so that the file is not held meanwhile.
    """
    if not drafts:
        return ()
    around = around or surroundings_of(uow, drafts)
    products = [{**reference_columns(uow), **around.columns(draft)} for draft in drafts]
    units = [
        {**reference_columns(uow), "product_id": product["id"], **unit_columns(draft)}
        for product, draft in zip(products, drafts, strict=True)
    ]
    uow.connection.execute(insert(Product), products)
    uow.connection.execute(insert(SaleUnit), units)
    new = tuple(NewProduct(product["id"], unit["id"]) for product, unit in zip(products, units, strict=True))
    write_codes(
        uow,
        [(made.sale_unit_id, code) for made, draft in zip(new, drafts, strict=True) for code in draft.codes],
    )
    prices = [price for made, draft in zip(new, drafts, strict=True) for price in prices_in(draft, made.sale_unit_id)]
    write_prices(uow, prices, cause=cause)
    found_by = [search_terms(words_in(draft)) for draft in drafts] if terms is None else terms
    index_new(uow, {made.product_id: of_product for made, of_product in zip(new, found_by, strict=True)})
    return new


def unit_columns(draft: ProductDraft) -> dict[str, Any]:
    """The default sale unit's columns that a draft decides."""
    return {
        "name": draft.unit_name,
        "factor_milli": 1000,
        "is_default": True,
        **content_columns(draft.spec),
    }


def content_columns(spec: str) -> dict[str, Any]:
    """Net content as the sale unit stores it."""
    content = parse_content(spec)
    return {
        "content_milli": content.milli if content else None,
        "content_each_milli": content.each_milli if content else None,
        "content_count": content.count if content else None,
        "content_unit": content.unit if content else "",
    }


def words_in(draft: ProductDraft) -> ProductWords:
    """What a new product will be found by."""
    return ProductWords(draft.name, draft.spec, draft.brand, draft.supplier, draft.plu, draft.codes)


def prices_in(draft: ProductDraft, sale_unit_id: Id) -> list[NewPrice]:
    """The prices that a draft names."""
    named = ((PriceListCode.SHELF, draft.price), (PriceListCode.MEMBER, draft.member_price))
    return [NewPrice(sale_unit_id, price_list, amount) for price_list, amount in named if amount is not None]


def write_codes(uow: UnitOfWork, codes: Sequence[tuple[Id, str]]) -> None:
    """Write free barcodes."""
    rows = [{**reference_columns(uow), "sale_unit_id": unit, "code": code} for unit, code in codes]
    if rows:
        uow.connection.execute(insert(Barcode), rows)


def write_prices(
    uow: UnitOfWork, prices: Sequence[NewPrice], *, cause: str, valid_from: dt.datetime | None = None
) -> None:
    """Add prices to the history; they hold from now on, or from `valid_from`."""
    if not prices:
        return
    lists = {code: price_list_id(uow, code) for code in {price.price_list for price in prices}}
    rows = [
        {
            "id": new_id(),
            "sale_unit_id": price.sale_unit_id,
            "price_list_id": lists[price.price_list],
            "shop_id": None,
            "amount_minor": price.amount.minor,
            "valid_from": valid_from or uow.now,
            "valid_until": None,
            "cause": cause,
            "created_at": uow.now,
            "created_by": uow.actor.staff_id,
        }
        for price in prices
    ]
    uow.connection.execute(insert(Price), rows)
