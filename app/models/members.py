"""People we know: member, household, card, what they agreed to. Personal words live only in erasable rows."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import ForeignKey, Index, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, declared_attr, mapped_column
from sqlalchemy.schema import SchemaItem

from app.models.base import Base, Fact, Reference
from app.values.ids import Id


class Household(Reference, Base):
    """People who eat from one pot. `arm` (0-99) is drawn once; 0-9 is the permanent hold-out."""

    __tablename__ = "household"

    name: Mapped[str] = mapped_column(default="")
    size: Mapped[int | None]
    payday_day: Mapped[int | None]
    address: Mapped[str] = mapped_column(default="")
    door_note: Mapped[str] = mapped_column(Text, default="")
    arm: Mapped[int]


class Member(Reference, Base):
    """One person, or the contact of a company. A phone is not unique: families share one."""

    __tablename__ = "member"
    __table_args__ = (
        Index(None, "phone"),
        Index(None, "phone_last4"),
        Index(None, "household_id"),
        UniqueConstraint("number"),
    )

    number: Mapped[str]
    kind: Mapped[str] = mapped_column(default="person")
    name: Mapped[str] = mapped_column(default="")
    address_form: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    phone_last4: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    birthday: Mapped[str] = mapped_column(default="")
    birthday_calendar: Mapped[str] = mapped_column(default="solar")
    language: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(Text, default="")
    household_id: Mapped[Id | None] = mapped_column(ForeignKey("household.id"))
    company_id: Mapped[Id | None] = mapped_column(ForeignKey("company.id"))
    referrer_id: Mapped[Id | None]
    arm: Mapped[int]
    salt: Mapped[bytes]
    enrolled_at: Mapped[dt.datetime]
    enrolled_by: Mapped[Id | None]
    erased_at: Mapped[dt.datetime | None]


class MemberSearchDoc(Base):
    """Gives a member the whole number by which the full-text index `member_search` knows them; erased with them."""

    __tablename__ = "member_search_doc"

    doc_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    member_id: Mapped[Id] = mapped_column(ForeignKey("member.id"), unique=True)
    terms: Mapped[str] = mapped_column(Text)


class Card(Reference, Base):
    """A card or QR that names a member; a lost one is closed, never deleted."""

    __tablename__ = "card"
    __table_args__ = (
        Index(
            "uq_card_code",
            "code",
            unique=True,
            sqlite_where=text("closed_at IS NULL"),
            postgresql_where=text("closed_at IS NULL"),
        ),
        Index("ix_card_any_code", "code"),
        Index(None, "member_id"),
    )

    code: Mapped[str]
    kind: Mapped[str] = mapped_column(default="card")
    member_id: Mapped[Id] = mapped_column(ForeignKey("member.id"))
    close_reason: Mapped[str] = mapped_column(default="")


class Account(Reference, Base):
    """Owns what can be spent. Belongs to a member, a household or a company; balances are caches of ledgers."""

    __tablename__ = "account"
    __table_args__ = (UniqueConstraint("owner_kind", "owner_id"),)

    owner_kind: Mapped[str]
    owner_id: Mapped[Id]
    points_balance: Mapped[int] = mapped_column(default=0)
    principal_balance: Mapped[int] = mapped_column(default=0)
    bonus_balance: Mapped[int] = mapped_column(default=0)
    credit_balance: Mapped[int] = mapped_column(default=0)
    credit_limit: Mapped[int] = mapped_column(default=0)
    due_day: Mapped[int | None]


class MemberEvent(Fact, Base):
    """What happened to a member file: enrolled, edited, merged, erased. `text_hash` is a salted hash of the words."""

    __tablename__ = "member_event"

    @declared_attr.directive
    @classmethod
    def __table_args__(cls) -> tuple[SchemaItem, ...]:
        return (Index(None, "member_id"), Index(None, "till_id", "epoch", "journal_seq"))

    member_id: Mapped[Id]
    kind: Mapped[str]
    other_id: Mapped[Id | None]
    text_hash: Mapped[bytes | None]


class MemberAlias(Fact, Base):
    """A merge: from now on `from_member_id` is read as `to_member_id`; nothing is repointed."""

    __tablename__ = "member_alias"

    @declared_attr.directive
    @classmethod
    def __table_args__(cls) -> tuple[SchemaItem, ...]:
        return (Index(None, "from_member_id"), Index(None, "till_id", "epoch", "journal_seq"))

    from_member_id: Mapped[Id]
    to_member_id: Mapped[Id]
    cause: Mapped[str]


class Consent(Fact, Base):
    """What a member agreed to or took back, with the version of the text they were shown."""

    __tablename__ = "consent"

    @declared_attr.directive
    @classmethod
    def __table_args__(cls) -> tuple[SchemaItem, ...]:
        return (Index(None, "member_id"), Index(None, "till_id", "epoch", "journal_seq"))

    member_id: Mapped[Id]
    purpose: Mapped[str]
    channel: Mapped[str] = mapped_column(default="")
    given: Mapped[bool]
    text_version: Mapped[str]


class Visit(Base):
    """A household (or single member, or company) on a business date with a sale that is not wholly refunded.

    Kept by the posting itself; `sale_count` counts such sales and a row at zero is no visit.
    """

    __tablename__ = "visit"
    __table_args__ = (UniqueConstraint("unit_kind", "unit_id", "business_date", "shop_id"),)

    id: Mapped[Id] = mapped_column(primary_key=True)
    unit_kind: Mapped[str]
    unit_id: Mapped[Id]
    shop_id: Mapped[Id]
    business_date: Mapped[dt.date]
    sale_count: Mapped[int]
    net_minor: Mapped[int]
