"""What a backup must hold: where its journal ends and how many rows each table has. Sealed as the first chunk."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, select

from app.models.base import Base
from app.models.database import Database
from app.models.organisation import TillState
from app.services.common.uow import Reader
from app.values.errors import QT_TRANSLATE_NOOP, StoreError, UserError
from app.values.ids import Id


class BackupUnsound(UserError):
    """It opens, and what is inside is not a sound data file."""

    text = QT_TRANSLATE_NOOP(
        "errors",
        "The data inside the backup {file} are damaged. Nothing was changed here. Take an older backup.",
    )


@dataclass(frozen=True, slots=True)
class Contents:
    """Known when the copy was taken, asked again of what comes out.

    Attributes:
        epoch, journal_seq, journal_hash: The head of the till's journal.
        counts: Rows by table.
    """

    epoch: int
    journal_seq: int
    journal_hash: bytes
    counts: Mapping[str, int]

    def to_bytes(self) -> bytes:
        """One chunk."""
        said = {
            "epoch": self.epoch,
            "journal_seq": self.journal_seq,
            "journal_hash": self.journal_hash.hex(),
            "counts": dict(self.counts),
        }
        return json.dumps(said, separators=(",", ":"), sort_keys=True).encode()

    @classmethod
    def from_bytes(cls, chunk: bytes) -> Contents:
        """What `to_bytes` wrote.

        Raises:
            ValueError: it did not.
        """
        try:
            said = json.loads(chunk)
            return cls(
                int(said["epoch"]),
                int(said["journal_seq"]),
                bytes.fromhex(said["journal_hash"]),
                {str(name): int(count) for name, count in said["counts"].items()},
            )
        except (KeyError, TypeError, AttributeError) as problem:
            raise ValueError(f"not the contents of a backup: {problem!r}") from problem


def contents_of(read: Reader, till_id: Id) -> Contents:
    """What lies in a file now."""
    state = read.connection.execute(
        select(TillState.epoch, TillState.journal_seq, TillState.journal_hash).where(TillState.till_id == till_id)
    ).one()
    return Contents(
        state.epoch, state.journal_seq, bytes(state.journal_hash), _counts(read.connection, _tables(read.connection))
    )


def check_sound(path: Path, contents: Contents, name: str) -> None:
    """SQLite's own look at every page, the rows of every table, and the journal's head.

    Raises:
        BackupUnsound
    """
    try:
        database = Database(path, read_only=True)
        try:
            with database.reader.connect() as connection, connection.begin():
                is_sound = _is_sound(connection, contents)
        finally:
            database.close()
    except StoreError as problem:
        raise BackupUnsound(file=name) from problem
    if not is_sound:
        raise BackupUnsound(file=name)


def _is_sound(connection: Connection, contents: Contents) -> bool:
    said = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar_one()
    if said != "ok" or not set(contents.counts) <= set(_tables(connection)):
        return False
    heads = connection.exec_driver_sql("SELECT epoch, journal_seq, journal_hash FROM till_state").all()
    wanted = (contents.epoch, contents.journal_seq, contents.journal_hash)
    return wanted in [tuple(head) for head in heads] and _counts(connection, contents.counts) == contents.counts


def _tables(connection: Connection) -> list[str]:
    """Our tables that this file has; names come from the model, never from the file."""
    there = set(connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'").scalars())
    return sorted(there & set(Base.metadata.tables))


def _counts(connection: Connection, tables: Mapping[str, int] | list[str]) -> dict[str, int]:
    return {name: connection.exec_driver_sql(f'SELECT count(*) FROM "{name}"').scalar_one() for name in tables}
