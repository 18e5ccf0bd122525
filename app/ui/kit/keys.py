"""The key map as data: which key does what, under which name, and how a key reads on a button."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QCoreApplication, QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from app.values.errors import QT_TRANSLATE_NOOP


class Action(StrEnum):
    """What a person can do with one key."""

    PAY = "pay"
    CONFIRM = "confirm"
    BACK = "back"
    MORE = "more"
    FEWER = "fewer"
    TIMES = "times"
    DELETE_LINE = "delete_line"
    UNDO = "undo"
    UP = "up"
    DOWN = "down"
    KEYS = "keys"
    SEARCH = "search"
    MEMBER = "member"
    HOLD = "hold"
    RECALL = "recall"
    WALLET = "wallet"
    PRICE = "price"
    REFUND = "refund"
    DRAWER = "drawer"
    REPRINT = "reprint"
    LOCK = "lock"
    REQUEST = "request"
    SAY = "say"
    FULL_SCREEN = "full_screen"
    TENDER_CASH = "tender_cash"
    TENDER_WECHAT = "tender_wechat"
    TENDER_ALIPAY = "tender_alipay"
    TENDER_CARD = "tender_card"
    TENDER_STORED = "tender_stored"
    TENDER_ACCOUNT = "tender_account"
    QUICK_KEYS = "quick_keys"
    OFFICE = "office"
    FIND = "find"
    SAVE = "save"
    NEW = "new"
    EXPORT = "export"
    TAKE_BACK = "take_back"
    PAGE_ABOVE = "page_above"
    PAGE_BELOW = "page_below"


class Scope(StrEnum):
    """Where a key means what."""

    ANYWHERE = "anywhere"
    SALE = "sale"
    TENDER = "tender"
    OFFICE = "office"


@dataclass(frozen=True, slots=True)
class KeySpec:
    """One action with its keys.

    Attributes:
        label: Marked English source text of the button (context `keys`).
        keys: Portable texts as Qt writes them (`F4`, `Ctrl+Z`, `+`); the first one is shown.
    """

    action: Action
    scope: Scope
    label: str
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KeyRow:
    """One line of the key sheet, in the language in use."""

    action: Action
    label: str
    shown: str


@dataclass(frozen=True, slots=True)
class KeyClash:
    """Two actions that ask for the same key in the same place."""

    key: str
    first: Action
    second: Action


_SPECS: Final = (
    KeySpec(Action.PAY, Scope.SALE, QT_TRANSLATE_NOOP("keys", "Pay"), ("Space",)),
    KeySpec(Action.CONFIRM, Scope.ANYWHERE, QT_TRANSLATE_NOOP("keys", "Confirm"), ("Return", "Enter")),
    KeySpec(Action.BACK, Scope.ANYWHERE, QT_TRANSLATE_NOOP("keys", "Back"), ("Esc",)),
    KeySpec(Action.MORE, Scope.SALE, QT_TRANSLATE_NOOP("keys", "One more"), ("+",)),
    KeySpec(Action.FEWER, Scope.SALE, QT_TRANSLATE_NOOP("keys", "One less"), ("-",)),
    KeySpec(Action.TIMES, Scope.SALE, QT_TRANSLATE_NOOP("keys", "Quantity"), ("*",)),
    KeySpec(Action.DELETE_LINE, Scope.SALE, QT_TRANSLATE_NOOP("keys", "Delete line"), ("Del",)),
    KeySpec(Action.UNDO, Scope.SALE, QT_TRANSLATE_NOOP("keys", "Undo"), ("Ctrl+Z",)),
    KeySpec(Action.UP, Scope.SALE, QT_TRANSLATE_NOOP("keys", "Line above"), ("Up",)),
    KeySpec(Action.DOWN, Scope.SALE, QT_TRANSLATE_NOOP("keys", "Line below"), ("Down",)),
    KeySpec(Action.KEYS, Scope.ANYWHERE, QT_TRANSLATE_NOOP("keys", "All keys"), ("F1",)),
    KeySpec(Action.SEARCH, Scope.SALE, QT_TRANSLATE_NOOP("keys", "Search"), ("F2",)),
    KeySpec(Action.MEMBER, Scope.SALE, QT_TRANSLATE_NOOP("keys", "Member"), ("F3",)),
    KeySpec(Action.HOLD, Scope.SALE, QT_TRANSLATE_NOOP("keys", "Hold"), ("F4",)),
    KeySpec(Action.RECALL, Scope.SALE, QT_TRANSLATE_NOOP("keys", "Recall"), ("F5",)),
    KeySpec(Action.WALLET, Scope.SALE, QT_TRANSLATE_NOOP("keys", "Coupons, points"), ("F6",)),
    KeySpec(Action.PRICE, Scope.SALE, QT_TRANSLATE_NOOP("keys", "Price"), ("F7",)),
    KeySpec(Action.REFUND, Scope.SALE, QT_TRANSLATE_NOOP("keys", "Refund"), ("F8",)),
    KeySpec(Action.DRAWER, Scope.SALE, QT_TRANSLATE_NOOP("keys", "Drawer"), ("F9",)),
    KeySpec(Action.REPRINT, Scope.SALE, QT_TRANSLATE_NOOP("keys", "Reprint"), ("F10",)),
    KeySpec(Action.LOCK, Scope.ANYWHERE, QT_TRANSLATE_NOOP("keys", "Lock"), ("F11",)),
    KeySpec(Action.QUICK_KEYS, Scope.SALE, QT_TRANSLATE_NOOP("keys", "Quick keys"), ("Ctrl+K",)),
    KeySpec(Action.REQUEST, Scope.SALE, QT_TRANSLATE_NOOP("keys", "Request"), ("F12",)),
    KeySpec(Action.SAY, Scope.SALE, QT_TRANSLATE_NOOP("keys", "What to say"), ("/",)),
    KeySpec(Action.FULL_SCREEN, Scope.ANYWHERE, QT_TRANSLATE_NOOP("keys", "Full screen"), ("Shift+F11",)),
    KeySpec(Action.OFFICE, Scope.ANYWHERE, QT_TRANSLATE_NOOP("keys", "Back office"), ("Ctrl+B",)),
    KeySpec(Action.FIND, Scope.OFFICE, QT_TRANSLATE_NOOP("keys", "Find in the list"), ("Ctrl+F", "F2")),
    KeySpec(Action.NEW, Scope.OFFICE, QT_TRANSLATE_NOOP("keys", "New"), ("Ctrl+N",)),
    KeySpec(Action.SAVE, Scope.OFFICE, QT_TRANSLATE_NOOP("keys", "Save"), ("Ctrl+S",)),
    KeySpec(Action.TAKE_BACK, Scope.OFFICE, QT_TRANSLATE_NOOP("keys", "Take back what was just done"), ("Ctrl+Z",)),
    KeySpec(Action.PAGE_ABOVE, Scope.OFFICE, QT_TRANSLATE_NOOP("keys", "Page above"), ("Ctrl+PgUp",)),
    KeySpec(Action.PAGE_BELOW, Scope.OFFICE, QT_TRANSLATE_NOOP("keys", "Page below"), ("Ctrl+PgDown",)),
    KeySpec(Action.EXPORT, Scope.OFFICE, QT_TRANSLATE_NOOP("keys", "Export the list"), ("Ctrl+E",)),
    KeySpec(Action.TENDER_CASH, Scope.TENDER, QT_TRANSLATE_NOOP("keys", "Cash"), ("Return", "Enter")),
    KeySpec(Action.TENDER_WECHAT, Scope.TENDER, QT_TRANSLATE_NOOP("keys", "WeChat"), ("F2",)),
    KeySpec(Action.TENDER_ALIPAY, Scope.TENDER, QT_TRANSLATE_NOOP("keys", "Alipay"), ("F3",)),
    KeySpec(Action.TENDER_CARD, Scope.TENDER, QT_TRANSLATE_NOOP("keys", "Bank card"), ("F4",)),
    KeySpec(Action.TENDER_STORED, Scope.TENDER, QT_TRANSLATE_NOOP("keys", "Stored value"), ("F5",)),
    KeySpec(Action.TENDER_ACCOUNT, Scope.TENDER, QT_TRANSLATE_NOOP("keys", "House account"), ("F6",)),
)
_SHOWN: Final = {
    "Space": QT_TRANSLATE_NOOP("keys", "Space"),
    "Return": QT_TRANSLATE_NOOP("keys", "Enter"),
    "Enter": QT_TRANSLATE_NOOP("keys", "Enter"),
    "Up": "↑",
    "Down": "↓",
    "-": "−",
    "*": "×",
}


RESERVED: Final = frozenset({Action.WALLET, Action.REQUEST, Action.SAY, Action.TENDER_STORED, Action.TENDER_ACCOUNT})
"""Actions that have their key but do nothing yet: no sheet of keys promises them."""


class KeyMap:
    """An unchangeable map of keys; a changed one is another map."""

    def __init__(self, specs: Mapping[Action, KeySpec]) -> None:
        self._specs = MappingProxyType(dict(specs))

    @classmethod
    def default(cls) -> KeyMap:
        """The keys as delivered."""
        return cls({spec.action: spec for spec in _SPECS})

    @classmethod
    def from_changes(cls, changes: Mapping[str, str]) -> KeyMap:
        """The delivered keys with a shop's changes (`{"hold": "F5, Ctrl+H"}`); unknown names are passed over."""
        made = cls.default()
        known = {action.value for action in Action}
        for name, keys in changes.items():
            if name in known:
                made = made.with_keys(Action(name), [part.strip() for part in keys.split(", ") if part.strip()])
        return made

    def keys_of(self, action: Action) -> tuple[str, ...]:
        """Every key of an action, portable."""
        return self._specs[action].keys

    def scope_of(self, action: Action) -> Scope:
        """Where the action can be done."""
        return self._specs[action].scope

    def shown(self, action: Action) -> str:
        """The first key as a button shows it: `F4`, `Space`; nothing for an action without a key."""
        keys = self._specs[action].keys
        return shown_key(keys[0]) if keys else ""

    def label(self, action: Action) -> str:
        """The action's name in the language in use."""
        return QCoreApplication.translate("keys", self._specs[action].label)

    def action_for(self, key: str, scope: Scope) -> Action | None:
        """What `key` does there; keys of the scope go before keys that work anywhere."""
        for wanted in (scope, Scope.ANYWHERE):
            for spec in self._specs.values():
                if spec.scope is wanted and key in spec.keys:
                    return spec.action
        return None

    def with_keys(self, action: Action, keys: list[str] | tuple[str, ...]) -> KeyMap:
        """The same map with other keys for one action."""
        return KeyMap({**self._specs, action: replace(self._specs[action], keys=tuple(keys))})

    def clashes(self) -> list[KeyClash]:
        """Keys that two actions of the same place ask for. (A tender key may hide one that works anywhere.)"""
        taken: dict[tuple[Scope, str], Action] = {}
        found: list[KeyClash] = []
        for spec in self._specs.values():
            for key in spec.keys:
                first = taken.setdefault((spec.scope, key), spec.action)
                if first is not spec.action:
                    found.append(KeyClash(key, first, spec.action))
        return found

    def rows(self, scope: Scope | None = None) -> list[KeyRow]:
        """The key sheet: every action that does something, with its keys; or those of one place."""
        return [
            KeyRow(spec.action, self.label(spec.action), self._all_shown(spec))
            for spec in self._specs.values()
            if scope in (None, spec.scope) and spec.keys and spec.action not in RESERVED
        ]

    def _all_shown(self, spec: KeySpec) -> str:
        return " / ".join(dict.fromkeys(shown_key(key) for key in spec.keys))


