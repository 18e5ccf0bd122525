"""Scans into a running composition of an input method: what can be rescued, decided from texts and times, without Qt.

An input method gets a key before the window does. In a composition it takes the digits of a scanner for its own:
it lets them grow the composition, commits them behind other text, or chooses a candidate with the first of them and
lets the others pass. Each leaves another trace here. `docs/scanning.md` has the rules and their limits.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from app.ui.kit.scan_rejoin import is_article, is_digits, is_scale_label
from app.values.barcode import has_check_digit
from app.values.text import fold_width

_WITHOUT_FIRST_DIGIT: Final = 12


@dataclass(frozen=True, slots=True)
class Mended:
    """What a scan was, the first key of which an input method took.

    Attributes:
        code: The whole code; empty when more than can be restored is missing.
        chosen: The word that the scanner chose for nobody; to be taken out again.
    """

    code: str
    chosen: str


@dataclass(slots=True)
class Composition:
    """Follows the text that an input method has not committed yet.

    Attributes:
        gap_ms: Longest pause between two keys of a scanner.
        tail_ms: Longest pause between a word chosen by a scanner's first digit and the rest of the scan.
        late_end_ms: So long a scan that was taken out of a composition may still come back as a commit.
    """

    gap_ms: int
    tail_ms: int
    late_end_ms: int
    _preedit: str = ""
    _grown: str = ""
    _grown_ms: int = 0
    _has_digits: bool = False
    _chosen: list[str] = field(default_factory=list)
    _chosen_ms: int = 0
    _taken: str = ""
    _taken_ms: int = 0

    @property
    def is_open(self) -> bool:
        """Whether text is being composed."""
        return bool(self._preedit)

    @property
    def scan(self) -> str:
        """The code by which a scanner has made the composition grow, or nothing."""
        grown = fold_width(self._grown)
        return grown if is_article(grown) or is_scale_label(grown) else ""

    @property
    def scan_ms(self) -> int:
        """When the composition last grew by a digit."""
        return self._grown_ms

    def show(self, preedit: str, at_ms: int) -> None:
        """The composition changed."""
        added = preedit[len(self._preedit) :] if preedit.startswith(self._preedit) else None
        if added and is_digits(added):
            is_fast = bool(self._grown) and 0 <= at_ms - self._grown_ms <= self.gap_ms
            self._grown = (self._grown if is_fast else "") + added
            self._grown_ms = at_ms
            self._has_digits = True
        elif added != "":
            self._grown = ""
        if not preedit:
            self._has_digits = False
        self._preedit = preedit

    def take(self, at_ms: int) -> str:
        """Take the scan out of the composition, which is over then; should it be committed, `split` drops it."""
        code = self.scan
        self._taken, self._taken_ms = self._grown, at_ms
        self._close()
        return code

    def split(self, text: str, at_ms: int) -> tuple[str, str]:
        """A commit of composed text: the part that is text, and the scan behind it. One of them may be empty."""
        taken, self._taken = self._taken, ""
        is_back = bool(taken) and 0 <= at_ms - self._taken_ms <= self.late_end_ms and text.endswith(taken)
        if is_back:
            text = text[: -len(taken)]
        tail = self._tail_of(text)
        self._close()
        return (text[: len(text) - len(tail)], tail)

    def choose(self, text: str, at_ms: int) -> None:
        """A word was committed, by whatever key."""
        if not 0 <= at_ms - self._chosen_ms <= self.tail_ms:
            self._chosen = []
        self._chosen.append(text)
        self._chosen_ms = at_ms

    def mend(self, code: str, began_ms: int) -> Mended | None:
        """What a scan was that followed a chosen word at once; None if it is what it seems.

        The first digit of a 13-digit article number follows from its check digit, for it alone counts once: exactly
        one digit makes the number right. With more digits missing, several numbers would be right.
        """
        chosen, self._chosen = "".join(self._chosen), []
        is_near = 0 <= began_ms - self._chosen_ms <= self.tail_ms
        if not chosen or not is_near or is_article(code) or is_scale_label(code):
            return None
        plain = fold_width(code)
        if len(plain) != _WITHOUT_FIRST_DIGIT or not is_digits(plain):
            return Mended("", chosen)
        return Mended(next(f"{digit}{plain}" for digit in range(10) if has_check_digit(f"{digit}{plain}")), chosen)

    def _tail_of(self, text: str) -> str:
        if self._grown and text.endswith(self._grown) and self.scan:
            return self._grown
        count = 0
        while count < len(text) and is_digits(text[-1 - count]):
            count += 1
        tail = text[len(text) - count :]
        # Digits that were seen to grow at a hand's pace are a hand's.
        return tail if not self._has_digits and (is_article(tail) or is_scale_label(tail)) else ""

    def _close(self) -> None:
        self._preedit, self._grown, self._has_digits = "", "", False
