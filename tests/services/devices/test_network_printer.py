"""A real socket on the other side: printing, refusing, stalling, dying, out of paper."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.services.devices.addresses import UsbAddress
from app.services.devices.escpos_printer import MARKER, NetworkPrinter, Patience
from app.services.devices.profile import CHINESE_80, Speech
from app.services.devices.protocols import PrinterState, PrintProblem, SendOutcome
from app.services.devices.usb_printer import UsbPrinter
from tests.services.devices.loopback import (
    READY,
    Behaviour,
    LoopbackPrinter,
    answers,
    dies_after,
    free_port,
    prints,
    stalls,
)
from tests.services.devices.talker import Talker
from tests.services.devices.usb_bus import Bus, UsbDevice

JOB = b"\x1b@milk\n\x1dV\x00"
BIG_JOB = b"\x1b@" + b"milk 3.50\n" * 1_000_000
QUICK = Patience(connect_s=5, write_s=0.3, job_s=20, answer_s=0.3, marker_s=0.3, settle_s=0.3)
TALKS = replace(CHINESE_80, answers_status=True)
MARKS = replace(CHINESE_80, marker=True)


def test_a_working_printer_gets_every_byte() -> None:
    with LoopbackPrinter(prints) as loopback:
        result = NetworkPrinter("127.0.0.1", loopback.port, CHINESE_80, QUICK).send(JOB)
        assert loopback.finished.wait(20)

    assert result.outcome is SendOutcome.SENT
    assert result.problem is None
    assert loopback.printed == [JOB]


def test_every_job_has_its_own_connection() -> None:
    with LoopbackPrinter(prints) as loopback:
        printer = NetworkPrinter("127.0.0.1", loopback.port, CHINESE_80, QUICK)
        for _ in range(3):
            loopback.finished.clear()
            assert printer.send(JOB).outcome is SendOutcome.SENT
            assert loopback.finished.wait(20)

    assert loopback.connections == 3
    assert loopback.printed == [JOB] * 3


def test_refused_means_nothing_was_sent_every_time() -> None:
    printer = NetworkPrinter("127.0.0.1", free_port(), CHINESE_80, QUICK)

    for _ in range(2):
        result = printer.send(JOB)
        assert result.outcome is SendOutcome.NOTHING_SENT
        assert result.problem is PrintProblem.NOT_FOUND


def test_an_unknown_host_means_nothing_was_sent() -> None:
    result = NetworkPrinter("printer.invalid", 9100, CHINESE_80, QUICK).send(JOB)

    assert (result.outcome, result.problem) == (SendOutcome.NOTHING_SENT, PrintProblem.NOT_FOUND)


def test_a_printer_that_stalls_in_the_middle_leaves_doubt() -> None:
    with LoopbackPrinter(stalls, small_window=True) as loopback:
        result = NetworkPrinter("127.0.0.1", loopback.port, CHINESE_80, QUICK).send(BIG_JOB)

    assert result.outcome is SendOutcome.UNKNOWN
    assert result.problem is PrintProblem.STALLED
    assert "bytes" in result.detail


def test_a_printer_that_dies_half_way_leaves_doubt() -> None:
    with LoopbackPrinter(dies_after(10_000)) as loopback:
        result = NetworkPrinter("127.0.0.1", loopback.port, CHINESE_80, QUICK).send(BIG_JOB)

    assert result.outcome is SendOutcome.UNKNOWN
    assert result.problem is PrintProblem.BROKEN_OFF
    assert loopback.printed == [BIG_JOB[:10_000]]


def test_a_death_behind_the_last_byte_of_a_small_job_is_heard() -> None:
    """The system takes a small job at once; without listening a moment it would count as sent."""
    patient = replace(QUICK, settle_s=20)
    with LoopbackPrinter(dies_after(3)) as loopback:
        result = NetworkPrinter("127.0.0.1", loopback.port, CHINESE_80, patient).send(JOB)

    assert result.outcome is SendOutcome.UNKNOWN
    assert result.problem is PrintProblem.BROKEN_OFF


def test_a_printer_without_paper_gets_no_job() -> None:
    with LoopbackPrinter(answers({**READY, 4: 0x72})) as loopback:
        result = NetworkPrinter("127.0.0.1", loopback.port, TALKS, QUICK).send(JOB)
        assert loopback.finished.wait(20)

    assert (result.outcome, result.problem) == (SendOutcome.NOTHING_SENT, PrintProblem.NO_PAPER)
    assert loopback.printed == [b""]


@pytest.mark.parametrize(
    ("status", "problem"),
    [
        ({**READY, 1: 0x1A, 2: 0x16}, PrintProblem.COVER_OPEN),
        ({**READY, 1: 0x1A, 2: 0x32}, PrintProblem.NO_PAPER),
        ({**READY, 1: 0x1A}, PrintProblem.OFFLINE),
        ({**READY, 1: 0x1A, 3: 0x1A}, PrintProblem.OFFLINE),
    ],
)
def test_a_printer_that_cannot_print_gets_no_job(status: dict[int, int], problem: PrintProblem) -> None:
    with LoopbackPrinter(answers(status)) as loopback:
        result = NetworkPrinter("127.0.0.1", loopback.port, TALKS, QUICK).send(JOB)
        assert loopback.finished.wait(20)

    assert (result.outcome, result.problem) == (SendOutcome.NOTHING_SENT, problem)
    assert loopback.printed == [b""]


@pytest.mark.parametrize("behave", [stalls, answers({}), dies_after(1), answers({4: 0xFF, 1: 0xFF})])
def test_a_printer_that_should_answer_and_does_not_gets_no_job(behave: Behaviour) -> None:
    with LoopbackPrinter(behave) as loopback:
        result = NetworkPrinter("127.0.0.1", loopback.port, TALKS, QUICK).send(JOB)

    assert (result.outcome, result.problem) == (SendOutcome.NOTHING_SENT, PrintProblem.NO_ANSWER)
    assert JOB not in loopback.printed


def test_bytes_said_unasked_are_not_taken_for_an_answer() -> None:
    with LoopbackPrinter(answers(READY, noise=b"\x14\x00\x00\x0f")) as loopback:
        result = NetworkPrinter("127.0.0.1", loopback.port, TALKS, QUICK).send(JOB)
        assert loopback.finished.wait(20)

    assert result.outcome is SendOutcome.SENT
    assert loopback.printed == [JOB]


def test_a_marker_that_comes_back_confirms_the_job() -> None:
    with LoopbackPrinter(answers(READY, marker=b"\x00")) as loopback:
        result = NetworkPrinter("127.0.0.1", loopback.port, MARKS, replace(QUICK, marker_s=20)).send(JOB)
        assert loopback.finished.wait(20)

    assert result.outcome is SendOutcome.CONFIRMED
    assert loopback.printed == [JOB + MARKER]


def test_without_the_markers_answer_a_job_is_only_sent() -> None:
    with LoopbackPrinter(answers(READY)) as loopback:
        result = NetworkPrinter("127.0.0.1", loopback.port, MARKS, QUICK).send(JOB)

    assert result.outcome is SendOutcome.SENT


@pytest.mark.parametrize(
    ("status", "state"),
    [
        (READY, PrinterState.READY),
        ({**READY, 4: 0x1E}, PrinterState.PAPER_LOW),
        ({**READY, 4: 0x72}, PrinterState.NO_PAPER),
        ({**READY, 1: 0x1A, 2: 0x16}, PrinterState.COVER_OPEN),
        ({**READY, 1: 0x1A, 3: 0x1A}, PrinterState.ERROR),
        ({}, PrinterState.UNKNOWN),
    ],
)
def test_the_status_is_told(status: dict[int, int], state: PrinterState) -> None:
    with LoopbackPrinter(answers(status)) as loopback:
        assert NetworkPrinter("127.0.0.1", loopback.port, TALKS, QUICK).status() is state


def test_the_status_of_a_printer_that_is_away() -> None:
    assert NetworkPrinter("127.0.0.1", free_port(), TALKS, QUICK).status() is PrinterState.OFFLINE


def test_a_printer_that_cannot_answer_is_not_asked() -> None:
    assert NetworkPrinter("127.0.0.1", free_port(), CHINESE_80, QUICK).status() is PrinterState.UNKNOWN


def test_what_may_print() -> None:
    can = {state for state in PrinterState if state.can_print}

    assert can == {PrinterState.READY, PrinterState.PAPER_LOW, PrinterState.UNKNOWN}


@pytest.mark.parametrize(
    ("answer", "state"),
    [
        (0x00, PrinterState.READY),
        (0x20, PrinterState.READY),
        (0x04, PrinterState.NO_PAPER),
        (0x05, PrinterState.COVER_OPEN),
        (0x02, PrinterState.ERROR),
        (0x08, PrinterState.ERROR),
        (0x10, PrinterState.OFFLINE),
        (0x80, PrinterState.ERROR),
        (None, PrinterState.UNKNOWN),
    ],
)
def test_a_label_printer_is_asked_in_its_own_language(answer: int | None, state: PrinterState) -> None:
    device = UsbDevice(talker=Talker(label_status=answer))
    speaks = replace(TALKS, speaks=Speech.TSPL)

    assert UsbPrinter(UsbAddress(device.vendor, device.product), speaks, QUICK, Bus(device)).status() is state
