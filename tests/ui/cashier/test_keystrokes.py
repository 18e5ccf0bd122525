"""The table of keystrokes in the design, counted with real key events on the real screens."""

from __future__ import annotations

from app.values.money import Money
from tests.support.till import (
    APPLE_LABEL,
    LONE_TAIL,
    MEMBER_CARD,
    MILK,
    NOODLES,
    SAUCE,
    TISSUE,
    TWIN_TAIL,
    WATER,
    TestTill,
)

TEN_ITEMS = (WATER, WATER, NOODLES, NOODLES, MILK, SAUCE, SAUCE, SAUCE, TISSUE, WATER)
TEN_ITEMS_TOTAL = 3 * 200 + 2 * 1690 + 4990 + 3 * 990 + 1880
"""With the member's price of the milk."""


def test_ten_items_card_and_exact_cash_take_two_keys(till: TestTill) -> None:
    till.scan(*TEN_ITEMS, MEMBER_CARD)
    till.press("Space", "Return")
    assert till.typist.count == 2
    sale = till.session.view.last
    assert sale is not None
    assert sale.total == Money(TEN_ITEMS_TOTAL)
    assert sale.change == Money(0)
    assert sale.member_id is not None
    assert sale.points == TEN_ITEMS_TOTAL // 100


def test_ten_items_card_and_a_note_take_five_keys(till: TestTill) -> None:
    till.scan(*TEN_ITEMS, MEMBER_CARD)
    till.press("Space")
    till.type("200")
    till.press("Return")
    assert till.typist.count == 5
    sale = till.session.view.last
    assert sale is not None
    assert sale.change == Money(20_000 - TEN_ITEMS_TOTAL)


def test_member_by_last_four_and_a_note_take_eleven_keys(till: TestTill) -> None:
    till.scan(*TEN_ITEMS)
    till.press("F3")
    till.type(LONE_TAIL)
    till.press("Return", "Space")
    till.type("200")
    till.press("Return")
    assert till.typist.count == 11
    sale = till.session.view.last
    assert sale is not None
    assert sale.member_id is not None
    assert sale.total == Money(TEN_ITEMS_TOTAL)


def test_member_among_two_takes_one_key_more(till: TestTill) -> None:
    till.scan(*TEN_ITEMS)
    till.press("F3")
    till.type(TWIN_TAIL)
    till.press("Return")
    assert till.top == "member", "two members end in these digits"
    till.press("2", "Space")
    till.type("200")
    till.press("Return")
    assert till.typist.count == 12
    sale = till.session.view.last
    assert sale is not None
    assert sale.member_id is not None


def test_a_scale_label_takes_no_key(till: TestTill) -> None:
    till.scan(APPLE_LABEL)
    assert till.typist.count == 0
    assert till.total == "¥8.09"


def test_a_short_number_takes_four_keys(till: TestTill) -> None:
    till.type("101")
    till.press("Return")
    assert till.typist.count == 4
    assert till.total == "¥2.00"


def test_hold_and_recall_take_one_key_each(till: TestTill) -> None:
    till.scan(WATER, NOODLES)
    till.press("F4")
    assert till.total == "¥0.00"
    assert till.session.view.held_count == 1
    till.press("F5")
    assert till.typist.count == 2
    assert till.total == "¥18.90"
    assert till.session.view.held_count == 0


def test_refund_of_a_whole_receipt_takes_two_keys(till: TestTill) -> None:
    till.scan(WATER, NOODLES, MEMBER_CARD)
    till.press("Space", "Return")
    sold = till.session.view.last
    assert sold is not None
    till.typist.count = 0
    till.press("F8")
    till.scan(sold.number)
    till.press("Return")
    assert till.typist.count == 2
    back = till.session.view.last if till.session.view.last is not sold else till.session.posted()
    assert back is not None
    assert back.total == Money(-1890)
    assert back.original_number == sold.number
    assert till.count_sales() == 2


def test_a_receipt_scanned_while_selling_is_refunded_by_enter(till: TestTill) -> None:
    till.scan(WATER)
    till.press("Space", "Return")
    sold = till.session.view.last
    assert sold is not None
    till.typist.count = 0
    till.scan(sold.number)
    assert till.top == "refund"
    till.press("Return")
    assert till.typist.count == 1
    assert till.count_sales() == 2


def test_enrolling_by_phone_takes_fourteen_keys(till: TestTill) -> None:
    till.scan(WATER)
    till.press("F3")
    till.type("13600136000")
    till.press("Return")
    assert not till.session.view.member, "nobody is enrolled before the customer agreed"
    assert "deletion" in till.pages.panels.member.consent_text.text()
    till.press("Return")
    assert till.typist.count == 14
    member = till.session.view.member
    assert member is not None
    assert member.phone_masked == "136****6000"
    assert till.top == ""
