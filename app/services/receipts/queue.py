"""The spool: paper waits in a table, written in its sale's transaction; a jam neither loses nor doubles one.

queued > sending > sent > confirmed. Trouble before the first byte: queued again, later. Trouble behind it:
`unknown`, and only a person who looks at the paper may say what it was; nothing is sent twice by itself. A
pulse for the drawer is a job of its own, goes first, and is never tried again: a drawer must not open by
itself later.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import Row, bindparam, case, func, insert, select, update

from app.models.printing import PrintJob
from app.services.common.actor import Permission
from app.services.common.permissions import require
from app.services.common.prepared import Prepared
from app.services.common.topics import Topic
from app.services.common.uow import Reader, UnitOfWork
from app.services.devices.protocols import PrintProblem, SendOutcome, SendResult
from app.services.receipts.compose import mark_copy
from app.services.receipts.parts import Receipt, ReceiptKind
from app.values.errors import QT_TRANSLATE_NOOP, UserError
from app.values.ids import Id, new_id

DRAWER = "drawer"
"""The one kind of job that is no paper."""
DRAWER_PATIENCE = timedelta(seconds=15)
MOST_ATTEMPTS = 30
LONGEST_PAUSE = timedelta(seconds=60)
KEPT_FOR = timedelta(days=30)
_MOST_OFFERED = 200


class JobState(StrEnum):
    """Where a job stands; `failed`: nothing was sent, or a person said that nothing came out."""

    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    CONFIRMED = "confirmed"
    UNKNOWN = "unknown"
    FAILED = "failed"


class PaperGone(UserError):
    """The stored paper was purged."""

    text = QT_TRANSLATE_NOOP("errors", "This paper is no longer kept. Print it again from the sale.")


class JobAnswered(UserError):
    """Somebody was quicker, or the job is not in doubt."""

    text = QT_TRANSLATE_NOOP("errors", "This print job is already settled.")


@dataclass(frozen=True, slots=True)
class ClaimedJob:
    """A job that the worker has taken and must settle."""

    id: Id
    kind: str
    payload: str | None
    attempts: int


@dataclass(frozen=True, slots=True)
class OfferedJob:
    """A paper that may not have come out: the cashier is asked.

    Attributes:
        number: Of the receipt or shift, as it stands on the paper; empty when it is no longer kept.
        problem: What is known of the trouble.
    """

    id: Id
    kind: str
    sale_id: Id | None
    number: str
    printed_at: str
    copy_no: int
    state: JobState
    problem: PrintProblem | None


@dataclass(frozen=True, slots=True)
class SpoolStatus:
    """What the status strip shows."""

    queued: int
    unknown: int
    failed: int
    problem: PrintProblem | None

    @property
    def is_calm(self) -> bool:
        """Nothing waits and nothing is in doubt."""
        return not (self.queued or self.unknown or self.failed)


def enqueue_receipt(uow: UnitOfWork, sale_id: Id | None, receipt: Receipt) -> Id:
    """Store a paper to be printed; the job keeps the composed receipt, not bytes for one printer."""
    kind, copy_no, payload = receipt.kind.value, receipt.meta.copy_no, receipt.to_json()
    return _add_job(uow, kind, sale_id=sale_id, copy_no=copy_no, payload=payload)


def enqueue_paper(uow: UnitOfWork, receipt: Receipt) -> Id:
    """Store a paper that belongs to no sale: a report, a slip, the test page."""
    return enqueue_receipt(uow, None, receipt)


def enqueue_drawer(uow: UnitOfWork) -> Id:
    """Store a pulse for the drawer; asked for before the receipt, and sent before every paper."""
    return _add_job(uow, DRAWER)


def print_again(uow: UnitOfWork, sale_id: Id, receipt: Receipt) -> Id:
    """What F10 does: a new job marked COPY n; or, where nothing was ever sent, the original after all.

    Raises:
        GrantNeeded: the role may not reprint.
    """
    require(uow, Permission.REPRINT)
    jobs = uow.connection.execute(_JOBS_OF_SALE, {"sale": sale_id}).all()
    for job in jobs:
        if job.state in (JobState.QUEUED, JobState.FAILED) and not job.last_error.startswith(_ANSWERED):
            _requeue(uow, job.id, payload=mark_copy(receipt, job.copy_no).to_json())
            return Id(job.id)
    if not jobs:
        return enqueue_receipt(uow, sale_id, receipt)
    copy_no = max(job.copy_no for job in jobs) + 1
    return enqueue_receipt(uow, sale_id, mark_copy(receipt, copy_no))


def answer_unknown(uow: UnitOfWork, job_id: Id, *, printed: bool) -> Id | None:
    """The cashier looked at the paper: yes closes the question, no prints; the id of the job that prints.

    A job in doubt is printed by a new one marked COPY; a job of which nothing was sent is still the original.

    Raises:
        JobAnswered: there is no question (any more).
        PaperGone: it must be printed again but is no longer kept.
    """
    job = uow.connection.execute(_JOB, {"job": job_id}).one_or_none()
    if job is None or not _is_open_question(job):
        raise JobAnswered()
    if printed:
        _close_question(uow, job)
        return None
    if job.payload is None:
        raise PaperGone()
    if job.state == JobState.FAILED:
        _requeue(uow, job_id)
        return job_id
    copy = mark_copy(Receipt.from_json(job.payload), _next_copy_no(uow, job))
    _set(uow, job_id, state=JobState.FAILED.value, last_error=_ANSWERED + job.last_error)
    return enqueue_receipt(uow, job.sale_id, copy)


def _is_open_question(job: Row[Any]) -> bool:
    if job.kind == DRAWER or job.last_error.startswith(_ANSWERED):
        return False
    return job.state in (JobState.UNKNOWN, JobState.FAILED)


def _close_question(uow: UnitOfWork, job: Row[Any]) -> None:
    """It lies on the counter; or nothing was sent and nobody wants it."""
    if job.state == JobState.UNKNOWN:
        _set(uow, job.id, state=JobState.CONFIRMED.value, confirmed_at=uow.now)
    else:
        _set(uow, job.id, last_error=_ANSWERED + job.last_error)


def claim_next(uow: UnitOfWork, *, eager: bool = False) -> ClaimedJob | None:
    """Take the next job and mark it `sending`; papers keep their order, pulses go before them.

    Eager does not wait for the pause after a failure to end: something new came, and perhaps somebody has just
    switched the printer on.
    Commit before the first byte is sent: a job found `sending` at the next start is in doubt.
    """
    _drop_late_pulses(uow)
    row = uow.connection.execute(_NEXT, {"till": uow.actor.till_id}).one_or_none()
    if row is None:
        return None
    if row.next_attempt_at is not None and row.next_attempt_at > uow.now and not eager:
        return None
    _set(uow, row.id, state=JobState.SENDING.value, attempts=row.attempts + 1)
    return ClaimedJob(Id(row.id), row.kind, row.payload, row.attempts + 1)


def settle_job(uow: UnitOfWork, job: ClaimedJob, result: SendResult) -> JobState:
    """Write down what became of a claimed job, and what follows from it."""
    state = _state_after(job, result)
    values: dict[str, Any] = {
        "state": state.value,
        "last_error": result.problem.value if result.problem else "",
    }
    if state in (JobState.SENT, JobState.CONFIRMED):
        values["sent_at"] = uow.now
    if state is JobState.CONFIRMED:
        values["confirmed_at"] = uow.now
    if state is JobState.QUEUED:
        values["next_attempt_at"] = uow.now + pause_after(job.attempts)
    _set(uow, job.id, **values)
    return state


def _state_after(job: ClaimedJob, result: SendResult) -> JobState:
    if result.outcome is SendOutcome.CONFIRMED:
        return JobState.CONFIRMED
    if result.outcome is SendOutcome.SENT:
        return JobState.SENT
    if job.kind == DRAWER:
        return JobState.FAILED
    if result.outcome is SendOutcome.UNKNOWN:
        return JobState.UNKNOWN
    hopeless = result.problem in (PrintProblem.NOT_DRAWN, PrintProblem.NO_PRINTER)
    return JobState.FAILED if hopeless or job.attempts >= MOST_ATTEMPTS else JobState.QUEUED


def pause_after(attempts: int) -> timedelta:
    """2, 4, 8 ... seconds, at most a minute."""
    return min(timedelta(seconds=2 ** min(attempts, 10)), LONGEST_PAUSE)


def recover_spool(uow: UnitOfWork) -> int:
    """At start, before the worker: every job found `sending` is in doubt. Returns how many papers are."""
    mine = (PrintJob.till_id == uow.actor.till_id, PrintJob.state == JobState.SENDING.value)
    stopped = {"last_error": PrintProblem.STOPPED.value}
    uow.connection.execute(
        update(PrintJob).where(*mine, PrintJob.kind == DRAWER).values(state=JobState.FAILED.value, **stopped)
    )
    found = uow.connection.execute(update(PrintJob).where(*mine).values(state=JobState.UNKNOWN.value, **stopped))
    _drop_late_pulses(uow)
    uow.changed.add(Topic.PRINTING)
    return int(found.rowcount)


def purge_payloads(uow: UnitOfWork) -> int:
    """Forget what stood on papers older than 30 days: names and masked numbers are not kept for ever."""
    old = update(PrintJob).where(
        PrintJob.created_at < uow.now - KEPT_FOR,
        PrintJob.payload.is_not(None),
        PrintJob.state.not_in((JobState.QUEUED.value, JobState.SENDING.value)),
    )
    return int(uow.connection.execute(old.values(payload=None)).rowcount)


def offered_jobs(read: Reader, till_id: Id) -> tuple[OfferedJob, ...]:
    """Papers in doubt, and papers of today that could not be sent; oldest first."""
    rows = read.connection.execute(
        select(PrintJob.__table__)
        .where(PrintJob.till_id == till_id, PrintJob.kind != DRAWER, _is_offered(read))
        .order_by(PrintJob.created_at, PrintJob.id)
        .limit(_MOST_OFFERED)
    ).all()
    return tuple(_offered(row) for row in rows)


def spool_status(read: Reader, till_id: Id) -> SpoolStatus:
    """How many papers wait, are in doubt or failed today, and the latest trouble of those."""
    counts = dict.fromkeys(JobState, 0)
    rows = read.connection.execute(
        select(PrintJob.state, func.count().label("papers"), func.max(PrintJob.last_error).label("problem"))
        .where(
            PrintJob.till_id == till_id,
            PrintJob.kind != DRAWER,
            _is_offered(read) | PrintJob.state.in_((JobState.QUEUED.value, JobState.SENDING.value)),
        )
        .group_by(PrintJob.state)
    ).all()
    for row in rows:
        counts[JobState(row.state)] = row.papers
    problem = next((found for row in rows if (found := _problem_of(row.problem)) is not None), None)
    waiting = counts[JobState.QUEUED] + counts[JobState.SENDING]
    return SpoolStatus(waiting, counts[JobState.UNKNOWN], counts[JobState.FAILED], problem)


def next_due(read: Reader, till_id: Id) -> datetime | None:
    """When the first waiting job may be tried; None when nothing waits."""
    row = read.connection.execute(_NEXT, {"till": till_id}).one_or_none()
    return None if row is None else row.next_attempt_at or read.now


_ANSWERED = "answered:"
_TABLE = PrintJob.__table__
_INSERT = Prepared(insert(PrintJob))
_JOB = select(_TABLE).where(PrintJob.id == bindparam("job"))
_JOBS_OF_SALE = select(PrintJob.id, PrintJob.state, PrintJob.copy_no, PrintJob.last_error).where(
    PrintJob.sale_id == bindparam("sale"), PrintJob.kind == ReceiptKind.RECEIPT.value
)
_WAITING = (PrintJob.till_id == bindparam("till"), PrintJob.state == JobState.QUEUED.value)
_NEXT = (
    select(PrintJob.id, PrintJob.kind, PrintJob.payload, PrintJob.attempts, PrintJob.next_attempt_at)
    .where(*_WAITING)
    .order_by(case((PrintJob.kind == DRAWER, 0), else_=1), PrintJob.created_at, PrintJob.id)
    .limit(1)
)
_LATE_PULSES = (
    update(PrintJob)
    .where(*_WAITING, PrintJob.kind == DRAWER, PrintJob.created_at < bindparam("before"))
    .values(state=JobState.FAILED.value, last_error=PrintProblem.TOO_LATE.value)
)


def _add_job(
    uow: UnitOfWork, kind: str, *, sale_id: Id | None = None, copy_no: int = 0, payload: str | None = None
) -> Id:
    job_id = new_id()
    _INSERT.run(
        uow.connection,
        {
            "id": job_id,
            "till_id": uow.actor.till_id,
            "kind": kind,
            "sale_id": sale_id,
            "copy_no": copy_no,
            "payload": payload,
            "state": JobState.QUEUED.value,
            "attempts": 0,
            "last_error": "",
            "created_at": uow.now,
            "next_attempt_at": None,
            "sent_at": None,
            "confirmed_at": None,
            "business_date": uow.business_date,
        },
    )
    uow.changed.add(Topic.PRINTING)
    return job_id


def _set(uow: UnitOfWork, job_id: bytes, **values: Any) -> None:
    uow.connection.execute(update(PrintJob).where(PrintJob.id == job_id).values(**values))
    uow.changed.add(Topic.PRINTING)


def _requeue(uow: UnitOfWork, job_id: bytes, **values: Any) -> None:
    _set(uow, job_id, state=JobState.QUEUED.value, attempts=0, next_attempt_at=None, **values)


def _drop_late_pulses(uow: UnitOfWork) -> None:
    uow.connection.execute(_LATE_PULSES, {"till": uow.actor.till_id, "before": uow.now - DRAWER_PATIENCE})


def _next_copy_no(uow: UnitOfWork, job: Row[Any]) -> int:
    if job.sale_id is None:
        return int(job.copy_no) + 1
    jobs = uow.connection.execute(_JOBS_OF_SALE, {"sale": job.sale_id}).all()
    return max(int(known.copy_no) for known in jobs) + 1


def _is_offered(read: Reader) -> Any:
    failed_today = (
        (PrintJob.state == JobState.FAILED.value)
        & (PrintJob.business_date == read.business_date)
        & PrintJob.last_error.not_like(f"{_ANSWERED}%")
    )
    return (PrintJob.state == JobState.UNKNOWN.value) | failed_today


def _offered(row: Row[Any]) -> OfferedJob:
    meta = Receipt.from_json(row.payload).meta if row.payload else None
    return OfferedJob(
        id=Id(row.id),
        kind=row.kind,
        sale_id=row.sale_id,
        number=meta.number if meta else "",
        printed_at=meta.printed_at if meta else "",
        copy_no=row.copy_no,
        state=JobState(row.state),
        problem=_problem_of(row.last_error),
    )


def _problem_of(text: str) -> PrintProblem | None:
    return PrintProblem(text) if text in _PROBLEMS else None


_PROBLEMS: Sequence[str] = tuple(problem.value for problem in PrintProblem)
