"""The line with the cursor: its figures to type, one after the other with Enter."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.services.inventory.values import DocumentKind
from app.services.inventory.working import WorkingLine
from app.ui.kit.buttons import TouchButton
from app.ui.kit.labels import ElidedLabel, PlainLabel
from app.ui.kit.money_edit import MoneyEdit
from app.ui.kit.retranslated import Retranslated
from app.ui.kit.theme import Sizes, scaled, set_role
from app.ui.kit.words import Words

WITH_COST = frozenset({DocumentKind.RECEIPT, DocumentKind.RETURN, DocumentKind.OPENING})
WITH_EXPIRY = frozenset({DocumentKind.RECEIPT, DocumentKind.OPENING})


class LineFields(Retranslated, QFrame):
    """Quantity, cost of one or of all, expiry, lot.

    Signals:
        quantity_typed, expiry_typed, lot_typed: arg: the text.
        each_typed, total_typed: arg: Money or None.
        removed: The line shall go.
        finished: Enter in the last field.
    """

    quantity_typed = Signal(str)
    each_typed = Signal(object)
    total_typed = Signal(object)
    expiry_typed = Signal(str)
    lot_typed = Signal(str)
    removed = Signal()
    finished = Signal()

    def __init__(self, words: Words, exponent: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "card")
        self._words = words
        self.name = ElidedLabel(role="strong")
        self.quantity, self.expiry, self.lot = QLineEdit(), QLineEdit(), QLineEdit()
        self.each, self.total = MoneyEdit(exponent=exponent), MoneyEdit(exponent=exponent)
        self.remove_button = TouchButton("", "plain", self)
        self._fields: tuple[tuple[QLineEdit, PlainLabel], ...] = tuple(
            (edit, PlainLabel(role="muted")) for edit in (self.quantity, self.each, self.total, self.expiry, self.lot)
        )
        self._lay_out()
        for edit, _ in self._fields:
            edit.installEventFilter(self)
            edit.editingFinished.connect(self.commit)
        self.remove_button.clicked.connect(self.removed)
        self.retranslate()

    def show_line(self, line: WorkingLine | None, kind: DocumentKind) -> None:
        """Show a line's figures; without one there is nothing to type into."""
        with_cost, with_expiry = kind in WITH_COST, kind in WITH_EXPIRY
        visible = (True, with_cost, with_cost, with_expiry, with_expiry)
        for (edit, label), is_shown in zip(self._fields, visible, strict=True):
            edit.setVisible(is_shown)
            label.setVisible(is_shown)
        self.setEnabled(line is not None)
        self.name.set_text(f"{line.name} {line.spec}".strip() if line is not None else "")
        self.quantity.setText(str(line.quantity) if line is not None else "")
        self.each.set_money(line.cost_each if line is not None else None)
        self.total.set_money(line.amount if line is not None else None)
        self.expiry.setText(line.expires_on.isoformat() if line is not None and line.expires_on else "")
        self.lot.setText(line.lot_code if line is not None else "")
        for edit, _ in self._fields:
            edit.setModified(False)

    def commit(self) -> None:
        """Hand over what was typed and not handed over yet."""
        edits = {
            self.quantity: lambda: self.quantity_typed.emit(self.quantity.text()),
            self.each: lambda: self.each_typed.emit(self.each.money()),
            self.total: lambda: self.total_typed.emit(self.total.money()),
            self.expiry: lambda: self.expiry_typed.emit(self.expiry.text()),
            self.lot: lambda: self.lot_typed.emit(self.lot.text()),
        }
        changed = next((edit for edit in edits if edit.isModified()), None)
        if changed is not None:
            changed.setModified(False)
            edits[changed]()

    def start(self) -> None:
        """Type the quantity."""
        self.quantity.setFocus(Qt.FocusReason.TabFocusReason)
        self.quantity.selectAll()

    def retranslate(self) -> None:
        """Set every text again."""
        titles = (self.tr("Quantity"), self.tr("Cost of one"), self.tr("Cost of all"), self.tr("Keeps until"))
        for (edit, label), title in zip(self._fields, (*titles, self.tr("Lot")), strict=True):
            label.setText(title)
            edit.setAccessibleName(title)
        self.expiry.setPlaceholderText(self.tr("year-month-day"))
        self.remove_button.set_text(self.tr("Remove line"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter goes to the next field, behind the last one back to the codes."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return False
        self.commit()
        self._go_on(watched)
        return True

    def _go_on(self, edit: QObject) -> None:
        shown = [field for field, _ in self._fields if field.isVisible()]
        following = shown[shown.index(edit) + 1 :] if isinstance(edit, QLineEdit) and edit in shown else []
        if following:
            following[0].setFocus(Qt.FocusReason.TabFocusReason)
            following[0].selectAll()
        else:
            self.finished.emit()

    def _lay_out(self) -> None:
        fields = QHBoxLayout()
        fields.setSpacing(Sizes.GAP)
        for (edit, label), width in zip(self._fields, (90, 110, 120, 140, 110), strict=True):
            edit.setMinimumHeight(Sizes.TARGET)
            edit.setMinimumWidth(scaled(width))
            edit.setMaximumWidth(scaled(width + 50))
            column = QVBoxLayout()
            column.setSpacing(2)
            column.addWidget(label)
            column.addWidget(edit)
            fields.addLayout(column)
        fields.addStretch(1)
        head = QHBoxLayout()
        head.addWidget(self.name, 1)
        head.addWidget(self.remove_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 10)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addLayout(fields)
        self.quantity.setProperty("role", "figure")
        self.quantity.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.quantity.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
