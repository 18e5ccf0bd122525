"""From a data directory to an open store."""

from __future__ import annotations

import contextlib
import io
import logging
import logging.handlers
import os
import stat
from dataclasses import dataclass
from pathlib import Path

from app.bootstrap.places import default_folder
from app.models import migrate
from app.models.database import Database
from app.services.backup.set_aside import refuse_set_aside
from app.services.common.actor import Actor
from app.services.common.store import DayRule, Store
from app.services.settings.service import Settings, load_settings
from app.services.staff.founding import (
    Founded,
    FoundingDraft,
    TillIdentity,
    found_shop,
    founder,
    has_shop,
    operator_at,
    this_till,
)
from app.values.clock import Clock, SystemClock
from app.values.errors import QT_TRANSLATE_NOOP, UserError

FILE_NAME = "shuke.db"
LOG_NAME = "shuke.log"


class NoData(UserError):
    """There is nothing to work on."""

    text = QT_TRANSLATE_NOOP("errors", "There is no shop in {folder} yet. Start Shuke once, or import goods there.")


class FolderUnusable(UserError):
    """The data directory cannot be made or written."""

    text = QT_TRANSLATE_NOOP("errors", "The data folder {folder} cannot be used: {reason}.")


class NeedsMigrate(UserError):
    """Looking must not change the file, and this program cannot read it as it is."""

    text = QT_TRANSLATE_NOOP(
        "errors",
        "The data file has schema {found}, this program needs {wanted}. Nothing was changed. "
        "Run `python main.py migrate` once, or start Shuke.",
    )


@dataclass(frozen=True, slots=True)
class Opened:
    """A data directory in use."""

    folder: Path
    store: Store
    migrated_from: Path | None = None

    def operator(self) -> Actor:
        """Whoever types commands on this machine: may do what the owner may, and is named in the audit."""
        with self.store.read() as read:
            return operator_at(this_till(read))

    def till(self) -> TillIdentity:
        """Which shop and till this is."""
        with self.store.read() as read:
            return this_till(read)

    def settings(self) -> Settings:
        """The settings as this till sees them."""
        with self.store.read() as read:
            return load_settings(read, scope=this_till(read).till_id.hex())

    def close(self) -> None:
        """Fold the log into the file."""
        self.store.database.close()


def prepare_folder(folder: Path) -> Path:
    """Make the data directory, for its owner only; one that was there keeps its mode, unless it is our usual one.

    Raises:
        FolderUnusable: also where everybody may put another file in place of ours.
    """
    try:
        _make_folder(folder)
        mode = folder.stat().st_mode
    except OSError as problem:
        raise FolderUnusable(folder=folder, reason=problem.strerror or problem) from problem
    # Windows shows every folder with all bits set; who may do what there stands in lists that these do not tell.
    if os.name != "nt" and mode & stat.S_IWOTH and not mode & stat.S_ISVTX:
        raise FolderUnusable(folder=folder, reason="everybody may write there; chmod 700 makes it yours")
    if not os.access(folder, os.W_OK | os.X_OK):
        raise FolderUnusable(folder=folder, reason="not writable")
    return folder


def _make_folder(folder: Path) -> None:
    if not folder.is_dir():
        folder.mkdir(parents=True, mode=0o700)
    elif folder != default_folder():
        return
    folder.chmod(0o700)


def has_file(folder: Path) -> bool:
    """Whether a data file lies there.

    Raises:
        FolderUnusable: it cannot be seen.
    """
    try:
        return (folder / FILE_NAME).exists()
    except OSError as problem:
        raise FolderUnusable(folder=folder, reason=problem.strerror or problem) from problem


def own_files(folder: Path) -> list[Path]:
    """The files of ours that lie there: data with its log, copies before a migration, the key, what happened."""
    stem = Path(FILE_NAME).stem
    data = (FILE_NAME, f"{FILE_NAME}-wal", f"{FILE_NAME}-shm", f"{stem}-before-*.db")
    patterns = (*data, "recovery.key", f"{LOG_NAME}*")
    found = (path for pattern in patterns for path in folder.glob(pattern))
    return [path for path in found if path.is_file() and not path.is_symlink()]


def is_private(path: Path) -> bool:
    """Nobody but its owner may read or write it."""
    return os.name == "nt" or not stat.S_IMODE(path.stat().st_mode) & 0o077


def _close_to_others(folder: Path) -> None:
    for path in own_files(folder):
        with contextlib.suppress(OSError):  # somebody else's; the doctor says so
            if not is_private(path):
                path.chmod(0o600)


def open_folder(folder: Path, clock: Clock | None = None, *, must_exist: bool = False) -> Opened:
    """Open the till's file, bring its schema up to date, and take the shop's day from its settings.

    Raises:
        DataSetAside: the file was found damaged; a backup must be restored.
        NoData: `must_exist`, and there is no file.
        FolderUnusable, StoreError: it cannot be opened.
    """
    refuse_set_aside(folder / FILE_NAME)
    if must_exist and not has_file(folder):
        raise NoData(folder=folder)
    prepare_folder(folder)
    _close_to_others(folder)
    database = Database(folder / FILE_NAME)
    copy = migrate.upgrade(database)
    store = Store(database, clock or SystemClock(), Settings({}).day)
    refresh_day(store)
    with store.read() as read:
        store.seen_at = this_till(read).last_seen_at if has_shop(read) else None
    return Opened(folder, store, copy)


def look_into(folder: Path, clock: Clock | None = None) -> Opened:
    """Open the file only to read: nothing is made, migrated or changed.

    Raises:
        NoData: there is no file, or an empty one.
        NeedsMigrate, NewerSchema: it has another schema.
        StoreError: it cannot be opened, or is another program's.
    """
    if not has_file(folder):
        raise NoData(folder=folder)
    database = Database(folder / FILE_NAME, read_only=True)
    current, newest = migrate.current_revision(database), migrate.newest_revision()
    if current is None:
        raise NoData(folder=folder)
    if current != newest:
        raise NeedsMigrate(found=current, wanted=newest) if migrate.is_known(current) else migrate.NewerSchema()
    store = Store(database, clock or SystemClock(), Settings({}).day)
    refresh_day(store)
    return Opened(folder, store)


def refresh_day(store: Store) -> DayRule:
    """Take the zone and the hour at which the day ends from the settings."""
    with store.read() as read:
        store.day = load_settings(read).day
    return store.day


def has_founded(opened: Opened) -> bool:
    """Whether there is a shop in the file."""
    with opened.store.read() as read:
        return has_shop(read)


def found(opened: Opened, draft: FoundingDraft, *, origin: str = "till") -> Founded:
    """Make the shop, its till and, with a PIN, its owner.

    Raises:
        ShopThere, BadShop, PinTooShort, PinTooEasy
    """
    with opened.store.action(founder(draft, origin=origin), "founding") as uow:
        founded = found_shop(uow, draft)
    refresh_day(opened.store)
    return founded


class _PrivateLog(logging.handlers.RotatingFileHandler):
    """A log whose files nobody else may read, from their first byte."""

    def _open(self) -> io.TextIOWrapper:
        os.close(os.open(self.baseFilename, os.O_WRONLY | os.O_CREAT, 0o600))
        return super()._open()


def start_logging(folder: Path, *, to_screen: bool = False) -> Path:
    """Write what happens to a file of its own in the data directory; names, phones and PINs never go there."""
    path = folder / LOG_NAME
    handler = _PrivateLog(path, maxBytes=2_000_000, backupCount=3, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    if to_screen:
        root.addHandler(logging.StreamHandler())
    return path
