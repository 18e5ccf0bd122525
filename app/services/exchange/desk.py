"""Importing step by step, as a screen does it: look at a file, plan, run, keep the rows that failed.

The file and the plan stay behind the desk; what comes back is small enough to be sent from another process.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from app.services.common.actor import Actor
from app.services.common.store import Store
from app.services.common.uow import Reader
from app.services.exchange.failed import write_failed_rows
from app.services.exchange.fields import ImportKind
from app.services.exchange.findings import Finding, Severity
from app.services.exchange.mapping import (
    ColumnMapping,
    SourceTable,
    program_name,
    propose_mapping,
    read_table,
    read_table_of_any_kind,
)
from app.services.exchange.pieces import Pace
from app.services.exchange.planned import Report, no_report
from app.services.exchange.running import AnyPlan, ImportResult, Writer, result_of, run_import
from app.services.exchange.take_back import undo_import
from app.values.ids import Id

MOST_FINDINGS = 1_000
"""So many findings are handed over; the workbook of failed rows has the rest."""


@dataclass(frozen=True, slots=True)
class ColumnLook:
    """A column of a file: its header, and the first few cells that say anything."""

    header: str
    samples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FileLook:
    """A file as it was understood.

    Attributes:
        program: Whose export it is; empty for a file of one's own.
        rows: Below the header.
    """

    file: str
    program: str
    rows: int
    columns: tuple[ColumnLook, ...]
    mapping: ColumnMapping

    @property
    def kind(self) -> ImportKind:
        """What the rows are."""
        return self.mapping.kind


@dataclass(frozen=True, slots=True)
class PlanSummary:
    """What an import would do, or did.

    Attributes:
        result: Counts and the most important findings, errors first.
        finding_count: Of all findings, also those that are not handed over.
        error_count: Of those that keep a row out.
    """

    result: ImportResult
    finding_count: int
    error_count: int


class Imports(Protocol):
    """What a screen or a command asks for."""

    def look(self, path: Path, kind: ImportKind | None = None) -> FileLook:
        """Read a file; without a kind say what it most probably is.

        Raises:
            UserError: it is no table.
        """

    def plan(self, mapping: ColumnMapping, report: Report = no_report) -> PlanSummary:
        """Say what importing the file by this mapping would do.

        Raises:
            UserError: a column is missing without which there is nothing to import.
        """

    def run(self, report: Report = no_report) -> PlanSummary:
        """Do what was planned; `report` may raise to stop it, then nothing stays.

        Raises:
            UserError, StoreError: nothing was imported.
        """

    def save_failed(self, path: Path) -> int:
        """Write the workbook of the rows that failed; how many."""

    def undo(self, run_id: Id, report: Report = no_report) -> None:
        """Take an import back.

        Raises:
            UserError: later facts refer to it, or it was taken back before.
        """

    def close(self) -> None:
        """Let go of the file."""


class LocalImports:
    """Works where it is called."""

    def __init__(self, store: Store, actor: Actor, pace: Pace | None = None) -> None:
        self._store, self._actor, self._pace = store, actor, pace
        self._path = Path()
        self._table: SourceTable | None = None
        self._plan: AnyPlan | None = None

    def look(self, path: Path, kind: ImportKind | None = None) -> FileLook:
        """Read a file."""
        self._path, self._plan = path, None
        if kind is None:
            kind, self._table = read_table_of_any_kind(path)
        else:
            self._table = read_table(path, kind)
        table = self._table
        mapping = propose_mapping(table, kind)
        columns = tuple(ColumnLook(cell, table.samples(place)) for place, cell in enumerate(table.header.cells))
        return FileLook(table.file, program_name(mapping.dialect), len(table.rows), columns, mapping)

    def plan(self, mapping: ColumnMapping, report: Report = no_report) -> PlanSummary:
        """Plan the file that was looked at."""
        table = self._looked_at()
        with self._store.read() as read:
            self._plan = plan_table(read, table, mapping, report=report)
        return summary_of(result_of(self._plan, dry_run=True))

    def run(self, report: Report = no_report) -> PlanSummary:
        """Do what was planned."""
        plan = self._planned()
        done = run_import(self._store, self._actor, plan, writer_for(plan.kind), report=report, pace=self._pace)
        return summary_of(done)

    def save_failed(self, path: Path) -> int:
        """Write the rows that failed."""
        return write_failed_rows(self._planned(), path)

    def undo(self, run_id: Id, report: Report = no_report) -> None:
        """Take an import back."""
        undo_import(self._store, self._actor, run_id, report=report, pace=self._pace)

    def close(self) -> None:
        """Forget the file."""
        self._table = self._plan = None

    def _looked_at(self) -> SourceTable:
        if self._table is None:
            raise RuntimeError("no file was looked at")
        return self._table

    def _planned(self) -> AnyPlan:
        if self._plan is None:
            raise RuntimeError("nothing was planned")
        return self._plan


def plan_table(read: Reader, table: SourceTable, mapping: ColumnMapping, *, report: Report = no_report) -> AnyPlan:
    """Say what importing a table would do, whatever its rows are.

    Raises:
        UserError: a column is missing without which there is nothing to import.
    """
    if mapping.kind is ImportKind.PRODUCTS:
        from app.services.exchange.plan import plan_products

        return plan_products(read, table, mapping, report=report)
    if mapping.kind is ImportKind.MEMBERS:
        from app.services.exchange.members import plan_members

        return plan_members(read, table, mapping, report=report)
    from app.services.exchange.suppliers import plan_suppliers

    return plan_suppliers(read, table, mapping, report=report)


def writer_for(kind: ImportKind) -> Writer:
    """Who writes rows of a kind; knows what was written once, so each run has its own."""
    if kind is ImportKind.PRODUCTS:
        from app.services.exchange.products import ProductWriter

        return ProductWriter()
    if kind is ImportKind.MEMBERS:
        from app.services.exchange.members_write import MemberWriter

        return MemberWriter()
    from app.services.exchange.suppliers import SupplierWriter

    return SupplierWriter()


_ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}


def summary_of(result: ImportResult) -> PlanSummary:
    """A result small enough to be handed on."""
    findings = result.findings
    errors = sum(finding.severity is Severity.ERROR for finding in findings)
    kept = tuple(sorted(findings, key=_weight)[:MOST_FINDINGS])
    return PlanSummary(dataclasses.replace(result, findings=kept), len(findings), errors)


def _weight(finding: Finding) -> tuple[int, int]:
    return _ORDER[finding.severity], finding.row
