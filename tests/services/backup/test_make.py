"""Making a backup: what is given its name was opened again and is whole; what fails leaves older ones as they were."""

from __future__ import annotations

import errno
import os
import stat
from datetime import timedelta
from pathlib import Path
from typing import Any, BinaryIO

import pytest

from app.models.database import Database
from app.services.backup import copy_out, files, make
from app.services.backup.files import NoRoomToWork, TargetFails, TargetForbidden, TargetFull, TargetMissing
from app.services.backup.key_file import KEY_NAME, KeyFileDamaged
from app.services.backup.make import BackupRunning, DataDamaged, make_backup, one_at_a_time
from app.services.backup.state import change_state, load_state
from app.services.backup.target import list_backups
from app.services.backup.unpack import header_of, unpack
from app.services.backup.watch import UNWATCHED, Step, Stopped, Watch
from app.services.settings import declared
from app.services.settings.service import change_setting
from app.values.errors import ShukeError, StoreError
from tests.support.backups import (
    a_backed_up_shop,
    a_stocked_shop,
    another_shop,
    facts,
    known_key,
    opened,
    spoil,
    stopped_after,
)
from tests.support.goods import Stocked
from tests.support.tables import dump_tables


@pytest.fixture
def stocked(tmp_path: Path) -> Stocked:
    return a_stocked_shop(tmp_path / "data")


def choose(stocked: Stocked, **values: object) -> None:
    """Choose settings as the owner would."""
    for key, value in values.items():
        with stocked.shop.store.action(stocked.shop.owner, "setting") as uow:
            change_setting(uow, key.replace("__", "."), value)


def opened_again(made: make.BackupMade, folder: Path, target: Path) -> Path:
    unpack(made.path, known_key(folder), target, UNWATCHED)
    return target


def test_a_backup_holds_every_row(stocked: Stocked, tmp_path: Path) -> None:
    before = dump_tables(stocked.shop.database)
    made = make_backup(stocked.shop.store)

    again = Database(opened_again(made, stocked.shop.path.parent, tmp_path / "again.db"))
    assert dump_tables(again) == before
    again.close()
    assert dump_tables(stocked.shop.database) == before
    assert made.contents.counts["sale"] == 3
    assert made.is_same_disk
    assert made.key_is_new


def test_it_says_whose_it_is_and_shows_nothing_else(stocked: Stocked) -> None:
    made = make_backup(stocked.shop.store)
    header = header_of(made.path)

    assert (header.shop_name, header.till_code, header.epoch) == ("熟客便利店", "T1", 1)
    assert header.made_at == stocked.shop.clock.now()
    data = made.path.read_bytes()
    for words in ("农夫山泉", "13800138000", "SQLite format 3", "sale_line"):
        assert words.encode() not in data
    if os.name == "posix":
        assert stat.S_IMODE(made.path.stat().st_mode) == 0o600
        assert stat.S_IMODE((made.path.parent.parent / KEY_NAME).stat().st_mode) == 0o600


def test_nothing_plain_and_nothing_unfinished_is_left(stocked: Stocked) -> None:
    made = make_backup(stocked.shop.store)
    folder = stocked.shop.path.parent

    assert not (folder / make.WORK_NAME).exists()
    assert [path.name for path in made.path.parent.iterdir()] == [made.path.name]


