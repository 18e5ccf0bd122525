"""Leave by PIN at the desk: one action, and wrong PINs that count against the one who asks."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from app.models.audit import AuditEvent
from app.models.organisation import Staff
from app.services.catalogue.drafts import ProductDraft
from app.services.catalogue.edit import add_product
from app.services.checkout.desk import Desk
from app.services.checkout.session import CheckoutSession
from app.services.common.actor import Actor, Permission, Role
from app.services.common.permissions import GrantNeeded, NobodySignedIn, NoLongerHere, require
from app.services.settings import declared
from app.services.settings.service import change_setting
from app.services.shifts.cash import note_no_sale
from app.services.staff.founding import nobody_at
from app.services.staff.people import StaffDraft, add_staff, close_staff
from app.services.staff.pins import match_pin
from app.services.staff.sign_in import (
    FORGOTTEN_AFTER,
    LONGEST_PAUSE,
    GrantResult,
    SignInPaused,
    WrongPin,
    make_grant,
    note_grant,
    pins_for_grant,
    sign_in,
)
from app.values.errors import UserError
from app.values.ids import Id
from app.values.money import Money
from tests.support.shop import CASHIER_PIN, OWNER_PIN, QUICK_HASHING, Shop, make_shop

WRONG = "000001"
CODES = ("6907992512105", "6900873042720", "6921168509256")


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    return make_shop(tmp_path)


def ask(
    shop: Shop, pin: str = WRONG, permission: Permission = Permission.OPEN_DRAWER, *, asker: Actor | None = None
) -> GrantResult:
    with shop.store.act(asker or shop.cashier, "grant") as uow:
        result = make_grant(uow, pin, permission)
        uow.commit()
    return result


def guess(shop: Shop, times: int, *, asker: Actor | None = None) -> UserError | None:
    return [ask(shop, asker=asker) for _ in range(times)][-1].problem


def hire(shop: Shop, name: str, role: Role, pin: str) -> Id:
    with shop.store.act(shop.owner, "staff") as uow:
        staff_id = add_staff(uow, StaffDraft(name, role, pin), hashing=QUICK_HASHING)
        uow.commit()
    return staff_id


def second_cashier(shop: Shop) -> Actor:
    return replace(shop.cashier, staff_id=hire(shop, "小张", Role.CASHIER, "610382"), staff_name="小张")


def audits(shop: Shop, action: str) -> list[AuditEvent]:
    with shop.store.read() as read:
        found = select(AuditEvent.__table__).where(AuditEvent.action == action).order_by(AuditEvent.journal_seq)
        return list(read.connection.execute(found))  # type: ignore[arg-type]


def enters(shop: Shop, staff_id: Id | None, pin: str) -> UserError | None:
    assert staff_id is not None
    with shop.store.act(nobody_at(shop.till), "sign_in") as uow:
        result = sign_in(uow, staff_id, pin)
        uow.commit()
    return result.problem


def at_desk(shop: Shop) -> tuple[Desk, CheckoutSession]:
    """A desk with the cashier before it, and a basket of three articles."""
    with shop.store.act(shop.owner, "goods") as uow:
        for code in CODES:
            add_product(uow, ProductDraft(code, codes=(code,), price=Money(5990)))
        uow.commit()
    desk = Desk(shop.store, hashing=QUICK_HASHING)
    desk.take_place(shop.cashier)
    session = CheckoutSession(shop.store, shop.cashier)
    for code in CODES:
        session.scan(code)
    return desk, session


# One action


def test_one_pin_changes_one_price(shop: Shop) -> None:
    desk, session = at_desk(shop)
    grant = desk.grant(OWNER_PIN, Permission.CHANGE_PRICE)
    session.change_price(1, Money(1), grant)
    for line_id in (2, 3):
        with pytest.raises(GrantNeeded):
            session.change_price(line_id, Money(1), grant)

    assert session.view.priced.total == Money(1 + 2 * 5990)
    assert [(row.staff_id, row.granted_by) for row in audits(shop, "price_changed")] == [
        (shop.cashier.staff_id, shop.owner.staff_id)
    ]


def test_an_unused_pin_changes_no_price_three_days_later(shop: Shop) -> None:
    desk, session = at_desk(shop)
    grant = desk.grant(OWNER_PIN, Permission.CHANGE_PRICE)
    shop.clock.tick(timedelta(days=3))
    with pytest.raises(GrantNeeded):
        session.change_price(1, Money(1), grant)


def test_the_leave_is_of_the_one_who_stood_there_when_the_pin_was_typed(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The check takes a while in a worker; the till may be handed over meanwhile."""
    other = second_cashier(shop)
    desk, session = at_desk(shop)

    def slow(*given: object) -> Id | None:
        desk.take_place(other)
        return shop.owner.staff_id

    monkeypatch.setattr("app.services.checkout.desk.match_pin", slow)
    grant = desk.grant(OWNER_PIN, Permission.CHANGE_PRICE)

    assert grant.asked_by == shop.cashier.staff_id
    session.actor = other
    with pytest.raises(GrantNeeded):
        session.change_price(1, Money(1), grant)


