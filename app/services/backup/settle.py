"""What changes in a restored file before anybody sells with it: the next epoch, and nothing that happens twice."""

from __future__ import annotations

from sqlalchemy import func, select, update

from app.models.organisation import TillState
from app.models.printing import PrintJob
from app.models.sales import BasketDraft
from app.services.backup.header import Header
from app.services.checkout.drafts import DraftState
from app.services.common import audit
from app.services.common.store import Store
from app.services.common.uow import UnitOfWork
from app.services.devices.protocols import PrintProblem
from app.services.receipts.queue import DRAWER, JobState
from app.services.settings import declared
from app.services.settings.service import load_settings
from app.services.staff.founding import operator_at, this_till

RESTORED = "restored"
"""The audit's word."""
_LABELS = {"zh": "恢复前的购物篮", "en": "From before the restore"}


def settle_restored(store: Store, header: Header, epoch: int) -> None:
    """One action: numbers and places begin anew in `epoch`, the journal's chain goes on, and an audit row says so.

    Papers that waited may have come out since, so that the cashier is asked about each; the drawer stays shut. The
    basket that was open may have been sold since: it is put on hold, with a label that says what it is.
    """
    with store.read() as read:
        till = this_till(read)
        store.day = load_settings(read).day
    store.seen_at = till.last_seen_at
    with store.action(operator_at(till), "restore") as uow:
        uow.connection.execute(
            update(TillState)
            .where(TillState.till_id == till.till_id)
            .values(epoch=epoch, last_receipt=0, last_shift=0, journal_seq=0)
        )
        papers, baskets = _stop_printing(uow), _hold_open_baskets(uow)
        audit.record(
            uow,
            RESTORED,
            subject=("till", till.till_id),
            detail={
                "epoch": epoch,
                "from_epoch": header.epoch,
                "data_of": header.made_at.isoformat(timespec="seconds"),
                "papers_in_doubt": papers,
                "baskets_held": baskets,
            },
        )


def _stop_printing(uow: UnitOfWork) -> int:
    waiting = PrintJob.state.in_((JobState.QUEUED.value, JobState.SENDING.value))
    stopped = {"last_error": PrintProblem.STOPPED.value, "next_attempt_at": None}
    uow.connection.execute(
        update(PrintJob).where(waiting, PrintJob.kind == DRAWER).values(state=JobState.FAILED.value, **stopped)
    )
    papers = uow.connection.execute(update(PrintJob).where(waiting).values(state=JobState.UNKNOWN.value, **stopped))
    return int(papers.rowcount)


def _hold_open_baskets(uow: UnitOfWork) -> int:
    label = _LABELS["en" if load_settings(uow).get(declared.LANGUAGE) == "en" else "zh"]
    highest = uow.connection.execute(select(func.max(BasketDraft.hold_no))).scalar_one() or 0
    keys = uow.connection.scalars(
        select(BasketDraft.basket_key).where(BasketDraft.state == DraftState.OPEN).order_by(BasketDraft.updated_at)
    ).all()
    for number, key in enumerate(keys, highest + 1):
        uow.connection.execute(
            update(BasketDraft)
            .where(BasketDraft.basket_key == key)
            .values(state=DraftState.HELD.value, hold_no=number, label=label)
        )
    return len(keys)
