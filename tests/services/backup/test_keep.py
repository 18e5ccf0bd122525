"""Which backups stay."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from app.services.backup.keep import Dated, KeepRule, outlived

ZONE = ZoneInfo("Asia/Shanghai")
START = datetime(2026, 1, 5, 1, 0, tzinfo=UTC)
HOURS = st.lists(st.integers(0, 24 * 800), min_size=1, max_size=60, unique=True)


def backups(hours: list[int]) -> list[Dated]:
    return [Dated(Path(f"b{hour:06d}"), START + timedelta(hours=hour)) for hour in hours]


def kept(all_of_them: list[Dated], rule: KeepRule, good: Path) -> list[Dated]:
    gone = set(outlived(all_of_them, rule, ZONE, good=good))
    return [backup for backup in all_of_them if backup.path not in gone]


def test_a_year_at_every_four_hours() -> None:
    year = backups(list(range(0, 24 * 365, 4)))
    stay = kept(year, KeepRule(), year[-1].path)

    newest = year[-1].made_at
    assert {backup.path for backup in year[-12:]} <= {backup.path for backup in stay}
    days = {backup.made_at.astimezone(ZONE).date() for backup in stay}
    today = newest.astimezone(ZONE).date()
    assert {today - timedelta(days=back) for back in range(14)} <= days
    assert len({backup.made_at.astimezone(ZONE).isocalendar()[:2] for backup in stay}) >= 8
    assert len({backup.made_at.astimezone(ZONE).strftime("%Y-%m") for backup in stay}) >= 12
    assert len(stay) <= 12 + 14 + 8 + 12


@given(HOURS, st.data())
def test_the_good_one_and_the_newest_stay(hours: list[int], data: st.DataObject) -> None:
    every = backups(hours)
    good = data.draw(st.sampled_from(every))
    rule = KeepRule(last=data.draw(st.integers(1, 5)), days=2, weeks=2, months=2)
    stay = kept(every, rule, good.path)

    newest_first = sorted(every, key=lambda backup: backup.made_at, reverse=True)
    assert good in stay
    assert set(newest_first[: rule.last]) <= set(stay)
    assert len(stay) <= rule.last + 2 + 2 + 2 + 1


@given(HOURS)
def test_asked_again_nothing_more_goes(hours: list[int]) -> None:
    every = backups(hours)
    stay = kept(every, KeepRule(2, 3, 2, 2), every[0].path)

    assert outlived(stay, KeepRule(2, 3, 2, 2), ZONE, good=every[0].path) == ()


@given(HOURS)
def test_of_a_day_its_last_one_stays(hours: list[int]) -> None:
    every = backups(hours)
    newest = max(every, key=lambda backup: backup.made_at)
    stay = kept(every, KeepRule(last=1, days=400, weeks=0, months=0), newest.path)

    last_of_day: dict[object, Dated] = {}
    for backup in sorted(every, key=lambda backup: backup.made_at):
        last_of_day[backup.made_at.astimezone(ZONE).date()] = backup
    assert set(stay) == set(sorted(last_of_day.values(), key=lambda backup: backup.made_at)[-400:])


def test_the_shops_own_midnight_ends_the_day() -> None:
    late, later = backups([14, 16])  # 23:00 and 01:00 in Shanghai
    assert outlived([late, later], KeepRule(1, 2, 0, 0), ZONE, good=later.path) == ()
    assert outlived([late, later], KeepRule(1, 2, 0, 0), ZoneInfo("UTC"), good=later.path) == (late.path,)


def test_nothing_is_kept_of_no_rule_but_the_newest_and_the_good_one() -> None:
    every = backups([0, 1, 2])
    assert outlived(every, KeepRule(0, 0, 0, 0), ZONE, good=every[0].path) == (every[1].path,)
