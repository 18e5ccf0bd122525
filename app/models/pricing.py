"""Prices as history: a row is added, none is changed."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, Reference
from app.values.ids import Id


class PriceList(Reference, Base):
    """A list of prices: `shelf` for everybody, `member` for members, more by the owner."""

    __tablename__ = "price_list"
    __table_args__ = (UniqueConstraint("code"),)

    code: Mapped[str]
    name: Mapped[str]


class Price(Base):
    """The price of a sale unit on a list from a moment on; the newest row that has begun and not ended counts."""

    __tablename__ = "price"
    __table_args__ = (Index("ix_price_current", "sale_unit_id", "price_list_id", "valid_from"),)

    id: Mapped[Id] = mapped_column(primary_key=True)
    sale_unit_id: Mapped[Id] = mapped_column(ForeignKey("sale_unit.id"))
    price_list_id: Mapped[Id] = mapped_column(ForeignKey("price_list.id"))
    shop_id: Mapped[Id | None]
    amount_minor: Mapped[int]
    valid_from: Mapped[dt.datetime]
    valid_until: Mapped[dt.datetime | None]
    cause: Mapped[str]
    created_at: Mapped[dt.datetime]
    created_by: Mapped[Id | None]
