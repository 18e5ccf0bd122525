"""Companies we buy from or sell to."""

from __future__ import annotations

from sqlalchemy import Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, Reference


class Company(Reference, Base):
    """A supplier, a group customer, or both."""

    __tablename__ = "company"
    __table_args__ = (Index(None, "name"),)

    name: Mapped[str]
    is_supplier: Mapped[bool] = mapped_column(default=False)
    is_customer: Mapped[bool] = mapped_column(default=False)
    code: Mapped[str] = mapped_column(default="")
    tax_number: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    address: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(Text, default="")
