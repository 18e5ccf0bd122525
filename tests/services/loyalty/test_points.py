"""Points as arithmetic."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.services.loyalty.points import PointsRule, last_valid_day, points_for, share_points, taken_back

A_YUAN_A_POINT = PointsRule()


@pytest.mark.parametrize(
    ("paid_minor", "rule", "points"),
    [
        (0, A_YUAN_A_POINT, 0),
        (99, A_YUAN_A_POINT, 0),
        (100, A_YUAN_A_POINT, 1),
        (4_780, A_YUAN_A_POINT, 47),
        (4_780, PointsRule(3, 1_000), 12),
        (4_780, PointsRule(0, 100), 0),
        (-500, A_YUAN_A_POINT, 0),
    ],
)
def test_only_full_steps_of_what_was_paid_earn(paid_minor: int, rule: PointsRule, points: int) -> None:
    assert points_for(paid_minor, rule) == points


@pytest.mark.parametrize(("per_step", "step_minor"), [(-1, 100), (1, 0)])
def test_a_rule_that_makes_no_sense_is_refused(per_step: int, step_minor: int) -> None:
    with pytest.raises(ValueError, match="no rule"):
        PointsRule(per_step, step_minor)


def test_points_fall_on_lines_by_what_was_paid_for_them() -> None:
    assert share_points(47, (2_000, 1_690, 1_090)) == (20, 16, 11)


def test_a_line_that_earns_nothing_carries_nothing() -> None:
    assert share_points(10, (500, 0, 500)) == (5, 0, 5)


def test_no_lines_and_no_points_is_nothing() -> None:
    assert share_points(0, ()) == ()


@given(st.integers(0, 10**6), st.lists(st.integers(0, 10**7), min_size=1, max_size=60))
def test_points_of_lines_add_up(points: int, weights: list[int]) -> None:
    shares = share_points(points, weights)
    assert sum(shares) == points
    assert all(share >= 0 for share in shares)


@st.composite
def partitions(draw: st.DrawFn) -> tuple[int, list[int]]:
    """Points of a line, and its units in parts."""
    parts = draw(st.lists(st.integers(1, 5_000), min_size=1, max_size=30))
    return draw(st.integers(0, 100_000)), parts


@given(partitions())
def test_any_parts_take_back_exactly_what_was_earned(case: tuple[int, list[int]]) -> None:
    points, parts = case
    units, before, taken = sum(parts), 0, 0
    for now in parts:
        share = taken_back(points, units, before, now)
        assert share >= 0
        before, taken = before + now, taken + share
        assert taken <= points
    assert taken == points


def test_ten_points_of_three_bottles_come_back_in_three_steps() -> None:
    assert [taken_back(10, 3_000, before, 1_000) for before in (0, 1_000, 2_000)] == [3, 4, 3]


@pytest.mark.parametrize(("units", "before", "now"), [(0, 0, 0), (3, 2, 2), (3, -1, 1), (3, 1, -1)])
def test_more_units_than_were_sold_cannot_come_back(units: int, before: int, now: int) -> None:
    with pytest.raises(ValueError, match="cannot take back"):
        taken_back(10, units, before, now)


def test_points_are_valid_for_whole_days_or_for_ever() -> None:
    assert last_valid_day(date(2026, 1, 5), 365) == date(2027, 1, 5)
    assert last_valid_day(date(2026, 1, 5), 0) is None
