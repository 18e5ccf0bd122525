"""A recovery code to be written down: it is shown once, and its last group must be typed before anything goes on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.services.staff.recovery import is_last_group
from app.ui.kit.buttons import TouchButton
from app.ui.kit.jobs import Runner
from app.ui.kit.labels import PlainLabel
from app.ui.kit.retranslated import Retranslated
from app.ui.kit.theme import Sizes, set_role
from app.ui.kit.words import Words
from app.values.errors import ShukeError


def print_on_panel(panel: RecoveryCodePanel, words: Words, jobs: Runner, send: Callable[[], None]) -> None:
    """Print elsewhere and say under the code what became of it."""

    def failed(problem: Exception) -> None:
        panel.show_busy(False)
        if not isinstance(problem, ShukeError):
            raise problem
        panel.say(words.tell(problem), is_problem=True)

    def printed(_: None) -> None:
        panel.show_busy(False)
        panel.say(QCoreApplication.translate("RecoveryCodePanel", "The printer took it. Is the paper there?"))

    panel.show_busy(True)
    panel.say(QCoreApplication.translate("RecoveryCodePanel", "Looking for the printer ..."))
    jobs.run(lambda report: send(), then=printed, failed=failed, uses_db=False)


class RecoveryCodePanel(Retranslated, QWidget):
    """Shows a code in large groups.

    Signals:
        print_requested: The code is wanted on paper.
        confirmed: Whoever reads it typed its last group.
    """

    print_requested = Signal()
    confirmed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.code = ""
        self._heading, self._why = PlainLabel(role="headline"), PlainLabel()
        self._label, self.message = PlainLabel(role="field"), PlainLabel(role="muted")
        for label in (self._why, self.message):
            label.setWordWrap(True)
        self._groups = [PlainLabel(role="figure") for _ in range(4)]
        self.typed = QLineEdit()
        self.typed.setMaxLength(12)
        self.typed.setMinimumHeight(Sizes.TARGET)
        self.typed.setInputMethodHints(Qt.InputMethodHint.ImhLatinOnly | Qt.InputMethodHint.ImhNoPredictiveText)
        self.print_button, self.confirm_button = TouchButton("", "plain"), TouchButton("", "primary")
        for button in (self.print_button, self.confirm_button):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.setAutoDefault(True)
        self._lay_out()
        self.print_button.clicked.connect(self.print_requested)
        self.confirm_button.clicked.connect(self._on_confirm)
        self.typed.returnPressed.connect(self._on_confirm)
        self.retranslate()

    def show_code(self, code: str) -> None:
        """Show another code; nothing was typed yet."""
        self.code = code
        for label, group in zip(self._groups, code.split(), strict=True):
            label.setText(group)
        self.typed.clear()
        self.say("")

    def say(self, text: str, *, is_problem: bool = False) -> None:
        """A sentence under the code: what became of the paper, or what is wrong."""
        set_role(self.message, "problem" if is_problem else "muted")
        self.message.setText(text)

    def show_busy(self, is_busy: bool) -> None:
        """While something is stored or printed nothing is pressed twice."""
        for part in (self.print_button, self.confirm_button, self.typed):
            part.setEnabled(not is_busy)
        if not is_busy:
            self.typed.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Typing goes to the field."""
        super().showEvent(event)
        self.typed.setFocus()

    def retranslate(self) -> None:
        """Set every text again."""
        self._heading.setText(self.tr("Your recovery code"))
        self._why.setText(
            self.tr(
                "If the PIN is ever forgotten, this code is the only way back in. Nobody can read it again: "
                "print it or write it down now, and keep the paper locked away, not at the till. It works once."
            )
        )
        self._label.setText(self.tr("Type the last group as it stands on your paper"))
        self.typed.setAccessibleName(self._label.text())
        self.print_button.set_text(self.tr("Print it"))
        self.confirm_button.set_text(self.tr("I have written it down   Enter"))

    def _lay_out(self) -> None:
        code = QFrame()
        set_role(code, "card")
        grid = QGridLayout(code)
        grid.setContentsMargins(16, 14, 16, 14)
        for at, label in enumerate(self._groups):
            number = PlainLabel(f"{at + 1}.", role="muted")
            grid.addWidget(number, 0, at, Qt.AlignmentFlag.AlignHCenter)
            grid.addWidget(label, 1, at, Qt.AlignmentFlag.AlignHCenter)
        line = QHBoxLayout()
        line.addWidget(self.typed, 1)
        line.addWidget(self.print_button)
        line.addWidget(self.confirm_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        for part in (self._heading, self._why, code, self._label):
            layout.addWidget(part)
        layout.addLayout(line)
        layout.addWidget(self.message)

    def _on_confirm(self) -> None:
        if not is_last_group(self.code, self.typed.text()):
            self.say(
                self.tr("This is not the last group of the code above. Look at your paper and type it again."),
                is_problem=True,
            )
            self.typed.setFocus()
            self.typed.selectAll()
            return
        self.say("")
        self.confirmed.emit()
