"""Where backups go, and which ones lie there."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from app.services.backup.files import TargetForbidden, TargetMissing, target_told
from app.services.backup.header import Header
from app.services.backup.keep import Dated
from app.services.backup.state import BackupState
from app.services.backup.unpack import header_of
from app.services.settings import declared
from app.services.settings.service import Settings
from app.services.staff.founding import TillIdentity
from app.values.errors import UserError

DEFAULT_NAME = "backups"
SUFFIX = ".shuke"
_UNFIT = re.compile(r"[^A-Za-z0-9]")


@dataclass(frozen=True, slots=True)
class Target:
    """A folder for backups.

    Attributes:
        is_same_disk: What takes the till's disk takes the backups too; to be said plainly.
    """

    folder: Path
    is_default: bool
    is_same_disk: bool


@dataclass(frozen=True, slots=True)
class ListedBackup:
    """A backup as its header tells; only opening it proves that."""

    path: Path
    header: Header
    file_bytes: int


def target_folder(settings: Settings, data_folder: Path, chosen: Path | None = None) -> Path:
    """The folder that was chosen for this time, or in the settings, or the one beside the data."""
    if chosen is not None:
        return chosen.absolute()
    said = settings.get(declared.BACKUP_FOLDER)
    return Path(said) if said else data_folder / DEFAULT_NAME


def open_target(folder: Path, data_folder: Path, state: BackupState) -> Target:
    """The folder, ready to be written to. Only the usual one is made: a stick that is not there must not become a
    folder on the till's own disk.

    Raises:
        TargetMissing, TargetForbidden, TargetFails
    """
    is_default = folder == data_folder / DEFAULT_NAME
    with target_told(folder):
        if is_default and not folder.is_dir():
            folder.mkdir(mode=0o700)
        is_same_disk = folder.stat().st_dev == data_folder.stat().st_dev
    if not folder.is_dir() or (is_same_disk and state.other_disk == str(folder)):
        raise TargetMissing(folder=folder)
    if not os.access(folder, os.W_OK | os.X_OK):
        raise TargetForbidden(folder=folder)
    return Target(folder, is_default, is_same_disk)


def is_on_same_disk(folder: Path, data_folder: Path) -> bool | None:
    """Whether both would be lost together; None when the folder is not there."""
    try:
        return folder.stat().st_dev == data_folder.stat().st_dev
    except OSError:
        return None


def file_stem(till: TillIdentity) -> str:
    """How the names of a till's backups begin; the digits tell apart two shops whose tills are both T1."""
    return f"shuke-{_UNFIT.sub('', till.till_code)}-{till.till_id.hex()[-6:]}"


def free_name(folder: Path, till: TillIdentity, at: datetime) -> Path:
    """A name that is not taken, so that no backup is ever written over another."""
    stem = f"{file_stem(till)}-{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    path, number = folder / f"{stem}{SUFFIX}", 1
    while path.exists():
        number += 1
        path = folder / f"{stem}-{number}{SUFFIX}"
    return path


def is_unused(folder: Path, data_folder: Path) -> bool:
    """Whether it is the folder beside the data, which the first backup makes."""
    return folder == data_folder / DEFAULT_NAME and not folder.exists()


def list_backups(folder: Path, *, till: TillIdentity | None = None) -> tuple[ListedBackup, ...]:
    """The backups in a folder, newest first; files that are none, or not of this shop and till, are left out.

    Raises:
        TargetMissing, TargetForbidden, TargetFails
    """
    with target_told(folder):
        paths = sorted(path for path in folder.iterdir() if path.suffix == SUFFIX and path.is_file())
        found = [listed for listed in _read(paths) if till is None or is_of(listed.header, till)]
    return tuple(sorted(found, key=lambda listed: (listed.header.made_at, listed.path.name), reverse=True))


def is_of(header: Header, till: TillIdentity) -> bool:
    """Whether a backup says that it is of this shop and till."""
    return (header.shop_id, header.till_id) == (till.shop_id, till.till_id)


def dated(backups: tuple[ListedBackup, ...]) -> tuple[Dated, ...]:
    """What the rule of keeping looks at."""
    return tuple(Dated(listed.path, listed.header.made_at) for listed in backups)


def _read(paths: list[Path]) -> Iterator[ListedBackup]:
    for path in paths:
        try:
            yield ListedBackup(path, header_of(path), path.stat().st_size)
        except UserError:
            continue
