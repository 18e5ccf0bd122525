"""What is plugged in: every place where a printer, a scanner or a serial scale shows itself.

Nothing is printed, and no device is opened whose opening could disturb it: a serial line is only asked whether
this person may use it. What a device is can often only be guessed from its name; the guess says so.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from importlib import import_module
from pathlib import Path
from typing import Any

from app.services.devices.addresses import FileAddress, QueueAddress, SerialAddress, TcpAddress, UsbAddress
from app.services.devices.cups_printer import CupsPrinter, cups_queues
from app.services.devices.discover_network import answering
from app.services.devices.escpos_printer import FilePrinter
from app.services.devices.links import CannotOpen
from app.services.devices.protocols import PrintProblem
from app.services.devices.usb_printer import PRINTER_CLASS, UsbPrinter, printer_interface, usb_devices, usb_text
from app.services.devices.windows_printer import WindowsPrinter, windows_printers
from app.values.errors import QT_TRANSLATE_NOOP


class DeviceKind(StrEnum):
    """What a device seems to be."""

    RECEIPT_PRINTER = "receipt_printer"
    LABEL_PRINTER = "label_printer"
    PRINTER = "printer"
    SCANNER = "scanner"
    SERIAL_LINE = "serial_line"


@dataclass(frozen=True, slots=True)
class FoundDevice:
    """One thing that is plugged in or answers.

    Attributes:
        address: What to write in the settings; empty for scanners, which need none: they type.
        words: What it calls itself.
        kind: A guess.
        problem: Why it could not be used now; None where nothing stands against it.
    """

    address: str
    words: str
    kind: DeviceKind
    problem: PrintProblem | None = None

    @property
    def can_open(self) -> bool:
        """Whether it can be used now."""
        return self.problem is None


@dataclass(frozen=True, slots=True)
class Machine:
    """Where to look; tests point it at a machine made of files and imitations.

    Attributes:
        root: What stands for `/`.
        usb: pyusb's way to the bus; None takes the one there is.
        spooler: Stands for winspool.drv; None takes the real one.
    """

    root: Path = field(default_factory=lambda: Path("/"))
    usb: Any = None
    spooler: Any = None


HERE = Machine()

_KIND_WORDS: dict[DeviceKind, str] = {
    DeviceKind.RECEIPT_PRINTER: QT_TRANSLATE_NOOP("devices", "receipt printer"),
    DeviceKind.LABEL_PRINTER: QT_TRANSLATE_NOOP("devices", "label printer"),
    DeviceKind.PRINTER: QT_TRANSLATE_NOOP("devices", "printer"),
    DeviceKind.SCANNER: QT_TRANSLATE_NOOP("devices", "scanner"),
    DeviceKind.SERIAL_LINE: QT_TRANSLATE_NOOP("devices", "serial line"),
}

_LABEL_NAMES = re.compile(
    r"label|tspl|gprinter.?gp-?[123]\d{3}t|xp-?[34]\d{2}b|tsc|zebra|zd\d|ttp|gk\d{3}|godex", re.IGNORECASE
)
_RECEIPT_NAMES = re.compile(
    r"receipt|pos[-_ ]?\d|thermal|tm-|xprinter|xp-|gprinter|gp-|rongta|rp\d|star|tsp\d|bixolon|srp|citizen|ct-|sunmi"
    r"|zj-|hoin|epson.*tm|80mm|58mm",
    re.IGNORECASE,
)
_SCANNER_NAMES = re.compile(
    r"scan|barcode|bar code|honeywell|metrologic|symbol|datalogic|newland|zebex|opticon|unitech|sunlux|deli|mindeo"
    r"|youjie|netum|tera|inateck|wch\.cn.*keyboard|usbkey",
    re.IGNORECASE,
)


def find_devices(
    *, network: Sequence[str] = (), timeout_s: float = 0.5, machine: Machine = HERE
) -> tuple[FoundDevice, ...]:
    """Everything that is plugged in, and of the `network` hosts (`HOST` or `HOST:PORT`) those that answer.

    The network is only touched where hosts are given (`discover_network.neighbours` names them): a call may make
    an office printer print an empty page.
    """
    found: list[FoundDevice] = []
    for search in (_usb, _device_files, _serial_lines, _cups, _windows, _scanners):
        found += search(machine)
    found += (
        FoundDevice(str(TcpAddress(*at)), f"{at[0]} port {at[1]}", DeviceKind.PRINTER)
        for at in answering(network, timeout_s)
    )
    return tuple(found)


def kind_words(kind: DeviceKind) -> str:
    """A kind as marked English words; the top floor translates them in the context `devices`."""
    return _KIND_WORDS[kind]


def guess_kind(words: str) -> DeviceKind:
    """What a printer is, by what it calls itself."""
    if _LABEL_NAMES.search(words):
        return DeviceKind.LABEL_PRINTER
    return DeviceKind.RECEIPT_PRINTER if _RECEIPT_NAMES.search(words) else DeviceKind.PRINTER


def _usb(machine: Machine) -> Iterator[FoundDevice]:
    try:
        devices = usb_devices(machine.usb)
    except CannotOpen as failure:
        yield from _usb_in_files(machine, failure.problem)
        return
    except (OSError, NotImplementedError):
        return
    for device in devices:
        if (interface := printer_interface(device)) is None or interface.bInterfaceClass != PRINTER_CLASS:
            continue
        serial = usb_text(device, "serial_number")
        words = " ".join(filter(None, (usb_text(device, "manufacturer"), usb_text(device, "product"))))
        address = UsbAddress(device.idVendor, device.idProduct, serial)
        problem = UsbPrinter(address, backend=machine.usb).look().problem
        yield FoundDevice(str(address), words or str(address), guess_kind(words), problem)


def _usb_in_files(machine: Machine, problem: PrintProblem) -> Iterator[FoundDevice]:
    """What Linux itself says of the bus, for machines without libusb: they are seen but cannot be used this way."""
    for interface in sorted(machine.root.glob("sys/bus/usb/devices/*:*/bInterfaceClass")):
        if _line(interface) != f"{PRINTER_CLASS:02x}":
            continue
        device = interface.parent.parent / interface.parent.name.partition(":")[0]
        numbers = [_line(device / name) for name in ("idVendor", "idProduct")]
        if not all(re.fullmatch(r"[0-9a-f]{4}", number) for number in numbers):
            continue
        words = " ".join(filter(None, (_line(device / "manufacturer"), _line(device / "product"))))
        address = UsbAddress(int(numbers[0], 16), int(numbers[1], 16), _line(device / "serial"))
        yield FoundDevice(str(address), words or str(address), guess_kind(words), problem)


def _device_files(machine: Machine) -> Iterator[FoundDevice]:
    for path in sorted((*machine.root.glob("dev/usb/lp*"), *machine.root.glob("dev/lp[0-9]*"))):
        told = machine.root / "sys/class/usbmisc" / path.name / "device/ieee1284_id"
        words = _model(_line(told)) or path.name
        problem = FilePrinter(path).look().problem
        yield FoundDevice(str(FileAddress(str(path), is_device=True)), words, guess_kind(words), problem)


def _model(told: str) -> str:
    """Maker and model out of `MFG:Xprinter;CMD:ESC;MDL:XP-80;`."""
    pairs = dict(part.split(":", 1) for part in told.split(";") if ":" in part)
    facts = {key.strip().upper(): value.strip() for key, value in pairs.items()}
    maker = facts.get("MFG") or facts.get("MANUFACTURER") or ""
    return f"{maker} {facts.get('MDL') or facts.get('MODEL') or ''}".strip()


def _serial_lines(machine: Machine) -> Iterator[FoundDevice]:
    for port in sorted(import_module("serial.tools.list_ports").comports(), key=_name_of):
        words = " ".join(filter(None, (port.manufacturer, port.product))) or port.description or port.device
        if port.description in (None, "n/a") and port.hwid in (None, "n/a"):
            words = port.device
        may = os.name == "nt" or os.access(port.device, os.R_OK | os.W_OK)
        kind = guess_kind(words)
        known = DeviceKind.SERIAL_LINE if kind is DeviceKind.PRINTER else kind
        yield FoundDevice(str(SerialAddress(port.device)), words, known, None if may else PrintProblem.NOT_ALLOWED)


def _name_of(port: Any) -> str:
    return str(port.device)


def _cups(machine: Machine) -> Iterator[FoundDevice]:
    for queue in cups_queues():
        problem = CupsPrinter(queue).look().problem
        yield FoundDevice(str(QueueAddress("cups", queue)), queue, guess_kind(queue), problem)


def _windows(machine: Machine) -> Iterator[FoundDevice]:
    for name in windows_printers(machine.spooler):
        problem = WindowsPrinter(name, library=machine.spooler).look().problem
        yield FoundDevice(str(QueueAddress("windows", name)), name, guess_kind(name), problem)


def _scanners(machine: Machine) -> Iterator[FoundDevice]:
    """Scanners that type as a keyboard does; only Linux tells their names."""
    seen: set[str] = set()
    for name in _keyboards(machine):
        if name not in seen and _SCANNER_NAMES.search(name):
            seen.add(name)
            yield FoundDevice("", name, DeviceKind.SCANNER)


def _keyboards(machine: Machine) -> Iterator[str]:
    for told in sorted(machine.root.glob("sys/class/input/event*/device/name")):
        yield _line(told)
    for link in sorted(machine.root.glob("dev/input/by-id/*-event-kbd")):
        yield link.name.removesuffix("-event-kbd").removeprefix("usb-").replace("_", " ")


def _line(path: Path) -> str:
    """A small file's text; empty where it cannot be read."""
    try:
        return path.read_text("utf-8", "replace").strip("\x00 \n")
    except OSError:
        return ""
