"""`main.py run`: the till itself."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from app.bootstrap.folder import Opened, has_founded, open_folder, prepare_folder, start_logging
from app.services.common.instance import InstanceLock
from app.values.errors import QT_TRANSLATE_NOOP, UserError

NO_DISPLAY = 2


class BadWindow(UserError):
    """A window size that is none."""

    text = QT_TRANSLATE_NOOP("errors", "{words} is no window size. Write it as 1366x768.")


class NoDisplay(UserError):
    """Nowhere to open a window."""

    text = QT_TRANSLATE_NOOP(
        "errors", "There is no screen to open the till on. `python main.py tour --out DIR` plays a day without one."
    )


def run(folder: Path, *, demo: bool, language: str | None, window: str) -> int:
    """Open the till on a data directory until its window is closed.

    Raises:
        AlreadyRunning, NoDisplay, FolderUnusable, StoreError
    """
    size = _size(window)
    _check_display()
    prepare_folder(folder)
    lock = InstanceLock(folder)
    lock.take()
    start_logging(folder)
    opened = open_folder(folder)
    if demo:
        _fill_with_demo(opened)
    try:
        return _show(opened, language=language, size=size)
    finally:
        lock.release()


def _show(opened: Opened, *, language: str | None, size: tuple[int, int] | None) -> int:
    from app.bootstrap.program import TillProgram, make_application

    application = make_application(sys.argv[:1])
    program = TillProgram(opened, language=language)
    program.crash_hook.install()
    program.ended.connect(application.quit)
    program.start()
    if size is None:
        program.window.showMaximized()
    else:
        program.window.resize(*size)
        program.window.show()
    return application.exec()


def _fill_with_demo(opened: Opened) -> None:
    from app.services.exchange import demo

    if has_founded(opened):
        return
    demo.found_demo_shop(opened.store)
    print(f"demo shop: {demo.OWNER} signs in with {demo.OWNER_PIN}, {demo.CASHIER} with {demo.CASHIER_PIN}")


def _size(words: str) -> tuple[int, int] | None:
    if not words:
        return None
    width, _, height = words.lower().partition("x")
    if not (width.isdecimal() and height.isdecimal() and width.isascii() and height.isascii()):
        raise BadWindow(words=words)
    return int(width), int(height)


def _check_display() -> None:
    if sys.platform in ("win32", "darwin") or os.environ.get("QT_QPA_PLATFORM"):
        return
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        raise NoDisplay()
