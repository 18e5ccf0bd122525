"""Posting a document that moves stock: one straight function, all of it stored or none of it (docs/inventory.md)."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import bindparam, insert, update

from app.models.catalogue import Product
from app.models.inventory import StockDocument, StockDocumentLine, StockLot
from app.models.ledgers import StockLedger
from app.models.types import IdType
from app.services.catalogue.names import reference_columns
from app.services.common import audit
from app.services.common.ledger import move_stock
from app.services.common.permissions import require
from app.services.common.topics import Topic
from app.services.common.uow import UnitOfWork
from app.services.inventory.checks import NEEDED, StockGood, checked_draft, goods_of, moved_milli
from app.services.inventory.drafts import drop_draft
from app.services.inventory.errors import AlreadyPosted
from app.services.inventory.posted import document_with_key, load_document
from app.services.inventory.rows import MovedLine, Pools, amount_of, ledger_rows, line_rows, lot_rows, move_line
from app.services.inventory.values import (
    DocumentKind,
    PostedDocument,
    StockDraftValue,
    reason_text,
)
from app.values.ids import Id, new_id
from app.values.money import Money

GOODS_AT_ONCE = 200
"""Products in one look at the on-hand: the statement is prepared for each number of them."""


@dataclass(frozen=True, slots=True)
class Head:
    """A document without its lines.

    Attributes:
        reason: As its column keeps it.
    """

    document_id: Id
    document_key: Id
    kind: DocumentKind
    company_id: Id | None = None
    note_number: str = ""
    reason: str = ""
    reverses_id: Id | None = None


def post_stock_document(uow: UnitOfWork, draft: StockDraftValue) -> PostedDocument:
    """Turn a draft into a document. All of it is stored, or none of it; its kept draft goes.

    A second call with the same key returns the first document and writes nothing.

    Raises:
        AlreadyPosted: the key is that of a document with other lines.
        GrantNeeded: receiving and counting is the cashier's, everything else needs leave.
        UserError: something about the draft cannot be.
    """
    if known := document_with_key(uow, draft.document_key):
        return _same_document(uow, known, draft)
    require(uow, NEEDED[draft.kind])
    checked = checked_draft(uow, draft)
    pools = Pools.of(checked.goods)
    moved = [move_line(draft.kind, line, pools) for line in checked.lines]
    head = Head(
        new_id(),
        draft.document_key,
        draft.kind,
        draft.company_id,
        checked.note_number,
        reason_text(draft.reason, checked.words),
    )
    write_document(uow, head, moved, checked.goods, pools.averages())
    drop_draft(uow, draft.document_key)
    return load_document(uow, head.document_id)


def write_document(
    uow: UnitOfWork,
    head: Head,
    moved: Sequence[MovedLine],
    goods: Mapping[Id, StockGood],
    averages: Mapping[Id, int | None],
) -> None:
    """The rows of a document: lots, head, lines, ledger with the on-hand, the averages, and who did it."""
    lots = lot_rows(moved, reference_columns(uow))
    if lots:
        uow.connection.execute(insert(StockLot), lots)
    amount = amount_of(moved)
    uow.add_facts(StockDocument, [_head_row(head, amount)])
    uow.add_facts(StockDocumentLine, line_rows(head.document_id, moved))
    after = _move_goods(uow, moved)
    uow.add_facts(StockLedger, ledger_rows(head.document_id, head.kind, moved, after))
    before = _write_averages(uow, goods, averages)
    detail: dict[str, object] = {"lines": len(moved), "cost_before": before} if before else {"lines": len(moved)}
    if head.reverses_id is not None:
        detail["reverses"] = head.reverses_id.hex()
    audit.record(
        uow,
        f"stock_{head.kind.value}",
        subject=("stock_document", head.document_id),
        amount=Money(amount) if amount is not None else None,
        detail=detail,
    )
    uow.changed.add(Topic.STOCK)


def _same_document(uow: UnitOfWork, known: PostedDocument, draft: StockDraftValue) -> PostedDocument:
    """The document this draft has become; its draft, if it came back from somewhere, goes."""
    goods = goods_of(uow, (line.product_id for line in draft.lines))
    wanted = [(line.product_id, moved_milli(draft.kind, line, goods.get(line.product_id))) for line in draft.lines]
    if known.kind is not draft.kind or wanted != [(line.product_id, line.quantity.milli) for line in known.lines]:
        raise AlreadyPosted(at=known.at)
    drop_draft(uow, draft.document_key)
    return known


def _head_row(head: Head, amount: int | None) -> dict[str, object]:
    return {
        "id": head.document_id,
        "document_key": head.document_key,
        "kind": head.kind.value,
        "company_id": head.company_id,
        "note_number": head.note_number,
        "reason": head.reason,
        "amount_minor": amount,
        "reverses_id": head.reverses_id,
    }


def _move_goods(uow: UnitOfWork, moved: Sequence[MovedLine]) -> dict[Id, int]:
    """Move each product once by all its lines, and return its on-hand behind the document."""
    deltas: dict[Id, int] = {}
    for it in moved:
        deltas[it.line.product_id] = deltas.get(it.line.product_id, 0) + it.line.quantity_milli
    after: dict[Id, int] = {}
    rest = iter(deltas.items())
    while batch := dict(itertools.islice(rest, GOODS_AT_ONCE)):
        after |= move_stock(uow, batch)
    return after


def _write_averages(
    uow: UnitOfWork, goods: Mapping[Id, StockGood], averages: Mapping[Id, int | None]
) -> dict[str, int | None]:
    """Store the averages that moved, and return what they were by the product's id: a reversal asks for it."""
    moved = {key: average for key, average in averages.items() if average != goods[key].average}
    if moved:
        given = {"now": uow.now, "person": uow.actor.staff_id}
        uow.connection.execute(_SET_COST, [{"product": key, "cost": cost, **given} for key, cost in moved.items()])
        uow.changed.add(Topic.CATALOGUE)
    return {key.hex(): goods[key].average for key in moved}


_SET_COST = (
    update(Product)
    .where(Product.id == bindparam("product", type_=IdType()))
    .values(
        cost_minor=bindparam("cost"),
        row_version=Product.row_version + 1,
        updated_at=bindparam("now"),
        updated_by=bindparam("person"),
    )
)
