"""Identity: UUIDv7 made where the fact happens, kept as sixteen bytes."""

from __future__ import annotations

from typing import NewType

import uuid_utils

Id = NewType("Id", bytes)
"""Sixteen bytes of a UUIDv7; sorts by the time it was made."""


def new_id() -> Id:
    """A fresh UUIDv7."""
    return Id(uuid_utils.uuid7().bytes)


def id_from_hex(text: str) -> Id:
    """The id written by `.hex()`.

    Raises:
        ValueError: not 32 hexadecimal digits.
    """
    raw = bytes.fromhex(text)
    if len(raw) != 16:
        raise ValueError(f"not an id: {text!r}")
    return Id(raw)
