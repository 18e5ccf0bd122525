"""Step 0002: the guards of its facts, and plain search terms where there is no FTS5.

The function that refuses is on PostgreSQL since 0001. There nobody searches while a customer waits; the terms are kept
so that the same services run on both.
"""

from __future__ import annotations

from sqlalchemy import Connection

APPEND_ONLY = ["stock_document", "stock_document_line"]


def create(connection: Connection) -> None:
    """Triggers on both databases."""
    for table in APPEND_ONLY:
        if connection.dialect.name == "sqlite":
            for verb in ("UPDATE", "DELETE"):
                connection.exec_driver_sql(
                    f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
                    f"BEGIN SELECT RAISE(ABORT, 'append-only: {table}'); END"
                )
        else:
            connection.exec_driver_sql(
                f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table} "
                "FOR EACH ROW EXECUTE FUNCTION refuse_change()"
            )
    if connection.dialect.name != "sqlite":
        for name in ("product_search", "member_search"):
            connection.exec_driver_sql(f"CREATE TABLE {name} (rowid bigint PRIMARY KEY, terms text NOT NULL)")
