"""Signing in by PIN, the pause after wrong ones, and one-action grants.

A wrong PIN must be remembered, so it is an answer and not an exception: the caller commits in either case, and a
unit of work left by an exception would forget the attempt. The slow check is apart (`pin_of` > `check_pin` in a
worker > `note_sign_in`); `sign_in` does all three at once.

Wrong PINs at the sign-in count against the person whose PIN it should be. Wrong ones for a grant count against the
one who asks, read from their audit rows: else a cashier's guesses would keep the owner from signing in.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from argon2 import PasswordHasher
from sqlalchemy import select, update

from app.models.audit import AuditEvent
from app.models.organisation import Staff
from app.services.common import audit
from app.services.common.actor import CASHIER_MAY, Actor, Grant, Permission, Role
from app.services.common.permissions import NobodySignedIn, has_left
from app.services.common.uow import Reader, UnitOfWork
from app.services.settings import declared
from app.services.settings.service import load_settings
from app.services.staff.people import write_pin
from app.services.staff.pins import PIN_HASHING, PinOnFile, check_pin, clean_pin, match_pin
from app.values.errors import QT_TRANSLATE_NOOP, UserError
from app.values.ids import Id

LONGEST_PAUSE = timedelta(hours=1)
FORGOTTEN_AFTER = timedelta(days=1)
"""Wrong PINs for a grant count that long, or until a right one."""
GRANT_REFUSED, GRANT_GIVEN = "grant_refused", "grant_given"


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
    if problem := note_attempt(uow, staff_id, right=right, action="sign_in_refused"):
        return SignInResult(problem=problem)
    person = _person(uow, staff_id)
    assert person is not None  # `note_attempt` has just seen it, in the same transaction
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
    if problem := note_attempt(uow, me, right=right, action="pin_change_refused"):
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
    """Write down how a PIN for a grant was answered; commit in either case.

    A wrong one counts against the one who asks, and never against those it was tried on. During the asker's pause
    even the right PIN is refused; a pause of the owner's own sign-in does not take their word from them here.

    Raises:
        NobodySignedIn: leave is given to somebody; nothing was counted.
    """
    asker = uow.actor.staff_id
    if asker is None:
        raise NobodySignedIn()
    times, until = _grant_tries(uow, asker)
    about = matched or (tried[0].staff_id if len(tried) == 1 else None)
    if left := pause_left(until, uow.now):
        _note_grant_try(uow, GRANT_REFUSED, about, permission, {"why": "pause"})
        return GrantResult(problem=SignInPaused(seconds=_whole_seconds(left)))
    if matched is None or has_left(uow, matched):
        return GrantResult(problem=_refuse_grant(uow, about, permission, times + 1))
    if times:
        _note_grant_try(uow, GRANT_GIVEN, about, permission, {"times": 0})
    name = next(pin.name for pin in tried if pin.staff_id == matched)
    return GrantResult(uow.grants.issue(uow.actor, permission, granted_by=matched, granted_by_name=name, now=uow.now))


def _refuse_grant(uow: UnitOfWork, about: Id | None, permission: Permission, times: int) -> UserError:
    _note_grant_try(uow, GRANT_REFUSED, about, permission, {"why": "wrong PIN", "times": times})
    pause = _pause_after(uow, times)
    return SignInPaused(seconds=_whole_seconds(pause)) if pause else _wrong(uow, times)


def _note_grant_try(
    uow: UnitOfWork, action: str, about: Id | None, permission: Permission, detail: dict[str, object]
) -> None:
    subject = ("staff", about) if about else ("", None)
    audit.record(uow, action, subject=subject, detail={"permission": permission.value, **detail})


def _grant_tries(uow: UnitOfWork, asker: Id) -> tuple[int, datetime | None]:
    """How many wrong PINs this person has offered here since the last right one, and when the pause for it ends.

    The newest row that counts says it; rows written during a pause do not.
    """
    row = uow.connection.execute(
        select(AuditEvent.at, AuditEvent.detail)
        .where(
            AuditEvent.action.in_((GRANT_REFUSED, GRANT_GIVEN)),
            AuditEvent.at >= uow.now - FORGOTTEN_AFTER,
            AuditEvent.till_id == uow.actor.till_id,
            AuditEvent.staff_id == asker,
            AuditEvent.detail.contains('"times"'),
        )
        .order_by(AuditEvent.epoch.desc(), AuditEvent.journal_seq.desc())
        .limit(1)
    ).one_or_none()
    times: int = json.loads(row.detail)["times"] if row else 0
    pause = _pause_after(uow, times)
    return times, row.at + pause if row and pause else None


def pause_left(locked_until: datetime | None, now: datetime) -> timedelta:
    """How long a pause still lasts; one that lies further off than any pause comes from a clock that jumped."""
    left = locked_until - now if locked_until else timedelta(0)
    return left if timedelta(0) < left <= LONGEST_PAUSE else timedelta(0)


def note_attempt(uow: UnitOfWork, staff_id: Id, *, right: bool, action: str) -> UserError | None:
    """Count a wrong PIN or code against the person whose it should be; why it is refused, if it is. Commit after it.

    Args:
        action: The audit's word for a refusal.
    """
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
    failed = person.failed + 1
    audit.record(uow, action, subject=("staff", person.staff_id), detail={"why": "wrong PIN", "times": failed})
    pause = _pause_after(uow, failed)
    if not pause:
        _store(uow, person.staff_id, failed=failed, locked_until=None)
        return _wrong(uow, failed)
    _store(uow, person.staff_id, failed=failed, locked_until=uow.now + pause)
    return SignInPaused(seconds=_whole_seconds(pause))


def _wrong(read: Reader, failed: int) -> WrongPin:
    return WrongPin(left=load_settings(read).get(declared.LOCK_ATTEMPTS) - failed)


def _pause_after(read: Reader, failed: int) -> timedelta:
    """None for the first few; from then on twice as long each time, an hour at most."""
    settings = load_settings(read)
    doublings = failed - settings.get(declared.LOCK_ATTEMPTS)
    if doublings < 0:
        return timedelta(0)
    return min(timedelta(seconds=settings.get(declared.LOCK_SECONDS) << min(doublings, 20)), LONGEST_PAUSE)


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
