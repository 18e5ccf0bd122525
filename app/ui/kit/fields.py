"""Editors by kind of value: each takes and gives the value itself, never text that somebody must read again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QDate, QObject, QRegularExpression, Qt, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QCheckBox, QComboBox, QCompleter, QDateEdit, QLineEdit, QPlainTextEdit, QWidget

from app.ui.kit.money_edit import CountEdit, MoneyEdit, QuantityEdit
from app.ui.kit.number_edits import NumberEdit, plain_number
from app.ui.kit.theme import Sizes
from app.values.money import Money
from app.values.quantity import Quantity
from app.values.rates import Rate


class FieldKind(StrEnum):
    """What a field holds: the type of its value."""

    TEXT = "text"
    """str"""
    LINES = "lines"
    """str of several lines"""
    CODE = "code"
    """str of Latin letters and digits; no input method"""
    SECRET = "secret"
    """str, shown as dots"""
    MONEY = "money"
    """Money or None"""
    PIECES = "pieces"
    """Quantity of whole pieces or None"""
    WEIGHT = "weight"
    """Quantity in kilograms or None"""
    COUNT = "count"
    """int or None"""
    RATE = "rate"
    """Rate (percent) or None"""
    CHOICE = "choice"
    """The value of one of the choices"""
    NAME = "name"
    """str, with the known ones offered while typing"""
    FLAG = "flag"
    """bool"""
    DAY = "day"
    """date"""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several values.

    Attributes:
        label: What people read, already in the language in use.
    """

    value: object
    label: str


class FieldEditor(QObject):
    """One widget and its value.

    Attributes:
        widget: To be placed.

    Signals:
        changed: The value is, or may be, another one.
    """

    changed = Signal()

    def __init__(self, widget: QWidget, read: Callable[[], object], write: Callable[[object], None]) -> None:
        super().__init__(widget)
        self.widget, self._read, self._write = widget, read, write

    def value(self) -> object:
        """What it holds."""
        return self._read()

    def set_value(self, value: object) -> None:
        """Hold another value."""
        self._write(value)

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Offer other values; what was chosen stays chosen if it is still there."""
        if isinstance(self.widget, QComboBox):
            before = self.value()
            self.widget.clear()
            for choice in choices:
                self.widget.addItem(choice.label, choice.value)
            self.set_value(before)
        elif isinstance(self.widget, QLineEdit):
            offered = QCompleter([choice.label for choice in choices], self.widget)
            offered.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            offered.setFilterMode(Qt.MatchFlag.MatchContains)
            self.widget.setCompleter(offered)


class PercentEdit(NumberEdit):
    """A rate in percent with up to two decimals."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(3, 2, parent)

    def rate(self) -> Rate | None:
        """What was typed; None for nothing."""
        try:
            return Rate(Money.parse(plain_number(self.text()), 2).minor)
        except ValueError:
            return None

    def set_rate(self, rate: Rate | None) -> None:
        """Show a rate."""
        self.setText("" if rate is None else Money(rate.bp).plain(2).removesuffix("00").removesuffix("."))


def make_editor(kind: FieldKind, *, exponent: int = 2) -> FieldEditor:
    """The editor of a kind."""
    return _MAKERS[kind](exponent)


def _text(echo: QLineEdit.EchoMode = QLineEdit.EchoMode.Normal) -> FieldEditor:
    edit = QLineEdit()
    edit.setEchoMode(echo)
    field = FieldEditor(edit, lambda: edit.text().strip(), lambda value: edit.setText(str(value or "")))
    edit.textChanged.connect(field.changed)
    return field


def _secret() -> FieldEditor:
    return _text(QLineEdit.EchoMode.Password)


def _code() -> FieldEditor:
    field = _text()
    edit = field.widget
    assert isinstance(edit, QLineEdit)
    edit.setValidator(QRegularExpressionValidator(QRegularExpression(r"[\x21-\x7e]*"), edit))
    edit.setInputMethodHints(Qt.InputMethodHint.ImhLatinOnly | Qt.InputMethodHint.ImhNoPredictiveText)
    return field


def _name() -> FieldEditor:
    return _text()


def _lines() -> FieldEditor:
    edit = QPlainTextEdit()
    edit.setTabChangesFocus(True)
    edit.setFixedHeight(2 * Sizes.TARGET)
    field = FieldEditor(edit, lambda: edit.toPlainText().strip(), lambda value: edit.setPlainText(str(value or "")))
    edit.textChanged.connect(field.changed)
    return field


def _money(exponent: int) -> FieldEditor:
    edit = MoneyEdit(exponent=exponent)

    def write(value: object) -> None:
        edit.set_money(value if isinstance(value, Money) else None)

    field = FieldEditor(edit, edit.money, write)
    edit.textChanged.connect(field.changed)
    return field


def _quantity(by_weight: bool) -> FieldEditor:
    edit = QuantityEdit(by_weight=by_weight)

    def write(value: object) -> None:
        edit.set_quantity(value if isinstance(value, Quantity) else None)

    field = FieldEditor(edit, edit.quantity, write)
    edit.textChanged.connect(field.changed)
    return field


def _count() -> FieldEditor:
    edit = CountEdit()

    def write(value: object) -> None:
        edit.set_count(value if isinstance(value, int) else None)

    field = FieldEditor(edit, edit.count, write)
    edit.textChanged.connect(field.changed)
    return field


def _rate() -> FieldEditor:
    edit = PercentEdit()

    def write(value: object) -> None:
        edit.set_rate(value if isinstance(value, Rate) else None)

    field = FieldEditor(edit, edit.rate, write)
    edit.textChanged.connect(field.changed)
    return field


def _choice() -> FieldEditor:
    box = QComboBox()

    def write(value: object) -> None:
        box.setCurrentIndex(next((at for at in range(box.count()) if box.itemData(at) == value), -1))

    field = FieldEditor(box, box.currentData, write)
    box.currentIndexChanged.connect(field.changed)
    return field


def _flag() -> FieldEditor:
    box = QCheckBox()
    field = FieldEditor(box, box.isChecked, lambda value: box.setChecked(bool(value)))
    box.toggled.connect(field.changed)
    return field


def _day() -> FieldEditor:
    edit = QDateEdit()
    edit.setCalendarPopup(True)
    edit.setDisplayFormat("yyyy-MM-dd")

    def read() -> dt.date:
        shown = edit.date()
        return dt.date(shown.year(), shown.month(), shown.day())

    def write(value: object) -> None:
        if isinstance(value, dt.date):
            edit.setDate(QDate(value.year, value.month, value.day))

    field = FieldEditor(edit, read, write)
    edit.dateChanged.connect(field.changed)
    return field


_MAKERS: dict[FieldKind, Callable[[int], FieldEditor]] = {
    FieldKind.TEXT: lambda exponent: _text(),
    FieldKind.LINES: lambda exponent: _lines(),
    FieldKind.CODE: lambda exponent: _code(),
    FieldKind.SECRET: lambda exponent: _secret(),
    FieldKind.MONEY: _money,
    FieldKind.PIECES: lambda exponent: _quantity(False),
    FieldKind.WEIGHT: lambda exponent: _quantity(True),
    FieldKind.COUNT: lambda exponent: _count(),
    FieldKind.RATE: lambda exponent: _rate(),
    FieldKind.CHOICE: lambda exponent: _choice(),
    FieldKind.NAME: lambda exponent: _name(),
    FieldKind.FLAG: lambda exponent: _flag(),
    FieldKind.DAY: lambda exponent: _day(),
}
