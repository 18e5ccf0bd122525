"""The one thread that talks to the receipt printer.

Claim (commit), render and send outside any transaction, settle (commit). What it may not do is in `queue`:
the worker only carries the outcome there.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass

from app.services.common.topics import Topic
from app.services.common.uow import UnitOfWork
from app.services.devices.profile import PrinterProfile
from app.services.devices.protocols import Printer, PrintProblem, SendOutcome, SendResult
from app.services.receipts.parts import Receipt
from app.services.receipts.queue import DRAWER, ClaimedJob, JobState, claim_next, next_due, settle_job
from app.values.errors import StoreError
from app.values.failpoints import reach

log = logging.getLogger(__name__)

NOTHING_TO_DO_S = 30.0
"""Looked at again after this time even if nobody called."""
STORE_TROUBLE_S = 2.0

OpenUow = Callable[[], AbstractContextManager[UnitOfWork]]


@dataclass(frozen=True, slots=True)
class JobReport:
    """What became of one attempt, for the status strip.

    Attributes:
        changed: Topics of the commit that wrote it down.
    """

    job: ClaimedJob
    state: JobState
    problem: PrintProblem | None
    changed: frozenset[Topic]


def _ignore(_: object) -> None:
    """Nobody listens."""


class PrintWorker:
    """Prints what waits, one job at a time.

    Attributes:
        open_uow: Opens a unit of work of the print worker's own actor.
        told: Called in the worker's thread after every attempt.
        bug: Called in the worker's thread with an exception that is a bug of ours; printing goes on with
            the next job.
    """

    def __init__(
        self,
        open_uow: OpenUow,
        printer: Printer | None,
        *,
        told: Callable[[JobReport], None] = _ignore,
        bug: Callable[[Exception], None] = _ignore,
    ) -> None:
        self.open_uow = open_uow
        self.told = told
        self.bug = bug
        self._printer = printer
        self._unsettled: tuple[ClaimedJob, SendResult] | None = None
        self._called = threading.Event()
        self._stopping = threading.Event()
        self._thread: threading.Thread | None = None

    def use(self, printer: Printer | None) -> None:
        """Print there from the next job on."""
        self._printer = printer
        self.wake()

    def wake(self) -> None:
        """Something was queued; call it after the commit. Any thread."""
        self._called.set()

    def start(self) -> None:
        """Begin to print in a thread of its own. `recover_spool` has run before."""
        # A device that swallows a write for ever must not keep the program from ending.
        self._thread = threading.Thread(target=self._run, name="printing", daemon=True)
        self._thread.start()

    def stop(self, timeout_s: float = 5.0) -> bool:
        """Finish the running job and end; False if it still holds the device after `timeout_s`."""
        self._stopping.set()
        self._called.set()
        if self._thread is None:
            return True
        self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def step(self, *, eager: bool = False) -> float:
        """Do the next thing there is; returns for how many seconds there is nothing more (0: go on).

        Eager tries a paper that pauses after a failure: something was queued, so somebody is at the till.

        Raises:
            StoreError: the data file failed; what was sent is remembered and written down first next time.
        """
        if self._unsettled is not None:
            self._settle()
            return 0.0
        with self.open_uow() as uow:
            job = claim_next(uow, eager=eager)
            if job is None:
                due = next_due(uow, uow.actor.till_id)
                # Pulses that came too late are dropped in any case.
                uow.commit()  # allow no-commit: the worker is the outermost caller
                return NOTHING_TO_DO_S if due is None else max((due - uow.now).total_seconds(), 0.1)
            uow.commit()  # allow no-commit: the worker is the outermost caller
        reach("print.claimed")
        self._unsettled = (job, self._send(job))
        reach("print.sent")
        self._settle()
        return 0.0

    def _settle(self) -> None:
        assert self._unsettled is not None
        job, result = self._unsettled
        with self.open_uow() as uow:
            state = settle_job(uow, job, result)
            changed = uow.commit()  # allow no-commit: the worker is the outermost caller
        self._unsettled = None
        reach("print.settled")
        if result.problem:
            log.info("print job %s %s: %s %s", job.kind, state, result.problem, result.detail)
        self.told(JobReport(job, state, result.problem, changed))

    def _send(self, job: ClaimedJob) -> SendResult:
        printer = self._printer
        if printer is None:
            return SendResult(SendOutcome.NOTHING_SENT, PrintProblem.NO_PRINTER)
        try:
            data = self._render(job, printer.profile)
        except Exception as problem:  # one receipt that cannot be drawn must not stop all the others
            self.bug(problem)
            return SendResult(SendOutcome.NOTHING_SENT, PrintProblem.NOT_DRAWN, repr(problem))
        return printer.send(data)

    def _render(self, job: ClaimedJob, profile: PrinterProfile) -> bytes:
        # Pictures and printer commands are loaded with the first paper, not before the first window.
        from app.services.receipts.escpos import render, render_drawer_pulse

        if job.kind == DRAWER:
            return render_drawer_pulse(profile)
        if job.payload is None:
            raise ValueError("the paper of this job was purged")
        return render(Receipt.from_json(job.payload), profile)

    def _run(self) -> None:
        while not self._stopping.is_set():
            called = self._called.is_set()
            self._called.clear()
            try:
                idle_s = self.step(eager=called)
            except StoreError as problem:
                log.info("print worker waits for the data file: %s", problem)
                idle_s = STORE_TROUBLE_S
            except Exception as problem:
                self.bug(problem)
                idle_s = STORE_TROUBLE_S
            if idle_s:
                self._called.wait(idle_s)
