"""A day's figures: by hand, against the Z reports, beside other weeks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.services.catalogue.drafts import ProductDraft
from app.services.catalogue.names import set_category_margin
from app.services.checkout.values import SaleRules
from app.services.payments.plan import CashRule, TenderKind
from app.services.reports.day_figures import DayFigures, figures_of_day, share
from app.services.reports.today import DaySummary, change, summarise_day
from app.services.settings.service import change_setting
from app.services.shifts.figures import ShiftFigures, TaxSum, TenderSum, Totals
from app.values.money import ZERO, Money
from app.values.quantity import Quantity
from app.values.rates import Rate
from tests.services.reports.history import History
from tests.support.goods import stock_shop
from tests.support.shop import ZONE, make_shop

MONDAY = date(2026, 1, 5)


def summary(history: History, day: date = MONDAY) -> DaySummary:
    with history.look() as read:
        return summarise_day(read, day)


def play_worked_day(history: History) -> None:
    """The day of docs/reports.md: cash rounded to 0.10."""
    history.stocked.rules = SaleRules(cash=CashRule(step=10))
    li = history.stocked.enrol()
    history.at("2026-01-05 09:10")
    history.sell(("apples", Quantity(735)), ("water", 2), member=li)  # 8.09 + 4.00, cash 12.10
    history.at("2026-01-05 09:50")
    history.sell(("milk", 1), other=(TenderKind.WECHAT, 99_999))  # 59.90
    history.at("2026-01-06 01:30")
    sale = history.sell(("noodles", 1), ("water", 1), by=history.shop.owner)  # 18.90
    history.refund(sale, (2, 1))  # -2.00


def test_the_worked_day(history: History) -> None:
    play_worked_day(history)
    history.at("2026-01-06 12:00")
    day = summary(history).day

    assert (day.sales.count, day.refunds.count) == (3, 1)
    assert day.turnover == Money(1_209 + 5_990 + 1_890 - 200)
    assert (day.takings, day.rounding) == (Money(8_890), Money(-1))
    assert day.tenders == (
        TenderSum("cash", 2, Money(3_100), 1, Money(-200)),
        TenderSum("wechat", 1, Money(5_990), 0, ZERO),
    )
    assert [(hour.hour, hour.sale_count, hour.turnover.minor) for hour in day.hours] == [(9, 2, 7_199), (1, 1, 1_690)]
    assert [(who.name, who.sale_count, who.refund_count, who.turnover.minor) for who in day.cashiers] == [
        ("小李", 2, 0, 7_199),
        ("王老板", 1, 1, 1_690),
    ]
    assert day.average_basket == Money(3_030)  # 90.89 / 3 = 30.2966...
    assert (day.item_count, day.items_a_basket) == (1 + 2 + 1 + 2, Quantity.of(2))
    assert (day.member_sales_share, day.member_turnover_share) == (Rate(3_333), Rate(1_360))
    # Tax of 13 % is inside: 12.09 has 1.39, 59.90 has 6.89, 18.90 has 2.17, 2.00 back has 0.23.
    assert (day.sales.tax + day.refunds.tax).minor == 139 + 689 + 217 - 23
    assert [tax.base.minor for tax in day.taxes] == [8_889 - 1_022]


def test_the_margin_of_the_worked_day(history: History) -> None:
    play_worked_day(history)
    margin = summary(history).day.margin

    # Known: two waters of 2.00, one milk of 59.90; the third water came back. Without tax 4.00 - 0.46 and 59.90 - 6.89.
    assert margin.known == Money(354 + 5_301)
    assert margin.cost == Money(2 * 120 + 4_500)
    assert margin.unknown == Money(7_867 - 5_655)
    assert (margin.estimated, margin.estimated_lines, margin.unknown_lines) == (ZERO, 0, 2)
    assert margin.amount == Money(5_655 - 4_740)
    assert margin.rate == Rate(1_618)
    assert margin.known_share == Rate(7_188)


def test_costs_from_a_category_are_marked_and_told(history: History) -> None:
    """One article's category has a margin when it is sold, the other's gets one later."""
    history.add_goods("cake", ProductDraft("蛋糕", codes=("6900000000014",), price=Money(1_130), category="面包"))
    history.sell(("cake", 1))
    before = summary(history).day.margin
    assert (before.unknown, before.unknown_lines, before.rate) == (Money(1_000), 1, None)

    history.do(lambda uow: set_category_margin(uow, "面包", Rate(2_500)), history.shop.owner)
    after = summary(history).day.margin
    assert (after.estimated, after.estimated_lines, after.unknown) == (Money(1_000), 1, ZERO)
    assert after.cost == Money(848)  # 11.30 on the shelf less a quarter, 8.475
    history.stocked.add("cake2", ProductDraft("大蛋糕", codes=("6900000000021",), price=Money(1_130), category="面包"))
    sold = history.sell(("cake2", 1))
    assert summary(history).day.margin.cost == Money(848 + 848)
    history.refund(sold)
    assert summary(history).day.margin == replace(after, estimated_lines=3)
    assert after.known_share == Rate(0)


def test_a_running_day_is_held_against_the_same_hours(history: History) -> None:
    for weeks in (1, 2, 3):
        day = MONDAY + timedelta(days=7 * (4 - weeks))
        for hour, pieces in ((9, weeks), (11, 10), (23, 100)):
            history.at(f"{day} {hour:02d}:30")
            history.sell(("water", pieces))
    today = MONDAY + timedelta(days=28)
    history.at(f"{today} 10:00")
    history.sell(("water", 5))
    running = summary(history, today)

    assert running.until == history.shop.clock.now()
    assert (running.day.turnover, running.last_week.turnover) == (Money(1_000), Money(200))
    assert running.turnover_change == Rate(40_000)
    assert running.mean is not None
    assert (running.mean.days, running.mean.turnover, running.mean.sale_count) == (3, Money(400), 1)

    history.at(f"{today + timedelta(days=1)} 10:00")
    over = summary(history, today)
    assert over.until is None
    assert over.last_week.turnover == Money(200 + 2_000 + 20_000)
    assert over.mean is not None
    assert over.mean.turnover == Money(400 + 22_000)
    assert over.mean.average_basket == Money(7_467)


def test_the_night_after_belongs_to_the_running_day(history: History) -> None:
    history.at("2026-01-05 23:00")
    history.sell(("water", 1))
    history.at("2026-01-06 01:00")
    history.sell(("water", 2))
    history.at("2026-01-06 03:00")
    history.sell(("water", 4))
    history.at("2026-01-13 02:00")  # the 12th still runs; last week counts up to two in the night
    running = summary(history, date(2026, 1, 12))
    assert running.until is not None
    assert running.last_week.turnover == Money(600)


def test_summer_time_moves_no_hour(history: History) -> None:
    """By the shop's clock: ten in the morning a week before the change is ten in the morning."""
    history.do(lambda uow: change_setting(uow, "shop.zone", "Europe/Berlin"), history.shop.owner)
    from zoneinfo import ZoneInfo

    berlin = ZoneInfo("Europe/Berlin")
    history.shop.store.day = replace(history.shop.store.day, zone=berlin)
    for hour in (9, 11):
        history.shop.clock.at = datetime(2026, 3, 23, hour, 30, tzinfo=berlin)
        history.sell(("water", hour))
    history.shop.clock.at = datetime(2026, 3, 30, 10, 0, tzinfo=berlin)
    running = summary(history, date(2026, 3, 30))
    assert running.last_week.turnover == Money(1_800)
    assert [hour.hour for hour in running.last_week.hours] == [9]


