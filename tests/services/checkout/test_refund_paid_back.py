"""Money goes back the way it came: what is handed out, what needs leave, what stands on the paper."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.services.checkout.refund import post_refund
from app.services.checkout.refund_ways import NotPaidThatWay
from app.services.checkout.values import PostedSale, RefundDraft, RefundPart, SaleDraft, SaleRules
from app.services.common.actor import Grant, Permission
from app.services.common.permissions import GrantNeeded
from app.services.payments.plan import CashRule, PaymentPlan, TenderKind
from app.services.pricing.engine import price
from app.services.receipts.parts import Receipt
from app.services.receipts.plain import as_plain_text
from app.values.ids import new_id
from app.values.money import Money
from app.values.quantity import ONE, Quantity
from app.values.rounding import CashRounding
from tests.support.goods import Stocked
from tests.support.grants import owners_leave
from tests.support.tables import changed_tables, dump_tables


def mixed_sale(stocked: Stocked) -> PostedSale:
    """docs/refunds.md: 148.39, of which 143.39 by WeChat and 5.00 in cash."""
    basket = stocked.basket(("milk", 2), ("noodles", 1)).with_price(1, Money(6_000)).with_price(2, Money(2_839))
    priced = price(basket)
    plan = PaymentPlan(priced.total).with_cash(Money(500)).with_other(TenderKind.WECHAT)
    return stocked.post(SaleDraft(priced, plan.tenders, stocked.rules))


def handed_out(refund: PostedSale) -> list[tuple[str, int]]:
    return [(part.kind.value, -part.amount.minor) for part in refund.tenders]


def as_cashier(stocked: Stocked, draft: RefundDraft, grant: Grant | None = None) -> PostedSale:
    with stocked.shop.store.act(stocked.shop.cashier, "refund", grant=grant) as uow:
        posted = post_refund(uow, draft)
        uow.commit()
    return posted


def test_what_came_by_two_ways_goes_back_by_both(stocked: Stocked) -> None:
    assert handed_out(stocked.refund(mixed_sale(stocked))) == [("wechat", 14_339), ("cash", 500)]


def test_parts_go_back_electronically_first_and_cash_pays_the_rest(stocked: Stocked) -> None:
    sale = mixed_sale(stocked)
    back = [handed_out(stocked.refund(sale, (number, ONE))) for number in (1, 2, 1)]

    assert back == [[("wechat", 6_000)], [("wechat", 2_839)], [("wechat", 5_500), ("cash", 500)]]


def test_electronic_money_becomes_cash_only_by_leave(stocked: Stocked) -> None:
    stocked.rules = SaleRules(refund_limit=Money(1_000_000))
    sale = mixed_sale(stocked)
    line = sale.lines[1].line_id
    draft = RefundDraft(new_id(), sale.sale_id, (RefundPart(line, ONE),), stocked.rules, TenderKind.CASH)
    before = dump_tables(stocked.shop.database)
    with pytest.raises(GrantNeeded) as asked:
        as_cashier(stocked, draft)
    assert asked.value.permission is Permission.REFUND_OVER_LIMIT
    assert changed_tables(before, dump_tables(stocked.shop.database)) == set()

    given = as_cashier(stocked, draft, owners_leave(stocked.shop, Permission.REFUND_OVER_LIMIT))
    assert handed_out(given) == [("cash", 2_839)]
    # 23.39 more than cash took; by WeChat goes back what is left of all, and no cash beside it.
    assert handed_out(stocked.refund(sale, (1, Quantity.of(2)))) == [("wechat", 12_000)]


def test_what_cash_took_goes_back_in_cash_without_leave_and_no_cent_more(stocked: Stocked) -> None:
    stocked.rules = SaleRules(refund_limit=Money(1_000_000))
    priced = price(stocked.basket(("water", 3)))
    plan = PaymentPlan(priced.total).with_cash(Money(300)).with_other(TenderKind.CARD)
    sale = stocked.post(SaleDraft(priced, plan.tenders, stocked.rules))

    def one() -> RefundDraft:
        part = RefundPart(sale.lines[0].line_id, ONE)
        return RefundDraft(new_id(), sale.sale_id, (part,), stocked.rules, TenderKind.CASH)

    assert handed_out(as_cashier(stocked, one())) == [("cash", 200)]
    with pytest.raises(GrantNeeded):
        as_cashier(stocked, one())
    usual = [as_cashier(stocked, replace(one(), tender=None)) for _ in range(2)]
    assert [handed_out(refund) for refund in usual] == [[("card", 200)], [("card", 100), ("cash", 100)]]


@pytest.mark.parametrize("kind", [TenderKind.ALIPAY, TenderKind.ROUNDING])
def test_a_way_that_took_nothing_gives_nothing_back(stocked: Stocked, kind: TenderKind) -> None:
    sale = mixed_sale(stocked)
    before = dump_tables(stocked.shop.database)
    with pytest.raises(NotPaidThatWay):
        stocked.refund(sale, tender=kind)
    assert changed_tables(before, dump_tables(stocked.shop.database)) == set()


def test_each_way_stands_on_the_paper_and_the_number_only_at_its_own(stocked: Stocked) -> None:
    sale = mixed_sale(stocked)
    whole = tuple(RefundPart(line.line_id, line.quantity) for line in sale.lines)
    draft = RefundDraft(new_id(), sale.sale_id, whole, stocked.rules, reference="5000 7788")
    posted = as_cashier(stocked, draft, owners_leave(stocked.shop, Permission.REFUND_OVER_LIMIT))

    assert [part.reference for part in posted.tenders] == ["50007788", ""]
    query = "SELECT payload FROM print_job WHERE sale_id = ? AND kind = 'receipt'"
    with stocked.shop.store.read() as read:
        payload = read.connection.exec_driver_sql(query, (posted.sale_id,)).scalar_one()
    paper = as_plain_text(Receipt.from_json(payload), 48)
    assert [line.split() for line in paper.splitlines() if "退款：" in line] == [
        ["退款：微信", "****7788", "143.39"],
        ["退款：现金", "5.00"],
    ]


def test_rounded_cash_beside_wechat_is_coins_again(stocked: Stocked) -> None:
    """docs/refunds.md: 148.39 by WeChat 143.33 and cash 5.00, of which rounding let 0.06 go."""
    stocked.rules = SaleRules(cash=CashRule(10, CashRounding.DOWN))
    priced = price(stocked.basket(("milk", 1), ("noodles", 1)).with_price(1, Money(14_600)).with_price(2, Money(239)))
    plan = PaymentPlan(priced.total, stocked.rules.cash).with_other(TenderKind.WECHAT, Money(14_333)).with_cash()
    sale = stocked.post(SaleDraft(priced, plan.tenders, stocked.rules))
    back = [handed_out(stocked.refund(sale, (number, ONE))) for number in (1, 2)]

    assert back == [[("wechat", 14_333), ("cash", 260), ("rounding", 7)], [("cash", 240), ("rounding", -1)]]
