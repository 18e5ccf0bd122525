"""Audit rows: one action, one row, with both names where somebody gave leave."""

from __future__ import annotations

import json

from app.models.audit import AuditEvent
from app.services.common.uow import UnitOfWork
from app.values.ids import Id
from app.values.money import Money


def record(
    uow: UnitOfWork,
    action: str,
    *,
    subject: tuple[str, Id | None] = ("", None),
    amount: Money | None = None,
    detail: dict[str, object] | None = None,
) -> None:
    """Write who did `action`, with the grant of this unit of work if there is one; no personal words in `detail`."""
    uow.add_fact(
        AuditEvent,
        action=action,
        origin=uow.actor.origin,
        granted_by=uow.grant.granted_by if uow.grant else None,
        subject_kind=subject[0],
        subject_id=subject[1],
        amount_minor=amount.minor if amount else None,
        detail=json.dumps(detail or {}, ensure_ascii=False, sort_keys=True),
    )
