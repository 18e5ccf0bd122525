"""What somebody says about a product, checked and brought to one spelling before anything is written."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass

from app.values.barcode import MAX_CODE, clean_code
from app.values.errors import QT_TRANSLATE_NOOP, UserError
from app.values.money import Money
from app.values.rates import Rate
from app.values.text import clean_words, fold_width

MAX_NAME = 200
MAX_SPEC = 100
MAX_WORD = 100
MAX_NOTE = 2_000
MAX_PLU = 12
MAX_CODES = 20
MAX_SHELF_LIFE_DAYS = 36_500
MAX_PRICE = Money(9_999_999_999)


class NameMissing(UserError):
    """A product without a name."""

    text = QT_TRANSLATE_NOOP("errors", "A product needs a name.")


class TextTooLong(UserError):
    """A text that does not fit; nothing is cut off silently."""

    text = QT_TRANSLATE_NOOP("errors", "“{start}…” is too long: at most {most} characters.")


class PriceOutOfRange(UserError):
    """A negative price, or one that is surely a slip."""

    text = QT_TRANSLATE_NOOP("errors", "A price must lie between 0 and {most}.")


class BadCode(UserError):
    """A barcode or short number that no scanner or cashier could send."""

    text = QT_TRANSLATE_NOOP("errors", "“{code}” cannot be a code: letters, digits and signs, at most {most} of them.")


class TooManyCodes(UserError):
    """More barcodes than one product can sensibly have."""

    text = QT_TRANSLATE_NOOP("errors", "A product takes at most {most} barcodes.")


class BadShelfLife(UserError):
    """Days that cannot be."""

    text = QT_TRANSLATE_NOOP("errors", "Shelf life must be between 1 and {most} days.")


class BadTaxRate(UserError):
    """A tax rate below 0 or above 100 %."""

    text = QT_TRANSLATE_NOOP("errors", "A tax rate must lie between 0 % and 100 %.")


@dataclass(frozen=True, slots=True)
class ProductDraft:
    """A product as somebody wants it.

    Attributes:
        codes: Barcodes of the default sale unit.
        plu: Short number, typed at the till or printed by the scale.
        price: Shelf price (per kilogram when `by_weight`); None when nobody knows it yet.
        cost: Cost of one piece or kilogram.
        category: By name; made when there is none of this name. So are `family` and `supplier`.
        tax_rate: None for the shop's usual tax class.
        tax_inclusive: Prices contain the tax; None for what is usual in the shop.
    """

    name: str
    spec: str = ""
    brand: str = ""
    plu: str = ""
    codes: tuple[str, ...] = ()
    price: Money | None = None
    member_price: Money | None = None
    cost: Money | None = None
    category: str = ""
    family: str = ""
    supplier: str = ""
    unit_name: str = ""
    by_weight: bool = False
    tax_rate: Rate | None = None
    tax_inclusive: bool | None = None
    shelf_life_days: int | None = None
    zone: str = ""
    private: bool = False
    earns_points: bool = True
    note: str = ""


def checked(draft: ProductDraft) -> ProductDraft:
    """The draft in one spelling.

    Raises:
        UserError: the first thing about it that cannot be.
    """
    return dataclasses.replace(
        draft,
        name=check_name(draft.name),
        spec=check_text(draft.spec, MAX_SPEC),
        brand=check_text(draft.brand, MAX_WORD),
        plu=check_plu(draft.plu),
        codes=check_codes(draft.codes),
        price=check_price(draft.price),
        member_price=check_price(draft.member_price),
        cost=check_price(draft.cost),
        category=check_text(draft.category, MAX_WORD),
        family=check_text(draft.family, MAX_WORD),
        supplier=check_text(draft.supplier, MAX_WORD),
        unit_name=check_text(draft.unit_name, MAX_WORD),
        tax_rate=check_tax_rate(draft.tax_rate),
        shelf_life_days=check_shelf_life(draft.shelf_life_days),
        zone=check_text(draft.zone, MAX_WORD),
        note=check_text(draft.note, MAX_NOTE),
    )


def check_name(name: str) -> str:
    """A name on one line, not empty."""
    cleaned = check_text(name, MAX_NAME)
    if not cleaned:
        raise NameMissing()
    return cleaned


def check_text(text: str, most: int) -> str:
    """A text on one line without control characters, spaces joined."""
    cleaned = clean_words(text, most + 1)
    if len(cleaned) > most:
        raise TextTooLong(start=cleaned[:20], most=most)
    return cleaned


def check_code(code: str) -> str:
    """A code as it is stored."""
    cleaned = clean_code(code)
    if not cleaned or len(fold_width(code)) > MAX_CODE:
        raise BadCode(code=code[:20], most=MAX_CODE)
    return cleaned


def check_codes(codes: tuple[str, ...]) -> tuple[str, ...]:
    """Codes as they are stored, each once."""
    cleaned = tuple(dict.fromkeys(check_code(code) for code in codes))
    if len(cleaned) > MAX_CODES:
        raise TooManyCodes(most=MAX_CODES)
    return cleaned


def check_plu(plu: str) -> str:
    """A short number; may be empty."""
    if not plu.strip():
        return ""
    cleaned = clean_code(plu)
    if not (cleaned.isascii() and cleaned.isalnum()) or len(cleaned) > MAX_PLU:
        raise BadCode(code=plu[:20], most=MAX_PLU)
    return cleaned


def check_price(price: Money | None) -> Money | None:
    """A price within bounds, or none."""
    if price is not None and not 0 <= price.minor <= MAX_PRICE.minor:
        raise PriceOutOfRange(most=MAX_PRICE)
    return price


def check_tax_rate(rate: Rate | None) -> Rate | None:
    """A rate within bounds, or none."""
    if rate is not None and not 0 <= rate.bp <= 10_000:
        raise BadTaxRate()
    return rate


def check_shelf_life(days: int | None) -> int | None:
    """Days within bounds, or none."""
    if days is not None and not 1 <= days <= MAX_SHELF_LIFE_DAYS:
        raise BadShelfLife(most=MAX_SHELF_LIFE_DAYS)
    return days
