"""What shops write into cells."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.services.exchange.cells import (
    BadDays,
    BadPrice,
    BadTax,
    BadYesNo,
    CodeShortened,
    read_codes,
    read_days,
    read_price,
    read_tax_rate,
    read_yes_no,
)
from app.values.money import Money
from app.values.rates import Rate


@pytest.mark.parametrize(
    ("text", "minor"),
    [
        ("￥1,280.00", 128_000), ("12.5元", 1_250), ("¥ 3", 300), ("１２．５", 1_250), ("0", 0), (".5", 50), ("12.50", 1_250),
        ("$4.99", 499), ("3.5元/kg", 350), ("12块", 1_200), ("RMB 8", 800), ("1,234,567.89", 123_456_789), ("5.", 500),
    ],
)  # fmt: skip
def test_prices(text: str, minor: int) -> None:
    assert read_price(text, 2) == Money(minor)


@pytest.mark.parametrize("text", ["", " ", "-", "variable", "时价"])
def test_no_price(text: str) -> None:
    assert read_price(text, 2) is None


@pytest.mark.parametrize(
    "text", ["12,5", "1,28", "abc", "1.234", "1e3", "12元5角", "--5", "1 2 3,", "nan", "inf", "1,2800"]
)
def test_a_price_is_never_guessed(text: str) -> None:
    with pytest.raises(BadPrice):
        read_price(text, 2)


def test_a_currency_without_decimals() -> None:
    assert read_price("1,280", 0) == Money(1280)
    with pytest.raises(BadPrice):
        read_price("12.5", 0)


@given(st.integers(0, 10**10 - 1), st.sampled_from(["{}", "￥{}", "{}元", " {} ", "¥{}元"]))
def test_a_written_price_is_read_back(minor: int, shape: str) -> None:
    whole, rest = divmod(minor, 100)
    assert read_price(shape.format(f"{whole}.{rest:02d}"), 2) == Money(minor)
    assert read_price(shape.format(f"{whole:,}.{rest:02d}"), 2) == Money(minor)


@given(st.text(max_size=30))
def test_any_text_is_a_price_or_told(text: str) -> None:
    try:
        price = read_price(text, 2)
    except BadPrice:
        return
    assert price is None or isinstance(price.minor, int)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("6901", ("6901",)),
        ("6901; 6902，6903 6904", ("6901", "6902", "6903", "6904")),
        ("6901.0", ("6901",)),
        ("'0036000291452", ("0036000291452",)),
        ('="0036000291452"', ("0036000291452",)),
        ("６９０１", ("6901",)),
        ("6901 6901", ("6901",)),
        ("", ()),
    ],
)
def test_codes(text: str, codes: tuple[str, ...]) -> None:
    assert read_codes(text) == codes


@pytest.mark.parametrize("text", ["6.90851E+12", "6.90851e+12", "7E12"])
def test_a_shortened_code_is_told(text: str) -> None:
    with pytest.raises(CodeShortened):
        read_codes(text)


@pytest.mark.parametrize(
    ("text", "answer"), [("是", True), ("称重", True), ("Y", True), ("否", False), ("计件", False), ("", None)]
)
def test_yes_and_no(text: str, answer: bool | None) -> None:
    assert read_yes_no(text) is answer


def test_neither_yes_nor_no() -> None:
    with pytest.raises(BadYesNo):
        read_yes_no("maybe")


@pytest.mark.parametrize(
    ("text", "bp"),
    [("13%", 1300), ("13", 1300), ("0.13", 1300), ("0", 0), ("免税", 0), ("6.25%", 625), ("1%", 100), ("0.5%", 50)],
)
def test_tax_rates(text: str, bp: int) -> None:
    assert read_tax_rate(text) == Rate(bp)


@pytest.mark.parametrize("text", ["abc", "-1", "101", "13.12345", "1,3"])
def test_no_tax_rate(text: str) -> None:
    with pytest.raises(BadTax):
        read_tax_rate(text)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("180", 180),
        ("180天", 180),
        ("12个月", 360),
        ("6月", 180),
        ("1年", 365),
        ("90 days", 90),
        ("0", None),
        ("", None),
    ],
)
def test_days(text: str, days: int | None) -> None:
    assert read_days(text) == days


def test_no_days() -> None:
    with pytest.raises(BadDays):
        read_days("2027-01-01")
