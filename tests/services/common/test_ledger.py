"""Balances move in one guarded statement; reversals may leave a debt."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import insert, select

from app.models.inventory import StockLevel
from app.models.members import Account
from app.models.organisation import TillState
from app.services.common.ledger import BALANCES, BalanceTooLow, move_account, move_cash, move_stock
from app.values.ids import Id, new_id
from tests.support.shop import Shop, make_shop


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    return make_shop(tmp_path)


def add_account(shop: Shop) -> Id:
    account_id = new_id()
    with shop.store.act(shop.owner, "account") as uow:
        row = {"id": account_id, "owner_kind": "member", "owner_id": new_id(), "updated_at": uow.now}
        uow.connection.execute(insert(Account), row)
        uow.commit()
    return account_id


def move(shop: Shop, account_id: Id, delta: int, *, guarded: bool, balance: str = "points") -> int:
    with shop.store.act(shop.owner, "move") as uow:
        after = move_account(uow, account_id, balance, delta, guarded=guarded)
        uow.commit()
    return after


@pytest.mark.parametrize("balance", BALANCES)
def test_each_balance_moves_alone(shop: Shop, balance: str) -> None:
    account_id = add_account(shop)

    assert move(shop, account_id, 30, guarded=True, balance=balance) == 30
    assert move(shop, account_id, -10, guarded=True, balance=balance) == 20
    with shop.store.read() as read:
        row = read.connection.execute(select(Account.__table__)).one()
    for name, column in BALANCES.items():
        assert row._mapping[column.key] == (20 if name == balance else 0)


def test_voluntary_spending_stops_at_zero(shop: Shop) -> None:
    account_id = add_account(shop)
    move(shop, account_id, 10, guarded=True)

    assert move(shop, account_id, -10, guarded=True) == 0
    with pytest.raises(BalanceTooLow):
        move(shop, account_id, -1, guarded=True)


def test_a_reversal_may_leave_a_debt(shop: Shop) -> None:
    account_id = add_account(shop)

    assert move(shop, account_id, -7, guarded=False) == -7
    with pytest.raises(BalanceTooLow):  # a debt is paid back before anything is spent
        move(shop, account_id, 5, guarded=True)
    assert move(shop, account_id, 7, guarded=True) == 0


def test_an_account_that_is_not_there_has_nothing(shop: Shop) -> None:
    with pytest.raises(BalanceTooLow):
        move(shop, new_id(), 5, guarded=False)


def test_the_drawer_moves_and_may_owe(shop: Shop) -> None:
    with shop.store.act(shop.cashier, "cash") as uow:
        assert move_cash(uow, 500) == 500
        assert move_cash(uow, -700) == -200
        assert uow.connection.execute(select(TillState.cash_balance)).scalar_one() == -200


def test_stock_moves_many_goods_at_once(shop: Shop) -> None:
    rice, milk = new_id(), new_id()
    with shop.store.act(shop.cashier, "stock") as uow:
        assert move_stock(uow, {rice: -1000}) == {rice: -1000}
        assert move_stock(uow, {rice: -500, milk: 3000}) == {rice: -1500, milk: 3000}
        assert move_stock(uow, {}) == {}
        rows = uow.connection.execute(select(StockLevel.shop_id, StockLevel.on_hand_milli)).all()

    assert sorted(tuple(row) for row in rows) == sorted([(shop.till.shop_id, -1500), (shop.till.shop_id, 3000)])
