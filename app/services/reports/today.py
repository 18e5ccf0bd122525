"""A day beside the same weekday last week and beside the mean of the last four, each up to the same time of day."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from app.services.common.uow import Reader
from app.services.reports.day_figures import DayFigures, figures_of_day
from app.services.settings.service import load_settings
from app.values.clock import business_date
from app.values.ids import Id
from app.values.money import Money
from app.values.rates import Rate
from app.values.rounding import divide_half_up

WEEKS = 4
WEEK_DAYS = 7


@dataclass(frozen=True, slots=True)
class WeekdayMean:
    """The mean of the last four same weekdays on which the shop sold anything.

    Attributes:
        days: How many of the four those were; a closed day is no day.
    """

    days: int
    turnover: Money
    sale_count: int
    average_basket: Money | None
    margin: Money


@dataclass(frozen=True, slots=True)
class DaySummary:
    """A business day and what it is held against.

    Attributes:
        until: Set while the day runs: all other days are counted up to the same time of day.
        last_week: The same weekday one week before.
        mean: None where the shop sold on none of the last four.
    """

    business_date: date
    until: datetime | None
    day: DayFigures
    last_week: DayFigures
    mean: WeekdayMean | None

    @property
    def turnover_change(self) -> Rate | None:
        """Against last week; None where nothing was sold then."""
        return change(self.day.turnover.minor, self.last_week.turnover.minor)


def change(now: int, before: int) -> Rate | None:
    """By how much more, in basis points; None where there was nothing, or less, to compare with."""
    return Rate(divide_half_up((now - before) * 10_000, before)) if before > 0 else None


def summarise_day(read: Reader, day: date, *, till: Id | None = None, now: datetime | None = None) -> DaySummary:
    """The figures of a business day, of one till or of the whole shop.

    While `day` is today's, every other day is counted only up to the time that the shop's clock shows `now`.
    """
    rule = load_settings(read).day
    moment = now if now is not None else read.now
    is_running = business_date(moment, rule.zone, rule.end_hour) == day
    wall = moment.astimezone(rule.zone).replace(tzinfo=None)

    def figures(weeks_back: int) -> DayFigures:
        before = timedelta(days=WEEK_DAYS * weeks_back)
        # By the shop's clock, not by elapsed hours: ten in the morning is ten also behind a change of summer time.
        until = (wall - before).replace(tzinfo=rule.zone).astimezone(UTC) if is_running and weeks_back else None
        return figures_of_day(read, day - before, rule.zone, till=till, until=until)

    weekdays = [figures(weeks) for weeks in range(1, WEEKS + 1)]
    return DaySummary(day, moment if is_running else None, figures(0), weekdays[0], mean_of(weekdays))


def mean_of(weekdays: Sequence[DayFigures]) -> WeekdayMean | None:
    """The mean over the days with a sale or refund; None of none."""
    open_days = [figures for figures in weekdays if figures.sales.count or figures.refunds.count]
    if not open_days:
        return None

    def mean(of: Callable[[DayFigures], int]) -> int:
        return divide_half_up(sum(of(figures) for figures in open_days), len(open_days))

    sale_count = sum(figures.sales.count for figures in open_days)
    sold = Money.total(figures.sales.total for figures in open_days)
    return WeekdayMean(
        days=len(open_days),
        turnover=Money(mean(lambda figures: figures.turnover.minor)),
        sale_count=mean(lambda figures: figures.sales.count),
        average_basket=Money(divide_half_up(sold.minor, sale_count)) if sale_count else None,
        margin=Money(mean(lambda figures: figures.margin.amount.minor)),
    )
