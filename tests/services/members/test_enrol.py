"""Making somebody a member, and changing their file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from app.models.audit import AuditEvent
from app.models.journal import JournalEntry
from app.models.members import Account, Card, Member, MemberAlias, MemberEvent
from app.services.common.journal import inflate
from app.services.common.topics import Topic
from app.services.members.codes import looks_like_member_code
from app.services.members.consent import ConsentState, consent_of
from app.services.members.enrol import (
    ChangeDraft,
    EnrolDraft,
    FileChanged,
    PhoneKnown,
    change_member,
    enrol_member,
)
from app.services.members.find import find_members, find_same_phone
from app.services.members.phones import BadPhone
from app.services.members.view import MemberUnknown, MemberView, member_view, surviving_id
from app.services.members.words import NameTooLong, words_hash
from app.services.settings.service import change_setting
from app.values.ids import Id, new_id
from tests.support.shop import Shop, make_shop


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    return make_shop(tmp_path)


def enrol(shop: Shop, draft: EnrolDraft | None = None) -> MemberView:
    """Enrol as the cashier and commit."""
    with shop.store.act(shop.cashier, "enrol") as uow:
        member = enrol_member(uow, draft or EnrolDraft("13800138000"))
        uow.commit()
    return member


def change(shop: Shop, draft: ChangeDraft) -> MemberView:
    """Change as the cashier and commit."""
    with shop.store.act(shop.cashier, "edit") as uow:
        member = change_member(uow, draft)
        uow.commit()
    return member


def merge(shop: Shop, gone: Id, into: Id) -> None:
    """Say that one member is another."""
    with shop.store.act(shop.owner, "merge") as uow:
        uow.add_fact(MemberAlias, from_member_id=gone, to_member_id=into, cause="duplicate")
        uow.commit()


def test_a_phone_alone_makes_a_member(shop: Shop) -> None:
    member = enrol(shop, EnrolDraft("１３８ 0013-8000"))
    assert (member.number, member.phone_masked, member.name) == ("M1-000001", "138****8000", "")
    assert (member.points_balance, member.profiling_allowed, member.row_version) == (0, False, 1)
    with shop.store.read() as read:
        row = read.connection.execute(select(Member.__table__)).one()
        account = read.connection.execute(select(Account.__table__)).one()
        card = read.connection.execute(select(Card.__table__)).one()
    assert (row.phone, row.phone_last4, row.kind, row.enrolled_by) == (
        "13800138000",
        "8000",
        "person",
        shop.cashier.staff_id,
    )
    assert (account.owner_kind, account.owner_id, account.id) == ("member", member.member_id, member.account_id)
    assert (card.kind, card.member_id, card.id) == ("qr", member.member_id, member.card_id)
    assert looks_like_member_code(card.code)
    assert 0 <= row.arm < 100
    assert member.is_held_out == (row.arm < 10)


def test_only_the_programme_is_agreed_to(shop: Shop) -> None:
    member = enrol(shop)
    with shop.store.read() as read:
        assert consent_of(read, member.member_id) == ConsentState(programme=True)


def test_facts_hold_no_personal_words(shop: Shop) -> None:
    enrol(shop, EnrolDraft("13800138000", name="王小明", address_form="王姐"))
    with shop.store.read() as read:
        payload = read.connection.execute(
            select(JournalEntry.payload).order_by(JournalEntry.seq.desc()).limit(1)
        ).scalar_one()
        row = read.connection.execute(select(Member.__table__)).one()
        event = read.connection.execute(select(MemberEvent.__table__)).one()
    said = inflate(payload).decode()
    assert not any(word in said for word in ("13800138000", "王小明", "王姐", row.salt.hex()))
    assert event.kind == "enrolled"
    assert event.text_hash == words_hash(row.salt, row._mapping)
    assert event.text_hash != words_hash(row.salt, {**row._mapping, "name": "王大明"})


def test_who_enrolled_stands_in_the_audit(shop: Shop) -> None:
    member = enrol(shop)
    with shop.store.read() as read:
        audit = read.connection.execute(select(AuditEvent.__table__).where(AuditEvent.subject_kind == "member")).one()
    assert (audit.action, audit.subject_id, audit.staff_id) == (
        "member_enrolled",
        member.member_id,
        shop.cashier.staff_id,
    )


def test_screens_are_told(shop: Shop) -> None:
    with shop.store.act(shop.cashier, "enrol") as uow:
        enrol_member(uow, EnrolDraft("13800138000"))
        assert uow.commit() == {Topic.MEMBERS}


def test_a_wrong_number_stores_nothing(shop: Shop) -> None:
    with pytest.raises(BadPhone):
        enrol(shop, EnrolDraft("1380013"))
    with shop.store.read() as read:
        assert read.connection.execute(select(Member.id)).first() is None
    assert enrol(shop).number == "M1-000001"


def test_the_shop_decides_whose_numbers_need_no_code(shop: Shop) -> None:
    with shop.store.act(shop.owner, "settings") as uow:
        change_setting(uow, "shop.country", "US")
        uow.commit()
    assert enrol(shop, EnrolDraft("(201) 555-0123")).phone_masked == "20****0123"


def test_a_known_number_is_asked_about(shop: Shop) -> None:
    enrol(shop, EnrolDraft("13800138000", name="王小明"))
    with pytest.raises(PhoneKnown) as told:
        enrol(shop, EnrolDraft("+86 138 0013 8000"))
    assert "138****8000 already belongs to 王** M1-000001." in str(told.value)
    assert "小明" not in str(told.value)


def test_a_family_may_share_a_number(shop: Shop) -> None:
    first = enrol(shop)
    second = enrol(shop, EnrolDraft("13800138000", allow_duplicate=True))
    assert (first.number, second.number) == ("M1-000001", "M1-000002")
    assert first.account_id != second.account_id
    with shop.store.read() as read:
        assert [row.number for row in find_same_phone(read, "138-0013-8000")] == ["M1-000001", "M1-000002"]
        assert find_same_phone(read, "nonsense") == ()


def test_another_till_gives_other_numbers(shop: Shop) -> None:
    enrol(shop)
    shop.cashier = replace(shop.cashier, till_code="T2")
    assert enrol(shop, EnrolDraft("13900139000")).number.startswith("M2-")


@pytest.mark.parametrize(("typed", "kept"), [("  王  小明 ", "王 小明"), ("Ａnn\tLee\x00", "Ann Lee"), ("", "")])
def test_names_are_cleaned(shop: Shop, typed: str, kept: str) -> None:
    assert enrol(shop, EnrolDraft("13800138000", name=typed)).name == kept


def test_a_name_that_is_none_is_refused(shop: Shop) -> None:
    with pytest.raises(NameTooLong):
        enrol(shop, EnrolDraft("13800138000", name="王" * 61))


def test_a_change_raises_the_version_and_leaves_an_event(shop: Shop) -> None:
    member = enrol(shop)
    changed = change(shop, ChangeDraft(member.member_id, 1, name="王小明", phone="13900139000"))
    assert (changed.name, changed.phone_masked, changed.row_version) == ("王小明", "139****9000", 2)
    with shop.store.read() as read:
        row = read.connection.execute(select(Member.__table__)).one()
        events = read.connection.execute(select(MemberEvent.__table__).order_by(MemberEvent.id)).all()
        assert [row.name for row in find_members(read, "小明")] == ["王小明"]
        assert [row.name for row in find_members(read, "9000")] == ["王小明"]
        assert find_members(read, "8000") == ()
    assert [event.kind for event in events] == ["enrolled", "edited"]
    assert events[1].text_hash == words_hash(row.salt, row._mapping)


def test_old_words_find_nobody_any_more(shop: Shop) -> None:
    member = enrol(shop, EnrolDraft("13800138000", name="王小明"))
    change(shop, ChangeDraft(member.member_id, 1, name="李雷"))
    with shop.store.read() as read:
        assert find_members(read, "王小明") == ()
        assert find_members(read, "wxm") == ()
        assert len(find_members(read, "lilei")) == 1


def test_the_second_editor_is_told(shop: Shop) -> None:
    member = enrol(shop)
    change(shop, ChangeDraft(member.member_id, 1, name="王小明"))
    with pytest.raises(FileChanged):
        change(shop, ChangeDraft(member.member_id, 1, name="李雷"))


def test_a_change_that_changes_nothing_writes_nothing(shop: Shop) -> None:
    member = enrol(shop, EnrolDraft("13800138000", name="王小明"))
    assert change(shop, ChangeDraft(member.member_id, 1, name="王小明", phone="138 0013 8000")).row_version == 1


def test_nobody_can_be_changed_who_is_not_there(shop: Shop) -> None:
    with pytest.raises(MemberUnknown):
        change(shop, ChangeDraft(new_id(), 1))
    with shop.store.read() as read, pytest.raises(MemberUnknown):
        member_view(read, new_id())


def test_a_merged_member_is_read_as_the_other(shop: Shop) -> None:
    first = enrol(shop, EnrolDraft("13800138000", name="王小明"))
    second = enrol(shop, EnrolDraft("13900139000", name="王晓明"))
    third = enrol(shop, EnrolDraft("13700137000", name="王小名"))
    merge(shop, first.member_id, second.member_id)
    merge(shop, second.member_id, third.member_id)
    with shop.store.read() as read:
        assert member_view(read, first.member_id).number == third.number
        assert [row.number for row in find_members(read, "8000")] == [third.number]
        assert [row.number for row in find_members(read, "wangxiaoming")] == [third.number]
        assert [row.number for row in find_same_phone(read, "13800138000")] == [third.number]


def test_a_circle_of_merges_ends(shop: Shop) -> None:
    first, second = enrol(shop), enrol(shop, EnrolDraft("13900139000"))
    merge(shop, first.member_id, second.member_id)
    merge(shop, second.member_id, first.member_id)
    with shop.store.read() as read:
        assert surviving_id(read, first.member_id) in (first.member_id, second.member_id)
        assert len(find_members(read, "8000")) == 1
