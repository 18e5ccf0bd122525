"""A field for a PIN: digits only, never shown, never kept longer than needed."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from app.ui.kit.number_edits import NumberEdit, plain_number

MAX_PIN: Final = 12


class PinEdit(NumberEdit):
    """Dots for digits.

    Signals:
        completed: Enter was pressed behind enough digits. arg: the PIN.
        too_short: Enter was pressed behind too few.
    """

    completed = Signal(str)
    too_short = Signal()

    def __init__(self, length: int = 6, parent: QWidget | None = None) -> None:
        super().__init__(MAX_PIN, 0, parent)
        self._length = length
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhDigitsOnly
            | Qt.InputMethodHint.ImhHiddenText
            | Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self.returnPressed.connect(self._on_return_pressed)

    @property
    def length(self) -> int:
        """Fewest digits."""
        return self._length

    def pin(self) -> str:
        """What was typed."""
        return plain_number(self.text())

    def take(self) -> str:
        """What was typed; the field is empty afterwards."""
        pin = self.pin()
        self.clear()
        return pin

    @Slot()
    def _on_return_pressed(self) -> None:
        if len(self.pin()) >= self._length:
            self.completed.emit(self.pin())
        else:
            self.too_short.emit()
