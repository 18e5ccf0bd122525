"""A whole till as `main.py run` starts it, in this process: real window, threads and file; its time stands still."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from app.bootstrap.folder import Opened, open_folder
from app.bootstrap.program import TillProgram, make_application
from app.services.exchange.demo import found_demo_shop
from app.services.settings.service import change_setting
from app.tour.books import Books
from app.tour.screen import TillScreen
from app.tour.typist import Hand, Typist
from app.tour.waiting import let_events_run, wait_for
from app.values.clock import ManualClock
from tests.support.shop import QUICK_HASHING

CASHIER_PIN, OWNER_PIN = "904827", "275163"
WATER = "0410000079195"
"""2.00 in the demo shop."""


@dataclass
class RunningTill:
    """A till in use.

    Attributes:
        hand: Presses its keys.
    """

    opened: Opened
    clock: ManualClock
    program: TillProgram
    hand: Typist
    screen: TillScreen
    books: Books

    def press(self, *keys: str) -> None:
        """Press keys and wait for what they begin."""
        for key in keys:
            self.hand.press(key)
            self.settle()

    def type(self, text: str) -> None:
        """Type text and wait for what it begins."""
        self.hand.type(text)
        self.settle()

    def scan(self, code: str) -> None:
        """Scan a code and wait for what it begins."""
        self.hand.scan(code)
        self.settle()

    def settle(self, *, papers: bool = True) -> None:
        """Wait until no PIN is being checked, and no paper waits."""
        let_events_run()
        wait_for("an answer", lambda: not self.program.jobs.running_count)
        if papers and self.program.desk is not None:
            wait_for("the printer", lambda: not self.books.waiting_papers())
        let_events_run()
        self.clock.tick(timedelta(seconds=1))

    def page(self) -> str:
        """The page in front."""
        return self.program.window.current_page()

    def change(self, key: str, value: object) -> None:
        """Change a setting as the owner would."""
        with self.opened.store.action(self.opened.operator(), "setting") as uow:
            change_setting(uow, key, value)
        self.settle(papers=False)

    def come_in(self) -> None:
        """Sign in as the first of the list, the cashier, and open the shift with 100.00."""
        self.type(CASHIER_PIN)
        self.press("Return")
        assert self.page() == "open_shift"
        self.type("100")
        self.press("Return")
        assert self.page() == "sale"


@contextmanager
def running_till(folder: Path, *, language: str | None = None) -> Iterator[RunningTill]:
    """Start a till on a folder as it is, and end it as closing the window does."""
    clock, hand = ManualClock(), Hand()
    opened = open_folder(folder, clock)
    make_application(sys.argv[:1])
    program = TillProgram(opened, language=language, scan_filter=hand.scan_filter())
    hooks = sys.excepthook, threading.excepthook
    program.crash_hook.install()
    typist = Typist(program.window, hand)
    till = RunningTill(opened, clock, program, typist, TillScreen(program), Books(opened.store))
    try:
        program.start()
        program.window.resize(1366, 768)
        program.window.show()
        program.window.activateWindow()
        wait_for("the window", program.window.isActiveWindow)
        till.settle(papers=False)
        yield till
    finally:
        sys.excepthook, threading.excepthook = hooks
        program.close()
        # The words last: with them go their translators, and the application speaks English again.
        for part in (program.window, program, program.words):
            part.deleteLater()
            let_events_run()


def make_demo(folder: Path, *, printer: str = "") -> Path:
    """A demo shop in a folder, with PINs that cost no time to check."""
    opened = open_folder(folder, ManualClock())
    owner = found_demo_shop(opened.store, hashing=QUICK_HASHING)
    if printer:
        with opened.store.action(owner, "setting") as uow:
            change_setting(uow, "printer.address", printer)
    opened.close()
    return folder
