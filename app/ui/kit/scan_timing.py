"""When keys came and how long to wait for the next: both replaced in tests by times that are injected."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent

from app.values.clock import monotonic


class HoldTimer(Protocol):
    """Calls back once after a while; replaced in tests."""

    def start(self, wait_ms: int, due: Callable[[], None]) -> None:
        """Call `due` after `wait_ms`; an earlier start is forgotten."""
        ...

    def stop(self) -> None:
        """Forget the start."""
        ...


class QtHoldTimer(QObject):
    """The real timer. Gives the event queue one more turn, so that keys that already wait there come first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_timer_timeout)
        self._due: Callable[[], None] | None = None
        self._waited = False

    def start(self, wait_ms: int, due: Callable[[], None]) -> None:
        self._due, self._waited = due, False
        self._timer.start(wait_ms)

    def stop(self) -> None:
        self._due = None
        self._timer.stop()

    def _on_timer_timeout(self) -> None:
        # After a slot that blocked, this timer and the scanner's next keys are ready in the same turn.
        if not self._waited:
            self._waited = True
            self._timer.start(0)
            return
        due, self._due = self._due, None
        if due is not None:
            due()


class EventClock:
    """Milliseconds of an event: the window system's stamp, so that a busy moment of ours makes no burst of slow keys.

    Commits of an input method carry no stamp; around one, keys too are timed by our own clock, for the two clocks
    need not have the same zero.
    """

    _MIXED_MS = 500

    def __init__(self) -> None:
        self._last_commit_ms = -self._MIXED_MS - 1

    def __call__(self, event: QEvent) -> int:
        own_ms = int(monotonic() * 1000)
        stamp = int(event.timestamp()) if isinstance(event, QKeyEvent) else 0
        if not isinstance(event, QKeyEvent):
            self._last_commit_ms = own_ms
        return stamp if stamp and own_ms - self._last_commit_ms > self._MIXED_MS else own_ms
