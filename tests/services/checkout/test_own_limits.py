"""A person's own limits at the till: refunds and lower prices without asking anybody."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.services.checkout.refund import post_refund
from app.services.checkout.session import CheckoutSession
from app.services.checkout.values import RefundDraft, RefundPart, SaleRules
from app.services.common.actor import Permission, Role
from app.services.common.permissions import GrantNeeded
from app.services.staff.people import ChangeStaff, change_staff
from app.values.ids import new_id
from app.values.money import Money
from app.values.quantity import ONE
from app.values.rates import Rate
from tests.support.goods import Stocked, stock_shop
from tests.support.shop import make_shop

MILK_CODE = "6907992512105"


@pytest.fixture
def stocked(tmp_path: Path) -> Stocked:
    return stock_shop(make_shop(tmp_path))


def allow(stocked: Stocked, refund: Money | None = None, discount: Rate | None = None) -> None:
    shop = stocked.shop
    assert shop.cashier.staff_id is not None
    with shop.store.act(shop.owner, "staff") as uow:
        change_staff(uow, ChangeStaff(shop.cashier.staff_id, "小李", Role.CASHIER, refund, discount))
        uow.commit()


def refund(stocked: Stocked) -> Money:
    """Give 2.00 back as the cashier."""
    sale = stocked.sell(("water", 1))
    draft = RefundDraft(new_id(), sale.sale_id, (RefundPart(sale.lines[0].line_id, ONE),), stocked.rules)
    with stocked.shop.store.act(stocked.shop.cashier, "refund") as uow:
        total = post_refund(uow, draft).total
        uow.commit()
    return total


def test_a_lower_own_limit_asks_where_the_shop_would_not(stocked: Stocked) -> None:
    allow(stocked, Money(199))
    with pytest.raises(GrantNeeded) as asked:
        refund(stocked)
    assert asked.value.permission is Permission.REFUND_OVER_LIMIT


def test_a_higher_own_limit_permits_what_the_shop_would_not(stocked: Stocked) -> None:
    stocked.rules = SaleRules(refund_limit=Money(100))
    with pytest.raises(GrantNeeded):
        refund(stocked)
    allow(stocked, Money(200))
    assert refund(stocked) == Money(-200)


def test_a_price_within_the_own_discount_needs_no_leave(stocked: Stocked) -> None:
    session = CheckoutSession(stocked.shop.store, stocked.shop.cashier)
    session.scan(MILK_CODE)
    allow(stocked, discount=Rate(1000))
    assert session.change_price(1, Money(5391)).priced.total == Money(5391)
    for asked in (Money(5390), Money(5991)):
        with pytest.raises(GrantNeeded):
            session.change_price(1, asked)
    assert session.view.priced.total == Money(5391), "ten per cent of the shelf price, not of the last one"
