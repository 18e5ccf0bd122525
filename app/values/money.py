"""Amounts of the store's currency as whole minor units."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from app.values.quantity import Quantity
from app.values.rounding import divide_half_up, split_largest_remainder
from app.values.text import LONGEST_NUMBER, plain_number

MOST_MINOR = 10**13


@dataclass(frozen=True, slots=True, order=True)
class Money:
    """An amount of the store's currency, in minor units (fen, cents)."""

    minor: int

    def __post_init__(self) -> None:
        if type(self.minor) is not int:
            raise TypeError(f"minor units must be int, got {self.minor!r}")

    @classmethod
    def parse(cls, text: str, exponent: int = 2) -> Money:
        """Read typed or imported text such as `12.5`, `￥1,280.00` or full-width digits.

        Raises:
            ValueError: not an amount, or finer than the currency's smallest unit.
        """
        plain = plain_number(text.strip().lstrip("¥￥$€").replace(",", "").replace("，", "").strip())
        minor = None if plain is None else Decimal(plain).scaleb(exponent)
        if minor is None or minor != minor.to_integral_value() or abs(minor) > MOST_MINOR:
            raise ValueError(f"not an amount: {text[:LONGEST_NUMBER]!r}")
        return cls(int(minor))

    @classmethod
    def total(cls, amounts: Iterable[Money]) -> Money:
        """The sum; zero of none."""
        return cls(sum(amount.minor for amount in amounts))

    def __add__(self, other: Money) -> Money:
        return Money(self.minor + other.minor)

    def __sub__(self, other: Money) -> Money:
        return Money(self.minor - other.minor)

    def __neg__(self) -> Money:
        return Money(-self.minor)

    def __bool__(self) -> bool:
        return self.minor != 0

    def times(self, quantity: Quantity) -> Money:
        """Price times quantity, rounded half up once: the only place where a price meets a weight."""
        return Money(divide_half_up(self.minor * quantity.milli, 1000))

    def split(self, weights: Sequence[int]) -> list[Money]:
        """Split by largest remainder; the parts always add up to the whole."""
        return [Money(part) for part in split_largest_remainder(self.minor, weights)]

    def plain(self, exponent: int = 2) -> str:
        """Digits with a point and no sign of currency: `1280.00`."""
        sign, size = ("-", -self.minor) if self.minor < 0 else ("", self.minor)
        if exponent == 0:
            return f"{sign}{size}"
        whole, rest = divmod(size, 10**exponent)
        return f"{sign}{whole}.{str(rest).zfill(exponent)}"

    def __str__(self) -> str:
        return self.plain()


ZERO = Money(0)
