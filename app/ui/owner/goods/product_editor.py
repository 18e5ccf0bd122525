"""The editor of one product: its fields, its barcodes, its prices."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.services.catalogue.drafts import ProductDraft
from app.services.catalogue.product import KnownNames, ProductRecord
from app.ui.kit.buttons import TouchButton
from app.ui.kit.fields import Choice
from app.ui.kit.record_form import RecordForm
from app.ui.kit.retranslated import Retranslated
from app.ui.kit.words import Words
from app.ui.owner.goods.code_panel import CodePanel
from app.ui.owner.goods.form_values import FIELDS, values_of
from app.ui.owner.goods.price_panel import PricePanel
from app.ui.owner.goods.texts import office
from app.values.errors import QT_TRANSLATE_NOOP


class ProductEditor(Retranslated, QWidget):
    """Form at the left, codes and prices at the right.

    Signals:
        close_requested: The product shall be taken out of the catalogue, or put back.
    """

    close_requested = Signal()

    def __init__(self, words: Words, *, exponent: int = 2, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._is_closed = False
        self.form = RecordForm(FIELDS, exponent=exponent)
        self.codes, self.prices = CodePanel(), PricePanel(words)
        self.close_button = TouchButton("", "danger", self)
        self.form.buttons.addWidget(self.close_button)
        self.form.side.addWidget(self.codes, 2)
        self.form.side.addWidget(self.prices, 3)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.form)
        self.close_button.clicked.connect(self.close_requested)
        self.retranslate()

    def show_record(self, record: ProductRecord, names: KnownNames, now: datetime) -> None:
        """Edit a product."""
        self._offer(names)
        self._is_closed = record.is_closed
        self.form.load(values_of(record))
        self.refresh(record, now)
        self.prices.show()
        self.close_button.show()
        self.retranslate()

    def refresh(self, record: ProductRecord, now: datetime) -> None:
        """Show codes and prices again; the fields stay as they are."""
        self.codes.show_record(record)
        self.prices.show_record(record, now)

    def show_new(self, draft: ProductDraft, names: KnownNames) -> None:
        """Edit a product that is not stored yet."""
        self._offer(names)
        usual = names.taxes[0] if names.taxes else None
        tax = (usual.rate, usual.inclusive) if usual is not None else None
        self.form.load({"name": draft.name, "earns_points": True, "tax": tax}, is_new=True)
        self.codes.show_new(draft.codes)
        self.prices.hide()
        self.close_button.hide()

    def retranslate(self) -> None:
        """Set every text again."""
        self.close_button.set_text(
            office(QT_TRANSLATE_NOOP("office", "Put back on sale"))
            if self._is_closed
            else office(QT_TRANSLATE_NOOP("office", "Take out"))
        )

    def _offer(self, names: KnownNames) -> None:
        for key, known in (
            ("category", names.categories),
            ("family", names.families),
            ("supplier", names.suppliers),
            ("zone", names.zones),
        ):
            self.form.set_choices(key, [Choice(name, name) for name in known])
        self.form.set_choices(
            "tax", [Choice((tax.rate, tax.inclusive), tax.name or self._words.rate(tax.rate)) for tax in names.taxes]
        )
