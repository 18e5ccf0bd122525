"""The recovery key: 256 random bits, written so that a person can type them from paper (docs/backup.md).

Thirteen groups of five characters in Crockford's Base32. The fifth of a group is its check character, over GF(32): it
finds every wrong character, every two that changed places, and a group that stands in another group's place.
"""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass, field

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from app.values.errors import QT_TRANSLATE_NOOP, UserError
from app.values.text import fold_width

KEY_BYTES = 32
GROUPS = 13
GROUP_LENGTH = 5
_DATA_LENGTH = GROUP_LENGTH - 1
_BITS = 5
_SPARE_BITS = GROUPS * _DATA_LENGTH * _BITS - KEY_BYTES * 8
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1"})
_SEPARATORS = re.compile(r"[\s\-–—_.,]+")
_PRIMITIVE = 0b100101
"""x^5 + x^2 + 1, which makes 32 elements a field."""


class KeyMistyped(UserError):
    """A group does not fit its check character."""

    text = QT_TRANSLATE_NOOP(
        "errors",
        "Group {group} of the recovery key is not as on the paper: “{typed}”. "
        "Nothing was changed. Look at this group and type it again.",
    )


class KeyIncomplete(UserError):
    """Not thirteen groups of five."""

    text = QT_TRANSLATE_NOOP(
        "errors",
        "The recovery key has {groups} groups of {length} letters and digits; {typed} characters were typed. "
        "Nothing was changed. Type it as it stands on the paper.",
    )


@dataclass(frozen=True, slots=True)
class RecoveryKey:
    """What opens every backup of a shop's till.

    Attributes:
        secret: 32 bytes; never in a log, a message or the data file.
    """

    secret: bytes = field(repr=False)

    @classmethod
    def random(cls) -> RecoveryKey:
        """A new one."""
        return cls(secrets.token_bytes(KEY_BYTES))

    @property
    def key_id(self) -> str:
        """Sixteen digits by which a backup says which key it needs; they tell nothing about the key."""
        return self.derive(b"shuke backup key id", salt=b"", length=8).hex()

    def derive(self, purpose: bytes, *, salt: bytes, length: int = KEY_BYTES) -> bytes:
        """A key for one purpose and file (HKDF-SHA256)."""
        return HKDF(SHA256(), length, salt or None, purpose).derive(self.secret)


def key_text(key: RecoveryKey) -> str:
    """Thirteen groups of five, as they are printed."""
    number = int.from_bytes(key.secret) << _SPARE_BITS
    shifts = range(_BITS * (GROUPS * _DATA_LENGTH - 1), -1, -_BITS)
    digits = [number >> shift & 31 for shift in shifts]
    groups = [digits[at : at + _DATA_LENGTH] for at in range(0, len(digits), _DATA_LENGTH)]
    return " ".join(
        "".join(ALPHABET[digit] for digit in (*group, _check(group, place))) for place, group in enumerate(groups, 1)
    )


def read_key(typed: str) -> RecoveryKey:
    """The key that somebody typed; small letters, O for 0, I and L for 1, any separators are understood.

    Raises:
        KeyIncomplete, KeyMistyped: the sentence names the group.
    """
    number = 0
    for place, group in enumerate(_groups(typed), 1):
        digits = [ALPHABET.find(char) for char in group.upper().translate(_READ_AS)]
        if len(digits) != GROUP_LENGTH or -1 in digits or _check(digits[:-1], place) != digits[-1]:
            raise KeyMistyped(group=place, typed=group)
        for digit in digits[:-1]:
            number = number << _BITS | digit
    if number & ((1 << _SPARE_BITS) - 1):
        raise KeyMistyped(group=GROUPS, typed=_groups(typed)[-1])
    return RecoveryKey((number >> _SPARE_BITS).to_bytes(KEY_BYTES))


def _groups(typed: str) -> list[str]:
    """The groups as they were set apart; where they were not, five characters each."""
    parts = [part for part in _SEPARATORS.split(fold_width(typed)) if part]
    if len(parts) == GROUPS:
        return parts
    together = "".join(parts)
    if len(together) != GROUPS * GROUP_LENGTH:
        raise KeyIncomplete(groups=GROUPS, length=GROUP_LENGTH, typed=len(together))
    return [together[at : at + GROUP_LENGTH] for at in range(0, len(together), GROUP_LENGTH)]


def _check(digits: list[int], place: int) -> int:
    """The check character of a group: each digit weighs another power of the field's generator."""
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
