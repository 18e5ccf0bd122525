"""What is on hand and worth, low, out, expiring; and the stock card."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.services.catalogue.drafts import ProductDraft
from app.services.common.paging import Sort
from app.services.inventory.card import stock_card
from app.services.inventory.listing import StockFilter, StockRow, StockShow, StockValue, list_stock, stock_value
from app.services.inventory.lots import expiring_lots
from app.services.inventory.values import DocumentKind, Reason, StockDraftValue
from app.values.ids import new_id
from app.values.money import Money
from app.values.quantity import Quantity
from tests.support.goods import stock_shop
from tests.support.shop import make_shop
from tests.support.stockroom import Stockroom

EXAMPLES = 300 if os.environ.get("SHUKE_DEEP") == "1" else 12

SOON, LATER, LATEST = date(2026, 1, 10), date(2026, 2, 1), date(2026, 6, 1)


def delivered(room: Stockroom, quantity: int, expires_on: date, code: str = "") -> None:
    room.receive(replace(room.line("water", quantity, quantity * 100), expires_on=expires_on, lot_code=code))


def left(room: Stockroom, days: int = 400) -> list[tuple[date, int]]:
    with room.day.shop.store.read() as read:
        return [(lot.expires_on, lot.left.milli // 1000) for lot in expiring_lots(read, days)]


def stock(room: Stockroom, wanted: StockFilter | None = None, sort: Sort | None = None) -> list[StockRow]:
    with room.day.shop.store.read() as read:
        return list(list_stock(read, wanted or StockFilter(), sort).rows)


def names(room: Stockroom, show: StockShow, **more: object) -> list[str]:
    return [row.name[:2] for row in stock(room, StockFilter(show, **more))]  # type: ignore[arg-type]


def set_low(room: Stockroom, name: str, milli: int) -> None:
    with room.day.shop.database.writer.begin() as connection:
        connection.exec_driver_sql(
            "UPDATE product SET low_stock_milli = ? WHERE id = ?", (milli, room.item(name).product_id)
        )


def test_what_expires_first_is_taken_to_be_sold_first(room: Stockroom) -> None:
    delivered(room, 10, LATER)
    delivered(room, 6, SOON)
    delivered(room, 4, LATEST)
    assert left(room) == [(SOON, 6), (LATER, 10), (LATEST, 4)]

    room.day.sell(("water", 5))
    assert left(room) == [(SOON, 1), (LATER, 10), (LATEST, 4)]

    room.day.sell(("water", 4))
    assert left(room) == [(LATER, 7), (LATEST, 4)]

    room.day.sell(("water", 11))
    assert left(room) == []


def test_only_what_expires_within_the_days_is_shown(room: Stockroom) -> None:
    delivered(room, 6, SOON, "L1")
    delivered(room, 10, LATER)

    with room.day.shop.store.read() as read:
        (lot,) = expiring_lots(read, 5)
        assert expiring_lots(read, 4) == ()
    assert (lot.lot_code, lot.days_left, lot.left, lot.value) == ("L1", 5, Quantity.of(6), Money(600))

    room.day.shop.clock.tick(timedelta(days=9))
    with room.day.shop.store.read() as read:
        assert [it.days_left for it in expiring_lots(read, 0)] == [-4]


def test_a_lot_that_was_written_off_is_gone(room: Stockroom) -> None:
    delivered(room, 6, SOON)
    delivered(room, 10, LATER)
    with room.day.shop.store.read() as read:
        lot = expiring_lots(read, 5)[0]

    room.throw_away(replace(room.line("water", 6), lot_id=lot.lot_id))

    assert left(room) == [(LATER, 10)]


def test_a_delivery_taken_back_leaves_no_lot(room: Stockroom) -> None:
    delivered(room, 10, LATER)
    wrong = room.receive(replace(room.line("water", 6, 600), expires_on=SOON))
    room.reverse(wrong)

    assert left(room) == [(LATER, 10)]


@settings(max_examples=EXAMPLES)
@given(st.lists(st.tuples(st.integers(1, 9), st.integers(0, 3)), min_size=1, max_size=4), st.integers(0, 40))
def test_what_is_left_is_what_is_there(
    tmp_path_factory: pytest.TempPathFactory, deliveries: list[tuple[int, int]], sold: int
) -> None:
    shop = make_shop(tmp_path_factory.mktemp("lots"))
    room = Stockroom(stock_shop(shop))
    for quantity, week in deliveries:
        delivered(room, quantity, SOON + timedelta(weeks=week))
    if sold:
        room.day.sell(("water", sold))
    whole = sum(quantity for quantity, _ in deliveries)

    rest = left(room)
    shop.close()

    assert sum(quantity for _, quantity in rest) == max(whole - sold, 0)
    kept = sorted(
        (SOON + timedelta(weeks=week) for quantity, week in deliveries for _ in range(quantity)), reverse=True
    )
    wanted = kept[: max(whole - sold, 0)]
    assert [day for day, quantity in rest for _ in range(quantity)] == sorted(wanted)


def test_on_hand_with_its_value(room: Stockroom) -> None:
    room.receive(room.line("water", 10, 1555), room.line("milk", 2, 9000), room.line("noodles", 4))
    room.day.sell(("apples", Quantity(500)))

    rows = {row.name[:2]: row for row in stock(room)}

    assert [(rows["农夫"].on_hand, rows["农夫"].average, rows["农夫"].value)] == [
        (Quantity.of(10), Money(156), Money(1560))
    ]
    assert (rows["康师"].average, rows["康师"].value) == (None, None)
    assert rows["散装"].on_hand == Quantity(-500)
    assert len(rows) == 5
    with room.day.shop.store.read() as read:
        assert stock_value(read) == StockValue(Money(1560 + 9000), goods=3, without_cost=1, negative=1)


def test_an_empty_shop_is_worth_nothing(room: Stockroom) -> None:
    with room.day.shop.store.read() as read:
        assert stock_value(read) == StockValue(Money(0), 0, 0, 0)


def test_filters(room: Stockroom) -> None:
    room.receive(room.line("water", 10, 1500), room.line("milk", 2, 9000), room.line("noodles", 4))
    room.day.sell(("milk", 2), ("apples", Quantity(500)))
    set_low(room, "water", 10_000)
    set_low(room, "noodles", 3_999)

    assert names(room, StockShow.LOW) == ["伊利", "农夫", "散装"]
    assert names(room, StockShow.OUT) == ["伊利", "散装"]
    assert names(room, StockShow.NEGATIVE) == ["散装"]
    assert names(room, StockShow.NO_COST) == ["康师"]
    assert names(room, StockShow.ALL, text="农夫") == ["农夫"]
    assert names(room, StockShow.ALL, text="没有这个") == []


def test_expiring_goods_and_goods_of_a_supplier(room: Stockroom) -> None:
    delivered(room, 6, SOON)
    supplier = room.supplier("新和")
    room.day.add("cola", ProductDraft("可乐", price=Money(300), supplier="新和", category="饮料"))

    assert names(room, StockShow.EXPIRING, expiring_days=5) == ["农夫"]
    assert names(room, StockShow.EXPIRING, expiring_days=4) == []
    assert names(room, StockShow.ALL, supplier_id=supplier) == ["可乐"]
    row = stock(room, StockFilter(supplier_id=supplier))[0]
    assert (row.supplier, row.category) == ("新和", "饮料")


def test_days_left_at_the_pace_of_four_weeks(room: Stockroom) -> None:
    room.receive(room.line("water", 100, 10_000))
    sale = room.day.sell(("water", 16))
    room.day.refund(sale, (1, Quantity.of(2)))

    row = next(row for row in stock(room) if row.name.startswith("农夫"))
    assert (row.sold, row.on_hand, row.days_left) == (Quantity.of(14), Quantity.of(86), 172)

    room.day.shop.clock.tick(timedelta(days=28))
    row = next(row for row in stock(room) if row.name.startswith("农夫"))
    assert (row.sold, row.days_left) == (Quantity(0), None)


@pytest.mark.parametrize("key", ["name", "on_hand", "value", "days_left"])
@pytest.mark.parametrize("descending", [False, True])
def test_pages_join_without_gap_or_repeat(room: Stockroom, key: str, descending: bool) -> None:
    for at in range(7):
        room.day.add(f"g{at}", ProductDraft(f"货{at % 3}", f"{at}", price=Money(100)))
    room.receive(*(room.line(f"g{at}", 3 + at % 2, 700) for at in range(5)))
    room.day.sell(("g0", 1), ("g1", 1))
    sort = Sort(key, descending)
    whole = [row.product_id for row in stock(room, sort=sort)]

    pieces, after, total = [], None, None
    while True:
        with room.day.shop.store.read() as read:
            page = list_stock(read, StockFilter(), sort, after, limit=5)
        pieces += [row.product_id for row in page.rows]
        total = page.total if total is None else total
        after = page.after
        if after is None:
            break

    assert pieces == whole
    assert total == len(whole) == 12


def test_the_stock_card_tells_every_movement(room: Stockroom) -> None:
    supplier = room.supplier()
    received = room.receive(room.line("water", 24, 4800), company_id=supplier, note="A-77")
    room.day.shop.clock.tick()
    sale = room.day.sell(("water", 3))
    room.day.shop.clock.tick()
    room.throw_away(room.line("water", 1), reason=Reason.DAMAGED)
    room.day.shop.clock.tick()
    room.reverse(received)

    with room.day.shop.store.read() as read:
        card = stock_card(read, room.item("water").product_id).rows

    assert [(it.cause, it.quantity.milli // 1000, it.balance.milli // 1000) for it in card] == [
        ("receipt", -24, -4),
        ("waste", -1, 20),
        ("sale", -3, 21),
        ("receipt", 24, 24),
    ]
    assert [it.is_reversal for it in card] == [True, False, False, False]
    assert (card[1].reason, card[1].person) == ("damaged", "王老板")
    assert (card[2].receipt, card[2].person, card[2].cost) == (sale.number, "小李", Money(360))
    assert (card[3].company, card[3].note_number, card[3].document_id) == ("华联批发", "A-77", received.document_id)
    assert card[3].cost == Money(4800)


def test_the_card_comes_in_pieces(room: Stockroom) -> None:
    lines = [room.line("water", at + 1) for at in range(5)]
    room.post(StockDraftValue(new_id(), DocumentKind.RECEIPT, tuple(lines)))
    found, after = [], None
    for _ in range(3):
        with room.day.shop.store.read() as read:
            page = stock_card(read, room.item("water").product_id, after=after, limit=2)
        found += [it.quantity.milli // 1000 for it in page.rows]
        after = page.after

    assert found == [5, 4, 3, 2, 1]
    assert after is None
