"""Brings keys to actions: Space pays from wherever the focus is, except in the middle of an edit."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.ui.kit.editing import is_resting
from app.ui.kit.keys import Action, KeyMap, Scope, key_name

# Editors keep these; every other key has no meaning for text and acts from anywhere.
_EDITING_KEYS = frozenset(
    {"Del", "Backspace", "Up", "Down", "Left", "Right", "Home", "End", "Ctrl+Z", "PgUp", "PgDown"}
)
_MAY_REPEAT = frozenset({Action.UP, Action.DOWN})
_WIDGETS_KEEP = frozenset({Action.CONFIRM})


class KeyRouter(QObject):
    """Turns key presses inside one screen into actions.

    Only actions with a handler are taken from the widgets. Keys that mean something in text (characters, Del,
    arrows, Ctrl+Z) act only while nothing is being edited; an empty `ScanBox` counts as rest.

    Attributes:
        key_map: Which key does what.
        scope: Whose keys apply; a screen switches to `TENDER` while money is taken.
        enabled: Nothing acts while false.

    Signals:
        triggered: A handled action's key was pressed. arg: the action's value.
    """

    triggered = Signal(str)

    def __init__(self, root: QWidget, key_map: KeyMap, scope: Scope) -> None:
        super().__init__(root)
        self.key_map, self.scope, self.enabled = key_map, scope, True
        self._root = root
        self._handlers: dict[Action, Callable[[], None]] = {}
        if (application := QCoreApplication.instance()) is not None:
            application.installEventFilter(self)

    def handle(self, action: Action, handler: Callable[[], None]) -> None:
        """From now on the action's keys call `handler`."""
        self._handlers[action] = handler

    def trigger(self, action: Action) -> None:
        """Do an action as if its key had been pressed; for buttons."""
        if (handler := self._handlers.get(action)) is not None:
            handler()
            self.triggered.emit(action.value)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take key presses of the focused widget inside the root."""
        kind = event.type()
        if kind not in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride):
            return False
        if not isinstance(event, QKeyEvent) or not isinstance(watched, QWidget) or not self._covers(watched):
            return False
        action = self._action_of(event, watched)
        if action is None:
            return False
        event.accept()
        if kind == QEvent.Type.KeyPress and (not event.isAutoRepeat() or action in _MAY_REPEAT):
            self.trigger(action)
        return True

    def _covers(self, widget: QWidget) -> bool:
        if not self.enabled or not self._root.isVisible():
            return False
        if QApplication.activeModalWidget() is not None or QApplication.activePopupWidget() is not None:
            return False
        return widget is self._root or self._root.isAncestorOf(widget)

    def _action_of(self, event: QKeyEvent, widget: QWidget) -> Action | None:
        key = key_name(event)
        action = self.key_map.action_for(key, self.scope)
        if action is None or action in _WIDGETS_KEEP or action not in self._handlers:
            return None
        is_for_text = key in _EDITING_KEYS or key == "Space" or len(key) == 1
        # What an editor does not use goes on to its parent: the focus says whether something is being edited.
        rests = is_resting(widget) and is_resting(QApplication.focusWidget())
        return None if is_for_text and not rests else action
