"""Documents that move stock: what each kind does to goods, cost, ledger and audit."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from app.models.store_errors import store_error
from app.services.backup.verify import verify_store
from app.services.catalogue.drafts import ProductDraft
from app.services.catalogue.edit import add_sale_unit, close_product
from app.services.catalogue.find import item_of_unit
from app.services.common.actor import Permission
from app.services.common.permissions import GrantNeeded
from app.services.common.topics import Topic
from app.services.inventory.checks import MOST_COST, MOST_LINES
from app.services.inventory.errors import (
    AlreadyPosted,
    BadCost,
    BadExpiry,
    BadQuantity,
    NotACount,
    NothingOnDocument,
    ReasonNeeded,
    TooManyLines,
    UnknownArticle,
    UnknownLot,
    UnknownSupplier,
)
from app.services.inventory.post import post_stock_document
from app.services.inventory.values import DocumentKind, Reason, StockDraftValue, StockLineDraft, read_reason
from app.services.purchasing.suppliers import close_supplier
from app.values.errors import StoreError, UserError
from app.values.ids import new_id
from app.values.money import Money
from app.values.quantity import Quantity
from tests.support.grants import owners_leave
from tests.support.stockroom import Stockroom
from tests.support.tables import dump_tables

Kind = DocumentKind


def rows(room: Stockroom, sql: str) -> list[tuple[Any, ...]]:
    with room.day.shop.store.read() as read:
        return [tuple(row) for row in read.connection.exec_driver_sql(sql)]


def test_a_delivery_comes_in_at_its_cost(room: Stockroom) -> None:
    supplier = room.supplier()

    posted = room.receive(room.line("water", 24, 4800), room.line("noodles", 5, 6000), company_id=supplier, note="A-77")

    assert room.on_hand("water") == Quantity.of(24)
    assert (room.cost("water"), room.cost("noodles")) == (200, 1200)
    assert (posted.amount, posted.company, posted.note_number) == (Money(10_800), "华联批发", "A-77")
    assert [(it.line_no, it.quantity, it.amount, it.cost_after) for it in posted.lines] == [
        (1, Quantity.of(24), Money(4800), Money(200)),
        (2, Quantity.of(5), Money(6000), Money(1200)),
    ]
    assert posted.business_date == date(2026, 1, 5)


def test_the_next_sale_line_has_a_margin(room: Stockroom) -> None:
    room.receive(room.line("noodles", 10, 12_000))
    with room.day.shop.store.read() as read:
        room.day.items["noodles"] = item_of_unit(read, room.item("noodles").sale_unit_id)

    room.day.sell(("noodles", 2))

    assert rows(room, "SELECT unit_cost_minor, cost_minor, cost_estimated FROM sale_line") == [(1200, 2400, 0)]


def test_a_box_comes_in_as_pieces_and_keeps_its_cents(room: Stockroom) -> None:
    with room.day.shop.store.action(room.day.shop.owner, "unit") as uow:
        box = add_sale_unit(uow, room.item("water").product_id, "箱", Quantity.of(24))

    posted = room.receive(StockLineDraft(room.item("water").product_id, Quantity.of(3), box, Money(10_001)))

    assert room.on_hand("water") == Quantity.of(72)
    assert posted.amount == Money(10_001)
    assert room.cost("water") == 139  # 100.01 : 72 = 1.38903


def test_two_lines_of_one_article_follow_each_other(room: Stockroom) -> None:
    posted = room.receive(room.line("water", 10, 1000), room.line("water", 30, 6000))

    assert [it.cost_after for it in posted.lines] == [Money(100), Money(175)]
    assert rows(room, "SELECT delta, balance_after FROM stock_ledger ORDER BY rowid") == [
        (10_000, 10_000),
        (30_000, 40_000),
    ]


def test_goods_sold_before_they_came_take_the_cost_of_the_delivery(room: Stockroom) -> None:
    room.day.sell(("water", 3))
    assert room.on_hand("water") == Quantity.of(-3)

    room.receive(room.line("water", 10, 1500))

    assert (room.on_hand("water"), room.cost("water")) == (Quantity.of(7), 150)


def test_an_unknown_cost_stays_unknown_until_one_comes(room: Stockroom) -> None:
    unknown = room.receive(room.line("noodles", 5))
    assert (unknown.amount, room.cost("noodles")) == (None, None)

    room.receive(room.line("noodles", 5, 5000))
    assert room.cost("noodles") == 1000

    room.receive(room.line("noodles", 90))
    assert room.cost("noodles") == 1000


def test_free_goods_count(room: Stockroom) -> None:
    room.receive(room.line("noodles", 10, 10_000), room.line("noodles", 10, 0))

    assert room.cost("noodles") == 500


def test_waste_goes_out_at_the_average_and_says_why(room: Stockroom) -> None:
    room.receive(room.line("water", 10, 1500))

    posted = room.book(Kind.WASTE, room.line("water", 2), reason=Reason.OTHER, words="漏水 : 一箱")

    assert (room.on_hand("water"), room.cost("water")) == (Quantity.of(8), 150)
    assert (posted.amount, posted.lines[0].quantity) == (Money(-300), Quantity.of(-2))
    assert (posted.reason, posted.words) == ("other", "漏水 : 一箱")
    assert rows(room, "SELECT delta, cause, cost_minor FROM stock_ledger ORDER BY rowid DESC LIMIT 1") == [
        (-2000, "waste", 300)
    ]


def test_goods_sent_back_leave_the_average(room: Stockroom) -> None:
    room.receive(room.line("water", 10, 1500))

    posted = room.book(Kind.RETURN, room.line("water", 4, 500))

    assert posted.amount == Money(-500)
    assert (room.on_hand("water"), room.cost("water")) == (Quantity.of(6), 150)
    assert room.book(Kind.RETURN, room.line("water", 1)).amount == Money(-150)


@pytest.mark.parametrize("size", [5, -5])
def test_a_correction_goes_either_way(room: Stockroom, size: int) -> None:
    room.receive(room.line("water", 10, 1500))

    posted = room.book(Kind.CORRECTION, room.line("water", size), reason=Reason.BOOKED_WRONG)

    assert room.on_hand("water") == Quantity.of(10 + size)
    assert (posted.amount, room.cost("water")) == (Money(size * 150), 150)


def test_a_count_moves_the_difference(room: Stockroom) -> None:
    room.receive(room.line("water", 10, 1500), room.line("noodles", 4, 400))
    product, other = room.item("water").product_id, room.item("noodles").product_id

    posted = room.book(
        Kind.COUNT,
        StockLineDraft(product, expected=Quantity.of(10), counted=Quantity.of(7)),
        StockLineDraft(other, expected=Quantity.of(4), counted=Quantity.of(4)),
    )

    assert (room.on_hand("water"), room.cost("water")) == (Quantity.of(7), 150)
    assert [it.quantity.milli for it in posted.lines] == [-3000, 0]
    assert posted.amount == Money(-450)
    assert rows(room, "SELECT count(*) FROM stock_ledger WHERE cause = 'count'") == [(1,)]


def test_opening_stock_is_a_first_delivery(room: Stockroom) -> None:
    room.book(Kind.OPENING, room.line("noodles", 8, 8800))

    assert (room.on_hand("noodles"), room.cost("noodles")) == (Quantity.of(8), 1100)


def test_expiry_is_typed_or_comes_from_the_shelf_life(room: Stockroom) -> None:
    bread = room.day.add("bread", ProductDraft("吐司", price=Money(890), shelf_life_days=5))
    typed = date(2026, 3, 1)

    posted = room.receive(
        room.line("bread", 10, 4000),
        replace(room.line("water", 24, 4800), expires_on=typed, lot_code="L1"),
        room.line("noodles", 1),
    )

    assert [it.expires_on for it in posted.lines] == [date(2026, 1, 10), typed, None]
    assert posted.lines[2].lot_id is None
    lots = rows(room, "SELECT lot_code, expires_on, cost_minor, product_id FROM stock_lot ORDER BY expires_on")
    assert lots[0] == ("", "2026-01-10", 400, bread.product_id)
    assert lots[1][:3] == ("L1", "2026-03-01", 200)
    assert len(lots) == 2


def test_the_same_document_twice_is_posted_once(room: Stockroom) -> None:
    draft = StockDraftValue(new_id(), Kind.RECEIPT, (room.line("water", 5, 500),))

    first, second = room.post(draft), room.post(draft)

    assert first == second
    assert room.on_hand("water") == Quantity.of(5)
    others = (room.line("water", 6, 500),), (room.line("milk", 5, 500),), (room.line("water", 5), room.line("milk", 1))
    for lines in others:
        with pytest.raises(AlreadyPosted):
            room.post(replace(draft, lines=lines))
    with pytest.raises(AlreadyPosted):
        room.post(replace(draft, kind=Kind.OPENING))
    assert room.on_hand("water") == Quantity.of(5)


def test_the_average_makes_a_newer_product(room: Stockroom) -> None:
    sql = "SELECT row_version FROM product WHERE name LIKE '农夫%'"
    ((before,),) = rows(room, sql)
    heard: list[frozenset[Topic]] = []
    room.day.shop.store.committed = heard.append

    room.receive(room.line("water", 5, 1000))
    room.receive(room.line("water", 5, 1000))

    assert rows(room, sql) == [(before + 1,)]
    assert [Topic.CATALOGUE in topics for topics in heard] == [True, False]
    assert all(Topic.STOCK in topics for topics in heard)


def test_who_did_it_stands_in_the_audit(room: Stockroom) -> None:
    room.receive(room.line("water", 5, 1000))

    assert rows(room, "SELECT action, amount_minor, subject_kind FROM audit_event ORDER BY rowid DESC LIMIT 1") == [
        ("stock_receipt", 1000, "stock_document")
    ]


@pytest.mark.parametrize("kind", [Kind.RECEIPT, Kind.COUNT])
def test_a_cashier_receives_and_counts(room: Stockroom, kind: Kind) -> None:
    line = replace(room.line("water", 1, 100), expected=Quantity(0), counted=Quantity.of(1))

    room.post(StockDraftValue(new_id(), kind, (line,)), room.day.shop.cashier)

    assert room.on_hand("water") == Quantity.of(1)


@pytest.mark.parametrize("kind", [Kind.WASTE, Kind.CORRECTION, Kind.RETURN, Kind.OPENING])
def test_a_cashier_needs_leave_for_all_else(room: Stockroom, kind: Kind) -> None:
    shop = room.day.shop
    draft = StockDraftValue(new_id(), kind, (room.line("water", 1),), reason=Reason.DAMAGED)
    with pytest.raises(GrantNeeded) as asked:
        room.post(draft, shop.cashier)
    assert asked.value.permission is Permission.WRITE_OFF

    with shop.store.action(shop.cashier, "stock", grant=owners_leave(shop, Permission.WRITE_OFF)) as uow:
        post_stock_document(uow, draft)

    assert rows(room, "SELECT granted_by IS NOT NULL FROM audit_event ORDER BY rowid DESC LIMIT 1") == [(1,)]


def bad_drafts(room: Stockroom) -> dict[str, tuple[StockDraftValue, type[UserError]]]:
    """Every kind of draft that cannot be posted."""
    good = room.line("water", 1, 100)
    closed = room.supplier("关门的")
    with room.day.shop.store.action(room.day.shop.owner, "closed") as uow:
        close_supplier(uow, closed)
        close_product(uow, room.item("milk").product_id)
    lot = room.receive(replace(good, lot_code="L")).lines[0].lot_id

    def draft(kind: Kind, *lines: StockLineDraft, **more: Any) -> StockDraftValue:
        return StockDraftValue(new_id(), kind, lines, **more)

    today = room.day.shop.clock.now().date()
    return {
        "empty": (draft(Kind.RECEIPT), NothingOnDocument),
        "endless": (draft(Kind.RECEIPT, *[good] * (MOST_LINES + 1)), TooManyLines),
        "nothing": (draft(Kind.RECEIPT, replace(good, quantity=Quantity(0))), BadQuantity),
        "less than nothing": (draft(Kind.RECEIPT, replace(good, quantity=Quantity(-1))), BadQuantity),
        "too many": (draft(Kind.RECEIPT, replace(good, quantity=Quantity.of(1_000_001))), BadQuantity),
        "correction of nothing": (draft(Kind.CORRECTION, replace(good, quantity=Quantity(0)), reason=Reason.DAMAGED), BadQuantity),
        "cost below zero": (draft(Kind.RECEIPT, replace(good, amount=Money(-1))), BadCost),
        "cost too high": (draft(Kind.RECEIPT, replace(good, amount=MOST_COST + Money(1))), BadCost),
        "unknown product": (draft(Kind.RECEIPT, replace(good, product_id=new_id())), UnknownArticle),
        "unit of another": (draft(Kind.RECEIPT, replace(good, sale_unit_id=room.item("noodles").sale_unit_id)), UnknownArticle),
        "closed product": (draft(Kind.RECEIPT, room.line("milk", 1)), UnknownArticle),
        "unknown supplier": (draft(Kind.RECEIPT, good, company_id=new_id()), UnknownSupplier),
        "closed supplier": (draft(Kind.RECEIPT, good, company_id=closed), UnknownSupplier),
        "lot of another": (draft(Kind.WASTE, replace(room.line("noodles", 1), lot_id=lot), reason=Reason.DAMAGED), UnknownLot),
        "long expired": (draft(Kind.RECEIPT, replace(good, expires_on=today - timedelta(days=4000))), BadExpiry),
        "keeps for ever": (draft(Kind.RECEIPT, replace(good, expires_on=date(2226, 1, 1))), BadExpiry),
        "waste without reason": (draft(Kind.WASTE, good), ReasonNeeded),
        "other without words": (draft(Kind.WASTE, good, reason=Reason.OTHER, words="  "), ReasonNeeded),
        "correction without reason": (draft(Kind.CORRECTION, good), ReasonNeeded),
        "count without figures": (draft(Kind.COUNT, good), NotACount),
        "counted below zero": (draft(Kind.COUNT, replace(good, expected=Quantity(0), counted=Quantity(-1))), BadQuantity),
    }  # fmt: skip


def test_what_cannot_be_leaves_nothing(room: Stockroom) -> None:
    drafts = bad_drafts(room)
    before = dump_tables(room.day.shop.database)

    for name, (draft, problem) in drafts.items():
        with pytest.raises(problem):
            room.post(draft)
        assert dump_tables(room.day.shop.database) == before, name


def test_waste_of_a_closed_product_may_be_booked(room: Stockroom) -> None:
    room.receive(room.line("water", 3, 300))
    with room.day.shop.store.action(room.day.shop.owner, "closed") as uow:
        close_product(uow, room.item("water").product_id)

    room.throw_away(room.line("water", 3))

    assert room.on_hand("water") == Quantity(0)


def test_a_disk_that_fails_at_the_end_leaves_nothing(room: Stockroom, monkeypatch: pytest.MonkeyPatch) -> None:
    before = dump_tables(room.day.shop.database)

    def fails(*_: object, **__: object) -> None:
        raise store_error("SQLITE_FULL")

    monkeypatch.setattr("app.services.inventory.post.drop_draft", fails)
    with pytest.raises(StoreError):
        room.receive(room.line("water", 5, 1000))

    assert dump_tables(room.day.shop.database) == before


def test_a_document_of_many_goods_is_moved_in_batches(room: Stockroom) -> None:
    for at in range(210):
        room.day.add(f"g{at}", ProductDraft(f"货{at}", price=Money(100)))

    room.receive(*(room.line(f"g{at}", at + 1, 100 * (at + 1)) for at in range(210)))

    assert room.on_hand("g0") == Quantity.of(1)
    assert room.on_hand("g209") == Quantity.of(210)
    assert room.cost("g209") == 100
    assert verify_store(room.day.shop.database).is_sound


@pytest.mark.parametrize("text", ["", "fell down", "expired", "damaged: a: b", "other: 词"])
def test_a_stored_reason_reads_as_it_was_written(text: str) -> None:
    reason, words = read_reason(text)

    assert (f"{reason}: {words}" if reason and words else reason or words) == text
