"""Printers on a serial line, and on USB cables that pretend to be one; pyserial sets the line up."""

from __future__ import annotations

import contextlib
import importlib
import os
import threading
from dataclasses import dataclass, field, replace
from typing import Any

from app.services.devices.addresses import SerialAddress
from app.services.devices.descriptor import DescriptorLink
from app.services.devices.links import CannotOpen, Link, PartlyTaken, Patience, look_over, problem_of, send_over
from app.services.devices.profile import PrinterProfile
from app.services.devices.protocols import PrinterLook, PrinterState, PrintProblem, SendResult
from app.services.devices.status import Asking
from app.values.clock import monotonic

_BITS_OF_BYTE = 10
_SLOW_FACTOR = 2
_WINDOWS_PIECE = 256
_LOOK_AGAIN_S = 0.02


@dataclass(frozen=True, slots=True)
class SerialLink:
    """An open port. Where the system gives a descriptor it is written directly: pyserial does not tell how many
    bytes were taken when time is over."""

    port: Any

    def write(self, piece: memoryview, timeout_s: float) -> int:
        if os.name != "nt":
            return DescriptorLink(self.port.fileno()).write(piece, timeout_s)
        self.port.write_timeout = timeout_s
        try:
            return int(self.port.write(bytes(piece[:_WINDOWS_PIECE])))
        except OSError as failure:
            raise PartlyTaken(repr(failure)) from failure

    def read(self, most: int, timeout_s: float) -> bytes:
        if os.name != "nt":
            return DescriptorLink(self.port.fileno()).read(most, timeout_s)
        self.port.timeout = timeout_s
        answer = bytes(self.port.read(most if timeout_s else min(most, self.port.in_waiting)))
        if not answer:
            raise TimeoutError("the printer says nothing")
        return answer

    def finish(self, patience: Patience) -> None:
        """The system takes kilobytes at once and sends them slowly: wait until the last one is on the line."""
        deadline, pause = monotonic() + patience.job_s, threading.Event()
        left = self.port.out_waiting
        while left:
            if monotonic() > deadline:
                raise TimeoutError(f"{left} bytes did not leave")
            pause.wait(_LOOK_AGAIN_S)
            left = self.port.out_waiting

    def close(self) -> None:
        """What could not leave is thrown away: closing would wait for it, and it must not be printed later."""
        with contextlib.suppress(OSError):
            if self.port.out_waiting:
                self.port.reset_output_buffer()
        with contextlib.suppress(OSError):
            self.port.close()


@dataclass(frozen=True, slots=True)
class SerialPrinter:
    """A printer at the end of a serial line."""

    address: SerialAddress
    profile: PrinterProfile = field(default_factory=PrinterProfile)
    patience: Patience = field(default_factory=Patience)

    @property
    def name(self) -> str:
        return f"{self.address.port} ({self.address.baud})"

    def send(self, data: bytes) -> SendResult:
        on_the_line_s = len(data) * _BITS_OF_BYTE * _SLOW_FACTOR / self.address.baud
        patience = replace(self.patience, job_s=self.patience.job_s + on_the_line_s)
        return send_over(self._open, data, self.profile, patience, Asking(self.profile))

    def look(self) -> PrinterLook:
        return look_over(self._open, self.profile, self.patience, Asking(self.profile))

    def status(self) -> PrinterState:
        return self.look().state

    def _open(self) -> Link:
        library = importlib.import_module("serial")
        flow = {"dsrdtr": self.address.flow == "dsr", "rtscts": self.address.flow == "rts"}
        flow["xonxoff"] = self.address.flow == "xon"
        try:
            return SerialLink(library.Serial(self.address.port, self.address.baud, exclusive=True, **flow))
        except library.SerialException as failure:
            raise _told(failure) from failure
        except ValueError as failure:
            raise CannotOpen(PrintProblem.NOT_FOUND, str(failure)) from failure


def _told(failure: OSError) -> CannotOpen:
    """pyserial says "Could not exclusively lock" without a number, and on Windows a permission in words."""
    words = str(failure)
    if "exclusively lock" in words or "PermissionError" in words:
        return CannotOpen(PrintProblem.BUSY, words)
    return CannotOpen(problem_of(failure), words)
