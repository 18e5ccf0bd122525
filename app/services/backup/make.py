"""Making a backup: copied, sealed, written, opened again, checked, and only then given its name (docs/backup.md)."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from app import __version__
from app.services.backup.container import CHUNK_BYTES, new_salt, write_container
from app.services.backup.contents import BackupUnsound, Contents, check_sound
from app.services.backup.copy_out import Copied, copy_out, till_now
from app.services.backup.files import (
    check_room,
    create_private,
    data_folder_told,
    flush,
    put_in_place,
    target_told,
    work_folder,
)
from app.services.backup.header import Header
from app.services.backup.keep import KeepRule, outlived
from app.services.backup.key import RecoveryKey
from app.services.backup.key_file import load_or_make_key
from app.services.backup.state import GoodBackup, Trouble, change_state, load_state
from app.services.backup.target import Target, dated, file_stem, free_name, list_backups, open_target, target_folder
from app.services.backup.unpack import FLUSH_EVERY_CHUNKS, unpack
from app.services.backup.watch import UNWATCHED, Step, Stopped, Watch
from app.services.common.instance import AlreadyRunning, InstanceLock
from app.services.common.store import Store
from app.services.settings import declared
from app.services.settings.service import Settings
from app.services.staff.founding import TillIdentity
from app.values.clock import monotonic
from app.values.errors import QT_TRANSLATE_NOOP, DeviceError, ShukeError, UserError
from app.values.failpoints import reach

WORK_NAME = "backup-work"
LOCK_NAME = "backup.lock"


class BackupRunning(UserError):
    """Two would write over each other's work."""

    text = QT_TRANSLATE_NOOP("errors", "A backup is being made just now. Wait until it is done.")


class DataDamaged(UserError):
    """The copy is as the till's own file is: damaged. No such copy is kept."""

    text = QT_TRANSLATE_NOOP(
        "errors",
        "The data file is damaged, so no backup was made of it; older backups are safe. "
        "Stop selling, close Shuke and restore the last good backup.",
    )


@dataclass(frozen=True, slots=True)
class BackupMade:
    """A good backup.

    Attributes:
        contents: What was found in it when it was opened again.
        removed: Older files that the rule of keeping let go.
        key_is_new: Its recovery key is on no paper yet.
    """

    path: Path
    header: Header
    contents: Contents
    file_bytes: int
    took_ms: int
    removed: tuple[Path, ...]
    is_same_disk: bool
    key_is_new: bool


@dataclass(frozen=True, slots=True)
class _Job:
    """One backup in the making."""

    store: Store
    data_folder: Path
    till: TillIdentity
    settings: Settings
    target: Target
    key: RecoveryKey
    at: datetime
    watch: Watch


@dataclass(frozen=True, slots=True)
class _Written:
    """A backup under its own name."""

    path: Path
    header: Header
    contents: Contents
    file_bytes: int


def make_backup(store: Store, *, folder: Path | None = None, watch: Watch = UNWATCHED) -> BackupMade:
    """Back the data file up to the chosen folder; selling goes on meanwhile. Call it off the screen's thread.

    What it comes to is also written into the backup state, except that somebody stopped it.

    Raises:
        TargetMissing, TargetFull, TargetForbidden, TargetFails, NoRoomToWork, DataFolderFails, KeyFileDamaged,
        BackupRunning, DataDamaged, BackupUnsound, BackupAltered, StoreError, Stopped: older backups are untouched.
    """
    data_folder, at = store.database.path.parent, store.clock.now()
    with one_at_a_time(data_folder):
        _note(data_folder, last_try_at=at)
        try:
            with data_folder_told(data_folder):
                made = _make(store, data_folder, at, folder, watch)
        except Stopped:
            raise
        except ShukeError as problem:
            _note(data_folder, last_failure=Trouble.of(problem, at))
            raise
    return made


@contextlib.contextmanager
def one_at_a_time(data_folder: Path) -> Iterator[None]:
    """Hold the data directory's only place for making backups and drills.

    Raises:
        BackupRunning
    """
    lock = InstanceLock(data_folder, LOCK_NAME)
    try:
        with data_folder_told(data_folder):
            lock.take()
    except AlreadyRunning:
        raise BackupRunning() from None
    try:
        yield
    finally:
        lock.release()


def _make(store: Store, data_folder: Path, at: datetime, chosen: Path | None, watch: Watch) -> BackupMade:
    started = monotonic()
    now = till_now(store)
    where = target_folder(now.settings, data_folder, chosen)
    target = open_target(where, data_folder, load_state(data_folder))
    kept = load_or_make_key(data_folder)
    job = _Job(store, data_folder, now.till, now.settings, target, kept.key, at, watch)
    check_room(data_folder, _size_of(store.database.path))
    with work_folder(data_folder / WORK_NAME) as work:
        written = _write(job, work)
    took_ms = int((monotonic() - started) * 1000)
    good = GoodBackup(at, str(written.path), written.file_bytes, took_ms, kept.key.key_id)
    _note(data_folder, last_good=good, last_failure=None, **_disk(target))
    return BackupMade(
        path=written.path,
        header=written.header,
        contents=written.contents,
        file_bytes=written.file_bytes,
        took_ms=took_ms,
        removed=_let_go(job, written.path),
        is_same_disk=target.is_same_disk,
        key_is_new=kept.is_new,
    )


