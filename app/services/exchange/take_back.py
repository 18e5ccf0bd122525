"""Taking a whole import back: records closed, changed values restored, ledgers moved the other way; nothing deleted.

In short pieces, the newest change first. Each piece marks what it took back, so that a crash loses nothing and
`recover_imports` goes on where it ended.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from typing import Any

from sqlalchemy import Row, func, select, update

from app.models.exchange import ImportChange, ImportRun
from app.services.common import audit
from app.services.common.actor import Actor, Permission
from app.services.common.permissions import require
from app.services.common.store import Store
from app.services.common.uow import UnitOfWork
from app.services.exchange import unfinished
from app.services.exchange.fields import ImportKind
from app.services.exchange.pieces import TOPICS, UNDONE, Pace
from app.services.exchange.planned import Report, no_report
from app.services.exchange.references import require_unreferred
from app.services.exchange.undo_members import undo_members
from app.services.exchange.undo_products import undo_named, undo_products
from app.services.exchange.undo_suppliers import undo_companies
from app.values.clock import monotonic
from app.values.errors import QT_TRANSLATE_NOOP, UserError
from app.values.failpoints import reach
from app.values.ids import Id


class RunState(StrEnum):
    """Where an import is; `running` and `undoing` are on their way to the other two."""

    RUNNING = unfinished.RUNNING
    DONE = "done"
    UNDOING = unfinished.UNDOING
    CANCELLED = "cancelled"
    UNDONE = "undone"


class RunUnknown(UserError):
    """There is no such import."""

    text = QT_TRANSLATE_NOOP("errors", "There is no such import. Look at the list of imports for the ones there are.")


class NotUndoable(UserError):
    """It was taken back before, or did not come to its end."""

    text = QT_TRANSLATE_NOOP("errors", "The import of “{file}” was taken back before. Nothing was changed.")


class StillRunning(UserError):
    """Somebody imports right now."""

    text = QT_TRANSLATE_NOOP("errors", "The import of “{file}” is still running. Stop it, or wait for its end.")


Undo = Callable[[UnitOfWork, Id, Sequence[Row[Any]]], None]
_UNDO: Mapping[str, Undo] = {
    "product": undo_products,
    "category": undo_named,
    "family": undo_named,
    "company": undo_companies,
    "member": undo_members,
}


def undo_import(
    store: Store, actor: Actor, run_id: Id, *, report: Report = no_report, pace: Pace | None = None
) -> None:
    """Take a whole import back.

    What happens at the till while it goes on does not stop it: it refers to records that are being closed, as any
    sale of an article does that is closed an hour later.

    Raises:
        GrantNeeded: the actor may not import.
        RunUnknown, NotUndoable, StillRunning: there is nothing to take back.
        StillReferredTo: later facts refer to its records; nothing was changed.
    """
    with store.read() as read:
        row = read.connection.execute(select(ImportRun.__table__).where(ImportRun.id == run_id)).one_or_none()
        if row is None:
            raise RunUnknown()
        if row.state == RunState.RUNNING:
            raise StillRunning(file=row.file_name)
        if row.state not in (RunState.DONE, RunState.UNDOING):
            raise NotUndoable(file=row.file_name)
        if row.state == RunState.DONE:
            require_unreferred(read, run_id, ImportKind(row.kind), row.file_name)
    with store.action(actor, "import undone") as uow:
        require(uow, Permission.IMPORT)
        uow.connection.execute(update(ImportRun).where(ImportRun.id == run_id).values(state=RunState.UNDOING.value))
    take_back(store, actor, run_id, RunState.UNDONE, report=report, pace=pace)


def take_back(
    store: Store,
    actor: Actor,
    run_id: Id,
    into: RunState,
    *,
    report: Report = no_report,
    pace: Pace | None = None,
) -> None:
    """Take back what an import has written and was not taken back yet, and leave the run in that state.

    Raises:
        GrantNeeded: the actor may not import.
        StoreError: it goes on at the next start.
    """
    pace = pace or Pace()
    with store.read() as read:
        left = select(func.count()).where(ImportChange.run_id == run_id, ImportChange.action != UNDONE)
        total = int(read.connection.execute(left).scalar_one())
    done = 0
    report(done, total)
    while taken := _take_back_piece(store, actor, run_id, pace):
        done += taken
        report(min(done, total), total)
        pace.rest()
    with store.action(actor, "import undone") as uow:
        kind: str = uow.connection.execute(
            update(ImportRun)
            .where(ImportRun.id == run_id)
            .values(state=into.value, undone_at=uow.now, undone_by=uow.actor.staff_id)
            .returning(ImportRun.kind)
        ).scalar_one()
        audit.record(uow, "import_taken_back", subject=("import_run", run_id), detail={"kind": kind, "records": done})
        uow.changed |= TOPICS[kind]


def _take_back_piece(store: Store, actor: Actor, run_id: Id, pace: Pace) -> int:
    """Take back the newest few changes that are left; how many there were."""
    with store.action(actor, "import undone") as uow:
        started = monotonic()
        require(uow, Permission.IMPORT)
        rows = uow.connection.execute(
            select(ImportChange.__table__)
            .where(ImportChange.run_id == run_id, ImportChange.action != UNDONE)
            .order_by(ImportChange.place.desc())
            .limit(pace.rows)
        ).all()
        for table_name in dict.fromkeys(row.table_name for row in rows):
            _UNDO[table_name](uow, run_id, [row for row in rows if row.table_name == table_name])
        if rows:
            # The old values were personal or the shop's own: once restored, nobody needs them here.
            uow.connection.execute(
                update(ImportChange)
                .where(ImportChange.id.in_([row.id for row in rows]))
                .values(action=UNDONE, before=None)
            )
        uow.changed.clear()
        if rows:
            pace.note(len(rows), monotonic() - started)
        reach("import.taking_back")
    return len(rows)


def recover_imports(store: Store, actor: Actor) -> tuple[str, ...]:
    """Take back what a crash left half-written or half taken back; the names of the files. For the start of a till.

    Raises:
        StoreError: it is tried again at the next start.
    """
    with store.read() as read:
        broken = read.connection.execute(
            select(ImportRun.id, ImportRun.file_name, ImportRun.state)
            .where(ImportRun.state.in_((RunState.RUNNING.value, RunState.UNDOING.value)))
            .order_by(ImportRun.at, ImportRun.id)
        ).all()
    for row in broken:
        into = RunState.CANCELLED if row.state == RunState.RUNNING else RunState.UNDONE
        take_back(store, actor, row.id, into)
    return tuple(row.file_name for row in broken)
