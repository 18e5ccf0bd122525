"""The list of sales and a sale, by real keys on a played fortnight."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.services.reports.sale_filter import KindFilter, SaleFilter
from app.services.reports.sale_view import open_sale
from app.ui.owner.days import Period
from app.ui.owner.sales.sales_page import SalesPage
from app.values.ids import Id
from tests.support.demo_week import TODAY, YESTERDAY, demo_shop
from tests.support.office import TestOffice, make_office


@pytest.fixture
def office(qapp: QApplication, tmp_path: Path) -> Iterator[TestOffice]:
    made = make_office(tmp_path, stocked=demo_shop(tmp_path, with_shift=True))
    yield made
    made.close()


@pytest.fixture
def page(office: TestOffice) -> SalesPage:
    page = office.open("sales", SaleFilter(from_date=YESTERDAY, until_date=YESTERDAY))
    assert isinstance(page, SalesPage)
    return page


def numbers(page: SalesPage) -> list[str]:
    return [row.number for row in page.list.model.rows()]


def open_first(office: TestOffice, page: SalesPage) -> None:
    office.press("Down", "Return")
    assert page.top is page.sheet


def a_refund(office: TestOffice, page: SalesPage) -> Id:
    office.screen.go("sales", SaleFilter(kind=KindFilter.REFUND))
    return page.list.model.row_at(0).sale_id


def test_a_day_with_its_sum(page: SalesPage) -> None:
    rows = page.list.model.rows()
    net = sum(row.total.minor for row in rows)
    assert {row.business_date for row in rows} == {YESTERDAY}
    assert [row.at for row in rows] == sorted((row.at for row in rows), reverse=True)
    assert page.days.box.currentData() == Period.YESTERDAY.value
    assert f"{net / 100:,.2f}" in page.totals.text()


def test_today_has_no_sales_and_says_so(office: TestOffice, page: SalesPage) -> None:
    office.screen.go("sales", SaleFilter(from_date=TODAY, until_date=TODAY))
    assert "No sales on these days" in page.list.empty.text()
    page.list.empty.button.click()

    assert page.days.box.currentData() == Period.ALL.value
    assert page.list.model.rowCount() == 200


def test_whoever_types_a_number_without_choosing_days_means_any_day(qapp: QApplication, tmp_path: Path) -> None:
    office = make_office(tmp_path, stocked=demo_shop(tmp_path))
    page = office.open("sales")
    assert isinstance(page, SalesPage)
    assert page.days.box.currentData() == Period.TODAY.value
    office.type("T1-000007")
    office.press("Return")

    assert numbers(page) == ["T1-000007"]
    assert page.days.box.currentData() == Period.ALL.value
    page.list.search_for("")
    assert page.days.box.currentData() == Period.TODAY.value
    office.close()


def test_a_time_begins_the_list_there(office: TestOffice, page: SalesPage) -> None:
    whole = page.list.model.rows()
    middle = whole[len(whole) // 2]
    office.type(office.words.time(middle.at))
    office.press("Return")

    assert page.list.model.row_at(0).at - middle.at < timedelta(minutes=1)
    assert page.list.model.rowCount() <= len(whole) - len(whole) // 2 + 1
    assert page.totals.text().strip() == ""


def test_an_amount_and_a_member_are_found(office: TestOffice, page: SalesPage) -> None:
    row = next(row for row in page.list.model.rows() if row.member is not None and not row.is_refund)
    page.list.search_for(office.words.amount(row.total).replace(",", ""))
    assert row.number in numbers(page)
    assert row.member is not None
    page.list.search_for(row.member.name)
    assert row.number in numbers(page)
    assert {found.member for found in page.list.model.rows()} == {row.member}


def test_refunds_only_and_one_cashier_only(office: TestOffice, page: SalesPage) -> None:
    page.days.box.setCurrentIndex(list(Period).index(Period.ALL))
    page.list.chips["refund"].click()
    assert page.list.model.rowCount() > 0
    assert all(row.is_refund for row in page.list.model.rows())
    page.people.setCurrentIndex(page.people.findText(office.stocked.shop.cashier.staff_name))

    assert page.list.model.rowCount() == 0  # refunds of the demo shop are the owner's
    assert "Nothing found" in page.list.empty.text()


def test_a_sale_opens_and_closes_by_keys(office: TestOffice, page: SalesPage) -> None:
    open_first(office, page)
    row = page.list.model.row_at(0)
    assert page.heading() == row.number
    assert page.sheet.paper.sheet.text().count(row.number) >= 1
    assert office.words.money(row.total) in page.sheet.texts()
    office.press("Esc")

    assert page.top is not page.sheet
    assert page.list.table.hasFocus()


def test_a_refund_leads_to_its_sale_and_back(office: TestOffice, page: SalesPage) -> None:
    refund = a_refund(office, page)
    page.presenter.open(refund)
    with office.stocked.shop.store.read() as read:
        original = open_sale(read, refund).original
    assert original is not None
    (link,) = page.sheet.links()
    assert original.number in link.text()
    assert not page.sheet.refund_button.isEnabled()
    link.click()

    assert page.heading() == original.number
    assert any("came back" in text for text in page.sheet.texts())


def test_print_again_is_marked_and_listed(office: TestOffice, page: SalesPage) -> None:
    open_first(office, page)
    page.sheet.reprint_button.setFocus()
    office.press("Space")

    number = page.list.model.row_at(0).number
    assert office.prompter.notices[-1][0] == f"{number} is being printed, marked COPY."
    assert "Printed again" in page.sheet.texts()
    with office.stocked.shop.store.read() as read:
        assert len(open_sale(read, page.list.model.row_at(0).sale_id).reprints) == 1


def test_a_refund_goes_to_the_till_with_the_number(office: TestOffice, page: SalesPage) -> None:
    went: list[str] = []
    page.presenter._context = replace(page.presenter._context, refund=went.append)
    open_first(office, page)
    page.sheet.refund_button.click()

    assert went == [page.list.model.row_at(0).number]


def test_without_a_shift_it_is_explained(qapp: QApplication, tmp_path: Path) -> None:
    office = make_office(tmp_path, stocked=demo_shop(tmp_path))
    went: list[str] = []
    page = office.open("sales", SaleFilter(from_date=YESTERDAY, until_date=YESTERDAY, kind=KindFilter.SALE))
    assert isinstance(page, SalesPage)
    page.presenter._context = replace(page.presenter._context, refund=went.append)
    open_first(office, page)
    assert "needs an open shift" in page.sheet.hint.text()
    page.sheet.refund_button.click()

    assert went == []
    assert "Open a shift" in office.prompter.notices[-1][0]
    office.close()


def test_new_sales_come_in_behind_each_other(office: TestOffice, page: SalesPage) -> None:
    office.screen.go("sales", SaleFilter(from_date=TODAY, until_date=TODAY))
    for _ in range(3):
        office.stocked.sell(("water", 1))
        page._context.bus.publish(frozenset({"sales"}))
    assert page.list.model.rowCount() == 0
    assert page.refresh_timer.isActive()
    page.refresh_timer.timeout.emit()

    assert [office.words.amount(row.total) for row in page.list.model.rows()] == ["2.00"] * 3
    assert "¥6.00" in page.totals.text()


def test_a_receipt_that_is_scanned_is_found(office: TestOffice, page: SalesPage) -> None:
    number = page.list.model.row_at(3).number
    office.scan(number)
    assert numbers(page) == [number]


def test_what_another_page_narrowed_can_be_widened(office: TestOffice, page: SalesPage) -> None:
    member = next(row.member for row in page.list.model.rows() if row.member is not None)
    office.screen.go("sales", SaleFilter(member=member.member_id))
    assert {row.member for row in page.list.model.rows()} == {member}
    assert "one member" in page.narrowed.text()
    page.narrowed.click()

    assert page.list.model.rowCount() == 200
    assert not page.narrowed.isVisible()


def test_dates_in_the_wrong_order_are_taken_in_the_right_one(office: TestOffice, page: SalesPage) -> None:
    page.days.box.setCurrentIndex(list(Period).index(Period.CHOSEN))
    assert page.days.first.isVisible()
    page.days.first.setDate(page.days.first.date().addDays(2))
    span = page.days.span()
    assert span.first is not None
    assert span.first < date(2026, 7, 22)
    assert span.last is not None
    assert span.first <= span.last
