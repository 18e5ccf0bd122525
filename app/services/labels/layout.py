"""Where everything stands on a label, in whole dots: the same for a printer of 203 dots an inch and for a PDF.

From the top: the name, as large as it fits in its lines; a small line with size and unit price; then the price and
the bars, side by side where the label is wide enough, else one below the other. Nothing is drawn outside its room:
letters shrink until the words fit, and only a name that is too long even in the smallest ones ends in an ellipsis.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from PIL import ImageFont

from app.services.labels.bars import Bars, bars_of
from app.services.labels.values import (
    YUAN,
    Label,
    LabelSize,
    LabelTooSmall,
    Language,
    MoneyStyle,
    ProductLabel,
    ShelfLabel,
    dots,
)
from app.services.labels.words import words_for
from app.services.receipts.typeset import clean, wrap

_FONTS = Path(__file__).resolve().parents[3] / "resources" / "fonts"
REGULAR = _FONTS / "NotoSansSC-Regular.ttf"
BOLD = _FONTS / "NotoSansSC-Bold.ttf"

_EDGE_UM = 1_500
_SMALLEST_UM, _SMALL_UM = 1_900, 2_500
_LARGEST_NAME_UM, _LARGEST_PRICE_UM = 4_600, 11_000
_LEAST_PRICE_ROOM_UM = 22_000
_LEAST_BAR_HEIGHT_UM = 5_000
_LINE_PERCENT, _ASCENT_PERCENT = 125, 96
ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Box:
    """A room on the label, in dots."""

    left: int
    top: int
    width: int
    height: int

    @property
    def bottom(self) -> int:
        """The first row of dots below it."""
        return self.top + self.height


@dataclass(frozen=True, slots=True)
class Word:
    """A piece of text: where its baseline begins, and how large its letters are."""

    text: str
    left: int
    baseline: int
    size: int
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Strip:
    """Bars: where the first module begins, dots of one module, height."""

    bars: Bars
    left: int
    top: int
    module: int
    height: int


Mark = Word | Strip


@lru_cache(maxsize=256)
def font(size: int, bold: bool) -> ImageFont.FreeTypeFont:
    """Our font, `size` dots high."""
    return ImageFont.truetype(str(BOLD if bold else REGULAR), size)


def width_of(text: str, size: int, *, bold: bool) -> int:
    """Dots across a text, rounded up."""
    return -int(-font(size, bold).getlength(text) // 1)


@dataclass(frozen=True, slots=True)
class Setting:
    """What a label is laid out for."""

    size: LabelSize
    dots_per_inch: int
    money: MoneyStyle = YUAN
    language: Language = "zh"

    def um(self, length_um: int) -> int:
        """A length in dots."""
        return dots(length_um, self.dots_per_inch)


def lay_out_label(label: Label, setting: Setting) -> tuple[Mark, ...]:
    """Everything on one label.

    Raises:
        LabelTooSmall: its bars would be too fine.
        CodeNotPrintable
    """
    edge = setting.um(_EDGE_UM)
    room = Box(edge, edge, setting.um(setting.size.width_um) - 2 * edge, setting.um(setting.size.height_um) - 2 * edge)
    bars = bars_of(label.code) if label.code else None
    match label:
        case ShelfLabel():
            return tuple(_shelf(label, bars, room, setting))
        case ProductLabel():
            return tuple(_product(label, bars, room, setting))


def _shelf(label: ShelfLabel, bars: Bars | None, room: Box, setting: Setting) -> Iterator[Mark]:
    details = _line_height(setting.um(_SMALL_UM))
    is_wide = bars is not None and _is_wide(bars, room, setting)
    bar_room = (
        0 if bars is None or is_wide else max(room.height * 36 // 100, setting.um(_LEAST_BAR_HEIGHT_UM) + details)
    )
    name_height = (room.height - details - bar_room) * (45 if is_wide or bars is None else 50) // 100
    name = _paragraph(label.name, Box(room.left, room.top, room.width, name_height), setting)
    yield from name
    below = Box(room.left, _below(name, room), room.width, details)
    yield from _two_ends(label.spec, _unit_words(label, setting), below, setting.um(_SMALL_UM))
    rest = Box(room.left, below.bottom, room.width, room.bottom - below.bottom)
    if bars is None:
        yield from _prices(label, rest, setting)
    elif is_wide:
        module = bars.module_dots(room.width // 2, setting.dots_per_inch)
        width = module * bars.count
        yield from _bars(bars, Box(rest.left, rest.top, width, rest.height), module, setting)
        yield from _prices(label, Box(rest.left + width, rest.top, rest.width - width, rest.height), setting)
    else:
        prices = Box(rest.left, rest.top, rest.width, rest.height - bar_room)
        yield from _prices(label, prices, setting)
        module = _widest_module(bars, room, setting)
        yield from _bars(bars, Box(rest.left, prices.bottom, rest.width, bar_room), module, setting)


def _product(label: ProductLabel, bars: Bars | None, room: Box, setting: Setting) -> Iterator[Mark]:
    words, small = words_for(setting.language), setting.um(_SMALL_UM)
    details = _line_height(small)
    ends = [(label.spec, setting.money.show(label.price) if label.price is not None else "")]
    if label.best_before is not None:
        ends.append((words.best_before, label.best_before.isoformat()))
    ends = [pair for pair in ends if any(pair)]
    bar_room = max(room.height * 45 // 100, setting.um(_LEAST_BAR_HEIGHT_UM) + details) if bars else 0
    name_height = room.height - bar_room - details * len(ends)
    name = _paragraph(label.name, Box(room.left, room.top, room.width, name_height), setting)
    yield from name
    top = _below(name, room)
    for left, right in ends:
        yield from _two_ends(left, right, Box(room.left, top, room.width, details), small)
        top += details
    if bars is not None:
        module = _widest_module(bars, room, setting)
        yield from _bars(bars, Box(room.left, top, room.width, room.bottom - top), module, setting)


def _unit_words(label: ShelfLabel, setting: Setting) -> str:
    words = words_for(setting.language)
    if label.unit_price is None:
        return ""
    return f"{setting.money.show(label.unit_price.amount)}/{words.per[label.unit_price.per]}"


def _prices(label: ShelfLabel, room: Box, setting: Setting) -> Iterator[Mark]:
    """The price as large as it fits, right-aligned; the member price below it or, large too, alone on its line."""
    words = words_for(setting.language)
    price = setting.money.show(label.price) + ("/kg" if label.per_kg else "")
    share = 100 if label.member_price is None else 58
    height = room.height * share // 100
    yield from _large(price, Box(room.left, room.top, room.width, height), setting)
    if label.member_price is not None:
        text = f"{words.member_price} {setting.money.show(label.member_price)}"
        yield from _large(text, Box(room.left, room.top + height, room.width, room.height - height), setting)


def _large(text: str, room: Box, setting: Setting) -> Iterator[Mark]:
    """One line at the right edge, in the largest letters that fit."""
    most = min(setting.um(_LARGEST_PRICE_UM), room.height * 100 // _LINE_PERCENT)
    size = _largest(most, setting.um(_SMALLEST_UM), _fits_across(text, room.width))
    width = width_of(text, size, bold=True)
    top = room.top + (room.height - _line_height(size)) // 2
    yield Word(text, room.left + room.width - width, top + size * _ASCENT_PERCENT // 100, size, bold=True)


def _fits_across(text: str, width: int) -> Callable[[int], bool]:
    def fits(size: int) -> bool:
        return width_of(text, size, bold=True) <= width

    return fits


def _two_ends(left: str, right: str, room: Box, most: int) -> Iterator[Mark]:
    """One small line: something at the left edge, something at the right one; the left one gives way."""
    left, right = clean(left), clean(right)
    baseline = room.top + most * _ASCENT_PERCENT // 100
    taken = 0
    if right:
        taken = width_of(right, most, bold=False)
        yield Word(right, room.left + room.width - taken, baseline, most)
    free = room.width - taken - (most // 2 if taken else 0)
    if left and (short := _shortened(left, free, most, bold=False)):
        yield Word(short, room.left, baseline, most)


def _paragraph(text: str, room: Box, setting: Setting) -> tuple[Mark, ...]:
    """A bold text in as many lines as the room has, in the largest letters with which all of it fits."""
    text = clean(text).strip()
    least = setting.um(_SMALLEST_UM)

    def fits(size: int) -> bool:
        return len(_lines(text, room.width, size)) * _line_height(size) <= room.height

    size = _largest(max(min(setting.um(_LARGEST_NAME_UM), room.height * 100 // _LINE_PERCENT), least), least, fits)
    lines = _lines(text, room.width, size)
    most = max(room.height // _line_height(size), 1)
    if len(lines) > most:
        lines = [*lines[: most - 1], _shortened("".join(lines[most - 1 :]), room.width, size, bold=True)]
    return tuple(
        Word(line, room.left, room.top + at * _line_height(size) + size * _ASCENT_PERCENT // 100, size, bold=True)
        for at, line in enumerate(lines)
    )


def _below(name: tuple[Mark, ...], room: Box) -> int:
    """The first free row below a paragraph: what a short name does not need goes to the price and the bars."""
    heights = [_line_height(mark.size) for mark in name if isinstance(mark, Word)]
    return room.top + sum(heights)


def _lines(text: str, width: int, size: int) -> list[str]:
    def measure(part: str) -> int:
        return width_of(part, size, bold=True)

    return [line for line in wrap(text, width, measure) if line]


def _shortened(text: str, width: int, size: int, *, bold: bool) -> str:
    """The text, or as much of it as fits before an ellipsis; empty where not even that does."""
    if width_of(text, size, bold=bold) <= width:
        return text
    for end in range(len(text) - 1, 0, -1):
        if width_of(text[:end] + ELLIPSIS, size, bold=bold) <= width:
            return text[:end].rstrip() + ELLIPSIS
    return ""


def _largest(most: int, least: int, fits: Callable[[int], bool]) -> int:
    """The largest size that fits, between least and most; least where none does."""
    low, high = least, max(most, least)
    while low < high:
        middle = (low + high + 1) // 2
        if fits(middle):
            low = middle
        else:
            high = middle - 1
    return low


def _line_height(size: int) -> int:
    return size * _LINE_PERCENT // 100


def _widest_module(bars: Bars, room: Box, setting: Setting) -> int:
    """Dots of one module across the whole label; its edge is light, so the quiet zones may reach over it.

    Raises:
        LabelTooSmall
    """
    module = bars.module_dots(room.width + 2 * setting.um(_EDGE_UM), setting.dots_per_inch)
    if module == 0:
        width, height = str(setting.size).split("x")
        raise LabelTooSmall(code=bars.code, width=width, height=height)
    return module


def _is_wide(bars: Bars, room: Box, setting: Setting) -> bool:
    """Whether price and bars find room side by side."""
    taken = bars.module_dots(room.width // 2, setting.dots_per_inch) * bars.count
    return 0 < taken <= room.width - setting.um(_LEAST_PRICE_ROOM_UM)


def _bars(bars: Bars, room: Box, module: int, setting: Setting) -> Iterator[Mark]:
    """Bars with their digits below, in the middle of the room, on whole dots."""
    digits = min(setting.um(_SMALL_UM), room.height // 3)
    height = room.height - _line_height(digits)
    left = room.left + (room.width - module * len(bars.modules)) // 2
    yield Strip(bars, left, room.top, module, height)
    words = _shortened(bars.code, room.width, digits, bold=False)
    middle = room.left + (room.width - width_of(words, digits, bold=False)) // 2
    yield Word(words, middle, room.top + height + digits * _ASCENT_PERCENT // 100, digits)
