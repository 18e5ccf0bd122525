"""Taking money on the real panel: digits are the amount, a scan never pays, nothing is paid twice."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.services.checkout.post import AlreadySold, NotPaid
from app.services.checkout.values import PostedSale
from app.services.payments.plan import BadTenders, PaymentPlan, TenderKind
from app.ui.kit.keys import Action
from app.values.errors import UserError
from app.values.money import Money
from tests.support.till import MEMBER_CARD, NOODLES, TISSUE, WATER, TestTill


def begin(till: TestTill) -> None:
    """35.70 to pay."""
    till.scan(NOODLES, TISSUE)
    till.press("Space")


def test_the_change_is_huge_and_stays_until_the_next_scan(till: TestTill) -> None:
    till.scan(MEMBER_CARD)
    begin(till)
    till.type("50")
    assert till.pages.panels.payment.outcome.text() == "Change ¥14.30"
    till.press("Return")
    done = till.pages.sale.done
    assert done.isVisible()
    assert done.figure.text() == "¥14.30"
    assert done.figure.size_px() >= 100
    assert "¥35.70" in done.shown_text()
    assert "+35" in done.shown_text()
    till.scan(WATER)
    assert not done.isVisible()
    assert till.total == "¥2.00"
    assert "14.30" in till.pages.sale.last.text()


def test_a_second_enter_pays_nothing(till: TestTill) -> None:
    begin(till)
    till.press("Return", "Return", "Return")
    assert till.count_sales() == 1


def test_a_scan_never_reaches_the_amount_and_never_confirms(till: TestTill) -> None:
    begin(till)
    till.type("5")
    till.scan(WATER)
    assert till.top == "payment"
    assert till.count_sales() == 0
    assert till.pages.panels.payment.amount_edit.text() == "5"
    assert WATER in till.notice
    assert till.sounds
    till.press("Escape")
    assert till.total == "¥35.70"


@pytest.mark.parametrize(
    ("key", "kind"), [("F2", TenderKind.WECHAT), ("F3", TenderKind.ALIPAY), ("F4", TenderKind.CARD)]
)
def test_other_ways_settle_the_rest_with_an_optional_number(till: TestTill, key: str, kind: TenderKind) -> None:
    begin(till)
    till.press(key)
    till.type("42")
    till.press("Return")
    sale = till.session.view.last
    assert sale is not None
    assert [(t.kind, t.amount, t.reference) for t in sale.tenders] == [(kind, Money(3570), "42")]


def test_a_number_may_stay_empty_and_esc_leads_back_to_the_amount(till: TestTill) -> None:
    begin(till)
    till.press("F2", "Escape")
    assert till.top == "payment"
    assert till.pages.panels.payment.amount_edit.hasFocus()
    till.press("F3", "Return")
    sale = till.session.view.last
    assert sale is not None
    assert sale.tenders[0].kind is TenderKind.ALIPAY


def test_split_payment_and_take_back(till: TestTill) -> None:
    begin(till)
    till.type("20")
    till.press("F2", "Return")
    panel = till.pages.panels.payment
    assert till.top == "payment"
    assert panel.due.text() == "¥15.70"
    QTest.mouseClick(panel.remove, Qt.MouseButton.LeftButton)
    assert panel.due.text() == "¥35.70"
    till.type("20")
    till.press("F2", "Return")
    till.press("Return")
    sale = till.session.view.last
    assert sale is not None
    assert [(t.kind, t.amount.minor) for t in sale.tenders] == [(TenderKind.WECHAT, 2000), (TenderKind.CASH, 1570)]


def test_a_part_in_cash_leaves_the_rest(till: TestTill) -> None:
    begin(till)
    till.type("20")
    assert till.pages.panels.payment.outcome.text() == "Then ¥15.70 remains"
    till.press("Return")
    assert till.count_sales() == 0
    assert till.pages.panels.payment.due.text() == "¥15.70"


def test_change_over_the_largest_note_asks_again(till: TestTill) -> None:
    begin(till)
    till.type("1000")
    till.press("Return")
    assert till.count_sales() == 0
    assert "¥964.30" in till.pages.panels.payment._warning.text()
    till.press("Return")
    assert till.count_sales() == 1


def test_another_amount_takes_the_question_away(till: TestTill) -> None:
    begin(till)
    till.type("1000")
    till.press("Return", "Backspace")
    assert till.pages.panels.payment.outcome.isVisible()
    till.press("Return")
    assert till.count_sales() == 1
    assert till.session.view.last is not None
    assert till.session.view.last.given == Money(10_000)


def test_too_much_for_a_card_is_refused_in_words(till: TestTill) -> None:
    begin(till)
    till.type("50")
    till.press("F4")
    panel = till.pages.panels.payment
    assert "¥35.70" in panel._warning.text()
    assert panel.amount_edit.hasFocus()


def test_notes_by_touch_add_up(till: TestTill) -> None:
    begin(till)
    panel = till.pages.panels.payment
    for button in (panel._note_buttons[1], panel._note_buttons[1]):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert panel.amount() == Money(4000)
    QTest.mouseClick(panel.cash, Qt.MouseButton.LeftButton)
    sale = till.session.view.last
    assert sale is not None
    assert sale.change == Money(430)


def test_the_pad_types_the_amount_by_touch(till: TestTill) -> None:
    begin(till)
    panel = till.pages.panels.payment
    for name in "50":
        QTest.mouseClick(panel.pad.button(name), Qt.MouseButton.LeftButton)
        till.typist.hand.wait(200)
    assert panel.amount() == Money(5000)


def test_ways_that_do_not_exist_yet_do_nothing(till: TestTill) -> None:
    begin(till)
    till.press("F5", "F6", "F12")
    assert till.top == "payment"
    assert till.count_sales() == 0
    assert Action.TENDER_STORED not in till.pages.panels.payment.buttons


def test_esc_keeps_the_basket(till: TestTill) -> None:
    begin(till)
    till.type("20")
    till.press("Escape")
    assert till.top == ""
    assert till.total == "¥35.70"
    assert till.pages.sale.scan_box.hasFocus()
    till.scan(WATER)
    assert till.total == "¥37.70"


def test_an_empty_basket_cannot_be_paid(till: TestTill) -> None:
    till.press("Space")
    assert till.top == ""
    assert till.count_sales() == 0


def test_while_a_number_is_asked_the_large_button_says_what_enter_takes(till: TestTill) -> None:
    begin(till)
    panel = till.pages.panels.payment
    till.press("F2")
    assert panel.cash._words == "WeChat"
    assert not any(button.isEnabled() for button in panel._note_buttons)
    till.press("F3")
    assert panel.cash._words == "Alipay"
    till.press("Escape")
    assert panel.cash._words == "Cash"
    assert all(button.isEnabled() for button in panel._note_buttons)


def test_a_payment_number_is_as_large_as_the_amount(styled_till: TestTill) -> None:
    till = styled_till
    begin(till)
    panel = till.pages.panels.payment
    till.type("5")
    till.press("F2")
    height = panel.reference_edit.height()
    till.type("42")
    assert panel.reference_edit.font().pixelSize() == panel.amount_edit.font().pixelSize() == 44
    assert panel.reference_edit.height() == height, "nothing moves under a finger"


def test_a_basket_that_was_sold_already_stays_on_the_screen(till: TestTill, monkeypatch: pytest.MonkeyPatch) -> None:
    def pay(plan: PaymentPlan) -> PostedSale:
        raise AlreadySold(number="T1-000001", total=plan.total)

    begin(till)
    monkeypatch.setattr(till.session, "pay", pay)
    till.press("Return")
    assert till.top == ""
    assert till.total == "¥35.70"
    assert "T1-000001" in till.notice
    till.press("Return", "Delete")
    assert till.total == "¥16.90"
    assert till.notice == ""


@pytest.mark.parametrize("problem", [BadTenders(), NotPaid(remaining=Money(100))])
def test_payments_that_cannot_be_are_told_and_the_panel_stays(
    till: TestTill, monkeypatch: pytest.MonkeyPatch, problem: UserError
) -> None:
    def pay(plan: PaymentPlan) -> PostedSale:
        raise problem

    begin(till)
    monkeypatch.setattr(till.session, "pay", pay)
    till.press("Return")
    assert till.top == "payment"
    assert till.notice == till.words.tell(problem)


def test_other_banknotes_are_offered_once_the_setting_says_so(till: TestTill) -> None:
    panel = till.pages.panels.payment
    panel.set_notes([Money(20_000)])
    begin(till)
    assert [button.text() for button in panel._note_buttons] == ["+¥200"]
    QTest.mouseClick(panel._note_buttons[0], Qt.MouseButton.LeftButton)
    assert panel.amount() == Money(20_000)
