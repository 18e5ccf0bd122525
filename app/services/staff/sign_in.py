"""Signing in by PIN, the pause after wrong ones, and one-action grants.

A wrong PIN must be remembered, so it is an answer and not an exception: the caller commits in either case, and a
unit of work left by an exception would forget the attempt. The slow check is apart (`pin_of` > `check_pin` in a
worker > `note_sign_in`); `sign_in` does all three at once.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from argon2 import PasswordHasher
from sqlalchemy import select, update

from app.models.organisation import Staff
from app.services.common import audit
from app.services.common.actor import CASHIER_MAY, Actor, Grant, Permission, Role
from app.services.common.uow import Reader, UnitOfWork
from app.services.settings import declared
from app.services.settings.service import load_settings
from app.services.staff.people import write_pin
from app.services.staff.pins import PIN_HASHING, PinOnFile, check_pin, clean_pin, match_pin
from app.values.errors import QT_TRANSLATE_NOOP, UserError
from app.values.ids import Id

LONGEST_PAUSE = timedelta(hours=1)


class WrongPin(UserError):
    """The PIN is not this person's."""

    text = QT_TRANSLATE_NOOP("errors", "This PIN is not right. After {left} more wrong ones there is a pause.")


class SignInPaused(UserError):
    """Too many wrong PINs; the right one does not help before the pause ends."""

    text = QT_TRANSLATE_NOOP("errors", "Too many wrong PINs. Please try again in {seconds} seconds.")


@dataclass(frozen=True, slots=True)
class SignInResult:
    """How a PIN was answered.

    Attributes:
        actor: The person at the till; None when the PIN was refused.
        problem: Why it was refused.
    """

    actor: Actor | None = None
    problem: UserError | None = None


@dataclass(frozen=True, slots=True)
class GrantResult:
    """How a request for leave was answered: the grant, or why not."""

    grant: Grant | None = None
    problem: UserError | None = None


@dataclass(frozen=True, slots=True)
class _Person:
    """What the bookkeeping needs of a staff row."""

    staff_id: Id
    name: str
    role: Role
    failed: int
    locked_until: datetime | None
    closed: bool


def pin_of(read: Reader, staff_id: Id) -> PinOnFile:
    """The hash to check a PIN against; an empty one for somebody unknown or gone, who is checked as slowly."""
    row = read.connection.execute(
        select(Staff.name, Staff.pin_hash).where(Staff.id == staff_id, Staff.closed_at.is_(None))
    ).one_or_none()
    return PinOnFile(staff_id, row.name, row.pin_hash) if row else PinOnFile(staff_id, "", "")


def sign_in(uow: UnitOfWork, staff_id: Id, pin: str) -> SignInResult:
    """Check a PIN and note the outcome; commit in either case."""
    return note_sign_in(uow, staff_id, right=check_pin(pin_of(uow, staff_id).pin_hash, pin))


def note_sign_in(uow: UnitOfWork, staff_id: Id, *, right: bool) -> SignInResult:
    """Write down how a PIN was answered and say who stands at the till now; commit in either case.

    During a pause even the right PIN is refused, and counts for nothing. The actor keeps the shift of `uow.actor`:
    a shift belongs to the till.
    """
    if problem := _note(uow, staff_id, right=right, action="sign_in_refused"):
        return SignInResult(problem=problem)
    person = _person(uow, staff_id)
    assert person is not None  # `_note` has just seen it, in the same transaction
    actor = replace(uow.actor, staff_id=staff_id, staff_name=person.name, role=person.role)
    uow.actor = actor
    audit.record(uow, "signed_in", subject=("staff", staff_id))
    return SignInResult(actor=actor)


def change_own_pin(
    uow: UnitOfWork, old_pin: str, new_pin: str, *, hashing: PasswordHasher = PIN_HASHING
) -> UserError | None:
    """Change one's own PIN and say why not, if not; commit in either case, since a wrong old PIN counts.

    Raises:
        PinTooShort, PinTooEasy: the new one; nothing was looked at.
    """
    clean_pin(new_pin)
    me = uow.actor.staff_id
    if me is None:
        return _wrong(uow, 1)
    right = check_pin(pin_of(uow, me).pin_hash, old_pin)
    if problem := _note(uow, me, right=right, action="pin_change_refused"):
        return problem
    write_pin(uow, me, new_pin, hashing=hashing)
    audit.record(uow, "pin_changed", subject=("staff", me))
    return None


