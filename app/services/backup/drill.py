"""The drill: restore the newest backup beside the shop, look through it, throw it away. One key for the owner."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from app.services.backup.contents import Contents
from app.services.backup.copy_out import TillNow, till_now
from app.services.backup.files import check_room, data_folder_told, work_folder
from app.services.backup.key import RecoveryKey
from app.services.backup.key_file import load_key
from app.services.backup.make import one_at_a_time
from app.services.backup.restore import check_schema, open_checked, prepare
from app.services.backup.state import DrillNote, Trouble, change_state
from app.services.backup.target import is_unused, list_backups, target_folder
from app.services.backup.unpack import prove_header
from app.services.backup.verify_journal import hash_at
from app.services.backup.watch import UNWATCHED, Stopped, Watch
from app.services.common.store import Store
from app.values.clock import monotonic
from app.values.errors import QT_TRANSLATE_NOOP, ShukeError, UserError

WORK_NAME = "drill-work"


class NoBackup(UserError):
    """Nothing to try."""

    text = QT_TRANSLATE_NOOP("errors", "There is no backup of this till in {folder} yet. Make one first.")


class NoKey(UserError):
    """The file of the recovery key is missing."""

    text = QT_TRANSLATE_NOOP(
        "errors", "The recovery key is not on this machine. Type it from the paper: restore with --key-file or --key."
    )


class DrillDiffers(UserError):
    """What came out is not this shop's past."""

    text = QT_TRANSLATE_NOOP(
        "errors",
        "The backup {file} opens, but its journal is not the one of this till. Nothing was changed. "
        "Make a new backup, and keep this file for whoever looks into it.",
    )


@dataclass(frozen=True, slots=True)
class DrillResult:
    """A backup that came back.

    Attributes:
        made_at: The moment of the data in it.
        counts: Rows that `verify` looked at, by table.
        findings: What it found; 0 is good.
    """

    path: Path
    made_at: datetime
    took_ms: int
    sales: int
    counts: dict[str, int]
    findings: int

    @property
    def is_good(self) -> bool:
        """The owner may sleep."""
        return self.findings == 0


def run_drill(
    store: Store, *, folder: Path | None = None, key: RecoveryKey | None = None, watch: Watch = UNWATCHED
) -> DrillResult:
    """Restore the newest backup into a folder that is thrown away; the shop's own file is only read.

    What it comes to is also written into the backup state, except that somebody stopped it.

    Raises:
        NoBackup, NoKey, DrillDiffers, BackupUnreadable, BackupCut, BackupAltered, WrongKey, BackupUnsound,
        NewerSchema, TargetMissing, NoRoomToWork, DataFolderFails, BackupRunning, KeyFileDamaged, StoreError, Stopped
    """
    data_folder, at = store.database.path.parent, store.clock.now()
    with one_at_a_time(data_folder):
        note = DrillNote(at, is_good=False, file="")
        try:
            with data_folder_told(data_folder):
                result = _drill(store, data_folder, folder, key, watch)
        except Stopped:
            raise
        except ShukeError as problem:
            _note(data_folder, replace(note, trouble=Trouble.of(problem, at)))
            raise
        _note(
            data_folder,
            DrillNote(
                at, result.is_good, str(result.path), result.took_ms, result.made_at, result.sales, result.findings
            ),
        )
    return result


def _drill(
    store: Store, data_folder: Path, folder: Path | None, typed: RecoveryKey | None, watch: Watch
) -> DrillResult:
    now = till_now(store)
    path = _newest(now, target_folder(now.settings, data_folder, folder), data_folder)
    key = typed or load_key(data_folder)
    if key is None:
        raise NoKey()
    started = monotonic()
    header = prove_header(path, key)
    check_schema(header)
    check_room(data_folder, header.size_bytes)
    with work_folder(data_folder / WORK_NAME) as work:
        opened = open_checked(path, key, work, watch)
        _check_same_past(store, now, opened.contents, path)
        ready = prepare(opened.path, header, header.epoch + 1, store.clock, watch)
    counts = dict(ready.report.counts)
    took_ms = int((monotonic() - started) * 1000)
    return DrillResult(path, header.made_at, took_ms, counts.get("sale", 0), counts, len(ready.report.findings))


def _newest(now: TillNow, folder: Path, data_folder: Path) -> Path:
    backups = () if is_unused(folder, data_folder) else list_backups(folder, till=now.till)
    if not backups:
        raise NoBackup(folder=folder)
    return backups[0].path


def _check_same_past(store: Store, now: TillNow, contents: Contents, path: Path) -> None:
    """The live journal has the same hash where the backup's ends: everything before it is the same, byte by byte."""
    with store.read() as read:
        live = hash_at(read, now.till.till_id, epoch=contents.epoch, seq=contents.journal_seq)
    if live != contents.journal_hash:
        raise DrillDiffers(file=path.name)


def _note(data_folder: Path, drill: DrillNote) -> None:
    with contextlib.suppress(OSError):
        change_state(data_folder, last_drill=drill)
