"""The list of documents of a page: those that wait on top, the booked ones below; taking one back. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.services.common.paging import Cursor, RowsPage
from app.services.inventory.drafts import DraftRow, list_drafts
from app.services.inventory.posted import DocumentRow, list_documents, load_document
from app.services.inventory.reverse import reverse_document
from app.services.inventory.values import DocumentKind, PostedDocument
from app.services.purchasing.suppliers import list_suppliers
from app.ui.kit.lazy_rows import ListQuery
from app.ui.owner.context import OfficeContext
from app.ui.owner.stock.trying import acted, looked
from app.values.ids import Id
from app.values.money import Money

MOST_SUPPLIERS = 1_000


@dataclass(frozen=True, slots=True)
class Entry:
    """A document in the list, waiting or booked.

    Attributes:
        draft_key: Of one that waits; None when it is booked.
        document_id: Of a booked one.
        amount: None when the cost of a line is unknown.
    """

    draft_key: Id | None
    document_id: Id | None
    kind: DocumentKind
    at: datetime
    company: str
    note_number: str
    reason: str
    words: str
    line_count: int
    amount: Money | None
    person: str
    is_reversed: bool = False
    is_reversal: bool = False

    @property
    def key(self) -> Id:
        """What names it in the list."""
        return self.draft_key or self.document_id or Id(b"")


class DocumentsPresenter:
    """Reads what the list shows."""

    def __init__(self, context: OfficeContext, kinds: frozenset[DocumentKind]) -> None:
        self._context, self._kinds = context, kinds

    def fetch(self, query: ListQuery, after: Cursor | None, limit: int) -> RowsPage[Entry]:
        """On the worker: one piece; the first begins with what waits."""
        del query
        with self._context.read() as read:
            page = list_documents(read, kinds=self._kinds, after=after, limit=limit)
            waiting = list_drafts(read, self._kinds) if after is None else ()
        rows = tuple(_waiting(row) for row in waiting) + tuple(_booked(row) for row in page.rows)
        total = page.total + len(waiting) if page.total is not None else None
        return RowsPage(rows, page.after, total)

    def load(self, document_id: Id) -> PostedDocument | None:
        """A booked document; None where it could not be read, which was told."""
        return looked(self._context, lambda read: load_document(read, document_id))

    def take_back(self, document_id: Id) -> PostedDocument | None:
        """Book the opposite; None where that could not be, which was told."""
        return acted(self._context, "stock_reversed", lambda uow: reverse_document(uow, document_id))

    def suppliers(self) -> tuple[tuple[Id, str], ...]:
        """Those to choose from."""
        with self._context.read() as read:
            found = list_suppliers(read, limit=MOST_SUPPLIERS)
        return tuple((it.supplier_id, it.draft.name) for it in found.rows)


def _waiting(row: DraftRow) -> Entry:
    return Entry(
        row.document_key,
        None,
        row.kind,
        row.updated_at,
        row.company,
        "",
        "",
        row.label,
        row.line_count,
        row.total,
        row.person,
    )


def _booked(row: DocumentRow) -> Entry:
    return Entry(
        None,
        row.document_id,
        row.kind,
        row.at,
        row.company,
        row.note_number,
        row.reason,
        row.words,
        row.line_count,
        row.amount,
        row.person,
        row.is_reversed,
        row.is_reversal,
    )
