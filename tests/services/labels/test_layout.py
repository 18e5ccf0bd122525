from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.services.labels.bars import bars_of
from app.services.labels.layout import ELLIPSIS, Setting, Strip, Word, lay_out_label, width_of
from app.services.labels.values import LabelSize, MoneyStyle, ShelfLabel, UnitPrice
from app.values.money import Money
from tests.services.labels.goods import LONG_NAME, MILK, SAUCE

NAMES = st.text(alphabet=st.one_of(st.characters(codec="gb2312"), st.sampled_from("abc XYZ（）")), max_size=80)
SIZES = st.sampled_from(["40x30", "50x30", "60x40", "70x38", "38x21"])


def words_of(label: ShelfLabel, setting: Setting) -> list[Word]:
    return [mark for mark in lay_out_label(label, setting) if isinstance(mark, Word)]


@settings(max_examples=60)
@given(
    NAMES, st.text(alphabet=st.characters(codec="gb2312"), max_size=30), SIZES, st.sampled_from([203, 300, 600]),
    st.integers(0, 9_999_999), st.none() | st.integers(0, 9_999_999), st.sampled_from(["", "6907992512105", "96385074"]),
)  # fmt: skip
def test_every_mark_stays_on_the_label_and_off_the_bars(
    name: str, spec: str, size: str, resolution: int, price: int, member: int | None, code: str
) -> None:
    setting = Setting(LabelSize.parse(size), resolution)
    label = ShelfLabel(
        name, Money(price), spec, code, None if member is None else Money(member), UnitPrice(Money(price), "100g")
    )
    width, height = setting.um(setting.size.width_um), setting.um(setting.size.height_um)
    marks = lay_out_label(label, setting)
    strips = [mark for mark in marks if isinstance(mark, Strip)]

    assert len(strips) == bool(code)
    for strip in strips:
        assert strip.left >= 0
        assert strip.left + strip.module * len(strip.bars.modules) <= width
        assert 0 < strip.height <= height - strip.top
    for word in (mark for mark in marks if isinstance(mark, Word)):
        right, top = word.left + width_of(word.text, word.size, bold=word.bold), word.baseline - word.size
        assert word.left >= 0
        assert right <= width, word
        assert word.baseline + word.size // 3 <= height, word
        assert word.size >= setting.um(1_900) or word.text == code
        for strip in strips:
            beside = right <= strip.left or word.left >= strip.left + strip.module * len(strip.bars.modules)
            assert beside or word.baseline <= strip.top + 2 or top >= strip.top + strip.height - word.size // 3, word


@pytest.mark.parametrize("size", ["40x30", "60x40", "70x36"])
def test_a_long_chinese_name_stands_there_whole(size: str) -> None:
    words = words_of(SAUCE, Setting(LabelSize.parse(size), 203))

    assert LONG_NAME in "".join(word.text for word in words)


def test_a_name_longer_than_any_label_ends_in_an_ellipsis() -> None:
    words = words_of(ShelfLabel("酱" * 400, Money(100)), Setting(LabelSize.parse("40x30"), 203))
    name = [word for word in words if "酱" in word.text]

    assert name[-1].text.endswith(ELLIPSIS)
    assert all(ELLIPSIS not in word.text for word in name[:-1])


def test_short_names_are_written_larger_than_long_ones() -> None:
    setting = Setting(LabelSize.parse("40x30"), 203)

    assert words_of(MILK, setting)[0].size > words_of(SAUCE, setting)[0].size


def test_everything_that_was_given_stands_on_the_label() -> None:
    texts = [word.text for word in words_of(MILK, Setting(LabelSize.parse("60x40"), 203))]
    english = Setting(LabelSize.parse("60x40"), 203, MoneyStyle("€", 2), "en")

    assert texts == ["伊利纯牛奶", "￥14.98/升", "250ml×16", "￥59.90", "会员价 ￥49.90", "6907992512105"]
    assert [word.text for word in words_of(MILK, english)][1:] == [
        "€14.98/l", "250ml×16", "€59.90", "Members €49.90", "6907992512105",
    ]  # fmt: skip


def test_the_price_of_loose_goods_says_per_kilogram() -> None:
    words = words_of(ShelfLabel("苹果", Money(1100), per_kg=True), Setting(LabelSize.parse("40x30"), 203))

    assert [word.text for word in words] == ["苹果", "￥11.00/kg"]


@pytest.mark.parametrize(
    ("code", "kind", "modules"),
    [
        ("6907992512105", "ean13", 95), ("96385074", "ean8", 67), ("012345678905", "ean13", 95),
        ("6907992512104", "code128", None), ("AB-1234", "code128", None), ("1", "code128", None),
    ],
)  # fmt: skip
def test_bars_fit_the_code(code: str, kind: str, modules: int | None) -> None:
    bars = bars_of(code)

    assert bars.kind == kind
    assert set(bars.modules) == {"0", "1"}
    assert modules is None or len(bars.modules) == modules


def test_modules_are_whole_dots_neither_too_fine_nor_too_coarse() -> None:
    bars = bars_of("6907992512105")

    assert bars.module_dots(320, 203) == 2
    assert bars.module_dots(10_000, 203) == 2
    assert bars.module_dots(10_000, 600) == 8
    assert bars.module_dots(200, 203) == 0
