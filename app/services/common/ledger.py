"""Posting to a ledger: the balance moves by a guarded statement, the row records what it came to.

The guard "not below zero" is for voluntary spending; reversals and merges post unguarded and may leave a debt.
"""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import update
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from app.models.inventory import StockLevel
from app.models.members import Account
from app.models.organisation import TillState
from app.services.common.uow import UnitOfWork
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


def move_account(uow: UnitOfWork, account_id: Id, balance: str, delta: int, *, guarded: bool) -> int:
    """Move one balance of an account and return what it is now.

    Raises:
        BalanceTooLow: guarded, and it would fall below zero.
    """
    column = BALANCES[balance]
    statement = update(Account).where(Account.id == account_id)
    if guarded:
        statement = statement.where(column + delta >= 0)
    moved = statement.values({column: column + delta}).returning(column)
    after: int | None = uow.connection.execute(moved).scalar_one_or_none()
    if after is None:
        raise BalanceTooLow()
    return after


def move_cash(uow: UnitOfWork, delta: int) -> int:
    """Move what should lie in this till's drawer and return what it is now."""
    moved = (
        update(TillState)
        .where(TillState.till_id == uow.actor.till_id)
        .values(cash_balance=TillState.cash_balance + delta)
        .returning(TillState.cash_balance)
    )
    after: int = uow.connection.execute(moved).scalar_one()
    return after


def move_stock(uow: UnitOfWork, deltas: Mapping[Id, int]) -> dict[Id, int]:
    """Move the on-hand of several products of this shop and return each as it is now."""
    if not deltas:
        return {}
    insert = sqlite_insert if uow.connection.dialect.name == "sqlite" else postgresql_insert
    rows = [
        {"shop_id": uow.actor.shop_id, "product_id": product_id, "on_hand_milli": delta}
        for product_id, delta in deltas.items()
    ]
    added = insert(StockLevel).values(rows)
    moved = added.on_conflict_do_update(
        index_elements=[StockLevel.shop_id, StockLevel.product_id],
        set_={"on_hand_milli": StockLevel.on_hand_milli + added.excluded.on_hand_milli},
    ).returning(StockLevel.product_id, StockLevel.on_hand_milli)
    return {row.product_id: row.on_hand_milli for row in uow.connection.execute(moved)}
