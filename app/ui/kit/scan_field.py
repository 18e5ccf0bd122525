"""Where held keys go when they are given back, and how to take back what the beginning of a scan left there."""

from __future__ import annotations

import weakref
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from shiboken6 import isValid

from app.ui.kit.editing import takes_text
from app.ui.kit.scan_rejoin import OF_A_NUMBER


@dataclass(slots=True)
class Kept:
    """One event behind a token: a press, its release, or a commit of an input method."""

    token: int
    event: QEvent
    receiver: weakref.ref[QObject]
    focus: weakref.ref[QWidget] | None


def take_back(widget: QWidget | None, text: str, *, needs_start: bool) -> bool:
    """Remove `text` from where it landed; True also where nothing can have landed.

    Only in a plain line, with the cursor behind the text: there it is certain whose characters these are.

    Args:
        widget: Where the keys went.
        text: What they wrote.
        needs_start: Refuse if `text` continues a number.
    """
    if widget is None or not takes_text(widget):
        return True
    if not isinstance(widget, QLineEdit) or widget.inputMask() or widget.hasSelectedText():
        return False
    if widget.echoMode() != QLineEdit.EchoMode.Normal:
        return False
    if needs_start and widget.text()[: -len(text)][-1:] in OF_A_NUMBER:
        return False
    return _cut_at_cursor(widget, text, must_end=True)


def take_out(widget: QWidget | None, text: str) -> bool:
    """Remove `text` right before the cursor of a line, wherever the cursor stands."""
    return isinstance(widget, QLineEdit) and takes_text(widget) and _cut_at_cursor(widget, text, must_end=False)


def _cut_at_cursor(edit: QLineEdit, text: str, *, must_end: bool) -> bool:
    cursor, count = edit.cursorPosition(), _units(text)
    units = edit.text().encode("utf-16-le")
    if must_end and cursor * 2 != len(units):
        return False
    if not units[: cursor * 2].endswith(text.encode("utf-16-le")):
        return False
    edit.setSelection(cursor - count, count)
    edit.del_()
    return True


def _units(text: str) -> int:
    """How many positions of a cursor a text takes."""
    return len(text.encode("utf-16-le")) // 2


def field_of(receiver: QObject) -> weakref.ref[QObject] | None:
    """Where a key sent to `receiver` writes: itself, or for a window what has the focus."""
    field = receiver if isinstance(receiver, QWidget) else QApplication.focusWidget()
    return weakref.ref(field) if field is not None else None


def alive(thing: QObject | None) -> bool:
    """Whether an object still exists on the other side of Qt."""
    return thing is not None and bool(isValid(thing))


def moved_focus(kept: list[Kept]) -> QWidget | None:
    """The widget the keys were for, if something other than these keys has moved the focus meanwhile."""
    wanted = kept[0].focus() if kept and kept[0].focus is not None else None
    if wanted is None or not alive(wanted) or wanted is QApplication.focusWidget():
        return None
    return wanted if wanted.isVisible() and wanted.isEnabled() else None


def belongs_in(sink: QWidget, event: QKeyEvent) -> bool:
    """Whether a typed key goes to the sink: a letter or digit while the focus takes no text."""
    focus = QApplication.focusWidget()
    if not alive(sink) or not sink.isVisible() or (focus is not None and focus.window() is not sink.window()):
        return False
    text = event.text()
    return not takes_text(focus) and len(text) == 1 and text.isalnum()
