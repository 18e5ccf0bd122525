"""Another person's PIN for one action."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.services.common.actor import Permission
from app.ui.cashier.panel import Panel
from app.ui.cashier.telling import translate
from app.ui.kit.labels import PlainLabel
from app.ui.kit.pin_edit import PinEdit
from app.ui.kit.theme import set_role
from app.ui.kit.words import Words
from app.values.errors import QT_TRANSLATE_NOOP, ShukeError

_ACTIONS: Final = {
    Permission.CHANGE_PRICE: QT_TRANSLATE_NOOP("cashier", "Another price for a line"),
    Permission.SET_MISSING_PRICE: QT_TRANSLATE_NOOP("cashier", "A first price for an article"),
    Permission.REFUND_OVER_LIMIT: QT_TRANSLATE_NOOP("cashier", "A refund over the limit, or in cash for other money"),
    Permission.OPEN_DRAWER: QT_TRANSLATE_NOOP("cashier", "Opening the drawer without a sale"),
    Permission.CLOSE_OTHERS_SHIFT: QT_TRANSLATE_NOOP("cashier", "Closing a shift that somebody else opened"),
}


class GrantPanel(Panel):
    """Asks for a PIN.

    Signals:
        pin_entered: arg: the PIN.
    """

    pin_entered = Signal(str)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._permission: Permission | None = None
        self._refusal: ShukeError | None = None
        self._is_busy = False
        self.action = PlainLabel(role="headline")
        self.action.setWordWrap(True)
        self.hint = PlainLabel(role="muted")
        self.hint.setWordWrap(True)
        self.edit = PinEdit()
        set_role(self.edit, "amount")
        self.edit.setMaximumWidth(420)
        self.body.addWidget(self.action)
        self.body.addWidget(self.hint)
        self.body.addSpacing(8)
        self.body.addWidget(self.edit)
        self.put_problem(self.body, self.edit)
        self.problem.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.body.addStretch(1)
        self.body.setAlignment(self.edit, Qt.AlignmentFlag.AlignHCenter)
        self.edit.setMinimumWidth(320)
        self.edit.completed.connect(self._on_edit_completed)
        self.retranslate()

    def ask(self, permission: Permission) -> None:
        """Say what leave is asked for; the PIN is empty."""
        self._permission, self._refusal = permission, None
        self.edit.clear()
        self.retranslate()

    def show_busy(self, is_busy: bool) -> None:
        """A PIN is being checked; typing waits."""
        self._is_busy = is_busy
        self.edit.setReadOnly(is_busy)
        self._show_hint()

    def show_refusal(self, problem: ShukeError) -> None:
        """Say why not."""
        self._refusal = problem
        self.edit.clear()
        self.retranslate()
        self.take_focus()

    def focus_target(self) -> QWidget:
        """The PIN."""
        return self.edit

    def retranslate(self) -> None:
        """Set every text again."""
        super().retranslate()
        self.title.set_text(translate("cashier", "The owner's PIN, please"))
        permission = self._permission
        if permission is not None:
            source = _ACTIONS.get(permission)
            self.action.setText(translate("cashier", source) if source else permission.value)
        self.show_problem(self._words.tell(self._refusal) if self._refusal is not None else "")
        self._show_hint()

    def _show_hint(self) -> None:
        busy = translate("cashier", "Checking …")
        calm = translate("cashier", "Good for this one action. Both names are written down.")
        self.hint.setText(busy if self._is_busy else calm)

    def _on_edit_completed(self, pin: str) -> None:
        self.edit.clear()
        self.pin_entered.emit(pin)
