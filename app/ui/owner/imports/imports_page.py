"""The page of imports: a place to drop a file, and the earlier ones with their way back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.services.exchange.desk import FileLook, Imports, PlanSummary
from app.services.exchange.mapping import ColumnMapping
from app.services.exchange.planned import Report
from app.services.exchange.process import ProcessImports
from app.services.exchange.runs import RunRow
from app.ui.kit.buttons import TouchButton
from app.ui.kit.file_dialogs import ask_file, ask_save
from app.ui.kit.list_page import Emptiness, ListPage, ListSpec
from app.ui.kit.notices import NoticeKind
from app.ui.kit.progress_panel import ProgressPanel
from app.ui.kit.rows_model import Column
from app.ui.owner.context import OfficeContext
from app.ui.owner.imports.drop_area import DropArea
from app.ui.owner.imports.file_sheet import FileSheet
from app.ui.owner.imports.presenter import ImportPresenter, Step
from app.ui.owner.imports.texts import KINDS, STATES, STEPS, counts_words, said
from app.ui.owner.view import OfficeView
from app.values.errors import QT_TRANSLATE_NOOP

T = TypeVar("T")


class ImportsPage(OfficeView):
    """Drop area and list; the file over them."""

    def __init__(self, context: OfficeContext, make_imports: Callable[[], Imports] | None = None) -> None:
        super().__init__()
        self._context = context
        self.presenter = ImportPresenter(context, self, make_imports or self._in_a_process)
        self.drop_area = DropArea()
        self.list: ListPage[RunRow] = ListPage(self._spec(), self.presenter.fetch, context.reading, context.words)
        self.undo_button = TouchButton("")
        self.undo_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.progress = ProgressPanel()
        self.sheet = FileSheet(context.words)
        self._ground = self._lay_out()
        self.set_ground(self._ground)
        self._connect()
        self.retranslate()

    # What the office asks

    def opened(self, subject: object = None) -> None:
        """Read the list again; a path as subject is opened."""
        self.list.ask()
        if isinstance(subject, Path):
            self.presenter.on_file(subject)

    def go_back(self) -> bool:
        """Esc: not away from what is running."""
        if self.top is self.sheet and self.presenter.busy is not None:
            self._context.prompter.notice(
                lambda: self.tr("This is still running. Stop it first, or wait for its end."), NoticeKind.CAREFUL
            )
            return True
        if self.top is self.sheet:
            self.presenter.close()
        return super().go_back()

    def take_focus(self) -> None:
        """The next thing to do."""
        if self.top is self.sheet:
            self.sheet.take_focus()
        else:
            self.drop_area.button.setFocus()

    def retranslate(self) -> None:
        """Set every text again."""
        self.undo_button.set_text(self.tr("Take this import back"))

    # The presenter's screen

    def show_look(self, look: FileLook) -> None:
        """Over the list."""
        self.sheet.show_look(look)
        if self.top is not self.sheet:
            self.open_level(self.sheet, lambda: look.file)

    def show_plan(self, mapping: ColumnMapping, plan: PlanSummary | None) -> None:
        """What would happen."""
        self.sheet.show_plan(mapping, plan)
        if plan is not None:
            self.sheet.take_focus()

    def show_done(self, done: PlanSummary) -> None:
        """What happened."""
        self.sheet.show_done(done)

    def do(self, step: Step, work: Callable[[Report], T], then: Callable[[T], None]) -> None:
        """With a bar, where the person is looking."""
        panel = self.sheet.progress if self.top is self.sheet else self.progress
        if panel is self.sheet.progress:
            self.sheet.set_busy()
        can_stop = step in (Step.PLAN, Step.RUN)
        panel.run(
            self._context.jobs, work, lambda: said(STEPS[step]), then=then, failed=self._on_failed, can_stop=can_stop
        )

    def reload_runs(self) -> None:
        """The list again."""
        self.list.reload()

    def close_file(self) -> None:
        """Back to the list."""
        self.close_levels()

    def tell_stopped(self) -> None:
        """In the bar."""
        self._context.prompter.notice(
            lambda: self.tr("Stopped. What had been written is taken back; nothing of the file stays."), NoticeKind.INFO
        )

    def tell_done(self, done: PlanSummary, undo: Callable[[], None] | None) -> None:
        """In the bar at the foot."""
        self._context.offer_undo(lambda: counts_words(self._context.words, done), undo)

    def tell_undone(self, file: str) -> None:
        """In the bar."""
        self._context.prompter.notice(
            lambda: self.tr("The import of {file} was taken back.").format(file=file), NoticeKind.GOOD
        )

    def tell_saved(self, path: Path, count: int) -> None:
        """In the bar."""
        self._context.prompter.notice(
            lambda: self.tr("{count} rows with their reasons are in {file}. Mend them there and import it.").format(
                count=self._context.words.count(count), file=path.name
            ),
            NoticeKind.GOOD,
        )

    def ask_undo(self, run: RunRow, then: Callable[[bool], None]) -> None:
        """Make sure."""
        text = self.tr("Take the import of {file} back? {count} new records are closed, changed ones are as before.")
        self._context.prompter.ask(
            text.format(file=run.file_name, count=self._context.words.count(run.added)),
            then,
            yes=self.tr("Take back"),
            danger=True,
        )

    # Within

    def _in_a_process(self) -> Imports:
        return ProcessImports(self._context.office.store, self._context.actor)

    def _spec(self) -> ListSpec[RunRow]:
        words = self._context.words
        return ListSpec(
            columns=(
                _small("at", QT_TRANSLATE_NOOP("columns", "When"), lambda row: words.moment(row.at), 160),
                Column("file", QT_TRANSLATE_NOOP("columns", "File"), lambda row: row.file_name, bold=True),
                _small("kind", QT_TRANSLATE_NOOP("columns", "Rows are"), lambda row: said(KINDS[row.kind]), 110),
                _small("program", QT_TRANSLATE_NOOP("columns", "Program"), lambda row: row.program, 130),
                _small("who", QT_TRANSLATE_NOOP("columns", "Who"), lambda row: row.staff_name, 110),
                _figure("added", QT_TRANSLATE_NOOP("columns", "New"), lambda row: words.count(row.added), 80),
                _figure("changed", QT_TRANSLATE_NOOP("columns", "Changed"), lambda row: words.count(row.changed), 100),
                _figure("failed", QT_TRANSLATE_NOOP("columns", "Left out"), lambda row: words.count(row.failed), 95),
                _small("state", QT_TRANSLATE_NOOP("columns", "State"), lambda row: said(STATES[row.state]), 180),
            ),
            key=lambda row: row.run_id,
            empty=Emptiness(
                QT_TRANSLATE_NOOP("office", "Nothing was imported yet"),
                QT_TRANSLATE_NOOP(
                    "office", "Every import stands here, and can be taken back until its goods are sold."
                ),
            ),
            wide_only=frozenset({"program", "who", "changed"}),
        )

    def _lay_out(self) -> QWidget:
        ground = QWidget()
        self.list.tools.addWidget(self.undo_button)
        layout = QVBoxLayout(ground)
        layout.addWidget(self.drop_area)
        layout.addWidget(self.progress)
        layout.addWidget(self.list, 1)
        self.undo_button.setEnabled(False)
        return ground

    def _connect(self) -> None:
        presenter, sheet = self.presenter, self.sheet
        self.drop_area.dropped.connect(presenter.on_file)
        self.drop_area.choose_requested.connect(self._on_choose)
        self.list.selection_changed.connect(self._on_selection)
        self.list.failed.connect(self._context.tell)
        self.undo_button.clicked.connect(self._on_undo)
        sheet.kind_chosen.connect(presenter.on_kind)
        sheet.column_changed.connect(presenter.on_column)
        sheet.run_requested.connect(presenter.on_run)
        sheet.save_failed_requested.connect(self._on_save_failed)
        sheet.close_requested.connect(self.go_back)
        for panel in (self.progress, sheet.progress):
            panel.cancelled.connect(presenter.on_stopped)

    def _on_failed(self, problem: Exception) -> None:
        self.presenter.on_failed()
        self._context.tell(problem)

    def _on_choose(self) -> None:
        files = self.tr("Tables (*.csv *.txt *.xlsx *.xls)")
        ask_file(self, self.tr("Choose a file"), Path.home(), files, self.presenter.on_file)

    def _on_save_failed(self) -> None:
        look = self.presenter.look
        if look is not None:
            name = self.tr("{file} - left out.xlsx").format(file=Path(look.file).stem)
            kind = self.tr("Workbook (*.xlsx)")
            ask_save(self, self.tr("Save the rows left out"), name, kind, self.presenter.on_save_failed)

    def _on_selection(self, count: int) -> None:
        run = self.list.current()
        self.undo_button.setEnabled(count == 1 and run is not None and run.can_be_undone)

    def _on_undo(self) -> None:
        run = self.list.current()
        if run is not None:
            self.presenter.on_undo(run)


def _small(key: str, title: str, text: Callable[[RunRow], str], width: int) -> Column[RunRow]:
    return Column(key, title, text, width=width, small=True)


def _figure(key: str, title: str, text: Callable[[RunRow], str], width: int) -> Column[RunRow]:
    return Column(key, title, text, right=True, width=width, small=True)


def make_imports_page(context: OfficeContext) -> OfficeView:
    """The page as the office opens it."""
    return ImportsPage(context)
