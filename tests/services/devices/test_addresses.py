from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.services.devices.addresses import (
    FileAddress,
    PrinterAddress,
    PrinterAddressWrong,
    QueueAddress,
    SerialAddress,
    TcpAddress,
    UsbAddress,
    is_address,
    parse_address,
)

GOOD: dict[str, PrinterAddress] = {
    "tcp:192.168.1.50": TcpAddress("192.168.1.50", 9100),
    "tcp:printer.local:9101": TcpAddress("printer.local", 9101),
    "usb:0416:5011": UsbAddress(0x0416, 0x5011),
    "usb:04B8:0e15:J5DF:1": UsbAddress(0x04B8, 0x0E15, "J5DF:1"),
    "serial:/dev/ttyUSB0": SerialAddress("/dev/ttyUSB0", 9600),
    "serial:COM3:19200": SerialAddress("COM3", 19200),
    "serial:/dev/ttyS0:115200:none": SerialAddress("/dev/ttyS0", 115200, "none"),
    "cups:XP_80": QueueAddress("cups", "XP_80"),
    "cups:办公室": QueueAddress("cups", "办公室"),
    "windows:XP-80C (copy 1)": QueueAddress("windows", "XP-80C (copy 1)"),
    "device:/dev/usb/lp0": FileAddress("/dev/usb/lp0", is_device=True),
    "file:/tmp/out": FileAddress("/tmp/out"),
}


@pytest.mark.parametrize(("text", "address"), GOOD.items())
def test_addresses_are_read_and_written(text: str, address: PrinterAddress) -> None:
    assert parse_address(text) == address
    assert parse_address(f" {text} ") == address
    assert parse_address(str(address)) == address


def test_nothing_written_is_no_printer() -> None:
    assert parse_address("  ") is None
    assert is_address("")


@pytest.mark.parametrize(
    "text",
    [
        "usb", "usb:", "usb:416:5011", "usb:0416", "usb:0416:5011:", "usb:zzzz:5011", "tcp:", "tcp::9100", "tcp:host:door",
        "tcp:host:0", "tcp:host:70000", "tcp:-v", "tcp:a b", "file:", "serial:", "serial:/dev/ttyS0:5", "serial:COM3:9600:maybe",
        "serial:ttyS0", "cups:", "cups:-o", "cups:a b", "cups:a/b", "windows:", "windows:  ", "device:/etc/passwd",
        "device:lp0", "printer", "192.168.1.20", "http://printer",
    ],
)  # fmt: skip
def test_what_is_no_address_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(PrinterAddressWrong) as refused:
        parse_address(text)

    assert text.strip() in str(refused.value)
    assert not is_address(text)


@given(st.text(max_size=40), st.sampled_from(["", "tcp:", "usb:", "serial:", "cups:", "windows:", "device:", "file:"]))
def test_any_text_is_an_address_or_refused(text: str, kind: str) -> None:
    """A queue's name reaches a command line: it never looks like an option."""
    try:
        address = parse_address(kind + text)
    except PrinterAddressWrong:
        return
    if isinstance(address, QueueAddress) and address.system == "cups":
        assert not address.name.startswith("-")
        assert " " not in address.name
