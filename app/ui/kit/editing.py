"""Which widgets are being written in: the line between a hotkey and a character."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit, QWidget


def takes_text(widget: QWidget | None) -> bool:
    """Whether a typed character would land in `widget` as text."""
    if isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit):
        return not widget.isReadOnly() and widget.isEnabled()
    if isinstance(widget, QComboBox):
        return widget.isEditable()
    return isinstance(widget, QAbstractSpinBox)


def is_resting(widget: QWidget | None) -> bool:
    """Whether nothing is being edited: the focus is on no editor, or on a scan box that is still empty."""
    if not takes_text(widget):
        return True
    rests = widget.property("rests_when_empty") if widget is not None else False
    return bool(rests) and isinstance(widget, QLineEdit) and widget.text() == ""
