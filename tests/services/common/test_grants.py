"""A grant is leave for one action: of one person, at one till, within two minutes, once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from app.models.audit import AuditEvent
from app.services.common import audit
from app.services.common.actor import Actor, Grant, Permission, Role
from app.services.common.grants import GRANT_LASTS, GrantRegister
from app.services.common.permissions import GrantNeeded, require
from app.services.common.uow import CommitUnknown
from app.services.staff.people import StaffDraft, add_staff, close_staff
from app.values.errors import StoreError, UserError
from app.values.ids import Id, new_id
from tests.support.commits import commit_fails
from tests.support.grants import forged_leave, owners_leave
from tests.support.shop import QUICK_HASHING, Shop, make_shop

WANTED = Permission.CHANGE_PRICE


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    return make_shop(tmp_path)


def use(shop: Shop, grant: Grant | None, *, actor: Actor | None = None) -> None:
    """One whole action that asks for leave and writes a row."""
    with shop.store.act(actor or shop.cashier, "price", grant=grant) as uow:
        require(uow, WANTED)
        audit.record(uow, "price_changed")
        uow.commit()


def names(shop: Shop, action: str = "price_changed") -> list[tuple[Id | None, Id | None]]:
    """Who did it and who gave leave, in order."""
    with shop.store.read() as read:
        found = select(AuditEvent.staff_id, AuditEvent.granted_by).where(AuditEvent.action == action)
        return [(row.staff_id, row.granted_by) for row in read.connection.execute(found)]


def test_a_grant_is_used_up_by_the_first_action(shop: Shop) -> None:
    grant = owners_leave(shop, WANTED)
    use(shop, grant)
    with pytest.raises(GrantNeeded):
        use(shop, grant)

    assert names(shop) == [(shop.cashier.staff_id, shop.owner.staff_id)]


def test_one_action_may_ask_for_its_grant_twice(shop: Shop) -> None:
    with shop.store.act(shop.cashier, "price", grant=owners_leave(shop, WANTED)) as uow:
        require(uow, WANTED)
        require(uow, WANTED)


def test_an_action_that_fails_leaves_the_grant(shop: Shop) -> None:
    grant = owners_leave(shop, WANTED)
    with pytest.raises(UserError, match="did not"), shop.store.act(shop.cashier, "price", grant=grant) as uow:
        raise UserError
    with shop.store.act(shop.cashier, "price", grant=grant) as uow:
        require(uow, WANTED)  # and is left without a commit

    use(shop, grant)
    assert len(names(shop)) == 1


def test_a_full_disk_before_the_commit_leaves_the_grant(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    grant = owners_leave(shop, WANTED)
    with shop.store.act(shop.cashier, "price", grant=grant) as uow:
        require(uow, WANTED)
        with monkeypatch.context() as patched:
            patched.setattr(uow, "_write_journal", _full)
            with pytest.raises(StoreError):
                uow.commit()

    use(shop, grant)


def _full() -> None:
    raise StoreError("SQLITE_FULL")


@pytest.mark.parametrize("took_effect", [True, False])
def test_a_commit_nobody_knows_of_uses_the_grant_up(shop: Shop, *, took_effect: bool) -> None:
    grant = owners_leave(shop, WANTED)
    with commit_fails(shop.database, took_effect=took_effect), pytest.raises(CommitUnknown):
        use(shop, grant)
    shop.database.reopen()

    assert len(names(shop)) == took_effect
    with pytest.raises(GrantNeeded):
        use(shop, grant)


def test_a_grant_lasts_two_minutes(shop: Shop) -> None:
    assert timedelta(minutes=2) == GRANT_LASTS
    in_time, late = owners_leave(shop, WANTED), owners_leave(shop, WANTED)
    shop.clock.tick(GRANT_LASTS)
    use(shop, in_time)
    shop.clock.tick(timedelta(seconds=1))
    with pytest.raises(GrantNeeded):
        use(shop, late)


def test_a_clock_set_back_makes_no_grant_longer(shop: Shop) -> None:
    grant = owners_leave(shop, WANTED)
    shop.clock.tick(-timedelta(minutes=3))
    with pytest.raises(GrantNeeded):
        use(shop, grant)


def test_a_grant_is_for_the_one_who_asked(shop: Shop) -> None:
    with shop.store.act(shop.owner, "staff") as uow:
        second = add_staff(uow, StaffDraft("小张", Role.CASHIER, "610382"), hashing=QUICK_HASHING)
        uow.commit()
    grant = owners_leave(shop, WANTED)
    with pytest.raises(GrantNeeded):
        use(shop, grant, actor=replace(shop.cashier, staff_id=second, staff_name="小张"))

    use(shop, grant)


def test_a_grant_is_for_the_till_it_was_asked_at(shop: Shop) -> None:
    elsewhere = replace(shop.cashier, till_id=new_id())
    grant = owners_leave(shop, WANTED, asker=elsewhere)
    with pytest.raises(GrantNeeded):
        use(shop, grant)


def test_a_grant_made_by_hand_is_none(shop: Shop) -> None:
    real = owners_leave(shop, WANTED)
    for made in (
        forged_leave(WANTED, shop=shop),
        replace(real, permission=Permission.OPEN_DRAWER),
        replace(owners_leave(shop, Permission.OPEN_DRAWER), permission=WANTED),
        replace(real, granted_by=new_id()),
    ):
        with pytest.raises(GrantNeeded):
            use(shop, made)
    with shop.store.act(shop.cashier, "price") as uow:
        uow.grant = forged_leave(WANTED, shop=shop)
        with pytest.raises(GrantNeeded):
            require(uow, WANTED)


def test_a_grant_made_by_hand_writes_no_second_name(shop: Shop) -> None:
    """Also where no leave was needed, the row must not name somebody who gave none."""
    with shop.store.act(shop.cashier, "looked", grant=forged_leave(WANTED, shop=shop)) as uow:
        audit.record(uow, "looked")
        uow.commit()

    assert names(shop, "looked") == [(shop.cashier.staff_id, None)]


def test_the_leave_of_somebody_who_left_is_worth_nothing(shop: Shop) -> None:
    with shop.store.act(shop.owner, "staff") as uow:
        second = add_staff(uow, StaffDraft("王太太", Role.OWNER, "610382"), hashing=QUICK_HASHING)
        uow.commit()
    grant = shop.store.grants.issue(
        shop.cashier, WANTED, granted_by=second, granted_by_name="王太太", now=shop.clock.now()
    )
    with shop.store.act(shop.owner, "staff") as uow:
        close_staff(uow, second)
        uow.commit()

    with pytest.raises(GrantNeeded):
        use(shop, grant)


def test_two_actions_at_once_share_no_grant(shop: Shop) -> None:
    grant = owners_leave(shop, WANTED)

    def attempt(_: int) -> bool:
        try:
            use(shop, grant)
        except GrantNeeded:
            return False
        return True

    with ThreadPoolExecutor(4) as pool:
        assert sum(pool.map(attempt, range(8))) == 1
    assert len(names(shop)) == 1


def test_leave_never_used_is_not_kept_for_ever(shop: Shop) -> None:
    register, now = GrantRegister(), shop.clock.now()
    for hour in range(3):
        register.issue(
            shop.cashier, WANTED, granted_by=new_id(), granted_by_name="王老板", now=now + timedelta(hours=hour)
        )

    assert len(register) == 1


def test_the_token_is_shown_nowhere(shop: Shop) -> None:
    grant = owners_leave(shop, WANTED)

    assert "token" not in repr(grant)
    assert len(grant.token) == 16
