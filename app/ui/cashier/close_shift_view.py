"""Counting the drawer: by note and coin, or the sum; over or short is shown after the count."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.services.shifts.close import CashCount, ClosedShift, NoteCount
from app.ui.cashier.panel import ChoicePanel, tall
from app.ui.cashier.telling import tell, translate
from app.ui.cashier.texts import Said
from app.ui.kit.buttons import TouchButton
from app.ui.kit.labels import ElidedLabel, FitLabel, PlainLabel
from app.ui.kit.money_edit import CountEdit, MoneyEdit
from app.ui.kit.theme import set_role
from app.ui.kit.words import Words
from app.values.errors import ShukeError
from app.values.money import ZERO, Money


class CloseShiftPanel(ChoicePanel):
    """Takes a count and shows what it came to.

    Signals:
        changed: The count is another one.
        count_confirmed: Enter. arg: CashCount, or None for an empty form.
    """

    changed = Signal()
    count_confirmed = Signal(object)

    def __init__(self, words: Words, values: Sequence[Money], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._values = words, tuple(values)
        self._closed: ClosedShift | None = None
        self._told: Said | ShukeError | None = None
        self._is_asking = False
        self.hint = PlainLabel(role="muted")
        self.hint.setWordWrap(True)
        self.total_edit = MoneyEdit()
        set_role(self.total_edit, "amount")
        self.total_label = PlainLabel(role="field")
        self.pieces = [CountEdit(digits=5) for _ in self._values]
        self._piece_labels = [PlainLabel() for _ in self._values]
        self._piece_sums = [PlainLabel(role="muted") for _ in self._values]
        self.confirm = tall(TouchButton("", "pay"))  # it becomes a warning, and stays as high
        self.outcome = FitLabel(largest=76, smallest=36)
        self.outcome.setFixedHeight(96)
        self.outcome.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.verdict = PlainLabel(role="headline")
        self.facts = [ElidedLabel() for _ in range(4)]
        self.go_on = TouchButton("", "pay")
        self._pages = QStackedWidget()
        self._pages.addWidget(self._count_page())
        self._pages.addWidget(self._closed_page())
        self.body.addWidget(self._pages, 1)
        self._connect()
        self.retranslate()

    def start(self) -> None:
        """Empty the count."""
        self._closed = self._told = None
        self._is_asking = False
        self.total_edit.set_money(None)
        for edit in self.pieces:
            edit.set_count(None)
        self._pages.setCurrentIndex(0)
        self.retranslate()

    def ask_again(self, count: CashCount | None) -> None:
        """Show the sum and ask for a second Enter."""
        self._is_asking, self._told = count is not None, None
        if count is not None and self.total_edit.money() != count.total:
            self.total_edit.blockSignals(True)
            self.total_edit.set_money(count.total)
            self.total_edit.blockSignals(False)
        self.retranslate()

    def show_closed(self, closed: ClosedShift) -> None:
        """Show what the count came to."""
        self._closed = closed
        self._pages.setCurrentIndex(1)
        self.retranslate()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def tell(self, what: Said | ShukeError) -> None:
        """Say what is wrong."""
        self._told = what
        self.show_problem(tell(self._words, what))

    def focus_target(self) -> QWidget:
        """The sum; the panel itself once the shift is closed."""
        return self.total_edit if self._closed is None else self

    def retranslate(self) -> None:
        """Set every text again."""
        super().retranslate()
        self.title.set_text(translate("cashier", "Close the shift"))
        self.hint.setText(translate("cashier", "Count the drawer with its float: type the sum, or the pieces of each."))
        self.total_label.setText(translate("cashier", "Counted"))
        again = translate("cashier", "{total} counted. Close now?   Enter")
        first = translate("cashier", "Go on   Enter")
        total = self._words.money(self.total_edit.money() or ZERO)
        self.confirm.set_text(again.format(total=total) if self._is_asking else first)
        set_role(self.confirm, "danger" if self._is_asking else "pay")
        self.go_on.set_text(translate("cashier", "Done   Enter"))
        for label, value in zip(self._piece_labels, self._values, strict=True):
            label.setText(self._words.money(value).removesuffix(".00") + "  ×")
        self.show_problem(tell(self._words, self._told) if self._told is not None else "")
        self._show_sums()
        self._show_closed()

    def _show_sums(self) -> None:
        for label, edit, value in zip(self._piece_sums, self.pieces, self._values, strict=True):
            label.setText(self._words.amount(Money(value.minor * (edit.count() or 0))) if edit.count() else "")

    def _show_closed(self) -> None:
        closed = self._closed
        self.back.setVisible(closed is None)
        if closed is None:
            return
        words, off = self._words, closed.over_short
        self.outcome.set_text(words.money(off, plus=True))
        over, short = translate("cashier", "Over"), translate("cashier", "Short")
        self.verdict.setText(translate("cashier", "✓ Exactly right") if not off else over if off > ZERO else short)
        set_role(self.outcome, "good" if not off else "problem")
        texts = (
            translate("cashier", "Counted {amount}").format(amount=words.money(closed.counted)),
            translate("cashier", "Expected {amount}").format(amount=words.money(closed.expected)),
            translate("cashier", "Shift {number} is closed; the Z report is being printed.").format(
                number=closed.number
            ),
            translate("cashier", "{count} baskets stay on hold for the next shift.").format(count=len(closed.held))
            if closed.held
            else "",
        )
        for label, text in zip(self.facts, texts, strict=True):
            label.set_text(text)
            label.setVisible(bool(text))

    def _count_page(self) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(self.total_label)
        head.addWidget(self.total_edit, 1)
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        half = (len(self._values) + 1) // 2
        for at, edit in enumerate(self.pieces):
            line, side = at % half, 3 * (at // half)
            edit.setMinimumHeight(48)
            self._piece_labels[at].setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(self._piece_labels[at], line, side)
            grid.addWidget(edit, line, side + 1)
            self._piece_sums[at].setMinimumWidth(84)
            grid.addWidget(self._piece_sums[at], line, side + 2)
        for column in (1, 4):
            grid.setColumnStretch(column, 1)
        layout.addWidget(self.hint)
        layout.addLayout(head)
        self.put_problem(layout, head)
        layout.addLayout(grid)
        layout.addStretch(1)
        layout.addWidget(self.confirm)
        return page

    def _closed_page(self) -> QWidget:
        page = QFrame()
        layout = QVBoxLayout(page)
        layout.setSpacing(10)
        layout.addStretch(1)
        self.verdict.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout.addWidget(self.verdict)
        layout.addWidget(self.outcome)
        for label in self.facts:
            label.set_alignment(Qt.AlignmentFlag.AlignCenter)
            layout.addWidget(label)
        layout.addStretch(2)
        layout.addWidget(self.go_on)
        return page

    def _connect(self) -> None:
        self.total_edit.textEdited.connect(self._on_total_edit_text_edited)
        for edit in self.pieces:
            edit.textEdited.connect(self._on_pieces_edited)
        self.confirm.clicked.connect(self._send)
        self.go_on.clicked.connect(self._send)
        self.enter_pressed.connect(self._send)
        self.step_requested.connect(self._on_step_requested)

    def _on_step_requested(self, step: int) -> None:
        self.focusNextPrevChild(step > 0)

    def _on_total_edit_text_edited(self) -> None:
        for edit in self.pieces:
            edit.set_count(None)
        self._show_sums()
        self.changed.emit()

    def _on_pieces_edited(self) -> None:
        notes = self._notes()
        self.total_edit.set_money(CashCount.of_notes(notes).total if notes else None)
        self._show_sums()
        self.changed.emit()

    def _notes(self) -> tuple[NoteCount, ...]:
        pairs = zip(self._values, self.pieces, strict=True)
        return tuple(NoteCount(value, count) for value, edit in pairs if (count := edit.count()))

    def _send(self) -> None:
        notes, total = self._notes(), self.total_edit.money()
        count = CashCount.of_notes(notes) if notes else (CashCount(total) if total is not None else None)
        self.count_confirmed.emit(count)
