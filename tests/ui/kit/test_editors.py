"""Fields that give values: money, quantities, a PIN; by keys, by touch, out of a form."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTranslator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.kit.form import Form, FormProblem
from app.ui.kit.keypad import CLEAR, DOUBLE_ZERO, Keypad
from app.ui.kit.money_edit import CountEdit, MoneyEdit, QuantityEdit
from app.ui.kit.pin_edit import PinEdit
from app.ui.kit.scan_box import ScanBox
from app.values.money import Money
from app.values.quantity import Quantity


@pytest.mark.parametrize(
    ("typed", "minor"),
    [("100", 10000), ("12.5", 1250), ("0.05", 5), ("", None), (".", None), ("１２．５", 1250), ("12。5", 1250)],
)
def test_money_is_read_as_typed(qtbot: QtBot, typed: str, minor: int | None) -> None:
    edit = MoneyEdit()
    qtbot.addWidget(edit)
    for char in typed:
        edit.insert(char)

    assert edit.money() == (None if minor is None else Money(minor))


@pytest.mark.parametrize("typed", ["abc", "-5", "1e3", "+1", " "])
def test_what_is_no_amount_cannot_be_typed(qtbot: QtBot, typed: str) -> None:
    edit = MoneyEdit()
    qtbot.addWidget(edit)
    QTest.keyClicks(edit, typed)

    assert edit.text() == "".join(char for char in typed if char.isdigit())


def test_a_third_decimal_is_refused(qtbot: QtBot) -> None:
    edit = MoneyEdit()
    qtbot.addWidget(edit)
    QTest.keyClicks(edit, "1.239")

    assert edit.money() == Money(123)


def test_money_shows_goes_and_tells_changes_once(qtbot: QtBot) -> None:
    edit = MoneyEdit(maximum=Money(5000))
    qtbot.addWidget(edit)
    seen: list[Money | None] = []
    edit.money_changed.connect(seen.append)
    edit.set_money(Money(1250))
    QTest.keyClicks(edit, "")
    edit.set_money(None)

    assert seen == [Money(1250), None]
    edit.set_money(Money(5001))
    assert edit.is_too_much()
    edit.set_maximum(None)
    assert not edit.is_too_much()


def test_quantities_and_counts(qtbot: QtBot) -> None:
    weight, pieces, count = QuantityEdit(by_weight=True), QuantityEdit(), CountEdit()
    for edit, typed in ((weight, "0.735"), (pieces, "1.5"), (count, "12a")):
        qtbot.addWidget(edit)
        QTest.keyClicks(edit, typed)

    assert (weight.quantity(), pieces.quantity(), count.count()) == (Quantity(735), Quantity(15000), 12)


def test_a_pin_is_hidden_and_completed_by_enter(qtbot: QtBot) -> None:
    edit = PinEdit()
    qtbot.addWidget(edit)
    QTest.keyClicks(edit, "12x345")
    with qtbot.waitSignal(edit.too_short):
        QTest.keyClick(edit, Qt.Key.Key_Return)
    QTest.keyClicks(edit, "6")
    with qtbot.waitSignal(edit.completed) as done:
        QTest.keyClick(edit, Qt.Key.Key_Return)

    assert done.args == ["123456"]
    assert edit.displayText() != "123456"
    assert (edit.take(), edit.pin()) == ("123456", "")


def test_the_keypad_types_where_the_focus_is(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    edit, pad, layout = MoneyEdit(), Keypad(), QVBoxLayout(host)
    layout.addWidget(edit)
    layout.addWidget(pad)
    with qtbot.waitActive(host):
        host.show()
        host.activateWindow()
    edit.setFocus()
    entered: list[int] = []
    edit.returnPressed.connect(lambda: entered.append(1))
    for name in ("1", "2", ".", "5", "7", "back", "enter"):
        qtbot.mouseClick(pad.button(name), Qt.MouseButton.LeftButton)

    assert (edit.text(), entered) == ("12.5", [1])
    assert QApplication.focusWidget() is edit


def test_the_keypad_types_into_its_target(qtbot: QtBot) -> None:
    edit = MoneyEdit()
    pad, other = Keypad(left=DOUBLE_ZERO, enter=False, target=edit), Keypad(left=CLEAR, target=edit)
    for widget in (edit, pad, other):
        qtbot.addWidget(widget)
    pressed: list[str] = []
    pad.pressed.connect(pressed.append)
    pad.button("7").click()
    pad.button("00").click()
    full = edit.text()
    other.button("clear").click()

    assert (full, edit.text(), pressed) == ("700", "", ["7", "00"])
    assert all(pad.button(name).minimumHeight() >= 48 for name in "0123456789")


def test_a_keypad_key_may_close_its_own_target(qtbot: QtBot) -> None:
    edit = QLineEdit()
    pad = Keypad(target=edit)
    qtbot.addWidget(pad)
    edit.returnPressed.connect(edit.deleteLater)
    pad.button("enter").click()
    qtbot.waitUntil(lambda: True)
    pad.set_target(None)

    pad.button("1").click()


def test_the_scan_box_hands_over_clean_codes(qtbot: QtBot) -> None:
    box = ScanBox()
    qtbot.addWidget(box)
    entered: list[str] = []
    empty: list[int] = []
    box.entered.connect(entered.append)
    box.confirmed_empty.connect(lambda: empty.append(1))
    box.insert(" ６９01 ")
    QTest.keyClick(box, Qt.Key.Key_Return)
    QTest.keyClick(box, Qt.Key.Key_Return)

    assert (entered, empty, box.text()) == (["6901"], [1], "")


def test_a_form_points_at_its_first_problem(qtbot: QtBot) -> None:
    form = Form()
    qtbot.addWidget(form)
    name, price = QLineEdit(), MoneyEdit()
    form.add("name", "Name", name, lambda: None if name.text() else "Say its name.")
    form.add("price", "Price", price, lambda: None if price.money() else "Say its price.")
    with qtbot.waitActive(form):
        form.show()
        form.activateWindow()
    name.setText("水")
    found = form.first_problem()
    assert found == FormProblem("price", "Say its price.")
    form.point_at(found)

    assert QApplication.focusWidget() is price
    shown = [
        label.text()
        for label in form.findChildren(QWidget)
        if label.property("role") == "problem" and label.isVisible()
    ]
    assert shown == ["Say its price."]
    price.set_money(Money(1))
    assert form.problems() == []


def test_the_only_word_of_the_pad_follows_the_language(qtbot: QtBot) -> None:
    class Chinese(QTranslator):
        def translate(self, context: str, source: str, comment: str | None = None, n: int = -1) -> str:
            return "回车" if (context, source) == ("keys", "Enter") else source

        def isEmpty(self) -> bool:
            return False

    pad = Keypad()
    qtbot.addWidget(pad)
    translator = Chinese()
    QCoreApplication.installTranslator(translator)
    QApplication.sendEvent(pad, QEvent(QEvent.Type.LanguageChange))
    shown = pad.button("enter").text()
    QCoreApplication.removeTranslator(translator)
    QApplication.sendEvent(pad, QEvent(QEvent.Type.LanguageChange))

    assert (shown, pad.button("enter").text()) == ("回车", "Enter")
