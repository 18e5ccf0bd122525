"""Cash that moves without a sale: put in, taken out, or the drawer merely opened."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from app.models.ledgers import CashLedger
from app.models.organisation import TillState
from app.services.common import audit
from app.services.common.actor import Permission
from app.services.common.ledger import move_cash
from app.services.common.permissions import require
from app.services.common.topics import Topic
from app.services.common.uow import Reader, UnitOfWork
from app.services.shifts.figures import NO_SALE, PAY_IN, PAY_OUT
from app.services.shifts.open import MOST_CASH, BadCash, my_shift
from app.values.errors import QT_TRANSLATE_NOOP, UserError
from app.values.ids import Id, new_id
from app.values.money import Money
from app.values.text import clean_words

LONGEST_REASON = 100


class ReasonMissing(UserError):
    """Cash that moves without a sale has a reason."""

    text = QT_TRANSLATE_NOOP("errors", "Please say in a few words what the cash is for (at most {most} characters).")

    def __init__(self) -> None:
        super().__init__(most=LONGEST_REASON)


class ReasonPersonal(UserError):
    """A ledger row stays for ever; somebody's number must not stand in it."""

    text = QT_TRANSLATE_NOOP("errors", "Please leave phone and card numbers out of the reason: it is kept for ever.")


_LONG_NUMBER = re.compile(r"\d[\d -]{5,}\d")


class DrawerTooLow(UserError):
    """More than lies in the drawer."""

    text = QT_TRANSLATE_NOOP("errors", "There is only {present} in the drawer, so {wanted} cannot be taken out.")


@dataclass(frozen=True, slots=True)
class CashMoved:
    """Cash put in or taken out.

    Attributes:
        amount: Positive either way.
        in_drawer: What should lie in the drawer now.
    """

    is_paid_in: bool
    amount: Money
    reason: str
    at: datetime
    shift_number: int
    in_drawer: Money


def pay_in(uow: UnitOfWork, amount: Money, reason: str) -> CashMoved:
    """Put cash into the drawer, as change fetched from the bank.

    Raises:
        GrantNeeded, NoShiftOpen, BadCash, ReasonMissing: nothing was stored.
    """
    return _move(uow, amount, reason, cause=PAY_IN)


def pay_out(uow: UnitOfWork, amount: Money, reason: str) -> CashMoved:
    """Take cash out of the drawer, as a delivery paid in cash.

    Raises:
        GrantNeeded, NoShiftOpen, BadCash, ReasonMissing, DrawerTooLow: nothing was stored.
    """
    return _move(uow, amount, reason, cause=PAY_OUT)


def note_no_sale(uow: UnitOfWork, reason: str = "") -> None:
    """The drawer is opened without a sale: a row with both names; the pulse itself is a print job of its own.

    Raises:
        GrantNeeded: a cashier asks for leave each time.
    """
    require(uow, Permission.OPEN_DRAWER)
    audit.record(
        uow, NO_SALE, subject=("shift", uow.actor.shift_id), detail={"reason": clean_words(reason, LONGEST_REASON)}
    )
    uow.changed.add(Topic.SHIFTS)


def cash_in_drawer(read: Reader, till_id: Id) -> Money:
    """What should lie in the drawer."""
    found: int = read.connection.execute(
        select(TillState.cash_balance).where(TillState.till_id == till_id)
    ).scalar_one()
    return Money(found)


def _move(uow: UnitOfWork, amount: Money, reason: str, *, cause: str) -> CashMoved:
    require(uow, Permission.CASH_IN_OUT)
    shift, words = my_shift(uow), clean_words(reason, LONGEST_REASON + 1)
    if not 0 < amount.minor <= MOST_CASH.minor:
        raise BadCash()
    if not words or len(words) > LONGEST_REASON:
        raise ReasonMissing()
    if _LONG_NUMBER.search(words):
        raise ReasonPersonal()
    present = cash_in_drawer(uow, uow.actor.till_id)
    if cause == PAY_OUT and amount > present:
        raise DrawerTooLow(present=present, wanted=amount)
    delta = amount if cause == PAY_IN else -amount
    after = move_cash(uow, delta.minor)
    row_id = new_id()
    uow.add_fact(
        CashLedger,
        id=row_id,
        delta=delta.minor,
        balance_after=after,
        cause=cause,
        source_key=row_id.hex(),
        reason=words,
    )
    audit.record(uow, cause, subject=("shift", shift.shift_id), amount=amount)
    uow.changed |= {Topic.CASH, Topic.SHIFTS}
    return CashMoved(cause == PAY_IN, amount, words, uow.now, shift.number, Money(after))
