"""A grid of large keys for goods that are sold by a touch: the till's panel and its editor show the same."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.kit.fonts import app_font
from app.ui.kit.labels import elide_lines
from app.ui.kit.theme import Sizes, Theme, current_theme

_GAP = 6
GROUNDS = {"": "card", "good": "good_ground", "careful": "careful", "problem": "problem_ground", "chosen": "chosen"}
"""Theme colours behind a key, by its tone; the words on it are always `text`."""


@dataclass(frozen=True, slots=True)
class QuickFace:
    """What stands on one key."""

    text: str
    foot: str = ""
    tone: str = ""


class QuickGrid(QWidget):
    """Places in rows; arrows move, Enter and taps choose.

    Signals:
        chosen: A place was tapped or confirmed. arg: its number.
        current_changed: Another place has the cursor. arg: its number.
    """

    chosen = Signal(int)
    current_changed = Signal(int)

    def __init__(self, *, columns: int = 6, rows: int = 5, shows_empty: bool = False) -> None:
        super().__init__()
        self._columns, self._rows, self._shows_empty = columns, rows, shows_empty
        self._faces: Mapping[int, QuickFace] = {}
        self._current = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_faces(self, faces: Mapping[int, QuickFace]) -> None:
        """Show keys by their places."""
        self._faces = dict(faces)
        self._tell()
        self.update()

    def current(self) -> int:
        """The place with the cursor."""
        return self._current

    def set_current(self, at: int) -> None:
        """Move the cursor."""
        at = max(0, min(self._columns * self._rows - 1, at))
        if at != self._current:
            self._current = at
            self.current_changed.emit(at)
            self._tell()
            self.update()

    def place(self, at: int) -> QRect:
        """Where a key is."""
        row, column = divmod(at, self._columns)
        left = column * (self.width() + _GAP) // self._columns
        top = row * (self.height() + _GAP) // self._rows
        right = (column + 1) * (self.width() + _GAP) // self._columns - _GAP
        bottom = (row + 1) * (self.height() + _GAP) // self._rows - _GAP
        return QRect(left, top, right - left, bottom - top)

    def follow(self, key: int) -> bool:
        """Follow an arrow key; whether it was one."""
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -self._columns,
            Qt.Key.Key_Down: self._columns,
        }
        step = steps.get(Qt.Key(key))
        if step is None:
            return False
        if 0 <= self._current + step < self._columns * self._rows:
            self.set_current(self._current + step)
        return True

    def sizeHint(self) -> QSize:
        """Keys for fingers."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """As small as fingers allow."""
        return QSize(self._columns * (Sizes.TARGET + 24), self._rows * (Sizes.TARGET + _GAP))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows and Enter."""
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.chosen.emit(self._current)
        elif not self.follow(event.key()):
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A tap chooses."""
        spot = event.position().toPoint()
        for at in range(self._columns * self._rows):
            if self.place(at).contains(spot):
                self.set_current(at)
                self.chosen.emit(at)
                return

    def paintEvent(self, event: QPaintEvent) -> None:
        """Every key."""
        del event
        painter, theme = QPainter(self), current_theme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for at in range(self._columns * self._rows):
            face = self._faces.get(at)
            if face is not None or self._shows_empty or (at == self._current and self.hasFocus()):
                self._paint_key(painter, theme, at, face)
        painter.end()

    def _paint_key(self, painter: QPainter, theme: Theme, at: int, face: QuickFace | None) -> None:
        place, is_current = self.place(at), at == self._current and (self.hasFocus() or self._shows_empty)
        ground = getattr(theme, GROUNDS.get(face.tone if face else "", "card"))
        painter.setPen(QPen(QColor(theme.accent if is_current else theme.edge), 3 if is_current else 1))
        painter.setBrush(QColor(ground) if face is not None else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(place.adjusted(1, 1, -2, -2), 6, 6)
        inside = place.adjusted(7, 4, -7, -4)
        if face is None:
            painter.setPen(QColor(theme.muted))
            painter.drawText(inside, int(Qt.AlignmentFlag.AlignCenter), "+")
            return
        self._paint_face(painter, theme, inside, face)

    def _paint_face(self, painter: QPainter, theme: Theme, inside: QRect, face: QuickFace) -> None:
        words, small = app_font(Sizes.TEXT), app_font(Sizes.SMALL)
        foot = QFontMetrics(small).height() if face.foot else 0
        room = inside.adjusted(0, 0, 0, -foot)
        metrics = QFontMetrics(words)
        lines = elide_lines(face.text, metrics, room.width(), max(room.height() // metrics.lineSpacing(), 1))
        painter.setFont(words)
        painter.setPen(QColor(theme.text))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter), "\n".join(lines))
        painter.setFont(small)
        painter.drawText(inside, int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom), face.foot)

    def _tell(self) -> None:
        face = self._faces.get(self._current)
        self.setAccessibleName(f"{face.text} {face.foot}".strip() if face is not None else "")
