"""Checked in the services, whatever the screen shows."""

from __future__ import annotations

from app.services.common.actor import AT_TILL, Permission
from app.services.common.uow import UnitOfWork
from app.values.errors import QT_TRANSLATE_NOOP, NotAllowed


class NobodySignedIn(NotAllowed):
    """The till is locked: no action has a name to it."""

    text = QT_TRANSLATE_NOOP("errors", "Nobody is signed in. Please sign in first.")


class GrantNeeded(NotAllowed):
    """Another person may permit this one action with their PIN."""

    def __init__(self, permission: Permission) -> None:
        super().__init__(permission=permission.value)
        self.permission = permission


def require(uow: UnitOfWork, permission: Permission) -> None:
    """Pass if the actor's role, or a grant for just this action, permits it.

    Raises:
        NobodySignedIn: at a till every action has a name; programs act under names of their own.
        GrantNeeded: neither does.
    """
    if uow.actor.staff_id is None and uow.actor.origin == AT_TILL:
        raise NobodySignedIn()
    if uow.actor.may(permission):
        return
    if uow.grant is not None and uow.grant.permission is permission:
        return
    raise GrantNeeded(permission)
