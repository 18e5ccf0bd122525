"""Nobody waits for what stands behind the first page."""

from __future__ import annotations

import gc
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.bootstrap.behind import BehindFirstPage
from app.bootstrap.collector import hold_collector, settle_collector
from tests.support.running_till import make_demo

ROOT = Path(__file__).resolve().parents[2]
START = """
import sys
from pathlib import Path
from app.bootstrap.collector import hold_collector
hold_collector()
from app.bootstrap.folder import open_folder
opened = open_folder(Path(sys.argv[1]))
from app.bootstrap.program import TillProgram, make_application
application = make_application(["test"])
program = TillProgram(opened)
program.start()
program.window.show()
loaded = [name for name in (
    "app.ui.cashier.build", "app.services.exchange", "app.services.receipts.escpos", "alembic", "PIL", "escpos",
    "reportlab", "pypinyin", "phonenumbers", "numpy", "app.ui.owner.build",
) if name in sys.modules]
application.processEvents()
program.close()
print(program.door is not None, loaded)
"""


@pytest.fixture
def done() -> list[str]:
    return []


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def paint(widget: QWidget) -> None:
    """What the screen does when it wants to be filled."""
    QApplication.sendEvent(widget, QPaintEvent(widget.rect()))


def is_due(behind: BehindFirstPage) -> bool:
    """Asked anew each time."""
    return behind.is_due


def test_it_waits_for_the_paint_however_long_that_takes(window: QWidget, done: list[str], qtbot: QtBot) -> None:
    behind = BehindFirstPage(window, lambda: done.append("built"))
    behind.ask()
    QApplication.processEvents()
    assert not is_due(behind)

    paint(window)
    qtbot.waitUntil(lambda: bool(done))
    paint(window)
    assert not is_due(behind), "once is enough"
    assert done == ["built"]


def test_a_window_painted_long_ago_waits_for_the_question(window: QWidget, done: list[str], qtbot: QtBot) -> None:
    """The set-up is painted first; what stands behind the till's door is asked for after it."""
    behind = BehindFirstPage(window, lambda: done.append("built"))
    paint(window)
    assert not is_due(behind)

    behind.ask()
    assert is_due(behind)
    qtbot.waitUntil(lambda: done == ["built"])


def test_a_program_that_ends_builds_nothing_more(window: QWidget, done: list[str]) -> None:
    behind = BehindFirstPage(window, lambda: done.append("built"))
    behind.ask()
    paint(window)
    assert is_due(behind)

    behind.stop()
    assert not is_due(behind)
    assert done == []


@pytest.fixture
def collector() -> Iterator[None]:
    before = gc.get_threshold()
    yield
    gc.unfreeze()
    gc.set_threshold(*before)
    gc.enable()


@pytest.mark.usefixtures("collector")
def test_the_collector_rests_only_while_the_till_is_loaded() -> None:
    hold_collector()
    assert not gc.isenabled()
    settle_collector()
    assert gc.isenabled()
    assert gc.get_freeze_count() > 0


def test_the_first_window_loads_only_what_it_needs(tmp_path: Path) -> None:
    make_demo(tmp_path)
    environment = {"PATH": "", "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT), "HOME": str(tmp_path)}
    said = subprocess.run(
        [sys.executable, "-c", START, str(tmp_path)], env=environment, capture_output=True, text=True, check=True
    )
    assert said.stdout.split("\n")[-2] == "True []"
