"""What the sales page decides: which sales are meant, what a sale came to, what can be done with it. No Qt."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Protocol

from app.services.checkout.after_sales import AfterSales
from app.services.checkout.paper import compose_for
from app.services.checkout.shop_rules import sale_rules
from app.services.checkout.values import SaleKind
from app.services.common.paging import Cursor, RowsPage
from app.services.common.store import DayRule
from app.services.receipts.parts import Receipt
from app.services.reports.desk import Reports
from app.services.reports.sale_filter import KindFilter, SaleFilter
from app.services.reports.sale_sources import SaleKey
from app.services.reports.sale_view import SaleView
from app.services.reports.sales import SaleRow, SaleTotals
from app.services.settings.service import load_settings
from app.services.staff.people import StaffEntry, list_staff
from app.ui.kit.jobs import Report
from app.ui.kit.list_page import ListQuery
from app.ui.owner.context import OfficeContext
from app.values.clock import business_date
from app.values.ids import Id
from app.values.text import fold_width

_MOMENT = re.compile(r"(?:(\d{4})[-/.](\d{1,2})[-/.](\d{1,2}))?\s*(?:(\d{1,2}):(\d{2}))?")
_LAST_ID = Id(b"\xff" * 16)
_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is listed.

    Attributes:
        place: Where the list begins; set where a time was typed: what came later stands above it and is left out.
    """

    sales: SaleFilter
    place: SaleKey | None = None


@dataclass(frozen=True, slots=True)
class OpenedSale:
    """A sale with its paper.

    Attributes:
        has_shift: A shift is open, so that money can be given back.
    """

    view: SaleView
    receipt: Receipt
    has_shift: bool

    @property
    def can_come_back(self) -> bool:
        """A sale of which something was not given back yet."""
        posted, back = self.view.posted, self.view.given_back
        return posted.kind is SaleKind.SALE and any(back.get(line.line_id) != line.quantity for line in posted.lines)


class SalesScreen(Protocol):
    """The page as its presenter sees it."""

    def show_sale(self, sale: OpenedSale) -> None:
        """Show one sale over the list."""
        ...

    def show_totals(self, totals: SaleTotals | None) -> None:
        """Show what all that was found comes to; None while nobody knows."""
        ...

    def show_staff(self, people: tuple[StaffEntry, ...]) -> None:
        """Offer people to filter by."""
        ...

    def tell_reprinted(self, number: str) -> None:
        """A copy is on its way to the printer."""
        ...

    def tell_no_shift(self) -> None:
        """Money is given back out of a drawer that somebody has opened."""
        ...


class SalesPresenter:
    """Reads on the worker; reprints and refunds through the services."""

    def __init__(self, context: OfficeContext, screen: SalesScreen) -> None:
        self._context, self._screen = context, screen
        self._asked: ListQuery | None = None

    @property
    def _reports(self) -> Reports:
        return Reports(self._context.office.store, self._context.actor)

    # Lists

    def wanted(self, query: ListQuery) -> Wanted:
        """The filter of what is typed and chosen; a date or time that was typed is a place in the list."""
        chosen = query.extra if isinstance(query.extra, SaleFilter) else SaleFilter()
        kind = next((kind for kind in KindFilter if kind.value in query.filters), KindFilter.ALL)
        store = self._context.office.store
        today = business_date(store.clock.now(), store.day.zone, store.day.end_hour)
        typed = place_of(query.text, chosen.until_date or today, store.day)
        if typed is None:
            return Wanted(replace(chosen, text=query.text, kind=kind))
        day, place = typed
        return Wanted(replace(chosen, from_date=day, until_date=day, kind=kind), place)

    def fetch(self, query: ListQuery, after: Cursor | None, limit: int) -> RowsPage[SaleRow]:
        """On the worker: a piece of the list."""
        wanted = self.wanted(query)
        at: SaleKey | None = after[0] if after is not None else wanted.place
        page = self._reports.sales(wanted.sales, page=at, limit=limit)
        return RowsPage(page.rows, (page.next,) if page.next is not None else None)

    def ask_totals(self, query: ListQuery, *, again: bool = False) -> None:
        """Add up all that fits, once for each query; a place in the list has no sum."""
        if query == self._asked and not again:
            return
        if query != self._asked:
            self._screen.show_totals(None)
        self._asked = query
        wanted = self.wanted(query)
        if wanted.place is not None:
            return

        def then(totals: SaleTotals) -> None:
            if self._asked == query:
                self._screen.show_totals(totals)

        self._context.reading.run(
            lambda report: self._reports.totals(wanted.sales), then=then, failed=self._context.tell
        )

    def ask_staff(self) -> None:
        """Who may have sold; also who left."""

        def read(report: Report) -> tuple[StaffEntry, ...]:
            del report
            with self._context.read() as reader:
                return list_staff(reader, with_closed=True)

        self._context.reading.run(read, then=self._screen.show_staff, failed=self._context.tell)

    # One sale

    def open(self, sale_id: Id) -> None:
        """Show a sale with its paper."""

        def read(report: Report) -> OpenedSale:
            del report
            view = self._reports.sale(sale_id)
            with self._context.read() as reader:
                rules = sale_rules(load_settings(reader))
                receipt = compose_for(reader, self._context.actor.shop_id, view.posted, rules)
            return OpenedSale(view, receipt, self._context.desk.shift() is not None)

        self._context.reading.run(read, then=self._screen.show_sale, failed=self._context.tell)

    def reprint(self, sale: OpenedSale) -> None:
        """Print the receipt again, marked as a copy."""
        with self._context.told():
            AfterSales(self._context.office.store, self._context.actor).reprint(sale.view.posted.sale_id)
            self._screen.tell_reprinted(sale.view.posted.number)
            self.open(sale.view.posted.sale_id)

    def refund(self, sale: OpenedSale) -> None:
        """Go to the till's refund with this receipt; without a shift say what is missing."""
        if self._context.desk.shift() is None or self._context.refund is None:
            self._screen.tell_no_shift()
        else:
            self._context.refund(sale.view.posted.number)


def place_of(text: str, day: date, rule: DayRule) -> tuple[date, SaleKey | None] | None:
    """The business date and place that a typed date or time means: `2026-01-05`, `14:05`, `2026/1/5 14:05`.

    Returns:
        None where the text is no date or time. The place is the last one in that minute.
    """
    found = _MOMENT.fullmatch(fold_width(text).strip())
    if found is None or not (found[1] or found[4]):
        return None
    try:
        said = date(int(found[1]), int(found[2]), int(found[3])) if found[1] else day
        if not found[4]:
            return said, None
        at = datetime(said.year, said.month, said.day, int(found[4]), int(found[5]), tzinfo=rule.zone)
    except ValueError:
        return None
    if not found[1] and at.hour < rule.end_hour:
        at += timedelta(days=1)  # only a time: 01:30 of a day is the night behind it
    moment = at.astimezone(UTC) + _MINUTE
    of_day = business_date(at, rule.zone, rule.end_hour)
    return of_day, SaleKey(of_day, moment, _LAST_ID)
