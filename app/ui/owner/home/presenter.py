"""What the owner's home says: a day beside other days, and what waits to be done. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Protocol

from app.services.backup.health import BackupHealth, backup_health
from app.services.catalogue.listing import GoodsFilter, count_goods
from app.services.common.uow import Reader
from app.services.inventory.listing import StockFilter, StockShow, list_stock
from app.services.inventory.lots import expiring_lots
from app.services.receipts.queue import offered_jobs
from app.services.reports.desk import DayFilter, Reports
from app.services.reports.sale_filter import KindFilter, SaleFilter
from app.services.reports.today import DaySummary, change
from app.services.staff.set_up import set_up_steps
from app.ui.kit.jobs import Report
from app.ui.owner.context import OfficeContext
from app.ui.owner.days import today_of
from app.values.money import Money
from app.values.rates import Rate

Value = Money | Rate | int | None
EXPIRING_DAYS = 14


class FigureKey(StrEnum):
    """The figures of a day, in their order."""

    TURNOVER = "turnover"
    SALES = "sales"
    BASKET = "basket"
    MARGIN = "margin"
    REFUNDS = "refunds"
    MEMBERS = "members"


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of the day.

    Attributes:
        last_week, mean: The same on the same weekday; None where there is nothing to compare with.
        change: Against last week.
        beside: What must be said with it: what came in, the margin rate, the number of refunds.
        known: For the margin: the share of the turnover whose cost is known.
        rows: The sales behind it.
    """

    key: FigureKey
    value: Value
    rows: SaleFilter
    last_week: Value = None
    mean: Value = None
    change: Rate | None = None
    beside: Value = None
    known: Rate | None = None


class TodoKind(StrEnum):
    """What may wait to be done, in the order in which it is shown."""

    DOUBTFUL_PAPER = "doubtful_paper"
    SET_UP = "set_up"
    BACKUP = "backup"
    KEY_PAPER = "key_paper"
    NO_PRICE = "no_price"
    OUT = "out"
    LOW = "low"
    EXPIRING = "expiring"


@dataclass(frozen=True, slots=True)
class Todo:
    """One thing that waits, or stands well.

    Attributes:
        count: Of what; 0 where it is not counted.
        at: When it last went well.
        is_well: Nothing to do: it is said so that nobody has to look.
        page, subject: Where its rows are.
    """

    kind: TodoKind
    page: str
    subject: object = None
    count: int = 0
    at: datetime | None = None
    is_well: bool = False


@dataclass(frozen=True, slots=True)
class HomeState:
    """Everything that the home shows."""

    summary: DaySummary
    figures: tuple[Figure, ...]
    todos: tuple[Todo, ...]


class HomeScreen(Protocol):
    """The home as its presenter sees it."""

    def show_state(self, state: HomeState) -> None:
        """Show a day."""
        ...


class HomePresenter:
    """Which day is shown; reads it on the worker.

    Attributes:
        day: The chosen day; None is always today's.
    """

    def __init__(self, context: OfficeContext, screen: HomeScreen) -> None:
        self._context, self._screen = context, screen
        self.day: date | None = None
        self._asked = 0

    def show(self, day: date | None) -> None:
        """Choose a day; one that has not come yet is today's."""
        self.day = day if day is None or day < self.today() else None
        self.read()

    def step(self, days: int) -> None:
        """So many days earlier (below zero) or later."""
        self.show((self.day or self.today()) + timedelta(days=days))

    def today(self) -> date:
        """The business date of this moment."""
        return today_of(self._context.office.store)

    def read(self) -> None:
        """Read the chosen day again; an answer about another one is dropped."""
        self._asked += 1
        asked, day = self._asked, self.day

        def then(state: HomeState) -> None:
            if asked == self._asked:
                self._screen.show_state(state)

        self._context.reading.run(lambda report: self._state(day, report), then=then, failed=self._context.tell)

    def _state(self, day: date | None, report: Report) -> HomeState:
        del report
        store = self._context.office.store
        summary = Reports(store, self._context.actor).day(DayFilter(day) if day is not None else None)
        health = backup_health(store)
        with self._context.read() as read:
            todos = read_todos(read, health, self._context)
        return HomeState(summary, figures_of(summary), todos)


