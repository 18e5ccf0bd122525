"""Changing many goods at once, and taking it back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.services.backup.verify import verify_store
from app.services.catalogue.bulk import BATCH, BulkChange, BulkDone, change_many, preview_prices, undo_bulk
from app.services.catalogue.drafts import ProductDraft
from app.services.catalogue.edit import add_product, close_product
from app.services.catalogue.listing import GoodsFilter, GoodsRow, goods_ids, goods_rows
from app.services.catalogue.price_rule import Ending, PriceRule
from app.services.catalogue.prices import PriceListCode
from app.services.catalogue.product import product_record
from app.services.common.permissions import GrantNeeded
from app.values.ids import Id
from app.values.money import Money
from app.values.rates import Rate
from tests.support.goods import Stocked, stock_shop
from tests.support.shop import make_shop


@pytest.fixture
def stocked(tmp_path: Path) -> Iterator[Stocked]:
    made = stock_shop(make_shop(tmp_path))
    yield made
    made.shop.close()


def every(stocked: Stocked) -> tuple[Id, ...]:
    with stocked.shop.store.read() as read:
        return goods_ids(read, GoodsFilter())


def rows(stocked: Stocked) -> dict[str, GoodsRow]:
    with stocked.shop.store.read() as read:
        return {row.name: row for row in goods_rows(read, every(stocked))}


def change(stocked: Stocked, wanted: BulkChange, ids: tuple[Id, ...] | None = None) -> BulkDone:
    shop = stocked.shop
    return change_many(lambda kind: shop.store.action(shop.owner, kind), every(stocked) if ids is None else ids, wanted)


def undo(stocked: Stocked, done: BulkDone) -> int:
    shop = stocked.shop
    return undo_bulk(lambda kind: shop.store.action(shop.owner, kind), done)


def test_names_and_tax_for_all_and_back(stocked: Stocked) -> None:
    before = rows(stocked)
    done = change(stocked, BulkChange(category="食品", family="杂", supplier="老张", tax=(Rate(1300), True)))

    assert (done.changed, done.failed) == (5, ())
    assert {(row.category, row.family, row.supplier) for row in rows(stocked).values()} == {("食品", "杂", "老张")}
    with stocked.shop.store.read() as read:
        assert {product_record(read, one).draft.tax_rate for one in every(stocked)} == {Rate(1300)}
    assert undo(stocked, done) == 5
    assert rows(stocked) == before


def test_an_empty_name_takes_away(stocked: Stocked) -> None:
    change(stocked, BulkChange(category="食品"))
    done = change(stocked, BulkChange(category=""))

    assert done.changed == 5
    assert {row.category for row in rows(stocked).values()} == {""}


def test_what_is_so_already_is_not_touched(stocked: Stocked) -> None:
    change(stocked, BulkChange(category="食品"))

    assert change(stocked, BulkChange(category="食品")).changed == 0


def test_prices_as_previewed_and_back(stocked: Stocked) -> None:
    before = rows(stocked)
    rule = PriceRule(Rate(1000), ending=Ending.NINE_TENTHS)
    with stocked.shop.store.read() as read:
        shown = preview_prices(read, every(stocked), rule)
    done = change(stocked, BulkChange(price=rule))
    after = rows(stocked)

    assert {one.name: one.after for one in shown} == {
        "伊利纯牛奶": Money(6590),
        "农夫山泉饮用天然水": Money(190),
        "康师傅红烧牛肉面 五连包": Money(1890),
        "散装红富士苹果": Money(1190),
    }
    assert {one.name: after[one.name].price for one in shown} == {one.name: one.after for one in shown}
    assert after["新到饼干"].price is None
    assert done.changed == 4
    undo(stocked, done)
    assert rows(stocked) == before


def test_member_prices_have_their_own_rule(stocked: Stocked) -> None:
    done = change(stocked, BulkChange(price=PriceRule(Rate(-1000)), price_list=PriceListCode.MEMBER))
    milk = rows(stocked)["伊利纯牛奶"]

    assert (done.changed, milk.member_price, milk.price) == (1, Money(4491), Money(5990))
    undo(stocked, done)
    assert rows(stocked)["伊利纯牛奶"].member_price == Money(4990)


def test_below_cost_is_seen_in_the_preview(stocked: Stocked) -> None:
    with stocked.shop.store.read() as read:
        shown = preview_prices(read, every(stocked), PriceRule(Rate(-5000)))

    assert {one.name for one in shown if one.is_below_cost} == {"伊利纯牛奶", "农夫山泉饮用天然水"}


def test_closing_goes_on_past_what_is_closed_already(stocked: Stocked) -> None:
    ids = every(stocked)
    with stocked.shop.store.action(stocked.shop.owner, "close") as uow:
        close_product(uow, ids[0])
    done = change(stocked, BulkChange(close=True), ids)

    assert (done.changed, [one for one, _ in done.failed]) == (4, [ids[0]])
    assert every(stocked) == ()
    assert undo(stocked, done) == 4
    assert set(every(stocked)) == set(ids[1:])


def test_undo_leaves_what_cannot_come_back(stocked: Stocked) -> None:
    done = change(stocked, BulkChange(close=True))
    with stocked.shop.store.action(stocked.shop.owner, "goods") as uow:
        add_product(uow, ProductDraft("别家的水", codes=("6921168509256",)))

    assert undo(stocked, done) == 4
    assert "农夫山泉饮用天然水" not in rows(stocked)


def test_many_goods_are_changed_in_small_actions(stocked: Stocked) -> None:
    with stocked.shop.store.action(stocked.shop.owner, "goods") as uow:
        for number in range(2 * BATCH):
            add_product(uow, ProductDraft(f"货 {number}", price=Money(100 + number)))
    told: list[tuple[int, int]] = []
    kinds: list[str] = []
    shop = stocked.shop

    def act(kind: str):  # type: ignore[no-untyped-def]
        kinds.append(kind)
        return shop.store.action(shop.owner, kind)

    ids = every(stocked)
    report = lambda done, total: told.append((done, total))  # noqa: E731
    done = change_many(act, ids, BulkChange(category="货", price=PriceRule(Rate(1000))), report=report)

    assert done.changed == len(ids)
    assert len(kinds) == -(-len(ids) // BATCH)
    assert told[-1] == (len(ids), len(ids))
    assert verify_store(shop.database).findings == ()


def test_a_cashier_changes_nothing(stocked: Stocked) -> None:
    shop = stocked.shop
    with pytest.raises(GrantNeeded):
        change_many(lambda kind: shop.store.action(shop.cashier, kind), every(stocked), BulkChange(category="x"))
