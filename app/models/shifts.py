"""The shift: opened with a float, closed with a count; both are facts."""

from __future__ import annotations

from sqlalchemy import Text, UniqueConstraint
from sqlalchemy.orm import Mapped, declared_attr, mapped_column
from sqlalchemy.schema import SchemaItem

from app.models.base import Base, Fact
from app.values.ids import Id


class Shift(Fact, Base):
    """A drawer opened; open until a `ShiftClose` names it. `shift_id` of the row is its own id."""

    __tablename__ = "shift"

    @declared_attr.directive
    @classmethod
    def __table_args__(cls) -> tuple[SchemaItem, ...]:
        return (UniqueConstraint("till_id", "epoch", "number_seq"),)

    number_seq: Mapped[int]
    float_minor: Mapped[int]


class ShiftClose(Fact, Base):
    """A drawer counted. `z_report` is the report as it was printed (JSON), never computed again."""

    __tablename__ = "shift_close"

    @declared_attr.directive
    @classmethod
    def __table_args__(cls) -> tuple[SchemaItem, ...]:
        return (UniqueConstraint("closed_shift_id"),)

    closed_shift_id: Mapped[Id]
    expected_minor: Mapped[int]
    counted_minor: Mapped[int]
    over_short_minor: Mapped[int]
    last_journal_seq: Mapped[int]
    last_journal_hash: Mapped[bytes]
    z_report: Mapped[str] = mapped_column(Text)
