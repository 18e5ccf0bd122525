"""Codes copied from paper: what was mistyped is found."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.values.typed_code import ALPHABET, read_group, split_groups, write_group

DIGITS = st.lists(st.integers(0, 31), min_size=4, max_size=4)
PLACES = st.integers(1, 20)


@given(DIGITS, PLACES)
def test_a_group_comes_back(digits: list[int], place: int) -> None:
    group = write_group(digits, place)
    assert read_group(group, place) == tuple(digits)
    assert read_group(f" {group.lower()} ", place) == tuple(digits)


@given(DIGITS, PLACES, st.integers(0, 4), st.integers(1, 31))
def test_every_wrong_character_is_found(digits: list[int], place: int, at: int, off: int) -> None:
    group = write_group(digits, place)
    wrong = ALPHABET[(ALPHABET.index(group[at]) + off) % 32]
    assert read_group(group[:at] + wrong + group[at + 1 :], place) is None


@given(DIGITS, PLACES, st.integers(0, 3))
def test_neighbours_that_changed_places_are_found(digits: list[int], place: int, at: int) -> None:
    group = write_group(digits, place)
    turned = group[:at] + group[at + 1] + group[at] + group[at + 2 :]
    assert turned == group or read_group(turned, place) is None


@given(DIGITS, st.integers(1, 19))
def test_a_group_in_another_place_is_found(digits: list[int], place: int) -> None:
    assert read_group(write_group(digits, place), place + 1) is None


def test_separators_do_not_matter() -> None:
    assert split_groups("ABCDE-fghjk  MNPQR_STVWX", 4) == ["ABCDE", "fghjk", "MNPQR", "STVWX"]
    assert split_groups("ABCDEFGHJKMNPQRSTVWX", 4) == ["ABCDE", "FGHJK", "MNPQR", "STVWX"]
    assert split_groups("ABCDE FGHJK", 4) is None
    assert read_group("oOlIi"[:5], 1) == read_group("00111", 1)
