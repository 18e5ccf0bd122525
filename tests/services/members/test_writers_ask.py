"""Each public writer of cards, consent and staff asks for leave itself, whoever calls it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from app.models.members import Card
from app.models.organisation import Shop as ShopRow
from app.models.organisation import Staff
from app.services.common.actor import Role
from app.services.common.permissions import GrantNeeded, NobodySignedIn
from app.services.common.uow import UnitOfWork
from app.services.members.cards import add_card, close_card, give_card
from app.services.members.consent import Purpose, give_consent, record_consent
from app.services.members.enrol import EnrolDraft, enrol_member
from app.services.staff.people import NameMissing, StaffDraft, add_staff, write_pin, write_staff
from app.services.staff.shop import ShopNameMissing, rename_shop
from app.values.ids import Id, new_id
from tests.support.shop import QUICK_HASHING, Shop, make_shop


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    return make_shop(tmp_path)


@pytest.fixture
def member_id(shop: Shop) -> Id:
    with shop.store.act(shop.cashier, "enrol") as uow:
        member = enrol_member(uow, EnrolDraft("13800138000"))
        uow.commit()
    return member.member_id


WRITERS: dict[str, Callable[[UnitOfWork, Id], object]] = {
    "a card": lambda uow, member: add_card(uow, member, "SK77"),
    "a consent": lambda uow, member: record_consent(uow, member, Purpose.MARKETING, text_version="1"),
}


@pytest.mark.parametrize("name", WRITERS)
def test_nobody_writes_nothing(shop: Shop, member_id: Id, name: str) -> None:
    nobody = replace(shop.cashier, staff_id=None, staff_name="")
    with pytest.raises(NobodySignedIn), shop.store.act(nobody, "test") as uow:
        WRITERS[name](uow, member_id)
    with shop.store.act(shop.cashier, "test") as uow:
        WRITERS[name](uow, member_id)


def test_a_cashier_gives_nobody_else_a_pin(shop: Shop) -> None:
    owner_id, own_id = shop.owner.staff_id, shop.cashier.staff_id
    assert owner_id is not None
    assert own_id is not None
    with pytest.raises(GrantNeeded), shop.store.act(shop.cashier, "test") as uow:
        write_pin(uow, owner_id, "904827", hashing=QUICK_HASHING)
    with shop.store.act(shop.cashier, "test") as uow:
        write_pin(uow, own_id, "904828", hashing=QUICK_HASHING)


def test_a_cashier_writes_no_staff(shop: Shop) -> None:
    with pytest.raises(GrantNeeded), shop.store.act(shop.cashier, "test") as uow:
        write_staff(uow, new_id(), StaffDraft("他", Role.OWNER, "904827"), hashing=QUICK_HASHING)


def test_words_of_people_cards_and_shop_are_cleaned(shop: Shop, member_id: Id) -> None:
    with shop.store.act(shop.owner, "test") as uow:
        staff_id = add_staff(
            uow, StaffDraft("小\x00\ud800王\n", Role.CASHIER, "904827", "zh\udcff"), hashing=QUICK_HASHING
        )
        card_id = give_card(uow, member_id, "SK\x0077\ud800")
        close_card(uow, card_id, "lost\x1b@\udcff")
        give_consent(uow, member_id, Purpose.MARKETING, channel="sms\ud800")
        rename_shop(uow, "店\x00\ud800 铺")
        uow.commit()

    with shop.store.read() as read:
        person = read.connection.execute(select(Staff.name, Staff.language).where(Staff.id == staff_id)).one()
        card = read.connection.execute(select(Card.code, Card.close_reason).where(Card.id == card_id)).one()
        name = read.connection.execute(select(ShopRow.name)).scalar_one()
    assert tuple(person) == ("小王", "zh")
    assert tuple(card) == ("SK77", "lost@")
    assert name == "店 铺"


def test_a_name_of_nothing_printable_is_no_name(shop: Shop) -> None:
    with pytest.raises(NameMissing), shop.store.act(shop.owner, "test") as uow:
        add_staff(uow, StaffDraft("\x00\ud800", Role.CASHIER, "904827"), hashing=QUICK_HASHING)
    for name in ("\x00\u202e", "长" * 61):
        with pytest.raises(ShopNameMissing), shop.store.act(shop.owner, "test") as uow:
            rename_shop(uow, name)
