"""Into the demo shop and out of it: a directory of its own, and nothing mixed."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.bootstrap import demo_door
from app.bootstrap.demo_door import LEAVE_KEY, demo_folder, is_demo, make_demo
from app.tour.waiting import wait_for
from app.ui.kit.jobs import Report
from app.values.clock import ManualClock
from tests.support.command import in_own_process, rows
from tests.support.running_till import running_till

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture(autouse=True)
def one_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(demo_door, "DEMO_DAYS", 1)


def test_from_the_first_page_into_the_demo_and_back(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    with running_till(folder) as till:
        assert till.page() == "first_run"
        till.press("F2")
        wait_for("the demo", lambda: till.program.reopen_at is not None)
        assert till.program.reopen_at == demo_folder(folder)
    assert rows(folder, "SELECT count(*) FROM shop") == [(0,)]
    assert is_demo(demo_folder(folder))
    assert not is_demo(folder)

    with running_till(demo_folder(folder)) as till:
        assert till.page() == "sign_in"
        strip = till.program.window.status
        assert strip._demo.isVisible()
        assert LEAVE_KEY in strip._demo.text()
        assert "275163" in till.program.window.notices.text()
        assert till.program.demo_wish() is None
        strip._demo.click()
        till.settle(papers=False)
        assert till.program.reopen_at is None, "it asks first"
        till.program._demo_door._answered(is_yes=False)
        assert till.program.reopen_at is None
        till.program._demo_door._answered(is_yes=True)
        assert till.program.reopen_at == folder


def test_a_demo_that_is_there_is_opened_as_it_is(tmp_path: Path) -> None:
    today = ManualClock().now().date()
    make_demo(tmp_path, today, Report())
    file = demo_folder(tmp_path) / "shuke.db"
    before = file.read_bytes()
    make_demo(tmp_path, today, Report())
    assert file.read_bytes() == before


def test_a_real_shop_has_no_banner(tmp_path: Path) -> None:
    with running_till(tmp_path / "demo") as till:
        assert not till.program.window.status._demo.isVisible(), "the name alone makes no demo"


INTO_THE_DEMO_AND_BACK = """
import sys
from PySide6.QtCore import QTimer
from app.bootstrap import demo_door, program
from app.commands.cli import main
demo_door.DEMO_DAYS = 1
start, seen = program.TillProgram.start, []
def step(self):
    start(self)
    seen.append((self._opened.folder.name, self.window.current_page(), self.words.language))
    print(*seen[-1], flush=True)
    if len(seen) == 1:
        self.words.set_language("en")
        self._first.view.demo_requested.emit()
    elif len(seen) == 2:
        self._demo_door._answered(True)
    else:
        QTimer.singleShot(0, self.window.close)
program.TillProgram.start = step
sys.exit(main(sys.argv[1:]))
"""


def test_one_process_opens_the_other_directory_and_comes_back(tmp_path: Path) -> None:
    words = ("run", "--data", tmp_path / "data", "--window", "1366x768")
    answer = in_own_process(*words, program=("-c", INTO_THE_DEMO_AND_BACK), QT_QPA_PLATFORM="offscreen")
    assert (answer.code, answer.complaint) == (0, "")
    assert answer.said.splitlines() == ["data first_run zh_CN", "demo sign_in en", "data first_run en"]
    assert (tmp_path / "data" / "shuke.log").is_file()
    assert (tmp_path / "data" / "demo" / "shuke.log").is_file()
