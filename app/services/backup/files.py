"""Files that are whole or not there: written under another name, flushed, then renamed."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from app.values.errors import QT_TRANSLATE_NOOP, DeviceError

ROOM_TO_SPARE_BYTES = 100 * 1024 * 1024
"""Left free for the till's own sales, whatever a backup needs."""
_FULL = (errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC))
_GONE = (errno.ENOENT, errno.ENOTDIR, errno.ENODEV, errno.ENXIO, errno.ESTALE if hasattr(errno, "ESTALE") else 0)
_FORBIDDEN = (errno.EROFS, errno.EACCES, errno.EPERM)


class TargetMissing(DeviceError):
    """No stick, no share, no folder."""

    text = QT_TRANSLATE_NOOP(
        "errors",
        "The backup folder {folder} is not there. Older backups are safe. "
        "Plug in the stick or connect the share; Shuke tries again by itself.",
    )


class TargetFull(DeviceError):
    """No room where backups go."""

    text = QT_TRANSLATE_NOOP(
        "errors",
        "There is no room for a backup in {folder}. Older backups are safe. "
        "Make room there or choose another folder; Shuke tries again by itself.",
    )


class TargetForbidden(DeviceError):
    """May not be written."""

    text = QT_TRANSLATE_NOOP(
        "errors",
        "The backup folder {folder} may not be written. Older backups are safe. "
        "Check the lock of the stick or the rights of the folder; Shuke tries again by itself.",
    )


class TargetFails(DeviceError):
    """It answers with errors."""

    text = QT_TRANSLATE_NOOP(
        "errors",
        "Writing to {folder} failed ({reason}). Older backups are safe. "
        "Check stick, cable and network; Shuke tries again by itself.",
    )


class NoRoomToWork(DeviceError):
    """A backup is checked on the till's own disk, which must not fill up."""

    text = QT_TRANSLATE_NOOP(
        "errors",
        "The disk of {folder} has no room to check a copy of the data ({needed} MB are needed). "
        "Nothing was changed. Make room on it, then try again.",
    )


class DataFolderFails(DeviceError):
    """The till's own folder cannot take what a backup or restore needs."""

    text = QT_TRANSLATE_NOOP(
        "errors",
        "The data folder {folder} cannot be written ({reason}). Nothing was changed and every backup is safe. "
        "Make room on its disk and check its rights, then try again.",
    )


@contextlib.contextmanager
def data_folder_told(folder: Path) -> Iterator[None]:
    """Turn an error of the machine into a sentence about the till's own folder.

    Raises:
        DataFolderFails
    """
    try:
        yield
    except OSError as problem:
        raise DataFolderFails(folder=folder, reason=problem.strerror or type(problem).__name__) from problem


@contextlib.contextmanager
def target_told(folder: Path) -> Iterator[None]:
    """Turn an error of the machine into a sentence about the folder.

    Raises:
        TargetMissing, TargetFull, TargetForbidden, TargetFails
    """
    try:
        yield
    except OSError as problem:
        raise _told(folder, problem) from problem


def _told(folder: Path, problem: OSError) -> DeviceError:
    if problem.errno in _FULL:
        return TargetFull(folder=folder)
    if problem.errno in _FORBIDDEN:
        return TargetForbidden(folder=folder)
    if problem.errno in _GONE:
        return TargetMissing(folder=folder)
    return TargetFails(folder=folder, reason=problem.strerror or type(problem).__name__)


def create_private(path: Path) -> BinaryIO:
    """A new file that nobody else can read from its first byte on; sticks that know no rights are taken as they are.

    Raises:
        OSError
    """
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    return os.fdopen(handle, "w+b")


def write_durably(path: Path, content: bytes) -> None:
    """Replace a small file as a whole; after a power cut it is the old one or the new one.

    Raises:
        OSError
    """
    partial = path.with_name(path.name + ".partial")
    partial.unlink(missing_ok=True)
    with create_private(partial) as file:
        file.write(content)
        flush(file)
    put_in_place(partial, path)


def flush(file: BinaryIO) -> None:
    """Bring what was written to the disk."""
    file.flush()
    os.fsync(file.fileno())


def put_in_place(partial: Path, path: Path) -> None:
    """Give a finished file its name, durably."""
    os.replace(partial, path)
    flush_folder(path.parent)


def flush_folder(folder: Path) -> None:
    """Make names durable; systems and shares that cannot are left as they are."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextlib.contextmanager
def work_folder(place: Path) -> Iterator[Path]:
    """A private folder for plain copies, empty at the start and gone at the end; a killed run's rest goes first."""
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(mode=0o700)
    try:
        yield place
    finally:
        shutil.rmtree(place, ignore_errors=True)


def check_room(folder: Path, needed_bytes: int) -> None:
    """Refuse work that would take the till's own disk to its end.

    Raises:
        NoRoomToWork
    """
    needed = needed_bytes + ROOM_TO_SPARE_BYTES
    if shutil.disk_usage(folder).free < needed:
        raise NoRoomToWork(folder=folder, needed=needed // 2**20 + 1)
