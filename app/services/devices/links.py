"""Handing a job over a connection: one way for sockets, serial lines, USB and device files.

The bytes are pushed here, because only a count of what was taken tells "safe to try again" from "look at the
paper". Every job has a connection of its own: one that broke is never used again.
"""

from __future__ import annotations

import errno
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from app.services.devices.profile import PrinterProfile
from app.services.devices.protocols import PrinterLook, PrinterState, PrintProblem, SendOutcome, SendResult
from app.values.clock import monotonic

MARKER = b"\x1d\x72\x01"
"""GS r 1: waits its turn behind the job and is answered only when the printer has come to it."""
MARKER_FIXED_BITS, MARKER_FIXED_VALUE = 0x90, 0x00
CHUNK = 4096

_BUSY = (errno.EBUSY, errno.EAGAIN)
_FORBIDDEN = (errno.EACCES, errno.EPERM)

STATE_PROBLEMS = {
    PrinterState.NO_PAPER: PrintProblem.NO_PAPER,
    PrinterState.COVER_OPEN: PrintProblem.COVER_OPEN,
    PrinterState.OFFLINE: PrintProblem.OFFLINE,
    PrinterState.ERROR: PrintProblem.OFFLINE,
    PrinterState.UNKNOWN: PrintProblem.NO_ANSWER,
}
"""Why a printer that should answer gets no job."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How long a printer is waited for, in seconds.

    Attributes:
        connect_s: For a connection.
        write_s: For the next byte to be taken.
        job_s: For a whole job, on a line that is not slow by itself.
        answer_s: For an answer to a status query.
        marker_s: For the end of a job, where the printer tells it.
        settle_s: For news of a broken connection behind the last byte.
        queue_s: For the computer's own print queue to pass a job on.
    """

    connect_s: float = 3.0
    write_s: float = 10.0
    job_s: float = 60.0
    answer_s: float = 1.0
    marker_s: float = 15.0
    settle_s: float = 0.2
    queue_s: float = 20.0


class Link(Protocol):
    """An open connection to a printer."""

    def write(self, piece: memoryview, timeout_s: float) -> int:
        """Push some bytes; how many were taken.

        Raises:
            TimeoutError: none was taken in time.
            PartlyTaken: nobody knows how many were.
            OSError: the connection is gone, and none of `piece` was taken.
        """
        ...

    def read(self, most: int, timeout_s: float) -> bytes:
        """What the printer says; empty when the other side hung up.

        Raises:
            TimeoutError: it said nothing in time.
            OSError: the connection is gone.
        """
        ...

    def finish(self, patience: Patience) -> None:
        """Behind the last byte: wait until it has left the till, as far as this kind of line can tell.

        Raises:
            TimeoutError: it did not leave in time.
            OSError: the connection broke.
        """
        ...

    def close(self) -> None:
        """Let go of the device, without raising: a close that fails says nothing about the job."""
        ...


class CannotOpen(OSError):
    """No connection, for a reason that has words of its own."""

    def __init__(self, problem: PrintProblem, detail: str = "") -> None:
        super().__init__(detail)
        self.problem = problem


class PartlyTaken(OSError):
    """The line broke inside a piece."""


OpenLink = Callable[[], Link]
Ask = Callable[[Link, float], PrinterState]


def problem_of(failure: OSError) -> PrintProblem:
    """What kept a connection from being made."""
    if isinstance(failure, CannotOpen):
        return failure.problem
    if failure.errno in _FORBIDDEN:
        return PrintProblem.NOT_ALLOWED
    return PrintProblem.BUSY if failure.errno in _BUSY else PrintProblem.NOT_FOUND


def send_over(open_link: OpenLink, data: bytes, profile: PrinterProfile, patience: Patience, ask: Ask) -> SendResult:
    """Hand one whole job over a connection of its own."""
    try:
        link = open_link()
    except OSError as failure:
        return SendResult(SendOutcome.NOTHING_SENT, problem_of(failure), repr(failure))
    try:
        if profile.answers_status and (refusal := _refusal(link, patience, ask)) is not None:
            return refusal
        if profile.marker:
            data += MARKER
        return _push_all(link, data, patience) or _end_of_job(link, profile, patience)
    finally:
        link.close()


