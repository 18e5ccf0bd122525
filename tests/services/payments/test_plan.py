"""Paying as a value: the laws that hold for every plan, and the cases a cashier meets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.services.payments.plan import (
    MOST_GIVEN,
    MOST_REFERENCE,
    MOST_TENDERS,
    BadAmount,
    BadTenders,
    BelowSmallestCoin,
    CashDue,
    CashRule,
    PaymentPlan,
    Tender,
    TenderKind,
    TooManyTenders,
    TooMuch,
    check_tenders,
)
from app.values.money import ZERO, Money
from app.values.rounding import CashRounding

OTHERS = [TenderKind.CARD, TenderKind.WECHAT, TenderKind.ALIPAY]
totals = st.integers(1, 1_000_000).map(Money)
rules = st.builds(CashRule, st.sampled_from([1, 5, 10, 50, 100]), st.sampled_from(list(CashRounding)))


@st.composite
def settled_plans(draw: st.DrawFn) -> PaymentPlan:
    """Part payments of any kind, then the rest, in cash or not."""
    plan = PaymentPlan(draw(totals), draw(rules))
    for _ in range(draw(st.integers(0, 3))):
        if plan.remaining.minor < 2:
            break
        part = Money(draw(st.integers(1, plan.remaining.minor - 1)))
        if draw(st.booleans()):
            plan = plan.with_other(draw(st.sampled_from(OTHERS)), part, "12345678")
        elif part < plan.cash_due:
            plan = plan.with_cash(part)
    no_cash_yet = all(tender.kind is not TenderKind.CASH for tender in plan.tenders)
    if draw(st.booleans()) or (plan.tenders and no_cash_yet and not plan.cash_due):
        return plan.with_other(draw(st.sampled_from(OTHERS)))
    over = Money(draw(st.integers(0, 10_000)))
    handed = plan.cash_due + over
    return plan.with_cash(handed if handed else None)


@given(settled_plans())
def test_tenders_add_up_to_the_total(plan: PaymentPlan) -> None:
    assert plan.is_settled
    assert Money.total(tender.amount for tender in plan.tenders) == plan.total


@given(settled_plans())
def test_money_that_moved_is_what_was_given_less_change(plan: PaymentPlan) -> None:
    assert plan.given - plan.change == plan.total - plan.rounding
    for tender in plan.tenders:
        if tender.kind is not TenderKind.ROUNDING:
            assert tender.given - tender.change == tender.amount
            assert tender.change.minor >= 0


@given(settled_plans())
def test_rounding_is_its_own_row_and_only_where_cash_settles(plan: PaymentPlan) -> None:
    rows = [tender for tender in plan.tenders if tender.kind is TenderKind.ROUNDING]

    assert len(rows) <= 1
    assert abs(plan.rounding.minor) < plan.cash.step
    if rows:
        assert plan.tenders[-1].kind is TenderKind.ROUNDING
        assert rows[0].given == ZERO


@given(settled_plans())
def test_only_cash_gives_change(plan: PaymentPlan) -> None:
    assert all(not tender.change for tender in plan.tenders if tender.kind is not TenderKind.CASH)


@given(settled_plans())
def test_taking_back_every_tender_leaves_the_whole_to_pay(plan: PaymentPlan) -> None:
    while plan.tenders:
        plan = plan.without_last()

    assert plan.remaining == plan.total
    assert plan.without_last() == plan


@pytest.mark.parametrize(
    ("mode", "due", "rounding"),
    [(CashRounding.DOWN, 1230, 4), (CashRounding.UP, 1240, -6), (CashRounding.NEAREST, 1230, 4)],
)
def test_cash_rounding_to_a_jiao(mode: CashRounding, due: int, rounding: int) -> None:
    plan = PaymentPlan(Money(1234), CashRule(10, mode)).with_cash(Money(2000))

    assert [(tender.kind, tender.amount.minor) for tender in plan.tenders] == [("cash", due), ("rounding", rounding)]
    assert plan.change == Money(2000 - due)
    assert plan.rounding == Money(rounding)


def test_a_card_is_never_rounded() -> None:
    plan = PaymentPlan(Money(1234), CashRule(10, CashRounding.DOWN)).with_other(TenderKind.CARD)

    assert [(tender.kind, tender.amount) for tender in plan.tenders] == [(TenderKind.CARD, Money(1234))]


def test_in_a_split_only_the_cash_part_is_rounded() -> None:
    plan = PaymentPlan(Money(1234), CashRule(50, CashRounding.DOWN)).with_other(TenderKind.WECHAT, Money(1000))

    assert plan.cash_due == Money(200)
    assert plan.with_cash().rounding == Money(34)


def test_a_sum_below_half_a_coin_is_settled_by_rounding_alone() -> None:
    plan = PaymentPlan(Money(4), CashRule(10)).with_cash()

    assert [(tender.kind, tender.amount, tender.given) for tender in plan.tenders] == [("rounding", Money(4), ZERO)]


def test_nothing_to_pay_needs_no_tender() -> None:
    plan = PaymentPlan(ZERO)

    assert plan.is_settled
    assert plan.with_cash().tenders == ()


@pytest.mark.parametrize("kind", OTHERS)
def test_more_than_remains_is_refused_for_cards(kind: TenderKind) -> None:
    with pytest.raises(TooMuch, match=r"12\.34"):
        PaymentPlan(Money(1234)).with_other(kind, Money(1235))


@pytest.mark.parametrize("amount", [0, -1])
def test_no_amount_is_refused(amount: int) -> None:
    plan = PaymentPlan(Money(1234))
    with pytest.raises(BadAmount):
        plan.with_other(TenderKind.CARD, Money(amount))
    with pytest.raises(BadAmount):
        plan.with_cash(Money(amount))


def test_a_mistyped_fortune_is_refused() -> None:
    with pytest.raises(BadAmount):
        PaymentPlan(Money(1234)).with_cash(MOST_GIVEN + Money(1))


def test_every_list_has_a_limit() -> None:
    plan = PaymentPlan(Money(1_000_000))
    for _ in range(MOST_TENDERS):
        plan = plan.with_other(TenderKind.CARD, Money(1))
    with pytest.raises(TooManyTenders):
        plan.with_other(TenderKind.CARD, Money(1))


@pytest.mark.parametrize("kind", [TenderKind.CASH, TenderKind.ROUNDING])
def test_cash_is_not_noted_as_a_reference(kind: TenderKind) -> None:
    with pytest.raises(ValueError, match="not noted"):
        PaymentPlan(Money(1)).with_other(kind)


def test_a_reference_is_trimmed() -> None:
    plan = PaymentPlan(Money(1)).with_other(TenderKind.WECHAT, reference=" " + "4" * 100)
    assert plan.tenders[0].reference == "4" * MOST_REFERENCE


@given(settled_plans())
def test_what_a_plan_makes_passes_the_last_look(plan: PaymentPlan) -> None:
    check_tenders(plan.total, plan.tenders, plan.cash)


def test_between_what_remains_and_what_cash_must_pay_nothing_is_taken() -> None:
    """10.01 is due as 11.00: 10.50 would leave less than nothing to pay."""
    plan = PaymentPlan(Money(1001), CashRule(100, CashRounding.UP))
    with pytest.raises(CashDue):
        plan.with_cash(Money(1050))
    assert plan.with_cash(Money(1000)).remaining == Money(1)
    assert plan.with_cash(Money(1100)).is_settled


def test_rounding_does_not_forgive_the_rest_of_a_card_payment() -> None:
    plan = PaymentPlan(Money(1099), CashRule(100, CashRounding.DOWN)).with_other(TenderKind.CARD, Money(1000))
    with pytest.raises(BelowSmallestCoin):
        plan.with_cash()
    assert plan.with_other(TenderKind.CARD).is_settled


def test_a_total_below_the_smallest_coin_costs_nothing() -> None:
    plan = PaymentPlan(Money(2), CashRule(10)).with_cash()
    assert [(tender.kind.value, tender.amount.minor) for tender in plan.tenders] == [("rounding", 2)]
    check_tenders(plan.total, plan.tenders, plan.cash)


CASH, CARD, ROUNDING = TenderKind.CASH, TenderKind.CARD, TenderKind.ROUNDING


@pytest.mark.parametrize(
    "tenders",
    [
        (Tender(ROUNDING, Money(1000), ZERO),),
        (Tender(CARD, Money(2000), Money(2000)), Tender(CASH, Money(-1000), Money(-1000))),
        (Tender(CARD, Money(1000), Money(1500), Money(500)),),
        (Tender(CASH, Money(1000), Money(1000), Money(500)),),
        (Tender(CARD, Money(996), Money(996)), Tender(ROUNDING, Money(4), ZERO)),
        (Tender(CASH, Money(990), Money(990)), Tender(ROUNDING, Money(10), ZERO)),
        (Tender(CASH, Money(900), Money(900)),),
        (),
    ],
)
def test_rows_that_no_paying_can_produce_are_refused(tenders: tuple[Tender, ...]) -> None:
    with pytest.raises(BadTenders):
        check_tenders(Money(1000), tenders, CashRule(10))
