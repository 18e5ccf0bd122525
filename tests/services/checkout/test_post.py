"""Posting: every row of a sale, all of it or none of it, once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from app.services.checkout.post import SALE_STEPS, NoShift, NotPaid, NotSellable, post_sale
from app.services.checkout.posted import find_by_basket_key, find_by_number, load_sale
from app.services.checkout.values import PostedSale, SaleDraft, SaleRules
from app.services.common.topics import Topic
from app.services.payments.plan import CashRule, PaymentPlan, TenderKind
from app.services.pricing.engine import price
from app.services.receipts.parts import Receipt
from app.values import failpoints
from app.values.errors import StoreError
from app.values.money import Money
from app.values.quantity import Quantity
from tests.support.commits import commit_fails
from tests.support.goods import Stocked, stock_shop
from tests.support.shop import make_shop
from tests.support.tables import changed_tables, dump_tables

WRITTEN = {
    "account",
    "cash_ledger",
    "journal_entry",
    "outbox",
    "points_ledger",
    "points_lot",
    "print_job",
    "sale",
    "sale_discount",
    "sale_line",
    "sale_tax",
    "sale_tender",
    "stock_ledger",
    "stock_level",
    "till_state",
    "visit",
}


class StoppedHere(Exception):
    """A test's own failure in the middle of a posting."""


@pytest.fixture
def stocked(tmp_path: Path) -> Iterator[Stocked]:
    shop = make_shop(tmp_path)
    made = stock_shop(shop)
    made.rules = SaleRules(cash=CashRule(10))
    yield made
    failpoints.listen(None)
    shop.close()


def rows(stocked: Stocked, sql: str, *given: object) -> list[Any]:
    with stocked.shop.store.read() as read:
        return list(read.connection.exec_driver_sql(sql, given))


def rich_draft(stocked: Stocked) -> SaleDraft:
    """Two milk at the member price, 0.735 kg of apples, three water; 100.00 by card, the rest in cash, rounded."""
    member = stocked.enrol()
    basket = stocked.basket(("milk", 2), ("apples", Quantity(735)), ("water", 3), member=member)
    plan = PaymentPlan(price(basket).total, stocked.rules.cash).with_other(TenderKind.CARD, Money(10_000), "62280001")
    return SaleDraft(price(basket), plan.with_cash(Money(2_000)).tenders, stocked.rules)


def test_every_row_of_a_member_sale(stocked: Stocked) -> None:
    draft = rich_draft(stocked)
    posted = stocked.post(draft)

    assert (posted.gross, posted.discount, posted.total) == (Money(13_389), Money(2_000), Money(11_389))
    assert (posted.rounding, posted.given, posted.change) == (Money(-1), Money(12_000), Money(610))
    assert (posted.points, posted.points_balance, posted.item_count) == (113, 113, 6)
    ((kind, total, rounding, paid, given, change, count),) = rows(
        stocked,
        "SELECT kind, total_minor, rounding_minor, paid_minor, given_minor, change_minor, line_count FROM sale",
    )
    assert (kind, total, rounding, paid, given, change, count) == ("sale", 11_389, -1, 11_390, 12_000, 610, 3)
    assert rows(
        stocked, "SELECT line_no, quantity_milli, net_minor, points, price_source FROM sale_line ORDER BY 1"
    ) == [
        (1, 2000, 9_980, 99, "member"),
        (2, 735, 809, 8, "shelf"),
        (3, 3000, 600, 6, "shelf"),
    ]
    assert rows(stocked, "SELECT rule_kind, label, amount_minor FROM sale_discount") == [
        ("member", "Member price", 2000)
    ]
    assert rows(
        stocked,
        "SELECT tender_no, kind, amount_minor, given_minor, change_minor, reference FROM sale_tender ORDER BY 1",
    ) == [
        (1, "card", 10_000, 10_000, 0, "62280001"),
        (2, "cash", 1_390, 2_000, 610, ""),
        (3, "rounding", -1, 0, 0, ""),
    ]
    assert rows(stocked, "SELECT delta, balance_after, cause FROM points_ledger") == [(113, 113, "earn")]
    assert rows(stocked, "SELECT remaining FROM points_lot") == [(113,)]
    assert rows(stocked, "SELECT sale_count, net_minor, unit_kind FROM visit") == [(1, 11_389, "member")]
    assert rows(stocked, "SELECT delta, balance_after FROM cash_ledger WHERE cause = 'sale'") == [(1_390, 21_390)]
    assert rows(stocked, "SELECT cash_balance FROM till_state") == [(21_390,)]


