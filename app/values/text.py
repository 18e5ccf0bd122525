"""Text as tills meet it: full-width digits, paper columns, masks, words for an index."""

from __future__ import annotations

import unicodedata

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def fold_width(text: str) -> str:
    """Full-width Latin letters, digits and signs brought to their plain form (NFKC), ends trimmed."""
    return unicodedata.normalize("NFKC", text).strip()


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
