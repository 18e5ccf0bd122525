"""Points on the ledger: lots, opposite rows, debts, and attacks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError

from app.models.ledgers import PointsLedger
from app.models.loyalty import PointsLot
from app.services.common.ledger import move_account
from app.services.common.topics import Topic
from app.services.common.uow import Reader
from app.services.loyalty.post import (
    EarnDraft,
    TakeBackDraft,
    balance_of,
    earn_points,
    plan_take_back,
    take_back_points,
)
from app.services.members.enrol import EnrolDraft, enrol_member
from app.values.ids import Id, new_id
from tests.support.shop import Shop, make_shop


@dataclass
class Account:
    """An account in a shop, with each posting an action of its own."""

    shop: Shop
    account_id: Id

    def earn(self, points: int, *, expires_on: date | None = None, sale_id: Id | None = None) -> Id:
        """A sale that earns points."""
        sale_id = sale_id or new_id()
        with self.shop.store.act(self.shop.cashier, "sale") as uow:
            earn_points(uow, EarnDraft(self.account_id, sale_id, points, expires_on))
            uow.commit()
        return sale_id

    def take_back(self, sale_id: Id, points: int, *, refund_id: Id | None = None) -> int:
        """A refund; the balance after it."""
        with self.shop.store.act(self.shop.cashier, "refund") as uow:
            draft = TakeBackDraft(self.account_id, sale_id, refund_id or new_id(), points)
            balance = take_back_points(uow, draft)
            uow.commit()
        return balance

    def spend(self, sale_id: Id, points: int) -> None:
        """Spend out of the lot of a sale, as redemption does."""
        self._move_lot(sale_id, points, "spend", guarded=True)

    def expire(self, sale_id: Id) -> None:
        """Void what is left of a lot, as the nightly run does."""
        with self.shop.store.read() as read:
            left = read.connection.execute(select(PointsLot.remaining).where(PointsLot.sale_id == sale_id)).scalar_one()
        self._move_lot(sale_id, left, "expire", guarded=False)

    def _move_lot(self, sale_id: Id, points: int, cause: str, *, guarded: bool) -> None:
        with self.shop.store.act(self.shop.cashier, cause) as uow:
            lot = uow.connection.execute(select(PointsLot.id).where(PointsLot.sale_id == sale_id)).scalar_one()
            after = move_account(uow, self.account_id, "points", -points, guarded=guarded)
            uow.connection.execute(
                update(PointsLot).where(PointsLot.id == lot).values(remaining=PointsLot.remaining - points)
            )
            row = {"account_id": self.account_id, "delta": -points, "balance_after": after, "lot_id": lot}
            uow.add_fact(PointsLedger, cause=cause, source_key=new_id().hex(), **row)
            uow.commit()

    @property
    def today(self) -> date:
        """The shop's day."""
        with self.shop.store.read() as read:
            return read.business_date

    @property
    def balance(self) -> int:
        """What stands on the account, after checking it against ledger and lots."""
        with self.shop.store.read() as read:
            rows = read.connection.execute(select(PointsLedger.__table__).order_by(PointsLedger.id)).all()
            lots = read.connection.execute(select(PointsLot.__table__)).all()
            balance = balance_of(read, self.account_id)
        assert balance == sum(row.delta for row in rows)
        assert balance == sum(lot.remaining for lot in lots) + sum(row.delta for row in rows if row.lot_id is None)
        assert all(lot.remaining >= 0 for lot in lots)
        return balance


@pytest.fixture
def account(tmp_path: Path) -> Account:
    shop = make_shop(tmp_path)
    with shop.store.act(shop.cashier, "enrol") as uow:
        member = enrol_member(uow, EnrolDraft("13800138000"))
        uow.commit()
    return Account(shop, member.account_id)


def rows_of(read: Reader, cause: str) -> list[tuple[int, Id | None, Id | None, str]]:
    """Delta, lot, reversed row and source of the rows of one cause, in the order of posting."""
    found = read.connection.execute(
        select(PointsLedger.delta, PointsLedger.lot_id, PointsLedger.reverses_id, PointsLedger.source_key)
        .where(PointsLedger.cause == cause)
        .order_by(PointsLedger.id)
    )
    return [(row.delta, row.lot_id, row.reverses_id, row.source_key) for row in found]


