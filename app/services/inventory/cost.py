"""The moving average cost of one own unit, in whole minor units (docs/inventory.md)."""

from __future__ import annotations

from app.values.rounding import divide_half_up

PER_UNIT = 1000
"""Thousandths in one own unit: the average is for one of them."""


def average_after(on_hand_milli: int, average: int | None, received_milli: int, cost: int | None) -> int | None:
    """The average once goods came in.

    What is on hand below zero was sold before it was booked in and weighs nothing: the average is then that of the
    goods that came.

    Args:
        on_hand_milli: Before they came.
        average: Before they came; None when unknown. Goods of unknown cost take the first cost that comes.
        received_milli: Above zero.
        cost: What all that came cost; None when unknown, which leaves the average as it is.
    """
    if cost is None:
        return average
    present = max(on_hand_milli, 0)
    if average is None:
        return divide_half_up(cost * PER_UNIT, received_milli)
    return divide_half_up(present * average + cost * PER_UNIT, present + received_milli)


def average_without(on_hand_milli: int, average: int | None, taken_milli: int, cost: int | None) -> int | None:
    """The average once goods that came in earlier, at `cost` in all, are taken out of the pool again.

    Where nothing of the pool would remain, or the rest would be worth less than nothing, the average stays.

    Args:
        on_hand_milli: Before they are taken out.
        taken_milli: Above zero.
    """
    rest = on_hand_milli - taken_milli
    if cost is None or average is None or rest <= 0:
        return average
    value = on_hand_milli * average - cost * PER_UNIT
    return divide_half_up(value, rest) if value >= 0 else average


def cost_of(quantity_milli: int, average: int | None) -> int | None:
    """What a quantity costs at the average, with the quantity's sign."""
    return None if average is None else divide_half_up(quantity_milli * average, PER_UNIT)
