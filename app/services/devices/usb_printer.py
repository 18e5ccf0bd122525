"""Printers on USB, spoken to directly through pyusb and the system's libusb.

The interface of the printer class is looked for, not assumed, and so are its endpoints; nothing is reset and every
transfer has a time limit. A kernel driver that holds the printer is put aside for the job and given back.
"""

from __future__ import annotations

import contextlib
import importlib
from dataclasses import dataclass, field
from typing import Any

from app.services.devices.addresses import UsbAddress
from app.services.devices.links import CannotOpen, Link, PartlyTaken, Patience, look_over, problem_of, send_over
from app.services.devices.profile import PrinterProfile
from app.services.devices.protocols import PrinterLook, PrinterState, PrintProblem, SendResult
from app.services.devices.status import Asking

PRINTER_CLASS, VENDOR_CLASS = 7, 255
_LEAST_MS = 1


@dataclass(slots=True)
class UsbLink:
    """A claimed interface.

    Attributes:
        waiting: Bytes that came behind the ones asked for; USB gives whole packets.
    """

    device: Any
    interface: int
    out: int
    into: Any
    has_driver: bool
    waiting: bytearray = field(default_factory=bytearray)

    def write(self, piece: memoryview, timeout_s: float) -> int:
        core = _core()
        try:
            return int(self.device.write(self.out, bytes(piece), _milliseconds(timeout_s)))
        except core.USBTimeoutError as failure:
            raise TimeoutError("the printer takes nothing") from failure
        except core.USBError as failure:
            # The library does not tell how much of the piece went before the line broke.
            raise PartlyTaken(repr(failure)) from failure

    def read(self, most: int, timeout_s: float) -> bytes:
        if not self.waiting:
            self.waiting += self._packet(timeout_s)
        answer = bytes(self.waiting[:most])
        del self.waiting[:most]
        return answer

    def finish(self, patience: Patience) -> None:
        """A transfer that was acknowledged is in the printer."""

    def close(self) -> None:
        core, util = _core(), importlib.import_module("usb.util")
        with contextlib.suppress(core.USBError, NotImplementedError):
            util.release_interface(self.device, self.interface)
        with contextlib.suppress(core.USBError, NotImplementedError):
            if self.has_driver:
                self.device.attach_kernel_driver(self.interface)
        with contextlib.suppress(core.USBError, NotImplementedError):
            util.dispose_resources(self.device)

    def _packet(self, timeout_s: float) -> bytes:
        """One packet; an empty one is a printer with nothing to say, not one that hung up."""
        if self.into is None:
            raise TimeoutError("this printer has no way back")
        try:
            packet = bytes(
                self.device.read(self.into.bEndpointAddress, self.into.wMaxPacketSize, _milliseconds(timeout_s))
            )
        except _core().USBTimeoutError as failure:
            raise TimeoutError("the printer says nothing") from failure
        if not packet:
            raise TimeoutError("the printer says nothing")
        return packet


@dataclass(frozen=True, slots=True)
class UsbPrinter:
    """A printer by its USB numbers.

    Attributes:
        backend: pyusb's way to the bus; None takes the one there is.
    """

    address: UsbAddress
    profile: PrinterProfile = field(default_factory=PrinterProfile)
    patience: Patience = field(default_factory=Patience)
    backend: Any = None

    @property
    def name(self) -> str:
        return str(self.address).replace("usb:", "USB ")

    def send(self, data: bytes) -> SendResult:
        return send_over(self._open, data, self.profile, self.patience, Asking(self.profile))

    def look(self) -> PrinterLook:
        return look_over(self._open, self.profile, self.patience, Asking(self.profile))

    def status(self) -> PrinterState:
        return self.look().state

    def _open(self) -> Link:
        device = self._find()
        try:
            return _claim(device)
        except NotImplementedError as failure:
            # Windows without the WinUSB driver for this device.
            raise CannotOpen(PrintProblem.NO_LIBRARY, repr(failure)) from failure
        except OSError:
            importlib.import_module("usb.util").dispose_resources(device)
            raise

    def _find(self) -> Any:
        for device in usb_devices(self.backend):
            if (device.idVendor, device.idProduct) != (self.address.vendor, self.address.product):
                continue
            if not self.address.serial or usb_text(device, "serial_number") == self.address.serial:
                return device
        raise CannotOpen(PrintProblem.NOT_FOUND, f"no {self.address}")


def usb_devices(backend: Any = None) -> list[Any]:
    """Everything on the bus, as pyusb knows it.

    Raises:
        CannotOpen: no libusb.
    """
    core = _core()
    try:
        return list(core.find(find_all=True, backend=backend))
    except core.NoBackendError as failure:
        raise CannotOpen(PrintProblem.NO_LIBRARY, str(failure)) from failure


def usb_text(device: Any, name: str) -> str:
    """A text of the device's own; empty where it has none or may not be asked."""
    try:
        return str(getattr(device, name) or "").strip("\x00 ")
    except (OSError, ValueError, NotImplementedError):
        return ""


def printer_interface(device: Any) -> Any | None:
    """The interface of the printer class, or else one of the maker's own with a way out; None: no printer."""
    util = importlib.import_module("usb.util")
    for wanted in (PRINTER_CLASS, VENDOR_CLASS):
        for configuration in device:
            for interface in configuration:
                if interface.bInterfaceClass == wanted and _endpoint(util, interface, util.ENDPOINT_OUT) is not None:
                    return interface
    return None


def _claim(device: Any) -> UsbLink:
    util = importlib.import_module("usb.util")
    interface = printer_interface(device)
    if interface is None:
        raise CannotOpen(PrintProblem.NOT_FOUND, "this USB device is no printer")
    number = interface.bInterfaceNumber
    has_driver = False
    with contextlib.suppress(NotImplementedError):
        if device.is_kernel_driver_active(number):
            device.detach_kernel_driver(number)
            has_driver = True
    try:
        util.claim_interface(device, number)
    except OSError as failure:
        raise CannotOpen(problem_of(failure), repr(failure)) from failure
    out: Any = _endpoint(util, interface, util.ENDPOINT_OUT)  # printer_interface saw to it that there is one
    return UsbLink(device, number, out.bEndpointAddress, _endpoint(util, interface, util.ENDPOINT_IN), has_driver)


def _endpoint(util: Any, interface: Any, direction: int) -> Any | None:
    for endpoint in interface:
        is_bulk = util.endpoint_type(endpoint.bmAttributes) == util.ENDPOINT_TYPE_BULK
        if is_bulk and util.endpoint_direction(endpoint.bEndpointAddress) == direction:
            return endpoint
    return None


def _milliseconds(timeout_s: float) -> int:
    """Never 0: to libusb that means to wait for ever."""
    return max(int(timeout_s * 1000), _LEAST_MS)


def _core() -> Any:
    return importlib.import_module("usb.core")
