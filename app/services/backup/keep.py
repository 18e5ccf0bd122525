"""Which backups stay: the newest ones, one a day, one a week, one a month. Pure."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo


@dataclass(frozen=True, slots=True)
class Dated:
    """A backup file of this till and the moment of its data."""

    path: Path
    made_at: datetime


@dataclass(frozen=True, slots=True)
class KeepRule:
    """How many stay. Days, weeks and months are counted among those that have a backup: a holiday costs none."""

    last: int = 12
    days: int = 14
    weeks: int = 8
    months: int = 12


def outlived(backups: Sequence[Dated], rule: KeepRule, zone: ZoneInfo, *, good: Path) -> tuple[Path, ...]:
    """The files that may go, oldest first. `good`, the one that was just found whole, always stays.

    Of a day, week or month its newest backup stays.
    """
    newest_first = sorted(backups, key=lambda backup: (backup.made_at, backup.path.name), reverse=True)
    stays = {backup.path for backup in newest_first[: max(rule.last, 1)]} | {good}
    for most, period in ((rule.days, _day), (rule.weeks, _week), (rule.months, _month)):
        stays |= _newest_of_each(newest_first, most, period, zone)
    return tuple(backup.path for backup in reversed(newest_first) if backup.path not in stays)


def _newest_of_each(
    newest_first: Sequence[Dated], most: int, period: Callable[[datetime], Hashable], zone: ZoneInfo
) -> set[Path]:
    found: dict[Hashable, Path] = {}
    for backup in newest_first:
        found.setdefault(period(backup.made_at.astimezone(zone)), backup.path)
    return set(list(found.values())[:most])


def _day(at: datetime) -> Hashable:
    return at.date()


def _week(at: datetime) -> Hashable:
    return at.isocalendar()[:2]


def _month(at: datetime) -> Hashable:
    return at.year, at.month
