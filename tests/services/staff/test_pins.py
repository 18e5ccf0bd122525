"""PINs: what is refused, and that only the right one opens."""

from __future__ import annotations

import pytest
from argon2 import Type, extract_parameters

from app.services.staff import pins
from app.services.staff.pins import (
    LEAST_DIGITS,
    MOST_DIGITS,
    PIN_HASHING,
    PinOnFile,
    PinTooEasy,
    PinTooShort,
    check_pin,
    clean_pin,
    hash_pin,
    match_pin,
)
from app.values.ids import Id, new_id
from tests.support.shop import QUICK_HASHING

EASY = [
    "123456",
    "000000",
    "111111",
    "888888",
    "654321",
    "987654",
    "012345",
    "890123",
    "098765",
    "123123",
    "520520",
    "121212",
    "112233",
    "998877",
    "111222",
    "666888",
    "147258",
    "159357",
    "5201314",
    "1234567",
    "12345678",
    "100100",
]


@pytest.mark.parametrize("pin", EASY)
def test_pins_that_everybody_tries_are_refused(pin: str) -> None:
    with pytest.raises(PinTooEasy, match="guessed"):
        clean_pin(pin)


@pytest.mark.parametrize("pin", ["", "1234", "12345", "1234567890123", "27516a", "275 163", "-27516", "二七五一六三"])
def test_what_is_no_pin_is_refused(pin: str) -> None:
    with pytest.raises(PinTooShort, match=f"{LEAST_DIGITS} to {MOST_DIGITS} digits"):
        clean_pin(pin)


@pytest.mark.parametrize(
    ("typed", "pin"), [("275163", "275163"), (" ２７５１６３ ", "275163"), ("904827361950", "904827361950")]
)
def test_good_pins_pass(typed: str, pin: str) -> None:
    assert clean_pin(typed) == pin


def test_few_pins_are_refused_as_easy() -> None:
    refused = 0
    for number in range(0, 1_000_000, 37):
        try:
            clean_pin(f"{number:06d}")
        except PinTooEasy:
            refused += 1

    assert refused < 27_028 // 50  # under 2 %: guessing does not become easier by it


def test_only_the_right_pin_opens() -> None:
    made = hash_pin("275163", QUICK_HASHING)

    assert check_pin(made, "275163")
    assert check_pin(made, "２７５１６３")
    assert not check_pin(made, "275164")
    assert not check_pin(made, "")


def test_the_hash_is_argon2id_with_a_salt_of_its_own() -> None:
    one, other = hash_pin("275163"), hash_pin("275163")

    assert one != other
    assert extract_parameters(one).type is Type.ID
    assert extract_parameters(one).memory_cost >= 19_456  # OWASP's least for argon2id
    assert "275163" not in one


@pytest.mark.parametrize("broken", ["", "no hash", "$argon2id$v=19$m=8,t=1,p=1$AAAA$BBBB"])
def test_no_pin_fits_a_missing_or_broken_hash(broken: str) -> None:
    assert not check_pin(broken, "275163")


def test_a_missing_hash_is_checked_as_slowly_as_a_real_one() -> None:
    """The stand-in has the parameters of today's hashes: raising one must raise the other."""
    assert extract_parameters(pins._NOBODY) == extract_parameters(PIN_HASHING.hash("x"))


def test_matching_among_several() -> None:
    people = tuple(
        PinOnFile(new_id(), name, hash_pin(pin, QUICK_HASHING)) for name, pin in [("甲", "275163"), ("乙", "904827")]
    )
    gone = PinOnFile(Id(bytes(16)), "", "")

    assert match_pin(people, "904827") == people[1].staff_id
    assert match_pin((gone, *people), "111333") is None
    assert match_pin((), "904827") is None
