"""Who did what by whose leave."""

from __future__ import annotations

from sqlalchemy import Index, Text
from sqlalchemy.orm import Mapped, declared_attr, mapped_column
from sqlalchemy.schema import SchemaItem

from app.models.base import Base, Fact
from app.values.ids import Id


class AuditEvent(Fact, Base):
    """One action worth asking about later; `granted_by` is the second name of a one-action grant."""

    __tablename__ = "audit_event"

    @declared_attr.directive
    @classmethod
    def __table_args__(cls) -> tuple[SchemaItem, ...]:
        return (Index(None, "action", "at"),)

    action: Mapped[str]
    origin: Mapped[str]
    granted_by: Mapped[Id | None]
    subject_kind: Mapped[str] = mapped_column(default="")
    subject_id: Mapped[Id | None]
    amount_minor: Mapped[int | None]
    detail: Mapped[str] = mapped_column(Text, default="{}")
