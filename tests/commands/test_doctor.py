"""`main.py doctor`: every line, whatever is broken."""

from __future__ import annotations

import socket
from pathlib import Path

from tests.support.command import Shell
from tests.support.running_till import make_demo


def line(said: str, name: str) -> str:
    """The doctor's line about one thing."""
    return next(text for text in said.splitlines() if text[4:].startswith(name + " "))


def test_a_healthy_shop(shell: Shell, tmp_path: Path) -> None:
    make_demo(tmp_path)
    answer = shell("doctor", "--data", tmp_path)

    for name in ("python", "sqlite", "qt", "fonts", "folder", "disk", "schema", "shop", "owner", "paper"):
        assert line(answer.said, name).startswith("ok "), line(answer.said, name)
    assert "熟客演示店, till T1" in answer.said
    assert line(answer.said, "printer").startswith(" - ")
    assert answer.complaint == ""


def test_a_directory_that_does_not_exist_yet_is_no_trouble(shell: Shell, tmp_path: Path) -> None:
    answer = shell("doctor", "--data", tmp_path / "none")
    assert line(answer.said, "folder").startswith(" - ")
    assert line(answer.said, "data").startswith(" - ")
    assert not (tmp_path / "none").exists()


def test_a_printer_that_refuses_is_named(shell: Shell, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    make_demo(tmp_path, printer=f"tcp:127.0.0.1:{port}")
    shell("settings", "set", "printer.answers_status", "true", "--data", tmp_path)
    answer = shell("doctor", "--data", tmp_path)

    assert answer.code == 1
    assert line(answer.said, "printer").startswith("BAD")
    assert answer.said.splitlines()[-1] == "1 thing needs care"


def test_an_address_that_is_none_is_refused_and_nothing_changes(shell: Shell, tmp_path: Path) -> None:
    make_demo(tmp_path)
    refused = shell("settings", "set", "printer.address", "tcp:printer:port", "--data", tmp_path)
    answer = shell("doctor", "--data", tmp_path)

    assert refused.code == 2
    assert "tcp:printer:port" in refused.complaint
    assert line(answer.said, "printer").startswith(" - ")


def test_a_directory_that_others_can_read_is_named(shell: Shell, tmp_path: Path) -> None:
    make_demo(tmp_path)
    tmp_path.chmod(0o755)
    answer = shell("doctor", "--data", tmp_path)
    assert line(answer.said, "folder").startswith("BAD")
    assert "chmod 700" in answer.said


def test_label_printer_and_words_for_what_is_wrong(shell: Shell, tmp_path: Path) -> None:
    make_demo(tmp_path, printer="usb:dead:beef")
    plain = shell("doctor", "--data", tmp_path)
    shell("settings", "set", "label_printer.address", "device:/dev/usb/lp77", "--data", tmp_path)
    answer = shell("doctor", "--data", tmp_path)

    assert line(plain.said, "labels").startswith(" - ")
    assert line(answer.said, "labels") == "BAD labels       /dev/usb/lp77: not connected"
    assert line(answer.said, "printer").startswith("BAD")
