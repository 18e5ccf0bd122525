"""What a key means to a scan: its character, whatever NumLock says, and how to send the same key again."""

from __future__ import annotations

import sys

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

MODIFIER_KEYS = frozenset(
    {
        Qt.Key.Key_Shift,
        Qt.Key.Key_Control,
        Qt.Key.Key_Alt,
        Qt.Key.Key_AltGr,
        Qt.Key.Key_Meta,
        Qt.Key.Key_CapsLock,
        Qt.Key.Key_NumLock,
        Qt.Key.Key_unknown,
    }
)
_KEYPAD = {
    Qt.Key.Key_Insert: "0",
    Qt.Key.Key_End: "1",
    Qt.Key.Key_Down: "2",
    Qt.Key.Key_PageDown: "3",
    Qt.Key.Key_Left: "4",
    Qt.Key.Key_Clear: "5",
    Qt.Key.Key_Right: "6",
    Qt.Key.Key_Home: "7",
    Qt.Key.Key_Up: "8",
    Qt.Key.Key_PageUp: "9",
    Qt.Key.Key_Delete: ".",
    Qt.Key.Key_Comma: ".",
}
# A key that stays down must not pay twice, delete a whole basket or flip through holds.
NEVER_REPEATED = frozenset(
    {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Delete, Qt.Key.Key_Escape, Qt.Key.Key_Tab}
    | {Qt.Key(Qt.Key.Key_F1 + number) for number in range(12)}
)
_ENDS = {Qt.Key.Key_Return: "\r", Qt.Key.Key_Enter: "\r", Qt.Key.Key_Tab: "\t"}


KNOWN_KEYS = frozenset(int(key) for key in Qt.Key)


def text_of(event: QKeyEvent) -> str:
    """The character a key stands for in a scan, or nothing: `\\r` for both Enters, digits for the whole keypad."""
    modifiers = event.modifiers()
    key = event.key()
    if modifiers & Qt.KeyboardModifier.KeypadModifier and (digit := keypad_digit(key)):
        return digit
    control = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
    alt = bool(modifiers & Qt.KeyboardModifier.AltModifier)
    if modifiers & Qt.KeyboardModifier.MetaModifier or (alt and not control):
        return ""
    if not control and not alt:
        for end, text in _ENDS.items():
            if key == end:
                return text
    text = event.text()
    if control and not alt:
        return text if len(text) == 1 and text < " " and text not in "\r\n\t" else ""
    return text if len(text) == 1 and (text.isprintable() or text < " ") and text not in "\x08\x1b\x7f" else ""


def keypad_digit(key: int) -> str:
    """What a key of the number pad stands for, whatever NumLock says."""
    if sys.platform == "darwin":  # there the arrows too carry the keypad mark, and there is no NumLock
        return ""
    for known, digit in _KEYPAD.items():
        if key == known:
            return digit
    return ""


def copy_of(event: QKeyEvent, text: str) -> QKeyEvent:
    key, modifiers = event.key(), event.modifiers()
    if modifiers & Qt.KeyboardModifier.KeypadModifier and keypad_digit(key):
        key = ord(text)
        modifiers = Qt.KeyboardModifier.KeypadModifier
    else:
        text = event.text()
    copy = QKeyEvent(
        QEvent.Type(event.type()),
        key,
        modifiers,
        event.nativeScanCode(),
        event.nativeVirtualKey(),
        event.nativeModifiers(),
        text,
        False,  # no repeat is ever held: what was marked as one was a scanner's equal digit
        event.count(),
    )
    copy.setTimestamp(event.timestamp())
    return copy


def is_release_of(kept: QKeyEvent, released: QKeyEvent) -> bool:
    if kept.type() != QEvent.Type.KeyPress:
        return False
    digit = keypad_digit(released.key()) if released.modifiers() & Qt.KeyboardModifier.KeypadModifier else ""
    return bool(kept.key() == (ord(digit) if digit else released.key()))
