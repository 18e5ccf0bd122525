"""From a backup to a data file that sells again: opened, checked, given the next epoch, and only then put in place."""

from __future__ import annotations

import contextlib
import os
from dataclasses import dataclass
from pathlib import Path

import sqlcipher3.dbapi2 as sqlite

from app.models import migrate
from app.models.database import Database
from app.services.backup.contents import BackupUnsound, Contents, check_sound
from app.services.backup.epochs import NextEpoch, open_next_epoch
from app.services.backup.files import check_room, data_folder_told, put_in_place, work_folder
from app.services.backup.findings import Finding, FindingKind, VerifyReport
from app.services.backup.header import Header
from app.services.backup.key import RecoveryKey
from app.services.backup.key_file import KEY_NAME, KeyFileDamaged, keep_key, load_key
from app.services.backup.set_aside import (
    damage_note,
    finish_set_aside,
    forget_damage,
    keep_copy,
    move_logs,
    new_place,
)
from app.services.backup.settle import settle_restored
from app.services.backup.state import change_state
from app.services.backup.unpack import prove_header, unpack
from app.services.backup.verify import verify_store
from app.services.backup.watch import UNWATCHED, Step, Watch
from app.services.common.instance import InstanceLock
from app.services.common.store import Store
from app.services.settings.service import Settings
from app.services.staff.founding import TillIdentity, has_shop, this_till
from app.values.clock import Clock, SystemClock, monotonic
from app.values.errors import QT_TRANSLATE_NOOP, StoreError, UserError
from app.values.failpoints import reach

WORK_NAME = "restore-work"


class OtherShop(UserError):
    """The folder holds somebody else's data."""

    text = QT_TRANSLATE_NOOP(
        "errors",
        "The backup is of {theirs}, but the folder holds {ours}. Nothing was changed. "
        "Choose an empty folder, or a backup of this shop and till.",
    )


@dataclass(frozen=True, slots=True)
class Restored:
    """What is in place now.

    Attributes:
        epoch: Receipt numbers say it, as T1.2-000001.
        set_aside: Where the file that was in place before lies now.
        findings: What `verify` found in the data; they were in the backup already.
        is_epoch_noted: The folder of the backup remembers the epoch.
    """

    header: Header
    data_file: Path
    epoch: int
    set_aside: Path | None
    findings: tuple[Finding, ...]
    sales: int
    took_ms: int
    is_epoch_noted: bool


@dataclass(frozen=True, slots=True)
class Opened:
    """The data file that lay in a backup, found sound."""

    path: Path
    contents: Contents


@dataclass(frozen=True, slots=True)
class Prepared:
    """A restored file that is not in place yet."""

    path: Path
    header: Header
    report: VerifyReport


def restore_backup(
    file: Path, data_file: Path, key: RecoveryKey, *, clock: Clock | None = None, watch: Watch = UNWATCHED
) -> Restored:
    """Put the data of a backup in place. No till may run on them; what was there before is set aside.

    Killed at any moment, either the file before or the restored one is in place, whole.

    Raises:
        BackupUnreadable, NotABackup, NewerBackup, BackupCut, BackupAltered, WrongKey, BackupUnsound, NewerSchema,
        OtherShop, AlreadyRunning, NoRoomToWork, DataFolderFails, StoreError, Stopped: nothing was changed.
    """
    started, clock = monotonic(), clock or SystemClock()
    data_folder = data_file.parent
    lock = InstanceLock(data_folder)
    with data_folder_told(data_folder):
        lock.take()
    try:
        header = prove_header(file, key)
        check_schema(header)
        _check_same_shop(header, data_file)
        check_room(data_folder, header.size_bytes * (1 if header.schema == migrate.newest_revision() else 2))
        with data_folder_told(data_folder), work_folder(data_folder / WORK_NAME) as work:
            opened = open_checked(file, key, work, watch)
            reach("restore.opened")
            epoch = open_next_epoch(header, data_file, file.parent, key)
            reach("restore.epoch_noted")
            ready = prepare(opened.path, header, epoch.number, clock, watch)
            reach("restore.prepared")
            aside = _swap(ready.path, data_file, clock)
            _use_key(data_file, key, clock)
            reach("restore.key_kept")
            forget_damage(data_file)
        _note_restored(data_folder, clock)
    finally:
        lock.release()
    return _result(ready, data_file, epoch, aside, int((monotonic() - started) * 1000))


