"""Text as tills meet it: full-width digits, paper columns, masks, words for an index."""

from __future__ import annotations

import re
import unicodedata

_FULL_DIGITS = {ord("０") + digit: str(digit) for digit in range(10)}
_PLAIN_NUMBER = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)")
LONGEST_NUMBER = 20
_UNPRINTABLE = frozenset(("Cc", "Cf", "Cs"))
"""Controls, invisible formats (also those that turn the direction of writing), halves of a broken character."""
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def fold_width(text: str) -> str:
    """Full-width Latin letters, digits and signs brought to their plain form (NFKC), ends trimmed."""
    return unicodedata.normalize("NFKC", text).strip()


def plain_number(text: str) -> str | None:
    """A number in plain notation with full-width digits brought back; None for anything else, or a far too long one."""
    if len(text) > LONGEST_NUMBER:
        return None
    plain = text.translate(_FULL_DIGITS)
    return plain if _PLAIN_NUMBER.fullmatch(plain) else None


def clean_words(text: str, most: int) -> str:
    """Words as they may be stored and printed: nothing unprintable, single spaces, at most `most` characters."""
    kept = (" " if char.isspace() else char for char in text if char.isspace() or not _is_unprintable(char))
    return " ".join("".join(kept).split())[:most].rstrip()


def is_clean(text: str, *, lines: bool = False) -> bool:
    """Whether every character can be stored and printed; `lines` lets line breaks pass."""
    return not any(_is_unprintable(char) and not (lines and char == "\n") for char in text)


def _is_unprintable(char: str) -> bool:
    return unicodedata.category(char) in _UNPRINTABLE


def fold_for_search(text: str) -> str:
    """One spelling for what people type in many: plain width, no case."""
    return fold_width(text).casefold()


def is_han(char: str) -> bool:
    """Whether `char` is a Chinese character."""
    code = ord(char)
    return 0x3400 <= code <= 0x9FFF or 0xF900 <= code <= 0xFAFF or 0x20000 <= code <= 0x3134F


def paper_width(text: str) -> int:
    """Columns on a receipt printer: one per byte of GBK; a four-byte glyph is one full-width cell."""
    return sum(1 if len(char.encode("gb18030", "replace")) == 1 else 2 for char in text)


def mask_phone(phone: str) -> str:
    """A number as others may see it: `138****8000`; short numbers keep only their last two digits."""
    if len(phone) >= 9:
        return phone[:-8] + "****" + phone[-4:]
    return "*" * max(len(phone) - 2, 0) + phone[-2:]


def safe_cell(text: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return "'" + text if text.startswith(_FORMULA_STARTS) else text
