"""What a cashier sees when the program itself is wrong: plain words, never a traceback."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtWidgets import QWidget

from app.ui.kit.dialog import Dialog
from app.ui.kit.labels import PlainLabel

_log = logging.getLogger("shuke.crash")


class CrashDialog(Dialog):
    """Says that something went wrong, what is safe, and what to press.

    Signals:
        close_requested: The person wants to end the program.
    """

    close_requested = Signal()

    def __init__(self, log_file: Path | None, parent: QWidget | None = None) -> None:
        super().__init__(parent, size=QSize(620, 320))
        self.setObjectName("crash")
        self._what, self._where = PlainLabel(role="question"), PlainLabel(role="muted")
        for label in (self._what, self._where):
            label.setWordWrap(True)
            self.body.addWidget(label)
        self.body.addStretch(1)
        self._log_file = log_file
        self._end = self.add_button("", "plain", self._on_end_clicked)
        self._go_on = self.add_button("", "primary", self.accept)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text again."""
        self.set_title(self.tr("Something in the till went wrong"))
        self._what.setText(
            self.tr(
                "Every sale whose change was shown is safe, and so is the open basket."
                " Press Enter to go on. If it happens again, close the till and start it anew."
            )
        )
        self._where.setVisible(self._log_file is not None)
        self._where.setText(self.tr("Details for the helpdesk: {file}").format(file=self._log_file))
        self._end.setText(self.tr("Close the till"))
        self._go_on.setText(self.tr("Go on   Enter"))
        self._go_on.setDefault(True)

    def _on_end_clicked(self) -> None:
        self.reject()
        self.close_requested.emit()


class CrashHook(QObject):
    """Stands behind every slot and thread: a bug is written to the log, and the cashier gets one plain page.

    Signals:
        crashed: A bug was caught. Delivered on the GUI thread, whatever thread it happened in.
        close_requested: The person wants to end the program.
    """

    crashed = Signal()
    close_requested = Signal()

    def __init__(
        self, host: Callable[[], QWidget | None], log_file: Path | None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._host, self._log_file = host, log_file
        self._open: CrashDialog | None = None
        self.crashed.connect(self._on_crashed, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take over the hooks of the interpreter and of its threads."""
        sys.excepthook = self.report
        threading.excepthook = self._report_thread

    def report(self, kind: type[BaseException], problem: BaseException, trace: TracebackType | None) -> None:
        """Write a bug to the log and tell the cashier that there was one."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, problem, trace)
            return
        _log.critical("a bug reached the crash hook", exc_info=(kind, problem, trace))
        self.crashed.emit()

    def _report_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self.report(args.exc_type, args.exc_value, args.exc_traceback)

    def _on_crashed(self) -> None:
        # A bug in a timer comes again and again; one page is enough.
        if self._open is not None:
            return
        self._open = CrashDialog(self._log_file, self._host())
        self._open.close_requested.connect(self.close_requested)
        self._open.finished.connect(self._on_open_finished)
        self._open.open()

    def _on_open_finished(self) -> None:
        self._open = None
