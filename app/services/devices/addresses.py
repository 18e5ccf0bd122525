"""Where a printer is, as one line of text that the shop can write: `tcp:`, `usb:`, `serial:`, `cups:` and others."""

from __future__ import annotations

import re
from dataclasses import dataclass

from app.values.errors import QT_TRANSLATE_NOOP, UserError

DEFAULT_PORT = 9100
DEFAULT_BAUD = 9600
BAUDS = (1200, 2400, 4800, 9600, 19200, 38400, 57600, 115200)

_USB = re.compile(r"([0-9a-fA-F]{4}):([0-9a-fA-F]{4})(?::(.+))?")
_SERIAL = re.compile(r"(COM[0-9]{1,3}|/dev/[^:\s]+)(?::([0-9]{1,7}))?(?::(none|dsr|rts|xon))?")
_CUPS = re.compile(r"[^\s/#'\"\\?\-][^\s/#'\"\\?]{0,126}")
_LONGEST_NAME = 200


class PrinterAddressWrong(UserError):
    """The address is none."""

    text = QT_TRANSLATE_NOOP(
        "errors",
        "{address} is not a printer. Write tcp:HOST:PORT, usb:VVVV:PPPP, serial:PORT:BAUD, cups:NAME, "
        "windows:NAME, device:PATH or file:PATH.",
    )


@dataclass(frozen=True, slots=True)
class TcpAddress:
    """A printer on the network."""

    host: str
    port: int = DEFAULT_PORT

    def __str__(self) -> str:
        return f"tcp:{self.host}:{self.port}"


@dataclass(frozen=True, slots=True)
class UsbAddress:
    """A printer on USB by the numbers of its maker and model; the serial number tells two of a kind apart."""

    vendor: int
    product: int
    serial: str = ""

    def __str__(self) -> str:
        return f"usb:{self.vendor:04x}:{self.product:04x}" + (f":{self.serial}" if self.serial else "")


@dataclass(frozen=True, slots=True)
class SerialAddress:
    """A printer on a serial port.

    Attributes:
        port: `/dev/ttyUSB0` or `COM3`.
        baud: As the printer's switches say.
        flow: Who stops whom when the printer is full: `dsr`, `rts`, `xon` or `none`.
    """

    port: str
    baud: int = DEFAULT_BAUD
    flow: str = "dsr"

    def __str__(self) -> str:
        return f"serial:{self.port}:{self.baud}" + ("" if self.flow == "dsr" else f":{self.flow}")


@dataclass(frozen=True, slots=True)
class QueueAddress:
    """A print queue of the computer; `system` is `cups` or `windows`."""

    system: str
    name: str

    def __str__(self) -> str:
        return f"{self.system}:{self.name}"


@dataclass(frozen=True, slots=True)
class FileAddress:
    """A device file, or a folder that gets one file a job; `is_device` when it was written as `device:`."""

    path: str
    is_device: bool = False

    def __str__(self) -> str:
        return f"{'device' if self.is_device else 'file'}:{self.path}"


PrinterAddress = TcpAddress | UsbAddress | SerialAddress | QueueAddress | FileAddress


def parse_address(text: str) -> PrinterAddress | None:
    """The address written by the shop; None when nothing is written.

    Raises:
        PrinterAddressWrong: it is no address.
    """
    text = text.strip()
    if not text:
        return None
    kind, _, rest = text.partition(":")
    reader = _READERS.get(kind)
    found = reader(rest) if reader is not None else None
    if found is None:
        raise PrinterAddressWrong(address=text)
    return found


def is_address(text: str) -> bool:
    """Whether a setting may hold this text: empty or an address."""
    try:
        parse_address(text)
    except PrinterAddressWrong:
        return False
    return True


def _tcp(rest: str) -> PrinterAddress | None:
    host, _, port = rest.partition(":")
    if not host or host.startswith("-") or any(char.isspace() for char in host):
        return None
    if port and not (port.isascii() and port.isdigit() and 0 < int(port) < 65536):
        return None
    return TcpAddress(host, int(port or DEFAULT_PORT))


def _usb(rest: str) -> PrinterAddress | None:
    found = _USB.fullmatch(rest)
    return UsbAddress(int(found[1], 16), int(found[2], 16), found[3] or "") if found else None


def _serial(rest: str) -> PrinterAddress | None:
    found = _SERIAL.fullmatch(rest)
    if found is None or int(found[2] or DEFAULT_BAUD) not in BAUDS:
        return None
    return SerialAddress(found[1], int(found[2] or DEFAULT_BAUD), found[3] or "dsr")


def _cups(rest: str) -> PrinterAddress | None:
    return QueueAddress("cups", rest) if _CUPS.fullmatch(rest) else None


def _windows(rest: str) -> PrinterAddress | None:
    return QueueAddress("windows", rest) if 0 < len(rest.strip()) <= _LONGEST_NAME else None


def _device(rest: str) -> PrinterAddress | None:
    return FileAddress(rest, is_device=True) if rest.startswith(("/dev/", "\\\\.\\")) else None


def _file(rest: str) -> PrinterAddress | None:
    return FileAddress(rest) if rest else None


_READERS = {
    "tcp": _tcp,
    "usb": _usb,
    "serial": _serial,
    "cups": _cups,
    "windows": _windows,
    "device": _device,
    "file": _file,
}
