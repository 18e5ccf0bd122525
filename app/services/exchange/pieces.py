"""Writing much without holding the file: short transactions with a rest between, so that a scan gets in at once.

See `docs/decisions/0011-imports-in-pieces.md`.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from sqlalchemy import insert

from app.models.exchange import ImportChange
from app.services.common.actor import Actor
from app.services.common.store import Store
from app.services.common.topics import Topic
from app.services.common.uow import UnitOfWork
from app.services.exchange.planned import Report
from app.values.clock import monotonic
from app.values.ids import Id, new_id

Item = TypeVar("Item")

ADDED, CHANGED, UNDONE = "added", "changed", "undone"
"""Actions of `import_change` rows."""


@dataclass(slots=True)
class Pace:
    """How much is written at a time.

    Attributes:
        held_s: Writing is meant to hold the lock for so long, before the flush; pieces shrink and grow towards it.
        rest_s: Nobody writes for so long after each piece; whoever waits for the lock looks again within this time.
        rows: Of the next piece.
    """

    held_s: float = 0.005
    rest_s: float = 0.02
    least_rows: int = 5
    most_rows: int = 50
    rows: int = 10
    _never: threading.Event = field(default_factory=threading.Event)

    def note(self, rows: int, took_s: float) -> None:
        """Learn from a piece of so many rows; growing is slower than shrinking."""
        fitting = int(rows * self.held_s / max(took_s, 0.000_1))
        self.rows = max(self.least_rows, min(fitting, self.rows * 2, self.most_rows))

    def rest(self) -> None:
        """Let others write."""
        self._never.wait(self.rest_s)


@dataclass(frozen=True, slots=True)
class Change:
    """What a piece made or changed, as it is kept for taking it back."""

    table_name: str
    row_id: Id
    action: str = ADDED
    before: Mapping[str, object] | None = None


@dataclass(slots=True)
class Pieces:
    """Writes items in pieces; `report` is told between them, with nothing locked, and may raise to end the work."""

    store: Store
    actor: Actor
    kind: str
    pace: Pace
    report: Report
    total: int
    done: int = 0

    def write(self, items: Sequence[Item], write: Callable[[UnitOfWork, Sequence[Item]], None]) -> None:
        """All of them. What screens look at again is told once, at the end, by the caller."""
        at = 0
        while at < len(items):
            self.report(self.done, self.total)
            piece = items[at : at + self.pace.rows]
            with self.store.action(self.actor, self.kind) as uow:
                began = monotonic()  # the wait for the lock is not ours
                write(uow, piece)
                took_s = monotonic() - began  # nor is the flush, which is the same for few rows as for many
                uow.changed.clear()
            self.pace.note(len(piece), took_s)
            at += len(piece)
            self.done += len(piece)
            self.pace.rest()


def keep_changes(uow: UnitOfWork, run_id: Id, first: int, changes: Sequence[Change]) -> int:
    """Note what was made or changed, in its order, and return the next place."""
    rows = [
        {
            "id": new_id(),
            "run_id": run_id,
            "place": first + at,
            "table_name": change.table_name,
            "row_id": change.row_id,
            "action": change.action,
            "before": json.dumps(change.before, ensure_ascii=False) if change.before is not None else None,
        }
        for at, change in enumerate(changes)
    ]
    if rows:
        uow.connection.execute(insert(ImportChange), rows)
    return first + len(rows)


TOPICS: Mapping[str, frozenset[Topic]] = {
    "products": frozenset({Topic.CATALOGUE}),
    "members": frozenset({Topic.MEMBERS, Topic.POINTS}),
    "suppliers": frozenset({Topic.CATALOGUE}),
}
"""What screens look at again after an import of a kind."""
