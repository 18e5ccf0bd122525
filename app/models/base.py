"""What every table shares: names of constraints, and the columns of reference data and of facts."""

from __future__ import annotations

import datetime as dt
from typing import Any, ClassVar

from sqlalchemy import BigInteger, Index, Integer, MetaData
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column
from sqlalchemy.schema import SchemaItem

from app.models.types import IdType, UtcDateTime
from app.values.ids import Id

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


WholeNumber = BigInteger().with_variant(Integer(), "sqlite")
"""64 bits on both databases; on SQLite INTEGER, since only that can name the row itself."""


class Base(DeclarativeBase):
    """The one metadata; `type_annotation_map` keeps the sixteen-byte ids and aware times apart from plain ones."""

    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map: ClassVar[dict[Any, Any]] = {Id: IdType(), dt.datetime: UtcDateTime(), int: WholeNumber}


class Reference:
    """Reference data: may be replaced by a newer version, is closed and never deleted."""

    id: Mapped[Id] = mapped_column(primary_key=True)
    row_version: Mapped[int] = mapped_column(default=1)
    updated_at: Mapped[dt.datetime]
    updated_by: Mapped[Id | None]
    closed_at: Mapped[dt.datetime | None]


class Fact:
    """A fact: only ever added, held by triggers, with its place in the shop's day and in the journal."""

    id: Mapped[Id] = mapped_column(primary_key=True)
    shop_id: Mapped[Id]
    till_id: Mapped[Id]
    epoch: Mapped[int]
    shift_id: Mapped[Id | None]
    staff_id: Mapped[Id | None]
    at: Mapped[dt.datetime]
    business_date: Mapped[dt.date]
    journal_seq: Mapped[int]

    @declared_attr.directive
    @classmethod
    def __table_args__(cls) -> tuple[SchemaItem, ...]:
        return (Index(None, "till_id", "epoch", "journal_seq"),)


FACT_COLUMNS = ("shop_id", "till_id", "epoch", "shift_id", "staff_id", "at", "business_date", "journal_seq")
"""The columns that the unit of work stamps on every fact."""
