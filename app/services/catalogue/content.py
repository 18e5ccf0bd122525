"""Net content out of a written size: "250ml×16", "10kg", "100g*12袋", "24瓶".

Amounts are thousandths of a canonical unit (g, ml or piece), whole numbers. A size that can be read in two ways is
not guessed: None is better than a wrong run-out date later. Gifts count: "340克+100克" is 440 g.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from app.values.text import fold_width

MAX_CONTENT_MILLI = 10**12
MAX_SPEC_LETTERS = 100
MAX_FACTORS = 4
PIECE = "piece"

# Written unit: (canonical unit, thousandths of it).
_MEASURES: dict[str, tuple[str, int]] = {
    **dict.fromkeys(("mg", "毫克"), ("g", 1)),
    **dict.fromkeys(("g", "gm", "gr", "克", "公克"), ("g", 1_000)),
    **dict.fromkeys(("kg", "kgs", "千克", "公斤"), ("g", 1_000_000)),
    **dict.fromkeys(("斤", "市斤"), ("g", 500_000)),
    **dict.fromkeys(("两",), ("g", 50_000)),
    **dict.fromkeys(("t", "吨"), ("g", 1_000_000_000)),
    **dict.fromkeys(("lb", "lbs", "磅"), ("g", 453_592)),
    **dict.fromkeys(("oz", "盎司"), ("g", 28_350)),
    **dict.fromkeys(("ml", "cc", "毫升"), ("ml", 1_000)),
    **dict.fromkeys(("cl", "厘升"), ("ml", 10_000)),
    **dict.fromkeys(("dl", "分升"), ("ml", 100_000)),
    **dict.fromkeys(("l", "lt", "ltr", "升", "公升"), ("ml", 1_000_000)),
}
# Counted things. The inner ones (sheets, tablets) multiply with the outer ones (packs, boxes): 120抽×6.
_COUNTERS = (
    "小包", "小袋", "粒装", "片装", "支装", "只装", "个装", "枚装", "包装", "袋装", "瓶装", "罐装", "连包", "连杯",
    "抽", "张", "片", "粒", "颗", "枚", "个", "只", "支", "根", "条", "块", "卷", "件", "对", "双", "套", "把", "本",
    "头", "朵", "串", "份", "板", "饼", "丸", "贴", "节", "束", "副", "台", "杯", "瓶", "罐", "听", "桶", "袋", "包",
    "盒", "箱", "提", "打", "排", "组", "篮", "筒", "碗", "盘", "盏", "连", "入", "枝", "pcs", "pc", "ct", "p", "s",
)  # fmt: skip
_PAIRS = {"对": 2, "双": 2, "副": 2, "打": 12}

_NUMBER = r"(?P<number>\d{1,7}(?:\.\d{1,4})?)"
_UNITS = "|".join(sorted((*_MEASURES, *_COUNTERS), key=len, reverse=True))
_PART = re.compile(rf"{_NUMBER}(?P<unit>{_UNITS})?", re.ASCII)
_TIMES = re.compile(r"[x*×✕✖╳·]")
_CHINESE_TEN = re.compile(r"^十(?=[^一二三四五六七八九\d])")
_PLIES = re.compile(r"\d层")
_NOISE = re.compile(
    r"^(?:净含量|规格|约|共|每[袋包盒箱瓶])[::]?|[/每](?:袋|包|盒|瓶|罐|桶|箱|个|件|支|杯|提|条|听|只|组|排|套|pcs|pc|ea)$"
)
_LENGTH = re.compile(r"\d\s*(?:mm|cm|m|毫米|厘米|公分|米|寸|英寸|码|号|v|w|瓦|伏|度|%)(?![a-z0-9]|l)")


@dataclass(frozen=True, slots=True)
class NetContent:
    """How much is in one sale unit.

    Attributes:
        unit: `g`, `ml` or `piece`.
        each_milli: Thousandths of the unit in one pack.
        count: Packs.
        milli: Thousandths of the unit in all.
    """

    unit: str
    each_milli: int
    count: int

    @property
    def milli(self) -> int:
        """Thousandths of the unit in all packs."""
        return self.each_milli * self.count


@dataclass(frozen=True, slots=True)
class _Factor:
    """One written amount: `250ml` or `16`."""

    number: Decimal
    unit: str

    @property
    def measure(self) -> tuple[str, int] | None:
        return _MEASURES.get(self.unit)


def parse_content(spec: str) -> NetContent | None:
    """The net content that a written size states, or None when it cannot be known."""
    text = _plain(spec[:MAX_SPEC_LETTERS])
    if not text or _LENGTH.search(text):
        return None
    parts = text.split("+")
    if len(parts) == 1:
        return _product(text)
    contents = [_product(part) for part in _with_units(parts)]
    known = [content for content in contents if content is not None]
    if len(known) != len(parts) or len({content.unit for content in known}) > 1:
        return None
    return _bounded(known[0].unit, Decimal(sum(content.milli for content in known)), [])


def _with_units(parts: list[str]) -> list[str]:
    """`240+20克` means grams both times: a bare number before a plus takes the unit of the last part."""
    unit = parts[-1].lstrip("0123456789.")
    return [part + unit if part.replace(".", "", 1).isdecimal() else part for part in parts]


def _product(text: str) -> NetContent | None:
    """Amounts multiplied: `250ml*16`."""
    factors = [_factor(part) for part in _split_factors(text)]
    whole = [factor for factor in factors if factor is not None]
    if not whole or len(whole) != len(factors) or len(whole) > MAX_FACTORS:
        return None
    return _content(whole)


def _plain(spec: str) -> str:
    """One spelling: width, case, no spaces, no plies, no words around the amount."""
    text = "".join(fold_width(spec).casefold().split()).replace("⁎", "*")
    text = _NOISE.sub("", _PLIES.sub("", text).strip("[](),;*+、【】"))
    return "1" + text[1:] if text.startswith("单") else _CHINESE_TEN.sub("10", text)


def _split_factors(text: str) -> list[str]:
    """The parts between signs of multiplication; `120抽6包` is written without one."""
    parts: list[str] = []
    for part in _TIMES.split(text):
        matches = list(_PART.finditer(part))
        joined = "".join(match.group() for match in matches)
        if len(matches) > 1 and joined == part and all(match["unit"] for match in matches):
            parts += [match.group() for match in matches]
        else:
            parts.append(part)
    return parts


def _factor(part: str) -> _Factor | None:
    match = _PART.fullmatch(part.strip("()"))
    if match is None:
        return None
    number = Decimal(match["number"])
    return _Factor(number, match["unit"] or "") if number > 0 else None


def _content(factors: list[_Factor]) -> NetContent | None:
    """A measure times counts, or counts alone."""
    measured = [factor for factor in factors if factor.measure is not None]
    counted = [factor for factor in factors if factor.measure is None]
    if len(measured) > 1 or (not measured and not any(factor.unit for factor in counted)):
        return None
    if any(factor.number != factor.number.to_integral_value() for factor in counted):
        return None
    counts = [int(factor.number) * _PAIRS.get(factor.unit, 1) for factor in counted]
    if measured:
        unit, thousandths = _MEASURES[measured[0].unit]
        each = measured[0].number * thousandths
        return _bounded(unit, each, counts)
    return _bounded(PIECE, Decimal(counts[0] * 1000), counts[1:])


def _bounded(unit: str, each: Decimal, counts: list[int]) -> NetContent | None:
    count = 1
    for factor in counts:
        count *= factor
    if each != each.to_integral_value() or not 0 < each * count <= MAX_CONTENT_MILLI:
        return None
    return NetContent(unit, int(each), count)
