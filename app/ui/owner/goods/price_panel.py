"""Units and prices of a product: what holds, what held, what is planned."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.services.catalogue.prices import PriceListCode
from app.services.catalogue.product import PriceRecord, ProductRecord
from app.ui.kit.buttons import TouchButton
from app.ui.kit.labels import PlainLabel
from app.ui.kit.retranslated import Retranslated
from app.ui.kit.rows_model import Column, RowsModel
from app.ui.kit.rows_table import RowsTable
from app.ui.kit.theme import Sizes, set_role
from app.ui.kit.words import Words
from app.ui.owner.goods.texts import office
from app.values.errors import QT_TRANSLATE_NOOP

LISTS = {
    PriceListCode.SHELF: QT_TRANSLATE_NOOP("office", "Shelf"),
    PriceListCode.MEMBER: QT_TRANSLATE_NOOP("office", "Member"),
}


class PricePanel(Retranslated, QFrame):
    """Lists prices, the latest first; planned ones can be called off.

    Signals:
        price_requested: A price shall be set or planned.
        unit_requested: A further unit is wanted.
        call_off_requested: arg: the price's id.
    """

    price_requested = Signal()
    unit_requested = Signal()
    call_off_requested = Signal(object)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "card")
        self._words = words
        self._now: datetime | None = None
        self._title, self._units = PlainLabel(role="strong"), PlainLabel(role="muted")
        self._units.setWordWrap(True)
        self._record: ProductRecord | None = None
        self.price_button, self.unit_button = TouchButton("", "plain", self), TouchButton("", "plain", self)
        self.call_off_button = TouchButton("", "plain", self)
        self.table: RowsTable[PriceRecord] = RowsTable(
            RowsModel(self._columns(), lambda row: row.price_id), row_height=40
        )
        self.table.setMinimumHeight(120)
        self._lay_out()
        self.price_button.clicked.connect(self.price_requested)
        self.unit_button.clicked.connect(self.unit_requested)
        self.call_off_button.clicked.connect(self._on_call_off_clicked)
        self.table.current_row_changed.connect(self._on_row_changed)
        self.retranslate()

    def show_record(self, record: ProductRecord, now: datetime) -> None:
        """Show the history as of now."""
        self._record, self._now = record, now
        self.table.reload(record.history)
        self._on_row_changed(self.table.current_row())
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text again."""
        self._title.setText(office(QT_TRANSLATE_NOOP("office", "Prices and units")))
        self.price_button.set_text(office(QT_TRANSLATE_NOOP("office", "New price")))
        self.unit_button.set_text(office(QT_TRANSLATE_NOOP("office", "New unit")))
        self.call_off_button.set_text(office(QT_TRANSLATE_NOOP("office", "Call off")))
        units = self._record.units if self._record is not None else ()
        said = [self._unit_said(unit.name, str(unit.factor)) for unit in units if not unit.is_default]
        self._units.setText("\n".join(said))
        self._units.setVisible(bool(said) and self.isVisible())

    def _unit_said(self, name: str, factor: str) -> str:
        return office(QT_TRANSLATE_NOOP("office", "{unit} of {factor}")).format(unit=name, factor=factor)

    def _columns(self) -> tuple[Column[PriceRecord], ...]:
        words, begins = self._words, partial(_begins, self._words)
        return (
            Column("begins", QT_TRANSLATE_NOOP("columns", "From"), begins, small=True, hint=begins),
            Column("list", QT_TRANSLATE_NOOP("columns", "List"), _list_words, width=92, small=True),
            Column(
                "amount",
                QT_TRANSLATE_NOOP("columns", "Price"),
                lambda row: words.amount(row.amount),
                right=True,
                width=88,
                tone=self._tone,
                hint=lambda row: f"{words.moment(row.begins)}  {row.by}".strip(),
            ),
        )

    def _tone(self, row: PriceRecord) -> str | None:
        if row.is_replaced:
            return "muted"
        return "good" if self._now is not None and row.is_planned(self._now) else None

    def _on_row_changed(self, at: int) -> None:
        rows = self.table.rows_model().rows()
        can = 0 <= at < len(rows) and self._now is not None and rows[at].is_planned(self._now)
        self.call_off_button.setEnabled(can)

    def _on_call_off_clicked(self) -> None:
        at = self.table.current_row()
        if at >= 0:
            self.call_off_requested.emit(self.table.rows_model().row_at(at).price_id)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        for button in (self.price_button, self.unit_button):
            line.addWidget(button, 1)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.call_off_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 6, 10, 8)
        layout.setSpacing(Sizes.GAP - 2)
        layout.addLayout(head)
        layout.addWidget(self._units)
        layout.addWidget(self.table, 1)
        layout.addLayout(line)


def _begins(words: Words, row: PriceRecord) -> str:
    if row.is_replaced:
        return office(QT_TRANSLATE_NOOP("office", "{day}, replaced")).format(day=words.date(row.begins))
    if row.until is None:
        return words.date(row.begins)
    return office(QT_TRANSLATE_NOOP("office", "{begins} to {until}")).format(
        begins=words.date(row.begins), until=words.date(row.until)
    )


def _list_words(row: PriceRecord) -> str:
    listed = office(LISTS[row.price_list])
    return f"{listed} {row.unit_name}".strip()
