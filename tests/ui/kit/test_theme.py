"""Every text on every ground it is used on reaches 4.5:1; edges reach 3:1."""

from __future__ import annotations

import re

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui.kit.buttons import TouchButton
from app.ui.kit.labels import ElidedLabel, FitLabel, PlainLabel, elide_lines
from app.ui.kit.theme import (
    DARK,
    LIGHT,
    PERCENTS,
    Sizes,
    Theme,
    apply_theme,
    contrast,
    current_theme,
    scale_in_use,
    scaled,
    set_role,
    style_sheet,
    theme_chosen,
    use_look,
    use_scale,
)

TEXT_ON_GROUND = [
    ("text", ("ground", "card", "chosen", "pressed", "good_ground", "careful", "problem_ground")),
    ("muted", ("ground", "card", "chosen")),
    ("good", ("ground", "card", "chosen", "good_ground")),
    ("problem", ("ground", "card", "chosen", "problem_ground")),
    ("careful_text", ("careful", "card", "chosen")),
    ("on_accent", ("accent", "accent_down")),
    ("disabled", ("disabled_ground", "card")),
]
PAIRS = [(text, ground) for text, grounds in TEXT_ON_GROUND for ground in grounds]
THEMES = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)


@THEMES
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_text_can_be_read(theme: Theme, text: str, ground: str) -> None:
    assert contrast(getattr(theme, text), getattr(theme, ground)) >= 4.5


@THEMES
@pytest.mark.parametrize("edge", ["edge", "accent", "careful_edge", "problem_edge"])
def test_edges_of_things_to_press_can_be_seen(theme: Theme, edge: str) -> None:
    assert contrast(getattr(theme, edge), theme.card) >= 3


def test_contrast_is_that_of_the_standard() -> None:
    assert round(contrast("#000000", "#ffffff"), 2) == 21
    assert round(contrast("#777777", "#ffffff"), 2) == 4.48


@THEMES
def test_the_style_sheet_has_no_open_places(theme: Theme) -> None:
    sheet = style_sheet(theme)

    assert "$" not in sheet
    assert set(re.findall(r"#[0-9a-fA-F]{6}", sheet)) <= {getattr(theme, name) for name in theme.__slots__}


def test_sizes_fit_eyes_and_fingers() -> None:
    assert 19 <= Sizes.TEXT <= 21
    assert 25 <= Sizes.FIGURE <= 28
    assert 56 <= Sizes.TOTAL <= 72
    assert Sizes.TARGET >= 48


def test_buttons_are_large_enough_and_leave_the_focus_alone(qtbot: QtBot) -> None:
    button = TouchButton("Fish & Chips")
    qtbot.addWidget(button)

    assert button.minimumHeight() >= 48
    assert button.focusPolicy().value == 0
    assert button.text() == "Fish && Chips"


def test_labels_show_markup_as_it_is(qtbot: QtBot) -> None:
    label = PlainLabel("<b>牛奶</b>", role="muted")
    qtbot.addWidget(label)
    set_role(label, "problem")

    assert label.text() == "<b>牛奶</b>"
    assert label.textFormat().name == "PlainText"
    assert label.property("role") == "problem"


@pytest.mark.parametrize("width", [120, 240, 400])
def test_a_long_name_is_shortened_and_whole_in_the_tooltip(qtbot: QtBot, width: int) -> None:
    name = "农夫山泉饮用天然水 550ml 家庭装整箱二十四瓶 新包装 促销 " * 3
    label = ElidedLabel(name, lines=2)
    qtbot.addWidget(label)
    label.resize(width, 60)
    label.show()

    assert label.is_shortened()
    assert len(label.shown_lines()) == 2
    assert all(label.fontMetrics().horizontalAdvance(line) <= width for line in label.shown_lines())
    assert label.toolTip() == name


def test_a_short_name_is_left_alone(qtbot: QtBot) -> None:
    label = ElidedLabel("水")
    qtbot.addWidget(label)
    label.resize(200, 30)
    label.show()

    assert (label.shown_lines(), label.toolTip()) == (["水"], "")


def test_words_break_at_spaces_and_chinese_anywhere(qtbot: QtBot) -> None:
    label = PlainLabel()
    qtbot.addWidget(label)
    metrics = label.fontMetrics()
    width = metrics.horizontalAdvance("hello wor")

    assert elide_lines("hello world", metrics, width, 2) == ["hello", "world"]
    assert len(elide_lines("农夫山泉饮用天然水" * 2, metrics, width, 3)) >= 2


def test_a_large_total_shrinks_until_it_fits(qtbot: QtBot) -> None:
    label = FitLabel("¥115.49", largest=64, smallest=24)
    qtbot.addWidget(label)
    label.resize(420, 80)
    label.show()
    small_sum = label.size_px()
    label.set_text("¥1,234,567,890.00")

    assert small_sum == 64
    assert 24 <= label.size_px() < 64
    assert label.fontMetrics().horizontalAdvance(label.text()) <= 420


def test_a_paying_button_is_as_high_as_it_asks_to_be(qtbot: QtBot, qapp: QApplication) -> None:
    apply_theme(qapp)
    button = TouchButton("Pay", "pay")
    qtbot.addWidget(button)
    button.show()
    qapp.processEvents()

    assert button.minimumSizeHint().height() >= Sizes.PAY
    assert button.height() >= Sizes.PAY
    qapp.setStyleSheet("")


@pytest.mark.parametrize("percent", PERCENTS)
def test_words_grow_and_large_figures_stay(qapp: QApplication, percent: int) -> None:
    try:
        use_scale(percent)
        sheet = style_sheet(LIGHT)
        sizes = {int(size) for size in re.findall(r"font-size: (\d+)px", sheet)}

        assert Sizes.TEXT == scaled(20) == 20 * percent // 100
        assert max(48, Sizes.TEXT * 3 // 2) <= Sizes.TARGET
        assert {scaled(17), scaled(20), Sizes.TOTAL} <= sizes
        assert max(sizes) == Sizes.TOTAL == 66
        assert scale_in_use() == percent
    finally:
        use_scale(100)
    assert (Sizes.TEXT, Sizes.TARGET, scaled(7)) == (20, 48, 7)


def test_the_look_is_only_applied_when_it_is_another_one(qapp: QApplication) -> None:
    apply_theme(qapp)
    try:
        assert not use_look(qapp, "light", 100)
        assert use_look(qapp, "dark", 100)
        assert current_theme() is DARK
        assert not use_look(qapp, "dark", 100)
        assert use_look(qapp, "dark", 110)
        assert use_look(qapp, "nonsense", 100)
        assert current_theme() is LIGHT
    finally:
        use_scale(100)
        apply_theme(qapp)
        qapp.setStyleSheet("")


def test_the_system_decides_where_it_is_asked(qapp: QApplication) -> None:
    assert theme_chosen("system") in (LIGHT, DARK)
    assert theme_chosen("light") is LIGHT
    assert theme_chosen("dark") is DARK
