"""Which keys are a scan and which are a person: decided from characters and times alone, without Qt.

A scanner types faster than a hand. Characters are held until the next one tells what they were: a burst that ends
with Enter or Tab is a scan, anything else is given back in the order it came. A character is never lost and never
given twice; `ScanCore` only names tokens, the caller keeps the events behind them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from app.values.barcode import has_check_digit
from app.values.text import fold_width

TERMINATORS = ("\r", "\n", "\t")
# Separators that GS1 codes carry between fields, sent as Ctrl+] and its neighbours.
SEPARATORS = ("\x1c", "\x1d", "\x1e", "\x1f", "\x04")
MAX_KEYS = 512
_GTIN_LENGTHS = (8, 12, 13, 14)
_STRAY_KEYS = 2


@dataclass(frozen=True, slots=True)
class ScanSettings:
    """How this till tells a scanner from a hand.

    Attributes:
        gap_ms: Longest pause between two keys of a scanner.
        hold_ms: How long a lone key is held before it is given back.
        min_keys: Fewest characters (without prefix and end) of a scan.
        sure_keys: From this length on a burst is a scan even if its Enter never comes.
        tail_ms: Longest pause inside or behind a burst that is already as long as a scan.
        late_end_ms: An Enter this late still belongs to a scan taken without one, and is dropped.
        prefix: What a programmed scanner sends first; makes a scan certain from its first key.
        suffix: What a programmed scanner sends last instead of Enter or Tab.
    """

    gap_ms: int = 35
    hold_ms: int = 40
    min_keys: int = 4
    sure_keys: int = 8
    tail_ms: int = 120
    late_end_ms: int = 500
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Replay:
    """These keys were typed by a person: give them to the widget they were for, in this order."""

    tokens: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Scan:
    """These keys were a scanner: `text` is what it read, without prefix and end. Empty text: drop the keys."""

    text: str
    tokens: tuple[int, ...]


Decision = Replay | Scan


@dataclass(slots=True)
class _Held:
    text: str
    at_ms: int
    token: int


@dataclass(slots=True)
class ScanCore:
    """Holds keys until it is clear whose they are.

    Attributes:
        settings: Limits; may be replaced at any time.
    """

    settings: ScanSettings = field(default_factory=ScanSettings)
    _held: list[_Held] = field(default_factory=list)
    _scan_end_ms: int | None = None
    _end_missing: bool = False

    @property
    def is_holding(self) -> bool:
        """Whether any key waits for a decision."""
        return bool(self._held)

    @property
    def wait_ms(self) -> int:
        """How long after the last key `expire` is due."""
        return self.settings.tail_ms if self._is_burst() else self.settings.hold_ms

    def wants(self, text: str, at_ms: int) -> bool:
        """Whether a key would be held or dropped; call `settle` first. A key not wanted goes its normal way."""
        if text in TERMINATORS:
            return self.is_holding or self._is_late_end(at_ms)
        if text in SEPARATORS:
            return self.is_holding or self._starts_prefix(text)
        return len(text) == 1 and (text.isprintable() or self._starts_prefix(text))

    def settle(self, at_ms: int) -> tuple[Decision, ...]:
        """Decide about held keys that can no longer belong with a key at `at_ms`."""
        if self._held and not 0 <= at_ms - self._held[-1].at_ms <= self._allowed_gap_ms():
            return self.expire()
        return ()

    def feed(self, text: str, at_ms: int, token: int) -> tuple[Decision, ...]:
        """Take one key; the answer tells about keys that are decided now, in the order they came."""
        decided = self.settle(at_ms)
        if text in TERMINATORS:
            return decided + self._end(text, at_ms, token)
        self._held.append(_Held(text, at_ms, token))
        self._end_missing = False
        if self._ends_with_suffix():
            return decided + self._take(at_ms)
        if len(self._held) >= MAX_KEYS:
            return decided + self.expire()
        return decided

    def expire(self) -> tuple[Decision, ...]:
        """No key came in time: a long burst is a scan whose end is missing, the rest was typed."""
        if not self._held:
            return ()
        if self._is_sure():
            last_ms = self._held[-1].at_ms
            decided = self._take(last_ms)
            self._end_missing = True
            return decided
        return (self._give_back(),)

    def _end(self, text: str, at_ms: int, token: int) -> tuple[Decision, ...]:
        if not self._held:
            dropped = self._is_late_end(at_ms)
            self._end_missing = False
            return (Scan("", (token,)),) if dropped else (Replay((token,)),)
        is_scan = self._is_burst()
        self._held.append(_Held(text, at_ms, token))
        return self._take(at_ms) if is_scan else (self._give_back(),)

    def _take(self, at_ms: int) -> tuple[Decision, ...]:
        """A scan, and before it what a person had just typed."""
        strays = self._stray_count()
        typed, scanned = self._held[:strays], self._held[strays:]
        self._held = []
        self._scan_end_ms = at_ms
        before = (Replay(tuple(key.token for key in typed)),) if typed else ()
        return (*before, Scan(self._text_of(scanned), tuple(key.token for key in scanned)))

    def _give_back(self) -> Replay:
        tokens = tuple(key.token for key in self._held)
        self._held = []
        self._scan_end_ms = None
        return Replay(tokens)

    def _text_of(self, keys: list[_Held]) -> str:
        text = "".join(key.text for key in keys if key.text not in TERMINATORS)
        text = text.removeprefix(self.settings.prefix) if self.settings.prefix else text
        return text.removesuffix(self.settings.suffix) if self.settings.suffix else text

    def _held_text(self) -> str:
        return "".join(key.text for key in self._held)

    def _prefix_at(self) -> int:
        """Where the programmed prefix begins among the held keys; -1 when there is none."""
        return self._held_text().find(self.settings.prefix) if self.settings.prefix else -1

    def _starts_prefix(self, text: str) -> bool:
        return self.settings.prefix[:1] == text

    def _ends_with_suffix(self) -> bool:
        suffix = self.settings.suffix
        return bool(suffix) and self._is_burst() and self._held_text().endswith(suffix)

    def _is_burst(self) -> bool:
        return len(self._held) >= self.settings.min_keys or self._prefix_at() >= 0

    def _is_sure(self) -> bool:
        return len(self._held) >= self.settings.sure_keys or (
            self._prefix_at() >= 0 and len(self._held) >= len(self.settings.prefix) + self.settings.min_keys
        )

    def _allowed_gap_ms(self) -> int:
        return self.settings.tail_ms if self._is_burst() else self.settings.gap_ms

    def _is_late_end(self, at_ms: int) -> bool:
        """A second Enter of the same scanner, or the Enter of a scan that was taken without it."""
        if self._scan_end_ms is None:
            return False
        limit = self.settings.late_end_ms if self._end_missing else self.settings.gap_ms
        return 0 <= at_ms - self._scan_end_ms <= limit

    def _stray_count(self) -> int:
        """How many of the first held keys were a person's, pressed just before the trigger.

        A prefix tells. Without one, a key is a stray only if what follows is an article number with a right check
        digit, the whole is none, and the pause behind the stray is the longest of all.
        """
        if (prefix_at := self._prefix_at()) >= 0:
            return prefix_at
        keys = [key for key in self._held if key.text not in TERMINATORS]
        code = fold_width("".join(key.text for key in keys))
        if len(code) != len(keys) or has_check_digit(code):
            return 0
        for count in range(1, _STRAY_KEYS + 1):
            if len(code) - count in _GTIN_LENGTHS and has_check_digit(code[count:]):
                return count if _pause_is_longest(keys, count) else 0
        return 0


def _pause_is_longest(keys: list[_Held], at: int) -> bool:
    gaps = [after.at_ms - before.at_ms for before, after in pairwise(keys)]
    return gaps[at - 1] > max(gaps[at:], default=0)
