"""Labels that show data: never markup, never wider than their place."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QStyle, QStyleOption, QWidget

from app.ui.kit.theme import Sizes, set_role


class PlainLabel(QLabel):
    """A label that shows its text as it is: a product named `<b>` is shown as `<b>`."""

    def __init__(self, text: str = "", *, role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        if role:
            set_role(self, role)
        self.setText(text)


class ElidedLabel(QFrame):
    """Up to `lines` lines; what does not fit ends in an ellipsis and is whole in the tooltip."""

    def __init__(self, text: str = "", *, lines: int = 1, role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._lines = lines
        self._alignment = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        if role:
            set_role(self, role)
        self.set_text(text)

    def text(self) -> str:
        """The whole text."""
        return self._text

    def set_text(self, text: str) -> None:
        """Show another text."""
        self._text = text
        self.setAccessibleName(text)
        self.setToolTip(text if self.is_shortened() else "")
        if self.sizePolicy().horizontalPolicy() is not QSizePolicy.Policy.Ignored:
            self.updateGeometry()  # else the words have no say in the width, and nobody need lay out again
        self.update()

    def set_alignment(self, alignment: Qt.AlignmentFlag) -> None:
        """Where a short text stands."""
        self._alignment = alignment
        self.update()

    def is_shortened(self) -> bool:
        """Whether the text does not fit."""
        return "".join(self.shown_lines()).replace(" ", "") != self._text.replace(" ", "").replace("\n", "")

    def shown_lines(self) -> list[str]:
        """The lines as painted."""
        return elide_lines(self._text, self.fontMetrics(), self.contentsRect().width(), self._lines)

    def sizeHint(self) -> QSize:
        """One line as wide as it likes, at the height of its lines."""
        metrics = self.fontMetrics()
        margins = self.contentsMargins()
        height = metrics.lineSpacing() * self._lines + margins.top() + margins.bottom() + 2
        return QSize(metrics.horizontalAdvance(self._text) + margins.left() + margins.right() + 2, height)

    def minimumSizeHint(self) -> QSize:
        """Any width will do."""
        return QSize(0, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What fits may have changed."""
        super().resizeEvent(event)
        self.setToolTip(self._text if self.is_shortened() else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the style sheet's box, then the lines."""
        super().paintEvent(event)
        painter = QPainter(self)
        option = QStyleOption()
        option.initFrom(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_Widget, option, painter, self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.contentsRect(), int(self._alignment), "\n".join(self.shown_lines()))
        painter.end()


def elide_lines(text: str, metrics: QFontMetrics, width: int, lines: int) -> list[str]:
    """Break `text` into at most `lines` lines of `width` pixels; the last one is shortened."""
    rest = " ".join(text.split("\n")) if lines == 1 else text.replace("\n", " ")
    found: list[str] = []
    while rest and len(found) < lines - 1 and metrics.horizontalAdvance(rest) > width:
        cut = _break_at(rest, metrics, width)
        found.append(rest[:cut].rstrip())
        rest = rest[cut:].lstrip()
    if rest:
        found.append(metrics.elidedText(rest, Qt.TextElideMode.ElideRight, max(width, 0)))
    return found


def _break_at(text: str, metrics: QFontMetrics, width: int) -> int:
    fits = 1
    while fits < len(text) and metrics.horizontalAdvance(text[: fits + 1]) <= width:
        fits += 1
    space = text.rfind(" ", 0, fits + 1)
    is_inside_word = fits < len(text) and text[fits - 1].isascii() and text[fits].isascii() and text[fits] != " "
    return space + 1 if is_inside_word and space > 0 else fits


class FitLabel(PlainLabel):
    """A figure as large as its place allows: the total, the change due."""

    def __init__(
        self,
        text: str = "",
        *,
        largest: int = Sizes.TOTAL,
        smallest: int = Sizes.FIGURE,
        bold: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        self._largest, self._smallest, self._bold = largest, smallest, bold
        self._fitted = 0
        super().__init__(text, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._fit()

    def set_text(self, text: str) -> None:
        """Show another figure."""
        self.setText(text)
        self._fit()

    def size_px(self) -> int:
        """The size in use."""
        return self.font().pixelSize()

    def sizeHint(self) -> QSize:
        """Room for the largest size, so that the screen does not jump."""
        metrics = QFontMetrics(self._font_of(self._largest))
        return QSize(metrics.horizontalAdvance(self.text()) + 4, metrics.height())

    def minimumSizeHint(self) -> QSize:
        """Any width will do."""
        return QSize(0, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit again."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        size = self._largest
        room = self.contentsRect().width() - 2
        while size > self._smallest and QFontMetrics(self._font_of(size)).horizontalAdvance(self.text()) > room:
            size -= 2
        if size == self._fitted:
            return  # a new style sheet lays the whole screen out again
        self._fitted = size
        # A style sheet wins over setFont once it names a size, so the size is given as one.
        weight = 700 if self._bold else 400
        self.setFont(self._font_of(size))
        self.setStyleSheet(f"font-size: {size}px; font-weight: {weight};")

    def _font_of(self, size: int) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(size)
        font.setBold(self._bold)
        return font
