"""The way back for an owner who forgot the PIN: a code on paper, good for one new PIN.

Twenty characters in four groups, sixteen of them random (80 bits). The file keeps an argon2id hash, so nobody reads
it back; a new code makes the old one worthless. Wrong codes count with wrong PINs and lead to the same pauses.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace

from argon2 import PasswordHasher
from sqlalchemy import select, update

from app.models.organisation import Staff
from app.services.common import audit
from app.services.common.actor import Permission, Role
from app.services.common.permissions import require
from app.services.common.topics import Topic
from app.services.common.uow import Reader, UnitOfWork
from app.services.staff.people import NobodyThere, write_pin
from app.services.staff.pins import PIN_HASHING, check_pin, clean_pin
from app.services.staff.sign_in import WrongPin, note_attempt
from app.values.errors import QT_TRANSLATE_NOOP, UserError
from app.values.ids import Id
from app.values.typed_code import DATA_LENGTH, read_group, split_groups, write_group

GROUPS = 4
REFUSED, USED, ISSUED = "recovery_refused", "recovery_used", "recovery_code_issued"


class RecoveryIncomplete(UserError):
    """Not four groups of five."""

    text = QT_TRANSLATE_NOOP(
        "errors", "The recovery code has 4 groups of 5 letters and digits. Please type it as it stands on the paper."
    )


class RecoveryMistyped(UserError):
    """A group does not fit its check character."""

    text = QT_TRANSLATE_NOOP(
        "errors", "Group {group} of the recovery code is not as on the paper: “{typed}”. Please type this group again."
    )


class RecoveryWrong(UserError):
    """A code, but not the one of this person."""

    text = QT_TRANSLATE_NOOP(
        "errors",
        "This is not the newest recovery code of this person. After {left} more wrong ones there is a pause.",
    )


class NoRecoveryCode(UserError):
    """The person never got one."""

    text = QT_TRANSLATE_NOOP(
        "errors", "There is no recovery code for {name}. An owner can set a new PIN: Back office, People."
    )


@dataclass(frozen=True, slots=True)
class RecoveryResult:
    """How a recovery code was answered.

    Attributes:
        problem: Why nothing changed; None: the new PIN holds.
        next_code: The code that is good from now on, to be shown and printed.
    """

    problem: UserError | None = None
    next_code: str = ""


def make_recovery_code() -> str:
    """A fresh code, as it is printed: `7KQ2C M0ZXA 9FTRW 4HBND`."""
    groups = ([secrets.randbelow(32) for _ in range(DATA_LENGTH)] for _ in range(GROUPS))
    return " ".join(write_group(group, place) for place, group in enumerate(groups, 1))


def clean_recovery_code(typed: str) -> str:
    """The code that was typed, spelled as it is printed.

    Raises:
        RecoveryIncomplete, RecoveryMistyped: it cannot be one; nothing was counted.
    """
    parts = split_groups(typed, GROUPS)
    if parts is None:
        raise RecoveryIncomplete()
    found: list[str] = []
    for place, part in enumerate(parts, 1):
        digits = read_group(part, place)
        if digits is None:
            raise RecoveryMistyped(group=place, typed=part[:12])
        found.append(write_group(digits, place))
    return " ".join(found)


def is_last_group(code: str, typed: str) -> bool:
    """Whether somebody who holds the paper typed the last group of a code."""
    wanted, got = read_group(code.split()[-1], GROUPS), read_group(typed.strip(), GROUPS)
    return got is not None and got == wanted


def issue_recovery_code(uow: UnitOfWork, staff_id: Id, *, code: str = "", hashing: PasswordHasher = PIN_HASHING) -> str:
    """Give somebody a recovery code; the one before it is worth nothing any more. Slow on purpose.

    Args:
        code: One from `make_recovery_code` that was shown already; empty makes one.

    Raises:
        GrantNeeded, NobodyThere, RecoveryMistyped: nothing was stored.
    """
    if staff_id != uow.actor.staff_id:
        require(uow, Permission.EDIT_STAFF)
    made = clean_recovery_code(code or make_recovery_code())
    _store(uow, staff_id, hashing.hash(made))
    audit.record(uow, ISSUED, subject=("staff", staff_id))
    return made


def recover_with_code(
    uow: UnitOfWork, staff_id: Id, code: str, new_pin: str, *, hashing: PasswordHasher = PIN_HASHING
) -> RecoveryResult:
    """Choose a new PIN with the code from the paper; commit in either case, since a wrong code counts.

    The code is good once: the next one is issued in the same action and must be shown.

    Raises:
        RecoveryIncomplete, RecoveryMistyped, PinTooShort, PinTooEasy, NoRecoveryCode: nothing was counted or changed.
    """
    clean_pin(new_pin)
    plain = clean_recovery_code(code)
    name, stored = _on_file(uow, staff_id)
    if not stored:
        raise NoRecoveryCode(name=name)
    problem = note_attempt(uow, staff_id, right=check_pin(stored, plain), action=REFUSED)
    if isinstance(problem, WrongPin):
        return RecoveryResult(RecoveryWrong(left=problem.params["left"]))
    if problem is not None:
        return RecoveryResult(problem)
    person = uow.connection.execute(select(Staff.name, Staff.role).where(Staff.id == staff_id)).one()
    uow.actor = replace(uow.actor, staff_id=staff_id, staff_name=person.name, role=Role(person.role))
    write_pin(uow, staff_id, new_pin, hashing=hashing)
    audit.record(uow, USED, subject=("staff", staff_id))
    return RecoveryResult(next_code=issue_recovery_code(uow, staff_id, hashing=hashing))


def has_recovery_code(read: Reader, staff_id: Id) -> bool:
    """Whether the person holds a code, as far as the file knows."""
    return bool(_on_file(read, staff_id)[1])


def _on_file(read: Reader, staff_id: Id) -> tuple[str, str]:
    row = read.connection.execute(
        select(Staff.name, Staff.recovery_hash).where(Staff.id == staff_id, Staff.closed_at.is_(None))
    ).one_or_none()
    return (row.name, row.recovery_hash or "") if row else ("", "")


def _store(uow: UnitOfWork, staff_id: Id, hashed: str) -> None:
    row = update(Staff).where(Staff.id == staff_id, Staff.closed_at.is_(None))
    stamped = row.values(
        recovery_hash=hashed,
        row_version=Staff.row_version + 1,
        updated_at=uow.now,
        updated_by=uow.actor.staff_id,
    )
    if uow.connection.execute(stamped).rowcount == 0:
        raise NobodyThere()
    uow.changed.add(Topic.STAFF)
