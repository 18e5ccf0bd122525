"""Time: one reading per action, aware, and the shop's own day.

The only module that may ask the machine what time it is.
"""

from __future__ import annotations

import time as machine
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo


class Clock(Protocol):
    """Where an action's one time comes from."""

    def now(self) -> datetime:
        """The present, aware, in UTC."""
        ...


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        return datetime.now(UTC)


@dataclass
class ManualClock:
    """A clock that stands still until told: for tests, the tour and simulated history."""

    at: datetime = field(default_factory=lambda: datetime(2026, 1, 5, 1, 0, tzinfo=UTC))

    def now(self) -> datetime:
        return self.at

    def tick(self, step: timedelta = timedelta(seconds=1)) -> datetime:
        """Move on by `step` and return the new time."""
        self.at += step
        return self.at


def business_date(at: datetime, zone: ZoneInfo, day_end_hour: int = 4) -> date:
    """The shop's day that `at` belongs to; a sale at 01:30 belongs to the evening before.

    Raises:
        ValueError: `at` has no time zone.
    """
    if at.tzinfo is None:
        raise ValueError("a time must be aware")
    # Wall-clock arithmetic on purpose: the day ends when the shop's clock shows the hour, also on the night
    # in which summer time begins or ends.
    local = at.astimezone(zone).replace(tzinfo=None)
    return (local - timedelta(hours=day_end_hour)).date()


def monotonic() -> float:
    """Seconds of a clock that never steps; for intervals only."""
    return machine.monotonic()
