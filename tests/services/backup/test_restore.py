"""Restoring: all of it or nothing, and afterwards no number and no place stands twice."""

from __future__ import annotations

import json
import os
import shutil
import stat
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.models.migrate import NewerSchema
from app.services.backup import restore
from app.services.backup.container import BackupAltered, BackupCut, WrongKey, write_container
from app.services.backup.contents import BackupUnsound
from app.services.backup.epochs import NOTE_NAME
from app.services.backup.key import RecoveryKey
from app.services.backup.key_file import KEY_NAME, keep_key
from app.services.backup.make import make_backup
from app.services.backup.restore import OtherShop, restore_backup
from app.services.backup.state import load_state
from app.services.backup.unpack import BackupUnreadable, header_of, unpack
from app.services.backup.watch import UNWATCHED, Step, Stopped
from app.services.checkout.drafts import held_baskets, hold_basket, open_basket, save_open
from app.services.common.instance import AlreadyRunning, InstanceLock
from app.services.receipts.compose import compose_test_page
from app.services.receipts.queue import enqueue_drawer, enqueue_paper, offered_jobs
from app.services.shifts.close import CashCount, close_shift
from app.values.errors import UserError
from app.values.money import Money
from tests.support.backups import (
    RECEIPTS,
    Backed,
    a_stocked_shop,
    another_shop,
    facts,
    fingerprint,
    known_key,
    opened,
    repeated,
    restored,
    sell_on,
    sentences,
    sold_on_after_backup,
    spoil,
    stopped_after,
)


@pytest.fixture
def backed(tmp_path: Path) -> Backed:
    """A shop that sold on after its backup."""
    return sold_on_after_backup(tmp_path)


# On a fresh machine


def test_a_fresh_machine_goes_on_selling(backed: Backed, tmp_path: Path) -> None:
    done = restored(backed, tmp_path / "new")
    new = tmp_path / "new" / "shuke.db"

    assert (done.epoch, done.set_aside, done.findings, done.sales) == (2, None, (), 3)
    assert sentences(new) == []
    sold = sell_on(new, backed.stocked)
    assert [sale.number for sale in sold] == ["T1.2-000001", "T1.2-000002"]
    assert sentences(new) == []
    backed.stocked.shop.close()
    assert repeated(backed.path, new) == []
    assert len(facts(backed.path, RECEIPTS) | facts(new, RECEIPTS)) == 3 + 2 + 2


def test_the_folder_is_ready_for_the_next_backup(backed: Backed, tmp_path: Path) -> None:
    done = restored(backed, tmp_path / "new")
    folder = tmp_path / "new"

    assert {path.name for path in folder.iterdir() if path.suffix != ".lock"} == {
        "shuke.db",
        KEY_NAME,
        NOTE_NAME,
        "backup-state.json",
    }
    if os.name == "posix":
        assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {0o600}
    assert known_key(folder) == backed.key
    assert load_state(folder).restored_at == backed.stocked.shop.clock.now()
    with opened(folder / "shuke.db", backed.stocked.shop.clock) as store:
        made = make_backup(store, folder=tmp_path / "stick")
    assert made.header.epoch == done.epoch
    assert not made.key_is_new


def test_an_audit_row_says_what_was_restored(backed: Backed, tmp_path: Path) -> None:
    restored(backed, tmp_path / "new")
    query = "SELECT epoch, journal_seq, origin, detail FROM audit_event WHERE action = 'restored'"
    ((epoch, seq, origin, detail),) = facts(tmp_path / "new" / "shuke.db", query)

    assert (epoch, seq, origin) == (2, 1, "command line")
    assert json.loads(str(detail))["data_of"] == "2026-01-05T01:00:00+00:00"


def test_a_shift_that_was_open_is_closed_in_the_next_epoch(backed: Backed, tmp_path: Path) -> None:
    restored(backed, tmp_path / "new")
    new = tmp_path / "new" / "shuke.db"
    sell_on(new, backed.stocked)
    with (
        opened(new, backed.stocked.shop.clock) as store,
        store.action(backed.stocked.shop.cashier, "shift_closed") as uow,
    ):
        close_shift(uow, CashCount(Money(1000)))

    assert sentences(new) == []


