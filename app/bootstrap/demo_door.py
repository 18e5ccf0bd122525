"""The demo shop lies in a directory of its own inside the shop's: one way in, one way out, nothing is mixed."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut

from app.bootstrap.folder import FILE_NAME, has_file, prepare_folder
from app.ui.kit.jobs import Report
from app.ui.kit.notices import NoticeKind
from app.ui.shell.main_window import MainWindow

DEMO_FOLDER = "demo"
MARK_NAME = "demo-shop.txt"
LEAVE_KEY = "Shift+F12"
DEMO_DAYS = 90
_MARK = "This folder holds a demo shop that Shuke made. It may be deleted.\n"


class Till(Protocol):
    """What the door needs of the program that it stands in."""

    window: MainWindow

    def reopen(self, folder: Path) -> None:
        """End, and open another data directory in place of this one."""
        ...


def demo_folder(folder: Path) -> Path:
    """Where the demo shop of a data directory lies."""
    return folder / DEMO_FOLDER


def is_demo(folder: Path) -> bool:
    """Whether this directory holds a demo shop that was made inside a shop's."""
    return folder.name == DEMO_FOLDER and (folder / MARK_NAME).is_file()


def make_demo(folder: Path, today: date, report: Report) -> None:
    """Make the demo shop of a data directory, unless it is there; slow, runs on a worker.

    Raises:
        FolderUnusable
    """
    from app.services.exchange.demo_history import make_demo_file

    place = prepare_folder(demo_folder(folder))
    (place / MARK_NAME).write_text(_MARK, "utf-8")
    if not has_file(place):
        make_demo_file(place / FILE_NAME, today, days=DEMO_DAYS, progress=report)


class DemoDoor(QObject):
    """The banner that says this is no real shop, and the key that leaves it."""

    def __init__(self, program: Till, folder: Path) -> None:
        super().__init__(program.window)
        self._program, self._folder, self._window = program, folder, program.window
        self._window.status.show_demo(LEAVE_KEY)
        self._window.status.leave_demo_requested.connect(self.ask)
        QShortcut(QKeySequence(LEAVE_KEY), self._window).activated.connect(self.ask)

    def tell_people(self) -> None:
        """Who can sign in here, since nobody was told these PINs."""
        self._window.prompter.notice(self._people, NoticeKind.INFO, stay=True)

    def ask(self) -> None:
        """Leave, after a question."""
        self._window.prompter.ask(
            self.tr(
                "Leave the demo shop and open your own? What you tried here stays in the demo; "
                "nothing of it comes into your shop."
            ),
            self._answered,
            yes=self.tr("Open my shop"),
            no=self.tr("Stay"),
        )

    def _answered(self, is_yes: bool) -> None:
        if is_yes:
            self._program.reopen(self._folder.parent)

    def _people(self) -> str:
        from app.services.exchange import demo

        text = self.tr("This is a demo shop: {owner} signs in with {owner_pin}, {cashier} with {cashier_pin}.")
        return text.format(
            owner=demo.OWNER, owner_pin=demo.OWNER_PIN, cashier=demo.CASHIER, cashier_pin=demo.CASHIER_PIN
        )
