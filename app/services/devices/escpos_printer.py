"""Printers on the network and behind a device file, through python-escpos.

python-escpos opens and closes; the bytes are pushed here, because only a count of what was taken tells
"safe to try again" from "look at the paper". Every job has a connection of its own: one that broke is never
used again.
"""

from __future__ import annotations

import contextlib
import os
import select
import socket
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from app.services.devices.escpos_library import transport_errors, transports
from app.services.devices.profile import PrinterProfile
from app.services.devices.protocols import PrinterState, PrintProblem, SendOutcome, SendResult
from app.services.devices.status import ask_status, drain, read_matching
from app.values.clock import monotonic

MARKER = b"\x1d\x72\x01"
"""GS r 1: waits its turn behind the job and is answered only when the printer has come to it."""

_MARKER_FIXED_BITS, _MARKER_FIXED_VALUE = 0x90, 0x00
_CHUNK = 4096

_STATE_PROBLEMS = {
    PrinterState.NO_PAPER: PrintProblem.NO_PAPER,
    PrinterState.COVER_OPEN: PrintProblem.COVER_OPEN,
    PrinterState.OFFLINE: PrintProblem.OFFLINE,
    PrinterState.ERROR: PrintProblem.OFFLINE,
    PrinterState.UNKNOWN: PrintProblem.NO_ANSWER,
}


@dataclass(frozen=True, slots=True)
class Patience:
    """How long a printer is waited for, in seconds.

    Attributes:
        connect_s: For a connection.
        write_s: For the next byte to be taken.
        job_s: For a whole job.
        answer_s: For an answer to a status query.
        marker_s: For the end of a job, where the printer tells it.
        settle_s: For news of a broken connection behind the last byte.
    """

    connect_s: float = 3.0
    write_s: float = 10.0
    job_s: float = 60.0
    answer_s: float = 1.0
    marker_s: float = 15.0
    settle_s: float = 0.2


@dataclass(frozen=True, slots=True)
class NetworkPrinter:
    """A printer that listens on TCP, usually port 9100."""

    host: str
    port: int = 9100
    profile: PrinterProfile = field(default_factory=PrinterProfile)
    patience: Patience = field(default_factory=Patience)

    @property
    def name(self) -> str:
        return f"{self.host}:{self.port}"

    def send(self, data: bytes) -> SendResult:
        try:
            link = self._open()
        except transport_errors() as problem:
            return SendResult(SendOutcome.NOTHING_SENT, PrintProblem.NOT_FOUND, repr(problem))
        try:
            return self._deliver(link.device, data)
        finally:
            _close(link)

    def status(self) -> PrinterState:
        if not self.profile.answers_status:
            return PrinterState.UNKNOWN
        try:
            link = self._open()
        except transport_errors():
            return PrinterState.OFFLINE
        try:
            return ask_status(link.device, self.patience.answer_s)
        except OSError:
            return PrinterState.OFFLINE
        finally:
            _close(link)

    def _open(self) -> Any:
        """python-escpos with a connection made here: its own open() loses the socket when it is refused."""
        link = transports().Network(self.host, port=self.port, timeout=self.patience.connect_s)
        link.device = socket.create_connection((self.host, self.port), self.patience.connect_s)
        return link

    def _deliver(self, connection: socket.socket, data: bytes) -> SendResult:
        if (refusal := self._refusal(connection)) is not None:
            return refusal
        if self.profile.marker:
            data += MARKER
        if (broken := self._push(connection, data)) is not None:
            return broken
        return self._end_of_job(connection)

    def _refusal(self, connection: socket.socket) -> SendResult | None:
        """Why the job is not even begun; a status query prints nothing, so trying again stays safe."""
        if not self.profile.answers_status:
            return None
        try:
            state = ask_status(connection, self.patience.answer_s)
        except OSError as problem:
            return SendResult(SendOutcome.NOTHING_SENT, PrintProblem.NO_ANSWER, repr(problem))
        if problem_met := _STATE_PROBLEMS.get(state):
            return SendResult(SendOutcome.NOTHING_SENT, problem_met, f"status {state}")
        return None

    def _push(self, connection: socket.socket, data: bytes) -> SendResult | None:
        connection.settimeout(self.patience.write_s)
        return _push_all(connection.send, data, self.patience.job_s)

    def _end_of_job(self, connection: socket.socket) -> SendResult:
        """Wait for the marker's answer, or just long enough to hear that the printer hung up on us."""
        try:
            if self.profile.marker:
                answer = read_matching(connection, self.patience.marker_s, _MARKER_FIXED_BITS, _MARKER_FIXED_VALUE)
                return SendResult(SendOutcome.SENT if answer is None else SendOutcome.CONFIRMED)
            connection.settimeout(self.patience.settle_s)
            with contextlib.suppress(TimeoutError):
                connection.recv(_CHUNK)
            drain(connection)  # unread bytes would turn the close into a reset, which may cut the job short
        except OSError as problem:
            return SendResult(SendOutcome.UNKNOWN, PrintProblem.BROKEN_OFF, repr(problem))
        return SendResult(SendOutcome.SENT)


