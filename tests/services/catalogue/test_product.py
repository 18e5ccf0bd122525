"""One product as its editor shows and saves it; planned prices; reopening."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from app.services.catalogue.codes import CodeTaken
from app.services.catalogue.drafts import ProductDraft
from app.services.catalogue.edit import PriceInThePast, UnknownProduct, add_product, add_sale_unit, close_product
from app.services.catalogue.find import find_item
from app.services.catalogue.planned_prices import (
    NoOtherPrice,
    PriceEndsBeforeItBegins,
    PriceHasBegun,
    call_off_price,
    plan_price,
)
from app.services.catalogue.prices import PriceListCode, current_prices
from app.services.catalogue.product import (
    BadLowStock,
    ProductRecord,
    known_names,
    product_record,
    save_product,
    set_low_stock,
)
from app.services.catalogue.reopen import reopen_product
from app.services.common.permissions import GrantNeeded
from app.services.common.versions import ChangedMeanwhile
from app.values.barcode import ScaleRule
from app.values.ids import Id, new_id
from app.values.money import Money
from app.values.quantity import Quantity
from app.values.rates import Rate
from tests.support.goods import Stocked, stock_shop
from tests.support.shop import make_shop

RICE = ProductDraft(
    "东北大米",
    "5kg",
    "金龙鱼",
    "88",
    ("040555",),
    Money(3990),
    Money(3590),
    Money(3000),
    "粮油",
    "大米",
    "老张粮行",
    "袋",
    tax_rate=Rate(900),
    tax_inclusive=True,
    shelf_life_days=365,
    zone="A1",
    note="易潮",
)


@pytest.fixture
def stocked(tmp_path: Path) -> Iterator[Stocked]:
    made = stock_shop(make_shop(tmp_path))
    yield made
    made.shop.close()


@pytest.fixture
def rice(stocked: Stocked) -> Id:
    with stocked.shop.store.action(stocked.shop.owner, "goods") as uow:
        return add_product(uow, RICE)


def record(stocked: Stocked, product_id: Id) -> ProductRecord:
    with stocked.shop.store.read() as read:
        return product_record(read, product_id)


def save(stocked: Stocked, product_id: Id, draft: ProductDraft, **more: object) -> None:
    with stocked.shop.store.action(stocked.shop.owner, "product") as uow:
        save_product(uow, product_id, draft, **more)  # type: ignore[arg-type]


def test_what_was_put_in_comes_out(stocked: Stocked, rice: Id) -> None:
    found = record(stocked, rice)

    assert found.draft == RICE
    assert (found.content, found.is_closed, found.low_stock) == ("5000 g", False, None)
    assert [(unit.name, unit.factor, unit.codes, unit.is_default) for unit in found.units] == [
        ("袋", Quantity.of(1), ("040555",), True)
    ]
    assert {(row.price_list, row.amount) for row in found.history} == {
        (PriceListCode.SHELF, Money(3990)),
        (PriceListCode.MEMBER, Money(3590)),
    }
    assert {row.by for row in found.history} == {"王老板"}


def test_saving_what_is_there_changes_nothing(stocked: Stocked, rice: Id) -> None:
    before = record(stocked, rice)
    save(stocked, rice, before.draft, seen=before.version)

    assert record(stocked, rice) == before


def test_who_saves_second_is_told(stocked: Stocked, rice: Id) -> None:
    seen = record(stocked, rice).version
    save(stocked, rice, replace(RICE, name="东北米"), seen=seen)

    with pytest.raises(ChangedMeanwhile):
        save(stocked, rice, replace(RICE, name="五常米"), seen=seen)
    assert record(stocked, rice).draft.name == "东北米"


def test_order_again_at(stocked: Stocked, rice: Id) -> None:
    save(stocked, rice, RICE, low_stock=Quantity.of(6))
    assert record(stocked, rice).low_stock == Quantity.of(6)
    save(stocked, rice, RICE, low_stock=None)
    assert record(stocked, rice).low_stock is None
    for bad in (Quantity.of(-1), Quantity.of(1_000_001)):
        with pytest.raises(BadLowStock), stocked.shop.store.action(stocked.shop.owner, "x") as uow:
            set_low_stock(uow, [rice], bad)


def test_nobody_knows_it(stocked: Stocked) -> None:
    with pytest.raises(UnknownProduct):
        record(stocked, new_id())


def test_a_cashier_saves_nothing(stocked: Stocked, rice: Id) -> None:
    for act in (
        lambda uow: save_product(uow, rice, RICE),
        lambda uow: set_low_stock(uow, [rice], None),
        lambda uow: reopen_product(uow, rice),
        lambda uow: plan_price(uow, rice, Money(1), uow.now + timedelta(days=1)),
        lambda uow: call_off_price(uow, rice),
    ):
        with pytest.raises(GrantNeeded), stocked.shop.store.action(stocked.shop.cashier, "x") as uow:
            act(uow)


def test_names_in_use_are_offered(stocked: Stocked, rice: Id) -> None:
    with stocked.shop.store.read() as read:
        names = known_names(read)

    assert (names.categories, names.families, names.suppliers, names.zones) == (
        ("粮油",),
        ("大米",),
        ("老张粮行",),
        ("A1",),
    )
    assert Rate(900) in {tax.rate for tax in names.taxes}


def test_a_planned_price_begins_ends_and_is_history_before(stocked: Stocked) -> None:
    unit, product = stocked.items["water"].sale_unit_id, stocked.items["water"].product_id
    begins = stocked.shop.clock.now() + timedelta(hours=2)
    with stocked.shop.store.action(stocked.shop.owner, "price") as uow:
        plan_price(uow, unit, Money(150), begins, until=begins + timedelta(days=1))

    def now() -> Money:
        with stocked.shop.store.read() as read:
            return current_prices(read, PriceListCode.SHELF, unit)[unit]

    assert now() == Money(200)
    assert record(stocked, product).history[0].is_planned(stocked.shop.clock.now())
    stocked.shop.clock.tick(timedelta(hours=2))
    assert now() == Money(150)
    assert not record(stocked, product).history[0].is_planned(stocked.shop.clock.now())
    stocked.shop.clock.tick(timedelta(days=1))
    assert now() == Money(200)


def test_a_planned_price_can_be_called_off_until_it_begins(stocked: Stocked) -> None:
    unit = stocked.items["water"].sale_unit_id
    begins = stocked.shop.clock.now() + timedelta(hours=2)
    with stocked.shop.store.action(stocked.shop.owner, "price") as uow:
        first, second = plan_price(uow, unit, Money(150), begins), plan_price(uow, unit, Money(180), begins)
    with stocked.shop.store.action(stocked.shop.owner, "price") as uow:
        call_off_price(uow, first)
    product = stocked.items["water"].product_id
    assert [(row.amount, row.is_replaced) for row in record(stocked, product).history[:3]] == [
        (Money(200), False),
        (Money(180), True),
        (Money(150), True),
    ]
    stocked.shop.clock.tick(timedelta(hours=3))
    with stocked.shop.store.read() as read:
        assert current_prices(read, PriceListCode.SHELF, unit)[unit] == Money(200)
    for begun in (first, second):
        with pytest.raises(PriceHasBegun), stocked.shop.store.action(stocked.shop.owner, "price") as uow:
            call_off_price(uow, begun)


def test_the_only_price_cannot_be_called_off(stocked: Stocked) -> None:
    unit = stocked.items["unpriced"].sale_unit_id
    with stocked.shop.store.action(stocked.shop.owner, "price") as uow:
        planned = plan_price(uow, unit, Money(150), uow.now + timedelta(hours=1))
    with pytest.raises(NoOtherPrice), stocked.shop.store.action(stocked.shop.owner, "price") as uow:
        call_off_price(uow, planned)


def test_bad_spans(stocked: Stocked) -> None:
    unit, now = stocked.items["water"].sale_unit_id, stocked.shop.clock.now()
    with stocked.shop.store.action(stocked.shop.owner, "price") as uow:
        with pytest.raises(PriceInThePast):
            plan_price(uow, unit, Money(1), now)
        later = now + timedelta(days=1)
        with pytest.raises(PriceEndsBeforeItBegins):
            plan_price(uow, unit, Money(1), later, until=later)


def test_a_closed_product_comes_back_with_units_and_codes(stocked: Stocked, rice: Id) -> None:
    with stocked.shop.store.action(stocked.shop.owner, "unit") as uow:
        add_sale_unit(uow, rice, "箱", Quantity.of(4))
    before = record(stocked, rice)
    stocked.shop.clock.tick(timedelta(minutes=1))
    with stocked.shop.store.action(stocked.shop.owner, "close") as uow:
        close_product(uow, rice)
    assert record(stocked, rice).is_closed
    stocked.shop.clock.tick(timedelta(minutes=1))
    for _ in range(2):  # the second time there is nothing to do
        with stocked.shop.store.action(stocked.shop.owner, "reopen") as uow:
            reopen_product(uow, rice)

    after = record(stocked, rice)
    assert (after.draft, after.units, after.is_closed) == (before.draft, before.units, False)
    with stocked.shop.store.read() as read:
        found = find_item(read, "040555", rule=ScaleRule())
    assert found is not None
    assert found.product_id == rice


def test_a_closed_product_whose_code_was_given_away_stays_closed(stocked: Stocked, rice: Id) -> None:
    with stocked.shop.store.action(stocked.shop.owner, "close") as uow:
        close_product(uow, rice)
    with stocked.shop.store.action(stocked.shop.owner, "goods") as uow:
        add_product(uow, ProductDraft("新米", codes=("040555",)))

    with pytest.raises(CodeTaken), stocked.shop.store.action(stocked.shop.owner, "reopen") as uow:
        reopen_product(uow, rice)
    assert record(stocked, rice).is_closed
