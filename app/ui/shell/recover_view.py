"""The PIN is forgotten: the code from the paper and a new PIN; then the next code to write down."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from app.ui.kit.buttons import TouchButton
from app.ui.kit.form import Form
from app.ui.kit.labels import PlainLabel
from app.ui.kit.pin_edit import PinEdit
from app.ui.kit.retranslated import Retranslated
from app.ui.kit.theme import Sizes, scaled, set_role
from app.ui.shell.recovery_code_panel import RecoveryCodePanel


class RecoverView(Retranslated, QWidget):
    """Asks for the code; knows no rule of it.

    Attributes:
        panel: The next code, shown when the new PIN holds.

    Signals:
        recover_requested: args: the code as typed, the new PIN.
        closed: Back to the sign-in.
    """

    recover_requested = Signal(str, str)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = ""
        self._heading, self._why, self._problem = PlainLabel(role="headline"), PlainLabel(), PlainLabel(role="problem")
        for label in (self._why, self._problem):
            label.setWordWrap(True)
        self.code = QLineEdit()
        self.code.setMaxLength(60)
        self.pin, self.again = PinEdit(), PinEdit()
        self._form = Form()
        self._form.add("code", "", self.code)
        self._form.add("pin", "", self.pin)
        self._form.add("again", "", self.again, self._again_problem)
        self._go, self._back = TouchButton("", "primary"), TouchButton("", "plain")
        self.panel = RecoveryCodePanel()
        self._pages = QStackedWidget()
        self._lay_out()
        self._go.clicked.connect(self._on_go)
        self._back.clicked.connect(self.closed)
        self.code.returnPressed.connect(self.pin.setFocus)
        self.pin.completed.connect(self._on_pin_completed)
        self.pin.too_short.connect(self._on_go)
        self.again.completed.connect(self._on_go)
        self.again.too_short.connect(self._on_go)
        self.retranslate()

    def begin(self, name: str) -> None:
        """Ask this person, with empty fields."""
        self._name = name
        for edit in (self.code, self.pin, self.again):
            edit.clear()
        self._problem.setText("")
        self._form.clear_problems()
        self._pages.setCurrentIndex(0)
        self.retranslate()
        self.code.setFocus()

    def show_problem(self, text: str) -> None:
        """Say why not; the code stays as it was typed."""
        self._problem.setText(text)
        self.code.setFocus()

    def show_busy(self, is_busy: bool) -> None:
        """While the code is checked nothing is pressed twice."""
        self._form.setEnabled(not is_busy)
        self._go.setEnabled(not is_busy)

    def show_next_code(self, code: str) -> None:
        """The new PIN holds: show the code that is good from now on."""
        for edit in (self.code, self.pin, self.again):
            edit.clear()
        self.panel.show_code(code)
        self._pages.setCurrentIndex(1)
        self.panel.typed.setFocus()

    @property
    def shows_code(self) -> bool:
        """Whether the next code waits to be written down."""
        return self._pages.currentIndex() == 1

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back, but not past a code that nobody has written down."""
        if event.key() == Qt.Key.Key_Escape and not self.shows_code:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Set every text again."""
        self._heading.setText(self.tr("A new PIN for {name}").format(name=self._name))
        self._why.setText(
            self.tr(
                "Type the recovery code from the paper, group by group, and choose a new PIN. "
                "Small letters and spaces do not matter. The code works once; you get a new one."
            )
        )
        self._form.set_label("code", self.tr("Recovery code"))
        self._form.set_label("pin", self.tr("New PIN (six digits or more)"))
        self._form.set_label("again", self.tr("The same PIN again"))
        self._go.set_text(self.tr("Set the new PIN   Enter"))
        self._back.set_text(self.tr("Back   Esc"))

    def _lay_out(self) -> None:
        ask = QWidget()
        inner = QVBoxLayout(ask)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(14)
        for part in (self._heading, self._why, self._form, self._problem):
            inner.addWidget(part)
        row = QHBoxLayout()
        row.addWidget(self._back)
        row.addStretch(1)
        row.addWidget(self._go)
        inner.addLayout(row)
        inner.addStretch(1)
        self._pages.addWidget(ask)
        self._pages.addWidget(self.panel)
        card = QFrame(self)
        set_role(card, "card")
        card.setMaximumWidth(scaled(820))
        around = QVBoxLayout(card)
        around.setContentsMargins(32, 26, 32, 26)
        around.addWidget(self._pages)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(card, 20)
        middle.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Sizes.MARGIN, Sizes.MARGIN, Sizes.MARGIN, Sizes.MARGIN)
        layout.addStretch(1)
        layout.addLayout(middle)
        layout.addStretch(1)

    def _again_problem(self) -> str | None:
        if self.again.pin() == self.pin.pin():
            return None
        return self.tr("The two PINs are not the same. Type them again.")

    def _on_pin_completed(self, pin: str) -> None:
        del pin
        self.again.setFocus()

    def _on_go(self, *_: object) -> None:
        self._problem.setText("")
        if problem := self._form.first_problem():
            self.again.clear()
            self._form.point_at(problem)
            return
        self._form.clear_problems()
        self.recover_requested.emit(self.code.text(), self.pin.pin())
