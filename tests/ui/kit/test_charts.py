"""Pictures of figures: round axes, labels that never overlap, words for those who cannot see them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui.kit.chart_scale import MOST_TICKS, nice_top, ticks
from app.ui.kit.charts import Bar, BarChart, LineChart, Share, SharesBar, SparkLine
from app.ui.kit.theme import DARK, LIGHT, Theme, apply_theme

HOURS = [Bar(f"{hour}:00", hour * 1_000, hour * 900) for hour in range(7, 22)]


def tell(minor: int) -> str:
    return f"¥{minor // 100}"


@given(st.integers(0, 10**15))
def test_an_axis_ends_round_and_holds_the_largest(largest: int) -> None:
    top = nice_top(largest)
    named = ticks(top)

    assert top >= max(largest, 1)
    assert named[0] == 0
    assert named[-1] == top
    assert 2 <= len(named) <= MOST_TICKS + 1
    assert str(named[1]).rstrip("0") in ("1", "2", "5")


@pytest.mark.parametrize("width", [160, 300, 420, 900])
@pytest.mark.parametrize("kind", [BarChart, LineChart])
def test_labels_never_overlap(qtbot: QtBot, kind: type[BarChart] | type[LineChart], width: int) -> None:
    chart = kind(tell)
    qtbot.addWidget(chart)
    chart.resize(width, 220)
    chart._show(HOURS, "by hour", ("Today", "Last Monday"))
    places = [place for place, _ in chart.shown_labels()]

    assert places
    assert all(left.right() < right.left() for left, right in pairwise(places))
    assert all(place.left() >= 0 and place.right() <= width for place in places)


def test_a_tooltip_names_the_hour_and_both_values(qtbot: QtBot) -> None:
    chart = BarChart(tell)
    qtbot.addWidget(chart)
    chart.resize(600, 220)
    chart.show_bars(HOURS, summary="Most at nine in the evening.", names=("Today", "Last Monday"))
    last = chart.tip_at(QPoint(chart._plot().right() - 2, 100))

    assert last == "21:00\nToday ¥210\nLast Monday ¥189"
    assert chart.tip_at(QPoint(0, 100)) == ""
    assert chart.accessibleDescription() == "Most at nine in the evening."


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_the_largest_bar_is_painted_in_the_accent_of_the_theme(qapp: QApplication, qtbot: QtBot, theme: Theme) -> None:
    apply_theme(qapp, theme)
    chart = BarChart(tell)
    qtbot.addWidget(chart)
    chart.resize(600, 220)
    chart.show_bars([Bar("a", 100), Bar("b", 0)], summary="")
    image, plot = chart.grab().toImage(), chart._plot()

    assert image.pixelColor(int(chart._centre(0, plot)), plot.bottom() - 10) == QColor(theme.accent)
    assert image.pixelColor(int(chart._centre(1, plot)), plot.bottom() - 10) != QColor(theme.accent)
    apply_theme(qapp)
    qapp.setStyleSheet("")


def test_pictures_of_nothing_are_painted_too(qtbot: QtBot) -> None:
    for chart in (BarChart(tell), LineChart(tell), SharesBar(tell), SparkLine()):
        qtbot.addWidget(chart)
        chart.resize(200, 160)
        assert not chart.grab().isNull()


def test_a_single_point_and_refunds_below_zero_are_painted(qtbot: QtBot) -> None:
    line, bars = LineChart(tell), BarChart(tell)
    for chart in (line, bars):
        qtbot.addWidget(chart)
        chart.resize(200, 160)
    line.show_points([Bar("a", 5)], summary="")
    bars.show_bars([Bar("a", -500), Bar("b", 20)], summary="")

    assert not line.grab().isNull()
    assert not bars.grab().isNull()


def test_shares_are_named_with_whole_per_cents(qtbot: QtBot) -> None:
    shares = SharesBar(tell)
    qtbot.addWidget(shares)
    shares.resize(300, 120)
    shares.show_shares([Share("Cash", 10_000), Share("WeChat", 20_000), Share("None", 0)], summary="Two thirds WeChat")

    assert shares.legend_lines() == ["Cash  ¥100  33%", "WeChat  ¥200  67%"]
    assert shares.tip_at(QPoint(50, 5)).startswith("Cash")
    assert shares.tip_at(QPoint(250, 5)).startswith("WeChat")
    assert not shares.grab().isNull()
