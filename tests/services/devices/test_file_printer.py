from __future__ import annotations

import os
from pathlib import Path

import pytest

from app.services.devices.escpos_printer import FilePrinter, Patience
from app.services.devices.fakes import CaptureFilePrinter, MemoryPrinter
from app.services.devices.profile import CHINESE_80
from app.services.devices.protocols import PrinterState, PrintProblem, SendOutcome, SendResult

JOB = b"\x1b@milk\n\x1dV\x00"
QUICK = Patience(write_s=0.2, job_s=20)


def test_the_device_file_gets_the_job(tmp_path: Path) -> None:
    device = tmp_path / "lp0"
    device.touch()

    assert FilePrinter(device, CHINESE_80).send(JOB) == SendResult(SendOutcome.SENT)
    assert device.read_bytes() == JOB


def test_a_missing_device_is_not_made_by_printing(tmp_path: Path) -> None:
    """Opening for writing would make an ordinary file of that name, and every job would seem to print."""
    device = tmp_path / "lp0"
    result = FilePrinter(device, CHINESE_80).send(JOB)

    assert (result.outcome, result.problem) == (SendOutcome.NOTHING_SENT, PrintProblem.NOT_FOUND)
    assert not device.exists()
    assert FilePrinter(device, CHINESE_80).status() is PrinterState.OFFLINE


def test_a_folder_is_no_device(tmp_path: Path) -> None:
    assert FilePrinter(tmp_path, CHINESE_80).send(JOB).outcome is SendOutcome.NOTHING_SENT


@pytest.mark.skipif(os.name == "nt", reason="Windows has no named pipes in the file system")
def test_a_device_that_takes_no_more_leaves_doubt(tmp_path: Path) -> None:
    """A pipe that nobody empties: what a printer without paper does with its device file."""
    device = tmp_path / "lp0"
    os.mkfifo(device)
    reader = os.open(device, os.O_RDONLY | os.O_NONBLOCK)
    try:
        result = FilePrinter(device, CHINESE_80, QUICK).send(JOB * 100_000)
    finally:
        os.close(reader)

    assert (result.outcome, result.problem) == (SendOutcome.UNKNOWN, PrintProblem.STALLED)


def test_a_full_disk_before_the_first_byte_is_safe_to_retry() -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("this system has no /dev/full")
    result = FilePrinter(full, CHINESE_80).send(JOB)

    assert result.outcome is SendOutcome.NOTHING_SENT


def test_captured_jobs_are_numbered_and_never_overwritten(tmp_path: Path) -> None:
    folder = tmp_path / "receipts"
    CaptureFilePrinter(folder, CHINESE_80).send(b"one")
    again = CaptureFilePrinter(folder, CHINESE_80)
    again.send(b"two")

    assert {path.name: path.read_bytes() for path in folder.iterdir()} == {
        "job-00001.bin": b"one",
        "job-00002.bin": b"two",
    }
    assert again.status() is PrinterState.READY


def test_a_folder_that_cannot_be_made_is_no_crash(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    result = CaptureFilePrinter(tmp_path / "file" / "folder", CHINESE_80).send(JOB)

    assert (result.outcome, result.problem) == (SendOutcome.NOTHING_SENT, PrintProblem.NOT_FOUND)


def test_the_memory_printer_answers_as_it_was_told() -> None:
    printer = MemoryPrinter()
    printer.answers.append(SendResult(SendOutcome.UNKNOWN, PrintProblem.STALLED))

    assert printer.send(b"one").outcome is SendOutcome.UNKNOWN
    assert printer.send(b"two").outcome is SendOutcome.SENT
    assert printer.jobs == [b"one", b"two"]
