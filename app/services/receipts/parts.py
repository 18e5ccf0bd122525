"""A receipt as a value: what stands on the paper, free of any printer, width or font."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from enum import StrEnum
from json.encoder import encode_basestring
from typing import Any

from app.values.barcode import has_check_digit

FORMAT_VERSION = 1
MOST_BARS = 24
"""Characters of a Code 128 that still fits 80 mm paper at two dots a bar."""
MOST_QR_BYTES = 500


class Align(StrEnum):
    """Where a text stands in its room."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


class Size(StrEnum):
    """How large letters are: `double` is twice as wide and twice as high."""

    NORMAL = "normal"
    DOUBLE = "double"

    @property
    def scale(self) -> int:
        """Times the normal letter."""
        return 2 if self is Size.DOUBLE else 1


class Way(StrEnum):
    """Who draws a part: as the printer's profile says, the printer's own font or bars, or a picture of ours.

    Only the test page asks for one; so that a shop can see both and choose.
    """

    PROFILE = "profile"
    PRINTER = "printer"
    PICTURE = "picture"


class Symbology(StrEnum):
    """Kinds of bars."""

    CODE128 = "code128"
    EAN13 = "ean13"


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph; wraps where it is too long."""

    text: str
    align: Align = Align.LEFT
    bold: bool = False
    size: Size = Size.NORMAL
    way: Way = Way.PROFILE


@dataclass(frozen=True, slots=True)
class Columns:
    """A label at the left edge and a value at the right one."""

    left: str
    right: str
    bold: bool = False
    size: Size = Size.NORMAL


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table row; `weight` is its share of the width."""

    text: str
    weight: int
    align: Align = Align.RIGHT


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table. Rows with the same weights stand in the same columns."""

    cells: tuple[Cell, ...]
    bold: bool = False
    way: Way = Way.PROFILE


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across the paper."""

    heavy: bool = False


@dataclass(frozen=True, slots=True)
class Barcode:
    """Bars with their text below.

    Raises:
        ValueError: data that a printer would turn into bars nobody can read, or into nothing.
    """

    data: str
    symbology: Symbology = Symbology.CODE128
    way: Way = Way.PROFILE

    def __post_init__(self) -> None:
        if self.symbology is Symbology.EAN13 and not (len(self.data) == 13 and has_check_digit(self.data)):
            raise ValueError(f"not an EAN-13: {self.data!r}")
        if not (1 <= len(self.data) <= MOST_BARS and self.data.isascii() and self.data.isprintable()):
            raise ValueError(f"cannot be bars: {self.data!r}")


@dataclass(frozen=True, slots=True)
class Qr:
    """A QR code, centred.

    Raises:
        ValueError: nothing to say, or more than paper can hold.
    """

    data: str
    way: Way = Way.PROFILE

    def __post_init__(self) -> None:
        if not 1 <= len(self.data.encode()) <= MOST_QR_BYTES:
            raise ValueError(f"cannot be a QR code of {len(self.data)} characters")


@dataclass(frozen=True, slots=True)
class Feed:
    """Empty lines."""

    lines: int = 1


@dataclass(frozen=True, slots=True)
class Cut:
    """The end of the paper."""


Part = Text | Columns | Row | Rule | Barcode | Qr | Feed | Cut


class ReceiptKind(StrEnum):
    """What a paper is; also the kind of its print job."""

    RECEIPT = "receipt"
    Z = "z"
    SLIP = "slip"
    TEST = "test"


@dataclass(frozen=True, slots=True)
class Meta:
    """What is known of a paper without reading it.

    Attributes:
        number: The receipt's or shift's number.
        printed_at: Local time of the original, as it stands on the paper.
        language: `zh` or `en`.
        copy_no: 0 is the original; 1 the first reprint.
    """

    number: str = ""
    printed_at: str = ""
    language: str = "zh"
    copy_no: int = 0


@dataclass(frozen=True, slots=True)
class Receipt:
    """A composed paper, ready for any renderer; this is what the print job stores."""

    kind: ReceiptKind
    parts: tuple[Part, ...]
    meta: Meta = Meta()

    def to_json(self) -> str:
        """One line of JSON, kept short: the spool stores one for every sale."""
        parts = ",".join([f'{{"part":"{_TAGS[type(part)]}"{_fields_text(part)}}}' for part in self.parts])
        meta = _fields_text(self.meta)[1:]
        return f'{{"v":{FORMAT_VERSION},"kind":"{self.kind}","meta":{{{meta}}},"parts":[{parts}]}}'

    @classmethod
    def from_json(cls, text: str) -> Receipt:
        """The receipt written by `to_json`.

        Raises:
            ValueError: not a receipt, or of a version this program does not know.
        """
        try:
            document = json.loads(text)
            if document["v"] != FORMAT_VERSION:
                raise ValueError(f"receipt of version {document['v']}")
            parts = tuple(_part_of(fact) for fact in document["parts"])
            return cls(ReceiptKind(document["kind"]), parts, Meta(**document["meta"]))
        except (KeyError, TypeError) as problem:
            raise ValueError(f"not a receipt: {problem!r}") from problem


_PARTS: dict[str, type[Part]] = {
    "text": Text,
    "columns": Columns,
    "row": Row,
    "rule": Rule,
    "barcode": Barcode,
    "qr": Qr,
    "feed": Feed,
    "cut": Cut,
}
_TAGS: dict[type[Any], str] = {kind: tag for tag, kind in _PARTS.items()}
_FIELDS: dict[type[Any], tuple[tuple[str, Any], ...]] = {
    kind: tuple((field.name, field.default) for field in fields(kind)) for kind in (*_TAGS, Meta)
}
_READERS: dict[str, Any] = {
    "align": Align,
    "size": Size,
    "way": Way,
    "symbology": Symbology,
    "cells": lambda cells: tuple(Cell(text, weight, Align(align)) for text, weight, align in cells),
}


_FLAGS = {True: "true", False: "false"}


def _fields_text(value: Any) -> str:
    """The fields that differ from their default, so that stored receipts stay small; each behind a comma.

    Written by hand: a JSON encoder would want a dictionary of each part first, which takes as long again.
    """
    text = ""
    for name, default in _FIELDS[type(value)]:
        content = getattr(value, name)
        if content is not default and content != default:
            text += f',"{name}":{_content_text(content)}'
    return text


def _content_text(content: Any) -> str:
    if isinstance(content, str):
        return encode_basestring(content)
    if isinstance(content, tuple):
        cells = [f'[{encode_basestring(cell.text)},{cell.weight},"{cell.align}"]' for cell in content]
        return f"[{','.join(cells)}]"
    return _FLAGS[content] if isinstance(content, bool) else str(content)


def _read(facts: dict[str, Any]) -> dict[str, Any]:
    return {name: _READERS.get(name, _same)(content) for name, content in facts.items()}


def _same(content: Any) -> Any:
    return content


def _part_of(facts: dict[str, Any]) -> Part:
    kind = _PARTS[facts.pop("part")]
    return kind(**_read(facts))
