"""The stock card: every movement of a product, the newest first, with what was there behind it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, select

from app.models.inventory import StockDocument
from app.models.ledgers import StockLedger
from app.models.organisation import Staff
from app.models.purchasing import Company
from app.models.sales import Sale
from app.models.types import IdType
from app.services.common.paging import PAGE_ROWS, Cursor, RowsPage, page_of, paged
from app.services.common.uow import Reader
from app.services.inventory.levels import THIS_SHOP
from app.services.inventory.values import read_reason
from app.values.ids import Id, id_from_hex
from app.values.money import Money
from app.values.quantity import Quantity


@dataclass(frozen=True, slots=True)
class Movement:
    """One line of the card.

    Attributes:
        cause: `sale`, `refund`, or a document's kind.
        balance: On hand behind it.
        cost: What the goods had cost, positive either way; None when unknown.
        receipt: The number of the sale or refund; empty for documents.
        document_id: The document behind it; None for sales.
        note_number: The supplier's number of the delivery.
        is_reversal: It takes an earlier document back.
    """

    at: datetime
    cause: str
    quantity: Quantity
    balance: Quantity
    cost: Money | None
    person: str
    receipt: str
    document_id: Id | None
    company: str
    note_number: str
    reason: str
    words: str
    is_reversal: bool


def stock_card(
    read: Reader, product_id: Id, *, after: Cursor | None = None, limit: int = PAGE_ROWS
) -> RowsPage[Movement]:
    """The movements of a product in this shop, a piece at a time."""
    order = (StockLedger.at.expression, StockLedger.id.expression)
    statement = paged(_CARD, order, after, limit, descending=True)
    found = read.connection.execute(statement, {"product": product_id}).all()
    sources = {_source(row.source_key) for row in found}
    receipts, documents = _receipts(read, sources), _documents(read, sources)
    rows = [_movement(row, receipts, documents) for row in found]
    return page_of(found, limit, rows, [(row.at, row.id) for row in found])


def _movement(
    row: Row[*tuple[Any, ...]], receipts: dict[Id, str], documents: dict[Id, Row[*tuple[Any, ...]]]
) -> Movement:
    source = _source(row.source_key)
    document = documents.get(source)
    reason, words = read_reason(document.reason) if document is not None else ("", "")
    return Movement(
        at=row.at,
        cause=row.cause,
        quantity=Quantity(row.delta),
        balance=Quantity(row.balance_after),
        cost=Money(abs(row.cost_minor)) if row.cost_minor is not None else None,
        person=row.person or "",
        receipt=receipts.get(source, ""),
        document_id=document.id if document is not None else None,
        company=(document.company or "") if document is not None else "",
        note_number=document.note_number if document is not None else "",
        reason=reason,
        words=words,
        is_reversal=document is not None and document.reverses_id is not None,
    )


def _source(source_key: str) -> Id:
    """The sale or document behind a ledger row: its id in hex, a colon, and which of its goods."""
    try:
        return id_from_hex(source_key.partition(":")[0])
    except ValueError:
        return Id(b"")


def _receipts(read: Reader, sources: set[Id]) -> dict[Id, str]:
    rows = read.connection.execute(_RECEIPTS, {"sources": list(sources)})
    return {row.id: row.number for row in rows}


def _documents(read: Reader, sources: set[Id]) -> dict[Id, Row[*tuple[Any, ...]]]:
    rows = read.connection.execute(_DOCUMENTS, {"sources": list(sources)})
    return {row.id: row for row in rows}


_SOURCES = bindparam("sources", type_=IdType(), expanding=True)
_RECEIPTS = select(Sale.id, Sale.number).where(Sale.id.in_(_SOURCES))
_DOCUMENTS = (
    select(
        StockDocument.id,
        StockDocument.note_number,
        StockDocument.reason,
        StockDocument.reverses_id,
        Company.name.label("company"),
    )
    .outerjoin(Company, Company.id == StockDocument.company_id)
    .where(StockDocument.id.in_(_SOURCES))
)
_CARD = (
    select(StockLedger.__table__, Staff.name.label("person"))
    .outerjoin(Staff, Staff.id == StockLedger.staff_id)
    .where(StockLedger.product_id == bindparam("product", type_=IdType()), StockLedger.shop_id == THIS_SHOP)
)
