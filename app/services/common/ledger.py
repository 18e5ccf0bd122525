"""Posting to a ledger: the balance moves by a guarded statement, the row records what it came to.

The guard "not below zero" is for voluntary spending; reversals and merges post unguarded and may leave a debt.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import Any

from sqlalchemy import BigInteger, bindparam, select, update
from sqlalchemy.orm import InstrumentedAttribute

from app.models.inventory import StockLevel
from app.models.members import Account
from app.models.organisation import TillState
from app.models.types import IdType
from app.services.common.prepared import Prepared
from app.services.common.uow import UnitOfWork
from app.services.common.upsert import insert_for
from app.values.errors import QT_TRANSLATE_NOOP, UserError
from app.values.ids import Id


class BalanceTooLow(UserError):
    """Voluntary spending of more than there is."""

    text = QT_TRANSLATE_NOOP("errors", "There is not enough on the account for this.")


BALANCES = {
    "points": Account.points_balance,
    "principal": Account.principal_balance,
    "bonus": Account.bonus_balance,
    "credit": Account.credit_balance,
}


def _account_move(column: InstrumentedAttribute[int], *, guarded: bool) -> Any:
    delta = bindparam("delta", type_=BigInteger())
    statement = update(Account).where(Account.id == bindparam("account"))
    if guarded:
        statement = statement.where(column + delta >= 0)
    return statement.values({column: column + delta}).returning(column)


# Compiled once: putting a statement together costs more than running it.
_MOVE_ACCOUNT = {
    (name, guarded): Prepared(_account_move(column, guarded=guarded))
    for name, column in BALANCES.items()
    for guarded in (False, True)
}
_MOVE_CASH = Prepared(
    update(TillState)
    .where(TillState.till_id == bindparam("till"))
    .values(cash_balance=TillState.cash_balance + bindparam("delta", type_=BigInteger()))
    .returning(TillState.cash_balance)
)


def move_account(uow: UnitOfWork, account_id: Id, balance: str, delta: int, *, guarded: bool) -> int:
    """Move one balance of an account and return what it is now.

    Raises:
        BalanceTooLow: guarded, and it would fall below zero.
    """
    moved = _MOVE_ACCOUNT[balance, guarded].run(uow.connection, {"account": account_id, "delta": delta})
    if not moved:
        raise BalanceTooLow()
    ((after,),) = moved
    return int(after)


def move_cash(uow: UnitOfWork, delta: int) -> int:
    """Move what should lie in this till's drawer and return what it is now."""
    ((after,),) = _MOVE_CASH.run(uow.connection, {"till": uow.actor.till_id, "delta": delta})
    return int(after)


@functools.cache
def _stock_move(dialect: str) -> Prepared:
    row = insert_for(dialect)(StockLevel)
    moved = row.on_conflict_do_update(
        index_elements=[StockLevel.shop_id, StockLevel.product_id],
        set_={"on_hand_milli": StockLevel.on_hand_milli + row.excluded.on_hand_milli},
    )
    return Prepared(moved)


@functools.cache
def _stock_of(count: int) -> Prepared:
    """What is on hand of so many products; one statement for each length of a receipt."""
    products = [bindparam(f"product{at}", type_=IdType()) for at in range(count)]
    return Prepared(
        select(StockLevel.product_id, StockLevel.on_hand_milli).where(
            StockLevel.shop_id == bindparam("shop"), StockLevel.product_id.in_(products)
        )
    )


def move_stock(uow: UnitOfWork, deltas: Mapping[Id, int]) -> dict[Id, int]:
    """Move the on-hand of several products of this shop and return each as it is now.

    The write lock is held since the action began, so what is read back is what was just moved.
    """
    if not deltas:
        return {}
    dialect, shop_id = uow.connection.dialect, uow.actor.shop_id
    move = _stock_move(dialect.name)
    ready = move.compiled(dialect)
    rows = [
        ready.parameters({"shop_id": shop_id, "product_id": product_id, "on_hand_milli": delta})
        for product_id, delta in deltas.items()
    ]
    move.run_many(uow.connection, rows)
    wanted = {f"product{at}": product_id for at, product_id in enumerate(deltas)}
    found = _stock_of(len(deltas)).run(uow.connection, {"shop": shop_id, **wanted})
    return {Id(bytes(product_id)): int(after) for product_id, after in found}
