"""One figure of the day: what it is, what it was, and a way to its rows."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.kit.labels import ElidedLabel, FitLabel, PlainLabel
from app.ui.kit.theme import Sizes, current_theme, set_role

_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class FigureCard(QFrame):
    """A figure in large digits with two lines below it; Enter or a tap opens its rows.

    Signals:
        opened: The rows behind the figure are wanted.
    """

    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.title = ElidedLabel(role="muted")
        self.value = FitLabel(largest=Sizes.LARGE, smallest=Sizes.TEXT)
        self.value.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.lines = tuple(ElidedLabel(role="muted") for _ in range(3))
        self.change = PlainLabel(role="muted")
        row = QHBoxLayout()
        row.addWidget(self.title, 1)
        row.addWidget(self.change)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.value)
        for line in self.lines:
            column.addWidget(line)
        column.addStretch(1)

    def show_words(self, title: str, value: str, lines: list[str], change: str = "") -> None:
        """Show a figure with its change; at most three lines below it."""
        self.change.setText(change)
        self.title.set_text(title)
        self.value.set_text(value)
        for label, text in zip(self.lines, [*lines, "", "", ""], strict=False):
            label.set_text(text)
        self.setAccessibleName(f"{title} {value} {change}".strip())
        self.setAccessibleDescription(". ".join(line for line in lines if line))

    def texts(self) -> list[str]:
        """All it says."""
        return [
            self.title.text(),
            self.value.text(),
            self.change.text(),
            *(line.text() for line in self.lines if line.text()),
        ]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; the arrows lead to the next card."""
        if event.key() in _KEYS and not event.isAutoRepeat():
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Right:
            self.focusNextChild()
        elif event.key() == Qt.Key.Key_Left:
            self.focusPreviousChild()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A tap opens."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.opened.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Taken, so that the release comes here."""
        event.accept()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keys go."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """And where no longer."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The card, with a ring while it has the focus."""
        super().paintEvent(event)
        if not self.hasFocus():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(current_theme().accent), 2))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        painter.end()
