"""The words under which goods are found."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.services.catalogue.readings import readings_of
from app.services.catalogue.terms import (
    MAX_QUERY_WORDS,
    MAX_TERM,
    PINYIN_START,
    POINT,
    ProductWords,
    QueryTerm,
    compact,
    query_terms,
    search_terms,
)
from app.values.text import is_han


@pytest.mark.parametrize(
    ("name", "reading"),
    [
        ("重庆", "chong qing"),
        ("重庆", "zhong qing"),
        ("银行", "yin hang"),
        ("旺仔", "wang zai"),
        ("旺仔", "wang zi"),
        ("音乐", "yin yue"),
        ("可乐", "ke le"),
        ("长城", "chang cheng"),
        ("海参", "hai shen"),
        ("人参", "ren shen"),
        ("薄荷", "bo he"),
        ("绿茶", "lv cha"),
        ("绿茶", "lu cha"),
        ("驴肉", "lv rou"),
        ("厦门", "xia men"),
        ("西藏", "xi zang"),
    ],
)
def test_readings_that_people_type(name: str, reading: str) -> None:
    assert tuple(reading.split()) in readings_of(name)


def test_every_syllable_begins_a_term() -> None:
    terms = search_terms(ProductWords("农夫山泉")).split()
    for term in ("nongfushanquan", "fushanquan", "shanquan", "quan", "nfsq", "fsq", "sq", "q", "农", "农夫", "夫山"):
        assert term in terms
    assert PINYIN_START + "nfsq" in terms


def test_barcodes_in_both_spellings_and_the_short_number() -> None:
    terms = search_terms(ProductWords("x", plu="123", codes=("036000291452",))).split()
    assert {"036000291452", "0036000291452", "123"} <= set(terms)


def test_query_of_both_scripts() -> None:
    assert query_terms("可乐600 Cola") == (
        QueryTerm("可乐", False),
        QueryTerm("600", True),
        QueryTerm("cola", True),
    )


def test_decimal_point_stays_one_word() -> None:
    (term,) = query_terms("1.25L")
    assert term.text in search_terms(ProductWords("雪碧", spec="1.25L")).split()
    assert query_terms("a.b") == (QueryTerm("a", True), QueryTerm("b", True))


@given(st.text(max_size=300))
def test_query_terms_hold_only_letters_and_digits(typed: str) -> None:
    terms = query_terms(typed)
    assert len(terms) <= MAX_QUERY_WORDS
    for term in terms:
        assert 0 < len(term.text) <= MAX_TERM
        assert all(char.isalnum() or is_han(char) or char == "\ue010" for char in term.text)


names = st.text(max_size=40) | st.text(alphabet="农夫山泉重庆银行 ab12.()-", min_size=1, max_size=20)


@given(names, names)
def test_terms_are_bounded_and_each_stands_once(name: str, brand: str) -> None:
    terms = search_terms(ProductWords(name, brand=brand)).split(" ")
    assert len(terms) == len(set(terms))
    assert all(len(term) <= MAX_TERM + 1 for term in terms)


@given(st.text(alphabet="农夫山泉重庆银行可口乐奶茶饼干盐酱油醋", min_size=2, max_size=12), st.data())
def test_any_part_of_the_pinyin_is_the_beginning_of_a_term(name: str, data: st.DataObject) -> None:
    reading = data.draw(st.sampled_from(readings_of(name)))
    first = data.draw(st.integers(0, len(reading) - 1))
    spoken, initials = "".join(reading[first:]), "".join(syllable[0] for syllable in reading[first:])
    typed = data.draw(st.sampled_from([spoken, initials]))
    typed = typed[: data.draw(st.integers(1, MAX_TERM))]
    assert any(term.startswith(typed) for term in search_terms(ProductWords(name)).split())


@given(st.text(max_size=60))
def test_compact_is_the_same_twice(text: str) -> None:
    assert compact(compact(text).replace(POINT, ".")) == compact(text)
