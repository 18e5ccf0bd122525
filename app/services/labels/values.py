"""Labels as values: what stands on them, and the size of what they are printed on."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from app.values.errors import QT_TRANSLATE_NOOP, UserError
from app.values.money import Money

Language = Literal["zh", "en"]
MOST_COPIES = 999
_UM_PER_INCH = 25_400


class LabelTooSmall(UserError):
    """The bars would be too fine to be read."""

    text = QT_TRANSLATE_NOOP(
        "errors", "The code {code} does not fit a label of {width} x {height} mm. Choose a larger label."
    )


class CodeNotPrintable(UserError):
    """No bars can say it."""

    text = QT_TRANSLATE_NOOP("errors", "The code {code} holds characters that bars cannot show.")


@dataclass(frozen=True, slots=True)
class MoneyStyle:
    """How amounts are written.

    Attributes:
        sign: In front of the amount, as `￥`.
        exponent: Decimals of the currency.
    """

    sign: str = "￥"
    exponent: int = 2

    def show(self, amount: Money) -> str:
        """As it stands on a label."""
        return self.sign + amount.plain(self.exponent)


YUAN = MoneyStyle()


@dataclass(frozen=True, slots=True)
class UnitPrice:
    """What a fixed amount of the goods costs, for comparing packs.

    Attributes:
        per: `kg`, `100g`, `l`, `100ml` or `piece`.
    """

    amount: Money
    per: str


@dataclass(frozen=True, slots=True)
class ShelfLabel:
    """What hangs at the shelf.

    Attributes:
        code: The article's barcode; empty for loose goods.
        member_price: Only where members pay less.
        per_kg: The price is one of a kilogram.
    """

    name: str
    price: Money
    spec: str = ""
    code: str = ""
    member_price: Money | None = None
    unit_price: UnitPrice | None = None
    per_kg: bool = False


@dataclass(frozen=True, slots=True)
class ProductLabel:
    """What sticks on the goods themselves, above all on those without a barcode of their own."""

    name: str
    code: str
    spec: str = ""
    price: Money | None = None
    best_before: dt.date | None = None


Label = ShelfLabel | ProductLabel


@dataclass(frozen=True, slots=True)
class LabelSize:
    """Width and height of one label in thousandths of a millimetre."""

    width_um: int
    height_um: int

    @classmethod
    def parse(cls, text: str) -> LabelSize:
        """`40x30`, in whole millimetres.

        Raises:
            ValueError: it is not.
        """
        width, _, height = text.partition("x")
        if not (width.isdecimal() and height.isdecimal() and int(width) and int(height)):
            raise ValueError(f"not a label size: {text!r}")
        return cls(int(width) * 1000, int(height) * 1000)

    def __str__(self) -> str:
        return f"{_millimetres(self.width_um)}x{_millimetres(self.height_um)}"


@dataclass(frozen=True, slots=True)
class LabelStock:
    """A roll in a label printer.

    Attributes:
        gap_um: Between two labels; 0 on paper without gaps.
    """

    size: LabelSize = LabelSize(40_000, 30_000)
    dots_per_inch: int = 203
    gap_um: int = 2_000


def dots(length_um: int, dots_per_inch: int) -> int:
    """A length in whole dots, the nearest."""
    return (2 * length_um * dots_per_inch + _UM_PER_INCH) // (2 * _UM_PER_INCH)


def _millimetres(length_um: int) -> str:
    whole, rest = divmod(length_um, 1000)
    return f"{whole}.{rest:03d}".rstrip("0") if rest else str(whole)
