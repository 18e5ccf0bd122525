"""The file itself: pages, links between rows, schema, and the guards that hold facts."""

from __future__ import annotations

from alembic.runtime.migration import MigrationContext

from app.models import migrate
from app.models.append_only import APPEND_ONLY
from app.services.backup.findings import FindingKind, Findings
from app.services.common.uow import Reader

VERBS = ("UPDATE", "DELETE")


def check_file(read: Reader, found: Findings) -> None:
    """SQLite's own look at every page and index, and every foreign key."""
    for (said,) in read.connection.exec_driver_sql("PRAGMA integrity_check(100)"):
        if said != "ok":
            found.add(FindingKind.FILE_DAMAGED, "", "file", said=said)
    for table, rowid, parent, _ in read.connection.exec_driver_sql("PRAGMA foreign_key_check"):
        found.add(FindingKind.LINK_BROKEN, table, f"rowid {rowid}", parent=parent)


def check_schema(read: Reader, found: Findings) -> None:
    """The file has the schema of this program."""
    current = MigrationContext.configure(read.connection).get_current_revision()
    if current != (wanted := migrate.newest_revision()):
        found.add(FindingKind.SCHEMA, "alembic_version", current or "none", found=current, wanted=wanted)


def check_guards(read: Reader, found: Findings) -> None:
    """Every append-only table has both triggers, as step 0001 made them, and there are no others."""
    rows = read.connection.exec_driver_sql("SELECT name, tbl_name, sql FROM sqlite_master WHERE type = 'trigger'")
    there = {name: (table, " ".join(sql.split())) for name, table, sql in rows}
    found.counts["trigger"] = len(there)
    for table in APPEND_ONLY:
        for verb in VERBS:
            name = f"{table}_no_{verb.lower()}"
            if there.pop(name, None) != (table, _guard(table, verb)):
                found.add(FindingKind.TRIGGER_MISSING, table, name, name=name)
    for name, (table, _) in there.items():
        found.add(FindingKind.TRIGGER_UNKNOWN, table, name, name=name)


def _guard(table: str, verb: str) -> str:
    return (
        f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, 'append-only: {table}'); END"
    )
