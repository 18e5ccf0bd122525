"""The drawer's menu and its small forms: cash in and out, one's own PIN."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from app.services.shifts.cash import ReasonMissing
from app.services.staff.pins import PinTooEasy, PinTooShort
from app.ui.cashier import texts
from app.ui.cashier.panel import ChoicePanel, Panel, tall
from app.ui.cashier.telling import tell, translate
from app.ui.cashier.texts import Said
from app.ui.cashier.till_presenter import Choice
from app.ui.kit.buttons import TouchButton
from app.ui.kit.form import Form, FormProblem
from app.ui.kit.labels import PlainLabel
from app.ui.kit.money_edit import MoneyEdit
from app.ui.kit.pin_edit import PinEdit
from app.ui.kit.words import Words
from app.values.errors import QT_TRANSLATE_NOOP, ShukeError

_LABELS: Final = {
    Choice.NO_SALE: QT_TRANSLATE_NOOP("cashier", "Open the drawer"),
    Choice.CASH_IN: QT_TRANSLATE_NOOP("cashier", "Cash in"),
    Choice.CASH_OUT: QT_TRANSLATE_NOOP("cashier", "Cash out"),
    Choice.X_REPORT: QT_TRANSLATE_NOOP("cashier", "X report"),
    Choice.CLOSE_SHIFT: QT_TRANSLATE_NOOP("cashier", "Close the shift"),
    Choice.CHANGE_PIN: QT_TRANSLATE_NOOP("cashier", "Change my PIN"),
}


class TillPanel(ChoicePanel):
    """The menu.

    Signals:
        chosen: arg: Choice.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout()
        grid.setSpacing(10)
        self.buttons: dict[Choice, TouchButton] = {}
        for place, choice in enumerate(Choice):
            button = TouchButton("", "person")
            tall(button, 84)
            button.clicked.connect(partial(self._on_button_clicked, choice))
            grid.addWidget(button, place // 2, place % 2)
            self.buttons[choice] = button
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.body.addLayout(grid)
        self.body.addStretch(1)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text again."""
        super().retranslate()
        self.title.set_text(translate("cashier", "Drawer and shift: press a number"))
        for place, (choice, button) in enumerate(self.buttons.items(), start=1):
            button.set_text(f"{place}   {translate('cashier', _LABELS[choice])}")

    def _on_button_clicked(self, choice: Choice) -> None:
        self.chosen.emit(choice)


class FormPanel(Panel):
    """A few fields under each other; Enter goes to the next and behind the last confirms."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = Form()
        self.hint = PlainLabel(role="muted")
        self.hint.setWordWrap(True)
        self.confirm = TouchButton("", "pay")
        self.body.addWidget(self.hint)
        self.body.addWidget(self.form)
        self.body.addWidget(self.confirm)
        self.body.addStretch(1)
        self._edits: list[QLineEdit] = []
        self.confirm.clicked.connect(self.send)

    def add_edit(self, name: str, edit: QLineEdit) -> None:
        """Add a field; its label comes with `retranslate`."""
        edit.setMinimumHeight(56)
        self.form.add(name, "", edit)
        self._edits.append(edit)
        edit.returnPressed.connect(partial(self._on_edit_return_pressed, edit))

    def start(self) -> None:
        """Empty every field."""
        for edit in self._edits:
            edit.clear()
        self.form.clear_problems()

    def tell_at(self, name: str, text: str) -> None:
        """Say what is wrong right under a field, and put the cursor there."""
        self.form.point_at(FormProblem(name, text))

    def focus_target(self) -> QWidget:
        """The first field."""
        return self._edits[0]

    def send(self) -> None:
        """Hand the answers on; overridden."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down go from field to field."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def _on_edit_return_pressed(self, edit: QLineEdit) -> None:
        at = self._edits.index(edit) + 1
        if at < len(self._edits) and edit.text():
            self._edits[at].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.send()


class CashPanel(FormPanel):
    """Cash put in or taken out, with a reason.

    Signals:
        confirmed: args: Money or None, the reason.
    """

    confirmed = Signal(object, str)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._is_in = words, True
        self.amount_edit, self.reason_edit = MoneyEdit(), QLineEdit()
        self.reason_edit.setMaxLength(80)
        self.add_edit("amount", self.amount_edit)
        self.add_edit("reason", self.reason_edit)
        self.retranslate()

    def ask_cash(self, *, is_in: bool) -> None:
        """Empty the form."""
        self._is_in = is_in
        self.start()
        self.retranslate()

    def tell_cash(self, what: Said | ShukeError) -> None:
        """Say what is wrong."""
        is_reason = isinstance(what, ReasonMissing) or (isinstance(what, Said) and what.text == texts.REASON_MISSING)
        self.tell_at("reason" if is_reason else "amount", tell(self._words, what))

    def send(self) -> None:
        """Hand the answers on."""
        self.confirmed.emit(self.amount_edit.money(), self.reason_edit.text())

    def retranslate(self) -> None:
        """Set every text again."""
        super().retranslate()
        into, out = translate("cashier", "Cash in"), translate("cashier", "Cash out")
        self.title.set_text(into if self._is_in else out)
        self.hint.setText(translate("cashier", "A slip is printed and the drawer opens."))
        self.form.set_label("amount", translate("cashier", "Amount"))
        self.form.set_label("reason", translate("cashier", "Reason"))
        self.confirm.set_text(translate("cashier", "Note it   Enter"))


class PinPanel(FormPanel):
    """One's own new PIN.

    Signals:
        confirmed: args: the old PIN, the new one, the new one again.
    """

    confirmed = Signal(str, str, str)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._pins = [PinEdit(), PinEdit(), PinEdit()]
        for name, edit in zip(("old", "new", "again"), self._pins, strict=True):
            self.add_edit(name, edit)
        self.retranslate()

    def ask_pin(self) -> None:
        """Empty the form."""
        self.start()

    def show_pin_busy(self, is_busy: bool) -> None:
        """The PIN is being changed."""
        self.confirm.setEnabled(not is_busy)

    def tell_pin(self, what: Said | ShukeError) -> None:
        """Say what is wrong."""
        self.tell_at(_pin_field(what), tell(self._words, what))

    def send(self) -> None:
        """Hand the answers on; the PINs do not stay on the screen."""
        old, new, again = (edit.pin() for edit in self._pins)
        self.confirmed.emit(old, new, again)

    def retranslate(self) -> None:
        """Set every text again."""
        super().retranslate()
        self.title.set_text(translate("cashier", "Change my PIN"))
        self.hint.setText(translate("cashier", "Six digits or more that nobody guesses."))
        self.form.set_label("old", translate("cashier", "PIN now"))
        self.form.set_label("new", translate("cashier", "New PIN"))
        self.form.set_label("again", translate("cashier", "New PIN again"))
        self.confirm.set_text(translate("cashier", "Change it   Enter"))


def _pin_field(what: Said | ShukeError) -> str:
    """Which of the three fields it is about."""
    if isinstance(what, Said) and what.text == texts.PIN_DIFFERS:
        return "again"
    is_about_new = isinstance(what, Said | PinTooShort | PinTooEasy)
    return "new" if is_about_new else "old"


class TillPort:
    """Menu and forms as one screen for their presenter."""

    def __init__(self, cash: CashPanel, pin: PinPanel) -> None:
        self.ask_cash, self.tell_cash = cash.ask_cash, cash.tell_cash
        self.ask_pin, self.show_pin_busy, self.tell_pin = pin.ask_pin, pin.show_pin_busy, pin.tell_pin
