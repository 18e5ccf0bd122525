"""Colours and size of words as the shop chose them, and as the system changes between day and night."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from app.services.settings import declared
from app.services.settings.service import Settings
from app.ui.kit.theme import use_look


def follow_look(settings: Settings) -> None:
    """Bring every window to what is chosen."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    use_look(application, settings.get(declared.UI_THEME), settings.get(declared.UI_SCALE))
