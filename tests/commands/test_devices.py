"""`main.py devices`: what is plugged in, and trying the printers as a shop does."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.services.common.instance import InstanceLock
from tests.services.devices.loopback import LoopbackPrinter, free_port, prints
from tests.services.labels.reading import codes_on, read_tspl
from tests.support.command import Shell, rows
from tests.support.running_till import make_demo


def test_the_list_is_told(shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.commands.devices.own_address", lambda: None)
    answer = shell("devices", "--network", "--data", tmp_path)

    assert answer.code == 0
    assert answer.said.strip()
    assert list(tmp_path.iterdir()) == []


def test_the_test_page_comes_out_of_the_printer(shell: Shell, tmp_path: Path) -> None:
    with LoopbackPrinter(prints) as loopback:
        make_demo(tmp_path, printer=f"tcp:127.0.0.1:{loopback.port}")
        answer = shell("devices", "--test-page", "--data", tmp_path)
        assert loopback.finished.wait(20)

    assert (answer.code, answer.complaint) == (0, "")
    assert "打印测试页".encode("gb18030") in loopback.printed[0]
    assert b"\x1dv0" in loopback.printed[0]
    assert rows(tmp_path, "SELECT kind, state FROM print_job") == [("test", "sent")]


def test_the_drawer_opens_and_the_audit_knows(shell: Shell, tmp_path: Path) -> None:
    with LoopbackPrinter(prints) as loopback:
        make_demo(tmp_path, printer=f"tcp:127.0.0.1:{loopback.port}")
        answer = shell("devices", "--drawer", "--data", tmp_path)
        assert loopback.finished.wait(20)

    assert answer.code == 0
    assert loopback.printed == [b"\x1bp\x0022"]
    assert rows(tmp_path, "SELECT origin, detail FROM audit_event WHERE action = 'no_sale'") == [
        ("command line", '{"test": true}')
    ]


def test_a_printer_that_is_away_is_told_and_the_paper_waits(shell: Shell, tmp_path: Path) -> None:
    make_demo(tmp_path, printer=f"tcp:127.0.0.1:{free_port()}")
    answer = shell("devices", "--test-page", "--data", tmp_path)

    assert answer.code == 1
    assert "The printer is not connected" in answer.said
    assert rows(tmp_path, "SELECT kind, state FROM print_job") == [("test", "queued")]


def test_beside_a_running_till_the_job_is_left_to_it(shell: Shell, tmp_path: Path) -> None:
    make_demo(tmp_path, printer=f"tcp:127.0.0.1:{free_port()}")
    till = InstanceLock(tmp_path)
    till.take()
    try:
        answer = shell("devices", "--test-page", "--data", tmp_path)
    finally:
        till.release()

    assert answer.code == 0
    assert "the till that is running prints it" in answer.said
    assert rows(tmp_path, "SELECT kind, state, attempts FROM print_job") == [("test", "queued", 0)]


def test_a_test_label_scans(shell: Shell, tmp_path: Path) -> None:
    with LoopbackPrinter(prints) as loopback:
        make_demo(tmp_path)
        shell("settings", "set", "label_printer.address", f"tcp:127.0.0.1:{loopback.port}", "--data", tmp_path)
        answer = shell("devices", "--test-label", "--data", tmp_path)
        assert loopback.finished.wait(20)

    assert answer.code == 0
    assert codes_on(read_tspl(loopback.printed[0])[1][0].image) == ["6901234567892"]


def test_without_a_label_printer_a_sentence_says_so(shell: Shell, tmp_path: Path) -> None:
    make_demo(tmp_path)
    answer = shell("devices", "--test-label", "--data", tmp_path)

    assert answer.code == 2
    assert "No label printer is set up" in answer.complaint
