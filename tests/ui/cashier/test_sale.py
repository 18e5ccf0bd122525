"""The sale screen: scans wherever the focus is, lines, quantities, red rows."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.services.checkout.session import CheckoutSession
from app.ui.cashier.counter import Counter
from app.ui.cashier.panel import Panel
from app.ui.cashier.sale_presenter import SalePresenter
from app.ui.cashier.sale_view import SaleScreen
from app.ui.kit.keys import Action
from app.ui.kit.sounds import Sounds
from app.values.money import Money
from app.values.quantity import Quantity
from tests.support.till import APPLE_PLU, MEMBER_CARD, MILK, NO_PRICE, NOODLES, TISSUE, UNKNOWN, WATER, TestTill


def chosen_name(till: TestTill) -> str:
    table = till.pages.sale.table
    return table.rows_model().row_at(table.current_row()).name if table.current_row() >= 0 else ""


def test_the_newest_line_is_chosen_and_in_view(till: TestTill) -> None:
    till.scan(WATER, NOODLES, MILK, TISSUE, WATER)
    assert till.rows == ["农夫山泉饮用天然水", "康师傅红烧牛肉面", "伊利纯牛奶", "清风抽纸"]
    assert chosen_name(till) == "农夫山泉饮用天然水"
    assert till.total == "¥99.60"


def test_an_empty_screen_says_what_to_do(till: TestTill) -> None:
    assert till.pages.sale.empty.isVisible()
    till.scan(WATER)
    assert not till.pages.sale.empty.isVisible()


def test_unknown_codes_are_red_rows_that_block_payment_until_deleted(till: TestTill) -> None:
    till.scan(WATER, UNKNOWN, NOODLES)
    assert till.rows == ["农夫山泉饮用天然水", UNKNOWN, "康师傅红烧牛肉面"]
    assert UNKNOWN in till.notice or till.notice == ""
    assert till.sounds, "the ear is told"
    till.press("Space")
    assert till.top == ""
    assert till.count_sales() == 0
    assert chosen_name(till) == UNKNOWN, "the row to clear is chosen"
    till.press("Delete")
    assert till.rows == ["农夫山泉饮用天然水", "康师傅红烧牛肉面"]
    till.press("Space")
    assert till.top == "payment"


def test_the_red_row_says_what_to_press(till: TestTill) -> None:
    till.scan(UNKNOWN)
    table = till.pages.sale.table
    said = table._texts.cell(table.rows_model().row_at(0), "item")
    assert "Del" in said.small
    assert said.text == UNKNOWN
    assert UNKNOWN in till.notice


@pytest.mark.parametrize(("keys", "expected"), [(("+",), 2), (("+", "+", "-"), 2), (("-",), 0)])
def test_plus_and_minus_change_the_chosen_line(till: TestTill, keys: tuple[str, ...], expected: int) -> None:
    till.scan(WATER)
    till.press(*keys)
    lines = till.session.view.priced.lines
    assert (lines[0].quantity if lines else Quantity(0)) == Quantity.of(expected)


def test_six_times_before_a_scan(till: TestTill) -> None:
    till.type("6")
    till.press("*")
    assert till.pages.sale.times.text() == "6 ×"
    assert till.pages.sale.scan_box.text() == ""
    till.scan(WATER)
    assert till.session.view.priced.lines[0].quantity == Quantity.of(6)
    assert not till.pages.sale.times.isVisible()


def test_times_six_after_a_scan(till: TestTill) -> None:
    till.scan(WATER, NOODLES)
    till.press("Up", "*")
    till.type("6")
    till.press("Return")
    assert [line.quantity for line in till.session.view.priced.lines] == [Quantity.of(6), Quantity.of(1)]


def test_a_bad_quantity_is_told_and_changes_nothing(till: TestTill) -> None:
    till.scan(WATER)
    till.press("*", "Return")
    assert till.notice
    assert till.session.view.priced.lines[0].quantity == Quantity.of(1)


def test_undo_brings_a_deleted_line_back(till: TestTill) -> None:
    till.scan(WATER, NOODLES)
    till.press("Delete")
    assert till.rows == ["农夫山泉饮用天然水"]
    till.press("Ctrl+Z")
    assert till.rows == ["农夫山泉饮用天然水", "康师傅红烧牛肉面"]


def test_escape_never_clears_the_basket(till: TestTill) -> None:
    till.scan(WATER)
    till.press("F2", "Escape", "Escape", "Space", "Escape", "Escape", "F9", "2", "Escape", "Escape", "Escape")
    assert till.rows == ["农夫山泉饮用天然水"]
    assert till.top == ""


def test_typed_letters_open_the_search_and_enter_takes_the_first(till: TestTill) -> None:
    till.type("nfsq")
    till.press("Return")
    assert till.top == "search"
    assert till.pages.panels.search.edit.text() == "nfsq"
    till.press("Return")
    assert till.rows == ["农夫山泉饮用天然水"]
    assert till.top == ""


def test_a_weighed_article_without_label_asks_for_its_weight(till: TestTill) -> None:
    till.type(APPLE_PLU)
    till.press("Return")
    assert till.top == "value"
    till.type("0.735")
    till.press("Return")
    assert till.total == "¥8.09"
    assert till.top == ""


def test_a_scan_goes_on_while_a_weight_is_asked_for(till: TestTill) -> None:
    till.type(APPLE_PLU)
    till.press("Return")
    till.scan(WATER)
    assert till.rows == ["散装红富士苹果", "农夫山泉饮用天然水"]
    assert till.top == ""
    till.press("Space")
    assert till.top == "", "a missing weight blocks payment"
    assert chosen_name(till) == "散装红富士苹果"
    till.press("Return")
    till.type("1")
    till.press("Return", "Space")
    assert till.top == "payment"
    assert till.total == "¥13.00"


def test_the_member_card_shows_name_masked_phone_and_points(till: TestTill) -> None:
    till.scan(MILK, MEMBER_CARD)
    said = till.pages.sale.member.shown_text()
    assert "李阿姨" in said
    assert "138****8000" in said
    assert "+49" in said
    assert "13800138000" not in said
    assert till.total == "¥49.90", "the member's price"
    QTest.mouseClick(till.pages.sale.member._forget, Qt.MouseButton.LeftButton)
    assert till.session.view.member is None
    assert till.total == "¥59.90"


def test_sixty_scans_in_a_row_all_arrive(till: TestTill) -> None:
    for _ in range(20):
        till.scan(WATER, NOODLES, TISSUE)
    assert till.session.view.priced.item_count == 60
    assert till.total == "¥754.00"


def test_every_touch_button_does_what_its_key_does(till: TestTill) -> None:
    strip = till.pages.sale.strip
    left = Qt.MouseButton.LeftButton
    till.scan(WATER)
    QTest.mouseClick(strip.buttons[Action.MORE], left)
    assert till.total == "¥4.00"
    QTest.mouseClick(strip.buttons[Action.FEWER], left)
    assert till.total == "¥2.00"
    QTest.mouseClick(strip.buttons[Action.TIMES], left)
    for digit in "12":
        QTest.mouseClick(strip.pad.button(digit), left)
        till.typist.hand.wait(200)
    QTest.mouseClick(strip.buttons[Action.CONFIRM], left)
    till.typist.hand.wait(200)
    assert till.total == "¥24.00"
    QTest.mouseClick(strip.buttons[Action.DELETE_LINE], left)
    assert till.total == "¥0.00"
    QTest.mouseClick(strip.buttons[Action.UNDO], left)
    assert till.total == "¥24.00"
    QTest.mouseClick(strip.pay, left)
    assert till.top == "payment"


@pytest.mark.parametrize(
    ("action", "panel"),
    [
        (Action.SEARCH, "search"),
        (Action.MEMBER, "member"),
        (Action.PRICE, "value"),
        (Action.REFUND, "refund"),
        (Action.DRAWER, "till"),
        (Action.KEYS, "keys"),
    ],
)
def test_every_panel_opens_by_key_and_closes_by_its_button(till: TestTill, action: Action, panel: str) -> None:
    till.scan(WATER)
    till.press(till.pages.router.key_map.keys_of(action)[0])
    assert till.top == panel
    shown = till.pages.sale.panels.currentWidget()
    assert isinstance(shown, Panel)
    QTest.mouseClick(shown.back, Qt.MouseButton.LeftButton)
    assert till.top == ""
    assert till.pages.sale.scan_box.hasFocus()


def test_an_article_without_price_asks_and_keeps_it(owner_till: TestTill) -> None:
    owner_till.scan(NO_PRICE)
    assert owner_till.top == "value"
    owner_till.type("12.5")
    owner_till.press("Return")
    assert owner_till.total == "¥12.50"
    assert owner_till.top == ""
    owner_till.press("Delete")
    owner_till.scan(NO_PRICE)
    assert owner_till.total == "¥12.50", "the price was kept"
    assert owner_till.top == ""


def test_the_lock_button_asks_for_the_lock_and_keeps_the_basket(till: TestTill) -> None:
    asked: list[bool] = []
    till.pages.lock_requested.connect(lambda: asked.append(True))
    till.scan(WATER)
    QTest.mouseClick(till.pages.sale.keys.buttons[Action.LOCK], Qt.MouseButton.LeftButton)
    assert asked == [True]
    assert till.session.view.priced.total == Money(200)


def test_a_basket_that_came_back_is_said_once(till: TestTill) -> None:
    till.scan(WATER, NOODLES)
    till.pages.start()
    assert "stopped" not in till.notice, "this basket never went away"
    again = CheckoutSession(till.shop.store, till.session.actor)
    screen = SaleScreen(till.words, till.pages.router.key_map, Sounds(player=till.sounds.append))
    counter = Counter(again, screen)
    SalePresenter(counter, till.pages._presenters).start()
    assert "stopped" in screen.notices.text()
    assert screen.total.figure.text() == "¥18.90"
    screen.deleteLater()


def test_printer_trouble_is_said_without_stopping_anybody(till: TestTill) -> None:
    till.pages.show_printer_problem()
    assert "F10" in till.notice
    till.scan(WATER)
    assert till.total == "¥2.00"


def test_put_away_closes_panels_and_keeps_the_basket(till: TestTill) -> None:
    till.scan(WATER)
    till.press("F9", "1")
    assert till.top == "grant"
    till.pages.put_away()
    assert till.top == ""
    assert till.total == "¥2.00"


def test_a_scan_behind_another_page_touches_no_basket(till: TestTill) -> None:
    till.window.show_page("open_shift")
    till.scan(WATER)
    assert till.session.view.priced.basket.is_empty
    assert till.sounds
