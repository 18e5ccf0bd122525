"""X and Z: sums of stored rows, the same before, at and after the close."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from app.models.ledgers import CashLedger, StoredValueLedger
from app.services.backup.verify import verify_store
from app.services.checkout.values import SaleDraft, SaleRules
from app.services.common import audit
from app.services.payments.plan import CashRule, PaymentPlan, TenderKind
from app.services.pricing.engine import price
from app.services.shifts.cash import pay_in, pay_out
from app.services.shifts.close import CashCount, close_shift
from app.services.shifts.figures import (
    BASKET_CLEARED,
    LINE_REMOVED,
    PRICE_CHANGED,
    Closing,
    Drawer,
    ShiftFigures,
    TenderSum,
    Totals,
    figures_from_json,
    figures_to_json,
)
from app.services.shifts.open import open_shift
from app.services.shifts.report import closed_figures, last_closed_shift, shift_figures
from app.values.ids import Id, new_id
from app.values.money import ZERO, Money
from app.values.quantity import Quantity
from tests.support.goods import Stocked, stock_shop
from tests.support.shop import Shop, make_shop


@pytest.fixture
def day(tmp_path: Path) -> Stocked:
    stocked = stock_shop(make_shop(tmp_path))
    stocked.rules = SaleRules(cash=CashRule(step=10))
    return stocked


def figures(shop: Shop) -> ShiftFigures:
    assert shop.cashier.shift_id is not None
    with shop.store.read() as read:
        return shift_figures(read, shop.cashier.shift_id)


def pay(day: Stocked, plan_of: dict[TenderKind, int], *lines: tuple[str, int]) -> None:
    """A sale with part payments; cash takes the rest."""
    priced = price(day.basket(*lines))
    plan = PaymentPlan(priced.total, day.rules.cash)
    for kind, minor in plan_of.items():
        plan = plan.with_other(kind, Money(minor))
    plan = plan if plan.is_settled else plan.with_cash()
    day.post(SaleDraft(priced, plan.tenders, day.rules))


def play(day: Stocked) -> None:
    """The worked day of docs/shift.md."""
    member = day.enrol()
    sale = day.sell(("apples", Quantity(735)), ("water", 2), member=member)  # 8.09 + 4.00, cash 12.10
    pay(day, {TenderKind.WECHAT: 5_990}, ("milk", 1))
    pay(day, {TenderKind.CARD: 1_000}, ("noodles", 1))  # 16.90, cash 6.90
    day.refund(sale, (2, Quantity.of(1)))  # one bottle back, 2.00
    with day.shop.store.act(day.shop.cashier, "cash") as uow:
        pay_in(uow, Money(5_000), "银行换的零钱")
        uow.commit()
    with day.shop.store.act(day.shop.cashier, "cash") as uow:
        pay_out(uow, Money(3_000), "送水")
        uow.commit()


def test_an_empty_shift(day: Stocked) -> None:
    empty = figures(day.shop)

    assert empty.sales == empty.refunds == Totals()
    assert (empty.tenders, empty.taxes, empty.first_receipt, empty.last_receipt) == ((), (), "", "")
    assert empty.drawer == Drawer(opening=Money(20_000))
    assert empty.expected == Money(20_000)
    assert empty.closing is None


def test_the_worked_day(day: Stocked) -> None:
    play(day)
    shown = figures(day.shop)

    assert (shown.sales.count, shown.refunds.count) == (3, 1)
    assert shown.sales.gross == Money(809 + 400 + 5_990 + 1_690)
    assert shown.sales.total == shown.sales.net == Money(8_889)
    assert shown.refunds.total == Money(-200)
    assert shown.turnover == Money(8_689)
    assert shown.tenders == (
        TenderSum("card", 1, Money(1_000), 0, ZERO),
        TenderSum("cash", 2, Money(1_210 + 690), 1, Money(-200)),
        TenderSum("wechat", 1, Money(5_990), 0, ZERO),
    )
    assert shown.rounding == Money(-1)  # 12.09 paid with 12.10
    assert shown.sales.paid == Money(8_890)
    assert shown.expected == Money(20_000 + 1_210 + 690 - 200 + 5_000 - 3_000)
    assert [(move.amount, move.reason) for move in shown.drawer.paid_in] == [(Money(5_000), "银行换的零钱")]
    assert [(move.amount, move.reason) for move in shown.drawer.paid_out] == [(Money(3_000), "送水")]
    assert (shown.points_earned, shown.points_taken_back) == (12, 2)
    assert (shown.first_receipt, shown.last_receipt) == ("T1-000001", "T1-000004")
    # Tenders and rounding come to the total, as on every single sale.
    assert Money.total(tender.amount for tender in shown.tenders) + shown.rounding == shown.turnover


def test_tax_is_the_sum_of_what_the_receipts_said(day: Stocked) -> None:
    play(day)
    shown = figures(day.shop)

    assert Money.total(tax.tax for tax in shown.taxes) == shown.sales.tax + shown.refunds.tax
    assert all(tax.inclusive for tax in shown.taxes)


def test_what_an_owner_asks_about_is_counted(day: Stocked) -> None:
    for action, amount in [(LINE_REMOVED, 500), (LINE_REMOVED, 300), (PRICE_CHANGED, 100), (BASKET_CLEARED, 900)]:
        with day.shop.store.act(day.shop.cashier, action) as uow:
            audit.record(uow, action, amount=Money(amount))
            uow.commit()
    shown = figures(day.shop)

    assert [shown.times(name) for name in (LINE_REMOVED, PRICE_CHANGED, BASKET_CLEARED, "no_sale")] == [2, 1, 1, 0]
    assert {done.action: done.amount for done in shown.actions}[LINE_REMOVED] == Money(800)


def test_top_ups_are_owed_and_no_turnover(day: Stocked) -> None:
    with day.shop.store.act(day.shop.cashier, "topup") as uow:
        for purse, amount in (("principal", 10_000), ("bonus", 1_000)):
            uow.add_fact(
                StoredValueLedger,
                account_id=new_id(),
                purse=purse,
                delta=amount,
                balance_after=amount,
                cause="topup",
                source_key=new_id().hex(),
            )
        uow.add_fact(CashLedger, delta=10_000, balance_after=30_000, cause="topup", source_key=new_id().hex())
        uow.commit()
    shown = figures(day.shop)

    assert shown.top_ups == Money(10_000)
    assert shown.turnover == ZERO
    assert shown.drawer.other == Money(10_000)
    assert shown.expected == Money(30_000)


def close(day: Stocked, counted: int) -> Id:
    shift_id = day.shop.cashier.shift_id
    assert shift_id is not None
    with day.shop.store.act(day.shop.cashier, "shift_closed") as uow:
        close_shift(uow, CashCount(Money(counted)))
        uow.commit()
    return shift_id


def test_x_and_z_say_the_same_but_for_the_count(day: Stocked) -> None:
    play(day)
    before = figures(day.shop)
    shift_id = close(day, 23_600)

    with day.shop.store.read() as read:
        kept = closed_figures(read, shift_id)
        again = shift_figures(read, shift_id)
        assert last_closed_shift(read, day.shop.till.till_id) == shift_id
    assert kept is not None
    assert isinstance(kept.closing, Closing)
    assert (kept.closing.counted, kept.closing.over_short) == (Money(23_600), Money(-100))
    assert replace(kept, closing=None) == before == again
    assert verify_store(day.shop.database).is_sound


def test_an_open_shift_has_no_kept_figures(day: Stocked) -> None:
    assert day.shop.cashier.shift_id is not None
    with day.shop.store.read() as read:
        assert closed_figures(read, day.shop.cashier.shift_id) is None
        assert last_closed_shift(read, day.shop.till.till_id) is None


def test_shifts_do_not_see_each_other(day: Stocked) -> None:
    play(day)
    close(day, 23_700)
    with day.shop.store.act(day.shop.cashier, "shift_opened") as uow:
        day.shop.on_shift(open_shift(uow, Money(100)).shift_id)
        uow.commit()
    day.sell(("water", 1))
    shown = figures(day.shop)

    assert (shown.number, shown.sales.count, shown.expected) == (2, 1, Money(300))
    assert shown.first_receipt == shown.last_receipt == "T1-000005"


def test_the_sales_of_a_shift_are_found_by_index(day: Stocked) -> None:
    """A Z in the tenth year must not read ten years."""
    from app.services.shifts import report

    assert day.shop.cashier.shift_id is not None
    with day.shop.store.read() as read:
        head = read.connection.execute(report._HEAD.where(report.Shift.id == day.shop.cashier.shift_id)).one()
        query = report._of_shift(report._SALES, head).compile(
            dialect=read.connection.dialect, compile_kwargs={"render_postcompile": True}
        )
        values = tuple(query.params[name] for name in query.positiontup or ())
        plan = read.connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {query}", values).all()
    assert any("ix_sale_till_id_epoch_journal_seq (till_id=? AND (epoch,journal_seq)>(?,?))" in row[3] for row in plan)


def test_figures_are_read_back_from_json(day: Stocked) -> None:
    play(day)
    shown = figures(day.shop)
    closing = Closing(day.shop.clock.now(), "小李", Money(1), Money(-1), 7, "00" * 32)

    for value in (shown, replace(shown, closing=closing)):
        assert figures_from_json(figures_to_json(value)) == value


@pytest.mark.parametrize("change", [{"v": 99}, {"number": None, "surprise": 1}, {"sales": []}])
def test_json_of_something_else_is_refused(day: Stocked, change: dict[str, object]) -> None:
    said = json.loads(figures_to_json(figures(day.shop))) | change

    with pytest.raises((ValueError, KeyError, TypeError, AttributeError)):
        figures_from_json(json.dumps(said))


def test_no_such_shift(day: Stocked) -> None:
    with day.shop.store.read() as read, pytest.raises(LookupError):
        shift_figures(read, new_id())
