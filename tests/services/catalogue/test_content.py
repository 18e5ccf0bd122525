"""Net content out of written sizes."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.services.catalogue.content import MAX_CONTENT_MILLI, NetContent, parse_content


@pytest.mark.parametrize(
    ("spec", "unit", "each", "count"),
    [
        ("250ml×16", "ml", 250_000, 16),
        ("250ml*16", "ml", 250_000, 16),
        ("12*250ml", "ml", 250_000, 12),
        ("550ml x 24", "ml", 550_000, 24),
        ("5kg", "g", 5_000_000, 1),
        ("10KG", "g", 10_000_000, 1),
        ("1.25L", "ml", 1_250_000, 1),
        ("100g*12袋", "g", 100_000, 12),
        ("40克*10*10", "g", 40_000, 100),
        ("120抽×6", "piece", 120_000, 6),
        ("3层120抽×6", "piece", 120_000, 6),
        ("120抽6包", "piece", 120_000, 6),
        ("500克", "g", 500_000, 1),
        ("1.5升", "ml", 1_500_000, 1),
        ("24瓶", "piece", 24_000, 1),
        ("150ｇ", "g", 150_000, 1),
        ("2斤", "g", 1_000_000, 1),
        ("500g/袋", "g", 500_000, 1),
        ("净含量：500g", "g", 500_000, 1),
        ("16.8克", "g", 16_800, 1),
        ("1双", "piece", 2_000, 1),
        ("单支装", "piece", 1_000, 1),
        ("十只装", "piece", 10_000, 1),
        ("340克+100克", "g", 440_000, 1),
        ("240+20克", "g", 260_000, 1),
        ("10+2片", "piece", 12_000, 1),
    ],
)
def test_known_sizes(spec: str, unit: str, each: int, count: int) -> None:
    assert parse_content(spec) == NetContent(unit, each, count)


@pytest.mark.parametrize(
    "spec",
    [
        "", "1", "368", "XL", "L", "76*34cm", "33*75", "1*30", "N2408W", "30CM*30M", "刀架+1片", "0g", "-5g", "5g*0",
        "1.5瓶", "500g250ml", "100m", "40#", "1000000吨", "5g*5g", "+", "g", "一箱", "0.00001g",
    ],
)  # fmt: skip
def test_what_cannot_be_known_is_not_guessed(spec: str) -> None:
    assert parse_content(spec) is None


@given(st.text(max_size=150) | st.text(alphabet="0123456789.*×+克gmlL瓶抽层 ", max_size=20))
def test_any_text_is_safe_and_any_content_sensible(spec: str) -> None:
    content = parse_content(spec)
    if content is not None:
        assert content.unit in ("g", "ml", "piece")
        assert content.count >= 1
        assert content.each_milli >= 1
        assert content.milli == content.each_milli * content.count <= MAX_CONTENT_MILLI


@given(
    st.integers(1, 9_999),
    st.sampled_from(
        [("g", "g", 1_000), ("克", "g", 1_000), ("kg", "g", 1_000_000), ("ml", "ml", 1_000), ("升", "ml", 1_000_000)]
    ),
    st.integers(1, 99),
    st.sampled_from(["*", "×", "x", "X", " * "]),
)
def test_written_and_read_back(number: int, measure: tuple[str, str, int], count: int, times: str) -> None:
    written, unit, thousandths = measure
    assert parse_content(f"{number}{written}{times}{count}") == NetContent(unit, number * thousandths, count)
    assert parse_content(f"{count}{times}{number}{written}") == NetContent(unit, number * thousandths, count)


@pytest.mark.reference
def test_share_of_real_sizes(reference_data: Callable[[str], Path]) -> None:
    """The rest are measures in cm, sizes of clothes, model numbers and a bare 1."""
    with reference_data("cn_goods.csv").open(encoding="utf-8-sig", newline="") as stream:
        specs = [row["spec"] for row in csv.DictReader(stream)]
    known = sum(parse_content(spec) is not None for spec in specs)
    assert known / len(specs) > 0.88
