"""Taking a closed product back into the catalogue, with the units and barcodes that were closed with it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select, update

from app.models.catalogue import Barcode, Product, SaleUnit
from app.services.catalogue.codes import require_free
from app.services.catalogue.edit import UnknownProduct
from app.services.catalogue.index import index_again
from app.services.common import audit
from app.services.common.actor import Permission
from app.services.common.permissions import require
from app.services.common.topics import Topic
from app.services.common.uow import UnitOfWork
from app.values.ids import Id


def reopen_product(uow: UnitOfWork, product_id: Id) -> None:
    """Put it on sale again; one that is open already is no error.

    Raises:
        UnknownProduct: there never was one.
        CodeTaken, PluTaken: another product got its code meanwhile; nothing was changed.
    """
    require(uow, Permission.EDIT_CATALOGUE)
    product = uow.connection.execute(select(Product.plu, Product.closed_at).where(Product.id == product_id)).first()
    if product is None:
        raise UnknownProduct()
    if product.closed_at is None:
        return
    units = select(SaleUnit.id).where(SaleUnit.product_id == product_id)
    codes = uow.connection.execute(
        select(Barcode.code).where(Barcode.sale_unit_id.in_(units), Barcode.closed_at == product.closed_at)
    ).scalars()
    require_free(uow, codes.all(), product.plu, product_id=product_id)
    openings: tuple[tuple[type[Any], Any], ...] = (
        (Product, Product.id == product_id),
        (SaleUnit, SaleUnit.product_id == product_id),
        (Barcode, Barcode.sale_unit_id.in_(units)),
    )
    for model, these in openings:
        uow.connection.execute(
            update(model)
            .where(these, model.closed_at == product.closed_at)
            .values(
                closed_at=None,
                row_version=model.row_version + 1,
                updated_at=uow.now,
                updated_by=uow.actor.staff_id,
            )
        )
    index_again(uow, [product_id])
    audit.record(uow, "product_reopened", subject=("product", product_id))
    uow.changed.add(Topic.CATALOGUE)
