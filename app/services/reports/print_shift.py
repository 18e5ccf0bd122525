"""An X or Z on paper once more."""

from __future__ import annotations

from sqlalchemy import func, select

from app.models.audit import AuditEvent
from app.services.common import audit
from app.services.common.actor import Permission
from app.services.common.permissions import require
from app.services.common.topics import Topic
from app.services.common.uow import UnitOfWork
from app.services.receipts import queue
from app.services.receipts.compose import mark_copy
from app.services.receipts.parts import Receipt
from app.services.reports.shifts import shift_report
from app.values.ids import Id

REPRINT = "reprint"


def print_shift(uow: UnitOfWork, shift_id: Id) -> Receipt:
    """Queue the X of an open shift, or the Z of a closed one marked COPY n: its original came out at the close.

    Raises:
        GrantNeeded: nothing is printed.
        LookupError: no such shift, which is a bug of the caller.
    """
    require(uow, Permission.REPRINT)
    report = shift_report(uow, shift_id)
    paper = report.paper
    if report.is_final:
        paper = mark_copy(paper, _copies(uow, shift_id) + 1)
        audit.record(uow, REPRINT, subject=("shift", shift_id))
    queue.enqueue_paper(uow, paper)
    uow.changed.add(Topic.PRINTING)
    return paper


def _copies(uow: UnitOfWork, shift_id: Id) -> int:
    """How many were asked for before; the index of actions finds them."""
    made = select(func.count()).where(AuditEvent.action == REPRINT, AuditEvent.subject_id == shift_id)
    return int(uow.connection.execute(made).scalar_one())
