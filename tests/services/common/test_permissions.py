"""What a cashier may do alone, and what needs the owner or a grant for just that."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.services.common.actor import CASHIER_MAY, Permission, Role
from app.services.common.permissions import GrantNeeded, NobodySignedIn, NoLongerHere, require
from app.services.staff.founding import nobody_at
from app.services.staff.people import StaffDraft, add_staff, close_staff
from app.values.errors import NotAllowed
from tests.support.grants import owners_leave
from tests.support.shop import QUICK_HASHING, Shop, make_shop

ALONE = {
    "sell",
    "refund",
    "open_shift",
    "close_shift",
    "cash_in_out",
    "enrol_member",
    "reprint",
    "receive_goods",
    "count_stock",
}


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    return make_shop(tmp_path)


def test_what_a_cashier_may_do_alone() -> None:
    """Written out a second time on purpose: nobody gains a right by a slip of the pen."""
    assert {permission.value for permission in CASHIER_MAY} == ALONE


@pytest.mark.parametrize("permission", Permission)
def test_every_permission_for_both_roles(shop: Shop, permission: Permission) -> None:
    with shop.store.act(shop.owner, "test") as uow:
        require(uow, permission)
    with shop.store.act(shop.cashier, "test") as uow:
        if permission.value in ALONE:
            require(uow, permission)
        else:
            with pytest.raises(GrantNeeded) as told:
                require(uow, permission)
            assert told.value.permission is permission
            assert isinstance(told.value, NotAllowed)


@pytest.mark.parametrize("permission", sorted(set(Permission) - CASHIER_MAY))
def test_a_grant_opens_one_door(shop: Shop, permission: Permission) -> None:
    leave = owners_leave(shop, permission)
    with shop.store.act(shop.cashier, "test", grant=leave) as uow:
        require(uow, permission)
        for other in set(Permission) - CASHIER_MAY - {permission}:
            with pytest.raises(GrantNeeded):
                require(uow, other)


@pytest.mark.parametrize("permission", list(Permission))
def test_a_locked_till_may_nothing(tmp_path: Path, permission: Permission) -> None:
    shop = make_shop(tmp_path)
    with shop.store.act(nobody_at(shop.till), "test") as uow, pytest.raises(NobodySignedIn):
        require(uow, permission)


@pytest.mark.parametrize("permission", list(Permission))
def test_somebody_who_left_may_nothing_though_still_signed_in(shop: Shop, permission: Permission) -> None:
    """The till does not hear of it before the sign-out, so every action looks."""
    leave = owners_leave(shop, permission)
    assert shop.cashier.staff_id is not None
    with shop.store.act(shop.owner, "staff") as uow:
        close_staff(uow, shop.cashier.staff_id)
        uow.commit()

    with shop.store.act(shop.cashier, "test", grant=leave) as uow, pytest.raises(NoLongerHere, match="小李"):
        require(uow, permission)
    with shop.store.act(shop.owner, "test") as uow:
        require(uow, permission)


def test_an_owner_who_left_owns_nothing(shop: Shop) -> None:
    with shop.store.act(shop.owner, "staff") as uow:
        second = add_staff(uow, StaffDraft("王太太", Role.OWNER, "610382"), hashing=QUICK_HASHING)
        close_staff(uow, second)
        uow.commit()

    gone = replace(shop.owner, staff_id=second, staff_name="王太太")
    with shop.store.act(gone, "test") as uow, pytest.raises(NoLongerHere):
        require(uow, Permission.EDIT_STAFF)
