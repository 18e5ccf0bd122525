"""Finding a member by what a cashier scans or types."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select, update

from app.models.audit import AuditEvent
from app.models.members import Account, Household, Member
from app.services.members.cards import CardTaken, close_card, give_card, open_cards
from app.services.members.enrol import EnrolDraft, enrol_member
from app.services.members.find import CardLost, find_by_code, find_members, log_lookup
from app.services.members.view import MemberView, member_view
from app.services.members.words import forget_words
from app.values.ids import new_id
from tests.support.shop import Shop, make_shop

PEOPLE = (
    ("13800138000", "王小明"),
    ("13900138000", "单雄信"),
    ("13712345678", "John Smith"),
    ("13612340001", ""),
    ("+85291230001", "王明"),
)


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    """A shop with the people above."""
    shop = make_shop(tmp_path)
    for phone, name in PEOPLE:
        enrol(shop, phone, name)
    return shop


def enrol(shop: Shop, phone: str, name: str = "") -> MemberView:
    """One more member."""
    with shop.store.act(shop.cashier, "enrol") as uow:
        member = enrol_member(uow, EnrolDraft(phone, name=name))
        uow.commit()
    return member


def numbers(shop: Shop, typed: str) -> list[int]:
    """The counts of those found."""
    with shop.store.read() as read:
        return [int(row.number.rpartition("-")[2]) for row in find_members(read, typed)]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("8000", {1, 2}),
        ("８０００", {1, 2}),
        ("13800138000", {1}),
        ("+86 138 0013 8000", {1}),
        ("0001", {4, 5}),
        ("91230001", {5}),
        ("85291230001", {5}),
        ("9999", set()),
        ("M1-000003", {3}),
        ("m1-000003", {3}),
        ("000003", {3}),
        ("3", {3}),
        ("王小明", {1}),
        ("小明", {1}),
        ("王明", {1, 5}),
        ("王", {1, 5}),
        ("雄信", {2}),
        ("wangxiaoming", {1}),
        ("wang", {1, 5}),
        ("WXM", {1}),
        ("wm", {5}),
        ("xiaom", {1}),
        ("shanxiongxin", {2}),
        ("danxiongxin", {2}),
        ("sxx", {2}),
        ("john", {3}),
        ("smi", {3}),
        ("smith john", {3}),
        ("王 8000", {1}),
        ("wang 8000", {1}),
        ("", set()),
        ("   ", set()),
        ("!?*\"'()", set()),
        ("赵", set()),
    ],
)
def test_members_are_found_by_what_is_typed(shop: Shop, typed: str, found: set[int]) -> None:
    assert set(numbers(shop, typed)) == found


def test_the_surest_comes_first(shop: Shop) -> None:
    assert numbers(shop, "王明") == [5, 1]


def test_four_digits_do_not_find_a_count_beside_a_phone(shop: Shop) -> None:
    with shop.store.act(shop.owner, "count") as uow:
        forget_words(uow, uow.connection.execute(select(Member.id).where(Member.number == "M1-000003")).scalar_one())
        uow.commit()
    assert numbers(shop, "3") == []
    assert numbers(shop, "0001") == [4, 5] or numbers(shop, "0001") == [5, 4]


def test_phones_are_masked_in_lists(shop: Shop) -> None:
    with shop.store.read() as read:
        [row] = find_members(read, "小明")
    assert row.phone_masked == "138****8000"
    assert "13800138000" not in repr(row)


def test_a_list_is_never_longer_than_asked_for(shop: Shop) -> None:
    with shop.store.read() as read:
        assert len(find_members(read, "8000", limit=1)) == 1
        assert len(find_members(read, "王", limit=1)) == 1


def test_closed_members_are_not_found(shop: Shop) -> None:
    with shop.store.act(shop.owner, "close") as uow:
        uow.connection.execute(update(Member).where(Member.number == "M1-000001").values(closed_at=uow.now))
        uow.commit()
    assert numbers(shop, "8000") == [2]
    assert numbers(shop, "小明") == []


def test_forgotten_words_are_gone_from_the_index(shop: Shop) -> None:
    with shop.store.act(shop.owner, "erase") as uow:
        member = find_members(uow, "小明")[0]
        forget_words(uow, member.member_id)
        forget_words(uow, member.member_id)
        uow.commit()
    assert numbers(shop, "wangxiaoming") == []


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(st.text(max_size=200), st.text(alphabet='"*():^-+ANDORT王明8\x00\ud800 ', max_size=60)))
def test_every_string_is_safe(shop: Shop, typed: str) -> None:
    with shop.store.read() as read:
        assert isinstance(find_members(read, typed), tuple)
        assert find_by_code(read, typed) is None


def test_a_scanned_code_names_its_member(shop: Shop) -> None:
    member = enrol(shop, "13500135000")
    with shop.store.read() as read:
        [card] = open_cards(read, member.member_id)
        assert find_by_code(read, card.code) == member
        assert find_by_code(read, card.code.lower()) == member
        assert find_by_code(read, "6901234567892") is None


def test_a_printed_card_is_found_as_it_is_written(shop: Shop) -> None:
    member = enrol(shop, "13500135000")
    with shop.store.act(shop.cashier, "card") as uow:
        card_id = give_card(uow, member.member_id, "vip0007")
        uow.commit()
    with shop.store.read() as read:
        found = find_by_code(read, "vip0007")
        assert found == member.on_card(card_id)
        assert [card.kind for card in open_cards(read, member.member_id)] == ["qr", "card"]
    with shop.store.act(shop.cashier, "card") as uow, pytest.raises(CardTaken):
        give_card(uow, member.member_id, "vip0007")


def test_a_lost_card_is_told_and_a_new_one_serves(shop: Shop) -> None:
    member = enrol(shop, "13500135000")
    with shop.store.act(shop.cashier, "card") as uow:
        [old] = open_cards(uow, member.member_id)
        close_card(uow, old.card_id)
        close_card(uow, old.card_id)
        give_card(uow, member.member_id)
        uow.commit()
    with shop.store.read() as read:
        with pytest.raises(CardLost):
            find_by_code(read, old.code)
        [new] = open_cards(read, member.member_id)
        found = find_by_code(read, new.code)
    assert found is not None
    assert found.member_id == member.member_id


def test_a_code_given_out_again_names_its_new_member(shop: Shop) -> None:
    first, second = enrol(shop, "13500135000"), enrol(shop, "13500135001")
    with shop.store.act(shop.cashier, "card") as uow:
        close_card(uow, give_card(uow, first.member_id, "VIP1"))
        give_card(uow, second.member_id, "VIP1")
        uow.commit()
    with shop.store.read() as read:
        found = find_by_code(read, "VIP1")
    assert found is not None
    assert found.number == second.number


def test_a_household_shares_account_and_arm(shop: Shop) -> None:
    member, household_id, account_id = enrol(shop, "13500135000"), new_id(), new_id()
    with shop.store.act(shop.owner, "household") as uow:
        shared = {"row_version": 1, "updated_at": uow.now, "updated_by": None}
        uow.connection.execute(Household.__table__.insert(), {"id": household_id, "arm": 7, **shared})
        account = {
            "id": account_id,
            "owner_kind": "household",
            "owner_id": household_id,
            "points_balance": 88,
            **shared,
        }
        uow.connection.execute(Account.__table__.insert(), account)
        mine = update(Member).where(Member.id == member.member_id)
        uow.connection.execute(mine.values(household_id=household_id))
        uow.commit()
    with shop.store.read() as read:
        view = member_view(read, member.member_id)
    assert (view.account_id, view.points_balance, view.arm, view.is_held_out) == (account_id, 88, 7, True)


def test_a_look_up_is_noted_without_words(shop: Shop) -> None:
    with shop.store.act(shop.cashier, "lookup") as uow:
        member = find_members(uow, "小明")[0]
        log_lookup(uow, member.member_id, "search")
        uow.commit()
    with shop.store.read() as read:
        row = read.connection.execute(select(AuditEvent.__table__).where(AuditEvent.action == "member_looked_up")).one()
    assert row.subject_id == member.member_id
    assert json.loads(row.detail) == {"how": "search"}


def test_finding_loads_no_heavy_library() -> None:
    script = (
        "import sys; import app.services.members.find, app.services.members.enrol, app.services.loyalty.post; "
        "assert not {'pypinyin', 'phonenumbers', 'numpy'} & sys.modules.keys()"
    )
    subprocess.run([sys.executable, "-c", script], check=True)
