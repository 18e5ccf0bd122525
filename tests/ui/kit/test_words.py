"""Figures, times and sentences as people read them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import ClassVar
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, QTranslator
from pytestqt.qtbot import QtBot

from app.ui.kit.buttons import KeyButton
from app.ui.kit.keys import Action, KeyMap
from app.ui.kit.words import CHINESE, ENGLISH, Words, round_half_up
from app.values.errors import UserError
from app.values.money import Money
from app.values.quantity import Quantity
from app.values.rates import Rate


class NotEnough(UserError):
    text = "Only {left} left; {name} costs {price}, until {until}."


class Chinese(QTranslator):
    """Translations as a released file would give them."""

    TEXTS: ClassVar = {"Hold": "挂单", "Space": "空格", NotEnough.text: "{name}仅剩 {left}，价格 {price}，至 {until}。"}

    def translate(self, context: str, text: str, disambiguation: str = "", n: int = -1) -> str:
        return self.TEXTS.get(text, "")

    def isEmpty(self) -> bool:
        return False


@pytest.fixture
def words(qapp: object, tmp_path: Path) -> Iterator[Words]:
    words = Words(folder=tmp_path)
    yield words
    words.set_language(ENGLISH)


@pytest.mark.parametrize(
    ("minor", "shown"),
    [(11549, "¥115.49"), (0, "¥0.00"), (5, "¥0.05"), (-200, "-¥2.00"), (123456789, "¥1,234,567.89")],
)
def test_money(words: Words, minor: int, shown: str) -> None:
    assert words.money(Money(minor)) == shown


def test_money_with_a_plus_and_without_a_sign(words: Words) -> None:
    assert (words.money(Money(500), plus=True), words.amount(Money(-111500))) == ("+¥5.00", "-1,115.00")


def test_a_currency_without_cents(qapp: object) -> None:
    assert Words(sign="¥", exponent=0).money(Money(1280)) == "¥1,280"


@given(st.integers(-(10**12), 10**12))
def test_no_digit_of_money_is_lost(minor: int) -> None:
    shown = Words().amount(Money(minor))

    assert Money.parse(shown) == Money(minor)


@pytest.mark.parametrize(
    ("milli", "by_weight", "shown"),
    [
        (2000, False, "2"),
        (735, True, "0.735 kg"),
        (12000, True, "12.000 kg"),
        (1500, False, "1.500"),
        (-1000, False, "-1"),
    ],
)
def test_quantity(words: Words, milli: int, by_weight: bool, shown: str) -> None:
    assert words.quantity(Quantity(milli), by_weight) == shown


def test_price_count_and_rate(words: Words) -> None:
    shown = [words.price(Money(1100), by_weight=True), words.price(Money(200)), words.count(1280)]

    assert shown == ["11.00/kg", "2.00", "1,280"]
    assert [words.rate(Rate(bp)) for bp in (1300, 888, 0, 1000)] == ["13%", "8.88%", "0%", "10%"]


@pytest.mark.parametrize(
    ("number", "places", "rounded"), [("0.125", 2, "0.13"), ("-0.125", 2, "-0.13"), ("2.5", 0, "3")]
)
def test_halves_go_away_from_zero(number: str, places: int, rounded: str) -> None:
    assert round_half_up(Decimal(number), places) == Decimal(rounded)


def test_times_are_the_shops_own(words: Words) -> None:
    at = datetime(2026, 1, 5, 17, 30, tzinfo=UTC)

    assert (words.moment(at), words.time(at), words.date(at)) == ("2026-01-06 01:30", "01:30", "2026-01-06")
    assert words.date(date(2026, 2, 3)) == "2026-02-03"
    words.use(zone=ZoneInfo("Europe/Berlin"), sign="€", exponent=2)
    assert (words.time(at), words.money(Money(100))) == ("18:30", "€1.00")


def problem() -> NotEnough:
    return NotEnough(left=Quantity(735), name="红富士 <b>", price=Money(1100), until=date(2026, 1, 6))


def test_a_failure_is_told_with_its_figures(words: Words) -> None:
    assert words.tell(problem()) == "Only 0.735 kg left; 红富士 <b> costs ¥11.00, until 2026-01-06."


def test_a_failure_is_told_in_the_language_in_use(words: Words) -> None:
    translator = Chinese()
    QCoreApplication.installTranslator(translator)
    told = words.tell(problem())
    QCoreApplication.removeTranslator(translator)

    assert told == "红富士 <b>仅剩 0.735 kg，价格 ¥11.00，至 2026-01-06。"


@pytest.mark.expects_log
def test_a_sentence_that_lacks_a_value_is_still_told(words: Words) -> None:
    assert words.tell(NotEnough(name="x")) == NotEnough.text


def test_a_missing_translation_falls_back_to_english(words: Words) -> None:
    assert words.set_language(CHINESE) is False
    assert words.language == CHINESE
    assert words.tell(problem()).startswith("Only 0.735")


def test_the_language_is_told_once(words: Words, qtbot: QtBot) -> None:
    with qtbot.waitSignal(words.language_changed) as told:
        words.toggle_language()
    words.set_language(CHINESE)

    assert told.args == [CHINESE]


def test_open_widgets_follow_the_language(qtbot: QtBot) -> None:
    button = KeyButton(Action.HOLD, KeyMap.default())
    qtbot.addWidget(button)
    translator = Chinese()
    english = button.text()
    QCoreApplication.installTranslator(translator)
    QCoreApplication.processEvents()
    chinese = button.text()
    QCoreApplication.removeTranslator(translator)
    QCoreApplication.processEvents()

    assert (english, chinese, button.text()) == ("F4 Hold", "F4 挂单", "F4 Hold")
