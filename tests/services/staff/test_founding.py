"""An empty file becomes a shop, once and wholly."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from app.models.catalogue import TaxClass
from app.models.journal import JournalEntry
from app.models.organisation import TillState
from app.models.pricing import PriceList
from app.services.backup.verify import verify_store
from app.services.common import journal
from app.services.common.actor import Permission, Role
from app.services.common.store import Store
from app.services.settings import declared
from app.services.settings.registry import BadSetting
from app.services.settings.service import load_settings
from app.services.staff.founding import (
    DEFAULT_TAX,
    MEMBER_LIST,
    SHELF_LIST,
    BadShop,
    Founded,
    FoundingDraft,
    NoShop,
    ShopThere,
    TaxDraft,
    found_shop,
    founder,
    has_shop,
    nobody_at,
    operator_at,
    this_till,
)
from app.services.staff.people import NameMissing, list_staff
from app.services.staff.pins import PinTooEasy
from tests.support.empty import empty_store
from tests.support.shop import QUICK_HASHING

DRAFT = FoundingDraft("熟客便利店", owner_name="王老板", owner_pin="275163")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return empty_store(tmp_path)


def found(store: Store, draft: FoundingDraft) -> Founded:
    with store.act(founder(draft), "founding") as uow:
        made = found_shop(uow, draft, hashing=QUICK_HASHING)
        uow.commit()
    return made


def test_a_shop_is_founded(store: Store) -> None:
    made = found(store, DRAFT)

    with store.read() as read:
        till = this_till(read)
        state = read.connection.execute(select(TillState.__table__)).one()
        lists = read.connection.execute(select(PriceList.code)).scalars().all()
        taxes = read.connection.execute(select(TaxClass.code, TaxClass.rate_bp, TaxClass.inclusive)).all()
        staff = list_staff(read)
    assert (till.shop_id, till.till_id, till.till_code, till.shop_name) == (
        made.shop_id,
        made.till_id,
        "T1",
        "熟客便利店",
    )
    assert (state.epoch, state.last_receipt, state.journal_seq, state.cash_balance) == (1, 0, 1, 0)
    assert sorted(lists) == sorted([SHELF_LIST, MEMBER_LIST])
    assert set(map(tuple, taxes)) == {(DEFAULT_TAX, 1300, True), ("vat9", 900, True), ("none", 0, True)}
    assert [(entry.name, entry.role, entry.staff_id) for entry in staff] == [("王老板", Role.OWNER, made.owner_id)]


def test_the_founding_is_the_first_entry_of_the_journal(store: Store) -> None:
    found(store, DRAFT)

    with store.read() as read:
        entry = read.connection.execute(select(JournalEntry.__table__)).one()
    assert (entry.seq, entry.kind, entry.previous_hash) == (1, "founding", journal.FIRST_HASH)
    assert verify_store(store.database).is_sound


def test_the_choices_are_stored_even_where_they_are_the_defaults(store: Store) -> None:
    found(store, replace(DRAFT, language="en", zone="Europe/Berlin", currency="EUR", country="DE"))

    with store.read() as read:
        settings = load_settings(read)
    assert settings.get(declared.LANGUAGE) == settings.get(declared.RECEIPT_LANGUAGE) == "en"
    assert settings.get(declared.ZONE) == "Europe/Berlin"
    assert settings.get(declared.CURRENCY) == "EUR"
    assert settings.stored[declared.CURRENCY_EXPONENT.key] == 2
    assert settings.stored[declared.COUNTRY.key] == "DE"


def test_taxes_may_be_others(store: Store) -> None:
    found(store, replace(DRAFT, taxes=(TaxDraft("sales", "Sales tax", 825, inclusive=False),)))

    with store.read() as read:
        assert read.connection.execute(select(TaxClass.code, TaxClass.inclusive)).all() == [("sales", False)]


def test_a_shop_is_founded_once(store: Store) -> None:
    found(store, DRAFT)

    with pytest.raises(ShopThere, match="Nothing was changed"):
        found(store, DRAFT)


def test_an_empty_file_has_no_till(store: Store) -> None:
    with store.read() as read:
        assert not has_shop(read)
        with pytest.raises(NoShop):
            this_till(read)


@pytest.mark.parametrize(
    ("draft", "problem"),
    [
        (replace(DRAFT, shop_name=" "), BadShop),
        (replace(DRAFT, till_code="t1"), BadShop),
        (replace(DRAFT, till_code="收银1"), BadShop),
        (replace(DRAFT, till_code="TOOLONG"), BadShop),
        (replace(DRAFT, owner_name=""), NameMissing),
        (replace(DRAFT, owner_pin="111111"), PinTooEasy),
        (replace(DRAFT, zone="Mars/Olympus"), BadSetting),
        (replace(DRAFT, currency="yuan"), BadSetting),
    ],
)
def test_a_bad_founding_leaves_the_file_empty(store: Store, draft: FoundingDraft, problem: type[Exception]) -> None:
    with pytest.raises(problem):
        found(store, draft)

    with store.read() as read:
        assert not has_shop(read)
        assert read.connection.execute(select(JournalEntry.seq)).all() == []


def test_actors_of_a_till(store: Store) -> None:
    found(store, DRAFT)
    with store.read() as read:
        till = this_till(read)

    assert not nobody_at(till).may(Permission.EDIT_SETTINGS)
    assert operator_at(till).may(Permission.EDIT_SETTINGS)
    assert operator_at(till).origin == "command line"
    assert nobody_at(till).staff_id is operator_at(till).staff_id is None
