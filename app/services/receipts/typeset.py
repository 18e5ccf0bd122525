"""From parts to lines: wrapping and columns, the same for the printer's font and for pictures.

Everything is counted in the ruler's units: half-width columns where the printer draws, dots where we draw.
What is laid out never leaves the paper, whatever the names are.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Protocol

from app.services.receipts.parts import Align, Cell, Columns, Feed, Part, Row, Rule, Size, Text
from app.values.rounding import split_largest_remainder
from app.values.text import paper_width

_WORDS = re.compile(r"[!-~]+| +|.", re.DOTALL)
_NEVER_FIRST = frozenset("，。、；：！？）》」』】〕”’％%,.;:!?)]}~…—·")
_LEAST_LEFT_COLUMNS = 8


class Ruler(Protocol):
    """How wide texts are on one paper.

    Attributes:
        total: Units across the paper.
        column: Units of one half-width column.
    """

    @property
    def total(self) -> int: ...

    @property
    def column(self) -> int: ...

    def width(self, text: str, size: Size, *, bold: bool) -> int:
        """Units that `text` takes."""
        ...


@dataclass(frozen=True, slots=True)
class ColumnRuler:
    """The printer's own font: one unit is one half-width column."""

    total: int
    column: int = 1

    def width(self, text: str, size: Size, *, bold: bool) -> int:
        del bold
        return paper_width(text) * size.scale


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of text and where it begins."""

    at: int
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line on paper, spans from left to right; `rule` is a drawn line instead."""

    spans: tuple[Span, ...] = ()
    size: Size = Size.NORMAL
    bold: bool = False
    rule: str = ""


def clean(text: str) -> str:
    """Text as a printer can take it: no control or format characters, U+00A5 as the full-width yen sign.

    U+00A5 is four bytes in GB18030 and prints as "0 6" on two-byte printers.
    """
    plain = unicodedata.normalize("NFC", text).replace("\u00a5", "\uffe5")
    return "".join(_clean_char(char) for char in plain)


def _clean_char(char: str) -> str:
    category = unicodedata.category(char)
    if category in ("Zs", "Zl", "Zp") or char in "\t\r\n":
        return "\u3000" if char == "\u3000" else " "
    if category == "Cs":
        return "?"
    return "" if category.startswith("C") and category != "Co" else char


def wrap(text: str, limit: int, width: Callable[[str], int]) -> list[str]:
    """Lines of at most `limit`; breaks at spaces and between Chinese characters, in a word only if it must.

    A line does not begin with a closing sign where one character can be taken down with it.
    """
    lines: list[str] = []
    line = ""
    for word in _pieces(text, limit, width):
        if width(line + word) <= limit:
            line += word
            continue
        carried = ""
        if word in _NEVER_FIRST and line[:-1].strip(" ") and line[-1] != " ":
            line, carried = line[:-1], line[-1]
        if line.strip(" "):
            lines.append(line.rstrip(" "))
        line = carried + word.lstrip(" ")
    return [*lines, line.rstrip(" ")] if line.strip(" ") or not lines else lines


def _pieces(text: str, limit: int, width: Callable[[str], int]) -> Iterator[str]:
    for match in _WORDS.finditer(text):
        word = match.group()
        if width(word) <= limit:
            yield word
        else:
            yield from word


def lay_out(part: Part, ruler: Ruler) -> list[Line]:
    """The lines of a part; none for parts that are no text."""
    match part:
        case Text():
            return _lay_text(part, ruler)
        case Columns():
            return _lay_columns(part, ruler)
        case Row():
            return _lay_row(part, ruler)
        case Rule():
            return [Line(rule="=" if part.heavy else "-")]
        case Feed():
            return [Line()] * part.lines
        case _:
            return []


