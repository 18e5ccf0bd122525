"""Waiting for what was begun, without sleeping: Qt's events are worked off until it is there, or it never comes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QTimer

from app.values.clock import monotonic
from app.values.errors import QT_TRANSLATE_NOOP, UserError

LONGEST_S = 30
_LOOK_AGAIN_MS = 3


class NeverCame(UserError):
    """The till did not finish something."""

    text = QT_TRANSLATE_NOOP("errors", "The tour waited {seconds} seconds for {what}, and it never came.")


def wait_for(what: str, is_there: Callable[[], bool], *, longest_s: int = LONGEST_S) -> None:
    """Work off events until `is_there`.

    Raises:
        NeverCame
    """
    deadline = monotonic() + longest_s
    tick = QTimer()
    tick.start(_LOOK_AGAIN_MS)  # so that waiting for more events ends
    while not is_there():
        if monotonic() > deadline:
            raise NeverCame(seconds=longest_s, what=what)
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    tick.stop()


def let_events_run() -> None:
    """Let happen what is due now: layouts, paint, and the end of widgets that were given up."""
    for _ in range(2):
        QCoreApplication.processEvents()
        # Outside a running loop Qt keeps these back for ever.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
