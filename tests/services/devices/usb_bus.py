"""A USB bus of invented devices, as a backend of pyusb: everything above it is the real library."""

# ruff: noqa: N803
from __future__ import annotations

import errno
from array import array
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

import usb.backend
import usb.core

from tests.services.devices.talker import Talker

OUT, IN = 0x02, 0x81
_TEXTS = {1: "maker", 2: "model", 3: "number"}


@dataclass
class UsbDevice:
    """One plugged-in device.

    Attributes:
        capacity: Bytes it takes before it takes no more; None for ever.
        breaks_after: Bytes after which the cable is pulled.
        refusal: errno of every attempt to claim it.
    """

    vendor: int = 0x0416
    product: int = 0x5011
    maker: str = "STMicroelectronics"
    model: str = "POS58 Printer USB"
    number: str = "A1"
    interface_class: int = 7
    talker: Talker = field(default_factory=Talker)
    capacity: int | None = None
    breaks_after: int | None = None
    refusal: int = 0
    has_kernel_driver: bool = True
    is_unsupported: bool = False
    answers: bytearray = field(default_factory=bytearray)
    claims: int = 0


class Bus(usb.backend.IBackend):
    """The bus."""

    def __init__(self, *devices: UsbDevice) -> None:
        self.devices = devices

    def enumerate_devices(self) -> Any:
        return iter(self.devices)

    def get_device_descriptor(self, dev: UsbDevice) -> Any:
        return SimpleNamespace(
            bLength=18, bDescriptorType=1, bcdUSB=0x200, bDeviceClass=0, bDeviceSubClass=0, bDeviceProtocol=0,
            bMaxPacketSize0=64, idVendor=dev.vendor, idProduct=dev.product, bcdDevice=0x100, iManufacturer=1,
            iProduct=2, iSerialNumber=3, bNumConfigurations=1, address=self.devices.index(dev) + 1, bus=1,
            port_number=1, port_numbers=(1,), speed=2,
        )  # fmt: skip

    def get_configuration_descriptor(self, dev: UsbDevice, config: int) -> Any:
        if config:
            raise IndexError(config)
        return SimpleNamespace(
            bLength=9, bDescriptorType=2, wTotalLength=32, bNumInterfaces=1, bConfigurationValue=1, iConfiguration=0,
            bmAttributes=0xC0, bMaxPower=1, extra_descriptors=[],
        )  # fmt: skip

    def get_interface_descriptor(self, dev: UsbDevice, intf: int, alt: int, config: int) -> Any:
        if intf or alt:
            raise IndexError(intf)
        return SimpleNamespace(
            bLength=9, bDescriptorType=4, bInterfaceNumber=0, bAlternateSetting=0, bNumEndpoints=2,
            bInterfaceClass=dev.interface_class, bInterfaceSubClass=1, bInterfaceProtocol=2, iInterface=0,
            extra_descriptors=[],
        )  # fmt: skip

    def get_endpoint_descriptor(self, dev: UsbDevice, ep: int, intf: int, alt: int, config: int) -> Any:
        return SimpleNamespace(
            bLength=7, bDescriptorType=5, bEndpointAddress=(IN, OUT)[ep], bmAttributes=2, wMaxPacketSize=64,
            bInterval=0, bRefresh=0, bSynchAddress=0, extra_descriptors=[],
        )  # fmt: skip

    def open_device(self, dev: UsbDevice) -> UsbDevice:
        if dev.is_unsupported:
            raise NotImplementedError("Operation not supported or unimplemented on this platform")
        return dev

    def close_device(self, dev_handle: UsbDevice) -> None:
        pass

    def get_configuration(self, dev_handle: UsbDevice) -> int:
        return 1

    def is_kernel_driver_active(self, dev_handle: UsbDevice, intf: int) -> bool:
        return dev_handle.has_kernel_driver

    def detach_kernel_driver(self, dev_handle: UsbDevice, intf: int) -> None:
        dev_handle.has_kernel_driver = False

    def attach_kernel_driver(self, dev_handle: UsbDevice, intf: int) -> None:
        dev_handle.has_kernel_driver = True

    def claim_interface(self, dev_handle: UsbDevice, intf: int) -> None:
        if dev_handle.refusal:
            raise usb.core.USBError("refused", -3, dev_handle.refusal)
        assert not dev_handle.has_kernel_driver
        dev_handle.claims += 1

    def release_interface(self, dev_handle: UsbDevice, intf: int) -> None:
        dev_handle.claims -= 1

    def bulk_write(self, dev_handle: UsbDevice, ep: int, intf: int, data: Any, timeout: int) -> int:
        assert ep == OUT
        assert timeout > 0, "0 waits for ever"
        piece, before = bytes(data), len(dev_handle.talker.printed)
        if dev_handle.breaks_after is not None and before + len(piece) > dev_handle.breaks_after:
            dev_handle.talker.hear(piece[: dev_handle.breaks_after - before])
            raise usb.core.USBError("Input/Output Error", -1, errno.EIO)
        if dev_handle.capacity is not None:
            piece = piece[: dev_handle.capacity - before]
            if not piece:
                raise usb.core.USBTimeoutError("Operation timed out", -7, errno.ETIMEDOUT)
        dev_handle.answers += dev_handle.talker.hear(piece)
        return len(piece)

    def bulk_read(self, dev_handle: UsbDevice, ep: int, intf: int, buff: Any, timeout: int) -> int:
        assert ep == IN
        assert timeout > 0
        if not dev_handle.answers:
            raise usb.core.USBTimeoutError("Operation timed out", -7, errno.ETIMEDOUT)
        packet = dev_handle.answers[: len(buff)]
        del dev_handle.answers[: len(packet)]
        buff[: len(packet)] = array("B", packet)
        return len(packet)

    def ctrl_transfer(
        self,
        dev_handle: UsbDevice,
        bmRequestType: int,
        bRequest: int,
        wValue: int,
        wIndex: int,
        data: Any,
        timeout: int,
    ) -> int:
        """Only the texts of the device are asked for."""
        assert (bRequest, wValue >> 8) == (6, 3)
        index = wValue & 0xFF
        body = getattr(dev_handle, _TEXTS[index]).encode("utf-16-le") if index else b"\x09\x04"
        answer = bytes((len(body) + 2, 3)) + body
        taken = answer[: len(data)]
        data[: len(taken)] = array("B", taken)
        return len(taken)
