"""Stock-taking: sales that go on meanwhile are no differences, and nothing is said twice."""

from __future__ import annotations

from dataclasses import replace

from app.services.catalogue.drafts import ProductDraft
from app.services.inventory.count import begin_count, count_quantity, count_scan, post_count, summarise_count
from app.services.inventory.drafts import load_draft
from app.services.inventory.values import DocumentKind, PostedDocument, Reason
from app.services.inventory.working import WorkingDocument
from app.values.ids import Id
from app.values.money import Money
from app.values.quantity import ONE, Quantity
from tests.support.stockroom import Stockroom


class Counter:
    """Somebody who goes along the shelves."""

    def __init__(self, room: Stockroom, *, scope_id: Id | None = None, counts_all: bool = False) -> None:
        self.room = room
        with self._action() as uow:
            self.document = begin_count(uow, scope_id=scope_id, counts_all=counts_all)

    def scan(self, name: str) -> None:
        self.room.day.shop.clock.tick()
        with self._action() as uow:
            self.document, _ = count_scan(uow, self.document, self.room.item(name))

    def type(self, name: str, quantity: Quantity) -> None:
        self.scan(name)
        at = self.document.place_of(self.room.item(name))
        assert at is not None
        with self._action() as uow:
            self.document = count_quantity(uow, self.document, at, quantity)

    def summary(self) -> tuple[list[tuple[str, int]], list[str]]:
        with self.room.day.shop.store.read() as read:
            summary = summarise_count(read, self.document)
        return [(it.name[:2], it.difference.milli) for it in summary.differences], [
            it.name[:2] for it in summary.uncounted
        ]

    def post(self, *, zero_uncounted: bool = False) -> PostedDocument:
        self.room.day.shop.clock.tick()
        with self._action() as uow:
            return post_count(uow, self.document.key, zero_uncounted=zero_uncounted)

    def _action(self):  # type: ignore[no-untyped-def]
        return self.room.day.shop.store.action(self.room.day.shop.cashier, "count")


def test_each_scan_counts_one_and_a_typed_figure_all(room: Stockroom) -> None:
    room.receive(room.line("water", 3, 300), room.line("milk", 5, 20_000))
    counter = Counter(room)
    counter.scan("water")
    counter.scan("water")
    counter.type("milk", Quantity.of(5))

    assert counter.summary() == ([("农夫", -1000)], [])
    posted = counter.post()

    assert [it.counted for it in posted.lines] == [Quantity.of(2), Quantity.of(5)]
    assert (room.on_hand("water"), room.on_hand("milk")) == (Quantity.of(2), Quantity.of(5))


def test_sales_while_the_count_goes_on_are_no_differences(room: Stockroom) -> None:
    room.receive(room.line("water", 10, 1000), room.line("milk", 5, 20_000))
    counter = Counter(room)
    room.day.sell(("water", 2))
    counter.type("water", Quantity.of(8))
    room.day.sell(("water", 3), ("milk", 1))
    counter.type("milk", Quantity.of(4))

    assert counter.summary() == ([], [])
    posted = counter.post()

    assert [it.quantity for it in posted.lines] == [Quantity(0), Quantity(0)]
    assert [it.expected for it in posted.lines] == [Quantity.of(8), Quantity.of(4)]
    assert room.on_hand("water") == Quantity.of(5)


def test_a_delivery_while_the_count_goes_on_is_none_either(room: Stockroom) -> None:
    room.receive(room.line("water", 10, 1000))
    counter = Counter(room)
    counter.type("water", Quantity.of(9))
    room.receive(room.line("water", 24, 2400))

    counter.post()

    assert room.on_hand("water") == Quantity.of(33)


def test_two_counts_of_the_same_goods_say_it_once(room: Stockroom) -> None:
    room.receive(room.line("water", 10, 1000))
    first, second = Counter(room), Counter(room)
    first.type("water", Quantity.of(8))
    second.type("water", Quantity.of(8))

    first.post()
    assert second.summary() == ([], [])
    second.post()

    assert room.on_hand("water") == Quantity.of(8)


def test_a_correction_behind_the_count_is_known_to_it(room: Stockroom) -> None:
    room.receive(room.line("water", 10, 1000))
    counter = Counter(room)
    counter.type("water", Quantity.of(8))
    room.book(DocumentKind.CORRECTION, room.line("water", -1), reason=Reason.BOOKED_WRONG)

    counter.post()

    assert room.on_hand("water") == Quantity.of(8)


