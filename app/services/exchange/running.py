"""Running a planned import: in short pieces under one run, whole in the end or taken back."""

from __future__ import annotations

import json
import logging
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from sqlalchemy import insert, select, update

from app.models.exchange import ImportRun
from app.services.common import audit
from app.services.common.actor import Actor, Permission
from app.services.common.permissions import require
from app.services.common.store import Store
from app.services.common.uow import Reader, UnitOfWork
from app.services.exchange.fields import ImportKind
from app.services.exchange.findings import Finding
from app.services.exchange.pieces import TOPICS, Change, Pace, Pieces, keep_changes
from app.services.exchange.planned import Action, ImportPlan, PlannedRow, Report, no_report
from app.services.exchange.take_back import RunState, take_back
from app.values.errors import QT_TRANSLATE_NOOP, ShukeError, UserError
from app.values.failpoints import reach
from app.values.ids import Id, new_id

AnyPlan = ImportPlan[Any, Any]
AnyRow = PlannedRow[Any, Any]


class CatalogueMoved(UserError):
    """Somebody edited the same records between plan and import."""

    text = QT_TRANSLATE_NOOP(
        "errors", "The catalogue was changed while the file was being read. Nothing was imported; please try again."
    )


class RunTakenBack(UserError):
    """Another program saw a run that it took for cut off."""

    text = QT_TRANSLATE_NOOP(
        "errors", "Another program took this import back while it was running. Nothing stayed; please start it again."
    )


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What an import did, or would do when `dry_run`.

    Attributes:
        failed: Rows that were left out.
        findings: Everything there is to say, in the order of the file.
        failed_rows: The workbook of the rows that were left out, where one was asked for and there are any.
        run_id: By what it can be taken back; None where nothing was written.
    """

    file: str
    rows: int
    added: int
    changed: int
    unchanged: int
    failed: int
    findings: tuple[Finding, ...]
    dry_run: bool
    failed_rows: Path | None = None
    kind: ImportKind = ImportKind.PRODUCTS
    run_id: Id | None = None


class Writer(Protocol):
    """How one kind of row is written."""

    def check(self, read: Reader, rows: Sequence[AnyRow]) -> None:
        """Pass if the shop is still as it was planned.

        Raises:
            CatalogueMoved: it is not.
        """

    def prepare(self, rows: Sequence[AnyRow]) -> Sequence[object]:
        """What has to be there before the rows, as categories."""

    def write_prepared(self, uow: UnitOfWork, items: Sequence[Any]) -> list[Change]:
        """Write some of that."""

    def write(self, uow: UnitOfWork, run_id: Id, rows: Sequence[AnyRow]) -> list[Change]:
        """Write some rows and say what was made or changed."""


def result_of(plan: AnyPlan, *, dry_run: bool, run_id: Id | None = None) -> ImportResult:
    """What a plan comes to."""
    return ImportResult(
        file=plan.file,
        rows=len(plan.rows),
        added=plan.count(Action.ADD),
        changed=plan.count(Action.CHANGE),
        unchanged=plan.count(Action.UNCHANGED),
        failed=plan.count(Action.FAIL),
        findings=plan.findings,
        dry_run=dry_run,
        kind=plan.kind,
        run_id=run_id,
    )


def run_import(
    store: Store,
    actor: Actor,
    plan: AnyPlan,
    writer: Writer,
    *,
    report: Report = no_report,
    pace: Pace | None = None,
) -> ImportResult:
    """Write what was planned, all of it; rows that failed are left out.

    Other actions get in between the pieces. Where it cannot come to its end, what was written so far is taken back;
    after a crash `recover_imports` does that.

    Raises:
        GrantNeeded: the actor may not import.
        CatalogueMoved: the plan no longer fits; plan again.
        StoreError: the disk is full or the data file damaged.
    """
    if not plan.count(Action.ADD) + plan.count(Action.CHANGE):
        with store.action(actor, f"import {plan.kind}") as uow:
            require(uow, Permission.IMPORT)
            _audit(uow, plan, None)
        return result_of(plan, dry_run=False)
    running = _Running(store, actor, plan, writer, pace or Pace())
    running.begin()
    try:
        running.write(report)
        running.end()
    except BaseException:
        running.give_up()
        raise
    return result_of(plan, dry_run=False, run_id=running.run_id)


class _Running:
    """One import on its way."""

    def __init__(self, store: Store, actor: Actor, plan: AnyPlan, writer: Writer, pace: Pace) -> None:
        self._store, self._actor, self._plan, self._writer, self._pace = store, actor, plan, writer, pace
        self._rows: Sequence[AnyRow] = (*plan.of(Action.ADD), *plan.of(Action.CHANGE))
        self._place = 0
        self.run_id = new_id()

    def begin(self) -> None:
        """Note that it runs; nothing is noted where it could not."""
        with self._store.action(self._actor, "import begun") as uow:
            require(uow, Permission.IMPORT)
        with self._store.read() as read:
            self._writer.check(read, self._rows)
        with self._store.action(self._actor, "import begun") as uow:
            require(uow, Permission.IMPORT)
            uow.connection.execute(
                insert(ImportRun),
                {
                    "id": self.run_id,
                    "kind": self._plan.kind.value,
                    "dialect": self._plan.mapping.dialect,
                    "file_name": self._plan.file,
                    "file_hash": self._plan.digest,
                    "at": uow.now,
                    "staff_id": uow.actor.staff_id,
                    "state": RunState.RUNNING.value,
                    "counts": json.dumps(_counts(self._plan)),
                    "undone_at": None,
                    "undone_by": None,
                },
            )

    def write(self, report: Report) -> None:
        """All pieces; `report` may raise to end it."""
        before = self._writer.prepare(self._rows)
        total = len(before) + len(self._rows)
        pieces = Pieces(self._store, self._actor, f"import {self._plan.kind}", self._pace, report, total)
        pieces.write(before, self._write_prepared)
        pieces.write(self._rows, self._write_rows)
        report(total, total)

    def end(self) -> None:
        """Note that it is whole."""
        with self._store.action(self._actor, f"import {self._plan.kind}") as uow:
            self._require_running(uow)
            uow.connection.execute(
                update(ImportRun).where(ImportRun.id == self.run_id).values(state=RunState.DONE.value)
            )
            _audit(uow, self._plan, self.run_id)
            uow.changed |= TOPICS[self._plan.kind]

    def give_up(self) -> None:
        """Take back what was written; what cannot be now, is at the next start."""
        try:
            take_back(self._store, self._actor, self.run_id, RunState.CANCELLED, pace=self._pace)
        except ShukeError:
            logging.getLogger(__name__).exception("an import was not taken back yet")

    def _write_prepared(self, uow: UnitOfWork, items: Sequence[object]) -> None:
        self._keep(uow, self._writer.write_prepared(uow, items))

    def _write_rows(self, uow: UnitOfWork, rows: Sequence[AnyRow]) -> None:
        require(uow, Permission.IMPORT)
        self._require_running(uow)
        self._writer.check(uow, rows)
        self._keep(uow, self._writer.write(uow, self.run_id, rows))
        reach("import.piece")

    def _require_running(self, read: Reader) -> None:
        """Two programs have one file: a till that starts takes back what looks as if it had been cut off."""
        state = read.connection.execute(select(ImportRun.state).where(ImportRun.id == self.run_id)).scalar_one()
        if state != RunState.RUNNING:
            raise RunTakenBack()

    def _keep(self, uow: UnitOfWork, changes: list[Change]) -> None:
        self._place = keep_changes(uow, self.run_id, self._place, changes)


def _counts(plan: AnyPlan) -> dict[str, int]:
    return {
        "added": plan.count(Action.ADD),
        "changed": plan.count(Action.CHANGE),
        "unchanged": plan.count(Action.UNCHANGED),
        "failed": plan.count(Action.FAIL),
    }


def _audit(uow: UnitOfWork, plan: AnyPlan, run_id: Id | None) -> None:
    detail: dict[str, object] = {"file": plan.file, **_counts(plan)}
    audit.record(uow, f"{plan.kind}_imported", subject=("import_run", run_id), detail=detail)
