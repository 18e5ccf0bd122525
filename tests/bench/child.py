"""What is measured in processes of its own: `python -m tests.bench.child window|bare|memory FOLDER`."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def bare_window() -> None:
    """An empty Qt window, painted; the floor under every start."""
    from PySide6.QtCore import QEvent, QObject
    from PySide6.QtWidgets import QApplication, QWidget

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
            if event.type() == QEvent.Type.Paint:
                print("painted", flush=True)
                application.quit()
            return False

    application = QApplication(["bare"])
    window = QWidget()
    watch = Watch()
    window.installEventFilter(watch)
    window.resize(1366, 768)
    window.show()
    application.exec()


def till_window(folder: Path) -> None:
    """The till as `main.py run` starts it, in the same order, until its first page is painted."""
    from app.bootstrap.collector import hold_collector

    hold_collector()
    from app.bootstrap.folder import open_folder

    opened = open_folder(folder)
    from app.bootstrap.program import TillProgram, make_application
    from tests.bench.paint import PaintWatch

    application = make_application(["till"])
    program = TillProgram(opened)
    watch = PaintWatch(program.window)
    program.start()
    program.window.show()
    while not watch.is_painted:
        application.processEvents()
    application.processEvents()
    print("painted", flush=True)
    program.close()
    application.processEvents()


def memory(folder: Path) -> None:
    """Sell in the real window; say how large the process is after 10 and after 300 sales."""
    from tests.bench.market import GOODS, code_of
    from tests.bench.screen import Screen

    screen = Screen(folder)
    for sale in range(1, 301):
        for at in range(5):
            screen.scan(code_of((sale * 7_919 + at * 104_729) % GOODS))
            screen.settle()
        screen.session.pay(screen.session.plan().with_cash())
        screen.cashier.refresh()
        screen.settle()
        if sale in (10, 300):
            print(f"rss {sale} {resident_bytes()}", flush=True)
    screen.close()


def resident_bytes() -> int:
    """What of this process lies in memory."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


if __name__ == "__main__":
    what, *rest = sys.argv[1:]
    if what == "bare":
        bare_window()
    else:
        {"window": till_window, "memory": memory}[what](Path(rest[0]))
