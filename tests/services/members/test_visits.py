"""Visits kept by the postings are those that the sales say."""

from __future__ import annotations

import itertools
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.services.checkout.values import PostedSale
from app.services.members.view import MemberView
from app.services.members.visits import (
    UnitKind,
    VisitNote,
    VisitRow,
    VisitUnit,
    is_wholly_refunded,
    kept_visits,
    note_visit,
    recompute_visits,
    unit_of,
)
from app.values.ids import new_id
from app.values.quantity import Quantity
from tests.support.goods import Stocked, stock_shop
from tests.support.shop import make_shop

ONE = Quantity.of(1)
_PHONES = (f"138{count:08d}" for count in itertools.count(1))


@pytest.fixture
def stocked(tmp_path: Path) -> Stocked:
    return stock_shop(make_shop(tmp_path))


def kept(stocked: Stocked) -> tuple[VisitRow, ...]:
    """The visits, which are always those that the sales say."""
    with stocked.shop.store.read() as read:
        rows = kept_visits(read)
        assert rows == recompute_visits(read)
    return rows


def test_a_household_comes_before_a_company_before_a_person() -> None:
    member, household, company = new_id(), new_id(), new_id()
    assert unit_of(member_id=member) == VisitUnit(UnitKind.MEMBER, member)
    assert unit_of(member_id=member, company_id=company) == VisitUnit(UnitKind.COMPANY, company)
    everything = unit_of(member_id=member, household_id=household, company_id=company)
    assert everything == VisitUnit(UnitKind.HOUSEHOLD, household)
    assert unit_of(member_id=None) is None


def test_two_sales_on_a_day_are_one_visit(stocked: Stocked) -> None:
    member = stocked.enrol()
    stocked.sell(("water", 3), member=member)
    stocked.sell(("noodles", 1), member=member)
    [visit] = kept(stocked)
    assert visit.unit == VisitUnit(UnitKind.MEMBER, member.member_id)
    assert (visit.business_date, visit.sale_count, visit.net_minor) == (date(2026, 1, 5), 2, 600 + 1690)


def test_a_sale_after_midnight_belongs_to_the_evening_before(stocked: Stocked) -> None:
    member = stocked.enrol()
    stocked.sell(("water", 1), member=member)
    stocked.shop.clock.tick(timedelta(hours=17))
    stocked.sell(("water", 1), member=member)
    assert [row.sale_count for row in kept(stocked)] == [2]


def test_nobody_named_is_no_visit(stocked: Stocked) -> None:
    stocked.sell(("water", 1))
    assert kept(stocked) == ()


def test_a_refund_in_part_leaves_the_visit(stocked: Stocked) -> None:
    sale = stocked.sell(("water", 3), member=stocked.enrol())
    stocked.refund(sale, (1, ONE))
    assert [(row.sale_count, row.net_minor) for row in kept(stocked)] == [(1, 400)]


def test_a_sale_wholly_refunded_days_later_was_no_visit(stocked: Stocked) -> None:
    sale = stocked.sell(("water", 2), ("noodles", 1), member=stocked.enrol())
    stocked.shop.clock.tick(timedelta(days=3))
    stocked.refund(sale, (1, ONE))
    stocked.refund(sale, (2, ONE))
    with stocked.shop.store.read() as read:
        assert not is_wholly_refunded(read, sale.sale_id)
    stocked.refund(sale, (1, ONE))
    with stocked.shop.store.read() as read:
        assert is_wholly_refunded(read, sale.sale_id)
    assert [(row.business_date, row.sale_count, row.net_minor) for row in kept(stocked)] == [(date(2026, 1, 5), 0, 0)]


def test_a_note_for_nobody_writes_nothing(stocked: Stocked) -> None:
    with stocked.shop.store.act(stocked.shop.cashier, "note") as uow:
        note_visit(uow, VisitNote(uow.business_date, 1, 100))
        assert kept_visits(uow) == ()


def test_a_visit_that_no_sale_explains_is_seen(stocked: Stocked) -> None:
    with stocked.shop.store.act(stocked.shop.cashier, "note") as uow:
        note_visit(uow, VisitNote(uow.business_date, 1, 100, member_id=new_id()))
        uow.commit()
    with stocked.shop.store.read() as read:
        assert kept_visits(read) != recompute_visits(read)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_any_history_of_sales_and_refunds_keeps_the_visits(stocked: Stocked, data: st.DataObject) -> None:
    people: list[MemberView | None] = [None, stocked.enrol(next(_PHONES)), stocked.enrol(next(_PHONES))]
    open_sales: list[tuple[PostedSale, dict[int, int]]] = []
    for _ in range(data.draw(st.integers(1, 8), label="steps")):
        stocked.shop.clock.tick(timedelta(hours=data.draw(st.integers(0, 40), label="hours")))
        if open_sales and data.draw(st.booleans(), label="refund"):
            at = data.draw(st.integers(0, len(open_sales) - 1), label="which sale")
            sale, left = open_sales[at]
            line = data.draw(st.sampled_from(sorted(left)), label="which line")
            pieces = data.draw(st.integers(1, left[line]), label="pieces")
            stocked.refund(sale, (line, Quantity.of(pieces)))
            left[line] -= pieces
            if not left[line]:
                del left[line]
            if not left:
                del open_sales[at]
        else:
            who = data.draw(st.integers(0, 2), label="who")
            waters, noodles = data.draw(st.tuples(st.integers(1, 4), st.integers(1, 2)), label="pieces sold")
            sold = stocked.sell(("water", waters), ("noodles", noodles), member=people[who])
            open_sales.append((sold, {1: waters, 2: noodles}))
    kept(stocked)
