"""Stretches of business days that an owner asks for; pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from app.services.common.store import Store
from app.values.clock import business_date


class Period(StrEnum):
    """Stretches with a name."""

    TODAY = "today"
    YESTERDAY = "yesterday"
    WEEK = "week"
    MONTH = "month"
    LAST_MONTH = "last_month"
    ALL = "all"
    CHOSEN = "chosen"


@dataclass(frozen=True, slots=True)
class Span:
    """From one business date to another, both included; None is without an end."""

    first: date | None = None
    last: date | None = None

    @classmethod
    def of_day(cls, day: date) -> Span:
        """One day."""
        return cls(day, day)


def span_of(period: Period, today: date) -> Span:
    """The days of a period; a chosen one begins as today."""
    match period:
        case Period.YESTERDAY:
            return Span.of_day(today - timedelta(days=1))
        case Period.WEEK:
            return Span(today - timedelta(days=6), today)
        case Period.MONTH:
            return Span(today.replace(day=1), today)
        case Period.LAST_MONTH:
            last = today.replace(day=1) - timedelta(days=1)
            return Span(last.replace(day=1), last)
        case Period.ALL:
            return Span()
        case _:
            return Span.of_day(today)


def period_of(span: Span, today: date) -> Period:
    """The name of a stretch; one without a name was chosen."""
    named = (period for period in Period if period is not Period.CHOSEN and span_of(period, today) == span)
    return next(named, Period.CHOSEN)


def today_of(store: Store) -> date:
    """The business date of this moment."""
    return business_date(store.clock.now(), store.day.zone, store.day.end_hour)
