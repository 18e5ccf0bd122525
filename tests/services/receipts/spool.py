"""Short words for what tests do with a spool, each its own unit of work."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from app.models.printing import PrintJob
from app.services.common.topics import Topic
from app.services.devices.protocols import PrintProblem, SendOutcome, SendResult
from app.services.receipts import queue
from app.services.receipts.parts import Receipt
from app.services.receipts.queue import ClaimedJob, JobState, OfferedJob, SpoolStatus
from app.values.ids import Id
from tests.services.receipts.builders import sale_receipt
from tests.support.shop import Shop

SENT = SendResult(SendOutcome.SENT)
CONFIRMED = SendResult(SendOutcome.CONFIRMED)
REFUSED = SendResult(SendOutcome.NOTHING_SENT, PrintProblem.NOT_FOUND)
DOUBT = SendResult(SendOutcome.UNKNOWN, PrintProblem.STALLED)


def put(shop: Shop, sale_id: Id | None = None, receipt: Receipt | None = None) -> Id:
    with shop.store.act(shop.cashier, "print") as uow:
        job = queue.enqueue_receipt(uow, sale_id, receipt or sale_receipt())
        assert uow.commit() == {Topic.PRINTING}
    return job


def put_drawer(shop: Shop) -> Id:
    with shop.store.act(shop.cashier, "print") as uow:
        job = queue.enqueue_drawer(uow)
        uow.commit()
    return job


def claim(shop: Shop, *, eager: bool = False) -> ClaimedJob | None:
    with shop.store.act(shop.cashier, "print") as uow:
        job = queue.claim_next(uow, eager=eager)
        uow.commit()
    return job


def settle(shop: Shop, job: ClaimedJob | None, result: SendResult) -> JobState:
    assert job is not None
    with shop.store.act(shop.cashier, "print") as uow:
        state = queue.settle_job(uow, job, result)
        uow.commit()
    return state


def attempt(shop: Shop, result: SendResult) -> JobState:
    return settle(shop, claim(shop), result)


def answer(shop: Shop, job: Id, *, printed: bool) -> Id | None:
    with shop.store.act(shop.cashier, "print") as uow:
        copy = queue.answer_unknown(uow, job, printed=printed)
        uow.commit()
    return copy


def again(shop: Shop, sale_id: Id) -> Id:
    with shop.store.act(shop.cashier, "print") as uow:
        job = queue.print_again(uow, sale_id, sale_receipt())
        uow.commit()
    return job


def recover(shop: Shop) -> int:
    with shop.store.act(shop.cashier, "print") as uow:
        count = queue.recover_spool(uow)
        uow.commit()
    return count


def row(shop: Shop, job: Id) -> Any:
    """The job's row as it is stored."""
    with shop.store.read() as read:
        return read.connection.execute(select(PrintJob.__table__).where(PrintJob.id == job)).one()


def stored(shop: Shop, job: Id) -> Receipt:
    payload = row(shop, job).payload
    assert payload is not None
    return Receipt.from_json(payload)


def offered(shop: Shop) -> tuple[OfferedJob, ...]:
    with shop.store.read() as read:
        return queue.offered_jobs(read, shop.till.till_id)


def status(shop: Shop) -> SpoolStatus:
    with shop.store.read() as read:
        return queue.spool_status(read, shop.till.till_id)
