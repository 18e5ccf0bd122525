"""The owner's door to all reports: who looks is checked for every look; what leaves with names is written down."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from app.models.organisation import Shop
from app.services.common import audit
from app.services.common.actor import AT_TILL, Actor, Permission
from app.services.common.permissions import GrantNeeded, NobodySignedIn, NoLongerHere, has_left, require
from app.services.common.store import Store
from app.services.common.uow import Reader
from app.services.receipts.words import Language
from app.services.reports.control import CashierControl, count_by_cashier
from app.services.reports.day_tables import day_tables
from app.services.reports.export import PDF, check_ending, write_tables
from app.services.reports.logs import LogFilter, LogKey, LogPage, all_log, list_log
from app.services.reports.pdf_paper import write_paper_pdf
from app.services.reports.pdf_table import PdfWords
from app.services.reports.sale_filter import SaleFilter
from app.services.reports.sale_sources import SaleKey
from app.services.reports.sale_view import SaleView, open_sale
from app.services.reports.sales import SalesPage, SaleTotals, all_sales, list_sales, total_sales
from app.services.reports.shifts import (
    ShiftFilter,
    ShiftKey,
    ShiftReport,
    ShiftsPage,
    all_shifts,
    list_shifts,
    shift_report,
)
from app.services.reports.table import Table, Tell
from app.services.reports.tables import Style, control_table, log_table, sales_table, shifts_table
from app.services.reports.today import DaySummary, summarise_day
from app.services.reports.words import report_words
from app.services.settings import declared
from app.services.settings.service import load_settings
from app.values.ids import Id


@dataclass(frozen=True, slots=True)
class DayFilter:
    """One business date of one till, or of all."""

    day: date
    till: Id | None = None


@dataclass(frozen=True, slots=True)
class ControlFilter:
    """The cashiers' counts between two business dates, both included."""

    from_date: date
    until_date: date
    till: Id | None = None


Wanted = SaleFilter | DayFilter | ShiftFilter | LogFilter | ControlFilter


class Reports:
    """One person's look at the shop; each method is one consistent look, or one file."""

    def __init__(self, store: Store, actor: Actor) -> None:
        self.store = store
        self.actor = actor

    def sales(self, wanted: SaleFilter, *, page: SaleKey | None = None, limit: int = 50) -> SalesPage:
        """A page of the list of sales, newest first.

        Raises:
            GrantNeeded
        """
        with self._look() as read:
            return list_sales(read, wanted, page=page, limit=limit)

    def totals(self, wanted: SaleFilter) -> SaleTotals:
        """What all sales that fit come to; for a worker, since it looks at each of them.

        Raises:
            GrantNeeded
        """
        with self._look() as read:
            return total_sales(read, wanted)

    def sale(self, sale_id: Id) -> SaleView:
        """One sale with all that happened to it.

        Raises:
            GrantNeeded
        """
        with self._look() as read:
            return open_sale(read, sale_id)

    def day(self, wanted: DayFilter | None = None) -> DaySummary:
        """A business day; today's where none is named.

        Raises:
            GrantNeeded
        """
        with self._look() as read:
            chosen = wanted or DayFilter(read.business_date)
            return summarise_day(read, chosen.day, till=chosen.till)

    def shifts(self, wanted: ShiftFilter, *, page: ShiftKey | None = None, limit: int = 50) -> ShiftsPage:
        """A page of shifts, newest first.

        Raises:
            GrantNeeded
        """
        with self._look() as read:
            return list_shifts(read, wanted, page=page, limit=limit)

    def shift(self, shift_id: Id, *, language: Language | None = None) -> ShiftReport:
        """X of an open shift, Z of a closed one.

        Raises:
            GrantNeeded
        """
        with self._look() as read:
            return shift_report(read, shift_id, language=language)

    def log(self, wanted: LogFilter, *, page: LogKey | None = None, limit: int = 100) -> LogPage:
        """A page of what was done, newest first.

        Raises:
            GrantNeeded
        """
        with self._look() as read:
            return list_log(read, wanted, page=page, limit=limit)

    def control(self, wanted: ControlFilter) -> tuple[CashierControl, ...]:
        """How often each cashier did what an owner asks about.

        Raises:
            GrantNeeded
        """
        with self._look() as read:
            return count_by_cashier(read, wanted.from_date, wanted.until_date, till=wanted.till)

    # Files

    def write(
        self, wanted: Wanted, path: Path, tell: Tell | None = None, *, language: Language = "zh", personal: bool = False
    ) -> None:
        """Write a report as CSV, xlsx or PDF, as the name ends. `tell` hears the progress and stops it by raising.

        With `personal` members' names and whole phones go into the list of sales; who asked for that is written down
        before the first row leaves.

        Raises:
            GrantNeeded, UnknownEnding, FileNotWritten: there is no new file.
        """
        check_ending(path)
        if personal and isinstance(wanted, SaleFilter):
            self.note_personal(path.suffix.lower().lstrip("."))
        with self._look() as read:
            style = style_of(read, self.actor, language)
            foot = " · ".join(part for part in (style.shop, style.words.made.format(time=_minute(read, style))) if part)
            words = PdfWords(foot, style.words.pages)
            write_tables(tables_of(read, wanted, style, personal=personal), path, tell, words=words)

    def write_shift(self, shift_id: Id, path: Path, *, language: Language | None = None) -> None:
        """Write the X or Z of a shift as PDF.

        Raises:
            GrantNeeded, UnknownEnding, FileNotWritten: there is no new file.
        """
        check_ending(path, (PDF,))
        with self._look() as read:
            report = shift_report(read, shift_id, language=language)
            style = style_of(read, self.actor, "en" if report.paper.meta.language == "en" else "zh")
            write_paper_pdf(report.paper, path, words=PdfWords(style.shop, style.words.pages))

    @contextlib.contextmanager
    def _look(self) -> Iterator[Reader]:
        with self.store.read() as read:
            check_may_see(read, self.actor)
            yield read

    def note_personal(self, kind: str) -> None:
        """Write down that members' names leave as `kind`: csv, xlsx, pdf, screen.

        Raises:
            GrantNeeded
        """
        with self.store.action(self.actor, "export") as uow:
            require(uow, Permission.SEE_REPORTS)
            audit.record(uow, "members_exported", detail={"as": kind})


