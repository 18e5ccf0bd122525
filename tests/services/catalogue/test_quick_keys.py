"""Pages of quick keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.services.catalogue.drafts import TextTooLong
from app.services.catalogue.edit import UnknownProduct, add_sale_unit, close_product
from app.services.catalogue.find import UnknownSaleUnit
from app.services.catalogue.quick_keys import (
    MOST_PAGES,
    PLACES,
    NoSuchPlace,
    QuickKeyDraft,
    QuickPageMissing,
    QuickPageNameMissing,
    QuickPageView,
    TooManyQuickPages,
    add_quick_page,
    clear_quick_key,
    close_quick_page,
    move_quick_key,
    move_quick_page,
    put_quick_key,
    quick_pages,
    rename_quick_page,
    reopen_quick_page,
)
from app.services.common.permissions import GrantNeeded
from app.services.common.uow import UnitOfWork
from app.values.ids import Id, new_id
from app.values.money import Money
from app.values.quantity import Quantity
from tests.support.goods import Stocked, stock_shop
from tests.support.shop import make_shop


@pytest.fixture
def stocked(tmp_path: Path) -> Iterator[Stocked]:
    made = stock_shop(make_shop(tmp_path))
    yield made
    made.shop.close()


def act(stocked: Stocked, do: Callable[[UnitOfWork], object]) -> object:
    with stocked.shop.store.action(stocked.shop.owner, "quick") as uow:
        return do(uow)


def pages(stocked: Stocked) -> tuple[QuickPageView, ...]:
    with stocked.shop.store.read() as read:
        return quick_pages(read)


@pytest.fixture
def page(stocked: Stocked) -> Id:
    made = act(stocked, lambda uow: add_quick_page(uow, "常用"))
    assert isinstance(made, bytes)
    return Id(made)


def put(stocked: Stocked, page: Id, place: int, name: str, **more: object) -> None:
    draft = QuickKeyDraft(stocked.items[name].product_id, **more)  # type: ignore[arg-type]
    act(stocked, lambda uow: put_quick_key(uow, page, place, draft))


def shown(stocked: Stocked) -> dict[int, str]:
    return {key.position: key.label for key in pages(stocked)[0].keys}


def test_a_key_shows_name_and_price(stocked: Stocked, page: Id) -> None:
    put(stocked, page, 3, "apples")
    put(stocked, page, 1, "water", label="水", tone="good")
    (found,) = pages(stocked)

    assert [(key.position, key.label, key.price, key.by_weight, key.tone) for key in found.keys] == [
        (1, "水", Money(200), False, "good"),
        (3, "散装红富士苹果", Money(1100), True, ""),
    ]
    assert found.at(3) is not None
    assert found.at(2) is None


def test_a_place_holds_one_key(stocked: Stocked, page: Id) -> None:
    put(stocked, page, 0, "water")
    put(stocked, page, 0, "milk")

    assert shown(stocked) == {0: "伊利纯牛奶"}
    act(stocked, lambda uow: clear_quick_key(uow, page, 0))
    assert shown(stocked) == {}


def test_keys_change_places(stocked: Stocked, page: Id) -> None:
    put(stocked, page, 0, "water")
    put(stocked, page, 5, "milk")
    act(stocked, lambda uow: move_quick_key(uow, page, 0, 5))
    assert shown(stocked) == {5: "农夫山泉饮用天然水", 0: "伊利纯牛奶"}
    act(stocked, lambda uow: move_quick_key(uow, page, 0, 9))
    assert shown(stocked) == {5: "农夫山泉饮用天然水", 9: "伊利纯牛奶"}


def test_another_unit_can_be_meant(stocked: Stocked, page: Id) -> None:
    water = stocked.items["water"].product_id
    box = act(stocked, lambda uow: add_sale_unit(uow, water, "箱", Quantity.of(24)))
    put(stocked, page, 0, "water", sale_unit_id=box)
    (key,) = pages(stocked)[0].keys

    assert (key.sale_unit_id, key.price) == (box, None)
    draft = QuickKeyDraft(stocked.items["milk"].product_id, Id(bytes(box)))  # type: ignore[call-overload]
    with pytest.raises(UnknownSaleUnit):
        act(stocked, lambda uow: put_quick_key(uow, page, 1, draft))


def test_closed_goods_leave_their_key(stocked: Stocked, page: Id) -> None:
    put(stocked, page, 0, "water")
    act(stocked, lambda uow: close_product(uow, stocked.items["water"].product_id))

    assert shown(stocked) == {}
    with pytest.raises(UnknownProduct):
        put(stocked, page, 0, "water")


def test_pages_have_names_and_an_order(stocked: Stocked, page: Id) -> None:
    second = Id(bytes(act(stocked, lambda uow: add_quick_page(uow, "果蔬"))))  # type: ignore[call-overload]
    act(stocked, lambda uow: rename_quick_page(uow, second, "蔬菜"))
    assert [one.name for one in pages(stocked)] == ["常用", "蔬菜"]
    for step, order in ((-1, ["蔬菜", "常用"]), (-1, ["蔬菜", "常用"]), (1, ["常用", "蔬菜"])):
        act(stocked, lambda uow, step=step: move_quick_page(uow, second, step))  # type: ignore[misc]
        assert [one.name for one in pages(stocked)] == order


def test_a_page_goes_and_comes_back_with_its_keys(stocked: Stocked, page: Id) -> None:
    put(stocked, page, 0, "water")
    act(stocked, lambda uow: close_quick_page(uow, page))
    assert pages(stocked) == ()
    with pytest.raises(QuickPageMissing):
        put(stocked, page, 1, "milk")
    act(stocked, lambda uow: reopen_quick_page(uow, page))

    assert shown(stocked) == {0: "农夫山泉饮用天然水"}


def test_what_cannot_be(stocked: Stocked, page: Id) -> None:
    for place in (-1, PLACES):
        with pytest.raises(NoSuchPlace):
            put(stocked, page, place, "water")
    with pytest.raises(TextTooLong):
        put(stocked, page, 0, "water", label="长" * 101)
    with pytest.raises(QuickPageNameMissing):
        act(stocked, lambda uow: add_quick_page(uow, "  "))
    with pytest.raises(QuickPageMissing):
        act(stocked, lambda uow: rename_quick_page(uow, new_id(), "x"))
    for _ in range(MOST_PAGES - 1):
        act(stocked, lambda uow: add_quick_page(uow, "x"))
    with pytest.raises(TooManyQuickPages):
        act(stocked, lambda uow: add_quick_page(uow, "x"))


def test_a_cashier_changes_no_key(stocked: Stocked, page: Id) -> None:
    for do in (
        lambda uow: add_quick_page(uow, "x"),
        lambda uow: close_quick_page(uow, page),
        lambda uow: clear_quick_key(uow, page, 0),
        lambda uow: move_quick_key(uow, page, 0, 1),
        lambda uow: put_quick_key(uow, page, 0, QuickKeyDraft(new_id())),
    ):
        with pytest.raises(GrantNeeded), stocked.shop.store.action(stocked.shop.cashier, "x") as uow:
            do(uow)
