"""The journal against itself, and every fact against the journal.

Entries and the rows of each fact table are read side by side in the order of posting, so that nothing is held in
memory but one entry with its rows. Values are compared as SQLite stores them.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Date, Table, select
from sqlalchemy.engine import CursorResult

from app.models.base import FACT_COLUMNS
from app.models.journal import JournalEntry
from app.models.organisation import TillState
from app.models.types import UtcDateTime
from app.services.backup.findings import FindingKind, Findings
from app.services.common import journal
from app.services.common.uow import FACT_TABLES, Reader

Key = tuple[bytes, int, int]
_HEAD_NAMES = {"till_id": "till", "epoch": "epoch", "journal_seq": "seq"}


@dataclass(frozen=True, slots=True)
class _Entry:
    """A stored journal entry; `body` is None when its bytes cannot be read."""

    key: Key
    kind: str
    at: str
    previous: bytes
    digest: bytes
    payload: bytes
    body: dict[str, Any] | None


class _Facts:
    """The rows of one table in the order of posting, taken entry by entry."""

    def __init__(self, read: Reader, table: Table) -> None:
        self.table = table
        self.names = tuple(column.name for column in table.columns)
        self._rows = iter(_rows_in_order(read, table))
        self._next: dict[str, Any] | None = None
        self.count = 0
        self._step()

    def before(self, key: Key) -> Iterator[dict[str, Any]]:
        """Rows that stand before an entry: no entry knows them."""
        while self._next is not None and ((at := _key(self._next)) is None or at < key):
            yield self._take()

    def of(self, key: Key) -> Iterator[dict[str, Any]]:
        """Rows that say they belong to an entry."""
        while self._next is not None and _key(self._next) == key:
            yield self._take()

    def rest(self) -> Iterator[dict[str, Any]]:
        """Rows behind the last entry."""
        while self._next is not None:
            yield self._take()

    def _take(self) -> dict[str, Any]:
        row = self._next
        assert row is not None
        self._step()
        return row

    def _step(self) -> None:
        row = next(self._rows, None)
        self._next = None if row is None else dict(zip(self.names, row, strict=True))
        self.count += row is not None


def check_journal(read: Reader, found: Findings) -> None:
    """The chain, gapless numbers, the head, and each fact: changed, removed or added."""
    facts = {table.name: _Facts(read, table) for table in FACT_TABLES}
    before: _Entry | None = None
    ends: dict[bytes, _Entry] = {}
    for entry in _entries(read):
        _check_chain(found, entry, before)
        _check_facts(found, entry, facts)
        before = ends[entry.key[0]] = entry
        found.counts["journal_entry"] += 1
    for stream in facts.values():
        for row in stream.rest():
            found.add(FindingKind.ROW_ADDED, stream.table.name, row["id"])
        found.counts[stream.table.name] = stream.count
    _check_heads(read, found, ends)


def check_printed(read: Reader, found: Findings, *, epoch: int, seq: int, digest: bytes) -> None:
    """A hash on paper is that of the journal."""
    kept = read.connection.execute(
        select(JournalEntry.hash).where(JournalEntry.epoch == epoch, JournalEntry.seq == seq)
    ).scalars()
    if digest not in list(kept):
        found.add(FindingKind.PRINTED_HASH, "journal_entry", seq, seq=seq)


def _rows_in_order(read: Reader, table: Table) -> CursorResult[Any]:
    """As stored: no type of ours stands between, so that a changed byte is seen."""
    names = ", ".join(column.name for column in table.columns)
    return read.connection.exec_driver_sql(f"SELECT {names} FROM {table.name} ORDER BY till_id, epoch, journal_seq")


def _entries(read: Reader) -> Iterator[_Entry]:
    rows = read.connection.exec_driver_sql(
        "SELECT till_id, epoch, seq, kind, at, previous_hash, hash, payload FROM journal_entry "
        "ORDER BY till_id, epoch, seq"
    )
    for till_id, epoch, seq, kind, at, previous, digest, payload in rows:
        body, plain = _read_payload(payload)
        yield _Entry((till_id, epoch, seq), kind, at, previous, digest, plain, body)


def _read_payload(stored: bytes) -> tuple[dict[str, Any] | None, bytes]:
    try:
        plain = journal.inflate(stored)
        body = json.loads(plain)
    except (zlib.error, ValueError, TypeError):
        return None, b""
    return (body if isinstance(body, dict) else None), plain


def _key(row: dict[str, Any]) -> Key | None:
    """The place a row claims; None when it is no place at all."""
    till, epoch, seq = row["till_id"], row["epoch"], row["journal_seq"]
    is_place = isinstance(till, bytes) and isinstance(epoch, int) and isinstance(seq, int)
    return (till, epoch, seq) if is_place else None


def _check_chain(found: Findings, entry: _Entry, before: _Entry | None) -> None:
    till, epoch, seq = entry.key
    follows = before is not None and before.key[0] == till
    wanted = before.key[2] + 1 if before is not None and follows and before.key[1] == epoch else 1
    if seq != wanted:
        found.add(FindingKind.CHAIN_GAP, "journal_entry", f"{epoch}/{seq}", seq=seq)
    # A later epoch goes on from the last hash of the one before; only the first begins at nothing.
    previous = before.digest if before is not None and follows else journal.FIRST_HASH
    if entry.previous != previous:
        _break(found, entry, "it does not follow the entry before")
    if entry.body is None:
        _break(found, entry, "its bytes cannot be read")
    elif journal.chain(entry.previous, entry.payload) != entry.digest:
        _break(found, entry, "its hash is not that of its bytes")
    elif not _names_itself(entry, entry.body):
        _break(found, entry, "its columns differ from its bytes")


def _break(found: Findings, entry: _Entry, said: str) -> None:
    found.add(FindingKind.CHAIN_BROKEN, "journal_entry", f"{entry.key[1]}/{entry.key[2]}", seq=entry.key[2], said=said)


def _names_itself(entry: _Entry, body: dict[str, Any]) -> bool:
    till, epoch, seq = entry.key
    said = (body.get("till"), body.get("epoch"), body.get("seq"), body.get("kind"), body.get("at"))
    return said == (till.hex(), epoch, seq, entry.kind, _moment(entry.at))


def _check_facts(found: Findings, entry: _Entry, facts: dict[str, _Facts]) -> None:
    listed: dict[str, dict[str, list[Any]]] = {}
    columns: dict[str, list[str]] = {}
    for name, own, rows in entry.body["facts"] if entry.body else ():
        columns[name] = own
        at = own.index("id")
        listed.setdefault(name, {}).update({row[at]: row for row in rows})
    for name, stream in facts.items():
        for stray in stream.before(entry.key):
            found.add(FindingKind.ROW_ADDED, name, stray["id"])
        wanted = listed.pop(name, {})
        for row in stream.of(entry.key):
            said = wanted.pop(_plain(row["id"]), None)
            if said is None:
                found.add(FindingKind.ROW_ADDED, name, row["id"])
            elif differ := _differences(stream.table, row, dict(zip(columns[name], said, strict=True)), entry):
                found.add(FindingKind.ROW_CHANGED, name, row["id"], columns=", ".join(differ))
        for row_id in wanted:
            found.add(FindingKind.ROW_REMOVED, name, row_id, seq=entry.key[2])
    for name, gone in listed.items():
        for row_id in gone:
            found.add(FindingKind.ROW_REMOVED, name, row_id, seq=entry.key[2])


def _differences(table: Table, row: dict[str, Any], own: dict[str, Any], entry: _Entry) -> list[str]:
    """Columns that are not as the entry says; those all facts share stand at its head."""
    body = entry.body or {}
    differ = []
    for column in table.columns:
        shared = column.name in FACT_COLUMNS
        said = body.get(_HEAD_NAMES.get(column.name, column.name)) if shared else own.get(column.name)
        if _stored(column.type, row[column.name]) != said:
            differ.append(column.name)
    return differ


def _stored(kind: object, value: Any) -> Any:
    """A value as SQLite gave it, in the journal's spelling."""
    if isinstance(value, str) and isinstance(kind, UtcDateTime):
        return _moment(value)
    if isinstance(value, str) and isinstance(kind, Date):
        return value
    return _plain(value)


def _plain(value: Any) -> Any:
    return value.hex() if isinstance(value, bytes) else value


def _moment(stored: str) -> str:
    return stored.replace(" ", "T") + "+00:00"


def _check_heads(read: Reader, found: Findings, ends: dict[bytes, _Entry]) -> None:
    """The till's own counter ends where the journal ends."""
    states = read.connection.execute(
        select(TillState.till_id, TillState.epoch, TillState.journal_seq, TillState.journal_hash)
    )
    for state in states:
        end = ends.get(state.till_id)
        kept = (end.key[1], end.key[2], end.digest) if end else (state.epoch, 0, journal.FIRST_HASH)
        rises = end is not None and state.epoch > end.key[1] and state.journal_seq == 0
        if kept != (state.epoch, state.journal_seq, state.journal_hash) and not (
            rises and kept[2] == state.journal_hash
        ):
            found.add(FindingKind.HEAD_DIFFERS, "till_state", state.till_id, found=kept[1], wanted=state.journal_seq)
