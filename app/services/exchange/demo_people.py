"""The invented households of the demo shop: who they are, what they use up, when they come."""

from __future__ import annotations

import random
from dataclasses import dataclass

SURNAMES = "李王张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"
# fmt: off
GIVEN = (
    "秀兰", "建军", "丽华", "志强", "桂英", "海燕", "文博", "雨欣", "子轩", "佳怡",
    "国庆", "玉梅", "晓东", "春花", "永福", "思远", "美玲", "振华", "小雪", "立新",
    "慧敏", "大勇", "淑芬", "俊杰", "红霞", "浩然", "静怡", "庆生", "翠萍", "梓涵",
)
# fmt: on
STAPLES = {
    # family: days that a household of three takes for the pack it usually buys, shortest to longest
    "大米": (18, 32),
    "食用油": (25, 45),
    "牛奶": (4, 9),
    "鸡蛋": (8, 14),
    "抽纸": (14, 26),
    "洗衣": (30, 50),
    "酱油": (30, 55),
    "面条": (9, 18),
    "面包": (4, 8),
    "酸奶": (5, 10),
    "饮用水": (6, 12),
    "牙膏": (35, 60),
    "猫粮": (20, 30),
}
PER_CENT = 100


@dataclass(frozen=True, slots=True)
class Household:
    """One member of the demo shop and the habits behind the card.

    Attributes:
        rhythm_days: Days between two visits, more or less.
        staples: Family and days between two purchases of it.
        first_day, last_day: When they begin to come, and when they stop; after the history's end they still come.
        evening: Comes after work rather than in the morning.
    """

    phone: str
    name: str
    rhythm_days: int
    staples: tuple[tuple[str, int], ...]
    first_day: int
    last_day: int
    evening: bool


def make_households(chance: random.Random, *, count: int, days: int) -> tuple[Household, ...]:
    """So many households with names and phones that differ; a few joined late, a few have stopped coming."""
    names: set[str] = set()
    made: list[Household] = []
    while len(made) < count:
        name = chance.choice(SURNAMES) + chance.choice(GIVEN)
        if name in names:
            continue
        names.add(name)
        made.append(_household(chance, name, len(made), days))
    return tuple(made)


def _household(chance: random.Random, name: str, number: int, days: int) -> Household:
    kept = chance.sample(sorted(STAPLES), chance.randint(3, 7))
    staples = tuple((family, chance.randint(*STAPLES[family])) for family in kept)
    rhythm = chance.choice((2, 3, 3, 4, 5, 6, 7, 7, 9, 12))
    joined_late, has_left = number % 7 == 3, number % 9 == 5
    first = chance.randint(days // 3, days * 3 // 4) if joined_late else chance.randint(0, rhythm)
    last = first + (days - first) * chance.randint(45, 80) // PER_CENT if has_left else days * 2
    phone = f"1990000{number:02d}{chance.randrange(100):02d}"
    return Household(phone, name, rhythm, staples, first, last, chance.randrange(PER_CENT) < 60)
