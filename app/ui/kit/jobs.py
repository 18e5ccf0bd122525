"""The one door for slow work: one worker for the data file, one for devices and the network.

Answers come back on the GUI thread, in the order the work was given to a worker.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from threading import Event
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

T = TypeVar("T")


class Cancelled(Exception):
    """The work was given up because nobody waits for it any more."""


class Report:
    """Given to the work, so that it can tell how far it is and learn that it should stop."""

    def __init__(self, tell: Callable[[int, int], None] | None = None) -> None:
        self._tell = tell
        self._cancelled = Event()

    def __call__(self, done: int, total: int) -> None:
        """Tell progress.

        Raises:
            Cancelled: nobody waits any more.
        """
        if self.cancelled():
            raise Cancelled
        if self._tell is not None:
            self._tell(done, total)

    def cancelled(self) -> bool:
        """Whether the work should end early."""
        return self._cancelled.is_set()

    def cancel(self) -> None:
        """Ask the work to end early."""
        self._cancelled.set()


class Runner(Protocol):
    """What screens ask for: `Jobs`, or a stand-in that runs at once."""

    def run(
        self,
        work: Callable[[Report], T],
        *,
        then: Callable[[T], None],
        failed: Callable[[Exception], None],
        uses_db: bool = True,
    ) -> Job:
        """Do `work` elsewhere and hand its answer to `then`, or its failure to `failed`."""
        ...


class Job(QObject):
    """One piece of work on its way; lives on the GUI thread.

    Signals:
        progressed: How far it is. args: done, total.
        ended: It was delivered, failed or cancelled.
    """

    progressed = Signal(int, int)
    ended = Signal()

    def __init__(self, parent: QObject | None = None, tell: Callable[[Job, int, int], None] | None = None) -> None:
        super().__init__(parent)
        self.report = Report(partial(tell, self) if tell is not None else self.progressed.emit)

    def cancel(self) -> None:
        """Ask the work to stop; neither `then` nor `failed` will be called."""
        self.report.cancel()


class _Answer(Generic[T]):
    """What a worker hands back, with whom to give it to."""

    def __init__(
        self, job: Job, future: Future[T], then: Callable[[T], None], failed: Callable[[Exception], None]
    ) -> None:
        self.job, self.future, self.then, self.failed = job, future, then, failed

    def deliver(self) -> None:
        problem = self.future.exception()
        if self.job.report.cancelled() or isinstance(problem, Cancelled):
            return
        if problem is None:
            self.then(self.future.result())
        elif isinstance(problem, Exception):
            self.failed(problem)
        else:
            raise problem


class Jobs(QObject):
    """Runs work on two workers and brings the answers home."""

    _answered = Signal(object)
    _told = Signal(object, int, int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._db = ThreadPoolExecutor(max_workers=1, thread_name_prefix="db")
        self._io = ThreadPoolExecutor(max_workers=1, thread_name_prefix="io")
        self._running: set[Job] = set()
        self._is_closed = False
        # Queued, so that progress is told on the GUI thread, and only after `run` has handed out the job.
        self._answered.connect(self._on_answered, Qt.ConnectionType.QueuedConnection)
        self._told.connect(self._on_told, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Callable[[Report], T],
        *,
        then: Callable[[T], None],
        failed: Callable[[Exception], None],
        uses_db: bool = True,
    ) -> Job:
        """Do `work` on the worker for the data file, or on the other; the answer comes on the GUI thread."""
        job = Job(self, self._told.emit)
        self._running.add(job)
        future: Future[T] = (self._db if uses_db else self._io).submit(work, job.report)

        def hand_over(done: Future[T]) -> None:
            # Runs on the worker. The job itself stays referenced until `_on_answered`, on the GUI thread.
            if not self._is_closed:
                self._answered.emit(_Answer(job, done, then, failed))

        future.add_done_callback(hand_over)
        return job

    @property
    def running_count(self) -> int:
        """Jobs that were not delivered yet."""
        return len(self._running)

    def close(self) -> None:
        """Cancel what waits, let the running piece end, and deliver nothing more."""
        self._is_closed = True
        for job in self._running:
            job.cancel()
        for pool in (self._db, self._io):
            pool.shutdown(wait=True, cancel_futures=True)
        self._running.clear()

    @Slot(object, int, int)
    def _on_told(self, job: Job, done: int, total: int) -> None:
        if job in self._running and not job.report.cancelled():
            job.progressed.emit(done, total)

    @Slot(object)
    def _on_answered(self, answer: _Answer[Any]) -> None:
        self._running.discard(answer.job)
        if self._is_closed or answer.future.cancelled():
            return
        try:
            answer.deliver()
        finally:
            answer.job.ended.emit()
            answer.job.deleteLater()
