"""The moving average: pure, in whole numbers, never outside of what was paid."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.services.inventory.cost import average_after, average_without, cost_of

on_hands = st.integers(-100_000, 10_000_000)
averages = st.integers(0, 10_000_000)
received = st.integers(1, 10_000_000)
costs = st.integers(0, 10_000_000)


@pytest.mark.parametrize(
    ("on_hand", "average", "came", "cost", "after"),
    [
        (10_000, 120, 24_000, 4800, 176),  # (10 x 1.20 + 48.00) : 34 = 1.7647
        (0, 120, 24_000, 4800, 200),
        (-3_000, 120, 24_000, 4800, 200),  # three were sold before they were booked in
        (10_000, None, 24_000, 4800, 200),  # nobody knew what the ten had cost
        (10_000, 120, 24_000, None, 120),  # nobody knows what the 24 cost
        (10_000, None, 24_000, None, None),
        (10_000, 120, 10_000, 0, 60),  # free goods count
        (1_000, 1, 1_000, 2, 2),  # 1.5 goes up
        (500, 1100, 250, 300, 1133),  # kilograms: (0.5 x 11.00 + 3.00) : 0.75 = 11.333
    ],
)
def test_worked_numbers(on_hand: int, average: int | None, came: int, cost: int | None, after: int | None) -> None:
    assert average_after(on_hand, average, came, cost) == after


@given(on_hands, averages, received, costs)
def test_the_average_lies_between_what_was_paid(on_hand: int, average: int, came: int, cost: int) -> None:
    each_low, each_high = cost * 1000 // came, -(-cost * 1000 // came)

    after = average_after(on_hand, average, came, cost)

    assert after is not None
    assert min(average, each_low) <= after <= max(average, each_high)


@given(on_hands, averages, st.integers(0, 100_000), st.integers(1, 5_000), st.integers(1, 5_000))
def test_two_lines_of_one_cost_are_as_good_as_one(on_hand: int, average: int, each: int, a: int, b: int) -> None:
    whole = average_after(on_hand, average, (a + b) * 1000, (a + b) * each)
    part = average_after(on_hand, average, a * 1000, a * each)
    parts = average_after(on_hand + a * 1000, part, b * 1000, b * each)

    assert whole is not None
    assert parts is not None
    # Below zero the first line stands for itself and the second one too: both cost the same.
    assert abs(whole - parts) <= 1


@given(on_hands, averages, received, costs)
def test_the_pool_is_worth_what_was_put_into_it(on_hand: int, average: int, came: int, cost: int) -> None:
    after = average_after(on_hand, average, came, cost)

    assert after is not None
    pool = max(on_hand, 0) + came
    assert abs(pool * after - (max(on_hand, 0) * average + cost * 1000)) * 2 <= pool


@given(st.integers(1, 10_000_000), averages, received, costs)
def test_taking_a_delivery_out_again_leads_back(on_hand: int, average: int, came: int, cost: int) -> None:
    after = average_after(on_hand, average, came, cost)

    back = average_without(on_hand + came, after, came, cost)

    # Half a minor unit on the whole pool may weigh more on what is left of it.
    assert back is not None
    assert after is not None
    most = -(-(on_hand + came) // (2 * on_hand)) + 1
    assert abs(back - average) <= most or back == after


@given(on_hands, averages, received, costs)
def test_taking_out_never_leaves_less_than_nothing(on_hand: int, average: int, taken: int, cost: int) -> None:
    left = average_without(on_hand, average, taken, cost)

    assert left is not None
    assert left >= 0


@pytest.mark.parametrize(("on_hand", "average", "taken", "cost"), [(5, 7, 5, 1), (5, 7, 9, 1), (9, 7, 5, None)])
def test_where_nothing_can_be_taken_out_the_average_stays(
    on_hand: int, average: int, taken: int, cost: int | None
) -> None:
    assert average_without(on_hand, average, taken, cost) == average


def test_an_unknown_average_stays_unknown() -> None:
    assert average_without(9, None, 5, 4) is None
    assert cost_of(5_000, None) is None


@given(st.integers(-10_000_000, 10_000_000), averages)
def test_cost_has_the_sign_of_the_quantity(milli: int, average: int) -> None:
    assert cost_of(-milli, average) == -(cost_of(milli, average) or 0)
