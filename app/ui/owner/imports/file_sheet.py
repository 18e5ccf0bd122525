"""One file over the list: what it is, which column is what, what would happen, and the button that does it."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from app.services.exchange.desk import FileLook, PlanSummary
from app.services.exchange.fields import ImportKind
from app.services.exchange.findings import Finding, Severity
from app.services.exchange.mapping import ColumnMapping
from app.ui.kit.buttons import TouchButton
from app.ui.kit.labels import PlainLabel
from app.ui.kit.progress_panel import ProgressPanel
from app.ui.kit.retranslated import Retranslated
from app.ui.kit.rows_model import Column, RowsModel
from app.ui.kit.rows_table import RowsTable
from app.ui.kit.theme import scaled
from app.ui.kit.words import Words
from app.ui.owner.imports.mapping_table import MappingTable
from app.ui.owner.imports.texts import KINDS, NEEDED, SEVERITIES, counts_words, finding_words, said
from app.values.errors import QT_TRANSLATE_NOOP

ROW_PX = 36
_TONES = {Severity.ERROR: "problem", Severity.WARNING: "careful_text", Severity.INFO: "muted"}


class FileSheet(Retranslated, QWidget):
    """Shows; says what was done.

    Signals:
        kind_chosen: The rows are something else. arg: the ImportKind.
        column_changed: args: place, field or "".
        run_requested, save_failed_requested, close_requested: The buttons.
    """

    kind_chosen = Signal(object)
    column_changed = Signal(int, str)
    run_requested = Signal()
    save_failed_requested = Signal()
    close_requested = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._look: FileLook | None = None
        self._mapping: ColumnMapping | None = None
        self._plan: PlanSummary | None = None
        self.source = PlainLabel()
        self.kind = QComboBox()
        self.kind.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.mapping = MappingTable()
        self.counts = PlainLabel(role="title")
        self.counts.setWordWrap(True)
        self.findings: RowsTable[Finding] = RowsTable(RowsModel(self._columns()), row_height=ROW_PX)
        self.progress = ProgressPanel()
        self.run_button = TouchButton("", "primary")
        self.save_button = TouchButton("")
        self.close_button = TouchButton("")
        for button in (self.run_button, self.save_button, self.close_button):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._lay_out()
        self._connect()
        self.retranslate()

    def show_look(self, look: FileLook) -> None:
        """Another file, or the same as another kind."""
        self._look = look
        with QSignalBlocker(self.kind):
            self.kind.setCurrentIndex(self.kind.findData(look.kind))
        self.mapping.show_look(look)
        self._show_source()

    def show_plan(self, mapping: ColumnMapping, plan: PlanSummary | None) -> None:
        """What would happen."""
        self._mapping, self._plan = mapping, plan
        self.mapping.show_mapping(mapping)
        self.mapping.set_locked(is_locked=False)
        self.kind.setEnabled(True)
        self._show_result()
        result = plan.result if plan else None
        self.run_button.setEnabled(bool(result and result.dry_run and result.added + result.changed))
        self.save_button.setVisible(bool(result and result.failed))

    def show_done(self, done: PlanSummary) -> None:
        """What happened; the columns stand as they were."""
        self._plan = done
        self._show_result()
        self.run_button.setEnabled(False)
        self.save_button.setVisible(bool(done.result.failed))
        self.close_button.setFocus()

    def set_busy(self) -> None:
        """Something runs: nothing else can be begun."""
        self.run_button.setEnabled(False)
        self.kind.setEnabled(False)
        self.mapping.set_locked(is_locked=True)

    def take_focus(self) -> None:
        """The next thing to do."""
        (self.run_button if self.run_button.isEnabled() else self.kind).setFocus()

    def retranslate(self) -> None:
        """Set every text again."""
        with QSignalBlocker(self.kind):
            chosen = self.kind.currentData()
            self.kind.clear()
            for kind, text in KINDS.items():
                self.kind.addItem(said(text), kind)
            self.kind.setCurrentIndex(max(self.kind.findData(chosen), 0))
        self.kind.setAccessibleName(self.tr("What the rows are"))
        self.run_button.set_text(self.tr("Import"))
        self.save_button.set_text(self.tr("Save the rows left out"))
        self.close_button.set_text(self.tr("Close"))
        self._show_source()
        self._show_result()

    def _show_source(self) -> None:
        look = self._look
        if look is None:
            return
        text = (
            self.tr("{file}: {count} rows, as {program} writes them")
            if look.program
            else self.tr("{file}: {count} rows, not the export of a program that Shuke knows")
        )
        self.source.setText(text.format(file=look.file, count=self._words.count(look.rows), program=look.program))

    def _show_result(self) -> None:
        plan, mapping = self._plan, self._mapping
        if plan is not None:
            self.counts.setText(counts_words(self._words, plan))
        elif mapping is not None and not mapping.is_sufficient:
            self.counts.setText(said(NEEDED[mapping.kind]))
        else:
            self.counts.setText(" ")
        self.findings.reload(plan.result.findings if plan else ())

    def _columns(self) -> tuple[Column[Finding], ...]:
        words = self._words
        return (
            Column(
                "severity",
                QT_TRANSLATE_NOOP("columns", "What"),
                lambda row: said(SEVERITIES[row.severity]),
                width=140,
                tone=lambda row: _TONES[row.severity],
                small=True,
            ),
            Column("row", QT_TRANSLATE_NOOP("columns", "Row"), lambda row: words.count(row.row), True, 80, small=True),
            Column("column", QT_TRANSLATE_NOOP("columns", "Column"), lambda row: row.column, width=180, small=True),
            Column(
                "sentence",
                QT_TRANSLATE_NOOP("columns", "Why"),
                lambda row: finding_words(words, row),
                small=True,
                hint=lambda row: finding_words(words, row),
            ),
        )

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.kind)
        head.addWidget(self.source, 1)
        lower = QWidget()
        below = QVBoxLayout(lower)
        below.setContentsMargins(0, 0, 0, 0)
        below.addWidget(self.counts)
        below.addWidget(self.findings, 1)
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.setChildrenCollapsible(False)
        parts.addWidget(self.mapping)
        parts.addWidget(lower)
        parts.setSizes((scaled(320), scaled(240)))
        foot = QHBoxLayout()
        foot.addWidget(self.run_button)
        foot.addWidget(self.save_button)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.addLayout(head)
        layout.addWidget(parts, 1)
        layout.addWidget(self.progress)
        layout.addLayout(foot)
        self.save_button.hide()

    def _connect(self) -> None:
        self.kind.currentIndexChanged.connect(self._on_kind)
        self.mapping.changed.connect(self.column_changed)
        self.run_button.clicked.connect(self.run_requested)
        self.save_button.clicked.connect(self.save_failed_requested)
        self.close_button.clicked.connect(self.close_requested)

    def _on_kind(self, at: int) -> None:
        kind = self.kind.itemData(at)
        if kind is not None:
            self.kind_chosen.emit(ImportKind(kind))
