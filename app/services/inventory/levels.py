"""What this shop has of a product now, as a piece of SQL and as a number."""

from __future__ import annotations

from sqlalchemy import and_, bindparam, select

from app.models.catalogue import Product
from app.models.inventory import StockLevel
from app.models.organisation import Till, TillState
from app.models.types import IdType
from app.services.common.prepared import Prepared
from app.services.common.uow import Reader
from app.values.ids import Id
from app.values.quantity import Quantity

THIS_SHOP = select(Till.shop_id).join(TillState, TillState.till_id == Till.id).limit(1).scalar_subquery()
"""The shop of this file's till: levels of other shops may lie beside its own."""
IS_LEVEL_OF_PRODUCT = and_(StockLevel.product_id == Product.id, StockLevel.shop_id == THIS_SHOP)


def on_hand(read: Reader, product_id: Id) -> Quantity:
    """How much of it there is, by the book; below zero when it was sold before it was booked in."""
    rows = _ON_HAND.run(read.connection, {"product": product_id})
    return Quantity(int(rows[0][0])) if rows else Quantity(0)


_ON_HAND = Prepared(
    select(StockLevel.on_hand_milli).where(
        StockLevel.product_id == bindparam("product", type_=IdType()), StockLevel.shop_id == THIS_SHOP
    )
)