def check_may_see(read: Reader, actor: Actor) -> None:
    """As `require`, for a look that changes nothing.

    Raises:
        NobodySignedIn, NoLongerHere, GrantNeeded
    """
    if actor.staff_id is None and actor.origin == AT_TILL:
        raise NobodySignedIn()
    if actor.staff_id is not None and has_left(read, actor.staff_id):
        raise NoLongerHere(name=actor.staff_name)
    if not actor.may(Permission.SEE_REPORTS):
        raise GrantNeeded(Permission.SEE_REPORTS)


def style_of(read: Reader, actor: Actor, language: Language) -> Style:
    """How this shop's tables are written."""
    settings = load_settings(read)
    name = read.connection.execute(Shop.__table__.select().where(Shop.id == actor.shop_id)).one().name
    return Style(report_words(language), name, settings.get(declared.CURRENCY_EXPONENT), settings.day.zone)


def tables_of(read: Reader, wanted: Wanted, style: Style, *, personal: bool = False) -> tuple[Table, ...]:
    """The report as tables; rows come out of the data file while they are written."""
    match wanted:
        case DayFilter():
            return day_tables(summarise_day(read, wanted.day, till=wanted.till), style)
        case SaleFilter():
            rows, totals = all_sales(read, wanted, whole_phones=personal), total_sales(read, wanted)
            said = (style.days(wanted.from_date, wanted.until_date), wanted.text)
            return (sales_table(rows, style, notes=said, totals=totals, personal=personal),)
        case ShiftFilter():
            notes = (style.days(wanted.from_date, wanted.until_date),)
            return (shifts_table(all_shifts(read, wanted), style, notes=notes),)
        case LogFilter():
            notes = (style.days(wanted.from_date, wanted.until_date),)
            return (log_table(all_log(read, wanted), style, notes=notes),)
        case ControlFilter():
            people = count_by_cashier(read, wanted.from_date, wanted.until_date, till=wanted.till)
            return (control_table(people, style, notes=(style.days(wanted.from_date, wanted.until_date),)),)


def _minute(read: Reader, style: Style) -> str:
    return read.now.astimezone(style.zone).strftime("%Y-%m-%d %H:%M")
