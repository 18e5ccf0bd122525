"""The same change to many goods: what to change, and what the prices would become."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.services.catalogue.bulk import BulkChange, PricePreview
from app.services.catalogue.price_rule import Ending, PriceRule
from app.services.catalogue.prices import PriceListCode
from app.services.catalogue.product import KnownNames
from app.ui.kit.buttons import TouchButton
from app.ui.kit.fields import Choice, FieldEditor, FieldKind, PercentEdit, make_editor
from app.ui.kit.labels import PlainLabel
from app.ui.kit.progress_panel import ProgressPanel
from app.ui.kit.retranslated import Retranslated
from app.ui.kit.rows_model import Column, RowsModel
from app.ui.kit.rows_table import RowsTable
from app.ui.kit.theme import Sizes, set_role
from app.ui.kit.words import Words
from app.ui.owner.goods.price_panel import LISTS
from app.ui.owner.goods.texts import office
from app.values.errors import QT_TRANSLATE_NOOP
from app.values.rates import Rate

NAMED = {
    "category": QT_TRANSLATE_NOOP("office", "Category"),
    "family": QT_TRANSLATE_NOOP("office", "Family"),
    "supplier": QT_TRANSLATE_NOOP("office", "Supplier"),
    "tax": QT_TRANSLATE_NOOP("office", "Tax"),
}
ENDINGS = {
    Ending.AS_IS: QT_TRANSLATE_NOOP("office", "Any ending"),
    Ending.TENTH: QT_TRANSLATE_NOOP("office", "Ending in .10, .20 …"),
    Ending.NINE_TENTHS: QT_TRANSLATE_NOOP("office", "Ending in .90"),
    Ending.NINETY_NINE: QT_TRANSLATE_NOOP("office", "Ending in .99"),
    Ending.WHOLE: QT_TRANSLATE_NOOP("office", "Whole"),
}


class BulkPanel(Retranslated, QWidget):
    """Asks; decides nothing.

    Signals:
        changed: Something else is asked for; the preview is out of date.
        apply_requested: arg: BulkChange.
        close_requested: All of them shall be taken out of the catalogue.
    """

    changed = Signal()
    apply_requested = Signal(object)
    close_requested = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._count = 0
        self.headline = PlainLabel(role="strong")
        self.ticks: dict[str, QCheckBox] = {key: QCheckBox() for key in (*NAMED, "price")}
        self.editors: dict[str, FieldEditor] = {
            key: make_editor(FieldKind.CHOICE if key == "tax" else FieldKind.NAME) for key in NAMED
        }
        self.direction, self.percent, self.ending, self.list = QComboBox(), PercentEdit(), QComboBox(), QComboBox()
        self.preview_words = PlainLabel(role="muted")
        self.preview: RowsTable[PricePreview] = RowsTable(RowsModel(self._columns(), lambda row: row.product_id))
        self.progress = ProgressPanel()
        self.apply_button, self.close_button = TouchButton("", "primary", self), TouchButton("", "danger", self)
        self._lay_out()
        self._connect()
        self.retranslate()

    def start(self, count: int, names: KnownNames) -> None:
        """Ask what to do with so many goods."""
        self._count = count
        for tick in self.ticks.values():
            tick.setChecked(False)
        for key, known in (("category", names.categories), ("family", names.families), ("supplier", names.suppliers)):
            self.editors[key].set_value("")
            self.editors[key].set_choices([Choice(name, name) for name in known])
        self.editors["tax"].set_choices(
            [Choice((tax.rate, tax.inclusive), tax.name or self._words.rate(tax.rate)) for tax in names.taxes]
        )
        self.percent.clear()
        self.ending.setCurrentIndex(0)
        self.show_preview(())
        self._show_enabled()
        self.retranslate()

    def change(self) -> BulkChange:
        """What is asked for."""
        named = {key: self._named(key) for key in ("category", "family", "supplier")}
        tax = self.editors["tax"].value() if self.ticks["tax"].isChecked() else None
        return BulkChange(
            category=named["category"],
            family=named["family"],
            supplier=named["supplier"],
            tax=(tax[0], tax[1]) if isinstance(tax, tuple) else None,
            price=self.rule(),
            price_list=PriceListCode(self.list.currentData() or PriceListCode.SHELF.value),
        )

    def rule(self) -> PriceRule | None:
        """How prices shall change; None for not at all."""
        if not self.ticks["price"].isChecked():
            return None
        share = self.percent.rate() or Rate(0)
        sign = -1 if self.direction.currentData() == "down" else 1
        return PriceRule(Rate(sign * share.bp), ending=Ending(self.ending.currentData()))

    def show_preview(self, found: Sequence[PricePreview]) -> None:
        """Show what prices would become."""
        self.preview.reload(found)
        below = sum(1 for row in found if row.is_below_cost)
        text = (
            office(QT_TRANSLATE_NOOP("office", "{count} prices change"))
            if not below
            else office(QT_TRANSLATE_NOOP("office", "{count} prices change, {below} below cost"))
        )
        shown = text.format(count=self._words.count(len(found)), below=self._words.count(below))
        self.preview_words.setText(shown if self.ticks["price"].isChecked() else "")

    def retranslate(self) -> None:
        """Set every text again."""
        self.headline.setText(
            office(QT_TRANSLATE_NOOP("office", "{count} goods are selected")).format(
                count=self._words.count(self._count)
            )
        )
        for key, label in NAMED.items():
            self.ticks[key].setText(office(label))
        self.ticks["price"].setText(office(QT_TRANSLATE_NOOP("office", "Price")))
        self.apply_button.set_text(office(QT_TRANSLATE_NOOP("office", "Change them")))
        self.close_button.set_text(office(QT_TRANSLATE_NOOP("office", "Take all of them out")))
        self._fill(
            self.direction,
            (
                ("up", office(QT_TRANSLATE_NOOP("office", "up by %"))),
                ("down", office(QT_TRANSLATE_NOOP("office", "down by %"))),
            ),
        )
        self._fill(self.ending, [(ending.value, office(label)) for ending, label in ENDINGS.items()])
        self._fill(self.list, [(code.value, office(label)) for code, label in LISTS.items()])

    # Within

    def _named(self, key: str) -> str | None:
        value = self.editors[key].value()
        return str(value) if self.ticks[key].isChecked() else None

    def _fill(self, box: QComboBox, choices: Sequence[tuple[str, str]]) -> None:
        """Words in the language in use; what is chosen stays chosen, and nobody is told."""
        before = max(box.currentIndex(), 0)
        box.blockSignals(True)
        box.clear()
        for value, label in choices:
            box.addItem(label, value)
        box.setCurrentIndex(before)
        box.blockSignals(False)

    def _columns(self) -> tuple[Column[PricePreview], ...]:
        words = self._words
        return (
            Column("name", QT_TRANSLATE_NOOP("columns", "Name"), lambda row: row.name),
            Column("before", QT_TRANSLATE_NOOP("columns", "Before"), lambda row: words.amount(row.before), True, 120),
            Column("after", QT_TRANSLATE_NOOP("columns", "After"), partial(_after, words), True, 150, tone=_after_tone),
        )

    def _lay_out(self) -> None:
        card = QFrame()
        set_role(card, "card")
        grid = QGridLayout(card)
        grid.setContentsMargins(12, 8, 12, 10)
        grid.setVerticalSpacing(4)
        grid.addWidget(self.headline, 0, 0, 1, 2)
        for line, key in enumerate(NAMED, start=1):
            grid.addWidget(self.ticks[key], line, 0)
            grid.addWidget(self.editors[key].widget, line, 1)
        below = len(NAMED) + 1
        grid.addWidget(self.ticks["price"], below, 0)
        price = QHBoxLayout()
        for widget in (self.direction, self.percent):
            price.addWidget(widget, 1)
        grid.addLayout(price, below, 1)
        grid.addWidget(self.ending, below + 1, 1)
        grid.addWidget(self.list, below + 2, 1)
        grid.setRowStretch(below + 3, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.apply_button)
        buttons.addWidget(self.close_button)
        buttons.addStretch(1)
        right = QVBoxLayout()
        right.addWidget(self.preview_words)
        right.addWidget(self.preview, 1)
        middle = QHBoxLayout()
        middle.setSpacing(12)
        middle.addWidget(card, 2)
        middle.addLayout(right, 3)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Sizes.GAP)
        layout.addLayout(middle, 1)
        layout.addWidget(self.progress)
        layout.addLayout(buttons)

    def _connect(self) -> None:
        for tick in self.ticks.values():
            tick.toggled.connect(self._on_changed)
        for editor in self.editors.values():
            editor.changed.connect(self._on_changed)
        for box in (self.direction, self.ending, self.list):
            box.currentIndexChanged.connect(self._on_changed)
        self.percent.textChanged.connect(self._on_changed)
        self.apply_button.clicked.connect(self._on_apply_clicked)
        self.close_button.clicked.connect(self.close_requested)

    def _on_changed(self) -> None:
        self._show_enabled()
        self.changed.emit()

    def _on_apply_clicked(self) -> None:
        self.apply_requested.emit(self.change())

    def _show_enabled(self) -> None:
        for key, editor in self.editors.items():
            editor.widget.setEnabled(self.ticks[key].isChecked())
        for widget in (self.direction, self.percent, self.ending, self.list):
            widget.setEnabled(self.ticks["price"].isChecked())
        self.apply_button.setEnabled(any(tick.isChecked() for tick in self.ticks.values()))


def _after(words: Words, row: PricePreview) -> str:
    shown = words.amount(row.after)
    return f"▼ {shown}" if row.is_below_cost else shown


def _after_tone(row: PricePreview) -> str | None:
    return "problem" if row.is_below_cost else None
