"""Named roundings on whole numbers; nobody else divides money."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum


def divide_half_up(numerator: int, denominator: int) -> int:
    """`numerator / denominator`, halves away from zero.

    Raises:
        ZeroDivisionError: the denominator is zero.
    """
    if denominator < 0:
        numerator, denominator = -numerator, -denominator
    sign = -1 if numerator < 0 else 1
    return sign * ((2 * abs(numerator) + denominator) // (2 * denominator))


def split_largest_remainder(whole: int, weights: Sequence[int]) -> list[int]:
    """Split `whole` in proportion to `weights` so that the parts always add up; ties go to the earlier part.

    A split of weights that are all zero gives everything to the first part.

    Raises:
        ValueError: no weights, or a negative one.
    """
    if not weights or min(weights) < 0:
        raise ValueError("weights must be given and must not be negative")
    total = sum(weights)
    if total == 0:
        return [whole] + [0] * (len(weights) - 1)
    sign = -1 if whole < 0 else 1
    size = abs(whole)
    parts = [size * weight // total for weight in weights]
    order = sorted(range(len(weights)), key=lambda at: (-(size * weights[at] % total), at))
    for at in order[: size - sum(parts)]:
        parts[at] += 1
    return [sign * part for part in parts]


def share_of(whole: int, part: int, units: int) -> int:
    """What falls to the first `part` of `units` equal units of `whole`, halves up; of no units nothing.

    Taking differences of growing parts telescopes: whatever the steps, they end at exactly `whole`.
    """
    return divide_half_up(whole * part, units) if units else 0


class CashRounding(StrEnum):
    """How a sum paid in cash meets the smallest coin (抹零)."""

    NEAREST = "nearest"
    DOWN = "down"
    UP = "up"


def round_to_step(minor: int, step: int, mode: CashRounding) -> int:
    """`minor` brought to a multiple of `step`; the sign is kept out of it, so that a refund mirrors its sale."""
    if step <= 1:
        return minor
    sign = -1 if minor < 0 else 1
    size = abs(minor)
    if mode is CashRounding.DOWN:
        steps = size // step
    elif mode is CashRounding.UP:
        steps = -(-size // step)
    else:
        steps = divide_half_up(size, step)
    return sign * steps * step