def _write(job: _Job, work: Path) -> _Written:
    """From the live file to a checked backup under its own name."""
    plain = work / "copy.db"
    copied = copy_out(job.store, plain, job.watch)
    reach("backup.copied")
    partial = _begin(job)
    try:
        header = _seal(job, copied, plain, partial)
        reach("backup.sealed")
        plain.unlink()
        _reopen(job, partial, copied, work)
        reach("backup.checked")
        path = free_name(job.target.folder, job.till, job.at)
        with target_told(job.target.folder):
            file_bytes = partial.stat().st_size
            put_in_place(partial, path)
    finally:
        with contextlib.suppress(OSError):
            partial.unlink(missing_ok=True)
    reach("backup.named")
    return _Written(path, header, copied.contents, file_bytes)


def _begin(job: _Job) -> Path:
    """A name for the unfinished file; what a killed run left of this till goes."""
    stem = file_stem(job.till)
    with target_told(job.target.folder):
        for left in job.target.folder.glob(f".{stem}.partial"):
            left.unlink()
    return job.target.folder / f".{stem}.partial"


def _seal(job: _Job, copied: Copied, plain: Path, partial: Path) -> Header:
    header = Header(
        shop_id=copied.till.shop_id,
        shop_name=copied.till.shop_name,
        till_id=copied.till.till_id,
        till_code=copied.till.till_code,
        epoch=copied.contents.epoch,
        made_at=job.at,
        schema=copied.schema,
        program=__version__,
        size_bytes=plain.stat().st_size,
        key_id=job.key.key_id,
        salt=new_salt(),
    )
    with target_told(job.target.folder), create_private(partial) as sink, plain.open("rb") as source:
        write_container(sink, header, job.key, _chunks(job, copied, source, sink, header.size_bytes))
        flush(sink)
        _forget_cached(sink)
    return header


def _chunks(job: _Job, copied: Copied, source: BinaryIO, sink: BinaryIO, size_bytes: int) -> Iterator[bytes]:
    """What is inside, then the file; flushed as it goes, so that a sale never waits for all of it."""
    yield copied.contents.to_bytes()
    done, number = 0, 0
    while chunk := source.read(CHUNK_BYTES):
        yield chunk
        done, number = done + len(chunk), number + 1
        if number % FLUSH_EVERY_CHUNKS == 0:
            flush(sink)
        job.watch.at(Step.SEAL, done, size_bytes)


def _forget_cached(sink: BinaryIO) -> None:
    """Ask the system to read from the medium what is read next, where it can be asked."""
    if hasattr(os, "posix_fadvise"):
        with contextlib.suppress(OSError):
            os.posix_fadvise(sink.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def _reopen(job: _Job, partial: Path, copied: Copied, work: Path) -> None:
    """Read back what was written, all of it, and look at it as a restore would."""
    again = work / "again.db"
    unpacked = unpack(partial, job.key, again, job.watch)
    if unpacked.contents != copied.contents:
        raise BackupUnsound(file=partial.name)
    job.watch.at(Step.CHECK, 0, 1)
    try:
        check_sound(again, copied.contents, partial.name)
    except BackupUnsound as problem:
        # Sealing proved that it is byte by byte the copy: it is the till's own file that is damaged.
        raise DataDamaged() from problem
    job.watch.at(Step.CHECK, 1, 1)


def _let_go(job: _Job, good: Path) -> tuple[Path, ...]:
    """Remove what the rule of keeping does not keep; what cannot be removed waits for the next time."""
    rule = KeepRule(last=job.settings.get(declared.BACKUP_KEEP_LAST))
    gone: list[Path] = []
    try:
        backups = dated(list_backups(job.target.folder, till=job.till))
    except DeviceError:
        return ()  # pulled out just now; the backup on it is good
    for path in outlived(backups, rule, job.settings.day.zone, good=good):
        with contextlib.suppress(OSError):
            path.unlink()
            gone.append(path)
    return tuple(gone)


def _disk(target: Target) -> dict[str, object]:
    return {} if target.is_same_disk else {"other_disk": str(target.folder)}


def _size_of(data_file: Path) -> int:
    """The file with the log that waits beside it."""
    log = data_file.with_name(data_file.name + "-wal")
    return data_file.stat().st_size + (log.stat().st_size if log.exists() else 0)


def _note(data_folder: Path, **changes: object) -> None:
    """Keep the state; that it cannot be written is told by the next sale, louder."""
    with contextlib.suppress(OSError):
        change_state(data_folder, **changes)
