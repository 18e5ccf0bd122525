"""The price of a fixed amount, so that packs of different sizes can be compared."""

from __future__ import annotations

from app.services.labels.values import UnitPrice
from app.values.money import Money
from app.values.rounding import divide_half_up

LARGE_PACK_MILLI = 250_000
"""From 250 g or ml on the price is told for a kilogram or litre, below for 100 g or ml."""
_LARGE, _SMALL, _PIECE_MILLI = 1_000_000, 100_000, 1_000
_NAMES = {("g", _LARGE): "kg", ("g", _SMALL): "100g", ("ml", _LARGE): "l", ("ml", _SMALL): "100ml"}


def unit_price(price: Money, content_milli: int | None, content_unit: str) -> UnitPrice | None:
    """What a kilogram, litre, 100 g, 100 ml or piece costs, halves up.

    None where the content is unknown, is a single piece, or is exactly the amount that would be told.
    """
    if not content_milli or content_milli < 0:
        return None
    if content_unit == "piece":
        several = content_milli > _PIECE_MILLI
        return UnitPrice(_share(price, _PIECE_MILLI, content_milli), "piece") if several else None
    base = _LARGE if content_milli >= LARGE_PACK_MILLI else _SMALL
    name = _NAMES.get((content_unit, base))
    if name is None or content_milli == base:
        return None
    return UnitPrice(_share(price, base, content_milli), name)


def _share(price: Money, base: int, content: int) -> Money:
    return Money(divide_half_up(price.minor * base, content))