def open_checked(file: Path, key: RecoveryKey, work: Path, watch: Watch) -> Opened:
    """The data file inside a backup, opened and found sound.

    Raises:
        BackupUnreadable, NotABackup, NewerBackup, BackupCut, BackupAltered, WrongKey, BackupUnsound, Stopped
    """
    path = work / "restored.db"
    unpacked = unpack(file, key, path, watch)
    watch.at(Step.CHECK, 0, 1)
    check_sound(path, unpacked.contents, file.name)
    watch.at(Step.CHECK, 1, 1)
    return Opened(path, unpacked.contents)


def prepare(path: Path, header: Header, epoch: int, clock: Clock, watch: Watch) -> Prepared:
    """Bring the file to this program's schema, open the epoch, and look through all of it.

    Raises:
        BackupUnsound: SQLite finds damage.
        NewerSchema: a newer version of Shuke wrote it.
        Stopped
    """
    database = Database(path)
    try:
        migrate.upgrade(database)
        store = Store(database, clock, Settings({}).day)
        settle_restored(store, header, epoch)
        watch.at(Step.VERIFY, 0, 1)
        report = verify_store(database, clock=clock)
        watch.at(Step.VERIFY, 1, 1)
    finally:
        database.close()
    if any(finding.kind is FindingKind.FILE_DAMAGED for finding in report.findings):
        raise BackupUnsound(file=f"{header.till_code} {header.made_at:%Y-%m-%d %H:%M}")
    _fold(path)
    return Prepared(path, header, report)


def check_schema(header: Header) -> None:
    """Refuse data of a later version before anything is done with them.

    Raises:
        NewerSchema
    """
    if header.schema != migrate.newest_revision() and not migrate.is_known(header.schema):
        raise migrate.NewerSchema()


def _fold(path: Path) -> None:
    """One file with everything in it, on the disk: no log may stay behind when it is renamed."""
    with contextlib.closing(sqlite.connect(str(path))) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    for suffix in ("-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _check_same_shop(header: Header, data_file: Path) -> None:
    """A file in place must be of the same till; one that is empty, or so damaged that it does not say, hinders
    nobody: it is set aside.

    Raises:
        OtherShop
    """
    till = _till_in(data_file)
    if till is not None and (till.shop_id, till.till_id) != (header.shop_id, header.till_id):
        theirs, ours = f"{header.shop_name} {header.till_code}", f"{till.shop_name} {till.till_code}"
        raise OtherShop(theirs=theirs, ours=ours)


def _till_in(data_file: Path) -> TillIdentity | None:
    if not data_file.exists():
        return None
    with contextlib.suppress(StoreError):
        database = Database(data_file, read_only=True)
        try:
            store = Store(database, SystemClock(), Settings({}).day)
            with store.read() as read:
                return this_till(read) if has_shop(read) else None
        except Exception:  # a damaged file may answer anything
            return None
        finally:
            database.reopen()
    return None


def _swap(fresh: Path, data_file: Path, clock: Clock) -> Path | None:
    """One rename puts the restored file in place; the one before is kept under another name first."""
    if (note := damage_note(data_file)) is not None:
        finish_set_aside(data_file, note)
    place = new_place(data_file, clock.now(), "before-restore")
    if not data_file.exists():
        move_logs(data_file, place)
        put_in_place(fresh, data_file)
        return note.folder if note else None
    _fold_quietly(data_file)
    keep_copy(data_file, place)
    reach("restore.kept")
    put_in_place(fresh, data_file)
    reach("restore.swapped")
    return place


def _fold_quietly(data_file: Path) -> None:
    """Bring the log of the file in place into it; where that fails the log is kept beside it."""
    with contextlib.suppress(StoreError):
        Database(data_file).close()


def _use_key(data_file: Path, key: RecoveryKey, clock: Clock) -> None:
    """The key that opened the backup seals the next ones, so that the paper stays true; another one is set aside."""
    path = data_file.with_name(KEY_NAME)
    with contextlib.suppress(KeyFileDamaged):
        if load_key(data_file.parent) == key:
            return
    if path.exists():
        place = new_place(data_file, clock.now(), "key")
        place.mkdir(mode=0o700, parents=True)
        os.replace(path, place / path.name)
    keep_key(data_file.parent, key)


def _note_restored(data_folder: Path, clock: Clock) -> None:
    with contextlib.suppress(OSError):
        change_state(data_folder, restored_at=clock.now())


def _result(ready: Prepared, data_file: Path, epoch: NextEpoch, aside: Path | None, took_ms: int) -> Restored:
    return Restored(
        header=ready.header,
        data_file=data_file,
        epoch=epoch.number,
        set_aside=aside,
        findings=ready.report.findings,
        sales=ready.report.counts.get("sale", 0),
        took_ms=took_ms,
        is_epoch_noted=epoch.is_noted,
    )
