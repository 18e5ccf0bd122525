"""Words for the full-text indexes."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.services.common.search_terms import exact_query, loose_query, name_terms, pairs, prefix_query, words_of
from app.values.text import is_han


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("王小明", ("王小明",)),
        ("Ｗang 小明", ("wang", "小明")),
        ("王a明", ("王", "a", "明")),
        ("阿依古丽·买买提", ("阿依古丽", "买买提")),
        ('"*() OR -', ("or",)),
        ("", ()),
    ],
)
def test_text_is_cut_where_the_script_changes(text: str, words: tuple[str, ...]) -> None:
    assert words_of(text) == words


@pytest.mark.parametrize(
    "term", ["王", "小明", "王小", "wangxiaoming", "xiaoming", "ming", "wxm", "xm", "wangxm", "wang"]
)
def test_a_name_is_found_by_characters_pairs_pinyin_and_initials(term: str) -> None:
    assert term in name_terms("王小明")


@pytest.mark.parametrize(
    ("name", "spoken"),
    [("单雄信", "shanxiongxin"), ("曾国藩", "zengguofan"), ("解晓东", "xiexiaodong"), ("仇英", "qiuying")],
)
def test_surnames_are_found_by_their_own_reading(name: str, spoken: str) -> None:
    assert spoken in name_terms(name)


@pytest.mark.parametrize("spoken", ["lvbu", "lubu"])
def test_u_with_dots_is_typed_in_two_ways(spoken: str) -> None:
    assert spoken in name_terms("吕布")


def test_terms_are_few_and_each_stands_once() -> None:
    terms = name_terms("单重曾" * 20)
    assert len(terms) == len(set(terms))
    assert len(terms) < 1_000


def test_queries_ask_for_all_words() -> None:
    words = words_of("王小明 joh")
    assert exact_query(words) == '"王小" AND "小明" AND "joh"'
    assert prefix_query(words) == '"王小" AND "小明" AND "joh"*'
    assert loose_query(words) == '"王" AND "小" AND "明" AND "joh"*'


def test_pairs_of_one_character_are_none() -> None:
    assert pairs("王") == ()


@given(st.text(max_size=80))
def test_a_query_holds_nothing_but_quoted_words(text: str) -> None:
    for word in words_of(text):
        assert '"' not in word
        assert all(char.isalnum() or is_han(char) for char in word)


def test_a_search_loads_no_dictionary() -> None:
    script = (
        "import sys; from app.services.common.search_terms import *; "
        "prefix_query(words_of('王小明')); name_terms('john'); assert 'pypinyin' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", script], check=True)