# Over the file that is there


def test_what_was_there_is_set_aside_and_never_deleted(backed: Backed, tmp_path: Path) -> None:
    before = facts(backed.path, RECEIPTS)
    backed.stocked.shop.close()
    done = restored(backed, backed.folder)

    assert done.set_aside is not None
    aside = done.set_aside / "shuke.db"
    assert not backed.path.with_name("shuke.db-wal").exists()
    assert facts(aside, RECEIPTS) == before
    assert len(facts(backed.path, RECEIPTS)) == 3
    sell_on(backed.path, backed.stocked)
    assert repeated(aside, backed.path) == []
    assert sentences(backed.path) == []


def test_what_only_lay_in_the_log_is_set_aside_too(backed: Backed) -> None:
    """A till that lost power leaves its last sales in the log."""
    kept = backed.folder.parent / "killed"
    shutil.copytree(backed.folder, kept)
    assert (kept / "shuke.db-wal").stat().st_size > 0
    wanted = facts(backed.path, RECEIPTS)
    done = restore_backup(backed.made.path, kept / "shuke.db", backed.key, clock=backed.stocked.shop.clock)

    assert done.set_aside is not None
    assert facts(done.set_aside / "shuke.db", RECEIPTS) == wanted
    assert sentences(kept / "shuke.db") == []


def test_restored_again_and_again_from_the_same_backup(backed: Backed) -> None:
    """Each time somebody sold before the next; the numbers of all of them together stand once."""
    backed.stocked.shop.close()
    asides, numbers = [], []
    for _ in range(4):
        done = restored(backed, backed.folder)
        assert done.set_aside is not None
        asides.append(done.set_aside / "shuke.db")
        numbers += [sale.number for sale in sell_on(backed.path, backed.stocked)]

    assert len(set(numbers)) == 8
    assert numbers[-1] == "T1.5-000002"
    assert repeated(backed.path, *asides) == []


def test_a_damaged_file_hinders_nobody(backed: Backed, tmp_path: Path) -> None:
    first = restored(backed, tmp_path / "new")
    sold = sell_on(tmp_path / "new" / "shuke.db", backed.stocked)
    (tmp_path / "new" / "shuke.db").write_bytes(b"SQLite format 3\0" + b"\xee" * 9000)
    (tmp_path / "stick" / NOTE_NAME).unlink()
    done = restored(backed, tmp_path / "new")

    # What it cannot say itself, the note beside it says.
    assert done.epoch == first.epoch + 1
    assert done.set_aside is not None
    assert (done.set_aside / "shuke.db").stat().st_size == 9016
    again = sell_on(tmp_path / "new" / "shuke.db", backed.stocked)
    assert not {sale.number for sale in sold} & {sale.number for sale in again}


def test_a_log_without_its_file_is_not_read_with_the_restored_one(backed: Backed, tmp_path: Path) -> None:
    new = tmp_path / "new"
    new.mkdir()
    shutil.copyfile(backed.path.with_name("shuke.db-wal"), new / "shuke.db-wal")
    restored(backed, new)

    assert len(facts(new / "shuke.db", RECEIPTS)) == 3
    assert sentences(new / "shuke.db") == []


def test_another_key_that_lay_there_is_set_aside(backed: Backed, tmp_path: Path) -> None:
    new = tmp_path / "new"
    new.mkdir()
    keep_key(new, RecoveryKey.random())
    other = (new / KEY_NAME).read_bytes()
    restored(backed, new)

    assert known_key(new) == backed.key
    (kept,) = new.glob(f"set-aside/*/{KEY_NAME}")
    assert kept.read_bytes() == other


# What must not happen twice


