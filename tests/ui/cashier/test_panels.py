"""The panels over the lines: search, member, hold, refund, price with a grant, drawer and shift."""

from __future__ import annotations

import pytest

from app.services.payments.plan import TenderKind
from tests.support.shop import CASHIER_PIN, OWNER_PIN
from tests.support.till import MEMBER_CARD, MILK, NO_PRICE, NOODLES, TISSUE, UNKNOWN, WATER, TestTill

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
    assert till.rows == [found[1].name]
    assert till.top == ""


def test_a_scan_in_the_search_is_a_price_check_that_adds_nothing(till: TestTill) -> None:
    till.press("F2")
    till.scan(MILK)
    card = till.pages.panels.search.card
    assert card.isVisible()
    assert card.price.text() == "¥59.90"
    assert "¥49.90" in card.member.text()
    assert till.rows == []
    till.scan(UNKNOWN)
    assert card.name.text() == UNKNOWN
    assert till.rows == [], "an unknown code makes no red row here"
    till.scan(MILK)
    till.press("Return")
    assert till.rows == ["伊利纯牛奶"]
    assert till.top == ""


# Members


def test_goods_scanned_while_a_member_is_looked_up_go_to_the_basket(till: TestTill) -> None:
    till.press("F3")
    till.type("80")
    till.scan(WATER)
    assert till.top == "member"
    assert till.total == "¥2.00"
    assert till.pages.panels.member.edit.text() == "80"
    till.scan(MEMBER_CARD)
    assert till.top == ""
    assert till.session.view.member is not None


@pytest.mark.parametrize("typed", ["13800138000", "lixy", "李秀英"])
def test_members_are_found_by_phone_pinyin_and_name(till: TestTill, typed: str) -> None:
    till.press("F3")
    till.pages.panels.member.edit.setText(typed)
    till.press("Return")
    assert till.session.view.member is not None
    assert till.session.view.member.name == "李秀英"


def test_arrows_choose_among_members(till: TestTill) -> None:
    till.press("F3")
    till.type("6688")
    second = till.pages.panels.member.table.rows_model().row_at(1).name
    till.press("Down", "Return")
    assert till.session.view.member is not None
    assert till.session.view.member.name == second


def test_a_wrong_number_is_told_and_nobody_is_enrolled(till: TestTill) -> None:
    till.press("F3")
    till.type("1360013")
    till.press("Return", "Return")
    panel = till.pages.panels.member
    assert till.top == "member"
    assert panel.problem.isVisible()
    assert till.session.view.member is None
    assert panel.edit.hasFocus(), "the digits can be mended"


def test_esc_leads_from_the_consent_back_to_the_number(till: TestTill) -> None:
    till.press("F3")
    till.type("13600136000")
    till.press("Return", "Escape")
    assert till.top == "member"
    assert till.pages.panels.member.edit.text() == "13600136000"
    till.press("Escape")
    assert till.top == ""
    assert till.session.view.member is None


# Hold


def test_several_held_baskets_are_chosen_by_number(till: TestTill) -> None:
    till.scan(WATER)
    till.press("F4")
    till.scan(NOODLES)
    till.press("F4", "F5")
    assert till.top == "held"
    till.press("2")
    assert till.rows == ["农夫山泉饮用天然水"]
    assert till.top == ""


def test_recall_over_an_open_basket_holds_it_first(till: TestTill) -> None:
    till.scan(WATER)
    till.press("F4")
    till.scan(NOODLES)
    till.press("F5")
    assert till.rows == ["农夫山泉饮用天然水"]
    assert till.session.view.held_count == 1


def test_a_scan_closes_the_list_of_held_baskets_and_is_kept(till: TestTill) -> None:
    for code in (WATER, NOODLES):
        till.scan(code)
        till.press("F4")
    till.press("F5")
    till.scan(TISSUE)
    assert till.top == ""
    assert till.rows == ["清风抽纸"]


def test_nothing_on_hold_is_said(till: TestTill) -> None:
    till.press("F5")
    assert till.notice
    assert till.top == ""


# Refund


def test_part_of_a_receipt_comes_back(till: TestTill) -> None:
    number = till.sell(WATER, WATER, NOODLES)
    till.scan(number)
    till.press("Down", "Space", "Up", "-")
    panel = till.pages.panels.refund
    assert panel.payout.text() == "¥2.00"
    till.press("Return")
    assert till.pages.sale.done.figure.text() == "¥2.00"
    till.scan(number)
    assert [row.line.left.milli for row in panel.table.rows_model().rows()] == [1000, 1000]


def test_goods_scanned_during_a_refund_are_refused_aloud(till: TestTill) -> None:
    till.scan(till.sell(WATER))
    till.scan(NOODLES)
    assert till.top == "refund"
    assert till.rows == []
    assert NOODLES in till.notice


def test_an_unknown_receipt_is_told(till: TestTill) -> None:
    till.press("F8")
    till.type("T1-999999")
    till.press("Return")
    assert till.top == "refund"
    assert "T1-999999" in till.pages.panels.refund.problem.text()


def test_a_refund_over_the_limit_needs_the_owner(till: TestTill) -> None:
    number = till.sell(*[MILK] * 4)
    till.scan(number)
    till.press("Return")
    assert till.top == "grant"
    assert till.count_sales() == 1
    till.type(OWNER_PIN)
    till.press("Return")
    assert till.count_sales() == 2
    assert till.pages.sale.is_done_shown


