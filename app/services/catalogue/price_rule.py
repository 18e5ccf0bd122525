"""New prices from old ones: by a share, by an amount, and to a pleasant ending. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.values.money import ZERO, Money
from app.values.rates import Rate
from app.values.rounding import divide_half_up

NO_SHARE = Rate(0)


class Ending(StrEnum):
    """What a price shall end in, of the shop's large unit."""

    AS_IS = "as_is"
    TENTH = "tenth"
    """To a whole tenth: 12.30."""
    NINE_TENTHS = "nine_tenths"
    """To nine tenths: 12.90."""
    NINETY_NINE = "ninety_nine"
    """To ninety-nine hundredths: 12.99."""
    WHOLE = "whole"
    """To a whole: 12.00."""


@dataclass(frozen=True, slots=True)
class PriceRule:
    """How prices change.

    Attributes:
        share: Added to the price; below zero it goes down.
        add: Added after the share.
        ending: The nearest price that ends so, upwards from the middle; never nothing.
    """

    share: Rate = NO_SHARE
    add: Money = ZERO
    ending: Ending = Ending.AS_IS


def new_price(price: Money, rule: PriceRule, *, exponent: int = 2) -> Money:
    """The price by the rule; at least the smallest that ends as asked, never below zero."""
    raw = divide_half_up(price.minor * (10_000 + rule.share.bp), 10_000) + rule.add.minor
    raw = max(raw, 0)
    unit = 10**exponent
    steps = {
        Ending.AS_IS: (1, 0),
        Ending.TENTH: (max(unit // 10, 1), 0),
        Ending.NINE_TENTHS: (unit, unit * 9 // 10),
        Ending.NINETY_NINE: (unit, unit * 99 // 100),
        Ending.WHOLE: (unit, 0),
    }
    step, rest = steps[rule.ending]
    least = rest or (0 if rule.ending is Ending.AS_IS else step)
    return Money(max(divide_half_up(raw - rest, step) * step + rest, least))
