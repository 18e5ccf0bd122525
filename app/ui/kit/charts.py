"""Pictures of figures, painted by hand: bars with what they are compared to, lines, shares.

Values are whole numbers (smallest units of money, receipts, grams); `tell` writes them for people. Labels that would
overlap are left out, the tooltip names every value, and a summary stands for the picture where it cannot be seen.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from app.ui.kit.chart_scale import nice_top, ticks
from app.ui.kit.fonts import app_font
from app.ui.kit.theme import Sizes, Theme, current_theme, scaled

Tell = Callable[[int], str]
_GAP = 8
_LEAST_HEIGHT = 160


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar, or one point of a line.

    Attributes:
        label: Under it, already in the language in use.
        compared: What it was at the time compared with; None for nothing to compare.
        tip: Tooltip; empty for label and values.
    """

    label: str
    value: int
    compared: int | None = None
    tip: str = ""


Point = Bar


@dataclass(frozen=True, slots=True)
class Share:
    """One part of a whole."""

    label: str
    value: int


class _Chart(QWidget):
    """What all pictures share: axes, tooltips, a summary."""

    def __init__(self, tell: Tell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tell = tell
        self._items: tuple[Bar, ...] = ()
        self._names: tuple[str, str] = ("", "")
        self.setMinimumHeight(scaled(_LEAST_HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)

    def _show(self, items: Sequence[Bar], summary: str, names: tuple[str, str]) -> None:
        self._items, self._names = tuple(items), names
        self.setAccessibleName(names[0])
        self.setAccessibleDescription(summary)
        self.update()

    def tip_at(self, place: QPoint) -> str:
        """What the tooltip says there."""
        plot = self._plot()
        if not self._items or not plot.adjusted(0, 0, 0, self._foot()).contains(place):
            return ""
        item = self._items[
            min((place.x() - plot.left()) * len(self._items) // max(plot.width(), 1), len(self._items) - 1)
        ]
        return item.tip or self._said(item)

    def shown_labels(self) -> list[tuple[QRect, str]]:
        """The labels under the picture that are drawn, with their places."""
        metrics, plot = QFontMetrics(self._font()), self._plot()
        shown: list[tuple[QRect, str]] = []
        for at, item in enumerate(self._items):
            width = metrics.horizontalAdvance(item.label)
            centre = self._centre(at, plot)
            left = min(max(int(centre - width / 2), plot.left()), max(plot.right() - width, plot.left()))
            place = QRect(left, plot.bottom() + 4, width, metrics.height())
            if not shown or place.left() > shown[-1][0].right() + _GAP:
                shown.append((place, item.label))
        return shown

    def sizeHint(self) -> QSize:
        """A picture that says something."""
        return QSize(scaled(420), scaled(220))

    def event(self, event: QEvent) -> bool:
        """Tooltips by place."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.tip_at(event.pos()), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Axes, then the figures."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font())
        theme = current_theme()
        self._paint_legend(painter, theme)
        self._paint_axis(painter, theme)
        self._paint_figures(painter, theme)
        painter.setPen(QColor(theme.muted))
        for place, label in self.shown_labels():
            painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), label)
        painter.end()

    def _paint_figures(self, painter: QPainter, theme: Theme) -> None:
        raise NotImplementedError

    def _said(self, item: Bar) -> str:
        first, second = self._names
        lines = [item.label, f"{first} {self._tell(item.value)}".strip()]
        if item.compared is not None:
            lines.append(f"{second} {self._tell(item.compared)}".strip())
        return "\n".join(lines)

    def _font(self) -> QFont:
        return app_font(Sizes.SMALL - 2)

    def _top(self) -> int:
        values = [value for item in self._items for value in (item.value, item.compared or 0)]
        return nice_top(max(values, default=0))

    def _foot(self) -> int:
        return QFontMetrics(self._font()).height() + 6

    def _head(self) -> int:
        return (
            QFontMetrics(self._font()).height() + 8 if self._has_legend() else QFontMetrics(self._font()).height() // 2
        )

    def _has_legend(self) -> bool:
        return any(item.compared is not None for item in self._items) and any(self._names)

    def _plot(self) -> QRect:
        metrics = QFontMetrics(self._font())
        left = max((metrics.horizontalAdvance(self._tell(tick)) for tick in ticks(self._top())), default=0) + 8
        return QRect(
            left, self._head(), max(self.width() - left - 4, 1), max(self.height() - self._head() - self._foot(), 1)
        )

    def _centre(self, at: int, plot: QRect) -> float:
        return plot.left() + plot.width() * (2 * at + 1) / (2 * max(len(self._items), 1))

    def _height(self, value: int, plot: QRect) -> float:
        return plot.height() * max(value, 0) / self._top()

    def _paint_axis(self, painter: QPainter, theme: Theme) -> None:
        plot, metrics = self._plot(), QFontMetrics(self._font())
        for tick in ticks(self._top()):
            y = plot.bottom() - self._height(tick, plot)
            painter.setPen(QPen(QColor(theme.line), 1))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(QColor(theme.muted))
            place = QRectF(0, y - metrics.height() / 2, plot.left() - 6, metrics.height())
            painter.drawText(place, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), self._tell(tick))

    def _paint_legend(self, painter: QPainter, theme: Theme) -> None:
        if not self._has_legend():
            return
        metrics, left = QFontMetrics(self._font()), self._plot().left()
        for name, colour in zip(self._names, (theme.accent, theme.edge), strict=True):
            painter.fillRect(QRect(left, (metrics.height() - 10) // 2, 14, 10), QColor(colour))
            painter.setPen(QColor(theme.text))
            painter.drawText(left + 20, metrics.ascent(), name)
            left += 20 + metrics.horizontalAdvance(name) + 22


class BarChart(_Chart):
    """Bars beside each other, each with a thinner one of what it is compared with."""

    def show_bars(self, bars: Sequence[Bar], *, summary: str, names: tuple[str, str] = ("", "")) -> None:
        """Show bars. `names`: what the bars and their comparison are, as `Today` and `Last Monday`."""
        self._show(bars, summary, names)

    def _paint_figures(self, painter: QPainter, theme: Theme) -> None:
        plot = self._plot()
        room = plot.width() / max(len(self._items), 1)
        has_second = any(item.compared is not None for item in self._items)
        width = max(room * (0.42 if has_second else 0.66), 2.0)
        for at, item in enumerate(self._items):
            left = self._centre(at, plot) - (width * 0.95 if has_second else width / 2)
            self._paint_bar(painter, plot, left, width, item.value, theme.accent)
            if item.compared is not None:
                self._paint_bar(painter, plot, left + width + 1, width * 0.7, item.compared, theme.edge)

    def _paint_bar(self, painter: QPainter, plot: QRect, left: float, width: float, value: int, colour: str) -> None:
        height = self._height(value, plot)
        if height > 0:
            painter.fillRect(QRectF(left, plot.bottom() - height, width, max(height, 1.0)), QColor(colour))


class LineChart(_Chart):
    """A line through points, and a thinner, broken one of what they are compared with."""

    def show_points(self, points: Sequence[Point], *, summary: str, names: tuple[str, str] = ("", "")) -> None:
        """Show points, from left to right."""
        self._show(points, summary, names)

    def _paint_figures(self, painter: QPainter, theme: Theme) -> None:
        plot = self._plot()
        second = [(at, item.compared) for at, item in enumerate(self._items) if item.compared is not None]
        first = [(at, item.value) for at, item in enumerate(self._items)]
        painter.setPen(QPen(QColor(theme.edge), 2, Qt.PenStyle.DashLine))
        painter.drawPolyline(self._line(second, plot))
        painter.setPen(QPen(QColor(theme.accent), 3))
        painter.drawPolyline(self._line(first, plot))
        if len(first) == 1:
            painter.setBrush(QColor(theme.accent))
            painter.drawEllipse(self._line(first, plot).first(), 4, 4)

    def _line(self, values: Sequence[tuple[int, int]], plot: QRect) -> QPolygonF:
        return QPolygonF([QPointF(self._centre(at, plot), plot.bottom() - self._height(v, plot)) for at, v in values])


class SparkLine(QWidget):
    """A line without words, beside a figure."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: tuple[int, ...] = ()
        self.setFixedHeight(scaled(34))
        self.setMinimumWidth(scaled(90))

    def show_values(self, values: Sequence[int], *, summary: str) -> None:
        """Show values from left to right; `summary` is told to those who cannot see them."""
        self._values = tuple(values)
        self.setAccessibleDescription(summary)
        self.setToolTip(summary)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The line, its last point marked."""
        del event
        if len(self._values) < 2:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        low, high = min(self._values), max(self._values)
        span, step = max(high - low, 1), (self.width() - 8) / (len(self._values) - 1)
        room = self.height() - 10
        points = [QPointF(4 + at * step, 5 + room * (high - value) / span) for at, value in enumerate(self._values)]
        accent = QColor(current_theme().accent)
        painter.setPen(QPen(accent, 2))
        painter.drawPolyline(QPolygonF(points))
        painter.setBrush(accent)
        painter.drawEllipse(points[-1], 3, 3)
        painter.end()


class SharesBar(QWidget):
    """Parts of a whole in one bar, each named with its share below it. Told apart by order and words, not by colour."""

    def __init__(self, tell: Tell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tell = tell
        self._shares: tuple[Share, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_shares(self, shares: Sequence[Share], *, summary: str) -> None:
        """Show parts; those of nothing or less are left out."""
        self._shares = tuple(share for share in shares if share.value > 0)
        self.setAccessibleDescription(summary)
        self.updateGeometry()
        self.update()

    def legend_lines(self) -> list[str]:
        """Name, value and share of each part, the largest rounding left to the reader: whole per cents."""
        total = sum(share.value for share in self._shares)
        return [
            f"{share.label}  {self._tell(share.value)}  {(share.value * 200 + total) // (2 * total)}%"
            for share in self._shares
        ]

    def sizeHint(self) -> QSize:
        """A bar and a line for each part."""
        height = QFontMetrics(app_font(Sizes.SMALL)).height() + 2
        return QSize(scaled(320), scaled(26) + 10 + height * max(len(self._shares), 1))

    def minimumSizeHint(self) -> QSize:
        """As high as it must be."""
        return QSize(scaled(160), self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        """Tooltips by place."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.tip_at(event.pos()), self)
            return True
        return super().event(event)

    def tip_at(self, place: QPoint) -> str:
        """The part under the mouse."""
        total, edge = sum(share.value for share in self._shares), 0
        for share, line in zip(self._shares, self.legend_lines(), strict=True):
            edge += self.width() * share.value // total
            if place.x() <= edge:
                return line
        return ""

    def paintEvent(self, event: QPaintEvent) -> None:
        """The bar and its words."""
        del event
        painter, theme, total = QPainter(self), current_theme(), sum(share.value for share in self._shares)
        font = app_font(Sizes.SMALL)
        painter.setFont(font)
        metrics, left, bar = QFontMetrics(font), 0.0, scaled(26)
        for at, (share, line) in enumerate(zip(self._shares, self.legend_lines(), strict=True)):
            width, colour = self.width() * share.value / total, self._colour(at, theme)
            painter.fillRect(QRectF(left, 0, max(width - 2, 1), bar), colour)
            left += width
            top = bar + 8 + at * (metrics.height() + 2)
            painter.fillRect(QRect(0, top + (metrics.height() - 12) // 2, 12, 12), colour)
            painter.setPen(QColor(theme.text))
            shown = metrics.elidedText(line, Qt.TextElideMode.ElideRight, self.width() - 20)
            painter.drawText(20, top + metrics.ascent(), shown)
        painter.end()

    def _colour(self, at: int, theme: Theme) -> QColor:
        """Steps from the accent to the ground, far enough apart to see where one part ends."""
        accent, ground = QColor(theme.accent), QColor(theme.card)
        keep = max(100 - at * 80 // max(len(self._shares), 1), 20)
        pairs = ((accent.red(), ground.red()), (accent.green(), ground.green()), (accent.blue(), ground.blue()))
        return QColor(*((own * keep + other * (100 - keep)) // 100 for own, other in pairs))
