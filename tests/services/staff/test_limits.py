"""What one person may do alone; changes of people by the owner."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.services.common.actor import Role
from app.services.common.permissions import GrantNeeded
from app.services.common.versions import ChangedMeanwhile
from app.services.staff.limits import may_discount, own_refund_limit
from app.services.staff.people import (
    BadLimit,
    ChangeStaff,
    LastOwner,
    NameTaken,
    NobodyThere,
    OwnRole,
    StaffDraft,
    add_staff,
    change_staff,
    close_staff,
    list_staff,
    reopen_staff,
    staff_entry,
)
from app.services.staff.sign_in import sign_in
from app.values.ids import Id
from app.values.money import Money
from app.values.rates import Rate
from tests.support.shop import QUICK_HASHING, Shop, make_shop


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    return make_shop(tmp_path)


def cashier_id(shop: Shop) -> Id:
    assert shop.cashier.staff_id is not None
    return shop.cashier.staff_id


def change(shop: Shop, wanted: ChangeStaff) -> None:
    with shop.store.act(shop.owner, "staff") as uow:
        change_staff(uow, wanted)
        uow.commit()


def of_cashier(shop: Shop, refund: Money | None = None, discount: Rate | None = None) -> ChangeStaff:
    return ChangeStaff(cashier_id(shop), "小李", Role.CASHIER, refund, discount)


def test_an_own_limit_goes_before_the_shops(shop: Shop) -> None:
    with shop.store.read() as read:
        assert own_refund_limit(read, shop.cashier, Money(10_000)) == Money(10_000)
    change(shop, of_cashier(shop, Money(0)))
    with shop.store.read() as read:
        assert own_refund_limit(read, shop.cashier, Money(10_000)) == Money(0)
    change(shop, of_cashier(shop, None))
    with shop.store.read() as read:
        assert own_refund_limit(read, shop.cashier, Money(10_000)) == Money(10_000)


@pytest.mark.parametrize(
    ("limit", "asked", "may"),
    [(None, 999, False), (1000, 900, True), (1000, 899, False), (1000, 1001, False), (0, 1000, True), (0, 999, False)],
)
def test_a_discount_alone_goes_as_far_as_the_own_limit(shop: Shop, limit: int | None, asked: int, may: bool) -> None:
    change(shop, of_cashier(shop, discount=None if limit is None else Rate(limit)))
    with shop.store.read() as read:
        assert may_discount(read, shop.cashier, Money(1000), Money(asked)) is may


def test_a_limit_is_never_below_zero_nor_a_discount_above_everything(shop: Shop) -> None:
    for wanted in (of_cashier(shop, Money(-1)), of_cashier(shop, discount=Rate(10_001))):
        with pytest.raises(BadLimit):
            change(shop, wanted)


def test_who_saves_second_is_told(shop: Shop) -> None:
    with shop.store.read() as read:
        seen = staff_entry(read, cashier_id(shop)).row_version
    change(shop, replace(of_cashier(shop, Money(1)), row_version=seen))
    with pytest.raises(ChangedMeanwhile):
        change(shop, replace(of_cashier(shop, Money(2)), row_version=seen))


def test_names_at_the_sign_in_are_told_apart(shop: Shop) -> None:
    with pytest.raises(NameTaken):
        change(shop, replace(of_cashier(shop), name="王老板"))
    with pytest.raises(NameTaken), shop.store.act(shop.owner, "staff") as uow:
        add_staff(uow, StaffDraft("小李", Role.CASHIER, "385016"), hashing=QUICK_HASHING)


def test_nobody_changes_their_own_role_and_the_last_owner_stays(shop: Shop) -> None:
    owner = shop.owner.staff_id
    assert owner is not None
    with pytest.raises(OwnRole):
        change(shop, ChangeStaff(owner, "王老板", Role.CASHIER, None, None))
    change(shop, replace(of_cashier(shop), role=Role.OWNER))
    second = replace(shop.cashier, role=Role.OWNER)
    with shop.store.act(second, "staff") as uow:
        change_staff(uow, ChangeStaff(owner, "王老板", Role.CASHIER, None, None))
        uow.commit()
    with pytest.raises(LastOwner), shop.store.act(shop.owner, "staff") as uow:
        change_staff(uow, of_cashier(shop))


def test_a_cashier_changes_nobody(shop: Shop) -> None:
    with pytest.raises(GrantNeeded), shop.store.act(shop.cashier, "staff") as uow:
        change_staff(uow, of_cashier(shop, Money(999)))


def test_who_left_comes_back_with_a_new_pin_only(shop: Shop) -> None:
    with shop.store.act(shop.owner, "staff") as uow:
        close_staff(uow, cashier_id(shop))
        uow.commit()
    with pytest.raises(NobodyThere):
        change(shop, of_cashier(shop))
    with shop.store.act(shop.owner, "staff") as uow:
        reopen_staff(uow, cashier_id(shop), "618402", hashing=QUICK_HASHING)
        uow.commit()
    with shop.store.read() as read:
        assert {person.name for person in list_staff(read)} == {"王老板", "小李"}
    with shop.store.act(shop.cashier, "sign_in") as uow:
        assert sign_in(uow, cashier_id(shop), "904827").actor is None
        assert sign_in(uow, cashier_id(shop), "618402").actor is not None
        uow.commit()
