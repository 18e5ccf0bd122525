"""Taking a document back: the opposite once, and the average as if it had not been."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.services.common.actor import Permission
from app.services.common.permissions import GrantNeeded
from app.services.inventory.errors import AlreadyReversed, NotReversible, UnknownDocument
from app.services.inventory.posted import list_documents, load_document
from app.services.inventory.reverse import reverse_document
from app.services.inventory.values import DocumentKind, Reason, StockLineDraft
from app.values.ids import new_id
from app.values.money import Money
from app.values.quantity import Quantity
from tests.support.stockroom import Stockroom

Kind = DocumentKind


def test_a_mistyped_delivery_leaves_no_trace_in_goods_and_cost(room: Stockroom) -> None:
    wrong = room.receive(room.line("water", 24, 480_000), room.line("noodles", 2, 3000))

    back = room.reverse(wrong)

    assert (room.on_hand("water"), room.on_hand("noodles")) == (Quantity(0), Quantity(0))
    assert (room.cost("water"), room.cost("noodles")) == (120, None)
    assert (back.kind, back.reverses_id, back.amount) == (Kind.RECEIPT, wrong.document_id, Money(-483_000))
    assert [it.quantity for it in back.lines] == [Quantity.of(-24), Quantity.of(-2)]
    with room.day.shop.store.read() as read:
        assert load_document(read, wrong.document_id).reversed_by == back.document_id
        listed = list_documents(read)
    assert [(row.is_reversal, row.is_reversed) for row in listed.rows] == [(True, False), (False, True)]


def test_sales_in_between_do_not_hold_the_old_average_off(room: Stockroom) -> None:
    room.receive(room.line("water", 10, 1000))
    wrong = room.receive(room.line("water", 10, 3000))
    assert room.cost("water") == 200
    room.day.sell(("water", 5))

    room.reverse(wrong)

    assert (room.on_hand("water"), room.cost("water")) == (Quantity.of(5), 100)


def test_behind_later_deliveries_goods_and_money_leave_the_pool(room: Stockroom) -> None:
    room.receive(room.line("water", 10, 1000))
    wrong = room.receive(room.line("water", 10, 3000))
    room.receive(room.line("water", 20, 4000))
    assert room.cost("water") == 200

    room.reverse(wrong)

    # 40 x 2.00 - 30.00 = 50.00 for 30 pieces
    assert (room.on_hand("water"), room.cost("water")) == (Quantity.of(30), 167)


def test_where_nothing_remains_the_average_stays(room: Stockroom) -> None:
    wrong = room.receive(room.line("water", 10, 3000))
    room.receive(room.line("water", 10, 1000))
    room.day.sell(("water", 12))

    room.reverse(wrong)

    assert (room.on_hand("water"), room.cost("water")) == (Quantity.of(-2), 200)


def test_two_lines_of_one_article_go_back_together(room: Stockroom) -> None:
    wrong = room.receive(room.line("water", 10, 1000), room.line("water", 30, 6000))

    room.reverse(wrong)

    assert (room.on_hand("water"), room.cost("water")) == (Quantity(0), 120)


@pytest.mark.parametrize("kind", [Kind.WASTE, Kind.RETURN, Kind.CORRECTION])
def test_goods_come_back_at_what_they_were_booked_out(room: Stockroom, kind: Kind) -> None:
    room.receive(room.line("water", 10, 1500))
    out = room.book(kind, room.line("water", 4), reason=Reason.DAMAGED)

    back = room.reverse(out)

    assert (room.on_hand("water"), room.cost("water")) == (Quantity.of(10), 150)
    assert out.amount is not None
    assert back.amount == -out.amount
    assert back.reason == out.reason


def test_a_count_is_taken_back(room: Stockroom) -> None:
    room.receive(room.line("water", 10, 1500))
    product = room.item("water").product_id
    count = room.book(Kind.COUNT, StockLineDraft(product, expected=Quantity.of(10), counted=Quantity.of(3)))

    room.reverse(count)

    assert room.on_hand("water") == Quantity.of(10)


def test_the_lot_goes_with_the_delivery(room: Stockroom) -> None:
    wrong = room.receive(replace(room.line("water", 10, 1500), expires_on=date(2026, 1, 20)))

    back = room.reverse(wrong)

    assert back.lines[0].lot_id == wrong.lines[0].lot_id is not None


def test_once_only(room: Stockroom) -> None:
    first = room.receive(room.line("water", 10, 1500))
    back = room.reverse(first)

    with pytest.raises(AlreadyReversed):
        room.reverse(first)
    with pytest.raises(NotReversible):
        room.reverse(back)
    assert room.on_hand("water") == Quantity(0)


def test_an_unknown_document_and_a_cashier_without_leave(room: Stockroom) -> None:
    known = room.receive(room.line("water", 10, 1500))
    with room.day.shop.store.act(room.day.shop.owner, "stock") as uow, pytest.raises(UnknownDocument):
        reverse_document(uow, new_id())
    with room.day.shop.store.act(room.day.shop.cashier, "stock") as uow, pytest.raises(GrantNeeded) as asked:
        reverse_document(uow, known.document_id)
    assert asked.value.permission is Permission.WRITE_OFF


def test_the_ledger_names_the_row_that_is_taken_back(room: Stockroom) -> None:
    room.reverse(room.receive(room.line("water", 10, 1500)))

    with room.day.shop.store.read() as read:
        rows = read.connection.exec_driver_sql("SELECT id, reverses_id, delta, cost_minor FROM stock_ledger").all()
    assert [(row.delta, row.cost_minor) for row in rows] == [(10_000, -1500), (-10_000, 1500)]
    assert rows[1].reverses_id == rows[0].id
