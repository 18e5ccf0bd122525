"""Which epochs of a till were ever opened. Receipt numbers and journal places are unique within one, so none is used
twice: not on this machine, and not on another that was restored from the same stick (docs/backup.md).
"""

from __future__ import annotations

import contextlib
import json
import secrets
from dataclasses import dataclass
from pathlib import Path

from app.models.database import Database
from app.services.backup.files import write_durably
from app.services.backup.header import MOST_EPOCH, Header
from app.services.backup.key import RecoveryKey
from app.services.backup.set_aside import PLACE
from app.services.backup.target import DEFAULT_NAME, list_backups
from app.services.backup.unpack import prove_header
from app.values.errors import DeviceError, StoreError, UserError
from app.values.ids import Id

NOTE_NAME = "shuke-epochs.json"
MOST_AHEAD = 10_000
"""A note further ahead than that is no note of ours; nobody restores so often."""
_LEAST_LEAP, _LEAPS = 10, 90


@dataclass(frozen=True, slots=True)
class NextEpoch:
    """The epoch that a restored file opens.

    Attributes:
        is_noted: The folder of the backups knows it too, so that another machine will not take the same.
    """

    number: int
    is_noted: bool


def open_next_epoch(header: Header, data_file: Path, source_folder: Path, key: RecoveryKey) -> NextEpoch:
    """Choose an epoch beyond every one that is known and write it down before it is used.

    Known are: the backup, the file in place and those set aside, the notes in the data directory and beside the
    backups, and newer backups there. Where no note can be left beside the backups, another machine could choose the
    same; so the number leaps at random.

    Raises:
        OSError: the data directory cannot be written.
    """
    till_id, data_folder = header.till_id, data_file.parent
    files = [data_file, *data_folder.glob(f"{PLACE}/*/{data_file.name}")]
    known = max(
        header.epoch,
        *(epoch_in_file(path, till_id) for path in files),
        *(_noted(folder, header) for folder in (data_folder, source_folder)),
        *(_listed(folder, header, key) for folder in (source_folder, data_folder / DEFAULT_NAME)),
    )
    number = known + 1
    is_noted = _is_noted(source_folder, till_id, number)
    if not is_noted:
        number = known + _LEAST_LEAP + secrets.randbelow(_LEAPS)
    note(data_folder, till_id, number)
    return NextEpoch(number, is_noted)


def epoch_in_file(path: Path, till_id: Id) -> int:
    """The highest epoch of a till in a data file; 0 where it cannot be read or there is none."""
    if not path.is_file():
        return 0
    with contextlib.suppress(StoreError):
        database = Database(path, read_only=True)
        try:
            with database.reader.connect() as connection:
                rows = connection.exec_driver_sql(
                    "SELECT max(epoch) FROM (SELECT epoch FROM till_state WHERE till_id = ? "
                    "UNION ALL SELECT max(epoch) FROM journal_entry WHERE till_id = ?)",
                    (till_id, till_id),
                )
                found = rows.scalar_one_or_none()
                return found if isinstance(found, int) else 0
        except Exception:  # what damage looks like has no end, and there are other witnesses
            return 0
        finally:
            database.reopen()
    return 0


def note(folder: Path, till_id: Id, epoch: int) -> None:
    """Write down that an epoch is taken; a higher one that stands there stays, if it can be believed.

    Raises:
        OSError
    """
    known = _read(folder)
    before = known.get(till_id.hex(), 0)
    known[till_id.hex()] = before if epoch < before <= epoch + MOST_AHEAD else epoch
    write_durably(folder / NOTE_NAME, (json.dumps(known, sort_keys=True) + "\n").encode())


def _is_noted(folder: Path, till_id: Id, epoch: int) -> bool:
    try:
        note(folder, till_id, epoch)
    except OSError:
        return False
    return True


def _noted(folder: Path, header: Header) -> int:
    """What a note says; anybody can write on a stick, so one that says too much counts as none."""
    epoch = _read(folder).get(header.till_id.hex(), 0)
    return epoch if epoch <= min(header.epoch + MOST_AHEAD, MOST_EPOCH) else 0


def _read(folder: Path) -> dict[str, int]:
    try:
        said = json.loads((folder / NOTE_NAME).read_text(encoding="ascii"))
        return {str(till): epoch for till, epoch in said.items() if type(epoch) is int}
    except (OSError, ValueError, AttributeError):
        return {}


def _listed(folder: Path, header: Header, key: RecoveryKey) -> int:
    """The highest epoch of this till's backups beside the one that is restored; each is proven with the key."""
    try:
        beside = list_backups(folder)
    except DeviceError:
        return 0
    highest = 0
    for listed in beside:
        if listed.header.till_id == header.till_id and listed.header.epoch > max(highest, header.epoch):
            with contextlib.suppress(UserError):
                highest = prove_header(listed.path, key).epoch
    return highest
