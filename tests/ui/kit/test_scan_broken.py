"""Broken scans through real windows: the beginning that was given back is taken out of the field it landed in."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from tests.support.desk import Desk
from tests.support.keys import Typist

CODE = "0410000079195"
WEAK = "0012345678905"
"""Without its first digit this is an article number too."""


def scan_broken(typist: Typist, code: str, at: int, pause_ms: int = 300) -> None:
    for place, char in enumerate(code):
        typist.hand.wait(pause_ms if place == at else 2)
        QTest.keyClick(typist._target(), char)  # type: ignore[call-overload]
    typist.hand.wait(2)
    QTest.keyClick(typist._target(), Qt.Key.Key_Return)


@pytest.mark.parametrize("at", range(1, 13))
@pytest.mark.parametrize("place", ["box", "edit", "button", "table"])
def test_a_broken_scan_is_one_scan_wherever_the_focus_is(
    desk: Desk, typist: Typist, codes: list[str], place: str, at: int
) -> None:
    widget: QWidget = getattr(desk, place)
    widget.setFocus()
    typist.scan_filter.set_sink(desk.box)

    scan_broken(typist, CODE, at)

    assert codes == [CODE]
    assert (desk.box.text(), desk.edit.text(), desk.presses) == ("", "", 0)


@pytest.mark.parametrize("at", [1, 2, 3, 5, 8, 12])
def test_what_was_typed_before_a_broken_scan_stays(desk: Desk, typist: Typist, codes: list[str], at: int) -> None:
    typist.type("6*", gap_ms=200)

    scan_broken(typist, CODE, at)

    assert (codes, desk.box.text()) == ([CODE], "6*")


def test_a_zero_is_taken_back_only_where_it_continues_no_number(desk: Desk, typist: Typist, codes: list[str]) -> None:
    typist.type("10", gap_ms=600)
    typist.hand.wait(600)
    scan_broken(typist, WEAK, 1)
    found = (list(codes), desk.box.text())
    desk.box.clear()
    scan_broken(typist, WEAK, 1)

    assert found == ([WEAK[1:]], "100")
    assert (codes[1:], desk.box.text()) == ([WEAK], "")


def test_a_pin_is_never_taken_back(desk: Desk, typist: Typist, codes: list[str]) -> None:
    desk.edit.setEchoMode(QLineEdit.EchoMode.Password)
    desk.edit.setFocus()

    scan_broken(typist, CODE, 5)

    assert (codes, desk.edit.text()) == ([CODE[5:]], CODE[:5])


def test_a_key_between_the_parts_keeps_them_apart(desk: Desk, typist: Typist, codes: list[str]) -> None:
    desk.edit.setFocus()
    for char in CODE[:5]:
        typist.hand.wait(2)
        QTest.keyClick(desk.windowHandle(), char)  # type: ignore[call-overload]
    typist.hand.wait(200)
    QTest.keyClick(desk.windowHandle(), Qt.Key.Key_Backspace)
    typist.scan(CODE[5:])

    assert (codes, desk.edit.text()) == ([CODE[5:]], CODE[:4])


def test_a_tap_between_the_parts_keeps_them_apart(desk: Desk, typist: Typist, codes: list[str]) -> None:
    desk.edit.setFocus()
    for char in CODE[:5]:
        typist.hand.wait(2)
        QTest.keyClick(desk.windowHandle(), char)  # type: ignore[call-overload]
    typist.hand.wait(200)
    place = desk.button.mapTo(desk, desk.button.rect().center())
    QTest.mouseClick(desk.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(place))
    typist.scan(CODE[5:])

    assert (codes, desk.edit.text()) == ([CODE[5:]], CODE[:5])


def test_a_field_with_no_room_keeps_what_it_has(desk: Desk, typist: Typist, codes: list[str]) -> None:
    desk.edit.setMaxLength(3)
    desk.edit.setFocus()

    scan_broken(typist, CODE, 5)

    assert (codes, desk.edit.text()) == ([CODE[5:]], CODE[:3])


def test_sixty_broken_scans_in_a_row_are_all_read(desk: Desk, typist: Typist, codes: list[str]) -> None:
    sent = ["6901234567892", CODE, "96385074", "036000291452"] * 15
    for number, code in enumerate(sent):
        typist.hand.wait(700)
        scan_broken(typist, code, 1 + number % (len(code) - 1), 150 + number * 5)

    assert (codes, desk.box.text()) == (sent, "")
