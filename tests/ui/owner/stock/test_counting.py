"""Stock-take, what is on hand, what expires, suppliers: on the real office over a real file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.services.catalogue.drafts import ProductDraft
from app.services.inventory.posted import list_documents, load_document
from app.services.inventory.values import DocumentKind
from app.services.purchasing.suppliers import SupplierDraft, SupplierGone, change_supplier, load_supplier
from app.ui.owner.stock.count_page import ALL, CountPage
from app.ui.owner.stock.documents_page import DocumentsPage
from app.ui.owner.stock.expiring_page import ExpiringPage
from app.ui.owner.stock.on_hand_page import OnHandPage
from app.ui.owner.stock.suppliers_page import SuppliersPage
from app.values.money import Money
from app.values.quantity import Quantity
from tests.support.goods import MILK, WATER
from tests.support.office import TestOffice, make_office
from tests.support.stockroom import Stockroom

WATER_CODE, MILK_CODE = WATER.codes[0], MILK.codes[0]


@pytest.fixture
def office(qapp: QApplication, tmp_path: Path) -> Iterator[TestOffice]:
    made = make_office(tmp_path)
    yield made
    made.close()


@pytest.fixture
def room(office: TestOffice) -> Stockroom:
    room = Stockroom(office.stocked)
    supplier = room.supplier("华联批发")
    room.receive(
        replace(room.line("water", 10, 1500), expires_on=date(2026, 1, 12)),
        room.line("milk", 5, 20_000),
        company_id=supplier,
    )
    return room


def count_page(office: TestOffice) -> CountPage:
    page = office.open("stock_count")
    assert isinstance(page, CountPage)
    return page


def shown(page: CountPage) -> list[tuple[str, int, int]]:
    rows = page.editor.lines.rows_model().rows()
    return [(row.name[:2], (row.expected or Quantity(0)).milli // 1000, row.own_units.milli // 1000) for row in rows]


def test_scanning_counts_and_sales_go_on(office: TestOffice, room: Stockroom) -> None:
    page = count_page(office)
    office.scan(WATER_CODE)
    office.scan(WATER_CODE)
    office.press("Return")
    office.type("9")
    office.press("Return")
    office.stocked.sell(("water", 3), ("milk", 1))
    office.scan(MILK_CODE)
    office.press("Return")
    office.type("4")
    office.press("Return")

    assert shown(page) == [("农夫", 10, 9), ("伊利", 4, 4)]
    office.press("Ctrl+S")
    assert page.top is page.differences
    assert [row.difference for row in page.differences.rows.rows_model().rows()] == [Quantity.of(-1)]
    office.press("Ctrl+S")

    assert (room.on_hand("water"), room.on_hand("milk")) == (Quantity.of(6), Quantity.of(4))
    assert page.top is page.list


def test_counting_goes_on_behind_the_differences(office: TestOffice, room: Stockroom) -> None:
    page = count_page(office)
    office.scan(WATER_CODE)
    office.press("Ctrl+S")
    office.press("Escape")
    assert page.top is page.editor
    office.press("Ctrl+S")
    office.scan(MILK_CODE)

    assert page.top is page.editor
    assert len(shown(page)) == 2


def test_a_count_of_all_names_what_nobody_counted(office: TestOffice, room: Stockroom) -> None:
    page = count_page(office)
    office.press("Ctrl+N")
    assert page.top is page.scope
    page.scope.set_value("scope", ALL)
    page.scope.set_value("label", "一月")
    office.press("Ctrl+S")
    office.scan(WATER_CODE)
    assert "一月" in page.heading()
    office.press("Ctrl+S")
    assert "伊利" in page.differences.uncounted.text()
    page.differences.zero.setChecked(True)
    page.differences.book_button.click()

    assert (room.on_hand("water"), room.on_hand("milk")) == (Quantity.of(1), Quantity(0))


def test_nothing_goes_to_zero_unless_asked(office: TestOffice, room: Stockroom) -> None:
    page = count_page(office)
    office.press("Ctrl+N")
    page.scope.set_value("scope", ALL)
    office.press("Ctrl+S")
    office.scan(WATER_CODE)
    office.press("Ctrl+S")
    page.differences.zero.setChecked(True)
    office.press("Escape", "Ctrl+S", "Ctrl+S")

    assert room.on_hand("milk") == Quantity.of(5)


def test_a_count_is_taken_up_again(office: TestOffice, room: Stockroom) -> None:
    page = count_page(office)
    office.scan(WATER_CODE)
    office.press("Escape")
    assert page.top is page.list
    office.press("Down", "Return")

    assert shown(page) == [("农夫", 10, 1)]


def on_hand(office: TestOffice, subject: object = None) -> OnHandPage:
    page = office.open("on_hand", subject)
    assert isinstance(page, OnHandPage)
    return page


def test_on_hand_with_its_value(office: TestOffice, room: Stockroom) -> None:
    room.receive(room.line("noodles", 3))
    page = on_hand(office)

    assert page.list.model.total == 5
    assert "215.00" in page.value.text()
    assert "1 of 3" in page.value.text()


@pytest.mark.parametrize(
    ("chip", "names"),
    [("out", ["康师"]), ("expiring", ["农夫"]), ("negative", ["康师"]), ("no_cost", []), ("low", ["康师"])],
)
def test_chips_narrow_the_list(office: TestOffice, room: Stockroom, chip: str, names: list[str]) -> None:
    office.stocked.sell(("noodles", 2))
    page = on_hand(office)
    page.list.chips[chip].click()

    assert [row.name[:2] for row in page.list.model.rows()] == names


def test_another_page_opens_it_narrowed(office: TestOffice, room: Stockroom) -> None:
    page = on_hand(office, "expiring")

    assert [row.name[:2] for row in page.list.model.rows()] == ["农夫"]


def test_enter_opens_the_card(office: TestOffice, room: Stockroom) -> None:
    sale = office.stocked.sell(("water", 2))
    page = on_hand(office)
    office.type(WATER_CODE)
    office.press("Return", "Return")

    assert page.top is page.card
    rows = page.card.model.rows()
    assert [(row.cause, row.balance) for row in rows] == [("sale", Quantity.of(8)), ("receipt", Quantity.of(10))]
    texts = [page.card.model.index(at, 1).data() for at in range(2)]
    assert sale.number in texts[0]
    assert "华联批发" in texts[1]
    office.press("Escape")
    assert page.top is page.list


def test_a_sale_is_seen_without_a_key(office: TestOffice, room: Stockroom) -> None:
    page = on_hand(office)
    office.stocked.sell(("water", 2))
    page._timer.timeout.emit()  # what the timer does a moment later

    water = next(row for row in page.list.model.rows() if row.name.startswith("农夫"))
    assert water.on_hand == Quantity.of(8)


def test_what_expires_is_written_off_from_its_list(office: TestOffice, room: Stockroom) -> None:
    page = office.open("expiring")
    assert isinstance(page, ExpiringPage)
    office.press("Down")
    assert page.write_off_button.isEnabled()
    page.write_off_button.click()
    waste = office.screen.view("stock_waste")
    assert isinstance(waste, DocumentsPage)
    assert waste.top is waste.editor
    office.press("Ctrl+S")

    assert room.on_hand("water") == Quantity(0)
    with office.stocked.shop.store.read() as read:
        row = list_documents(read, kinds=frozenset({DocumentKind.WASTE})).rows[0]
        lot_id = load_document(read, row.document_id).lines[0].lot_id
    assert (row.reason, row.amount) == ("expired", Money(-1500))
    assert lot_id is not None
    office.open("expiring")
    assert page.list.model.rowCount() == 0


def test_expired_already_and_in_thirty_days(office: TestOffice, room: Stockroom) -> None:
    room.receive(replace(room.line("milk", 5, 100), expires_on=date(2026, 1, 30)))
    page = office.open("expiring")
    assert isinstance(page, ExpiringPage)
    found = [page.list.model.rowCount()]
    for chip in ("month", "gone"):
        page.list.chips[chip].click()
        found.append(page.list.model.rowCount())

    assert found == [1, 2, 0]


def suppliers(office: TestOffice) -> SuppliersPage:
    page = office.open("suppliers")
    assert isinstance(page, SuppliersPage)
    return page


def test_a_supplier_is_added_and_edited_by_keys(office: TestOffice, room: Stockroom) -> None:
    page = suppliers(office)
    office.press("Ctrl+N")
    office.type("Green Foods")
    office.press("Return", "Return")
    office.type("0551")
    office.press("Ctrl+S")
    assert [row.draft.name for row in page.list.model.rows()] == ["Green Foods", "华联批发"]

    office.press("Down", "Return")
    assert page.top is page.form
    office.press("Tab", "Tab")
    office.type("9")
    office.press("Ctrl+S")
    assert page.list.model.row_at(0).draft.phone in ("9", "05519")


def test_a_name_that_is_taken_is_told_under_the_field(office: TestOffice, room: Stockroom) -> None:
    room.supplier("Green Foods")
    page = suppliers(office)
    office.press("Ctrl+N")
    office.type("green foods")
    office.press("Ctrl+S")

    assert page.top is page.form
    assert "already" in page.form.problem_texts()[0]


def test_two_who_edit_one_supplier(office: TestOffice, room: Stockroom) -> None:
    page = suppliers(office)
    supplier = page.list.model.row_at(0).supplier_id
    office.press("Down", "Return")
    with office.stocked.shop.store.action(office.stocked.shop.owner, "supplier") as uow:
        change_supplier(uow, supplier, SupplierDraft("华联二店"))
    office.type("x")
    office.press("Ctrl+S")
    assert "Somebody else" in page.form.problem_texts()[0]
    page.form.reload_button.click()

    assert page.form.values()["name"] == "华联二店"


def test_goods_and_deliveries_of_a_supplier_and_its_end(office: TestOffice, room: Stockroom) -> None:
    office.stocked.add("cola", ProductDraft("可乐", price=Money(300), supplier="华联批发"))
    page = suppliers(office)
    row = page.list.model.row_at(0)
    assert (row.goods, row.last_delivery) == (1, date(2026, 1, 5))
    office.press("Down", "Return")
    assert [it.name for it in page.goods.rows_model().rows()] == ["可乐"]
    page.close_button.click()
    office.prompter.answer(True)

    assert page.list.model.rowCount() == 0
    with office.stocked.shop.store.read() as read, pytest.raises(SupplierGone):
        load_supplier(read, row.supplier_id)


@pytest.mark.parametrize("key", ["receiving", "on_hand", "expiring", "stock_count", "stock_waste", "suppliers"])
def test_every_page_follows_the_language(office: TestOffice, room: Stockroom, key: str) -> None:
    office.open(key)
    office.speak("zh_CN")
    office.speak("en")

    view = office.screen.view(key)
    for _, open_state in view.picture_states():
        open_state()
        assert view.heading()

    assert office.screen.current == key
    assert office.prompter.notices == []
