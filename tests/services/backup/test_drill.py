"""The drill: the newest backup comes back, beside the shop."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from app.services.backup.container import BackupCut, write_container
from app.services.backup.contents import Contents
from app.services.backup.drill import DrillDiffers, NoBackup, NoKey, run_drill
from app.services.backup.key_file import KEY_NAME
from app.services.backup.make import make_backup
from app.services.backup.state import load_state
from app.services.backup.unpack import unpack
from app.services.backup.watch import UNWATCHED, Step, Stopped
from tests.support.backups import (
    Backed,
    a_backed_up_shop,
    a_stocked_shop,
    another_shop,
    fingerprint,
    stopped_after,
)
from tests.support.busy_day import tamper
from tests.support.tables import dump_tables


@pytest.fixture
def backed(tmp_path: Path) -> Backed:
    return a_backed_up_shop(tmp_path / "data", to=tmp_path / "stick")


def test_the_newest_comes_back_and_the_shop_is_not_touched(backed: Backed, tmp_path: Path) -> None:
    store = backed.stocked.shop.store
    backed.stocked.shop.clock.tick(timedelta(hours=1))
    backed.stocked.sell(("water", 1))
    newest = make_backup(store, folder=tmp_path / "stick")
    another_shop(tmp_path / "other", to=tmp_path / "stick")
    backed.stocked.sell(("water", 1))
    before, stick = dump_tables(store.database), fingerprint(tmp_path / "stick")

    result = run_drill(store, folder=tmp_path / "stick")

    assert result.path == newest.path
    assert (result.sales, result.findings, result.is_good) == (4, 0, True)
    assert result.counts["journal_entry"] == newest.contents.journal_seq + 1
    assert dump_tables(store.database) == before
    assert fingerprint(tmp_path / "stick") == stick
    assert not (backed.folder / "drill-work").exists()
    note = load_state(backed.folder).last_drill
    assert note is not None
    assert (note.is_good, note.file, note.made_at, note.sales) == (True, str(newest.path), result.made_at, 4)


def test_a_torn_backup_is_told_and_remembered(backed: Backed, tmp_path: Path) -> None:
    whole = backed.made.path.read_bytes()
    backed.made.path.write_bytes(whole[:-1])

    with pytest.raises(BackupCut) as told:
        run_drill(backed.stocked.shop.store, folder=tmp_path / "stick")
    note = load_state(backed.folder).last_drill
    assert note is not None
    assert not note.is_good
    assert note.trouble is not None
    assert note.trouble.sentence == str(told.value)


def test_findings_in_the_data_are_counted(backed: Backed, tmp_path: Path) -> None:
    tamper(backed.path, "UPDATE sale_line SET name = '别的' WHERE rowid = 1")
    backed.stocked.shop.clock.tick()
    make_backup(backed.stocked.shop.store, folder=tmp_path / "stick")
    result = run_drill(backed.stocked.shop.store, folder=tmp_path / "stick")

    assert result.findings == 1
    assert not result.is_good


def test_another_past_is_noticed(backed: Backed, tmp_path: Path) -> None:
    """The file has this till's name, opens with its key, and is sound; but the live journal says something else."""
    plain = tmp_path / "plain.db"
    unpacked = unpack(backed.made.path, backed.key, plain, UNWATCHED)
    tamper(plain, "UPDATE till_state SET journal_hash = zeroblob(32)")
    forged = Contents(1, unpacked.contents.journal_seq, bytes(32), unpacked.contents.counts)
    with backed.made.path.open("wb") as sink:
        write_container(sink, unpacked.header, backed.key, [forged.to_bytes(), plain.read_bytes()[: 2**20]])

    with pytest.raises(DrillDiffers):
        run_drill(backed.stocked.shop.store, folder=tmp_path / "stick")


def test_without_a_backup_or_a_key(backed: Backed, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(NoBackup):
        run_drill(backed.stocked.shop.store, folder=tmp_path / "empty")
    (backed.folder / KEY_NAME).unlink()
    with pytest.raises(NoKey):
        run_drill(backed.stocked.shop.store, folder=tmp_path / "stick")
    assert run_drill(backed.stocked.shop.store, folder=tmp_path / "stick", key=backed.key).is_good


def test_stopped(tmp_path: Path) -> None:
    stocked = a_stocked_shop(tmp_path / "data")
    make_backup(stocked.shop.store)
    with pytest.raises(Stopped):
        run_drill(stocked.shop.store, watch=stopped_after(Step.OPEN))
    assert load_state(tmp_path / "data").last_drill is None
    assert not (tmp_path / "data" / "drill-work").exists()
