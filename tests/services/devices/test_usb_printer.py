"""The real pyusb over an invented bus."""

from __future__ import annotations

import errno
from dataclasses import replace

import pytest

from app.services.devices.addresses import UsbAddress
from app.services.devices.links import MARKER, Patience
from app.services.devices.profile import CHINESE_80
from app.services.devices.protocols import PrinterLook, PrinterState, PrintProblem, SendOutcome, SendResult
from app.services.devices.usb_printer import UsbPrinter
from tests.services.devices.loopback import READY
from tests.services.devices.talker import Talker
from tests.services.devices.usb_bus import Bus, UsbDevice

JOB = b"\x1b@milk\n\x1dV\x00"
BIG_JOB = b"milk 3.50\n" * 5_000
QUICK = Patience(write_s=0.2, job_s=20, answer_s=0.2, marker_s=0.2)
TALKS = replace(CHINESE_80, answers_status=True)
ADDRESS = UsbAddress(0x0416, 0x5011)


def printer_on(*devices: UsbDevice, address: UsbAddress = ADDRESS) -> UsbPrinter:
    return UsbPrinter(address, CHINESE_80, QUICK, Bus(*devices))


def test_every_byte_arrives_and_the_device_is_given_back() -> None:
    device = UsbDevice()
    result = printer_on(device).send(BIG_JOB)

    assert result == SendResult(SendOutcome.SENT)
    assert device.talker.printed == BIG_JOB
    assert device.has_kernel_driver
    assert device.claims == 0


def test_a_makers_own_interface_serves_too() -> None:
    device = UsbDevice(interface_class=255, has_kernel_driver=False)

    assert printer_on(device).send(JOB).outcome is SendOutcome.SENT
    assert not device.has_kernel_driver


def test_two_of_a_kind_are_told_apart_by_their_number() -> None:
    first, second = UsbDevice(number="A1"), UsbDevice(number="B2")
    printer_on(first, second, address=replace(ADDRESS, serial="B2")).send(JOB)

    assert (first.talker.printed, second.talker.printed) == (b"", JOB)


@pytest.mark.parametrize(
    ("device", "problem"),
    [
        (UsbDevice(product=0x1111), PrintProblem.NOT_FOUND),
        (UsbDevice(interface_class=3), PrintProblem.NOT_FOUND),
        (UsbDevice(refusal=errno.EACCES), PrintProblem.NOT_ALLOWED),
        (UsbDevice(refusal=errno.EBUSY), PrintProblem.BUSY),
        (UsbDevice(refusal=errno.ENODEV), PrintProblem.NOT_FOUND),
        (UsbDevice(is_unsupported=True), PrintProblem.NO_LIBRARY),
    ],
)
def test_why_it_cannot_be_opened(device: UsbDevice, problem: PrintProblem) -> None:
    printer = printer_on(device)
    result = printer.send(JOB)

    assert (result.outcome, result.problem) == (SendOutcome.NOTHING_SENT, problem)
    assert printer.look() == PrinterLook(PrinterState.OFFLINE, problem)
    assert device.talker.printed == b""


def test_without_libusb_it_is_said_so(monkeypatch: pytest.MonkeyPatch) -> None:
    import usb.backend.libusb0
    import usb.backend.libusb1
    import usb.backend.openusb

    for library in (usb.backend.libusb0, usb.backend.libusb1, usb.backend.openusb):
        monkeypatch.setattr(library, "get_backend", lambda find_library=None: None)
    result = UsbPrinter(ADDRESS, CHINESE_80, QUICK).send(JOB)

    assert (result.outcome, result.problem) == (SendOutcome.NOTHING_SENT, PrintProblem.NO_LIBRARY)


def test_a_printer_that_takes_nothing_is_safe_to_retry() -> None:
    result = printer_on(UsbDevice(capacity=0)).send(JOB)

    assert (result.outcome, result.problem) == (SendOutcome.NOTHING_SENT, PrintProblem.NO_ANSWER)


def test_a_printer_that_takes_no_more_leaves_doubt() -> None:
    device = UsbDevice(capacity=10_000)
    result = printer_on(device).send(BIG_JOB)

    assert (result.outcome, result.problem) == (SendOutcome.UNKNOWN, PrintProblem.STALLED)
    assert device.talker.printed == BIG_JOB[:10_000]


@pytest.mark.parametrize("taken", [3, 10_000])
def test_a_cable_pulled_in_the_first_piece_or_later_leaves_doubt(taken: int) -> None:
    """libusb does not tell what went of a piece, so not even the first one counts as not sent."""
    device = UsbDevice(breaks_after=taken)
    result = printer_on(device).send(BIG_JOB)

    assert (result.outcome, result.problem) == (SendOutcome.UNKNOWN, PrintProblem.BROKEN_OFF)
    assert device.talker.printed == BIG_JOB[:taken]


@pytest.mark.parametrize(
    ("status", "state"),
    [
        (READY, PrinterState.READY),
        ({**READY, 4: 0x72}, PrinterState.NO_PAPER),
        ({**READY, 1: 0x1A, 2: 0x16}, PrinterState.COVER_OPEN),
        ({}, PrinterState.UNKNOWN),
    ],
)
def test_it_says_how_it_is(status: dict[int, int], state: PrinterState) -> None:
    device = UsbDevice(talker=Talker(status))
    device.answers += b"\x14\x00\x00\x0f"  # said unasked

    assert replace(printer_on(device), profile=TALKS).status() is state


def test_no_paper_keeps_the_job_here() -> None:
    device = UsbDevice(talker=Talker({**READY, 4: 0x72}))
    result = replace(printer_on(device), profile=TALKS).send(JOB)

    assert (result.outcome, result.problem) == (SendOutcome.NOTHING_SENT, PrintProblem.NO_PAPER)
    assert device.talker.printed == b""


def test_the_marker_confirms() -> None:
    device = UsbDevice(talker=Talker(marker=b"\x00"))
    result = replace(printer_on(device), profile=replace(CHINESE_80, marker=True)).send(JOB)

    assert result.outcome is SendOutcome.CONFIRMED
    assert device.talker.printed == JOB + MARKER
