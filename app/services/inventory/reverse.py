"""Taking a document back: the opposite document, once only; nothing is ever deleted (docs/inventory.md)."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import Row, select, tuple_

from app.models.audit import AuditEvent
from app.models.inventory import StockDocument, StockDocumentLine
from app.models.ledgers import StockLedger
from app.services.common.actor import Permission
from app.services.common.permissions import require
from app.services.common.uow import UnitOfWork
from app.services.inventory.checks import CheckedLine, goods_of
from app.services.inventory.cost import average_without
from app.services.inventory.errors import AlreadyReversed, NotReversible
from app.services.inventory.post import Head, write_document
from app.services.inventory.posted import load_document
from app.services.inventory.rows import MovedLine, Pools, source_key
from app.services.inventory.values import BRINGS_COST, PostedDocument, PostedStockLine, Reason, reason_text
from app.values.ids import Id, new_id


def reverse_document(uow: UnitOfWork, document_id: Id) -> PostedDocument:
    """Book the opposite of a document and return it.

    Raises:
        UnknownDocument, NotReversible, AlreadyReversed: nothing was stored.
        GrantNeeded: it needs leave, whatever the document was.
    """
    require(uow, Permission.WRITE_OFF)
    original = load_document(uow, document_id)
    if original.reverses_id is not None:
        raise NotReversible()
    if original.reversed_by is not None:
        raise AlreadyReversed()
    goods = goods_of(uow, (line.product_id for line in original.lines))
    pools = Pools.of(goods)
    before = _averages_before(uow, original)
    ledger_ids = _ledger_ids(uow, original)
    for line in reversed(original.lines):
        _take_out(pools, line, keeps=original.kind not in BRINGS_COST or line.product_id in before)
    for product_id, average in before.items():
        pools.by_product[product_id].average = average
    averages = pools.averages()
    moved = [_opposite(line, averages[line.product_id], ledger_ids.get(line.line_no)) for line in original.lines]
    reason = Reason(original.reason) if original.reason else None
    head = Head(
        new_id(),
        new_id(),
        original.kind,
        original.company_id,
        original.note_number,
        reason_text(reason, original.words),
        original.document_id,
    )
    write_document(uow, head, moved, goods, averages)
    return load_document(uow, head.document_id)


def _take_out(pools: Pools, line: PostedStockLine, *, keeps: bool) -> None:
    """Goods leave the pool again, and unless it `keeps` its average their money does too."""
    pool = pools.by_product[line.product_id]
    if not keeps:
        cost = line.amount.minor if line.amount is not None else None
        pool.average = average_without(pool.on_hand_milli, pool.average, line.quantity.milli, cost)
    pool.on_hand_milli -= line.quantity.milli


def _opposite(line: PostedStockLine, average: int | None, ledger_id: Id | None) -> MovedLine:
    checked = CheckedLine(
        line.product_id, line.sale_unit_id, -line.quantity.milli, None, "", line.expires_on, line.lot_id
    )
    amount = -line.amount.minor if line.amount is not None else None
    return MovedLine(checked, amount, average, line.lot_id, ledger_id)


def _ledger_ids(uow: UnitOfWork, original: PostedDocument) -> dict[int, Id]:
    """The ledger row of each line that moved something."""
    keys = {source_key(original.document_id, line.line_no): line.line_no for line in original.lines}
    prefix = original.document_id.hex()
    rows = uow.connection.execute(
        select(StockLedger.id, StockLedger.source_key).where(
            StockLedger.source_key >= f"{prefix}:", StockLedger.source_key < f"{prefix};"
        )
    )
    return {keys[row.source_key]: row.id for row in rows}


def _averages_before(uow: UnitOfWork, original: PostedDocument) -> dict[Id, int | None]:
    """What the averages were that this document moved, of those products whose average nothing has moved since."""
    if original.kind not in BRINGS_COST:
        return {}
    row = _posting_of(uow, original)
    before: dict[str, int | None] = json.loads(row.detail).get("cost_before", {}) if row is not None else {}
    last = {line.product_id: line.cost_after for line in original.lines}
    now = {key: good.average for key, good in goods_of(uow, last).items()}
    later = _costed_since(uow, original)
    return {
        product_id: before[product_id.hex()]
        for product_id, after in last.items()
        if product_id.hex() in before
        and product_id not in later
        and now[product_id] == (after.minor if after is not None else None)
    }


def _posting_of(uow: UnitOfWork, original: PostedDocument) -> Row[Any] | None:
    return uow.connection.execute(
        select(AuditEvent.detail).where(
            AuditEvent.action == f"stock_{original.kind.value}",
            AuditEvent.at == original.at,
            AuditEvent.subject_id == original.document_id,
        )
    ).first()


def _costed_since(uow: UnitOfWork, original: PostedDocument) -> set[Id]:
    """Products of a document that came in again, or were taken back, after it."""
    (place,) = uow.connection.execute(
        select(StockDocument.epoch, StockDocument.journal_seq).where(StockDocument.id == original.document_id)
    )
    products = {line.product_id for line in original.lines}
    rows = uow.connection.execute(
        select(StockDocumentLine.product_id)
        .join(StockDocument, StockDocument.id == StockDocumentLine.document_id)
        .where(
            StockDocument.kind.in_([kind.value for kind in BRINGS_COST]),
            StockDocumentLine.at >= original.at,
            tuple_(StockDocument.epoch, StockDocument.journal_seq) > tuple_(*place),
        )
        .distinct()
    )
    return {row.product_id for row in rows} & products
