"""What is on hand (caches of the stock ledger), and the documents that moved it."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import ForeignKey, Index, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, declared_attr, mapped_column
from sqlalchemy.schema import SchemaItem

from app.models.base import Base, Fact, Reference
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


class StockDocument(Fact, Base):
    """Why stock moved other than by a sale: `kind` is receipt, return, waste, count, correction or opening.

    One that reverses another names it; `note_number` is the supplier's own.
    """

    __tablename__ = "stock_document"

    @declared_attr.directive
    @classmethod
    def __table_args__(cls) -> tuple[SchemaItem, ...]:
        return (Index(None, "kind", "at"), Index(None, "company_id", "at"), Index(None, "reverses_id"))

    document_key: Mapped[Id] = mapped_column(unique=True)
    kind: Mapped[str]
    company_id: Mapped[Id | None]
    note_number: Mapped[str] = mapped_column(default="")
    reason: Mapped[str] = mapped_column(default="")
    amount_minor: Mapped[int | None]
    reverses_id: Mapped[Id | None]


class StockDocumentLine(Fact, Base):
    """One product of a document. `quantity_milli` is what moved, in the product's own unit and with its sign.

    `amount_minor` is what it cost in all, `cost_after_minor` the moving average behind it; a count also says what was
    expected and what was found.
    """

    __tablename__ = "stock_document_line"

    @declared_attr.directive
    @classmethod
    def __table_args__(cls) -> tuple[SchemaItem, ...]:
        return (UniqueConstraint("document_id", "line_no"), Index(None, "product_id", "at"))

    document_id: Mapped[Id] = mapped_column(ForeignKey("stock_document.id"))
    line_no: Mapped[int]
    product_id: Mapped[Id]
    sale_unit_id: Mapped[Id | None]
    quantity_milli: Mapped[int]
    expected_milli: Mapped[int | None]
    counted_milli: Mapped[int | None]
    amount_minor: Mapped[int | None]
    cost_after_minor: Mapped[int | None]
    lot_id: Mapped[Id | None]
    expires_on: Mapped[dt.date | None]


class StockDraft(Base):
    """A delivery or a count being typed in; kept so that a power cut gives it back. Not a fact."""

    __tablename__ = "stock_draft"
    __table_args__ = (Index(None, "kind"),)

    document_key: Mapped[Id] = mapped_column(primary_key=True)
    till_id: Mapped[Id]
    kind: Mapped[str]
    staff_id: Mapped[Id | None]
    payload: Mapped[str] = mapped_column(Text)
    updated_at: Mapped[dt.datetime]
