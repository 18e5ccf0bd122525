"""Money and rounding: whole numbers only, splitting never loses a cent."""

from __future__ import annotations

import itertools
from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.values.money import ZERO, Money
from app.values.quantity import Quantity
from app.values.rates import Rate
from app.values.rounding import CashRounding, divide_half_up, round_to_step, share_of, split_largest_remainder

amounts = st.integers(-(10**12), 10**12)
weights = st.lists(st.integers(0, 10**9), min_size=1, max_size=40)


@given(amounts, weights)
def test_a_split_adds_up_and_never_strays_by_a_cent(whole: int, parts: list[int]) -> None:
    split = Money(whole).split(parts)

    assert Money.total(split) == Money(whole)
    if sum(parts):
        for share, weight in zip(split, parts, strict=True):
            exact = Decimal(whole) * weight / sum(parts)
            assert abs(share.minor - exact) < 1


@given(amounts, weights)
def test_a_split_mirrors_its_opposite(whole: int, parts: list[int]) -> None:
    assert split_largest_remainder(-whole, parts) == [-part for part in split_largest_remainder(whole, parts)]


@given(st.integers(0, 10**9), st.lists(st.integers(1, 10**6), min_size=1, max_size=20))
def test_nothing_falls_to_a_weight_of_zero(whole: int, parts: list[int]) -> None:
    assert split_largest_remainder(whole, [*parts, 0])[-1] == 0


def test_ties_go_to_the_earlier_line() -> None:
    assert split_largest_remainder(100, [1, 1, 1]) == [34, 33, 33]
    assert split_largest_remainder(2, [1, 1, 1]) == [1, 1, 0]
    assert split_largest_remainder(5, [0, 0]) == [5, 0]


@pytest.mark.parametrize("bad", [[], [1, -1]])
def test_a_split_needs_weights(bad: list[int]) -> None:
    with pytest.raises(ValueError, match="weights"):
        split_largest_remainder(1, bad)


@given(amounts, st.integers(-(10**6), 10**6).filter(bool))
def test_half_up_is_half_up_in_decimal(numerator: int, denominator: int) -> None:
    exact = Decimal(numerator) / Decimal(denominator)
    # Decimal's 28 digits decide halves exactly at these sizes.
    assert divide_half_up(numerator, denominator) == int(exact.quantize(Decimal(1), ROUND_HALF_UP))


def test_division_by_zero_is_no_amount() -> None:
    with pytest.raises(ZeroDivisionError):
        divide_half_up(1, 0)


@given(amounts, st.integers(1, 10_000), st.data())
def test_shares_of_growing_parts_end_at_the_whole(whole: int, units: int, data: st.DataObject) -> None:
    steps = sorted(data.draw(st.lists(st.integers(0, units), max_size=8)))
    marks = [0, *steps, units]
    parts = [
        share_of(whole, after, units) - share_of(whole, before, units) for before, after in itertools.pairwise(marks)
    ]

    assert sum(parts) == whole


@given(amounts, st.integers(1, 500), st.sampled_from(CashRounding))
def test_cash_rounding_ends_on_the_step_and_mirrors_refunds(minor: int, step: int, mode: CashRounding) -> None:
    rounded = round_to_step(minor, step, mode)

    assert rounded % step == 0
    assert abs(rounded - minor) < step
    assert round_to_step(-minor, step, mode) == -rounded


@pytest.mark.parametrize(
    ("minor", "mode", "rounded"),
    [
        (1234, CashRounding.NEAREST, 1230),
        (1235, CashRounding.NEAREST, 1240),
        (1239, CashRounding.DOWN, 1230),
        (1231, CashRounding.UP, 1240),
        (-1235, CashRounding.NEAREST, -1240),
    ],
)
def test_cash_rounding_to_a_tenth(minor: int, mode: CashRounding, rounded: int) -> None:
    assert round_to_step(minor, 10, mode) == rounded


@given(st.integers(0, 10**7), st.integers(1, 10**7))
def test_price_times_quantity_rounds_once_half_up(price: int, milli: int) -> None:
    exact = Decimal(price) * milli / 1000

    assert Money(price).times(Quantity(milli)).minor == int(exact.quantize(Decimal(1), ROUND_HALF_UP))


def test_known_lines() -> None:
    assert Money(1100).times(Quantity(735)) == Money(809)  # 8.085 up
    assert Money(333).times(Quantity(1500)) == Money(500)  # 4.995 up


@given(amounts, st.sampled_from([0, 2, 3]))
def test_written_amounts_are_read_back(minor: int, exponent: int) -> None:
    assert Money.parse(Money(minor).plain(exponent), exponent) == Money(minor)


@pytest.mark.parametrize(
    ("text", "minor"), [("12.5", 1250), ("￥1,280.00", 128000), (" ¥3 ", 300), ("１２．５", None), ("$0.99", 99)]
)
def test_typed_amounts(text: str, minor: int | None) -> None:
    if minor is None:
        # Full-width digits are folded where text is typed; a full-width point is no decimal point here.
        with pytest.raises(ValueError, match="not an amount"):
            Money.parse(text)
    else:
        assert Money.parse(text) == Money(minor)


@pytest.mark.parametrize("text", ["", "abc", "1.234", "1e99", "NaN", "Infinity", "--1"])
def test_no_amounts(text: str) -> None:
    with pytest.raises(ValueError, match="not an amount"):
        Money.parse(text)


@pytest.mark.parametrize("bad", [1.0, "1", True, None])
def test_money_takes_whole_numbers_only(bad: object) -> None:
    with pytest.raises(TypeError):
        Money(bad)  # type: ignore[arg-type]


@given(amounts, amounts)
def test_arithmetic(one: int, other: int) -> None:
    assert (Money(one) + Money(other)) - Money(other) == Money(one)
    assert -Money(one) + Money(one) == ZERO
    assert bool(Money(one)) == (one != 0)
    assert (Money(one) < Money(other)) == (one < other)


@given(st.integers(-(10**9), 10**9), st.integers(0, 5000))
def test_contained_tax_and_tax_on_top_agree(net: int, bp: int) -> None:
    rate = Rate(bp)
    gross = Money(net) + rate.on_top_of(Money(net))

    assert rate.contained_in(gross) == rate.on_top_of(Money(net))


def test_chinese_vat() -> None:
    assert Rate(1300).contained_in(Money(11300)) == Money(1300)
    assert Rate(900).contained_in(Money(1690)) == Money(140)  # 139.54
    assert Rate(825).on_top_of(Money(999)) == Money(82)  # 82.42


@pytest.mark.parametrize("bad", [13.0, True, "13"])
def test_rates_are_whole_basis_points(bad: object) -> None:
    with pytest.raises(TypeError):
        Rate(bad)  # type: ignore[arg-type]