def figures_of(summary: DaySummary) -> tuple[Figure, ...]:
    """The six figures of a day."""
    day, week, mean = summary.day, summary.last_week, summary.mean
    on_day = summary.business_date
    rows = SaleFilter(from_date=on_day, until_date=on_day)
    sales = SaleFilter(from_date=on_day, until_date=on_day, kind=KindFilter.SALE)
    refunds = SaleFilter(from_date=on_day, until_date=on_day, kind=KindFilter.REFUND)
    was_open = bool(week.sales.count or week.refunds.count)
    return (
        Figure(
            FigureKey.TURNOVER,
            day.turnover,
            rows,
            week.turnover if was_open else None,
            mean.turnover if mean else None,
            summary.turnover_change,
            beside=day.takings,
        ),
        Figure(
            FigureKey.SALES,
            day.sales.count,
            sales,
            week.sales.count if was_open else None,
            mean.sale_count if mean else None,
            change(day.sales.count, week.sales.count),
        ),
        Figure(
            FigureKey.BASKET,
            day.average_basket,
            sales,
            week.average_basket,
            mean.average_basket if mean else None,
            _changed(day.average_basket, week.average_basket),
        ),
        Figure(
            FigureKey.MARGIN,
            day.margin.amount,
            rows,
            week.margin.amount if was_open else None,
            mean.margin if mean else None,
            _changed(day.margin.amount, week.margin.amount),
            beside=day.margin.rate,
            known=day.margin.known_share,
        ),
        Figure(
            FigureKey.REFUNDS,
            day.refunds.total,
            refunds,
            week.refunds.total if was_open else None,
            beside=day.refunds.count,
        ),
        Figure(FigureKey.MEMBERS, day.member_turnover_share, rows, week.member_turnover_share, beside=day.member_sales),
    )


def _changed(now: Money | None, before: Money | None) -> Rate | None:
    return change(now.minor, before.minor) if now is not None and before is not None else None


def read_todos(read: Reader, health: BackupHealth, context: OfficeContext) -> tuple[Todo, ...]:
    """What waits; what is well is left out, but for the backup, which must be seen to be well."""
    papers = offered_jobs(read, context.actor.till_id)
    first_sale = next((paper.sale_id for paper in papers if paper.sale_id is not None), None)
    steps = set_up_steps(read, context.settings())
    found = (
        Todo(TodoKind.DOUBTFUL_PAPER, "sales" if first_sale else "", first_sale, len(papers)),
        Todo(TodoKind.SET_UP, "set_up", count=sum(not step.done for step in steps)),
        Todo(TodoKind.NO_PRICE, "goods", "filter:no_price", count_goods(read, GoodsFilter(no_price=True))),
        Todo(TodoKind.OUT, "on_hand", StockShow.OUT.value, _stock(read, StockShow.OUT)),
        Todo(TodoKind.LOW, "on_hand", StockShow.LOW.value, _stock(read, StockShow.LOW)),
        Todo(TodoKind.EXPIRING, "expiring", None, len(expiring_lots(read, EXPIRING_DAYS))),
    )
    waiting = [todo for todo in found if todo.count]
    at = health.last_good.at if health.last_good else None
    waiting.append(Todo(TodoKind.BACKUP, "backup", at=at, is_well=at is not None and not health.is_too_old))
    if health.needs_key_paper:
        waiting.append(Todo(TodoKind.KEY_PAPER, "backup"))
    return tuple(sorted(waiting, key=lambda todo: (todo.is_well, list(TodoKind).index(todo.kind))))


def _stock(read: Reader, show: StockShow) -> int:
    """How many articles; one row is read, all are counted."""
    return list_stock(read, StockFilter(show), limit=1).total or 0
