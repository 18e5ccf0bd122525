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

from sqlalchemy import Table, select

from app.models.base import FACT_COLUMNS
from app.models.journal import JournalEntry
from app.models.organisation import TillState
from app.models.types import UtcDateTime
from app.services.backup.findings import FindingKind, Findings
from app.services.common import journal
from app.services.common.facts import own_columns
from app.services.common.uow import FACT_TABLES, Reader

Key = tuple[bytes, int, int]
_UTC = "+00:00"
_TILL, _EPOCH, _SEQ = (FACT_COLUMNS.index(name) for name in ("till_id", "epoch", "journal_seq"))


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


Stored = tuple[Any, ...]


class _Facts:
    """The rows of one table in the order of posting, taken entry by entry.

    A row is what SQLite gave: first the columns that all facts share, then the table's own.
    """

    def __init__(self, read: Reader, table: Table) -> None:
        self.table = table
        self.own = own_columns(table)
        self.id_at = len(FACT_COLUMNS) + self.own.index("id")
        self._moments = [at for at, name in enumerate(self.own) if isinstance(table.columns[name].type, UtcDateTime)]
        names = ", ".join((*FACT_COLUMNS, *self.own))
        # As stored: no type of ours stands between, so that a changed byte is seen.
        rows = read.connection.exec_driver_sql(f"SELECT {names} FROM {table.name} ORDER BY till_id, epoch, journal_seq")
        self._rows: Iterator[Any] = iter(rows)
        self._next: Stored | None = None
        self.count = 0
        self._step()

    def before(self, key: Key) -> Iterator[Stored]:
        """Rows that stand before an entry: no entry knows them."""
        while self._next is not None and ((at := _key(self._next)) is None or at < key):
            yield self._take()

    def of(self, key: Key) -> Iterator[Stored]:
        """Rows that say they belong to an entry."""
        while self._next is not None and _key(self._next) == key:
            yield self._take()

    def rest(self) -> Iterator[Stored]:
        """Rows behind the last entry."""
        while self._next is not None:
            yield self._take()

    def spelt(self, row: Stored) -> list[Any]:
        """The table's own columns in the journal's spelling."""
        values = [value.hex() if type(value) is bytes else value for value in row[len(FACT_COLUMNS) :]]
        for at in self._moments:
            if isinstance(values[at], str):
                values[at] = _moment(values[at])
        return values

    def _take(self) -> Stored:
        row = self._next
        assert row is not None
        self._step()
        return row

    def _step(self) -> None:
        row = next(self._rows, None)
        self._next = None if row is None else tuple(row)
        self.count += row is not None


def check_journal(read: Reader, found: Findings) -> None:
    """The chain, gapless numbers, the head, and each fact: changed, removed or added."""
    facts = {table.name: _Facts(read, table) for table in FACT_TABLES}
    before: _Entry | None = None
    ends: dict[bytes, _Entry] = {}
    for entry in _entries(read, found):
        _check_chain(found, entry, before)
        _check_facts(found, entry, facts)
        before = ends[entry.key[0]] = entry
        found.counts["journal_entry"] += 1
    for stream in facts.values():
        for row in stream.rest():
            found.add(FindingKind.ROW_ADDED, stream.table.name, row[stream.id_at])
        found.counts[stream.table.name] = stream.count
    _check_heads(read, found, ends)


def check_printed(read: Reader, found: Findings, *, epoch: int, seq: int, digest: bytes) -> None:
    """A hash on paper is that of the journal."""
    tills = read.connection.execute(select(TillState.till_id)).scalars().all()
    if digest not in [hash_at(read, till_id, epoch=epoch, seq=seq) for till_id in tills]:
        found.add(FindingKind.PRINTED_HASH, "journal_entry", seq, seq=seq)


def hash_at(read: Reader, till_id: bytes, *, epoch: int, seq: int) -> bytes | None:
    """The hash a chain had reached; number 0 is where an epoch begins: at the end of the one before, or at nothing."""
    hashes = select(JournalEntry.hash).where(JournalEntry.till_id == till_id)
    if seq:
        return read.connection.execute(hashes.where(JournalEntry.epoch == epoch, JournalEntry.seq == seq)).scalar()
    newest = hashes.where(JournalEntry.epoch < epoch).order_by(JournalEntry.epoch.desc(), JournalEntry.seq.desc())
    return read.connection.execute(newest.limit(1)).scalar() or journal.FIRST_HASH


