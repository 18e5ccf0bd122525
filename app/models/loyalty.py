"""Points lots and coupons: what the ledgers of an account speak about."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, Reference
from app.values.ids import Id


class PointsLot(Base):
    """Points earned at one time that expire together; `remaining` is a cache of the ledger rows of the lot."""

    __tablename__ = "points_lot"
    __table_args__ = (Index(None, "account_id", "expires_on"), Index(None, "sale_id"))

    id: Mapped[Id] = mapped_column(primary_key=True)
    account_id: Mapped[Id]
    sale_id: Mapped[Id | None]
    earned_on: Mapped[dt.date]
    expires_on: Mapped[dt.date | None]
    remaining: Mapped[int]


class CouponDefinition(Reference, Base):
    """A kind of coupon: what it gives, when, and whether a refund returns it."""

    __tablename__ = "coupon_definition"
    __table_args__ = (UniqueConstraint("code"),)

    code: Mapped[str]
    name: Mapped[str]
    rule: Mapped[str]
    returns_on_refund: Mapped[bool] = mapped_column(default=True)
    earns_points: Mapped[bool] = mapped_column(default=False)


class Coupon(Reference, Base):
    """One coupon; its use is a ledger row."""

    __tablename__ = "coupon"
    __table_args__ = (UniqueConstraint("serial"), Index(None, "account_id"))

    serial: Mapped[str]
    definition_id: Mapped[Id]
    account_id: Mapped[Id | None]
    till_id: Mapped[Id | None]
    valid_from: Mapped[dt.date]
    valid_until: Mapped[dt.date | None]
