"""The base of every dialog: opened, never executed; validates before it closes; tells its result by a signal."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.ui.kit.buttons import TouchButton
from app.ui.kit.labels import PlainLabel
from app.ui.kit.retranslated import Retranslated
from app.ui.kit.theme import Sizes, set_role


class Dialog(Retranslated, QDialog):
    """A small window over the screen. Subclasses add a signal that carries the result and emit it in `accept`.

    Attributes:
        body: Where the subclass puts its widgets.
        problem_line: Says what is still wrong.
    """

    def __init__(self, parent: QWidget | None = None, *, title: str = "", size: QSize | None = None) -> None:
        super().__init__(parent)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowFlag(Qt.WindowType.WindowContextHelpButtonHint, False)
        set_role(self, "dialog")
        self._heading = PlainLabel(role="title")
        self._heading.setWordWrap(True)
        self.body = QVBoxLayout()
        self.body.setSpacing(Sizes.GAP)
        self.problem_line = PlainLabel(role="problem")
        self.problem_line.setWordWrap(True)
        self.problem_line.hide()
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(Sizes.GAP)
        self._buttons.addStretch(1)
        self._lay_out()
        if size is not None:
            self.resize(size)
        self.set_title(title)

    def set_title(self, title: str) -> None:
        """Show a heading."""
        self._heading.setText(title)
        self._heading.setVisible(bool(title))
        self.setWindowTitle(title)

    def title(self) -> str:
        """The heading."""
        return self._heading.text()

    def add_button(self, text: str, role: str, slot: Callable[[], object]) -> QPushButton:
        """Add a button at the right end: `primary` for the one thing to do, `plain`, `danger`."""
        button = TouchButton(text, role, self)
        button.setMinimumWidth(132)
        button.clicked.connect(slot)
        self._buttons.addWidget(button)
        return button

    def first_problem(self) -> str | None:
        """The first thing that keeps the dialog from being confirmed, as a sentence."""
        return None

    def show_problem(self, text: str) -> None:
        """Say what is wrong; the dialog stays."""
        self.problem_line.setText(text)
        self.problem_line.setVisible(bool(text))

    def accept(self) -> None:
        """Close with a result, unless something is still wrong."""
        if problem := self.first_problem():
            self.show_problem(problem)
            return
        super().accept()

    def showEvent(self, event: QShowEvent) -> None:
        """Stay inside the window it belongs to."""
        super().showEvent(event)
        host = self.parentWidget()
        if host is not None:
            frame = host.window().geometry()
            self.move(frame.center() - self.rect().center())

    def _lay_out(self) -> None:
        # A till without a window manager draws no frame around a dialog.
        frame = QFrame()
        set_role(frame, "dialog_frame")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        layout = QVBoxLayout(frame)
        layout.setContentsMargins(20, 18, 20, 18)
        layout.setSpacing(Sizes.GAP + 4)
        layout.addWidget(self._heading)
        layout.addLayout(self.body, 1)
        layout.addWidget(self.problem_line)
        layout.addLayout(self._buttons)
