"""Real key events at times a test decides: a person types slowly, a scanner does not. No sleeps."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.ui.kit.scan_core import ScanSettings
from app.ui.kit.scan_filter import ScanFilter

PERSON_MS = 120
SCANNER_MS = 2


class StillTimer:
    """A hold timer that fires when the test says so."""

    def __init__(self) -> None:
        self._due: Callable[[], None] | None = None
        self.wait_ms = 0

    def start(self, wait_ms: int, due: Callable[[], None]) -> None:
        """Remember what is due."""
        self._due, self.wait_ms = due, wait_ms

    def stop(self) -> None:
        """Forget it."""
        self._due = None

    @property
    def is_running(self) -> bool:
        """Whether something is due."""
        return self._due is not None

    def fire(self) -> None:
        """The wait is over."""
        due, self._due = self._due, None
        if due is not None:
            due()


class Hand:
    """The time that the scan filter sees, with the timer that follows it."""

    def __init__(self) -> None:
        self.now_ms = 1_000
        self.timer = StillTimer()

    def __call__(self, _event: QEvent) -> int:
        return self.now_ms

    def wait(self, wait_ms: int) -> None:
        """Let time pass; what became due happens."""
        is_due = self.timer.is_running and wait_ms > self.timer.wait_ms
        self.now_ms += wait_ms
        if is_due:
            self.timer.fire()


class Typist:
    """A cashier with a keyboard and a scanner, in front of one window.

    Attributes:
        scan_filter: The filter under the keys; started here, `stop` it at the end.
        count: Keys the person pressed so far; scans cost none.
    """

    def __init__(self, window: QWidget, *, settings: ScanSettings | None = None) -> None:
        self._window = window
        self.hand = Hand()
        self.scan_filter = ScanFilter(settings=settings, time_of=self.hand, timer=self.hand.timer)
        self.scan_filter.start()
        self.count = 0

    def press(self, *names: str) -> None:
        """Press keys by their portable names: `F4`, `Return`, `Space`, `Ctrl+Z`, `6`."""
        for name in names:
            self.count += 1
            self.hand.wait(PERSON_MS)
            self._click(name)
            self.hand.wait(PERSON_MS)

    def type(self, text: str, gap_ms: int = PERSON_MS) -> None:
        """Type characters at a person's pace."""
        for char in text:
            self.count += 1
            self.hand.wait(gap_ms)
            self._click(char)
        self.hand.wait(PERSON_MS)

    def scan(self, code: str, *, end: str = "Return", gap_ms: int = SCANNER_MS) -> None:
        """Send what a scanner sends: the characters and Enter, `gap_ms` apart."""
        self.hand.wait(PERSON_MS)
        for char in code:
            self.hand.wait(gap_ms)
            self._click(char)
        self.hand.wait(gap_ms)
        if end:
            self._click(end)

    def stop(self) -> None:
        """Take the filter off the application."""
        self.scan_filter.stop()

    def _click(self, name: str) -> None:
        if len(name) == 1:
            QTest.keyClick(self._target(), name)  # type: ignore[call-overload]
            return
        sequence = QKeySequence.fromString(name, QKeySequence.SequenceFormat.PortableText)
        combination = sequence[0]  # type: ignore[index]
        QTest.keyClick(self._target(), combination.key(), combination.keyboardModifiers())

    def _target(self) -> QWindow:
        # A dialog that has just opened is where the window system sends keys, before Qt says that it is active.
        dialog = QApplication.activeModalWidget()
        window = dialog.windowHandle() if dialog is not None else QGuiApplication.focusWindow()
        window = window or self._window.window().windowHandle()
        assert window is not None, "show the window first"
        return window


KEYPAD = Qt.KeyboardModifier.KeypadModifier
