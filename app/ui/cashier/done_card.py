"""After paying: the change in type that the customer can read too; stays until the next scan."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.services.checkout.values import PostedSale, SaleKind
from app.services.payments.plan import Tender, TenderKind
from app.ui.cashier.telling import tender_name, translate
from app.ui.kit.labels import ElidedLabel, FitLabel, PlainLabel
from app.ui.kit.retranslated import Retranslated
from app.ui.kit.theme import set_role
from app.ui.kit.words import Words
from app.values.money import Money


class DoneCard(Retranslated, QFrame):
    """The sale that was just committed: change due, total, tenders, points."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._sale: PostedSale | None = None
        set_role(self, "good_card")
        self._title = PlainLabel(role="headline")
        self._number = PlainLabel(role="muted")
        self.figure = FitLabel(largest=148, smallest=64)
        self.figure.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.figure.setObjectName("change_due")
        self._facts = [ElidedLabel(role=role) for role in ("headline", "", "good", "muted")]
        self._lay_out()
        self.retranslate()

    def show_sale(self, sale: PostedSale) -> None:
        """Show a posted sale or refund."""
        self._sale = sale
        self.retranslate()

    def shown_text(self) -> str:
        """Everything it says."""
        said = [self._title.text(), self.figure.text(), *(fact.text() for fact in self._facts)]
        return "\n".join(text for text in said if text)

    def retranslate(self) -> None:
        """Set every text again."""
        sale = self._sale
        if sale is None:
            return
        is_refund = sale.kind is SaleKind.REFUND
        self._title.setText(
            "✓  " + (translate("cashier", "Give back") if is_refund else translate("cashier", "Change"))
        )
        self._number.setText(sale.number)
        self.figure.set_text(self._words.money(_given_back(sale) if is_refund else sale.change))
        texts = [self._total_text(sale), self._paid_text(sale), self._points_text(sale), self._next_text()]
        for label, text in zip(self._facts, texts, strict=True):
            label.set_text(text)
            label.setVisible(bool(text))

    def _total_text(self, sale: PostedSale) -> str:
        text = translate("cashier", "Total {total}").format(total=self._words.money(_size(sale.total)))
        if not sale.saved or sale.kind is SaleKind.REFUND:
            return text
        return text + "  ·  " + translate("cashier", "saved {amount}").format(amount=self._words.money(sale.saved))

    def _paid_text(self, sale: PostedSale) -> str:
        return "  ·  ".join(self._tender_text(tender) for tender in sale.tenders)

    def _tender_text(self, tender: Tender) -> str:
        amount = tender.amount if tender.kind is TenderKind.ROUNDING else _size(tender.given)
        return f"{tender_name(tender.kind)} {self._words.money(amount)}"

    def _points_text(self, sale: PostedSale) -> str:
        if sale.points_balance is None:
            return ""
        balance = self._words.count(sale.points_balance)
        if sale.points < 0:
            said = translate("cashier", "{points} points taken back, now {balance}")
            return said.format(points=self._words.count(-sale.points), balance=balance)
        said = translate("cashier", "+{points} points, now {balance}")
        return said.format(points=self._words.count(sale.points), balance=balance)

    def _next_text(self) -> str:
        return translate("cashier", "Next customer: just scan")

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._number)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 20, 28, 20)
        layout.setSpacing(10)
        layout.addLayout(head)
        layout.addStretch(2)
        layout.addWidget(self.figure)
        layout.addStretch(1)
        for fact in self._facts:
            fact.set_alignment(Qt.AlignmentFlag.AlignCenter)
        for fact in self._facts[:3]:
            layout.addWidget(fact)
        layout.addStretch(2)
        layout.addWidget(self._facts[3])


def _given_back(sale: PostedSale) -> Money:
    paid = [tender.given for tender in sale.tenders if tender.kind is not TenderKind.ROUNDING]
    return _size(Money.total(paid))


def _size(amount: Money) -> Money:
    return -amount if amount.minor < 0 else amount
