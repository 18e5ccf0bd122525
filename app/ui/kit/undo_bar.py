"""“Done. Undo”: what was just done stays undoable in one place until something else is done."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from app.ui.kit.buttons import TouchButton
from app.ui.kit.labels import PlainLabel
from app.ui.kit.retranslated import Retranslated
from app.ui.kit.theme import set_role


class UndoBar(Retranslated, QFrame):
    """One sentence and, where it can be taken back, one button."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "notice_good")
        self._say: Callable[[], str] | None = None
        self._undo: Callable[[], object] | None = None
        self._key = ""
        self._text = PlainLabel()
        self._text.setWordWrap(True)
        self.button = TouchButton("", "chip", self)
        self.close_button = TouchButton("×", "chip", self)
        self.button.clicked.connect(self.take_back)
        self.close_button.clicked.connect(self.clear)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 4, 6, 4)
        layout.addWidget(self._text, 1)
        layout.addWidget(self.button)
        layout.addWidget(self.close_button)
        self.hide()
        self.retranslate()

    def show_key(self, key: str) -> None:
        """Name the key that does the same as the button."""
        self._key = key
        self.retranslate()

    def offer(self, said: str | Callable[[], str], undo: Callable[[], object] | None = None) -> None:
        """Say what was done; `undo` takes it back. A function is asked again when the language changes."""
        self._say = said if callable(said) else lambda: said
        self._undo = undo
        self.retranslate()
        self.show()

    def take_back(self) -> bool:
        """Undo once; whether there was something."""
        undo, self._undo = self._undo, None
        if undo is None:
            return False
        self.clear()
        undo()
        return True

    def clear(self) -> None:
        """Nothing to say any more."""
        self._say = self._undo = None
        self.hide()

    def text(self) -> str:
        """The sentence shown."""
        return self._text.text() if self._say is not None else ""

    def retranslate(self) -> None:
        """Set every text again."""
        self._text.setText(self._say() if self._say is not None else "")
        word = QCoreApplication.translate("kit", "Undo")
        self.button.set_text(f"{word}  {self._key}".rstrip())
        self.button.setVisible(self._undo is not None)
        self.close_button.setAccessibleName(QCoreApplication.translate("kit", "Close"))
