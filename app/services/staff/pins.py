"""PINs: at least six digits, not one that everybody tries first, kept as an argon2id hash.

Hashing and checking are slow on purpose (about 50 ms): `hash_pin`, `check_pin` and `match_pin` touch no database,
so that a screen can run them in a worker.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from dataclasses import dataclass

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from app.values.errors import QT_TRANSLATE_NOOP, UserError
from app.values.ids import Id
from app.values.text import fold_width

LEAST_DIGITS = 6
MOST_DIGITS = 12
PIN_HASHING = PasswordHasher()
"""RFC 9106's low-memory profile: 64 MiB, three passes."""
TRIED_FIRST = frozenset({"147258", "258369", "147852", "159357", "159753", "741852", "5201314", "1314520", "7758521"})
# Checked in place of a missing hash, so that a closed or unknown person takes as long as a known one. Its PIN is
# thirty-two random bytes that nobody kept.
_NOBODY = "$argon2id$v=19$m=65536,t=3,p=4$TfuwRn6EIWE98vwxZbJktQ$L0UWZIX5PdWDV4JysrdGplfmygNM2a9AgdTOTwlTBFo"


class PinTooShort(UserError):
    """Fewer than six digits, more than twelve, or something else than digits."""

    text = QT_TRANSLATE_NOOP("errors", "A PIN is {least} to {most} digits and nothing else.")

    def __init__(self) -> None:
        super().__init__(least=LEAST_DIGITS, most=MOST_DIGITS)


class PinTooEasy(UserError):
    """A PIN that everybody tries first."""

    text = QT_TRANSLATE_NOOP(
        "errors", "This PIN is guessed at once (like 123456 or 888888). Please choose another one."
    )


@dataclass(frozen=True, slots=True)
class PinOnFile:
    """A person's hash, to be checked outside a transaction; empty for somebody who cannot sign in."""

    staff_id: Id
    name: str
    pin_hash: str


def clean_pin(typed: str) -> str:
    """The PIN that was typed, if it is fit to be one.

    Raises:
        PinTooShort: not six to twelve digits.
        PinTooEasy: one that everybody tries first.
    """
    pin = fold_width(typed)
    if not (pin.isascii() and pin.isdigit() and LEAST_DIGITS <= len(pin) <= MOST_DIGITS):
        raise PinTooShort()
    if _is_easy(pin):
        raise PinTooEasy()
    return pin


def hash_pin(typed: str, hashing: PasswordHasher = PIN_HASHING) -> str:
    """The argon2id hash of a new PIN; slow on purpose.

    Raises:
        PinTooShort, PinTooEasy: nothing to hash.
    """
    return hashing.hash(clean_pin(typed))


def check_pin(pin_hash: str, typed: str) -> bool:
    """Whether `typed` is the PIN of this hash; an empty hash takes as long and is never right."""
    try:
        return PIN_HASHING.verify(pin_hash or _NOBODY, fold_width(typed)) and bool(pin_hash)
    except (VerificationError, InvalidHashError):
        return False


def match_pin(pins: Iterable[PinOnFile], typed: str) -> Id | None:
    """Whose PIN this is, of several people; slow in proportion to their number."""
    return next((pin.staff_id for pin in pins if check_pin(pin.pin_hash, typed)), None)


def _is_easy(pin: str) -> bool:
    steps = {(int(after) - int(before)) % 10 for before, after in itertools.pairwise(pin)}
    if len(steps) == 1 and steps <= {0, 1, 9}:  # 888888, 123456, 890123, 654321
        return True
    blocks = {pin[at : at + size] for size in (2, 3) if len(pin) % size == 0 for at in range(0, len(pin), size)}
    if any(pin == block * (len(pin) // len(block)) for block in blocks):  # 121212, 520520
        return True
    doubled = all(pin[at] == pin[at + 1] for at in range(0, len(pin) - 1, 2)) and len(pin) % 2 == 0
    tripled = len(pin) == 6 and len(set(pin[:3])) == 1 and len(set(pin[3:])) == 1
    return doubled or tripled or pin in TRIED_FIRST  # 112233, 111222
