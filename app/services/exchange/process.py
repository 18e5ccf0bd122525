"""Importing in a process of its own, so that the till's window has the interpreter to itself.

Reading a file of 20,000 rows and making search terms is seconds of pure Python; on a thread it would take the
interpreter from the sale screen in slices. Only small values cross: a look, counts, the first findings, progress.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import traceback
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from app.services.common.actor import Actor
from app.services.common.store import DayRule, Store
from app.services.exchange.desk import FileLook, LocalImports, PlanSummary
from app.services.exchange.fields import ImportKind
from app.services.exchange.mapping import ColumnMapping
from app.services.exchange.pieces import TOPICS
from app.services.exchange.planned import Report, no_report
from app.services.exchange.take_back import recover_imports
from app.values.errors import QT_TRANSLATE_NOOP, ShukeError, UserError
from app.values.ids import Id

PROGRESS, ANSWER, PROBLEM, STOPPED, BUG = "progress", "answer", "problem", "stopped", "bug"
STOP = "stop"
GOES_WITHIN_S = 5


class WorkerGone(UserError):
    """The process that imported is not there any more."""

    text = QT_TRANSLATE_NOOP(
        "errors", "The import was interrupted from outside. What it had written is taken back; please start it again."
    )


class _Stopped(Exception):
    """Told by the other side that nobody waits any more."""


@dataclass(frozen=True, slots=True)
class _Place:
    """What the process needs to open the shop's file for itself."""

    file: Path
    day: DayRule
    actor: Actor


class ProcessImports:
    """Hands every step to a process that is started with the first; one step at a time."""

    def __init__(self, store: Store, actor: Actor) -> None:
        self._store, self._actor = store, actor
        self._process: Any = None
        self._pipe: Connection | None = None

    def look(self, path: Path, kind: ImportKind | None = None) -> FileLook:
        """Read a file."""
        found: FileLook = self._ask("look", (path, kind), None)
        return found

    def plan(self, mapping: ColumnMapping, report: Report = no_report) -> PlanSummary:
        """Plan the file that was looked at."""
        found: PlanSummary = self._ask("plan", (mapping,), report)
        return found

    def run(self, report: Report = no_report) -> PlanSummary:
        """Do what was planned."""
        found: PlanSummary = self._ask("run", (), report)
        self._store.committed(TOPICS[found.result.kind])
        return found

    def save_failed(self, path: Path) -> int:
        """Write the rows that failed."""
        return int(self._ask("save_failed", (path,), None))

    def undo(self, run_id: Id, report: Report = no_report) -> None:
        """Take an import back."""
        self._ask("undo", (run_id,), report)
        self._store.committed(frozenset().union(*TOPICS.values()))

    def close(self) -> None:
        """End the process; one that is at work takes back what it has written first."""
        if self._pipe is not None:
            self._pipe.close()
        if self._process is not None:
            self._process.join(GOES_WITHIN_S)
        self._pipe = self._process = None

    def _ask(self, step: str, given: tuple[object, ...], report: Report | None) -> Any:
        pipe = self._connected()
        try:
            pipe.send((step, given, report is not None))
            word, said, given_up = _answer(pipe, report)
        except (EOFError, OSError):
            self.close()
            recover_imports(self._store, self._actor)
            raise WorkerGone() from None
        if given_up is not None:
            # What came to its end before the word arrived stays; the list of imports shows it.
            raise given_up
        if word == PROBLEM:
            raise _problem(*said)
        if word != ANSWER:
            raise RuntimeError(f"the import process failed: {said}")
        return said[0]

    def _connected(self) -> Connection:
        if self._pipe is None:
            # A fresh interpreter: a copy of this one would share its open file and its window.
            context = multiprocessing.get_context("spawn")
            self._pipe, theirs = context.Pipe()
            place = _Place(self._store.database.path, self._store.day, self._actor)
            self._process = context.Process(target=_serve, args=(theirs, place), name="import", daemon=True)
            self._process.start()
            theirs.close()
        return self._pipe


def _answer(pipe: Connection, report: Report | None) -> tuple[str, list[Any], BaseException | None]:
    """The last word of a step with what was said, and why `report` gave up if it did."""
    given_up: BaseException | None = None
    while True:
        word, *said = pipe.recv()
        if word != PROGRESS:
            return word, said, given_up
        given_up = given_up or _told(pipe, report, said)


def _told(pipe: Connection, report: Report | None, said: list[int]) -> BaseException | None:
    """Tell progress; whoever raises has given up, and the other side is told to stop."""
    try:
        if report is not None:
            report(said[0], said[1])
    except BaseException as problem:
        pipe.send(STOP)
        return problem
    return None


def _problem(kind: type[ShukeError], state: dict[str, object], words: tuple[object, ...]) -> ShukeError:
    """A failure as it was raised over there, whatever its constructor wants."""
    problem = kind.__new__(kind)
    problem.args = words
    problem.__dict__.update(state)
    return problem


def _serve(pipe: Connection, place: _Place) -> None:
    """Answer steps until the other side is gone."""
    from app.models.database import Database
    from app.values.clock import SystemClock

    database = Database(place.file)
    imports = LocalImports(Store(database, SystemClock(), place.day), place.actor)
    try:
        with contextlib.suppress(EOFError, OSError, KeyboardInterrupt):
            while True:
                message = pipe.recv()
                if message != STOP:  # that word may come when the step has ended already
                    step, given, has_progress = message
                    pipe.send(_done(imports, pipe, step, given, has_progress=has_progress))
    finally:
        database.reopen()


def _done(
    imports: LocalImports, pipe: Connection, step: str, given: tuple[object, ...], *, has_progress: bool
) -> tuple[object, ...]:
    def report(done: int, total: int) -> None:
        try:
            pipe.send((PROGRESS, done, total))
            if pipe.poll() and pipe.recv() == STOP:
                raise _Stopped
        except (EOFError, OSError):
            raise _Stopped from None

    try:
        work = getattr(imports, step)
        return ANSWER, work(*given, report) if has_progress else work(*given)
    except _Stopped:
        return (STOPPED,)
    except ShukeError as problem:
        return PROBLEM, type(problem), dict(problem.__dict__), problem.args
    except Exception:
        return BUG, traceback.format_exc()
