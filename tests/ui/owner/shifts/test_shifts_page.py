"""The shifts and their papers, by real keys on a played fortnight."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog

from app.services.reports.sale_filter import SaleFilter
from app.ui.owner.days import Period
from app.ui.owner.sales.sales_page import SalesPage
from app.ui.owner.shifts.shifts_page import ShiftsPage
from app.values.money import ZERO, Money
from tests.support.demo_week import DAYS, demo_shop
from tests.support.office import TestOffice, make_office
from tests.support.places import choose_place


@pytest.fixture
def office(qapp: QApplication, tmp_path: Path) -> Iterator[TestOffice]:
    made = make_office(tmp_path, stocked=demo_shop(tmp_path, with_shift=True))
    yield made
    made.close()


@pytest.fixture
def page(office: TestOffice) -> ShiftsPage:
    page = office.open("shifts")
    assert isinstance(page, ShiftsPage)
    return page


def cell(page: ShiftsPage, at: int, key: str) -> str:
    column = next(column for column in page.list.model.columns if column.key == key)
    return column.text(page.list.model.row_at(at))


def test_every_shift_newest_first_the_open_one_above(page: ShiftsPage) -> None:
    assert page.list.model.rowCount() == DAYS + 1
    assert cell(page, 0, "closed") == "still open"
    assert cell(page, 0, "difference") == "–"
    assert cell(page, 1, "number") == f"T1-{DAYS}"


def test_over_and_short_are_words(page: ShiftsPage) -> None:
    said = {cell(page, at, "difference").split(" ")[0] for at in range(1, DAYS + 1)}
    assert said <= {"short", "over", "exact"}
    for at in range(1, DAYS + 1):
        difference = page.list.model.row_at(at).over_short
        assert difference is not None
        word = "short" if difference < ZERO else "over" if difference > ZERO else "exact"
        assert cell(page, at, "difference").startswith(word)
        assert Money(abs(difference.minor)).plain(2) in cell(page, at, "difference") or difference == ZERO


def test_the_x_of_the_open_one(office: TestOffice, page: ShiftsPage) -> None:
    office.stocked.sell(("water", 3))
    office.press("Return")
    assert page.top is page.sheet
    assert "still open" in page.heading()
    assert "6.00" in page.sheet.paper.sheet.text()
    assert page.sheet.print_button.text() == "Print"
    page.sheet.print_button.setFocus()
    office.press("Space")

    assert office.prompter.notices[-1][0] == "It is being printed."


def test_a_z_is_printed_as_a_copy(office: TestOffice, page: ShiftsPage) -> None:
    office.press("Down", "Return")
    assert page.heading() == f"Z of shift {DAYS}"
    page.sheet.print_button.click()
    page.sheet.print_button.click()

    assert office.prompter.notices[-1][0] == "It is being printed, marked COPY 2."
    office.press("Esc")
    assert page.top is not page.sheet
    assert page.list.current() == page.list.model.row_at(1)


def test_a_paper_is_saved_as_pdf(office: TestOffice, page: ShiftsPage, tmp_path: Path) -> None:
    office.press("Down", "Return", "Ctrl+E")
    dialog = page.files.place_dialog
    assert isinstance(dialog, QFileDialog)
    assert Path(dialog.selectedFiles()[0]).name == f"Z T1-{DAYS} 2026-07-19.pdf"
    wanted = tmp_path / "z.pdf"
    choose_place(dialog, wanted)

    assert wanted.read_bytes().startswith(b"%PDF-")
    assert office.prompter.notices[-1][0] == f"Saved: {wanted}"


def test_its_sales_are_one_key_away(office: TestOffice, page: ShiftsPage) -> None:
    office.press("Down", "Return")
    page.sheet.sales_button.click()
    shift = page.list.model.row_at(1)
    sales = office.screen.view("sales")
    assert isinstance(sales, SalesPage)

    assert office.screen.current == "sales"
    assert sales.presenter.wanted(sales.list.query()).sales == SaleFilter(shift=shift.shift_id)
    assert sum(row.total.minor for row in sales.list.model.rows()) == shift.figures.turnover.minor


def test_days_narrow_and_an_empty_list_widens(page: ShiftsPage) -> None:
    page.days.box.setCurrentIndex(list(Period).index(Period.LAST_MONTH))
    assert "No shifts on these days" in page.list.empty.text()
    page.list.empty.button.click()
    assert page.list.model.rowCount() == DAYS + 1


def test_a_shift_that_is_closed_meanwhile_is_read_again(office: TestOffice, page: ShiftsPage) -> None:
    from app.services.shifts.close import CashCount, close_shift

    with office.stocked.shop.store.action(office.stocked.shop.cashier, "shift_closed") as uow:
        close_shift(uow, CashCount(Money(19_900)))
    assert page.refresh_timer.isActive()
    page.refresh_timer.timeout.emit()

    assert cell(page, 0, "difference") == "short 1.00"
