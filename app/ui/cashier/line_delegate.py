"""Paints a basket's lines: large figures, small units, the reason of a discount, red rows for unknown codes."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from app.ui.cashier.rows import LineRow, RowState
from app.ui.kit.fonts import app_font
from app.ui.kit.theme import Sizes, Theme, current_theme

NAME_PX: Final = 21
FIGURE_PX: Final = 25
LEAST_FIGURE_PX: Final = 12
SMALL_PX: Final = 16
PADDING: Final = 8
_BAR: Final = 5
MOST_DRAWN: Final = 400
"""Cells kept as pictures; some ten megabytes at most."""


@dataclass(frozen=True, slots=True)
class CellText:
    """What a cell says: a main text and a quieter one behind or below it.

    Attributes:
        tail: Follows `small` below the text; it stands there whole or not at all.
        is_figure: Becomes smaller rather than shorter.
    """

    text: str
    small: str = ""
    tail: str = ""
    tone: str = "text"
    small_tone: str = "muted"
    bold: bool = False
    is_below: bool = False
    is_figure: bool = False


@dataclass(frozen=True, slots=True)
class _Look:
    """What the ground of a cell depends on."""

    is_chosen: bool
    is_first: bool
    right: bool
    state: RowState
    theme: Theme


class LineDelegate(QStyledItemDelegate):
    """Paints cells of `LineRow`s; what they say comes from `cell`, which the table sets."""

    def __init__(self, parent: QTableView) -> None:
        super().__init__(parent)
        self._table = parent
        self._fonts = {
            "name": app_font(NAME_PX),
            "name_bold": app_font(NAME_PX, bold=True),
            "small": app_font(SMALL_PX),
        }
        self._drawn: dict[tuple[object, ...], QPixmap] = {}

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
        look = _Look(is_chosen, index.column() == 0, column.right, row.state, theme)
        painter.save()
        if row.state is not RowState.SELLABLE and 0 < index.column() < len(model.columns) - 1:  # type: ignore[attr-defined]
            # The hint runs over all middle columns; each cell paints its part of it.
            _draw_ground(painter, rect, look)
            painter.setClipRect(rect)
            self._draw(painter, self._middle(rect), self.cell(row, "item"), theme, right=False)
        else:
            self._show(painter, rect, self.cell(row, column.key), look)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """The table decides the height."""
        del option, index
        return QSize(Sizes.TARGET, Sizes.TARGET)

    def _show(self, painter: QPainter, rect: QRect, said: CellText, look: _Look) -> None:
        """A cell like one that was drawn before is only copied: at every scan the whole table moves up by a row."""
        scale = self._table.devicePixelRatioF()
        like = (said, look, rect.width(), rect.height(), scale)
        drawn = self._drawn.get(like)
        if drawn is None:
            if len(self._drawn) >= MOST_DRAWN:
                self._drawn.clear()
            drawn = self._drawn[like] = self._drawing(rect.size(), scale, said, look)
        painter.drawPixmap(rect.topLeft(), drawn)

    def _drawing(self, size: QSize, scale: float, said: CellText, look: _Look) -> QPixmap:
        drawing = QPixmap(size * scale)
        drawing.setDevicePixelRatio(scale)
        painter = QPainter(drawing)
        rect = QRect(QPoint(0, 0), size)
        _draw_ground(painter, rect, look)
        self._draw(painter, rect.adjusted(PADDING, 0, -PADDING, -1), said, look.theme, right=look.right)
        painter.end()
        return drawing

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
        font = self._name_font(said, room.width())
        small = self._fonts["small"]
        wanted = QFontMetrics(small).horizontalAdvance(said.small) + PADDING if said.small else 0
        width = QFontMetrics(font).horizontalAdvance(said.text)
        for_small = wanted if width + wanted <= room.width() else max(min(wanted, room.width() - width), 0)
        main = QRect(room.left(), room.top(), room.width() - for_small, room.height())
        used = _text(painter, font, main, said.text, _colour(theme, said.tone))
        if for_small and (for_small == wanted or for_small > 3 * SMALL_PX):
            behind = room.adjusted(used + PADDING, 2, 0, 2)
            _text(painter, small, behind, said.small, _colour(theme, said.small_tone))

    def _name_font(self, said: CellText, width: int) -> QFont:
        if said.is_figure:
            return fitting_font(said.text, width, bold=said.bold, largest=NAME_PX)
        return self._fonts["name_bold" if said.bold else "name"]

    def _draw_figure(self, painter: QPainter, room: QRect, said: CellText, theme: Theme) -> None:
        small = self._fonts["small"]
        unit = QFontMetrics(small).horizontalAdvance(said.small) if said.small else 0
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        main = room.adjusted(0, 0, -unit - 1 if unit else 0, 0)
        font = fitting_font(said.text, main.width(), bold=said.bold)
        _text(painter, font, main, said.text, _colour(theme, said.tone), flags)
        if unit:
            _text(painter, small, room.adjusted(0, 4, 0, 4), said.small, _colour(theme, said.small_tone), flags)

    def _draw_two_lines(self, painter: QPainter, room: QRect, said: CellText, theme: Theme, *, right: bool) -> None:
        half = room.height() * 29 // 54
        top = QRect(room.left(), room.top() + 1, room.width(), half)
        below = QRect(room.left(), room.top() + half - 3, room.width(), room.height() - half + 2)
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        flags = side | Qt.AlignmentFlag.AlignVCenter
        font = self._name_font(said, top.width())
        _text(painter, font, top, said.text, _colour(theme, said.tone), flags)
        small = with_tail(said.small, said.tail, QFontMetrics(self._fonts["small"]), below.width())
        _text(painter, self._fonts["small"], below, small, _colour(theme, said.small_tone), flags)


def with_tail(text: str, tail: str, metrics: QFontMetrics, width: int) -> str:
    """`text` with its tail where both fit; half a pack size tells nothing."""
    whole = f"{text}  {tail}"
    return whole if tail and metrics.horizontalAdvance(whole) <= width else text


def fitting_font(text: str, width: int, *, bold: bool, largest: int = FIGURE_PX) -> QFont:
    """The largest font in which a figure fits: an amount may become smaller, but never lose a digit."""
    for size in range(largest, LEAST_FIGURE_PX, -1):
        font = _figure_font(size, bold)
        metrics = QFontMetrics(font)
        if metrics.elidedText(text, Qt.TextElideMode.ElideRight, width) == text:
            return font
    return _figure_font(LEAST_FIGURE_PX, bold)


@functools.cache
def _figure_font(size: int, bold: bool) -> QFont:
    return app_font(size, bold=bold)


def _draw_ground(painter: QPainter, rect: QRect, look: _Look) -> None:
    theme, is_sellable = look.theme, look.state is RowState.SELLABLE
    ground = (theme.chosen if look.is_chosen else theme.card) if is_sellable else theme.problem_ground
    painter.fillRect(rect, QColor(ground))
    painter.setPen(QColor(theme.line if is_sellable else theme.problem_edge))
    painter.drawLine(rect.bottomLeft(), rect.bottomRight())
    if look.is_first and (look.is_chosen or not is_sellable):
        mark = theme.accent if is_sellable else theme.problem_edge
        painter.fillRect(QRect(rect.left(), rect.top(), _BAR, rect.height() - 1), QColor(mark))


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
