"""Kill -9 at every named place: the data file is whole, what was there is there, and the next try works."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from app.services.backup.make import make_backup
from app.services.backup.restore import restore_backup
from app.services.backup.set_aside import DataSetAside, refuse_set_aside, set_aside_damaged
from app.services.backup.target import list_backups
from app.services.backup.unpack import unpack
from app.services.backup.watch import UNWATCHED
from app.values import failpoints
from tests.support.backups import (
    RECEIPTS,
    Backed,
    a_backed_up_shop,
    facts,
    opened,
    repeated,
    sell_on,
    sentences,
)

MAKING = ("backup.copied", "backup.sealed", "backup.checked", "backup.named")
RESTORING = (
    "restore.opened",
    "restore.epoch_noted",
    "uow.before_commit",
    "uow.after_commit",
    "restore.prepared",
    "restore.kept",
    "restore.swapped",
    "restore.key_kept",
)

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system that forks")


def killed_at(place: str, work: Callable[[], object]) -> None:
    """Do the work in a child that dies as by `kill -9` when it gets there."""
    child = os.fork()
    if child == 0:
        failpoints.listen(lambda name: os.kill(os.getpid(), signal.SIGKILL) if name == place else None)
        try:
            work()
        finally:
            os._exit(0)
    _, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) == -signal.SIGKILL, f"{place} was not reached"


@pytest.fixture
def backed(tmp_path: Path) -> Backed:
    """A closed shop that sold on after its backup."""
    backed = a_backed_up_shop(tmp_path / "data", to=tmp_path / "stick")
    backed.stocked.shop.clock.tick(timedelta(hours=4))
    backed.stocked.sell(("water", 5))
    backed.stocked.shop.close()
    return backed


@pytest.mark.parametrize("place", MAKING)
def test_while_a_backup_is_made(backed: Backed, tmp_path: Path, place: str) -> None:
    def work() -> None:
        with opened(backed.path, backed.stocked.shop.clock) as store:
            make_backup(store, folder=tmp_path / "stick")

    before = facts(backed.path, RECEIPTS)
    killed_at(place, work)

    assert sentences(backed.path) == []
    assert facts(backed.path, RECEIPTS) == before
    listed = list_backups(tmp_path / "stick")
    assert backed.made.path in {backup.path for backup in listed}
    assert len(listed) == (2 if place == "backup.named" else 1)
    for backup in listed:  # what has a name is whole
        unpack(backup.path, backed.key, tmp_path / backup.path.name, UNWATCHED)

    backed.stocked.shop.clock.tick()
    work()
    assert len(list_backups(tmp_path / "stick")) == len(listed) + 1
    assert not list((tmp_path / "stick").glob(".*.partial"))
    assert not (backed.folder / "backup-work").exists()


@pytest.mark.parametrize("place", RESTORING)
def test_while_one_is_restored(backed: Backed, place: str) -> None:
    def work() -> None:
        restore_backup(backed.made.path, backed.path, backed.key, clock=backed.stocked.shop.clock)

    before = facts(backed.path, RECEIPTS)
    killed_at(place, work)

    # The file before or the restored one, whole; and the one before is nowhere lost.
    assert sentences(backed.path) == []
    found = facts(backed.path, RECEIPTS)
    asides = list(backed.folder.glob("set-aside/*/shuke.db"))
    assert found == before or (len(found) == 3 and before in [facts(path, RECEIPTS) for path in asides])
    refuse_set_aside(backed.path)

    sell_on(backed.path, backed.stocked)
    work()
    sell_on(backed.path, backed.stocked)
    assert sentences(backed.path) == []
    assert repeated(backed.path, *backed.folder.glob("set-aside/*/shuke.db")) == []
    assert not (backed.folder / "restore-work").exists()


def test_while_a_damaged_file_is_set_aside(backed: Backed) -> None:
    at = backed.stocked.shop.clock.now()
    killed_at("set_aside.noted", lambda: set_aside_damaged(backed.path, "torn", at))

    assert backed.path.exists()
    for _ in range(2):
        with pytest.raises(DataSetAside):
            refuse_set_aside(backed.path)
        assert not backed.path.exists()


@pytest.mark.parametrize("place", [place for place in RESTORING if place not in ("restore.kept", "restore.swapped")])
def test_while_a_backup_replaces_a_damaged_file(backed: Backed, place: str) -> None:
    def work() -> None:
        restore_backup(backed.made.path, backed.path, backed.key, clock=backed.stocked.shop.clock)

    set_aside_damaged(backed.path, "torn", backed.stocked.shop.clock.now())
    killed_at(place, work)

    if place == "restore.key_kept":
        refuse_set_aside(backed.path)
    else:
        with pytest.raises(DataSetAside):
            refuse_set_aside(backed.path)
        work()
    refuse_set_aside(backed.path)
    assert sentences(backed.path) == []
    assert len(facts(backed.path, RECEIPTS)) == 3
