"""The steps of the set-up, and money and tax as the owner chooses them."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select

from app.models.catalogue import TaxClass
from app.services.common.permissions import GrantNeeded
from app.services.settings import declared
from app.services.settings.service import SettingLocked, Settings, change_setting, load_settings
from app.services.staff.money_set_up import (
    CURRENCIES,
    TAX_PRESETS,
    MoneyChoice,
    MoneyState,
    TaxInUse,
    choose_money,
    money_state,
)
from app.services.staff.recovery import issue_recovery_code
from app.services.staff.set_up import SetUpKey, set_up_steps, settle_step
from tests.support.goods import stock_shop
from tests.support.shop import QUICK_HASHING, Shop, make_shop

EURO = next(preset for preset in CURRENCIES if preset.code == "EUR")
DINAR = next(preset for preset in CURRENCIES if preset.code == "KWD")


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    return make_shop(tmp_path)


def done(shop: Shop) -> set[str]:
    with shop.store.read() as read:
        return {step.key.value for step in set_up_steps(read, load_settings(read)) if step.done}


def settle(shop: Shop, key: SetUpKey) -> None:
    with shop.store.act(shop.owner, "set_up") as uow:
        settle_step(uow, key)
        uow.commit()


def choose(shop: Shop, choice: MoneyChoice) -> None:
    with shop.store.act(shop.owner, "money") as uow:
        choose_money(uow, choice)
        uow.commit()


def state(shop: Shop) -> tuple[MoneyState, Settings]:
    with shop.store.read() as read:
        settings = load_settings(read)
        return money_state(read, settings), settings


def test_steps_are_done_by_what_the_file_shows(shop: Shop) -> None:
    assert done(shop) == set()
    assert shop.owner.staff_id is not None
    with shop.store.act(shop.owner, "set_up") as uow:
        issue_recovery_code(uow, shop.owner.staff_id, hashing=QUICK_HASHING)
        change_setting(uow, declared.PRINTER.key, "tcp:192.168.1.50")
        uow.commit()
    assert done(shop) == {"recovery", "printer"}
    stock_shop(shop)
    assert done(shop) == {"recovery", "printer", "goods"}


def test_a_step_can_be_called_settled_but_the_recovery_code_not(shop: Shop) -> None:
    for key in SetUpKey:
        settle(shop, key)
    assert done(shop) == {"money", "printer", "scanner", "goods"}
    with shop.store.read() as read:
        assert {step.key.value: step.can_skip for step in set_up_steps(read, load_settings(read))}["recovery"] is False


def test_a_cashier_settles_nothing(shop: Shop) -> None:
    with pytest.raises(GrantNeeded), shop.store.act(shop.cashier, "set_up") as uow:
        settle_step(uow, SetUpKey.GOODS)


@pytest.mark.parametrize("preset", CURRENCIES, ids=lambda preset: preset.code)
def test_every_currency_brings_settings_that_are_taken(shop: Shop, preset: object) -> None:
    chosen = next(one for one in CURRENCIES if one is preset)
    choose(shop, MoneyChoice(chosen, chosen.coin, "nearest"))
    now, settings = state(shop)
    assert (now.currency, now.exponent, now.coin) == (chosen.code, chosen.exponent, chosen.coin)
    if chosen.code != "CNY":
        assert settings.get(declared.QUICK_NOTES) == chosen.notes
        assert settings.get(declared.LARGEST_NOTE) == chosen.largest * 10**chosen.exponent


def test_the_currency_is_locked_after_the_first_sale_and_the_rest_is_not(shop: Shop) -> None:
    stocked = stock_shop(shop)
    stocked.sell(("water", 1))
    assert state(shop)[0].is_locked
    with pytest.raises(SettingLocked):
        choose(shop, MoneyChoice(EURO, 1, "nearest"))
    choose(shop, MoneyChoice(None, 50, "down"))
    assert (state(shop)[0].currency, state(shop)[0].coin, state(shop)[0].rounding) == ("CNY", 50, "down")


@pytest.mark.parametrize("key", TAX_PRESETS)
def test_taxes_are_those_of_the_preset_and_there_and_back_again(shop: Shop, key: str) -> None:
    choose(shop, MoneyChoice(None, 1, "nearest", taxes=key))
    now = state(shop)[0]
    assert now.taxes == key
    assert now.tax_names[0] == TAX_PRESETS[key]["zh"][0].name
    choose(shop, MoneyChoice(None, 1, "nearest", taxes="china"))
    assert state(shop)[0].taxes == "china"
    assert set(state(shop)[0].tax_names) == {"增值税 13%", "增值税 9%", "免税"}


def test_the_usual_rate_can_be_another_one(shop: Shop) -> None:
    choose(shop, MoneyChoice(None, 1, "nearest", taxes="america", main_rate_bp=825))
    with shop.store.read() as read:
        row = read.connection.execute(select(TaxClass).where(TaxClass.rate_bp == 825)).one()
    assert (row.name, row.inclusive) == ("销售税 8.25%", False)
    assert state(shop)[0].main_rate_bp == 825


def test_a_tax_that_goods_carry_is_not_closed(shop: Shop) -> None:
    stock_shop(shop)
    before = state(shop)[0]
    with pytest.raises(TaxInUse):
        choose(shop, MoneyChoice(None, 1, "nearest", taxes="none"))
    assert state(shop)[0] == before


def test_a_currency_of_three_decimals_has_its_largest_note_in_them(shop: Shop) -> None:
    choose(shop, MoneyChoice(DINAR, 5, "nearest"))
    assert state(shop)[1].get(declared.LARGEST_NOTE) == 20_000
