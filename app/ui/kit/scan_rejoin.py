"""Which pieces of a broken scan belong together: decided from texts and times, without Qt.

A radio that stalls or a machine that is busy cuts a scan in two. The first piece has then been given back as typing.
When the rest follows soon, an article number with a right check digit, or a first piece that no hand could have
typed, tells that both are one code. `docs/scanning.md` has the rules with examples.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from app.values.barcode import has_check_digit
from app.values.text import fold_width

LONGEST_ARTICLE: Final = 14
_MOST_PIECES: Final = 3
_LABEL_LENGTH: Final = 13
OF_A_NUMBER: Final = frozenset("0123456789.")


@dataclass(frozen=True, slots=True)
class Piece:
    """Keys that were given back together: each came within the pace of a machine behind the one before.

    Attributes:
        text: The characters.
        first_ms: Time of the first key.
        last_ms: Time of the last key.
    """

    text: str
    first_ms: int
    last_ms: int


@dataclass(frozen=True, slots=True)
class Joint:
    """What stands before a scan and belongs to it.

    Attributes:
        before: The characters that were given back as typing.
        needs_start: Join only if they do not continue a number where they landed: a person might have typed them.
    """

    before: str
    needs_start: bool


@dataclass(frozen=True, slots=True)
class JoinRules:
    """The limits of joining.

    Attributes:
        pause_ms: Longest pause between two pieces.
        min_keys: From this length on, a piece at a machine's pace is no hand's.
        joins_own_codes: Whether a machine's piece joins a rest that is no article number. Not for a scanner without
            an end key: its pieces may be two codes.
        prefix: What a programmed scanner sends first.
    """

    pause_ms: int
    min_keys: int
    joins_own_codes: bool
    prefix: str


def is_article(code: str) -> bool:
    """Whether a code is a GTIN with a right check digit."""
    return has_check_digit(fold_width(code))


def is_scale_label(code: str) -> bool:
    """Whether a code may be the label of a scale; many scales print a wrong check digit."""
    plain = fold_width(code)
    return len(plain) == _LABEL_LENGTH and is_digits(plain) and plain.startswith("2")


def is_digits(text: str) -> bool:
    """Whether a text is digits of any width, and nothing else."""
    plain = fold_width(text)
    return len(plain) == len(text) and plain.isascii() and plain.isdigit()


def find_joint(pieces: Sequence[Piece], text: str, first_ms: int, rules: JoinRules) -> Joint | None:
    """What was given back as typing just before a scan of `text` and belongs to it, or None."""
    linked = _linked(pieces, first_ms, rules.pause_ms)
    for count in range(1, min(_MOST_PIECES, len(linked)) + 1):
        if (joint := _article_joint(linked, count, text, rules)) is not None:
            return joint
    return _machine_joint(linked[-1], text, rules) if linked else None


def _linked(pieces: Sequence[Piece], first_ms: int, pause_ms: int) -> list[Piece]:
    """The pieces that follow each other and the scan closely enough."""
    ends = [*pieces, Piece("", first_ms, first_ms)]
    linked: list[Piece] = []
    for piece, following in reversed(list(pairwise(ends))):
        if not 0 <= following.first_ms - piece.last_ms <= pause_ms:
            break
        linked.insert(0, piece)
    return linked


def _article_joint(linked: list[Piece], count: int, text: str, rules: JoinRules) -> Joint | None:
    parts = linked[-count:]
    before = "".join(piece.text for piece in parts)
    whole = before + text
    if not (is_article(whole) or (is_scale_label(whole) and len(before) > 1)):
        return None
    if any(len(piece.text) >= rules.min_keys for piece in parts):
        return Joint(before, needs_start=False)
    is_short = len(text) < rules.min_keys
    if is_short or (count > 1 and max(len(piece.text) for piece in parts) == 1) or _continues_number(linked, count):
        return None
    return Joint(before, needs_start=is_article(text))


def _continues_number(linked: list[Piece], count: int) -> bool:
    """Whether the pieces continue a number that a person was typing."""
    return len(linked) > count and linked[-count - 1].text[-1:] in OF_A_NUMBER


def _machine_joint(piece: Piece, text: str, rules: JoinRules) -> Joint | None:
    """The piece before, if only a machine can have typed it and the rest is nothing by itself."""
    if rules.prefix and rules.prefix in piece.text:
        return Joint(piece.text[piece.text.index(rules.prefix) :], needs_start=False)
    is_machine = len(piece.text) >= rules.min_keys <= len(text)
    return (
        Joint(piece.text, needs_start=False) if is_machine and rules.joins_own_codes and not is_article(text) else None
    )
