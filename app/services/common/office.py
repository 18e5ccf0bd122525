"""The door to the back office: everything the owner's screens read or do goes through here, and is checked here."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager

from app.services.common.actor import Actor, Permission
from app.services.common.permissions import GrantNeeded, NobodySignedIn, NoLongerHere, has_left
from app.services.common.store import Store
from app.services.common.uow import Reader, UnitOfWork


class Office:
    """Reading and acting for whoever stands at the till, if they may be in the back office at all.

    Attributes:
        store: The data file.
    """

    def __init__(self, store: Store, actor_of: Callable[[], Actor]) -> None:
        self.store = store
        self._actor_of = actor_of

    @property
    def actor(self) -> Actor:
        """Who stands at the till now."""
        return self._actor_of()

    def may_enter(self) -> bool:
        """Whether the person's role opens the back office."""
        actor = self.actor
        return actor.staff_id is not None and actor.may(Permission.OPEN_OFFICE)

    @contextlib.contextmanager
    def read(self) -> Iterator[Reader]:
        """A snapshot to read from; works on any thread.

        Raises:
            NobodySignedIn, GrantNeeded, NoLongerHere: nothing was read.
        """
        actor = self.actor
        if actor.staff_id is None:
            raise NobodySignedIn()
        if not actor.may(Permission.OPEN_OFFICE):
            raise GrantNeeded(Permission.OPEN_OFFICE)
        with self.store.read() as read:
            if has_left(read, actor.staff_id):
                raise NoLongerHere(name=actor.staff_name)
            yield read

    def action(self, kind: str) -> AbstractContextManager[UnitOfWork]:
        """One whole user action, committed when the block ends; its service checks the permission it needs.

        Raises:
            NobodySignedIn, GrantNeeded: nothing was stored.
        """
        actor = self.actor
        if actor.staff_id is None:
            raise NobodySignedIn()
        if not actor.may(Permission.OPEN_OFFICE):
            raise GrantNeeded(Permission.OPEN_OFFICE)
        return self.store.action(actor, kind)
