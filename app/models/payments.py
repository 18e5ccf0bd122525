"""Electronic payments that can be in doubt: the intent is stored before the provider is asked."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base
from app.values.ids import Id


class PaymentIntent(Base):
    """created > submitted > paid | failed | unknown > reversing > reversed."""

    __tablename__ = "payment_intent"
    __table_args__ = (UniqueConstraint("out_trade_no"), Index(None, "basket_key"))

    id: Mapped[Id] = mapped_column(primary_key=True)
    basket_key: Mapped[Id]
    till_id: Mapped[Id]
    provider: Mapped[str]
    out_trade_no: Mapped[str]
    amount_minor: Mapped[int]
    code_masked: Mapped[str] = mapped_column(default="")
    state: Mapped[str]
    attempts: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[dt.datetime]
    updated_at: Mapped[dt.datetime]
