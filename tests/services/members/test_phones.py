"""Phone numbers as typed and as kept."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.services.members.phones import (
    BadPhone,
    PhoneMissing,
    PhoneTooLong,
    PhoneTooShort,
    is_same_phone,
    normalise_phone,
    search_digits,
)


@pytest.mark.parametrize(
    ("typed", "country", "kept"),
    [
        ("13800138000", "CN", "13800138000"),
        ("138 0013 8000", "CN", "13800138000"),
        ("１３８００１３８０００", "CN", "13800138000"),
        ("+86 138-0013-8000", "CN", "13800138000"),
        ("0086 13800138000", "CN", "13800138000"),
        ("(010) 8288 0000", "CN", "01082880000"),
        ("19912345678", "CN", "19912345678"),
        ("+852 9123 4567", "CN", "+85291234567"),
        ("(201) 555-0123", "US", "2015550123"),
        ("+8613800138000", "US", "+8613800138000"),
    ],
)
def test_a_number_is_kept_as_it_is_dialled_here(typed: str, country: str, kept: str) -> None:
    assert normalise_phone(typed, country) == kept


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("", PhoneMissing),
        ("   ", PhoneMissing),
        ("12", PhoneTooShort),
        ("1" * 25, PhoneTooLong),
        ("12345678901", BadPhone),
        ("1380013800a", BadPhone),
        ("call 13800138000", BadPhone),
        ("1-800-FLOWERS", BadPhone),
        ("+", BadPhone),
    ],
)
def test_a_wrong_number_is_told_in_a_sentence(typed: str, kind: type[BadPhone]) -> None:
    with pytest.raises(BadPhone) as told:
        normalise_phone(typed, "CN")
    assert type(told.value) is kind
    assert "{" not in str(told.value)


@given(st.text(max_size=40))
def test_any_text_is_a_number_or_told_to_be_none(typed: str) -> None:
    try:
        kept = normalise_phone(typed, "CN")
    except BadPhone:
        return
    assert kept.removeprefix("+").isdecimal()
    assert normalise_phone(kept, "CN") == kept


@pytest.mark.parametrize(
    ("text", "digits"),
    [("8000", "8000"), ("８０００", "8000"), ("138-0013 8000", "13800138000"), ("a8000", ""), ("", ""), ("٤٤٤٤", "")],
)
def test_a_search_is_for_a_number_when_it_holds_nothing_else(text: str, digits: str) -> None:
    assert search_digits(text) == digits


@pytest.mark.parametrize(
    ("kept", "digits", "same"),
    [
        ("13800138000", "8000", True),
        ("13800138000", "13800138000", True),
        ("13800138000", "8613800138000", True),
        ("01082880000", "861082880000", True),
        ("+85291234567", "91234567", True),
        ("+85291234567", "85291234567", True),
        ("13800138000", "113800138000", True),
        ("13800138000", "28000", False),
        ("", "8000", False),
    ],
)
def test_digits_name_a_number_by_its_end(kept: str, digits: str, same: bool) -> None:
    assert is_same_phone(kept, digits) is same
