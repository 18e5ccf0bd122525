"""Where an axis ends and which of its values are named: 1, 2 or 5 with zeros."""

from __future__ import annotations

MOST_TICKS = 5


def nice_step(top: int) -> int:
    """The distance of named values so that there are at most `MOST_TICKS` above zero; at least 1."""
    step = 1
    while True:
        for factor in (1, 2, 5):
            if step * factor * MOST_TICKS >= top:
                return step * factor
        step *= 10


def nice_top(largest: int) -> int:
    """The first named value that is not below `largest`; at least 1."""
    step = nice_step(max(largest, 1))
    return -(-max(largest, 1) // step) * step


def ticks(top: int) -> list[int]:
    """The named values from zero to `top`."""
    return list(range(0, top + 1, nice_step(top)))
