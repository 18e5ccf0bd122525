"""A long list to work with: search, filters, sorting in SQL, rows that come as one scrolls, keys for all of it."""

from __future__ import annotations

from functools import partial
from typing import Generic

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLineEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.services.common.paging import Sort
from app.ui.kit.buttons import TouchButton
from app.ui.kit.empty_state import EmptyState
from app.ui.kit.flow_layout import FlowLayout
from app.ui.kit.jobs import Runner
from app.ui.kit.labels import PlainLabel
from app.ui.kit.lazy_rows import Fetch, LazyRows, ListQuery
from app.ui.kit.list_spec import Emptiness, Filter, ListSpec
from app.ui.kit.retranslated import Retranslated
from app.ui.kit.rows_model import Row
from app.ui.kit.rows_table import RowsTable
from app.ui.kit.theme import Sizes, scaled
from app.ui.kit.words import Words

DEBOUNCE_MS = 150
NARROW_PX = 900
"""Below this width the columns of `wide_only` are left out."""


class ListPage(Retranslated, QWidget, Generic[Row]):
    """Shows what `fetch` reads; says what the person did.

    Attributes:
        search: The search field; hidden where the list has none.
        tools: A row of further widgets beside the search field, for the page to fill.
        table: The rows.

    Signals:
        opened: Enter or a double tap on a row. arg: the row.
        delete_requested: Del with rows selected. arg: a tuple of rows.
        new_requested: The button for a new row, here or in the empty list.
        export_requested: The list as it is shown is wanted as a file. arg: ListQuery.
        selection_changed: Another number of rows is selected. arg: how many.
        failed: A piece could not be read. arg: the exception.
    """

    opened = Signal(object)
    delete_requested = Signal(object)
    new_requested = Signal()
    export_requested = Signal(object)
    selection_changed = Signal(int)
    failed = Signal(object)

    def __init__(
        self, spec: ListSpec[Row], fetch: Fetch, runner: Runner, words: Words, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._spec, self._words = spec, words
        self._extra: object = None
        self._sort = spec.sort
        self._is_choosing_all = False
        self.model: LazyRows[Row] = LazyRows(spec.columns, spec.key, fetch, runner, ground=spec.ground)
        self.table: RowsTable[Row] = RowsTable(self.model, row_height=Sizes.TARGET)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.search.setProperty("rests_when_empty", True)
        self.tools = QHBoxLayout()
        self.new_button, self.export_button = TouchButton("", "primary", self), TouchButton("", "plain", self)
        self.count = PlainLabel(role="muted")
        self.empty = EmptyState()
        self.chips: dict[str, TouchButton] = {}
        self._stack = QStackedWidget()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DEBOUNCE_MS)
        self._lay_out()
        self._connect()
        self.retranslate()

    # What it shows

    def query(self) -> ListQuery:
        """What is searched and filtered for now."""
        pressed = frozenset(key for key, chip in self.chips.items() if chip.isChecked())
        return ListQuery(self.search.text().strip(), pressed, self._sort, self._extra)

    def ask(self) -> None:
        """Read the list for what is typed and pressed, if that is not what is shown."""
        self._timer.stop()
        self.model.ask(self.query())

    def reload(self) -> None:
        """Read the same rows again, as after a change; what is selected stays selected."""
        self.model.query = self.query()
        self.model.reload()

    def set_extra(self, extra: object) -> None:
        """Narrow by something of the page's own, as a range of days, and read again."""
        self._extra = extra
        self.ask()

    def set_filters(self, *keys: str) -> None:
        """Press just these chips and read again, as when a number on another page is opened."""
        for key, chip in self.chips.items():
            chip.setChecked(key in keys)
        self.ask()

    def search_for(self, text: str) -> None:
        """Type for the person, at once."""
        self.search.setText(text)
        self.ask()

    # What is chosen

    def selected(self) -> tuple[Row, ...]:
        """The selected rows from top to bottom."""
        return tuple(self.model.row_at(at) for at in self._selected_numbers())

    def current(self) -> Row | None:
        """The row with the cursor."""
        at = self.table.current_row()
        return self.model.row_at(at) if 0 <= at < self.model.rowCount() else None

    def choose_all(self) -> None:
        """Select every row of the query, the ones not read yet too."""
        self._is_choosing_all = True
        self.model.load_all()
        self._choose_all_if_here()

    def focus_search(self) -> None:
        """Type a search from now on; lists without a field take the focus themselves."""
        target: QWidget = self.search if self._spec.placeholder else self.table
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def take_focus(self) -> None:
        """Where one was: at the rows, if one of them has the cursor, else in the search field."""
        if self.current() is not None:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.focus_search()

    # Qt

    def retranslate(self) -> None:
        """Set every text again."""
        self.search.setPlaceholderText(_office(self._spec.placeholder))
        self.search.setAccessibleName(_office(self._spec.placeholder))
        self.new_button.set_text(_office(self._spec.new))
        self.export_button.set_text(QCoreApplication.translate("kit", "Export"))
        for spec in self._spec.filters:
            self.chips[spec.key].set_text(_office(spec.label))
        self._show_count()
        self._show_emptiness()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window does without some columns."""
        super().resizeEvent(event)
        is_narrow = event.size().width() < scaled(NARROW_PX)
        for at, column in enumerate(self._spec.columns):
            self.table.setColumnHidden(at, is_narrow and column.key in self._spec.wide_only)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys that lead from the search field to the rows and back."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_search_key(event) if watched is self.search else self._on_table_key(event)
        return False

    # Within

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(Sizes.GAP)
        head.addWidget(self.search, 1)
        head.addLayout(self.tools)
        for button in (self.export_button, self.new_button):
            head.addWidget(button)
        self.search.setMinimumHeight(Sizes.TARGET)
        if not self._spec.placeholder:
            self.search.hide()
            head.insertStretch(0, 1)
        self.new_button.setVisible(bool(self._spec.new))
        self.export_button.setVisible(self._spec.can_export)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Sizes.GAP)
        layout.addLayout(head)
        layout.addLayout(self._chip_row())
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        layout.addWidget(self._stack, 1)

    def _chip_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        chips = QWidget()
        flow = FlowLayout(chips, spacing=6)
        for spec in self._spec.filters:
            chip = TouchButton("", "chip", self)
            chip.setMinimumHeight(0)
            chip.setCheckable(True)
            chip.clicked.connect(partial(self._on_chip_clicked, spec))
            self.chips[spec.key] = chip
            flow.addWidget(chip)
        row.addWidget(chips, 1)
        row.addWidget(self.count, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
        return row

    def _connect(self) -> None:
        header = self.table.horizontalHeader()
        header.setSectionsClickable(bool(self._spec.sortable))
        header.sectionClicked.connect(self._on_section_clicked)
        self._timer.timeout.connect(self.ask)
        self.search.textChanged.connect(self._on_search_changed)
        for part in (self.search, self.table):
            part.installEventFilter(self)
        self.table.row_activated.connect(self._on_row_activated)
        self.table.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self.model.loaded.connect(self._on_loaded)
        self.model.modelAboutToBeReset.connect(self._remember_choice)
        self.model.failed.connect(self.failed)
        self.new_button.clicked.connect(self.new_requested)
        self.export_button.clicked.connect(self._on_export_clicked)
        self.empty.acted.connect(self._on_empty_acted)
        self._chosen_keys: set[object] = set()
        self._current_key: object = None

    def _on_search_changed(self) -> None:
        self._timer.start()

    def _on_chip_clicked(self, spec: Filter) -> None:
        if spec.group and self.chips[spec.key].isChecked():
            for other in self._spec.filters:
                if other.group == spec.group and other.key != spec.key:
                    self.chips[other.key].setChecked(False)
        self.ask()

    def _on_section_clicked(self, section: int) -> None:
        key = self._spec.columns[section].key
        if key in self._spec.sortable:
            self._sort = self._sort.turned(key)
            self.ask()

    def _on_row_activated(self, at: int) -> None:
        if 0 <= at < self.model.rowCount():
            self.opened.emit(self.model.row_at(at))

    def _on_selection_changed(self) -> None:
        self._show_count()
        self.selection_changed.emit(len(self._selected_numbers()))

    def _on_export_clicked(self) -> None:
        self.export_requested.emit(self.query())

    def _on_empty_acted(self) -> None:
        if self.model.query.is_narrowed:
            self.search.clear()
            self.set_filters()
            self.focus_search()
        else:
            self.new_requested.emit()

    def _on_search_key(self, event: QKeyEvent) -> bool:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            if self._timer.isActive():
                self.ask()
            if event.key() == Qt.Key.Key_Down or self.model.rowCount():
                self.table.setFocus(Qt.FocusReason.TabFocusReason)
                self.table.select_row(max(self.table.current_row(), 0))
            return True
        return False

    def _on_table_key(self, event: QKeyEvent) -> bool:
        key, is_control = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key == Qt.Key.Key_A and is_control:
            self.choose_all()
        elif key == Qt.Key.Key_Delete and not event.isAutoRepeat():
            if rows := self.selected():
                self.delete_requested.emit(rows)
        elif key == Qt.Key.Key_Up and self.table.current_row() <= 0 and self._spec.placeholder:
            self.focus_search()
        elif self._spec.placeholder and _is_typed(event):
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)
            self.search.insert(event.text())
        else:
            return False
        return True

    def _selected_numbers(self) -> list[int]:
        return sorted({index.row() for index in self.table.selectionModel().selectedRows()})

    def _remember_choice(self) -> None:
        """A reset forgets the selection; the rows are known by their keys."""
        self._chosen_keys = {self._spec.key(row) for row in self.selected()}
        current = self.current()
        self._current_key = self._spec.key(current) if current is not None else None

    def _on_loaded(self) -> None:
        if self._chosen_keys:
            self._choose_again()
        self._choose_all_if_here()
        self._show_count()
        self._show_emptiness()

    def _choose_again(self) -> None:
        keys, self._chosen_keys = self._chosen_keys, set()
        if self._current_key in keys and len(keys) == 1:
            found = self.model.find(self._current_key)
            self.table.select_row(-1 if found is None else found)
            return
        selection = self.table.selectionModel()
        for at, row in enumerate(self.model.rows()):
            if self._spec.key(row) in keys:
                flags = selection.SelectionFlag.Select | selection.SelectionFlag.Rows
                selection.select(self.model.index(at, 0), flags)

    def _choose_all_if_here(self) -> None:
        if self._is_choosing_all and self.model.is_complete:
            self._is_choosing_all = False
            self.table.selectAll()

    def _show_count(self) -> None:
        total, chosen = self.model.total, len(self._selected_numbers())
        shown = total if total is not None else self.model.rowCount()
        if chosen > 1:
            text = QCoreApplication.translate("kit", "{chosen} of {count} selected")
        else:
            text = QCoreApplication.translate("kit", "{count} rows")
        self.count.setText(text.format(count=self._words.count(shown), chosen=self._words.count(chosen)))

    def _show_emptiness(self) -> None:
        is_empty = self.model.rowCount() == 0 and not self.model.is_loading and self.model.total is not None
        if is_empty and self.model.query.is_narrowed:
            headline = QCoreApplication.translate("kit", "Nothing found")
            sentence = QCoreApplication.translate("kit", "Nothing in this list has what you searched or filtered for.")
            self.empty.show_words(headline, sentence, QCoreApplication.translate("kit", "Show all"))
        else:
            spec = self._spec.empty
            self.empty.show_words(_office(spec.headline), _office(spec.sentence), _office(spec.button))
        self._stack.setCurrentWidget(self.empty if is_empty else self.table)


def _office(text: str) -> str:
    return QCoreApplication.translate("office", text) if text else ""


def _is_typed(event: QKeyEvent) -> bool:
    """Whether a character was typed that a search can begin with."""
    text = event.text()
    return len(text) == 1 and text.isprintable() and not text.isspace()


__all__ = ["Emptiness", "Filter", "ListPage", "ListQuery", "ListSpec", "Sort"]