def test_a_grant_is_one_action_and_one_row_with_both_names(shop: Shop) -> None:
    granted = ask(shop, OWNER_PIN).grant
    assert granted is not None
    assert (granted.granted_by, granted.granted_by_name) == (shop.owner.staff_id, "王老板")

    with shop.store.act(shop.cashier, "no_sale", grant=granted) as uow:
        note_no_sale(uow, "换零钱")
        uow.commit()

    rows = audits(shop, "no_sale")
    assert [(row.staff_id, row.granted_by) for row in rows] == [(shop.cashier.staff_id, shop.owner.staff_id)]
    assert audits(shop, "grant_given") == []
    with pytest.raises(GrantNeeded), shop.store.act(shop.cashier, "no_sale") as uow:
        note_no_sale(uow)  # the next action needs a grant of its own


def test_a_grant_is_good_for_its_permission_only(shop: Shop) -> None:
    granted = ask(shop, OWNER_PIN, Permission.OPEN_DRAWER).grant

    with shop.store.act(shop.cashier, "settings", grant=granted) as uow:
        require(uow, Permission.OPEN_DRAWER)
        with pytest.raises(GrantNeeded):
            require(uow, Permission.EDIT_SETTINGS)


def test_somebody_the_owner_closed_sells_nothing_more(shop: Shop) -> None:
    """Though nobody signed them out; the basket is kept for the next one."""
    desk, session = at_desk(shop)
    shift = desk.open_shift(Money(10_000))
    session.actor = desk.actor
    with shop.store.act(shop.owner, "staff") as uow:
        assert shop.cashier.staff_id is not None
        close_staff(uow, shop.cashier.staff_id)
        uow.commit()

    with pytest.raises(NoLongerHere):
        session.pay(session.plan().with_cash())
    with pytest.raises(NoLongerHere):
        desk.pay_out(Money(100), "换零钱")
    with pytest.raises(NoLongerHere):
        desk.close_shift(Money(10_000))
    session.actor = replace(shop.owner, shift_id=shift.shift_id)
    assert session.pay(session.plan().with_cash()).total == Money(3 * 5990)


# Whose PIN


def test_a_cashiers_pin_grants_nothing(shop: Shop) -> None:
    result = ask(shop, CASHIER_PIN)

    assert result.grant is None
    assert isinstance(result.problem, WrongPin)
    (row,) = audits(shop, "grant_refused")
    assert (row.staff_id, row.subject_id) == (shop.cashier.staff_id, shop.owner.staff_id)
    assert json.loads(row.detail) == {"permission": "open_drawer", "times": 1, "why": "wrong PIN"}


def test_any_owner_may_grant_or_just_the_one_chosen(shop: Shop) -> None:
    second = hire(shop, "王太太", Role.OWNER, "610382")

    granted = ask(shop, "610382").grant
    assert granted is not None
    assert granted.granted_by_name == "王太太"
    with shop.store.act(shop.cashier, "grant") as uow:
        assert make_grant(uow, "610382", Permission.OPEN_DRAWER, staff_id=shop.owner.staff_id).grant is None
        assert make_grant(uow, "610382", Permission.OPEN_DRAWER, staff_id=second).grant is not None


def test_the_slow_part_of_a_grant_is_apart(shop: Shop) -> None:
    with shop.store.read() as read:
        pins = pins_for_grant(read, Permission.CHANGE_PRICE)
    matched = match_pin(pins, OWNER_PIN)
    with shop.store.act(shop.cashier, "grant") as uow:
        assert note_grant(uow, pins, matched, Permission.CHANGE_PRICE).grant is not None

    assert [pin.name for pin in pins] == ["王老板"]


def test_an_owner_who_left_while_the_pin_was_checked_grants_nothing(shop: Shop) -> None:
    second = hire(shop, "王太太", Role.OWNER, "610382")
    with shop.store.read() as read:
        pins = pins_for_grant(read, Permission.CHANGE_PRICE)
    with shop.store.act(shop.owner, "staff") as uow:
        close_staff(uow, second)
        uow.commit()
    with shop.store.act(shop.cashier, "grant") as uow:
        assert isinstance(note_grant(uow, pins, second, Permission.CHANGE_PRICE).problem, WrongPin)


def test_a_file_without_an_owner_grants_nothing(shop: Shop) -> None:
    with shop.store.act(shop.cashier, "grant") as uow:
        assert isinstance(note_grant(uow, (), None, Permission.CHANGE_PRICE).problem, WrongPin)


