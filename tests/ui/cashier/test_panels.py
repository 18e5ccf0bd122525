"""The panels over the lines: search, member, hold, refund, price with a grant, drawer and shift."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.services.shifts.open import OpenShift
from app.values.money import Money
from tests.support.shop import CASHIER_PIN, OWNER_PIN
from tests.support.till import MEMBER_CARD, MILK, NO_PRICE, NOODLES, TISSUE, UNKNOWN, WATER, TestTill


def rows(till: TestTill) -> list[str]:
    return [row.name for row in till.pages.sale.table.rows_model().rows()]


def sell(till: TestTill, *codes: str) -> str:
    till.scan(*codes)
    till.press("Space", "Return")
    assert till.session.view.last is not None
    return till.session.view.last.number


# Search and price check


def test_the_list_follows_the_typing_and_arrows_choose(till: TestTill) -> None:
    till.press("F2")
    till.pages.panels.search.edit.setText("清风")
    assert till.pages.panels.search.table.rows_model().rowCount() == 1
    till.pages.panels.search.edit.setText("a")
    till.pages.panels.search.edit.setText("niu")
    found = till.pages.panels.search.table.rows_model().rows()
    assert len(found) == 2
    till.press("Down", "Return")
    assert rows(till) == [found[1].name] and till.top == ""


def test_a_scan_in_the_search_is_a_price_check_that_adds_nothing(till: TestTill) -> None:
    till.press("F2")
    till.scan(MILK)
    card = till.pages.panels.search.card
    assert card.isVisible() and card.price.text() == "¥59.90" and "¥49.90" in card.member.text()
    assert rows(till) == []
    till.scan(UNKNOWN)
    assert card.name.text() == UNKNOWN and rows(till) == [], "an unknown code makes no red row here"
    till.scan(MILK)
    till.press("Return")
    assert rows(till) == ["伊利纯牛奶"] and till.top == ""


# Members


def test_goods_scanned_while_a_member_is_looked_up_go_to_the_basket(till: TestTill) -> None:
    till.press("F3")
    till.type("80")
    till.scan(WATER)
    assert till.top == "member" and till.total == "¥2.00"
    assert till.pages.panels.member.edit.text() == "80"
    till.scan(MEMBER_CARD)
    assert till.top == "" and till.session.view.member is not None


@pytest.mark.parametrize("typed", ["13800138000", "lixy", "李秀英"])
def test_members_are_found_by_phone_pinyin_and_name(till: TestTill, typed: str) -> None:
    till.press("F3")
    till.pages.panels.member.edit.setText(typed)
    till.press("Return")
    assert till.session.view.member is not None and till.session.view.member.name == "李秀英"


def test_arrows_choose_among_members(till: TestTill) -> None:
    till.press("F3")
    till.type("6688")
    second = till.pages.panels.member.table.rows_model().row_at(1).name
    till.press("Down", "Return")
    assert till.session.view.member is not None and till.session.view.member.name == second


def test_a_wrong_number_is_told_and_nobody_is_enrolled(till: TestTill) -> None:
    till.press("F3")
    till.type("1360013")
    till.press("Return", "Return")
    panel = till.pages.panels.member
    assert till.top == "member" and panel.problem.isVisible() and till.session.view.member is None
    assert panel.edit.hasFocus(), "the digits can be mended"


def test_esc_leads_from_the_consent_back_to_the_number(till: TestTill) -> None:
    till.press("F3")
    till.type("13600136000")
    till.press("Return", "Escape")
    assert till.top == "member" and till.pages.panels.member.edit.text() == "13600136000"
    till.press("Escape")
    assert till.top == "" and till.session.view.member is None


# Hold


def test_several_held_baskets_are_chosen_by_number(till: TestTill) -> None:
    till.scan(WATER)
    till.press("F4")
    till.scan(NOODLES)
    till.press("F4", "F5")
    assert till.top == "held"
    till.press("2")
    assert rows(till) == ["农夫山泉饮用天然水"] and till.top == ""


def test_recall_over_an_open_basket_holds_it_first(till: TestTill) -> None:
    till.scan(WATER)
    till.press("F4")
    till.scan(NOODLES)
    till.press("F5")
    assert rows(till) == ["农夫山泉饮用天然水"] and till.session.view.held_count == 1


def test_a_scan_closes_the_list_of_held_baskets_and_is_kept(till: TestTill) -> None:
    for code in (WATER, NOODLES):
        till.scan(code)
        till.press("F4")
    till.press("F5")
    till.scan(TISSUE)
    assert till.top == "" and rows(till) == ["清风抽纸"]


def test_nothing_on_hold_is_said(till: TestTill) -> None:
    till.press("F5")
    assert till.notice and till.top == ""


# Refund


def test_part_of_a_receipt_comes_back(till: TestTill) -> None:
    number = sell(till, WATER, WATER, NOODLES)
    till.scan(number)
    till.press("Down", "Space", "Up", "-")
    panel = till.pages.panels.refund
    assert panel.payout.text() == "¥2.00"
    till.press("Return")
    assert till.pages.sale.done.figure.text() == "¥2.00"
    till.scan(number)
    assert [row.line.left.milli for row in panel.table.rows_model().rows()] == [1000, 1000]


def test_goods_scanned_during_a_refund_are_refused_aloud(till: TestTill) -> None:
    till.scan(sell(till, WATER))
    till.scan(NOODLES)
    assert till.top == "refund" and rows(till) == [] and NOODLES in till.notice


def test_an_unknown_receipt_is_told(till: TestTill) -> None:
    till.press("F8")
    till.type("T1-999999")
    till.press("Return")
    assert till.top == "refund" and "T1-999999" in till.pages.panels.refund.problem.text()


def test_a_refund_over_the_limit_needs_the_owner(till: TestTill) -> None:
    number = sell(till, *[MILK] * 4)
    till.scan(number)
    till.press("Return")
    assert till.top == "grant" and till.count_sales() == 1
    till.type(OWNER_PIN)
    till.press("Return")
    assert till.count_sales() == 2 and till.pages.sale.is_done_shown


def test_paid_back_the_way_it_was_paid(till: TestTill) -> None:
    till.scan(WATER)
    till.press("Space", "F2", "Return")
    assert till.session.view.last is not None
    till.scan(till.session.view.last.number)
    till.press("F2", "Return")
    back = till.session.posted()
    assert back is not None and back.tenders[0].kind.value == "wechat"


# Prices and grants


def test_a_price_change_needs_the_owners_pin(till: TestTill) -> None:
    till.scan(WATER, TISSUE)
    till.press("F7")
    till.type("15")
    till.press("Return")
    assert till.top == "grant" and till.total == "¥20.80"
    till.type(OWNER_PIN)
    till.press("Return")
    assert till.total == "¥17.00" and till.top == ""


def test_a_wrong_pin_changes_nothing_and_esc_goes_back(till: TestTill) -> None:
    till.scan(WATER)
    till.press("F7")
    till.type("1")
    till.press("Return")
    till.type(CASHIER_PIN)
    till.press("Return")
    panel = till.pages.panels.grant
    assert till.top == "grant" and panel.problem.isVisible() and panel.edit.text() == ""
    till.press("Escape")
    assert till.top == "value" and till.total == "¥2.00"
    till.press("Escape")
    assert till.top == ""


def test_a_grant_is_good_once(till: TestTill) -> None:
    till.scan(WATER)
    for price in ("1", "0.5"):
        till.press("F7")
        till.type(price)
        till.press("Return")
        assert till.top == "grant"
        till.type(OWNER_PIN)
        till.press("Return")
    assert till.total == "¥0.50"


def test_a_first_price_needs_a_grant(till: TestTill) -> None:
    till.scan(NO_PRICE)
    till.type("12.50")
    till.press("Return")
    assert till.top == "grant"
    till.type(OWNER_PIN)
    till.press("Return")
    assert till.total == "¥12.50"


def test_a_scan_at_the_pin_is_refused_aloud(till: TestTill) -> None:
    till.press("F9", "1")
    till.scan(WATER)
    assert till.top == "grant" and rows(till) == [] and WATER in till.notice
    assert till.pages.panels.grant.edit.text() == ""


# Drawer and shift


def test_the_drawer_without_a_sale_is_granted_and_said(till: TestTill) -> None:
    till.press("F9", "1")
    till.type(OWNER_PIN)
    till.press("Return")
    assert till.top == "" and "drawer" in till.notice


def test_cash_in_and_out_want_a_reason(till: TestTill) -> None:
    till.press("F9", "2")
    till.type("50")
    till.press("Return", "Return")
    panel = till.pages.panels.cash
    assert panel.problem.isVisible() and till.top == "cash"
    till.type("change")
    till.press("Return")
    assert till.top == "" and till.desk.shift_summary().drawer.expected == Money(25_000)


def test_x_report_is_shown(till: TestTill) -> None:
    sell(till, WATER)
    till.press("F9", "4")
    assert till.top == "paper" and "2.00" in till.pages.panels.paper.view.sheet.text()
    till.press("Escape", "Escape")
    assert till.top == ""


def test_closing_shows_over_or_short_only_after_the_count(till: TestTill) -> None:
    closed: list[bool] = []
    till.pages.shift_closed.connect(lambda: closed.append(True))
    sell(till, WATER)
    till.press("F9", "5")
    panel = till.pages.panels.close_shift
    assert "202" not in panel.title.text() + panel.hint.text() + panel.confirm.text()
    till.type("201")
    till.press("Return")
    assert till.desk.shift() is not None, "the first Enter only asks"
    till.press("Return")
    assert till.desk.shift() is None and panel.outcome.text() == "-¥1.00" and panel.verdict.text() == "Short"
    assert not closed
    till.press("Return")
    assert closed == [True]


def test_a_count_by_pieces_adds_up(till: TestTill) -> None:
    till.press("F9", "5")
    panel = till.pages.panels.close_shift
    panel.pieces[0].setFocus()
    till.type("2")
    assert panel.total_edit.money() == Money(20_000)
    till.press("Return", "Return")
    assert till.desk.shift() is None and panel.verdict.text() == "✓ Exactly right"


def test_a_shift_does_not_close_over_goods_in_the_basket(till: TestTill) -> None:
    till.scan(WATER)
    till.press("F9", "5")
    assert till.top == "till" and till.notice


def test_changing_ones_pin(till: TestTill) -> None:
    till.press("F9", "6")
    for pin in (CASHIER_PIN, "730518", "730519"):
        till.type(pin)
        till.press("Return")
    assert till.pages.panels.pin.problem.isVisible()
    edit = till.pages.panels.pin._pins[2]
    edit.setFocus()
    edit.clear()
    till.type("730518")
    till.press("Return")
    assert till.top == "" and "PIN" in till.notice


def test_opening_the_shift_with_a_quick_float(till: TestTill) -> None:
    till.desk.close_shift(Money(20_000))
    opened: list[OpenShift] = []
    till.pages.shift_opened.connect(opened.append)
    till.window.show_page("open_shift")
    QTest.mouseClick(till.pages.open_shift.quick[3], Qt.MouseButton.LeftButton)
    till.scan(WATER)
    assert rows(till) == [] and till.pages.open_shift.edit.text() == "300.00"
    till.press("Return")
    assert [shift.float_amount for shift in opened] == [Money(30_000)]


# Paper and keys


def test_reprint_prints_the_last_and_pressed_again_asks_which(till: TestTill) -> None:
    first = sell(till, WATER)
    sell(till, NOODLES)
    till.press("F10")
    assert till.top == "" and "COPY" in till.notice
    till.press("F10")
    assert till.top == "paper" and "16.90" in till.pages.panels.paper.view.sheet.text()
    till.type(first)
    till.press("Return")
    assert "2.00" in till.pages.panels.paper.view.sheet.text()
    till.press("Return")
    assert till.top == "" and "COPY" in till.notice


def test_reprint_before_any_sale_is_told(till: TestTill) -> None:
    till.press("F10")
    assert till.notice and till.top == ""


def test_the_key_sheet_shows_what_works_and_lets_scans_through(till: TestTill) -> None:
    till.press("F1")
    assert till.top == "keys"
    till.scan(WATER)
    assert till.top == "" and rows(till) == ["农夫山泉饮用天然水"]
    till.press("Space", "F1")
    assert till.top == "keys"
    till.press("Escape")
    assert till.top == "payment" and till.pages.panels.payment.amount_edit.hasFocus()


def test_keys_of_things_that_do_not_exist_yet_do_nothing(till: TestTill) -> None:
    till.scan(WATER)
    till.press("F6", "F12")
    assert till.top == "" and rows(till) == ["农夫山泉饮用天然水"]
