"""Editing the catalogue: products, their barcodes and their prices. Every edit is checked, and leaves an audit row."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import Row, func, insert, select, update

from app.models.catalogue import Barcode, Product, SaleUnit
from app.services.catalogue.codes import require_free
from app.services.catalogue.drafts import (
    MAX_WORD,
    NameMissing,
    ProductDraft,
    check_code,
    check_price,
    check_text,
    checked,
)
from app.services.catalogue.find import UnknownSaleUnit, item_of_unit
from app.services.catalogue.index import index_again
from app.services.catalogue.items import ScannedItem
from app.services.catalogue.names import reference_columns
from app.services.catalogue.prices import PriceListCode, current_prices
from app.services.catalogue.rows import (
    NewPrice,
    content_columns,
    prices_in,
    surroundings_of,
    write_codes,
    write_prices,
    write_products,
)
from app.services.common import audit
from app.services.common.actor import Permission
from app.services.common.permissions import require
from app.services.common.topics import Topic
from app.services.common.uow import Reader, UnitOfWork
from app.values.barcode import clean_code, gtin_forms
from app.values.errors import QT_TRANSLATE_NOOP, UserError
from app.values.ids import Id
from app.values.money import Money
from app.values.quantity import Quantity


class UnknownProduct(UserError):
    """The product is not there, or no longer."""

    text = QT_TRANSLATE_NOOP("errors", "This product is no longer in the catalogue. Nothing was changed.")


class UnknownCode(UserError):
    """Nobody has this barcode."""

    text = QT_TRANSLATE_NOOP("errors", "No article has the barcode {code}.")


class PriceAlreadyGiven(UserError):
    """Somebody gave the article a price meanwhile."""

    text = QT_TRANSLATE_NOOP("errors", "This article already has the price {price}. Scan it again.")


class PriceNotAboveZero(UserError):
    """A first price of nothing is a slip."""

    text = QT_TRANSLATE_NOOP("errors", "The first price must be above zero.")


class PriceInThePast(UserError):
    """History is not rewritten."""

    text = QT_TRANSLATE_NOOP("errors", "A price cannot begin in the past.")


class BadFactor(UserError):
    """A pack that holds nothing."""

    text = QT_TRANSLATE_NOOP("errors", "A pack must hold more than nothing and at most 100,000 pieces.")


MAX_FACTOR = Quantity.of(100_000)


def add_product(uow: UnitOfWork, draft: ProductDraft) -> Id:
    """Put a product on sale and return its id.

    Raises:
        UserError: something about the draft cannot be, or another product has one of its codes.
    """
    require(uow, Permission.EDIT_CATALOGUE)
    draft = checked(draft)
    require_free(uow, draft.codes, draft.plu, product_id=None)
    (made,) = write_products(uow, [draft], cause="product added")
    audit.record(uow, "product_added", subject=("product", made.product_id), amount=draft.price)
    uow.changed.add(Topic.CATALOGUE)
    return made.product_id


def change_product(uow: UnitOfWork, product_id: Id, draft: ProductDraft) -> None:
    """Make a product what the draft says. New codes are added and a new price begins now; codes and prices that the
    draft does not name stay as they are.

    Raises:
        UserError: as for `add_product`; UnknownProduct.
    """
    require(uow, Permission.EDIT_CATALOGUE)
    draft = checked(draft)
    unit_id = default_unit(uow, product_id)
    require_free(uow, draft.codes, draft.plu, product_id=product_id)
    columns = surroundings_of(uow, [draft]).columns(draft)
    before = uow.connection.execute(
        select(*(getattr(Product, name) for name in columns)).where(Product.id == product_id)
    ).one()
    changed = sorted(name for name in columns if getattr(before, name) != columns[name])
    if changed:
        uow.connection.execute(
            update(Product).where(Product.id == product_id).values(**columns, **_newer(uow, Product))
        )
    _change_unit(uow, unit_id, {"name": draft.unit_name, **content_columns(draft.spec)})
    known = {form for row in codes_of(uow, product_id) for form in gtin_forms(row)}
    write_codes(uow, [(unit_id, code) for code in draft.codes if code not in known])
    for price in prices_in(draft, unit_id):
        _begin_price(uow, price, cause="product changed")
    index_again(uow, [product_id])
    audit.record(uow, "product_changed", subject=("product", product_id), detail={"fields": changed})
    uow.changed.add(Topic.CATALOGUE)


def close_product(uow: UnitOfWork, product_id: Id) -> None:
    """Take a product out of the catalogue; what was sold stays, and its codes are free again.

    Raises:
        UnknownProduct: it is not there.
    """
    require(uow, Permission.EDIT_CATALOGUE)
    default_unit(uow, product_id)
    units = select(SaleUnit.id).where(SaleUnit.product_id == product_id)
    closings: tuple[tuple[type[Any], Any], ...] = (
        (Barcode, Barcode.sale_unit_id.in_(units)),
        (SaleUnit, SaleUnit.product_id == product_id),
        (Product, Product.id == product_id),
    )
    for model, these in closings:
        uow.connection.execute(
            update(model).where(these, model.closed_at.is_(None)).values(closed_at=uow.now, **_newer(uow, model))
        )
    index_again(uow, [product_id])
    audit.record(uow, "product_closed", subject=("product", product_id))
    uow.changed.add(Topic.CATALOGUE)


def add_sale_unit(uow: UnitOfWork, product_id: Id, name: str, factor: Quantity, *, spec: str = "") -> Id:
    """A further way to sell a product, as a box of 24; it needs a barcode and a price of its own.

    Raises:
        UnknownProduct, NameMissing, BadFactor: nothing was changed.
    """
    require(uow, Permission.EDIT_CATALOGUE)
    default_unit(uow, product_id)
    cleaned = check_text(name, MAX_WORD)
    if not cleaned:
        raise NameMissing()
    if not 0 < factor.milli <= MAX_FACTOR.milli:
        raise BadFactor()
    columns = reference_columns(uow)
    own = {"product_id": product_id, "name": cleaned, "factor_milli": factor.milli, "is_default": False}
    uow.connection.execute(insert(SaleUnit), {**columns, **own, **content_columns(spec)})
    audit.record(uow, "sale_unit_added", subject=("sale_unit", columns["id"]), detail={"factor_milli": factor.milli})
    uow.changed.add(Topic.CATALOGUE)
    return Id(columns["id"])


def add_barcode(uow: UnitOfWork, sale_unit_id: Id, code: str) -> None:
    """Let one more code name a sale unit; a code it already has is no error.

    Raises:
        UnknownSaleUnit, BadCode, CodeTaken: nothing was changed.
    """
    require(uow, Permission.EDIT_CATALOGUE)
    cleaned = check_code(code)
    product_id = _open_unit(uow, sale_unit_id).product_id
    require_free(uow, [cleaned], "", product_id=product_id, sale_unit_id=sale_unit_id)
    known = uow.connection.execute(
        select(Barcode.code).where(Barcode.sale_unit_id == sale_unit_id, Barcode.closed_at.is_(None))
    ).scalars()
    if not set(gtin_forms(cleaned)).isdisjoint(known):
        return
    write_codes(uow, [(sale_unit_id, cleaned)])
    index_again(uow, [product_id])
    audit.record(uow, "barcode_added", subject=("sale_unit", sale_unit_id), detail={"code": cleaned})
    uow.changed.add(Topic.CATALOGUE)


def close_barcode(uow: UnitOfWork, code: str) -> None:
    """Let a code name nothing any more; it can be given to another article.

    Raises:
        UnknownCode: nobody has it.
    """
    require(uow, Permission.EDIT_CATALOGUE)
    cleaned = clean_code(code)
    row = uow.connection.execute(
        select(Barcode.id, Barcode.sale_unit_id, SaleUnit.product_id)
        .join(SaleUnit, SaleUnit.id == Barcode.sale_unit_id)
        .where(Barcode.code.in_(gtin_forms(cleaned)), Barcode.closed_at.is_(None))
    ).first()
    if row is None:
        raise UnknownCode(code=cleaned)
    uow.connection.execute(
        update(Barcode).where(Barcode.id == row.id).values(closed_at=uow.now, **_newer(uow, Barcode))
    )
    index_again(uow, [row.product_id])
    audit.record(uow, "barcode_closed", subject=("sale_unit", row.sale_unit_id), detail={"code": cleaned})
    uow.changed.add(Topic.CATALOGUE)


def set_price(
    uow: UnitOfWork,
    sale_unit_id: Id,
    price: Money,
    *,
    price_list: PriceListCode = PriceListCode.SHELF,
    cause: str,
    valid_from: dt.datetime | None = None,
) -> None:
    """Let a price hold from now on, or from a later moment; the history before it stays.

    Raises:
        UnknownSaleUnit, PriceOutOfRange, PriceInThePast: nothing was changed.
    """
    require(uow, Permission.EDIT_CATALOGUE)
    check_price(price)
    if valid_from is not None and valid_from < uow.now:
        raise PriceInThePast()
    _open_unit(uow, sale_unit_id)
    new = NewPrice(sale_unit_id, price_list, price)
    if not _begin_price(uow, new, cause=check_text(cause, MAX_WORD), valid_from=valid_from):
        return
    detail: dict[str, object] = {"price_list": price_list.value, "cause": cause}
    audit.record(uow, "price_set", subject=("sale_unit", sale_unit_id), amount=price, detail=detail)
    uow.changed.add(Topic.CATALOGUE)


def give_first_price(uow: UnitOfWork, sale_unit_id: Id, price: Money) -> ScannedItem:
    """Give an article without a shelf price one that it keeps, and return it as it is now sold.

    Raises:
        GrantNeeded: the role does not permit it and nobody granted it.
        PriceAlreadyGiven, PriceNotAboveZero, PriceOutOfRange, UnknownSaleUnit: nothing was changed.
    """
    require(uow, Permission.SET_MISSING_PRICE)
    check_price(price)
    if not price:
        raise PriceNotAboveZero()
    item = item_of_unit(uow, sale_unit_id)
    if item.price is not None:
        raise PriceAlreadyGiven(price=item.price)
    write_prices(uow, [NewPrice(sale_unit_id, PriceListCode.SHELF, price)], cause="first price")
    audit.record(uow, "first_price_given", subject=("sale_unit", sale_unit_id), amount=price)
    uow.changed.add(Topic.CATALOGUE)
    return item_of_unit(uow, sale_unit_id)


def default_unit(read: Reader, product_id: Id) -> Id:
    """The sale unit that a product is sold in when nothing else is said.

    Raises:
        UnknownProduct: the product is not there, or closed.
    """
    found = read.connection.execute(
        select(SaleUnit.id)
        .join(Product, Product.id == SaleUnit.product_id)
        .where(SaleUnit.product_id == product_id, SaleUnit.closed_at.is_(None), Product.closed_at.is_(None))
        .order_by(SaleUnit.is_default.desc(), SaleUnit.id)
        .limit(1)
    ).scalar_one_or_none()
    if found is None:
        raise UnknownProduct()
    return found


def codes_of(read: Reader, product_id: Id) -> tuple[str, ...]:
    """The open barcodes of all units of a product."""
    rows = read.connection.execute(
        select(Barcode.code)
        .join(SaleUnit, SaleUnit.id == Barcode.sale_unit_id)
        .where(SaleUnit.product_id == product_id, Barcode.closed_at.is_(None))
        .order_by(Barcode.id)
    )
    return tuple(rows.scalars())


def count_products(read: Reader) -> int:
    """How many products are on sale."""
    return int(
        read.connection.execute(
            select(func.count()).select_from(Product).where(Product.closed_at.is_(None))
        ).scalar_one()
    )


def _newer(uow: UnitOfWork, model: type[Any]) -> dict[str, Any]:
    """The columns by which an edited row of reference data is known to be newer."""
    return {"row_version": model.row_version + 1, "updated_at": uow.now, "updated_by": uow.actor.staff_id}


def _open_unit(read: Reader, sale_unit_id: Id) -> Row[Any]:
    row = read.connection.execute(
        select(SaleUnit.product_id).where(SaleUnit.id == sale_unit_id, SaleUnit.closed_at.is_(None))
    ).first()
    if row is None:
        raise UnknownSaleUnit()
    return row


def _change_unit(uow: UnitOfWork, sale_unit_id: Id, columns: dict[str, Any]) -> None:
    before = uow.connection.execute(
        select(*(getattr(SaleUnit, name) for name in columns)).where(SaleUnit.id == sale_unit_id)
    ).one()
    if before._asdict() != columns:
        uow.connection.execute(
            update(SaleUnit).where(SaleUnit.id == sale_unit_id).values(**columns, **_newer(uow, SaleUnit))
        )


def _begin_price(uow: UnitOfWork, price: NewPrice, *, cause: str, valid_from: dt.datetime | None = None) -> bool:
    """Write the price unless it is what holds at that moment anyway; say whether it was written."""
    holding = current_prices(uow, price.price_list, price.sale_unit_id, at=valid_from)
    if holding.get(price.sale_unit_id) == price.amount:
        return False
    write_prices(uow, [price], cause=cause, valid_from=valid_from)
    return True
