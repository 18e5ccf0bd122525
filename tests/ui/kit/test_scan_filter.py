"""Scans through real windows: whatever has the focus, at times the test decides."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.kit.scan_filter import ScanFilter, ScanSettings
from tests.support.desk import Desk
from tests.support.keys import Typist

CODE = "6901234567892"


@pytest.mark.parametrize("place", ["box", "edit", "button", "table", "combo"])
@pytest.mark.parametrize("end", ["Return", "Enter", "Tab"])
def test_a_scan_is_taken_wherever_the_focus_is(
    desk: Desk, typist: Typist, codes: list[str], place: str, end: str
) -> None:
    widget: QWidget = getattr(desk, place)
    widget.setFocus()

    typist.scan(CODE, end=end)

    assert codes == [CODE]
    assert (desk.box.text(), desk.edit.text(), desk.presses) == ("", "", 0)
    assert widget.hasFocus()
    assert desk.combo.currentIndex() == 0


def test_a_scan_fires_no_shortcut(desk: Desk, typist: Typist, codes: list[str]) -> None:
    fired: list[str] = []
    for name in ("6", "9", "Return", "Shift+A", "-"):
        shortcut = QShortcut(QKeySequence(name), desk)
        shortcut.activated.connect(lambda name=name: fired.append(name))
    desk.button.setFocus()

    typist.scan("69-A12345")

    assert codes == ["69-A12345"]
    assert fired == []


def test_a_typed_key_still_fires_its_shortcut(desk: Desk, typist: Typist) -> None:
    fired: list[str] = []
    shortcut = QShortcut(QKeySequence("Space"), desk)
    shortcut.activated.connect(lambda: fired.append("Space"))
    desk.table.setFocus()

    typist.press("Space")

    assert fired == ["Space"]


def test_slow_typing_lands_in_its_field_and_enter_ends_it(
    desk: Desk, typist: Typist, codes: list[str], qtbot: QtBot
) -> None:
    desk.edit.setFocus()
    typist.type("12.50ab", gap_ms=90)

    with qtbot.waitSignal(desk.edit.returnPressed, timeout=1000):
        typist.press("Return")

    assert desk.edit.text() == "12.50ab"
    assert codes == []


def test_fast_fingers_keep_their_order(desk: Desk, typist: Typist) -> None:
    desk.edit.setFocus()

    typist.type("123", gap_ms=20)

    assert desk.edit.text() == "123"


def test_three_fast_keys_and_enter_are_given_back_in_order(desk: Desk, typist: Typist, qtbot: QtBot) -> None:
    desk.edit.setFocus()

    with qtbot.waitSignal(desk.edit.returnPressed, timeout=1000):
        typist.scan("123")

    assert desk.edit.text() == "123"


def test_space_typed_on_a_button_presses_it_each_time(desk: Desk, typist: Typist) -> None:
    desk.button.setFocus()

    typist.press("Space", "Space")

    assert desk.presses == 2


def test_a_lone_key_waits_forty_milliseconds(desk: Desk, typist: Typist) -> None:
    desk.edit.setFocus()
    typist.hand.wait(500)
    QTest.keyClick(desk.windowHandle(), "5")
    held = desk.edit.text()

    assert typist.hand.timer.wait_ms == 40
    typist.hand.timer.fire()

    assert (held, desk.edit.text()) == ("", "5")


def test_typed_text_comes_before_the_tap_that_follows_it(desk: Desk, typist: Typist) -> None:
    desk.edit.setFocus()
    texts: list[str] = []
    desk.button.clicked.connect(lambda: texts.append(desk.edit.text()))
    QTest.keyClick(desk.windowHandle(), "5")

    place = desk.button.mapTo(desk, desk.button.rect().center())
    QTest.mouseClick(desk.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(place))

    assert texts == ["5"]


def test_twenty_scans_in_a_row_at_ten_a_second(desk: Desk, typist: Typist, codes: list[str]) -> None:
    sent = [f"69{number:011d}" for number in range(20)]

    for code in sent:
        typist.scan(code, gap_ms=4)

    assert codes == sent


def test_a_scan_during_a_handler_waits_for_it(desk: Desk, typist: Typist) -> None:
    log: list[str] = []

    def handle(code: str) -> None:
        log.append(f"begin {code}")
        if len(log) == 1:
            typist.scan("1112223")
            typist.scan("4445556")
        log.append(f"end {code}")

    typist.scan_filter.scanned.connect(handle)
    typist.scan(CODE)

    assert log == [
        f"begin {CODE}",
        f"end {CODE}",
        "begin 1112223",
        "end 1112223",
        "begin 4445556",
        "end 4445556",
    ]


def test_scans_wait_while_paused(desk: Desk, typist: Typist, codes: list[str]) -> None:
    typist.scan_filter.pause()
    for code in ("11111", "22222", "33333"):
        typist.scan(code)
    before = list(codes)

    typist.scan_filter.resume()

    assert (before, codes) == ([], ["11111", "22222", "33333"])


def test_a_handler_that_fails_does_not_silence_the_next_scan(desk: Desk, typist: Typist) -> None:
    seen: list[str] = []

    def fail(code: str) -> None:
        seen.append(code)
        if len(seen) == 1:
            raise RuntimeError("broken screen")

    typist.scan_filter.claim(desk, fail)
    with pytest.raises(RuntimeError, match="broken screen"):
        typist.scan_filter._hand_out("11111")
    typist.scan("22222")

    assert seen == ["11111", "22222"]


def test_a_scan_in_a_modal_dialog_does_not_confirm_it(
    desk: Desk, typist: Typist, codes: list[str], qtbot: QtBot
) -> None:
    dialog = QDialog(desk)
    edit, button = QLineEdit(), QPushButton("OK")
    button.setDefault(True)
    layout = QVBoxLayout(dialog)
    layout.addWidget(edit)
    layout.addWidget(button)
    button.clicked.connect(dialog.accept)
    with qtbot.waitActive(dialog):
        dialog.open()
    edit.setFocus()

    typist.scan(CODE)

    assert codes == [CODE]
    assert dialog.isVisible()
    assert edit.text() == ""
    dialog.close()


def test_a_scan_over_an_open_list_chooses_nothing(desk: Desk, typist: Typist, codes: list[str]) -> None:
    desk.combo.setFocus()
    desk.combo.showPopup()

    typist.scan("9" + CODE)

    assert codes == ["9" + CODE]
    assert desk.combo.currentIndex() == 0
    desk.combo.hidePopup()


def test_the_newest_claim_takes_the_scans_until_it_is_gone(desk: Desk, typist: Typist, codes: list[str]) -> None:
    first: list[str] = []
    second: list[str] = []
    inner = QWidget(desk)
    typist.scan_filter.claim(desk, first.append)
    typist.scan_filter.claim(inner, second.append)
    typist.scan("11111")
    inner.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    typist.scan("22222")
    typist.scan_filter.release(desk)
    typist.scan("33333")

    assert (first, second, codes) == (["22222"], ["11111"], ["33333"])


def test_typing_on_a_table_goes_to_the_sink(desk: Desk, typist: Typist) -> None:
    typist.scan_filter.set_sink(desk.box)
    desk.table.setFocus()

    typist.type("690")

    assert desk.box.text() == "690"


def test_typing_in_another_field_stays_there(desk: Desk, typist: Typist) -> None:
    typist.scan_filter.set_sink(desk.box)
    desk.edit.setFocus()

    typist.type("690")

    assert (desk.box.text(), desk.edit.text()) == ("", "690")


def test_keys_typed_before_a_scan_stay_typed(desk: Desk, typist: Typist, codes: list[str]) -> None:
    typist.type("6*")
    typist.scan(CODE)

    assert desk.box.text() == "6*"
    assert codes == [CODE]


def test_a_prefix_makes_short_codes_sure(desk: Desk, typist: Typist, codes: list[str]) -> None:
    typist.scan_filter.use(ScanSettings(prefix="~"))

    typist.scan("~12")

    assert codes == ["12"]
    assert desk.box.text() == ""


def test_a_scan_before_a_function_key_does_not_wait(desk: Desk, typist: Typist) -> None:
    log: list[str] = []
    typist.scan_filter.scanned.connect(log.append)
    QShortcut(QKeySequence("F4"), desk).activated.connect(lambda: log.append("F4"))

    typist.scan(CODE, end="")
    QTest.keyClick(desk.windowHandle(), Qt.Key.Key_F4)

    assert log == [CODE, "F4"]


def test_stopping_gives_back_what_is_held(desk: Desk, qtbot: QtBot) -> None:
    typist = Typist(desk)
    desk.edit.setFocus()
    QTest.keyClick(desk.windowHandle(), "5")

    typist.stop()

    assert desk.edit.text() == "5"


def test_the_real_timer_gives_back_a_typed_key(desk: Desk, qtbot: QtBot) -> None:
    scan_filter = ScanFilter()
    scan_filter.start()
    desk.edit.setFocus()
    with qtbot.waitSignal(desk.edit.textChanged, timeout=5000):
        QTest.keyClick(desk.windowHandle(), "5")
    scan_filter.stop()

    assert desk.edit.text() == "5"
