"""What is made while somebody reads the first page: work that must not hold that page up."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

PAINT_MS: Final = 40
"""Time for a paint that has begun to reach the screen."""


class BehindFirstPage(QObject):
    """Does its work once: when it was asked for and the window has been painted, whichever comes later.

    A pause alone would not do: on a slow machine it is over before the first page is painted.
    """

    def __init__(self, window: QWidget, work: Callable[[], object]) -> None:
        super().__init__(window)
        self._window, self._work = window, work
        self._is_asked = self._is_painted = False
        self._pause = QTimer(self)
        self._pause.setInterval(PAINT_MS)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._on_pause_timeout)
        window.installEventFilter(self)

    @property
    def is_due(self) -> bool:
        """The page is painted and the work about to begin."""
        return self._pause.isActive()

    def ask(self) -> None:
        """Do the work as soon as it disturbs nobody."""
        self._is_asked = True
        self._begin()

    def stop(self) -> None:
        """Do it no more."""
        self._window.removeEventFilter(self)
        self._pause.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """See the first paint and let it go on."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            self._is_painted = True
            self._begin()
        return False

    def _begin(self) -> None:
        if self._is_asked and self._is_painted:
            self._pause.start()

    def _on_pause_timeout(self) -> None:
        self._work()
