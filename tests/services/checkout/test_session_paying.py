"""Holding, paying, refunding and printing again through the session, as the screen does it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app.services.checkout.drafts import MOST_HELD, TooManyHeld
from app.services.checkout.posted import NoSuchReceipt
from app.services.checkout.session import CheckoutSession, NothingHeld, NothingToHold
from app.services.common.actor import Permission
from app.services.common.permissions import GrantNeeded
from app.services.common.topics import Topic
from app.services.common.uow import CommitUnknown
from app.services.payments.plan import TenderKind
from app.services.receipts.queue import JobState
from app.values import failpoints
from app.values.errors import StoreError
from app.values.money import Money
from tests.support.commits import commit_fails
from tests.support.goods import Stocked, stock_shop
from tests.support.sessions import owners_grant, restarted, rows
from tests.support.shop import make_shop
from tests.support.tables import changed_tables, dump_tables

WATER, MILK, UNPRICED = "6921168509256", "6907992512105", "6920907800173"


@pytest.fixture
def stocked(tmp_path: Path) -> Iterator[Stocked]:
    made = stock_shop(make_shop(tmp_path))
    yield made
    failpoints.listen(None)
    made.shop.close()


@pytest.fixture
def session(stocked: Stocked) -> CheckoutSession:
    return CheckoutSession(stocked.shop.store, stocked.shop.cashier)


# Holding


def test_hold_and_recall_in_one_key_each(session: CheckoutSession) -> None:
    session.scan(WATER)
    held = session.hold()
    assert (held.held_count, held.priced.lines) == (1, ())

    back = session.recall()
    assert (back.held_count, back.priced.total) == (0, Money(200))


def test_recalling_puts_the_open_basket_aside(session: CheckoutSession) -> None:
    session.scan(WATER)
    session.hold("red coat")
    session.scan(MILK)
    (waiting,) = session.held()
    view = session.recall(waiting.basket_key)

    assert (view.priced.total, view.held_count) == (Money(200), 1)
    assert [(held.total, held.line_count) for held in session.held()] == [(Money(5990), 1)]


def test_a_held_basket_keeps_its_key_so_that_it_sells_once(session: CheckoutSession) -> None:
    session.scan(WATER)
    key = session.view.priced.basket.key
    session.hold()

    assert session.recall().priced.basket.key == key


def test_nothing_to_hold_or_recall_is_said(session: CheckoutSession) -> None:
    with pytest.raises(NothingToHold):
        session.hold()
    with pytest.raises(NothingHeld):
        session.recall()


def test_the_list_of_held_baskets_has_an_end(session: CheckoutSession) -> None:
    for _ in range(MOST_HELD):
        session.scan(WATER)
        session.hold()
    session.scan(WATER)
    with pytest.raises(TooManyHeld):
        session.hold()
    assert session.view.priced.total == Money(200)


def test_held_baskets_survive_a_restart(session: CheckoutSession) -> None:
    session.scan(WATER)
    session.hold()

    assert restarted(session).view.held_count == 1


# Paying


def test_paying_leaves_a_fresh_basket_and_the_last_sale(stocked: Stocked, session: CheckoutSession) -> None:
    session.scan(MILK)
    session.name_member(stocked.enrol().member_id)
    posted = session.pay(session.plan().with_cash(Money(10_000)))

    view = session.view
    assert (posted.change, view.last, view.member) == (Money(5010), posted, None)
    assert (view.priced.basket.is_empty, view.can_undo, view.recovered) == (True, False, False)
    assert rows(session, "SELECT count(*) FROM basket_draft") == [(0,)]
    assert restarted(session).view.last == posted


def test_the_recovered_basket_sells_once(session: CheckoutSession) -> None:
    """odoo 125037, 60939, 203431: paid orders and open ones were lost with the power."""
    shown = session.scan(WATER).view
    again = restarted(session)

    assert (again.view.priced, again.view.recovered) == (shown.priced, True)
    posted = again.pay(again.plan().with_cash())
    assert posted.number == "T1-000001"
    assert not restarted(again).view.recovered


def test_a_recovered_basket_keeps_its_member(stocked: Stocked, session: CheckoutSession) -> None:
    session.scan(MILK)
    session.name_member(stocked.enrol().member_id)
    view = restarted(session).view

    assert view.member is not None
    assert view.priced.total == Money(4990)


def test_a_full_disk_keeps_the_basket(session: CheckoutSession) -> None:
    session.scan(MILK)
    before, shown = dump_tables(session.store.database), session.view
    plan = session.plan().with_cash()
    with full_disk(session), pytest.raises(StoreError) as told:
        session.pay(plan)

    assert told.value.kind == "SQLITE_FULL"
    assert session.view == shown
    assert changed_tables(before, dump_tables(session.store.database)) == set()
    assert session.pay(plan).number == "T1-000001"


class full_disk:  # noqa: N801 - reads as a statement
    """The file may not grow any more."""

    def __init__(self, session: CheckoutSession) -> None:
        self._writer = session.store.database.writer

    def __enter__(self) -> None:
        ((used,),) = self._pragma("page_count")
        self._pragma(f"max_page_count = {used}")

    def __exit__(self, *_: object) -> None:
        self._pragma("max_page_count = 1073741823")

    def _pragma(self, words: str) -> list[Any]:
        connection = self._writer.raw_connection()
        try:
            return list(connection.driver_connection.execute(f"PRAGMA {words}").fetchall())  # type: ignore[union-attr]
        finally:
            connection.close()


def test_a_commit_that_raised_but_took_effect_is_a_sale(session: CheckoutSession) -> None:
    """POSNext 50: a retry made a second invoice."""
    heard: list[frozenset[Topic]] = []
    session.scan(WATER)
    session.store.committed = heard.append
    with commit_fails(session.store.database, took_effect=True):
        posted = session.pay(session.plan().with_cash())

    assert posted.number == "T1-000001"
    assert session.view.priced.basket.is_empty
    assert Topic.PRINTING in heard[-1]
    assert rows(session, "SELECT count(*) FROM sale") == [(1,)]


def test_a_commit_that_failed_keeps_the_basket_and_says_that_nothing_was_stored(session: CheckoutSession) -> None:
    shown = session.scan(WATER).view
    plan = session.plan().with_cash()
    with (
        commit_fails(session.store.database, took_effect=False),
        pytest.raises(StoreError, match="Nothing was stored") as told,
    ):
        session.pay(plan)

    assert not isinstance(told.value, CommitUnknown)
    assert session.view == shown
    assert session.pay(plan).number == "T1-000001"


def test_a_refund_whose_commit_raised_is_found_by_its_key(session: CheckoutSession) -> None:
    session.scan(WATER)
    sale = session.open_refund(session.pay(session.plan().with_cash()).number)
    with commit_fails(session.store.database, took_effect=True):
        first = session.refund(sale, sale.whole)
    again = session.refund(sale, sale.whole)

    assert first.number == again.number == "T1-000002"


# After sales


def test_a_refund_by_its_code(session: CheckoutSession) -> None:
    session.scan(WATER)
    number = session.pay(session.plan().with_cash()).number
    sale = session.open_refund(number)
    quote = session.quote_refund(sale, sale.whole)
    refund = session.refund(sale, sale.whole, TenderKind.CASH)

    assert (quote.total, refund.total) == (Money(200), Money(-200))
    assert session.refresh_last().last == refund


def test_a_code_that_is_no_receipt_is_told(session: CheckoutSession) -> None:
    with pytest.raises(NoSuchReceipt, match="T1-000009"):
        session.open_refund("t1-000009")


def test_a_reprint_is_written_down(session: CheckoutSession) -> None:
    session.scan(WATER)
    posted = session.pay(session.plan().with_cash())
    session.reprint()

    assert rows(session, "SELECT action, subject_id FROM audit_event WHERE action = 'reprint'") == [
        ("reprint", posted.sale_id)
    ]
    assert session.receipt_preview().meta.number == posted.number


def test_opening_the_drawer_needs_a_grant_and_is_logged(stocked: Stocked, session: CheckoutSession) -> None:
    with pytest.raises(GrantNeeded):
        session.open_drawer()
    session.open_drawer(owners_grant(stocked, Permission.OPEN_DRAWER))

    assert rows(session, "SELECT granted_by FROM audit_event WHERE action = 'no_sale'") == [
        (stocked.shop.owner.staff_id,)
    ]
    assert rows(session, "SELECT kind, state FROM print_job") == [("drawer", JobState.QUEUED.value)]


def test_a_session_follows_who_stands_at_the_till(stocked: Stocked, session: CheckoutSession) -> None:
    session.scan(MILK)
    session.actor = replace(stocked.shop.owner)

    assert session.change_price(1, Money(1)).priced.total == Money(1)
