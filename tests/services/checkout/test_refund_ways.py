"""Which way money goes back, as a pure rule: any ways of paying, any wishes, any rounding in between."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.services.checkout.refund_ways import NotPaidThatWay, Taken, Takings, Way
from app.services.payments.plan import CashRule, TenderKind
from app.values.money import ZERO, Money
from app.values.rounding import CashRounding

CASH, CARD, WECHAT, ALIPAY = TenderKind.CASH, TenderKind.CARD, TenderKind.WECHAT, TenderKind.ALIPAY
EXACT = CashRule()
RULES = st.builds(CashRule, st.sampled_from([1, 10, 50]), st.sampled_from(list(CashRounding)))
WISHES = st.sampled_from([None, CASH, CARD, WECHAT])


def paid(*ways: tuple[TenderKind, int]) -> Takings:
    """A sale nothing of which came back yet."""
    return Takings(tuple(Taken(kind, Money(minor)) for kind, minor in ways))


def after(takings: Takings, amount: Money, ways: tuple[Way, ...]) -> Takings:
    """The same sale after a refund."""
    now = {way.kind: way.amount for way in ways}
    taken = tuple(Taken(one.kind, one.took, one.back + now.get(one.kind, ZERO)) for one in takings.taken)
    known = {one.kind for one in taken}
    new = tuple(Taken(way.kind, ZERO, way.amount) for way in ways if way.kind not in known)
    return Takings(taken + new, takings.given_back + amount)


@given(
    st.lists(st.tuples(st.sampled_from([CASH, CARD, WECHAT]), st.integers(1, 20_000)), unique_by=lambda way: way[0]),
    st.lists(st.tuples(st.integers(1, 20_000), WISHES, RULES), max_size=6),
    WISHES,
    RULES,
)
def test_never_more_than_was_taken_and_in_the_end_all_of_it(
    ways: list[tuple[TenderKind, int]],
    steps: list[tuple[int, TenderKind | None, CashRule]],
    last_wish: TenderKind | None,
    last_rule: CashRule,
) -> None:
    takings = paid(*ways)
    whole = takings.left
    asked = [(min(Money(minor), whole), wish, rule, False) for minor, wish, rule in steps]
    for amount, wanted, rule, completes in [*asked, (ZERO, last_wish, last_rule, True)]:
        wish = wanted if wanted in (CASH, *takings.kinds) else None
        amount = whole - takings.given_back if completes else min(amount, whole - takings.given_back)
        made = takings.ways(amount, rule, completes=completes, wish=wish)
        assert all(way.amount > ZERO for way in made)
        assert len({way.kind for way in made}) == len(made)
        for way in made:
            if way.kind is CASH:
                assert way.amount.minor % rule.step == 0
                assert wish is CASH or way.amount <= takings.left_in_cash
            else:
                assert way.amount <= next(one.left for one in takings.taken if one.kind is way.kind)
        assert Money.total(way.amount for way in made) <= takings.left
        takings = after(takings, amount, made)
    # Only what no coin can pay stays.
    assert ZERO <= takings.left < Money(max(last_rule.step, 1))


@given(st.integers(1, 20_000), st.integers(1, 20_000), st.integers(1, 40_000))
def test_electronic_money_goes_first(card: int, cash: int, amount: int) -> None:
    amount = min(amount, card + cash)
    made = paid((CASH, cash), (CARD, card)).ways(Money(amount), EXACT, completes=amount == card + cash)

    by_card = min(card, amount)
    rest = amount - by_card
    assert made == (Way(CARD, Money(by_card)), *([Way(CASH, Money(rest))] if rest else []))


def test_a_wish_goes_before_the_order_of_paying() -> None:
    takings = paid((WECHAT, 5_000), (CARD, 3_000))

    assert takings.ways(Money(4_000), EXACT, completes=False) == (Way(WECHAT, Money(4_000)),)
    by_card = takings.ways(Money(4_000), EXACT, completes=False, wish=CARD)
    assert by_card == (Way(CARD, Money(3_000)), Way(WECHAT, Money(1_000)))
    in_cash = takings.ways(Money(4_000), EXACT, completes=False, wish=CASH)
    assert in_cash == (Way(CASH, Money(4_000)),)
    assert takings.left_in_cash == ZERO


@pytest.mark.parametrize("wish", [ALIPAY, CARD, TenderKind.ROUNDING])
def test_a_way_with_nothing_left_is_refused(wish: TenderKind) -> None:
    takings = Takings((Taken(CARD, Money(100), Money(100)), Taken(WECHAT, Money(100))), Money(100))
    with pytest.raises(NotPaidThatWay, match="the way it was paid"):
        takings.ways(Money(50), EXACT, completes=False, wish=wish)


def test_more_was_paid_in_cash_by_leave_and_the_rest_is_capped() -> None:
    """5.00 cash and 10.00 card, of which 12.00 came back in cash: 3.00 are left, by card."""
    takings = Takings((Taken(CASH, Money(500), Money(1_200)), Taken(CARD, Money(1_000))), Money(1_200))

    assert takings.kinds == (CARD,)
    assert takings.ways(Money(300), EXACT, completes=True) == (Way(CARD, Money(300)),)


def test_a_sale_that_rounding_forgave_gives_nothing_back() -> None:
    assert paid().ways(Money(4), CashRule(10, CashRounding.DOWN), completes=True) == ()
