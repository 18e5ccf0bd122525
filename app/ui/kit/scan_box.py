"""The line in which a till rests: takes codes and article numbers, refuses input methods."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from app.ui.kit.theme import set_role
from app.values.barcode import clean_code

MAX_TYPED = 64


class ScanBox(QLineEdit):
    """Where typed codes go while nothing else is edited. Scans do not pass through it: `ScanFilter` takes them.

    Signals:
        entered: Something was typed and confirmed. arg: the text, plain width, ends trimmed; the box is empty again.
        confirmed_empty: Enter was pressed in the empty box.
    """

    entered = Signal(str)
    confirmed_empty = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxLength(MAX_TYPED)
        self.setProperty("rests_when_empty", True)
        self.setInputMethodHints(Qt.InputMethodHint.ImhLatinOnly | Qt.InputMethodHint.ImhNoPredictiveText)
        self._refuse_input_methods()
        set_role(self, "scan")
        self.returnPressed.connect(self._on_return_pressed)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt turns input methods on again when an edit becomes writable; here they stay off."""
        self._refuse_input_methods()
        super().focusInEvent(event)

    def _refuse_input_methods(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)

    @Slot()
    def _on_return_pressed(self) -> None:
        typed = clean_code(self.text())
        self.clear()
        if typed:
            self.entered.emit(typed)
        else:
            self.confirmed_empty.emit()