def test_stock_falls_in_the_products_own_units(stocked: Stocked) -> None:
    posted = stocked.post(rich_draft(stocked))
    milk, apples, water = (stocked.items[name].product_id for name in ("milk", "apples", "water"))

    ledger = {
        row[0]: row[1:]
        for row in rows(stocked, "SELECT product_id, delta, balance_after, cost_minor FROM stock_ledger")
    }
    assert ledger == {milk: (-2000, -2000, 9_000), apples: (-735, -735, None), water: (-3000, -3000, 360)}
    assert {row[0]: row[1] for row in rows(stocked, "SELECT product_id, on_hand_milli FROM stock_level")} == {
        milk: -2000,
        apples: -735,
        water: -3000,
    }
    assert len(posted.lines) == 3


def test_one_product_on_two_lines_is_one_row_of_stock(stocked: Stocked) -> None:
    stocked.sell(("apples", Quantity(300)), ("apples", Quantity(435)))

    assert rows(stocked, "SELECT delta, balance_after FROM stock_ledger") == [(-735, -735)]


def test_a_pack_takes_its_pieces_from_stock(stocked: Stocked) -> None:
    """erpnext 11995, 32922: a pack's barcode gave the unit of the single piece."""
    pack = replace(stocked.items["water"], sale_unit_id=stocked.items["milk"].sale_unit_id, factor=Quantity.of(24))
    basket = stocked.basket(("water", 2)).with_item(pack, Quantity.of(3))
    stocked.post(stocked.paid(basket))

    assert rows(stocked, "SELECT delta FROM stock_ledger") == [(-74_000,)]


def test_paper_drawer_and_draft_are_in_the_same_transaction(stocked: Stocked) -> None:
    draft = rich_draft(stocked)
    with stocked.shop.store.act(stocked.shop.cashier, "sale") as uow:
        posted = post_sale(uow, draft)
        inside = uow.connection.exec_driver_sql("SELECT kind, state, sale_id FROM print_job ORDER BY kind").all()
        assert [tuple(job) for job in inside] == [("drawer", "queued", None), ("receipt", "queued", posted.sale_id)]
        assert rows(stocked, "SELECT count(*) FROM print_job") == [(0,)]
        changed = uow.commit()

    assert {Topic.SALES, Topic.STOCK, Topic.POINTS, Topic.CASH, Topic.PRINTING} <= changed
    ((payload,),) = rows(stocked, "SELECT payload FROM print_job WHERE kind = 'receipt'")
    assert Receipt.from_json(payload).meta.number == posted.number == "T1-000001"


def test_a_card_sale_does_not_open_the_drawer(stocked: Stocked) -> None:
    basket = stocked.basket(("water", 1))
    plan = PaymentPlan(price(basket).total).with_other(TenderKind.CARD)
    stocked.post(SaleDraft(price(basket), plan.tenders, stocked.rules))

    assert rows(stocked, "SELECT kind FROM print_job") == [("receipt",)]
    assert rows(stocked, "SELECT count(*) FROM cash_ledger WHERE cause = 'sale'") == [(0,)]


def test_a_shop_without_a_drawer_sends_no_pulse(stocked: Stocked) -> None:
    stocked.rules = SaleRules(pulse_drawer=False)
    stocked.sell(("water", 1))

    assert rows(stocked, "SELECT kind FROM print_job") == [("receipt",)]


def test_a_posted_sale_reads_back_as_it_was_posted(stocked: Stocked) -> None:
    posted = stocked.post(rich_draft(stocked))

    with stocked.shop.store.read() as read:
        assert load_sale(read, posted.sale_id) == posted
        assert find_by_number(read, " t1-000001 ") == posted


def test_receipt_numbers_have_no_gaps(stocked: Stocked) -> None:
    """A number is taken inside the commit: a sale that fails takes none."""
    numbers = [stocked.sell(("water", 1)).number]
    failpoints.listen(stop_at("sale.paper.after"))
    with pytest.raises(StoppedHere):
        stocked.sell(("water", 1))
    failpoints.listen(None)
    numbers += [stocked.sell(("water", 1)).number, stocked.sell(("water", 1)).number]

    assert numbers == ["T1-000001", "T1-000002", "T1-000003"]


def test_a_second_press_of_pay_is_the_same_sale(stocked: Stocked) -> None:
    """erpnext 11000, POSNext 50: duplicate invoices after a retry."""
    draft = rich_draft(stocked)
    first = stocked.post(draft)
    before = dump_tables(stocked.shop.database)
    again = stocked.post(draft)

    assert again.repeated
    assert replace(again, repeated=False) == first
    assert changed_tables(before, dump_tables(stocked.shop.database)) == set()


def test_points_are_earned_once_and_not_for_tendered_cash(stocked: Stocked) -> None:
    """opensourcepos 4579: points on what was handed over. opensourcepos 4359: on suspend and delete."""
    member = stocked.enrol()
    basket = stocked.basket(("water", 5), member=member)
    posted = stocked.post(stocked.paid(basket, Money(10_000)))

    assert (posted.points, posted.change) == (10, Money(9_000))


def test_an_item_that_earns_nothing_lends_its_amount_to_nobody(stocked: Stocked) -> None:
    """odoo 150833, 114004: a reward earned points."""
    stocked.items["gift"] = replace(stocked.items["noodles"], earns_points=False)
    posted = stocked.sell(("gift", 1), ("water", 1), member=stocked.enrol())

    assert [line.points for line in posted.lines] == [0, 2]


