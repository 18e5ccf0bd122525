"""The list of goods: filters, orders and pieces."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from app.services.catalogue.drafts import ProductDraft
from app.services.catalogue.edit import add_product, close_product
from app.services.catalogue.listing import GoodsFilter, GoodsRow, count_goods, goods_ids, goods_rows, list_goods
from app.services.catalogue.product import set_low_stock
from app.services.common.paging import Cursor, Sort
from app.values.ids import Id
from app.values.money import Money
from app.values.quantity import Quantity
from tests.support.goods import Stocked, stock_shop
from tests.support.shop import make_shop


@pytest.fixture
def stocked(tmp_path: Path) -> Iterator[Stocked]:
    made = stock_shop(make_shop(tmp_path))
    yield made
    made.shop.close()


def rows(
    stocked: Stocked, wanted: GoodsFilter | None = None, sort: Sort | None = None, limit: int = 200
) -> list[GoodsRow]:
    """Every row, piece by piece, with the total checked."""
    wanted, found, after = wanted or GoodsFilter(), [], None
    first: Cursor | None = None
    total: int | None = None
    with stocked.shop.store.read() as read:
        while True:
            page = list_goods(read, wanted, sort or Sort("name"), after, limit)
            found += page.rows
            if after is None:
                total = page.total
            after = page.after
            if after is None:
                break
            assert after != first
            first = after
    assert total == len(found)
    return found


def names(found: list[GoodsRow]) -> list[str]:
    return [row.name for row in found]


def add(stocked: Stocked, draft: ProductDraft) -> Id:
    with stocked.shop.store.action(stocked.shop.owner, "goods") as uow:
        return add_product(uow, draft)


def test_a_row_says_what_the_owner_asks_first(stocked: Stocked) -> None:
    add(
        stocked,
        ProductDraft(
            "A米", "5kg", "金龙", "77", ("040123",), Money(3990), Money(3500), Money(3000), "粮油", "大米", "老张"
        ),
    )
    row = next(row for row in rows(stocked) if row.name == "A米")

    assert (row.spec, row.brand, row.plu, row.code) == ("5kg", "金龙", "77", "040123")
    assert (row.category, row.family, row.supplier) == ("粮油", "大米", "老张")
    assert (row.price, row.member_price, row.cost) == (Money(3990), Money(3500), Money(3000))
    assert (row.on_hand, row.low_stock, row.is_low, row.is_closed, row.by_weight) == (None, None, False, False, False)


@pytest.mark.parametrize("limit", [1, 2, 3, 5, 200])
@pytest.mark.parametrize("key", ["name", "price", "cost", "on_hand", "changed"])
@pytest.mark.parametrize("descending", [False, True])
def test_pieces_make_the_whole_in_every_order(stocked: Stocked, key: str, descending: bool, limit: int) -> None:
    add(stocked, ProductDraft("农夫山泉饮用天然水", price=Money(200)))  # a twin by name and price
    found = rows(stocked, sort=Sort(key, descending), limit=limit)
    whole = rows(stocked, sort=Sort(key, descending))

    assert [row.product_id for row in found] == [row.product_id for row in whole]
    assert len({row.product_id for row in found}) == len(found) == 6
    if key == "price":
        prices = [row.price.minor if row.price else -1 for row in found]
        assert prices == sorted(prices, reverse=descending)


def test_filters(stocked: Stocked) -> None:
    assert names(rows(stocked, GoodsFilter(no_price=True))) == ["新到饼干"]
    assert set(names(rows(stocked, GoodsFilter(no_cost=True)))) == {
        "康师傅红烧牛肉面 五连包",
        "散装红富士苹果",
        "新到饼干",
    }
    assert names(rows(stocked, GoodsFilter(no_code=True))) == ["散装红富士苹果"]
    assert names(rows(stocked, GoodsFilter(by_weight=True))) == ["散装红富士苹果"]
    assert len(rows(stocked, GoodsFilter(no_family=True))) == 5
    assert names(rows(stocked, GoodsFilter(no_price=True, by_weight=True))) == []


def test_one_category_family_supplier(stocked: Stocked) -> None:
    rice = add(stocked, ProductDraft("米", category="粮油", family="大米", supplier="老张"))
    with stocked.shop.store.read() as read:
        from app.services.catalogue.product import product_record

        draft = product_record(read, rice).draft
    assert (draft.category, draft.family, draft.supplier) == ("粮油", "大米", "老张")
    assert names(rows(stocked, GoodsFilter(text="老张"))) == ["米"]


def test_words_narrow(stocked: Stocked) -> None:
    assert names(rows(stocked, GoodsFilter(text="nfsq"))) == ["农夫山泉饮用天然水"]
    assert names(rows(stocked, GoodsFilter(text="6921168509256"))) == ["农夫山泉饮用天然水"]
    assert names(rows(stocked, GoodsFilter(text="牛"))) == ["伊利纯牛奶", "康师傅红烧牛肉面 五连包"]
    assert rows(stocked, GoodsFilter(text="“”")) == []
    assert rows(stocked, GoodsFilter(text='x" OR "')) == []


def test_low_stock_is_at_or_below_the_mark(stocked: Stocked) -> None:
    water, milk = stocked.items["water"].product_id, stocked.items["milk"].product_id
    with stocked.shop.store.action(stocked.shop.owner, "goods") as uow:
        set_low_stock(uow, [water], Quantity.of(0))
    stocked.sell(("water", 2), ("milk", 1))
    low = rows(stocked, GoodsFilter(low_stock=True))

    assert [(row.product_id, row.on_hand, row.is_low) for row in low] == [(water, Quantity.of(-2), True)]
    assert milk not in {row.product_id for row in low}


def test_closed_goods_are_a_list_of_their_own(stocked: Stocked) -> None:
    water = stocked.items["water"].product_id
    with stocked.shop.store.action(stocked.shop.owner, "goods") as uow:
        close_product(uow, water)

    assert water not in {row.product_id for row in rows(stocked)}
    assert [(row.product_id, row.is_closed) for row in rows(stocked, GoodsFilter(closed=True))] == [(water, True)]


def test_only_these(stocked: Stocked) -> None:
    water, milk = stocked.items["water"].product_id, stocked.items["milk"].product_id
    wanted = GoodsFilter(among=frozenset({water, milk}))
    with stocked.shop.store.read() as read:
        assert set(goods_ids(read, wanted)) == {water, milk}
        assert count_goods(read, replace(wanted, text="牛奶")) == 1
        assert [row.product_id for row in goods_rows(read, [milk, water])] == [milk, water]
    assert rows(stocked, GoodsFilter(among=frozenset())) == []


def test_a_price_of_tomorrow_is_no_price_yet(stocked: Stocked) -> None:
    from app.services.catalogue.planned_prices import plan_price

    unit = stocked.items["unpriced"].sale_unit_id
    with stocked.shop.store.action(stocked.shop.owner, "price") as uow:
        plan_price(uow, unit, Money(500), uow.now + timedelta(days=1))
    assert names(rows(stocked, GoodsFilter(no_price=True))) == ["新到饼干"]
    stocked.shop.clock.tick(timedelta(days=1, seconds=1))

    assert names(rows(stocked, GoodsFilter(no_price=True))) == []
