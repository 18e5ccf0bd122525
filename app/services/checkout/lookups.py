"""What the sale screen may look at without changing anything."""

from __future__ import annotations

from app.services.catalogue.find import find_item
from app.services.catalogue.items import ScannedItem
from app.services.catalogue.quick_keys import QuickPageView, quick_pages
from app.services.catalogue.search import FoundItem, search_items
from app.services.checkout import drafts, shop_rules
from app.services.checkout.at_till import AtTill
from app.services.checkout.drafts import HeldBasket
from app.services.members.find import MemberRow, find_members
from app.services.settings import declared
from app.values.barcode import clean_code
from app.values.money import Money


class Lookups(AtTill):
    """Goods, members, held baskets, notes."""

    def search(self, text: str, limit: int = 50) -> tuple[FoundItem, ...]:
        """Goods by name, pinyin, initials or code."""
        with self.store.read() as read:
            return search_items(read, text, limit=limit)

    def check_price(self, code: str) -> ScannedItem | None:
        """What a code would cost; adds nothing."""
        with self.store.read() as read:
            return find_item(read, clean_code(code), rule=self.scale_rule)

    def find_members(self, text: str) -> tuple[MemberRow, ...]:
        """Members by last four digits, phone, name, pinyin or number; numbers masked."""
        with self.store.read() as read:
            return find_members(read, text)

    def quick_pages(self) -> tuple[QuickPageView, ...]:
        """Goods that are sold by a touch."""
        with self.store.read() as read:
            return quick_pages(read)

    def quick_notes(self) -> tuple[Money, ...]:
        """Banknotes offered when paying."""
        return shop_rules.quick_notes(self.settings)

    def largest_note(self) -> Money:
        """More change than this asks again."""
        return Money(self.settings.get(declared.LARGEST_NOTE))

    def held(self) -> tuple[HeldBasket, ...]:
        """Baskets put aside on this till."""
        with self.store.read() as read:
            return drafts.held_baskets(read, self.actor.till_id)
