"""A shift: opened with a float, cash in and out, counted at the end. Over or short is data, never a block."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import insert, select

from app.models.audit import AuditEvent
from app.models.journal import JournalEntry
from app.models.ledgers import CashLedger
from app.models.sales import BasketDraft
from app.models.shifts import Shift, ShiftClose
from app.services.backup.verify import verify_store
from app.services.checkout.drafts import hold_basket, save_open
from app.services.common.actor import Actor, Grant, Permission
from app.services.common.permissions import GrantNeeded
from app.services.shifts.cash import (
    LONGEST_REASON,
    CashMoved,
    DrawerTooLow,
    ReasonMissing,
    ReasonPersonal,
    cash_in_drawer,
    note_no_sale,
    pay_in,
    pay_out,
)
from app.services.shifts.close import (
    BasketStillOpen,
    CashCount,
    ClosedShift,
    CountDiffers,
    HeldOver,
    NoteCount,
    close_shift,
)
from app.services.shifts.open import (
    MOST_CASH,
    BadCash,
    NoShiftOpen,
    OpenShift,
    ShiftOpen,
    current_shift,
    open_shift,
)
from app.values.ids import new_id
from app.values.money import ZERO, Money
from tests.support.goods import stock_shop
from tests.support.grants import owners_leave
from tests.support.shop import Shop, make_shop


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    return make_shop(tmp_path)


def begin(shop: Shop, amount: int = 20_000) -> OpenShift:
    with shop.store.act(shop.cashier, "shift_opened") as uow:
        shift = open_shift(uow, Money(amount))
        uow.commit()
    shop.on_shift(shift.shift_id)
    return shift


def end(shop: Shop, counted: int, *, actor: Actor | None = None, grant: Grant | None = None) -> ClosedShift:
    with shop.store.act(actor or shop.cashier, "shift_closed", grant=grant) as uow:
        closed = close_shift(uow, CashCount(Money(counted)))
        assert uow.actor.shift_id is None
        uow.commit()
    return closed


def move(shop: Shop, amount: int, reason: str, *, out: bool = False) -> CashMoved:
    with shop.store.act(shop.cashier, "cash") as uow:
        moved = (pay_out if out else pay_in)(uow, Money(amount), reason)
        uow.commit()
    return moved


def drawer(shop: Shop) -> list[tuple[str, int, int]]:
    with shop.store.read() as read:
        rows = read.connection.execute(
            select(CashLedger.cause, CashLedger.delta, CashLedger.balance_after).order_by(CashLedger.journal_seq)
        )
        return [(row.cause, row.delta, row.balance_after) for row in rows]


def in_drawer(shop: Shop) -> Money:
    with shop.store.read() as read:
        return cash_in_drawer(read, shop.till.till_id)


def test_a_shift_is_opened_with_its_float(shop: Shop) -> None:
    shift = begin(shop)

    with shop.store.read() as read:
        assert current_shift(read, shop.till.till_id) == shift
        row = read.connection.execute(select(Shift.__table__)).one()
    assert (shift.number, shift.float_amount, shift.opened_by_name) == (1, Money(20_000), "小李")
    assert row.shift_id == row.id == shift.shift_id
    assert drawer(shop) == [("float", 20_000, 20_000)]


def test_every_fact_of_the_opening_bears_the_new_shift(shop: Shop) -> None:
    shift = begin(shop)

    with shop.store.read() as read:
        for table in (Shift, CashLedger):
            assert read.connection.execute(select(table.shift_id)).scalars().all() == [shift.shift_id]
        audited = select(AuditEvent.shift_id).where(AuditEvent.action == "shift_opened")
        assert read.connection.execute(audited).scalar_one() == shift.shift_id


def test_one_shift_at_a_time(shop: Shop) -> None:
    begin(shop)

    with pytest.raises(ShiftOpen, match="Shift 1 is still open"), shop.store.act(shop.owner, "shift_opened") as uow:
        open_shift(uow, ZERO)


def test_shifts_are_numbered_without_a_gap(shop: Shop) -> None:
    with pytest.raises(BadCash), shop.store.act(shop.cashier, "shift_opened") as uow:
        open_shift(uow, Money(-1))
    numbers = []
    for _ in range(3):
        numbers.append(begin(shop, 0).number)
        end(shop, 0)

    assert numbers == [1, 2, 3]


@pytest.mark.parametrize("amount", [-1, MOST_CASH.minor + 1])
def test_no_drawer_holds_that(shop: Shop, amount: int) -> None:
    with pytest.raises(BadCash), shop.store.act(shop.cashier, "shift_opened") as uow:
        open_shift(uow, Money(amount))


def test_cash_goes_in_and_out_with_a_reason(shop: Shop) -> None:
    begin(shop)
    moved = move(shop, 5_000, " 银行换的零钱 ")
    assert (moved.is_paid_in, moved.reason, moved.in_drawer) == (True, "银行换的零钱", Money(25_000))
    moved = move(shop, 3_000, "送水", out=True)
    assert (moved.is_paid_in, moved.amount, moved.in_drawer) == (False, Money(3_000), Money(22_000))

    assert drawer(shop)[1:] == [("pay_in", 5_000, 25_000), ("pay_out", -3_000, 22_000)]
    assert in_drawer(shop) == Money(22_000)


@pytest.mark.parametrize("reason", ["", "   ", "长" * (LONGEST_REASON + 1)])
def test_a_reason_is_needed(shop: Shop, reason: str) -> None:
    begin(shop)
    with pytest.raises(ReasonMissing):
        move(shop, 100, reason)


@pytest.mark.parametrize("amount", [0, -100, MOST_CASH.minor + 1])
def test_only_real_amounts_move(shop: Shop, amount: int) -> None:
    begin(shop)
    for out in (False, True):
        with pytest.raises(BadCash):
            move(shop, amount, "零钱", out=out)


def test_nobody_takes_out_more_than_there_is(shop: Shop) -> None:
    begin(shop, 1_000)
    with pytest.raises(DrawerTooLow, match=r"only 10\.00 in the drawer, so 10\.01 cannot"):
        move(shop, 1_001, "送水", out=True)

    assert in_drawer(shop) == Money(1_000)
    assert move(shop, 1_000, "送水", out=True).in_drawer == ZERO


def test_cash_needs_a_shift(shop: Shop) -> None:
    with pytest.raises(NoShiftOpen):
        move(shop, 100, "零钱")
    begin(shop)
    stale = replace(shop.cashier, shift_id=new_id())
    with pytest.raises(NoShiftOpen), shop.store.act(stale, "cash") as uow:
        pay_in(uow, Money(100), "零钱")


def test_the_drawer_opens_without_a_sale_by_a_grant(shop: Shop) -> None:
    begin(shop)
    with pytest.raises(GrantNeeded), shop.store.act(shop.cashier, "no_sale") as uow:
        note_no_sale(uow)
    with shop.store.act(shop.owner, "no_sale") as uow:
        note_no_sale(uow, "换零钱")
        uow.commit()

    assert end(shop, 20_000).figures.times("no_sale") == 1


# Expected 200.00 + 12.00 sold - 30.00 paid out = 182.00: the worked numbers of docs/shift.md.
@pytest.mark.parametrize(("counted", "over_short"), [(18_200, 0), (18_300, 100), (18_000, -200), (0, -18_200)])
def test_over_and_short_are_data(shop: Shop, counted: int, over_short: int) -> None:
    begin(shop)
    stock_shop(shop, with_shift=False).sell(("water", 6))
    move(shop, 3_000, "送水", out=True)

    closed = end(shop, counted)

    assert (closed.expected, closed.counted, closed.over_short) == (Money(18_200), Money(counted), Money(over_short))
    assert in_drawer(shop) == ZERO
    tail = drawer(shop)[3:]
    over = [("over_short", over_short, counted)] if over_short else []
    assert tail == [*over, ("counted", -counted, 0)]
    assert verify_store(shop.database).is_sound


def test_a_shift_without_a_sale_closes(shop: Shop) -> None:
    begin(shop, 0)
    closed = end(shop, 0)

    assert closed.figures.sales.count == 0
    assert closed.over_short == ZERO
    assert drawer(shop) == [("float", 0, 0), ("counted", 0, 0)]
    with shop.store.read() as read:
        assert current_shift(read, shop.till.till_id) is None


def test_a_closed_shift_is_closed(shop: Shop) -> None:
    begin(shop)
    end(shop, 20_000)

    with pytest.raises(NoShiftOpen):
        end(shop, 20_000)


def test_a_count_by_notes_adds_itself_up(shop: Shop) -> None:
    begin(shop)
    notes = (NoteCount(Money(10_000), 1), NoteCount(Money(5_000), 2), NoteCount(Money(10), 3))
    assert CashCount.of_notes(notes).total == Money(20_030)

    with (
        pytest.raises(CountDiffers, match=r"add up to 200\.30, but the count says 200\.00"),
        shop.store.act(shop.cashier, "shift_closed") as uow,
    ):
        close_shift(uow, CashCount(Money(20_000), notes))
    with shop.store.act(shop.cashier, "shift_closed") as uow:
        assert close_shift(uow, CashCount.of_notes(notes)).over_short == Money(30)
        uow.commit()


@pytest.mark.parametrize("counted", [-1, MOST_CASH.minor + 1])
def test_a_count_is_an_amount_of_cash(shop: Shop, counted: int) -> None:
    begin(shop)
    with pytest.raises(BadCash):
        end(shop, counted)


def test_a_basket_on_the_screen_comes_first(shop: Shop) -> None:
    begin(shop)
    goods = stock_shop(shop, with_shift=False)
    with shop.store.act(shop.cashier, "draft") as uow:
        save_open(uow, goods.basket(("water", 1)))
        uow.commit()

    with pytest.raises(BasketStillOpen, match="put it on hold or clear it"):
        end(shop, 20_000)


def test_an_open_basket_that_only_names_a_member_does_not_block(shop: Shop) -> None:
    begin(shop)
    goods = stock_shop(shop, with_shift=False)
    basket = goods.basket(member=goods.enrol())
    with shop.store.act(shop.cashier, "draft") as uow:
        save_open(uow, basket)
        uow.commit()

    assert end(shop, 20_000).over_short == ZERO


def test_a_draft_that_cannot_be_read_does_not_block(shop: Shop) -> None:
    begin(shop)
    row = {"basket_key": new_id(), "till_id": shop.till.till_id, "state": "open", "payload": "{", "label": ""}
    with shop.store.act(shop.cashier, "draft") as uow:
        uow.connection.execute(insert(BasketDraft), {**row, "updated_at": uow.now})
        uow.commit()

    assert end(shop, 20_000).over_short == ZERO


def test_baskets_on_hold_are_listed_and_handed_on(shop: Shop) -> None:
    begin(shop)
    goods = stock_shop(shop, with_shift=False)
    with shop.store.act(shop.cashier, "hold") as uow:
        hold_basket(uow, goods.basket(("water", 1)), label="王阿姨")
        hold_basket(uow, goods.basket(("milk", 1)))
        uow.commit()

    assert end(shop, 20_000).held == (HeldOver(1, "王阿姨"), HeldOver(2, ""))


def test_only_the_shifts_own_cashier_closes_or_an_owner(shop: Shop) -> None:
    begin(shop)
    other = replace(shop.cashier, staff_id=new_id(), staff_name="小张")
    with pytest.raises(GrantNeeded):
        end(shop, 20_000, actor=other)

    assert end(shop, 20_000, actor=shop.owner).number == 1


def test_another_cashier_closes_by_a_grant_with_both_names(shop: Shop) -> None:
    begin(shop)
    assert shop.owner.staff_id is not None
    other = replace(shop.cashier, staff_id=new_id(), staff_name="小张")
    end(shop, 20_000, actor=other, grant=owners_leave(shop, Permission.CLOSE_OTHERS_SHIFT, asker=other))

    with shop.store.read() as read:
        row = read.connection.execute(
            select(AuditEvent.staff_id, AuditEvent.granted_by).where(AuditEvent.action == "shift_closed")
        ).one()
    assert tuple(row) == (other.staff_id, shop.owner.staff_id)


def test_the_z_pins_down_the_journal_before_it(shop: Shop) -> None:
    begin(shop)
    stock_shop(shop, with_shift=False).sell(("water", 1))
    closed = end(shop, 20_200)

    with shop.store.read() as read:
        entry = read.connection.execute(
            select(JournalEntry.hash).where(JournalEntry.seq == closed.journal_seq)
        ).scalar_one()
        row = read.connection.execute(select(ShiftClose.__table__)).one()
    assert entry == closed.journal_hash == row.last_journal_hash
    assert row.journal_seq == closed.journal_seq + 1
    assert closed.figures.closing is not None
    assert closed.figures.closing.journal_hash == entry.hex()


def test_a_shift_left_open_over_night_keeps_each_sale_on_its_day(shop: Shop) -> None:
    shift = begin(shop)
    goods = stock_shop(shop, with_shift=False)
    shop.clock.tick(timedelta(days=1))
    sale = goods.sell(("water", 1))

    closed = end(shop, 20_200)

    assert sale.business_date == shift.business_date + timedelta(days=1)
    assert closed.figures.business_date == shift.business_date
    assert closed.figures.sales.count == 1


@pytest.mark.parametrize("reason", ["退给 13800138000", "card 6222 0210 0111", "138-0013-8000"])
def test_a_reason_holds_nobodys_number(tmp_path: Path, reason: str) -> None:
    """A row of a ledger can never be erased."""
    stocked = stock_shop(make_shop(tmp_path))
    with stocked.shop.store.act(stocked.shop.cashier, "cash_out") as uow, pytest.raises(ReasonPersonal):
        pay_out(uow, Money(100), reason)
