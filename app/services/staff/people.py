"""Who works here: added, given a PIN, closed and never deleted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from argon2 import PasswordHasher
from sqlalchemy import Row, func, insert, select, update

from app.models.organisation import Staff
from app.services.common import audit
from app.services.common.actor import Permission, Role
from app.services.common.permissions import require
from app.services.common.topics import Topic
from app.services.common.uow import Reader, UnitOfWork
from app.services.common.versions import require_version
from app.services.staff.pins import PIN_HASHING, hash_pin
from app.values.errors import QT_TRANSLATE_NOOP, UserError
from app.values.ids import Id, new_id
from app.values.money import Money
from app.values.rates import Rate
from app.values.text import clean_words

LONGEST_NAME = 60
LONGEST_LANGUAGE = 10
WHOLE = 10_000
"""Basis points of everything."""


class NameMissing(UserError):
    """No name, or one that fits on no receipt."""

    text = QT_TRANSLATE_NOOP("errors", "Please give a name of at most {most} characters.")

    def __init__(self) -> None:
        super().__init__(most=LONGEST_NAME)


class NobodyThere(UserError):
    """No such person, or one who works here no more."""

    text = QT_TRANSLATE_NOOP("errors", "This person does not work here any more.")


class LastOwner(UserError):
    """Without an owner nobody could change anything."""

    text = QT_TRANSLATE_NOOP("errors", "{name} is the only owner. Make somebody else an owner first.")


class OwnRole(UserError):
    """Who signed in as an owner stays one until somebody else says otherwise."""

    text = QT_TRANSLATE_NOOP("errors", "Your own role can only be changed by another owner. Nothing was saved.")


class NameTaken(UserError):
    """Two of one name could not be told apart at the sign-in."""

    text = QT_TRANSLATE_NOOP("errors", "There is somebody called {name} here already. Please add a letter or a number.")


class BadLimit(UserError):
    """A limit below nothing, or a discount of more than everything."""

    text = QT_TRANSLATE_NOOP("errors", "A limit cannot be below zero, and a discount not more than 100 %.")


class OwnerThere(UserError):
    """The shop has an owner, who alone makes others."""

    text = QT_TRANSLATE_NOOP("errors", "The shop has an owner already. Only an owner can add another one.")


@dataclass(frozen=True, slots=True)
class StaffDraft:
    """Somebody who starts to work here."""

    name: str
    role: Role
    pin: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class StaffEntry:
    """A person as the sign-in and the owner's list show them.

    Attributes:
        refund_limit: Of their own; None takes the shop's.
        discount_limit: How far below the shelf price they may sell alone; None: not at all.
    """

    staff_id: Id
    name: str
    role: Role
    language: str
    locked_until: datetime | None
    closed_at: datetime | None
    refund_limit: Money | None = None
    discount_limit: Rate | None = None
    has_recovery_code: bool = False
    row_version: int = 0


@dataclass(frozen=True, slots=True)
class ChangeStaff:
    """What the owner changes of a person.

    Attributes:
        refund_limit, discount_limit: None takes the person's own limit away.
        row_version: Of the entry that was looked at.
    """

    staff_id: Id
    name: str
    role: Role
    refund_limit: Money | None
    discount_limit: Rate | None
    row_version: int | None = None


def list_staff(read: Reader, *, with_closed: bool = False) -> tuple[StaffEntry, ...]:
    """Everybody who can sign in, by name; those who left too if asked."""
    query = select(Staff.__table__).order_by(Staff.name, Staff.id)
    if not with_closed:
        query = query.where(Staff.closed_at.is_(None))
    return tuple(_entry(row) for row in read.connection.execute(query))


def staff_entry(read: Reader, staff_id: Id) -> StaffEntry:
    """One person, also one who left.

    Raises:
        NobodyThere
    """
    row = read.connection.execute(select(Staff.__table__).where(Staff.id == staff_id)).one_or_none()
    if row is None:
        raise NobodyThere()
    return _entry(row)


def _entry(row: Row[Any]) -> StaffEntry:
    return StaffEntry(
        row.id,
        row.name,
        Role(row.role),
        row.language,
        row.locked_until,
        row.closed_at,
        None if row.refund_limit_minor is None else Money(row.refund_limit_minor),
        None if row.discount_limit_bp is None else Rate(row.discount_limit_bp),
        bool(row.recovery_hash),
        row.row_version,
    )


def has_owner(read: Reader) -> bool:
    """Whether somebody can sign in as an owner."""
    return _owners(read) > 0


def add_staff(uow: UnitOfWork, draft: StaffDraft, *, hashing: PasswordHasher = PIN_HASHING) -> Id:
    """Add somebody who can sign in from now on.

    Raises:
        GrantNeeded, NameMissing, PinTooShort, PinTooEasy: nothing was stored.
    """
    return write_staff(uow, new_id(), draft, hashing=hashing)


def add_owner(uow: UnitOfWork, draft: StaffDraft, *, hashing: PasswordHasher = PIN_HASHING) -> Id:
    """The first owner of a file that was made by an import; asks for no leave, since nobody could give it.

    Raises:
        OwnerThere: there is one.
        NameMissing, PinTooShort, PinTooEasy: nothing was stored.
    """
    if has_owner(uow):
        raise OwnerThere()
    first = StaffDraft(draft.name, Role.OWNER, draft.pin, draft.language)
    return _write_staff(uow, new_id(), first, hashing)


def write_staff(uow: UnitOfWork, staff_id: Id, draft: StaffDraft, *, hashing: PasswordHasher) -> Id:
    """Store a person under a given id.

    Raises:
        GrantNeeded, NameMissing, PinTooShort, PinTooEasy: nothing was stored.
    """
    require(uow, Permission.EDIT_STAFF)
    return _write_staff(uow, staff_id, draft, hashing)


def _write_staff(uow: UnitOfWork, staff_id: Id, draft: StaffDraft, hashing: PasswordHasher) -> Id:
    name = _clean_name(uow, draft.name)
    row = {
        "id": staff_id,
        "row_version": 1,
        "updated_at": uow.now,
        "updated_by": uow.actor.staff_id,
        "closed_at": None,
        "name": name,
        "role": draft.role.value,
        "pin_hash": hash_pin(draft.pin, hashing),
        "language": clean_words(draft.language, LONGEST_LANGUAGE),
        "failed_attempts": 0,
        "locked_until": None,
    }
    uow.connection.execute(insert(Staff), row)
    audit.record(uow, "staff_added", subject=("staff", staff_id), detail={"role": draft.role.value})
    uow.changed.add(Topic.STAFF)
    return staff_id


def change_staff(uow: UnitOfWork, change: ChangeStaff) -> None:
    """Another name, role or limits for somebody who works here.

    Raises:
        GrantNeeded, NobodyThere, NameMissing, NameTaken, OwnRole, LastOwner, BadLimit, ChangedMeanwhile: nothing was
            changed.
    """
    require(uow, Permission.EDIT_STAFF)
    before = staff_entry(uow, change.staff_id)
    if before.closed_at is not None:
        raise NobodyThere()
    require_version(before.row_version, change.row_version)
    _check_change(uow, before, change)
    columns = {
        "name": _clean_name(uow, change.name, but=change.staff_id),
        "role": change.role.value,
        "refund_limit_minor": change.refund_limit.minor if change.refund_limit is not None else None,
        "discount_limit_bp": change.discount_limit.bp if change.discount_limit is not None else None,
    }
    _edit(uow, change.staff_id, columns)
    detail: dict[str, object] = {key: value for key, value in columns.items() if key != "name"}
    audit.record(uow, "staff_changed", subject=("staff", change.staff_id), detail=detail)


def _check_change(uow: UnitOfWork, before: StaffEntry, change: ChangeStaff) -> None:
    if change.role is not before.role:
        if before.staff_id == uow.actor.staff_id:
            raise OwnRole()
        if before.role is Role.OWNER and _owners(uow) == 1:
            raise LastOwner(name=before.name)
    refund, discount = change.refund_limit, change.discount_limit
    if (refund is not None and refund.minor < 0) or (discount is not None and not 0 <= discount.bp <= WHOLE):
        raise BadLimit()


def _clean_name(read: Reader, typed: str, *, but: Id | None = None) -> str:
    name = clean_words(typed, LONGEST_NAME + 1)
    if not name or len(name) > LONGEST_NAME:
        raise NameMissing()
    same = select(Staff.id).where(Staff.name == name, Staff.closed_at.is_(None))
    if any(row.id != but for row in read.connection.execute(same)):
        raise NameTaken(name=name)
    return name


def reopen_staff(uow: UnitOfWork, staff_id: Id, pin: str, *, hashing: PasswordHasher = PIN_HASHING) -> None:
    """Somebody comes back: the same entry, with a new PIN and the role and limits of before.

    Raises:
        GrantNeeded, NobodyThere, NameTaken, PinTooShort, PinTooEasy: nothing was changed.
    """
    require(uow, Permission.EDIT_STAFF)
    person = staff_entry(uow, staff_id)
    if person.closed_at is None:
        return
    _clean_name(uow, person.name)
    opened = {"closed_at": None, "pin_hash": hash_pin(pin, hashing), "failed_attempts": 0, "locked_until": None}
    _edit(uow, staff_id, opened, is_closed=True)
    audit.record(uow, "staff_reopened", subject=("staff", staff_id), detail={"role": person.role.value})


def set_pin(uow: UnitOfWork, staff_id: Id, pin: str, *, hashing: PasswordHasher = PIN_HASHING) -> None:
    """The owner gives somebody a new PIN; a pause after wrong ones ends.

    Raises:
        GrantNeeded, NobodyThere, PinTooShort, PinTooEasy: nothing was changed.
    """
    require(uow, Permission.EDIT_STAFF)  # also for one's own: that goes by the old PIN
    write_pin(uow, staff_id, pin, hashing=hashing)
    audit.record(uow, "pin_set", subject=("staff", staff_id))


def write_pin(uow: UnitOfWork, staff_id: Id, pin: str, *, hashing: PasswordHasher) -> None:
    """Store a new PIN, one's own or with leave somebody else's; the caller writes the audit row.

    Raises:
        GrantNeeded, NobodyThere, PinTooShort, PinTooEasy: nothing was changed.
    """
    if staff_id != uow.actor.staff_id:
        require(uow, Permission.EDIT_STAFF)
    changes = {"pin_hash": hash_pin(pin, hashing), "failed_attempts": 0, "locked_until": None}
    _edit(uow, staff_id, changes)


def close_staff(uow: UnitOfWork, staff_id: Id) -> None:
    """Somebody leaves: they can sign in no more, their name stays on what they did.

    Raises:
        GrantNeeded, NobodyThere, LastOwner: nothing was changed.
    """
    require(uow, Permission.EDIT_STAFF)
    person = uow.connection.execute(
        select(Staff.name, Staff.role).where(Staff.id == staff_id, Staff.closed_at.is_(None))
    ).one_or_none()
    if person is None:
        raise NobodyThere()
    if person.role == Role.OWNER and _owners(uow) == 1:
        raise LastOwner(name=person.name)
    _edit(uow, staff_id, {"closed_at": uow.now})
    audit.record(uow, "staff_closed", subject=("staff", staff_id))


def _owners(read: Reader) -> int:
    counted = select(func.count()).where(Staff.role == Role.OWNER.value, Staff.closed_at.is_(None))
    found: int = read.connection.execute(counted).scalar_one()
    return found


def _edit(uow: UnitOfWork, staff_id: Id, changes: Mapping[str, object], *, is_closed: bool = False) -> None:
    state = Staff.closed_at.is_not(None) if is_closed else Staff.closed_at.is_(None)
    row = update(Staff).where(Staff.id == staff_id, state)
    stamped = row.values(
        **changes, row_version=Staff.row_version + 1, updated_at=uow.now, updated_by=uow.actor.staff_id
    )
    if uow.connection.execute(stamped).rowcount == 0:
        raise NobodyThere()
    uow.changed.add(Topic.STAFF)
