"""The sale screen's only partner: the open basket, from the first scan to the committed sale.

Every method is one user action: it either changes the basket, stores the draft and returns the new view, or raises a
`UserError` and changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from app.services.catalogue.edit import give_first_price
from app.services.catalogue.find import find_item, item_of_unit
from app.services.catalogue.items import ScannedItem
from app.services.checkout import drafts
from app.services.checkout.after_sales import AfterSales
from app.services.checkout.lookups import Lookups
from app.services.checkout.post import AlreadySold, NotSellable, post_sale, sale_points
from app.services.checkout.posted import NoSuchReceipt
from app.services.checkout.session_errors import NothingHeld, NothingToHold, basket_member, check_price
from app.services.checkout.session_values import MemberPanel, SaleView, ScanKind, ScanResult
from app.services.checkout.values import PostedSale, RefundableSale, SaleDraft
from app.services.checkout.voids import note_voids
from app.services.common import audit
from app.services.common.actor import Actor, Grant, Permission
from app.services.common.permissions import require
from app.services.common.store import Store
from app.services.common.uow import UnitOfWork
from app.services.members.enrol import EnrolDraft, enrol_member
from app.services.members.find import find_by_code, log_lookup
from app.services.members.view import MemberView, member_view
from app.services.payments.plan import PaymentPlan
from app.services.pricing.basket import MOST_QUANTITY, BadQuantity, Basket, first_quantity
from app.services.pricing.engine import PricedBasket, price
from app.services.staff.limits import may_discount
from app.values.barcode import clean_code
from app.values.failpoints import reach
from app.values.ids import Id, new_id
from app.values.money import Money
from app.values.quantity import NONE, Quantity

MOST_UNDO = 50


class CheckoutSession(AfterSales, Lookups):
    """The open basket of one till."""

    def __init__(self, store: Store, actor: Actor) -> None:
        super().__init__(store, actor)
        self._past: list[Basket] = []
        self._pending: Quantity | None = None
        self._member: MemberView | None = None
        self._prices: PricedBasket | None = None
        with store.read() as read:
            kept = drafts.open_basket(read, actor.till_id)
            self._held_count = len(drafts.held_baskets(read, actor.till_id))
        self._recovered = kept is not None
        self._last = self.posted()
        self._basket = kept or self._new_basket()
        self._load_member()

    @property
    def view(self) -> SaleView:
        """The screen as it should look now."""
        priced = self._priced()
        return SaleView(
            priced=priced,
            member=self._panel(priced),
            held_count=self._held_count,
            last=self._last,
            pending_quantity=self._pending,
            can_undo=bool(self._past),
            recovered=self._recovered,
        )

    # Scanning and choosing

    def scan(self, code: str) -> ScanResult:
        """Take a code: an item, a member, a receipt of ours; anything else becomes a red row.

        Raises:
            BasketFull, CardClosed
        """
        clean = clean_code(code)
        if not clean:
            return ScanResult(ScanKind.NOTHING, self.view, clean)
        with self.store.read() as read:
            item = find_item(read, clean, rule=self.scale_rule)
            member = find_by_code(read, clean) if item is None else None
        if item is not None:
            return self._add(item, clean)
        if member is not None:
            return ScanResult(
                ScanKind.MEMBER, self.name_member(member.member_id, how="code", card_id=member.card_id), clean
            )
        if "-" in clean and (receipt := self._receipt(clean)) is not None:
            return ScanResult(ScanKind.RECEIPT, self.view, clean, receipt=receipt)
        view = self._change(self._basket.with_unknown(clean))
        return ScanResult(ScanKind.UNKNOWN, view, clean, self._basket.touched)

    def choose(self, sale_unit_id: Id) -> ScanResult:
        """Take an item from a list.

        Raises:
            UnknownSaleUnit, BasketFull
        """
        with self.store.read() as read:
            item = item_of_unit(read, sale_unit_id)
        return self._add(item, item.code)

    # Lines

    def set_pending(self, quantity: Quantity | None) -> SaleView:
        """How many the next scan adds.

        Raises:
            BadQuantity
        """
        if quantity is not None and not NONE < quantity <= MOST_QUANTITY:
            raise BadQuantity(quantity=quantity)
        self._pending = quantity
        return self.view

    def set_quantity(self, line_id: int, quantity: Quantity) -> SaleView:
        """Set how much of a line; none removes it.

        Raises:
            BadQuantity, LabelFixed
        """
        if not quantity:
            return self.remove(line_id)
        return self._change(self._basket.with_quantity(line_id, quantity))

    def type_weight(self, line_id: int, weight: Quantity) -> SaleView:
        """Set the weight of a weighed article."""
        return self.set_quantity(line_id, weight)

    def step(self, line_id: int, pieces: int) -> SaleView:
        """One more or one less."""
        line = self._basket.line(line_id)
        return self.set_quantity(line_id, line.quantity + Quantity.of(pieces))

    def remove(self, line_id: int) -> SaleView:
        """Take a line or an unknown code away."""
        return self._change(self._basket.without_line(line_id))

    def undo(self) -> SaleView:
        """The basket before the last change."""
        if not self._past:
            return self.view
        self._change(self._past[-1], undoable=False)
        self._past.pop()
        return self.view

    def change_price(self, line_id: int, amount: Money, grant: Grant | None = None) -> SaleView:
        """Ask another price for a line, by role, within one's own limit, or by a grant.

        Raises:
            GrantNeeded, BadPrice, LineGone, LabelFixed
        """
        check_price(amount)
        self._basket.line(line_id)
        line = next(line for line in self._priced().lines if line.line.line_id == line_id)

        def note(uow: UnitOfWork) -> None:
            if not may_discount(uow, uow.actor, line.list_price, amount):
                require(uow, Permission.CHANGE_PRICE)
            detail: dict[str, object] = {"before": line.unit_price.minor, "after": amount.minor}
            audit.record(
                uow,
                "price_changed",
                subject=("product", line.line.item.product_id),
                amount=amount - line.unit_price,
                detail=detail,
            )

        return self._change(self._basket.with_price(line_id, amount), note, grant=grant)

    def give_first_price(self, line_id: int, amount: Money, grant: Grant | None = None) -> SaleView:
        """Give an article that never had one its shelf price, which it keeps.

        Raises:
            GrantNeeded, BadPrice
        """
        check_price(amount)
        unit = self._basket.line(line_id).item.sale_unit_id
        return self._change(
            self._basket.with_known_price(unit, amount), lambda uow: give_first_price(uow, unit, amount), grant=grant
        )

    # Members

    def name_member(self, member_id: Id, *, how: str = "search", card_id: Id | None = None) -> SaleView:
        """Say whose basket it is, and by which card."""
        with self.store.read() as read:
            named = basket_member(member_view(read, member_id, card_id=card_id))
        return self._change(self._basket.with_member(named), lambda uow: log_lookup(uow, named.member_id, how))

    def forget_member(self) -> SaleView:
        """It was somebody else."""
        return self._change(self._basket.with_member(None))

    def enrol(self, phone: str, name: str = "", *, allow_duplicate: bool = False) -> SaleView:
        """Make somebody a member by phone and name them; the member agrees to the programme only.

        Raises:
            BadPhone, PhoneKnown
        """
        draft = EnrolDraft(phone=phone, name=name, allow_duplicate=allow_duplicate)
        with self._action("enrol") as uow:
            named = self._basket.with_member(basket_member(enrol_member(uow, draft)))
            drafts.save_open(uow, named)
        return self._show(named)

    # Holding

    def hold(self, label: str = "") -> SaleView:
        """Put the basket aside.

        Raises:
            NothingToHold, TooManyHeld
        """
        if self._basket.is_empty:
            raise NothingToHold()
        with self._action("hold") as uow:
            require(uow, Permission.SELL)
            drafts.hold_basket(uow, self._basket, label=label)
        self._held_count += 1
        self._start_fresh()
        return self.view

    def recall(self, basket_key: Id | None = None) -> SaleView:
        """Take a held basket back, or the newest; what is open is put aside first.

        Raises:
            NothingHeld
        """
        waiting = self.held()
        wanted = basket_key or (waiting[-1].basket_key if waiting else None)
        if wanted is None or all(held.basket_key != wanted for held in waiting):
            raise NothingHeld()
        with self._action("recall") as uow:
            require(uow, Permission.SELL)
            # In this order a full list still has room for the one that is put aside.
            basket = drafts.recall_basket(uow, wanted)
            if not self._basket.is_empty:
                drafts.hold_basket(uow, self._basket)
        if basket is None:
            raise NothingHeld()
        self._start_fresh()
        self._basket = basket
        self._held_count = len(self.held())
        self._load_member()
        return self.view

    # Paying

    def plan(self) -> PaymentPlan:
        """What is to be paid.

        Raises:
            NotSellable: something in the basket must be cleared first.
        """
        priced = self._priced()
        if not priced.is_sellable:
            raise NotSellable()
        return PaymentPlan(priced.total, self.rules.cash)

    def pay(self, plan: PaymentPlan) -> PostedSale:
        """Turn the basket into a sale; returns only after the commit, so change may be shown.

        Raises:
            AlreadySold: it was paid before it was changed; it has a new key now, so that the rest can be paid.
            NotPaid, NotSellable, NoShift, BadTenders, StoreError: nothing was stored, the basket is kept.
        """
        draft = SaleDraft(self._priced(), plan.tenders, self.rules)
        reach("pay.before_post")
        try:
            with self._action("sale") as uow:
                posted = post_sale(uow, draft)
        except AlreadySold:
            self._change(replace(self._basket, key=new_id()), undoable=False)
            raise
        reach("pay.after_commit")
        self._last = posted
        self._start_fresh()
        return posted

    def refresh_last(self) -> SaleView:
        """Read the last sale again, after a refund."""
        self._last = self.posted()
        return self.view

    # Within

    def _priced(self) -> PricedBasket:
        """The open basket with its prices, reckoned once a change."""
        if self._prices is None or self._prices.basket is not self._basket:
            self._prices = price(self._basket)
        return self._prices

    def _new_basket(self) -> Basket:
        return Basket(new_id(), self.store.clock.now())

    def _start_fresh(self) -> None:
        self._basket = self._new_basket()
        self._past.clear()
        self._pending = None
        self._member = None
        self._recovered = False

    def _add(self, item: ScannedItem, code: str) -> ScanResult:
        basket = self._basket.with_item(item, first_quantity(item, self._pending))
        view = self._change(basket)
        self._pending = None
        line = basket.line(basket.touched)
        kind = ScanKind.NEEDS_PRICE if line.lacks_price else ScanKind.ITEM
        if line.lacks_weight:
            kind = ScanKind.NEEDS_WEIGHT
        return ScanResult(kind, replace(view, pending_quantity=None), code, line.line_id)

    def _change(
        self,
        basket: Basket,
        note: Callable[[UnitOfWork], object] | None = None,
        *,
        grant: Grant | None = None,
        undoable: bool = True,
    ) -> SaleView:
        """Store the basket, with a note in the same unit of work, then show it."""
        before, after = self._priced(), price(basket)
        reach("scan.before_save")
        with self._action("basket", grant=grant) as uow:
            require(uow, Permission.SELL)
            if note is not None:
                note(uow)
            note_voids(uow, before, after)
            drafts.save_open(uow, basket)
        reach("scan.after_save")
        self._prices = after
        return self._show(basket, undoable=undoable)

    def _show(self, basket: Basket, *, undoable: bool = True) -> SaleView:
        """Take a stored basket to the screen."""
        if undoable:
            self._past = [*self._past[-MOST_UNDO + 1 :], self._basket]
        is_somebody_else = basket.member != self._basket.member
        self._basket = basket
        self._recovered = False
        if is_somebody_else:
            self._load_member()
        return self.view

    def _receipt(self, code: str) -> RefundableSale | None:
        try:
            return self.open_refund(code)
        except NoSuchReceipt:
            return None

    def _load_member(self) -> None:
        member = self._basket.member
        if member is None:
            self._member = None
            return
        with self.store.read() as read:
            self._member = member_view(read, member.member_id, card_id=member.card_id)

    def _panel(self, priced: PricedBasket) -> MemberPanel | None:
        member = self._member
        if member is None:
            return None
        return MemberPanel(
            member_id=member.member_id,
            name=member.name,
            address_form=member.address_form,
            phone_masked=member.phone_masked,
            number=member.number,
            points_balance=member.points_balance,
            points_this_sale=sum(sale_points(priced, self.rules)),
        )