@pytest.mark.parametrize("pin", [OWNER_PIN, WRONG])
def test_nobody_can_ask_for_leave(shop: Shop, pin: str) -> None:
    with shop.store.act(nobody_at(shop.till), "grant") as uow, pytest.raises(NobodySignedIn):
        make_grant(uow, pin, Permission.OPEN_DRAWER)


# Wrong PINs


def test_guesses_never_touch_an_owners_own_sign_in(shop: Shop) -> None:
    second = hire(shop, "王太太", Role.OWNER, "610382")
    for _ in range(12):
        guess(shop, 1)
        shop.clock.tick(LONGEST_PAUSE)

    with shop.store.read() as read:
        kept = read.connection.execute(select(Staff.failed_attempts, Staff.locked_until)).all()
    assert {tuple(row) for row in kept} == {(0, None)}
    assert enters(shop, shop.owner.staff_id, OWNER_PIN) is None
    assert enters(shop, second, "610382") is None


def test_guesses_count_against_the_asker_and_pause_their_asking(shop: Shop) -> None:
    assert [type(guess(shop, 1)) for _ in range(5)] == [WrongPin] * 4 + [SignInPaused]

    assert isinstance(ask(shop, OWNER_PIN).problem, SignInPaused)
    assert enters(shop, shop.cashier.staff_id, CASHIER_PIN) is None
    shop.clock.tick(timedelta(seconds=60))
    assert ask(shop, OWNER_PIN).grant is not None


def test_the_refusal_says_how_many_are_left(shop: Shop) -> None:
    lefts = [problem.params["left"] for problem in (guess(shop, 1) for _ in range(4)) if problem]

    assert lefts == [4, 3, 2, 1]


def test_one_askers_pause_is_not_anothers(shop: Shop) -> None:
    guess(shop, 5)

    assert ask(shop, OWNER_PIN, asker=second_cashier(shop)).grant is not None


def test_an_askers_pauses_double_up_to_an_hour(shop: Shop) -> None:
    guess(shop, 4)
    lengths = []
    for _ in range(9):
        problem = guess(shop, 1)
        assert isinstance(problem, SignInPaused)
        lengths.append(problem.params["seconds"])
        shop.clock.tick(LONGEST_PAUSE)

    assert lengths == [60, 120, 240, 480, 960, 1920, 3600, 3600, 3600]


def test_asking_during_a_pause_does_not_lengthen_it(shop: Shop) -> None:
    guess(shop, 15)
    shop.clock.tick(timedelta(seconds=60))

    assert ask(shop, OWNER_PIN).grant is not None
    assert len(audits(shop, "grant_refused")) == 15


def test_the_right_pin_forgets_the_wrong_ones_and_says_so(shop: Shop) -> None:
    guess(shop, 4)
    ask(shop, OWNER_PIN)

    assert isinstance(guess(shop, 4), WrongPin)
    (row,) = audits(shop, "grant_given")
    assert (row.staff_id, row.subject_id) == (shop.cashier.staff_id, shop.owner.staff_id)
    assert json.loads(row.detail) == {"permission": "open_drawer", "times": 0}


def test_an_askers_pause_survives_a_restart(shop: Shop) -> None:
    guess(shop, 5)
    shop.database.reopen()

    assert isinstance(ask(shop, OWNER_PIN).problem, SignInPaused)


def test_wrong_pins_of_long_ago_are_forgotten(shop: Shop) -> None:
    guess(shop, 4)
    shop.clock.tick(FORGOTTEN_AFTER + timedelta(seconds=1))

    problem = guess(shop, 1)
    assert isinstance(problem, WrongPin)
    assert problem.params == {"left": 4}


def test_a_clock_that_was_wrong_pauses_nobody_for_years(shop: Shop) -> None:
    guess(shop, 5)
    shop.clock.tick(timedelta(days=-3650))

    assert ask(shop, OWNER_PIN).grant is not None


def test_the_owner_may_choose_how_strict(shop: Shop) -> None:
    with shop.store.act(shop.owner, "settings") as uow:
        change_setting(uow, declared.LOCK_ATTEMPTS.key, 3)
        change_setting(uow, declared.LOCK_SECONDS.key, 600)
        uow.commit()

    problem = guess(shop, 3)
    assert isinstance(problem, SignInPaused)
    assert problem.params == {"seconds": 600}


def test_an_owner_paused_at_sign_in_can_still_give_leave(shop: Shop) -> None:
    """Somebody else's wrong PINs at the sign-in must not take the owner's word from them at the till."""
    for _ in range(5):
        enters(shop, shop.owner.staff_id, WRONG)

    assert ask(shop, OWNER_PIN).grant is not None
    assert isinstance(enters(shop, shop.owner.staff_id, OWNER_PIN), SignInPaused)
