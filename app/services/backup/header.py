"""What stands in clear at the head of a backup: whose it is and of when, so that a list needs no key."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from typing import Any

from app.values.ids import Id, id_from_hex

MAGIC = b"SHUKEBAK"
FORMAT_VERSION = 1
MOST_EPOCH = 1_000_000


@dataclass(frozen=True, slots=True)
class Header:
    """No amount, no count and no person stands here: whoever finds the stick learns that there is a shop.

    Attributes:
        made_at: When the copy was taken; the data are of this moment.
        schema: The schema of the data inside.
        program: The version of Shuke that wrote it.
        size_bytes: Of the data file inside.
        salt: 32 random bytes that make this file's key.
    """

    shop_id: Id
    shop_name: str
    till_id: Id
    till_code: str
    epoch: int
    made_at: datetime
    schema: str
    program: str
    size_bytes: int
    key_id: str
    salt: bytes


def header_bytes(header: Header) -> bytes:
    """Magic, version, length, and the header as JSON: one way of writing for each header."""
    words = json.dumps(
        {field.name: _said(getattr(header, field.name)) for field in fields(Header)},
        ensure_ascii=False,
        separators=(",", ":"),
    ).encode()
    return MAGIC + FORMAT_VERSION.to_bytes(2) + len(words).to_bytes(4) + words


def header_from_bytes(words: bytes) -> Header:
    """The header written by `header_bytes`, without what stands before the JSON.

    Raises:
        ValueError: it is none.
    """
    try:
        said: dict[str, Any] = json.loads(words)
        numbers = (said["epoch"], said["size_bytes"])
        names = [said[name] for name in ("shop_name", "till_code", "schema", "program", "key_id")]
        if any(type(number) is not int for number in numbers) or any(type(name) is not str for name in names):
            raise ValueError("a value of the wrong kind")
        if not 1 <= said["epoch"] <= MOST_EPOCH or said["size_bytes"] < 0:
            raise ValueError("a number that cannot be")
        return Header(
            shop_id=id_from_hex(said["shop_id"]),
            shop_name=said["shop_name"],
            till_id=id_from_hex(said["till_id"]),
            till_code=said["till_code"],
            epoch=said["epoch"],
            made_at=_moment(said["made_at"]),
            schema=said["schema"],
            program=said["program"],
            size_bytes=said["size_bytes"],
            key_id=said["key_id"],
            salt=bytes.fromhex(said["salt"]),
        )
    except (KeyError, TypeError, AttributeError, RecursionError) as problem:
        raise ValueError(f"not a header: {problem!r}") from problem


def _said(value: object) -> object:
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    return value


def _moment(said: str) -> datetime:
    moment = datetime.fromisoformat(said)
    if moment.tzinfo is None:
        raise ValueError("a time without a zone")
    return moment
