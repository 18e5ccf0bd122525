"""How much is on hand: caches of the stock ledger."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, Reference
from app.values.ids import Id


class StockLevel(Base):
    """On-hand of a product in a shop, thousandths of its own unit; below zero when goods were not yet booked in."""

    __tablename__ = "stock_level"

    shop_id: Mapped[Id] = mapped_column(primary_key=True)
    product_id: Mapped[Id] = mapped_column(primary_key=True)
    on_hand_milli: Mapped[int]


class StockLot(Reference, Base):
    """A delivery's goods with one expiry date."""

    __tablename__ = "stock_lot"
    __table_args__ = (Index(None, "product_id", "expires_on"),)

    product_id: Mapped[Id]
    lot_code: Mapped[str] = mapped_column(default="")
    expires_on: Mapped[dt.date | None]
    cost_minor: Mapped[int | None]
