"""All settings at a glance, their explanations, and who changed what when."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from app.services.common.permissions import GrantNeeded
from app.services.settings.explained import CHOICES, EXPLAINED, explanation, is_money, unit_of
from app.services.settings.overview import SettingState, choose_setting, list_changes, setting_states
from app.services.settings.registry import all_settings
from app.services.settings.service import change_own_language
from tests.support.goods import stock_shop
from tests.support.shop import Shop, make_shop

KEYS = [setting.key for setting in all_settings()]


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    return make_shop(tmp_path)


def states(shop: Shop) -> dict[str, SettingState]:
    with shop.store.read() as read:
        found = setting_states(read, scope=shop.owner.till_id.hex())
    return {state.setting.key: state for state in found}


def choose(shop: Shop, key: str, value: object) -> None:
    with shop.store.act(shop.owner, "setting") as uow:
        choose_setting(uow, key, value)
        uow.commit()


@pytest.mark.parametrize("key", KEYS)
def test_every_setting_is_explained(key: str) -> None:
    sentence = explanation(key)
    assert len(sentence) > 20, f"{key} needs its sentence in app/services/settings/explained.py"
    assert sentence.endswith(".")


def test_nothing_is_explained_that_is_not_there() -> None:
    assert set(EXPLAINED) <= set(KEYS)
    assert set(CHOICES) <= set(KEYS)


@pytest.mark.parametrize("key", KEYS)
def test_choices_in_code_words_have_words_for_people(key: str) -> None:
    setting = next(one for one in all_settings() if one.key == key)
    words = [choice for choice in setting.choices if isinstance(choice, str) and choice.isalpha()]
    assert set(words) <= set(CHOICES.get(key, {}))


def test_units_come_from_the_key() -> None:
    assert is_money("cash.round_to_minor")
    assert not is_money("points.valid_days")
    assert unit_of("staff.lock_seconds") == "seconds"
    assert unit_of("points.per_step") == ""


def test_a_state_knows_who_and_when(shop: Shop) -> None:
    choose(shop, "cash.round_to_minor", 10)
    state = states(shop)["cash.round_to_minor"]
    assert (state.value, state.is_default, state.changed_by) == (10, False, "王老板")
    assert states(shop)["ui.theme"].changed_at is None


def test_a_setting_that_this_till_chose_for_itself_is_changed_for_this_till(shop: Shop) -> None:
    with shop.store.act(shop.owner, "language") as uow:
        change_own_language(uow, "en")
        uow.commit()
    choose(shop, "shop.language", "zh")
    assert states(shop)["shop.language"].value == "zh"


def test_what_money_was_written_in_is_locked(shop: Shop) -> None:
    assert not states(shop)["shop.currency"].is_locked
    stock_shop(shop).sell(("water", 1))
    assert {key for key, state in states(shop).items() if state.is_locked} == {
        "shop.currency",
        "shop.currency_exponent",
    }


def test_changes_are_listed_newest_first_for_one_or_for_all(shop: Shop) -> None:
    for coin in (10, 50):
        choose(shop, "cash.round_to_minor", coin)
        shop.clock.tick(timedelta(minutes=1))
    choose(shop, "ui.theme", "dark")
    with shop.store.read() as read:
        one = list_changes(read, "cash.round_to_minor", None, 10)
        first = list_changes(read, "", None, 2)
        second = list_changes(read, "", first.after, 100)
    assert [(change.before, change.after, change.by) for change in one.rows] == [(10, 50, "王老板"), (1, 10, "王老板")]
    assert one.total == 2
    assert [change.after for change in first.rows] == ["dark", 50]
    assert second.rows[0].after == 10
    assert first.total == len(first.rows) + len(second.rows)


def test_a_cashier_chooses_nothing(shop: Shop) -> None:
    with pytest.raises(GrantNeeded), shop.store.act(shop.cashier, "setting") as uow:
        choose_setting(uow, "ui.theme", "dark")
