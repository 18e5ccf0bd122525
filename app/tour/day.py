"""One whole tour: a fresh data directory, the demo shop, the till, the script, and a look through the file."""

from __future__ import annotations

import shutil
import sys
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.bootstrap.folder import Opened, open_folder
from app.bootstrap.program import TillProgram, make_application
from app.services.backup.verify import verify_store
from app.services.exchange.demo import found_demo_shop
from app.services.settings.service import change_setting
from app.tour.books import Books
from app.tour.cast import MORNING, SETTINGS
from app.tour.moves import Step
from app.tour.pictures import LARGE, draw_paper, write_index
from app.tour.player import Player
from app.tour.typist import Hand
from app.tour.waiting import wait_for
from app.values.clock import ManualClock
from app.values.errors import QT_TRANSLATE_NOOP, UserError

MARK = ".made-by-shuke-tour"
"""Stands in a directory that a tour made: the next tour may clear it."""
_MADE = ("[0-9][0-9]-*.png", "index.html")
_MADE_FOLDERS = ("data", "paper")

Say = Callable[[str], None]


class NotEmpty(UserError):
    """Somebody else's files."""

    text = QT_TRANSLATE_NOOP(
        "errors", "{folder} holds files that no tour made, so nothing was written there. Name an empty folder."
    )


class NotSound(UserError):
    """The books do not add up at the end of the day."""

    text = QT_TRANSLATE_NOOP("errors", "All steps went as scripted, but verify finds: {findings}.")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a tour left behind."""

    steps: int
    pictures: int
    papers: int
    checked: int
    index: Path


def play_day(out: Path, script: Sequence[Step], say: Say, *, data: Path | None = None) -> Outcome:
    """Play a script into `out`, on a data directory of its own.

    Raises:
        NotEmpty, ShopThere: nothing was written.
        NotAsScripted, NeverCame, NotSound: the tour stopped there; what it made lies in `out`.
    """
    _clear(out)
    clock, hand = ManualClock(MORNING), Hand()
    opened = open_folder(data or out / "data", clock)
    _found(opened, out / "paper")
    books = Books(opened.store)
    make_application(sys.argv[:1])
    program = TillProgram(opened, scan_filter=hand.scan_filter())
    player = Player(program, clock, hand, books, out)
    with _Hooks(program):
        _open(program)
        player.play(script, say)
        _draw_papers(books, player.papers)
        checked = _check(opened, clock)
    index = write_index(out, player.camera.shots, player.papers)
    return Outcome(len(script), len(player.camera.shots), len(player.papers), checked, index)


class _Hooks:
    """A bug in a slot or a thread ends the tour; the interpreter's own hooks come back afterwards."""

    def __init__(self, program: TillProgram) -> None:
        self._program = program

    def __enter__(self) -> None:
        self._before = sys.excepthook, threading.excepthook
        self._program.crash_hook.install()

    def __exit__(self, *_: object) -> None:
        sys.excepthook, threading.excepthook = self._before
        self._program.close()


def _clear(out: Path) -> None:
    """Make the folder, or take away what an earlier tour made in it; anything else is not touched.

    Raises:
        NotEmpty
    """
    if out.exists() and any(out.iterdir()) and not (out / MARK).exists():
        raise NotEmpty(folder=out)
    out.mkdir(parents=True, exist_ok=True)
    for pattern in _MADE:
        for path in out.glob(pattern):
            path.unlink()
    for name in _MADE_FOLDERS:
        shutil.rmtree(out / name, ignore_errors=True)
    (out / MARK).touch()


def _found(opened: Opened, paper: Path) -> None:
    owner = found_demo_shop(opened.store)
    with opened.store.action(owner, "setting") as uow:
        for key, value in {**SETTINGS, "printer.address": f"file:{paper}"}.items():
            change_setting(uow, key, value)


def _open(program: TillProgram) -> None:
    program.start()
    program.window.resize(*LARGE)
    program.window.show()
    program.window.activateWindow()
    wait_for("the window", program.window.isActiveWindow)


def _draw_papers(books: Books, papers: Sequence[Path]) -> None:
    for receipt, path in zip(books.papers(), papers, strict=True):
        draw_paper(receipt, path)


def _check(opened: Opened, clock: ManualClock) -> int:
    report = verify_store(opened.store.database, clock=clock)
    if not report.is_sound:
        raise NotSound(findings="; ".join(f"{found.table} {found.sentence}" for found in report.findings[:5]))
    return sum(report.counts.values())
