"""Who works here: added, given a PIN, closed and never deleted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from argon2 import PasswordHasher
from sqlalchemy import func, insert, select, update

from app.models.organisation import Staff
from app.services.common import audit
from app.services.common.actor import Permission, Role
from app.services.common.permissions import require
from app.services.common.topics import Topic
from app.services.common.uow import Reader, UnitOfWork
from app.services.staff.pins import PIN_HASHING, hash_pin
from app.values.errors import QT_TRANSLATE_NOOP, UserError
from app.values.ids import Id, new_id
from app.values.text import clean_words

LONGEST_NAME = 60
LONGEST_LANGUAGE = 10


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
    """A person as the sign-in and the owner's list show them."""

    staff_id: Id
    name: str
    role: Role
    language: str
    locked_until: datetime | None
    closed_at: datetime | None


def list_staff(read: Reader, *, with_closed: bool = False) -> tuple[StaffEntry, ...]:
    """Everybody who can sign in, by name; those who left too if asked."""
    columns = (Staff.id, Staff.name, Staff.role, Staff.language, Staff.locked_until, Staff.closed_at)
    query = select(*columns).order_by(Staff.name, Staff.id)
    if not with_closed:
        query = query.where(Staff.closed_at.is_(None))
    return tuple(
        StaffEntry(row.id, row.name, Role(row.role), row.language, row.locked_until, row.closed_at)
        for row in read.connection.execute(query)
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
    name = clean_words(draft.name, LONGEST_NAME + 1)
    if not name or len(name) > LONGEST_NAME:
        raise NameMissing()
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


def _edit(uow: UnitOfWork, staff_id: Id, changes: dict[str, object]) -> None:
    row = update(Staff).where(Staff.id == staff_id, Staff.closed_at.is_(None))
    stamped = row.values(
        **changes, row_version=Staff.row_version + 1, updated_at=uow.now, updated_by=uow.actor.staff_id
    )
    if uow.connection.execute(stamped).rowcount == 0:
        raise NobodyThere()
    uow.changed.add(Topic.STAFF)
