"""Every ledger added up again: row by row, and against the balance that is kept beside it.

The rows of an account stand in the order of posting (SQLite's row number); a row whose balance does not follow from
the one before is found where the break is, not on every row behind it.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.services.backup.findings import FindingKind, Findings
from app.services.common.uow import Reader


@dataclass(frozen=True, slots=True)
class _Ledger:
    """A ledger and where its balances are kept.

    Attributes:
        key: The columns that name what has a balance.
        kept: SQL of `(key columns, balance)`; empty where no balance is kept.
    """

    table: str
    key: tuple[str, ...]
    kept: str = ""
    where: str = "1"


LEDGERS = (
    _Ledger("points_ledger", ("account_id",), "SELECT id, points_balance FROM account"),
    _Ledger(
        "stored_value_ledger",
        ("account_id",),
        "SELECT id, principal_balance FROM account",
        where="purse = 'principal'",
    ),
    _Ledger("stored_value_ledger", ("account_id",), "SELECT id, bonus_balance FROM account", where="purse = 'bonus'"),
    _Ledger("credit_ledger", ("account_id",), "SELECT id, credit_balance FROM account"),
    _Ledger("stock_ledger", ("shop_id", "product_id"), "SELECT shop_id, product_id, on_hand_milli FROM stock_level"),
    _Ledger("cash_ledger", ("till_id",), "SELECT till_id, cash_balance FROM till_state"),
    _Ledger("coupon_ledger", ("coupon_id",)),
    _Ledger("donation_ledger", ("till_id", "purpose")),
)


def check_ledgers(read: Reader, found: Findings) -> None:
    """All ledgers, and the points by lot."""
    for ledger in LEDGERS:
        _check_running(read, found, ledger)
        if ledger.kept:
            _check_kept(read, found, ledger)
    _check_lots(read, found)


def _check_running(read: Reader, found: Findings, ledger: _Ledger) -> None:
    rows = read.connection.exec_driver_sql(
        f"SELECT id, balance_after, wanted FROM (SELECT id, balance_after, delta + coalesce(lag(balance_after) OVER "
        f"(PARTITION BY {', '.join(ledger.key)} ORDER BY rowid), 0) AS wanted FROM {ledger.table} "
        f"WHERE {ledger.where}) WHERE balance_after IS NOT wanted"
    )
    for row_id, kept, wanted in rows:
        found.add(FindingKind.BALANCE_ROW, ledger.table, row_id, kept=kept, rows=wanted)


def _check_kept(read: Reader, found: Findings, ledger: _Ledger) -> None:
    """Both sides may lack the other: a balance without rows, rows without a balance."""
    keys = ", ".join(ledger.key)
    for *key, balance, total in read.connection.exec_driver_sql(
        f"WITH kept({keys}, balance) AS ({ledger.kept}) "
        f"SELECT {keys}, sum(balance), sum(delta) FROM (SELECT {keys}, balance, 0 AS delta FROM kept "
        f"UNION ALL SELECT {keys}, 0, delta FROM {ledger.table} WHERE {ledger.where}) "
        f"GROUP BY {keys} HAVING sum(balance) <> sum(delta)"
    ):
        name = "/".join(part.hex() if isinstance(part, bytes) else str(part) for part in key)
        found.add(FindingKind.BALANCE, ledger.table, name, what=ledger.table, kept=balance, rows=total)


def _check_lots(read: Reader, found: Findings) -> None:
    for lot_id, remaining, total in read.connection.exec_driver_sql(
        "SELECT id, sum(remaining), sum(delta) FROM (SELECT id, remaining, 0 AS delta FROM points_lot "
        "UNION ALL SELECT lot_id, 0, delta FROM points_ledger WHERE lot_id IS NOT NULL) "
        "GROUP BY id HAVING sum(remaining) <> sum(delta)"
    ):
        found.add(FindingKind.BALANCE, "points_lot", lot_id, what="points_lot", kept=remaining, rows=total)
    for (lot_id,) in read.connection.exec_driver_sql(
        "SELECT DISTINCT points_lot.id FROM points_ledger JOIN points_lot ON points_lot.id = points_ledger.lot_id "
        "WHERE points_lot.account_id <> points_ledger.account_id"
    ):
        found.add(FindingKind.LOT_OWNER, "points_lot", lot_id)
