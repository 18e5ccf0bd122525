"""The goods page with real keys, over a real shop."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.services.catalogue.drafts import ProductDraft
from app.services.catalogue.edit import add_product, change_product
from app.services.catalogue.listing import GoodsFilter, goods_ids
from app.services.catalogue.price_rule import Ending
from app.services.catalogue.product import ProductRecord, product_record, set_low_stock
from app.ui.owner.goods.dialogs import PriceDialog, UnitDialog
from app.ui.owner.goods.goods_page import GoodsPage
from app.ui.owner.goods.picker import ArticlePicker
from app.ui.owner.goods.quick_keys_page import QuickKeysPage
from app.ui.owner.pages import PAGES
from app.values.money import Money
from app.values.quantity import Quantity
from tests.support.office import TestOffice, make_office

MINE = [page for page in PAGES if page.key in ("goods", "quick_keys")]


@pytest.fixture
def office(qapp: QApplication, tmp_path: Path) -> Iterator[TestOffice]:
    made = make_office(tmp_path, MINE)
    yield made
    made.close()


@pytest.fixture
def page(office: TestOffice) -> GoodsPage:
    page = office.open("goods")
    assert isinstance(page, GoodsPage)
    return page


def names(page: GoodsPage) -> list[str]:
    return [row.name for row in page.list.model.rows()]


def record(office: TestOffice, name: str) -> ProductRecord:
    with office.stocked.shop.store.read() as read:
        return product_record(read, office.stocked.items[name].product_id)


def test_search_open_change_save(office: TestOffice, page: GoodsPage) -> None:
    office.type("nfsq")
    office.press("Return")
    assert names(page) == ["农夫山泉饮用天然水"]
    office.press("Return")
    assert page.top is page.editor
    page.editor.form.editor("price").setFocus()
    office.type("2.50")
    office.press("Ctrl+S")

    assert page.top is page.list
    assert record(office, "water").draft.price == Money(250)
    assert page.list.model.row_at(0).price == Money(250)
    office.press("Ctrl+Z")
    assert record(office, "water").draft.price == Money(200)


def test_chips_narrow_the_list(office: TestOffice, page: GoodsPage) -> None:
    with office.stocked.shop.store.action(office.stocked.shop.owner, "x") as uow:
        set_low_stock(uow, [office.stocked.items["milk"].product_id], Quantity.of(3))
    found = {}
    for key in ("no_price", "no_cost", "low_stock", "expiring", "no_family", "no_code", "closed"):
        page.list.set_filters(key)
        found[key] = len(names(page))

    assert found == {
        "no_price": 1,
        "no_cost": 3,
        "low_stock": 1,
        "expiring": 0,
        "no_family": 5,
        "no_code": 1,
        "closed": 0,
    }


def test_another_page_opens_a_filter_or_a_product(office: TestOffice, page: GoodsPage) -> None:
    office.open("goods", "filter:no_price")
    assert names(page) == ["新到饼干"]
    office.open("goods", office.stocked.items["milk"].product_id)

    assert page.heading() == "伊利纯牛奶"


def test_a_scan_opens_its_product(office: TestOffice, page: GoodsPage) -> None:
    office.scan("6921168509256")
    assert page.heading() == "农夫山泉饮用天然水"
    office.scan("6907992512105")
    assert page.heading() == "伊利纯牛奶"


def test_a_scan_on_another_page_comes_here(office: TestOffice) -> None:
    office.open("quick_keys")  # without a page it has no use for a scan
    office.scan("6921168509256")

    assert office.screen.current == "goods"
    assert office.screen.view("goods").heading() == "农夫山泉饮用天然水"


def test_an_unknown_code_begins_a_product(office: TestOffice, page: GoodsPage) -> None:
    office.scan("0401234567897")
    assert page.heading() == "New product"
    assert page.editor.codes.codes() == ("0401234567897",)
    office.write("新货")
    office.press("Ctrl+S")

    office.scan("0401234567897")
    assert page.heading() == "新货"


def test_an_unknown_code_waits_in_the_editor_of_another_product(office: TestOffice, page: GoodsPage) -> None:
    office.scan("6921168509256")
    office.scan("0401234567897")
    assert record(office, "water").draft.codes == ("6921168509256",)
    assert page.editor.codes.edit.text() == "0401234567897"
    office.press("Return")

    assert record(office, "water").draft.codes == ("6921168509256", "0401234567897")
    office.screen.undo_bar.take_back()
    assert record(office, "water").draft.codes == ("6921168509256",)


def test_a_code_is_removed_and_comes_back(office: TestOffice, page: GoodsPage) -> None:
    office.scan("6921168509256")
    page.editor.codes.table.select_row(0)
    page.editor.codes.drop_button.click()
    assert record(office, "water").draft.codes == ()
    office.screen.undo_bar.take_back()

    assert record(office, "water").draft.codes == ("6921168509256",)


def test_a_code_of_another_product_is_refused_in_words(office: TestOffice, page: GoodsPage) -> None:
    office.scan("6921168509256")
    page.editor.codes.edit.setText("6907992512105")
    page.editor.codes.add()

    assert "伊利纯牛奶" in office.prompter.notices[-1][0]


def test_who_saves_second_is_told_and_loses_nothing(office: TestOffice, page: GoodsPage) -> None:
    office.open("goods", office.stocked.items["water"].product_id)
    page.editor.form.set_value("name", "我的水")
    with office.stocked.shop.store.action(office.stocked.shop.owner, "x") as uow:
        change_product(uow, office.stocked.items["water"].product_id, ProductDraft("别人的水", price=Money(200)))
    office.press("Ctrl+S")

    assert page.top is page.editor
    assert page.editor.form.values()["name"] == "我的水"
    assert any("Somebody else" in text for text in page.editor.form.problem_texts())
    page.editor.form.reload_button.click()
    assert page.editor.form.values()["name"] == "别人的水"


def test_a_price_is_not_emptied(office: TestOffice, page: GoodsPage) -> None:
    office.open("goods", office.stocked.items["water"].product_id)
    page.editor.form.set_value("price", None)
    office.press("Ctrl+S")

    assert any("cannot be emptied" in text for text in page.editor.form.problem_texts())
    assert record(office, "water").draft.price == Money(200)


def test_taking_out_asks_and_can_be_taken_back(office: TestOffice, page: GoodsPage) -> None:
    page.list.search_for("牛奶")
    office.press("Return", "Del")
    assert office.prompter.questions
    office.prompter.answer(False)
    assert names(page) == ["伊利纯牛奶"]
    office.press("Del")
    office.prompter.answer(True)
    assert names(page) == []
    office.screen.undo_bar.take_back()

    assert names(page) == ["伊利纯牛奶"]


def test_a_price_is_planned_shown_and_called_off(office: TestOffice, page: GoodsPage) -> None:
    office.open("goods", office.stocked.items["water"].product_id)
    page.editor.prices.price_button.click()
    dialog = office.window.findChild(PriceDialog)
    dialog.amount.set_money(Money(150))
    dialog.later.setChecked(True)
    dialog.accept()
    (planned, *_) = record(office, "water").history
    assert planned.is_planned(office.stocked.shop.clock.now())
    assert planned.begins - office.stocked.shop.clock.now() <= timedelta(days=1)
    page.editor.prices.table.select_row(0)
    page.editor.prices.call_off_button.click()

    (kept, replaced, *_) = record(office, "water").history
    assert (kept.amount, replaced.amount, replaced.is_replaced) == (Money(200), Money(150), True)


def test_a_further_unit(office: TestOffice, page: GoodsPage) -> None:
    office.open("goods", office.stocked.items["water"].product_id)
    page.editor.prices.unit_button.click()
    dialog = office.window.findChild(UnitDialog)
    dialog.accept()
    assert dialog.problem_line.text()
    dialog.name.setText("箱")
    dialog.factor.set_quantity(Quantity.of(24))
    dialog.accept()

    assert [(unit.name, unit.factor) for unit in record(office, "water").units] == [
        ("", Quantity.of(1)),
        ("箱", Quantity.of(24)),
    ]


def test_many_prices_with_preview_and_way_back(office: TestOffice, page: GoodsPage) -> None:
    office.press("Down", "Ctrl+A")
    page.bulk_button.click()
    assert page.top is page.bulk
    assert not page.bulk.apply_button.isEnabled()
    page.bulk.ticks["price"].setChecked(True)
    page.bulk.percent.setText("10")
    page.bulk.ending.setCurrentIndex(list(Ending).index(Ending.NINE_TENTHS))
    shown = {row.name: row.after for row in page.bulk.preview.rows_model().rows()}
    page.bulk.apply_button.click()

    assert page.top is page.list
    assert shown["农夫山泉饮用天然水"] == Money(190)
    assert record(office, "water").draft.price == Money(190)
    office.screen.undo_bar.take_back()
    assert record(office, "water").draft.price == Money(200)


def test_many_get_a_category(office: TestOffice, page: GoodsPage) -> None:
    office.press("Down", "Ctrl+A")
    page.bulk_button.click()
    page.bulk.ticks["category"].setChecked(True)
    page.bulk.editors["category"].set_value("食品")
    page.bulk.apply_button.click()

    assert record(office, "milk").draft.category == "食品"


def test_a_long_list_opens_with_one_piece_and_all_can_be_chosen(office: TestOffice, page: GoodsPage) -> None:
    with office.stocked.shop.store.action(office.stocked.shop.owner, "goods") as uow:
        for number in range(450):
            add_product(uow, ProductDraft(f"货{number:04d}"))
    page.list.ask()
    assert (page.list.model.rowCount(), page.list.model.total) == (200, 455)
    page.list.choose_all()

    with office.stocked.shop.store.read() as read:
        assert {row.product_id for row in page.list.selected()} == set(goods_ids(read, GoodsFilter()))


def test_both_languages(office: TestOffice, page: GoodsPage) -> None:
    office.open("goods", office.stocked.items["water"].product_id)
    office.speak("zh_CN")
    office.speak("en")

    assert page.editor.form.save_button.text().startswith("Save")


# Quick keys


@pytest.fixture
def keys(office: TestOffice) -> QuickKeysPage:
    page = office.open("quick_keys")
    assert isinstance(page, QuickKeysPage)
    return page


def label(keys: QuickKeysPage, place: int) -> str:
    key = keys.presenter.key_at(place)
    return key.label if key is not None else ""


def test_a_page_of_keys_by_scan_picker_and_arrows(office: TestOffice, keys: QuickKeysPage) -> None:
    assert keys.empty.isVisible()
    keys.empty.button.click()
    keys.take_focus()
    office.scan("6921168509256")
    assert label(keys, 0) == "农夫山泉饮用天然水"
    office.press("Right", "Return")
    picker = office.window.findChild(ArticlePicker)
    assert picker is not None
    office.type("nn")
    picker.edit.setText("纯牛奶")
    picker.accept()
    assert label(keys, 1) == "伊利纯牛奶"
    keys.take_focus()
    office.press("Ctrl+Down")
    assert (label(keys, 1), label(keys, 7)) == ("", "伊利纯牛奶")
    office.press("Del")
    assert label(keys, 7) == ""
    office.screen.undo_bar.take_back()
    assert label(keys, 7) == "伊利纯牛奶"


def test_own_words_and_colour(office: TestOffice, keys: QuickKeysPage) -> None:
    keys.presenter.add_page()
    keys.presenter.put_scanned(0, "6921168509256")
    keys.take_focus()
    keys.label.setText("水")
    keys.label.editingFinished.emit()
    keys.tone.setCurrentIndex(1)
    keys.tone.activated.emit(1)
    key = keys.presenter.key_at(0)

    assert key is not None
    assert (key.label, key.tone) == ("水", "good")


def test_pages_are_named_moved_and_removed(office: TestOffice, keys: QuickKeysPage) -> None:
    keys.presenter.add_page()
    keys.presenter.add_page()
    keys.name.setText("果蔬")
    keys.name.editingFinished.emit()
    keys.buttons["left"].click()
    assert [tab.text() for tab in keys.tabs] == ["果蔬", "Page 1"]
    keys.buttons["close"].click()
    assert [tab.text() for tab in keys.tabs] == ["Page 1"]
    office.screen.undo_bar.take_back()
    assert [tab.text() for tab in keys.tabs] == ["果蔬", "Page 1"]


def test_an_unknown_code_is_said(office: TestOffice, keys: QuickKeysPage) -> None:
    keys.presenter.add_page()
    office.scan("0409999999994")

    assert "0409999999994" in office.prompter.notices[-1][0]
