"""Gapless numbers, given inside the commit: a rolled-back sale takes none."""

from __future__ import annotations

from sqlalchemy import bindparam, update

from app.models.organisation import TillState
from app.services.common.prepared import Prepared
from app.services.common.uow import UnitOfWork

_NEXT_RECEIPT = Prepared(
    update(TillState)
    .where(TillState.till_id == bindparam("till"))
    .values(last_receipt=TillState.last_receipt + 1)
    .returning(TillState.last_receipt)
)


def next_receipt_seq(uow: UnitOfWork) -> int:
    """The next receipt of this till and epoch."""
    ((seq,),) = _NEXT_RECEIPT.run(uow.connection, {"till": uow.actor.till_id})
    return int(seq)


def receipt_number(till_code: str, epoch: int, seq: int) -> str:
    """`T1-000123`; from the second epoch on `T1.2-000001`."""
    return f"{till_code}-{seq:06d}" if epoch == 1 else f"{till_code}.{epoch}-{seq:06d}"
