"""Giving back: in any parts and any order exactly what was paid, and never more."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.services.catalogue.items import NO_TAX
from app.services.checkout.posted import find_by_number, load_sale
from app.services.checkout.refund import post_refund
from app.services.checkout.refund_original import (
    NothingLeft,
    NotRefundable,
    TooMuchBack,
    open_for_refund,
    quote_refund,
)
from app.services.checkout.refund_ways import NotPaidThatWay, Way
from app.services.checkout.values import PostedSale, RefundDraft, RefundPart, SaleDraft, SaleKind, SaleRules
from app.services.common.actor import Permission
from app.services.common.permissions import GrantNeeded
from app.services.members.view import MemberView
from app.services.payments.plan import CashRule, PaymentPlan, TenderKind
from app.services.pricing.basket import Basket, BasketLine
from app.services.pricing.engine import price
from app.services.receipts.parts import Receipt
from app.values.ids import new_id
from app.values.money import Money
from app.values.quantity import ONE, Quantity
from app.values.rounding import CashRounding
from tests.services.pricing.strategies import SALES_TAX, VAT
from tests.support.goods import Stocked, as_basket_member, stock_shop
from tests.support.grants import owners_leave
from tests.support.shop import make_shop
from tests.support.tables import changed_tables, dump_tables

EXAMPLES = 500 if os.environ.get("SHUKE_DEEP") == "1" else 25


@dataclass
class Market(Stocked):
    """One shop with one member for all examples: every example is a sale of its own."""

    member: MemberView | None = None


@pytest.fixture(scope="module")
def market(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Market]:
    made = stock_shop(make_shop(tmp_path_factory.mktemp("market")))
    yield Market(made.shop, made.items, member=made.enrol())
    made.shop.close()


def rows(stocked: Stocked, sql: str, *given: object) -> list[Any]:
    with stocked.shop.store.read() as read:
        return list(read.connection.exec_driver_sql(sql, given))


@dataclass(frozen=True)
class Story:
    """A sale and how it comes back.

    Attributes:
        steps: Which line, how much of what is left of it in thousandths, and how it is paid back.
    """

    lines: tuple[tuple[int, int, bool, Any, int | None], ...]
    rule: CashRule
    card_part: int
    in_cash: bool
    steps: tuple[tuple[int, int, TenderKind | None], ...]


@st.composite
def stories(draw: st.DrawFn) -> Story:
    line = st.tuples(
        st.integers(1, 5_000),
        st.integers(1, 5),
        st.booleans(),
        st.sampled_from([NO_TAX, VAT, SALES_TAX]),
        st.none() | st.integers(0, 5_000),
    )
    step = st.tuples(st.integers(0, 3), st.integers(1, 1000), st.sampled_from([None, TenderKind.CASH, TenderKind.CARD]))
    return Story(
        lines=tuple(draw(st.lists(line, min_size=1, max_size=4))),
        rule=CashRule(draw(st.sampled_from([1, 10, 50])), draw(st.sampled_from(list(CashRounding)))),
        card_part=draw(st.integers(0, 3_000)),
        in_cash=draw(st.booleans()),
        steps=tuple(draw(st.lists(step, max_size=5))),
    )


def sold(market: Market, story: Story) -> PostedSale:
    """The sale of a story, by the one member of the market."""
    market.rules = SaleRules(cash=story.rule)
    basket = Basket(new_id(), market.shop.clock.now())
    made = []
    for at, (minor, pieces, by_weight, tax, typed) in enumerate(story.lines):
        thing = replace(
            market.items["apples" if by_weight else "water"], price=Money(minor), tax=tax, unit_cost=Money(minor // 2)
        )
        quantity = Quantity(pieces * 333) if by_weight else Quantity.of(pieces)
        made.append(BasketLine(at + 1, thing, quantity, Money(typed) if typed is not None else None))
    assert market.member is not None
    member = as_basket_member(market.member)
    priced = price(replace(basket, lines=tuple(made), next_line_id=len(made) + 1).with_member(member))
    plan = PaymentPlan(priced.total, story.rule)
    if 0 < story.card_part < plan.total.minor:
        plan = plan.with_other(TenderKind.CARD, Money(story.card_part))
    if plan.remaining:
        # Beside a card, cash cannot take less than its smallest coin.
        in_cash = story.in_cash and bool(plan.cash_due or not plan.tenders)
        plan = plan.with_cash() if in_cash else plan.with_other(TenderKind.CARD)
    return market.post(SaleDraft(priced, plan.tenders, market.rules))


def given_back(market: Market, sale: PostedSale, story: Story) -> list[PostedSale]:
    """All refunds of a story; the last one takes what is left."""
    left = {line.line_no: line.quantity for line in sale.lines}
    made = []
    for at, thousandths, tender in story.steps:
        line = sale.lines[at % len(sale.lines)]
        milli = max(left[line.line_no].milli * thousandths // 1000, 1)
        milli = milli if line.by_weight else -(-milli // 1000) * 1000
        if not left[line.line_no] or milli > left[line.line_no].milli:
            continue
        part = (line.line_no, Quantity(milli))
        try:
            made.append(market.refund(sale, part, tender=tender))
        except NotPaidThatWay:
            made.append(market.refund(sale, part))
        left[line.line_no] -= Quantity(milli)
    rest = tuple((number, quantity) for number, quantity in left.items() if quantity)
    if rest:
        made.append(market.refund(sale, *rest))
    return made


VISITS = "SELECT sum(sale_count), sum(net_minor) FROM visit"
SUMS = (
    "gross_minor",
    "discount_minor",
    "net_minor",
    "tax_minor",
    "total_minor",
    "paid_minor",
    "rounding_minor",
    "points_earned",
)


@settings(max_examples=EXAMPLES)
@given(stories())
def test_any_parts_in_any_order_end_at_nothing(market: Market, story: Story) -> None:
    """odoo 286433, IS4C 48: a partial return gave back gross, or the whole discount."""
    balance = points_balance(market)
    visits = rows(market, VISITS)
    sale = sold(market, story)
    refunds = given_back(market, sale, story)

    ids = [sale.sale_id, *(refund.sale_id for refund in refunds)]
    places = ", ".join("?" * len(ids))
    sums = ", ".join(f"sum({name})" for name in SUMS)
    found = dict(zip(SUMS, rows(market, f"SELECT {sums} FROM sale WHERE id IN ({places})", *ids)[0], strict=True))
    kept = found.pop("paid_minor")
    assert found.pop("rounding_minor") == -kept
    assert set(found.values()) == {0}
    # What no coin can pay back of a card payment stays: never more, and never on the customer's side of nothing.
    assert 0 <= kept < story.rule.step
    assert kept == 0 or not story.in_cash or story.card_part
    by_line = (
        "SELECT sum(quantity_milli), sum(gross_minor), sum(discount_minor), sum(net_minor), sum(tax_minor), "
        f"sum(cost_minor), sum(points) FROM sale_line WHERE sale_id IN ({places}) GROUP BY coalesce(original_line_id, id)"
    )
    assert set(rows(market, by_line, *ids)) == {(0,) * 7}
    assert set(rows(market, f"SELECT sum(amount_minor) FROM sale_discount WHERE sale_id IN ({places})", *ids)) <= {
        (0,),
        (None,),
    }
    by_class = f"SELECT sum(base_minor), sum(tax_minor) FROM sale_tax WHERE sale_id IN ({places}) GROUP BY tax_class"
    assert set(rows(market, by_class, *ids)) == {(0, 0)}
    keys = [f"{sale_id.hex()}%" for sale_id in ids]
    stock = f"SELECT sum(delta) FROM stock_ledger WHERE {' OR '.join(['source_key LIKE ?'] * len(keys))} GROUP BY product_id"
    assert set(rows(market, stock, *keys)) == {(0,)}
    assert points_balance(market) == balance
    assert rows(market, VISITS) == (visits if visits != [(None, None)] else [(0, 0)])


@settings(max_examples=EXAMPLES)
@given(stories())
def test_each_refund_is_whole_in_itself(market: Market, story: Story) -> None:
    sale = sold(market, story)
    for refund in given_back(market, sale, story):
        assert refund.kind is SaleKind.REFUND
        assert refund.original_number == sale.number
        assert Money.total(tender.amount for tender in refund.tenders) == refund.total
        assert Money.total(line.net for line in refund.lines) == refund.gross - refund.discount
        # Nobody pays to bring goods back, and nobody is given more than was paid.
        assert all(tender.amount.minor <= 0 for tender in refund.tenders if tender.kind is not TenderKind.ROUNDING)
        assert (refund.total - refund.rounding).minor <= 0


def points_balance(market: Market) -> int:
    assert market.member is not None
    return int(rows(market, "SELECT points_balance FROM account WHERE id = ?", market.member.account_id)[0][0])


def test_the_worked_numbers_of_the_page(stocked: Stocked) -> None:
    """docs/refunds.md: three for 10.00 come back as 3.33, 3.34 and 3.33."""
    basket = stocked.basket(("water", 3)).with_price(1, Money(333))
    thing = replace(basket.lines[0], item=replace(basket.lines[0].item, price=Money(1000)), manual_price=None)
    pack = replace(thing, quantity=ONE, item=replace(thing.item, by_weight=True, price=Money(1000)))
    sale = stocked.post(stocked.paid(replace(basket, lines=(pack,))))
    back = [stocked.refund(sale, (1, Quantity(milli))).total.minor for milli in (333, 334, 333)]

    assert back == [-333, -334, -333]


def test_cash_rounding_comes_back_too(stocked: Stocked) -> None:
    """docs/refunds.md: 12.34 paid with 12.30 gives back 12.30, not 12.34."""
    stocked.rules = SaleRules(cash=CashRule(10, CashRounding.DOWN))
    basket = stocked.basket(("water", 2)).with_price(1, Money(617))
    sale = stocked.post(stocked.paid(basket))
    first, second = (stocked.refund(sale, (1, ONE)) for _ in range(2))

    assert sale.total - sale.rounding == Money(1230)
    assert [(part.kind, part.amount.minor) for part in first.tenders] == [("cash", -610), ("rounding", -7)]
    assert [(part.kind, part.amount.minor) for part in second.tenders] == [("cash", -620), ("rounding", 3)]


def test_buy_refund_repeat_earns_nothing(stocked: Stocked) -> None:
    """odoo 257854, 238806: the refund kept the earned points."""
    member = stocked.enrol()
    for _ in range(3):
        sale = stocked.sell(("milk", 1), member=member)
        refund = stocked.refund(sale)
        assert (sale.points, refund.points, refund.points_balance) == (49, -49, 0)


def test_points_are_taken_back_by_the_line_not_by_todays_rule(stocked: Stocked) -> None:
    sale = stocked.sell(("milk", 2), ("water", 1), member=stocked.enrol())
    stocked.rules = SaleRules(points_per_step=10)
    back = [stocked.refund(sale, (number, ONE)).points for number in (1, 1, 2)]

    assert sum(back) == -sale.points == -101
    assert back == [-50, -49, -2]


def test_returned_goods_are_priced_apart_from_new_ones(stocked: Stocked) -> None:
    """odoo 177312: refund lines disturbed the promotions of new lines: here they never meet in a basket."""
    sale = stocked.sell(("milk", 1), member=stocked.enrol())
    refund = stocked.refund(sale)

    assert [(off.rule, off.amount) for off in refund.lines[0].discounts] == [("member", Money(-1000))]
    assert refund.total == -sale.total


def test_a_refund_reads_as_a_refund_on_paper(stocked: Stocked) -> None:
    refund = stocked.refund(stocked.sell(("water", 2)))

    ((payload,),) = rows(stocked, "SELECT payload FROM print_job WHERE sale_id = ?", refund.sale_id)
    assert Receipt.from_json(payload).meta.number == "T1-000002" == refund.number
    with stocked.shop.store.read() as read:
        assert load_sale(read, refund.sale_id) == refund


def test_more_than_was_bought_is_refused(stocked: Stocked) -> None:
    sale = stocked.sell(("water", 2))
    stocked.refund(sale, (1, ONE))
    with pytest.raises(TooMuchBack, match="Only 1 of"):
        stocked.refund(sale, (1, Quantity.of(2)))


@pytest.mark.parametrize("milli", [-1000, 500])
def test_half_a_piece_or_less_than_none_is_refused(stocked: Stocked, milli: int) -> None:
    sale = stocked.sell(("water", 2))
    with pytest.raises(TooMuchBack):
        stocked.refund(sale, (1, Quantity(milli)))


def test_nothing_is_no_refund(stocked: Stocked) -> None:
    sale = stocked.sell(("water", 2))
    with pytest.raises(NothingLeft):
        stocked.refund(sale, (1, Quantity(0)))


def test_a_line_named_twice_is_counted_twice(stocked: Stocked) -> None:
    sale = stocked.sell(("water", 3))

    assert stocked.refund(sale, (1, ONE), (1, ONE)).lines[0].quantity == Quantity.of(-2)


def test_a_line_of_another_sale_is_refused(stocked: Stocked) -> None:
    sale, other = stocked.sell(("water", 1)), stocked.sell(("noodles", 1))
    draft = RefundDraft(new_id(), sale.sale_id, (RefundPart(other.lines[0].line_id, ONE),), stocked.rules)
    with stocked.shop.store.act(stocked.shop.owner, "refund") as uow, pytest.raises(NothingLeft):
        post_refund(uow, draft)


def test_a_sale_that_came_back_whole_cannot_come_back_again(stocked: Stocked) -> None:
    sale = stocked.sell(("water", 1))
    stocked.refund(sale)
    with pytest.raises(TooMuchBack, match="Only 0 of"):
        stocked.refund(sale)
    with stocked.shop.store.read() as read, pytest.raises(NothingLeft):
        open_for_refund(read, sale)


def test_a_refund_of_a_refund_is_refused(stocked: Stocked) -> None:
    refund = stocked.refund(stocked.sell(("water", 1)))
    with stocked.shop.store.read() as read, pytest.raises(NotRefundable, match="T1-000002"):
        open_for_refund(read, find_by_number(read, refund.number))
    with stocked.shop.store.read() as read, pytest.raises(NotRefundable):
        quote_refund(read, refund.sale_id, (RefundPart(refund.lines[0].line_id, ONE),), CashRule())
    draft = RefundDraft(new_id(), refund.sale_id, (RefundPart(refund.lines[0].line_id, ONE),), stocked.rules)
    with stocked.shop.store.act(stocked.shop.owner, "refund") as uow, pytest.raises(NotRefundable):
        post_refund(uow, draft)


def test_a_double_press_is_one_refund(stocked: Stocked) -> None:
    sale, key = stocked.sell(("water", 2)), new_id()
    first = stocked.refund(sale, (1, ONE), key=key)
    before = dump_tables(stocked.shop.database)
    again = stocked.refund(sale, (1, ONE), key=key)

    assert again.repeated
    assert again.number == first.number
    assert changed_tables(before, dump_tables(stocked.shop.database)) == set()


def test_over_the_limit_a_cashier_needs_a_grant(stocked: Stocked) -> None:
    sale = stocked.sell(("milk", 2))
    draft = RefundDraft(new_id(), sale.sale_id, (RefundPart(sale.lines[0].line_id, Quantity.of(2)),), stocked.rules)
    with stocked.shop.store.act(stocked.shop.cashier, "refund") as uow, pytest.raises(GrantNeeded) as asked:
        post_refund(uow, draft)
    assert asked.value.permission is Permission.REFUND_OVER_LIMIT

    owner = stocked.shop.owner
    assert owner.staff_id is not None
    grant = owners_leave(stocked.shop, Permission.REFUND_OVER_LIMIT)
    with stocked.shop.store.act(stocked.shop.cashier, "refund", grant=grant) as uow:
        post_refund(uow, draft)
        uow.commit()
    assert rows(
        stocked, "SELECT action, staff_id, granted_by, amount_minor FROM audit_event WHERE action = 'refund'"
    ) == [("refund", stocked.shop.cashier.staff_id, owner.staff_id, 11_980)]


def test_at_the_limit_no_grant_is_needed(stocked: Stocked) -> None:
    stocked.rules = SaleRules(refund_limit=Money(200))
    sale = stocked.sell(("water", 1))
    draft = RefundDraft(new_id(), sale.sale_id, (RefundPart(sale.lines[0].line_id, ONE),), stocked.rules)
    with stocked.shop.store.act(stocked.shop.cashier, "refund") as uow:
        assert post_refund(uow, draft).total == Money(-200)
        uow.commit()


@settings(max_examples=EXAMPLES)
@given(stories())
def test_the_quote_is_what_is_posted(market: Market, story: Story) -> None:
    sale = sold(market, story)
    parts = (RefundPart(sale.lines[0].line_id, ONE if not sale.lines[0].by_weight else Quantity(1)),)
    with market.shop.store.read() as read:
        quote = quote_refund(read, sale.sale_id, parts, story.rule)
    refund = market.refund(sale, (1, parts[0].quantity))

    assert (quote.total, quote.points) == (-refund.total, -refund.points)
    paid = [part for part in refund.tenders if part.kind is not TenderKind.ROUNDING]
    assert quote.ways == tuple(Way(part.kind, -part.amount) for part in paid)
    assert quote.payout == Money.total(way.amount for way in quote.ways)


@settings(max_examples=EXAMPLES)
@given(stories())
def test_no_way_gives_back_more_than_it_took_unless_cash_was_asked_for(market: Market, story: Story) -> None:
    sale = sold(market, replace(story, steps=()))
    usual = replace(story, steps=tuple((at, part, wish if wish is CARD else None) for at, part, wish in story.steps))
    refunds = given_back(market, sale, usual)

    for kind in (TenderKind.CASH, TenderKind.CARD):
        took = paid_by(sale, kind)
        back = [-paid_by(refund, kind).minor for refund in refunds]
        assert all(amount >= 0 for amount in back)
        assert sum(back) == took.minor
        assert all(amount % story.rule.step == 0 for amount in back) or kind is CARD


CARD = TenderKind.CARD


def paid_by(sale: PostedSale, kind: TenderKind) -> Money:
    return Money.total(part.amount for part in sale.tenders if part.kind is kind)
