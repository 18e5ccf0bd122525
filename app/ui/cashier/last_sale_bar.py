"""The line at the foot: the last sale and its change, all keys. (Undo stands beside the pad.)"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.services.checkout.values import PostedSale, SaleKind
from app.services.payments.plan import TenderKind
from app.ui.cashier.telling import tender_name, translate
from app.ui.kit.buttons import KeyButton
from app.ui.kit.keys import Action, KeyMap
from app.ui.kit.labels import ElidedLabel
from app.ui.kit.retranslated import Retranslated
from app.ui.kit.words import Words


class LastSaleBar(Retranslated, QWidget):
    """Says what was sold last, so that a question about the change needs no key.

    Signals:
        requested: A key was tapped. arg: the action's value.
    """

    requested = Signal(str)

    def __init__(self, words: Words, key_map: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._last: PostedSale | None = None
        self._text = ElidedLabel(role="muted")
        self._keys = KeyButton(Action.KEYS, key_map, "quiet")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._keys)
        self._keys.requested.connect(self.requested)
        self.retranslate()

    def show_last(self, last: PostedSale | None) -> None:
        """Show a sale."""
        if last is not self._last:
            self._last = last
            self.retranslate()

    def text(self) -> str:
        """What is said."""
        return self._text.text()

    def retranslate(self) -> None:
        """Set every text again."""
        self._text.set_text(self._describe(self._last) if self._last else self._nothing_yet())

    def _nothing_yet(self) -> str:
        return translate("cashier", "No sale yet on this till")

    def _describe(self, last: PostedSale) -> str:
        words = self._words
        head = translate("cashier", "Last sale {number}  {total}")
        if last.kind is SaleKind.REFUND:
            head = translate("cashier", "Last refund {number}  {total}")
        parts = ["✓ " + head.format(number=last.number, total=words.money(last.total))]
        parts += [
            f"{tender_name(tender.kind)} {words.amount(tender.given)}"
            for tender in last.tenders
            if tender.kind is not TenderKind.ROUNDING
        ]
        if last.kind is SaleKind.SALE:
            parts.append(translate("cashier", "Change {amount}").format(amount=words.amount(last.change)))
        return "   ".join(parts)
