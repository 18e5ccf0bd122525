"""The recovery key on paper and back: what is mistyped is found, and the group is named."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.services.backup.key import ALPHABET, GROUPS, KeyIncomplete, KeyMistyped, RecoveryKey, key_text, read_key

KEYS = st.binary(min_size=32, max_size=32).map(RecoveryKey)


@given(KEYS)
def test_what_is_printed_is_read(key: RecoveryKey) -> None:
    text = key_text(key)

    assert re.fullmatch(rf"([{ALPHABET}]{{5}} ){{12}}[{ALPHABET}]{{5}}", text)
    assert read_key(text) == key


@given(KEYS)
def test_people_type_as_they_like(key: RecoveryKey) -> None:
    text = key_text(key)

    assert read_key(text.lower()) == key
    assert read_key(text.replace(" ", "")) == key
    assert read_key(text.replace(" ", "-") + "\n") == key
    assert read_key(text.replace("0", "o").replace("1", "l")) == key
    assert read_key(text.replace("1", "I")) == key
    assert read_key("".join(chr(ord(char) + 0xFEE0) if char != " " else char for char in text)) == key


@given(KEYS, st.integers(0, 64), st.sampled_from(ALPHABET))
def test_one_wrong_character_is_found_and_its_group_named(key: RecoveryKey, at: int, other: str) -> None:
    digits = key_text(key).replace(" ", "")
    wrong = digits[:at] + other + digits[at + 1 :]
    if wrong == digits:
        assert read_key(wrong) == key
        return
    with pytest.raises(KeyMistyped) as told:
        read_key(wrong)
    assert told.value.params["group"] == at // 5 + 1


@given(KEYS, st.integers(0, 12), st.integers(0, 4), st.integers(0, 4))
def test_two_that_changed_places_are_found(key: RecoveryKey, group: int, one: int, other: int) -> None:
    groups = key_text(key).split()
    chars = list(groups[group])
    chars[one], chars[other] = chars[other], chars[one]
    swapped = [*groups[:group], "".join(chars), *groups[group + 1 :]]
    if swapped == groups:
        return
    with pytest.raises(KeyMistyped) as told:
        read_key(" ".join(swapped))
    assert told.value.params["group"] == group + 1


@given(KEYS, st.integers(0, 12), st.integers(0, 12))
def test_groups_that_changed_places_are_found(key: RecoveryKey, one: int, other: int) -> None:
    groups = key_text(key).split()
    groups[one], groups[other] = groups[other], groups[one]
    if one == other:
        assert read_key(" ".join(groups)) == key
        return
    with pytest.raises(KeyMistyped):
        read_key(" ".join(groups))


@given(st.text(max_size=90))
def test_any_text_is_a_key_or_a_sentence(typed: str) -> None:
    with pytest.raises((KeyMistyped, KeyIncomplete)):
        read_key(typed)


def test_a_group_with_a_character_too_few_is_the_one_that_is_named() -> None:
    groups = key_text(RecoveryKey(bytes(range(32)))).split()
    groups[6] = groups[6][:-1]

    with pytest.raises(KeyMistyped) as told:
        read_key(" ".join(groups))
    assert told.value.params["group"] == 7
    assert groups[6] in str(told.value)
    with pytest.raises(KeyIncomplete):
        read_key(" ".join(groups[:5]))


def test_keys_differ_and_are_never_told_by_accident() -> None:
    one, other = RecoveryKey.random(), RecoveryKey.random()

    assert one != other
    assert one.key_id != other.key_id
    assert one.secret.hex() not in repr(one)
    assert "secret" not in repr(one)
    assert len(key_text(one).split()) == GROUPS
