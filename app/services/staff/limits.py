"""What one person may do alone, where it differs from what the shop allows all cashiers."""

from __future__ import annotations

from sqlalchemy import select

from app.models.organisation import Staff
from app.services.common.actor import Actor
from app.services.common.uow import Reader
from app.values.money import Money
from app.values.rates import Rate


def own_refund_limit(read: Reader, actor: Actor, shop_limit: Money) -> Money:
    """The sum this person may give back alone; the shop's where they have none of their own."""
    minor = read.connection.execute(
        select(Staff.refund_limit_minor).where(Staff.id == actor.staff_id)
    ).scalar_one_or_none()
    return shop_limit if minor is None else Money(minor)


def may_discount(read: Reader, actor: Actor, list_price: Money, asked: Money) -> bool:
    """Whether this person may sell at `asked` alone: at most so much below the price on the shelf as they are allowed.

    Dearer than the shelf nobody sells without leave.
    """
    if asked > list_price or list_price <= Money(0):
        return False
    own = select(Staff.discount_limit_bp).where(Staff.id == actor.staff_id)
    limit = read.connection.execute(own).scalar_one_or_none()
    return limit is not None and list_price - asked <= Rate(limit).on_top_of(list_price)