PRESETS: Final[Mapping[str, KeyMap]] = MappingProxyType(
    {
        "default": KeyMap.default(),
        # Tills with a short keyboard have no F11 and F12 within reach.
        "compact": KeyMap.default().with_keys(Action.LOCK, ["Ctrl+L"]).with_keys(Action.REQUEST, ["Ctrl+D"]),
        # Where cashiers are used to paying with the plus key of the number pad.
        "keypad": KeyMap.default()
        .with_keys(Action.PAY, ["+"])
        .with_keys(Action.MORE, ["PgUp"])
        .with_keys(Action.FEWER, ["PgDown"]),
    }
)


def shown_key(key: str) -> str:
    """A portable key as people read it, in the language in use."""
    *modifiers, last = [key] if key in ("+", "-") else key.split("+")
    shown = QCoreApplication.translate("keys", _SHOWN[last]) if last in _SHOWN else last
    return "+".join([*modifiers, shown])


def key_name(event: QKeyEvent) -> str:
    """The portable name of a pressed key: `F4`, `Space`, `Ctrl+Z`, `+`; the keypad's own mark is left out."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    text = event.text()
    if len(text) == 1 and text.isprintable() and not text.isspace():
        # `+` is Shift and `=` on many keyboards: what was meant is what was typed.
        return text.upper() if not modifiers & Qt.KeyboardModifier.ControlModifier else _combined(event, modifiers)
    return _combined(event, modifiers)


def _combined(event: QKeyEvent, modifiers: Qt.KeyboardModifier) -> str:
    combination = QKeyCombination(modifiers, Qt.Key(event.key()))
    return QKeySequence(combination).toString(QKeySequence.SequenceFormat.PortableText)
