"""The imports there were: who, when, which file, what came of it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, func, select

from app.models.exchange import ImportRun
from app.models.organisation import Staff
from app.services.common.paging import PAGE_ROWS, Cursor, RowsPage, page_of, paged
from app.services.common.uow import Reader
from app.services.exchange.fields import ImportKind
from app.services.exchange.mapping import program_name
from app.services.exchange.take_back import RunState, RunUnknown
from app.values.ids import Id


@dataclass(frozen=True, slots=True)
class RunRow:
    """One import.

    Attributes:
        program: Whose export it was; empty for a file of one's own.
        staff_name: Who imported it; empty for the command line.
    """

    run_id: Id
    kind: ImportKind
    program: str
    file_name: str
    at: datetime
    staff_name: str
    state: RunState
    added: int
    changed: int
    unchanged: int
    failed: int

    @property
    def can_be_undone(self) -> bool:
        """Whether it is whole; what refers to it is looked at when somebody asks."""
        return self.state is RunState.DONE


def list_runs(read: Reader, *, after: Cursor | None = None, limit: int = PAGE_ROWS) -> RowsPage[RunRow]:
    """Imports, the newest first."""
    statement = paged(_LISTED, (ImportRun.at.expression, ImportRun.id.expression), after, limit, descending=True)
    found = read.connection.execute(statement).all()
    total = None
    if after is None:
        total = int(read.connection.execute(select(func.count()).select_from(ImportRun)).scalar_one())
    return page_of(found, limit, [_run(row) for row in found], [(row.at, row.id) for row in found], total)


def find_run(read: Reader, ending: str) -> RunRow:
    """The one import whose id ends so (hexadecimal); at least six digits, as the list shows them.

    Raises:
        RunUnknown: none does, or several.
    """
    wanted = ending.strip().casefold()
    found = [row for row in read.connection.execute(_LISTED) if len(wanted) >= 6 and row.id.hex().endswith(wanted)]
    if len(found) != 1:
        raise RunUnknown()
    return _run(found[0])


def _run(row: Row[Any]) -> RunRow:
    counts = json.loads(row.counts)
    return RunRow(
        run_id=row.id,
        kind=ImportKind(row.kind),
        program=program_name(row.dialect),
        file_name=row.file_name,
        at=row.at,
        staff_name=row.staff_name or "",
        state=RunState(row.state),
        **{name: int(counts.get(name, 0)) for name in ("added", "changed", "unchanged", "failed")},
    )


_LISTED = select(ImportRun.__table__, Staff.name.label("staff_name")).outerjoin(Staff, Staff.id == ImportRun.staff_id)
