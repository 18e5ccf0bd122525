"""Questions and notices go through one injected thing, so that no test meets a message box."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.ui.kit.dialog import Dialog
from app.ui.kit.labels import PlainLabel
from app.ui.kit.notices import NoticeBar, NoticeKind


class Prompter(Protocol):
    """Tells and asks."""

    def notice(self, said: str | Callable[[], str], kind: NoticeKind = NoticeKind.INFO, *, stay: bool = False) -> None:
        """Tell a sentence; nobody has to answer. A function is asked again when the language changes."""
        ...

    def clear_notice(self) -> None:
        """Take the sentence away."""
        ...

    def ask(self, question: str, then: Callable[[bool], None], *, yes: str, no: str = "", danger: bool = False) -> None:
        """Ask; `then` learns the answer. Esc and the `no` button are no."""
        ...


class QuestionDialog(Dialog):
    """One question with two answers.

    Signals:
        answered: arg: whether it was yes.
    """

    answered = Signal(bool)

    def __init__(self, question: str, *, yes: str, no: str, danger: bool, parent: QWidget | None) -> None:
        super().__init__(parent, size=QSize(520, 180))
        label = PlainLabel(question, role="question")
        label.setWordWrap(True)
        self.body.addWidget(label)
        self.body.addStretch(1)
        self.no_button = self.add_button(no, "plain", self.reject)
        self.yes_button = self.add_button(yes, "danger" if danger else "primary", self.accept)
        self.finished.connect(self._on_finished)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is yes, Esc is no; a key that is held down is neither."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.accept()
            return
        super().keyPressEvent(event)

    def _on_finished(self, result: int) -> None:
        self.answered.emit(result == int(Dialog.DialogCode.Accepted))


class WindowPrompter:
    """The real one: a bar for notices, an opened dialog for questions."""

    def __init__(self, host: QWidget, bar: NoticeBar) -> None:
        self._host, self._bar = host, bar

    def notice(self, said: str | Callable[[], str], kind: NoticeKind = NoticeKind.INFO, *, stay: bool = False) -> None:
        """Show the sentence in the window's bar."""
        self._bar.show_notice(said, kind, stay)

    def clear_notice(self) -> None:
        """Empty the bar."""
        self._bar.clear()

    def ask(self, question: str, then: Callable[[bool], None], *, yes: str, no: str = "", danger: bool = False) -> None:
        """Open the question over the window."""
        refusal = no or QCoreApplication.translate("Prompter", "No")
        dialog = QuestionDialog(question, yes=yes, no=refusal, danger=danger, parent=self._host.window())
        dialog.answered.connect(then)
        dialog.open()