def test_papers_are_asked_about_and_the_drawer_stays_shut(tmp_path: Path) -> None:
    from app.services.checkout.paper import shop_header
    from app.services.checkout.values import SaleRules
    from app.services.devices.profile import CHINESE_80

    stocked = a_stocked_shop(tmp_path / "data")
    shop = stocked.shop
    with shop.store.action(shop.cashier, "paper") as uow:
        page = compose_test_page(shop_header(uow, shop.till.shop_id, SaleRules()), CHINESE_80, language="zh")
        enqueue_drawer(uow)
        enqueue_paper(uow, page)
    made = make_backup(shop.store)
    waiting = facts(shop.path, "SELECT hex(id) FROM print_job WHERE state = 'queued' AND kind <> 'drawer'")
    shop.close()
    restore_backup(made.path, shop.path, known_key(shop.path.parent), clock=shop.clock)

    assert facts(shop.path, "SELECT count(*) FROM print_job WHERE state IN ('queued', 'sending')") == {(0,)}
    assert facts(shop.path, "SELECT DISTINCT state FROM print_job WHERE kind = 'drawer'") == {("failed",)}
    with opened(shop.path, shop.clock) as store, store.read() as read:
        offered = offered_jobs(read, shop.till.till_id)
    assert {(job.id.hex().upper(),) for job in offered} == waiting
    assert len(waiting) == 4


def test_the_open_basket_is_put_on_hold(tmp_path: Path) -> None:
    """It may have been sold after the backup; nobody shall sell it again without looking."""
    stocked = a_stocked_shop(tmp_path / "data")
    shop = stocked.shop
    with shop.store.action(shop.cashier, "hold") as uow:
        hold_basket(uow, stocked.basket(("milk", 1)), label="红衣")
        save_open(uow, stocked.basket(("water", 9)))
    made = make_backup(shop.store)
    shop.close()
    restore_backup(made.path, shop.path, known_key(shop.path.parent), clock=shop.clock)

    with opened(shop.path, shop.clock) as store, store.read() as read:
        assert open_basket(read, shop.till.till_id) is None
        held = held_baskets(read, shop.till.till_id)
    assert [(basket.hold_no, basket.label) for basket in held] == [(1, "红衣"), (2, "恢复前的购物篮")]
    assert sentences(shop.path) == []


# What is refused, and that nothing is touched then


