"""Seeing when a widget is painted; loads nothing of the till, so that a start can be measured with it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget


class PaintWatch(QObject):
    """Sees when a widget has been painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.is_painted = False
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Note the paint and let it go on."""
        if event.type() == QEvent.Type.Paint:
            self.is_painted = True
        return False