def test_a_correction_before_the_line_was_counted_is_in_its_figure(room: Stockroom) -> None:
    room.receive(room.line("water", 10, 1000), room.line("milk", 1))
    counter = Counter(room)
    counter.scan("milk")
    room.book(DocumentKind.CORRECTION, room.line("water", -1), reason=Reason.BOOKED_WRONG)
    counter.type("water", Quantity.of(9))

    assert counter.summary() == ([], [])


def test_value_of_the_differences(room: Stockroom) -> None:
    room.receive(room.line("water", 10, 1500), room.line("milk", 5, 20_000), room.line("noodles", 2))
    counter = Counter(room)
    counter.type("water", Quantity.of(12))
    counter.type("milk", Quantity.of(4))
    counter.type("noodles", Quantity.of(1))

    with room.day.shop.store.read() as read:
        summary = summarise_count(read, counter.document)

    assert (summary.missing, summary.surplus, summary.without_cost) == (Money(-4000), Money(300), 1)
    assert [it.value for it in summary.differences] == [Money(-4000), Money(300), None]
    assert summary.counted == 3


def test_uncounted_goods_are_listed_and_stay(room: Stockroom) -> None:
    room.receive(room.line("water", 10, 1500), room.line("milk", 5, 20_000))
    counter = Counter(room, counts_all=True)
    counter.type("water", Quantity.of(10))

    assert counter.summary() == ([], ["伊利"])
    counter.post()

    assert room.on_hand("milk") == Quantity.of(5)


def test_uncounted_goods_go_to_zero_if_that_is_asked_for(room: Stockroom) -> None:
    room.receive(room.line("water", 10, 1500), room.line("milk", 5, 20_000))
    room.day.sell(("noodles", 2))
    counter = Counter(room, counts_all=True)
    counter.type("water", Quantity.of(10))

    posted = counter.post(zero_uncounted=True)

    assert [room.on_hand(name) for name in ("water", "milk", "noodles")] == [Quantity.of(10), Quantity(0), Quantity(0)]
    assert len(posted.lines) == 3


def test_a_category_is_counted_with_what_hangs_below_it(room: Stockroom) -> None:
    room.day.add("cola", ProductDraft("可乐", price=Money(300), category="汽水"))
    room.day.add("juice", ProductDraft("橙汁", price=Money(500), category="饮料"))
    room.receive(room.line("cola", 5), room.line("juice", 5), room.line("water", 5))
    with room.day.shop.database.writer.begin() as connection:
        connection.exec_driver_sql(
            "UPDATE category SET parent_id = (SELECT id FROM category WHERE name = '饮料') WHERE name = '汽水'"
        )
        drinks = connection.exec_driver_sql("SELECT id FROM category WHERE name = '饮料'").scalar_one()
    counter = Counter(room, scope_id=drinks)

    assert counter.summary()[1] == ["可乐", "橙汁"]
    counter.type("cola", ONE)
    counter.post(zero_uncounted=True)

    assert [room.on_hand(name).milli for name in ("cola", "juice", "water")] == [1000, 0, 5000]


def test_a_free_count_asks_for_nothing_else(room: Stockroom) -> None:
    room.receive(room.line("water", 10, 1500), room.line("milk", 5, 20_000))
    counter = Counter(room)
    counter.type("water", Quantity.of(10))

    counter.post(zero_uncounted=True)

    assert room.on_hand("milk") == Quantity.of(5)


def test_each_step_is_kept_and_a_count_is_posted_once(room: Stockroom) -> None:
    room.receive(room.line("water", 10, 1500))
    counter = Counter(room)
    counter.scan("water")
    with room.day.shop.store.read() as read:
        kept: WorkingDocument = load_draft(read, counter.document.key)
    assert kept == counter.document

    assert counter.post() == counter.post()
    assert room.on_hand("water") == ONE


def test_a_line_without_its_moment_stands_as_it_is(room: Stockroom) -> None:
    room.receive(room.line("water", 10, 1500))
    counter = Counter(room)
    counter.scan("water")
    line = replace(counter.document.lines[0], counted_at=None)
    counter.document = counter.document.with_line(0, line)

    assert counter.summary() == ([("农夫", -9000)], [])
