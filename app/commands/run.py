"""`main.py run`: the till itself."""

from __future__ import annotations

import logging
import os
import sys
from dataclasses import dataclass
from logging.handlers import RotatingFileHandler
from pathlib import Path

from app.bootstrap.folder import FILE_NAME, Opened, has_file, has_founded, open_folder, prepare_folder, start_logging
from app.services.common.instance import InstanceLock
from app.values.clock import SystemClock
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


def run(folder: Path, *, demo_days: int | None, language: str | None, window: str) -> int:
    """Open the till on a data directory until its window is closed.

    Args:
        demo_days: So many days of invented history fill an empty directory; None leaves it empty.

    Raises:
        AlreadyRunning, NoDisplay, FolderUnusable, StoreError
    """
    size = _size(window)
    _check_display()
    shown = _Shown(0, folder, language)
    while shown.then is not None:
        shown = _open_once(shown.then, demo_days=demo_days, language=shown.language, size=size)
        demo_days = None
    return shown.code


@dataclass(frozen=True, slots=True)
class _Shown:
    """How a window ended: the exit code, and the data directory that is wanted next, in which language."""

    code: int
    then: Path | None
    language: str | None


def _open_once(folder: Path, *, demo_days: int | None, language: str | None, size: tuple[int, int] | None) -> _Shown:
    prepare_folder(folder)
    lock = InstanceLock(folder)
    lock.take()
    start_logging(folder)
    try:
        if demo_days is not None:
            _fill_with_demo(folder, demo_days)
        opened = open_folder(folder)
        _settle_imports(opened)
        return _show(opened, language=language, size=size)
    finally:
        lock.release()
        _stop_logging()


def _settle_imports(opened: Opened) -> None:
    """Take back what an import had written when the machine stopped; while the lock is held nobody else imports."""
    from app.services.exchange.unfinished import has_unfinished

    if not has_founded(opened):
        return
    with opened.store.read() as read:
        unfinished = has_unfinished(read)
    if unfinished:
        from app.services.exchange.take_back import recover_imports

        recover_imports(opened.store, opened.operator())


def _stop_logging() -> None:
    """The next directory has a log of its own."""
    root = logging.getLogger()
    for handler in [one for one in root.handlers if isinstance(one, RotatingFileHandler)]:
        root.removeHandler(handler)
        handler.close()


def _show(opened: Opened, *, language: str | None, size: tuple[int, int] | None) -> _Shown:
    from PySide6.QtCore import QCoreApplication, QEvent

    from app.bootstrap.program import SETTING_LANGUAGE, TillProgram, make_application

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
    code = application.exec()
    then, spoken = program.reopen_at, SETTING_LANGUAGE[program.words.language]
    # The words last: with them go their translators, and the next window speaks its own language.
    for part in (program.window, program, program.words):
        part.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return _Shown(code, then, spoken)


def _fill_with_demo(folder: Path, days: int) -> None:
    from app.services.exchange import demo
    from app.services.exchange.demo_history import make_demo_file

    if has_file(folder):
        return
    print("Making the demo shop ...", flush=True)
    make_demo_file(folder / FILE_NAME, SystemClock().now().astimezone().date(), days=max(days, 0), progress=_tell_days)
    print(f"demo shop: {demo.OWNER} signs in with {demo.OWNER_PIN}, {demo.CASHIER} with {demo.CASHIER_PIN}")


def _tell_days(done: int, days: int) -> None:
    if done % 10 == 0 or done == days:
        print(f"  {done} of {days} days", flush=True)


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
