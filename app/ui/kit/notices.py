"""Sentences that tell without stopping anybody: a bar in the window, never a box over a scan."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from app.ui.kit.buttons import TouchButton
from app.ui.kit.labels import PlainLabel
from app.ui.kit.retranslated import Retranslated
from app.ui.kit.theme import Sizes, set_role

SHOWN_MS: Final = 6000


class NoticeKind(StrEnum):
    """What a sentence is about; each has its own sign, for eyes that see no colours."""

    INFO = "info"
    GOOD = "good"
    CAREFUL = "careful"
    PROBLEM = "problem"


SIGNS: Final = {NoticeKind.INFO: "i", NoticeKind.GOOD: "✓", NoticeKind.CAREFUL: "!", NoticeKind.PROBLEM: "×"}


class NoticeBar(Retranslated, QFrame):
    """Shows one sentence at a time; takes no focus, and keys and scans pass it by.

    A sentence that is given as a function is told again when the language changes.

    Signals:
        shown: A sentence appeared. args: its text, its kind.
        cleared: The bar is empty again.
    """

    shown = Signal(str, str)
    cleared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._say: Callable[[], str] | None = None
        self._kind: NoticeKind | None = None
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._sign = PlainLabel(role="notice_sign")
        self._sign.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._text = PlainLabel(role="notice_text")
        self._text.setWordWrap(True)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._close = TouchButton("×", "quiet", self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(Sizes.GAP + 4, 4, 4, 4)
        layout.setSpacing(Sizes.GAP + 2)
        layout.addWidget(self._sign)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._close)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.clear)
        self._close.clicked.connect(self.clear)
        self.hide()

    def text(self) -> str:
        """The sentence shown; nothing when the bar is empty."""
        return self._text.text()

    def kind(self) -> NoticeKind | None:
        """What the sentence is about; None when the bar is empty."""
        return self._kind

    def text_label(self) -> QLabel:
        """The label of the sentence."""
        return self._text

    def show_notice(
        self, said: str | Callable[[], str], kind: NoticeKind = NoticeKind.INFO, stay: bool = False
    ) -> None:
        """Show a sentence; it goes after a few seconds unless it shall stay until cleared."""
        self._say = None if isinstance(said, str) else said
        self._kind = kind
        text = said if isinstance(said, str) else said()
        set_role(self, f"notice_{kind.value}")
        self._sign.setText(SIGNS[kind])
        self._text.setText(text)
        for part in (self._sign, self._text):
            part.style().unpolish(part)
            part.style().polish(part)
        self.show()
        self._timer.stop() if stay else self._timer.start(SHOWN_MS)
        self.shown.emit(text, kind.value)

    @Slot()
    def clear(self) -> None:
        """Show nothing."""
        self._timer.stop()
        self._say = self._kind = None
        if self._text.text():
            self._text.setText("")
            self.hide()
            self.cleared.emit()

    def retranslate(self) -> None:
        """Tell what is being told in the language in use."""
        if self._say is not None:
            self._text.setText(self._say())
