"""What shops write into cells, read strictly: a price is never guessed."""

from __future__ import annotations

import re
from decimal import Decimal

from app.values.errors import QT_TRANSLATE_NOOP, UserError
from app.values.money import Money
from app.values.rates import Rate
from app.values.text import fold_width

_YES = frozenset(
    "是 对 有 y yes true 1 √ ✓ 称重 计重 称重商品 散称 散装 按重量 重量 weight weighed byweight".split()  # noqa: SIM905
)
_NO = frozenset(
    "否 不 无 n no false 0 × 不称重 计件 计数 普通 标准 按件 piece pieces unit each".split()  # noqa: SIM905
)
_NO_TAX = frozenset(["免税", "无", "零税率", "none", "exempt"])
_CURRENCY = re.compile(r"^(?:rmb|cny|usd|eur|[¥$€£])|(?:元|圆|块|块钱|rmb|cny|usd|eur|[¥$€£])$")
_PER_UNIT = re.compile(r"元?/(?:kg|公斤|千克|斤|件|个|瓶|袋|包|盒|箱|只|支)$")
_AMOUNT = re.compile(r"[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d*)?|[+-]?\.\d+")
_SHORTENED = re.compile(r"\d(?:\.\d+)?e\+?\d{1,3}", re.IGNORECASE)
_SPAN = re.compile(r"(\d{1,5})(?:\.0+)?(天|日|days?|d|个月|月|months?|m|年|years?|y)?")
_DAYS = {"个": 30, "月": 30, "m": 30, "年": 365, "y": 365}
_CODE_BREAKS = re.compile(r"[;,、|\s]+")


class BadPrice(UserError):
    """Not an amount, or finer than the smallest coin."""

    text = QT_TRANSLATE_NOOP("errors", "“{value}” is not a price.")


class BadTax(UserError):
    """Not a rate."""

    text = QT_TRANSLATE_NOOP("errors", "“{value}” is not a tax rate. Write 13% or 13.")


class BadYesNo(UserError):
    """Neither yes nor no."""

    text = QT_TRANSLATE_NOOP("errors", "“{value}” is neither yes (是) nor no (否).")


class BadDays(UserError):
    """Not a span of time."""

    text = QT_TRANSLATE_NOOP("errors", "“{value}” is not a number of days.")


class CodeShortened(UserError):
    """A spreadsheet kept only the first digits of the code."""

    text = QT_TRANSLATE_NOOP(
        "errors", "The spreadsheet shortened the barcode to “{value}”. Format the column as text and enter it again."
    )


def read_price(text: str, exponent: int) -> Money | None:
    """`￥1,280.00`, `12.5元`, `3.5/kg`, full-width digits; None for an empty cell and for an open price.

    A comma must stand before three digits: `12,5` is refused rather than read as 125.

    Raises:
        BadPrice: anything else.
    """
    plain = "".join(fold_width(text).casefold().split())
    if plain in ("", "-", "--", "variable", "时价", "n/a"):
        return None
    plain = _CURRENCY.sub("", _CURRENCY.sub("", _PER_UNIT.sub("", plain)))
    if not _AMOUNT.fullmatch(plain) or len(plain) > 20:
        raise BadPrice(value=text[:30])
    try:
        return Money.parse(plain, exponent)
    except ValueError:
        raise BadPrice(value=text[:30]) from None


def read_codes(text: str) -> tuple[str, ...]:
    """One or several barcodes in a cell, separated by spaces, commas or semicolons.

    Raises:
        CodeShortened: a spreadsheet has destroyed one.
    """
    codes: list[str] = []
    for part in _CODE_BREAKS.split(fold_width(text)):
        code = re.sub(r'^(?:=?"|\')|"$', "", part)
        if _SHORTENED.fullmatch(code):
            raise CodeShortened(value=code)
        codes.append(re.sub(r"^(\d+)\.0+$", r"\1", code))
    return tuple(dict.fromkeys(code for code in codes if code))


def read_yes_no(text: str) -> bool | None:
    """Yes or no in either language; None for an empty cell.

    Raises:
        BadYesNo: neither.
    """
    plain = "".join(fold_width(text).casefold().split())
    if not plain:
        return None
    if plain not in _YES and plain not in _NO:
        raise BadYesNo(value=text[:30])
    return plain in _YES


def read_tax_rate(text: str) -> Rate | None:
    """`13%`, `13`, or `0.13` as a workbook keeps a percentage; None for an empty cell.

    Raises:
        BadTax: anything else.
    """
    plain = "".join(fold_width(text).casefold().split())
    if not plain:
        return None
    if plain in _NO_TAX:
        return Rate(0)
    digits = plain.removesuffix("%")
    if not re.fullmatch(r"\d{1,3}(?:\.\d{1,4})?", digits):
        raise BadTax(value=text[:30])
    share = Decimal(digits)
    bp = share * (10_000 if share < 1 and digits == plain else 100)
    if bp != bp.to_integral_value() or bp > 10_000:
        raise BadTax(value=text[:30])
    return Rate(int(bp))


def read_days(text: str) -> int | None:
    """`180`, `180天`, `12个月`, `1年`; None for an empty cell or zero, which exports write for "not kept".

    Raises:
        BadDays: anything else.
    """
    plain = "".join(fold_width(text).casefold().split())
    if not plain:
        return None
    match = _SPAN.fullmatch(plain)
    if match is None:
        raise BadDays(value=text[:30])
    return int(match[1]) * _DAYS.get((match[2] or "d")[0], 1) or None
