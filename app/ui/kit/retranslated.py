"""Widgets whose words follow the language at run time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    _Widget = QWidget
else:
    _Widget = object


class Retranslated(_Widget):
    """Mixin, named before the Qt class: `class StatusStrip(Retranslated, QWidget)`.

    Subclasses set every text of theirs in `retranslate` and call it once at the end of `__init__`.
    """

    def retranslate(self) -> None:
        """Set every text again."""

    def changeEvent(self, event: QEvent) -> None:
        """Qt tells every widget when a translator comes or goes."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