def test_the_till_sells_while_it_is_copied(stocked: Stocked, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A copy that starts anew at every sale would never end in a busy shop; and no sale may wait for it."""
    monkeypatch.setattr(copy_out, "PAGES_A_STEP", 20)
    seen: list[int] = []

    def sell_meanwhile(step: Step, done: int, total: int) -> None:
        del total
        if step is Step.COPY:
            seen.append(done)
            stocked.sell(("water", 1))

    made = make_backup(stocked.shop.store, watch=Watch(sell_meanwhile))

    assert len(seen) > 5
    assert seen == sorted(seen)
    assert made.contents.counts["sale"] == 3
    again = opened_again(made, stocked.shop.path.parent, tmp_path / "again.db")
    assert len(facts(again, "SELECT number FROM sale")) == 3
    assert len(facts(stocked.shop.path, "SELECT number FROM sale")) == 3 + len(seen)


def test_two_in_one_second_do_not_write_over_each_other(stocked: Stocked) -> None:
    one, two = make_backup(stocked.shop.store), make_backup(stocked.shop.store)

    assert one.path != two.path
    assert {listed.path for listed in list_backups(one.path.parent)} == {one.path, two.path}
    assert not two.key_is_new


def test_the_chosen_folder_is_used(stocked: Stocked, tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    choose(stocked, backup__folder=str(tmp_path / "stick"))

    assert make_backup(stocked.shop.store).path.parent == tmp_path / "stick"
    assert make_backup(stocked.shop.store, folder=tmp_path).path.parent == tmp_path


def test_old_ones_go_and_other_files_stay(stocked: Stocked, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    other = another_shop(tmp_path / "other", to=stick)
    (stick / "photo.shuke").write_bytes(b"no backup")
    choose(stocked, **{declared.BACKUP_KEEP_LAST.key.replace(".", "__"): 2})
    made = []
    for _ in range(5):
        stocked.shop.clock.tick(timedelta(hours=1))
        made.append(make_backup(stocked.shop.store, folder=stick))

    # All on one day: the two newest stay, and the newest is that of the day, the week and the month.
    assert [listed.path for listed in list_backups(stick, till=stocked.shop.till)] == [made[4].path, made[3].path]
    assert made[4].removed == (made[2].path,)
    assert other.path.exists()
    assert (stick / "photo.shuke").exists()


# What can go wrong


class Failing:
    """A file on a stick that breaks down after some bytes."""

    def __init__(self, file: BinaryIO, room: int, problem: int) -> None:
        self._file, self._room, self._problem = file, room, problem

    def write(self, data: bytes) -> int:
        self._room -= len(data)
        if self._room < 0:
            raise OSError(self._problem, os.strerror(self._problem))
        return self._file.write(data)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)

    def __enter__(self) -> Failing:
        return self

    def __exit__(self, *about: object) -> None:
        self._file.close()


@pytest.mark.parametrize(
    ("problem", "told"),
    [
        (errno.ENOSPC, TargetFull),
        (errno.EROFS, TargetForbidden),
        (errno.EIO, TargetFails),
        (errno.ENODEV, TargetMissing),
    ],
)
@pytest.mark.parametrize("room", [0, 10, 4000])
def test_a_stick_that_fails_leaves_the_older_backup(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, problem: int, told: type[ShukeError], room: int
) -> None:
    backed = a_backed_up_shop(tmp_path / "data", to=tmp_path / "stick")
    before = backed.made.path.read_bytes()
    real = files.create_private
    monkeypatch.setattr(make, "create_private", lambda path: Failing(real(path), room, problem))
    backed.stocked.shop.clock.tick(timedelta(hours=4))

    with pytest.raises(told) as said:
        make_backup(backed.stocked.shop.store, folder=tmp_path / "stick")

    assert "Older backups are safe" in str(said.value)
    assert {path.name for path in (tmp_path / "stick").iterdir()} == {backed.made.path.name}
    assert backed.made.path.read_bytes() == before
    state = load_state(backed.folder)
    assert state.last_good is not None
    assert state.last_good.file == str(backed.made.path)
    assert state.last_failure is not None
    assert state.last_failure.sentence == str(said.value)
    monkeypatch.undo()
    make_backup(backed.stocked.shop.store, folder=tmp_path / "stick")
    assert load_state(backed.folder).last_failure is None


def test_a_stick_that_lies_about_what_it_wrote_is_found_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    backed = a_backed_up_shop(tmp_path / "data", to=tmp_path / "stick")
    monkeypatch.setattr(
        make, "_forget_cached", lambda sink: (sink.seek(-20, os.SEEK_END), sink.write(b"\0"), sink.flush())
    )

    with pytest.raises(ShukeError):
        make_backup(backed.stocked.shop.store, folder=tmp_path / "stick")
    assert list((tmp_path / "stick").iterdir()) == [backed.made.path]


def test_a_stick_that_is_not_there_is_not_replaced_by_a_folder(stocked: Stocked, tmp_path: Path) -> None:
    choose(stocked, backup__folder=str(tmp_path / "stick"))

    with pytest.raises(TargetMissing):
        make_backup(stocked.shop.store)
    assert not (tmp_path / "stick").exists()


def test_an_empty_mount_point_is_no_stick(stocked: Stocked, tmp_path: Path) -> None:
    """The stick was seen on another disk; now a folder of that name lies on the till's own."""
    stick = tmp_path / "stick"
    stick.mkdir()
    change_state(stocked.shop.path.parent, other_disk=str(stick))

    with pytest.raises(TargetMissing):
        make_backup(stocked.shop.store, folder=stick)
    assert list(stick.iterdir()) == []


@pytest.mark.parametrize(("table", "told"), [("till_state", StoreError), ("product_search_data", DataDamaged)])
def test_a_damaged_file_is_never_kept_as_a_backup(tmp_path: Path, table: str, told: type[ShukeError]) -> None:
    backed = a_backed_up_shop(tmp_path / "data")
    backed.stocked.shop.close()
    spoil(backed.path, table)

    with opened(backed.path) as store, pytest.raises(told) as said:
        make_backup(store)
    assert "damaged" in str(said.value)
    assert [listed.path for listed in list_backups(backed.made.path.parent)] == [backed.made.path]
    failure = load_state(backed.folder).last_failure
    assert failure is not None
    assert failure.sentence == str(said.value)


def test_the_tills_own_disk_is_not_filled(stocked: Stocked, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = type("Usage", (), {"free": files.ROOM_TO_SPARE_BYTES})
    monkeypatch.setattr(files.shutil, "disk_usage", lambda folder: usage)

    with pytest.raises(NoRoomToWork):
        make_backup(stocked.shop.store)


def test_stopped_leaves_nothing_and_is_no_failure(stocked: Stocked) -> None:
    for step in Step.COPY, Step.SEAL, Step.OPEN, Step.CHECK:
        with pytest.raises(Stopped):
            make_backup(stocked.shop.store, watch=stopped_after(step))
        assert list((stocked.shop.path.parent / "backups").iterdir()) == []
    assert load_state(stocked.shop.path.parent).last_failure is None
    assert load_state(stocked.shop.path.parent).last_good is None


def test_one_at_a_time(stocked: Stocked) -> None:
    with one_at_a_time(stocked.shop.path.parent), pytest.raises(BackupRunning):
        make_backup(stocked.shop.store)
    make_backup(stocked.shop.store)


def test_a_key_that_cannot_be_read_is_not_replaced(stocked: Stocked) -> None:
    key = stocked.shop.path.with_name(KEY_NAME)
    key.write_text("12345", encoding="ascii")

    with pytest.raises(KeyFileDamaged):
        make_backup(stocked.shop.store)
    assert key.read_text(encoding="ascii") == "12345"


def test_what_a_killed_run_left_goes(stocked: Stocked) -> None:
    made = make_backup(stocked.shop.store)
    folder, target = stocked.shop.path.parent, made.path.parent
    left = target / f".{'-'.join(made.path.stem.split('-')[:3])}.partial"
    left.write_bytes(b"half")
    (folder / make.WORK_NAME).mkdir()
    (folder / make.WORK_NAME / "copy.db").write_bytes(b"plain")
    foreign = target / ".shuke-T1-000000.partial"
    foreign.write_bytes(b"another till is writing")

    make_backup(stocked.shop.store)
    assert not left.exists()
    assert not (folder / make.WORK_NAME).exists()
    assert foreign.exists()
