"""Panels stand in the left part of the sale screen, one upon the other; Esc goes one level back. None is modal."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from app.ui.cashier.names import PanelName
from app.ui.cashier.telling import translate
from app.ui.kit.buttons import TouchButton
from app.ui.kit.labels import ElidedLabel, PlainLabel
from app.ui.kit.retranslated import Retranslated
from app.ui.kit.theme import Sizes, set_role

MOST_NUMBER = 40
"""Characters of a receipt's number that a field takes."""


def tall(button: TouchButton, height: int = Sizes.PAY) -> TouchButton:
    """Keep a button this high whatever its role becomes; the style sheet's least height wins over the widget's own."""
    button.setStyleSheet(f"min-height: {height - 10}px;")
    return button


def code_edit(longest: int) -> QLineEdit:
    """The large field at the head of a panel, for a code, a number or words to search by."""
    edit = QLineEdit()
    edit.setMaxLength(longest)
    edit.setMinimumHeight(56)
    set_role(edit, "scan")
    return edit


class Panel(Retranslated, QFrame):
    """A titled card. Subclasses fill `body`, say what gets the focus and set their texts in `retranslate`.

    Signals:
        closed_by_hand: The back button was tapped.
    """

    closed_by_hand = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.title = ElidedLabel(role="title")
        self.back = TouchButton("", "plain", self)
        self.back.setMinimumWidth(104)
        self.problem = PlainLabel(role="problem")
        self.problem.setWordWrap(True)
        self.problem.hide()
        self.body = QVBoxLayout()
        self.body.setSpacing(Sizes.GAP)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.back)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 12, 12, 14)
        layout.setSpacing(10)
        layout.addLayout(head)
        layout.addLayout(self.body, 1)
        layout.addWidget(self.problem)
        self.back.clicked.connect(self.closed_by_hand)

    def focus_target(self) -> QWidget:
        """What gets the focus when the panel opens."""
        return self

    def take_focus(self) -> None:
        """Put the focus where typing is meant."""
        self.focus_target().setFocus(Qt.FocusReason.OtherFocusReason)

    def show_problem(self, text: str) -> None:
        """Say what is wrong; nothing takes it away."""
        self.problem.setText(text)
        self.problem.setVisible(bool(text))

    def put_problem(self, layout: QBoxLayout, under: QWidget | QLayout) -> None:
        """From now on what is wrong stands right under this part of `layout`, where the eye is."""
        layout.removeWidget(self.problem)
        place = layout.indexOf(under)
        if place < 0:
            raise ValueError("the layout does not hold what the problem is about")
        layout.insertWidget(place + 1, self.problem)

    def retranslate(self) -> None:
        """Set every text again."""
        self.back.set_text(translate("cashier", "Esc  Back"))


class ChoicePanel(Panel):
    """A panel whose rows are chosen by digit, arrows and Enter.

    An editor inside lets Enter through to here, so subclasses use `enter_pressed` and never `returnPressed` as well:
    one press would count twice.

    Signals:
        digit_pressed: 1 to 9.
        step_requested: -1 up, 1 down.
        enter_pressed: The chosen one is meant.
    """

    digit_pressed = Signal(int)
    step_requested = Signal(int)
    enter_pressed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits, arrows and Enter choose."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8, Qt.Key.Key_PageDown: 8}
        key = Qt.Key(event.key())
        if key in steps:
            self.step_requested.emit(steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.enter_pressed.emit()
        elif event.text().isdecimal() and event.text() != "0":
            self.digit_pressed.emit(int(event.text()))
        else:
            super().keyPressEvent(event)


class PanelHost(QStackedWidget):
    """The stack of open panels over a resting page.

    Signals:
        top_changed: Another panel is on top. arg: its name, or nothing for the resting page.
    """

    top_changed = Signal(str)

    def __init__(self, resting: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._resting = resting
        self._panels: dict[PanelName, Panel] = {}
        self._open: list[PanelName] = []
        self.addWidget(resting)

    def add(self, name: PanelName, panel: Panel) -> None:
        """Know a panel."""
        self._panels[name] = panel
        self.addWidget(panel)

    def panel(self, name: PanelName) -> Panel:
        """A known panel."""
        return self._panels[name]

    @property
    def top(self) -> PanelName | None:
        """What is on top; None for the resting page."""
        return self._open[-1] if self._open else None

    def open_panel(self, name: PanelName, *, over: bool = False) -> None:
        """Show a panel: instead of the open ones, or `over` them so that Esc leads back."""
        if not over:
            self._open.clear()
        if name in self._open:
            del self._open[self._open.index(name) :]
        self._open.append(name)
        self._show_top()

    def close_top(self) -> None:
        """One level back."""
        if self._open:
            self._open.pop()
            self._show_top()

    def close_all(self) -> None:
        """Back to the resting page."""
        if self._open:
            self._open.clear()
            self._show_top()

    def _show_top(self) -> None:
        name = self.top
        page = self._panels[name] if name is not None else self._resting
        self.setCurrentWidget(page)
        if isinstance(page, Panel):
            page.take_focus()
        self.top_changed.emit(name.value if name is not None else "")
