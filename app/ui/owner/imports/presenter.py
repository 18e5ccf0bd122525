"""Decides what the import page does: look, plan, run, keep the rows left out, take back. Knows no widgets."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto
from functools import partial
from pathlib import Path
from typing import Protocol, TypeVar

from app.services.common.paging import Cursor, RowsPage
from app.services.exchange.desk import FileLook, Imports, PlanSummary
from app.services.exchange.fields import FIELDS, ImportKind
from app.services.exchange.mapping import ColumnMapping
from app.services.exchange.planned import Report
from app.services.exchange.runs import RunRow, list_runs
from app.ui.kit.list_page import ListQuery
from app.ui.owner.context import OfficeContext
from app.values.ids import Id

T = TypeVar("T")


class Step(Enum):
    """What is being done; also which words stand beside the bar."""

    LOOK = auto()
    PLAN = auto()
    RUN = auto()
    UNDO = auto()


class ImportScreen(Protocol):
    """What the presenter needs of its view."""

    def show_look(self, look: FileLook) -> None:
        """A file, its columns and what was made of them."""

    def show_plan(self, mapping: ColumnMapping, plan: PlanSummary | None) -> None:
        """What importing would do; None while nobody knows."""

    def show_done(self, done: PlanSummary) -> None:
        """What was imported."""

    def do(self, step: Step, work: Callable[[Report], T], then: Callable[[T], None]) -> None:
        """Have it done elsewhere, with a bar; what fails is told and handed to `on_failed`."""

    def reload_runs(self) -> None:
        """The list of earlier imports again."""

    def close_file(self) -> None:
        """Back to the list."""

    def tell_stopped(self) -> None:
        """Say that nothing stays."""

    def tell_done(self, done: PlanSummary, undo: Callable[[], None] | None) -> None:
        """Say what came of it, with the way back."""

    def tell_undone(self, file: str) -> None:
        """Say that it was taken back."""

    def tell_saved(self, path: Path, count: int) -> None:
        """Say where the rows left out are."""

    def ask_undo(self, run: RunRow, then: Callable[[bool], None]) -> None:
        """Make sure."""


class ImportPresenter:
    """One file at a time.

    Attributes:
        busy: What is being done; None while the person decides.
        look: The file that is open.
        plan: What importing it would do.
    """

    def __init__(self, context: OfficeContext, screen: ImportScreen, make_imports: Callable[[], Imports]) -> None:
        self._context, self._screen, self._make_imports = context, screen, make_imports
        self._imports: Imports | None = None
        self._path = Path()
        self._mapping: ColumnMapping | None = None
        self.look: FileLook | None = None
        self.plan: PlanSummary | None = None
        self.busy: Step | None = None

    def fetch(self, query: ListQuery, after: Cursor | None, limit: int) -> RowsPage[RunRow]:
        """Earlier imports; on the worker."""
        del query
        with self._context.read() as read:
            return list_runs(read, after=after, limit=limit)

    @property
    def mapping(self) -> ColumnMapping | None:
        """Which column fills which field, as it stands now."""
        return self._mapping

    @property
    def can_run(self) -> bool:
        """Whether there is anything to import."""
        plan = self.plan
        return self.busy is None and plan is not None and bool(plan.result.added + plan.result.changed)

    def on_file(self, path: Path) -> None:
        """A file was dropped or chosen."""
        if self.busy is None:
            self._path = path
            self._look(None)

    def on_kind(self, kind: ImportKind) -> None:
        """The rows are something else than was thought."""
        if self.busy is None and self.look is not None and kind is not self.look.kind:
            self._look(kind)

    def on_column(self, place: int, field: str) -> None:
        """A column fills another field; "" is none."""
        if self.busy is not None or self._mapping is None:
            return
        chosen = FIELDS[self._mapping.kind](field) if field else None
        self._mapping = self._mapping.with_column(place, chosen)
        self._plan()

    def on_run(self) -> None:
        """Import what was planned."""
        if not self.can_run:
            return
        self._begin(Step.RUN)
        self._screen.do(Step.RUN, partial(_run, self._desk()), self._on_done)

    def on_save_failed(self, path: Path) -> None:
        """Keep the rows that were left out."""
        with self._context.told():
            self._screen.tell_saved(path, self._desk().save_failed(path))

    def on_undo(self, run: RunRow) -> None:
        """Take an earlier import back, if that is really meant."""
        if self.busy is None and run.can_be_undone:
            self._screen.ask_undo(run, partial(self._on_undo_answer, run.run_id, run.file_name))

    def on_stopped(self) -> None:
        """The person pressed Stop; what was written is being taken back by the work itself."""
        step, self.busy = self.busy, None
        if step is Step.RUN:
            self._screen.tell_stopped()
        if step in (Step.RUN, Step.PLAN) and self._mapping is not None:
            self._screen.show_plan(self._mapping, self.plan)
        self._screen.reload_runs()

    def on_failed(self) -> None:
        """It was told; the person decides again."""
        step, self.busy = self.busy, None
        if step is Step.LOOK:
            self.close()
            self._screen.close_file()
        elif self._mapping is not None:
            self._screen.show_plan(self._mapping, self.plan)
        self._screen.reload_runs()

    def close(self) -> None:
        """Let go of the file."""
        if self._imports is not None:
            self._imports.close()
        self._imports = self._mapping = self.look = self.plan = None

    def _desk(self) -> Imports:
        if self._imports is None:
            self._imports = self._make_imports()
        return self._imports

    def _begin(self, step: Step) -> None:
        self.busy = step

    def _look(self, kind: ImportKind | None) -> None:
        self._begin(Step.LOOK)
        self._screen.do(Step.LOOK, partial(_look, self._desk(), self._path, kind), self._on_looked)

    def _on_looked(self, look: FileLook) -> None:
        self.busy = None
        self.look, self._mapping = look, look.mapping
        self._screen.show_look(look)
        self._plan()

    def _plan(self) -> None:
        mapping = self._mapping
        self.plan = None
        if mapping is None:
            return
        self._screen.show_plan(mapping, None)
        if mapping.is_sufficient:
            self._begin(Step.PLAN)
            self._screen.do(Step.PLAN, partial(_plan, self._desk(), mapping), self._on_planned)

    def _on_planned(self, plan: PlanSummary) -> None:
        self.busy = None
        self.plan = plan
        if self._mapping is not None:
            self._screen.show_plan(self._mapping, plan)

    def _on_done(self, done: PlanSummary) -> None:
        self.busy = None
        self.plan = None
        run_id, file = done.result.run_id, done.result.file
        self._screen.show_done(done)
        self._screen.reload_runs()
        self._screen.tell_done(done, partial(self._undo, run_id, file) if run_id is not None else None)

    def _on_undo_answer(self, run_id: Id, file: str, is_yes: bool) -> None:
        if is_yes:
            self._undo(run_id, file)

    def _undo(self, run_id: Id, file: str) -> None:
        if self.busy is None:
            self._begin(Step.UNDO)
            self._screen.do(Step.UNDO, partial(_undo, self._desk(), run_id), partial(self._on_undone, file))

    def _on_undone(self, file: str, nothing: None) -> None:
        del nothing
        self.busy = None
        self._screen.tell_undone(file)
        self._screen.reload_runs()
        if self._mapping is not None:
            self._plan()  # what was known a moment ago is new again


def _look(imports: Imports, path: Path, kind: ImportKind | None, report: Report) -> FileLook:
    del report
    return imports.look(path, kind)


def _plan(imports: Imports, mapping: ColumnMapping, report: Report) -> PlanSummary:
    return imports.plan(mapping, report)


def _run(imports: Imports, report: Report) -> PlanSummary:
    return imports.run(report)


def _undo(imports: Imports, run_id: Id, report: Report) -> None:
    imports.undo(run_id, report)
