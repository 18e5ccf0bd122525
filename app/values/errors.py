"""Failures told apart by what a person can do about them.

`UserError`: the person can mend it. `DeviceError`: printer, scale, drawer. `StoreError`: disk full, locked,
damaged. Anything else is a bug and reaches the crash hook.
"""

from __future__ import annotations

from typing import ClassVar


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Mark `text` for translation without importing Qt; the words are looked up on the top floor."""
    del context
    return text


class ShukeError(Exception):
    """A failure that can be told to a person in one sentence.

    Attributes:
        text: Marked English source text, with `{name}` places for `params`.
        params: Values for these places; money, quantities and dates are formatted by the user interface.
    """

    text: ClassVar[str] = QT_TRANSLATE_NOOP("errors", "This did not work.")

    def __init__(self, **params: object) -> None:
        super().__init__(self.text)
        self.params = params

    def __str__(self) -> str:
        try:
            return self.text.format_map(self.params)
        except (KeyError, ValueError, IndexError):
            return self.text


class UserError(ShukeError):
    """Something the person at the till can mend; nothing was stored."""


class DeviceError(ShukeError):
    """A printer, drawer, scale or scanner did not do its part; no data is lost."""

    text = QT_TRANSLATE_NOOP("errors", "The device did not answer.")


class StoreError(ShukeError):
    """The environment of the data file failed: disk full, locked, read-only or damaged.

    Attributes:
        kind: SQLite's own error name, as `SQLITE_FULL`.
    """

    text = QT_TRANSLATE_NOOP("errors", "The data file could not be written ({kind}). Nothing was stored.")

    def __init__(self, kind: str, **params: object) -> None:
        super().__init__(kind=kind, **params)
        self.kind = kind


class NotAllowed(UserError):
    """The person's role does not permit the action and nobody granted it."""

    text = QT_TRANSLATE_NOOP("errors", "This needs the owner's permission.")
