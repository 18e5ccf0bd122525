"""Files that hold a table: CSV in the encodings shops really have, and workbooks. Every cell becomes text.

What is not a table is refused with a sentence that says what it is.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from app.values.errors import QT_TRANSLATE_NOOP, UserError

MAX_ROWS = 200_000
MAX_COLUMNS = 500
MAX_CELL_LETTERS = 10_000
MAX_FILE_BYTES = 200_000_000
MAX_UNPACKED_BYTES = 1_000_000_000
MAX_CELLS = 10_000_000
LONGEST_TAG_BYTES = 300
LAST_ROW = 1_048_576
LOOKED_AT_BYTES = 65_536
LOOKED_AT_LINES = 50
DELIMITERS = (",", "\t", ";", "|")
ENCODINGS = ("utf-8-sig", "gb18030")
_WORKBOOK_STARTS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_SHEET_MEMBER = re.compile(r"worksheets/[^/]+\.xml$", re.IGNORECASE)
_WRITTEN_CELL = re.compile(
    rb"""<(?:\w+:)?c\b[^>]*?\br\s*=\s*["']([A-Za-z]*)(\d+)[^>]*(?<!/)>"""
    rb"""|<(?:\w+:)?row\b[^>]*?\br\s*=\s*["'](\d+)"""
)
_UTF16_STARTS = (b"\xff\xfe", b"\xfe\xff")


class FileMissing(UserError):
    """No such file."""

    text = QT_TRANSLATE_NOOP("errors", "There is no file “{file}”.")


class FileNotOpened(UserError):
    """Another program holds it, or it may not be read."""

    text = QT_TRANSLATE_NOOP(
        "errors", "“{file}” cannot be opened. Close it in other programs, check that you may read it, and try again."
    )


class FileEmpty(UserError):
    """Nothing in it."""

    text = QT_TRANSLATE_NOOP("errors", "“{file}” is empty.")


class NotATable(UserError):
    """A picture, a program, a letter."""

    text = QT_TRANSLATE_NOOP("errors", "“{file}” is not a table. Save it as CSV or as a workbook (xlsx) and try again.")


class WorkbookUnreadable(UserError):
    """Protected by a password, or damaged."""

    text = QT_TRANSLATE_NOOP(
        "errors", "The workbook “{file}” cannot be read: it is damaged or protected by a password. Save it again."
    )


class TableTooBig(UserError):
    """More than a till should swallow in one piece."""

    text = QT_TRANSLATE_NOOP(
        "errors", "“{file}” is too big: at most {rows} rows and {columns} columns. Split it and import the parts."
    )


class CellTooLong(UserError):
    """Usually a quotation mark that is never closed."""

    text = QT_TRANSLATE_NOOP(
        "errors", "A cell in row {row} of “{file}” is too long. Is a quotation mark missing there?"
    )


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row with its number in the file, counted from 1."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows that are not wholly empty; `name` is empty for CSV."""

    name: str
    rows: tuple[TableRow, ...]


def read_sheets(path: Path) -> tuple[Sheet, ...]:
    """Every sheet of a file that has any rows.

    Raises:
        UserError: it is missing, locked, empty, too big or no table; the sentence says which.
    """
    start = _first_bytes(path)
    if start.startswith(_WORKBOOK_STARTS):
        sheets = _workbook_sheets(path)
    else:
        sheets = [Sheet("", tuple(_rows(path, _csv_rows(path, _decoded(path)))))]
    filled = tuple(sheet for sheet in sheets if sheet.rows)
    if not filled:
        raise FileEmpty(file=path.name)
    return filled


def _first_bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            start = stream.read(LOOKED_AT_BYTES)
            size = path.stat().st_size
    except FileNotFoundError:
        raise FileMissing(file=path.name) from None
    except OSError:
        raise FileNotOpened(file=path.name) from None
    if not start.strip():
        raise FileEmpty(file=path.name)
    if size > MAX_FILE_BYTES:
        raise TableTooBig(file=path.name, rows=MAX_ROWS, columns=MAX_COLUMNS)
    return start


def _decoded(path: Path) -> str:
    """The text of a CSV file: UTF-8 with or without a mark, UTF-16 with one, else GB18030."""
    raw = path.read_bytes()
    encodings = ("utf-16",) if raw.startswith(_UTF16_STARTS) else ENCODINGS
    for encoding in encodings:
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _is_written_text(text):
            return text
    raise NotATable(file=path.name)


def _is_written_text(text: str) -> bool:
    """Whether the beginning holds no signs that only binary files have."""
    looked_at = text[:LOOKED_AT_BYTES]
    return not any(char < " " and char not in "\t\r\n\f\v\x1a" for char in looked_at)


def _csv_rows(path: Path, text: str) -> Iterator[list[str]]:
    first, _, rest = text.partition("\n")
    delimiter = ""
    if first.strip().casefold().startswith("sep=") and len(first.strip()) == 5:
        delimiter, text = first.strip()[4], rest
        yield []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter or guess_delimiter(text))
    while True:
        try:
            yield next(reader)
        except StopIteration:
            return
        except csv.Error:
            raise CellTooLong(row=reader.line_num, file=path.name) from None


