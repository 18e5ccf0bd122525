"""A machine made of files, an invented USB bus, an imitated spooler, and sockets of this machine."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest
from serial.tools.list_ports_common import ListPortInfo

from app.services.devices import discover
from app.services.devices.discover import DeviceKind, FoundDevice, Machine, find_devices, guess_kind, kind_words
from app.services.devices.discover_network import answering, neighbours, own_address
from app.services.devices.protocols import PrintProblem
from tests.services.devices.loopback import LoopbackPrinter, free_port, prints
from tests.services.devices.test_windows_printer import Spooler
from tests.services.devices.usb_bus import Bus, UsbDevice


@pytest.fixture
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    """Nothing plugged in: no commands of CUPS, no serial ports, an empty bus and empty folders."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("serial.tools.list_ports.comports", lambda: [])
    return Machine(tmp_path, Bus(), Spooler(printers=()))


def write(root: Path, path: str, text: str = "") -> Path:
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)
    return file


def test_a_bare_machine_has_nothing(bare: Machine) -> None:
    assert find_devices(machine=bare) == ()


def test_usb_printers_are_found_by_their_class(bare: Machine) -> None:
    mouse = UsbDevice(product=1, interface_class=3)
    printer = UsbDevice(number="")
    held = UsbDevice(vendor=0x1234, maker="TSC", model="TTP-244", number="T7", refusal=errno.EACCES)
    found = find_devices(machine=Machine(bare.root, Bus(mouse, printer, held), bare.spooler))

    assert found == (
        FoundDevice("usb:0416:5011", "STMicroelectronics POS58 Printer USB", DeviceKind.RECEIPT_PRINTER),
        FoundDevice("usb:1234:5011:T7", "TSC TTP-244", DeviceKind.LABEL_PRINTER, PrintProblem.NOT_ALLOWED),
    )
    assert [device.can_open for device in found] == [True, False]
    assert printer.talker.printed == b""


def test_without_libusb_linux_still_tells_what_is_plugged_in(bare: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    bus = "sys/bus/usb/devices"
    for name, text in {
        "1-2/idVendor": "0416\n", "1-2/idProduct": "5011\n", "1-2/manufacturer": "Xprinter\n", "1-2/product": "XP-58\n",
        "1-2:1.0/bInterfaceClass": "07\n", "1-3/idVendor": "046d\n", "1-3/idProduct": "c31c\n",
        "1-3:1.0/bInterfaceClass": "03\n",
    }.items():  # fmt: skip
        write(bare.root, f"{bus}/{name}", text)

    def no_library(backend: object) -> list[object]:
        raise discover.CannotOpen(PrintProblem.NO_LIBRARY)

    monkeypatch.setattr(discover, "usb_devices", no_library)
    found = find_devices(machine=Machine(bare.root, None, bare.spooler))

    assert found == (
        FoundDevice("usb:0416:5011", "Xprinter XP-58", DeviceKind.RECEIPT_PRINTER, PrintProblem.NO_LIBRARY),
    )


def test_device_files_are_found_with_what_the_printer_told_the_kernel(bare: Machine) -> None:
    write(bare.root, "dev/usb/lp0")
    write(bare.root, "sys/class/usbmisc/lp0/device/ieee1284_id", "MFG:Gprinter;CMD:TSPL;MDL:GP-3120TU;CLS:PRINTER;\n")
    found = find_devices(machine=bare)

    assert [(device.words, device.kind, device.problem) for device in found] == [
        ("Gprinter GP-3120TU", DeviceKind.LABEL_PRINTER, None)
    ]
    assert found[0].address == f"device:{bare.root}/dev/usb/lp0"


def test_serial_lines_are_found_and_not_opened(bare: Machine, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    adapter = ListPortInfo(str(write(tmp_path, "ttyUSB0")))
    adapter.manufacturer, adapter.product, adapter.hwid = "1a86", "USB Serial", "USB VID:PID=1A86:7523"
    plain = ListPortInfo(str(tmp_path / "gone"))
    monkeypatch.setattr("serial.tools.list_ports.comports", lambda: [plain, adapter])
    found = find_devices(machine=bare)

    assert found == (
        FoundDevice(f"serial:{plain.device}:9600", plain.device, DeviceKind.SERIAL_LINE, PrintProblem.NOT_ALLOWED),
        FoundDevice(f"serial:{adapter.device}:9600", "1a86 USB Serial", DeviceKind.SERIAL_LINE),
    )


def test_the_real_list_of_serial_lines_can_be_read() -> None:
    assert all(device.address.startswith("serial:") for device in discover._serial_lines(discover.HERE))


def test_windows_printers_are_found(bare: Machine) -> None:
    found = find_devices(machine=Machine(bare.root, bare.usb, Spooler(status=0x80)))

    assert found == (
        FoundDevice("windows:XP-80C", "XP-80C", DeviceKind.RECEIPT_PRINTER, PrintProblem.OFFLINE),
        FoundDevice("windows:办公室打印机", "办公室打印机", DeviceKind.PRINTER, PrintProblem.OFFLINE),
    )


def test_scanners_are_told_from_keyboards_by_name(bare: Machine) -> None:
    write(bare.root, "sys/class/input/event3/device/name", "Logitech USB Keyboard\n")
    write(bare.root, "sys/class/input/event4/device/name", "Newland Auto-ID NLS-HR22\n")
    write(bare.root, "dev/input/by-id/usb-Honeywell_Imaging_1470g_21007-event-kbd")

    assert find_devices(machine=bare) == (
        FoundDevice("", "Newland Auto-ID NLS-HR22", DeviceKind.SCANNER),
        FoundDevice("", "Honeywell Imaging 1470g 21007", DeviceKind.SCANNER),
    )


def test_the_network_is_asked_only_where_told(bare: Machine) -> None:
    with LoopbackPrinter(prints) as first, LoopbackPrinter(prints) as second:
        hosts = [f"127.0.0.1:{port}" for port in (second.port, free_port(), first.port)]
        found = find_devices(machine=bare, network=hosts, timeout_s=5)
        assert find_devices(machine=bare) == ()

    assert [device.address for device in found] == [f"tcp:{hosts[0]}", f"tcp:{hosts[2]}"]
    assert first.printed in ([], [b""])


def test_a_name_nobody_knows_does_not_answer() -> None:
    assert answering(["printer.invalid", "x" * 70], 0.5) == ()


def test_the_neighbourhood_of_a_private_address() -> None:
    found = neighbours("192.168.7.20")

    assert len(found) == 253
    assert (found[0], found[-1]) == ("192.168.7.1", "192.168.7.254")
    assert "192.168.7.20" not in found


@pytest.mark.parametrize("address", [None, "8.8.8.8", "127.0.0.1"])
def test_strangers_are_not_called(address: str | None) -> None:
    assert neighbours(address) == ()


def test_the_own_address_is_one() -> None:
    own = own_address()

    assert own is None or own.count(".") == 3


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Xprinter XP-80C", DeviceKind.RECEIPT_PRINTER),
        ("EPSON TM-T82III Receipt", DeviceKind.RECEIPT_PRINTER),
        ("Xprinter XP-420B", DeviceKind.LABEL_PRINTER),
        ("HP LaserJet 1020", DeviceKind.PRINTER),
    ],
)
def test_names_tell_what_a_printer_may_be(words: str, kind: DeviceKind) -> None:
    assert guess_kind(words) is kind


def test_every_kind_has_its_own_words() -> None:
    assert len({kind_words(kind) for kind in DeviceKind}) == len(DeviceKind)
