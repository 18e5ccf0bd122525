"""Paints a basket's lines: large figures, small units, the reason of a discount, red rows for unknown codes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from app.ui.cashier.rows import LineRow, RowState
from app.ui.kit.fonts import app_font
from app.ui.kit.theme import Sizes, Theme, current_theme

NAME_PX: Final = 21
FIGURE_PX: Final = 25
UNIT_PX: Final = 16
SMALL_PX: Final = 16
PADDING: Final = 8
_BAR: Final = 5


@dataclass(frozen=True, slots=True)
class CellText:
    """What a cell says: a main text and a quieter one behind or below it."""

    text: str
    small: str = ""
    tone: str = "text"
    small_tone: str = "muted"
    bold: bool = False
    is_below: bool = False


class LineDelegate(QStyledItemDelegate):
    """Paints cells of `LineRow`s; what they say comes from `cell`, which the table sets."""

    def __init__(self, parent: QTableView) -> None:
        super().__init__(parent)
        self._table = parent
        self._fonts = {
            "name": app_font(NAME_PX),
            "name_bold": app_font(NAME_PX, bold=True),
            "figure": app_font(FIGURE_PX),
            "figure_bold": app_font(FIGURE_PX, bold=True),
            "small": app_font(SMALL_PX),
        }

    def cell(self, row: LineRow, key: str) -> CellText:
        """What one cell says; overridden."""
        raise NotImplementedError

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Ground, mark of the chosen row, then the texts."""
        model = index.model()
        row: LineRow = model.row_at(index)  # type: ignore[attr-defined]
        column = model.columns[index.column()]  # type: ignore[attr-defined]
        theme = current_theme()
        rect: QRect = option.rect
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(rect, QColor(_ground(row, is_chosen, theme)))
        painter.setPen(QColor(theme.line if row.state is RowState.SELLABLE else theme.problem_edge))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if index.column() == 0 and (is_chosen or row.state is not RowState.SELLABLE):
            mark = theme.accent if row.state is RowState.SELLABLE else theme.problem_edge
            painter.fillRect(QRect(rect.left(), rect.top(), _BAR, rect.height() - 1), QColor(mark))
        if row.state is not RowState.SELLABLE and 0 < index.column() < len(model.columns) - 1:  # type: ignore[attr-defined]
            # The hint runs over all middle columns; each cell paints its part of it.
            painter.setClipRect(rect)
            self._draw(painter, self._middle(rect), self.cell(row, "item"), theme, right=False)
        else:
            room = rect.adjusted(PADDING, 0, -PADDING, -1)
            self._draw(painter, room, self.cell(row, column.key), theme, right=column.right)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """The table decides the height."""
        del option, index
        return QSize(Sizes.TARGET, Sizes.TARGET)

    def _middle(self, rect: QRect) -> QRect:
        """From the name to the last column but one, at the height of a row."""
        table = self._table
        left = table.columnViewportPosition(1)
        right = table.columnViewportPosition(table.model().columnCount() - 1)
        return QRect(left + PADDING, rect.top(), right - left - 2 * PADDING, rect.height() - 1)

    def _draw(self, painter: QPainter, room: QRect, said: CellText, theme: Theme, *, right: bool) -> None:
        if said.is_below and said.small:
            self._draw_two_lines(painter, room, said, theme, right=right)
        elif right:
            self._draw_figure(painter, room, said, theme)
        else:
            self._draw_words(painter, room, said, theme)

    def _draw_words(self, painter: QPainter, room: QRect, said: CellText, theme: Theme) -> None:
        font = self._fonts["name_bold" if said.bold else "name"]
        small = self._fonts["small"]
        wanted = QFontMetrics(small).horizontalAdvance(said.small) + PADDING if said.small else 0
        width = QFontMetrics(font).horizontalAdvance(said.text)
        for_small = wanted if width + wanted <= room.width() else max(min(wanted, room.width() - width), 0)
        main = QRect(room.left(), room.top(), room.width() - for_small, room.height())
        used = _text(painter, font, main, said.text, _colour(theme, said.tone))
        if for_small > 3 * SMALL_PX:
            behind = room.adjusted(used + PADDING, 2, 0, 2)
            _text(painter, small, behind, said.small, _colour(theme, said.small_tone))

    def _draw_figure(self, painter: QPainter, room: QRect, said: CellText, theme: Theme) -> None:
        font = self._fonts["figure_bold" if said.bold else "figure"]
        small = self._fonts["small"]
        unit = QFontMetrics(small).horizontalAdvance(said.small) if said.small else 0
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        main = room.adjusted(0, 0, -unit - 1 if unit else 0, 0)
        _text(painter, font, main, said.text, _colour(theme, said.tone), flags)
        if unit:
            _text(painter, small, room.adjusted(0, 4, 0, 4), said.small, _colour(theme, said.small_tone), flags)

    def _draw_two_lines(self, painter: QPainter, room: QRect, said: CellText, theme: Theme, *, right: bool) -> None:
        half = room.height() * 29 // 54
        top = QRect(room.left(), room.top() + 1, room.width(), half)
        below = QRect(room.left(), room.top() + half - 3, room.width(), room.height() - half + 2)
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        flags = side | Qt.AlignmentFlag.AlignVCenter
        font = self._fonts["name_bold" if said.bold else "name"]
        _text(painter, font, top, said.text, _colour(theme, said.tone), flags)
        _text(painter, self._fonts["small"], below, said.small, _colour(theme, said.small_tone), flags)


def _ground(row: LineRow, is_chosen: bool, theme: Theme) -> str:
    if row.state is not RowState.SELLABLE:
        return theme.problem_ground
    return theme.chosen if is_chosen else theme.card


def _colour(theme: Theme, tone: str) -> QColor:
    return QColor(getattr(theme, tone))


def _text(
    painter: QPainter,
    font: QFont,
    room: QRect,
    text: str,
    colour: QColor,
    flags: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
) -> int:
    """Draw one line, shortened where it must be; returns the width used."""
    metrics = QFontMetrics(font)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(room, int(flags | Qt.TextFlag.TextSingleLine), shown)
    return metrics.horizontalAdvance(shown)
