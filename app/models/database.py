"""Opening the till's file: the right SQLite, the right pragmas, one kind of BEGIN.

Writers `BEGIN IMMEDIATE`; readers see a snapshot and cannot write. `synchronous=FULL` is what makes a committed sale
survive a power cut.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlite
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool

from app.values.errors import QT_TRANSLATE_NOOP, StoreError

LEAST_SQLITE = (3, 51, 3)
BUSY_TIMEOUT_MS = 15_000
AUTOCHECKPOINT_PAGES = 8_000
PRAGMAS = {
    "journal_mode": "wal",
    "synchronous": 2,
    "foreign_keys": 1,
    "busy_timeout": BUSY_TIMEOUT_MS,
    "mmap_size": 0,
    "cache_size": -32_000,  # kibibytes; search among 100,000 goods reads more than the 2 MB of the default
    "recursive_triggers": 1,  # else INSERT OR REPLACE would pass the guards against DELETE
}
_ENVIRONMENT = (
    "SQLITE_FULL",
    "SQLITE_BUSY",
    "SQLITE_IOERR",
    "SQLITE_READONLY",
    "SQLITE_CORRUPT",
    "SQLITE_CANTOPEN",
    "SQLITE_NOTADB",
    "SQLITE_LOCKED",
    "SQLITE_PROTOCOL",
    "SQLITE_PERM",
)


class DatabaseUnfit(StoreError):
    """The SQLite library or the file's pragmas are not what a till needs."""

    text = QT_TRANSLATE_NOOP("errors", "The data file cannot be opened safely: {reason}.")

    def __init__(self, reason: str) -> None:
        super().__init__("UNFIT", reason=reason)


def tell_environment(problem: DBAPIError) -> StoreError | None:
    """The `StoreError` behind a driver's error, or None when it is a bug of ours."""
    name = getattr(problem.orig, "sqlite_errorname", "") or ""
    return next((StoreError(kind) for kind in _ENVIRONMENT if name.startswith(kind)), None)


def check_library() -> str:
    """The SQLite version in use.

    Raises:
        DatabaseUnfit: older than 3.51.3, which can damage a WAL file that two connections use.
    """
    version: str = sqlite.sqlite_version
    if tuple(int(part) for part in version.split(".")) < LEAST_SQLITE:
        raise DatabaseUnfit(f"SQLite {version} is too old")
    return version


class Database:
    """The two engines of one data file.

    Attributes:
        path: The file.
        writer: Transactions that begin IMMEDIATE.
        reader: Snapshots; `query_only`.
    """

    def __init__(self, path: Path) -> None:
        check_library()
        self.path = path
        self.writer = _engine(path, "BEGIN IMMEDIATE", query_only=False)
        self.reader = _engine(path, "BEGIN", query_only=True)
        with environment_told(), self.writer.connect() as connection:
            _check_pragmas(connection)

    def reopen(self) -> None:
        """Drop every connection, so that the next one sees what really lies on the disk."""
        self.writer.dispose()
        self.reader.dispose()

    def close(self) -> None:
        """Fold the write-ahead log into the file and let go of it."""
        with contextlib.suppress(DBAPIError):
            self.checkpoint()
        self.reopen()

    def checkpoint(self) -> None:
        """Move finished pages into the file; waits for nobody."""
        with contextlib.closing(self.writer.raw_connection()) as connection:
            connection.driver_connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()  # type: ignore[union-attr]


@contextlib.contextmanager
def environment_told() -> Iterator[None]:
    """Turn a full disk, a lock or a damaged file into a `StoreError`; other errors pass as they are."""
    try:
        yield
    except DBAPIError as problem:
        if told := tell_environment(problem):
            raise told from problem
        raise


def _engine(path: Path, begin: str, *, query_only: bool) -> Engine:
    def connect() -> Any:
        fresh = not path.exists()
        connection = sqlite.connect(str(path), isolation_level=None, check_same_thread=False, cached_statements=256)
        if fresh:
            os.chmod(path, 0o600)
        cursor = connection.cursor()
        for name, value in PRAGMAS.items():
            cursor.execute(f"PRAGMA {name}={value}").fetchall()
        cursor.execute(f"PRAGMA wal_autocheckpoint={AUTOCHECKPOINT_PAGES}").fetchall()
        if query_only:
            cursor.execute("PRAGMA query_only=1").fetchall()
        cursor.close()
        return connection

    engine = create_engine(
        "sqlite://", module=sqlite, creator=connect, poolclass=QueuePool, pool_size=4, hide_parameters=True
    )

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine


def _check_pragmas(connection: Connection) -> None:
    driver: Any = connection.connection.driver_connection
    for name, wanted in PRAGMAS.items():
        row = driver.execute(f"PRAGMA {name}").fetchone()
        found = row[0] if row else 0
        if found != wanted:
            raise DatabaseUnfit(f"{name} is {found}, not {wanted}")
