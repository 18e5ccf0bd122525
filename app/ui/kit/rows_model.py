"""One table model for every list: rows are frozen values, columns are specs, the model never formats."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush, QColor, QFont

from app.ui.kit.fonts import app_font
from app.ui.kit.theme import Sizes, current_theme

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
TONES = ("text", "muted", "good", "problem", "careful_text")


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """How one column shows a row.

    Attributes:
        key: Name for code; never shown.
        title: Marked English source text (context `columns`).
        text: What the cell says, already formatted by `Words`.
        right: Figures stand at the right.
        width: Pixels; None for a column that takes what is left.
        tone: `muted`, `good`, `problem` or nothing, by row. Never the only sign of a state: the text says it too.
        bold: Heavy text.
        small: Second-rank text.
        figure: Digits in the size that is read from 80 cm.
        hint: Tooltip of a cell.
        sort: Key that a list in memory may be sorted by; long lists are sorted in SQL.
    """

    key: str
    title: str
    text: Callable[[Row], str]
    right: bool = False
    width: int | None = None
    tone: Callable[[Row], str | None] | None = None
    bold: bool = False
    small: bool = False
    figure: bool = False
    hint: Callable[[Row], str] | None = None
    sort: Callable[[Row], Any] | None = None


class RowsModel(QAbstractTableModel, Generic[Row]):
    """Shows frozen rows.

    Attributes:
        columns: Their specs, from left to right.
    """

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        key: Callable[[Row], object] | None = None,
        *,
        ground: Callable[[Row], str | None] | None = None,
    ) -> None:
        """`key` names a row, so that the selection survives a reload; `ground` may colour a whole row by theme name."""
        super().__init__()
        self.columns = tuple(columns)
        self._key = key
        self._ground = ground
        self._rows: list[Row] = []

    # Changing

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def update_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows with as few signals as a growing basket needs: changed ones, then added or dropped ends."""
        for at, row in enumerate(rows[: len(self._rows)]):
            if row != self._rows[at]:
                self.replace_row(at, row)
        while len(self._rows) > len(rows):
            self.remove_row(len(self._rows) - 1)
        for row in rows[len(self._rows) :]:
            self.append_row(row)

    def append_row(self, row: Row) -> None:
        """Add a row at the end."""
        self.insert_row(len(self._rows), row)

    def insert_row(self, at: int, row: Row) -> None:
        """Add a row before row `at`."""
        self.beginInsertRows(QModelIndex(), at, at)
        self._rows.insert(at, row)
        self.endInsertRows()

    def replace_row(self, at: int, row: Row) -> None:
        """Show another value in row `at`."""
        self._rows[at] = row
        self.dataChanged.emit(self.index(at, 0), self.index(at, len(self.columns) - 1))

    def remove_row(self, at: int) -> None:
        """Drop row `at`."""
        self.beginRemoveRows(QModelIndex(), at, at)
        del self._rows[at]
        self.endRemoveRows()

    def retranslate(self) -> None:
        """Headings and cells again, after the language changed."""
        if self.columns:
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(self.columns) - 1))

    # Asking

    def rows(self) -> tuple[Row, ...]:
        """Every row in order."""
        return tuple(self._rows)

    def row_at(self, index: Index | int) -> Row:
        """The value behind an index or a row number."""
        return self._rows[index if isinstance(index, int) else index.row()]

    def find(self, key: object) -> int | None:
        """Where the row with this key is."""
        if self._key is None:
            return None
        return next((at for at, row in enumerate(self._rows) if self._key(row) == key), None)

    def key_at(self, at: int) -> object:
        """The key of a row, or the row itself without a key."""
        row = self._rows[at]
        return self._key(row) if self._key is not None else row

    # Qt's questions

    def rowCount(self, parent: Index = _TOP) -> int:
        """Rows; a cell has none."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _TOP) -> int:
        """Columns; a cell has none."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a view asks about a cell."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row, column = self._rows[index.row()], self.columns[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return column.text(row)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(column.right)
            case Qt.ItemDataRole.ForegroundRole:
                return _brush(column.tone(row) if column.tone else None)
            case Qt.ItemDataRole.BackgroundRole:
                return _brush(self._ground(row) if self._ground else None)
            case Qt.ItemDataRole.FontRole:
                return _font(column) if column.bold or column.small or column.figure else None
            case Qt.ItemDataRole.ToolTipRole:
                return column.hint(row) if column.hint else None
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Titles in the language in use."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return QCoreApplication.translate("columns", column.title) if column.title else ""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column.right)
        return None


def _alignment(right: bool) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


def _brush(tone: str | None) -> QBrush | None:
    return QBrush(QColor(getattr(current_theme(), tone))) if tone else None


def _font(column: Column[Any]) -> QFont:
    size = Sizes.FIGURE if column.figure else Sizes.SMALL if column.small else Sizes.TEXT
    return app_font(size, bold=column.bold)
