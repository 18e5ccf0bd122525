"""What is wrong is said in the words of what was asked, right under the field it is about, and nothing is cut off."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from app.services.shifts.cash import ReasonMissing
from app.ui.cashier.panel import Panel
from app.values.errors import UserError
from tests.support.shop import CASHIER_PIN
from tests.support.till import APPLE_PLU, MEMBER_CARD, MILK, NO_PRICE, WATER, TestTill
from tests.ui.cashier.test_layout import check, shown

__all__ = ["shown"]
NEAR = 20
"""Points between a field and the sentence about it; further off the eye has to look for it."""


def place(widget: QWidget) -> QRect:
    return QRect(widget.mapToGlobal(QPoint(0, 0)), widget.size())


def said_in(root: QWidget) -> QLabel:
    """The one sentence about what is wrong."""
    QApplication.processEvents()
    found = [label for label in root.findChildren(QLabel) if label.property("role") == "problem" and label.isVisible()]
    (label,) = [label for label in found if label.text()]
    return label


def is_right_under(problem: QLabel, field: QWidget) -> bool:
    said, asked = place(problem), place(field)
    gap = said.top() - asked.bottom()
    return 0 <= gap <= NEAR and said.left() < asked.right() and asked.left() < said.right()


def test_every_panel_says_what_is_wrong_right_under_its_field(shown: TestTill) -> None:
    till, size, panels = shown, shown.window.size(), shown.pages.panels
    found: list[str] = []

    def look(where: str, panel: Panel, field: QWidget) -> None:
        found.extend(check(till, size, where))
        problem = said_in(panel)
        if not is_right_under(problem, field):
            found.append(f"{where}: {problem.text()!r} at {place(problem)} is not under {place(field)}")

    till.press("F8")
    till.type("T1-999999")
    till.press("Return")
    look("receipt's number", panels.refund, panels.refund.edit)
    till.press("Escape")
    number = till.sell(WATER)
    till.scan(number)
    panels.refund.tell(Wrong())
    look("lines of a receipt", panels.refund, panels.refund.table)
    till.press("Escape", "F3")
    till.type("1360013")
    till.press("Return", "Return")
    look("member", panels.member, panels.member.edit)
    till.press("Escape", "F10", "F10")
    till.type("T1-999999")
    till.press("Return")
    look("paper", panels.paper, panels.paper.edit)
    till.press("Escape", "F9", "2", "Return")
    look("cash in", panels.cash, panels.cash.amount_edit)
    till.type("50")
    till.press("Return", "Return")
    look("reason", panels.cash, panels.cash.reason_edit)
    till.press("Escape", "Escape", "F9", "6")
    for pin in ("000000", "730518", "730519"):
        till.type(pin)
        till.press("Return")
    look("two PINs", panels.pin, panels.pin._pins[2])
    till.press("Escape", "F9", "6")
    for pin in ("000000", "730518", "730518"):
        till.type(pin)
        till.press("Return")
    look("wrong PIN", panels.pin, panels.pin._pins[0])
    till.press("Escape", "Escape", "F9", "5", "Return")
    look("count", panels.close_shift, panels.close_shift.total_edit)
    till.press("Escape", "Escape")
    till.scan(NO_PRICE)
    till.press("Return")
    look("first price", panels.value, panels.value.price_edit)
    till.press("Escape")
    till.type(APPLE_PLU)
    till.press("Return", "Return")
    look("weight", panels.value, panels.value.weight_edit)
    till.press("Escape", "F7")
    till.type("1")
    till.press("Return")
    till.type(CASHIER_PIN)
    till.press("Return")
    look("grant", panels.grant, panels.grant.edit)
    assert not found, "\n".join(found)


def test_a_refund_by_four_ways_is_not_cut_off(shown: TestTill) -> None:
    till, size, panel = shown, shown.window.size(), shown.pages.panels.refund
    till.scan(MEMBER_CARD, *[MILK] * 9)
    till.press("Space")
    till.type("5")
    till.press("Return", *"100", "F2", "Return", *"123.45", "F3", "Return", "F4", "Return")
    assert till.session.view.last is not None
    till.scan(till.session.view.last.number)
    found = check(till, size, "four ways")
    assert all(amount in panel.ways.text() for amount in ("100.00", "123.45", "5.00", "220.65")), panel.ways.text()
    panel.tell(Wrong())
    found += check(till, size, "four ways and a problem")
    assert is_right_under(said_in(panel), panel.table)
    assert not found, "\n".join(found)


class Wrong(UserError):
    """Something a refund cannot do."""

    text = "Everything on {number} has already been refunded, and this sentence is long enough for two lines here."

    def __init__(self) -> None:
        super().__init__(number="T1-000001")


def test_the_float_is_told_under_its_field(qapp: QApplication, till: TestTill) -> None:
    view = till.pages.open_shift
    till.window.show_page("open_shift")
    view.tell(Wrong())
    assert is_right_under(said_in(view), view.edit)


def test_what_the_desk_refuses_is_told_under_its_field(till: TestTill) -> None:
    till.press("F9", "3")
    till.type("999")
    till.press("Return")
    till.type("rent")
    till.press("Return")
    cash, pin = till.pages.panels.cash, till.pages.panels.pin
    assert is_right_under(said_in(cash), cash.amount_edit), "more than lies in the drawer"
    cash.tell_cash(ReasonMissing())
    assert is_right_under(said_in(cash), cash.reason_edit)
    till.press("Escape", "6")
    for typed in (CASHIER_PIN, "123456", "123456"):
        till.type(typed)
        till.press("Return")
    assert is_right_under(said_in(pin), pin._pins[1]), "the new one is too easy"


@pytest.mark.parametrize("typed", ["", "0", "0.000"])
def test_no_weight_is_told_as_a_weight(till: TestTill, typed: str) -> None:
    till.type(APPLE_PLU)
    till.press("Return")
    till.type(typed)
    till.press("Return")
    assert till.top == "value"
    assert "weight" in till.pages.panels.value.problem.text()


def test_no_weight_is_told_as_a_weight_in_chinese(shown: TestTill) -> None:
    shown.type(APPLE_PLU)
    shown.press("Return")
    shown.type("0")
    shown.press("Return")
    said = shown.pages.panels.value.problem.text()
    assert ("重量" in said) is not ("weight" in said)


def test_what_was_wrong_is_forgotten_when_the_form_opens_again(till: TestTill) -> None:
    till.press("F9", "2", "Return", "Escape", "2")
    assert till.top == "cash"
    with pytest.raises(ValueError, match="not enough values"):
        said_in(till.pages.panels.cash)


def test_a_place_that_is_not_there_is_a_mistake(qapp: QApplication) -> None:
    with pytest.raises(ValueError, match="does not hold"):
        Panel().put_problem(QVBoxLayout(), QWidget())
