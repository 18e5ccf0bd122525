"""What happens on one day of the demo shop, decided before anything is posted: pure, and the same for the same seed."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from app.services.exchange.demo_people import PER_CENT, Household
from app.services.payments.plan import TenderKind

OPENS, CLOSES = 7 * 60 + 40, 21 * 60 + 30
"""Minutes of the shop's day between which customers come."""
HOURS = {8: 9, 9: 10, 10: 8, 11: 8, 12: 5, 13: 4, 14: 4, 15: 5, 16: 7, 17: 11, 18: 14, 19: 10, 20: 6}
"""How busy each hour is, beside the others."""
WEEKDAYS = (95, 90, 92, 95, 108, 128, 120)
WAYS = {TenderKind.WECHAT: 46, TenderKind.ALIPAY: 24, TenderKind.CASH: 24, TenderKind.CARD: 6}
EVERYDAY = ("饮料", "零食", "蔬菜", "水果", "烘焙", "乳品", "方便食品", "生鲜", "调味", "日用", "酒", "冰品")
EVERYDAY_WEIGHTS = (16, 16, 20, 14, 8, 9, 8, 12, 6, 6, 4, 3)


@dataclass(frozen=True, slots=True)
class Shelf:
    """The demo's goods as its customers see them: keys by category and by family; weighed ones apart."""

    by_category: Mapping[str, Sequence[str]]
    by_family: Mapping[str, Sequence[str]]
    weighed: frozenset[str]


@dataclass(frozen=True, slots=True)
class PlannedSale:
    """One customer: when, who, what (key and thousandths), how it is paid.

    Attributes:
        comes_back: The first line is brought back the same day.
    """

    minute: int
    household: int | None
    wants: tuple[tuple[str, int], ...]
    way: TenderKind
    comes_back: bool = False


@dataclass(slots=True)
class Habits:
    """What the households remember from one day to the next: next visit, and when each staple runs out."""

    next_visit: dict[int, int] = field(default_factory=dict)
    runs_out: dict[tuple[int, str], int] = field(default_factory=dict)
    usual: dict[tuple[int, str], str] = field(default_factory=dict)


def plan_day(
    chance: random.Random,
    day: int,
    *,
    weekday: int,
    strangers: int,
    households: Sequence[Household],
    habits: Habits,
    shelf: Shelf,
) -> tuple[PlannedSale, ...]:
    """All customers of a day in the order in which they come."""
    visits = [_visit(chance, day, at, households[at], habits, shelf) for at in _who_comes(day, households, habits)]
    for at in [sale.household for sale in visits if sale.household is not None]:
        rhythm = households[at].rhythm_days
        habits.next_visit[at] = day + max(1, rhythm + chance.randint(-rhythm // 3, rhythm // 3))
    count = strangers * WEEKDAYS[weekday] // PER_CENT
    visits += [_stranger(chance, shelf) for _ in range(count + chance.randint(-3, 3))]
    return tuple(sorted(visits, key=lambda sale: sale.minute))


def _who_comes(day: int, households: Sequence[Household], habits: Habits) -> list[int]:
    return [
        at
        for at, house in enumerate(households)
        if house.first_day <= day <= house.last_day and habits.next_visit.get(at, house.first_day) <= day
    ]


def _visit(chance: random.Random, day: int, at: int, house: Household, habits: Habits, shelf: Shelf) -> PlannedSale:
    wants = []
    for family, every in house.staples:
        # Bought a little before it runs out, since the next visit may be too late.
        if habits.runs_out.get((at, family), day) <= day + house.rhythm_days // 2 and family in shelf.by_family:
            key = habits.usual.setdefault((at, family), chance.choice(shelf.by_family[family]))
            wants.append((key, _amount(chance, key, shelf)))
            habits.runs_out[at, family] = day + max(2, every + chance.randint(-every // 5, every // 5))
    wants += _extras(chance, shelf, chance.randint(1, 5))
    hours = [hour for hour in HOURS if (hour >= 16) == house.evening]
    return PlannedSale(_minute(chance, hours), at, tuple(wants), _way(chance), comes_back=chance.randrange(120) == 0)


def _stranger(chance: random.Random, shelf: Shelf) -> PlannedSale:
    wants = tuple(_extras(chance, shelf, chance.choice((1, 1, 2, 2, 3, 4, 6))))
    return PlannedSale(_minute(chance, list(HOURS)), None, wants, _way(chance), comes_back=chance.randrange(150) == 0)


def _extras(chance: random.Random, shelf: Shelf, count: int) -> list[tuple[str, int]]:
    categories = chance.choices(EVERYDAY, EVERYDAY_WEIGHTS, k=count)
    keys = [chance.choice(shelf.by_category[name]) for name in categories if name in shelf.by_category]
    return [(key, _amount(chance, key, shelf)) for key in keys]


def _amount(chance: random.Random, key: str, shelf: Shelf) -> int:
    if key in shelf.weighed:
        return chance.randrange(250, 2_400, 5)
    return chance.choice((1000, 1000, 1000, 1000, 2000, 3000))


def _minute(chance: random.Random, hours: list[int]) -> int:
    (hour,) = chance.choices(hours, [HOURS[hour] for hour in hours])
    return min(max(hour * 60 + chance.randrange(60), OPENS), CLOSES)


def _way(chance: random.Random) -> TenderKind:
    (way,) = chance.choices(list(WAYS), list(WAYS.values()))
    return way
