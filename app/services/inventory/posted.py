"""Reading posted documents back: one whole, or a list of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, bindparam, func, select

from app.models.catalogue import Product
from app.models.inventory import StockDocument, StockDocumentLine
from app.models.organisation import Staff
from app.models.purchasing import Company
from app.services.catalogue.prices import money_or_none
from app.services.common.paging import PAGE_ROWS, Cursor, RowsPage, page_of, paged
from app.services.common.uow import Reader
from app.services.inventory.errors import UnknownDocument
from app.services.inventory.values import DocumentKind, PostedDocument, PostedStockLine, read_reason
from app.values.ids import Id
from app.values.money import Money
from app.values.quantity import Quantity


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document in a list.

    Attributes:
        amount: None when the cost of a line is unknown.
        is_reversed: Another document took it back.
        is_reversal: It takes another one back.
    """

    document_id: Id
    kind: DocumentKind
    at: datetime
    business_date: date
    company: str
    note_number: str
    reason: str
    words: str
    line_count: int
    amount: Money | None
    person: str
    is_reversed: bool
    is_reversal: bool


def document_with_key(read: Reader, document_key: Id) -> PostedDocument | None:
    """The document a draft has become, if it has."""
    found = read.connection.execute(
        select(StockDocument.id).where(StockDocument.document_key == document_key)
    ).scalar_one_or_none()
    return load_document(read, found) if found is not None else None


def load_document(read: Reader, document_id: Id) -> PostedDocument:
    """The whole document.

    Raises:
        UnknownDocument
    """
    row = read.connection.execute(_DOCUMENT, {"document": document_id}).first()
    if row is None:
        raise UnknownDocument()
    lines = read.connection.execute(_LINES, {"document": document_id})
    reason, words = read_reason(row.reason)
    return PostedDocument(
        row.id,
        row.document_key,
        DocumentKind(row.kind),
        row.at,
        row.business_date,
        tuple(_line(line) for line in lines),
        money_or_none(row.amount_minor),
        row.company_id,
        row.company or "",
        row.note_number,
        reason,
        words,
        row.reverses_id,
        row.reversed_by,
    )


def list_documents(
    read: Reader,
    *,
    kinds: frozenset[DocumentKind] = frozenset(DocumentKind),
    company_id: Id | None = None,
    after: Cursor | None = None,
    limit: int = PAGE_ROWS,
) -> RowsPage[DocumentRow]:
    """Posted documents, newest first, a piece at a time."""
    statement = _LISTED.where(StockDocument.kind.in_([kind.value for kind in kinds]))
    if company_id is not None:
        statement = statement.where(StockDocument.company_id == company_id)
    order = (StockDocument.at.expression, StockDocument.id.expression)
    found = read.connection.execute(paged(statement, order, after, limit, descending=True)).all()
    total = None
    if after is None:
        total = read.connection.execute(
            select(func.count()).select_from(statement.with_only_columns(StockDocument.id).subquery())
        ).scalar_one()
    return page_of(found, limit, [_listed(row) for row in found], [(row.at, row.id) for row in found], total)


def _line(row: Row[Any]) -> PostedStockLine:
    return PostedStockLine(
        row.line_no,
        row.product_id,
        row.name or "",
        row.spec or "",
        row.sale_unit_id,
        Quantity(row.quantity_milli),
        _quantity_or_none(row.expected_milli),
        _quantity_or_none(row.counted_milli),
        money_or_none(row.amount_minor),
        money_or_none(row.cost_after_minor),
        row.lot_id,
        row.expires_on,
    )


def _quantity_or_none(milli: int | None) -> Quantity | None:
    return None if milli is None else Quantity(milli)


def _listed(row: Row[Any]) -> DocumentRow:
    reason, words = read_reason(row.reason)
    return DocumentRow(
        row.id,
        DocumentKind(row.kind),
        row.at,
        row.business_date,
        row.company or "",
        row.note_number,
        reason,
        words,
        row.line_count,
        money_or_none(row.amount_minor),
        row.person or "",
        row.reversed_by is not None,
        row.reverses_id is not None,
    )


_back = StockDocument.__table__.alias()
_reversed_by = (
    select(_back.c.id)
    .where(_back.c.reverses_id == StockDocument.id)
    .limit(1)
    .correlate(StockDocument)
    .scalar_subquery()
    .label("reversed_by")
)
_DOCUMENT = (
    select(StockDocument.__table__, Company.name.label("company"), _reversed_by)
    .outerjoin(Company, Company.id == StockDocument.company_id)
    .where(StockDocument.id == bindparam("document"))
)
_LINES = (
    select(StockDocumentLine.__table__, Product.name, Product.spec)
    .outerjoin(Product, Product.id == StockDocumentLine.product_id)
    .where(StockDocumentLine.document_id == bindparam("document"))
    .order_by(StockDocumentLine.line_no)
)
_LISTED = (
    select(
        StockDocument.__table__,
        Company.name.label("company"),
        Staff.name.label("person"),
        _reversed_by,
        select(func.count())
        .where(StockDocumentLine.document_id == StockDocument.id)
        .correlate(StockDocument)
        .scalar_subquery()
        .label("line_count"),
    )
    .outerjoin(Company, Company.id == StockDocument.company_id)
    .outerjoin(Staff, Staff.id == StockDocument.staff_id)
)
