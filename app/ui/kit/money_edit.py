"""Fields that give money, a quantity or a whole number, or None; never text."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from app.ui.kit.number_edits import NumberEdit, plain_number
from app.values.money import Money
from app.values.quantity import Quantity

_WHOLE_DIGITS = 9


class MoneyEdit(NumberEdit):
    """An amount in the shop's currency.

    Signals:
        money_changed: The amount is another one. arg: Money, or None for an empty field.
    """

    money_changed = Signal(object)

    def __init__(self, *, maximum: Money | None = None, exponent: int = 2, parent: QWidget | None = None) -> None:
        super().__init__(_WHOLE_DIGITS, exponent, parent)
        self._maximum, self._exponent = maximum, exponent
        self._last: Money | None = None
        self.textChanged.connect(self._on_text_changed)

    def money(self) -> Money | None:
        """What was typed; None when the field is empty or holds no amount."""
        try:
            return Money.parse(plain_number(self.text()), self._exponent)
        except ValueError:
            return None

    def set_money(self, money: Money | None) -> None:
        """Show an amount, or empty the field."""
        self.setText("" if money is None else money.plain(self._exponent))

    def set_maximum(self, maximum: Money | None) -> None:
        """The largest amount that is taken for right; None for any."""
        self._maximum = maximum

    def is_too_much(self) -> bool:
        """Whether the amount is over the maximum."""
        money = self.money()
        return money is not None and self._maximum is not None and money > self._maximum

    @Slot()
    def _on_text_changed(self) -> None:
        money = self.money()
        if money != self._last:
            self._last = money
            self.money_changed.emit(money)


class QuantityEdit(NumberEdit):
    """Pieces, or kilograms with three decimals.

    Signals:
        quantity_changed: arg: Quantity, or None for an empty field.
    """

    quantity_changed = Signal(object)

    def __init__(self, *, by_weight: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(5, 3 if by_weight else 0, parent)
        self._last: Quantity | None = None
        self.textChanged.connect(self._on_text_changed)

    def quantity(self) -> Quantity | None:
        """What was typed; None when the field is empty or holds no number."""
        try:
            return Quantity.parse(plain_number(self.text()))
        except ValueError:
            return None

    def set_quantity(self, quantity: Quantity | None) -> None:
        """Show a quantity, or empty the field."""
        self.setText("" if quantity is None else str(quantity))

    @Slot()
    def _on_text_changed(self) -> None:
        quantity = self.quantity()
        if quantity != self._last:
            self._last = quantity
            self.quantity_changed.emit(quantity)


class CountEdit(NumberEdit):
    """A whole number without a unit, as a count of notes or points."""

    count_changed = Signal(object)

    def __init__(self, *, digits: int = 7, parent: QWidget | None = None) -> None:
        super().__init__(digits, 0, parent)
        self.textChanged.connect(self._on_text_changed)

    def count(self) -> int | None:
        """What was typed; None when the field is empty."""
        text = plain_number(self.text())
        return int(text) if text.isdigit() else None

    def set_count(self, count: int | None) -> None:
        """Show a number, or empty the field."""
        self.setText("" if count is None else str(count))

    @Slot()
    def _on_text_changed(self) -> None:
        self.count_changed.emit(self.count())
