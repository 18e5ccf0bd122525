"""Buttons for fingers, which show the key that does the same and never take the focus from the scan box."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from app.ui.kit.keys import Action, KeyMap
from app.ui.kit.theme import Sizes, set_role


class TouchButton(QPushButton):
    """A button large enough for a finger. `&` in its text is a character."""

    def __init__(self, text: str = "", role: str = "plain", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAutoDefault(False)
        self.setMinimumHeight(Sizes.PAY if role == "pay" else Sizes.TARGET)
        self.setMinimumWidth(Sizes.TARGET)
        set_role(self, role)
        self.set_text(text)

    def set_text(self, text: str) -> None:
        """Show a text as it is."""
        self.setText(text.replace("&", "&&"))


class KeyButton(TouchButton):
    """A button of the key map: `F4 Hold`.

    Signals:
        requested: It was pressed. arg: the action's value.
    """

    requested = Signal(str)

    def __init__(self, action: Action, key_map: KeyMap, role: str = "key", *, parent: QWidget | None = None) -> None:
        super().__init__("", role, parent)
        self._action, self._key_map, self._label = action, key_map, ""
        self.setObjectName(action.value)
        self.clicked.connect(self._on_clicked)
        self.retranslate()

    @property
    def action(self) -> Action:
        """What it does."""
        return self._action

    def set_key_map(self, key_map: KeyMap) -> None:
        """Show the keys of another map."""
        self._key_map = key_map
        self.retranslate()

    def set_label(self, label: str) -> None:
        """Show other words than the key map's, as `Recall (2)`; nothing brings those back."""
        self._label = label
        self.retranslate()

    def retranslate(self) -> None:
        """Set key and words again."""
        label = self._label or self._key_map.label(self._action)
        key = self._key_map.shown(self._action)
        is_large = self.property("role") == "pay"
        self.set_text((f"{label}   {key}" if is_large else f"{key} {label}").strip())
        self.setAccessibleName(label)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @Slot()
    def _on_clicked(self) -> None:
        self.requested.emit(self._action.value)
