"""The hash-chained journal: one entry a committed action, over the canonical bytes of all its facts.

hash = SHA-256(previous hash + canonical bytes). The bytes are stored deflated; the hash is over the plain ones.
Personal words never stand in a fact, so erasing a member breaks nothing.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime

from sqlalchemy import Table

from app.services.common.facts import own_columns
from app.values.ids import Id

FIRST_HASH = bytes(32)
VERSION = 1


def canonical_value(value: object) -> object:
    """A stored value as JSON says it: bytes in hex, times in UTC with microseconds."""
    if type(value) is bytes:  # nearly always: it is asked for every id
        return value.hex()
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"no canonical form for {value!r}")


# Nothing here holds itself; looking for that would take a quarter of the time.
_JSON = json.JSONEncoder(default=canonical_value, separators=(",", ":"), ensure_ascii=False, check_circular=False)


def canonical_bytes(head: Mapping[str, object], facts: Sequence[tuple[Table, Sequence[Sequence[object]]]]) -> bytes:
    """The bytes that are chained: the head, then each table with its own columns and rows, in the order of posting."""
    body = {"v": VERSION, **head, "facts": [[table.name, own_columns(table), rows] for table, rows in facts]}
    return _JSON.encode(body).encode()


def chain(previous: bytes, payload: bytes) -> bytes:
    """The hash of an entry."""
    return hashlib.sha256(previous + payload).digest()


def deflate(payload: bytes) -> bytes:
    """The bytes as they are stored."""
    return zlib.compress(payload, 1)


def inflate(stored: bytes) -> bytes:
    """The canonical bytes again.

    Raises:
        zlib.error: the stored bytes are damaged.
    """
    return zlib.decompress(stored)


def entry_head(kind: str, *, till_id: Id, epoch: int, seq: int) -> dict[str, object]:
    """What identifies an entry; the rest of the head is stamped by the unit of work."""
    return {"kind": kind, "till": till_id, "epoch": epoch, "seq": seq}
