from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from app.services.devices.addresses import SerialAddress, UsbAddress
from app.services.devices.connect import PrinterAddressWrong, connect_printer, profile_for
from app.services.devices.cups_printer import CupsPrinter
from app.services.devices.escpos_printer import FilePrinter, NetworkPrinter
from app.services.devices.fakes import CaptureFilePrinter
from app.services.devices.profile import CHINESE_58, CHINESE_80, RASTER_58, RASTER_80, PrinterProfile
from app.services.devices.protocols import PrinterState, PrintProblem, problem_error, state_words
from app.services.devices.serial_printer import SerialPrinter
from app.services.devices.usb_printer import UsbPrinter
from app.services.devices.windows_printer import WindowsPrinter
from app.values.errors import DeviceError


def test_addresses(tmp_path: Path) -> None:
    device = tmp_path / "lp0"
    device.touch()

    assert connect_printer("", CHINESE_80) is None
    assert connect_printer("tcp:192.168.1.50", CHINESE_80) == NetworkPrinter("192.168.1.50", 9100, CHINESE_80)
    assert connect_printer("tcp:printer.local:9101", CHINESE_80) == NetworkPrinter("printer.local", 9101, CHINESE_80)
    assert connect_printer(f"file:{device}", CHINESE_80) == FilePrinter(device, CHINESE_80)
    assert connect_printer("file:/dev/usb/lp7", CHINESE_80) == FilePrinter(Path("/dev/usb/lp7"), CHINESE_80)
    assert connect_printer("device:/dev/usb/lp0", CHINESE_80) == FilePrinter(Path("/dev/usb/lp0"), CHINESE_80)
    assert connect_printer("usb:0416:5011", CHINESE_80) == UsbPrinter(UsbAddress(0x0416, 0x5011), CHINESE_80)
    assert connect_printer("serial:COM3", CHINESE_80) == SerialPrinter(SerialAddress("COM3"), CHINESE_80)
    assert connect_printer("cups:Till", CHINESE_80) == CupsPrinter("Till", CHINESE_80)
    assert connect_printer("windows:XP-80C", CHINESE_80) == WindowsPrinter("XP-80C", CHINESE_80)
    assert connect_printer(f"file:{tmp_path}", CHINESE_80) == CaptureFilePrinter(tmp_path, CHINESE_80)
    assert connect_printer(f"file:{tmp_path}/new", CHINESE_80) == CaptureFilePrinter(tmp_path / "new", CHINESE_80)


@pytest.mark.parametrize(
    "address", ["usb", "tcp:", "tcp::9100", "tcp:host:door", "tcp:host:0", "tcp:host:70000", "file:"]
)
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(PrinterAddressWrong):
        connect_printer(address, CHINESE_80)


def test_profiles_for_the_settings() -> None:
    assert profile_for(48, "gb18030") == CHINESE_80
    assert profile_for(32, "gb18030") == CHINESE_58
    assert profile_for(48, "raster") == RASTER_80
    assert profile_for(32, "raster") == RASTER_58
    assert profile_for(32, "raster", answers_status=True).answers_status


@pytest.mark.parametrize("wrong", [{"columns": 20}, {"columns": 99}, {"dots": 380}, {"dots": 383}, {"drawer_pin": 3}])
def test_a_profile_that_cannot_be_is_refused(wrong: dict[str, int]) -> None:
    with pytest.raises(ValueError, match=r"must|drawer"):
        PrinterProfile(**wrong)  # type: ignore[arg-type]


def test_every_problem_has_its_own_sentence() -> None:
    sentences = {problem_error(problem).text for problem in PrintProblem}

    assert len(sentences) == len(PrintProblem)
    assert DeviceError.text not in sentences


def test_every_state_has_its_own_words() -> None:
    assert len({state_words(state) for state in PrinterState}) == len(PrinterState)


def test_the_libraries_are_opened_late() -> None:
    """Serial, USB and printer libraries cost a tenth of a second of the start; most shops need none of them."""
    code = (
        "import sys\n"
        "import app.services.receipts.worker, app.services.devices.connect\n"
        "print([name for name in ('escpos.printer', 'serial', 'usb.core') if name in sys.modules])\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"
