"""The shop, its tills, its people, its settings."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, Reference
from app.values.ids import Id


class Shop(Reference, Base):
    """One shop; its words stand at the head of the receipt."""

    __tablename__ = "shop"

    name: Mapped[str]
    address: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    tax_number: Mapped[str] = mapped_column(default="")


class Till(Reference, Base):
    """One till of a shop. `code` (T1) stands in every receipt number."""

    __tablename__ = "till"
    __table_args__ = (UniqueConstraint("shop_id", "code"),)

    shop_id: Mapped[Id] = mapped_column(ForeignKey("shop.id"))
    code: Mapped[str]


class TillState(Base):
    """Counters of the till that owns this file; `epoch` rises when a backup is restored."""

    __tablename__ = "till_state"

    till_id: Mapped[Id] = mapped_column(ForeignKey("till.id"), primary_key=True)
    epoch: Mapped[int] = mapped_column(default=1)
    last_receipt: Mapped[int] = mapped_column(default=0)
    last_shift: Mapped[int] = mapped_column(default=0)
    journal_seq: Mapped[int] = mapped_column(default=0)
    journal_hash: Mapped[bytes]
    cash_balance: Mapped[int] = mapped_column(default=0)
    last_seen_at: Mapped[dt.datetime | None]


class Setting(Base):
    """The stored value of a declared setting, as JSON; `scope` is empty for the shop, else the till's id in hex."""

    __tablename__ = "setting"

    key: Mapped[str] = mapped_column(primary_key=True)
    scope: Mapped[str] = mapped_column(primary_key=True, default="")
    value: Mapped[str]
    row_version: Mapped[int] = mapped_column(default=1)
    updated_at: Mapped[dt.datetime]
    updated_by: Mapped[Id | None]


class Staff(Reference, Base):
    """A person who signs in with a PIN. Own limits go before the shop's; a recovery code is kept as a hash."""

    __tablename__ = "staff"

    name: Mapped[str]
    role: Mapped[str]
    pin_hash: Mapped[str]
    language: Mapped[str] = mapped_column(default="")
    failed_attempts: Mapped[int] = mapped_column(default=0)
    locked_until: Mapped[dt.datetime | None]
    refund_limit_minor: Mapped[int | None]
    discount_limit_bp: Mapped[int | None]
    recovery_hash: Mapped[str | None]
