"""What is to be paid, as large as the place allows."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.services.pricing.engine import PricedBasket
from app.ui.cashier.telling import translate
from app.ui.kit.labels import ElidedLabel, FitLabel, PlainLabel
from app.ui.kit.retranslated import Retranslated
from app.ui.kit.theme import set_role
from app.ui.kit.words import Words
from app.values.money import ZERO, Money


class TotalCard(Retranslated, QFrame):
    """Total, number of items, and what was saved."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._total, self._saved, self._count = ZERO, ZERO, 0
        set_role(self, "card")
        self._title = PlainLabel(role="muted")
        self._facts = ElidedLabel(role="muted")
        self._facts.set_alignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.figure = FitLabel(largest=72, smallest=36)
        self.figure.setObjectName("total")
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addWidget(self._facts, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 4)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addStretch(1)
        layout.addWidget(self.figure)
        layout.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.MinimumExpanding)
        self.retranslate()

    def show_total(self, priced: PricedBasket) -> None:
        """Show a basket's sums."""
        self._total, self._saved, self._count = priced.total, priced.discount, priced.item_count
        self._show()

    def total(self) -> Money:
        """What is shown."""
        return self._total

    def retranslate(self) -> None:
        """Set every text again."""
        self._title.setText(translate("cashier", "To pay"))
        self._show()

    def _show(self) -> None:
        self.figure.set_text(self._words.money(self._total))
        several = translate("cashier", "{count} items").format(count=self._words.count(self._count))
        count = translate("cashier", "1 item") if self._count == 1 else several
        facts = [count] if self._count else []
        if self._saved:
            saved = translate("cashier", "saved {amount}")
            facts.append(saved.format(amount=self._words.money(self._saved)))
        self._facts.set_text("  ·  ".join(facts))
