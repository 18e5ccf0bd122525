"""Print queues of CUPS, through the `lp` that comes with it: a library would have to be compiled on every machine.

The queue is looked at first, because a job that CUPS has taken can no longer be called "not sent". Then the job
is followed until CUPS has passed it on; one that does not get through is taken back, so that it does not print
an hour later beside its own copy.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import threading
from dataclasses import dataclass, field

from app.services.devices.links import CannotOpen, Patience
from app.services.devices.profile import PrinterProfile
from app.services.devices.protocols import PrinterLook, PrinterState, PrintProblem, SendOutcome, SendResult
from app.values.clock import monotonic

_COMMAND_S = 10.0
_LOOK_AGAIN_S = 0.25
_REQUEST = re.compile(rb"request id is (\S+)")
_NO_SERVER = ("connect to server", "scheduler is not running", "scheduler not responding", "Bad file descriptor")
_STATES = (
    (("media-empty", "media-needed", "out of paper"), PrinterState.NO_PAPER),
    (("cover-open", "door-open", "cover is open"), PrinterState.COVER_OPEN),
    (("offline", "waiting for printer", "not connected", "unavailable"), PrinterState.OFFLINE),
    (("media-jam", "-error"), PrinterState.ERROR),
    (("media-low",), PrinterState.PAPER_LOW),
)


@dataclass(frozen=True, slots=True)
class CupsPrinter:
    """A queue of this computer's CUPS; bytes go through it unchanged."""

    queue: str
    profile: PrinterProfile = field(default_factory=PrinterProfile)
    patience: Patience = field(default_factory=Patience)

    @property
    def name(self) -> str:
        return f"CUPS {self.queue}"

    def send(self, data: bytes) -> SendResult:
        look = self.look()
        if look.problem is not None:
            return SendResult(SendOutcome.NOTHING_SENT, look.problem, f"queue is {look.state}")
        try:
            done = _run(["lp", "-d", self.queue, "-o", "raw", "-t", "Shuke"], data, self.patience.job_s)
        except subprocess.TimeoutExpired as failure:
            return SendResult(SendOutcome.UNKNOWN, PrintProblem.STALLED, repr(failure))
        except OSError as failure:
            return SendResult(SendOutcome.NOTHING_SENT, PrintProblem.WRONG_SYSTEM, repr(failure))
        request = _REQUEST.search(done.stdout)
        if done.returncode or request is None:
            detail = _words(done.stderr or done.stdout)
            return SendResult(SendOutcome.NOTHING_SENT, _refusal(detail), detail)
        return self._follow(request[1].decode("utf-8", "replace"))

    def look(self) -> PrinterLook:
        """What CUPS says of the queue; a problem only where it would not pass a job on now.

        What it says of the paper may be as old as the last job, so that alone holds no job back.
        """
        try:
            done = _run(["lpstat", "-l", "-p", self.queue], b"", _COMMAND_S)
        except (CannotOpen, OSError, subprocess.TimeoutExpired):
            return PrinterLook(PrinterState.OFFLINE, PrintProblem.WRONG_SYSTEM)
        if done.returncode or not done.stdout:
            return PrinterLook(PrinterState.OFFLINE, _refusal(_words(done.stderr)))
        words = _words(done.stdout)
        state = _state_in(words)
        if " disabled since " in words:
            stopped = PrinterState.OFFLINE if state is PrinterState.READY else state
            return PrinterLook(stopped, PrintProblem.QUEUE_STOPPED)
        return PrinterLook(state)

    def status(self) -> PrinterState:
        return self.look().state

    def _follow(self, job: str) -> SendResult:
        """Until CUPS has passed the job on; one that waits too long is taken back, and may have begun."""
        deadline, pause = monotonic() + self.patience.queue_s, threading.Event()
        while self._is_waiting(job):
            if monotonic() > deadline:
                _try(["cancel", job])
                return SendResult(SendOutcome.UNKNOWN, PrintProblem.STALLED, f"{job} was taken back")
            pause.wait(_LOOK_AGAIN_S)
        return SendResult(SendOutcome.SENT)

    def _is_waiting(self, job: str) -> bool:
        listed = _try(["lpstat", "-W", "not-completed", "-o", self.queue])
        return listed is None or any(line.split(maxsplit=1)[:1] == [job] for line in listed.splitlines())


def cups_queues() -> tuple[str, ...]:
    """The queues that CUPS knows here; none where there is no CUPS."""
    return tuple(name for line in (_try(["lpstat", "-e"]) or "").splitlines() if (name := line.strip()))


def _state_in(words: str) -> PrinterState:
    """The printer's own message stands on the second line, before the form; its reasons behind `Alerts:`."""
    told = []
    for line in words.splitlines()[1:]:
        if line.strip().startswith("Form mounted"):
            break
        told.append(line)
    told += [line for line in words.splitlines() if line.strip().startswith("Alerts:")]
    found = " ".join(told).lower()
    return next((state for marks, state in _STATES if any(mark in found for mark in marks)), PrinterState.READY)


def _refusal(words: str) -> PrintProblem:
    if any(mark in words for mark in _NO_SERVER):
        return PrintProblem.WRONG_SYSTEM
    return PrintProblem.QUEUE_STOPPED if "not accepting" in words else PrintProblem.NOT_FOUND


def _try(words: list[str]) -> str | None:
    """What a command says; None when it did not work."""
    try:
        done = _run(words, b"", _COMMAND_S)
    except (OSError, subprocess.TimeoutExpired):
        return None
    return None if done.returncode else _words(done.stdout)


def _run(words: list[str], data: bytes, timeout_s: float) -> subprocess.CompletedProcess[bytes]:
    path = shutil.which(words[0])
    if path is None:
        raise CannotOpen(PrintProblem.WRONG_SYSTEM, f"there is no {words[0]}")
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": "C"}
    return subprocess.run([path, *words[1:]], input=data, capture_output=True, timeout=timeout_s, env=environment)


def _words(said: bytes) -> str:
    return said.decode("utf-8", "replace").strip()
