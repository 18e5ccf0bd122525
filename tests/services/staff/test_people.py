"""Who works here: only an owner changes it, and one owner always stays."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from sqlalchemy import select

from app.models.audit import AuditEvent
from app.models.organisation import Staff
from app.services.common.actor import Role
from app.services.common.permissions import GrantNeeded
from app.services.staff.founding import FoundingDraft, found_shop, founder, operator_at, this_till
from app.services.staff.people import (
    LastOwner,
    NameMissing,
    NobodyThere,
    OwnerThere,
    StaffDraft,
    add_owner,
    add_staff,
    close_staff,
    has_owner,
    list_staff,
    set_pin,
)
from app.services.staff.pins import PinTooEasy, check_pin
from app.values.ids import Id, new_id
from tests.support.empty import empty_store
from tests.support.shop import QUICK_HASHING, Shop, make_shop


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    return make_shop(tmp_path)


def hire(shop: Shop, name: str = "小张", role: Role = Role.CASHIER, pin: str = "385016") -> Id:
    with shop.store.act(shop.owner, "staff") as uow:
        made = add_staff(uow, StaffDraft(name, role, pin), hashing=QUICK_HASHING)
        uow.commit()
    return made


def names(shop: Shop, *, with_closed: bool = False) -> set[str]:
    with shop.store.read() as read:
        return {entry.name for entry in list_staff(read, with_closed=with_closed)}


def last_audit(shop: Shop) -> tuple[str, Id | None, Id | None]:
    with shop.store.read() as read:
        row = read.connection.execute(
            select(AuditEvent.action, AuditEvent.staff_id, AuditEvent.subject_id).order_by(
                AuditEvent.journal_seq.desc()
            )
        ).first()
    assert row is not None
    return row.action, row.staff_id, row.subject_id


def test_an_owner_hires_somebody(shop: Shop) -> None:
    staff_id = hire(shop)

    assert names(shop) == {"王老板", "小李", "小张"}
    assert last_audit(shop) == ("staff_added", shop.owner.staff_id, staff_id)


def test_a_cashier_hires_nobody(shop: Shop) -> None:
    with pytest.raises(GrantNeeded), shop.store.act(shop.cashier, "staff") as uow:
        add_staff(uow, StaffDraft("小张", Role.OWNER, "385016"), hashing=QUICK_HASHING)
    assert names(shop) == {"王老板", "小李"}


@pytest.mark.parametrize("name", ["", "  ", "长" * 61])
def test_a_name_is_needed(shop: Shop, name: str) -> None:
    with pytest.raises(NameMissing), shop.store.act(shop.owner, "staff") as uow:
        add_staff(uow, StaffDraft(name, Role.CASHIER, "385016"), hashing=QUICK_HASHING)


def test_an_easy_pin_is_refused(shop: Shop) -> None:
    with pytest.raises(PinTooEasy), shop.store.act(shop.owner, "staff") as uow:
        add_staff(uow, StaffDraft("小张", Role.CASHIER, "123456"), hashing=QUICK_HASHING)


def test_no_pin_stands_in_the_journal(shop: Shop) -> None:
    hire(shop, pin="385016")
    with shop.store.read() as read:
        said = read.connection.execute(select(AuditEvent.detail)).scalars().all()
    assert not any("385016" in detail or "argon2" in detail for detail in said)
    assert json.loads(said[-1]) == {"role": "cashier"}


def test_who_leaves_is_closed_and_stays_on_file(shop: Shop) -> None:
    staff_id = hire(shop)
    with shop.store.act(shop.owner, "staff") as uow:
        close_staff(uow, staff_id)
        uow.commit()

    assert names(shop) == {"王老板", "小李"}
    assert "小张" in names(shop, with_closed=True)
    assert last_audit(shop)[0] == "staff_closed"
    with pytest.raises(NobodyThere), shop.store.act(shop.owner, "staff") as uow:
        close_staff(uow, staff_id)


def test_the_last_owner_stays(shop: Shop) -> None:
    assert shop.owner.staff_id is not None
    with pytest.raises(LastOwner, match="王老板 is the only owner"), shop.store.act(shop.owner, "staff") as uow:
        close_staff(uow, shop.owner.staff_id)

    hire(shop, "王太太", Role.OWNER)
    with shop.store.act(shop.owner, "staff") as uow:
        close_staff(uow, shop.owner.staff_id)
        uow.commit()
    assert names(shop) == {"小李", "王太太"}


def test_an_owner_sets_a_pin_and_ends_a_pause(shop: Shop) -> None:
    assert shop.cashier.staff_id is not None
    with shop.store.act(shop.owner, "staff") as uow:
        set_pin(uow, shop.cashier.staff_id, "736150", hashing=QUICK_HASHING)
        uow.commit()
    with shop.store.read() as read:
        row = read.connection.execute(select(Staff.__table__).where(Staff.id == shop.cashier.staff_id)).one()

    assert check_pin(row.pin_hash, "736150")
    assert (row.failed_attempts, row.locked_until, row.row_version) == (0, None, 2)
    assert last_audit(shop)[0] == "pin_set"


def test_a_cashier_sets_no_pin(shop: Shop) -> None:
    assert shop.owner.staff_id is not None
    with pytest.raises(GrantNeeded), shop.store.act(shop.cashier, "staff") as uow:
        set_pin(uow, shop.owner.staff_id, "736150", hashing=QUICK_HASHING)


def test_a_pin_for_nobody(shop: Shop) -> None:
    with pytest.raises(NobodyThere), shop.store.act(shop.owner, "staff") as uow:
        set_pin(uow, new_id(), "736150", hashing=QUICK_HASHING)


def test_a_file_made_by_an_import_gets_its_first_owner_once(tmp_path: Path) -> None:
    store = empty_store(tmp_path)
    draft = FoundingDraft("小店")
    with store.act(founder(draft, origin="command line"), "founding") as uow:
        assert found_shop(uow, draft).owner_id is None
        uow.commit()
    with store.read() as read:
        assert not has_owner(read)
        till = this_till(read)

    with store.act(operator_at(till), "staff") as uow:
        add_owner(uow, StaffDraft("王老板", Role.CASHIER, "275163"), hashing=QUICK_HASHING)
        uow.commit()

    with store.read() as read:
        assert [entry.role for entry in list_staff(read)] == [Role.OWNER]
    with pytest.raises(OwnerThere), store.act(operator_at(till), "staff") as uow:
        add_owner(uow, StaffDraft("别人", Role.OWNER, "904827"), hashing=QUICK_HASHING)
