"""Documents being made: scanned, typed, kept after every change, taken up again."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.database import Database
from app.services.catalogue.edit import add_sale_unit
from app.services.catalogue.find import item_of_unit
from app.services.catalogue.items import NO_TAX, ScannedItem
from app.services.common.store import Store
from app.services.inventory.codec import document_from_json, document_to_json
from app.services.inventory.drafts import MOST_DRAFTS, drop_draft, list_drafts, load_draft, save_draft
from app.services.inventory.errors import DraftGone, TooManyDrafts
from app.services.inventory.values import DocumentKind, Reason
from app.services.inventory.working import WorkingDocument, WorkingLine
from app.values.clock import ManualClock
from app.values.ids import Id, new_id
from app.values.money import Money
from app.values.quantity import ONE, Quantity
from tests.support.shop import DAY
from tests.support.stockroom import Stockroom

Kind = DocumentKind


def a_box(room: Stockroom) -> ScannedItem:
    """A box of 24 of the water."""
    with room.day.shop.store.action(room.day.shop.owner, "unit") as uow:
        return item_of_unit(uow, add_sale_unit(uow, room.item("water").product_id, "箱", Quantity.of(24)))


def begun(room: Stockroom, kind: Kind = Kind.RECEIPT) -> WorkingDocument:
    return WorkingDocument.begin(kind, room.day.shop.clock.now())


def save(room: Stockroom, document: WorkingDocument) -> None:
    with room.day.shop.store.action(room.day.shop.owner, "stock_draft") as uow:
        save_draft(uow, document)


def test_a_scan_adds_a_line_and_a_second_scan_one_more(room: Stockroom) -> None:
    document, first = begun(room).with_scan(room.item("water"))
    document, second = document.with_scan(room.item("noodles"))
    document, again = document.with_scan(room.item("water"))

    assert (first, second, again) == (0, 1, 0)
    assert [line.quantity for line in document.lines] == [Quantity.of(2), ONE]


def test_a_box_and_a_piece_are_two_lines_of_a_delivery_and_one_of_a_count(room: Stockroom) -> None:
    box = a_box(room)
    delivery, _ = begun(room).with_scan(room.item("water"))
    delivery, _ = delivery.with_scan(box)
    count, _ = begun(room, Kind.COUNT).with_scan(box, expected=Quantity.of(30))
    count, at = count.with_scan(room.item("water"), expected=Quantity(0))

    assert [line.own_units for line in delivery.lines] == [ONE, Quantity.of(24)]
    assert at == 0
    assert [line.own_units for line in count.lines] == [Quantity.of(25)]
    assert (count.lines[0].expected, count.lines[0].difference) == (Quantity(0), Quantity.of(25))


def test_a_scale_label_brings_its_weight(room: Stockroom) -> None:
    apples = replace(room.item("apples"), label_quantity=Quantity(735))

    document, at = begun(room).with_scan(apples)
    document, _ = document.with_scan(apples)

    assert document.lines[at].quantity == Quantity(1470)


def test_the_cost_of_one_follows_the_quantity_and_the_total_stays(room: Stockroom) -> None:
    document, at = begun(room).with_scan(room.item("water"))
    each = document.with_cost_each(at, Money(150)).with_quantity(at, Quantity.of(24))
    total = each.with_cost_total(at, Money(3333))

    assert (each.lines[at].amount, each.total, each.without_cost) == (Money(3600), Money(3600), 0)
    assert total.with_quantity(at, Quantity.of(5)).lines[at].amount == Money(3333)
    assert document.without_cost == 1
    assert total.without_line(at).lines == ()


def test_what_is_posted_is_what_was_typed(room: Stockroom) -> None:
    document, at = begun(room).with_scan(a_box(room))
    document = document.with_quantity(at, Quantity.of(3)).with_cost_each(at, Money(4800))
    document = document.with_expiry(at, date(2026, 5, 1), "L9")

    posted = room.post(document.to_draft())

    assert (posted.amount, room.on_hand("water"), room.cost("water")) == (Money(14_400), Quantity.of(72), 200)
    assert posted.lines[0].expires_on == date(2026, 5, 1)


def test_a_draft_is_there_after_the_lights_went_out(room: Stockroom) -> None:
    document, _ = begun(room).with_scan(room.item("water"))
    document = replace(document, note_number="A-1", label="早上")
    save(room, document)
    room.day.shop.database.close()

    database = Database(room.day.shop.path)
    with Store(database, ManualClock(), DAY).read() as read:
        found = load_draft(read, document.key)
        (row,) = list_drafts(read)
    database.close()

    assert found == document
    assert (row.label, row.line_count, row.kind, row.person) == ("早上", 1, Kind.RECEIPT, "王老板")


def test_several_drafts_lie_side_by_side(room: Stockroom) -> None:
    first, second = begun(room), begun(room, Kind.COUNT)
    save(room, first)
    room.day.shop.clock.tick()
    save(room, second)
    room.day.shop.clock.tick()
    save(room, first.with_scan(room.item("water"))[0])

    with room.day.shop.store.read() as read:
        assert [row.document_key for row in list_drafts(read)] == [first.key, second.key]
        assert [row.kind for row in list_drafts(read, frozenset({Kind.COUNT}))] == [Kind.COUNT]


def test_posting_drops_the_draft_and_it_does_not_come_back(room: Stockroom) -> None:
    document, _ = begun(room).with_scan(room.item("water"))
    save(room, document)
    room.post(document.to_draft())

    with room.day.shop.store.read() as read:
        assert list_drafts(read) == ()
        with pytest.raises(DraftGone):
            load_draft(read, document.key)
    with pytest.raises(DraftGone):
        save(room, document)


def test_a_draft_is_dropped(room: Stockroom) -> None:
    document = begun(room)
    save(room, document)
    with room.day.shop.store.action(room.day.shop.owner, "stock_draft") as uow:
        drop_draft(uow, document.key)

    with room.day.shop.store.read() as read, pytest.raises(DraftGone):
        load_draft(read, document.key)


def test_a_draft_nobody_can_read_is_not_offered(room: Stockroom) -> None:
    document = begun(room)
    save(room, document)
    with room.day.shop.database.writer.begin() as connection:
        connection.exec_driver_sql("""UPDATE stock_draft SET payload = '{"v": 1}'""")

    with room.day.shop.store.read() as read:
        assert list_drafts(read) == ()
        with pytest.raises(DraftGone):
            load_draft(read, document.key)


def test_the_list_of_drafts_has_an_end(room: Stockroom) -> None:
    with room.day.shop.store.action(room.day.shop.owner, "stock_draft") as uow:
        for _ in range(MOST_DRAFTS):
            save_draft(uow, begun(room))

    with pytest.raises(TooManyDrafts):
        save(room, begun(room))


ids = st.builds(lambda: new_id())
quantities = st.builds(Quantity, st.integers(-(10**9), 10**9))
moneys = st.none() | st.builds(Money, st.integers(0, 10**9))
lines = st.builds(
    WorkingLine,
    product_id=ids,
    sale_unit_id=ids,
    code=st.text(max_size=5),
    name=st.text(max_size=8),
    spec=st.text(max_size=5),
    unit_name=st.text(max_size=3),
    by_weight=st.booleans(),
    factor=st.builds(Quantity, st.integers(1, 10**6)),
    quantity=quantities,
    cost_each=moneys,
    cost_total=moneys,
    lot_code=st.text(max_size=5),
    expires_on=st.none() | st.dates(),
    lot_id=st.none() | ids,
    expected=st.none() | quantities,
    counted_at=st.none() | st.datetimes(timezones=st.just(UTC)),
)
documents = st.builds(
    WorkingDocument,
    key=ids,
    kind=st.sampled_from(Kind),
    started_at=st.datetimes(timezones=st.just(UTC)),
    lines=st.lists(lines, max_size=3).map(tuple),
    company_id=st.none() | ids,
    reason=st.none() | st.sampled_from(Reason),
    words=st.text(max_size=5),
    scope_id=st.none() | ids,
    counts_all=st.booleans(),
)


@given(documents)
def test_json_gives_the_document_back(document: WorkingDocument) -> None:
    assert document_from_json(document_to_json(document)) == document


@given(
    st.lists(st.tuples(st.integers(0, 2), st.sampled_from(["scan", "set", "drop"]), st.integers(0, 50)), max_size=20)
)
def test_a_delivery_never_has_an_article_twice(changes: list[tuple[int, str, int]]) -> None:
    goods = [
        ScannedItem(Id(bytes([at]) * 16), Id(bytes([at + 10]) * 16), "", f"g{at}", "", "", False, NO_TAX, None)
        for at in range(3)
    ]
    document = WorkingDocument.begin(Kind.RECEIPT, ManualClock().now())
    wanted: dict[Id, int] = {}
    for at, change, size in changes:
        item = goods[at]
        place = document.place_of(item)
        if change == "scan":
            document, _ = document.with_scan(item)
            wanted[item.product_id] = wanted.get(item.product_id, 0) + 1000
        elif place is not None and change == "set":
            document = document.with_quantity(place, Quantity.of(size))
            wanted[item.product_id] = size * 1000
        elif place is not None:
            document = document.without_line(place)
            del wanted[item.product_id]

    assert {line.product_id: line.quantity.milli for line in document.lines} == wanted
    assert len(document.lines) == len(wanted)
