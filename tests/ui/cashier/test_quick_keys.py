"""Selling by a touch on the sale screen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.services.catalogue.quick_keys import QuickKeyDraft, add_quick_page, put_quick_key
from app.services.catalogue.search import search_items
from app.ui.cashier.names import PanelName
from tests.support.till import TestTill


@pytest.fixture
def keyed(till: TestTill) -> TestTill:
    """Water and noodles on the first page, apples by weight on the second."""
    with till.shop.store.action(till.shop.owner, "quick") as uow:
        first, second = add_quick_page(uow, "常用"), add_quick_page(uow, "果蔬")
        for page, place, text in ((first, 0, "nfsq"), (first, 1, "ksf"), (second, 6, "苹果")):
            found = search_items(uow, text)[0]
            put_quick_key(uow, page, place, QuickKeyDraft(found.product_id))
    return till


def names(till: TestTill) -> list[str]:
    return [line.item.name for line in till.session.view.priced.basket.lines]


def test_one_key_opens_and_taps_sell_one_after_the_other(keyed: TestTill) -> None:
    keyed.press("Ctrl+K")
    assert keyed.pages.sale.top_panel is PanelName.QUICK
    grid = keyed.pages.panels.quick.grid
    for place in (0, 1, 0):
        QTest.mouseClick(grid, Qt.MouseButton.LeftButton, pos=grid.place(place).center())

    assert keyed.pages.sale.top_panel is PanelName.QUICK
    assert names(keyed)[:2] == ["农夫山泉饮用天然水", "康师傅红烧牛肉面"]
    assert keyed.session.view.priced.total.minor == 200 + 1690 + 200


def test_arrows_enter_and_digits(keyed: TestTill) -> None:
    keyed.press("Ctrl+K", "Right", "Return")
    assert names(keyed) == ["康师傅红烧牛肉面"]
    keyed.press("Esc")
    assert keyed.pages.sale.top_panel is None


def test_weighed_goods_ask_for_their_weight(keyed: TestTill) -> None:
    keyed.press("Ctrl+K", "2", "Down", "Return")

    assert keyed.pages.sale.top_panel is PanelName.VALUE


def test_an_empty_place_sells_nothing(keyed: TestTill) -> None:
    keyed.press("Ctrl+K", "Down", "Return")

    assert names(keyed) == []


def test_without_quick_keys_it_says_who_makes_them(till: TestTill) -> None:
    till.press("Ctrl+K")

    assert till.pages.sale.top_panel is None
    assert "Ctrl+B" in till.pages.sale.notices.text()


def test_a_scan_goes_on_over_the_panel(keyed: TestTill) -> None:
    keyed.press("Ctrl+K")
    keyed.scan("6921168509256")

    assert names(keyed) == ["农夫山泉饮用天然水"]
