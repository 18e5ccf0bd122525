"""Opening a shift: one drawer, one float, one open shift per till."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import bindparam, exists, select, update

from app.models.ledgers import CashLedger
from app.models.organisation import Staff, TillState
from app.models.shifts import Shift, ShiftClose
from app.services.common import audit
from app.services.common.actor import Permission
from app.services.common.ledger import move_cash
from app.services.common.permissions import require
from app.services.common.prepared import Prepared
from app.services.common.topics import Topic
from app.services.common.uow import Reader, UnitOfWork
from app.services.shifts.figures import FLOAT
from app.values.errors import QT_TRANSLATE_NOOP, UserError
from app.values.ids import Id, new_id
from app.values.money import Money

MOST_CASH = Money(100_000_000)


class ShiftOpen(UserError):
    """A drawer is counted before it is opened anew."""

    text = QT_TRANSLATE_NOOP("errors", "Shift {number} is still open. Please close it first.")


class NoShiftOpen(UserError):
    """Cash without a shift would belong to nobody."""

    text = QT_TRANSLATE_NOOP("errors", "No shift is open at this till. Please open one with the float first.")


class BadCash(UserError):
    """A sum that lies in no drawer."""

    text = QT_TRANSLATE_NOOP("errors", "Please type an amount of cash between 0 and {most}.")

    def __init__(self) -> None:
        super().__init__(most=MOST_CASH)


@dataclass(frozen=True, slots=True)
class OpenShift:
    """A shift that has not been counted yet.

    Attributes:
        number: Gapless within till and epoch.
        opened_by: Whose drawer it is; None when a program opened it.
    """

    shift_id: Id
    number: int
    till_id: Id
    opened_at: datetime
    business_date: date
    opened_by: Id | None
    opened_by_name: str
    float_amount: Money


def open_shift(uow: UnitOfWork, float_amount: Money) -> OpenShift:
    """Open the drawer with its float. Must be the first fact of the action: from here on all facts bear the new shift.

    Afterwards `uow.actor` stands at the new shift; the session takes its actor from there.

    Raises:
        GrantNeeded, ShiftOpen, BadCash: nothing was stored.
    """
    require(uow, Permission.OPEN_SHIFT)
    if known := current_shift(uow, uow.actor.till_id):
        raise ShiftOpen(number=known.number)
    check_cash(float_amount)
    shift_id, number = new_id(), _take_number(uow)
    uow.actor = replace(uow.actor, shift_id=shift_id)
    uow.add_fact(Shift, id=shift_id, number_seq=number, float_minor=float_amount.minor)
    uow.add_fact(
        CashLedger,
        delta=float_amount.minor,
        balance_after=move_cash(uow, float_amount.minor),
        cause=FLOAT,
        source_key=shift_id.hex(),
    )
    audit.record(uow, "shift_opened", subject=("shift", shift_id), amount=float_amount)
    uow.changed |= {Topic.SHIFTS, Topic.CASH}
    return OpenShift(
        shift_id,
        number,
        uow.actor.till_id,
        uow.now,
        uow.business_date,
        uow.actor.staff_id,
        uow.actor.staff_name,
        float_amount,
    )


def current_shift(read: Reader, till_id: Id) -> OpenShift | None:
    """The shift that is open at a till."""
    row = read.connection.execute(_SHIFTS.where(Shift.till_id == till_id, ~_CLOSED)).first()
    if row is None:
        return None
    return OpenShift(
        row.id,
        row.number_seq,
        row.till_id,
        row.at,
        row.business_date,
        row.staff_id,
        row.name or "",
        Money(row.float_minor),
    )


_IS_OPEN = Prepared(
    select(Shift.id).where(
        Shift.id == bindparam("shift"),
        ~select(ShiftClose.id).where(ShiftClose.closed_shift_id == Shift.id).exists(),
    )
)


def is_shift_open(read: Reader, shift_id: Id | None) -> bool:
    """Whether a shift was opened in this file and not closed since."""
    if shift_id is None:
        return False
    return bool(_IS_OPEN.run(read.connection, {"shift": shift_id}))


def my_shift(uow: UnitOfWork) -> OpenShift:
    """The open shift at which the actor stands.

    Raises:
        NoShiftOpen: none is open, or another one than the actor was told.
    """
    shift = current_shift(uow, uow.actor.till_id)
    if shift is None or shift.shift_id != uow.actor.shift_id:
        raise NoShiftOpen()
    return shift


def check_cash(amount: Money) -> None:
    """Refuse a count below zero or beyond any drawer.

    Raises:
        BadCash
    """
    if not 0 <= amount.minor <= MOST_CASH.minor:
        raise BadCash()


_CLOSED = exists().where(ShiftClose.closed_shift_id == Shift.id)
_SHIFTS = select(
    Shift.id,
    Shift.number_seq,
    Shift.till_id,
    Shift.at,
    Shift.business_date,
    Shift.staff_id,
    Shift.float_minor,
    Staff.name,
).outerjoin(Staff, Staff.id == Shift.staff_id)


def _take_number(uow: UnitOfWork) -> int:
    number: int = uow.connection.execute(
        update(TillState)
        .where(TillState.till_id == uow.actor.till_id)
        .values(last_shift=TillState.last_shift + 1)
        .returning(TillState.last_shift)
    ).scalar_one()
    return number