@dataclass(frozen=True, slots=True)
class FilePrinter:
    """A printer behind a device file, as `/dev/usb/lp0`; the file is never made by printing."""

    path: Path
    profile: PrinterProfile = field(default_factory=PrinterProfile)
    patience: Patience = field(default_factory=Patience)

    @property
    def name(self) -> str:
        return str(self.path)

    def send(self, data: bytes) -> SendResult:
        try:
            link = self._open()
        except transport_errors() as problem:
            return SendResult(SendOutcome.NOTHING_SENT, PrintProblem.NOT_FOUND, repr(problem))
        try:
            return _push_all(self._writer(link.device.fileno()), data, self.patience.job_s) or SendResult(
                SendOutcome.SENT
            )
        finally:
            _close(link)

    def status(self) -> PrinterState:
        """Device files are written, not read: only whether it is there can be told."""
        return PrinterState.UNKNOWN if self.path.exists() else PrinterState.OFFLINE

    def _open(self) -> Any:
        if not self.path.exists():
            raise FileNotFoundError(self.path)
        link = transports().File(str(self.path))
        link.open()
        return link

    def _writer(self, descriptor: int) -> Callable[[memoryview], int]:
        """A write that gives up on a printer that takes nothing; Windows cannot tell, so it waits."""
        if os.name == "nt":
            return lambda piece: os.write(descriptor, piece)
        os.set_blocking(descriptor, False)

        def write(piece: memoryview) -> int:
            ready = select.select([], [descriptor], [], self.patience.write_s)[1]
            if not ready:
                raise TimeoutError("the device takes nothing")
            return os.write(descriptor, piece)

        return write


def _push_all(write: Callable[[memoryview], int], data: bytes, job_s: float) -> SendResult | None:
    """Push every byte; None is success. Nothing taken yet is told apart from a job broken in the middle."""
    view, taken = memoryview(data), 0
    deadline = monotonic() + job_s
    try:
        while taken < len(data):
            if monotonic() > deadline:
                raise TimeoutError(f"{taken} of {len(data)} bytes in {job_s} s")
            taken += write(view[taken : taken + _CHUNK])
    except OSError as problem:
        detail = f"{taken} of {len(data)} bytes: {problem!r}"
        kind = PrintProblem.STALLED if isinstance(problem, TimeoutError) else PrintProblem.BROKEN_OFF
        if taken == 0:
            return SendResult(SendOutcome.NOTHING_SENT, PrintProblem.NO_ANSWER, detail)
        return SendResult(SendOutcome.UNKNOWN, kind, detail)
    return None


def _close(link: Any) -> None:
    """Let go of the device; a close that fails says nothing about the job."""
    with contextlib.suppress(*transport_errors()):
        link.close()
