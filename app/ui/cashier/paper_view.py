"""Reprints, reports, and the question whether a receipt came out."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.services.checkout.values import PostedSale
from app.services.receipts.parts import Receipt
from app.services.receipts.queue import OfferedJob
from app.ui.cashier.panel import MOST_NUMBER, ChoicePanel, Panel, code_edit, tall
from app.ui.cashier.receipt_sheet import ReceiptView
from app.ui.cashier.telling import tell, translate
from app.ui.cashier.texts import Said
from app.ui.kit.buttons import TouchButton
from app.ui.kit.labels import PlainLabel
from app.ui.kit.words import Words
from app.values.errors import ShukeError


class PaperPanel(Panel):
    """Shows a paper; a receipt can be chosen by its number and printed again.

    Signals:
        number_entered: Enter. arg: the typed number; empty to print what is shown.
    """

    number_entered = Signal(str)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._number, self._is_report = "", False
        self.edit = code_edit(MOST_NUMBER)
        self.print_button = TouchButton("", "primary")
        self.view = ReceiptView()
        row = QHBoxLayout()
        row.addWidget(self.edit, 1)
        row.addWidget(self.print_button)
        self.body.addLayout(row)
        self.put_problem(self.body, row)
        self.body.addWidget(self.view, 1)
        self.edit.returnPressed.connect(self._on_edit_return_pressed)
        self.print_button.clicked.connect(self._on_edit_return_pressed)
        self.retranslate()

    def ask_number(self, last: PostedSale | None, receipt: Receipt | None) -> None:
        """Ask which receipt; the last one is shown."""
        self._show(last.number if last is not None else "", receipt, is_report=False)

    def show_receipt(self, number: str, receipt: Receipt) -> None:
        """Show a receipt that can be printed again."""
        self._show(number, receipt, is_report=False)

    def show_report(self, receipt: Receipt) -> None:
        """Show a report that is being printed."""
        self._show("", receipt, is_report=True)

    def tell(self, what: Said | ShukeError) -> None:
        """Say what is wrong."""
        self.show_problem(tell(self._words, what))
        self.edit.selectAll()

    def focus_target(self) -> QWidget:
        """The number, where there is one to type."""
        return self if self._is_report else self.edit

    def retranslate(self) -> None:
        """Set every text again."""
        super().retranslate()
        report, receipt = translate("cashier", "Report, being printed"), translate("cashier", "Print a receipt again")
        self.title.set_text(report if self._is_report else receipt)
        self.edit.setPlaceholderText(translate("cashier", "Another receipt's number, as T1-000123"))
        text = translate("cashier", "Print {number}   Enter")
        self.print_button.set_text(text.format(number=self._number))

    def _show(self, number: str, receipt: Receipt | None, *, is_report: bool) -> None:
        self._number, self._is_report = number, is_report
        self.edit.clear()
        self.edit.setVisible(not is_report)
        self.print_button.setVisible(not is_report)
        self.view.show_receipt(receipt)
        self.show_problem("")
        self.retranslate()

    def _on_edit_return_pressed(self) -> None:
        self.number_entered.emit(self.edit.text())


class UnsurePanel(ChoicePanel):
    """Asks whether a paper came out.

    Signals:
        answered: arg: whether it did.
    """

    answered = Signal(bool)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._job: OfferedJob | None = None
        self.question = PlainLabel(role="headline")
        self.detail = PlainLabel(role="muted")
        self.yes, self.no = TouchButton("", "pay"), tall(TouchButton("", "plain"))
        self.body.addStretch(1)
        for label in (self.question, self.detail):
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self.body.addWidget(label)
        self.body.addSpacing(16)
        self.body.addWidget(self.yes)
        self.body.addWidget(self.no)
        self.body.addStretch(2)
        self.yes.clicked.connect(self._on_yes)
        self.no.clicked.connect(self._on_no)
        self.digit_pressed.connect(self._on_digit_pressed)
        self.retranslate()

    def ask_printed(self, job: OfferedJob) -> None:
        """Ask about one paper."""
        self._job = job
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text again."""
        super().retranslate()
        self.title.set_text(translate("cashier", "A paper in doubt"))
        self.yes.set_text(translate("cashier", "1   Yes, it came out"))
        self.no.set_text(translate("cashier", "2   No: print it again, marked COPY"))
        if self._job is not None:
            question = translate("cashier", "Did {number} come out of the printer?")
            self.question.setText(question.format(number=self._job.number or self._job.kind))
            self.detail.setText(translate("cashier", "The sale itself is safe. A scan goes on; F10 asks again."))

    def _on_digit_pressed(self, digit: int) -> None:
        if digit in (1, 2):
            self.answered.emit(digit == 1)

    def _on_yes(self) -> None:
        self.answered.emit(True)

    def _on_no(self) -> None:
        self.answered.emit(False)