def test_an_empty_day_divides_by_nothing(history: History) -> None:
    empty = summary(history, date(2025, 1, 1))
    assert empty.day == DayFigures(date(2025, 1, 1), None)
    assert (empty.mean, empty.turnover_change) == (None, None)
    day = empty.day
    assert (day.average_basket, day.items_a_basket, day.member_sales_share, day.margin.rate) == (None,) * 4


def test_shares_and_changes() -> None:
    assert (share(1, 3), share(2, 3), share(5, 0), share(1, -5)) == (Rate(3_333), Rate(6_667), None, None)
    assert (change(150, 100), change(50, 100), change(5, 0), change(-50, 100)) == (
        Rate(5_000), Rate(-5_000), None, Rate(-15_000),
    )  # fmt: skip


def test_one_till_of_all(history: History) -> None:
    history.sell(("water", 1))
    with history.look() as read:
        mine = summarise_day(read, MONDAY, till=history.shop.till.till_id)
        other = summarise_day(read, MONDAY, till=history.shop.till.shop_id)
    assert (mine.day.turnover, other.day.turnover) == (Money(200), ZERO)


steps = st.tuples(
    st.sampled_from(["sell", "sell", "sell", "refund", "part", "shift"]),
    st.lists(
        st.tuples(st.sampled_from(["water", "noodles", "apples", "milk"]), st.integers(1, 4)), min_size=1, max_size=3
    ),
    st.booleans(),
    st.sampled_from([TenderKind.CASH, TenderKind.CARD, TenderKind.WECHAT]),
    st.integers(1, 40),
)


