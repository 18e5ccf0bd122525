"""One figure for one line: a price or a weight."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.ui.cashier.panel import Panel
from app.ui.cashier.rows import LineRow
from app.ui.cashier.telling import tell, translate
from app.ui.cashier.texts import Said
from app.ui.cashier.value_presenter import Asked
from app.ui.kit.labels import ElidedLabel, PlainLabel
from app.ui.kit.money_edit import MoneyEdit, QuantityEdit
from app.ui.kit.theme import set_role
from app.ui.kit.words import Words
from app.values.errors import ShukeError


class ValuePanel(Panel):
    """Asks for a price or a weight.

    Signals:
        price_confirmed: arg: Money or None.
        weight_confirmed: arg: Quantity or None.
    """

    price_confirmed = Signal(object)
    weight_confirmed = Signal(object)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._asked = Asked.PRICE
        self._row: LineRow | None = None
        self.name = ElidedLabel(role="headline", lines=2)
        self.hint = PlainLabel(role="muted")
        self.hint.setWordWrap(True)
        self.price_edit, self.weight_edit = MoneyEdit(), QuantityEdit(by_weight=True)
        self._editors = QStackedWidget()
        for editor in (self.price_edit, self.weight_edit):
            set_role(editor, "amount")
            self._editors.addWidget(editor)
        self._editors.setFixedHeight(76)
        for widget in (self.name, self.hint, self._editors):
            self.body.addWidget(widget)
        self.put_problem(self.body, self._editors)
        self.body.addStretch(1)
        self.price_edit.returnPressed.connect(self._on_price_return_pressed)
        self.weight_edit.returnPressed.connect(self._on_weight_return_pressed)
        self.retranslate()

    def ask(self, what: Asked, row: LineRow) -> None:
        """Ask; the field is empty."""
        self._asked, self._row = what, row
        self.price_edit.set_money(None)
        self.weight_edit.set_quantity(None)
        self._editors.setCurrentWidget(self.focus_target())
        self.show_problem("")
        self.retranslate()

    def tell(self, what: Said | ShukeError) -> None:
        """Say what is wrong."""
        self.show_problem(tell(self._words, what))

    def focus_target(self) -> QWidget:
        """The field in use."""
        return self.weight_edit if self._asked is Asked.WEIGHT else self.price_edit

    def retranslate(self) -> None:
        """Set every text again."""
        super().retranslate()
        titles = {
            Asked.PRICE: translate("cashier", "Another price"),
            Asked.FIRST_PRICE: translate("cashier", "First price"),
            Asked.WEIGHT: translate("cashier", "Weight in kg"),
        }
        hints = {
            Asked.PRICE: translate("cashier", "For this sale only. Now {price}"),
            Asked.FIRST_PRICE: translate("cashier", "It has no price yet. What you type becomes its shelf price."),
            Asked.WEIGHT: translate("cashier", "{price}  ·  type what the scale shows, as 0.735"),
        }
        self.title.set_text(titles[self._asked])
        row = self._row
        if row is not None:
            self.name.set_text(f"{row.name}  {row.spec}".strip())
            price = "" if row.unit_price is None else self._words.price(row.unit_price, row.by_weight)
            self.hint.setText(hints[self._asked].format(price=price))

    def _on_price_return_pressed(self) -> None:
        self.price_confirmed.emit(self.price_edit.money())

    def _on_weight_return_pressed(self) -> None:
        self.weight_confirmed.emit(self.weight_edit.quantity())
