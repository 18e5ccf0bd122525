"""What failed about the data file, each in a sentence of its own: what happened, what is safe, what to do."""

from __future__ import annotations

from pathlib import Path

from app.values.errors import QT_TRANSLATE_NOOP, StoreError


class NotADatabase(StoreError):
    """The file holds something else."""

    text = QT_TRANSLATE_NOOP(
        "errors",
        "The file is not a data file of Shuke ({kind}). Nothing was changed. "
        "Put the right file back, or choose another folder.",
    )


class ForeignFile(StoreError):
    """A SQLite file with somebody else's tables."""

    text = QT_TRANSLATE_NOOP(
        "errors",
        "The file {file} belongs to another program. Nothing was changed. "
        "Move it away, or choose another folder for Shuke.",
    )

    def __init__(self, file: Path) -> None:
        super().__init__("FOREIGN", file=file)


class CannotOpen(StoreError):
    """Missing, a folder, or no right to read it."""

    text = QT_TRANSLATE_NOOP(
        "errors",
        "The data file cannot be opened ({kind}). Nothing was changed. "
        "Check that the file and its folder are there and that you may use them.",
    )


class OnlyReadable(StoreError):
    """No right to write the file or its folder."""

    text = QT_TRANSLATE_NOOP(
        "errors",
        "The data file may only be read, not written ({kind}). Nothing was stored. "
        "Check the rights of the file and its folder, then try again.",
    )


class DiskFull(StoreError):
    """No room left."""

    text = QT_TRANSLATE_NOOP(
        "errors",
        "The disk is full ({kind}). Nothing was stored; everything before is safe. Make room on it, then try again.",
    )


class FileBusy(StoreError):
    """Another program holds the file."""

    text = QT_TRANSLATE_NOOP(
        "errors",
        "Another program is using the data file ({kind}). Nothing was stored. Wait for it or close it, then try again.",
    )


class FileDamaged(StoreError):
    """Pages or tables are not what they should be."""

    text = QT_TRANSLATE_NOOP(
        "errors",
        "The data file is damaged ({kind}). Nothing was stored. "
        "Stop selling, copy the whole data folder to a safe place, then run `python main.py verify`.",
    )


class DiskFails(StoreError):
    """The disk itself reports errors."""

    text = QT_TRANSLATE_NOOP(
        "errors",
        "The disk reports an error ({kind}). Nothing was stored. "
        "Check the disk and its cable; copy the data folder to another disk before going on.",
    )


_BY_KIND: dict[str, type[StoreError]] = {
    "SQLITE_NOTADB": NotADatabase,
    "SQLITE_CANTOPEN": CannotOpen,
    "SQLITE_PERM": CannotOpen,
    "SQLITE_READONLY": OnlyReadable,
    "SQLITE_FULL": DiskFull,
    "SQLITE_BUSY": FileBusy,
    "SQLITE_LOCKED": FileBusy,
    "SQLITE_PROTOCOL": FileBusy,
    "SQLITE_CORRUPT": FileDamaged,
    "SQLITE_IOERR": DiskFails,
}


def store_error(kind: str) -> StoreError:
    """The failure of that name with its sentence."""
    return _BY_KIND.get(kind, StoreError)(kind)


def error_behind(problem: object) -> StoreError | None:
    """The failure behind an error of the driver; None when it is a bug of ours."""
    name = getattr(problem, "sqlite_errorname", "") or ""
    return next((store_error(kind) for kind in _BY_KIND if name.startswith(kind)), None)
