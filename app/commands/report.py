"""`main.py report day|sales|shifts|log|cashiers`: on the screen, as JSON or as files."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from app.bootstrap.folder import Opened, look_into, open_folder
from app.services.receipts.words import Language
from app.services.reports.desk import (
    ControlFilter,
    DayFilter,
    Reports,
    Wanted,
    check_may_see,
    style_of,
    tables_of,
)
from app.services.reports.export import check_ending
from app.services.reports.logs import LogFilter
from app.services.reports.sale_filter import SaleFilter
from app.services.reports.shifts import ShiftFilter
from app.services.reports.table import Table, check_cell, plain, shown
from app.services.settings import declared
from app.values.errors import QT_TRANSLATE_NOOP, UserError
from app.values.text import paper_width

MOST_COLUMN = 40


class BadDate(UserError):
    """Not a day, or the last before the first."""

    text = QT_TRANSLATE_NOOP("errors", "“{text}” is no date from which days can be counted; write 2026-01-05.")


@dataclass(frozen=True, slots=True)
class ReportOrder:
    """What somebody typed."""

    what: str
    first: str | None = None
    last: str | None = None
    text: str = ""
    files: tuple[Path, ...] = ()
    as_json: bool = False
    language: Language | None = None
    personal: bool = False


def report(folder: Path, order: ReportOrder) -> int:
    """Make one report; nothing in the shop changes, except that the audit notes whole names and phones.

    Raises:
        NoData, NeedsMigrate, StoreError, BadDate, UnknownEnding, FileNotWritten
    """
    for path in order.files:
        check_ending(path)
    first, last = _day(order.first), _day(order.last)
    if first is not None and last is not None and last < first:
        raise BadDate(text=order.last)
    opened = open_folder(folder, must_exist=True) if order.personal else look_into(folder)
    try:
        _run(opened, order, first, last)
    finally:
        opened.close()
    return 0


def _run(opened: Opened, order: ReportOrder, first: date | None, last: date | None) -> None:
    language = order.language or ("en" if opened.settings().get(declared.LANGUAGE) == "en" else "zh")
    reports = Reports(opened.store, opened.operator())
    with opened.store.read() as read:
        wanted = _wanted(order, first or last or read.business_date, last or first or read.business_date)
    for path in order.files:
        reports.write(wanted, path, _progress, language=language, personal=order.personal)
        print(path)
    if order.files and not order.as_json:
        return
    if order.personal and not order.files:
        reports.note_personal("screen")
    with opened.store.read() as read:
        check_may_see(read, reports.actor)
        tables = tables_of(read, wanted, style_of(read, reports.actor, language), personal=order.personal)
        if order.as_json:
            print(json.dumps([_as_json(table) for table in tables], ensure_ascii=False, indent=1))
        else:
            for table in tables:
                _print(table)


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise BadDate(text=text) from None


def _wanted(order: ReportOrder, first: date, last: date) -> Wanted:
    match order.what:
        case "day":
            return DayFilter(last)
        case "sales":
            return SaleFilter(order.text, first, last)
        case "shifts":
            return ShiftFilter(first, last)
        case "log":
            return LogFilter(from_date=first, until_date=last)
        case _:
            return ControlFilter(first, last)


def _progress(done: int, total: int) -> None:
    if sys.stderr.isatty():
        print(f"\r{done} / {total or '?'}", end="", file=sys.stderr, flush=True)


def _as_json(table: Table) -> dict[str, object]:
    """Amounts as their digits, so that no reader makes a fraction of them; an empty cell is null."""
    titles = [column.title for column in table.columns]
    rows = [
        {
            title: cell if cell is None or type(cell) is int else plain(cell, table.exponent, table.zone)
            for title, cell in zip(titles, row, strict=True)
        }
        for row in table.rows
    ]
    return {"title": table.title, "notes": list(table.notes), "rows": rows}


def _print(table: Table) -> None:
    print(f"\n{table.title}")
    for note in table.notes:
        print(note)
    lines = [[column.title for column in table.columns], *_lines(table)]
    widths = [min(max(paper_width(line[at]) for line in lines), MOST_COLUMN) for at in range(len(table.columns))]
    for at, line in enumerate(lines):
        cells = zip(line, widths, table.columns, strict=True)
        print("  ".join(_padded(text, width, right=column.is_number) for text, width, column in cells).rstrip())
        if at == 0:
            print("  ".join("-" * width for width in widths))


def _lines(table: Table) -> Iterator[list[str]]:
    for row in table.rows:
        for column, cell in zip(table.columns, row, strict=True):
            check_cell(column, cell)
        # What somebody typed may hold what moves a terminal's cursor.
        yield ["".join(char for char in shown(cell, table.exponent, table.zone) if char.isprintable()) for cell in row]


def _padded(text: str, width: int, *, right: bool) -> str:
    blanks = " " * max(width - paper_width(text), 0)
    return blanks + text if right else text + blanks
