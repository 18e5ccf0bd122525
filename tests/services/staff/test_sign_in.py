"""Signing in and the pause after wrong PINs."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from app.models.audit import AuditEvent
from app.models.organisation import Staff
from app.services.common.actor import Role
from app.services.settings import declared
from app.services.settings.service import change_setting
from app.services.staff.founding import nobody_at
from app.services.staff.people import close_staff
from app.services.staff.pins import PinTooEasy, check_pin
from app.services.staff.sign_in import (
    LONGEST_PAUSE,
    SignInPaused,
    SignInResult,
    WrongPin,
    change_own_pin,
    note_sign_in,
    pause_left,
    pin_of,
    sign_in,
)
from app.values.clock import ManualClock
from app.values.errors import UserError
from app.values.ids import Id, new_id
from tests.support.shop import CASHIER_PIN, OWNER_PIN, QUICK_HASHING, Shop, make_shop


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    return make_shop(tmp_path)


def try_pin(shop: Shop, pin: str, staff_id: Id | None = None) -> SignInResult:
    wanted = staff_id or shop.cashier.staff_id
    assert wanted is not None
    with shop.store.act(nobody_at(shop.till), "sign_in") as uow:
        result = sign_in(uow, wanted, pin)
        uow.commit()
    return result


def audits(shop: Shop, action: str) -> list[AuditEvent]:
    with shop.store.read() as read:
        found = select(AuditEvent.__table__).where(AuditEvent.action == action).order_by(AuditEvent.journal_seq)
        return list(read.connection.execute(found))  # type: ignore[arg-type]


def fail(shop: Shop, times: int) -> SignInResult:
    return [try_pin(shop, "000001") for _ in range(times)][-1]


def test_the_right_pin_signs_in(shop: Shop) -> None:
    result = try_pin(shop, CASHIER_PIN)

    assert result.problem is None
    assert result.actor == shop.cashier
    assert [row.staff_id for row in audits(shop, "signed_in")] == [shop.cashier.staff_id]


def test_the_actor_keeps_the_shift_of_the_till(shop: Shop) -> None:
    shift_id = new_id()
    with shop.store.act(nobody_at(shop.till, shift_id=shift_id), "sign_in") as uow:
        assert shop.owner.staff_id is not None
        actor = sign_in(uow, shop.owner.staff_id, OWNER_PIN).actor

    assert actor is not None
    assert (actor.shift_id, actor.role) == (shift_id, Role.OWNER)


def test_a_wrong_pin_is_refused_counted_and_audited(shop: Shop) -> None:
    result = try_pin(shop, OWNER_PIN)

    assert result.actor is None
    assert isinstance(result.problem, WrongPin)
    assert str(result.problem) == "This PIN is not right. After 4 more wrong ones there is a pause."
    refused = audits(shop, "sign_in_refused")
    assert [(row.subject_id, row.staff_id) for row in refused] == [(shop.cashier.staff_id, None)]


def test_five_wrong_pins_make_a_pause_that_even_the_right_pin_waits_for(shop: Shop) -> None:
    paused = fail(shop, 5)

    assert isinstance(paused.problem, SignInPaused)
    assert paused.problem.params == {"seconds": 60}
    assert isinstance(try_pin(shop, CASHIER_PIN).problem, SignInPaused)
    shop.clock.tick(timedelta(seconds=59.5))
    left = try_pin(shop, CASHIER_PIN).problem
    assert isinstance(left, SignInPaused)
    assert left.params == {"seconds": 1}
    shop.clock.tick(timedelta(seconds=1))
    assert try_pin(shop, CASHIER_PIN).actor == shop.cashier


def test_pauses_double_up_to_an_hour(shop: Shop) -> None:
    fail(shop, 4)
    lengths = []
    for _ in range(9):
        problem = fail(shop, 1).problem
        assert isinstance(problem, SignInPaused)
        lengths.append(problem.params["seconds"])
        shop.clock.tick(LONGEST_PAUSE)

    assert lengths == [60, 120, 240, 480, 960, 1920, 3600, 3600, 3600]


def test_attempts_during_a_pause_do_not_lengthen_it(shop: Shop) -> None:
    fail(shop, 5)
    fail(shop, 10)
    shop.clock.tick(timedelta(seconds=60))

    assert try_pin(shop, CASHIER_PIN).actor == shop.cashier
    assert len(audits(shop, "sign_in_refused")) == 15


def test_the_right_pin_forgets_the_wrong_ones(shop: Shop) -> None:
    fail(shop, 4)
    try_pin(shop, CASHIER_PIN)

    problem = fail(shop, 1).problem
    assert isinstance(problem, WrongPin)
    assert problem.params == {"left": 4}


def test_the_pause_survives_a_restart(shop: Shop) -> None:
    fail(shop, 5)
    shop.database.reopen()

    assert isinstance(try_pin(shop, CASHIER_PIN).problem, SignInPaused)


def test_the_owner_may_choose_how_strict(shop: Shop) -> None:
    with shop.store.act(shop.owner, "settings") as uow:
        change_setting(uow, declared.LOCK_ATTEMPTS.key, 3)
        change_setting(uow, declared.LOCK_SECONDS.key, 600)
        uow.commit()

    problem = fail(shop, 3).problem
    assert isinstance(problem, SignInPaused)
    assert problem.params == {"seconds": 600}


def test_one_persons_pause_is_not_anothers(shop: Shop) -> None:
    fail(shop, 5)

    assert try_pin(shop, OWNER_PIN, shop.owner.staff_id).actor == shop.owner


def test_a_clock_that_was_wrong_locks_nobody_for_years(shop: Shop) -> None:
    fail(shop, 5)
    shop.clock.tick(timedelta(days=-3650))  # the pause was written by a clock ten years ahead

    assert try_pin(shop, CASHIER_PIN).actor == shop.cashier


def test_pause_left() -> None:
    now = ManualClock().now()

    assert pause_left(None, now) == timedelta(0)
    assert pause_left(now, now) == timedelta(0)
    assert pause_left(now + timedelta(seconds=5), now) == timedelta(seconds=5)
    assert pause_left(now + LONGEST_PAUSE * 2, now) == timedelta(0)


def test_somebody_who_left_is_answered_like_a_wrong_pin(shop: Shop) -> None:
    assert shop.cashier.staff_id is not None
    with shop.store.act(shop.owner, "staff") as uow:
        close_staff(uow, shop.cashier.staff_id)
        uow.commit()

    for staff_id in (shop.cashier.staff_id, new_id()):
        problem = try_pin(shop, CASHIER_PIN, staff_id).problem
        assert isinstance(problem, WrongPin)
        assert problem.params == {"left": 4}
        with shop.store.read() as read:
            # An empty hash is checked against a stand-in, as slowly as a real one.
            assert pin_of(read, staff_id).pin_hash == ""


def test_the_slow_part_is_apart(shop: Shop) -> None:
    assert shop.cashier.staff_id is not None
    with shop.store.read() as read:
        pin = pin_of(read, shop.cashier.staff_id)
    right = check_pin(pin.pin_hash, CASHIER_PIN)  # in a worker, without a transaction
    with shop.store.act(nobody_at(shop.till), "sign_in") as uow:
        assert note_sign_in(uow, pin.staff_id, right=right).actor == shop.cashier


def test_an_attempt_is_forgotten_only_if_the_caller_does_not_commit(shop: Shop) -> None:
    """Why a wrong PIN is an answer and no exception."""
    assert shop.cashier.staff_id is not None
    with shop.store.act(nobody_at(shop.till), "sign_in") as uow:
        sign_in(uow, shop.cashier.staff_id, "000001")

    with shop.store.read() as read:
        failed = read.connection.execute(
            select(Staff.failed_attempts).where(Staff.id == shop.cashier.staff_id)
        ).scalar_one()
    assert failed == 0


def own_pin(shop: Shop, old: str, new: str) -> UserError | None:
    with shop.store.act(shop.cashier, "own_pin") as uow:
        problem = change_own_pin(uow, old, new, hashing=QUICK_HASHING)
        uow.commit()
    return problem


def test_a_cashier_changes_their_own_pin(shop: Shop) -> None:
    assert own_pin(shop, CASHIER_PIN, "736150") is None

    assert try_pin(shop, "736150").actor == shop.cashier
    assert isinstance(try_pin(shop, CASHIER_PIN).problem, WrongPin)
    assert len(audits(shop, "pin_changed")) == 1


def test_the_old_pin_must_be_right_and_counts(shop: Shop) -> None:
    assert isinstance(own_pin(shop, "000001", "736150"), WrongPin)
    assert try_pin(shop, CASHIER_PIN).actor == shop.cashier
    for _ in range(4):
        own_pin(shop, "000001", "736150")
    assert isinstance(own_pin(shop, "000001", "736150"), SignInPaused)


def test_the_new_pin_must_be_good(shop: Shop) -> None:
    with pytest.raises(PinTooEasy):
        own_pin(shop, CASHIER_PIN, "888888")


def test_nobody_has_no_pin_to_change(shop: Shop) -> None:
    with shop.store.act(nobody_at(shop.till), "own_pin") as uow:
        assert isinstance(change_own_pin(uow, CASHIER_PIN, "736150"), WrongPin)