def pins_for_grant(read: Reader, permission: Permission, *, staff_id: Id | None = None) -> tuple[PinOnFile, ...]:
    """Whose PIN would give leave: everybody whose role permits it, or just one of them."""
    query = select(Staff.id, Staff.name, Staff.role, Staff.pin_hash).where(Staff.closed_at.is_(None))
    if staff_id is not None:
        query = query.where(Staff.id == staff_id)
    return tuple(
        PinOnFile(row.id, row.name, row.pin_hash)
        for row in read.connection.execute(query.order_by(Staff.id))
        if row.role == Role.OWNER or permission in CASHIER_MAY
    )


def make_grant(uow: UnitOfWork, pin: str, permission: Permission, *, staff_id: Id | None = None) -> GrantResult:
    """Ask for leave with another person's PIN; commit in either case, then act with the grant.

    The grant itself stores nothing: the action it is used for writes the one audit row with both names.
    """
    pins = pins_for_grant(uow, permission, staff_id=staff_id)
    return note_grant(uow, pins, match_pin(pins, pin), permission)


def note_grant(
    uow: UnitOfWork, tried: tuple[PinOnFile, ...], matched: Id | None, permission: Permission
) -> GrantResult:
    """Write down how a PIN for a grant was answered; a wrong one counts against everybody it was tried on."""
    if matched is not None:
        problem = _note(uow, matched, right=True, action="grant_refused")
        name = next(pin.name for pin in tried if pin.staff_id == matched)
        return GrantResult(problem=problem) if problem else GrantResult(Grant(permission, matched, name))
    problems = [_note(uow, pin.staff_id, right=False, action="grant_refused") for pin in tried]
    return GrantResult(problem=next((problem for problem in problems if problem), _wrong(uow, 1)))


def pause_left(locked_until: datetime | None, now: datetime) -> timedelta:
    """How long a pause still lasts; one that lies further off than any pause comes from a clock that jumped."""
    left = locked_until - now if locked_until else timedelta(0)
    return left if timedelta(0) < left <= LONGEST_PAUSE else timedelta(0)


def _note(uow: UnitOfWork, staff_id: Id, *, right: bool, action: str) -> UserError | None:
    person = _person(uow, staff_id)
    if person is None or person.closed:
        audit.record(uow, action, subject=("staff", staff_id), detail={"why": "not here"})
        return _wrong(uow, 1)
    if left := pause_left(person.locked_until, uow.now):
        audit.record(uow, action, subject=("staff", staff_id), detail={"why": "pause"})
        return SignInPaused(seconds=_whole_seconds(left))
    if right:
        if person.failed:
            _store(uow, staff_id, failed=0, locked_until=None)
        return None
    return _count_wrong(uow, person, action)


def _count_wrong(uow: UnitOfWork, person: _Person, action: str) -> UserError:
    settings = load_settings(uow)
    failed, allowed = person.failed + 1, settings.get(declared.LOCK_ATTEMPTS)
    audit.record(uow, action, subject=("staff", person.staff_id), detail={"why": "wrong PIN", "times": failed})
    if failed < allowed:
        _store(uow, person.staff_id, failed=failed, locked_until=None)
        return WrongPin(left=allowed - failed)
    pause = _pause(settings.get(declared.LOCK_SECONDS), failed - allowed)
    _store(uow, person.staff_id, failed=failed, locked_until=uow.now + pause)
    return SignInPaused(seconds=_whole_seconds(pause))


def _wrong(read: Reader, failed: int) -> WrongPin:
    return WrongPin(left=load_settings(read).get(declared.LOCK_ATTEMPTS) - failed)


def _pause(first_seconds: int, doublings: int) -> timedelta:
    """Twice as long each time, an hour at most."""
    return min(timedelta(seconds=first_seconds << min(doublings, 20)), LONGEST_PAUSE)


def _whole_seconds(span: timedelta) -> int:
    return -(-span // timedelta(seconds=1))  # rounded up


def _store(uow: UnitOfWork, staff_id: Id, *, failed: int, locked_until: datetime | None) -> None:
    """Counters are no new version of the person, so `row_version` stays."""
    uow.connection.execute(
        update(Staff).where(Staff.id == staff_id).values(failed_attempts=failed, locked_until=locked_until)
    )


def _person(uow: UnitOfWork, staff_id: Id) -> _Person | None:
    row = uow.connection.execute(
        select(Staff.name, Staff.role, Staff.failed_attempts, Staff.locked_until, Staff.closed_at).where(
            Staff.id == staff_id
        )
    ).one_or_none()
    if row is None:
        return None
    gone = row.closed_at is not None
    return _Person(staff_id, row.name, Role(row.role), row.failed_attempts, row.locked_until, gone)
