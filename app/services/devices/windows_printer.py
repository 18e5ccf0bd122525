"""Printers of Windows: raw bytes through its spooler (winspool.drv), with nothing to install.

As with every queue, "taken" means that the spooler has the job; it is followed until the spooler has passed it on,
and taken back when it does not get through. Tried only against an imitation of the library, not on Windows.
"""

from __future__ import annotations

import ctypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import wintypes
from dataclasses import dataclass, field
from typing import Any

from app.services.devices.links import CannotOpen, Patience, problem_of
from app.services.devices.profile import PrinterProfile
from app.services.devices.protocols import PrinterLook, PrinterState, PrintProblem, SendOutcome, SendResult
from app.values.clock import monotonic

LOCAL_AND_CONNECTED = 0x02 | 0x04
PAUSED, ERROR, PAPER_JAM, PAPER_OUT, OFFLINE = 0x01, 0x02, 0x08, 0x10, 0x80
NOT_AVAILABLE, DOOR_OPEN, NEEDS_HELP = 0x1000, 0x400000, 0x100000
_STATES = (
    (PAPER_OUT, PrinterState.NO_PAPER, PrintProblem.NO_PAPER),
    (DOOR_OPEN, PrinterState.COVER_OPEN, PrintProblem.COVER_OPEN),
    (OFFLINE | NOT_AVAILABLE, PrinterState.OFFLINE, PrintProblem.OFFLINE),
    (PAUSED, PrinterState.OFFLINE, PrintProblem.QUEUE_STOPPED),
    (ERROR | PAPER_JAM | NEEDS_HELP, PrinterState.ERROR, PrintProblem.OFFLINE),
)
_JOB_PRINTED, _JOB_DELETE = 0x80, 5
_MOST_BYTES = 64 * 1024
_LOOK_AGAIN_S = 0.25
_ACCESS_DENIED = 5


class Document(ctypes.Structure):
    """DOC_INFO_1W."""

    _fields_ = (("name", wintypes.LPWSTR), ("output", wintypes.LPWSTR), ("datatype", wintypes.LPWSTR))


class PrinterName(ctypes.Structure):
    """PRINTER_INFO_4W."""

    _fields_ = (("name", wintypes.LPWSTR), ("server", wintypes.LPWSTR), ("attributes", wintypes.DWORD))


class PrinterStatus(ctypes.Structure):
    """PRINTER_INFO_6."""

    _fields_ = (("status", wintypes.DWORD),)


class JobStart(ctypes.Structure):
    """The part of JOB_INFO_1W that is read: the texts stand before the status."""

    _fields_ = (
        ("job", wintypes.DWORD),
        ("printer", wintypes.LPWSTR),
        ("machine", wintypes.LPWSTR),
        ("user", wintypes.LPWSTR),
        ("document", wintypes.LPWSTR),
        ("datatype", wintypes.LPWSTR),
        ("status_words", wintypes.LPWSTR),
        ("status", wintypes.DWORD),
    )


def winspool() -> Any:
    """Windows' own library.

    Raises:
        CannotOpen: this is not Windows.
    """
    loader = getattr(ctypes, "WinDLL", None)
    if loader is None:
        raise CannotOpen(PrintProblem.WRONG_SYSTEM, "Windows printers exist on Windows only")
    return loader("winspool.drv", use_last_error=True)


