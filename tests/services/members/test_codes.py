"""Codes, numbers and arms."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.services.members.codes import (
    arm_for,
    arm_of,
    check_character,
    looks_like_member_code,
    new_member_code,
    next_member_number,
    number_prefix,
)
from app.values.ids import new_id
from tests.support.shop import make_shop

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def test_the_check_character_is_that_of_the_standard() -> None:
    """ISO 7064 MOD 37,36, as in the example of the Global Release Identifier."""
    assert check_character("A12425GABC1234002") == "M"


def test_a_fresh_code_is_one() -> None:
    codes = {new_member_code() for _ in range(500)}
    assert len(codes) == 500
    assert all(looks_like_member_code(code) for code in codes)
    assert {char for code in codes for char in code[3:]} <= set(ALPHABET)


def test_a_scanned_code_may_come_in_small_or_full_width_letters() -> None:
    code = new_member_code()
    wide = "".join(chr(ord(char) + 0xFEE0) for char in code)
    assert looks_like_member_code(code.lower())
    assert looks_like_member_code(wide)
    assert looks_like_member_code("]Q3" + code)


@given(st.integers(3, 13), st.sampled_from(ALPHABET))
def test_one_wrong_character_is_seen(at: int, char: str) -> None:
    code = new_member_code()
    wrong = code[:at] + char + code[at + 1 :]
    assert looks_like_member_code(wrong) is (wrong == code)


@given(st.integers(3, 12))
def test_two_swapped_characters_are_seen(at: int) -> None:
    code = new_member_code()
    wrong = code[:at] + code[at + 1] + code[at] + code[at + 2 :]
    assert looks_like_member_code(wrong) is (wrong == code)


@pytest.mark.parametrize("text", ["", "SKM", "6901234567892", "T1-000123", "SKM0000000000", "M1-000001", "\ud800"])
def test_other_codes_are_not_taken_for_members(text: str) -> None:
    assert not looks_like_member_code(text)


@pytest.mark.parametrize(
    ("till_code", "epoch", "prefix"),
    [
        ("T1", 1, "M1"),
        ("T12", 1, "M12"),
        ("T1", 2, "M1.2"),
        ("1", 1, "MX_1"),
        ("front", 1, "MX_FRONT"),
        ("TX", 1, "MX_TX"),
    ],
)
def test_each_till_and_epoch_counts_for_itself(till_code: str, epoch: int, prefix: str) -> None:
    assert number_prefix(till_code, epoch) == prefix


def test_numbers_follow_each_other_and_survive_a_rollback(tmp_path: Path) -> None:
    shop = make_shop(tmp_path)
    with shop.store.act(shop.cashier, "lost") as uow:
        assert next_member_number(uow) == "M1-000001"
    with shop.store.act(shop.cashier, "kept") as uow:
        assert [next_member_number(uow) for _ in range(3)] == ["M1-000001", "M1-000002", "M1-000003"]
        uow.commit()
    with shop.store.act(shop.owner, "kept") as uow:
        assert next_member_number(uow) == "M1-000004"


def test_an_arm_is_drawn_once_and_for_ever(tmp_path: Path) -> None:
    shop, unit = make_shop(tmp_path), new_id()
    with shop.store.act(shop.cashier, "first") as uow:
        arm = arm_for(uow, unit)
        uow.commit()
    with shop.store.act(shop.cashier, "later") as uow:
        assert arm_for(uow, unit) == arm


def test_arms_are_spread_evenly() -> None:
    arms = Counter(arm_of(b"salt", new_id()) for _ in range(20_000))
    assert set(arms) == set(range(100))
    held_out = sum(count for arm, count in arms.items() if arm < 10)
    assert 1_800 < held_out < 2_200


def test_another_salt_gives_other_arms() -> None:
    units = [new_id() for _ in range(200)]
    assert [arm_of(b"one", unit) for unit in units] != [arm_of(b"two", unit) for unit in units]
