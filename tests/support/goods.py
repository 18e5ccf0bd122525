"""Goods, shifts, members and paid baskets for tests, all made through the real services."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.services.catalogue.drafts import ProductDraft
from app.services.catalogue.edit import add_product, default_unit
from app.services.catalogue.find import item_of_unit
from app.services.catalogue.items import ScannedItem
from app.services.checkout.post import post_sale
from app.services.checkout.refund import post_refund
from app.services.checkout.values import PostedSale, RefundDraft, RefundPart, SaleDraft, SaleRules
from app.services.members.enrol import EnrolDraft, enrol_member
from app.services.members.view import MemberView
from app.services.payments.plan import PaymentPlan, TenderKind
from app.services.pricing.basket import Basket, BasketMember
from app.services.pricing.engine import price
from app.services.shifts.open import open_shift
from app.values.ids import Id, new_id
from app.values.money import Money
from app.values.quantity import Quantity
from tests.support.shop import Shop

WATER = ProductDraft("农夫山泉饮用天然水", "550ml", codes=("6921168509256",), price=Money(200), cost=Money(120))
NOODLES = ProductDraft("康师傅红烧牛肉面 五连包", codes=("6900873042720",), price=Money(1690))
APPLES = ProductDraft("散装红富士苹果", plu="00012", price=Money(1100), by_weight=True)
MILK = ProductDraft(
    "伊利纯牛奶", "250ml×16", codes=("6907992512105",), price=Money(5990), member_price=Money(4990), cost=Money(4500)
)
UNPRICED = ProductDraft("新到饼干", codes=("6920907800173",))


@dataclass
class Stocked:
    """A shop with a shift open and a few goods.

    Attributes:
        items: By the name of their draft above: water, noodles, apples, milk, unpriced.
    """

    shop: Shop
    items: dict[str, ScannedItem] = field(default_factory=dict)
    rules: SaleRules = field(default_factory=SaleRules)

    def add(self, name: str, draft: ProductDraft) -> ScannedItem:
        """One more product."""
        with self.shop.store.act(self.shop.owner, "goods") as uow:
            unit = default_unit(uow, add_product(uow, draft))
            self.items[name] = item_of_unit(uow, unit)
            uow.commit()
        return self.items[name]

    def enrol(self, phone: str = "13800138000", name: str = "") -> MemberView:
        """One more member."""
        with self.shop.store.act(self.shop.cashier, "enrol") as uow:
            member = enrol_member(uow, EnrolDraft(phone=phone, name=name))
            uow.commit()
        return member

    def basket(self, *lines: tuple[str, Quantity | int], member: MemberView | None = None) -> Basket:
        """A basket of named items; whole numbers are pieces."""
        basket = Basket(new_id(), self.shop.clock.now())
        for name, quantity in lines:
            amount = quantity if isinstance(quantity, Quantity) else Quantity.of(quantity)
            basket = basket.with_item(self.items[name], amount)
        return basket if member is None else basket.with_member(as_basket_member(member))

    def paid(self, basket: Basket, given: Money | None = None) -> SaleDraft:
        """The basket paid in cash."""
        priced = price(basket)
        return SaleDraft(priced, PaymentPlan(priced.total, self.rules.cash).with_cash(given).tenders, self.rules)

    def post(self, draft: SaleDraft) -> PostedSale:
        """Post and commit."""
        with self.shop.store.act(self.shop.cashier, "sale") as uow:
            posted = post_sale(uow, draft)
            uow.commit()
        return posted

    def sell(self, *lines: tuple[str, Quantity | int], member: MemberView | None = None) -> PostedSale:
        """A cash sale of named items."""
        return self.post(self.paid(self.basket(*lines, member=member)))

    def refund(
        self,
        sale: PostedSale,
        *parts: tuple[int, Quantity],
        tender: TenderKind | None = None,
        key: Id | None = None,
    ) -> PostedSale:
        """Give back parts of a sale by line number, as the owner; none given is all of it."""
        chosen = parts or tuple((line.line_no, line.quantity) for line in sale.lines)
        by_number = {line.line_no: line.line_id for line in sale.lines}
        draft = RefundDraft(
            key or new_id(),
            sale.sale_id,
            tuple(RefundPart(by_number[number], quantity) for number, quantity in chosen),
            self.rules,
            tender,
        )
        with self.shop.store.act(self.shop.owner, "refund") as uow:
            posted = post_refund(uow, draft)
            uow.commit()
        return posted


def as_basket_member(member: MemberView) -> BasketMember:
    """The ids a basket keeps of a member."""
    return BasketMember(member.member_id, member.account_id, member.household_id, member.company_id, member.card_id)


def stock_shop(shop: Shop, *, with_shift: bool = True) -> Stocked:
    """Open a shift with a float of 200.00 and put the goods above on the shelf."""
    if with_shift:
        with shop.store.act(shop.cashier, "shift_opened") as uow:
            shift = open_shift(uow, Money(20_000))
            uow.commit()
        shop.on_shift(shift.shift_id)
    stocked = Stocked(shop)
    goods = {"water": WATER, "noodles": NOODLES, "apples": APPLES, "milk": MILK, "unpriced": UNPRICED}
    for name, draft in goods.items():
        stocked.add(name, draft)
    return stocked