@given(play=st.lists(steps, min_size=1, max_size=14))
@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_day_is_the_sum_of_its_z_reports(
    tmp_path_factory: pytest.TempPathFactory, play: list[tuple[str, list[tuple[str, int]], bool, TenderKind, int]]
) -> None:
    history = History(stock_shop(make_shop(tmp_path_factory.mktemp("day"))))
    history.stocked.rules = SaleRules(cash=CashRule(step=10))
    member = history.stocked.enrol()
    closed, sold = [], []
    for what, lines, is_member, tender, minutes in play:
        history.shop.clock.tick(timedelta(minutes=minutes))
        if what == "shift":
            closed.append(history.close().figures)
            history.open()
        elif what == "sell" or not sold:
            other = None if tender is TenderKind.CASH else (tender, 1_500)
            sold.append(history.sell(*lines, member=member if is_member else None, other=other))
        elif what == "refund":
            history.refund(sold.pop())
        elif sold[-1].lines[0].quantity.milli > 1_000:
            history.refund(sold.pop(), (1, 1))
    closed.append(history.close().figures)
    with history.look() as read:
        day = figures_of_day(read, MONDAY, ZONE)
    assert day.sales == added([figures.sales for figures in closed])
    assert day.refunds == added([figures.refunds for figures in closed])
    assert tenders_of([day]) == tenders_of(closed)
    assert taxes_of([day]) == taxes_of(closed)
    # And the ways of adding the day up agree among themselves.
    assert Money.total(tender.amount for tender in day.tenders) == day.takings == day.turnover - day.rounding
    assert Money.total(hour.turnover for hour in day.hours) == day.turnover
    assert Money.total(who.turnover for who in day.cashiers) == day.turnover
    assert sum(hour.sale_count for hour in day.hours) == day.sales.count
    margin = day.margin
    assert margin.known + margin.estimated + margin.unknown == Money.total(tax.base for tax in day.taxes)
    history.shop.close()


def added(totals: list[Totals]) -> Totals:
    names = ("gross", "discount", "net", "tax", "total", "rounding", "paid")
    return Totals(
        sum(each.count for each in totals),
        *(Money.total(getattr(each, name) for each in totals) for name in names),
    )


def tenders_of(reports: list[DayFigures] | list[ShiftFigures]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for report in reports:
        for tender in report.tenders:
            so_far = found.setdefault(tender.kind, [0, 0, 0, 0])
            new = (tender.sale_count, tender.sale_amount.minor, tender.refund_count, tender.refund_amount.minor)
            found[tender.kind] = [old + more for old, more in zip(so_far, new, strict=True)]
    return found


def taxes_of(reports: list[DayFigures] | list[ShiftFigures]) -> dict[str, tuple[int, int]]:
    found: dict[str, tuple[int, int]] = {}
    taxes: list[TaxSum] = [tax for report in reports for tax in report.taxes]
    for tax in taxes:
        base, amount = found.get(tax.tax_class, (0, 0))
        found[tax.tax_class] = (base + tax.base.minor, amount + tax.tax.minor)
    return found
