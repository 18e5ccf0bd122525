"""Taking back imported members: balances moved the other way, cards, accounts and files closed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, select, update

from app.models.members import Account, Card, Member, MemberEvent
from app.services.common.uow import UnitOfWork
from app.services.exchange.opening import close_balances
from app.services.exchange.undo_products import newer
from app.values.ids import Id

REASON = "import undone"


def undo_members(uow: UnitOfWork, run_id: Id, changes: Sequence[Row[Any]]) -> None:
    """Close these members; their file stays until somebody erases it."""
    del run_id
    ids = [change.row_id for change in changes]
    accounts = select(Account.id).where(Account.owner_kind == "member", Account.owner_id.in_(ids))
    close_balances(uow, uow.connection.execute(accounts).scalars().all())
    closings: tuple[tuple[type[Any], Any, dict[str, Any]], ...] = (
        (Card, Card.member_id.in_(ids), {"close_reason": REASON}),
        (Account, (Account.owner_kind == "member") & Account.owner_id.in_(ids), {}),
        (Member, Member.id.in_(ids), {}),
    )
    for model, these, more in closings:
        uow.connection.execute(
            update(model).where(these, model.closed_at.is_(None)).values(closed_at=uow.now, **more, **newer(uow, model))
        )
    uow.add_facts(MemberEvent, [{"member_id": member_id, "kind": "closed"} for member_id in ids])
