"""The tender panel: what is due, what was handed over, what goes back; digits are always the amount."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.services.payments.plan import MOST_REFERENCE, PaymentPlan, Tender, TenderKind
from app.ui.cashier.function_keys import CapButton
from app.ui.cashier.panel import Panel
from app.ui.cashier.payment_presenter import Preview
from app.ui.cashier.telling import tell, tender_name, translate
from app.ui.cashier.texts import Said
from app.ui.kit.buttons import TouchButton
from app.ui.kit.keypad import Keypad
from app.ui.kit.keys import Action, KeyMap
from app.ui.kit.labels import ElidedLabel, FitLabel, PlainLabel
from app.ui.kit.money_edit import MoneyEdit
from app.ui.kit.theme import Sizes, set_role
from app.ui.kit.words import Words
from app.values.errors import ShukeError
from app.values.money import Money

KINDS: Final = {
    Action.TENDER_WECHAT: TenderKind.WECHAT,
    Action.TENDER_ALIPAY: TenderKind.ALIPAY,
    Action.TENDER_CARD: TenderKind.CARD,
}


class PaymentPanel(Panel):
    """Shows a plan of payment; says what the cashier did.

    Signals:
        amount_changed: Another amount stands in the field. arg: Money, or None for an empty one.
        action_requested: A way of paying was tapped. arg: the action's value.
        note_tapped: A banknote was tapped. arg: Money.
        remove_requested: The last part payment is to be taken back.
    """

    amount_changed = Signal(object)
    action_requested = Signal(str)
    note_tapped = Signal(object)
    remove_requested = Signal()

    def __init__(self, words: Words, key_map: KeyMap, notes: Sequence[Money], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._notes = words, tuple(notes)
        self._note_row = QHBoxLayout()
        self._note_row.setSpacing(6)
        self._plan: PaymentPlan | None = None
        self._preview: Preview | None = None
        self._careful: Said | ShukeError | None = None
        self._kind: TenderKind | None = None
        self._asked: Money | None = None
        # In a low place: 54 px is the largest size whose comma still ends above the edge.
        self.due = FitLabel(largest=54, smallest=36)
        self.due.setFixedHeight(66)
        self._due_note = ElidedLabel(role="muted")
        self.amount_edit = MoneyEdit()
        set_role(self.amount_edit, "amount")
        self.reference_edit = QLineEdit()
        self.reference_edit.setMaxLength(MOST_REFERENCE)
        set_role(self.reference_edit, "reference")
        self.outcome = FitLabel(largest=34, smallest=18)
        self._warning = PlainLabel(role="problem")
        self._warning.setWordWrap(True)
        self._warning.setStyleSheet(f"font-size: {Sizes.SMALL}px;")
        self._below = QStackedWidget()
        self._below.addWidget(self.outcome)
        self._below.addWidget(self._warning)
        self._below.setFixedHeight(52)
        self._taken = ElidedLabel(lines=2)
        self.remove = TouchButton("", "plain")
        self.pad = Keypad(enter=False, target=self.amount_edit)
        self.buttons = {action: CapButton(action, key_map, "key") for action in KINDS}
        self.cash = CapButton(Action.TENDER_CASH, key_map, "primary", stacked=True, label_px=26)
        self._note_buttons: list[TouchButton] = []
        self._lay_out()
        self.set_notes(self._notes)
        self._connect()
        self.retranslate()

    # Showing

    def show_plan(self, plan: PaymentPlan) -> None:
        """Show what is due and what was taken; empty the amount."""
        self._plan = plan
        self.amount_edit.set_money(None)
        self._show()

    def set_notes(self, notes: Sequence[Money]) -> None:
        """Offer these banknotes."""
        for button in self._note_buttons:
            self._note_row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._notes = tuple(notes)
        self._note_buttons = [self._note_button(note) for note in self._notes]
        for button in self._note_buttons:
            self._note_row.addWidget(button, 1)
        self._show_ways()

    def show_preview(self, preview: Preview | None) -> None:
        """Show what Enter would do."""
        self._preview = preview
        self._show_outcome()

    def amount(self) -> Money | None:
        """What was typed."""
        return self.amount_edit.money()

    def set_amount(self, amount: Money | None) -> None:
        """Put an amount into the field."""
        self.amount_edit.set_money(amount)
        self.amount_edit.setFocus(Qt.FocusReason.MouseFocusReason)

    def ask_reference(self, kind: TenderKind, amount: Money) -> None:
        """Ask for the optional number of an electronic payment."""
        self._kind, self._asked = kind, amount
        self.reference_edit.clear()
        self._entry.setCurrentWidget(self.reference_edit)
        self.pad.set_target(self.reference_edit)
        self._show()
        self.reference_edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave_reference(self) -> None:
        """Back to the amount."""
        self._kind = self._asked = None
        self._entry.setCurrentWidget(self.amount_edit)
        self.pad.set_target(self.amount_edit)
        self._show()
        if self.isVisible():
            self.amount_edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def reference(self) -> str:
        """What was noted."""
        return self.reference_edit.text().strip()

    def show_careful(self, what: Said | ShukeError | None) -> None:
        """Say what must be looked at before Enter is pressed again."""
        self._careful = what
        self._warning.setText(tell(self._words, what) if what is not None else "")
        self._below.setCurrentWidget(self._warning if what is not None else self.outcome)

    def focus_target(self) -> QWidget:
        """The amount."""
        return self.amount_edit if self._kind is None else self.reference_edit

    def retranslate(self) -> None:
        """Set every text again."""
        super().retranslate()
        self.reference_edit.setPlaceholderText(translate("cashier", "Payment number (may stay empty)"))
        self.remove.set_text(translate("cashier", "Take back"))
        self._show_ways()
        self.show_careful(self._careful)
        self._show()

    # Within

    def _show(self) -> None:
        plan = self._plan
        if plan is None:
            return
        is_part = bool(plan.tenders)
        self.due.set_text(self._words.money(plan.remaining))
        rounded = translate("cashier", "in cash {amount}").format(amount=self._words.money(plan.cash_due))
        self._due_note.set_text(rounded)
        self._due_note.setVisible(plan.cash_due != plan.remaining)
        still = translate("cashier", "Still to pay")
        self.title.set_text(still if is_part else translate("cashier", "To pay"))
        self._taken.set_text("   ".join(self._tender_text(tender) for tender in plan.tenders))
        self._taken_row.setVisible(is_part)
        self.amount_edit.setPlaceholderText(self._words.amount(plan.cash_due))
        self._show_ways()
        self._show_outcome()

    def _show_ways(self) -> None:
        """The large button says what Enter takes; notes are for cash only."""
        self.cash.set_label(tender_name(self._kind) if self._kind is not None else "")
        for button, note in zip(self._note_buttons, self._notes, strict=True):
            button.set_text("+" + self._words.money(note).removesuffix(".00"))
            button.setEnabled(self._kind is None)

    def _note_button(self, note: Money) -> TouchButton:
        button = TouchButton("", "key")
        button.clicked.connect(partial(self.note_tapped.emit, note))
        return button

    def _tender_text(self, tender: Tender) -> str:
        return f"{tender_name(tender.kind)} {self._words.money(tender.amount)}"

    def _show_outcome(self) -> None:
        self.outcome.set_text(self._outcome_text())
        is_good = self._kind is not None or (self._preview is not None and self._preview.change is not None)
        set_role(self.outcome, "good" if is_good else "problem" if self._preview is None else "")

    def _outcome_text(self) -> str:
        if self._kind is not None and self._asked is not None:
            text = translate("cashier", "{kind} {amount}: Enter")
            return text.format(kind=tender_name(self._kind), amount=self._words.money(self._asked))
        preview = self._preview
        if preview is None:
            return translate("cashier", "Please check the amount")
        if preview.due is not None:
            return translate("cashier", "In cash {amount} is due").format(amount=self._words.money(preview.due))
        if preview.change is None:
            text = translate("cashier", "Then {amount} remains")
            return text.format(amount=self._words.money(preview.remaining))
        if not preview.change:
            return translate("cashier", "Exact: no change")
        return translate("cashier", "Change {amount}").format(amount=self._words.money(preview.change))

    def _lay_out(self) -> None:
        due_card = QFrame()
        set_role(due_card, "careful_card")
        due = QVBoxLayout(due_card)
        due.setContentsMargins(0, 0, 0, 0)
        due.setSpacing(0)
        self._due_note.set_alignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        due.addWidget(self.due)
        due.addWidget(self._due_note)
        self._taken_row = QWidget()
        taken = QHBoxLayout(self._taken_row)
        taken.setContentsMargins(0, 0, 0, 0)
        taken.addWidget(self._taken, 1)
        taken.addWidget(self.remove)
        self._entry = QStackedWidget()
        self._entry.addWidget(self.amount_edit)
        self._entry.addWidget(self.reference_edit)
        self._entry.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.body.setSpacing(6)
        for widget in (due_card, self._taken_row, self._entry, self._below):
            self.body.addWidget(widget)
        self.body.addLayout(self._note_row)
        self.body.addLayout(self._pad_row(), 1)

    def _pad_row(self) -> QHBoxLayout:
        ways = QGridLayout()
        ways.setSpacing(6)
        for line, button in enumerate(self.buttons.values()):
            ways.addWidget(button, line, 0)
            ways.setRowStretch(line, 2)
        ways.addWidget(self.cash, 3, 0)
        ways.setRowStretch(3, 3)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.pad, 3)
        row.addLayout(ways, 2)
        for name in (*"0123456789", ".", "back"):
            self.pad.button(name).setMinimumHeight(Sizes.TARGET)
        return row

    def _connect(self) -> None:
        self.amount_edit.money_changed.connect(self.amount_changed)
        self.reference_edit.textChanged.connect(self._on_reference_edit_text_changed)
        self.remove.clicked.connect(self.remove_requested)
        self.cash.requested.connect(self.action_requested)
        for button in self.buttons.values():
            button.requested.connect(self.action_requested)

    def _on_reference_edit_text_changed(self, text: str) -> None:
        """Digits as large as the amount's; the hint needs smaller letters."""
        set_role(self.reference_edit, "amount" if text else "reference")
