"""Checked in the services, whatever the screen shows."""

from __future__ import annotations

from sqlalchemy import bindparam, select

from app.models.organisation import Staff
from app.services.common.actor import AT_TILL, Permission
from app.services.common.prepared import Prepared
from app.services.common.uow import Reader, UnitOfWork
from app.values.errors import QT_TRANSLATE_NOOP, NotAllowed
from app.values.ids import Id


class NobodySignedIn(NotAllowed):
    """The till is locked: no action has a name to it."""

    text = QT_TRANSLATE_NOOP("errors", "Nobody is signed in. Please sign in first.")


class NoLongerHere(NotAllowed):
    """The owner closed the person who is still signed in."""

    text = QT_TRANSLATE_NOOP(
        "errors", "{name} does not work here any more. Nothing was stored; the basket is kept. Please sign out."
    )


class GrantNeeded(NotAllowed):
    """Another person may permit this one action with their PIN."""

    def __init__(self, permission: Permission) -> None:
        super().__init__(permission=permission.value)
        self.permission = permission


def require(uow: UnitOfWork, permission: Permission) -> None:
    """Pass if the actor's role, or a grant for just this action, permits it.

    Raises:
        NobodySignedIn: at a till every action has a name; programs act under names of their own.
        NoLongerHere: the person was closed since they signed in.
        GrantNeeded: neither role nor grant permits it.
    """
    actor = uow.actor
    if actor.staff_id is None and actor.origin == AT_TILL:
        raise NobodySignedIn()
    if actor.staff_id is not None and has_left(uow, actor.staff_id):
        raise NoLongerHere(name=actor.staff_name)
    if actor.may(permission) or _has_leave(uow, permission):
        return
    raise GrantNeeded(permission)


def has_left(read: Reader, staff_id: Id) -> bool:
    """Whether somebody was closed; one the file does not know yet is its founder, who has not left."""
    rows = _CLOSED.run(read.connection, {"person": staff_id})
    return bool(rows) and rows[0][0] is not None


def _has_leave(uow: UnitOfWork, permission: Permission) -> bool:
    grant = uow.grant
    if grant is None or grant.permission is not permission or not uow.grants.is_good(grant, uow.actor, uow.now):
        return False
    return not has_left(uow, grant.granted_by)


# On every sale, so it is prepared: one look by the primary key.
_CLOSED = Prepared(select(Staff.closed_at).where(Staff.id == bindparam("person")))
