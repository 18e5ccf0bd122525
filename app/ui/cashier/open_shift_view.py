"""The page between signing in and selling: the float."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.cashier.telling import translate
from app.ui.kit.buttons import TouchButton
from app.ui.kit.keypad import Keypad
from app.ui.kit.labels import PlainLabel
from app.ui.kit.money_edit import MoneyEdit
from app.ui.kit.retranslated import Retranslated
from app.ui.kit.theme import set_role
from app.ui.kit.words import Words
from app.values.errors import ShukeError
from app.values.money import Money

QUICK_FLOATS = (Money(0), Money(10_000), Money(20_000), Money(30_000), Money(50_000))


class OpenShiftView(Retranslated, QWidget):
    """Asks for the float.

    Signals:
        float_confirmed: arg: Money, or None for an empty field.
        office_requested: The owner goes to the back office without opening a shift.
    """

    float_confirmed = Signal(object)
    office_requested = Signal()

    def __init__(self, words: Words, floats: Sequence[Money] = QUICK_FLOATS, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._floats = words, tuple(floats)
        self._problem: ShukeError | None = None
        set_role(self, "screen")
        self.title = PlainLabel(role="headline")
        self.hint = PlainLabel(role="muted")
        self.hint.setWordWrap(True)
        self.edit = MoneyEdit()
        set_role(self.edit, "amount")
        self.quick = [TouchButton("", "key") for _ in self._floats]
        self.problem = PlainLabel(role="problem")
        self.problem.setWordWrap(True)
        self.problem.hide()
        self.open_button = TouchButton("", "pay")
        self.office_button = TouchButton("", "quiet")
        self.office_button.hide()
        self.office_button.clicked.connect(self.office_requested)
        self.pad = Keypad(enter=False, target=self.edit)
        self._lay_out()
        self.edit.returnPressed.connect(self._send)
        self.open_button.clicked.connect(self._send)
        for button, amount in zip(self.quick, self._floats, strict=True):
            button.clicked.connect(partial(self._on_quick_clicked, amount))
        self.retranslate()

    def start(self) -> None:
        """Empty the field."""
        self.edit.set_money(None)
        self._problem = None
        self.retranslate()

    def tell(self, what: ShukeError) -> None:
        """Say what is wrong."""
        self._problem = what
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text again."""
        self.title.setText(translate("cashier", "Open the shift"))
        self.hint.setText(translate("cashier", "How much change lies in the drawer before the first sale?"))
        self.edit.setPlaceholderText(self._words.amount(Money(0)))
        self.open_button.set_text(translate("cashier", "Open the shift   Enter"))
        self.office_button.set_text(translate("cashier", "To the back office, without opening"))
        for button, amount in zip(self.quick, self._floats, strict=True):
            button.set_text(self._words.money(amount).removesuffix(".00"))
        self.problem.setText(self._words.tell(self._problem) if self._problem is not None else "")
        self.problem.setVisible(self._problem is not None)

    def showEvent(self, event: QShowEvent) -> None:
        """Typing begins at once."""
        super().showEvent(event)
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        card = QFrame()
        set_role(card, "card")
        card.setFixedWidth(560)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(28, 20, 28, 24)
        inside.setSpacing(12)
        quick = QHBoxLayout()
        quick.setSpacing(6)
        for button in self.quick:
            quick.addWidget(button, 1)
        for widget in (self.title, self.hint, self.edit, self.problem):
            inside.addWidget(widget)
        inside.addLayout(quick)
        inside.addWidget(self.pad)
        inside.addWidget(self.open_button)
        inside.addWidget(self.office_button)
        layout = QVBoxLayout(self)
        layout.addStretch(1)
        layout.addWidget(card, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(2)

    def _on_quick_clicked(self, amount: Money) -> None:
        self.edit.set_money(amount)
        self.edit.setFocus(Qt.FocusReason.MouseFocusReason)

    def _send(self) -> None:
        self.float_confirmed.emit(self.edit.money())
