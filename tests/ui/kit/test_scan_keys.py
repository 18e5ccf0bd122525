"""What keys mean to a scan: widths, input methods, the keypad, repeats, capitals, separators."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.support.desk import Desk
from tests.support.keys import KEYPAD, Typist

CODE = "6901234567892"


def test_full_width_digits_are_brought_back(desk: Desk, typist: Typist, codes: list[str]) -> None:
    desk.edit.setFocus()
    for char in "６９０１２３４５６７８９２":
        typist.hand.wait(2)
        event = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, char)
        QCoreApplication.sendEvent(desk.windowHandle(), event)
    QTest.keyClick(desk.windowHandle(), Qt.Key.Key_Return)

    assert codes == [CODE]


def test_an_input_method_that_commits_digits_does_not_swallow_a_scan(
    desk: Desk, typist: Typist, codes: list[str]
) -> None:
    desk.edit.setFocus()
    typist.hand.wait(500)
    for char in "６９０１２３４５６７８９２":
        typist.hand.wait(3)
        event = QInputMethodEvent()
        event.setCommitString(char)
        QCoreApplication.sendEvent(desk.edit, event)
    typist.hand.wait(3)
    QTest.keyClick(desk.windowHandle(), Qt.Key.Key_Return)

    assert codes == [CODE]
    assert desk.edit.text() == ""


def test_chinese_and_slow_digits_of_an_input_method_are_left_alone(
    desk: Desk, typist: Typist, codes: list[str]
) -> None:
    desk.edit.setFocus()
    for text in ("牛奶", "2", "5", "0"):
        typist.hand.wait(150)
        event = QInputMethodEvent()
        event.setCommitString(text)
        QCoreApplication.sendEvent(desk.edit, event)
    typist.hand.wait(150)

    assert desk.edit.text() == "牛奶250"
    assert codes == []


def test_the_scan_box_refuses_input_methods(desk: Desk) -> None:
    desk.edit.setFocus()
    desk.box.setFocus()

    assert not desk.box.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    assert desk.box.inputMethodHints() & Qt.InputMethodHint.ImhLatinOnly


def test_the_keypad_gives_digits_with_numlock_off(desk: Desk, typist: Typist) -> None:
    desk.edit.setFocus()
    off = [
        Qt.Key.Key_Insert,
        Qt.Key.Key_End,
        Qt.Key.Key_Down,
        Qt.Key.Key_PageDown,
        Qt.Key.Key_Left,
        Qt.Key.Key_Clear,
        Qt.Key.Key_Right,
        Qt.Key.Key_Home,
        Qt.Key.Key_Up,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_Delete,
    ]
    for key in off:
        typist.hand.wait(120)
        QTest.keyClick(desk.windowHandle(), key, KEYPAD)
        typist.hand.wait(120)

    assert desk.edit.text() == "0123456789."


def test_arrows_beside_the_keypad_stay_arrows(desk: Desk, typist: Typist) -> None:
    desk.edit.setFocus()
    typist.type("13")
    typist.press("Left")
    typist.type("2")

    assert desk.edit.text() == "123"


@pytest.mark.parametrize("name", ["Return", "Space", "Delete", "F4", "Escape"])
def test_a_key_held_down_confirms_and_deletes_once(desk: Desk, typist: Typist, name: str) -> None:
    seen: list[bool] = []

    class Watcher(QWidget):
        def keyPressEvent(self, event: QKeyEvent) -> None:
            seen.append(event.isAutoRepeat())

    watcher = Watcher(desk)
    watcher.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    watcher.show()
    watcher.setFocus()
    typist.press(name)
    key = QKeySequence.fromString(name)[0].key()
    for _ in range(5):
        typist.hand.wait(33)
        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, "", True)
        QCoreApplication.sendEvent(desk.windowHandle(), event)
        typist.hand.wait(200)

    assert seen == [False]


def test_a_held_digit_is_not_taken_for_a_scan(desk: Desk, typist: Typist, codes: list[str]) -> None:
    desk.edit.setFocus()
    typist.hand.wait(500)
    for number in range(12):
        typist.hand.wait(30)
        event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_7, Qt.KeyboardModifier.NoModifier, "7", number > 0)
        QCoreApplication.sendEvent(desk.windowHandle(), event)
    typist.hand.wait(30)
    QTest.keyClick(desk.windowHandle(), Qt.Key.Key_Return)

    assert codes == []
    assert desk.edit.text() == "7" * 12


def test_capitals_come_with_shift(desk: Desk, typist: Typist, codes: list[str]) -> None:
    typist.hand.wait(500)
    for char in "AB12C":
        typist.hand.wait(2)
        if char.isalpha():
            QTest.keyPress(desk.windowHandle(), Qt.Key.Key_Shift)
        QTest.keyClick(desk.windowHandle(), char, Qt.KeyboardModifier.ShiftModifier if char.isalpha() else KEYPAD)
        if char.isalpha():
            QTest.keyRelease(desk.windowHandle(), Qt.Key.Key_Shift)
    QTest.keyClick(desk.windowHandle(), Qt.Key.Key_Return)

    assert codes == ["AB12C"]


def test_separators_inside_a_code_reach_no_shortcut(desk: Desk, typist: Typist, codes: list[str]) -> None:
    fired: list[int] = []
    QShortcut(QKeySequence("Ctrl+]"), desk).activated.connect(lambda: fired.append(1))
    typist.hand.wait(500)
    for text in [*"010690123456789210AB", "\x1d", *"17270101"]:
        typist.hand.wait(2)
        is_separator = text == "\x1d"
        key = Qt.Key.Key_BracketRight if is_separator else Qt.Key(ord(text))
        mods = Qt.KeyboardModifier.ControlModifier if is_separator else Qt.KeyboardModifier.NoModifier
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QCoreApplication.sendEvent(desk.windowHandle(), QKeyEvent(kind, key, mods, text))
    QTest.keyClick(desk.windowHandle(), Qt.Key.Key_Return)

    assert codes == ["010690123456789210AB17270101"]
    assert "\x1d" in typist.scan_filter.last_raw
    assert fired == []


def test_equal_digits_in_one_millisecond_are_no_repeat(desk: Desk, typist: Typist, codes: list[str]) -> None:
    desk.edit.setFocus()
    typist.hand.wait(500)
    code = "0410000079195"
    for place, char in enumerate(code):
        typist.hand.wait(2)
        is_marked = char == code[place - 1]
        for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, Qt.Key(ord(char)), Qt.KeyboardModifier.NoModifier, char, is_marked)
            QCoreApplication.sendEvent(desk.windowHandle(), event)
    QTest.keyClick(desk.windowHandle(), Qt.Key.Key_Return)

    assert (codes, desk.edit.text()) == ([code], "")
