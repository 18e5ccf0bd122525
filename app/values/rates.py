"""Rates in basis points: 13 % is 1300."""

from __future__ import annotations

from dataclasses import dataclass

from app.values.money import Money
from app.values.rounding import divide_half_up


@dataclass(frozen=True, slots=True, order=True)
class Rate:
    """A share in basis points (hundredths of a per cent)."""

    bp: int

    def __post_init__(self) -> None:
        if type(self.bp) is not int:
            raise TypeError(f"basis points must be int, got {self.bp!r}")

    def on_top_of(self, net: Money) -> Money:
        """Tax added to a price that does not contain it (US), rounded half up."""
        return Money(divide_half_up(net.minor * self.bp, 10_000))

    def contained_in(self, gross: Money) -> Money:
        """Tax inside a price that contains it (China, EU), rounded half up."""
        return Money(divide_half_up(gross.minor * self.bp, 10_000 + self.bp))
