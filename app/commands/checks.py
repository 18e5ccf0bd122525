"""`main.py verify` and `main.py migrate`."""

from __future__ import annotations

import sys
from pathlib import Path

from app.bootstrap.folder import FILE_NAME, NoData, has_file, open_folder
from app.models import migrate as schema
from app.models.database import Database
from app.services.backup.verify import verify_store

MOST_SHOWN = 200


def verify(folder: Path) -> int:
    """Add up every ledger, check every invariant, the journal and the file; print the rows that are wrong.

    Raises:
        NoData, StoreError
    """
    database = _open_to_read(folder)
    report = verify_store(database)
    database.close()
    for finding in report.findings[:MOST_SHOWN]:
        print(f"{finding.table} {finding.row}: {finding.sentence}".strip(), file=sys.stderr)
    hidden = len(report.findings) - MOST_SHOWN
    if hidden > 0:
        print(f"... and {hidden} more", file=sys.stderr)
    counts = ", ".join(f"{name} {count}" for name, count in report.counts.items())
    print(f"checked: {counts}")
    print("all is well" if not report.findings else f"{len(report.findings)} findings")
    return 1 if report.findings else 0


def _open_to_read(folder: Path) -> Database:
    if not has_file(folder):
        raise NoData(folder=folder)
    database = Database(folder / FILE_NAME, read_only=True)
    if database.is_empty():
        raise NoData(folder=folder)
    return database


def migrate(folder: Path) -> int:
    """Bring the file to this version's schema; it is copied before.

    Raises:
        NoData, NewerSchema, StoreError
    """
    if not has_file(folder):
        raise NoData(folder=folder)
    database = Database(folder / FILE_NAME, read_only=True)
    before = schema.current_revision(database)
    database.close()
    opened = open_folder(folder)
    opened.close()
    newest = schema.newest_revision()
    if before == newest:
        print(f"the schema is {newest}, the newest")
    else:
        print(f"schema {before or 'none'} -> {newest}; copy: {opened.migrated_from or 'not needed'}")
    return 0
