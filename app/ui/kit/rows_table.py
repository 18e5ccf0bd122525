"""The one table widget: tall rows for fingers, a row at a time, figures in a larger size."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Generic

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from app.ui.kit.rows_model import Index, Row, RowsModel
from app.ui.kit.theme import Sizes, current_theme, scaled


class _RowDelegate(QStyledItemDelegate):
    """Paints a row's own ground, which a style sheet for items would leave out; a bar keeps it while selected."""

    _BAR_PX = 6

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground first, then the cell."""
        ground = index.data(Qt.ItemDataRole.BackgroundRole)
        if ground is not None:
            painter.fillRect(option.rect, ground)
        super().paint(painter, option, index)
        if ground is not None and index.column() == 0:
            bar = QRect(option.rect.topLeft(), QSize(self._BAR_PX, option.rect.height()))
            painter.fillRect(bar, QColor(current_theme().problem_edge))


class RowsTable(QTableView, Generic[Row]):
    """Shows a `RowsModel`; keeps the selection by key over a reload.

    Signals:
        row_activated: Enter or a double tap on a row. arg: its number.
        current_row_changed: Another row is selected. arg: its number, -1 for none.
    """

    row_activated = Signal(int)
    current_row_changed = Signal(int)

    def __init__(
        self,
        model: RowsModel[Row],
        *,
        takes_focus: bool = True,
        row_height: int = Sizes.TARGET,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._rows = model
        self.setModel(model)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if takes_focus else Qt.FocusPolicy.NoFocus)
        self._set_up_look(row_height)
        self._set_up_columns()
        self._leave_header_alone()
        self.activated.connect(self._on_activated)
        self.selectionModel().currentRowChanged.connect(self._on_current_row_changed)

    def rows_model(self) -> RowsModel[Row]:
        """What it shows."""
        return self._rows

    def current_row(self) -> int:
        """The selected row's number, -1 for none."""
        return self.currentIndex().row()

    def select_row(self, at: int) -> None:
        """Select a row and bring it into view; -1 selects none."""
        if not 0 <= at < self._rows.rowCount():
            self.setCurrentIndex(QModelIndex())
            self.clearSelection()
            return
        self.selectRow(at)
        self.scrollTo(self._rows.index(at, 0), QAbstractItemView.ScrollHint.EnsureVisible)

    def move_selection(self, step: int) -> None:
        """Select the row above (-1) or below (1)."""
        if (count := self._rows.rowCount()) > 0:
            at = self.current_row()
            self.select_row(max(0, min(count - 1, at + step if at >= 0 else 0)))

    def reload(self, rows: Sequence[Row]) -> None:
        """Show other rows; what was selected stays selected if it is still there."""
        at = self.current_row()
        key = self._rows.key_at(at) if at >= 0 else None
        self._rows.show_rows(rows)
        if key is not None and (found := self._rows.find(key)) is not None:
            self.select_row(found)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._rows.retranslate()
        super().changeEvent(event)

    def _set_up_look(self, row_height: int) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setItemDelegate(_RowDelegate(self))
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(row_height)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(False)

    def _set_up_columns(self) -> None:
        header = self.horizontalHeader()
        header.setMinimumSectionSize(24)
        for at, column in enumerate(self._rows.columns):
            if column.width is None:
                header.setSectionResizeMode(at, QHeaderView.ResizeMode.Stretch)
            else:
                header.setSectionResizeMode(at, QHeaderView.ResizeMode.Fixed)
                header.resizeSection(at, scaled(column.width))

    def _leave_header_alone(self) -> None:
        """Headings do not show what is selected: with the table's own selection they are painted at each change."""
        header = self.horizontalHeader()
        header.setSelectionModel(QItemSelectionModel(self._rows, header))

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        self.row_activated.emit(index.row())

    def _on_current_row_changed(self, current: QModelIndex, _previous: Any) -> None:
        self.current_row_changed.emit(current.row())
