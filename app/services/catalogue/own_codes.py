"""Barcodes for goods that have none: EAN-13 out of the range 20-29, which belongs to every shop itself.

A number is never given twice, not even after its article was closed: old labels stay on old packs.
"""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import bindparam, func, select

from app.models.catalogue import Barcode
from app.services.common.uow import Reader
from app.values.barcode import check_digit
from app.values.errors import QT_TRANSLATE_NOOP, UserError

OWN_FLAGS = ("29", "28", "27", "26", "25", "24", "23", "22", "21", "20")
"""Tried in this order: scales are usually set to the first of the range."""
_LENGTH, _NUMBER_DIGITS = 13, 10
_MOST_NUMBER = 10**_NUMBER_DIGITS - 1
_MOST_LOOKED_AT = 1000


class OwnCodesUsedUp(UserError):
    """Every flag belongs to the scale, or the range is full."""

    text = QT_TRANSLATE_NOOP(
        "errors",
        "There is no free barcode left for goods of your own: the scale has all first digits from 20 to 29. "
        "Take one away from it in the settings.",
    )


def next_own_code(read: Reader, scale_flags: Collection[str]) -> str:
    """A free in-store EAN-13 that no scale label can be taken for; it stays free until somebody stores it.

    Raises:
        OwnCodesUsedUp
    """
    return next_own_codes(read, scale_flags, 1)[0]


def next_own_codes(read: Reader, scale_flags: Collection[str], count: int) -> tuple[str, ...]:
    """Several free codes at once, one after the other.

    Raises:
        OwnCodesUsedUp: there are not so many with one flag.
    """
    for flag in OWN_FLAGS:
        if flag in scale_flags:
            continue
        first = _last_number(read, flag) + 1
        if first + count - 1 <= _MOST_NUMBER:
            return tuple(_code(flag, number) for number in range(first, first + count))
    raise OwnCodesUsedUp()


def _code(flag: str, number: int) -> str:
    body = f"{flag}{number:0{_NUMBER_DIGITS}d}"
    return body + str(check_digit(body))


def _last_number(read: Reader, flag: str) -> int:
    """The highest number ever used behind a flag; 0 for none. A code with letters among the digits is no number."""
    given = {"low": flag + "0" * (_LENGTH - 2), "high": flag + "9" * (_LENGTH - 2)}
    codes = (row.code for row in read.connection.execute(_HIGHEST, given))
    used = next((code for code in codes if code.isascii() and code.isdigit()), None)
    return int(used[2:-1]) if used else 0


_HIGHEST = (
    select(Barcode.code)
    .where(Barcode.code >= bindparam("low"), Barcode.code <= bindparam("high"), func.length(Barcode.code) == _LENGTH)
    .order_by(Barcode.code.desc())
    .limit(_MOST_LOOKED_AT)
)