def test_paid_back_the_way_it_was_paid(till: TestTill) -> None:
    till.scan(WATER)
    till.press("Space", "F2", "Return")
    assert till.session.view.last is not None
    till.scan(till.session.view.last.number)
    till.press("F2", "Return")
    back = till.session.posted()
    assert back is not None
    assert back.tenders[0].kind.value == "wechat"


def test_what_came_two_ways_is_shown_and_goes_back_two_ways(till: TestTill) -> None:
    till.scan(WATER, NOODLES)
    till.press("Space")
    till.type("5")
    till.press("Return", "F2", "Return")
    assert till.session.view.last is not None
    till.scan(till.session.view.last.number)
    panel = till.pages.panels.refund
    assert panel.payout.text() == "¥18.90"
    assert panel.ways.isVisible()
    assert panel.ways.text() == "WeChat ¥13.90  +  Cash ¥5.00"
    till.press("F9")
    assert not panel.ways.isVisible(), "one way needs no split"
    till.press("F2")
    assert panel.ways.isVisible()
    till.press("Return")
    assert till.count_sales() == 2
    assert "WeChat ¥13.90" in till.pages.sale.done.shown_text()
    assert "Cash ¥5.00" in till.pages.sale.done.shown_text()


def test_wechat_money_in_cash_needs_the_owner(till: TestTill) -> None:
    till.scan(WATER, NOODLES)
    till.press("Space")
    till.type("5")
    till.press("Return", "F2", "Return")
    assert till.session.view.last is not None
    till.scan(till.session.view.last.number)
    till.press("F9", "Return")
    assert till.top == "grant"
    assert till.count_sales() == 1
    till.type(OWNER_PIN)
    till.press("Return")
    assert "Cash ¥18.90" in till.pages.sale.done.shown_text()


# Prices and grants


def test_a_price_change_needs_the_owners_pin(till: TestTill) -> None:
    till.scan(WATER, TISSUE)
    till.press("F7")
    till.type("15")
    till.press("Return")
    assert till.top == "grant"
    assert till.total == "¥20.80"
    till.type(OWNER_PIN)
    till.press("Return")
    assert till.total == "¥17.00"
    assert till.top == ""


def test_a_wrong_pin_changes_nothing_and_esc_goes_back(till: TestTill) -> None:
    till.scan(WATER)
    till.press("F7")
    till.type("1")
    till.press("Return")
    till.type(CASHIER_PIN)
    till.press("Return")
    panel = till.pages.panels.grant
    assert till.top == "grant"
    assert panel.problem.isVisible()
    assert panel.edit.text() == ""
    till.press("Escape")
    assert till.top == "value"
    assert till.total == "¥2.00"
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
    assert till.top == "grant"
    assert till.rows == []
    assert WATER in till.notice
    assert till.pages.panels.grant.edit.text() == ""


# The room of panels


def test_the_empty_hint_is_gone_under_a_price(till: TestTill) -> None:
    till.press("F2")
    panel = till.pages.panels.search
    assert panel.none.text()
    till.scan(MILK)
    assert panel.card.isVisible()
    assert panel.none.text() == ""
    panel.edit.setText("qqqq")
    assert "qqqq" in panel.none.text()


def test_the_list_of_members_fills_its_panel(styled_till: TestTill) -> None:
    till = styled_till
    till.press("F3")
    till.type("6688")
    panel = till.pages.panels.member
    assert panel.contentsRect().bottom() - panel.table.geometry().bottom() < 30


def test_after_closing_there_is_no_way_back(styled_till: TestTill) -> None:
    till = styled_till
    till.press("F9", "5")
    panel = till.pages.panels.close_shift
    assert panel.back.isVisible()
    till.type("200")
    high = panel.confirm.height()
    till.press("Return")
    assert panel.confirm.height() == high, "nothing moves under a finger"
    till.press("Return")
    assert panel.outcome.isVisible()
    assert not panel.back.isVisible()


# Ways of paying back


def test_one_way_to_pay_back_is_no_choice(till: TestTill) -> None:
    till.scan(till.sell(WATER))
    panel = till.pages.panels.refund
    assert not any(button.isVisible() for button in panel._kinds.values())
    assert "Cash" in panel.sums.text()


def test_f7_leaves_only_the_chosen_line(till: TestTill) -> None:
    till.scan(till.sell(WATER, NOODLES))
    till.press("Down", "F7")
    panel = till.pages.panels.refund
    assert panel.payout.text() == "¥16.90"
    assert panel.all.text().startswith("F7")


def test_what_was_paid_by_wechat_goes_back_by_wechat_without_a_key(till: TestTill) -> None:
    till.scan(WATER)
    till.press("Space", "F2", "Return")
    assert till.session.view.last is not None
    till.scan(till.session.view.last.number)
    panel = till.pages.panels.refund
    assert panel._kinds[TenderKind.WECHAT].isChecked()
    till.press("F9")
    assert panel._kinds[TenderKind.CASH].isChecked()
    till.press("F2", "Return")
    back = till.session.posted()
    assert back is not None
    assert back.tenders[0].kind is TenderKind.WECHAT


# Locking


def test_nothing_granted_waits_for_the_next_person(till: TestTill) -> None:
    till.scan(WATER)
    till.press("F7")
    till.type("1")
    till.press("Return")
    assert till.top == "grant"
    till.pages.put_away()
    assert till.top == ""
    till.type(OWNER_PIN)
    till.press("Return")
    assert till.total == "¥2.00", "the price was never granted"