@dataclass(frozen=True, slots=True)
class WindowsPrinter:
    """A printer as Windows lists it.

    Attributes:
        library: Stands for winspool.drv; None takes the real one.
    """

    printer: str
    profile: PrinterProfile = field(default_factory=PrinterProfile)
    patience: Patience = field(default_factory=Patience)
    library: Any = None

    @property
    def name(self) -> str:
        return f"Windows {self.printer}"

    def send(self, data: bytes) -> SendResult:
        try:
            with _opened(self.library or winspool(), self.printer) as (library, handle):
                look = _look(library, handle)
                if look.problem is not None:
                    return SendResult(SendOutcome.NOTHING_SENT, look.problem, f"printer is {look.state}")
                return self._print(library, handle, data)
        except OSError as failure:
            return SendResult(SendOutcome.NOTHING_SENT, problem_of(failure), repr(failure))

    def look(self) -> PrinterLook:
        try:
            with _opened(self.library or winspool(), self.printer) as (library, handle):
                return _look(library, handle)
        except OSError as failure:
            return PrinterLook(PrinterState.OFFLINE, problem_of(failure))

    def status(self) -> PrinterState:
        return self.look().state

    def _print(self, library: Any, handle: Any, data: bytes) -> SendResult:
        job = library.StartDocPrinterW(handle, wintypes.DWORD(1), ctypes.byref(Document("Shuke", None, "RAW")))
        if not job:
            return SendResult(SendOutcome.NOTHING_SENT, PrintProblem.QUEUE_STOPPED, "StartDocPrinter")
        library.StartPagePrinter(handle)
        taken = _write(library, handle, data)
        if taken < len(data):
            library.AbortPrinter(handle)
            detail = f"{taken} of {len(data)} bytes"
            if taken == 0:
                return SendResult(SendOutcome.NOTHING_SENT, PrintProblem.NO_ANSWER, detail)
            return SendResult(SendOutcome.UNKNOWN, PrintProblem.BROKEN_OFF, detail)
        library.EndPagePrinter(handle)
        library.EndDocPrinter(handle)
        return self._follow(library, handle, wintypes.DWORD(job))

    def _follow(self, library: Any, handle: Any, job: Any) -> SendResult:
        """Until the job is gone from the queue; one that waits too long is taken back, and may have begun."""
        deadline, pause = monotonic() + self.patience.queue_s, threading.Event()
        while not _is_printed(library, handle, job):
            if monotonic() > deadline:
                library.SetJobW(handle, job, wintypes.DWORD(0), None, wintypes.DWORD(_JOB_DELETE))
                return SendResult(SendOutcome.UNKNOWN, PrintProblem.STALLED, f"job {job.value} was taken back")
            pause.wait(_LOOK_AGAIN_S)
        return SendResult(SendOutcome.SENT)


def windows_printers(library: Any = None) -> tuple[str, ...]:
    """The printers that Windows lists; none elsewhere."""
    try:
        spooler = library or winspool()
    except CannotOpen:
        return ()
    needed, count = wintypes.DWORD(), wintypes.DWORD()
    which, level = wintypes.DWORD(LOCAL_AND_CONNECTED), wintypes.DWORD(4)
    sizes = (ctypes.byref(needed), ctypes.byref(count))
    spooler.EnumPrintersW(which, None, level, None, wintypes.DWORD(0), *sizes)
    room = ctypes.create_string_buffer(max(needed.value, 1))
    if not spooler.EnumPrintersW(which, None, level, room, needed, *sizes):
        return ()
    found = ctypes.cast(room, ctypes.POINTER(PrinterName))
    return tuple(str(found[at].name) for at in range(count.value))


@contextmanager
def _opened(library: Any, name: str) -> Iterator[tuple[Any, Any]]:
    handle = wintypes.HANDLE()
    if not library.OpenPrinterW(wintypes.LPWSTR(name), ctypes.byref(handle), None):
        number = getattr(ctypes, "get_last_error", int)()
        is_denied = number == _ACCESS_DENIED
        raise CannotOpen(PrintProblem.NOT_ALLOWED if is_denied else PrintProblem.NOT_FOUND, f"error {number}")
    try:
        yield library, handle
    finally:
        library.ClosePrinter(handle)


def _look(library: Any, handle: Any) -> PrinterLook:
    found, needed = PrinterStatus(), wintypes.DWORD()
    size = wintypes.DWORD(ctypes.sizeof(found))
    if not library.GetPrinterW(handle, wintypes.DWORD(6), ctypes.byref(found), size, ctypes.byref(needed)):
        return PrinterLook(PrinterState.UNKNOWN)
    matching = (PrinterLook(state, problem) for bits, state, problem in _STATES if found.status & bits)
    return next(matching, PrinterLook(PrinterState.READY))


def _write(library: Any, handle: Any, data: bytes) -> int:
    """How many bytes the spooler took."""
    taken = 0
    while taken < len(data):
        piece, written = data[taken : taken + _MOST_BYTES], wintypes.DWORD()
        if not library.WritePrinter(handle, piece, wintypes.DWORD(len(piece)), ctypes.byref(written)):
            return taken + written.value
        taken += written.value
        if written.value == 0:
            return taken
    return taken


def _is_printed(library: Any, handle: Any, job: Any) -> bool:
    """Whether the job has left the queue; Windows keeps printed jobs there if somebody told it to."""
    needed = wintypes.DWORD()
    level = wintypes.DWORD(1)
    library.GetJobW(handle, job, level, None, wintypes.DWORD(0), ctypes.byref(needed))
    room = ctypes.create_string_buffer(max(needed.value, ctypes.sizeof(JobStart)))
    if not library.GetJobW(handle, job, level, room, wintypes.DWORD(len(room)), ctypes.byref(needed)):
        return True
    return bool(JobStart.from_buffer(room).status & _JOB_PRINTED)
