"""What tests of the session share."""

from __future__ import annotations

from typing import Any

from app.services.checkout.session import CheckoutSession
from app.services.common.actor import Grant, Permission
from tests.support.goods import Stocked
from tests.support.grants import owners_leave


def rows(session: CheckoutSession, sql: str, *given: object) -> list[Any]:
    """All rows of a query on the session's file."""
    with session.store.read() as read:
        return list(read.connection.exec_driver_sql(sql, given))


def restarted(session: CheckoutSession) -> CheckoutSession:
    """The till after a power cut: nothing of the old session is left."""
    session.store.database.reopen()
    return CheckoutSession(session.store, session.actor)


def owners_grant(stocked: Stocked, permission: Permission) -> Grant:
    """The owner's leave for one action."""
    return owners_leave(stocked.shop, permission)
