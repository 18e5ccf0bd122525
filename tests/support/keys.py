"""Real key events at times a test decides: the tour's hands, with a scan filter of their own. No sleeps."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.tour.typist import PERSON_MS, SCANNER_MS, Hand, StillTimer
from app.tour.typist import Typist as TourTypist
from app.ui.kit.scan_core import ScanSettings
from app.ui.kit.scan_filter import ScanFilter

__all__ = ["KEYPAD", "PERSON_MS", "SCANNER_MS", "Hand", "StillTimer", "Typist"]

KEYPAD = Qt.KeyboardModifier.KeypadModifier


class Typist(TourTypist):
    """A cashier with a keyboard and a scanner, in front of one window.

    Attributes:
        hand: The time of the keys.
        scan_filter: The filter under the keys; started here, `stop` it at the end.
    """

    def __init__(self, window: QWidget, *, settings: ScanSettings | None = None) -> None:
        self.hand = Hand()
        super().__init__(window, self.hand)
        self.scan_filter = ScanFilter(settings=settings, time_of=self.hand, timer=self.hand.timer)
        self.scan_filter.start()

    def stop(self) -> None:
        """Take the filter off the application."""
        self.scan_filter.stop()
