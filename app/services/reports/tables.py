"""From reports to tables for a file: sales, shifts, the log, the cashiers' counts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from app.services.members.words import mask_name
from app.services.reports.control import CashierControl
from app.services.reports.logs import LogKind, LogRow
from app.services.reports.sales import SaleRow, SaleTotals
from app.services.reports.shifts import ShiftRow
from app.services.reports.table import CHINA, Cell, Column, Kind, Table
from app.services.reports.words import ZH, ReportWords
from app.values.quantity import Quantity

Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Style:
    """What every table of a shop shares."""

    words: ReportWords = ZH
    shop: str = ""
    exponent: int = 2
    zone: ZoneInfo = CHINA

    def days(self, first: date | None, last: date | None) -> str:
        """Which business dates are told; open ends stay open."""
        if first is None and last is None:
            return ""
        if first == last and first is not None:
            return first.isoformat()
        return self.words.days.format(
            first=first.isoformat() if first else "…", last=last.isoformat() if last else "…"
        ).strip()

    def table(
        self,
        title: str,
        columns: tuple[Column, ...],
        rows: Iterable[Row],
        *,
        notes: tuple[str, ...] = (),
        footer: Row = (),
        count: int = 0,
    ) -> Table:
        """A table in the shop's currency and zone, under its name."""
        said = tuple(note for note in (self.shop, *notes) if note)
        return Table(title, columns, rows, said, footer, count, self.exponent, self.zone)


def sales_table(
    rows: Iterable[SaleRow],
    style: Style,
    *,
    notes: tuple[str, ...] = (),
    totals: SaleTotals | None = None,
    personal: bool = False,
) -> Table:
    """The list of sales. Names are masked unless `personal`; phones as the rows carry them."""
    words = style.words
    columns = (
        Column(words.number, fits=11),
        Column(words.kind, fits=6),
        Column(words.time, Kind.MOMENT),
        Column(words.business_date, Kind.DATE),
        Column(words.till, fits=4),
        Column(words.cashier),
        Column(words.member_number, fits=8),
        Column(words.member),
        Column(words.phone, fits=12),
        Column(words.lines, Kind.COUNT),
        Column(words.discount, Kind.MONEY),
        Column(words.total, Kind.MONEY),
        Column(words.tenders),
        Column(words.given_back, Kind.MONEY),
    )
    footer: Row = ()
    if totals is not None:
        footer = (f"{words.total} ({totals.count})", *[None] * 10, totals.net, None, None)
    count = totals.count if totals is not None else 0
    made = (_sale(row, words, personal=personal) for row in rows)
    return style.table(words.sales, columns, made, notes=notes, footer=footer, count=count)


def _sale(row: SaleRow, words: ReportWords, *, personal: bool) -> Row:
    member = row.member
    name = "" if member is None else member.name if personal else mask_name(member.name)
    return (
        row.number,
        words.refund if row.is_refund else words.sale,
        row.at,
        row.business_date,
        row.till_code,
        row.cashier,
        member.number if member else "",
        name,
        member.phone if member else "",
        row.line_count,
        row.discount,
        row.total,
        " + ".join(words.tender_word(kind) for kind in row.tenders),
        row.given_back if row.given_back else None,
    )


def shifts_table(rows: Iterable[ShiftRow], style: Style, *, notes: tuple[str, ...] = ()) -> Table:
    """The list of shifts with what was counted."""
    words = style.words
    columns = (
        Column(words.till, fits=4),
        Column(words.shift, Kind.COUNT),
        Column(words.business_date, Kind.DATE),
        Column(words.opened, Kind.MOMENT),
        Column(words.opened_by),
        Column(words.closed, Kind.MOMENT),
        Column(words.closed_by),
        Column(words.sale_count, Kind.COUNT),
        Column(words.refund_count, Kind.COUNT),
        Column(words.total, Kind.MONEY),
        Column(words.opening_float, Kind.MONEY),
        Column(words.expected, Kind.MONEY),
        Column(words.counted, Kind.MONEY),
        Column(words.over_short, Kind.MONEY),
    )
    return style.table(words.shifts, columns, (_shift(row, words) for row in rows), notes=notes)


def _shift(row: ShiftRow, words: ReportWords) -> Row:
    figures, closing = row.figures, row.figures.closing
    return (
        row.till_code,
        row.number,
        row.business_date,
        row.opened_at,
        row.opened_by,
        row.closed_at,
        row.closed_by if closing else words.still_open,
        figures.sales.count,
        figures.refunds.count,
        figures.turnover,
        figures.drawer.opening,
        figures.expected,
        closing.counted if closing else None,
        row.over_short,
    )


def log_table(rows: Iterable[LogRow], style: Style, *, notes: tuple[str, ...] = ()) -> Table:
    """The log of actions."""
    words = style.words
    columns = (
        Column(words.time, Kind.MOMENT),
        Column(words.till, fits=4),
        Column(words.action),
        Column(words.cashier),
        Column(words.granted_by),
        Column(words.subject),
        Column(words.number, fits=11),
        Column(words.amount, Kind.MONEY),
        Column(words.note),
    )
    made = (
        (
            row.at,
            row.till_code,
            words.action_word(row.action),
            row.staff,
            row.granted_by,
            row.subject,
            row.receipt,
            row.amount,
            row.note,
        )
        for row in rows
    )
    return style.table(words.log, columns, made, notes=notes)


def control_table(people: Iterable[CashierControl], style: Style, *, notes: tuple[str, ...] = ()) -> Table:
    """Counts and rates of each cashier."""
    words = style.words
    names = {
        LogKind.GRANT: words.grants,
        LogKind.NO_SALE: words.no_sales,
        LogKind.VOID: words.voids,
        LogKind.REFUND: words.refund_count,
        LogKind.PRICE: words.price_changes,
    }
    kinds = tuple(
        column
        for name in names.values()
        for column in (Column(name, Kind.COUNT), Column(words.per_hundred.format(what=name), Kind.QUANTITY))
    )
    columns = (
        Column(words.cashier),
        Column(words.sale_count, Kind.COUNT),
        *kinds,
        Column(words.refused, Kind.COUNT),
        Column(words.typed_discount, Kind.MONEY),
        Column(words.odd, fits=4),
    )
    return style.table(words.control, columns, _control(people, names, words), notes=notes)


def _control(people: Iterable[CashierControl], names: dict[LogKind, str], words: ReportWords) -> Iterator[Row]:
    for person in people:
        counts: list[Cell] = []
        for kind in names:
            action = person.of(kind)
            # Hundredths as thousandths: two decimals are enough for a rate, three are what a quantity has.
            rate = None if action.per_hundred is None else Quantity(action.per_hundred * 10)
            counts += [action.times, rate]
        odd = ", ".join(names[action.kind] for action in person.actions if action.is_odd)
        yield (person.name, person.sale_count, *counts, person.grants_refused, person.discounted, odd or None)
