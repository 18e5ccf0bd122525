"""Editing goods: everything is checked, nothing of the history is lost, and each edit leaves its audit row."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import func, select

from app.models.audit import AuditEvent
from app.models.catalogue import Barcode, Category, Family, Product, SaleUnit, TaxClass
from app.models.pricing import Price
from app.models.purchasing import Company
from app.services.catalogue.codes import CodeTaken, PluTaken
from app.services.catalogue.current import current_products
from app.services.catalogue.drafts import (
    BadCode,
    BadShelfLife,
    BadTaxRate,
    NameMissing,
    PriceOutOfRange,
    ProductDraft,
    TextTooLong,
    TooManyCodes,
)
from app.services.catalogue.edit import (
    PriceAlreadyGiven,
    PriceInThePast,
    PriceNotAboveZero,
    UnknownCode,
    UnknownProduct,
    add_barcode,
    add_product,
    add_sale_unit,
    change_product,
    close_barcode,
    close_product,
    codes_of,
    count_products,
    default_unit,
    give_first_price,
    set_price,
)
from app.services.catalogue.find import UnknownSaleUnit, find_item
from app.services.common.actor import Permission
from app.services.common.permissions import GrantNeeded
from app.services.common.topics import Topic
from app.values.barcode import ScaleRule
from app.values.errors import UserError
from app.values.ids import Id, new_id
from app.values.money import Money
from app.values.quantity import Quantity
from app.values.rates import Rate
from tests.support.grants import owners_leave
from tests.support.shop import Shop, make_shop

COLA = ProductDraft("可乐", spec="250ml×16", codes=("6908512108211",), price=Money(300))


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    return make_shop(tmp_path)


def add(shop: Shop, draft: ProductDraft = COLA) -> Id:
    with shop.store.act(shop.owner, "edit") as uow:
        product_id = add_product(uow, draft)
        assert uow.commit() == {Topic.CATALOGUE}
    return product_id


def audits(shop: Shop, action: str) -> list[tuple[int | None, dict[str, object]]]:
    with shop.store.read() as read:
        rows = read.connection.execute(
            select(AuditEvent.amount_minor, AuditEvent.detail).where(AuditEvent.action == action)
        )
        return [(row.amount_minor, json.loads(row.detail)) for row in rows]


def test_a_product_keeps_what_the_draft_says(shop: Shop) -> None:
    draft = replace(
        COLA,
        brand="可口可乐",
        plu="77",
        member_price=Money(280),
        cost=Money(210),
        category="饮料",
        family="汽水",
        supplier="太古",
        unit_name="瓶",
        tax_rate=Rate(900),
        tax_inclusive=True,
        shelf_life_days=365,
        note="堆头",
        private=True,
        earns_points=False,
    )
    product_id = add(shop, draft)
    with shop.store.read() as read:
        assert current_products(read, [product_id])[product_id].draft == draft
        unit = read.connection.execute(select(SaleUnit)).one()
        assert (unit.content_milli, unit.content_each_milli, unit.content_count) == (4_000_000, 250_000, 16)
        assert unit.content_unit == "ml"
    assert audits(shop, "product_added") == [(300, {})]


def test_names_are_found_again_in_other_spellings(shop: Shop) -> None:
    add(shop, replace(COLA, category="Snacks", family="A", supplier="太古 饮料"))
    add(shop, ProductDraft("薯片", category="ＳＮＡＣＫＳ ", family="a", supplier="太古饮料"))
    with shop.store.read() as read:
        for model in (Category, Family, Company):
            assert read.connection.execute(select(func.count()).select_from(model)).scalar_one() == 1
        assert read.connection.execute(select(Company.is_supplier)).scalar_one() is True


def test_tax_classes_are_found_by_rate_or_made(shop: Shop) -> None:
    add(shop, replace(COLA, tax_rate=Rate(1300)))
    add(shop, ProductDraft("书", tax_rate=Rate(0)))
    with shop.store.read() as read:
        before = read.connection.execute(select(func.count()).select_from(TaxClass)).scalar_one()
    add(shop, ProductDraft("烟", tax_rate=Rate(625)))
    with shop.store.read() as read:
        assert read.connection.execute(select(func.count()).select_from(TaxClass)).scalar_one() == before + 1
        assert "6.25%" in read.connection.execute(select(TaxClass.name)).scalars().all()


@pytest.mark.parametrize(
    ("draft", "refusal"),
    [
        (ProductDraft(""), NameMissing),
        (ProductDraft(" \x00\n "), NameMissing),
        (ProductDraft("长" * 201), TextTooLong),
        (ProductDraft("x", note="长" * 2001), TextTooLong),
        (ProductDraft("x", price=Money(-1)), PriceOutOfRange),
        (ProductDraft("x", member_price=Money(10**10)), PriceOutOfRange),
        (ProductDraft("x", cost=Money(-1)), PriceOutOfRange),
        (ProductDraft("x", codes=("",)), BadCode),
        (ProductDraft("x", codes=("9" * 65,)), BadCode),
        (ProductDraft("x", codes=tuple(map(str, range(21)))), TooManyCodes),
        (ProductDraft("x", plu="一二"), BadCode),
        (ProductDraft("x", plu="1" * 13), BadCode),
        (ProductDraft("x", shelf_life_days=0), BadShelfLife),
        (ProductDraft("x", tax_rate=Rate(10_001)), BadTaxRate),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_stays(shop: Shop, draft: ProductDraft, refusal: type[UserError]) -> None:
    with shop.store.act(shop.owner, "edit") as uow, pytest.raises(refusal) as told:
        add_product(uow, draft)
    assert "{" not in str(told.value)
    with shop.store.read() as read:
        assert count_products(read) == 0


@pytest.mark.parametrize("code", ["036000291452", "0036000291452"])
def test_a_taken_code_names_the_other_product(shop: Shop, code: str) -> None:
    add(shop, ProductDraft("纸巾", codes=("036000291452",)))
    with shop.store.act(shop.owner, "edit") as uow, pytest.raises(CodeTaken, match="纸巾"):
        add_product(uow, ProductDraft("毛巾", codes=(code,)))


def test_a_taken_short_number_names_the_other_product(shop: Shop) -> None:
    add(shop, ProductDraft("苹果", plu="12"))
    with shop.store.act(shop.owner, "edit") as uow, pytest.raises(PluTaken, match="苹果"):
        add_product(uow, ProductDraft("梨", plu="12"))


def test_change_raises_the_version_and_tells_which_fields(shop: Shop) -> None:
    product_id = add(shop)
    with shop.store.act(shop.owner, "edit") as uow:
        change_product(uow, product_id, replace(COLA, name="可乐 新", spec="500ml", price=Money(320)))
        uow.commit()
    with shop.store.read() as read:
        row = read.connection.execute(select(Product)).one()
        unit = read.connection.execute(select(SaleUnit)).one()
        prices = read.connection.execute(select(Price.amount_minor).order_by(Price.id)).scalars().all()
    assert (row.name, row.row_version, unit.content_milli, unit.row_version) == ("可乐 新", 2, 500_000, 2)
    assert prices == [300, 320]
    assert audits(shop, "product_changed") == [(None, {"fields": ["name", "spec"]})]


def test_a_change_that_changes_nothing_leaves_versions_and_prices(shop: Shop) -> None:
    product_id = add(shop)
    with shop.store.act(shop.owner, "edit") as uow:
        change_product(uow, product_id, COLA)
        uow.commit()
    with shop.store.read() as read:
        assert read.connection.execute(select(Product.row_version)).scalar_one() == 1
        assert read.connection.execute(select(func.count()).select_from(Price)).scalar_one() == 1
        assert read.connection.execute(select(func.count()).select_from(Barcode)).scalar_one() == 1


def test_codes_come_and_go(shop: Shop) -> None:
    product_id = add(shop)
    with shop.store.act(shop.owner, "edit") as uow:
        unit = default_unit(uow, product_id)
        add_barcode(uow, unit, "６９０８５１２１０９２１８")
        add_barcode(uow, unit, "6908512109218")
        assert codes_of(uow, product_id) == ("6908512108211", "6908512109218")
        close_barcode(uow, "6908512108211")
        uow.commit()
    add(shop, ProductDraft("雪碧", codes=("6908512108211",)))
    with shop.store.read() as read:
        item = find_item(read, "6908512108211", rule=ScaleRule())
        assert item is not None
        assert item.name == "雪碧"
    assert len(audits(shop, "barcode_added")) == 1
    assert audits(shop, "barcode_closed") == [(None, {"code": "6908512108211"})]


def test_a_pack_may_not_take_the_code_of_its_piece(shop: Shop) -> None:
    product_id = add(shop)
    with shop.store.act(shop.owner, "edit") as uow:
        box = add_sale_unit(uow, product_id, "箱", Quantity.of(12))
        with pytest.raises(CodeTaken):
            add_barcode(uow, box, "6908512108211")


def test_closing_a_product_frees_its_codes(shop: Shop) -> None:
    product_id = add(shop)
    with shop.store.act(shop.owner, "edit") as uow:
        close_product(uow, product_id)
        uow.commit()
    add(shop)
    with shop.store.act(shop.owner, "edit") as uow, pytest.raises(UnknownProduct):
        change_product(uow, product_id, COLA)


def test_unknown_things_are_told(shop: Shop) -> None:
    with shop.store.act(shop.owner, "edit") as uow:
        with pytest.raises(UnknownProduct):
            close_product(uow, new_id())
        with pytest.raises(UnknownCode):
            close_barcode(uow, "1")
        with pytest.raises(UnknownSaleUnit):
            add_barcode(uow, new_id(), "1")
        with pytest.raises(UnknownSaleUnit):
            set_price(uow, new_id(), Money(1), cause="x")
        with pytest.raises(UnknownSaleUnit):
            give_first_price(uow, new_id(), Money(1))


def test_prices_are_history(shop: Shop) -> None:
    product_id = add(shop)
    with shop.store.act(shop.owner, "edit") as uow:
        unit = default_unit(uow, product_id)
        set_price(uow, unit, Money(350), cause="涨价")
        set_price(uow, unit, Money(350), cause="again")
        with pytest.raises(PriceInThePast):
            set_price(uow, unit, Money(1), cause="x", valid_from=uow.now - dt.timedelta(seconds=1))
        with pytest.raises(PriceOutOfRange):
            set_price(uow, unit, Money(-1), cause="x")
        uow.commit()
    with shop.store.read() as read:
        rows = read.connection.execute(select(Price.amount_minor, Price.cause).order_by(Price.id)).all()
    assert [tuple(row) for row in rows] == [(300, "product added"), (350, "涨价")]
    assert audits(shop, "price_set") == [(350, {"cause": "涨价", "price_list": "shelf"})]


def test_a_cashier_may_not_edit(shop: Shop) -> None:
    product_id = add(shop)
    with shop.store.act(shop.cashier, "edit") as uow:
        unit = default_unit(uow, product_id)
        for attempt in (
            lambda: add_product(uow, ProductDraft("x")),
            lambda: change_product(uow, product_id, COLA),
            lambda: close_product(uow, product_id),
            lambda: add_barcode(uow, unit, "1"),
            lambda: close_barcode(uow, "6908512108211"),
            lambda: set_price(uow, unit, Money(1), cause="x"),
            lambda: give_first_price(uow, unit, Money(1)),
        ):
            with pytest.raises(GrantNeeded):
                attempt()


def test_the_first_price_needs_a_grant_and_is_kept(shop: Shop) -> None:
    product_id = add(shop, replace(COLA, price=None))
    assert shop.owner.staff_id is not None
    grant = owners_leave(shop, Permission.SET_MISSING_PRICE)
    with shop.store.act(shop.cashier, "first price", grant=grant) as uow:
        unit = default_unit(uow, product_id)
        with pytest.raises(PriceNotAboveZero):
            give_first_price(uow, unit, Money(0))
        assert give_first_price(uow, unit, Money(250)).price == Money(250)
        uow.commit()
    with shop.store.read() as read:
        item = find_item(read, "6908512108211", rule=ScaleRule())
        assert item is not None
        assert item.price == Money(250)
        granted = select(AuditEvent.granted_by, AuditEvent.staff_id, AuditEvent.amount_minor).where(
            AuditEvent.action == "first_price_given"
        )
        assert tuple(read.connection.execute(granted).one()) == (shop.owner.staff_id, shop.cashier.staff_id, 250)


def test_only_a_missing_price_can_be_given(shop: Shop) -> None:
    product_id = add(shop)
    with shop.store.act(shop.owner, "first price") as uow, pytest.raises(PriceAlreadyGiven, match=r"3\.00"):
        give_first_price(uow, default_unit(uow, product_id), Money(1))
