"""New prices from old ones."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.services.catalogue.price_rule import Ending, PriceRule, new_price
from app.values.money import Money
from app.values.rates import Rate

PRICES = st.integers(0, 10_000_000).map(Money)


@pytest.mark.parametrize(
    ("price", "rule", "after"),
    [
        (1000, PriceRule(Rate(500)), 1050),
        (999, PriceRule(Rate(-1000)), 899),
        (1234, PriceRule(ending=Ending.NINE_TENTHS), 1190),
        (1240, PriceRule(ending=Ending.NINE_TENTHS), 1290),
        (1239, PriceRule(ending=Ending.NINE_TENTHS), 1190),
        (10, PriceRule(ending=Ending.NINE_TENTHS), 90),
        (1234, PriceRule(ending=Ending.TENTH), 1230),
        (1235, PriceRule(ending=Ending.TENTH), 1240),
        (1234, PriceRule(ending=Ending.NINETY_NINE), 1199),
        (1250, PriceRule(ending=Ending.WHOLE), 1300),
        (3, PriceRule(ending=Ending.WHOLE), 100),
        (1000, PriceRule(add=Money(-5000)), 0),
        (1000, PriceRule(Rate(1000), Money(5), Ending.NINE_TENTHS), 1090),
    ],
)
def test_prices_by_hand(price: int, rule: PriceRule, after: int) -> None:
    assert new_price(Money(price), rule) == Money(after)


@given(PRICES, st.sampled_from([ending for ending in Ending if ending is not Ending.AS_IS]))
def test_an_ending_is_reached_and_near(price: Money, ending: Ending) -> None:
    after = new_price(price, PriceRule(ending=ending)).minor
    step, rest = {
        Ending.TENTH: (10, 0),
        Ending.NINE_TENTHS: (100, 90),
        Ending.NINETY_NINE: (100, 99),
        Ending.WHOLE: (100, 0),
    }[ending]

    assert after % step == rest % step
    assert after > 0
    assert abs(after - price.minor) * 2 <= step or price.minor < step


@given(PRICES, st.integers(-10_000, 20_000))
def test_a_share_never_makes_a_price_negative(price: Money, share: int) -> None:
    after = new_price(price, PriceRule(Rate(share)))

    assert after.minor >= 0
    assert share < 0 or after >= price
    assert share > 0 or after <= price


@given(PRICES)
def test_no_rule_changes_nothing(price: Money) -> None:
    assert new_price(price, PriceRule()) == price


def test_currencies_without_decimals_have_their_own_endings() -> None:
    assert new_price(Money(123), PriceRule(ending=Ending.WHOLE), exponent=0) == Money(123)
    assert new_price(Money(123), PriceRule(ending=Ending.NINE_TENTHS), exponent=0) == Money(123)
    assert new_price(Money(12_345), PriceRule(ending=Ending.NINE_TENTHS), exponent=3) == Money(11_900)
