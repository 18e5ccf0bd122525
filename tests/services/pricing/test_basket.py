from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given

from app.services.pricing.basket import MOST_QUANTITY, BadQuantity, Basket, LabelFixed, first_quantity
from app.services.pricing.codec import basket_from_json, basket_to_json
from app.values.money import Money
from app.values.quantity import NONE, ONE, Quantity
from tests.services.pricing.strategies import KEY, OPENED, baskets, item

EMPTY = Basket(KEY, OPENED)


@given(baskets())
def test_a_basket_survives_its_draft_row(basket: Basket) -> None:
    assert basket_from_json(basket_to_json(basket)) == basket


@given(baskets())
def test_a_draft_is_the_same_text_however_often_it_is_written(basket: Basket) -> None:
    """Lines are kept as text from scan to scan: what is put together must be what JSON itself would write."""
    text = basket_to_json(basket)

    assert basket_to_json(basket) == text
    assert json.dumps(json.loads(text), ensure_ascii=False, separators=(",", ":")) == text
    copied = replace(basket, lines=tuple(replace(line) for line in basket.lines))
    assert basket_to_json(copied) == text


@pytest.mark.parametrize("damage", ["", "{}", "[]", '{"v": 2}', "nonsense"])
def test_a_damaged_draft_is_refused(damage: str) -> None:
    with pytest.raises((ValueError, KeyError, TypeError)):
        basket_from_json(damage)


def test_a_draft_of_another_version_is_refused() -> None:
    said = json.loads(basket_to_json(EMPTY)) | {"v": 99}
    with pytest.raises(ValueError, match="version 99"):
        basket_from_json(json.dumps(said))


def test_the_same_piece_joins_its_line() -> None:
    basket = EMPTY.with_item(item(1), ONE).with_item(item(2), ONE).with_item(item(1), Quantity.of(2))

    assert [line.quantity for line in basket.lines] == [Quantity.of(3), ONE]
    assert basket.touched == 1


def test_each_weighing_is_a_line_of_its_own() -> None:
    apples = item(by_weight=True)
    basket = EMPTY.with_item(apples, Quantity(735)).with_item(apples, Quantity(735))

    assert [line.quantity.milli for line in basket.lines] == [735, 735]


def test_a_line_with_a_typed_price_is_not_joined() -> None:
    basket = EMPTY.with_item(item(), ONE).with_price(1, Money(1)).with_item(item(), ONE)

    assert [line.manual_price for line in basket.lines] == [Money(1), None]


def test_two_units_of_one_product_stay_apart() -> None:
    bottle, pack = item(1), item(2, factor=Quantity.of(16))
    assert len(EMPTY.with_item(bottle, ONE).with_item(pack, ONE).lines) == 2


@pytest.mark.parametrize("quantity", [Quantity(-1000), Quantity(1500), MOST_QUANTITY + ONE])
def test_a_quantity_that_cannot_be_sold_is_refused(quantity: Quantity) -> None:
    basket = EMPTY.with_item(item(), ONE)
    with pytest.raises(BadQuantity):
        basket.with_quantity(1, quantity)
    with pytest.raises(BadQuantity):
        EMPTY.with_item(item(), quantity)


def test_joining_cannot_pass_the_most() -> None:
    with pytest.raises(BadQuantity):
        EMPTY.with_item(item(), MOST_QUANTITY).with_item(item(), ONE)


@pytest.mark.parametrize("label", [{"label_amount": Money(808)}, {"label_quantity": Quantity(735)}])
def test_what_the_scale_fixed_stays(label: dict[str, object]) -> None:
    labelled = replace(item(by_weight=True), **label)  # type: ignore[arg-type]
    with pytest.raises(LabelFixed):
        EMPTY.with_item(labelled, first_quantity(labelled, None)).with_quantity(1, ONE)


def test_removing_highlights_the_next_line() -> None:
    basket = EMPTY.with_item(item(1), ONE).with_item(item(2), ONE).with_item(item(3), ONE)

    assert basket.with_quantity(2, Quantity.of(2)).without_line(2).touched == 3
    assert basket.without_line(3).touched == 2
    assert basket.without_line(3).without_line(2).without_line(1).touched == 0


def test_zero_removes() -> None:
    assert EMPTY.with_item(item(), ONE).with_quantity(1, NONE).lines == ()


def test_line_numbers_are_never_used_twice() -> None:
    basket = EMPTY.with_item(item(1), ONE).without_line(1).with_item(item(2), ONE).with_unknown("x")

    assert [basket.lines[0].line_id, basket.unknown[0].line_id] == [2, 3]
