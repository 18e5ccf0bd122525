"""What a cashier may do alone, and what needs the owner or a grant for just that."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.services.common.actor import CASHIER_MAY, Grant, Permission
from app.services.common.permissions import GrantNeeded, NobodySignedIn, require
from app.services.staff.founding import nobody_at
from app.values.errors import NotAllowed
from app.values.ids import new_id
from tests.support.shop import Shop, make_shop

ALONE = {
    "sell",
    "refund",
    "open_shift",
    "close_shift",
    "cash_in_out",
    "enrol_member",
    "reprint",
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
    leave = Grant(permission, new_id(), "王老板")
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
