"""Is the data file whole, does everything add up, was anything touched (docs/journal.md).

Reads one snapshot, writes nothing, streams: a file of 100,000 sales needs no more memory than a small one.
"""

from __future__ import annotations

import contextlib
import functools
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from app.models.database import Database, environment_told
from app.services.backup.findings import Finding, FindingKind, Findings, VerifyReport
from app.services.backup.verify_columns import check_columns
from app.services.backup.verify_file import check_file, check_guards, check_schema
from app.services.backup.verify_journal import check_journal, check_printed
from app.services.backup.verify_ledgers import check_ledgers
from app.services.backup.verify_links import check_links
from app.services.backup.verify_sales import check_sales
from app.services.backup.verify_shifts import check_shifts
from app.services.backup.verify_state import check_drafts, check_receipts, check_visits
from app.services.backup.verify_stock import check_stock, check_stock_drafts
from app.services.common.uow import Reader
from app.values.clock import Clock, SystemClock
from app.values.text import clean_words

__all__ = ["Finding", "FindingKind", "PrintedHash", "VerifyReport", "verify_store"]

MOST_SAID = 200
Check = Callable[[Reader, Findings], None]
CHECKS: tuple[tuple[str, Check], ...] = (
    ("file", check_file),
    ("schema", check_schema),
    ("guards", check_guards),
    ("columns", check_columns),
    ("journal", check_journal),
    ("ledgers", check_ledgers),
    ("sales", check_sales),
    ("links", check_links),
    ("receipts", check_receipts),
    ("shifts", check_shifts),
    ("visits", check_visits),
    ("drafts", check_drafts),
    ("stock", check_stock),
    ("stock drafts", check_stock_drafts),
)


@dataclass(frozen=True, slots=True)
class PrintedHash:
    """What a Z report on paper says: a journal that was written anew as a whole is found only by it."""

    epoch: int
    seq: int
    hash: bytes


def verify_store(
    database: Database, *, printed: tuple[PrintedHash, ...] = (), clock: Clock | None = None
) -> VerifyReport:
    """Look through the whole file, comparing it with hashes from paper if any are given.

    A part that cannot be read is a finding itself, and the other parts are still looked at.

    Raises:
        StoreError: the file cannot be opened at all.
    """
    found = Findings()
    now = (clock or SystemClock()).now()
    with _snapshot(database) as connection:
        read = Reader(connection, now, now.date())
        for name, check in CHECKS:
            _run(name, check, read, found)
        for paper in printed:
            _run("paper", functools.partial(_check_paper, paper), read, found)
    return found.report()


@contextlib.contextmanager
def _snapshot(database: Database) -> Iterator[Connection]:
    """A transaction that only reads; on a damaged file even ending it may fail, and then the connection is dropped."""
    with environment_told():
        connection = database.reader.connect()
        connection.begin()
    try:
        yield connection
    finally:
        try:
            connection.close()
        except DBAPIError:
            connection.invalidate()
            connection.close()


def _check_paper(paper: PrintedHash, read: Reader, found: Findings) -> None:
    check_printed(read, found, epoch=paper.epoch, seq=paper.seq, digest=paper.hash)


def _run(name: str, check: Check, read: Reader, found: Findings) -> None:
    try:
        check(read, found)
    except DBAPIError as problem:
        found.add(FindingKind.UNREADABLE, "", name, said=clean_words(str(problem.orig), MOST_SAID))
    except Exception as problem:  # what damage can look like has no end; the other parts are still looked at
        said = f"{type(problem).__name__}: {problem}"
        found.add(FindingKind.UNREADABLE, "", name, said=clean_words(said, MOST_SAID))
