"""What the home page and the till ask: is there a good backup, is one due, does the key lie in the safe."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import func, select

from app.models.journal import JournalEntry
from app.models.shifts import ShiftClose
from app.services.backup.copy_out import till_now
from app.services.backup.schedule import is_due, is_too_old
from app.services.backup.state import BackupState, CheckNote, DrillNote, GoodBackup, Trouble, load_state
from app.services.backup.target import is_on_same_disk, is_unused, target_folder
from app.services.common.store import Store
from app.services.settings import declared
from app.values.ids import Id


@dataclass(frozen=True, slots=True)
class BackupHealth:
    """Everything that is to be shown about backups.

    Attributes:
        last_good: The last one that was opened again and found whole; None: never on this machine.
        is_too_old: To be said at the till, plainly.
        is_on_same_disk: What takes the till's disk takes the backups too; None when their folder is not there.
        failure: Why the last try failed; None after a good one.
        needs_key_paper: The key that seals the backups was never put on paper here.
    """

    last_good: GoodBackup | None
    is_too_old: bool
    folder: str
    is_on_same_disk: bool | None
    failure: Trouble | None
    needs_key_paper: bool
    last_drill: DrillNote | None
    last_check: CheckNote | None


def backup_health(store: Store) -> BackupHealth:
    """How it stands now; reads one small file and two indexed rows.

    Raises:
        NoShop, StoreError
    """
    data_folder, now = store.database.path.parent, store.clock.now()
    state, here = load_state(data_folder), till_now(store)
    folder = target_folder(here.settings, data_folder)
    good = state.last_good
    warn_after = timedelta(hours=here.settings.get(declared.BACKUP_WARN_AFTER_HOURS))
    founded_at = _founded_at(store, here.till.till_id)
    return BackupHealth(
        last_good=good,
        is_too_old=is_too_old(good.at if good else None, now, founded_at=founded_at, warn_after=warn_after),
        folder=str(folder),
        is_on_same_disk=is_on_same_disk(data_folder if is_unused(folder, data_folder) else folder, data_folder),
        failure=state.last_failure,
        needs_key_paper=good is not None and good.key_id != state.printed_key_id,
        last_drill=state.last_drill,
        last_check=state.last_check,
    )


def is_backup_due(store: Store) -> bool:
    """Whether `make_backup` should be called now; ask it once a minute and when a shift was closed.

    Raises:
        NoShop, StoreError
    """
    data_folder, now = store.database.path.parent, store.clock.now()
    state, here = load_state(data_folder), till_now(store)
    last_good, last_try = state.last_good.at if state.last_good else None, state.last_try_at
    till_id = here.till.till_id
    # A restore opened an epoch: the sooner a backup knows it, the better.
    has_news = last_good is not None and (_closed_after(store, till_id, last_good) or _restored_after(state, last_good))
    if last_try is not None and _closed_after(store, till_id, last_try):
        last_try = None  # a shift that closed after a try that failed is not kept waiting
    every = timedelta(hours=here.settings.get(declared.BACKUP_EVERY_HOURS))
    return is_due(now, last_good, has_news, every=every, last_try=last_try)


def _closed_after(store: Store, till_id: Id, moment: datetime) -> bool:
    newest = select(ShiftClose.at).where(ShiftClose.till_id == till_id, ShiftClose.at > moment).limit(1)
    with store.read() as read:
        return read.connection.execute(newest).first() is not None


def _restored_after(state: BackupState, moment: datetime) -> bool:
    return state.restored_at is not None and state.restored_at > moment


def _founded_at(store: Store, till_id: Id) -> datetime | None:
    """The time of the journal's first entry; the primary key finds it."""
    first = select(func.min(JournalEntry.at)).where(
        JournalEntry.till_id == till_id, JournalEntry.epoch == 1, JournalEntry.seq == 1
    )
    with store.read() as read:
        found: datetime | None = read.connection.execute(first).scalar_one_or_none()
    return found
