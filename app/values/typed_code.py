"""Secrets that people copy from paper: Crockford's Base32 in groups, each with a check character of its own.

The check is over GF(32): it finds every wrong character, every two that changed places, and a group that stands in
another group's place. Small letters, O for 0, I and L for 1 and any separators are understood.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.values.text import fold_width

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
GROUP_LENGTH = 5
DATA_LENGTH = GROUP_LENGTH - 1
_READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1"})
_SEPARATORS = re.compile(r"[\s\-–—_.,]+")
_PRIMITIVE = 0b100101
"""x^5 + x^2 + 1, which makes 32 elements a field."""


def write_group(digits: Sequence[int], place: int) -> str:
    """Four digits of 0 to 31 with their check character; `place` counts from 1."""
    return "".join(ALPHABET[digit] for digit in (*digits, _check(digits, place)))


def read_group(typed: str, place: int) -> tuple[int, ...] | None:
    """The four digits of a group; None where it does not fit its check character or its place."""
    digits = tuple(ALPHABET.find(char) for char in fold_width(typed).upper().translate(_READ_AS))
    if len(digits) != GROUP_LENGTH or -1 in digits or _check(digits[:-1], place) != digits[-1]:
        return None
    return digits[:-1]


def split_groups(typed: str, count: int) -> list[str] | None:
    """The groups as they were set apart, or five characters each; None where there are not `count` of them."""
    parts = [part for part in _SEPARATORS.split(fold_width(typed)) if part]
    if len(parts) == count:
        return parts
    together = "".join(parts)
    if len(together) != count * GROUP_LENGTH:
        return None
    return [together[at : at + GROUP_LENGTH] for at in range(0, len(together), GROUP_LENGTH)]


def _check(digits: Sequence[int], place: int) -> int:
    """Each digit weighs another power of the field's generator."""
    total, weight = place, 1
    for digit in digits:
        weight = _times(weight, 2)
        total ^= _times(digit, weight)
    return total


def _times(left: int, right: int) -> int:
    product = 0
    while right:
        product ^= left if right & 1 else 0
        left <<= 1
        left ^= _PRIMITIVE if left & 32 else 0
        right >>= 1
    return product