@given(st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_torn_file(backed: Backed, tmp_path: Path, data: st.DataObject) -> None:
    whole = backed.made.path.read_bytes()
    torn = tmp_path / "torn.shuke"
    torn.write_bytes(whole[: data.draw(st.integers(0, len(whole) - 1))])
    refused(backed, torn, tmp_path)


@given(st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_file_with_a_flipped_bit(backed: Backed, tmp_path: Path, data: st.DataObject) -> None:
    changed = bytearray(backed.made.path.read_bytes())
    bit = data.draw(st.integers(0, len(changed) * 8 - 1))
    changed[bit // 8] ^= 1 << bit % 8
    (tmp_path / "flipped.shuke").write_bytes(changed)
    refused(backed, tmp_path / "flipped.shuke", tmp_path)


def refused(backed: Backed, file: Path, tmp_path: Path) -> None:
    """A fresh folder stays empty."""
    new = tmp_path / "fresh"
    shutil.rmtree(new, ignore_errors=True)
    with pytest.raises(UserError) as told:
        restored(backed, new, file)
    assert "Nothing was changed" in str(told.value)
    assert [path.name for path in new.iterdir()] == ["shuke.lock"]


def test_a_live_shop_is_not_touched_by_what_is_refused(backed: Backed, tmp_path: Path) -> None:
    backed.stocked.shop.close()
    theirs = another_shop(tmp_path / "theirs")
    (tmp_path / "torn.shuke").write_bytes(backed.made.path.read_bytes()[:-5])
    (tmp_path / "swapped.shuke").write_bytes(theirs.path.read_bytes()[:600] + backed.made.path.read_bytes()[600:])
    before = fingerprint(backed.folder)
    for file, key, told in (
        (backed.made.path, RecoveryKey.random(), WrongKey),
        (theirs.path, backed.key, WrongKey),
        (theirs.path, known_key(tmp_path / "theirs"), OtherShop),
        (tmp_path / "torn.shuke", backed.key, BackupCut),
        (tmp_path / "swapped.shuke", backed.key, UserError),
        (tmp_path / "none.shuke", backed.key, BackupUnreadable),
        (tmp_path, backed.key, BackupUnreadable),
        (backed.path, backed.key, UserError),
    ):
        with pytest.raises(told) as said:
            restore_backup(file, backed.path, key)
        assert "Nothing was changed" in str(said.value)
        assert fingerprint(backed.folder) == before


def sealed_anew(backed: Backed, plain: Path, file: Path, **changes: object) -> Path:
    """A backup that the key's owner sealed, of data that are not sound."""
    unpacked = unpack(backed.made.path, backed.key, file.with_suffix(".unpacked"), UNWATCHED)
    header = replace(unpacked.header, size_bytes=plain.stat().st_size, **changes)  # type: ignore[arg-type]
    content = plain.read_bytes()
    chunks = [content[at : at + 2**20] for at in range(0, len(content), 2**20)]
    with file.open("wb") as sink:
        write_container(sink, header, backed.key, [unpacked.contents.to_bytes(), *chunks])
    return file


@pytest.mark.parametrize("table", ["sale", "product_search_data"])
def test_damaged_data_inside_a_sound_envelope(backed: Backed, tmp_path: Path, table: str) -> None:
    plain = tmp_path / "plain.db"
    unpack(backed.made.path, backed.key, plain, UNWATCHED)
    spoil(plain, table)
    file = sealed_anew(backed, plain, tmp_path / "bad.shuke")

    with pytest.raises(BackupUnsound):
        restored(backed, tmp_path / "new", file)
    assert not (tmp_path / "new" / "shuke.db").exists()


def test_other_data_than_the_envelope_says(backed: Backed, tmp_path: Path) -> None:
    """Somebody put another day's file in."""
    backed.stocked.shop.close()
    file = sealed_anew(backed, backed.path, tmp_path / "bad.shuke")
    with pytest.raises(BackupUnsound):
        restored(backed, tmp_path / "new", file)


def test_an_envelope_with_nothing_in_it(backed: Backed, tmp_path: Path) -> None:
    file = tmp_path / "empty.shuke"
    with file.open("wb") as sink:
        write_container(sink, header_of(backed.made.path), backed.key, [])
    with pytest.raises(BackupAltered):
        restored(backed, tmp_path / "new", file)


def test_data_of_a_later_version(backed: Backed, tmp_path: Path) -> None:
    plain = tmp_path / "plain.db"
    unpack(backed.made.path, backed.key, plain, UNWATCHED)
    file = sealed_anew(backed, plain, tmp_path / "later.shuke", schema="9999")

    with pytest.raises(NewerSchema):
        restored(backed, tmp_path / "new", file)
    assert not (tmp_path / "new" / "shuke.db").exists()


def test_a_running_till_is_not_pulled_away(backed: Backed) -> None:
    lock = InstanceLock(backed.folder)
    lock.take()
    before = fingerprint(backed.folder)
    with pytest.raises(AlreadyRunning):
        restored(backed, backed.folder)
    lock.release()
    assert fingerprint(backed.folder) == before


@pytest.mark.parametrize("step", [Step.OPEN, Step.CHECK, Step.VERIFY])
def test_stopped_changes_nothing(backed: Backed, step: Step) -> None:
    backed.stocked.shop.close()
    before = fingerprint(backed.folder)
    with pytest.raises(Stopped):
        restore_backup(
            backed.made.path, backed.path, backed.key, clock=backed.stocked.shop.clock, watch=stopped_after(step)
        )
    after = fingerprint(backed.folder)
    after.pop(NOTE_NAME, None)  # an epoch that was only noted is lost; no number is
    assert after == before
    assert not (backed.folder / restore.WORK_NAME).exists()
