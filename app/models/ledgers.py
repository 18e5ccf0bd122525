"""Append-only ledgers: delta, balance after, cause, source key. A mistake is undone by an opposite row."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped, declared_attr, mapped_column
from sqlalchemy.schema import SchemaItem

from app.models.base import Base, Fact
from app.values.ids import Id


class LedgerRow(Fact):
    """What every ledger row says; `UNIQUE(source_key, cause)` makes a repeated posting impossible."""

    delta: Mapped[int]
    balance_after: Mapped[int]
    cause: Mapped[str]
    source_key: Mapped[str]
    reverses_id: Mapped[Id | None]


class AccountLedgerRow(LedgerRow):
    """A ledger row of an account."""

    account_id: Mapped[Id]

    @declared_attr.directive
    @classmethod
    def __table_args__(cls) -> tuple[SchemaItem, ...]:
        return (UniqueConstraint("source_key", "cause"), Index(None, "account_id", "at"))


class PointsLedger(AccountLedgerRow, Base):
    """Loyalty points; each row names its lot."""

    __tablename__ = "points_ledger"

    lot_id: Mapped[Id | None]
    expires_on: Mapped[dt.date | None]


class StoredValueLedger(AccountLedgerRow, Base):
    """Stored value; `purse` tells principal from bonus."""

    __tablename__ = "stored_value_ledger"

    purse: Mapped[str]
    expires_on: Mapped[dt.date | None]


class CreditLedger(AccountLedgerRow, Base):
    """House accounts (赊账)."""

    __tablename__ = "credit_ledger"

    due_on: Mapped[dt.date | None]


class CouponLedger(AccountLedgerRow, Base):
    """Issue, use, return and expiry of coupons."""

    __tablename__ = "coupon_ledger"

    coupon_id: Mapped[Id]
    value_minor: Mapped[int] = mapped_column(default=0)


class StockLedger(LedgerRow, Base):
    """Movements of goods in thousandths of the product's own unit."""

    __tablename__ = "stock_ledger"

    product_id: Mapped[Id]
    lot_id: Mapped[Id | None]
    cost_minor: Mapped[int | None]

    @declared_attr.directive
    @classmethod
    def __table_args__(cls) -> tuple[SchemaItem, ...]:
        return (UniqueConstraint("source_key", "cause"), Index(None, "product_id", "at"))


class CashLedger(LedgerRow, Base):
    """Cash in the drawer: float, sales, paid in and out, counted away at the close."""

    __tablename__ = "cash_ledger"

    reason: Mapped[str] = mapped_column(default="")

    @declared_attr.directive
    @classmethod
    def __table_args__(cls) -> tuple[SchemaItem, ...]:
        return (UniqueConstraint("source_key", "cause"), Index(None, "shift_id"))


class DonationLedger(LedgerRow, Base):
    """Small change given away to a cause."""

    __tablename__ = "donation_ledger"

    purpose: Mapped[str]

    @declared_attr.directive
    @classmethod
    def __table_args__(cls) -> tuple[SchemaItem, ...]:
        return (UniqueConstraint("source_key", "cause"),)
