"""What the shifts page decides. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from app.services.common.paging import Cursor, RowsPage
from app.services.reports.desk import Reports
from app.services.reports.print_shift import print_shift
from app.services.reports.shifts import ShiftFilter, ShiftReport, ShiftRow
from app.ui.kit.jobs import Report
from app.ui.kit.list_page import ListQuery
from app.ui.owner.context import OfficeContext
from app.values.ids import Id


class ShiftsScreen(Protocol):
    """The page as its presenter sees it."""

    def show_report(self, report: ShiftReport) -> None:
        """Show an X or Z over the list."""
        ...

    def tell_printed(self, copy_no: int) -> None:
        """A paper is on its way to the printer; 0 is no copy."""
        ...


class ShiftsPresenter:
    """Reads on the worker; prints through the service."""

    def __init__(self, context: OfficeContext, screen: ShiftsScreen) -> None:
        self._context, self._screen = context, screen

    @property
    def _reports(self) -> Reports:
        return Reports(self._context.office.store, self._context.actor)

    def wanted(self, query: ListQuery) -> ShiftFilter:
        """The days that are chosen."""
        return query.extra if isinstance(query.extra, ShiftFilter) else ShiftFilter()

    def fetch(self, query: ListQuery, after: Cursor | None, limit: int) -> RowsPage[ShiftRow]:
        """On the worker: a piece of the list."""
        page = self._reports.shifts(self.wanted(query), page=after[0] if after is not None else None, limit=limit)
        return RowsPage(page.rows, (page.next,) if page.next is not None else None)

    def open(self, shift_id: Id) -> None:
        """Show the X of an open shift, the Z of a closed one."""
        self._context.reading.run(
            lambda report: self._reports.shift(shift_id), then=self._screen.show_report, failed=self._context.tell
        )

    def print_again(self, shift_id: Id) -> None:
        """Print it; a Z is marked as a copy."""
        with self._context.told():
            with self._context.action("reprint") as uow:
                paper = print_shift(uow, shift_id)
            self._screen.tell_printed(paper.meta.copy_no)

    def pdf_writer(self, shift_id: Id) -> Callable[[Path, Report], None]:
        """What writes the paper as a PDF, on the worker."""
        reports = self._reports

        def write(path: Path, report: Report) -> None:
            del report
            reports.write_shift(shift_id, path)

        return write
