"""Every declared setting: its default, what it takes, what it refuses; and how a choice is stored."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import insert, select

from app.models.audit import AuditEvent
from app.models.organisation import Setting as SettingRow
from app.services.common.permissions import GrantNeeded
from app.services.settings import declared
from app.services.settings.registry import BadSetting, Setting, UnknownSetting, all_settings, setting_named
from app.services.settings.service import SettingLocked, Settings, change_setting, load_settings
from tests.support.goods import stock_shop
from tests.support.shop import Shop, make_shop

# key: default, values it takes as they are typed, values it refuses.
EXPECTED: dict[str, tuple[object, list[str], list[str]]] = {
    "shop.language": ("zh", ["zh", "en"], ["", "de", "ZH"]),
    "receipt.language": ("zh", ["zh", "en"], ["fr"]),
    "shop.zone": ("Asia/Shanghai", ["Europe/Berlin", "America/New_York"], ["", "Mars/Olympus", "+08:00"]),
    "shop.day_end_hour": (4, ["0", "12"], ["-1", "13", "four", ""]),
    "shop.currency": ("CNY", ["EUR", "USD"], ["", "cny", "YUAN", "人民币"]),
    "shop.currency_exponent": (2, ["0", "3"], ["-1", "4"]),
    "shop.country": ("CN", ["DE"], ["", "cn", "CHN"]),
    "receipt.footer": ("", ["谢谢光临", ""], ["长" * 501]),
    "printer.columns": (48, ["32", "48"], ["40", "0", "wide"]),
    "printer.address": ("", ["", "file:/tmp/out", "tcp:192.168.1.20:9100"], ["192.168.1.20", "usb:1"]),
    "label_printer.address": ("", ["", "usb:0416:5011", "cups:Labels"], ["usb:1", "labels"]),
    "label_printer.answers_status": (False, ["yes", "no"], ["maybe"]),
    "label_printer.size": ("40x30", ["60x40", "70x38"], ["40", "40x31", ""]),
    "label_printer.dots_per_inch": (203, ["203", "300"], ["200", "fine"]),
    "label_printer.gap_mm": (2, ["0", "10"], ["-1", "11", "2.5"]),
    "printer.text_mode": ("gb18030", ["gb18030", "raster"], ["utf-8"]),
    "printer.answers_status": (False, ["yes", "false"], ["maybe"]),
    "drawer.connected": (True, ["true", "no"], ["2"]),
    "cash.round_to_minor": (1, ["1", "10", "100"], ["0", "101"]),
    "cash.rounding": ("nearest", ["nearest", "down", "up"], ["half"]),
    "cash.largest_note_minor": (10_000, ["1", "50000"], ["0", "10000001"]),
    "cash.quick_notes": ("10,20,50,100", ["5, 10", "100"], ["", "ten", "10;20"]),
    "refund.cashier_limit_minor": (10_000, ["0", "50000"], ["-1", "100000001"]),
    "points.per_step": (1, ["0", "10000"], ["-1", "10001"]),
    "points.step_minor": (100, ["1", "1000"], ["0", "1000001"]),
    "points.valid_days": (0, ["0", "365"], ["-1", "3651"]),
    "scale.flags": ("21,22", ["", "20", "20,28,29"], ["2", "2a", "21;22", "２１"]),
    "scale.holds": ("amount", ["weight", "amount"], ["price"]),
    "scale.plu_digits": (5, ["4", "6"], ["3", "7"]),
    "scale.verify_check_digit": (False, ["true", "false"], ["perhaps"]),
    "staff.lock_after_attempts": (5, ["3", "10"], ["2", "11"]),
    "staff.lock_seconds": (60, ["10", "3600"], ["9", "3601"]),
    "backup.folder": ("", ["", "/media/stick/shop", "E:\\shop", "\\\\server\\share\\shop"], ["stick", "../shop"]),
    "backup.every_hours": (4, ["1", "24"], ["0", "25"]),
    "backup.warn_after_hours": (26, ["1", "720"], ["0", "721"]),
    "backup.keep_last": (12, ["1", "200"], ["0", "201"]),
    "setup.done": ("", ["", "money,printer"], ["money;printer", "x" * 101]),
    "ui.theme": ("light", ["light", "dark", "system"], ["", "blue", "Dark"]),
    "ui.scale_percent": (100, ["100", "110", "125", "150"], ["0", "99", "120", "200"]),
}
LOCKED = {"shop.currency", "shop.currency_exponent"}
SETTINGS = {setting.key: setting for setting in all_settings()}


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    return make_shop(tmp_path)


def choose(shop: Shop, key: str, value: object, scope: str = "") -> None:
    with shop.store.act(shop.owner, "settings") as uow:
        change_setting(uow, key, value, scope=scope)
        uow.commit()


def load(shop: Shop, scope: str = "") -> Settings:
    with shop.store.read() as read:
        return load_settings(read, scope=scope)


def test_the_table_above_is_complete() -> None:
    assert set(SETTINGS) == set(EXPECTED)
    assert {key for key, setting in SETTINGS.items() if setting.locks_after_sale} == LOCKED


@pytest.mark.parametrize("key", EXPECTED)
def test_a_setting_has_its_default_and_a_label(key: str) -> None:
    setting, (default, _, _) = SETTINGS[key], EXPECTED[key]

    assert setting.default == default
    assert setting.accept(setting.default) == default  # type: ignore[arg-type]
    assert setting.label
    assert setting.expected()
    assert Settings({}).get(setting) == default  # type: ignore[type-var]


@pytest.mark.parametrize(("key", "typed"), [(key, typed) for key, (_, good, _) in EXPECTED.items() for typed in good])
def test_a_setting_takes(shop: Shop, key: str, typed: str) -> None:
    value = SETTINGS[key].read(typed)
    choose(shop, key, value)

    assert load(shop).get(SETTINGS[key]) == value  # type: ignore[type-var]


@pytest.mark.parametrize(("key", "typed"), [(key, typed) for key, (_, _, bad) in EXPECTED.items() for typed in bad])
def test_a_setting_refuses(key: str, typed: str) -> None:
    with pytest.raises(BadSetting) as told:
        SETTINGS[key].read(typed)

    assert key in str(told.value)
    assert SETTINGS[key].expected() in str(told.value)


@pytest.mark.parametrize("key", EXPECTED)
def test_a_value_of_another_type_is_refused(shop: Shop, key: str) -> None:
    for wrong in (None, 1.5, ["zh"], b"zh"):
        with pytest.raises(BadSetting):
            SETTINGS[key].accept(wrong)


def test_true_is_no_number() -> None:
    with pytest.raises(BadSetting):
        declared.DAY_END_HOUR.accept(True)
    with pytest.raises(BadSetting):
        declared.DRAWER.accept(1)


def test_a_key_is_declared_once() -> None:
    with pytest.raises(ValueError, match="declared twice"):
        Setting("shop.language", "zh", "again")
    with pytest.raises(UnknownSetting, match=r"shop\.colour"):
        setting_named("shop.colour")


def test_a_choice_leaves_who_what_and_before(shop: Shop) -> None:
    choose(shop, "cash.round_to_minor", 10)

    with shop.store.read() as read:
        row = read.connection.execute(
            select(AuditEvent.staff_id, AuditEvent.detail)
            .where(AuditEvent.action == "setting_changed")
            .order_by(AuditEvent.journal_seq.desc())
        ).first()
        stored = read.connection.execute(
            select(SettingRow.row_version, SettingRow.updated_by).where(SettingRow.key == "cash.round_to_minor")
        ).one()
    assert row is not None
    assert row.staff_id == stored.updated_by == shop.owner.staff_id
    assert json.loads(row.detail) == {"key": "cash.round_to_minor", "before": 1, "after": 10, "scope": ""}
    choose(shop, "cash.round_to_minor", 50)
    with shop.store.read() as read:
        version = select(SettingRow.row_version).where(SettingRow.key == "cash.round_to_minor")
        assert read.connection.execute(version).scalar_one() == stored.row_version + 1


def test_a_till_may_differ_from_its_shop(shop: Shop) -> None:
    scope = shop.till.till_id.hex()
    choose(shop, "printer.columns", 32, scope=scope)

    assert load(shop).get(declared.PAPER_COLUMNS) == 48
    assert load(shop, scope=scope).get(declared.PAPER_COLUMNS) == 32
    assert load(shop, scope=scope).get(declared.LANGUAGE) == "zh"


def test_a_cashier_chooses_nothing(shop: Shop) -> None:
    with pytest.raises(GrantNeeded), shop.store.act(shop.cashier, "settings") as uow:
        change_setting(uow, "shop.language", "en")


@pytest.mark.parametrize(("key", "value"), [("shop.language", "de"), ("shop.day_end_hour", 99), ("no.such", 1)])
def test_a_refused_choice_changes_nothing(shop: Shop, key: str, value: object) -> None:
    before = load(shop)
    with pytest.raises((BadSetting, UnknownSetting)):
        choose(shop, key, value)

    assert load(shop) == before


@pytest.mark.parametrize(("key", "value"), [("shop.currency", "EUR"), ("shop.currency_exponent", 0)])
def test_the_currency_locks_with_the_first_sale(shop: Shop, key: str, value: object) -> None:
    choose(shop, key, value)
    choose(shop, key, SETTINGS[key].default)
    stock_shop(shop).sell(("water", 1))

    with pytest.raises(SettingLocked, match="cannot change any more"):
        choose(shop, key, value)
    choose(shop, key, SETTINGS[key].default)  # no change is no harm
    choose(shop, "shop.language", "en")


def test_the_day_is_made_of_two_settings(shop: Shop) -> None:
    choose(shop, "shop.zone", "Europe/Berlin")
    choose(shop, "shop.day_end_hour", 6)
    day = load(shop).day

    assert (day.zone.key, day.end_hour) == ("Europe/Berlin", 6)
    shop.store.day = day
    shop.clock.at = shop.clock.at.replace(hour=4, minute=30) + timedelta(days=1)  # 05:30 there
    with shop.store.read() as read:
        assert read.business_date == shop.clock.at.date() - timedelta(days=1)


@pytest.mark.parametrize("stored", ['"five"', "null", "[]", "true"])
def test_a_stored_value_of_another_type_counts_as_not_chosen(shop: Shop, stored: str) -> None:
    row = {"key": "staff.lock_after_attempts", "scope": "", "value": stored, "row_version": 1, "updated_by": None}
    with shop.store.act(replace(shop.owner), "settings") as uow:
        uow.connection.execute(insert(SettingRow), {**row, "updated_at": uow.now})
        uow.commit()

    assert load(shop).get(declared.LOCK_ATTEMPTS) == 5