def test_a_sale_earns_a_lot_that_the_ledger_names(account: Account) -> None:
    sale_id = account.earn(47, expires_on=date(2027, 1, 5))
    assert account.balance == 47
    with account.shop.store.read() as read:
        lot = read.connection.execute(select(PointsLot.__table__)).one()
        [(delta, lot_id, _, source_key)] = rows_of(read, "earn")
    assert (delta, lot_id, source_key) == (47, lot.id, sale_id.hex())
    assert (lot.sale_id, lot.remaining, lot.earned_on, lot.expires_on) == (
        sale_id,
        47,
        date(2026, 1, 5),
        date(2027, 1, 5),
    )


def test_no_points_leave_no_row(account: Account) -> None:
    sale_id = account.earn(0)
    assert account.take_back(sale_id, 0) == 0
    with account.shop.store.read() as read:
        assert rows_of(read, "earn") == []


def test_screens_are_told_that_points_moved(account: Account) -> None:
    with account.shop.store.act(account.shop.cashier, "sale") as uow:
        earn_points(uow, EarnDraft(account.account_id, new_id(), 1))
        assert uow.commit() == {Topic.POINTS}


@pytest.mark.parametrize("points", [-1, -100])
def test_negative_points_are_refused(account: Account, points: int) -> None:
    sale_id = account.earn(10)
    with pytest.raises(ValueError, match="cannot earn"):
        account.earn(points)
    with pytest.raises(ValueError, match="cannot take back"):
        account.take_back(sale_id, points)
    assert account.balance == 10


def test_a_sale_earns_once(account: Account) -> None:
    sale_id = account.earn(10)
    with pytest.raises(IntegrityError):
        account.earn(10, sale_id=sale_id)
    assert account.balance == 10


@pytest.mark.parametrize("spent", [0, 10, 45, 90])
def test_a_refund_takes_back_once(account: Account, spent: int) -> None:
    sale_id, refund_id = account.earn(90), new_id()
    account.spend(sale_id, spent)
    account.take_back(sale_id, 45, refund_id=refund_id)
    with pytest.raises(IntegrityError):
        account.take_back(sale_id, 45, refund_id=refund_id)
    assert account.balance == 45 - spent


def test_a_refund_is_the_opposite_row_of_the_sale(account: Account) -> None:
    sale_id, refund_id = account.earn(30), new_id()
    assert account.take_back(sale_id, 30, refund_id=refund_id) == 0
    with account.shop.store.read() as read:
        [(_, lot_id, _, _)] = rows_of(read, "earn")
        earn_id = read.connection.execute(select(PointsLedger.id).where(PointsLedger.cause == "earn")).scalar_one()
        assert rows_of(read, "refund") == [(-30, lot_id, earn_id, refund_id.hex())]


def test_spent_points_are_owed(account: Account) -> None:
    sale_id, refund_id = account.earn(100), new_id()
    account.spend(sale_id, 70)
    assert account.take_back(sale_id, 100, refund_id=refund_id) == -70
    assert account.balance == -70
    with account.shop.store.read() as read:
        [of_lot, owed] = rows_of(read, "refund")
    assert (of_lot[0], of_lot[3]) == (-30, refund_id.hex())
    assert (owed[0], owed[1], owed[3]) == (-70, None, f"{refund_id.hex()}:owed")


def test_a_debt_is_paid_by_the_next_sale(account: Account) -> None:
    sale_id = account.earn(100)
    account.spend(sale_id, 70)
    account.take_back(sale_id, 100)
    account.earn(50)
    assert account.balance == -20


def test_expired_points_are_not_taken_again(account: Account) -> None:
    sale_id = account.earn(100, expires_on=date(2026, 2, 1))
    account.spend(sale_id, 30)
    account.shop.clock.tick(timedelta(days=40))
    account.expire(sale_id)
    assert account.balance == 0
    assert account.take_back(sale_id, 100) == -30
    assert account.balance == -30


