"""The log and the table of cashiers, by real keys."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog

from app.services.checkout.after_sales import AfterSales
from app.services.checkout.session import CheckoutSession
from app.services.common.actor import Permission
from app.services.reports.control import ActionCount
from app.services.reports.logs import LogFilter, LogKind
from app.ui.kit.words import Words
from app.ui.owner.days import Period
from app.ui.owner.log.log_page import LogPage, count_words
from app.ui.owner.sales.sales_page import SalesPage
from app.values.money import ZERO
from tests.support.goods import Stocked, stock_shop
from tests.support.grants import owners_leave
from tests.support.office import TestOffice, make_office
from tests.support.places import choose_place
from tests.support.shop import make_shop


def play(stocked: Stocked) -> None:
    """The cashier sells twice, takes five lines out and opens the drawer by leave; the owner sells and gives back."""
    shop = stocked.shop
    sales = [stocked.sell(("water", 1)) for _ in range(2)]
    session = CheckoutSession(shop.store, shop.cashier)
    for _ in range(5):
        session.choose(stocked.items["milk"].sale_unit_id)
        shop.clock.tick(timedelta(minutes=1))
        session.remove(session.view.priced.lines[0].line.line_id)
    AfterSales(shop.store, shop.cashier).open_drawer(owners_leave(shop, Permission.OPEN_DRAWER))
    shop.clock.tick(timedelta(minutes=1))
    stocked.refund(sales[0])


@pytest.fixture
def office(qapp: QApplication, tmp_path: Path) -> Iterator[TestOffice]:
    stocked = stock_shop(make_shop(tmp_path))
    play(stocked)
    made = make_office(tmp_path, stocked=stocked)
    yield made
    made.close()


@pytest.fixture
def page(office: TestOffice) -> LogPage:
    page = office.open("log")
    assert isinstance(page, LogPage)
    return page


def said(page: LogPage, key: str) -> list[str]:
    column = next(column for column in page.list.model.columns if column.key == key)
    return [column.text(row) for row in page.list.model.rows()]


def test_everything_newest_first(page: LogPage) -> None:
    assert said(page, "what") == ["Refund", "Drawer without sale", *["Line removed"] * 5]
    assert said(page, "who") == ["王老板", *["小李"] * 6]
    assert said(page, "leave")[1] == "王老板"
    assert said(page, "amount")[2] == "59.90"
    assert said(page, "amount")[1] == "–"
    assert "→" in said(page, "subject")[0]


def test_chips_choose_kinds_and_add_up(page: LogPage) -> None:
    page.list.chips["refund"].click()
    assert said(page, "what") == ["Refund"]
    page.list.chips["no_sale"].click()
    assert said(page, "what") == ["Refund", "Drawer without sale"]
    page.list.chips["refund"].click()
    page.list.chips["no_sale"].click()
    page.list.chips["grant"].click()
    assert said(page, "what") == ["Drawer without sale"]


def test_one_person(page: LogPage) -> None:
    page.people.setCurrentIndex(page.people.findText("王老板"))
    assert said(page, "what") == ["Refund"]


def test_a_refund_opens_by_keys(office: TestOffice, page: LogPage) -> None:
    office.press("Down", "Up", "Return")
    sales = office.screen.view("sales")
    assert isinstance(sales, SalesPage)

    assert office.screen.current == "sales"
    assert sales.heading() in said(page, "subject")[0]


def test_cashiers_and_their_rows(office: TestOffice, page: LogPage) -> None:
    page.by_cashier.click()
    row = next(row for row in page.control.model.rows() if row.name == "小李")
    column = next(column for column in page.control.model.columns if column.key == "void")
    assert page.control.isVisible()
    assert not page.list.isVisible()
    assert column.text(row) == "5 (250.00)"
    at = page.control.model.rows().index(row)
    page.control.table.select_row(at)
    office.press("Return")

    assert page.list.isVisible()
    assert set(said(page, "who")) == {"小李"}


def test_odd_is_a_word(qapp: QApplication) -> None:
    words = Words()
    assert count_words(ActionCount(LogKind.VOID, 12, ZERO, 1_250, True), words) == "12 (12.50) odd"
    assert count_words(ActionCount(LogKind.VOID, 3, ZERO, 100), words) == "3 (1.00)"
    assert count_words(ActionCount(LogKind.VOID, 3, ZERO), words) == "3"
    assert count_words(ActionCount(LogKind.VOID, 0, ZERO, 0), words) == "–"


def test_another_page_asks_for_one_kind(office: TestOffice, page: LogPage) -> None:
    office.screen.go("log", LogFilter((LogKind.REFUND,)))
    assert page.days.box.currentData() == Period.ALL.value
    assert said(page, "what") == ["Refund"]


def test_an_empty_stretch_says_so(page: LogPage) -> None:
    page.days.box.setCurrentIndex(list(Period).index(Period.YESTERDAY))
    assert "Nothing of this kind" in page.list.empty.text()
    page.list.empty.button.click()
    assert page.list.model.rowCount() == 7


@pytest.mark.parametrize(("is_control", "name"), [(False, "Log 2025-12-30 2026-01-05"), (True, "Cashiers 2025-12-30")])
def test_both_tables_are_files(office: TestOffice, page: LogPage, tmp_path: Path, is_control: bool, name: str) -> None:
    page.by_cashier.setChecked(is_control)
    office.press("Ctrl+E")
    assert page.files.kind_dialog is not None
    assert not page.files.kind_dialog.personal.isVisible()
    page.files.kind_dialog.kinds[".csv"].setChecked(True)
    page.files.kind_dialog.accept()
    dialog = page.files.place_dialog
    assert isinstance(dialog, QFileDialog)
    assert Path(dialog.selectedFiles()[0]).name.startswith(name)
    choose_place(dialog, tmp_path / "out.csv")

    text = (tmp_path / "out.csv").read_text("utf-8-sig")
    assert "小李" in text
    assert len(text.splitlines()) == (3 if is_control else 8)