def _entries(read: Reader, found: Findings) -> Iterator[_Entry]:
    rows = read.connection.exec_driver_sql(
        "SELECT till_id, epoch, seq, kind, at, previous_hash, hash, payload FROM journal_entry "
        "ORDER BY till_id, epoch, seq"
    )
    for row in rows:
        till_id, epoch, seq, kind, at, previous, digest, payload = row
        if tuple(type(value) for value in row[:7]) != _ENTRY_TYPES:
            found.add(FindingKind.CHAIN_BROKEN, "journal_entry", f"{epoch}/{seq}", seq=seq, said=_WRONG_TYPE)
            continue
        body, plain = _read_payload(payload)
        yield _Entry((till_id, epoch, seq), kind, at, previous, digest, plain, body)


_ENTRY_TYPES = (bytes, int, int, str, str, bytes, bytes)
_WRONG_TYPE = "a column holds something of the wrong kind"


def _read_payload(stored: bytes) -> tuple[dict[str, Any] | None, bytes]:
    """The entry's words and bytes; None when they are damaged, cut, or followed by more."""
    inflating = zlib.decompressobj()
    try:
        plain = inflating.decompress(stored)
        body = json.loads(plain)
    except (zlib.error, ValueError, TypeError, RecursionError):
        return None, b""
    if not inflating.eof or inflating.unused_data or inflating.unconsumed_tail:
        return None, b""
    return (body if isinstance(body, dict) else None), plain


def _key(row: Stored) -> Key | None:
    """The place a row claims; None when it is no place at all."""
    till, epoch, seq = row[_TILL], row[_EPOCH], row[_SEQ]
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
    said = _Said.by(entry)
    for name, stream in facts.items():
        for stray in stream.before(entry.key):
            found.add(FindingKind.ROW_ADDED, name, stray[stream.id_at])
        listed = said.rows.get(name, {})
        for row in stream.of(entry.key):
            row_id = row[stream.id_at]
            own = listed.pop(_plain(row_id), None)
            if own is None:
                found.add(FindingKind.ROW_ADDED, name, row_id)
            elif differ := _differences(stream, row, own, said):
                found.add(FindingKind.ROW_CHANGED, name, row_id, columns=", ".join(differ))
    for name, gone in said.rows.items():
        for row_id in gone:
            found.add(FindingKind.ROW_REMOVED, name, row_id, seq=entry.key[2])


@dataclass(frozen=True, slots=True)
class _Said:
    """What an entry says of its facts.

    Attributes:
        shared: The columns all its facts share, as SQLite stores them.
        columns: By table, the columns its rows are listed with.
        rows: By table and id in hex; rows are taken out as they are found.
    """

    shared: Stored
    columns: dict[str, list[str]]
    rows: dict[str, dict[str, list[Any]]]

    @classmethod
    def by(cls, entry: _Entry) -> _Said:
        body = entry.body or {}
        columns: dict[str, list[str]] = {}
        listed: dict[str, dict[str, list[Any]]] = {}
        for name, own, rows in body.get("facts", ()):
            columns[name] = own
            at = own.index("id")
            listed.setdefault(name, {}).update({row[at]: row for row in rows})
        shared = (
            _raw(body.get("shop_id")),
            *entry.key[:2],
            _raw(body.get("shift_id")),
            _raw(body.get("staff_id")),
            str(body.get("at", ""))[: -len(_UTC)].replace("T", " "),
            body.get("business_date"),
            entry.key[2],
        )
        return cls(shared, columns, listed)


def _differences(stream: _Facts, row: Stored, own: list[Any], said: _Said) -> list[str]:
    """Columns that are not as the entry says. One that a later version added stands in no old entry."""
    size, spelt, listed = len(FACT_COLUMNS), stream.spelt(row), said.columns[stream.table.name]
    if row[:size] == said.shared and spelt == own and tuple(listed) == stream.own:
        return []
    pairs = zip(FACT_COLUMNS, row[:size], said.shared, strict=True)
    differ = [name for name, kept, wanted in pairs if kept != wanted]
    wanted_of = dict(zip(listed, own, strict=True))
    return differ + [
        name for name, kept in zip(stream.own, spelt, strict=True) if name in wanted_of and kept != wanted_of[name]
    ]


def _plain(value: Any) -> Any:
    return value.hex() if isinstance(value, bytes) else value


def _raw(said: Any) -> Any:
    return bytes.fromhex(said) if isinstance(said, str) else said


def _moment(stored: str) -> str:
    return stored.replace(" ", "T") + _UTC


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
