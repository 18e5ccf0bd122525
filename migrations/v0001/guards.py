"""Step 0001: triggers that forbid changing or removing a fact, and the full-text indexes of the till."""

from __future__ import annotations

from sqlalchemy import Connection

APPEND_ONLY = [
    "audit_event",
    "cash_ledger",
    "consent",
    "coupon_ledger",
    "credit_ledger",
    "donation_ledger",
    "journal_entry",
    "member_alias",
    "member_event",
    "past_sale",
    "past_sale_line",
    "points_ledger",
    "price",
    "sale",
    "sale_discount",
    "sale_line",
    "sale_tax",
    "sale_tender",
    "shift",
    "shift_close",
    "stock_ledger",
    "stored_value_ledger",
]


def create(connection: Connection) -> None:
    """Triggers on both databases; FTS5 only where there is a till."""
    if connection.dialect.name == "sqlite":
        for table in APPEND_ONLY:
            for verb in ("UPDATE", "DELETE"):
                connection.exec_driver_sql(
                    f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
                    f"BEGIN SELECT RAISE(ABORT, 'append-only: {table}'); END"
                )
        for name in ("product_search", "member_search"):
            connection.exec_driver_sql(
                f"CREATE VIRTUAL TABLE {name} USING fts5(terms, content='', contentless_delete=1, "
                "tokenize='unicode61 remove_diacritics 2', prefix='1 2 3')"
            )
        # A member's words must really be gone from the index when they are erased.
        connection.exec_driver_sql("INSERT INTO member_search(member_search, rank) VALUES ('secure-delete', 1)")
        return
    connection.exec_driver_sql(
        "CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'append-only: %%', TG_TABLE_NAME; END $$"
    )
    for table in APPEND_ONLY:
        connection.exec_driver_sql(
            f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table} "
            "FOR EACH ROW EXECUTE FUNCTION refuse_change()"
        )
