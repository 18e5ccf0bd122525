"""A file that must not be used any more is moved, never deleted; and a damaged one is never taken up again.

A note stands beside the data as long as nothing sound is in place, so that no start makes an empty shop there.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from app.services.backup.files import flush_folder, write_durably
from app.values.errors import QT_TRANSLATE_NOOP, UserError
from app.values.failpoints import reach

PLACE = "set-aside"
NOTE_NAME = "data-damaged.json"
_LOGS = ("-wal", "-shm")


class DataSetAside(UserError):
    """What was in place is damaged; nothing sells until a backup is restored."""

    text = QT_TRANSLATE_NOOP(
        "errors",
        "The data file was damaged and was put aside in {folder}; it is not used any more. "
        "Restore the last good backup: `python main.py restore FILE`.",
    )


@dataclass(frozen=True, slots=True)
class DamageNote:
    """Why there is nothing to work with.

    Attributes:
        said: SQLite's words, for whoever looks into the file.
        folder: Where it lies now.
    """

    at: datetime
    said: str
    folder: Path


def set_aside_damaged(data_file: Path, said: str, at: datetime) -> DamageNote:
    """Put a damaged file aside with its log. Close the store before; call it again after a kill and it is finished.

    Raises:
        OSError: the data directory cannot be written.
    """
    note = damage_note(data_file) or DamageNote(at, said, new_place(data_file, at, "damaged"))
    words = {"at": note.at.astimezone(UTC).isoformat(), "said": note.said, "folder": str(note.folder)}
    write_durably(data_file.with_name(NOTE_NAME), (json.dumps(words, ensure_ascii=False) + "\n").encode())
    reach("set_aside.noted")
    _move_all(data_file, note.folder)
    return note


def damage_note(data_file: Path) -> DamageNote | None:
    """The note beside a data file, if there is one; one that cannot be read still counts."""
    path = data_file.with_name(NOTE_NAME)
    if not path.exists():
        return None
    try:
        said = json.loads(path.read_text(encoding="utf-8"))
        return DamageNote(datetime.fromisoformat(said["at"]), str(said["said"]), Path(said["folder"]))
    except (OSError, ValueError, KeyError, TypeError):
        written = datetime.fromtimestamp(path.stat().st_mtime, UTC)
        return DamageNote(written, "", new_place(data_file, written, "damaged"))


def refuse_set_aside(data_file: Path) -> None:
    """Pass if the data may be used; to be asked before the file is opened to work with it.

    Raises:
        DataSetAside: it was found damaged; what a killed set-aside left in place goes aside now.
    """
    note = damage_note(data_file)
    if note is None:
        return
    if finish_set_aside(data_file, note) and data_file.exists():
        forget_damage(data_file)  # a restore was killed behind its last step
        return
    raise DataSetAside(folder=note.folder)


def finish_set_aside(data_file: Path, note: DamageNote) -> bool:
    """Do what a kill may have left undone; whether there was nothing to do."""
    if (note.folder / data_file.name).exists():
        return True
    set_aside_damaged(data_file, note.said, note.at)
    return False


def forget_damage(data_file: Path) -> None:
    """A sound file is in place again."""
    data_file.with_name(NOTE_NAME).unlink(missing_ok=True)
    flush_folder(data_file.parent)


def new_place(data_file: Path, at: datetime, why: str) -> Path:
    """A folder below the data directory that is not there yet."""
    stem = f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}-{why}"
    place, number = data_file.parent / PLACE / stem, 1
    while place.exists():
        number += 1
        place = place.with_name(f"{stem}-{number}")
    return place


def keep_copy(data_file: Path, place: Path) -> None:
    """Let `place` hold the file as well, log first; the file itself stays where it is until another replaces it.

    Raises:
        OSError
    """
    _make(place)
    for suffix in _LOGS[:1]:
        log = data_file.with_name(data_file.name + suffix)
        if log.exists() and log.stat().st_size:
            shutil.copy2(log, place / log.name)
    try:
        os.link(data_file, place / data_file.name)
    except OSError:  # a disk that knows no second names
        shutil.copy2(data_file, place / data_file.name)
    for suffix in _LOGS:
        data_file.with_name(data_file.name + suffix).unlink(missing_ok=True)
    flush_folder(place)
    flush_folder(data_file.parent)


def move_logs(data_file: Path, place: Path) -> None:
    """Take away logs without a file: another file of that name must not be read with them.

    Raises:
        OSError
    """
    logs = [path for suffix in _LOGS if (path := data_file.with_name(data_file.name + suffix)).exists()]
    if logs:
        _make(place)
    for path in logs:
        os.replace(path, place / path.name)


def _move_all(data_file: Path, place: Path) -> None:
    """Logs first: as long as the file itself is in place, the move is not done."""
    _make(place)
    for path in (*(data_file.with_name(data_file.name + suffix) for suffix in _LOGS), data_file):
        with contextlib.suppress(FileNotFoundError):
            os.replace(path, place / path.name)
    flush_folder(place)
    flush_folder(data_file.parent)


def _make(place: Path) -> None:
    place.parent.mkdir(mode=0o700, exist_ok=True)
    place.mkdir(mode=0o700, exist_ok=True)
