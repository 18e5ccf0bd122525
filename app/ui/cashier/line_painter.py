"""Paints a basket's lines: large figures, small units, the reason of a discount, red rows for unknown codes."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPixmap

from app.ui.cashier.rows import LineRow, RowState
from app.ui.kit.fonts import app_font
from app.ui.kit.theme import Theme

NAME_PX: Final = 21
FIGURE_PX: Final = 25
LEAST_FIGURE_PX: Final = 12
SMALL_PX: Final = 16
PADDING: Final = 8
_BAR: Final = 5
MOST_DRAWN: Final = 64
"""Rows kept as pictures: some ten megabytes, and more than fit on the screen."""


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
class CellPlace:
    """Where a column stands in a row.

    Attributes:
        right: Figures stand at the right.
    """

    key: str
    left: int
    width: int
    right: bool


@dataclass(frozen=True, slots=True)
class RowLook:
    """What the pictures of all rows depend on, beside the rows themselves.

    Attributes:
        cells: From left to right.
        scale: Dots of the screen to a pixel.
        language: Changes with the words and formats in use.
    """

    cells: tuple[CellPlace, ...]
    size: tuple[int, int]
    scale: float
    theme: Theme
    language: tuple[object, ...]


class LinePainter:
    """Draws a row once and keeps its picture: at every scan the whole table moves up, and nearly all rows stay."""

    def __init__(self, said: Callable[[LineRow, str], CellText]) -> None:
        """`said` says what stands in the cell of a key."""
        self._said = said
        self._fonts: Mapping[str, QFont] = {
            "name": app_font(NAME_PX),
            "name_bold": app_font(NAME_PX, bold=True),
            "small": app_font(SMALL_PX),
        }
        self._look: RowLook | None = None
        self._drawn: dict[tuple[LineRow, bool], QPixmap] = {}

    def picture(self, row: LineRow, look: RowLook, *, is_chosen: bool) -> QPixmap:
        """The row as it looks now; where too many are kept, the one not asked for longest is forgotten."""
        if look != self._look:
            self._look = look
            self._drawn.clear()
        key = (row, is_chosen)
        drawn = self._drawn.pop(key, None) or self._drawing(row, look, is_chosen=is_chosen)
        if len(self._drawn) >= MOST_DRAWN:
            del self._drawn[next(iter(self._drawn))]
        self._drawn[key] = drawn
        return drawn

    def _drawing(self, row: LineRow, look: RowLook, *, is_chosen: bool) -> QPixmap:
        width, height = look.size
        drawing = QPixmap(QSize(width, height) * look.scale)
        drawing.setDevicePixelRatio(look.scale)
        painter = QPainter(drawing)
        _draw_ground(painter, QRect(0, 0, width, height), look.theme, row.state, is_chosen=is_chosen)
        if row.state is RowState.SELLABLE:
            for place in look.cells:
                self._draw_cell(painter, row, place, look)
        else:
            # The hint runs over all middle columns.
            first, second, *_, last = look.cells
            self._draw_cell(painter, row, first, look)
            self._draw_cell(painter, row, CellPlace("item", second.left, last.left - second.left, right=False), look)
            self._draw_cell(painter, row, last, look)
        painter.end()
        return drawing

    def _draw_cell(self, painter: QPainter, row: LineRow, place: CellPlace, look: RowLook) -> None:
        said, height = self._said(row, place.key), look.size[1]
        if said.text or said.small:
            room = QRect(place.left + PADDING, 0, place.width - 2 * PADDING, height - 1)
            painter.setClipRect(place.left, 0, place.width, height)
            self._draw(painter, room, said, look.theme, right=place.right)

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


def _draw_ground(painter: QPainter, rect: QRect, theme: Theme, state: RowState, *, is_chosen: bool) -> None:
    is_sellable = state is RowState.SELLABLE
    ground = (theme.chosen if is_chosen else theme.card) if is_sellable else theme.problem_ground
    painter.fillRect(rect, QColor(ground))
    painter.setPen(QColor(theme.line if is_sellable else theme.problem_edge))
    painter.drawLine(rect.bottomLeft(), rect.bottomRight())
    if is_chosen or not is_sellable:
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
