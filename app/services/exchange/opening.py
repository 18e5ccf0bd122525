"""Balances that come from an old till: opening rows in the ledgers, and their exact opposites."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import insert, select, update

from app.models.ledgers import PointsLedger, StoredValueLedger
from app.models.loyalty import PointsLot
from app.services.common.ledger import move_account
from app.services.common.topics import Topic
from app.services.common.uow import UnitOfWork
from app.services.exchange.members import MemberDraft
from app.services.exchange.references import OPENING
from app.values.ids import Id, new_id

OPENING_UNDONE = "opening undone"
PRINCIPAL, BONUS = "principal", "bonus"


def open_balances(uow: UnitOfWork, account_id: Id, key: str, draft: MemberDraft) -> None:
    """Post points (as a lot that never expires) and stored value; nothing is posted for nothing.

    Raises:
        sqlalchemy.exc.IntegrityError: this row of this run was posted before (a bug of the caller).
    """
    if draft.points:
        _open_points(uow, account_id, key, draft.points)
    for purse, amount in ((PRINCIPAL, draft.balance), (BONUS, draft.bonus)):
        if amount:
            balance = move_account(uow, account_id, purse, amount.minor, guarded=False)
            uow.add_fact(
                StoredValueLedger,
                account_id=account_id,
                delta=amount.minor,
                balance_after=balance,
                cause=OPENING,
                source_key=f"{key}:{purse}",
                purse=purse,
            )


def close_balances(uow: UnitOfWork, account_ids: Sequence[Id]) -> None:
    """Post the opposite of every opening row of these accounts that has none yet.

    Points that were spent meanwhile are owed: the balance may fall below zero.
    """
    _close_points(uow, account_ids)
    _close_stored_value(uow, account_ids)


def _open_points(uow: UnitOfWork, account_id: Id, key: str, points: int) -> None:
    lot_id = new_id()
    uow.connection.execute(
        insert(PointsLot),
        {
            "id": lot_id,
            "account_id": account_id,
            "sale_id": None,
            "earned_on": uow.business_date,
            "expires_on": None,
            "remaining": points,
        },
    )
    balance = move_account(uow, account_id, "points", points, guarded=False)
    uow.add_fact(
        PointsLedger,
        account_id=account_id,
        delta=points,
        balance_after=balance,
        cause=OPENING,
        source_key=key,
        lot_id=lot_id,
    )
    uow.changed.add(Topic.POINTS)


def _close_points(uow: UnitOfWork, account_ids: Sequence[Id]) -> None:
    opposite = PointsLedger.__table__.alias()
    rows = uow.connection.execute(
        select(PointsLedger.__table__, PointsLot.remaining)
        .join(PointsLot, PointsLot.id == PointsLedger.lot_id)
        .where(
            PointsLedger.account_id.in_(account_ids),
            PointsLedger.cause == OPENING,
            ~select(opposite.c.id).where(opposite.c.reverses_id == PointsLedger.id).exists(),
        )
    ).all()
    for row in rows:
        from_lot = min(row.remaining, row.delta)
        parts = ((from_lot, row.lot_id, row.source_key), (row.delta - from_lot, None, f"{row.source_key}:owed"))
        for points, lot_id, key in parts:
            if not points:
                continue
            balance = move_account(uow, row.account_id, "points", -points, guarded=False)
            uow.add_fact(
                PointsLedger,
                account_id=row.account_id,
                delta=-points,
                balance_after=balance,
                cause=OPENING_UNDONE,
                source_key=key,
                reverses_id=row.id,
                lot_id=lot_id,
            )
        taken = update(PointsLot).where(PointsLot.id == row.lot_id)
        uow.connection.execute(taken.values(remaining=PointsLot.remaining - from_lot))


def _close_stored_value(uow: UnitOfWork, account_ids: Sequence[Id]) -> None:
    opposite = StoredValueLedger.__table__.alias()
    rows = uow.connection.execute(
        select(StoredValueLedger.__table__).where(
            StoredValueLedger.account_id.in_(account_ids),
            StoredValueLedger.cause == OPENING,
            ~select(opposite.c.id).where(opposite.c.reverses_id == StoredValueLedger.id).exists(),
        )
    ).all()
    for row in rows:
        balance = move_account(uow, row.account_id, row.purse, -row.delta, guarded=False)
        uow.add_fact(
            StoredValueLedger,
            account_id=row.account_id,
            delta=-row.delta,
            balance_after=balance,
            cause=OPENING_UNDONE,
            source_key=row.source_key,
            reverses_id=row.id,
            purse=row.purse,
        )
