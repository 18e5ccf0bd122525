"""Small questions of the product editor: a price from some moment on, a further unit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from PySide6.QtCore import QDateTime, QSize, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QDateTimeEdit, QLineEdit, QWidget

from app.services.catalogue.prices import PriceListCode
from app.services.catalogue.product import UnitRecord
from app.ui.kit.dialog import Dialog
from app.ui.kit.form import Form
from app.ui.kit.money_edit import MoneyEdit, QuantityEdit
from app.ui.owner.goods.price_panel import LISTS
from app.ui.owner.goods.texts import office
from app.values.errors import QT_TRANSLATE_NOOP
from app.values.ids import Id
from app.values.money import Money

_SHOWN = "yyyy-MM-dd HH:mm"


@dataclass(frozen=True, slots=True)
class PriceWanted:
    """A price as somebody wants it; `begins` None is at once."""

    sale_unit_id: Id
    amount: Money
    price_list: PriceListCode
    begins: datetime | None
    until: datetime | None


class PriceDialog(Dialog):
    """Asks for a price, its list, and when it begins and ends.

    Signals:
        wanted: arg: PriceWanted.
    """

    wanted = Signal(object)

    def __init__(self, units: Sequence[UnitRecord], tomorrow: date, zone: ZoneInfo, parent: QWidget | None) -> None:
        super().__init__(
            parent, title=office(QT_TRANSLATE_NOOP("office", "A price from some moment on")), size=QSize(620, 420)
        )
        self._zone = zone
        self.unit, self.list, self.amount = QComboBox(), QComboBox(), MoneyEdit()
        for unit in units:
            self.unit.addItem(unit.name or office(QT_TRANSLATE_NOOP("office", "One piece")), unit.sale_unit_id)
        for code, label in LISTS.items():
            self.list.addItem(office(label), code.value)
        self.later, self.ends = QCheckBox(), QCheckBox()
        self.begins, self.until = _moment(tomorrow), _moment(tomorrow)
        self.form = Form()
        self.form.add("unit", office(QT_TRANSLATE_NOOP("office", "Sold as")), self.unit)
        self.form.add("list", office(QT_TRANSLATE_NOOP("office", "For")), self.list)
        self.form.add("amount", office(QT_TRANSLATE_NOOP("office", "Price")), self.amount)
        self.form.add("later", office(QT_TRANSLATE_NOOP("office", "Begins later")), self.later)
        self.form.add("begins", office(QT_TRANSLATE_NOOP("office", "Begins")), self.begins)
        self.form.add("ends", office(QT_TRANSLATE_NOOP("office", "Ends by itself")), self.ends)
        self.form.add("until", office(QT_TRANSLATE_NOOP("office", "Ends")), self.until)
        self.body.addWidget(self.form)
        self.add_button(office(QT_TRANSLATE_NOOP("office", "Cancel")), "plain", self.reject)
        self.add_button(office(QT_TRANSLATE_NOOP("office", "Save")), "primary", self.accept)
        self.later.toggled.connect(self._show_moments)
        self.ends.toggled.connect(self._show_moments)
        self.accepted.connect(self._on_accepted)
        self._show_moments()

    def first_problem(self) -> str | None:
        """A price is needed."""
        return None if self.amount.money() is not None else office(QT_TRANSLATE_NOOP("office", "Please type a price."))

    def _show_moments(self) -> None:
        self.begins.setEnabled(self.later.isChecked())
        self.ends.setEnabled(self.later.isChecked())
        self.until.setEnabled(self.later.isChecked() and self.ends.isChecked())

    def _on_accepted(self) -> None:
        amount = self.amount.money()
        assert amount is not None
        begins = self._read(self.begins) if self.later.isChecked() else None
        until = self._read(self.until) if begins is not None and self.ends.isChecked() else None
        unit, code = self.unit.currentData(), PriceListCode(self.list.currentData())
        self.wanted.emit(PriceWanted(Id(unit), amount, code, begins, until))

    def _read(self, edit: QDateTimeEdit) -> datetime:
        """What the shop's clock shows then."""
        return datetime.strptime(edit.dateTime().toString(_SHOWN), "%Y-%m-%d %H:%M").replace(tzinfo=self._zone)


class UnitDialog(Dialog):
    """Asks for a further unit.

    Signals:
        wanted: args: name, Quantity.
    """

    wanted = Signal(str, object)

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent, title=office(QT_TRANSLATE_NOOP("office", "Also sold as")), size=QSize(520, 240))
        self.name, self.factor = QLineEdit(), QuantityEdit(by_weight=True)
        self.form = Form()
        self.form.add("name", office(QT_TRANSLATE_NOOP("office", "Name (box, carton)")), self.name)
        self.form.add("factor", office(QT_TRANSLATE_NOOP("office", "Holds how many")), self.factor)
        self.body.addWidget(self.form)
        self.add_button(office(QT_TRANSLATE_NOOP("office", "Cancel")), "plain", self.reject)
        self.add_button(office(QT_TRANSLATE_NOOP("office", "Save")), "primary", self.accept)
        self.accepted.connect(self._on_accepted)

    def first_problem(self) -> str | None:
        """Both are needed."""
        is_whole = self.name.text().strip() and self.factor.quantity() is not None
        return None if is_whole else office(QT_TRANSLATE_NOOP("office", "Please fill in both."))

    def _on_accepted(self) -> None:
        self.wanted.emit(self.name.text().strip(), self.factor.quantity())


def _moment(day: date) -> QDateTimeEdit:
    edit = QDateTimeEdit()
    edit.setDisplayFormat(_SHOWN)
    edit.setCalendarPopup(True)
    edit.setDateTime(QDateTime.fromString(datetime.combine(day, time()).strftime("%Y-%m-%d %H:%M"), _SHOWN))
    return edit
