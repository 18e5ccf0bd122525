"""Where the till keeps its recovery key: a file beside the data, for its owner only. The paper is the other copy."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from app.services.backup.files import write_durably
from app.services.backup.key import RecoveryKey, key_text, read_key
from app.values.errors import QT_TRANSLATE_NOOP, UserError

KEY_NAME = "recovery.key"


class KeyFileDamaged(UserError):
    """A new key made silently would not be the one on the paper."""

    text = QT_TRANSLATE_NOOP(
        "errors",
        "The file {file} with the recovery key cannot be read, so no backup was made; older backups are safe. "
        "Type the key from the paper into it, or move it away so that Shuke makes a new key.",
    )


@dataclass(frozen=True, slots=True)
class KeptKey:
    """The till's key.

    Attributes:
        is_new: It was made just now, so no paper shows it yet.
    """

    key: RecoveryKey
    is_new: bool = False


def load_key(folder: Path) -> RecoveryKey | None:
    """The key in a data directory; None where there is none.

    Raises:
        KeyFileDamaged
    """
    path = folder / KEY_NAME
    if not path.exists():
        return None
    try:
        return read_key(path.read_text(encoding="ascii"))
    except (OSError, ValueError, UserError) as problem:
        raise KeyFileDamaged(file=path) from problem


def load_or_make_key(folder: Path) -> KeptKey:
    """The key in a data directory, made if there is none; a file that cannot be read is never replaced.

    Raises:
        KeyFileDamaged
    """
    known = load_key(folder)
    if known is not None:
        return KeptKey(known)
    fresh = RecoveryKey.random()
    keep_key(folder, fresh)
    return KeptKey(fresh, is_new=True)


def keep_key(folder: Path, key: RecoveryKey) -> None:
    """Write the key where later backups find it."""
    write_durably(folder / KEY_NAME, (key_text(key) + os.linesep).encode("ascii"))
