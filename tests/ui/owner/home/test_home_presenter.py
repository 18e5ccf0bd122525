"""Figures beside other days, and what waits; plain Python."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import update

from app.models.printing import PrintJob
from app.services.backup.health import BackupHealth, backup_health
from app.services.backup.state import GoodBackup
from app.services.checkout.desk import Desk
from app.services.common.office import Office
from app.services.receipts.queue import JobState
from app.services.reports.desk import DayFilter, Reports
from app.services.reports.sale_filter import KindFilter
from app.services.staff.set_up import SetUpKey, settle_step
from app.ui.kit.bus import ChangeBus
from app.ui.kit.keys import KeyMap
from app.ui.kit.scan_filter import ScanFilter
from app.ui.kit.words import Words
from app.ui.owner.context import OfficeContext
from app.ui.owner.home.presenter import (
    FigureKey,
    HomePresenter,
    HomeState,
    TodoKind,
    figures_of,
    read_todos,
)
from app.values.money import Money
from app.values.rates import Rate
from tests.support.demo_week import YESTERDAY, demo_shop
from tests.support.goods import Stocked, stock_shop
from tests.support.jobs import RunNow
from tests.support.prompter import FakePrompter
from tests.support.shop import QUICK_HASHING, make_shop
from tests.support.stockroom import Stockroom

MONDAY = date(2026, 1, 5)


class Screen:
    """Remembers what was shown."""

    def __init__(self) -> None:
        self.states: list[HomeState] = []

    def show_state(self, state: HomeState) -> None:
        """Remember it."""
        self.states.append(state)


@pytest.fixture
def stocked(tmp_path: Path) -> Iterator[Stocked]:
    made = stock_shop(make_shop(tmp_path))
    yield made
    made.shop.close()


def context_of(stocked: Stocked) -> OfficeContext:
    shop = stocked.shop
    desk = Desk(shop.store, hashing=QUICK_HASHING)
    desk.take_place(shop.owner)
    office = Office(shop.store, lambda: desk.actor)
    run = RunNow()
    return OfficeContext(office, desk, Words(), run, run, ChangeBus(), FakePrompter(), KeyMap.default(), ScanFilter())


@pytest.fixture
def context(stocked: Stocked, qapp: object) -> OfficeContext:
    del qapp
    return context_of(stocked)


def health(context: OfficeContext, **changes: object) -> BackupHealth:
    return replace(backup_health(context.office.store), **changes)  # type: ignore[arg-type]


def test_a_day_beside_the_same_weekday(stocked: Stocked) -> None:
    clock, member = stocked.shop.clock, stocked.enrol()
    stocked.sell(("water", 10))  # 20.00, cost 12.00, a week before
    clock.tick(timedelta(days=7, minutes=1))
    kept = stocked.sell(("water", 5), member=member)  # 10.00
    stocked.sell(("apples", 2))  # 22.00, no cost
    stocked.refund(kept, (1, kept.lines[0].quantity))
    summary = Reports(stocked.shop.store, stocked.shop.owner).day()
    found = {figure.key: figure for figure in figures_of(summary)}

    turnover, sales, basket = found[FigureKey.TURNOVER], found[FigureKey.SALES], found[FigureKey.BASKET]
    assert (turnover.value, turnover.last_week, turnover.mean) == (Money(2_200), Money(2_000), Money(2_000))
    assert (turnover.change, turnover.beside) == (Rate(1_000), Money(2_200))
    assert (sales.value, sales.last_week, sales.change) == (2, 1, Rate(10_000))
    assert (basket.value, basket.last_week) == (Money(1_600), Money(2_000))
    margin = found[FigureKey.MARGIN]
    assert (margin.value, margin.beside, margin.known) == (Money(0), None, Rate(0))
    assert margin.last_week == Money(2_000 - 230 - 1_200)
    assert (found[FigureKey.REFUNDS].value, found[FigureKey.REFUNDS].beside) == (Money(-1_000), 1)
    assert (found[FigureKey.MEMBERS].value, found[FigureKey.MEMBERS].beside) == (Rate(0), 1)


def test_each_figure_knows_its_rows(stocked: Stocked) -> None:
    stocked.sell(("water", 1))
    summary = Reports(stocked.shop.store, stocked.shop.owner).day()
    for figure in figures_of(summary):
        assert (figure.rows.from_date, figure.rows.until_date) == (MONDAY, MONDAY)
    kinds = {figure.key: figure.rows.kind for figure in figures_of(summary)}
    assert kinds[FigureKey.REFUNDS] is KindFilter.REFUND
    assert kinds[FigureKey.SALES] is KindFilter.SALE


def test_without_a_week_before_nothing_is_compared(stocked: Stocked) -> None:
    stocked.sell(("water", 1))
    for figure in figures_of(Reports(stocked.shop.store, stocked.shop.owner).day()):
        assert (figure.last_week, figure.mean, figure.change) == (None, None, None)


def test_what_waits_in_a_new_shop(context: OfficeContext) -> None:
    with context.read() as read:
        todos = {todo.kind: todo for todo in read_todos(read, health(context), context)}

    assert todos[TodoKind.NO_PRICE].count == 1  # the biscuits
    assert (todos[TodoKind.NO_PRICE].page, todos[TodoKind.NO_PRICE].subject) == ("goods", "filter:no_price")
    assert todos[TodoKind.SET_UP].count == 4
    assert (todos[TodoKind.BACKUP].is_well, todos[TodoKind.BACKUP].at) == (False, None)
    assert set(todos) == {TodoKind.NO_PRICE, TodoKind.SET_UP, TodoKind.BACKUP}


def test_what_was_sold_below_zero_is_out_and_low(stocked: Stocked, context: OfficeContext) -> None:
    stocked.sell(("water", 3))
    with context.read() as read:
        todos = {todo.kind: todo for todo in read_todos(read, health(context), context)}
    assert (todos[TodoKind.OUT].count, todos[TodoKind.OUT].subject) == (1, "out")
    assert (todos[TodoKind.LOW].count, todos[TodoKind.LOW].subject) == (1, "low")


def test_what_expires_soon_waits(stocked: Stocked, context: OfficeContext) -> None:
    room = Stockroom(stocked)
    room.receive(replace(room.line("milk", 4, 18_000), lot_code="L1", expires_on=MONDAY + timedelta(days=10)))
    room.receive(replace(room.line("water", 4, 480), lot_code="L2", expires_on=MONDAY + timedelta(days=100)))
    with context.read() as read:
        todos = {todo.kind: todo for todo in read_todos(read, health(context), context)}
    assert (todos[TodoKind.EXPIRING].count, todos[TodoKind.EXPIRING].page) == (1, "expiring")


def test_a_paper_in_doubt_waits_first_and_leads_to_its_sale(stocked: Stocked, context: OfficeContext) -> None:
    sale = stocked.sell(("water", 1))
    with stocked.shop.store.action(stocked.shop.owner, "doubt") as uow:
        of_sale = update(PrintJob).where(PrintJob.sale_id == sale.sale_id)
        uow.connection.execute(of_sale.values(state=JobState.UNKNOWN.value, sent_at=uow.now))
    with context.read() as read:
        first = read_todos(read, health(context), context)[0]
    assert (first.kind, first.count, first.page, first.subject) == (TodoKind.DOUBTFUL_PAPER, 1, "sales", sale.sale_id)


def test_steps_that_were_settled_wait_no_longer(context: OfficeContext) -> None:
    with context.action("set_up") as uow:
        settle_step(uow, SetUpKey.SCANNER)
    with context.read() as read:
        todos = {todo.kind: todo for todo in read_todos(read, health(context), context)}
    assert todos[TodoKind.SET_UP].count == 3


def test_a_good_backup_is_said_and_stands_last(context: OfficeContext) -> None:
    good = GoodBackup(context.office.store.clock.now(), "a.backup", 1, 1, "key")
    with context.read() as read:
        fresh = read_todos(read, health(context, last_good=good, is_too_old=False), context)
        old = read_todos(read, health(context, last_good=good, is_too_old=True, needs_key_paper=True), context)

    assert (fresh[-1].kind, fresh[-1].is_well, fresh[-1].at) == (TodoKind.BACKUP, True, good.at)
    kinds = [todo.kind for todo in old]
    assert not any(todo.is_well for todo in old)
    assert kinds == sorted(kinds, key=list(TodoKind).index)
    assert TodoKind.KEY_PAPER in kinds


def test_the_chosen_day_never_lies_ahead(context: OfficeContext) -> None:
    screen = Screen()
    presenter = HomePresenter(context, screen)
    chosen: list[date | None] = []
    for step in (-1, 1, 1):
        presenter.step(step)
        chosen.append(presenter.day)
    presenter.show(date(2030, 1, 1))
    chosen.append(presenter.day)

    assert chosen == [MONDAY - timedelta(days=1), None, None, None]
    assert [state.summary.business_date for state in screen.states] == [MONDAY - timedelta(days=1), *[MONDAY] * 3]
    assert screen.states[-1].summary.until is not None


def test_an_answer_about_another_day_is_dropped(context: OfficeContext) -> None:
    late: list[tuple[object, object]] = []

    class Later:
        """Keeps every answer back."""

        def run(self, work: object, *, then: object, failed: object, uses_db: bool = True) -> object:
            del failed, uses_db
            late.append((work, then))
            return None

    screen = Screen()
    presenter = HomePresenter(replace(context, reading=Later()), screen)  # type: ignore[arg-type]
    presenter.show(date(2026, 1, 1))
    presenter.show(None)
    for work, then in reversed(late):
        then(work(None))  # type: ignore[operator]

    assert [state.summary.business_date for state in screen.states] == [MONDAY]


def test_the_demo_day_is_the_report_of_that_day(tmp_path: Path, qapp: object) -> None:
    del qapp
    stocked = demo_shop(tmp_path)
    summary = Reports(stocked.shop.store, stocked.shop.owner).day(DayFilter(YESTERDAY))
    found = {figure.key: figure for figure in figures_of(summary)}
    assert found[FigureKey.TURNOVER].value == summary.day.turnover
    assert found[FigureKey.MARGIN].known == summary.day.margin.known_share
    assert found[FigureKey.MARGIN].known is not None
    stocked.shop.close()
