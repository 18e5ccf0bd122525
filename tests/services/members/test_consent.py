"""What a member agreed to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from app.models.members import Consent
from app.services.common.uow import UnitOfWork
from app.services.members.consent import (
    PURPOSE_TEXTS,
    TEXT_VERSION,
    ConsentState,
    Purpose,
    consent_of,
    give_consent,
    take_back_consent,
)
from app.services.members.enrol import EnrolDraft, enrol_member
from app.services.members.view import member_view
from app.values.ids import Id
from tests.support.shop import Shop, make_shop


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    return make_shop(tmp_path)


@pytest.fixture
def member_id(shop: Shop) -> Id:
    with shop.store.act(shop.cashier, "enrol") as uow:
        member = enrol_member(uow, EnrolDraft("13800138000", consent_text_version="2025-9"))
        uow.commit()
    return member.member_id


def say(shop: Shop, word: Callable[[UnitOfWork], None]) -> None:
    """Record a word as an action of its own, a second later."""
    shop.clock.tick()
    with shop.store.act(shop.cashier, "consent") as uow:
        word(uow)
        uow.commit()


def state(shop: Shop, member_id: Id) -> ConsentState:
    """What holds now."""
    with shop.store.read() as read:
        return consent_of(read, member_id)


def test_the_version_of_the_text_is_kept(shop: Shop, member_id: Id) -> None:
    say(shop, lambda uow: give_consent(uow, member_id, Purpose.PROFILING))
    with shop.store.read() as read:
        rows = read.connection.execute(select(Consent.purpose, Consent.text_version).order_by(Consent.id)).all()
    assert [tuple(row) for row in rows] == [("programme", "2025-9"), ("profiling", TEXT_VERSION)]


def test_profiling_is_off_until_said_and_off_again(shop: Shop, member_id: Id) -> None:
    assert not state(shop, member_id).profiling
    say(shop, lambda uow: give_consent(uow, member_id, Purpose.PROFILING))
    with shop.store.read() as read:
        assert member_view(read, member_id).profiling_allowed
    say(shop, lambda uow: take_back_consent(uow, member_id, Purpose.PROFILING))
    assert state(shop, member_id) == ConsentState(programme=True)


def test_marketing_is_agreed_to_by_channel(shop: Shop, member_id: Id) -> None:
    for channel in ("sms", "wechat", "paper"):
        say(shop, lambda uow, channel=channel: give_consent(uow, member_id, Purpose.MARKETING, channel=channel))
    say(shop, lambda uow: take_back_consent(uow, member_id, Purpose.MARKETING, channel="sms"))
    assert state(shop, member_id).marketing_channels == {"wechat", "paper"}
    say(shop, lambda uow: take_back_consent(uow, member_id, Purpose.MARKETING))
    assert state(shop, member_id).marketing_channels == frozenset()
    assert state(shop, member_id).programme


def test_marketing_without_a_channel_is_a_mistake(shop: Shop, member_id: Id) -> None:
    with shop.store.act(shop.cashier, "consent") as uow, pytest.raises(ValueError, match="channel"):
        give_consent(uow, member_id, Purpose.MARKETING)


def test_the_owner_may_record_it_too(shop: Shop, member_id: Id) -> None:
    owner = replace(shop.owner, origin="command line")
    with shop.store.act(owner, "consent") as uow:
        take_back_consent(uow, member_id, Purpose.PROGRAMME)
        uow.commit()
    assert not state(shop, member_id).programme


def test_each_purpose_has_a_text_to_be_shown() -> None:
    assert set(PURPOSE_TEXTS) == set(Purpose)
