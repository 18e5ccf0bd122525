"""Shared by the fields for money and quantities: what may be typed, and how it is brought to plain digits."""

from __future__ import annotations

import re
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QValidator
from PySide6.QtWidgets import QLineEdit, QWidget

from app.values.text import fold_width

_FULL_STOPS: Final = str.maketrans({"。": ".", "．": ".", "·": ".", "，": "", ",": "", "￥": "", "¥": ""})


def plain_number(text: str) -> str:
    """Typed or pasted text as digits and a point: full width, grouping and the sign of yuan are brought back."""
    return fold_width(text.translate(_FULL_STOPS)).replace(",", "").replace(" ", "")


class DigitsValidator(QValidator):
    """Lets digits through and at most one point with `places` digits behind it."""

    def __init__(self, whole: int, places: int, parent: QWidget) -> None:
        super().__init__(parent)
        fraction = rf"(\.\d{{0,{places}}})?" if places else ""
        self._pattern = re.compile(rf"\d{{0,{whole}}}{fraction}", re.ASCII)

    def validate(self, text: str, at: int) -> tuple[QValidator.State, str, int]:
        """Qt's question about each change."""
        plain = plain_number(text)
        state = QValidator.State.Acceptable if self._pattern.fullmatch(plain) else QValidator.State.Invalid
        return state, plain, min(at, len(plain))


class NumberEdit(QLineEdit):
    """A field for one number: digits only, no input method, all selected when it gets the focus."""

    def __init__(self, whole: int, places: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setValidator(DigitsValidator(whole, places, self))
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setInputMethodHints(Qt.InputMethodHint.ImhFormattedNumbersOnly | Qt.InputMethodHint.ImhNoPredictiveText)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setProperty("role", "figure")

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Typing replaces what was there; a tap keeps its place."""
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        super().focusInEvent(event)
        if event.reason() is not Qt.FocusReason.MouseFocusReason:
            self.selectAll()
