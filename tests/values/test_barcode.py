"""Codes: check digits, spellings of one article, scale labels."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.values.barcode import (
    MAX_CODE,
    ScaleField,
    ScaleRule,
    check_digit,
    clean_code,
    gtin_forms,
    has_check_digit,
    make_scale_label,
    read_scale_label,
)
from app.values.money import Money
from app.values.quantity import Quantity

digits = st.text("0123456789", min_size=1, max_size=20)
WEIGHT = ScaleRule(holds=ScaleField.WEIGHT, verify=True)


@pytest.mark.parametrize("code", ["6921168509256", "4006381333931", "96385074", "036000291452", "10614141000415"])
def test_known_codes_have_a_right_check_digit(code: str) -> None:
    assert has_check_digit(code)


@given(
    st.sampled_from([7, 11, 12, 13]).flatmap(lambda size: st.text("0123456789", min_size=size, max_size=size)),
    st.data(),
)
def test_one_wrong_digit_is_always_seen(body: str, data: st.DataObject) -> None:
    code = body + str(check_digit(body))
    at = data.draw(st.integers(0, len(code) - 1))
    other = data.draw(st.sampled_from([digit for digit in "0123456789" if digit != code[at]]))

    assert has_check_digit(code)
    assert not has_check_digit(code[:at] + other + code[at + 1 :])


@pytest.mark.parametrize("code", ["", "123", "69211685092５6", "abcdefghijklm", "692116850925"])
def test_what_has_no_check_digit(code: str) -> None:
    assert not has_check_digit(code)


@pytest.mark.parametrize("body", ["", "12a", "１２"])
def test_check_digits_are_of_digits(body: str) -> None:
    with pytest.raises(ValueError, match="digits"):
        check_digit(body)


def test_upc_is_ean_with_a_zero() -> None:
    assert gtin_forms("036000291452") == ("036000291452", "0036000291452")
    assert gtin_forms("0036000291452") == ("0036000291452", "036000291452")
    assert gtin_forms("6921168509256") == ("6921168509256",)


@pytest.mark.parametrize(
    ("raw", "code"),
    [("６９２１", "6921"), ("]E06921168509256", "6921168509256"), (" 69\r\n21\t", "6921"), ("x" * 99, "x" * MAX_CODE)],
)
def test_codes_are_cleaned(raw: str, code: str) -> None:
    assert clean_code(raw) == code


@given(st.text(max_size=100))
def test_a_cleaned_code_holds_nothing_that_cannot_be_printed(raw: str) -> None:
    code = clean_code(raw)

    assert len(code) <= MAX_CODE
    assert code.isprintable()
    assert not any(char.isspace() for char in code)


@given(st.integers(0, 99_999), st.integers(1, 99_999))
def test_scale_labels_are_read_as_they_were_printed(plu: int, value: int) -> None:
    label = make_scale_label(f"{plu:05d}", value)
    weighed = read_scale_label(label, WEIGHT)
    priced = read_scale_label(label, ScaleRule())

    assert weighed is not None
    assert (weighed.plu, weighed.weight, weighed.amount) == (f"{plu:05d}", Quantity(value), None)
    assert priced is not None
    assert (priced.plu, priced.weight, priced.amount) == (f"{plu:05d}", None, Money(value))


@given(st.sampled_from([4, 5, 6]), st.integers(1, 9_999))
def test_the_value_takes_what_the_article_number_leaves(size: int, value: int) -> None:
    label = read_scale_label(make_scale_label("1" * size, value), ScaleRule(plu_digits=size))

    assert label is not None
    assert label.amount == Money(value)


def test_what_is_no_scale_label() -> None:
    good = make_scale_label("00012", 735)
    wrong = good[:-1] + str((int(good[-1]) + 1) % 10)

    assert read_scale_label(wrong, WEIGHT) is None
    assert read_scale_label(wrong, ScaleRule()) is not None  # many scales print a wrong one
    assert read_scale_label(good, ScaleRule(flags=("28",))) is None
    assert read_scale_label(good[:-1], ScaleRule()) is None
    assert read_scale_label(make_scale_label("00012", 0), ScaleRule()) is None
    assert read_scale_label("21a0012007350", ScaleRule()) is None
