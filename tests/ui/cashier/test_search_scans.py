"""The search field of the real till: a scan into a running composition shows a price and leaves no digits."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.support.till import WATER, TestTill


def say(till: TestTill, *, preedit: str = "", commit: str = "", wait_ms: int = 2) -> None:
    """An input method reports a change."""
    till.typist.hand.wait(wait_ms)
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    target = QApplication.focusWidget()
    assert target is not None
    QCoreApplication.sendEvent(target, event)


def compose_milk(till: TestTill) -> None:
    till.press("F2")
    for count in (1, 2, 3):
        say(till, preedit="niu"[:count], wait_ms=150)


def pass_keys(till: TestTill, text: str) -> None:
    """Keys that the input method lets pass, at a scanner's pace, then its end key."""
    for char in text:
        till.typist.hand.wait(2)
        QTest.keyClick(till.typist._target(), char)  # type: ignore[call-overload]
    till.typist.hand.wait(2)
    QTest.keyClick(till.typist._target(), Qt.Key.Key_Return)


@pytest.mark.parametrize("way", ["candidate", "growth", "commit"])
def test_a_scan_into_a_composition_shows_its_price(till: TestTill, way: str) -> None:
    compose_milk(till)
    if way == "candidate":
        say(till, commit="牛")
        pass_keys(till, WATER[1:])
    else:
        for count in range(1, 14):
            say(till, preedit="niu" + WATER[:count])
        if way == "commit":
            say(till, commit="niu" + WATER)
        till.typist.hand.wait(600)
    panel = till.pages.panels.search

    assert panel.card.isVisible()
    assert "农夫山泉" in panel.card.name.text()
    assert panel.edit.displayText() == ""
    assert (till.top, till.rows) == ("search", [])


def test_a_scan_that_cannot_be_restored_finds_and_sells_nothing(till: TestTill) -> None:
    compose_milk(till)
    say(till, commit="牛")
    pass_keys(till, WATER[4:])

    assert till.notice == "This scan could not be read. Please scan again."
    assert till.pages.panels.search.edit.displayText() == ""
    assert (till.top, till.rows) == ("search", [])


def test_a_broken_scan_in_the_search_field_shows_its_price(till: TestTill) -> None:
    till.press("F2")
    till.type("niu")
    for place, char in enumerate(WATER):
        till.typist.hand.wait(300 if place == 6 else 2)
        QTest.keyClick(till.typist._target(), char)  # type: ignore[call-overload]
    QTest.keyClick(till.typist._target(), Qt.Key.Key_Return)
    panel = till.pages.panels.search

    assert "农夫山泉" in panel.card.name.text()
    assert (panel.edit.text(), till.top, till.rows) == ("", "search", [])
