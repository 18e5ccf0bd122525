"""Jobs that run at once, for tests of presenters."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from app.ui.kit.jobs import Job, Report

T = TypeVar("T")


class RunNow:
    """Does the work on the caller's thread before `run` returns.

    Attributes:
        count: Pieces of work done.
    """

    def __init__(self) -> None:
        self.count = 0

    def run(
        self,
        work: Callable[[Report], T],
        *,
        then: Callable[[T], None],
        failed: Callable[[Exception], None],
        uses_db: bool = True,
    ) -> Job:
        """Work, and hand over the answer or the failure."""
        del uses_db
        self.count += 1
        job = Job()
        try:
            answer = work(job.report)
        except Exception as problem:
            failed(problem)
        else:
            then(answer)
        return job
