"""Which shelf labels say something else than the till."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from app.services.catalogue.edit import change_product, close_product, default_unit, set_price
from app.services.catalogue.planned_prices import plan_price
from app.services.catalogue.prices import PriceListCode
from app.services.common.paging import RowsPage
from app.services.common.permissions import GrantNeeded
from app.services.labels.due import LabelGoods, due_count, goods_of, label_goods, mark_printed, put_marks
from app.values.ids import Id
from app.values.money import Money
from tests.support.goods import APPLES, MILK, NOODLES, UNPRICED, WATER, Stocked, stock_shop
from tests.support.shop import make_shop

Marks = dict[Id, dt.datetime | None]


@pytest.fixture
def stocked(tmp_path: Path) -> Iterator[Stocked]:
    shop = make_shop(tmp_path)
    yield stock_shop(shop)
    shop.close()


def printed(stocked: Stocked, *names: str) -> Marks:
    """Mark labels as printed now, and let an hour pass."""
    shop = stocked.shop
    with shop.store.action(shop.owner, "labels") as uow:
        marks = mark_printed(uow, [stocked.items[name].product_id for name in names], at=uow.now)
    shop.clock.tick(timedelta(hours=1))
    return marks


def due(stocked: Stocked) -> set[str]:
    with stocked.shop.store.read() as read:
        page = label_goods(read)
        assert page.total == len(page.rows) == due_count(read)
        return {row.name for row in page.rows}


def priced(stocked: Stocked, name: str, price: Money, price_list: PriceListCode = PriceListCode.SHELF) -> None:
    with stocked.shop.store.action(stocked.shop.owner, "price") as uow:
        unit = default_unit(uow, stocked.items[name].product_id)
        set_price(uow, unit, price, price_list=price_list, cause="edited")
    stocked.shop.clock.tick(timedelta(minutes=1))


def test_every_priced_article_is_due_until_its_first_label(stocked: Stocked) -> None:
    assert due(stocked) == {WATER.name, NOODLES.name, APPLES.name, MILK.name}, "without a price there is no label"
    assert printed(stocked, "water", "milk") == dict.fromkeys(
        (stocked.items["water"].product_id, stocked.items["milk"].product_id)
    )
    assert due(stocked) == {NOODLES.name, APPLES.name}


def test_a_new_price_makes_the_label_due_and_says_what_hangs_there(stocked: Stocked) -> None:
    printed(stocked, "water", "milk", "noodles", "apples")
    assert due(stocked) == set()
    priced(stocked, "water", Money(250))

    with stocked.shop.store.read() as read:
        (row,) = label_goods(read).rows
    assert (row.price, row.was, row.code, row.is_due) == (Money(250), Money(200), WATER.codes[0], True)
    assert row.printed_at == dt.datetime(2026, 1, 5, 1, 0, tzinfo=dt.UTC)


def test_a_price_that_went_and_came_back_needs_no_new_label(stocked: Stocked) -> None:
    printed(stocked, "water", "milk", "noodles", "apples")
    priced(stocked, "water", Money(250))
    priced(stocked, "water", Money(200))

    assert due(stocked) == set()


def test_a_member_price_stands_on_the_label_too(stocked: Stocked) -> None:
    printed(stocked, "water", "milk", "noodles", "apples")
    priced(stocked, "noodles", Money(1500), PriceListCode.MEMBER)
    assert due(stocked) == {NOODLES.name}


def test_a_planned_price_makes_the_label_due_when_it_begins_and_when_it_ends(stocked: Stocked) -> None:
    printed(stocked, "water", "milk", "noodles", "apples")
    shop = stocked.shop
    with shop.store.action(shop.owner, "price") as uow:
        unit = default_unit(uow, stocked.items["water"].product_id)
        plan_price(uow, unit, Money(150), uow.now + timedelta(days=1), until=uow.now + timedelta(days=2))
    assert due(stocked) == set()

    shop.clock.tick(timedelta(days=1, hours=1))
    assert due(stocked) == {WATER.name}
    printed(stocked, "water")
    assert due(stocked) == set()
    shop.clock.tick(timedelta(days=1))
    assert due(stocked) == {WATER.name}


def test_a_price_that_changed_while_the_label_was_read_is_not_lost(stocked: Stocked) -> None:
    printed(stocked, "water", "milk", "noodles", "apples")
    with stocked.shop.store.read() as read:
        read_at = read.now
    stocked.shop.clock.tick(timedelta(seconds=1))
    priced(stocked, "water", Money(250))
    with stocked.shop.store.action(stocked.shop.owner, "labels") as uow:
        mark_printed(uow, [stocked.items["water"].product_id], at=read_at)

    assert due(stocked) == {WATER.name}


def test_marks_can_be_taken_back(stocked: Stocked) -> None:
    printed(stocked, "water", "milk", "noodles", "apples")
    priced(stocked, "water", Money(250))
    again = printed(stocked, "water")
    assert due(stocked) == set()
    with stocked.shop.store.action(stocked.shop.owner, "labels") as uow:
        put_marks(uow, again)

    assert due(stocked) == {WATER.name}
    with stocked.shop.store.read() as read:
        (row,) = goods_of(read, [stocked.items["water"].product_id])
    assert row.was == Money(200), "the label that hangs there is the one before"


def test_search_and_all_goods_and_pieces(stocked: Stocked) -> None:
    printed(stocked, "water", "milk")

    def names(page: RowsPage[LabelGoods]) -> list[str]:
        return [row.name for row in page.rows]

    with stocked.shop.store.read() as read:
        everything = label_goods(read, only_due=False)
        assert everything.total == 5
        assert UNPRICED.name in names(everything)
        assert names(label_goods(read, text="nfsq", only_due=False)) == [WATER.name]
        assert names(label_goods(read, text="nfsq")) == []
        assert names(label_goods(read, text=NOODLES.codes[0])) == [NOODLES.name]
        first = label_goods(read, only_due=False, limit=2)
        second = label_goods(read, only_due=False, after=first.after, limit=3)
        assert (second.total, second.after) == (None, None)
        assert names(first) + names(second) == names(everything)


def test_closed_goods_have_no_label(stocked: Stocked) -> None:
    with stocked.shop.store.action(stocked.shop.owner, "close") as uow:
        close_product(uow, stocked.items["water"].product_id)
    assert WATER.name not in due(stocked)
    with stocked.shop.store.read() as read:
        assert goods_of(read, [stocked.items["water"].product_id]) == ()


def test_renaming_alone_makes_no_label_due(stocked: Stocked) -> None:
    printed(stocked, "water", "milk", "noodles", "apples")
    with stocked.shop.store.action(stocked.shop.owner, "edit") as uow:
        change_product(uow, stocked.items["water"].product_id, replace(WATER, brand="农夫"))
    assert due(stocked) == set()


def test_a_cashier_marks_nothing(stocked: Stocked) -> None:
    shop = stocked.shop
    with pytest.raises(GrantNeeded), shop.store.action(shop.cashier, "labels") as uow:
        mark_printed(uow, [stocked.items["water"].product_id], at=uow.now)
    assert WATER.name in due(stocked)
