"""Quantities in thousandths."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.values.quantity import NONE, ONE, Quantity

milli = st.integers(-(10**9), 10**9)


@given(milli)
def test_written_quantities_are_read_back(number: int) -> None:
    assert Quantity.parse(str(Quantity(number))) == Quantity(number)


@given(milli, milli)
def test_arithmetic(one: int, other: int) -> None:
    assert Quantity(one) + Quantity(other) - Quantity(other) == Quantity(one)
    assert -Quantity(one) + Quantity(one) == NONE


@pytest.mark.parametrize(("text", "number"), [("3", 3000), ("0.735", 735), (" 12 ", 12000), (".5", 500)])
def test_typed_quantities(text: str, number: int) -> None:
    assert Quantity.parse(text) == Quantity(number)


@pytest.mark.parametrize("text", ["", "a", "0.0001", "Infinity", "NaN", "1,5"])
def test_no_quantities(text: str) -> None:
    with pytest.raises(ValueError, match="not a quantity"):
        Quantity.parse(text)


@pytest.mark.parametrize("bad", [1.5, True, "1"])
def test_only_whole_thousandths(bad: object) -> None:
    with pytest.raises(TypeError):
        Quantity(bad)  # type: ignore[arg-type]


def test_whole_numbers() -> None:
    assert Quantity.of(6) == Quantity(6000)
    assert ONE.is_whole
    assert not Quantity(735).is_whole
    assert str(Quantity(-735)) == "-0.735"
    assert str(Quantity.of(6)) == "6"
