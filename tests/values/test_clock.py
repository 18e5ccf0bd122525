"""The business date: the shop's own day, also on nights when the clock is moved."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.values.clock import ManualClock, SystemClock, business_date, monotonic

SHANGHAI, BERLIN, NEW_YORK, LORD_HOWE = (
    ZoneInfo(name) for name in ("Asia/Shanghai", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe")
)
moments = st.datetimes(datetime(2000, 1, 1), datetime(2037, 12, 31), timezones=st.just(UTC))
zones = st.sampled_from([SHANGHAI, BERLIN, NEW_YORK, LORD_HOWE])


def at(zone: ZoneInfo, *parts: int) -> datetime:
    return datetime(*parts, tzinfo=zone)  # type: ignore[arg-type,misc]


@pytest.mark.parametrize(
    ("moment", "zone", "day"),
    [
        (at(SHANGHAI, 2026, 1, 6, 1, 30), SHANGHAI, date(2026, 1, 5)),
        (at(SHANGHAI, 2026, 1, 6, 3, 59, 59), SHANGHAI, date(2026, 1, 5)),
        (at(SHANGHAI, 2026, 1, 6, 4, 0), SHANGHAI, date(2026, 1, 6)),
        # Summer time begins in Berlin at 02:00 on this night, and ends at 03:00 on that one.
        (at(BERLIN, 2026, 3, 29, 3, 59), BERLIN, date(2026, 3, 28)),
        (at(BERLIN, 2026, 3, 29, 4, 0), BERLIN, date(2026, 3, 29)),
        (at(BERLIN, 2026, 10, 25, 3, 59), BERLIN, date(2026, 10, 24)),
        (at(BERLIN, 2026, 10, 25, 4, 0), BERLIN, date(2026, 10, 25)),
        (at(NEW_YORK, 2026, 11, 1, 1, 30), NEW_YORK, date(2026, 10, 31)),
        (datetime(2026, 12, 31, 20, 0, tzinfo=UTC), SHANGHAI, date(2027, 1, 1)),
        (datetime(2026, 12, 31, 19, 59, tzinfo=UTC), SHANGHAI, date(2026, 12, 31)),
    ],
)
def test_the_day_ends_at_four(moment: datetime, zone: ZoneInfo, day: date) -> None:
    assert business_date(moment, zone) == day


@given(moments, zones, st.integers(0, 12))
def test_the_day_is_that_of_the_shops_clock(moment: datetime, zone: ZoneInfo, end_hour: int) -> None:
    local = moment.astimezone(zone)
    wanted = local.date() if local.hour >= end_hour else local.date() - timedelta(days=1)

    assert business_date(moment, zone, end_hour) == wanted


@given(moments, moments, zones)
def test_a_later_sale_is_never_on_an_earlier_day(one: datetime, other: datetime, zone: ZoneInfo) -> None:
    earlier, later = sorted((one, other))
    # Where a zone's clock goes back over the hour at which the day ends this would not hold; none here does.
    assert business_date(earlier, zone) <= business_date(later, zone)


@given(moments, zones)
def test_the_zone_in_which_a_time_is_said_does_not_matter(moment: datetime, zone: ZoneInfo) -> None:
    assert business_date(moment, SHANGHAI) == business_date(moment.astimezone(zone), SHANGHAI)


def test_a_naive_time_is_refused() -> None:
    with pytest.raises(ValueError, match="aware"):
        business_date(datetime(2026, 1, 5), SHANGHAI)


def test_the_clocks() -> None:
    clock = ManualClock()
    before = clock.now()

    assert clock.tick(timedelta(minutes=1)) == before + timedelta(minutes=1) == clock.now()
    assert SystemClock().now().utcoffset() == timedelta(0)
    assert monotonic() <= monotonic()
