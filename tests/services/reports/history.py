"""Some days of a shop for tests of reports, played through the real services at chosen times of the shop's clock."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from collections.abc import Iterator  # isort: skip

from app.services.catalogue.drafts import ProductDraft
from app.services.checkout.post import post_sale
from app.services.checkout.refund import post_refund
from app.services.checkout.values import PostedSale, RefundDraft, RefundPart, SaleDraft
from app.services.common.actor import Actor, Grant, Permission, Role
from app.services.common.uow import Reader, UnitOfWork
from app.services.payments.plan import PaymentPlan, TenderKind
from app.services.pricing.engine import price
from app.services.shifts.close import CashCount, ClosedShift, close_shift
from app.services.shifts.open import open_shift
from app.services.staff.people import StaffDraft, add_staff
from app.values.ids import Id, new_id
from app.values.money import Money
from app.values.quantity import Quantity
from tests.support.goods import Stocked
from tests.support.shop import QUICK_HASHING, ZONE


class History:
    """A shop whose days are played by hand."""

    def __init__(self, stocked: Stocked) -> None:
        self.stocked = stocked
        self.shop = stocked.shop

    def at(self, text: str) -> None:
        """Set the clock to a local time, as `2026-01-05 22:30`."""
        local = datetime.fromisoformat(text).replace(tzinfo=ZONE)
        self.shop.clock.at = local.astimezone(UTC)

    def do(self, work: Callable[[UnitOfWork], Any], actor: Actor | None = None, grant: Grant | None = None) -> Any:
        """One action, committed."""
        with self.shop.store.act(actor or self.shop.cashier, "test", grant=grant) as uow:
            made = work(uow)
            uow.commit()
        return made

    @contextmanager
    def look(self) -> Iterator[Reader]:
        """Read."""
        with self.shop.store.read() as read:
            yield read

    def open(self) -> Id:
        """A new shift."""
        shift_id: Id = self.do(lambda uow: open_shift(uow, Money(20_000))).shift_id
        self.shop.on_shift(shift_id)
        return shift_id

    def close(self, counted: int = 20_000) -> ClosedShift:
        """Count the drawer."""
        closed: ClosedShift = self.do(lambda uow: close_shift(uow, CashCount(Money(counted))))
        return closed

    def sell(
        self,
        *lines: tuple[str, Quantity | int],
        member: Any = None,
        by: Actor | None = None,
        other: tuple[TenderKind, int] | None = None,
        typed: int | None = None,
    ) -> PostedSale:
        """A sale, in cash unless part of it is paid otherwise; `typed` is a price typed for the first line."""
        basket = self.stocked.basket(*lines, member=member)
        if typed is not None:
            basket = basket.with_price(basket.lines[0].line_id, Money(typed))
        priced = price(basket)
        plan = PaymentPlan(priced.total, self.stocked.rules.cash)
        if other is not None:
            plan = plan.with_other(other[0], Money(min(other[1], priced.total.minor)))
        draft = SaleDraft(priced, (plan if plan.is_settled else plan.with_cash()).tenders, self.stocked.rules)
        posted: PostedSale = self.do(lambda uow: post_sale(uow, draft), by)
        return posted

    def refund(self, sale: PostedSale, *parts: tuple[int, int], grant: Grant | None = None) -> PostedSale:
        """Give back whole pieces of lines by number, or all of it."""
        by_number = {line.line_no: line for line in sale.lines}
        chosen = [(number, Quantity.of(pieces)) for number, pieces in parts]
        chosen = chosen or [(line.line_no, line.quantity) for line in sale.lines]
        found = tuple(RefundPart(by_number[number].line_id, quantity) for number, quantity in chosen)
        draft = RefundDraft(new_id(), sale.sale_id, found, self.stocked.rules, sale.tenders[0].kind)
        actor = self.shop.cashier if grant is not None else self.shop.owner
        posted: PostedSale = self.do(lambda uow: post_refund(uow, draft), actor, grant)
        return posted

    def add_goods(self, name: str, draft: ProductDraft) -> None:
        """One more article."""
        self.stocked.add(name, draft)

    def hire(self, name: str, pin: str) -> Actor:
        """One more cashier, at the same drawer."""
        draft = StaffDraft(name, Role.CASHIER, pin)
        staff_id = self.do(lambda uow: add_staff(uow, draft, hashing=QUICK_HASHING), self.shop.owner)
        return replace(self.shop.cashier, staff_id=staff_id, staff_name=name)

    def leave(self, permission: Permission) -> Grant:
        """The owner's leave for one action of the cashier."""
        from tests.support.grants import owners_leave

        return owners_leave(self.shop, permission)
