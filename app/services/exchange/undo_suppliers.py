"""Taking back imported suppliers: new ones are closed, changed ones get their old words."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, select, update

from app.models.catalogue import Product
from app.models.inventory import StockDocument
from app.models.purchasing import Company
from app.services.common.uow import UnitOfWork
from app.services.exchange.pieces import ADDED
from app.services.exchange.undo_products import newer
from app.values.ids import Id


def undo_companies(uow: UnitOfWork, run_id: Id, changes: Sequence[Row[Any]]) -> None:
    """Close companies that an import made, unless open goods or deliveries name them; restore those that it changed."""
    del run_id
    for change in changes:
        if change.action == ADDED:
            named = select(Product.id).where(Product.supplier_id == change.row_id, Product.closed_at.is_(None))
            received = select(StockDocument.id).where(StockDocument.company_id == change.row_id)
            uow.connection.execute(
                update(Company)
                .where(Company.id == change.row_id, Company.closed_at.is_(None), ~named.exists(), ~received.exists())
                .values(closed_at=uow.now, **newer(uow, Company))
            )
        elif change.before:
            _restore(uow, change.row_id, json.loads(change.before))


def _restore(uow: UnitOfWork, company_id: Id, values: dict[str, list[Any]]) -> None:
    now = uow.connection.execute(select(Company.__table__).where(Company.id == company_id)).one()._mapping
    back = {name: old for name, (old, new) in values.items() if now[name] == new}
    if back:
        uow.connection.execute(update(Company).where(Company.id == company_id).values(**back, **newer(uow, Company)))
