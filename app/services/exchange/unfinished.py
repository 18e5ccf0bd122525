"""Whether an import broke off; apart from the rest, since every start of the till asks."""

from __future__ import annotations

from sqlalchemy import select

from app.models.exchange import ImportRun
from app.services.common.uow import Reader

RUNNING, UNDOING = "running", "undoing"


def has_unfinished(read: Reader) -> bool:
    """Whether a crash left an import half-written or half taken back."""
    broken = select(ImportRun.id).where(ImportRun.state.in_((RUNNING, UNDOING))).limit(1)
    return read.connection.execute(broken).first() is not None
