"""Short tones for what the cashier must not overlook; started and forgotten, the screen never waits for one."""

from __future__ import annotations

import logging
import shutil
import struct
import subprocess
import sys
import wave
from collections.abc import Callable
from enum import StrEnum
from io import BytesIO
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

FOLDER: Final = Path(__file__).resolve().parents[3] / "resources" / "sounds"
MAX_AT_ONCE: Final = 3
_log = logging.getLogger(__name__)


class Tone(StrEnum):
    """What a tone says; the value is its file."""

    UNKNOWN = "unknown"
    AGE = "age"
    WEIGHT = "weight"
    DONE = "done"
    STOP = "stop"


Player = Callable[[bytes], None]
"""Starts to play a WAV file's bytes and returns at once."""


class Sounds(QObject):
    """Plays tones that were read once at the start.

    Attributes:
        muted: Nothing is heard; `flash` still tells.
        volume: 0 to 100.

    Signals:
        flash: A tone was asked for, heard or not. arg: its name; the screen shows the same thing for deaf ears.
    """

    flash = Signal(str)

    def __init__(self, *, folder: Path = FOLDER, player: Player | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.muted = False
        self._volume = 80
        self._play = player or system_player()
        self._files = {tone: _read(folder / f"{tone.value}.wav") for tone in Tone}
        self._ready: dict[Tone, bytes] = {}
        self._make_ready()

    @property
    def volume(self) -> int:
        """0 to 100."""
        return self._volume

    @volume.setter
    def volume(self, volume: int) -> None:
        self._volume = max(0, min(100, volume))
        self._make_ready()

    def play(self, tone: Tone) -> None:
        """Sound a tone, unless muted; a machine without sound beeps or stays silent."""
        self.flash.emit(tone.value)
        if self.muted or self._volume == 0 or not self._ready[tone]:
            return
        try:
            self._play(self._ready[tone])
        except OSError as problem:
            _log.warning("no sound: %s", problem)

    def _make_ready(self) -> None:
        self._ready = {tone: at_volume(data, self._volume) for tone, data in self._files.items()}


def at_volume(data: bytes, volume: int) -> bytes:
    """A 16-bit WAV file's bytes at a share of its loudness."""
    if not data or volume == 100:
        return data
    with wave.open(BytesIO(data), "rb") as source:
        params, frames = source.getparams(), source.readframes(source.getnframes())
    values = struct.unpack(f"<{len(frames) // 2}h", frames)
    quieter = struct.pack(f"<{len(values)}h", *(value * volume // 100 for value in values))
    target = BytesIO()
    with wave.open(target, "wb") as out:
        out.setparams(params)
        out.writeframes(quieter)
    return target.getvalue()


def system_player() -> Player:
    """The best this machine has: winsound, ALSA's `aplay`, or Qt's beep."""
    if sys.platform == "win32":
        return _play_with_winsound
    if (program := shutil.which("aplay") or shutil.which("paplay")) is not None:
        return _PipePlayer(program)
    return _beep


def _play_with_winsound(data: bytes) -> None:
    if sys.platform == "win32":
        import winsound

        # Windows cannot play memory asynchronously; a worker thread waits for the tone instead of the screen.
        from threading import Thread

        Thread(target=winsound.PlaySound, args=(data, winsound.SND_MEMORY), daemon=True).start()


class _PipePlayer:
    """Feeds a small program; never more than a few at once, so that 60 unknown codes make no crowd."""

    def __init__(self, program: str) -> None:
        self._program = program
        self._running: list[subprocess.Popen[bytes]] = []

    def __call__(self, data: bytes) -> None:
        self._running = [process for process in self._running if process.poll() is None]
        if len(self._running) >= MAX_AT_ONCE:
            return
        process = subprocess.Popen(
            [self._program, "-q", "-"] if self._program.endswith("/aplay") else [self._program],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._running.append(process)
        if process.stdin is not None:
            # A tone is smaller than a pipe's buffer, so this does not wait.
            process.stdin.write(data)
            process.stdin.close()


def _beep(_data: bytes) -> None:
    if QApplication.instance() is not None:
        QApplication.beep()


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        _log.warning("the tone %s is missing", path.name)
        return b""