def test_points_past_their_day_count_as_expired_before_the_nightly_run(account: Account) -> None:
    sale_id = account.earn(100, expires_on=date(2026, 2, 1))
    account.spend(sale_id, 30)
    account.shop.clock.tick(timedelta(days=40))
    assert account.take_back(sale_id, 100) == 40
    account.expire(sale_id)
    assert account.balance == -30


def test_on_the_last_valid_day_points_are_still_taken_from_the_lot(account: Account) -> None:
    sale_id = account.earn(100, expires_on=date(2026, 2, 1))
    account.shop.clock.tick(timedelta(days=27))
    assert account.take_back(sale_id, 100) == 0


def test_other_lots_are_left_alone(account: Account) -> None:
    first, second = account.earn(10), account.earn(20)
    account.spend(first, 10)
    account.take_back(first, 10)
    with account.shop.store.read() as read:
        left = select(PointsLot.remaining).where(PointsLot.sale_id == second)
        assert read.connection.execute(left).scalar_one() == 20
    assert account.balance == 10


def test_a_plan_says_where_points_come_from_without_posting(account: Account) -> None:
    sale_id = account.earn(100)
    account.spend(sale_id, 70)
    with account.shop.store.read() as read:
        plan = plan_take_back(read, TakeBackDraft(account.account_id, sale_id, new_id(), 50))
    assert (plan.from_lot, plan.owed, plan.expired, plan.posted) == (30, 20, 0, 50)
    assert account.balance == 30


def test_more_than_the_sale_earned_is_refused(account: Account) -> None:
    sale_id = account.earn(10)
    with pytest.raises(ValueError, match="did not earn"):
        account.take_back(sale_id, 11)
    with pytest.raises(ValueError, match="did not earn"):
        account.take_back(new_id(), 1)


def test_a_lot_never_gives_back_more_than_it_got(account: Account) -> None:
    sale_id = account.earn(10)
    account.take_back(sale_id, 10)
    account.take_back(sale_id, 10)
    assert account.balance == 0


def test_an_account_that_is_not_there_is_told(account: Account) -> None:
    with account.shop.store.read() as read, pytest.raises(LookupError, match="no account"):
        balance_of(read, new_id())


def test_buy_refund_keep_repeat_gains_nothing(account: Account) -> None:
    for _ in range(8):
        sale_id = account.earn(33)
        for part in (11, 11, 11):
            account.take_back(sale_id, part)
    assert account.balance == 0


def test_buy_spend_refund_repeat_only_digs_a_debt(account: Account) -> None:
    """What was bought with the points is paid for by the debt, however often it is tried."""
    spent = 0
    for _ in range(10):
        sale_id = account.earn(100)
        worth = min(100, max(account.balance, 0))
        if worth:
            account.spend(sale_id, worth)
        spent += worth
        account.take_back(sale_id, 100)
    assert account.balance == -spent
    assert spent == 100


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_sale_refunded_in_any_parts_ends_where_it_began(account: Account, data: st.DataObject) -> None:
    """Earned - expired - taken back = 0, and what was spent in between is owed to the point."""
    earned = data.draw(st.integers(1, 60), label="earned")
    spent = data.draw(st.integers(0, earned), label="spent")
    account.earn(60)
    before = account.balance
    lapses = data.draw(st.booleans(), label="lapses")
    sale_id = account.earn(earned, expires_on=account.today + timedelta(days=30))
    if spent:
        account.spend(sale_id, spent)
    left = earned
    while left:
        if lapses and data.draw(st.booleans(), label="lapse now"):
            account.shop.clock.tick(timedelta(days=40))
            account.expire(sale_id)
            lapses = False
        part = data.draw(st.integers(1, left), label="part")
        account.take_back(sale_id, part)
        left -= part
    assert account.balance == before - spent


def test_an_earned_row_cannot_be_changed(account: Account) -> None:
    account.earn(10)
    with (
        account.shop.store.act(account.shop.owner, "tamper") as uow,
        pytest.raises(IntegrityError, match="append-only"),
    ):
        uow.connection.execute(update(PointsLedger).values(delta=1000))
