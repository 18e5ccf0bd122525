"""Text: full width, paper columns, masks, spreadsheet cells."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.values.text import fold_for_search, fold_width, is_han, mask_phone, paper_width, safe_cell


@pytest.mark.parametrize(("phone", "masked"), [("13800138000", "138****8000"), ("010-65551234", "010-****1234")])
def test_phones_are_masked(phone: str, masked: str) -> None:
    assert mask_phone(phone) == masked


@given(st.text("0123456789", max_size=20))
def test_a_mask_hides_at_least_four_digits_or_all_but_two(phone: str) -> None:
    masked = mask_phone(phone)

    assert len(masked) == len(phone)
    assert masked.count("*") >= min(4, max(len(phone) - 2, 0))
    assert all(char in ("*", kept) for char, kept in zip(masked, phone, strict=True))


def test_short_numbers_keep_two() -> None:
    assert mask_phone("12345") == "***45"
    assert mask_phone("") == ""


@pytest.mark.parametrize(("raw", "plain"), [("１２３ＡＢＣ", "123ABC"), (" 牛奶　", "牛奶"), ("ﾃｽﾄ", "テスト")])
def test_full_width_is_folded(raw: str, plain: str) -> None:
    assert fold_width(raw) == plain


@given(st.text(max_size=50))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold_width(fold_width(text)) == fold_width(text)


def test_search_forgives_case_and_width() -> None:
    assert fold_for_search("ＣＯＣＡ-Cola") == "coca-cola"


@pytest.mark.parametrize(
    ("text", "columns"), [("", 0), ("abc", 3), ("牛奶", 4), ("牛奶250ml", 9), ("￥", 2), ("𠮷", 2)]
)
def test_paper_columns(text: str, columns: int) -> None:
    assert paper_width(text) == columns


@given(st.text("牛奶abc12 ", max_size=30), st.text("牛奶abc12 ", max_size=30))
def test_widths_add_up(one: str, other: str) -> None:
    assert paper_width(one + other) == paper_width(one) + paper_width(other)


def test_han() -> None:
    assert is_han("奶")
    assert is_han("𠮷")
    assert not is_han("a")
    assert not is_han("，")


@given(st.sampled_from("=+-@\t\r"), st.text(max_size=20))
def test_no_cell_is_a_formula(start: str, rest: str) -> None:
    assert safe_cell(start + rest) == "'" + start + rest


@pytest.mark.parametrize("text", ["牛奶", "1+1", ""])
def test_plain_cells_stay(text: str) -> None:
    assert safe_cell(text) == text
