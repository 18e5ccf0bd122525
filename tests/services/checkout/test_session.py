"""The sale screen's partner: every action either changes the basket and stores it, or changes nothing."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.services.checkout.drafts import open_basket
from app.services.checkout.post import NotSellable
from app.services.checkout.session import CheckoutSession
from app.services.checkout.session_errors import BadPrice
from app.services.checkout.session_values import ScanKind
from app.services.common.actor import Permission
from app.services.common.permissions import GrantNeeded
from app.values import failpoints
from app.values.barcode import make_scale_label
from app.values.errors import StoreError
from app.values.money import Money
from app.values.quantity import ONE, Quantity
from tests.support.commits import commit_fails
from tests.support.goods import Stocked, stock_shop
from tests.support.sessions import owners_grant, rows
from tests.support.shop import make_shop

WATER, MILK, UNPRICED = "6921168509256", "6907992512105", "6920907800173"


class StoppedHere(Exception):
    """A test's own failure."""


@pytest.fixture
def stocked(tmp_path: Path) -> Iterator[Stocked]:
    made = stock_shop(make_shop(tmp_path))
    yield made
    failpoints.listen(None)
    made.shop.close()


@pytest.fixture
def session(stocked: Stocked) -> CheckoutSession:
    return CheckoutSession(stocked.shop.store, stocked.shop.cashier)


# Scanning


def test_a_product_adds_a_line_and_again_one_more(session: CheckoutSession) -> None:
    first, second = session.scan(WATER), session.scan(WATER)

    assert (first.kind, first.line_id, second.line_id) == (ScanKind.ITEM, 1, 1)
    assert second.view.priced.total == Money(400)


def test_full_width_digits_are_the_same_code(session: CheckoutSession) -> None:
    assert session.scan("６９２１１６８５０９２５６\n").kind is ScanKind.ITEM


def test_nothing_is_nothing(session: CheckoutSession) -> None:
    assert session.scan("  \r\n").kind is ScanKind.NOTHING
    assert session.view.priced.basket.is_empty


def test_an_unknown_code_is_a_red_row_that_blocks_payment(session: CheckoutSession) -> None:
    session.scan(WATER)
    result = session.scan("4711")

    assert (result.kind, result.view.priced.basket.unknown[0].code) == (ScanKind.UNKNOWN, "4711")
    with pytest.raises(NotSellable):
        session.plan()
    session.scan(WATER)  # further scans are still taken
    session.remove(result.line_id)
    assert session.plan().total == Money(400)


def test_a_member_card_names_the_member(stocked: Stocked, session: CheckoutSession) -> None:
    member = stocked.enrol()
    ((code,),) = rows(session, "SELECT code FROM card")
    result = session.scan(code)

    assert result.kind is ScanKind.MEMBER
    assert result.view.member is not None
    assert result.view.member.member_id == member.member_id


def test_our_own_receipt_is_offered_for_a_refund(session: CheckoutSession) -> None:
    session.scan(WATER)
    number = session.pay(session.plan().with_cash()).number
    result = session.scan(number.lower())

    assert result.kind is ScanKind.RECEIPT
    assert result.receipt is not None
    assert result.receipt.number == number
    assert result.view.priced.basket.is_empty


def test_a_receipt_code_that_is_not_ours_is_an_unknown_code(session: CheckoutSession) -> None:
    assert session.scan("T9-000001").kind is ScanKind.UNKNOWN


def test_a_scale_label_needs_no_key(session: CheckoutSession) -> None:
    result = session.scan(make_scale_label("00012", 808))

    assert (result.kind, result.view.priced.total) == (ScanKind.ITEM, Money(808))
    assert result.view.priced.is_sellable


def test_a_weighed_article_asks_for_its_weight(stocked: Stocked, session: CheckoutSession) -> None:
    result = session.choose(stocked.items["apples"].sale_unit_id)
    assert result.kind is ScanKind.NEEDS_WEIGHT
    with pytest.raises(NotSellable):
        session.plan()

    assert session.type_weight(result.line_id, Quantity(735)).priced.total == Money(809)


def test_a_typed_quantity_counts_for_the_next_scan_only(session: CheckoutSession) -> None:
    session.set_pending(Quantity.of(6))
    first, second = session.scan(WATER), session.scan(MILK)

    assert first.view.priced.lines[0].quantity == Quantity.of(6)
    assert first.view.pending_quantity is None
    assert second.view.priced.lines[1].quantity == ONE


def test_a_price_check_adds_nothing(session: CheckoutSession) -> None:
    item = session.check_price(WATER)

    assert item is not None
    assert item.price == Money(200)
    assert session.check_price("4711") is None
    assert session.view.priced.basket.is_empty


# Lines


def test_undo_goes_back_one_change_at_a_time(session: CheckoutSession) -> None:
    session.scan(WATER)
    session.scan(MILK)
    session.set_quantity(1, Quantity.of(5))
    session.remove(2)

    assert [line.line.line_id for line in session.undo().priced.lines] == [1, 2]
    assert session.undo().priced.lines[0].quantity == ONE
    assert len(session.undo().priced.lines) == 1
    last = session.undo()
    assert (last.priced.lines, last.can_undo) == ((), False)
    assert session.undo().priced.lines == ()


def test_undo_takes_back_a_member_too(stocked: Stocked, session: CheckoutSession) -> None:
    session.scan(MILK)
    named = session.name_member(stocked.enrol().member_id)
    assert named.priced.total == Money(4990)

    undone = session.undo()
    assert (undone.member, undone.priced.total) == (None, Money(5990))


