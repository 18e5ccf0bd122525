"""An imitation of winspool.drv that fills the same structures; nobody has tried it on Windows itself."""

from __future__ import annotations

import ctypes
import sys
from ctypes import wintypes
from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from app.services.devices import windows_printer as windows
from app.services.devices.escpos_printer import Patience
from app.services.devices.profile import CHINESE_80
from app.services.devices.protocols import PrinterLook, PrinterState, PrintProblem, SendOutcome, SendResult
from app.services.devices.windows_printer import WindowsPrinter, windows_printers

JOB = b"\x1b@milk\n" * 20_000
QUICK = Patience(queue_s=0.0)


@dataclass
class Spooler:
    """Stands for the library.

    Attributes:
        takes: Bytes it takes before it fails; None for all.
        looks_until_printed: How often a job is still found in the queue.
    """

    printers: tuple[str, ...] = ("XP-80C", "办公室打印机")
    status: int = 0
    takes: int | None = None
    looks_until_printed: int = 0
    keeps_printed: bool = False
    refuses_jobs: bool = False
    printed: bytes = b""
    steps: list[str] = field(default_factory=list)

    def EnumPrintersW(  # noqa: N802
        self, which: Any, name: Any, level: Any, room: Any, size: Any, needed: Any, count: Any
    ) -> int:
        assert (which.value, level.value) == (6, 4)
        needed._obj.value = ctypes.sizeof(windows.PrinterName) * len(self.printers)
        if size.value < needed._obj.value:
            return 0
        found = ctypes.cast(room, ctypes.POINTER(windows.PrinterName))
        for at, printer in enumerate(self.printers):
            found[at].name = printer
        count._obj.value = len(self.printers)
        return 1

    def OpenPrinterW(self, name: Any, handle: Any, defaults: Any) -> int:  # noqa: N802
        if name.value not in self.printers:
            return 0
        handle._obj.value = 77
        return 1

    def ClosePrinter(self, handle: Any) -> int:  # noqa: N802
        assert handle.value == 77
        self.steps.append("close")
        return 1

    def GetPrinterW(self, handle: Any, level: Any, found: Any, size: Any, needed: Any) -> int:  # noqa: N802
        assert level.value == 6
        found._obj.status = self.status
        return 1

    def StartDocPrinterW(self, handle: Any, level: Any, document: Any) -> int:  # noqa: N802
        assert document._obj.datatype == "RAW"
        return 0 if self.refuses_jobs else 12

    def StartPagePrinter(self, handle: Any) -> int:  # noqa: N802
        return 1

    def WritePrinter(self, handle: Any, data: bytes, size: Any, written: Any) -> int:  # noqa: N802
        room = len(data) if self.takes is None else min(self.takes - len(self.printed), len(data))
        self.printed += data[:room]
        written._obj.value = room
        return int(room == len(data))

    def EndPagePrinter(self, handle: Any) -> int:  # noqa: N802
        return 1

    def EndDocPrinter(self, handle: Any) -> int:  # noqa: N802
        self.steps.append("end")
        return 1

    def AbortPrinter(self, handle: Any) -> int:  # noqa: N802
        self.steps.append("abort")
        return 1

    def GetJobW(self, handle: Any, job: Any, level: Any, room: Any, size: Any, needed: Any) -> int:  # noqa: N802
        assert job.value == 12
        needed._obj.value = ctypes.sizeof(windows.JobStart) + 40
        if room is None:
            return 0
        if self.keeps_printed:
            windows.JobStart.from_buffer(room).status = 0x80
            return 1
        self.looks_until_printed -= 1
        return int(self.looks_until_printed >= 0)

    def SetJobW(self, handle: Any, job: Any, level: Any, facts: Any, command: Any) -> int:  # noqa: N802
        self.steps.append(f"command {command.value}")
        return 1


def printer_of(spooler: Spooler, name: str = "XP-80C") -> WindowsPrinter:
    return WindowsPrinter(name, CHINESE_80, QUICK, spooler)


def test_printers_are_listed() -> None:
    assert windows_printers(Spooler()) == ("XP-80C", "办公室打印机")
    assert windows_printers(Spooler(printers=())) == ()


@pytest.mark.parametrize("spooler", [Spooler(), Spooler(keeps_printed=True)])
def test_every_byte_goes_to_the_spooler(spooler: Spooler) -> None:
    assert printer_of(spooler).send(JOB) == SendResult(SendOutcome.SENT)
    assert spooler.printed == JOB
    assert spooler.steps == ["end", "close"]


def test_a_job_is_followed_until_it_left_the_queue() -> None:
    patient = replace(printer_of(Spooler(looks_until_printed=2)), patience=replace(QUICK, queue_s=20))

    assert patient.send(JOB).outcome is SendOutcome.SENT


def test_a_job_that_stays_in_the_queue_is_taken_back() -> None:
    spooler = Spooler(looks_until_printed=99)
    result = printer_of(spooler).send(JOB)

    assert (result.outcome, result.problem) == (SendOutcome.UNKNOWN, PrintProblem.STALLED)
    assert "command 5" in spooler.steps


@pytest.mark.parametrize(
    ("spooler", "outcome", "problem"),
    [
        (Spooler(takes=0), SendOutcome.NOTHING_SENT, PrintProblem.NO_ANSWER),
        (Spooler(takes=70_000), SendOutcome.UNKNOWN, PrintProblem.BROKEN_OFF),
        (Spooler(refuses_jobs=True), SendOutcome.NOTHING_SENT, PrintProblem.QUEUE_STOPPED),
        (Spooler(printers=()), SendOutcome.NOTHING_SENT, PrintProblem.NOT_FOUND),
        (Spooler(status=0x10), SendOutcome.NOTHING_SENT, PrintProblem.NO_PAPER),
        (Spooler(status=0x400000), SendOutcome.NOTHING_SENT, PrintProblem.COVER_OPEN),
        (Spooler(status=0x80), SendOutcome.NOTHING_SENT, PrintProblem.OFFLINE),
        (Spooler(status=0x01), SendOutcome.NOTHING_SENT, PrintProblem.QUEUE_STOPPED),
    ],
)
def test_what_went_wrong_is_known(spooler: Spooler, outcome: SendOutcome, problem: PrintProblem) -> None:
    result = printer_of(spooler).send(JOB)

    assert (result.outcome, result.problem) == (outcome, problem)
    assert (spooler.printed == b"") == (outcome is SendOutcome.NOTHING_SENT)


def test_a_ready_printer_looks_ready() -> None:
    assert printer_of(Spooler()).look() == PrinterLook(PrinterState.READY)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has them")
def test_elsewhere_there_are_none() -> None:
    printer = WindowsPrinter("XP-80C")

    assert windows_printers() == ()
    assert printer.look() == PrinterLook(PrinterState.OFFLINE, PrintProblem.WRONG_SYSTEM)
    assert printer.send(JOB).problem is PrintProblem.WRONG_SYSTEM


def test_the_structures_have_windows_layout() -> None:
    assert windows.JobStart.status.offset == 7 * ctypes.sizeof(ctypes.c_void_p)
    assert ctypes.sizeof(wintypes.DWORD) in (4, 8)
