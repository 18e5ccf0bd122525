"""`main.py run`: who may start, and what an empty directory asks."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from app.bootstrap.folder import FILE_NAME
from app.services.common.instance import InstanceLock
from app.ui.shell.recovery_code_panel import RecoveryCodePanel
from tests.support.command import Shell, in_own_process, rows
from tests.support.running_till import RunningTill, make_demo, running_till

OFF_SCREEN = {"QT_QPA_PLATFORM": "offscreen"}
OPEN_AND_CLOSE = """
import sys
from PySide6.QtCore import QTimer
from app.bootstrap import program
from app.commands.cli import main
start = program.TillProgram.start
def then_close(self):
    start(self)
    QTimer.singleShot(0, self.window.close)
program.TillProgram.start = then_close
sys.exit(main(sys.argv[1:]))
"""


def test_without_a_display_it_says_what_to_do_instead(tmp_path: Path) -> None:
    answer = in_own_process("run", "--data", tmp_path / "data", QT_QPA_PLATFORM="", DISPLAY="", WAYLAND_DISPLAY="")
    assert answer.code == 2
    assert "no screen" in answer.complaint
    assert "tour --out" in answer.complaint
    assert not (tmp_path / "data").exists()


def test_it_opens_and_closes_and_another_may_follow(tmp_path: Path) -> None:
    make_demo(tmp_path)
    for _ in range(2):
        words = ("run", "--data", tmp_path, "--window", "1366x768")
        answer = in_own_process(*words, program=("-c", OPEN_AND_CLOSE), **OFF_SCREEN)
        assert (answer.code, answer.complaint) == (0, "")


def test_the_demo_fills_an_empty_directory_and_tells_the_pins(tmp_path: Path) -> None:
    words = ("run", "--demo", "--demo-days", "2", "--data", tmp_path / "data", "--window", "1024x768")
    answer = in_own_process(*words, program=("-c", OPEN_AND_CLOSE), **OFF_SCREEN)
    assert answer.code == 0, answer.complaint
    assert "张敏 with 904827" in answer.said
    assert rows(tmp_path / "data", "SELECT count(*) FROM product") == [(300,)]
    assert rows(tmp_path / "data", "SELECT count(*) FROM shift_close") == [(2,)]


def test_a_second_till_on_the_same_data_is_refused(tmp_path: Path) -> None:
    make_demo(tmp_path)
    lock = InstanceLock(tmp_path)
    lock.take()
    try:
        answer = in_own_process("run", "--data", tmp_path, **OFF_SCREEN)
    finally:
        lock.release()
    assert answer.code == 2
    assert "already running" in answer.complaint


def test_a_window_size_that_is_none_is_told(shell: Shell, tmp_path: Path) -> None:
    answer = shell("run", "--data", tmp_path / "data", "--window", "large")
    assert answer.code == 2
    assert "1366x768" in answer.complaint


def test_a_directory_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "data").touch()
    answer = in_own_process("run", "--data", tmp_path / "data", **OFF_SCREEN)
    assert answer.code == 2
    assert "cannot be used" in answer.complaint


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_directory_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "locked").mkdir(mode=0o500)
    answer = in_own_process("run", "--data", tmp_path / "locked" / "data", **OFF_SCREEN)
    assert answer.code == 2
    assert "cannot be used" in answer.complaint


def test_a_file_that_is_no_database_is_told(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"this is a letter, not a database. " * 200)
    answer = in_own_process("run", "--data", tmp_path, **OFF_SCREEN)
    assert answer.code == 2
    assert "Traceback" not in answer.complaint


def answer_first_run(till: RunningTill, shop: str, owner: str, pin: str) -> None:
    """Fill in the first page as an owner does: names by an input method, Enter to go on."""
    assert till.page() == "first_run"
    for name in (shop, owner):
        till.hand.compose(name)
        till.press("Return")
    for _ in range(2):
        till.type(pin)
        till.press("Return")
    write_down_code(till)


def write_down_code(till: RunningTill) -> str:
    """Copy the recovery code and type its last group back."""
    (panel,) = (one for one in till.program.window.findChildren(RecoveryCodePanel) if one.isVisible())
    code = panel.code
    till.type(code.split()[-1])
    till.press("Return")
    return code


def test_an_empty_directory_asks_for_shop_and_owner_and_leads_to_the_set_up(qapp: object, tmp_path: Path) -> None:
    with running_till(tmp_path / "data") as till:
        answer_first_run(till, "老街便利店", "周老板", "275163")
        assert till.page() == "office"
        assert till.program.office_door is not None
        assert till.program.office_door.screen is not None
        assert till.program.office_door.screen.current == "set_up"
        till.press("F11")
        assert till.page() == "sign_in"
        assert "老街便利店" in till.screen.words()
        assert "周老板" in till.screen.words()

        till.type("275163")
        till.press("Return")
        assert till.page() == "open_shift"
    assert rows(tmp_path / "data", "SELECT count(*) FROM product") == [(0,)]


def test_pins_that_differ_are_told_and_nothing_is_founded(qapp: object, tmp_path: Path) -> None:
    with running_till(tmp_path / "data") as till:
        for name in ("老街便利店", "周老板"):
            till.hand.compose(name)
            till.press("Return")
        for pin in ("275163", "275164"):
            till.type(pin)
            till.press("Return")
        assert till.page() == "first_run"
    assert rows(tmp_path / "data", "SELECT count(*) FROM shop") == [(0,)]


def test_a_directory_made_by_an_import_asks_for_its_owner(
    qapp: object, shell: Shell, goods: Path, tmp_path: Path
) -> None:
    shell("import", "products", goods, "--data", tmp_path / "data")
    with running_till(tmp_path / "data") as till:
        answer_first_run(till, "老街便利店", "周老板", "275163")
        assert till.page() == "office"
        assert "老街便利店" in till.program.window.status.place_text()
    assert rows(tmp_path / "data", "SELECT name FROM shop") == [("老街便利店",)]
    assert rows(tmp_path / "data", "SELECT count(*) FROM product") == [(2,)]
