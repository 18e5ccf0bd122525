"""Closing a shift: the drawer is counted; over or short is data and never a block (docs/shift.md)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from sqlalchemy import select

from app.models.ledgers import CashLedger
from app.models.sales import BasketDraft
from app.models.shifts import ShiftClose
from app.services.common import audit
from app.services.common.actor import Permission
from app.services.common.ledger import move_cash
from app.services.common.permissions import require
from app.services.common.topics import Topic
from app.services.common.uow import UnitOfWork
from app.services.pricing.codec import basket_from_json
from app.services.shifts.figures import COUNTED, OVER_SHORT, Closing, ShiftFigures, figures_to_json
from app.services.shifts.open import OpenShift, check_cash, my_shift
from app.services.shifts.report import shift_figures
from app.values.errors import QT_TRANSLATE_NOOP, UserError
from app.values.ids import Id
from app.values.money import Money


class BasketStillOpen(UserError):
    """What is being sold would fall between two shifts."""

    text = QT_TRANSLATE_NOOP(
        "errors", "A basket is still open on the screen. Take the money for it, put it on hold or clear it, then close."
    )


class CountDiffers(UserError):
    """The notes do not add up to the total that was typed."""

    text = QT_TRANSLATE_NOOP("errors", "The notes and coins add up to {notes}, but the count says {counted}.")


@dataclass(frozen=True, slots=True)
class NoteCount:
    """How many notes or coins of one value."""

    value: Money
    pieces: int


@dataclass(frozen=True, slots=True)
class CashCount:
    """What lay in the drawer, with the notes if somebody counted them one by one."""

    total: Money
    notes: tuple[NoteCount, ...] = ()

    @classmethod
    def of_notes(cls, notes: tuple[NoteCount, ...]) -> CashCount:
        """A count by notes alone."""
        return cls(_sum(notes), notes)


@dataclass(frozen=True, slots=True)
class HeldOver:
    """A basket on hold that the next shift finds."""

    hold_no: int
    label: str


@dataclass(frozen=True, slots=True)
class ClosedShift:
    """A shift that was counted.

    Attributes:
        over_short: Counted less expected.
        figures: As the Z report prints them.
        journal_seq: The last journal entry before the close; its hash stands on the paper.
        held: Baskets on hold that are handed on.
    """

    shift_id: Id
    number: int
    closed_at: datetime
    expected: Money
    counted: Money
    over_short: Money
    figures: ShiftFigures
    journal_seq: int
    journal_hash: bytes
    held: tuple[HeldOver, ...] = field(default=())


def close_shift(uow: UnitOfWork, count: CashCount) -> ClosedShift:
    """Close the till's shift with a count; the counted cash leaves the drawer, so that it stands at zero.

    A shift without a sale closes like any other. Afterwards `uow.actor` stands at no shift.

    Raises:
        NoShiftOpen, GrantNeeded, BadCash, CountDiffers, BasketStillOpen: nothing was stored.
    """
    shift = my_shift(uow)
    _check(uow, shift, count)
    before = shift_figures(uow, shift.shift_id)
    place, expected = uow.place, before.expected
    over_short = count.total - expected
    closing = Closing(uow.now, uow.actor.staff_name, count.total, over_short, place.seq - 1, place.previous_hash.hex())
    figures = replace(before, closing=closing)
    _empty_drawer(uow, shift, count.total, over_short)
    uow.add_fact(
        ShiftClose,
        closed_shift_id=shift.shift_id,
        expected_minor=expected.minor,
        counted_minor=count.total.minor,
        over_short_minor=over_short.minor,
        last_journal_seq=place.seq - 1,
        last_journal_hash=place.previous_hash,
        z_report=figures_to_json(figures),
    )
    notes = {str(note.value): note.pieces for note in count.notes}
    audit.record(uow, "shift_closed", subject=("shift", shift.shift_id), amount=over_short, detail={"notes": notes})
    uow.changed |= {Topic.SHIFTS, Topic.CASH}
    uow.actor = replace(uow.actor, shift_id=None)
    return ClosedShift(
        shift_id=shift.shift_id,
        number=shift.number,
        closed_at=uow.now,
        expected=expected,
        counted=count.total,
        over_short=over_short,
        figures=figures,
        journal_seq=place.seq - 1,
        journal_hash=place.previous_hash,
        held=_held(uow),
    )


def _check(uow: UnitOfWork, shift: OpenShift, count: CashCount) -> None:
    mine = shift.opened_by == uow.actor.staff_id
    require(uow, Permission.CLOSE_SHIFT if mine else Permission.CLOSE_OTHERS_SHIFT)
    check_cash(count.total)
    if count.notes and _sum(count.notes) != count.total:
        raise CountDiffers(notes=_sum(count.notes), counted=count.total)
    if any(_has_goods(payload) for payload in _open_drafts(uow)):
        raise BasketStillOpen()


def _open_drafts(uow: UnitOfWork) -> Sequence[str]:
    return uow.connection.scalars(
        select(BasketDraft.payload).where(BasketDraft.till_id == uow.actor.till_id, BasketDraft.state == "open")
    ).all()


def _has_goods(payload: str) -> bool:
    """A basket that only names a member is handed on; one that cannot be read is left for `verify`."""
    try:
        basket = basket_from_json(payload)
    except (ValueError, KeyError, TypeError):
        return False
    return bool(basket.lines or basket.unknown)


def _empty_drawer(uow: UnitOfWork, shift: OpenShift, counted: Money, over_short: Money) -> None:
    """Two rows: what was over or short makes the ledger agree with the count, then the count leaves."""
    rows = [(OVER_SHORT, over_short.minor)] if over_short else []
    for cause, delta in [*rows, (COUNTED, -counted.minor)]:
        after = move_cash(uow, delta)
        uow.add_fact(CashLedger, delta=delta, balance_after=after, cause=cause, source_key=shift.shift_id.hex())


def _held(uow: UnitOfWork) -> tuple[HeldOver, ...]:
    rows = uow.connection.execute(
        select(BasketDraft.hold_no, BasketDraft.label)
        .where(BasketDraft.till_id == uow.actor.till_id, BasketDraft.state == "held")
        .order_by(BasketDraft.hold_no)
    )
    return tuple(HeldOver(row.hold_no or 0, row.label) for row in rows)


def _sum(notes: tuple[NoteCount, ...]) -> Money:
    return Money(sum(note.value.minor * note.pieces for note in notes))
