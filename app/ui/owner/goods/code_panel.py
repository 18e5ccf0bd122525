"""The barcodes of a product: added by scan or typing, dropped one by one."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.services.catalogue.product import ProductRecord, UnitRecord
from app.ui.kit.buttons import TouchButton
from app.ui.kit.labels import PlainLabel
from app.ui.kit.retranslated import Retranslated
from app.ui.kit.rows_model import Column, RowsModel
from app.ui.kit.rows_table import RowsTable
from app.ui.kit.theme import Sizes, set_role
from app.ui.owner.goods.texts import office
from app.values.barcode import clean_code
from app.values.errors import QT_TRANSLATE_NOOP
from app.values.ids import Id


@dataclass(frozen=True, slots=True)
class CodeRow:
    """A barcode and what it sells; without a unit it belongs to a product that is not stored yet."""

    code: str
    unit: UnitRecord | None = None


class CodePanel(Retranslated, QFrame):
    """Lists codes.

    Signals:
        add_requested: args: sale unit's id, code.
        drop_requested: args: sale unit's id, code.
    """

    add_requested = Signal(object, str)
    drop_requested = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "card")
        self._record: ProductRecord | None = None
        self._title = PlainLabel(role="strong")
        self.edit = QLineEdit()
        self.edit.setInputMethodHints(Qt.InputMethodHint.ImhLatinOnly)
        self.unit = QComboBox()
        self.add_button, self.drop_button = TouchButton("", "plain", self), TouchButton("", "plain", self)
        columns: tuple[Column[CodeRow], ...] = (
            Column("code", QT_TRANSLATE_NOOP("columns", "Barcode"), lambda row: row.code),
            Column("unit", QT_TRANSLATE_NOOP("columns", "Unit"), _unit_words, width=90, small=True),
        )
        self.table: RowsTable[CodeRow] = RowsTable(RowsModel(columns, lambda row: row.code), row_height=40)
        self.table.setMinimumHeight(120)
        self._lay_out()
        self.edit.returnPressed.connect(self.add)
        self.add_button.clicked.connect(self.add)
        self.drop_button.clicked.connect(self._on_drop_clicked)
        self.retranslate()

    def show_record(self, record: ProductRecord) -> None:
        """Show the codes of all units."""
        self._record = record
        self.unit.clear()
        for unit in record.units:
            self.unit.addItem(unit.name or office(QT_TRANSLATE_NOOP("office", "One piece")), unit.sale_unit_id)
        self.unit.setVisible(len(record.units) > 1)
        self.table.reload([CodeRow(code, unit) for unit in record.units for code in unit.codes])

    def show_new(self, codes: tuple[str, ...]) -> None:
        """Collect the codes of a product that is not stored yet."""
        self._record = None
        self.unit.hide()
        self.table.reload([CodeRow(code) for code in codes])

    def codes(self) -> tuple[str, ...]:
        """What is listed."""
        return tuple(row.code for row in self.table.rows_model().rows())

    def fill(self, code: str) -> None:
        """Put a scanned code into the field; Enter takes it."""
        self.edit.setText(code)
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def add(self) -> None:
        """Take what stands in the field."""
        code = clean_code(self.edit.text())
        if not code:
            return
        self.edit.clear()
        if self._record is None:
            if code not in self.codes():
                self.table.rows_model().append_row(CodeRow(code))
        else:
            self.add_requested.emit(self.unit.currentData(), code)

    def retranslate(self) -> None:
        """Set every text again."""
        self._title.setText(office(QT_TRANSLATE_NOOP("office", "Barcodes")))
        self.edit.setPlaceholderText(office(QT_TRANSLATE_NOOP("office", "Scan or type a code, then Enter")))
        self.edit.setAccessibleName(office(QT_TRANSLATE_NOOP("office", "Barcodes")))
        self.add_button.set_text(office(QT_TRANSLATE_NOOP("office", "Add")))
        self.drop_button.set_text(office(QT_TRANSLATE_NOOP("office", "Remove")))

    def _on_drop_clicked(self) -> None:
        at = self.table.current_row()
        if at < 0:
            return
        row = self.table.rows_model().row_at(at)
        if row.unit is None:
            self.table.rows_model().remove_row(at)
        else:
            self.drop_requested.emit(Id(row.unit.sale_unit_id), row.code)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.unit)
        head.addWidget(self.drop_button)
        line = QHBoxLayout()
        line.addWidget(self.edit, 1)
        line.addWidget(self.add_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 6, 10, 8)
        layout.setSpacing(Sizes.GAP - 2)
        layout.addLayout(head)
        layout.addWidget(self.table, 1)
        layout.addLayout(line)
        self.unit.hide()


def _unit_words(row: CodeRow) -> str:
    return row.unit.name if row.unit is not None else ""
