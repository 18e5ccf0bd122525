"""What the home page and the till are told, and when a backup is due."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from app.services.backup.files import TargetMissing
from app.services.backup.health import backup_health, is_backup_due
from app.services.backup.make import make_backup
from app.services.backup.restore import restore_backup
from app.services.backup.show_key import show_key
from app.services.settings import declared
from app.services.settings.registry import BadSetting
from app.services.settings.service import change_setting
from app.services.shifts.close import CashCount, close_shift
from app.values.money import Money
from tests.support.backups import a_stocked_shop, known_key, opened
from tests.support.goods import Stocked


@pytest.fixture
def stocked(tmp_path: Path) -> Stocked:
    return a_stocked_shop(tmp_path / "data")


def choose(stocked: Stocked, key: str, value: object) -> None:
    with stocked.shop.store.action(stocked.shop.owner, "setting") as uow:
        change_setting(uow, key, value)


def close(stocked: Stocked) -> None:
    with stocked.shop.store.action(stocked.shop.cashier, "shift_closed") as uow:
        close_shift(uow, CashCount(Money(20_000)))


def test_a_shop_without_a_backup_is_warned_after_a_day(stocked: Stocked) -> None:
    store, clock = stocked.shop.store, stocked.shop.clock
    fresh = backup_health(store)
    assert (fresh.last_good, fresh.is_too_old, fresh.needs_key_paper) == (None, False, False)
    assert is_backup_due(store)

    clock.tick(timedelta(hours=27))
    assert backup_health(store).is_too_old
    made = make_backup(store)
    health = backup_health(store)
    assert health.last_good is not None
    assert health.last_good.file == str(made.path)
    assert health.last_good.at == clock.now()
    assert not health.is_too_old
    assert health.is_on_same_disk
    clock.tick(timedelta(hours=26, seconds=1))
    assert backup_health(store).is_too_old
    choose(stocked, declared.BACKUP_WARN_AFTER_HOURS.key, 27)
    assert not backup_health(store).is_too_old


def test_due_every_four_hours_and_at_the_close_of_a_shift(stocked: Stocked) -> None:
    store, clock = stocked.shop.store, stocked.shop.clock
    make_backup(store)
    clock.tick(timedelta(hours=3, minutes=59))
    assert not is_backup_due(store)
    clock.tick(timedelta(minutes=1))
    assert is_backup_due(store)
    make_backup(store)
    assert not is_backup_due(store)

    clock.tick(timedelta(minutes=5))
    close(stocked)
    assert is_backup_due(store)
    clock.tick()
    make_backup(store)
    assert not is_backup_due(store)
    choose(stocked, declared.BACKUP_EVERY_HOURS.key, 1)
    clock.tick(timedelta(hours=1))
    assert is_backup_due(store)


def test_after_a_failure_there_is_a_pause_but_a_shift_that_closes_is_not_kept_waiting(
    stocked: Stocked, tmp_path: Path
) -> None:
    store, clock = stocked.shop.store, stocked.shop.clock
    make_backup(store)
    clock.tick(timedelta(hours=4))
    with pytest.raises(TargetMissing):
        make_backup(store, folder=tmp_path / "stick")
    assert not is_backup_due(store)
    assert backup_health(store).failure is not None
    clock.tick(timedelta(minutes=1))
    close(stocked)
    assert is_backup_due(store)
    clock.tick()
    with pytest.raises(TargetMissing):
        make_backup(store, folder=tmp_path / "stick")
    assert not is_backup_due(store)
    clock.tick(timedelta(minutes=10))
    assert is_backup_due(store)
    make_backup(store)
    assert backup_health(store).failure is None


def test_a_restored_shop_is_backed_up_at_once(stocked: Stocked) -> None:
    shop = stocked.shop
    made = make_backup(shop.store)
    shop.close()
    shop.clock.tick()
    restore_backup(made.path, shop.path, known_key(shop.path.parent), clock=shop.clock)

    with opened(shop.path, shop.clock) as store:
        assert is_backup_due(store)
        shop.clock.tick()
        make_backup(store)
        assert not is_backup_due(store)


def test_the_key_is_asked_for_until_somebody_has_it_on_paper(stocked: Stocked) -> None:
    store = stocked.shop.store
    make_backup(store)
    assert backup_health(store).needs_key_paper
    show_key(store, stocked.shop.owner)
    assert not backup_health(store).needs_key_paper


def test_the_folder_of_the_settings(stocked: Stocked, tmp_path: Path) -> None:
    choose(stocked, declared.BACKUP_FOLDER.key, str(tmp_path / "gone" / "stick"))
    health = backup_health(stocked.shop.store)

    assert health.folder == str(tmp_path / "gone" / "stick")
    assert health.is_on_same_disk is None
    choose(stocked, declared.BACKUP_FOLDER.key, str(tmp_path / "stick"))
    assert backup_health(stocked.shop.store).is_on_same_disk is None
    (tmp_path / "stick").mkdir()
    assert backup_health(stocked.shop.store).is_on_same_disk is True
    for folder in ("backups", "../x", "stick/"):
        with pytest.raises(BadSetting):
            declared.BACKUP_FOLDER.accept(folder)
    for folder in ("", "/media/stick", "E:\\backups", "\\\\server\\share\\x"):
        assert declared.BACKUP_FOLDER.accept(folder) == folder
    assert declared.BACKUP_KEEP_LAST.default == 12