def _lay_text(part: Text, ruler: Ruler) -> list[Line]:
    def width(text: str) -> int:
        return ruler.width(text, part.size, bold=part.bold)

    return [
        Line((_aligned(line, 0, ruler.total, part.align, width),), part.size, part.bold)
        for line in wrap(clean(part.text), ruler.total, width)
    ]


def _lay_columns(part: Columns, ruler: Ruler) -> list[Line]:
    """Label and value on one line; a long label wraps beside the value, or stands above it."""

    def width(text: str) -> int:
        return ruler.width(text, part.size, bold=part.bold)

    left, right = clean(part.left), clean(part.right)
    gap = ruler.column * part.size.scale
    room = ruler.total - width(right) - gap
    if not right:
        room = ruler.total
    indent = _indent_of(left, width)
    if room - indent < min(_LEAST_LEFT_COLUMNS * gap, width(left.strip())):
        tall = [Line((Span(0, line),), part.size, part.bold) for line in wrap(left, ruler.total, width)]
        values = wrap(right, ruler.total, width)
    else:
        tall = [Line((Span(indent, line),), part.size, part.bold) for line in wrap(left.strip(), room - indent, width)]
        last, values = tall.pop(), []
        end = (_aligned(right, 0, ruler.total, Align.RIGHT, width),) if right else ()
        tall.append(Line(last.spans + end, part.size, part.bold))
    return tall + [
        Line((_aligned(value, 0, ruler.total, Align.RIGHT, width),), part.size, part.bold) for value in values
    ]


def _indent_of(text: str, width: Callable[[str], int]) -> int:
    return width(" " * (len(text) - len(text.lstrip(" ")))) if text.strip(" ") else 0


def _lay_row(part: Row, ruler: Ruler) -> list[Line]:
    """Cells in their columns; a long cell takes room from the others, else each has its own line."""

    def width(text: str) -> int:
        return ruler.width(text, Size.NORMAL, bold=part.bold)

    cells = [Cell(clean(cell.text), cell.weight, cell.align) for cell in part.cells]
    rooms = _rooms(cells, ruler, width)
    if rooms is None:
        return [
            Line((_aligned(line, 0, ruler.total, Align.RIGHT, width),), bold=part.bold)
            for cell in cells
            if cell.text
            for line in wrap(cell.text, ruler.total, width)
        ]
    spans, at = [], 0
    for cell, room in zip(cells, rooms, strict=True):
        if cell.text:
            spans.append(_aligned(cell.text, at, room, cell.align, width))
        at += room
    return [Line(tuple(spans), bold=part.bold)]


def _rooms(cells: list[Cell], ruler: Ruler, width: Callable[[str], int]) -> list[int] | None:
    """Widths of the cells, in whole columns where everything fits; None when one line cannot hold them."""
    shares = split_largest_remainder(ruler.total // ruler.column, [cell.weight for cell in cells])
    rooms = [share * ruler.column for share in shares]
    rooms[-1] += ruler.total - sum(rooms)
    needs = [width(cell.text) + (ruler.column if cell.text and at else 0) for at, cell in enumerate(cells)]
    if all(need <= room for need, room in zip(needs, rooms, strict=True)):
        return rooms
    spare = ruler.total - sum(needs)
    if spare < 0:
        return None
    return [need + extra for need, extra in zip(needs, split_largest_remainder(spare, shares), strict=True)]


def _aligned(text: str, at: int, room: int, align: Align, width: Callable[[str], int]) -> Span:
    free = room - width(text)
    if align is Align.CENTER:
        return Span(at + free // 2, text)
    return Span(at + free, text) if align is Align.RIGHT else Span(at, text)


def as_text(line: Line, columns: int) -> str:
    """The line as characters, blanks filled in; of a double line the blanks are double as well."""
    if line.rule:
        return line.rule * columns
    text, used = "", 0
    for span in line.spans:
        blanks = max(span.at // line.size.scale - used, 0)
        text += " " * blanks + span.text
        used += blanks + paper_width(span.text)
    return text
