"""From what the shop wrote in its settings to a printer."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import assert_never

from app.services.devices.addresses import (
    DEFAULT_PORT,
    FileAddress,
    PrinterAddressWrong,
    QueueAddress,
    SerialAddress,
    TcpAddress,
    UsbAddress,
    parse_address,
)
from app.services.devices.cups_printer import CupsPrinter
from app.services.devices.escpos_printer import FilePrinter, NetworkPrinter
from app.services.devices.fakes import CaptureFilePrinter
from app.services.devices.profile import (
    CHINESE_58,
    CHINESE_80,
    RASTER_58,
    RASTER_80,
    PrinterProfile,
    TextMode,
)
from app.services.devices.protocols import Printer
from app.services.devices.serial_printer import SerialPrinter
from app.services.devices.usb_printer import UsbPrinter
from app.services.devices.windows_printer import WindowsPrinter

__all__ = ["DEFAULT_PORT", "PrinterAddressWrong", "connect_printer", "profile_for"]

_NARROW_COLUMNS = 32
_BY_TEXT_MODE = {
    TextMode.GB18030: (CHINESE_58, CHINESE_80),
    TextMode.RASTER: (RASTER_58, RASTER_80),
}


def profile_for(columns: int, text_mode: str, *, answers_status: bool = False) -> PrinterProfile:
    """The preset that fits the paper and the way of printing Chinese."""
    narrow, wide = _BY_TEXT_MODE[TextMode(text_mode)]
    return replace(narrow if columns <= _NARROW_COLUMNS else wide, answers_status=answers_status)


def connect_printer(address: str, profile: PrinterProfile) -> Printer | None:
    """The printer at an address (see `addresses`); None for an empty one. Nothing is opened yet.

    A folder gets one file a job; a device file must exist when it prints, not already now.

    Raises:
        PrinterAddressWrong: it is no address.
    """
    match parse_address(address):
        case None:
            return None
        case TcpAddress(host, port):
            return NetworkPrinter(host, port, profile)
        case UsbAddress() as usb:
            return UsbPrinter(usb, profile)
        case SerialAddress() as serial:
            return SerialPrinter(serial, profile)
        case QueueAddress("windows", name):
            return WindowsPrinter(name, profile)
        case QueueAddress(_, name):
            return CupsPrinter(name, profile)
        case FileAddress() as file:
            return _at_file(file, profile)
        case other:
            assert_never(other)


def _at_file(file: FileAddress, profile: PrinterProfile) -> Printer:
    path = Path(file.path)
    is_device = file.is_device or file.path.startswith(("/dev/", "\\\\")) or (path.exists() and not path.is_dir())
    return FilePrinter(path, profile) if is_device else CaptureFilePrinter(path, profile)
