"""Leave that was given and not yet used: kept in memory only, since it lives two minutes (decision 0008)."""

from __future__ import annotations

import secrets
import threading
from datetime import datetime, timedelta

from app.services.common.actor import Actor, Grant, Permission
from app.values.ids import Id

GRANT_LASTS = timedelta(minutes=2)
"""From the PIN to the end of the action it was typed for."""
TOKEN_BYTES = 16


class GrantRegister:
    """The outstanding grants of one till; a grant that does not stand here is none, whoever made it.

    The threads of the till share it: PINs are checked in a worker, actions happen on the screen's thread.
    """

    def __init__(self) -> None:
        self._outstanding: dict[bytes, Grant] = {}
        self._lock = threading.Lock()

    def __len__(self) -> int:
        with self._lock:
            return len(self._outstanding)

    def issue(
        self, asker: Actor, permission: Permission, *, granted_by: Id, granted_by_name: str, now: datetime
    ) -> Grant:
        """Leave for one action of `asker`, at the till where they stand now; the caller has checked the PIN."""
        token = secrets.token_bytes(TOKEN_BYTES)
        grant = Grant(permission, granted_by, granted_by_name, asker.staff_id, asker.till_id, now, token)
        with self._lock:
            fresh = {key: kept for key, kept in self._outstanding.items() if _is_fresh(kept, now)}
            self._outstanding = {**fresh, token: grant}
        return grant

    def is_good(self, grant: Grant, actor: Actor, now: datetime) -> bool:
        """Whether it was given here, to this person at this till, a moment ago, and is still unused."""
        with self._lock:
            is_outstanding = self._outstanding.get(grant.token) == grant
        is_theirs = (grant.asked_by, grant.till_id) == (actor.staff_id, actor.till_id)
        return is_outstanding and is_theirs and _is_fresh(grant, now)

    def spend(self, grant: Grant) -> None:
        """It was used; once more does no harm."""
        with self._lock:
            self._outstanding.pop(grant.token, None)


def _is_fresh(grant: Grant, now: datetime) -> bool:
    """Either way, so that a clock set back makes no grant longer."""
    return abs(now - grant.given_at) <= GRANT_LASTS
