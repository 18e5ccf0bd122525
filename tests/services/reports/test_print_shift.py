"""An X or Z once more: the Z is marked as a copy, and counted."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from app.models.audit import AuditEvent
from app.models.printing import PrintJob
from app.services.common.permissions import NobodySignedIn
from app.services.receipts.parts import Receipt
from app.services.receipts.plain import render_plain
from app.services.reports.print_shift import print_shift
from app.services.staff.founding import nobody_at
from app.values.ids import Id
from tests.services.reports.history import History


def printed(history: History, shift_id: Id) -> Receipt:
    paper = history.do(lambda uow: print_shift(uow, shift_id), history.shop.owner)
    assert isinstance(paper, Receipt)
    return paper


def said(paper: Receipt) -> str:
    return "\n".join(line.text for line in render_plain(paper, 42))


def test_a_z_is_marked_copy_one_then_two(history: History) -> None:
    shift_id = history.shop.cashier.shift_id
    assert shift_id is not None
    history.sell(("water", 2))
    history.close(20_400)
    first, second = printed(history, shift_id), printed(history, shift_id)

    assert (first.meta.copy_no, second.meta.copy_no) == (1, 2)
    assert "COPY 1" in said(first)
    assert "COPY 2" in said(second)
    with history.look() as read:
        audits = read.connection.execute(
            select(AuditEvent.subject_kind, AuditEvent.subject_id).where(AuditEvent.action == "reprint")
        ).all()
        payloads = read.connection.execute(select(PrintJob.payload).where(PrintJob.payload.is_not(None))).scalars()
        copies = [payload for payload in payloads if "COPY" in (payload or "")]
    assert [tuple(row) for row in audits] == [("shift", shift_id)] * 2
    assert len(copies) == 2


def test_an_x_is_no_copy_and_leaves_no_trace(history: History) -> None:
    shift_id = history.shop.cashier.shift_id
    assert shift_id is not None
    history.sell(("water", 2))
    assert printed(history, shift_id).meta.copy_no == 0
    with history.look() as read:
        assert read.connection.execute(select(AuditEvent.id).where(AuditEvent.action == "reprint")).all() == []


def test_nobody_prints_behind_a_locked_till(history: History) -> None:
    shift_id = history.shop.cashier.shift_id
    assert shift_id is not None
    with pytest.raises(NobodySignedIn):
        history.do(lambda uow: print_shift(uow, shift_id), nobody_at(history.shop.till))
