"""Pseudo terminals: a real character device on the other side of pyserial."""

from __future__ import annotations

import contextlib
import os
import select
from dataclasses import replace
from pathlib import Path

import pytest

pytest.importorskip("termios", reason="pseudo terminals are a thing of Unix")

from app.services.devices.addresses import SerialAddress
from app.services.devices.escpos_printer import FilePrinter, Patience
from app.services.devices.links import MARKER
from app.services.devices.profile import CHINESE_80
from app.services.devices.protocols import PrinterLook, PrinterState, PrintProblem, SendOutcome, SendResult
from app.services.devices.serial_printer import SerialPrinter
from tests.services.devices.loopback import READY
from tests.services.devices.talker import Talker
from tests.services.devices.terminal import PATIENT_S, Terminal, terminal

JOB = bytes(range(256)) + "牛奶".encode("gb18030") + b"\x1dV\x00"
BIG_JOB = b"milk 3.50\n" * 200_000
QUICK = Patience(write_s=0.2, job_s=20, answer_s=0.3, marker_s=0.3)
TALKS = replace(CHINESE_80, answers_status=True)


def printer_at(line: Terminal, **changes: object) -> SerialPrinter:
    return replace(SerialPrinter(SerialAddress(line.path, 115200), CHINESE_80, QUICK), **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize("flow", ["none", "dsr", "rts", "xon"])
def test_every_byte_arrives_unchanged(flow: str) -> None:
    with terminal() as line:
        job = JOB if flow != "xon" else JOB.replace(b"\x11", b"").replace(b"\x13", b"")
        result = SerialPrinter(SerialAddress(line.path, 115200, flow), CHINESE_80, QUICK).send(job)
        assert line.heard.wait(PATIENT_S)

    assert result == SendResult(SendOutcome.SENT)
    assert line.talker.printed == job


def test_several_jobs_open_the_line_anew() -> None:
    with terminal() as line:
        outcomes = [printer_at(line).send(JOB).outcome for _ in range(3)]
    assert outcomes == [SendOutcome.SENT] * 3
    assert line.talker.printed == JOB * 3


def test_a_port_that_is_not_there() -> None:
    printer = SerialPrinter(SerialAddress("/dev/ttyUSB77"), CHINESE_80, QUICK)

    assert printer.send(JOB).outcome is SendOutcome.NOTHING_SENT
    assert printer.look() == PrinterLook(PrinterState.OFFLINE, PrintProblem.NOT_FOUND)


def test_a_file_that_is_no_line(tmp_path: object) -> None:
    result = SerialPrinter(SerialAddress(f"{tmp_path}"), CHINESE_80, QUICK).send(JOB)

    assert (result.outcome, result.problem) == (SendOutcome.NOTHING_SENT, PrintProblem.NOT_FOUND)


def test_two_programs_at_one_line() -> None:
    import serial

    with terminal() as line, serial.Serial(line.path, exclusive=True):
        result = printer_at(line).send(JOB)

    assert (result.outcome, result.problem) == (SendOutcome.NOTHING_SENT, PrintProblem.BUSY)
    assert line.talker.printed == b""


def test_a_printer_that_takes_no_more_leaves_doubt() -> None:
    with terminal(reads=False) as line:
        result = printer_at(line).send(BIG_JOB)

    assert (result.outcome, result.problem) == (SendOutcome.UNKNOWN, PrintProblem.STALLED)


def test_a_line_that_is_full_before_the_first_byte_is_safe_to_retry() -> None:
    with terminal(reads=False) as line:
        os.set_blocking(line.slave, False)
        # Its buffers move bytes from one to the next, so "full" is when nothing fits for a while.
        while select.select([], [line.slave], [], 0.3)[1]:
            with contextlib.suppress(BlockingIOError):
                os.write(line.slave, b"x" * 256)
        result = printer_at(line).send(JOB)

    assert (result.outcome, result.problem) == (SendOutcome.NOTHING_SENT, PrintProblem.NO_ANSWER)


def test_a_cable_pulled_in_the_middle_leaves_doubt() -> None:
    with terminal(dies_after=5000) as line:
        result = printer_at(line).send(BIG_JOB)

    assert (result.outcome, result.problem) == (SendOutcome.UNKNOWN, PrintProblem.BROKEN_OFF)


@pytest.mark.parametrize(
    ("status", "state", "problem"),
    [
        (READY, PrinterState.READY, None),
        ({**READY, 4: 0x1E}, PrinterState.PAPER_LOW, None),
        ({**READY, 4: 0x72}, PrinterState.NO_PAPER, PrintProblem.NO_PAPER),
        ({**READY, 1: 0x1A, 2: 0x16}, PrinterState.COVER_OPEN, PrintProblem.COVER_OPEN),
        ({**READY, 1: 0x1A, 3: 0x1A}, PrinterState.ERROR, PrintProblem.OFFLINE),
        ({}, PrinterState.UNKNOWN, PrintProblem.NO_ANSWER),
    ],
)
@pytest.mark.parametrize("kind", ["serial", "device"])
def test_it_says_how_it_is(
    kind: str, status: dict[int, int], state: PrinterState, problem: PrintProblem | None
) -> None:
    with terminal(Talker(status)) as line:
        printer = printer_at(line, profile=TALKS) if kind == "serial" else FilePrinter(_path(line), TALKS, QUICK)
        assert printer.status() is state
        result = printer.send(b"milk\n")

    assert result.problem is problem
    assert line.talker.printed == (b"" if problem else b"milk\n")


def test_the_marker_confirms_over_a_line() -> None:
    marks = replace(CHINESE_80, marker=True)
    with terminal(Talker(marker=b"\x00")) as line:
        result = printer_at(line, profile=marks, patience=replace(QUICK, marker_s=20)).send(b"milk\n")

    assert result.outcome is SendOutcome.CONFIRMED
    assert line.talker.printed == b"milk\n" + MARKER


def test_a_device_file_gets_every_byte() -> None:
    """What `device:/dev/usb/lp0` does, on a character device that every machine has."""
    with terminal() as line:
        result = FilePrinter(_path(line), CHINESE_80, QUICK).send(JOB)
        assert line.heard.wait(PATIENT_S)

    assert result.outcome is SendOutcome.SENT
    assert line.talker.printed == JOB


def test_a_slow_line_gets_more_time_for_a_job() -> None:
    """60 kB at 9600 baud take a minute; that is no stall."""
    with terminal() as line:
        hurried = printer_at(line, address=SerialAddress(line.path, 1200), patience=replace(QUICK, job_s=0.0))
        assert hurried.send(JOB).outcome is SendOutcome.SENT


def _path(line: Terminal) -> Path:
    return Path(line.path)
