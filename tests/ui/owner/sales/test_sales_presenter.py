"""What is meant by a typed date or time, without any window."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from app.ui.owner.sales.presenter import place_of
from tests.support.shop import DAY

MONDAY = date(2026, 7, 20)


def at(day: int, hour: int, minute: int) -> datetime:
    return datetime(2026, 7, day, hour, minute, tzinfo=DAY.zone).astimezone(UTC)


@pytest.mark.parametrize("typed", ["2026-07-18", "2026/7/18", "2026.07.18", " 2026-7-18 "])
def test_a_date_is_a_day(typed: str) -> None:
    assert place_of(typed, MONDAY, DAY) == (date(2026, 7, 18), None)


@pytest.mark.parametrize("typed", ["14:05", "14：05", "１４:05"])
def test_a_time_is_the_end_of_that_minute_on_the_day_shown(typed: str) -> None:
    found = place_of(typed, MONDAY, DAY)
    assert found is not None
    day, place = found
    assert place is not None
    assert (day, place.business_date, place.at) == (MONDAY, MONDAY, at(20, 14, 6))


def test_a_date_with_a_time_behind_midnight_belongs_to_the_day_before() -> None:
    found = place_of("2026-07-19 01:30", MONDAY, DAY)
    assert found is not None
    day, place = found
    assert place is not None
    assert (day, place.at) == (date(2026, 7, 18), at(19, 1, 31))


def test_a_time_behind_midnight_alone_is_the_night_behind_the_day() -> None:
    found = place_of("1:30", MONDAY, DAY)
    assert found is not None
    assert found[1] is not None
    assert (found[0], found[1].at) == (MONDAY, at(21, 1, 31))


@pytest.mark.parametrize("typed", ["", "12.09", "T1-000042", "25:00", "2026-02-30", "2026", "14:5", "张三"])
def test_other_words_are_no_time(typed: str) -> None:
    assert place_of(typed, MONDAY, DAY) is None
