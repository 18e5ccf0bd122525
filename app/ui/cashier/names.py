"""Names that presenters and views share; no Qt here, so that presenters are tested without it."""

from __future__ import annotations

from enum import StrEnum


class PanelName(StrEnum):
    """Every panel of the sale screen."""

    SEARCH = "search"
    MEMBER = "member"
    HELD = "held"
    VALUE = "value"
    REFUND = "refund"
    GRANT = "grant"
    TILL = "till"
    CASH = "cash"
    CLOSE_SHIFT = "close_shift"
    PIN = "pin"
    PAPER = "paper"
    KEYS = "keys"
    UNSURE = "unsure"
    QUICK = "quick"
    PAYMENT = "payment"


class Cue(StrEnum):
    """What the ear is told; values are those of the kit's tones."""

    UNKNOWN = "unknown"
    WEIGHT = "weight"
    DONE = "done"
    STOP = "stop"


class Mood(StrEnum):
    """What a notice is about; values are those of the kit's notices."""

    INFO = "info"
    GOOD = "good"
    CAREFUL = "careful"
    PROBLEM = "problem"
