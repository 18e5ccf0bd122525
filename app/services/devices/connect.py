"""From what the shop wrote in its settings to a printer."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

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
from app.values.errors import QT_TRANSLATE_NOOP, UserError

_NARROW_COLUMNS = 32
_BY_TEXT_MODE = {
    TextMode.GB18030: (CHINESE_58, CHINESE_80),
    TextMode.RASTER: (RASTER_58, RASTER_80),
}
DEFAULT_PORT = 9100


class PrinterAddressWrong(UserError):
    """The address is none."""

    text = QT_TRANSLATE_NOOP("errors", "{address} is not a printer. Write tcp:HOST:PORT or file:PATH.")


def profile_for(columns: int, text_mode: str, *, answers_status: bool = False) -> PrinterProfile:
    """The preset that fits the paper and the way of printing Chinese."""
    narrow, wide = _BY_TEXT_MODE[TextMode(text_mode)]
    return replace(narrow if columns <= _NARROW_COLUMNS else wide, answers_status=answers_status)


def connect_printer(address: str, profile: PrinterProfile) -> Printer | None:
    """A printer for `tcp:HOST[:PORT]`, `file:DEVICE` or `file:FOLDER`; None for an empty address.

    A folder gets one file a job; a device file must exist when it prints, not already now.

    Raises:
        PrinterAddressWrong: anything else.
    """
    kind, _, rest = address.strip().partition(":")
    if not address.strip():
        return None
    if kind == "file" and rest:
        path = Path(rest)
        is_device = rest.startswith(("/dev/", "\\\\")) or (path.exists() and not path.is_dir())
        return FilePrinter(path, profile) if is_device else CaptureFilePrinter(path, profile)
    host, _, port = rest.partition(":")
    if kind == "tcp" and host and (not port or (port.isascii() and port.isdigit() and 0 < int(port) < 65536)):
        return NetworkPrinter(host, int(port or DEFAULT_PORT), profile)
    raise PrinterAddressWrong(address=address)
