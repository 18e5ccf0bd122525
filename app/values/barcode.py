"""Codes as scanners send them: check digits, kinds, and the labels that a scale prints.

GTINs are judged by `biip` where a message is more than digits; the check digit and the shop's own scale labels
are ours, since no library knows the Chinese scale formats.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.values.money import Money
from app.values.quantity import Quantity
from app.values.text import fold_width

_AIM_PREFIXES = ("]E0", "]E4", "]C0", "]C1", "]d2", "]Q3", "]e0")
MAX_CODE = 64


def clean_code(text: str) -> str:
    """A code as it is stored: full-width digits brought back, AIM prefix and control characters dropped."""
    code = "".join(char for char in fold_width(text) if char.isprintable() and not char.isspace())
    for prefix in _AIM_PREFIXES:
        if code.startswith(prefix):
            code = code[len(prefix) :]
    return code[:MAX_CODE]


def check_digit(body: str) -> int:
    """The GS1 mod-10 digit for the digits before it (any length).

    Raises:
        ValueError: `body` is not ASCII digits.
    """
    if not (body.isascii() and body.isdigit()):
        raise ValueError(f"not digits: {body!r}")
    total = sum(int(char) * (3 if at % 2 == 0 else 1) for at, char in enumerate(reversed(body)))
    return -total % 10


def has_check_digit(code: str) -> bool:
    """Whether the last digit of an EAN-8, UPC-A, EAN-13 or GTIN-14 is right."""
    if len(code) not in (8, 12, 13, 14) or not (code.isascii() and code.isdigit()):
        return False
    return check_digit(code[:-1]) == int(code[-1])


def gtin_forms(code: str) -> tuple[str, ...]:
    """The spellings under which the same article may be stored: UPC-A is EAN-13 with a leading zero."""
    if len(code) == 12 and has_check_digit(code):
        return (code, "0" + code)
    if len(code) == 13 and code.startswith("0") and has_check_digit(code):
        return (code, code[1:])
    return (code,)


class ScaleField(StrEnum):
    """What the five digits behind the article number of a scale label say."""

    WEIGHT = "weight"
    AMOUNT = "amount"


@dataclass(frozen=True, slots=True)
class ScaleRule:
    """How this shop's scale writes its 13-digit labels.

    Attributes:
        flags: Two-digit prefixes that mark such a label (20 to 29).
        plu_digits: Length of the article number behind the flag; the value takes the rest up to the check digit.
        holds: Weight in grams, or amount in minor units.
        verify: Whether the check digit must be right; many scales print a wrong one.
    """

    flags: tuple[str, ...] = ("21", "22")
    plu_digits: int = 5
    holds: ScaleField = ScaleField.AMOUNT
    verify: bool = False


@dataclass(frozen=True, slots=True)
class ScaleLabel:
    """What a scale label says: an article number, and a weight or an amount."""

    plu: str
    weight: Quantity | None
    amount: Money | None


def read_scale_label(code: str, rule: ScaleRule) -> ScaleLabel | None:
    """Take a 13-digit scale label apart, or say with None that it is none."""
    if len(code) != 13 or not (code.isascii() and code.isdigit()) or code[:2] not in rule.flags:
        return None
    if rule.verify and not has_check_digit(code):
        return None
    plu, value = code[2 : 2 + rule.plu_digits], int(code[2 + rule.plu_digits : 12])
    if value == 0:
        return None
    if rule.holds is ScaleField.WEIGHT:
        return ScaleLabel(plu, weight=Quantity(value), amount=None)
    return ScaleLabel(plu, weight=None, amount=Money(value))


def make_scale_label(plu: str, value: int, *, flag: str = "21") -> str:
    """The 13 digits a scale would print; for tests, the tour and the demo shop."""
    body = flag + plu + f"{value:0{10 - len(plu)}d}"
    return body + str(check_digit(body))
