"""A code finds its article: by barcode, scale label or short number, at the price of this moment."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from app.services.catalogue.drafts import ProductDraft
from app.services.catalogue.edit import (
    add_barcode,
    add_product,
    add_sale_unit,
    close_product,
    default_unit,
    set_price,
)
from app.services.catalogue.find import UnknownSaleUnit, find_item, item_of_unit
from app.services.catalogue.items import ScannedItem
from app.services.catalogue.names import set_category_margin
from app.services.catalogue.prices import PriceListCode
from app.values.barcode import ScaleField, ScaleRule, make_scale_label
from app.values.ids import Id, new_id
from app.values.money import Money
from app.values.quantity import Quantity
from app.values.rates import Rate
from tests.support.shop import Shop, make_shop

WEIGHT_RULE = ScaleRule(holds=ScaleField.WEIGHT)


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    return make_shop(tmp_path)


def add(shop: Shop, name: str = "苹果", **columns: object) -> Id:
    with shop.store.act(shop.owner, "edit") as uow:
        product_id = add_product(uow, ProductDraft(name, **columns))
        uow.commit()
    return product_id


def find(shop: Shop, code: str, rule: ScaleRule | None = None) -> ScannedItem | None:
    with shop.store.read() as read:
        return find_item(read, code, rule=rule or ScaleRule())


def found(shop: Shop, code: str, rule: ScaleRule | None = None) -> ScannedItem:
    item = find(shop, code, rule)
    assert item is not None
    return item


def test_barcode_with_prices_tax_and_code(shop: Shop) -> None:
    add(shop, "雪碧", spec="1.25L", codes=("6908512109218",), price=Money(650), member_price=Money(600))
    item = found(shop, "6908512109218")
    assert (item.name, item.spec, item.code) == ("雪碧", "1.25L", "6908512109218")
    assert (item.price, item.member_price) == (Money(650), Money(600))
    assert item.tax.rate == Rate(1300)
    assert item.tax.inclusive is True


def test_unknown_and_empty_codes_find_nothing(shop: Shop) -> None:
    add(shop, plu="")
    assert find(shop, "999") is None
    assert find(shop, "") is None
    assert find(shop, " \x00") is None


@pytest.mark.parametrize("stored", ["036000291452", "0036000291452"])
@pytest.mark.parametrize("scanned", ["036000291452", "0036000291452"])
def test_upc_and_ean_are_one_article(shop: Shop, stored: str, scanned: str) -> None:
    add(shop, "纸巾", codes=(stored,))
    assert found(shop, scanned).name == "纸巾"


def test_full_width_digits_from_an_input_method(shop: Shop) -> None:
    add(shop, "雪碧", codes=("6908512109218",))
    assert found(shop, "６９０８５１２１０９２１８").code == "6908512109218"


def test_amount_label_keeps_the_amount_and_estimates_the_weight(shop: Shop) -> None:
    add(shop, "苹果", plu="123", by_weight=True, price=Money(1280))
    item = found(shop, make_scale_label("00123", 1500))
    assert item.label_amount == Money(1500)
    assert item.label_quantity == Quantity(1172)


def test_weight_label(shop: Shop) -> None:
    add(shop, "苹果", plu="123", by_weight=True, price=Money(1280))
    item = found(shop, make_scale_label("00123", 735), WEIGHT_RULE)
    assert item.label_quantity == Quantity(735)
    assert item.label_amount is None


def test_label_number_may_be_stored_with_its_zeros(shop: Shop) -> None:
    add(shop, "梨", plu="123", by_weight=True)
    add(shop, "苹果", plu="00123", by_weight=True)
    assert found(shop, make_scale_label("00123", 735)).name == "苹果"


def test_label_of_goods_without_a_price_keeps_its_amount(shop: Shop) -> None:
    add(shop, "苹果", plu="123", by_weight=True)
    item = found(shop, make_scale_label("00123", 1500))
    assert (item.price, item.label_amount, item.label_quantity) == (None, Money(1500), None)


def test_a_weight_says_nothing_about_goods_by_the_piece(shop: Shop) -> None:
    add(shop, "礼盒", plu="123", price=Money(9900))
    assert found(shop, make_scale_label("00123", 735), WEIGHT_RULE).label_quantity is None


def test_exact_barcode_wins_over_a_label_rule(shop: Shop) -> None:
    label = make_scale_label("00123", 1500)
    add(shop, "苹果", plu="123", by_weight=True, price=Money(1280))
    add(shop, "进口饼干", codes=(label,), price=Money(1990))
    item = found(shop, label)
    assert item.name == "进口饼干"
    assert item.label_amount is None
    assert item.label_quantity is None


def test_short_number_typed(shop: Shop) -> None:
    add(shop, "苹果", plu="123", by_weight=True)
    assert found(shop, "123").name == "苹果"


def test_price_holds_from_its_moment_on_and_keeps_its_history(shop: Shop) -> None:
    product_id = add(shop, "雪碧", codes=("6908512109218",), price=Money(650))
    tomorrow = shop.clock.now() + dt.timedelta(days=1)
    with shop.store.act(shop.owner, "edit") as uow:
        unit = default_unit(uow, product_id)
        set_price(uow, unit, Money(700), cause="新进价", valid_from=tomorrow)
        uow.commit()
    assert found(shop, "6908512109218").price == Money(650)
    shop.clock.at = tomorrow
    assert found(shop, "6908512109218").price == Money(700)


def test_cost_of_a_pack_and_its_own_price(shop: Shop) -> None:
    product_id = add(shop, "啤酒", codes=("6908512109218",), price=Money(500), cost=Money(310))
    with shop.store.act(shop.owner, "edit") as uow:
        box = add_sale_unit(uow, product_id, "箱", Quantity.of(12))
        add_barcode(uow, box, "16908512109215")
        set_price(uow, box, Money(5500), cause="箱价")
        uow.commit()
    item = found(shop, "16908512109215")
    assert (item.unit_name, item.factor, item.price) == ("箱", Quantity.of(12), Money(5500))
    assert (item.unit_cost, item.cost_estimated) == (Money(3720), False)
    assert found(shop, "6908512109218").unit_cost == Money(310)


def test_unknown_cost_is_estimated_from_the_category(shop: Shop) -> None:
    add(shop, "雪碧", codes=("6908512109218",), price=Money(650), category="饮料")
    with shop.store.act(shop.owner, "edit") as uow:
        set_category_margin(uow, "饮料", Rate(2000))
        uow.commit()
    item = found(shop, "6908512109218")
    assert (item.unit_cost, item.cost_estimated) == (Money(520), True)


def test_unknown_cost_without_a_margin_stays_unknown(shop: Shop) -> None:
    add(shop, "雪碧", codes=("6908512109218",), price=Money(650), category="饮料")
    assert found(shop, "6908512109218").unit_cost is None


def test_closed_goods_are_not_found(shop: Shop) -> None:
    product_id = add(shop, "雪碧", codes=("6908512109218",), plu="7")
    with shop.store.act(shop.owner, "edit") as uow:
        unit = default_unit(uow, product_id)
        close_product(uow, product_id)
        uow.commit()
    assert find(shop, "6908512109218") is None
    assert find(shop, "7") is None
    with shop.store.read() as read, pytest.raises(UnknownSaleUnit):
        item_of_unit(read, unit)


def test_item_of_unit_is_the_scanned_item_without_a_code(shop: Shop) -> None:
    product_id = add(shop, "雪碧", codes=("6908512109218",), price=Money(650), member_price=Money(600))
    with shop.store.read() as read:
        item = item_of_unit(read, default_unit(read, product_id))
        assert item.code == ""
        assert (item.product_id, item.price, item.member_price) == (product_id, Money(650), Money(600))
        with pytest.raises(UnknownSaleUnit):
            item_of_unit(read, new_id())


def test_member_list_alone_gives_no_shelf_price(shop: Shop) -> None:
    product_id = add(shop, "雪碧", codes=("6908512109218",))
    with shop.store.act(shop.owner, "edit") as uow:
        set_price(uow, default_unit(uow, product_id), Money(600), price_list=PriceListCode.MEMBER, cause="会员日")
        uow.commit()
    item = found(shop, "6908512109218")
    assert (item.price, item.member_price) == (None, Money(600))
