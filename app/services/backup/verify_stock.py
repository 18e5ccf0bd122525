"""Documents that moved stock against their lines, the ledger's rows and each other; and the drafts of such.

One query a rule, answered inside SQLite: only rows that are wrong come out.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.services.backup.findings import FindingKind, Findings
from app.services.common.uow import Reader
from app.services.inventory.codec import document_from_json
from app.services.inventory.values import BRINGS_COST, TAKES_OUT, DocumentKind


@dataclass(frozen=True, slots=True)
class _Rule:
    """SQL that yields `(row, what, kept, rows)` for every row that breaks the rule."""

    table: str
    sql: str


def _listed(kinds: frozenset[DocumentKind]) -> str:
    return ", ".join(repr(kind.value) for kind in sorted(kinds))


_LINES = "stock_document_line l JOIN stock_document d ON d.id = l.document_id"
# What moved, of which product and lot, and what it cost: both sides must say the same. Either side may be missing.
_MOVED = _Rule(
    "stock_document_line",
    "SELECT key, 'what moved', sum(kept), sum(moved) FROM ("
    "SELECT lower(hex(l.document_id)) || ':' || l.line_no || ' ' || d.kind || ' ' || hex(l.product_id) || ' ' "
    "|| coalesce(hex(l.lot_id), '') AS key, l.quantity_milli AS kept, 0 AS moved, l.amount_minor AS cost, "
    f"l.amount_minor IS NULL AS unknown FROM {_LINES} WHERE l.quantity_milli <> 0 UNION ALL "
    "SELECT source_key || ' ' || cause || ' ' || hex(product_id) || ' ' || coalesce(hex(lot_id), ''), 0, delta, "
    "cost_minor, cost_minor IS NULL FROM stock_ledger WHERE cause NOT IN ('sale', 'refund')) "
    "GROUP BY key HAVING sum(kept) <> sum(moved) OR coalesce(sum(cost), 0) <> 0 OR sum(unknown) % 2 = 1 "
    "OR count(*) <> 2",
)
_AMOUNT = _Rule(
    "stock_document",
    "SELECT d.id, 'amount', d.amount_minor, l.added FROM stock_document d LEFT JOIN (SELECT document_id, "
    "CASE WHEN count(*) = count(amount_minor) THEN sum(amount_minor) END AS added FROM stock_document_line "
    "GROUP BY document_id) l ON l.document_id = d.id WHERE d.amount_minor IS NOT l.added OR l.document_id IS NULL",
)
_COUNTED = _Rule(
    "stock_document_line",
    f"SELECT l.id, 'counted', l.quantity_milli, l.counted_milli - l.expected_milli FROM {_LINES} "
    "WHERE d.kind = 'count' AND d.reverses_id IS NULL "
    "AND l.quantity_milli IS NOT l.counted_milli - l.expected_milli",
)
_WAY = _Rule(
    "stock_document_line",
    f"SELECT l.id, 'in or out', l.quantity_milli, d.kind FROM {_LINES} WHERE CASE "
    f"WHEN d.kind IN ({_listed(BRINGS_COST)}) THEN l.quantity_milli * (1 - 2 * (d.reverses_id IS NOT NULL)) <= 0 "
    f"WHEN d.kind IN ({_listed(TAKES_OUT)}) THEN l.quantity_milli * (1 - 2 * (d.reverses_id IS NOT NULL)) >= 0 "
    f"ELSE d.kind NOT IN ({_listed(frozenset(DocumentKind))}) END",
)
_REVERSED = _Rule(
    "stock_document",
    "SELECT back.id, 'taken back', count(*), count(first.id) FROM stock_document back "
    "LEFT JOIN stock_document first ON first.id = back.reverses_id AND first.kind = back.kind "
    "AND first.reverses_id IS NULL WHERE back.reverses_id IS NOT NULL GROUP BY back.reverses_id "
    "HAVING count(*) <> 1 OR count(first.id) <> 1",
)
_OPPOSITE = _Rule(
    "stock_document",
    "SELECT id, 'taken back', sum(was), -sum(back) FROM ("
    "SELECT back.id, l.line_no, l.product_id, l.quantity_milli AS was, 0 AS back, l.amount_minor AS cost "
    "FROM stock_document back JOIN stock_document_line l ON l.document_id = back.reverses_id UNION ALL "
    "SELECT back.id, l.line_no, l.product_id, 0, l.quantity_milli, l.amount_minor FROM stock_document back "
    "JOIN stock_document_line l ON l.document_id = back.id WHERE back.reverses_id IS NOT NULL) "
    "GROUP BY id, line_no, product_id HAVING sum(was) + sum(back) <> 0 OR coalesce(sum(cost), 0) <> 0",
)
_LOT = _Rule(
    "stock_document_line",
    "SELECT l.id, 'lot', lower(hex(l.lot_id)), coalesce(lower(hex(stock_lot.product_id)), '') "
    "FROM stock_document_line l LEFT JOIN stock_lot ON stock_lot.id = l.lot_id "
    "WHERE l.lot_id IS NOT NULL AND stock_lot.product_id IS NOT l.product_id",
)
RULES = (_MOVED, _AMOUNT, _COUNTED, _WAY, _REVERSED, _OPPOSITE, _LOT)


def check_stock(read: Reader, found: Findings) -> None:
    """Every rule over every document."""
    found.counts["stock_document"] = read.connection.exec_driver_sql("SELECT count(*) FROM stock_document").scalar_one()
    for rule in RULES:
        for row, what, kept, rows in read.connection.exec_driver_sql(rule.sql):
            found.add(FindingKind.STOCK_DOCUMENT, rule.table, row, what=what, kept=kept, rows=rows)


def check_stock_drafts(read: Reader, found: Findings) -> None:
    """Every draft can be read and was not booked yet."""
    rows = read.connection.exec_driver_sql(
        "SELECT r.document_key, r.payload, d.id FROM stock_draft r LEFT JOIN stock_document d USING (document_key)"
    )
    for key, payload, document_id in rows:
        found.counts["stock_draft"] += 1
        if document_id is not None:
            found.add(FindingKind.STOCK_DRAFT, "stock_draft", key, said="it was booked already")
            continue
        try:
            document = document_from_json(payload)
        except (ValueError, KeyError, TypeError, IndexError, AttributeError) as problem:
            found.add(FindingKind.STOCK_DRAFT, "stock_draft", key, said=type(problem).__name__)
            continue
        if document.key != key:
            found.add(FindingKind.STOCK_DRAFT, "stock_draft", key, said="another document's words")
