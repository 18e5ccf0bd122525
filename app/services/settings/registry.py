"""A setting is declared once; asking for it needs no string key at the point of use."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from app.values.errors import QT_TRANSLATE_NOOP, UserError
from app.values.text import clean_words, is_clean

LONGEST_TEXT = 500
_LONGEST_TOLD = 40
_WHOLE_NUMBER = re.compile(r"[+-]?[0-9]{1,18}")
Value = TypeVar("Value", int, str, bool)
_REGISTRY: dict[str, Setting[int] | Setting[str] | Setting[bool]] = {}


class BadSetting(UserError):
    """A value that the setting does not take; nothing was changed."""

    text = QT_TRANSLATE_NOOP("errors", "“{value}” is not a value for {key}. {expected}")


class UnprintableSetting(BadSetting):
    """Words with control signs or halves of characters; nothing was changed."""

    text = QT_TRANSLATE_NOOP(
        "errors", "The words for {key} hold signs that cannot be stored or printed. Please type them again."
    )


class UnknownSetting(UserError):
    """No such key."""

    text = QT_TRANSLATE_NOOP("errors", "There is no setting called “{key}”.")


@dataclass(frozen=True, slots=True)
class Setting(Generic[Value]):
    """One thing the shop can choose.

    Attributes:
        key: `area.name_unit`, for the command line and the table.
        default: What holds until somebody chooses; its type is the setting's type.
        label: Marked source text for the settings page.
        choices: The values allowed, if they can be listed.
        least: The smallest whole number allowed.
        most: The largest whole number allowed.
        check: A further test of a text.
        locks_after_sale: Cannot change once a sale is posted.
    """

    key: str
    default: Value
    label: str
    choices: tuple[Value, ...] = ()
    least: int | None = None
    most: int | None = None
    check: Callable[[str], bool] | None = field(default=None, compare=False)
    locks_after_sale: bool = False

    def __post_init__(self) -> None:
        if self.key in _REGISTRY:
            raise ValueError(f"setting declared twice: {self.key}")
        _REGISTRY[self.key] = self

    def accept(self, value: object) -> Value:
        """`value` if the setting takes it.

        Raises:
            BadSetting: it does not; the sentence says what it takes.
        """
        if type(value) is not type(self.default) or (self.choices and value not in self.choices):
            raise self._bad(value)
        if isinstance(value, int) and not isinstance(value, bool):
            too_low = self.least is not None and value < self.least
            if too_low or (self.most is not None and value > self.most):
                raise self._bad(value)
        if isinstance(value, str) and not self._takes_text(value):
            raise self._bad(value)
        return value

    def _takes_text(self, text: str) -> bool:
        is_fit = len(text) <= LONGEST_TEXT and is_clean(text, lines=True)
        return is_fit and (self.check is None or self.check(text))

    def _bad(self, value: object) -> BadSetting:
        if isinstance(value, str) and not is_clean(value, lines=True):
            return UnprintableSetting(key=self.key, expected=self.expected())
        told = clean_words(value, _LONGEST_TOLD) if isinstance(value, str) else value
        return BadSetting(key=self.key, value=told, expected=self.expected())

    def read(self, text: str) -> Value:
        """A typed or command-line text as this setting's value.

        Raises:
            BadSetting: it is none.
        """
        if isinstance(self.default, bool):
            known: dict[str, object] = {
                "true": True,
                "yes": True,
                "1": True,
                "false": False,
                "no": False,
                "0": False,
            }
            return self.accept(known.get(text.strip().lower(), text))
        if isinstance(self.default, int):
            plain = text.strip()
            return self.accept(int(plain) if _WHOLE_NUMBER.fullmatch(plain) else text)
        return self.accept(text)

    def expected(self) -> str:
        """What it takes, in signs every language reads: `1-100`, `zh | en`, `true | false`."""
        if self.choices:
            return " | ".join(str(choice) for choice in self.choices)
        if isinstance(self.default, bool):
            return "true | false"
        if isinstance(self.default, int):
            return f"{self.least if self.least is not None else '…'} - {self.most if self.most is not None else '…'}"
        return f"{self.default!r}"


def setting_named(key: str) -> Setting[int] | Setting[str] | Setting[bool]:
    """The declared setting.

    Raises:
        UnknownSetting: there is none.
    """
    if key not in _REGISTRY:
        raise UnknownSetting(key=key)
    return _REGISTRY[key]


def all_settings() -> tuple[Setting[int] | Setting[str] | Setting[bool], ...]:
    """Every declared setting by key."""
    return tuple(_REGISTRY[key] for key in sorted(_REGISTRY))
