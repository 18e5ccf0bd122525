"""One user action = one unit of work: all of it is stored, or none of it.

Facts go through `add_facts`, which stamps who, where and when, and chains them into the journal at the commit.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import Connection, Table, bindparam, case, insert, select, update
from sqlalchemy.exc import DBAPIError

from app.models.base import FACT_COLUMNS, Base, Fact
from app.models.database import tell_environment
from app.models.journal import JournalEntry, Outbox
from app.models.organisation import TillState
from app.models.types import UtcDateTime
from app.services.common import journal
from app.services.common.actor import Actor, Grant
from app.services.common.facts import Values, fact_table
from app.services.common.grants import GrantRegister
from app.services.common.prepared import Prepared
from app.services.common.topics import Topic
from app.values.errors import QT_TRANSLATE_NOOP, StoreError
from app.values.failpoints import reach


class CommitUnknown(StoreError):
    """COMMIT itself failed: the action may or may not be on the disk. Reopen and look before deciding."""

    text = QT_TRANSLATE_NOOP("errors", "The disk did not confirm ({kind}). Shuke is checking whether it was stored.")


@dataclass(frozen=True, slots=True)
class JournalPlace:
    """Where an action stands in the chain."""

    epoch: int
    seq: int
    previous_hash: bytes


class Reader:
    """A consistent look at the shop; cannot write."""

    def __init__(self, connection: Connection, now: datetime, business_date: date) -> None:
        self.connection = connection
        self.now = now
        self.business_date = business_date


class UnitOfWork(Reader):
    """A write in progress. Leaving it without `commit()` rolls back.

    Attributes:
        actor: Who acts; asked for, never a global.
        kind: The journal's word for the action, as `sale`.
        grant: Somebody's leave for this one action; one that is not good (any more) counts as none.
        grants: Where leave is outstanding; a commit uses this action's up.
        changed: Topics that screens look at again after the commit.
        before_commit: What is written down last, if anything is written down at all.
    """

    def __init__(
        self,
        connection: Connection,
        actor: Actor,
        now: datetime,
        business_date: date,
        *,
        kind: str,
        grants: GrantRegister,
        grant: Grant | None = None,
    ) -> None:
        super().__init__(connection, now, business_date)
        self.actor = actor
        self.kind = kind
        self.grants = grants
        self.grant = grant if grant is not None and grants.is_good(grant, actor, now) else None
        self.changed: set[Topic] = set()
        self.before_commit: list[Callable[[], None]] = []
        self._facts: list[tuple[Table, list[Values]]] = []
        self._place: JournalPlace | None = None
        self._hash: bytes | None = None
        self._mark: datetime | None = None
        self.committed = False

    @functools.cached_property
    def stamp(self) -> dict[str, object]:
        """The columns that every fact of this action shares."""
        place = self.place
        return {
            "shop_id": self.actor.shop_id,
            "till_id": self.actor.till_id,
            "epoch": place.epoch,
            "shift_id": self.actor.shift_id,
            "staff_id": self.actor.staff_id,
            "at": self.now,
            "business_date": self.business_date,
            "journal_seq": place.seq,
        }

    @functools.cached_property
    def _shared(self) -> tuple[object, ...]:
        return tuple(self.stamp[name] for name in FACT_COLUMNS)

    @property
    def place(self) -> JournalPlace:
        """This action's place in the journal; taken from the till's counter when first asked for."""
        if self._place is None:
            ((epoch, seq, digest),) = _TAKE_PLACE.run(self.connection, {"till": self.actor.till_id, "seen": self.now})
            self._place = JournalPlace(epoch, seq, bytes(digest))
        return self._place

    def add_facts(self, model: type[Fact], rows: Sequence[Mapping[str, object]]) -> None:
        """Store facts of one kind. A row may leave out its `id`, columns that may be null and ones with a default."""
        if not rows:
            return
        table: Table = model.__table__  # type: ignore[attr-defined]
        facts = fact_table(table)
        values = [facts.values_of(row) for row in rows]
        facts.store(self.connection, values, self._shared)
        self._facts.append((table, values))

    def add_fact(self, model: type[Fact], **values: object) -> None:
        """Store one fact."""
        self.add_facts(model, [values])

    def commit(self) -> frozenset[Topic]:
        """Chain the facts, store everything durably, and say which topics changed.

        Raises:
            CommitUnknown: COMMIT itself failed; look before deciding.
            StoreError: the disk is full or the file damaged; nothing was stored.
        """
        for note in self.before_commit:
            note()
        try:
            self._write_journal()
            reach("uow.before_commit")
        except DBAPIError as problem:
            if told := tell_environment(problem):
                raise told from problem
            raise
        if self.grant is not None:
            self.grants.spend(self.grant)  # before COMMIT lets the next writer in; also where COMMIT does not answer
        try:
            self.connection.commit()
        except DBAPIError as problem:
            # What this connection believes need not be what lies on the disk, and it may still hold the write lock.
            self.connection.invalidate()
            told = tell_environment(problem)
            raise CommitUnknown(told.kind if told else "COMMIT") from problem
        self.committed = True
        reach("uow.after_commit")
        return frozenset(self.changed)

    def leave_mark(self) -> None:
        """Let an action without facts, too, be found again should its COMMIT not answer."""
        if self._facts:
            return
        # A clock that stands still must not make two actions look like one.
        later = self.now + timedelta(microseconds=1)
        marked = _MARK.run(self.connection, {"till": self.actor.till_id, "seen": self.now, "later": later})
        self._mark = later if marked and marked[0][0] else self.now

    def is_stored(self, read: Reader) -> bool:
        """Whether this action lies on the disk, judged by its journal entry or its mark; asked on a new connection."""
        if self._hash is None:
            return read.connection.execute(_SEEN, {"till": self.actor.till_id}).scalar_one() == self._mark
        place = self.place
        entry = {"till": self.actor.till_id, "epoch": place.epoch, "seq": place.seq}
        return read.connection.execute(_ENTRY_HASH, entry).scalar_one_or_none() == self._hash

    def _write_journal(self) -> None:
        if not self._facts:
            return
        place = self.place
        shared = {name: value for name, value in self.stamp.items() if name not in ("till_id", "epoch", "journal_seq")}
        head = {
            **journal.entry_head(self.kind, till_id=self.actor.till_id, epoch=place.epoch, seq=place.seq),
            **shared,
        }
        payload = journal.canonical_bytes(head, self._facts)
        digest = self._hash = journal.chain(place.previous_hash, payload)
        key = {"till_id": self.actor.till_id, "epoch": place.epoch}
        _INSERT_ENTRY.run(
            self.connection,
            {
                **key,
                "seq": place.seq,
                "kind": self.kind,
                "at": self.now,
                "previous_hash": place.previous_hash,
                "hash": digest,
                "payload": journal.deflate(payload),
            },
        )
        _MOVE_HEAD.run(self.connection, {"till": self.actor.till_id, "head": digest})
        _INSERT_OUTBOX.run(
            self.connection,
            {**key, "journal_seq": place.seq, "kind": self.kind, "created_at": self.now, "sent_at": None},
        )


_SEEN_AT, _LATER = (bindparam(name, type_=UtcDateTime()) for name in ("seen", "later"))
_THIS_TILL = update(TillState).where(TillState.till_id == bindparam("till"))
_TAKE_PLACE = Prepared(
    _THIS_TILL.values(journal_seq=TillState.journal_seq + 1, last_seen_at=bindparam("seen")).returning(
        TillState.epoch, TillState.journal_seq, TillState.journal_hash
    )
)
_MOVE_HEAD = Prepared(_THIS_TILL.values(journal_hash=bindparam("head")))
_INSERT_ENTRY = Prepared(insert(JournalEntry))
_INSERT_OUTBOX = Prepared(insert(Outbox), columns=("till_id", "epoch", "journal_seq", "kind", "created_at", "sent_at"))
_MARK = Prepared(
    _THIS_TILL.values(
        last_seen_at=case((TillState.last_seen_at == _SEEN_AT, _LATER), else_=_SEEN_AT),
    ).returning(TillState.last_seen_at == _LATER)
)
_SEEN = select(TillState.last_seen_at).where(TillState.till_id == bindparam("till"))
_ENTRY_HASH = select(JournalEntry.hash).where(
    JournalEntry.till_id == bindparam("till"),
    JournalEntry.epoch == bindparam("epoch"),
    JournalEntry.seq == bindparam("seq"),
)


FACT_TABLES: tuple[Table, ...] = tuple(
    mapper.local_table
    for mapper in sorted(Base.registry.mappers, key=lambda mapper: str(mapper.local_table))
    if issubclass(mapper.class_, Fact) and isinstance(mapper.local_table, Table)
)
"""Every table of facts, for `verify`."""