def test_steps_to_none_remove(session: CheckoutSession) -> None:
    session.scan(WATER)

    assert session.step(1, +1).priced.lines[0].quantity == Quantity.of(2)
    session.step(1, -1)
    assert session.step(1, -1).priced.lines == ()


def test_a_removed_line_is_written_down_with_what_it_was_worth(session: CheckoutSession) -> None:
    session.scan(MILK)
    session.remove(1)

    assert rows(session, "SELECT action, amount_minor FROM audit_event WHERE action = 'line_removed'") == [
        ("line_removed", 5990)
    ]


def test_every_change_is_stored_before_it_is_shown(session: CheckoutSession) -> None:
    changes = (
        lambda: session.scan(WATER).view,
        lambda: session.scan("4711").view,
        lambda: session.step(1, 1),
        lambda: session.remove(2),
        session.undo,
    )
    for change in changes:
        shown = change()
        with session.store.read() as read:
            assert open_basket(read, session.actor.till_id) == shown.priced.basket


def test_a_change_that_cannot_be_stored_is_not_shown(session: CheckoutSession) -> None:
    session.scan(WATER)
    before = session.view

    def stop(name: str) -> None:
        if name == "uow.before_commit":
            raise StoppedHere

    failpoints.listen(stop)
    for change in (
        lambda: session.scan(MILK),
        lambda: session.remove(1),
        lambda: session.step(1, 1),
        lambda: session.set_quantity(1, Quantity.of(9)),
        session.undo,
        session.hold,
    ):
        with pytest.raises(StoppedHere):
            change()
        assert session.view == before
    failpoints.listen(None)
    assert session.undo().priced.lines == ()


# Prices


def test_another_price_needs_a_grant_and_names_both(stocked: Stocked, session: CheckoutSession) -> None:
    """POS-Awesome 152: the void log named one person only."""
    session.scan(MILK)
    with pytest.raises(GrantNeeded) as asked:
        session.change_price(1, Money(5000))
    assert asked.value.permission is Permission.CHANGE_PRICE
    assert session.view.priced.total == Money(5990)

    session.change_price(1, Money(5000), owners_grant(stocked, Permission.CHANGE_PRICE))
    found = rows(
        session, "SELECT staff_id, granted_by, amount_minor, detail FROM audit_event WHERE action = 'price_changed'"
    )
    assert [row[:3] for row in found] == [(stocked.shop.cashier.staff_id, stocked.shop.owner.staff_id, -990)]
    assert json.loads(found[0][3]) == {"before": 5990, "after": 5000}


def test_a_grant_is_good_for_one_action(stocked: Stocked, session: CheckoutSession) -> None:
    """POS-Awesome 152: the manager's PIN stuck."""
    session.scan(MILK)
    session.change_price(1, Money(5000), owners_grant(stocked, Permission.CHANGE_PRICE))
    with pytest.raises(GrantNeeded):
        session.change_price(1, Money(1))


def test_a_grant_for_something_else_does_not_help(stocked: Stocked, session: CheckoutSession) -> None:
    session.scan(MILK)
    with pytest.raises(GrantNeeded):
        session.change_price(1, Money(1), owners_grant(stocked, Permission.REFUND_OVER_LIMIT))


@pytest.mark.parametrize("minor", [-1, 10_000_001])
def test_a_price_nobody_would_mean_is_refused(session: CheckoutSession, minor: int) -> None:
    session.scan(MILK)
    with pytest.raises(BadPrice):
        session.change_price(1, Money(minor))
    with pytest.raises(BadPrice):
        session.give_first_price(1, Money(minor))


def test_the_first_price_is_asked_once_and_kept(stocked: Stocked, session: CheckoutSession) -> None:
    result = session.scan(UNPRICED)
    assert result.kind is ScanKind.NEEDS_PRICE
    with pytest.raises(GrantNeeded):
        session.give_first_price(result.line_id, Money(350))

    view = session.give_first_price(result.line_id, Money(350), owners_grant(stocked, Permission.SET_MISSING_PRICE))
    assert (view.priced.total, view.priced.is_sellable) == (Money(350), True)
    assert session.scan(UNPRICED).view.priced.total == Money(700)
    session.pay(session.plan().with_cash())
    assert session.scan(UNPRICED).kind is ScanKind.ITEM


# Members


def test_enrolling_names_the_new_member(session: CheckoutSession) -> None:
    session.scan(MILK)
    view = session.enrol("13912345678")

    assert view.member is not None
    assert (view.member.points_this_sale, view.priced.total) == (49, Money(4990))
    assert "13912345678" not in str(view.member)


def test_a_member_is_found_by_the_last_four(stocked: Stocked, session: CheckoutSession) -> None:
    member = stocked.enrol("13912345678")

    assert [found.member_id for found in session.find_members("5678")] == [member.member_id]


def test_a_member_who_could_not_be_stored_is_not_shown(stocked: Stocked, session: CheckoutSession) -> None:
    member = stocked.enrol()
    session.scan(MILK)
    with commit_fails(session.store.database, took_effect=False), pytest.raises(StoreError):
        session.name_member(member.member_id)
    assert session.view.member is None

    session.name_member(member.member_id)
    with commit_fails(session.store.database, took_effect=False), pytest.raises(StoreError):
        session.forget_member()
    assert session.view.member is not None


def test_forgetting_a_member_takes_the_prices_back(stocked: Stocked, session: CheckoutSession) -> None:
    session.scan(MILK)
    session.name_member(stocked.enrol().member_id)

    assert session.forget_member().priced.total == Money(5990)
