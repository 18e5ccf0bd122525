"""An empty screen says what it is for and the one next thing to do."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.kit.buttons import TouchButton
from app.ui.kit.labels import PlainLabel
from app.ui.kit.theme import set_role


class EmptyState(QFrame):
    """A headline, a sentence, and at most one button.

    Signals:
        acted: The button was pressed.
    """

    acted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "card")
        self._headline = PlainLabel(role="headline")
        self._sentence = PlainLabel(role="muted")
        self.button = TouchButton("", "primary", self)
        self.button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.button.clicked.connect(self.acted)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(14)
        layout.addStretch(2)
        for label in (self._headline, self._sentence):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(True)
            layout.addWidget(label)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(self.button)
        line.addStretch(1)
        layout.addLayout(line)
        layout.addStretch(3)

    def show_words(self, headline: str, sentence: str, button: str = "") -> None:
        """Say something else; without words the button is not there."""
        self._headline.setText(headline)
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))
        self.button.set_text(button)
        self.button.setVisible(bool(button))

    def text(self) -> str:
        """What it says, headline and sentence."""
        return "\n".join(part for part in (self._headline.text(), self._sentence.text()) if part)
