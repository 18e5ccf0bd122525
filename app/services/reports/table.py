"""A table as a value, free of any file format: typed columns, rows that stream."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from zoneinfo import ZoneInfo

from app.values.errors import QT_TRANSLATE_NOOP, UserError
from app.values.money import Money
from app.values.quantity import Quantity
from app.values.rates import Rate

Cell = str | int | Money | Quantity | Rate | date | datetime | None
"""What may stand in a row; None is an empty cell."""

Tell = Callable[[int, int], None]
"""Hears how many rows are written, of how many (0: nobody knows); stops the work by raising."""

TELL_EVERY = 500
CHINA = ZoneInfo("Asia/Shanghai")


class Kind(StrEnum):
    """What a column holds, and with it how it is written in every format."""

    TEXT = "text"
    MONEY = "money"
    QUANTITY = "quantity"
    COUNT = "count"
    DATE = "date"
    MOMENT = "moment"
    PERCENT = "percent"


_TYPES: dict[Kind, type] = {
    Kind.TEXT: str,
    Kind.MONEY: Money,
    Kind.QUANTITY: Quantity,
    Kind.COUNT: int,
    Kind.DATE: date,
    Kind.MOMENT: datetime,
    Kind.PERCENT: Rate,
}


class FileNotWritten(UserError):
    """The file is open elsewhere, or its folder cannot be written."""

    text = QT_TRANSLATE_NOOP(
        "errors", "“{file}” cannot be written. Close it in other programs, or choose another place, and try again."
    )


@dataclass(frozen=True, slots=True)
class Column:
    """One column; `title` is already in the reader's language. Of `fits` letters none is ever cut off in a PDF."""

    title: str
    kind: Kind = Kind.TEXT
    fits: int = 0

    @property
    def is_number(self) -> bool:
        """Stands at the right edge."""
        return self.kind in (Kind.MONEY, Kind.QUANTITY, Kind.COUNT, Kind.PERCENT)


@dataclass(frozen=True, slots=True)
class Table:
    """Columns and rows.

    Attributes:
        rows: Read once, from first to last; may come out of the data file as they are written.
        notes: Lines that say what is listed (shop, days, filters); above the rows of a PDF, nowhere else.
        footer: A row of sums below a PDF's rows; spreadsheets add up themselves.
        count: How many rows there will be, for the progress; 0 where nobody knows.
        exponent: Decimals of the currency.
        zone: In which moments are told.
    """

    title: str
    columns: tuple[Column, ...]
    rows: Iterable[tuple[Cell, ...]]
    notes: tuple[str, ...] = ()
    footer: tuple[Cell, ...] = ()
    count: int = 0
    exponent: int = 2
    zone: ZoneInfo = field(default=CHINA)


def check_cell(column: Column, cell: Cell) -> None:
    """Raise where a cell is not of its column's kind; a footer may hold words anywhere.

    Raises:
        TypeError: a bug of whoever made the row.
    """
    if cell is not None and not _is_of(column.kind, cell):
        raise TypeError(f"{cell!r} in the {column.kind} column {column.title!r}")


def _is_of(kind: Kind, cell: Cell) -> bool:
    if kind is Kind.COUNT:
        return type(cell) is int
    if kind is Kind.DATE:
        return isinstance(cell, date) and not isinstance(cell, datetime)
    return isinstance(cell, _TYPES[kind])


def number_of(cell: Money | Quantity | Rate | int, exponent: int) -> Decimal:
    """The exact number behind a cell; a share is a fraction of one."""
    match cell:
        case Money():
            return Decimal(cell.minor).scaleb(-exponent)
        case Quantity():
            return Decimal(cell.milli).scaleb(-3)
        case Rate():
            return Decimal(cell.bp).scaleb(-4)
        case _:
            return Decimal(cell)


def local_moment(at: datetime, zone: ZoneInfo) -> datetime:
    """On the shop's clock, without its zone, to the second: what a spreadsheet can hold."""
    return at.astimezone(zone).replace(tzinfo=None, microsecond=0)


def plain(cell: Cell, exponent: int, zone: ZoneInfo) -> str:
    """A cell as a program reads it back: no grouping, a point, ISO dates."""
    match cell:
        case None:
            return ""
        case Rate():
            return f"{Decimal(cell.bp).scaleb(-2):.2f}%"
        case Money() | Quantity():
            return f"{number_of(cell, exponent):f}" if isinstance(cell, Money) else str(cell)
        case datetime():
            return local_moment(cell, zone).isoformat(" ")
        case date():
            return cell.isoformat()
        case _:
            return str(cell)


def shown(cell: Cell, exponent: int, zone: ZoneInfo) -> str:
    """A cell as a person reads it on paper: thousands grouped, moments to the minute."""
    match cell:
        case Money():
            return f"{number_of(cell, exponent):,.{exponent}f}"
        case Quantity():
            return f"{number_of(cell, exponent):,.{0 if cell.is_whole else 3}f}"
        case datetime():
            return local_moment(cell, zone).strftime("%Y-%m-%d %H:%M")
        case str() | None | Rate() | date():
            return plain(cell, exponent, zone)
        case _:
            return f"{cell:,}"
