"""Documents being made, kept as rows: a power cut gives each back as it was after the last change."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, delete, func, select
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from app.models.inventory import StockDocument, StockDraft
from app.models.organisation import Staff
from app.services.common.actor import Permission
from app.services.common.permissions import require
from app.services.common.prepared import Prepared
from app.services.common.topics import Topic
from app.services.common.uow import Reader, UnitOfWork
from app.services.inventory.checks import MOST_LINES
from app.services.inventory.codec import document_from_json, document_to_json
from app.services.inventory.errors import DraftGone, TooManyDrafts, TooManyLines
from app.services.inventory.values import DocumentKind
from app.services.inventory.working import WorkingDocument
from app.values.ids import Id
from app.values.money import Money

MOST_DRAFTS = 50


@dataclass(frozen=True, slots=True)
class DraftRow:
    """A document that waits to be finished."""

    document_key: Id
    kind: DocumentKind
    label: str
    company: str
    line_count: int
    total: Money
    started_at: datetime
    updated_at: datetime
    person: str


def save_draft(uow: UnitOfWork, document: WorkingDocument) -> None:
    """Keep the document as it is now. Called after every change, so that nothing typed is ever lost.

    Raises:
        GrantNeeded: whoever may count may begin any document; booking it asks for what it needs.
        TooManyDrafts, TooManyLines
        DraftGone: it was posted meanwhile.
    """
    require(uow, Permission.RECEIVE_GOODS if document.kind is DocumentKind.RECEIPT else Permission.COUNT_STOCK)
    if len(document.lines) > MOST_LINES:
        raise TooManyLines(most=MOST_LINES)
    given = {"key": document.key}
    if _POSTED.run(uow.connection, given):
        raise DraftGone()
    if not _KNOWN.run(uow.connection, given):
        count: int = uow.connection.execute(select(func.count()).select_from(StockDraft)).scalar_one()
        if count >= MOST_DRAFTS:
            raise TooManyDrafts(count=count)
        uow.changed.add(Topic.STOCK)
    _UPSERT[uow.connection.dialect.name].run(
        uow.connection,
        {
            "document_key": document.key,
            "till_id": uow.actor.till_id,
            "kind": document.kind.value,
            "staff_id": uow.actor.staff_id,
            "payload": document_to_json(document),
            "updated_at": uow.now,
        },
    )


def drop_draft(uow: UnitOfWork, document_key: Id) -> None:
    """Forget a draft: it was posted or given up."""
    _DROP.run(uow.connection, {"key": document_key})
    uow.changed.add(Topic.STOCK)


def load_draft(read: Reader, document_key: Id) -> WorkingDocument:
    """The document as it was after its last change.

    Raises:
        DraftGone: it is not there, cannot be read, or was posted.
    """
    payload = read.connection.execute(
        select(StockDraft.payload).where(StockDraft.document_key == document_key, _UNPOSTED)
    ).scalar_one_or_none()
    document = _read(payload) if payload is not None else None
    if document is None:
        raise DraftGone()
    return document


def list_drafts(read: Reader, kinds: frozenset[DocumentKind] = frozenset(DocumentKind)) -> tuple[DraftRow, ...]:
    """Documents that wait, the latest change first; one that cannot be read is left for `verify`."""
    rows = read.connection.execute(
        select(StockDraft.payload, StockDraft.updated_at, Staff.name)
        .outerjoin(Staff, Staff.id == StockDraft.staff_id)
        .where(StockDraft.kind.in_([kind.value for kind in kinds]), _UNPOSTED)
        .order_by(StockDraft.updated_at.desc(), StockDraft.document_key)
    )
    found = []
    for row in rows:
        document = _read(row.payload)
        if document is not None:
            found.append(
                DraftRow(
                    document.key,
                    document.kind,
                    document.label,
                    document.company,
                    len(document.lines),
                    document.total,
                    document.started_at,
                    row.updated_at,
                    row.name or "",
                )
            )
    return tuple(found)


def _read(payload: str) -> WorkingDocument | None:
    try:
        return document_from_json(payload)
    except (ValueError, KeyError, TypeError, IndexError, AttributeError):
        return None


_UNPOSTED = ~select(StockDocument.id).where(StockDocument.document_key == StockDraft.document_key).exists()
"""A document that was posted is never offered again, whatever became of its draft."""
_POSTED = Prepared(select(StockDocument.id).where(StockDocument.document_key == bindparam("key")))
_KNOWN = Prepared(select(StockDraft.document_key).where(StockDraft.document_key == bindparam("key")))
_DROP = Prepared(delete(StockDraft).where(StockDraft.document_key == bindparam("key")))
_COLUMNS = ("till_id", "kind", "staff_id", "payload", "updated_at")


def _upsert(dialect: str) -> Prepared:
    insert = sqlite_insert if dialect == "sqlite" else postgresql_insert
    row = insert(StockDraft)
    return Prepared(
        row.on_conflict_do_update(
            index_elements=[StockDraft.document_key], set_={name: row.excluded[name] for name in _COLUMNS}
        )
    )


_UPSERT = {dialect: _upsert(dialect) for dialect in ("sqlite", "postgresql")}
