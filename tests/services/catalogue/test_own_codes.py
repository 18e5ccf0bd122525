from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.services.catalogue.drafts import ProductDraft
from app.services.catalogue.edit import add_product, close_product
from app.services.catalogue.own_codes import OWN_FLAGS, OwnCodesUsedUp, next_own_code, next_own_codes
from app.values.barcode import ScaleRule, check_digit, has_check_digit, read_scale_label
from app.values.ids import Id
from app.values.money import Money
from tests.support.shop import Shop, make_shop

SCALE = ("21", "22")


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    made = make_shop(tmp_path)
    yield made
    made.close()


def sell_under(shop: Shop, *codes: str) -> Id:
    with shop.store.act(shop.owner, "goods") as uow:
        product = add_product(uow, ProductDraft(f"商品{codes[0]}", codes=codes, price=Money(100)))
        uow.commit()
    return product


def next_code(shop: Shop, scale: tuple[str, ...] = SCALE) -> str:
    with shop.store.read() as read:
        return next_own_code(read, scale)


def body(code: str) -> str:
    return code + str(check_digit(code))


def test_the_first_code_is_an_ean_that_no_scale_prints(shop: Shop) -> None:
    code = next_code(shop)

    assert code == body("290000000001")
    assert has_check_digit(code)
    assert read_scale_label(code, ScaleRule(flags=SCALE)) is None


def test_the_next_one_comes_behind_the_highest(shop: Shop) -> None:
    sell_under(shop, next_code(shop))
    sell_under(shop, body("290000000041"))

    assert next_code(shop) == body("290000000042")
    with shop.store.read() as read:
        assert next_own_codes(read, SCALE, 3) == tuple(body(f"2900000000{at}") for at in (42, 43, 44))


def test_a_code_is_not_given_again_when_its_article_was_closed(shop: Shop) -> None:
    code = next_code(shop)
    product = sell_under(shop, code)
    with shop.store.act(shop.owner, "goods") as uow:
        close_product(uow, product)
        uow.commit()

    assert next_code(shop) != code


@pytest.mark.parametrize("scale", [("29",), ("29", "28"), ("21", "22", "29")])
def test_flags_of_the_scale_are_left_alone(shop: Shop, scale: tuple[str, ...]) -> None:
    assert next_code(shop, scale)[:2] not in scale


def test_other_codes_of_the_range_do_not_disturb(shop: Shop) -> None:
    sell_under(shop, "29", "2912345", "290000000ABCD", "29000000000000000")

    assert next_code(shop) == body("290000000001")


def test_a_full_range_is_left_for_the_next_one(shop: Shop) -> None:
    sell_under(shop, body("299999999999"))

    assert next_code(shop) == body("280000000001")


def test_a_scale_that_has_everything_leaves_none(shop: Shop) -> None:
    with pytest.raises(OwnCodesUsedUp):
        next_code(shop, OWN_FLAGS)
