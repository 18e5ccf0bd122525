"""Digits for fingers: presses arrive as keys where the focus is, so that every field works with it."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QLineEdit, QSizePolicy, QWidget
from shiboken6 import isValid

from app.ui.kit.buttons import TouchButton
from app.ui.kit.keys import shown_key
from app.ui.kit.retranslated import Retranslated
from app.ui.kit.theme import Sizes

BACK: Final = "back"
ENTER: Final = "enter"
CLEAR: Final = "clear"
POINT: Final = "."
DOUBLE_ZERO: Final = "00"
_FACES: Final = {BACK: "⌫", CLEAR: "C"}
_KEYS: Final = {
    BACK: (Qt.Key.Key_Backspace, "\b"),
    ENTER: (Qt.Key.Key_Return, "\r"),
    POINT: (Qt.Key.Key_Period, "."),
    DOUBLE_ZERO: (Qt.Key.Key_0, "0"),
}
_ROWS: Final = (("7", "8", "9"), ("4", "5", "6"), ("1", "2", "3"))


class Keypad(Retranslated, QWidget):
    """A pad of digits, backspace, one more key (`POINT`, `DOUBLE_ZERO` or `CLEAR`) and Enter. Takes no focus.

    Signals:
        pressed: A key of the pad. arg: `0` to `9`, `.`, `00`, `clear`, `back` or `enter`.
    """

    pressed = Signal(str)

    def __init__(
        self,
        *,
        left: str = POINT,
        enter: bool = True,
        target: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._target = target
        self._buttons: dict[str, TouchButton] = {}
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for line, names in enumerate(_ROWS):
            for at, name in enumerate(names):
                layout.addWidget(self._button(name), line, at)
        for at, name in enumerate((left, "0", BACK)):
            layout.addWidget(self._button(name), 3, at)
        if enter:
            layout.addWidget(self._button(ENTER, "primary"), 4, 0, 1, 3)
        for line in range(layout.rowCount()):
            layout.setRowStretch(line, 1)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the only word of the pad again."""
        if ENTER in self._buttons:
            self._buttons[ENTER].set_text(shown_key("Return"))

    def button(self, name: str) -> TouchButton:
        """One key of the pad, by the name its signal carries."""
        return self._buttons[name]

    def set_target(self, target: QWidget | None) -> None:
        """Where presses go; None for the widget that has the focus."""
        self._target = target

    def _button(self, name: str, role: str = "pad") -> TouchButton:
        button = TouchButton(_FACES.get(name, name), role, self)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        button.setMinimumSize(Sizes.TARGET + 8, Sizes.TARGET + 4)
        button.setAccessibleName(name)
        button.clicked.connect(partial(self._on_button_clicked, name))
        self._buttons[name] = button
        return button

    def _on_button_clicked(self, name: str) -> None:
        target = self._target or QApplication.focusWidget()
        if isinstance(target, QLineEdit) and name == CLEAR:
            target.clear()
        elif target is not None and name != CLEAR:
            for _ in range(2 if name == DOUBLE_ZERO else 1):
                self._send(target, name)
        self.pressed.emit(name)

    def _send(self, target: QWidget, name: str) -> None:
        key, text = _KEYS.get(name, (Qt.Key.Key_0, name))
        number = ord(text) if text.isdigit() else int(key)
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            # The press may have closed the target's window, as Enter does.
            if isValid(target):
                event = QKeyEvent(kind, number, Qt.KeyboardModifier.NoModifier, text)
                QCoreApplication.sendEvent(target, event)
