"""Which keys are a scan and which are a person: decided from characters and times alone, without Qt.

A scanner types faster than a hand. Characters are held until the next one tells what they were: a burst that ends
with Enter or Tab is a scan, anything else is given back in the order it came. A character is never lost and never
given twice; `ScanCore` only names tokens, the caller keeps the events behind them. A scan that was broken by a pause
is put together again (`scan_rejoin`).
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import pairwise

from app.ui.kit.scan_rejoin import (
    LONGEST_ARTICLE,
    JoinRules,
    Joint,
    Piece,
    find_joint,
    is_article,
    is_digits,
    is_scale_label,
)
from app.values.barcode import has_check_digit
from app.values.text import fold_width

TERMINATORS = ("\r", "\n", "\t")
# Separators that GS1 codes carry between fields, sent as Ctrl+] and its neighbours.
SEPARATORS = ("\x1c", "\x1d", "\x1e", "\x1f", "\x04")
MAX_KEYS = 512
_GTIN_LENGTHS = (8, 12, 13, 14)
_STRAY_KEYS = 2
_MOST_PIECES = 4
_TWIN_MS = 20


@dataclass(frozen=True, slots=True)
class ScanSettings:
    """How this till tells a scanner from a hand.

    Attributes:
        gap_ms: Longest pause between two keys of a scanner.
        hold_ms: How long a lone key is held before it is given back.
        min_keys: Fewest characters (without prefix and end) of a scan.
        sure_keys: From this length on a burst is a scan even if its Enter never comes.
        tail_ms: Longest pause inside or behind a burst that is already as long as a scan.
        late_end_ms: An Enter this late still belongs to a scan taken without one, and is dropped. Also the longest
            pause that a broken scan survives.
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
    """These keys were a scanner: `text` is what it read, without prefix and end. Empty text: drop the keys.

    Attributes:
        before: What was given back as typing a moment ago and was the beginning of this scan. To be taken back.
        whole: The code if that succeeds; `text` is the code if it does not.
        needs_start: Take `before` back only where it does not continue a number.
        began_ms: Time of the first of these keys.
        key_ms: Time from one of these keys to the next, on the average.
    """

    text: str
    tokens: tuple[int, ...]
    before: str = ""
    whole: str = ""
    needs_start: bool = False
    began_ms: int = 0
    key_ms: int = field(default=0, compare=False)


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
    _rest_at: int | None = None  # where the held keys went on after a pause
    _pieces: list[Piece] = field(default_factory=list)  # given back last, oldest first
    _scan_end_ms: int | None = None
    _end_missing: bool = False
    _sends_end: bool | None = None  # whether the scanner ends its scans with a key; None before the first scan

    @property
    def is_holding(self) -> bool:
        """Whether any key waits for a decision."""
        return bool(self._held)

    @property
    def wait_ms(self) -> int:
        """How long after the last key `expire` is due."""
        if self._waits_for_rest():
            return self.settings.late_end_ms
        return self.settings.tail_ms if self._is_running() else self.settings.hold_ms

    def wants(self, text: str, at_ms: int) -> bool:
        """Whether a key would be held or dropped; call `settle` first. A key not wanted goes its normal way."""
        if text in TERMINATORS:
            return self.is_holding or self._is_late_end(at_ms)
        if text in SEPARATORS:
            return self.is_holding or self._starts_prefix(text)
        return len(text) == 1 and (text.isprintable() or self._starts_prefix(text))

    def is_twin(self, text: str, at_ms: int) -> bool:
        """Whether a key that is reported as held down is a scanner's second of two equal digits.

        X11 tells a repeat by a release and a press of one key in the same millisecond; a fast scanner does just that.
        A key that is held down waits far longer before its first repeat.
        """
        last = self._held[-1] if self._held else None
        return last is not None and last.text == text and 0 <= at_ms - last.at_ms <= _TWIN_MS

    def forget(self) -> None:
        """What was given back can no longer begin a scan: another key or a tap came between."""
        self._pieces = []

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
        if self._waits_for_rest() and at_ms - self._held[-1].at_ms > self.settings.tail_ms:
            self._rest_at = len(self._held)
        self._held.append(_Held(text, at_ms, token))
        self._end_missing = False
        decided += self._take_full()
        if self._ends_with_suffix():
            return decided + self._take(at_ms)
        if len(self._held) >= MAX_KEYS:
            return decided + self.expire()
        return decided

    def expire(self) -> tuple[Decision, ...]:
        """No key came in time: a long burst is a scan whose end is missing, the rest was typed."""
        if not self._held:
            return ()
        decided = () if self._is_whole() else self._split()
        if not self._is_sure(self._held):
            return (*decided, self._give_back())
        decided += self._take(self._held[-1].at_ms)
        self._end_missing, self._sends_end = True, False
        return decided

    def _end(self, text: str, at_ms: int, token: int) -> tuple[Decision, ...]:
        if not self._held:
            dropped = self._is_late_end(at_ms)
            if dropped and self._end_missing:
                self._sends_end = True
            self._end_missing = False
            self.forget()
            return (Scan("", (token,)),) if dropped else (Replay((token,)),)
        decided = () if self._is_whole() or self._goes_on() else self._split()
        is_scan = self._is_burst(self._held) or self._joint(self._held) is not None
        self._held.append(_Held(text, at_ms, token))
        if not is_scan:
            return (*decided, self._give_back())
        self._sends_end = True
        return decided + self._take(at_ms)

    def _take(self, at_ms: int) -> tuple[Decision, ...]:
        """A scan, and before it what a person had just typed."""
        joint = self._joint(self._held)
        strays = self._stray_count() if joint is None else 0
        typed, scanned = self._held[:strays], self._held[strays:]
        self._held, self._rest_at, self._pieces = [], None, []
        self._scan_end_ms = at_ms
        before = (Replay(tuple(key.token for key in typed)),) if typed else ()
        text, tokens = self._text_of(scanned), tuple(key.token for key in scanned)
        key_ms = (scanned[-1].at_ms - scanned[0].at_ms) // max(len(scanned) - 1, 1)
        scan = Scan(text, tokens, began_ms=scanned[0].at_ms, key_ms=key_ms)
        if joint is not None:
            whole = self._bare(joint.before + text)
            scan = replace(scan, before=joint.before, whole=whole, needs_start=joint.needs_start)
        return (*before, scan)

    def _give_back(self) -> Replay:
        keys, self._held, self._rest_at = self._held, [], None
        self._scan_end_ms = None
        if any(key.text in TERMINATORS for key in keys):
            self.forget()
        else:
            piece = Piece("".join(key.text for key in keys), keys[0].at_ms, keys[-1].at_ms)
            self._pieces = [*self._pieces, piece][-_MOST_PIECES:]
        return Replay(tuple(key.token for key in keys))

    # -- scans that were broken by a pause ------------------------------------------------------------------------

    def _joint(self, keys: list[_Held]) -> Joint | None:
        if not self._pieces or self._prefix_at() >= 0:
            return None
        settings = self.settings
        owns = self._sends_end is not False
        rules = JoinRules(settings.late_end_ms, settings.min_keys, owns, settings.prefix)
        return find_joint(self._pieces, self._text_of(keys), keys[0].at_ms, rules)

    def _waits_for_rest(self) -> bool:
        """Whether the held keys may be the first part of an article number, the rest of which is late."""
        if self._rest_at is not None or not self._is_sure(self._held):
            return False
        text = self._text_of(self._held)
        if len(text) >= LONGEST_ARTICLE or not is_digits(text):
            return False
        return self._sends_end is not False or not is_article(text)

    def _is_running(self) -> bool:
        """Whether the next key of the scanner may take longer: a burst, or the rest of one that is not complete."""
        first = self._held[: self._rest_at] if self._rest_at is not None else []
        return self._is_burst(self._newest()) or (bool(first) and not is_article(self._text_of(first)))

    def _newest(self) -> list[_Held]:
        """The held keys since the last pause."""
        return self._held[self._rest_at or 0 :]

    def _is_whole(self) -> bool:
        """Whether held keys with a pause among them are one article number all the same; true without a pause."""
        if self._rest_at is None or is_article(self._text_of(self._held)):
            return True
        joint = self._joint(self._held)
        return joint is not None and is_article(joint.before + self._text_of(self._held))

    def _goes_on(self) -> bool:
        """Whether what followed the pause, and an end key, is the rest of a scale label or of a shop's own code."""
        if is_scale_label(self._text_of(self._held)):
            return True
        first, rest = self._held[: self._rest_at], self._newest()
        if is_article(self._text_of(first)) or is_article(self._text_of(rest)):
            return False
        return self._is_burst(rest) and self._sends_end is not False

    def _split(self) -> tuple[Decision, ...]:
        """The keys before the pause were a scan without end; those behind it are judged by themselves."""
        rest = self._newest()
        self._held = self._held[: self._rest_at]
        decided = self._take(self._held[-1].at_ms)
        self._held = rest
        self._sends_end = False
        return decided

    def _take_full(self) -> tuple[Decision, ...]:
        """An article number is let go as soon as more follows than any such number has."""
        if self._rest_at is None or len(self._held) <= LONGEST_ARTICLE:
            return ()
        return self._split() if is_article(self._text_of(self._held[: self._rest_at])) else ()

    # -- reading the held keys ------------------------------------------------------------------------------------

    def _text_of(self, keys: list[_Held]) -> str:
        return self._bare("".join(key.text for key in keys if key.text not in TERMINATORS))

    def _bare(self, text: str) -> str:
        """A text without the programmed prefix and suffix."""
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
        return bool(suffix) and self._is_burst(self._held) and self._held_text().endswith(suffix)

    def _is_burst(self, keys: list[_Held]) -> bool:
        return len(keys) >= self.settings.min_keys or (keys is self._held and self._prefix_at() >= 0)

    def _is_sure(self, keys: list[_Held]) -> bool:
        return len(keys) >= self.settings.sure_keys or (
            self._prefix_at() >= 0 and len(keys) >= len(self.settings.prefix) + self.settings.min_keys
        )

    def _allowed_gap_ms(self) -> int:
        if self._waits_for_rest():
            return self.settings.late_end_ms
        return self.settings.tail_ms if self._is_running() else self.settings.gap_ms

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
