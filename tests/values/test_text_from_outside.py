"""What people, shells and files hand over as text: numbers that are none, signs that no paper prints."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.values.money import Money
from app.values.quantity import Quantity
from app.values.text import clean_words, is_clean

NO_NUMBERS = (
    "1e999999",
    "9e999999",
    "1e-999999",
    "1e3",
    "nan",
    "sNaN",
    "inf",
    "1_0",
    "١٢",
    "²",
    "--1",
    "1\x00",
    "",
    ".",
    "-",
    "9" * 21,
    "9" * 5_000,
    "0." + "0" * 40 + "1",
)


@pytest.mark.parametrize("text", NO_NUMBERS)
@pytest.mark.parametrize("kind", [Money, Quantity])
def test_what_is_no_plain_number_is_refused(kind: type[Money | Quantity], text: str) -> None:
    with pytest.raises(ValueError, match="not a") as told:
        kind.parse(text)
    assert len(str(told.value)) < 80


@given(st.text(max_size=40))
def test_no_text_breaks_the_reading_of_numbers(text: str) -> None:
    for kind in (Money, Quantity):
        with contextlib.suppress(ValueError):
            assert str(kind.parse(text))


def test_full_width_digits_are_digits() -> None:
    assert Money.parse("￥１２.５０") == Money(1250)
    assert Quantity.parse("０.７３５") == Quantity(735)
    assert Quantity.parse(" -2 ") == Quantity.of(-2)


def test_a_quantity_has_an_end() -> None:
    assert Quantity.parse("1000000000") == Quantity(10**12)
    with pytest.raises(ValueError, match="not a quantity"):
        Quantity.parse("1000000000.001")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  王  老板\u3000", "王 老板"),
        ("a\nb\tc", "a b c"),
        ("a\x00b\x1b@", "ab@"),
        ("\ud800x\udcff", "x"),
        ("\u202eabc\u202c\ufeff", "abc"),
        ("👩\u200d👧🍜", "👩👧🍜"),
        ("x" * 50, "x" * 10),
        ("123456789 x", "123456789"),
        ("\x00", ""),
    ],
)
def test_words_are_cleaned(typed: str, kept: str) -> None:
    assert clean_words(typed, 10) == kept


@given(st.text(st.characters()), st.integers(0, 30))
def test_clean_words_can_be_stored_and_stay_as_they_are(typed: str, most: int) -> None:
    kept = clean_words(typed, most)

    assert kept.encode("utf-8").decode() == kept
    assert len(kept) <= most
    assert clean_words(kept, most) == kept
    assert is_clean(kept)


@pytest.mark.parametrize("text", ["a\x00", "\x1b@", "\ud800", "\u202e", "\ufeff"])
def test_words_that_need_cleaning_are_told(text: str) -> None:
    assert not is_clean(text)
    assert is_clean("谢谢 惠顾\u3000再来🍜")
    assert is_clean("two\nlines", lines=True)
    assert not is_clean("two\nlines")
