"""Tables as a workbook: numbers that are numbers, exact to the last decimal; written row by row, never held whole."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from app.services.reports.csv_file import safe_text
from app.services.reports.files import told_rows, whole_file
from app.services.reports.table import Cell, FileNotWritten, Kind, Table, Tell, local_moment, number_of
from app.values.text import paper_width

SHEET_ROWS = 1_048_575
"""Rows below the header that a sheet can hold; more go on to the next one."""
MOST_LETTERS = 32_767
_LONGEST_TITLE = 31
_NOT_IN_TITLES = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_WIDTHS = {Kind.TEXT: 18, Kind.MOMENT: 19, Kind.DATE: 12}


@dataclass(slots=True)
class _Book:
    """The workbook being written, with the formats of its cells."""

    workbook: Any
    titles: set[str]
    formats: dict[object, Any]

    def format_of(self, kind: Kind, exponent: int) -> Any:
        """How numbers of a kind are shown."""
        key = (kind, exponent)
        if key not in self.formats:
            pattern = _pattern(kind, exponent)
            self.formats[key] = self.workbook.add_format({"num_format": pattern} if pattern else {})
        return self.formats[key]

    def new_sheet(self, table: Table) -> Any:
        """A sheet with the header, which stays in view."""
        sheet = self.workbook.add_worksheet(self._free_title(table.title))
        if "bold" not in self.formats:
            self.formats["bold"] = self.workbook.add_format({"bold": True, "bottom": 1})
        for at, column in enumerate(table.columns):
            width = max(_WIDTHS.get(column.kind, 12), min(column.fits, 60), paper_width(column.title) + 2)
            sheet.set_column(at, at, width)
            sheet.write_string(0, at, safe_text(column.title), self.formats["bold"])
        sheet.freeze_panes(1, 0)
        return sheet

    def _free_title(self, title: str) -> str:
        """A name that a sheet may have and none has yet."""
        clean = _NOT_IN_TITLES.sub(" ", title).strip().strip("'")[:_LONGEST_TITLE] or "1"
        found, number = clean, 1
        while found.casefold() in self.titles:
            number += 1
            tail = f" ({number})"
            found = clean[: _LONGEST_TITLE - len(tail)] + tail
        self.titles.add(found.casefold())
        return found


def write_xlsx(tables: Sequence[Table], path: Path, tell: Tell | None = None, *, sheet_rows: int = SHEET_ROWS) -> int:
    """Write the tables, a sheet each; return how many rows.

    Raises:
        FileNotWritten
    """
    import xlsxwriter

    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with whole_file(path) as beside:
        book = _Book(xlsxwriter.Workbook(str(beside), options), {"history"}, {})  # a name that Excel keeps to itself
        try:
            count = sum(_write(book, table, tell, sheet_rows) for table in tables)
        finally:  # also of one that was given up, so that the library's own scratch files go
            _close(book.workbook, path)
    return count


def _close(workbook: Any, path: Path) -> None:
    from xlsxwriter.exceptions import FileCreateError

    try:
        workbook.close()
    except FileCreateError as problem:
        raise FileNotWritten(file=path.name) from problem


def _write(book: _Book, table: Table, tell: Tell | None, sheet_rows: int) -> int:
    sheet, line, count = book.new_sheet(table), 0, 0
    for row in told_rows(table, tell):
        if line == sheet_rows:
            sheet, line = book.new_sheet(table), 0
        line += 1
        count += 1
        for at, cell in enumerate(row):
            _write_cell(book, sheet, line, at, cell, table.columns[at].kind, table)
    return count


def _write_cell(book: _Book, sheet: Any, line: int, at: int, cell: Cell, kind: Kind, table: Table) -> None:
    if cell is None:
        return
    if isinstance(cell, str):
        # Half of a broken character has no place in XML.
        sheet.write_string(line, at, safe_text(cell).encode("utf-8", "replace").decode()[:MOST_LETTERS])
        return
    form = book.format_of(kind, table.exponent)
    if isinstance(cell, datetime):
        sheet.write_datetime(line, at, local_moment(cell, table.zone), form)
    elif isinstance(cell, date):
        sheet.write_datetime(line, at, cell, form)
    else:
        # A Decimal is written digit by digit; a float would bring its own rounding.
        sheet.write_number(line, at, number_of(cell, table.exponent), form)


def _pattern(kind: Kind, exponent: int) -> str:
    match kind:
        case Kind.MONEY:
            return "#,##0." + "0" * exponent if exponent else "#,##0"
        case Kind.COUNT:
            return "#,##0"
        case Kind.PERCENT:
            return "0.00%"
        case Kind.DATE:
            return "yyyy-mm-dd"
        case Kind.MOMENT:
            return "yyyy-mm-dd hh:mm:ss"
        case _:
            return ""
