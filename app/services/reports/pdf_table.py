"""Tables on A4: columns as wide as their content, the header on every page, landscape when upright is too narrow."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from app.services.receipts.typeset import clean, wrap
from app.services.reports.files import told_rows, whole_file
from app.services.reports.pdf import A4, MARGIN, MM, Sheet, text_width
from app.services.reports.table import Cell, Column, Kind, Table, Tell, shown

LETTER = 8.5
LINE = 12.0
PAD = 2.6
TITLE = 15.0
LOOKED_AT = 300
"""Rows whose widths decide; later ones wrap where they are longer."""
MOST_LINES = 4
_LEAST_TEXT = 34.0
_WIDEST = 230.0
_WIDEST_HEAD = 62.0
_STRIPE = 0.955
_NOTE_GREY = 0.35
_RULE_GREY = 0.6
_ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class PdfWords:
    """What stands at the foot of each page; `pages` holds `{page}` and `{pages}`."""

    foot: str = ""
    pages: str = "{page} / {pages}"


def write_pdf(tables: Sequence[Table], path: Path, tell: Tell | None = None, *, words: PdfWords | None = None) -> int:
    """Write the tables one below the other; return how many pages.

    Raises:
        FileNotWritten
    """
    said = words or PdfWords()
    peeked = [_Peeked.of(table) for table in tables]
    landscape = any(sum(want.likes for want in table.wants) > A4[0] - 2 * MARGIN for table in peeked)
    with whole_file(path) as beside:
        title = tables[0].title if tables else ""
        sheet = Sheet(beside, title=title, foot=said.foot, page_words=said.pages, landscape=landscape)
        for at, table in enumerate(peeked):
            _Drawing(sheet, table).draw(tell, is_first=at == 0)
        return sheet.save()


@dataclass(frozen=True, slots=True)
class Want:
    """How wide a column would like to be, and what it needs so that no word in it breaks; in points."""

    likes: float
    needs: float


@dataclass(frozen=True, slots=True)
class _Peeked:
    """A table whose first rows were looked at; its rows are still all there."""

    table: Table
    wants: tuple[Want, ...]

    @classmethod
    def of(cls, table: Table) -> _Peeked:
        rows = iter(table.rows)
        first = list(itertools.islice(rows, LOOKED_AT))
        wants = tuple(
            _want(table, at, [*(row[at] for row in first), *table.footer[at : at + 1]])
            for at in range(len(table.columns))
        )
        return cls(replace(table, rows=itertools.chain(first, rows)), wants)


def _want(table: Table, at: int, cells: Sequence[Cell]) -> Want:
    column = table.columns[at]
    words = (clean(shown(cell, table.exponent, table.zone)) for cell in cells)
    # As if in bold, which is wider: the footer is.
    widest = max((text_width(text, LETTER, bold=True) for text in words), default=0.0)
    content = min(max(widest, column.fits * LETTER * 0.6), _WIDEST)
    head = min(text_width(column.title, LETTER, bold=True), _WIDEST_HEAD)
    head_word = max((text_width(word, LETTER, bold=True) for word in column.title.split()), default=0.0)
    return Want(max(content, head) + 2 * PAD, max(content, min(head_word, head)) + 2 * PAD)


def fitted(columns: Sequence[Column], wants: Sequence[Want], room: float) -> list[float]:
    """Widths that fill the room: first titles give way, then words, last everything in proportion."""
    widths = [want.likes for want in wants]
    slack = [want.likes - want.needs for want in wants]
    missing = sum(widths) - room
    if missing > 0 and sum(slack) > 0:
        given = min(missing / sum(slack), 1)
        widths = [width - spare * given for width, spare in zip(widths, slack, strict=True)]
    spare_room = room - sum(widths)
    flexible = [at for at, column in enumerate(columns) if column.kind is Kind.TEXT and not column.fits]
    flexible = flexible or list(range(len(columns)))
    total = sum(widths[at] for at in flexible)
    for at in flexible:
        widths[at] = max(widths[at] + spare_room * widths[at] / total, min(_LEAST_TEXT, widths[at]))
    over = sum(widths) - room
    if over > 0:
        widths = [width * room / (room + over) for width in widths]
    return widths


class _Drawing:
    """One table on its way to paper."""

    def __init__(self, sheet: Sheet, peeked: _Peeked) -> None:
        self._sheet, self._table = sheet, peeked.table
        self._widths = fitted(peeked.table.columns, peeked.wants, sheet.room)

    def draw(self, tell: Tell | None, *, is_first: bool) -> None:
        """Title, notes, header, rows, footer."""
        sheet = self._sheet
        if not is_first:
            sheet.top -= 6 * MM
            if not sheet.fits(TITLE + (3 + len(self._table.notes)) * LINE * 2):
                sheet.new_page()
        self._title(TITLE if is_first else TITLE * 0.8)
        self._header()
        for at, row in enumerate(told_rows(self._table, tell)):
            self._row(row, striped=at % 2 == 1)
        sheet.rule(sheet.top, grey=_RULE_GREY)
        if self._table.footer:
            self._row(self._table.footer, bold=True)
            sheet.rule(sheet.top, thick=1)

    def _title(self, size: float) -> None:
        sheet = self._sheet
        sheet.top -= size
        sheet.text(sheet.left, sheet.top, clean(self._table.title), size, bold=True)
        sheet.top -= 4
        for note in self._table.notes:
            for line in wrap(clean(note), int(sheet.room), _units):
                sheet.top -= LINE
                sheet.text(sheet.left, sheet.top, line, LETTER, grey=_NOTE_GREY)
        sheet.top -= 6

    def _header(self) -> None:
        titles: tuple[Cell, ...] = tuple(column.title for column in self._table.columns)
        lines = self._lines(titles, bold=True)
        self._put(lines, bold=True)
        self._sheet.rule(self._sheet.top, thick=1)

    def _row(self, row: Sequence[Cell], *, striped: bool = False, bold: bool = False) -> None:
        lines = self._lines(row, bold=bold)
        height = _height(lines)
        if not self._sheet.fits(height):
            self._sheet.new_page()
            self._header()
        if striped:
            self._sheet.shade(self._sheet.left, self._sheet.top - height, self._sheet.room, height, _STRIPE)
        self._put(lines, bold=bold)

    def _lines(self, row: Sequence[Cell], *, bold: bool) -> list[list[str]]:
        table = self._table
        return [
            # Digits on two lines would be two numbers: a number too wide for its column leans out of it to the left.
            [text] if column.is_number and cell is not column.title else _wrapped(text, width - 2 * PAD, bold=bold)
            for column, cell, width in zip(table.columns, row, self._widths, strict=True)
            for text in (clean(shown(cell, table.exponent, table.zone)),)
        ]

    def _put(self, lines: list[list[str]], *, bold: bool) -> None:
        sheet, x = self._sheet, self._sheet.left
        for column, width, words in zip(self._table.columns, self._widths, lines, strict=True):
            for at, line in enumerate(words):
                free = width - PAD - text_width(line, LETTER, bold=bold) if column.is_number else PAD
                sheet.text(x + free, sheet.top - PAD - LETTER - at * LINE + 1, line, LETTER, bold=bold)
            x += width
        sheet.top -= _height(lines)


def _height(lines: list[list[str]]) -> float:
    return max(len(words) for words in lines) * LINE + 2 * PAD - (LINE - LETTER) + 1


def _units(text: str) -> int:
    return int(text_width(text, LETTER) + 0.999)


def _wrapped(text: str, room: float, *, bold: bool) -> list[str]:
    """Lines no wider than `room`; what is longer than a few of them is cut, and says so."""
    if text_width(text, LETTER, bold=bold) <= room + 0.01:
        return [text]

    def width(part: str) -> int:
        return int(text_width(part, LETTER, bold=bold) * 10 + 0.999)

    lines = wrap(text[:2_000], max(int(room * 10), 1), width)
    if len(lines) > MOST_LINES:
        last = lines[MOST_LINES - 1]
        while last and width(last + _ELLIPSIS) > room * 10:
            last = last[:-1]
        lines = [*lines[: MOST_LINES - 1], last + _ELLIPSIS]
    return lines
