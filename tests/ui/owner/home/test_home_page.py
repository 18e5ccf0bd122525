"""The owner's home on a played fortnight, by real keys."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from app.services.reports.desk import DayFilter, Reports
from app.services.reports.sale_filter import KindFilter
from app.services.reports.today import DaySummary
from app.ui.owner.home.home_page import HomePage, in_order
from app.ui.owner.home.presenter import FigureKey, HomeState, TodoKind
from app.ui.owner.pages import PAGES
from app.ui.owner.sales.sales_page import SalesPage
from tests.support.demo_week import TODAY, YESTERDAY, demo_shop
from tests.support.office import TestOffice, make_office


@pytest.fixture
def office(qapp: QApplication, tmp_path: Path) -> Iterator[TestOffice]:
    made = make_office(tmp_path, stocked=demo_shop(tmp_path, with_shift=True))
    yield made
    made.close()


@pytest.fixture
def page(office: TestOffice) -> HomePage:
    page = office.open("home")
    assert isinstance(page, HomePage)
    return page


def yesterday(office: TestOffice) -> DaySummary:
    return Reports(office.stocked.shop.store, office.stocked.shop.owner).day(DayFilter(YESTERDAY))


def said(page: HomePage, key: FigureKey) -> str:
    return "\n".join(page.cards[key].texts())


def test_it_is_the_first_page_of_the_office(office: TestOffice) -> None:
    assert PAGES[0].key == "home"
    office.screen.enter()
    assert office.screen.current == "home"


def test_today_before_the_first_sale(office: TestOffice, page: HomePage) -> None:
    assert "Monday 2026-07-20, until 09:00, beside 2026-07-13" in page.heading_label.text()
    assert "¥0.00" in said(page, FigureKey.TURNOVER)
    assert all(bar.value == 0 for bar in page.hours._items)
    assert not page.later_button.isEnabled()
    assert page.cards[FigureKey.TURNOVER].hasFocus()


def test_a_day_without_anything_says_so(office: TestOffice, page: HomePage) -> None:
    office.screen.go("home", date(2026, 1, 1))
    assert page.no_hours.isVisible()
    assert not page.hours.isVisible()
    assert not page._cashier_card.isVisible()
    assert "No sales a week before" in said(page, FigureKey.TURNOVER)
    assert "–" in said(page, FigureKey.BASKET)


def test_yesterday_says_what_the_report_says(office: TestOffice, page: HomePage) -> None:
    page.yesterday_button.setFocus()
    office.press("Space")
    summary, words = yesterday(office), office.words

    turnover = said(page, FigureKey.TURNOVER)
    assert words.money(summary.day.turnover) in turnover
    assert f"Sunday before: {words.money(summary.last_week.turnover)}" in turnover
    assert summary.mean is not None
    assert f"Mean of {summary.mean.days}: {words.money(summary.mean.turnover)}" in turnover
    assert summary.turnover_change is not None
    assert words.rate(summary.turnover_change) in turnover
    margin = said(page, FigureKey.MARGIN)
    assert words.money(summary.day.margin.amount) in margin
    assert summary.day.margin.known_share is not None
    assert f"cost known: {words.rate(summary.day.margin.known_share)}" in margin
    assert page.hours.isVisible()
    assert page.today_button.isEnabled()


def test_the_hours_add_up_to_the_day(office: TestOffice, page: HomePage) -> None:
    office.screen.go("home", YESTERDAY)
    bars, summary = page.hours._items, yesterday(office)
    assert sum(bar.value for bar in bars) == summary.day.turnover.minor
    assert sum(bar.compared or 0 for bar in bars) == summary.last_week.turnover.minor
    assert page.tenders.legend_lines()
    assert "%" in page.tenders.legend_lines()[0]


def test_a_figure_opens_its_rows(office: TestOffice, page: HomePage) -> None:
    office.screen.go("home", YESTERDAY)
    page.cards[FigureKey.TURNOVER].setFocus()
    office.press("Right", "Right", "Right", "Right", "Return")
    sales = office.screen.view("sales")
    assert isinstance(sales, SalesPage)

    assert office.screen.current == "sales"
    wanted = sales.presenter.wanted(sales.list.query()).sales
    assert (wanted.kind, wanted.from_date, wanted.until_date) == (KindFilter.REFUND, YESTERDAY, YESTERDAY)
    assert sum(row.total.minor for row in sales.list.model.rows()) == yesterday(office).day.refunds.total.minor


def test_a_cashier_opens_their_rows(office: TestOffice, page: HomePage) -> None:
    office.screen.go("home", YESTERDAY)
    (cashier, *_) = yesterday(office).day.cashiers
    button = next(button for button in page.cashier_buttons if cashier.name in button.text())
    button.click()
    sales = office.screen.view("sales")
    assert isinstance(sales, SalesPage)
    assert sales.people.currentText() == cashier.name
    assert {row.cashier for row in sales.list.model.rows()} == {cashier.name}


def test_what_waits_leads_to_its_rows(office: TestOffice, page: HomePage) -> None:
    label, button = page.todo_rows[TodoKind.OUT]
    assert label.text().startswith("Out of stock: ")
    assert button is not None
    button.setFocus()
    office.press("Space")
    assert office.screen.current == "on_hand"
    count = int(label.text().rsplit(" ", 1)[1].replace(",", ""))
    listed = office.screen.view("on_hand").list  # type: ignore[attr-defined]
    assert listed.model.total == count


def test_commits_that_follow_each_other_are_read_once(office: TestOffice, page: HomePage) -> None:
    shown: list[HomeState] = []
    show = page.show_state

    def remember(state: HomeState) -> None:
        shown.append(state)
        show(state)

    page.show_state = remember  # type: ignore[method-assign]
    for _ in range(3):
        office.stocked.sell(("water", 1))
        office.bus.publish(frozenset({"sales"}))
    assert shown == []
    assert page.refresh_timer.isActive()
    page.refresh_timer.timeout.emit()

    assert len(shown) == 1
    assert "¥6.00" in said(page, FigureKey.TURNOVER)


def test_behind_another_page_nothing_is_read(office: TestOffice, page: HomePage) -> None:
    office.screen.go("shifts")
    page.refresh_timer.stop()
    office.bus.publish(frozenset({"sales"}))
    assert not page.refresh_timer.isActive()


def test_focus_stays_where_it_was_over_a_refresh(office: TestOffice, page: HomePage) -> None:
    button = page.todo_rows[TodoKind.NO_PRICE][1]
    assert button is not None
    button.setFocus()
    page.presenter.read()
    assert button.hasFocus()


def chosen(page: HomePage) -> date | None:
    return page.presenter.day


def test_days_are_stepped_and_chosen(office: TestOffice, page: HomePage) -> None:
    page.earlier_button.click()
    page.earlier_button.click()
    assert chosen(page) == TODAY - timedelta(days=2)
    page.later_button.click()
    page.later_button.click()
    assert chosen(page) is None
    page.day_edit.setDate(page.day_edit.date().addDays(-3))
    assert chosen(page) == TODAY - timedelta(days=3)
    assert (TODAY - timedelta(days=3)).isoformat() in page.heading_label.text()


@pytest.mark.parametrize(("width", "columns"), [(1366, 2), (1024, 1)])
def test_one_or_two_columns(office: TestOffice, page: HomePage, width: int, columns: int) -> None:
    office.screen.go("home", YESTERDAY)
    office.window.resize(width, 720)
    office.press("Tab")
    cards = page._cards.mapTo(page, QPoint(0, 0)).x()
    todo = page._todo_card.mapTo(page, QPoint(0, 0)).x()
    assert (todo > cards + 400) is (columns == 2)
    for card in page.cards.values():
        assert not any(line.is_shortened() for line in card.lines)
        assert card.value.fontMetrics().horizontalAdvance(card.value.text()) <= card.value.width()


def test_the_day_is_a_file(office: TestOffice, page: HomePage, tmp_path: Path) -> None:
    from tests.support.places import choose_place

    office.screen.go("home", YESTERDAY)
    office.press("Ctrl+E")
    assert page.files.kind_dialog is not None
    page.files.kind_dialog.kinds[".pdf"].setChecked(True)
    page.files.kind_dialog.accept()
    assert page.files.place_dialog is not None
    choose_place(page.files.place_dialog, tmp_path / "day.pdf")
    assert (tmp_path / "day.pdf").read_bytes().startswith(b"%PDF-")


def test_hours_follow_the_shops_day() -> None:
    assert in_order([23, 1, 22], 4) == [22, 23, 0, 1]
    assert in_order([7, 9, 9], 4) == [7, 8, 9]
    assert in_order([], 4) == []
