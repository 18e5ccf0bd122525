"""What the log page decides. No Qt."""

from __future__ import annotations

from typing import Protocol

from app.services.common.paging import Cursor, RowsPage
from app.services.reports.control import CashierControl
from app.services.reports.desk import ControlFilter, Reports
from app.services.reports.logs import LogFilter, LogKind, LogRow
from app.services.staff.people import StaffEntry, list_staff
from app.ui.kit.jobs import Report
from app.ui.kit.list_page import ListQuery
from app.ui.owner.context import OfficeContext
from app.ui.owner.days import Span


class LogScreen(Protocol):
    """The page as its presenter sees it."""

    def show_staff(self, people: tuple[StaffEntry, ...]) -> None:
        """Offer people to filter by."""
        ...


class LogPresenter:
    """Reads on the worker."""

    def __init__(self, context: OfficeContext, screen: LogScreen) -> None:
        self._context, self._screen = context, screen

    @property
    def _reports(self) -> Reports:
        return Reports(self._context.office.store, self._context.actor)

    def wanted(self, query: ListQuery) -> LogFilter:
        """The kinds that are pressed, of the chosen person and days."""
        chosen = query.extra if isinstance(query.extra, LogFilter) else LogFilter()
        kinds = tuple(kind for kind in LogKind if kind.value in query.filters)
        return LogFilter(kinds, chosen.staff, chosen.from_date, chosen.until_date)

    def fetch(self, query: ListQuery, after: Cursor | None, limit: int) -> RowsPage[LogRow]:
        """On the worker: a piece of the log."""
        page = self._reports.log(self.wanted(query), page=after[0] if after is not None else None, limit=limit)
        return RowsPage(page.rows, (page.next,) if page.next is not None else None)

    def control_of(self, query: ListQuery) -> ControlFilter | None:
        """The days over which cashiers are counted; None before they are chosen."""
        return query.extra if isinstance(query.extra, ControlFilter) else None

    def fetch_control(self, query: ListQuery, after: Cursor | None, limit: int) -> RowsPage[CashierControl]:
        """On the worker: every cashier at once; there are few."""
        del after, limit
        wanted = self.control_of(query)
        people = self._reports.control(wanted) if wanted is not None else ()
        return RowsPage(people, None, len(people))

    def ask_staff(self) -> None:
        """Who may have done something; also who left."""

        def read(report: Report) -> tuple[StaffEntry, ...]:
            del report
            with self._context.read() as reader:
                return list_staff(reader, with_closed=True)

        self._context.reading.run(read, then=self._screen.show_staff, failed=self._context.tell)


def control_filter(span: Span, today: Span) -> ControlFilter:
    """Cashiers are counted between two days; without a beginning over the year behind the last day."""
    last = span.last or today.last
    assert last is not None
    first = span.first or last.replace(year=last.year - 1, day=min(last.day, 28))
    return ControlFilter(first, last)
