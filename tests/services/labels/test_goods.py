"""Labels of goods in a real catalogue, and codes for goods that have none."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.services.catalogue.drafts import ProductDraft
from app.services.catalogue.edit import add_product
from app.services.labels.goods import product_labels, shelf_label, shelf_labels
from app.services.labels.unit_price import unit_price
from app.services.labels.values import ProductLabel, ShelfLabel, UnitPrice
from app.values.money import Money
from tests.support.goods import APPLES, MILK, UNPRICED, WATER, Stocked, stock_shop
from tests.support.shop import make_shop


@pytest.fixture
def stocked(tmp_path: Path) -> Iterator[Stocked]:
    shop = make_shop(tmp_path)
    yield stock_shop(shop)
    shop.close()


def test_shelf_labels_say_what_the_catalogue_says_now(stocked: Stocked) -> None:
    ids = [stocked.items[name].product_id for name in ("milk", "unpriced", "apples", "water")]
    with stocked.shop.store.read() as read:
        found = shelf_labels(read, ids)

    assert found.without_price == (UNPRICED.name,)
    assert found.labels == (
        ShelfLabel(MILK.name, Money(5990), "250ml×16", MILK.codes[0], Money(4990), UnitPrice(Money(1498), "l")),
        ShelfLabel(APPLES.name, Money(1100), per_kg=True),
        ShelfLabel(WATER.name, Money(200), "550ml", WATER.codes[0], None, UnitPrice(Money(364), "l")),
    )


def test_product_labels_count_the_shelf_life_from_the_day_of_packing(stocked: Stocked) -> None:
    cake = ProductDraft("蛋糕", "2块", codes=("2900000000018",), price=Money(1200), shelf_life_days=3)
    with stocked.shop.store.act(stocked.shop.owner, "goods") as uow:
        product = add_product(uow, cake)
        uow.commit()
    with stocked.shop.store.read() as read:
        today = product_labels(read, [product])
        packed = product_labels(read, [product, stocked.items["apples"].product_id], packed_on=dt.date(2026, 12, 30))

    assert today.labels[0].best_before == dt.date(2026, 1, 8)
    assert packed.labels == (ProductLabel("蛋糕", "2900000000018", "2块", Money(1200), dt.date(2027, 1, 2)),)
    assert packed.without_code == (APPLES.name,)


def test_a_member_price_that_is_no_advantage_is_not_told() -> None:
    label = shelf_label(ProductDraft("盐", price=Money(200), member_price=Money(200)))

    assert label is not None
    assert label.member_price is None


def test_a_code_with_a_right_check_digit_comes_first() -> None:
    label = shelf_label(ProductDraft("盐", codes=("HOUSE-1", "6907992512105"), price=Money(200)))

    assert label is not None
    assert label.code == "6907992512105"


@pytest.mark.parametrize(
    ("price", "content", "unit", "told"),
    [
        (1498, 400_000, "g", UnitPrice(Money(3745), "kg")),
        (500, 50_000, "g", UnitPrice(Money(1000), "100g")),
        (200, 550_000, "ml", UnitPrice(Money(364), "l")),
        (5990, 4_000_000, "ml", UnitPrice(Money(1498), "l")),
        (100, 240_000, "ml", UnitPrice(Money(42), "100ml")),
        (2990, 24_000, "piece", UnitPrice(Money(125), "piece")),
        (2990, 1_000, "piece", None),
        (2990, 1_000_000, "g", None),
        (2990, 100_000, "ml", None),
        (2990, None, "", None),
        (2990, 0, "g", None),
        (2990, 5_000, "m", None),
    ],
)
def test_unit_prices(price: int, content: int | None, unit: str, told: UnitPrice | None) -> None:
    assert unit_price(Money(price), content, unit) == told


@given(st.integers(0, 10**7), st.integers(1, 10**8), st.sampled_from(["g", "ml", "piece"]))
def test_a_unit_price_is_right_to_half_a_fen(price: int, content: int, unit: str) -> None:
    told = unit_price(Money(price), content, unit)
    if told is None:
        return
    base = {"kg": 1_000_000, "l": 1_000_000, "100g": 100_000, "100ml": 100_000, "piece": 1_000}[told.per]
    assert abs(2 * (told.amount.minor * content - price * base)) <= content
