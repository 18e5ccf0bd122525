"""When one is due, and when the last one is too old."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from app.services.backup.schedule import is_due, is_too_old

NOW = datetime(2026, 1, 5, 12, 0, tzinfo=UTC)


def ago(**time: int) -> datetime:
    return NOW - timedelta(**time)


@pytest.mark.parametrize(
    ("last_good", "closed", "last_try", "due"),
    [
        (None, False, None, True),
        (ago(hours=3, minutes=59), False, None, False),
        (ago(hours=4), False, None, True),
        (ago(minutes=1), True, None, True),
        (ago(hours=-1), False, None, True),  # made under a wrong clock
        (None, False, ago(minutes=9), False),  # failed just now
        (None, False, ago(minutes=10), True),
        (ago(hours=5), False, ago(minutes=1), False),
        (ago(hours=5), False, ago(hours=5), True),  # the try that made it
        (ago(hours=5), True, ago(minutes=1), False),
        (ago(hours=5), False, ago(minutes=-30), True),  # a try of the future holds nothing up
    ],
)
def test_due(last_good: datetime | None, closed: bool, last_try: datetime | None, due: bool) -> None:
    assert is_due(NOW, last_good, closed, last_try=last_try) is due


def test_the_shop_chooses_how_often() -> None:
    assert is_due(NOW, ago(hours=1), False, every=timedelta(hours=1))
    assert not is_due(NOW, ago(hours=1), False, every=timedelta(hours=2))


@pytest.mark.parametrize(
    ("last_good", "founded_at", "too_old"),
    [
        (ago(hours=26), ago(days=90), False),
        (ago(hours=26, seconds=1), ago(days=90), True),
        (None, ago(hours=26), False),
        (None, ago(hours=27), True),
        (None, None, False),
        (ago(hours=-2), ago(days=90), False),
    ],
)
def test_too_old(last_good: datetime | None, founded_at: datetime | None, too_old: bool) -> None:
    assert is_too_old(last_good, NOW, founded_at=founded_at) is too_old