def look_over(open_link: OpenLink, profile: PrinterProfile, patience: Patience, ask: Ask) -> PrinterLook:
    """Connect, ask if the printer answers questions, and let go."""
    try:
        link = open_link()
    except OSError as failure:
        return PrinterLook(PrinterState.OFFLINE, problem_of(failure))
    try:
        if not profile.answers_status:
            return PrinterLook(PrinterState.UNKNOWN)
        return PrinterLook(ask(link, patience.answer_s))
    except OSError:
        return PrinterLook(PrinterState.OFFLINE, PrintProblem.NO_ANSWER)
    finally:
        link.close()


def _refusal(link: Link, patience: Patience, ask: Ask) -> SendResult | None:
    """Why the job is not even begun; a status query prints nothing, so trying again stays safe."""
    try:
        state = ask(link, patience.answer_s)
    except OSError as failure:
        return SendResult(SendOutcome.NOTHING_SENT, PrintProblem.NO_ANSWER, repr(failure))
    if problem_met := STATE_PROBLEMS.get(state):
        return SendResult(SendOutcome.NOTHING_SENT, problem_met, f"status {state}")
    return None


def _push_all(link: Link, data: bytes, patience: Patience) -> SendResult | None:
    """Push every byte; None is success. Nothing taken yet is told apart from a job broken in the middle."""
    view, taken = memoryview(data), 0
    deadline = monotonic() + patience.job_s
    try:
        while taken < len(data):
            if monotonic() > deadline:
                raise TimeoutError(f"{taken} of {len(data)} bytes in {patience.job_s} s")
            taken += link.write(view[taken : taken + CHUNK], patience.write_s)
    except OSError as failure:
        detail = f"{taken} of {len(data)} bytes: {failure!r}"
        if taken == 0 and not isinstance(failure, PartlyTaken):
            return SendResult(SendOutcome.NOTHING_SENT, PrintProblem.NO_ANSWER, detail)
        kind = PrintProblem.STALLED if isinstance(failure, TimeoutError) else PrintProblem.BROKEN_OFF
        return SendResult(SendOutcome.UNKNOWN, kind, detail)
    return None


def _end_of_job(link: Link, profile: PrinterProfile, patience: Patience) -> SendResult:
    """Wait until the bytes are away, and for the marker's answer where the printer gives one."""
    try:
        link.finish(patience)
        if profile.marker:
            answer = read_matching(link, patience.marker_s, MARKER_FIXED_BITS, MARKER_FIXED_VALUE)
            return SendResult(SendOutcome.SENT if answer is None else SendOutcome.CONFIRMED)
        drain(link)  # unread bytes would turn the close of a socket into a reset, which may cut the job short
    except TimeoutError as failure:
        return SendResult(SendOutcome.UNKNOWN, PrintProblem.STALLED, repr(failure))
    except OSError as failure:
        return SendResult(SendOutcome.UNKNOWN, PrintProblem.BROKEN_OFF, repr(failure))
    return SendResult(SendOutcome.SENT)


_MOST_FOREIGN_BYTES = 64


def read_matching(link: Link, timeout_s: float, mask: int, value: int) -> int | None:
    """The first byte whose fixed bits are right; None when time is over or the line was closed."""
    deadline = monotonic() + timeout_s
    for _ in range(_MOST_FOREIGN_BYTES):
        left_s = deadline - monotonic()
        if left_s <= 0:
            return None
        try:
            answer = link.read(1, left_s)
        except TimeoutError:
            return None
        if not answer:
            return None
        if answer[0] & mask == value:
            return answer[0]
    return None


def drain(link: Link) -> None:
    """Throw away what the printer said unasked."""
    for _ in range(_MOST_FOREIGN_BYTES):
        try:
            if not link.read(256, 0):
                return
        except TimeoutError:
            return
