"""What belongs to whom: accounts to their people, lots to their points, entries to the outbox, money to its shift."""

from __future__ import annotations

from dataclasses import dataclass

from app.services.backup.findings import FindingKind, Findings
from app.services.common.uow import Reader


@dataclass(frozen=True, slots=True)
class _Rule:
    """SQL that yields `(row, what, kept, rows)` for every row that breaks the rule."""

    kind: FindingKind
    table: str
    sql: str


_OWNERS = (
    _Rule(
        FindingKind.ACCOUNT_OWNER,
        "account",
        "SELECT id, owner_kind, lower(hex(owner_id)), '' FROM account WHERE NOT CASE owner_kind "
        "WHEN 'member' THEN owner_id IN (SELECT id FROM member) "
        "WHEN 'household' THEN owner_id IN (SELECT id FROM household) "
        "WHEN 'company' THEN owner_id IN (SELECT id FROM company) ELSE 0 END",
    ),
    # A merge repoints nothing, so that the account of whoever the member is read as now is theirs too.
    _Rule(
        FindingKind.ACCOUNT_STRANGE,
        "sale",
        "SELECT sale.id, '', lower(hex(account_id)), '' FROM sale LEFT JOIN account ON account.id = account_id "
        "WHERE account_id IS NOT NULL AND NOT coalesce(CASE owner_kind WHEN 'household' THEN owner_id = household_id "
        "WHEN 'company' THEN owner_id = company_id WHEN 'member' THEN owner_id = member_id OR EXISTS (SELECT 1 "
        "FROM member_alias WHERE from_member_id IN (member_id, owner_id) AND to_member_id IN (member_id, owner_id)) "
        "END, 0)",
    ),
)
_EARN = "FROM points_ledger p JOIN points_lot lot ON lot.id = p.lot_id WHERE p.cause = 'earn' AND"
_LOTS = (
    _Rule(
        FindingKind.LOT,
        "points_lot",
        f"SELECT lot.id, 'expires', lot.expires_on, p.expires_on {_EARN} lot.expires_on IS NOT p.expires_on",
    ),
    _Rule(
        FindingKind.LOT,
        "points_lot",
        f"SELECT lot.id, 'was earned', lot.earned_on, p.business_date {_EARN} lot.earned_on IS NOT p.business_date",
    ),
    _Rule(
        FindingKind.LOT,
        "points_lot",
        f"SELECT lot.id, 'is of sale', lower(hex(lot.sale_id)), p.source_key {_EARN} "
        "lower(hex(lot.sale_id)) IS NOT p.source_key",
    ),
    _Rule(
        FindingKind.LOT,
        "points_lot",
        "SELECT id, 'exists', 1, 0 FROM points_lot "
        "WHERE id NOT IN (SELECT lot_id FROM points_ledger WHERE lot_id IS NOT NULL)",
    ),
)
_OUTBOX = _Rule(
    FindingKind.OUTBOX,
    "outbox",
    "SELECT epoch || '/' || seq, '', sum(entry), sum(told) FROM ("
    "SELECT till_id, epoch, seq, kind, at, 1 AS entry, 0 AS told FROM journal_entry UNION ALL "
    "SELECT till_id, epoch, journal_seq, kind, created_at, 0, 1 FROM outbox) "
    "GROUP BY till_id, epoch, seq, kind, at HAVING sum(entry) <> 1 OR sum(told) <> 1",
)


def _in_shift(table: str) -> _Rule:
    """A row at its shift: there is one, it was opened before or with the row, and not closed before it."""
    return _Rule(
        FindingKind.NOT_IN_SHIFT,
        table,
        f"SELECT r.id, '', '', '' FROM {table} r LEFT JOIN shift s ON s.id = r.shift_id AND s.till_id = r.till_id "
        "LEFT JOIN shift_close c ON c.closed_shift_id = s.id "
        "WHERE s.id IS NULL OR (r.epoch, r.journal_seq) < (s.epoch, s.journal_seq) "
        "OR (c.epoch, c.journal_seq) < (r.epoch, r.journal_seq)",
    )


_DRAFT_SOLD = _Rule(
    FindingKind.DRAFT_SOLD,
    "basket_draft",
    "SELECT basket_draft.basket_key, '', '', sale.number FROM basket_draft "
    "JOIN sale ON sale.basket_key = basket_draft.basket_key",
)
RULES = (*_OWNERS, *_LOTS, _OUTBOX, _in_shift("sale"), _in_shift("cash_ledger"), _DRAFT_SOLD)


def check_links(read: Reader, found: Findings) -> None:
    """Every rule; only rows that are wrong come out of SQLite."""
    for rule in RULES:
        for row, what, kept, rows in read.connection.exec_driver_sql(rule.sql):
            found.add(rule.kind, rule.table, row, what=what, kept=kept, rows=rows)
