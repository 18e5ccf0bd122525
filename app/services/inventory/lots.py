"""Goods that expire soon: deliveries with a date, and what is left of each (docs/inventory.md).

Nobody scans a lot at the till. What expires first is taken to be sold first, so what is on hand is looked for in the
lots that keep longest, backwards.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import BigInteger, Row, Select, case, cast, func, select

from app.models.catalogue import Product
from app.models.inventory import StockDocumentLine, StockLevel, StockLot
from app.services.catalogue.prices import money_or_none
from app.services.common.uow import Reader
from app.services.inventory.cost import cost_of
from app.services.inventory.levels import IS_LEVEL_OF_PRODUCT
from app.values.ids import Id
from app.values.money import Money
from app.values.quantity import Quantity

MOST_EXPIRING = 1_000


@dataclass(frozen=True, slots=True)
class ExpiringLot:
    """What is left of one delivery.

    Attributes:
        left: Estimated, in own units.
        days_left: Whole days until it expires; below zero when it has.
        value: What is left at the average cost; None when unknown.
    """

    lot_id: Id
    product_id: Id
    name: str
    spec: str
    lot_code: str
    expires_on: date
    days_left: int
    left: Quantity
    value: Money | None


def expiring_lots(read: Reader, days: int, *, product_id: Id | None = None) -> tuple[ExpiringLot, ...]:
    """Lots with something left that expire within so many days or have, the earliest first."""
    left = _left_by_lot(product_id).subquery()
    rows = read.connection.execute(
        select(left, Product.name, Product.spec, Product.cost_minor)
        .join(Product, Product.id == left.c.product_id)
        .where(left.c.left_milli > 0, left.c.expires_on <= read.business_date + timedelta(days=days))
        .order_by(left.c.expires_on, Product.name, left.c.lot_id)
        .limit(MOST_EXPIRING)
    )
    return tuple(_expiring(row, read.business_date) for row in rows)


def _expiring(row: Row[Any], today: date) -> ExpiringLot:
    return ExpiringLot(
        row.lot_id,
        row.product_id,
        row.name,
        row.spec,
        row.lot_code,
        row.expires_on,
        (row.expires_on - today).days,
        Quantity(row.left_milli),
        money_or_none(cost_of(row.left_milli, row.cost_minor)),
    )


def _left_by_lot(product_id: Id | None) -> Select[Any]:
    """Each lot that has a date, with what is left of it.

    `moved` is what came as the lot less what was written off or sent back out of it; `kept_longer` what the lots that
    keep longer can hold.
    """
    moved = (
        select(
            StockLot.id.label("lot_id"),
            StockLot.product_id,
            StockLot.lot_code,
            StockLot.expires_on,
            cast(func.sum(StockDocumentLine.quantity_milli), BigInteger).label("moved"),
        )
        .join(StockDocumentLine, StockDocumentLine.lot_id == StockLot.id)
        .where(StockLot.expires_on.is_not(None), StockLot.closed_at.is_(None))
        .group_by(StockLot.id, StockLot.product_id, StockLot.lot_code, StockLot.expires_on)
        .having(func.sum(StockDocumentLine.quantity_milli) > 0)
    )
    if product_id is not None:
        moved = moved.where(StockLot.product_id == product_id)
    lot = moved.subquery()
    up_to_here = func.sum(lot.c.moved).over(
        partition_by=lot.c.product_id, order_by=(lot.c.expires_on.desc(), lot.c.lot_id.desc()), rows=(None, 0)
    )
    kept_longer = cast(up_to_here, BigInteger) - lot.c.moved
    running = (
        select(lot, kept_longer.label("kept_longer"), StockLevel.on_hand_milli)
        .join(Product, Product.id == lot.c.product_id)
        .join(StockLevel, IS_LEVEL_OF_PRODUCT)
        .where(Product.closed_at.is_(None))
        .subquery()
    )
    rest = running.c.on_hand_milli - running.c.kept_longer
    return select(
        running.c.lot_id,
        running.c.product_id,
        running.c.lot_code,
        running.c.expires_on,
        case((rest < running.c.moved, rest), else_=running.c.moved).label("left_milli"),
    )
