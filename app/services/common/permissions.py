"""Checked in the services, whatever the screen shows."""

from __future__ import annotations

from app.services.common.actor import Permission
from app.services.common.uow import UnitOfWork
from app.values.errors import NotAllowed


class GrantNeeded(NotAllowed):
    """Another person may permit this one action with their PIN."""

    def __init__(self, permission: Permission) -> None:
        super().__init__(permission=permission.value)
        self.permission = permission


def require(uow: UnitOfWork, permission: Permission) -> None:
    """Pass if the actor's role, or a grant for just this action, permits it.

    Raises:
        GrantNeeded: neither does.
    """
    if uow.actor.may(permission):
        return
    if uow.grant is not None and uow.grant.permission is permission:
        return
    raise GrantNeeded(permission)
