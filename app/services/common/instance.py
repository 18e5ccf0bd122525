"""One running till per data directory: the lock dies with the process, so a crash leaves none behind."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from app.values.errors import QT_TRANSLATE_NOOP, UserError


class AlreadyRunning(UserError):
    """Another Shuke uses this directory."""

    text = QT_TRANSLATE_NOOP("errors", "Shuke is already running with this data. Use the window that is open.")


class InstanceLock:
    """Held as long as the till runs."""

    def __init__(self, folder: Path, name: str = "shuke.lock") -> None:
        self.path = folder / name
        self._handle: int | None = None

    def take(self) -> None:
        """Become the one that runs.

        Raises:
            AlreadyRunning: another process is.
        """
        handle = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _lock(handle)
        except OSError:
            os.close(handle)
            raise AlreadyRunning() from None
        self._handle = handle

    def release(self) -> None:
        """Let another one run."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


def _lock(handle: int) -> None:
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
