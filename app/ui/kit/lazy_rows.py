"""A long list that comes as one scrolls: pieces are read on a worker, and an answer nobody waits for is dropped."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal

from app.services.common.paging import PAGE_ROWS, UNSORTED, Cursor, RowsPage, Sort
from app.ui.kit.jobs import Job, Runner
from app.ui.kit.rows_model import Column, Index, Row, RowsModel

_TOP = QModelIndex()
ALL_ROWS = 1_000_000
"""More than any list of a shop holds."""


@dataclass(frozen=True, slots=True)
class ListQuery:
    """What a list shows.

    Attributes:
        text: What was typed into the search field, without spaces around it.
        filters: Keys of the chips that are pressed.
        extra: Whatever else the page chose, as a range of days; comparable by value.
    """

    text: str = ""
    filters: frozenset[str] = frozenset()
    sort: Sort = UNSORTED
    extra: object = None

    @property
    def is_narrowed(self) -> bool:
        """Whether something was searched or filtered for."""
        return bool(self.text or self.filters)


Fetch = Callable[[ListQuery, Cursor | None, int], RowsPage[Any]]
"""Reads one piece, on a worker: the query, where the piece begins (None: at the top), how many rows at most."""


class LazyRows(RowsModel[Row]):
    """Rows of a query, `PAGE_ROWS` at a time.

    Attributes:
        query: What is shown, or being fetched.
        total: Rows of the whole list; None while nobody has counted.

    Signals:
        loaded: A piece has arrived.
        failed: A piece could not be read. arg: the exception.
    """

    loaded = Signal()
    failed = Signal(object)

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        key: Callable[[Row], object],
        fetch: Fetch,
        runner: Runner,
        *,
        ground: Callable[[Row], str | None] | None = None,
        page_rows: int = PAGE_ROWS,
    ) -> None:
        super().__init__(columns, key, ground=ground)
        self._fetch, self._runner, self._page_rows = fetch, runner, page_rows
        self.query = ListQuery()
        self.total: int | None = None
        self._after: Cursor | None = None
        self._job: Job | None = None
        self._asked = 0

    def ask(self, query: ListQuery) -> None:
        """Show another query from the top; rows on the screen stay until the new ones are here."""
        self.query = query
        self._run(None, self._page_rows)

    def reload(self) -> None:
        """The same query again with as many rows as are shown, as after something was changed."""
        self._run(None, max(self._page_rows, self.rowCount()))

    def load_all(self) -> None:
        """Every row that is still missing."""
        if self._after is not None and self._job is None:
            self._run(self._after, ALL_ROWS)

    @property
    def is_complete(self) -> bool:
        """Whether every row of the query is here."""
        return self._after is None and self._job is None

    @property
    def is_loading(self) -> bool:
        """Whether a piece is on its way."""
        return self._job is not None

    def stop(self) -> None:
        """Wait for nothing any more."""
        self._asked += 1
        if self._job is not None:
            self._job.cancel()
            self._job = None

    # Qt's questions

    def canFetchMore(self, parent: Index = _TOP) -> bool:
        """Whether a piece follows that nobody asked for yet."""
        return not parent.isValid() and self._after is not None and self._job is None

    def fetchMore(self, parent: Index = _TOP) -> None:
        """The view came to the end of what is here."""
        if self.canFetchMore(parent):
            self._run(self._after, self._page_rows)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Titles, with an arrow at the one that is sorted by."""
        title = super().headerData(section, orientation, role)
        if role == Qt.ItemDataRole.DisplayRole and title and self.columns[section].key == self.query.sort.key:
            return f"{title} {'▼' if self.query.sort.descending else '▲'}"
        return title

    # Within

    def _run(self, after: Cursor | None, limit: int) -> None:
        self.stop()
        asked, query, fetch = self._asked, self.query, self._fetch
        done = False

        def then(page: RowsPage[Row]) -> None:
            nonlocal done
            done = True
            if asked == self._asked:
                self._take(page, is_top=after is None)

        def failed(problem: Exception) -> None:
            nonlocal done
            done = True
            if asked == self._asked:
                self._job = None
                self.failed.emit(problem)

        job = self._runner.run(lambda report: fetch(query, after, limit), then=then, failed=failed)
        if not done:
            self._job = job

    def _take(self, page: RowsPage[Row], *, is_top: bool) -> None:
        self._job, self._after = None, page.after
        if is_top:
            self.total = page.total
            self.show_rows(page.rows)
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)
        elif page.rows:
            first = self.rowCount()
            self.beginInsertRows(QModelIndex(), first, first + len(page.rows) - 1)
            self._rows.extend(page.rows)
            self.endInsertRows()
        if self._after is None:
            self.total = self.rowCount()
        self.loaded.emit()
