"""Where units of work come from: the open data file, the clock and the shop's day."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from app.models.database import Database, environment_told
from app.models.store_errors import store_error
from app.services.common import audit
from app.services.common.actor import Actor, Grant
from app.services.common.grants import GrantRegister
from app.services.common.topics import Topic
from app.services.common.uow import CommitUnknown, Reader, UnitOfWork
from app.values.clock import Clock, business_date
from app.values.errors import StoreError

CLOCK_TOLERANCE = timedelta(minutes=2)
"""Time services correct by seconds; more is a person, a dead battery or a wrong zone."""


@dataclass(frozen=True, slots=True)
class DayRule:
    """When the shop's day ends, and in which zone."""

    zone: ZoneInfo
    end_hour: int


class Store:
    """The till's data file, opened.

    Attributes:
        day: The rule by which a fact gets its business date; replaced when the settings change.
        committed: Hears the topics of every whole action after its commit, in the thread that acted.
        grants: Leave that was given at this till and not yet used.
        seen_at: The latest time an action had; one that is clearly earlier is written down as a step of the clock.
    """

    def __init__(self, database: Database, clock: Clock, day: DayRule) -> None:
        self.database = database
        self.clock = clock
        self.day = day
        self.committed: Callable[[frozenset[Topic]], None] = lambda topics: None
        self.grants = GrantRegister()
        self.seen_at: datetime | None = None

    @contextlib.contextmanager
    def action(self, actor: Actor, kind: str, *, grant: Grant | None = None) -> Iterator[UnitOfWork]:
        """One whole user action: committed when the block ends, rolled back when it raises.

        Where COMMIT itself fails, the file is opened again and looked into before anything is said.

        Raises:
            StoreError: nothing was stored.
            CommitUnknown: COMMIT failed, and so did looking; only a restart can tell.
        """
        unknown: CommitUnknown | None = None
        with self.act(actor, kind, grant=grant) as uow:
            yield uow
            uow.leave_mark()
            try:
                uow.commit()
            except CommitUnknown as problem:
                unknown = problem
        if unknown is not None:
            self._look_again(uow, unknown)
        self.committed(frozenset(uow.changed))

    def _look_again(self, uow: UnitOfWork, unknown: CommitUnknown) -> None:
        """Return if the action is on the disk after all, as new connections see it."""
        self.database.reopen()
        try:
            with self.read() as read:
                is_stored = uow.is_stored(read)
        except StoreError as problem:
            raise unknown from problem
        if not is_stored:
            raise store_error(unknown.kind) from unknown

    @contextlib.contextmanager
    def act(self, actor: Actor, kind: str, *, grant: Grant | None = None) -> Iterator[UnitOfWork]:
        """One user action whose caller commits once, at its own moment; leaving without rolls back.

        Raises:
            StoreError: the file is locked, full or damaged; nothing was stored.
        """
        now = self.clock.now()
        day = business_date(now, self.day.zone, self.day.end_hour)
        with environment_told():
            connection = self.database.writer.connect()
        try:
            with environment_told():
                connection.begin()
                uow = UnitOfWork(connection, actor, now, day, kind=kind, grants=self.grants, grant=grant)
                self._note_clock(uow)
                yield uow
        finally:
            _let_go(connection)

    def _note_clock(self, uow: UnitOfWork) -> None:
        """A clock that was set back is a fact: from here on times and order may disagree, the journal does not."""
        before = self.seen_at
        if before is None or uow.now >= before - CLOCK_TOLERANCE:
            self.seen_at = uow.now
            return

        def note() -> None:
            audit.record(uow, "clock_stepped_back", detail={"from": before.isoformat(timespec="seconds")})
            self.seen_at = uow.now

        uow.before_commit.append(note)

    @contextlib.contextmanager
    def read(self) -> Iterator[Reader]:
        """A snapshot to read from."""
        now = self.clock.now()
        with environment_told(), self.database.reader.connect() as connection, connection.begin():
            yield Reader(connection, now, business_date(now, self.day.zone, self.day.end_hour))


def _let_go(connection: Connection) -> None:
    """Roll back what is open and give the connection back; a connection that cannot do that is thrown away."""
    try:
        connection.close()
    except DBAPIError:
        connection.invalidate()
        connection.close()
