"""Opening the till's file: the right SQLite, the right pragmas, one kind of BEGIN.

Writers `BEGIN IMMEDIATE`; readers see a snapshot and cannot write. `synchronous=FULL` is what makes a committed sale
survive a power cut.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlite
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool

from app.models.store_errors import ForeignFile, error_behind, store_error
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
READING_PRAGMAS = ("busy_timeout", "cache_size")
APPLICATION_ID = 0x53484B45
"""Stands in the head of every file of ours (SHKE), so that no other program's file is taken for one."""
_OURS = frozenset(("alembic_version", "journal_entry"))
_DRIVER: dict[str, Any] = {"isolation_level": None, "check_same_thread": False, "cached_statements": 256}


class DatabaseUnfit(StoreError):
    """The SQLite library or the file's pragmas are not what a till needs."""

    text = QT_TRANSLATE_NOOP("errors", "The data file cannot be opened safely: {reason}.")

    def __init__(self, reason: str) -> None:
        super().__init__("UNFIT", reason=reason)


def tell_environment(problem: DBAPIError) -> StoreError | None:
    """The `StoreError` behind a driver's error, or None when it is a bug of ours."""
    return error_behind(problem.orig)


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
        writer: Transactions that begin IMMEDIATE; of a read-only file it cannot write either.
        reader: Snapshots; `query_only`.
    """

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        """Open the file, or make it; `read_only` makes, changes and converts nothing.

        Raises:
            ForeignFile: it belongs to another program.
            StoreError: it cannot be opened.
        """
        check_library()
        self.path, self.read_only = path, read_only
        _check_owner(path, may_lack_schema=read_only)
        if read_only:
            self.writer = self.reader = _engine(lambda: _connect_to_read(path), "BEGIN")
        else:
            self.writer = _engine(lambda: _connect(path, query_only=False), "BEGIN IMMEDIATE")
            self.reader = _engine(lambda: _connect(path, query_only=True), "BEGIN")
        with environment_told(), self.writer.connect() as connection:
            if not read_only:
                _check_pragmas(connection)
                _stamp(connection)

    def is_empty(self) -> bool:
        """Whether there is not one table in it."""
        with environment_told(), self.reader.begin() as connection:
            return connection.exec_driver_sql("SELECT 1 FROM sqlite_master LIMIT 1").first() is None

    def reopen(self) -> None:
        """Drop every connection, so that the next one sees what really lies on the disk."""
        self.writer.dispose()
        self.reader.dispose()

    def relax(self) -> None:
        """Wait for no flush from now on: for a file that is thrown away unless all of it was written."""

        @event.listens_for(self.writer, "connect")
        def _without_flush(connection: Any, _record: object) -> None:
            connection.execute("PRAGMA synchronous=OFF").fetchall()

        self.reopen()

    def close(self) -> None:
        """Fold the write-ahead log into the file and let go of it."""
        with contextlib.suppress(DBAPIError, sqlite.Error):
            self.checkpoint()
        self.reopen()

    def checkpoint(self) -> None:
        """Move finished pages into the file; waits for nobody."""
        if self.read_only:
            return
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
    except sqlite.Error as problem:  # past SQLAlchemy
        if told := error_behind(problem):
            raise told from problem
        raise


def _connect(path: Path, *, query_only: bool) -> Any:
    fresh = not path.exists()
    connection = sqlite.connect(str(path), **_DRIVER)
    if fresh:
        os.chmod(path, 0o600)
    pragmas = {**PRAGMAS, "wal_autocheckpoint": AUTOCHECKPOINT_PAGES, **({"query_only": 1} if query_only else {})}
    return _with_pragmas(connection, pragmas)


def _connect_to_read(path: Path) -> Any:
    """A connection that leaves the file as it is.

    Where beside the file nothing can be written either, SQLite reads it only if told that nobody else writes; that
    is safe as long as no log waits beside it.
    """
    address = f"{path.resolve().as_uri()}?mode=ro"
    pragmas = {**{name: PRAGMAS[name] for name in READING_PRAGMAS}, "query_only": 1}
    connection = sqlite.connect(address, uri=True, **_DRIVER)
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchall()
    except sqlite.OperationalError:
        connection.close()
        log = path.with_name(path.name + "-wal")
        if not path.is_file() or (log.exists() and log.stat().st_size):
            raise
        connection = sqlite.connect(f"{address}&immutable=1", uri=True, **_DRIVER)
        connection.execute("SELECT count(*) FROM sqlite_master").fetchall()
    return _with_pragmas(connection, pragmas)


def _with_pragmas(connection: Any, pragmas: dict[str, Any]) -> Any:
    cursor = connection.cursor()
    for name, value in pragmas.items():
        cursor.execute(f"PRAGMA {name}={value}").fetchall()
    cursor.close()
    return connection


def _engine(connect: Callable[[], Any], begin: str) -> Engine:
    engine = create_engine(
        "sqlite://", module=sqlite, creator=connect, poolclass=QueuePool, pool_size=4, hide_parameters=True
    )

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        # Past SQLAlchemy's own bookkeeping, which costs more than the statement; errors look the same.
        driver: Any = connection.connection.driver_connection
        try:
            driver.execute(begin)
        except sqlite.Error as problem:
            raise DBAPIError.instance(begin, None, problem, sqlite.Error, hide_parameters=True) from problem

    return engine


def _check_owner(path: Path, *, may_lack_schema: bool) -> None:
    """Refuse another program's file before anything is set in it; whatever else is wrong, opening it will tell."""
    if path.exists() and not path.is_file():
        raise store_error("SQLITE_CANTOPEN")
    if not path.exists() or not path.stat().st_size:
        return
    with contextlib.suppress(sqlite.Error), contextlib.closing(_connect_to_read(path)) as connection:
        ((mark,),) = connection.execute("PRAGMA application_id").fetchall()
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        if mark not in (0, APPLICATION_ID) or (mark == 0 and tables and not tables >= _OURS):
            raise ForeignFile(path)
        if tables and "alembic_version" not in tables and not may_lack_schema:
            raise store_error("SQLITE_CORRUPT")


def _stamp(connection: Connection) -> None:
    """Say in the head of the file whose it is."""
    driver: Any = connection.connection.driver_connection
    if driver.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        driver.execute(f"PRAGMA application_id = {APPLICATION_ID}").fetchall()


def _check_pragmas(connection: Connection) -> None:
    driver: Any = connection.connection.driver_connection
    for name, wanted in PRAGMAS.items():
        row = driver.execute(f"PRAGMA {name}").fetchone()
        found = row[0] if row else 0
        if found != wanted:
            raise DatabaseUnfit(f"{name} is {found}, not {wanted}")
