"""Looking at the live file: quickly after the first window, thoroughly at night (docs/backup.md)."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from app.models.database import Database, environment_told
from app.services.backup.findings import FindingKind, VerifyReport
from app.services.backup.state import CheckNote, change_state
from app.services.backup.verify import verify_store
from app.services.common.store import Store
from app.values.errors import StoreError
from app.values.text import clean_words

MOST_SAID = 200
_DAMAGED = ("SQLITE_CORRUPT", "SQLITE_NOTADB")


@dataclass(frozen=True, slots=True)
class FileLook:
    """What a look at the file came to.

    Attributes:
        damage: SQLite's words about it; empty when every page is in order. If not, close the store and call
            `set_aside_damaged`.
        report: What `verify` found, where it was asked.
    """

    damage: str
    report: VerifyReport | None = None

    @property
    def is_whole(self) -> bool:
        """SQLite finds nothing."""
        return not self.damage


def quick_look(store: Store) -> FileLook:
    """`PRAGMA quick_check`: every page, not the order of the indexes. Call it behind the first window.

    Raises:
        StoreError: the disk or the rights; the file itself may be sound.
    """
    look = FileLook(_said_by(store, "PRAGMA quick_check(1)"))
    _note(store, look)
    return look


def night_look(store: Store) -> FileLook:
    """`PRAGMA integrity_check` and all of `verify`. Call it off the screen's thread, at night.

    Raises:
        StoreError: the disk or the rights; the file itself may be sound.
    """
    damage = _said_by(store, "PRAGMA integrity_check(1)")
    report = None if damage else _verified(store)
    if report is not None:
        torn = (finding for finding in report.findings if finding.kind is FindingKind.FILE_DAMAGED)
        damage = next((finding.sentence for finding in torn), "")
    look = FileLook(damage, report)
    _note(store, look)
    return look


@contextlib.contextmanager
def _seen_afresh(store: Store) -> Iterator[Database]:
    """The file on connections of its own.

    One that has searched keeps what it read of the full-text index; when another connection has written there since,
    SQLite takes the difference for damage.
    """
    database = Database(store.database.path, read_only=True)
    try:
        yield database
    finally:
        database.close()


def _verified(store: Store) -> VerifyReport:
    with _seen_afresh(store) as database:
        return verify_store(database, clock=store.clock)


def _said_by(store: Store, pragma: str) -> str:
    """SQLite's first complaint, or nothing; a file too damaged to be asked complains by that."""
    try:
        with environment_told(), _seen_afresh(store) as database, database.reader.connect() as connection:
            said = str(connection.exec_driver_sql(pragma).scalar_one())
    except StoreError as problem:
        if not problem.kind.startswith(_DAMAGED):
            raise
        return problem.kind
    except DBAPIError as problem:
        return clean_words(str(problem.orig), MOST_SAID)
    return "" if said == "ok" else clean_words(said, MOST_SAID)


def _note(store: Store, look: FileLook) -> None:
    findings = len(look.report.findings) if look.report else 0
    note = CheckNote(store.clock.now(), look.is_whole, findings)
    through: dict[str, object] = {"looked_through_at": note.at} if look.report is not None else {}
    folder: Path = store.database.path.parent
    with contextlib.suppress(OSError):
        change_state(folder, last_check=note, **through)
