"""The drawer's pulse reaches every kind of printer unchanged, through the spool and its worker."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from app.services.devices.addresses import SerialAddress, UsbAddress
from app.services.devices.escpos_printer import FilePrinter, NetworkPrinter, Patience
from app.services.devices.profile import CHINESE_80
from app.services.devices.protocols import Printer, SendOutcome
from app.services.devices.serial_printer import SerialPrinter
from app.services.devices.usb_printer import UsbPrinter
from app.services.receipts.escpos import render_drawer_pulse
from tests.services.devices.loopback import LoopbackPrinter, prints
from tests.services.devices.terminal import PATIENT_S, terminal
from tests.services.devices.test_cups_printer import Cups, cups
from tests.services.devices.test_windows_printer import Spooler, printer_of
from tests.services.devices.usb_bus import Bus, UsbDevice

__all__ = ["cups"]

QUICK = Patience(queue_s=0.0, settle_s=0.3)
PULSE_2, PULSE_5 = b"\x1bp\x0022", b"\x1bp\x0122"
FIFTH = replace(CHINESE_80, drawer_pin=5)

Opened = Iterator[tuple[Printer, Callable[[], bytes]]]


@contextmanager
def over_tcp(_: Path) -> Opened:
    with LoopbackPrinter(prints) as loopback:

        def printed() -> bytes:
            assert loopback.finished.wait(PATIENT_S)
            return b"".join(loopback.printed)

        yield NetworkPrinter("127.0.0.1", loopback.port, FIFTH, QUICK), printed


@contextmanager
def over_serial(_: Path) -> Opened:
    with terminal() as line:

        def printed() -> bytes:
            assert line.heard.wait(PATIENT_S)
            return line.talker.printed

        yield SerialPrinter(SerialAddress(line.path), FIFTH, QUICK), printed


@contextmanager
def over_usb(_: Path) -> Opened:
    device = UsbDevice()
    yield (
        UsbPrinter(UsbAddress(device.vendor, device.product), FIFTH, QUICK, Bus(device)),
        lambda: device.talker.printed,
    )


@contextmanager
def over_device_file(folder: Path) -> Opened:
    path = folder / "lp0"
    path.touch()
    yield FilePrinter(path, FIFTH, QUICK), path.read_bytes


@contextmanager
def over_windows(_: Path) -> Opened:
    spooler = Spooler()
    yield replace(printer_of(spooler), profile=FIFTH), lambda: spooler.printed


@pytest.mark.skipif(os.name == "nt", reason="pseudo terminals are a thing of Unix")
@pytest.mark.parametrize("way", [over_tcp, over_serial, over_usb, over_device_file, over_windows])
def test_the_pulse_reaches_the_printer(way: Callable[[Path], object], tmp_path: Path) -> None:
    with way(tmp_path) as (printer, printed):  # type: ignore[attr-defined]
        result = printer.send(render_drawer_pulse(printer.profile))
        assert result.outcome is SendOutcome.SENT
        assert printed() == PULSE_5


@pytest.mark.skipif(os.name == "nt", reason="CUPS is no printing system of Windows")
def test_the_pulse_goes_through_cups(cups: Cups) -> None:
    from app.services.devices.cups_printer import CupsPrinter

    result = CupsPrinter("Till", CHINESE_80, QUICK).send(render_drawer_pulse(CHINESE_80))

    assert result.outcome is SendOutcome.SENT
    assert (cups.folder / "printed").read_bytes() == PULSE_2
