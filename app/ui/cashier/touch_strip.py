"""Everything a finger needs beside the function keys: digits, plus, minus, times, delete, undo and Pay."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from app.ui.cashier.function_keys import CapButton
from app.ui.cashier.telling import translate
from app.ui.kit.keypad import BACK, POINT, Keypad
from app.ui.kit.keys import Action, KeyMap
from app.ui.kit.theme import Sizes

_SIGNS: Final = {Action.MORE: "+", Action.FEWER: "−", Action.TIMES: "×"}


class SignButton(CapButton):
    """A key that shows only its sign."""

    def retranslate(self) -> None:
        """Set the sign again; its words are for a reader's voice."""
        super().retranslate()
        self._words, self._key = _SIGNS.get(self._action) or self._key, ""


class DeleteButton(CapButton):
    """`Delete`, where `Delete line` has no room."""

    def retranslate(self) -> None:
        """Set the short word."""
        self._label = translate("cashier", "Delete")
        super().retranslate()


class TouchStrip(QWidget):
    """Pad and keys for fingers, with the one Pay button.

    Signals:
        requested: A key was tapped. arg: the action's value.
        digit_pressed: A digit of the pad was tapped.
    """

    requested = Signal(str)
    digit_pressed = Signal()

    def __init__(self, key_map: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pad = Keypad(enter=False, parent=self)
        self.buttons: dict[Action, CapButton] = {}
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(6)
        for line, action in enumerate((Action.MORE, Action.FEWER, Action.TIMES)):
            grid.addWidget(self._sign(action, key_map, 28), line, 0)
        grid.addWidget(self._sign(Action.CONFIRM, key_map, 18), 3, 0)
        grid.addWidget(self._key(DeleteButton(Action.DELETE_LINE, key_map, parent=self)), 0, 1)
        grid.addWidget(self._key(CapButton(Action.UNDO, key_map, parent=self)), 1, 1)
        self.pay = CapButton(Action.PAY, key_map, "pay", stacked=True, label_px=30, parent=self)
        grid.addWidget(self._key(self.pay), 2, 1, 2, 1)
        grid.setColumnStretch(1, 1)
        for line in range(4):
            grid.setRowStretch(line, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.pad)
        layout.addLayout(grid, 1)
        self.pad.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        for name in (*"0123456789", POINT, BACK):
            self.pad.button(name).setMinimumHeight(Sizes.TARGET)
        self.pad.pressed.connect(self.digit_pressed)

    def _sign(self, action: Action, key_map: KeyMap, size_px: int) -> CapButton:
        button = SignButton(action, key_map, "pad", label_px=size_px, parent=self)
        button.setMinimumWidth(56)
        button.setMaximumWidth(76)
        return self._key(button)

    def _key(self, button: CapButton) -> CapButton:
        button.requested.connect(self.requested)
        self.buttons[button.action] = button
        return button
