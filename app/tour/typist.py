"""A cashier's hands: real key events at times the script decides. A person types slowly, a scanner does not."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeySequence, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.ui.kit.scan_filter import ScanFilter

PERSON_MS = 120
SCANNER_MS = 2


class StillTimer:
    """A hold timer that fires when the hand says so."""

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
    """The time that the scan filter sees, with the timer that follows it: no machine is slow enough to matter."""

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

    def scan_filter(self) -> ScanFilter:
        """A scan filter that lives in this hand's time."""
        return ScanFilter(time_of=self, timer=self.timer)


class Typist:
    """A cashier with a keyboard, a scanner and a finger, in front of one window.

    Attributes:
        count: Keys and taps of the person so far; scans cost none.
    """

    def __init__(self, window: QWidget, hand: Hand) -> None:
        self._window, self._hand = window, hand
        self.count = 0

    def press(self, *names: str) -> None:
        """Press keys by their portable names: `F4`, `Return`, `Space`, `Ctrl+Z`, `6`."""
        for name in names:
            self.count += 1
            self._hand.wait(PERSON_MS)
            self._click(name)
            self._hand.wait(PERSON_MS)

    def type(self, text: str, gap_ms: int = PERSON_MS) -> None:
        """Type characters at a person's pace."""
        for char in text:
            self.count += 1
            self._hand.wait(gap_ms)
            self._click(char)
        self._hand.wait(PERSON_MS)

    def compose(self, text: str) -> None:
        """Write Chinese through an input method, which hands its text to whatever has the focus."""
        self.count += len(text)
        self._hand.wait(PERSON_MS)
        event = QInputMethodEvent()
        event.setCommitString(text)
        if (target := QApplication.focusWidget()) is not None:
            QCoreApplication.sendEvent(target, event)
        self._hand.wait(PERSON_MS)

    def scan(self, code: str, *, end: str = "Return", gap_ms: int = SCANNER_MS) -> None:
        """Send what a scanner sends: the characters and its last key, a breath apart."""
        self._hand.wait(PERSON_MS)
        for char in code:
            self._hand.wait(gap_ms)
            self._click(char)
        self._hand.wait(gap_ms)
        if end:
            self._click(end)

    def tap(self, widget: QWidget) -> None:
        """Tap the middle of a widget."""
        self.count += 1
        self._hand.wait(PERSON_MS)
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        self._hand.wait(PERSON_MS)

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
        if window is None:
            raise RuntimeError("show the window before typing into it")
        return window
