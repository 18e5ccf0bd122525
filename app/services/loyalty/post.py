"""Posting points: dated lots earned once by a sale, and exact opposite rows when it is refunded.

Balance = what remains in the lots + rows without a lot (what is owed, never above zero).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import insert, select, update

from app.models.ledgers import PointsLedger
from app.models.loyalty import PointsLot
from app.models.members import Account
from app.services.common.ledger import move_account
from app.services.common.prepared import Prepared
from app.services.common.topics import Topic
from app.services.common.uow import Reader, UnitOfWork
from app.values.ids import Id, new_id

EARN = "earn"
REFUND = "refund"
EXPIRE = "expire"
"""Causes of ledger rows; `expire` rows carry the lot whose rest they void."""


_INSERT_LOT = Prepared(insert(PointsLot))


@dataclass(frozen=True, slots=True)
class EarnDraft:
    """Points that a sale earns.

    Attributes:
        expires_on: The last day on which they may be spent; None is never.
    """

    account_id: Id
    sale_id: Id
    points: int
    expires_on: date | None = None


@dataclass(frozen=True, slots=True)
class TakeBackDraft:
    """Points that a refund takes back of what the original sale earned."""

    account_id: Id
    original_sale_id: Id
    refund_sale_id: Id
    points: int


@dataclass(frozen=True, slots=True)
class TakeBackPlan:
    """Where points that are taken back come from.

    Attributes:
        from_lot: Out of the sale's own lot.
        owed: Already spent by the customer: posted without a lot, the balance may fall below zero.
        expired: Gone by themselves; taking them again would charge the customer twice.
    """

    earn_id: Id
    lot_id: Id
    from_lot: int
    owed: int
    expired: int

    @property
    def posted(self) -> int:
        """By how much the balance falls."""
        return self.from_lot + self.owed


def balance_of(read: Reader, account_id: Id) -> int:
    """Points on an account; below zero is owed.

    Raises:
        LookupError: there is no such account.
    """
    found = read.connection.execute(select(Account.points_balance).where(Account.id == account_id)).scalar()
    if found is None:
        raise LookupError(f"no account {account_id.hex()}")
    return int(found)


def earn_points(uow: UnitOfWork, draft: EarnDraft) -> int:
    """Post what a sale earned as a lot of its own and return the balance; nothing is posted for no points.

    Raises:
        ValueError: negative points.
        sqlalchemy.exc.IntegrityError: this sale has earned before (a bug of the caller).
    """
    if draft.points < 0:
        raise ValueError(f"a sale cannot earn {draft.points} points")
    if draft.points == 0:
        return balance_of(uow, draft.account_id)
    lot_id = new_id()
    _INSERT_LOT.run(
        uow.connection,
        {
            "id": lot_id,
            "account_id": draft.account_id,
            "sale_id": draft.sale_id,
            "earned_on": uow.business_date,
            "expires_on": draft.expires_on,
            "remaining": draft.points,
        },
    )
    balance = move_account(uow, draft.account_id, "points", draft.points, guarded=False)
    uow.add_fact(
        PointsLedger,
        account_id=draft.account_id,
        delta=draft.points,
        balance_after=balance,
        cause=EARN,
        source_key=draft.sale_id.hex(),
        lot_id=lot_id,
        expires_on=draft.expires_on,
    )
    uow.changed.add(Topic.POINTS)
    return balance


def take_back_points(uow: UnitOfWork, draft: TakeBackDraft) -> int:
    """Post the opposite of what a sale earned, pro rata as the caller says, and return the balance.

    The sale's own lot comes first; what the customer has spent of it is owed; what has expired is left alone.

    Raises:
        ValueError: negative points, or more than the sale earned.
        sqlalchemy.exc.IntegrityError: this refund has been posted before (a bug of the caller).
    """
    if draft.points < 0:
        raise ValueError(f"a refund cannot take back {draft.points} points")
    if draft.points == 0:
        return balance_of(uow, draft.account_id)
    plan = plan_take_back(uow, draft)
    # The first row bears the refund's plain key, whichever it is: so a refund can never be posted twice.
    key = draft.refund_sale_id.hex()
    if plan.from_lot:
        _take_from_lot(uow, plan.lot_id, plan.from_lot)
        _post_refund(uow, draft, plan, points=plan.from_lot, lot_id=plan.lot_id, source_key=key)
    if plan.owed:
        owed_key = f"{key}:owed" if plan.from_lot else key
        _post_refund(uow, draft, plan, points=plan.owed, lot_id=None, source_key=owed_key)
    uow.changed.add(Topic.POINTS)
    return balance_of(uow, draft.account_id)


def plan_take_back(read: Reader, draft: TakeBackDraft) -> TakeBackPlan:
    """Say where the points of a refund would come from, without posting.

    Raises:
        ValueError: the sale earned nothing on this account, or less than would be taken back in all.
    """
    earned = _earn_row(read, draft)
    lot = read.connection.execute(
        select(PointsLot.remaining, PointsLot.expires_on).where(PointsLot.id == earned.lot_id)
    ).one()
    history = _lot_history(read, draft.account_id, earned)
    over = lot.expires_on is not None and lot.expires_on < read.business_date
    expired = history.expired + (lot.remaining if over else 0)
    from_lot = 0 if over else min(draft.points, lot.remaining)
    still_takable = earned.points - expired - history.taken - from_lot
    owed = min(draft.points - from_lot, max(still_takable, 0))
    return TakeBackPlan(earned.id, earned.lot_id, from_lot, owed, draft.points - from_lot - owed)


@dataclass(frozen=True, slots=True)
class _Earned:
    """The row by which a sale earned its points."""

    id: Id
    lot_id: Id
    points: int


@dataclass(frozen=True, slots=True)
class _History:
    """What became of a lot so far, as positive points."""

    taken: int
    expired: int


def _earn_row(read: Reader, draft: TakeBackDraft) -> _Earned:
    row = read.connection.execute(
        select(PointsLedger.id, PointsLedger.lot_id, PointsLedger.delta).where(
            PointsLedger.source_key == draft.original_sale_id.hex(),
            PointsLedger.cause == EARN,
            PointsLedger.account_id == draft.account_id,
        )
    ).one_or_none()
    if row is None or row.lot_id is None or draft.points > row.delta:
        raise ValueError(f"sale {draft.original_sale_id.hex()} did not earn {draft.points} points on this account")
    return _Earned(row.id, row.lot_id, row.delta)


def _lot_history(read: Reader, account_id: Id, earned: _Earned) -> _History:
    rows = read.connection.execute(
        select(PointsLedger.cause, PointsLedger.delta, PointsLedger.reverses_id, PointsLedger.lot_id).where(
            PointsLedger.account_id == account_id,
            (PointsLedger.lot_id == earned.lot_id) | (PointsLedger.reverses_id == earned.id),
        )
    ).all()
    return _History(
        taken=sum(-row.delta for row in rows if row.cause == REFUND and row.reverses_id == earned.id),
        expired=sum(-row.delta for row in rows if row.cause == EXPIRE and row.lot_id == earned.lot_id),
    )


def _take_from_lot(uow: UnitOfWork, lot_id: Id, points: int) -> None:
    uow.connection.execute(
        update(PointsLot).where(PointsLot.id == lot_id).values(remaining=PointsLot.remaining - points)
    )


def _post_refund(
    uow: UnitOfWork, draft: TakeBackDraft, plan: TakeBackPlan, *, points: int, lot_id: Id | None, source_key: str
) -> None:
    balance = move_account(uow, draft.account_id, "points", -points, guarded=False)
    uow.add_fact(
        PointsLedger,
        account_id=draft.account_id,
        delta=-points,
        balance_after=balance,
        cause=REFUND,
        source_key=source_key,
        reverses_id=plan.earn_id,
        lot_id=lot_id,
    )
