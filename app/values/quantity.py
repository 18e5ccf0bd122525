"""How much: pieces and kilograms as thousandths."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from app.values.text import LONGEST_NUMBER, plain_number

MOST_MILLI = 10**12


@dataclass(frozen=True, slots=True, order=True)
class Quantity:
    """A number of units in thousandths: 1 piece is 1000, 0.735 kg is 735."""

    milli: int

    def __post_init__(self) -> None:
        if type(self.milli) is not int:
            raise TypeError(f"thousandths must be int, got {self.milli!r}")

    @classmethod
    def of(cls, whole: int) -> Quantity:
        """A whole number of units."""
        return cls(whole * 1000)

    @classmethod
    def parse(cls, text: str) -> Quantity:
        """Read typed text such as `3` or `0.735`.

        Raises:
            ValueError: not a number, more than three decimals, or more than a thousand million.
        """
        plain = plain_number(text.strip())
        milli = None if plain is None else Decimal(plain) * 1000
        if milli is None or milli != milli.to_integral_value() or abs(milli) > MOST_MILLI:
            raise ValueError(f"not a quantity: {text[:LONGEST_NUMBER]!r}")
        return cls(int(milli))

    def __add__(self, other: Quantity) -> Quantity:
        return Quantity(self.milli + other.milli)

    def __sub__(self, other: Quantity) -> Quantity:
        return Quantity(self.milli - other.milli)

    def __neg__(self) -> Quantity:
        return Quantity(-self.milli)

    def __bool__(self) -> bool:
        return self.milli != 0

    @property
    def is_whole(self) -> bool:
        """No thousandths."""
        return self.milli % 1000 == 0

    def __str__(self) -> str:
        sign, size = ("-", -self.milli) if self.milli < 0 else ("", self.milli)
        whole, rest = divmod(size, 1000)
        return f"{sign}{whole}" if rest == 0 else f"{sign}{whole}.{rest:03d}"


ONE = Quantity(1000)
NONE = Quantity(0)
