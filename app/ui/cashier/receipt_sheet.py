"""A receipt or report on the screen, column by column as the paper has it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from app.services.receipts.parts import Receipt
from app.services.receipts.plain import StyledLine, render_plain
from app.ui.kit.fonts import app_font
from app.ui.kit.theme import current_theme
from app.values.text import paper_width

COLUMNS = 42
_TEXT_PX = 17
_LINE_PX = 25
_MARGIN = 18


class ReceiptSheet(QWidget):
    """Paints the lines; a full-width character takes two columns, as on paper."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[StyledLine, ...] = ()
        self._fonts = (app_font(_TEXT_PX), app_font(_TEXT_PX, bold=True), app_font(_TEXT_PX + 8, bold=True))
        self._cell = QFontMetricsF(self._fonts[0]).horizontalAdvance("汉") / 2 + 0.5
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_receipt(self, receipt: Receipt | None) -> None:
        """Show another paper, or none."""
        self._lines = render_plain(receipt, COLUMNS) if receipt is not None else ()
        self.setAccessibleName("\n".join(line.text for line in self._lines))
        self.updateGeometry()
        self.adjustSize()
        self.update()

    def text(self) -> str:
        """What is shown."""
        return "\n".join(line.text for line in self._lines)

    def sizeHint(self) -> QSize:
        """As wide as the paper, as long as the text."""
        height = sum(_height(line) for line in self._lines)
        return QSize(int(self._cell * COLUMNS) + 2 * _MARGIN, height + 2 * _MARGIN)

    def paintEvent(self, event: QPaintEvent) -> None:
        """White paper, dark text, in either theme."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor("#ffffff"))
        painter.setPen(QColor("#111827"))
        top = _MARGIN
        for line in self._lines:
            height = _height(line)
            if event.rect().top() - height <= top <= event.rect().bottom():
                self._draw_line(painter, line, top, height)
            top += height
        painter.setPen(QColor(current_theme().line))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def _draw_line(self, painter: QPainter, line: StyledLine, top: int, height: int) -> None:
        painter.setFont(self._fonts[2] if line.is_double else self._fonts[1] if line.bold else self._fonts[0])
        scale = 2 if line.is_double else 1
        place = QPointF(_MARGIN, top)
        for char in line.text:
            width = self._cell * paper_width(char) * scale
            room = QRectF(place.x(), place.y(), width, height)
            painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip), char)
            place.setX(place.x() + width)


class ReceiptView(QScrollArea):
    """A sheet that scrolls."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sheet = ReceiptSheet()
        self.setWidget(self.sheet)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_receipt(self, receipt: Receipt | None) -> None:
        """Show another paper from its top."""
        self.sheet.show_receipt(receipt)
        self.verticalScrollBar().setValue(0)


def _height(line: StyledLine) -> int:
    return _LINE_PX + 14 if line.is_double else _LINE_PX