def test_a_member_sale_below_a_yuan_earns_nothing_and_posts(stocked: Stocked) -> None:
    basket = stocked.basket(("apples", Quantity(50)), member=stocked.enrol())
    posted = stocked.post(stocked.paid(basket))

    assert (posted.points, posted.points_balance) == (0, 0)
    assert rows(stocked, "SELECT count(*) FROM points_ledger") == [(0,)]


def test_two_sales_of_a_day_are_one_visit(stocked: Stocked) -> None:
    member = stocked.enrol()
    stocked.sell(("water", 1), member=member)
    stocked.sell(("noodles", 1), member=member)

    assert rows(stocked, "SELECT sale_count, net_minor FROM visit") == [(2, 1_890)]


def test_a_free_basket_posts_without_a_tender(stocked: Stocked) -> None:
    basket = stocked.basket(("water", 1)).with_price(1, Money(0))
    posted = stocked.post(stocked.paid(basket))

    assert (posted.total, posted.tenders) == (Money(0), ())


def test_a_sale_before_four_in_the_morning_belongs_to_the_day_before(stocked: Stocked) -> None:
    """odoo 153636, erpnext 42701: the sale stood on the wrong day."""
    stocked.shop.clock.tick(timedelta(hours=18))  # 03:00 of the 6th
    posted = stocked.sell(("water", 1))

    assert posted.business_date.isoformat() == "2026-01-05"


def test_without_a_shift_nothing_is_sold(tmp_path: Path) -> None:
    stocked = stock_shop(make_shop(tmp_path), with_shift=False)
    before = dump_tables(stocked.shop.database)
    with pytest.raises(NoShift):
        stocked.sell(("water", 1))
    assert changed_tables(before, dump_tables(stocked.shop.database)) == set()


def test_an_unpaid_basket_is_refused(stocked: Stocked) -> None:
    draft = rich_draft(stocked)
    with pytest.raises(NotPaid):
        stocked.post(replace(draft, tenders=draft.tenders[:-1]))


def test_an_unclear_basket_is_refused(stocked: Stocked) -> None:
    with pytest.raises(NotSellable):
        stocked.post(stocked.paid(stocked.basket(("unpriced", 1))))
    with pytest.raises(NotSellable):
        stocked.post(stocked.paid(stocked.basket(("water", 1)).with_unknown("4711")))


def stop_at(name: str) -> Any:
    def listener(reached: str) -> None:
        if reached == name:
            raise StoppedHere(name)

    return listener


POINTS_OF_FAILURE = [*(f"{step}.{side}" for step in SALE_STEPS for side in ("before", "after")), "uow.before_commit"]


@pytest.mark.parametrize("name", POINTS_OF_FAILURE)
def test_failing_anywhere_leaves_every_table_as_it_was(stocked: Stocked, name: str) -> None:
    """uniCenta closeTicket: the receipt was printed and the ticket deleted though saving had failed."""
    draft = rich_draft(stocked)
    before = dump_tables(stocked.shop.database)
    failpoints.listen(stop_at(name))
    with pytest.raises(StoppedHere, match=name):
        stocked.post(draft)
    failpoints.listen(None)

    assert changed_tables(before, dump_tables(stocked.shop.database)) == set()
    assert stocked.post(draft).number == "T1-000001"


def test_the_failures_above_are_where_posting_really_passes(stocked: Stocked) -> None:
    draft = rich_draft(stocked)
    seen: list[str] = []
    before = dump_tables(stocked.shop.database)
    failpoints.listen(seen.append)
    stocked.post(draft)
    failpoints.listen(None)

    assert seen == [*POINTS_OF_FAILURE, "uow.after_commit"]
    assert changed_tables(before, dump_tables(stocked.shop.database)) == WRITTEN


def test_a_commit_that_raised_but_took_effect_is_found_by_its_key(stocked: Stocked) -> None:
    draft = rich_draft(stocked)
    with commit_fails(stocked.shop.database, took_effect=True), pytest.raises(StoreError):
        stocked.post(draft)
    stocked.shop.database.reopen()

    with stocked.shop.store.read() as read:
        found = find_by_basket_key(read, draft.priced.basket.key)
    assert isinstance(found, PostedSale)
    assert found.repeated
    assert stocked.post(draft).number == "T1-000001"


def test_a_commit_that_failed_can_be_done_again(stocked: Stocked) -> None:
    draft = rich_draft(stocked)
    before = dump_tables(stocked.shop.database)
    with commit_fails(stocked.shop.database, took_effect=False), pytest.raises(StoreError):
        stocked.post(draft)
    stocked.shop.database.reopen()

    assert changed_tables(before, dump_tables(stocked.shop.database)) == set()
    assert not stocked.post(draft).repeated