def guess_delimiter(text: str) -> str:
    """The sign that cuts most of the first lines into the same number of cells, more than one."""
    return max(DELIMITERS, key=lambda delimiter: _evenness(text, delimiter))


def _evenness(text: str, delimiter: str) -> tuple[int, int]:
    sample = io.StringIO("\n".join(text[:LOOKED_AT_BYTES].splitlines()[:LOOKED_AT_LINES]), newline="")
    widths: dict[int, int] = {}
    try:
        for row in csv.reader(sample, delimiter=delimiter):
            if len(row) > 1:
                widths[len(row)] = widths.get(len(row), 0) + 1
    except csv.Error:
        return 0, 0
    return max(((lines, width) for width, lines in widths.items()), default=(0, 0))


def _workbook_sheets(path: Path) -> list[Sheet]:
    from python_calamine import CalamineError, CalamineWorkbook

    if zipfile.is_zipfile(path) or _first_bytes(path).startswith(b"PK"):
        _check_archive(path)
    try:
        with CalamineWorkbook.from_path(str(path)) as workbook:
            sheets = []
            for name in workbook.sheet_names:
                sheet = workbook.get_sheet_by_name(name)
                written = ([cell_text(cell) for cell in row] for row in sheet.iter_rows())
                sheets.append(Sheet(name, tuple(_rows(path, written))))
            return sheets
    except CalamineError:
        raise WorkbookUnreadable(file=path.name) from None
    except OSError:
        raise FileNotOpened(file=path.name) from None


def _check_archive(path: Path) -> None:
    """Refuse an archive that is no workbook, or that unpacks to more than any price list holds.

    The reader lays out every cell up to the farthest written one; a single stray cell in the last corner of a sheet
    would ask for 550 GB and end the process, so the farthest one is looked for before.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
            sheets = [member for member in members if _SHEET_MEMBER.search(member.filename)]
            if not sheets:
                raise NotATable(file=path.name)
            too_big = sum(member.file_size for member in members) > MAX_UNPACKED_BYTES
            if too_big or any(_is_too_wide(archive, member) for member in sheets):
                raise TableTooBig(file=path.name, rows=MAX_ROWS, columns=MAX_COLUMNS)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError):
        raise WorkbookUnreadable(file=path.name) from None
    except OSError:
        raise FileNotOpened(file=path.name) from None


def _is_too_wide(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bool:
    """Whether the written cells of a sheet span more columns or cells than allowed."""
    columns = rows = 0
    with archive.open(member) as stream:
        tail = b""
        while piece := stream.read(1_000_000):
            for letters, digits, row in set(_WRITTEN_CELL.findall(tail + piece)):
                if max(len(letters), len(digits) - 4, len(row) - 4) > 3 or int(row or 0) > LAST_ROW:
                    return True
                columns, rows = max(columns, _column_number(letters.upper())), max(rows, int(digits or 0))
            tail = piece[-LONGEST_TAG_BYTES:]
    return columns > MAX_COLUMNS or columns * rows > MAX_CELLS


def _column_number(letters: bytes) -> int:
    """`A` is 1, `XFD` is 16,384."""
    number = 0
    for letter in letters:
        number = 26 * number + letter - 64
    return number


def cell_text(cell: object) -> str:
    """A workbook's cell as a person reads it: a code of 13 digits stays one, 12.5 is 12.5, a date is a date."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "1" if cell else "0"
    if isinstance(cell, int):
        return str(cell)
    if isinstance(cell, dt.datetime | dt.date | dt.time | dt.timedelta):
        return str(cell)
    # Workbooks keep numbers as binary fractions; fifteen digits are what their own screen shows of them.
    text = format(cell, ".15g") if cell is not None else ""
    return _without_exponent(text) if "e" in text else text


def _without_exponent(text: str) -> str:
    from decimal import Decimal, InvalidOperation

    try:
        return format(Decimal(text), "f")
    except InvalidOperation:
        return text


def _rows(path: Path, rows: Iterable[list[str]]) -> Iterator[TableRow]:
    """Numbered rows within bounds; empty ones, and empty cells at the end, are left out."""
    kept = 0
    for number, cells in enumerate(rows, start=1):
        width = len(cells)
        while width and not cells[width - 1].strip():
            width -= 1
        if not width:
            continue
        kept += 1
        if width > MAX_COLUMNS or kept > MAX_ROWS + LOOKED_AT_LINES:
            raise TableTooBig(file=path.name, rows=MAX_ROWS, columns=MAX_COLUMNS)
        if any(len(cell) > MAX_CELL_LETTERS for cell in cells[:width]):
            raise CellTooLong(row=number, file=path.name)
        yield TableRow(number, tuple(cell.strip() for cell in cells[:width]))
