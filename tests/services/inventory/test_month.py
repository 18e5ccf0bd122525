"""A month of a shop in any order: what the ledger adds up to is what is on hand, and each sale knows its cost.

The average is worked out a second time here, with fractions.
"""

from __future__ import annotations

import shutil
import tempfile
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from app.services.backup.verify import verify_store
from app.services.catalogue.find import item_of_unit
from app.services.inventory.listing import stock_value
from app.services.inventory.values import DocumentKind, PostedDocument, Reason, StockLineDraft
from app.values.money import Money
from app.values.quantity import Quantity
from tests.conftest import DEEP
from tests.support.goods import stock_shop
from tests.support.shop import make_shop
from tests.support.stockroom import Stockroom

GOODS = ("water", "noodles")
goods = st.sampled_from(GOODS)
sizes = st.integers(1, 30)
costs = st.none() | st.integers(0, 9_000)


def half_up(value: Fraction) -> int:
    return (2 * value.numerator + value.denominator) // (2 * value.denominator)


class Month(RuleBasedStateMachine):
    """Sales, deliveries, waste, counts, and documents taken back."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="shuke-month-"))
        self.room = Stockroom(stock_shop(make_shop(self.folder)))
        self.on_hand = dict.fromkeys(GOODS, 0)
        self.average: dict[str, int | None] = {"water": 120, "noodles": None}
        self.known: list[tuple[PostedDocument, str, int]] = []

    def teardown(self) -> None:
        report = verify_store(self.room.day.shop.database)
        assert [finding.sentence for finding in report.findings] == []
        self.room.day.shop.close()
        shutil.rmtree(self.folder)

    @rule(name=goods, size=sizes)
    def sell(self, name: str, size: int) -> None:
        with self.room.day.shop.store.read() as read:
            self.room.day.items[name] = item_of_unit(read, self.room.item(name).sale_unit_id)
        self.room.day.sell((name, size))
        self.on_hand[name] -= size
        with self.room.day.shop.store.read() as read:
            cost = read.connection.exec_driver_sql(
                "SELECT unit_cost_minor, cost_minor FROM sale_line ORDER BY rowid DESC LIMIT 1"
            ).one()
        average = self.average[name]
        assert tuple(cost) == (average, None if average is None else average * size)

    @rule(name=goods, size=sizes, cost=costs)
    def receive(self, name: str, size: int, cost: int | None) -> None:
        posted = self.room.receive(self.room.line(name, size, cost))
        before, present = self.average[name], max(self.on_hand[name], 0)
        if cost is not None:
            worth = present * before if before is not None else Fraction(cost, size) * present
            self.average[name] = half_up(Fraction(worth + cost, present + size))
        self.on_hand[name] += size
        self.known.append((posted, name, size))

    @rule(name=goods, size=sizes)
    def throw_away(self, name: str, size: int) -> None:
        posted = self.room.throw_away(self.room.line(name, size))
        self.on_hand[name] -= size
        self.known.append((posted, name, -size))

    @rule(name=goods, counted=sizes)
    def count(self, name: str, counted: int) -> None:
        expected = self.room.on_hand(name)
        line = StockLineDraft(self.room.item(name).product_id, expected=expected, counted=Quantity.of(counted))
        posted = self.room.book(DocumentKind.COUNT, line)
        self.known.append((posted, name, counted - self.on_hand[name]))
        self.on_hand[name] = counted

    @rule(name=goods, size=sizes)
    def correct(self, name: str, size: int) -> None:
        posted = self.room.book(
            DocumentKind.CORRECTION, self.room.line(name, 15 - size or 1), reason=Reason.BOOKED_WRONG
        )
        self.on_hand[name] += 15 - size or 1
        self.known.append((posted, name, 15 - size or 1))

    @precondition(lambda self: self.known)
    @rule(data=st.data())
    def take_back(self, data: st.DataObject) -> None:
        at = data.draw(st.integers(0, len(self.known) - 1))
        posted, name, size = self.known.pop(at)
        self.room.reverse(posted)
        self.on_hand[name] -= size
        after = self.room.cost(name)
        if posted.kind is not DocumentKind.RECEIPT:
            assert after == self.average[name]
        self.average[name] = after

    @invariant()
    def the_book_agrees(self) -> None:
        with self.room.day.shop.store.read() as read:
            sums = read.connection.exec_driver_sql(
                "SELECT product_id, sum(delta) FROM stock_ledger GROUP BY product_id"
            )
            ledger = {row[0]: row[1] for row in sums}
            worth = stock_value(read)
        for name in GOODS:
            assert self.room.on_hand(name).milli == ledger.get(self.room.item(name).product_id, 0)
            assert self.room.on_hand(name).milli == self.on_hand[name] * 1000
            assert self.room.cost(name) == self.average[name]
        known = [
            Money(max(self.on_hand[name], 0) * average) for name in GOODS if (average := self.average[name]) is not None
        ]
        assert worth.value == Money.total(known)
        assert worth.value.minor >= 0


def test_a_month_adds_up() -> None:
    run_state_machine_as_test(Month, settings=settings(max_examples=8, stateful_step_count=25))  # type: ignore[no-untyped-call]


@pytest.mark.deep
def test_many_months_add_up() -> None:
    assert DEEP
    run_state_machine_as_test(Month, settings=settings(max_examples=150, stateful_step_count=60))  # type: ignore[no-untyped-call]
