"""Goods in and out in tests: documents posted through the real services, and what the book says behind them."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from app.models.catalogue import Product
from app.services.catalogue.items import ScannedItem
from app.services.common.actor import Actor
from app.services.inventory.levels import on_hand
from app.services.inventory.post import post_stock_document
from app.services.inventory.reverse import reverse_document
from app.services.inventory.values import DocumentKind, PostedDocument, Reason, StockDraftValue, StockLineDraft
from app.services.purchasing.suppliers import SupplierDraft, add_supplier
from app.values.ids import Id, new_id
from app.values.money import Money
from app.values.quantity import Quantity
from tests.support.goods import Stocked


@dataclass
class Stockroom:
    """A stocked shop whose goods come in and go out."""

    day: Stocked

    def item(self, name: str) -> ScannedItem:
        """One of the shop's goods."""
        return self.day.items[name]

    def line(self, name: str, quantity: Quantity | int, amount: int | None = None) -> StockLineDraft:
        """So many of an article in its sale unit, for so much in all."""
        size = quantity if isinstance(quantity, Quantity) else Quantity.of(quantity)
        item = self.item(name)
        return StockLineDraft(item.product_id, size, item.sale_unit_id, None if amount is None else Money(amount))

    def post(self, draft: StockDraftValue, actor: Actor | None = None) -> PostedDocument:
        """Post and commit, as the owner unless somebody else is named."""
        with self.day.shop.store.action(actor or self.day.shop.owner, "stock") as uow:
            return post_stock_document(uow, draft)

    def receive(self, *lines: StockLineDraft, company_id: Id | None = None, note: str = "") -> PostedDocument:
        """A delivery, received by the cashier."""
        draft = StockDraftValue(new_id(), DocumentKind.RECEIPT, lines, company_id, note)
        return self.post(draft, self.day.shop.cashier)

    def book(
        self, kind: DocumentKind, *lines: StockLineDraft, reason: Reason | None = None, words: str = ""
    ) -> PostedDocument:
        """Any other document."""
        return self.post(StockDraftValue(new_id(), kind, lines, reason=reason, words=words))

    def throw_away(self, *lines: StockLineDraft, reason: Reason = Reason.EXPIRED) -> PostedDocument:
        """Goods written off."""
        return self.book(DocumentKind.WASTE, *lines, reason=reason)

    def reverse(self, document: PostedDocument) -> PostedDocument:
        """Take a document back, as the owner."""
        with self.day.shop.store.action(self.day.shop.owner, "stock_reversed") as uow:
            return reverse_document(uow, document.document_id)

    def on_hand(self, name: str) -> Quantity:
        """What the book says."""
        with self.day.shop.store.read() as read:
            return on_hand(read, self.item(name).product_id)

    def cost(self, name: str) -> int | None:
        """The moving average of one own unit, in minor units."""
        product_id = self.item(name).product_id
        with self.day.shop.store.read() as read:
            found: int | None = read.connection.execute(
                select(Product.cost_minor).where(Product.id == product_id)
            ).scalar_one()
        return found

    def supplier(self, name: str = "华联批发") -> Id:
        """One more supplier."""
        with self.day.shop.store.action(self.day.shop.owner, "supplier") as uow:
            return add_supplier(uow, SupplierDraft(name))
