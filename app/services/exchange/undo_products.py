"""Taking back imported goods: new ones are closed, changed ones are as before where nobody changed them since."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Row, select, update

from app.models.catalogue import Barcode, Category, Family, Product, SaleUnit
from app.services.catalogue.codes import owners_of_plus
from app.services.catalogue.index import index_again
from app.services.catalogue.prices import PriceListCode, current_prices
from app.services.catalogue.rows import NewPrice, write_prices
from app.services.common.uow import UnitOfWork
from app.services.exchange.pieces import ADDED
from app.values.ids import Id, id_from_hex
from app.values.money import Money

CAUSE = "import undone"


def undo_products(uow: UnitOfWork, run_id: Id, changes: Sequence[Row[Any]]) -> None:
    """Take back what an import did to these products."""
    del run_id
    _close([change.row_id for change in changes if change.action == ADDED], uow)
    for change in changes:
        if change.action != ADDED and change.before:
            _restore(uow, change.row_id, json.loads(change.before))
    index_again(uow, [change.row_id for change in changes])


def undo_named(uow: UnitOfWork, run_id: Id, changes: Sequence[Row[Any]]) -> None:
    """Close categories and families that an import made, unless open goods have them."""
    del run_id
    for change in changes:
        model, column = (
            (Category, Product.category_id) if change.table_name == "category" else (Family, Product.family_id)
        )
        in_use = select(Product.id).where(column == change.row_id, Product.closed_at.is_(None)).exists()
        uow.connection.execute(
            update(model)
            .where(model.id == change.row_id, model.closed_at.is_(None), ~in_use)
            .values(closed_at=uow.now, **newer(uow, model))
        )


def newer(uow: UnitOfWork, model: type[Any]) -> dict[str, Any]:
    """The columns by which an edited row of reference data is known to be newer."""
    return {"row_version": model.row_version + 1, "updated_at": uow.now, "updated_by": uow.actor.staff_id}


def _close(product_ids: Sequence[Id], uow: UnitOfWork) -> None:
    if not product_ids:
        return
    units = select(SaleUnit.id).where(SaleUnit.product_id.in_(product_ids))
    closings: tuple[tuple[type[Any], Any], ...] = (
        (Barcode, Barcode.sale_unit_id.in_(units)),
        (SaleUnit, SaleUnit.product_id.in_(product_ids)),
        (Product, Product.id.in_(product_ids)),
    )
    for model, these in closings:
        uow.connection.execute(
            update(model).where(these, model.closed_at.is_(None)).values(closed_at=uow.now, **newer(uow, model))
        )


def _restore(uow: UnitOfWork, product_id: Id, before: Mapping[str, Any]) -> None:
    unit_id = id_from_hex(before["unit_id"])
    product = dict(before["product"])
    if "plu" in product and owners_of_plus(uow, [product["plu"][0]]):
        del product["plu"]  # somebody else has the old short number by now
    _restore_columns(uow, Product, product_id, product)
    _restore_columns(uow, SaleUnit, unit_id, before["unit"])
    if before["codes"]:
        uow.connection.execute(
            update(Barcode)
            .where(Barcode.sale_unit_id == unit_id, Barcode.code.in_(before["codes"]), Barcode.closed_at.is_(None))
            .values(closed_at=uow.now, **newer(uow, Barcode))
        )
    for code, old, new in before["prices"]:
        price_list = PriceListCode(code)
        holding = current_prices(uow, price_list, unit_id).get(unit_id)
        # Prices are history: the old one begins again. One that was the first stays, there is none to go back to.
        if old is not None and holding == Money(new):
            write_prices(uow, [NewPrice(unit_id, price_list, Money(old))], cause=CAUSE)


def _restore_columns(uow: UnitOfWork, model: type[Any], row_id: Id, values: Mapping[str, Sequence[Any]]) -> None:
    """Bring back old values where the import's own still stand."""
    if not values:
        return
    now = (
        uow.connection.execute(select(*(getattr(model, name) for name in values)).where(model.id == row_id))
        .one()
        ._mapping
    )
    back = {name: _stored(name, old) for name, (old, new) in values.items() if now[name] == _stored(name, new)}
    if back:
        uow.connection.execute(update(model).where(model.id == row_id).values(**back, **newer(uow, model)))


def _stored(name: str, value: object) -> object:
    return id_from_hex(value) if name.endswith("_id") and isinstance(value, str) else value
