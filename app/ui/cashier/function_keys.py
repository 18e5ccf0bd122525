"""Function keys by touch: each button shows the key that does the same."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter, QWidget

from app.ui.cashier.telling import translate
from app.ui.kit.buttons import KeyButton
from app.ui.kit.fonts import app_font
from app.ui.kit.keys import Action, KeyMap
from app.ui.kit.theme import Sizes, current_theme

SHOWN: Final = (
    Action.SEARCH,
    Action.MEMBER,
    Action.PRICE,
    Action.HOLD,
    Action.RECALL,
    Action.REFUND,
    Action.DRAWER,
    Action.REPRINT,
    Action.LOCK,
)
COLUMNS: Final = 3
_KEY_PX: Final = 15
_LABEL_PX: Final = 20
_GAP: Final = 7


class CapButton(KeyButton):
    """A key with its name in small letters beside its words, or below them when `stacked`."""

    def __init__(
        self,
        action: Action,
        key_map: KeyMap,
        role: str = "key",
        *,
        stacked: bool = False,
        label_px: int = _LABEL_PX,
        parent: QWidget | None = None,
    ) -> None:
        self._stacked = stacked
        self._label_font = app_font(label_px, bold=role in ("pay", "primary"))
        self._key_font = app_font(_KEY_PX if not stacked else 17)
        self._words, self._key = "", ""
        super().__init__(action, key_map, role, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def retranslate(self) -> None:
        """Set key and words again."""
        super().retranslate()
        self._words = self._label or self._key_map.label(self._action)
        self._key = self._key_map.shown(self._action)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for both texts."""
        label, key = QFontMetrics(self._label_font), QFontMetrics(self._key_font)
        words, name = label.horizontalAdvance(self._words), key.horizontalAdvance(self._key)
        if self._stacked:
            return QSize(max(words, name) + 20, max(label.height() + key.height() + 8, Sizes.TARGET))
        return QSize(words + name + _GAP + 14, Sizes.TARGET)

    def minimumSizeHint(self) -> QSize:
        """As small as the words allow."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The style's button without text, then the two texts."""
        del event
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        self._draw_stacked(painter) if self._stacked else self._draw_row(painter)
        painter.end()

    def _draw_row(self, painter: QPainter) -> None:
        label, key = QFontMetrics(self._label_font), QFontMetrics(self._key_font)
        width = key.horizontalAdvance(self._key) + (_GAP if self._key else 0) + label.horizontalAdvance(self._words)
        left = max((self.width() - width) // 2, 4)
        base = (self.height() + label.ascent() - label.descent()) // 2
        painter.setFont(self._key_font)
        painter.setPen(QColor(self._tone(quiet=True)))
        painter.drawText(left, base, self._key)
        painter.setFont(self._label_font)
        painter.setPen(QColor(self._tone(quiet=False)))
        painter.drawText(left + key.horizontalAdvance(self._key) + (_GAP if self._key else 0), base, self._words)

    def _draw_stacked(self, painter: QPainter) -> None:
        label, key = QFontMetrics(self._label_font), QFontMetrics(self._key_font)
        top = (self.height() - label.height() - key.height()) // 2
        centre = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter)
        painter.setPen(QColor(self._tone(quiet=False)))
        painter.setFont(self._label_font)
        painter.drawText(QRect(0, top, self.width(), label.height()), centre, self._words)
        painter.setFont(self._key_font)
        painter.drawText(QRect(0, top + label.height(), self.width(), key.height()), centre, self._key)

    def _tone(self, *, quiet: bool) -> str:
        theme = current_theme()
        if not self.isEnabled():
            return theme.disabled
        if self.property("role") in ("pay", "primary"):
            return theme.on_accent
        return theme.muted if quiet else theme.text


class FunctionKeys(QWidget):
    """The grid of function keys.

    Signals:
        requested: One was tapped. arg: the action's value.
    """

    requested = Signal(str)

    def __init__(self, key_map: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: dict[Action, CapButton] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(6)
        for place, action in enumerate(SHOWN):
            button = CapButton(action, key_map, parent=self)
            button.requested.connect(partial(self.requested.emit))
            grid.addWidget(button, place // COLUMNS, place % COLUMNS)
            self.buttons[action] = button
        for column in range(COLUMNS):
            grid.setColumnStretch(column, 1)
        self._held = 0

    def show_held(self, count: int) -> None:
        """Say on the key how many baskets wait."""
        if count != self._held:
            self._held = count
            self._label_held()

    def _label_held(self) -> None:
        count = self._held
        label = translate("cashier", "Recall ({count})").format(count=count) if count else ""
        self.buttons[Action.RECALL].set_label(label)

    def retranslate(self) -> None:
        """Set the counted label again."""
        self._label_held()
