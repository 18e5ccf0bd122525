"""Importing suppliers: matched by name, else added; an empty cell says nothing."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import insert, select, update

from app.models.purchasing import Company
from app.services.catalogue.drafts import MAX_NOTE, MAX_WORD, check_text
from app.services.catalogue.index import batches
from app.services.catalogue.names import name_key, names_of, reference_columns
from app.services.common.uow import Reader, UnitOfWork
from app.services.exchange.fields import ImportKind, SupplierField
from app.services.exchange.findings import Finding, Severity, column_remarks, finding_of
from app.services.exchange.headers import Columns
from app.services.exchange.mapping import ColumnMapping, SourceTable, columns_by, propose_mapping
from app.services.exchange.pieces import CHANGED, Change
from app.services.exchange.planned import REPORT_EVERY, Action, ImportPlan, PlannedRow, Report, no_report
from app.services.exchange.running import CatalogueMoved
from app.services.exchange.tables import TableRow
from app.services.purchasing.suppliers import SupplierDraft, SupplierNameMissing
from app.values.errors import QT_TRANSLATE_NOOP, UserError
from app.values.ids import Id


class SupplierTwice(UserError):
    """Two rows of one name."""

    text = QT_TRANSLATE_NOOP("errors", "Row {other} is the same supplier already. This row is left out.")


@dataclass(frozen=True, slots=True)
class CurrentSupplier:
    """A company as it is; `is_supplier` is off for one that only bought from us so far."""

    company_id: Id
    row_version: int
    is_supplier: bool
    draft: SupplierDraft


SupplierRow = PlannedRow[SupplierDraft, CurrentSupplier]
SupplierPlan = ImportPlan[SupplierDraft, CurrentSupplier]

_LIMITS = (
    ("name", MAX_WORD),
    ("code", MAX_WORD),
    ("tax_number", MAX_WORD),
    ("phone", MAX_WORD),
    ("address", MAX_NOTE),
    ("note", MAX_NOTE),
)
_MAIN_FIELD = {
    "name": SupplierField.NAME,
    "code": SupplierField.CODE,
    "tax_number": SupplierField.TAX_NUMBER,
    "phone": SupplierField.PHONE,
    "address": SupplierField.ADDRESS,
    "note": SupplierField.NOTE,
}


def plan_suppliers(
    read: Reader, table: SourceTable, mapping: ColumnMapping | None = None, *, report: Report = no_report
) -> SupplierPlan:
    """Say what importing a table of suppliers would do.

    Raises:
        SuppliersHeaderMissing: it has no column with their names.
    """
    mapping = mapping or propose_mapping(table, ImportKind.SUPPLIERS)
    columns = columns_by(table, mapping)
    planner = _Planner(columns, _current_suppliers(read))
    rows = []
    for done, row in enumerate(table.rows):
        if done % REPORT_EVERY == 0:
            report(done, len(table.rows))
        rows.append(planner.planned(row))
    report(len(rows), len(rows))
    return ImportPlan(
        table.file, table.digest, mapping, columns.header.cells, tuple(rows), tuple(column_remarks(columns))
    )


class _Planner:
    """Reads rows and matches them with the companies there are, and with each other."""

    def __init__(self, columns: Columns, known: Mapping[str, CurrentSupplier]) -> None:
        self._columns = columns
        self._known = known
        self._seen: dict[str, int] = {}

    def planned(self, row: TableRow) -> SupplierRow:
        draft, findings = self._read(row)
        if draft is None:
            return PlannedRow(row.number, row.cells, Action.FAIL, None, None, tuple(findings))
        key = name_key(draft.name)
        if key in self._seen:
            twice = finding_of(
                SupplierTwice(other=self._seen[key]), row=row.number, column=self._columns.title(SupplierField.NAME)
            )
            return PlannedRow(row.number, row.cells, Action.FAIL, None, None, (twice,))
        self._seen[key] = row.number
        current = self._known.get(key)
        if current is None:
            return PlannedRow(row.number, row.cells, Action.ADD, draft, None, ())
        draft = _merged(current.draft, draft)
        same = draft == current.draft and current.is_supplier
        return PlannedRow(row.number, row.cells, Action.UNCHANGED if same else Action.CHANGE, draft, current, ())

    def _read(self, row: TableRow) -> tuple[SupplierDraft | None, list[Finding]]:
        texts = self._texts(row)
        findings: list[Finding] = []
        checked: dict[str, str] = {}
        for name, most in _LIMITS:
            try:
                checked[name] = check_text(texts[name], most)
            except UserError as problem:
                title = self._columns.title(_MAIN_FIELD[name])
                findings.append(finding_of(problem, row=row.number, column=title))
        if "name" in checked and not name_key(checked["name"]):
            title = self._columns.title(SupplierField.NAME)
            findings.append(finding_of(SupplierNameMissing(), row=row.number, column=title))
        if any(finding.severity is Severity.ERROR for finding in findings):
            return None, findings
        return SupplierDraft(**checked), findings

    def _texts(self, row: TableRow) -> dict[str, str]:
        cell = {field: self._columns.cell(row, field).lstrip("'") for field in SupplierField}
        phones = [cell[SupplierField.PHONE], cell[SupplierField.MOBILE]]
        place = [cell[field] for field in (SupplierField.ADDRESS, SupplierField.ADDRESS2)]
        place += [" ".join(part for part in (cell[SupplierField.ZIP], cell[SupplierField.CITY]) if part)]
        notes = [cell[field] for field in (SupplierField.CONTACT, SupplierField.EMAIL, SupplierField.NOTE)]
        return {
            "name": cell[SupplierField.NAME],
            "code": cell[SupplierField.CODE],
            "tax_number": cell[SupplierField.TAX_NUMBER],
            "phone": ", ".join(dict.fromkeys(phone for phone in phones if phone)),
            "address": ", ".join(part for part in place if part),
            "note": "; ".join(part for part in notes if part),
        }


def _merged(current: SupplierDraft, given: SupplierDraft) -> SupplierDraft:
    """What the row says, the rest as it is; the name keeps its spelling."""
    said = {name: value for name, value in dataclasses.asdict(given).items() if value and name != "name"}
    return dataclasses.replace(current, **said)


def _current_suppliers(read: Reader, ids: Iterable[Id] | None = None) -> dict[str, CurrentSupplier]:
    """Open companies by `name_key`; of two with one name the older."""
    statement = select(Company.__table__).where(Company.closed_at.is_(None)).order_by(Company.id)
    found: dict[str, CurrentSupplier] = {}
    rows = (
        read.connection.execute(statement).all()
        if ids is None
        else [
            row
            for batch in batches(tuple(ids))
            for row in read.connection.execute(statement.where(Company.id.in_(batch)))
        ]
    )
    for row in rows:
        draft = SupplierDraft(row.name, row.code, row.tax_number, row.phone, row.address, row.note)
        found.setdefault(name_key(row.name), CurrentSupplier(row.id, row.row_version, row.is_supplier, draft))
    return found


class SupplierWriter:
    """Writes planned suppliers."""

    def __init__(self) -> None:
        self._began: datetime | None = None
        self._own: set[Id] = set()

    def check(self, read: Reader, rows: Sequence[SupplierRow]) -> None:
        """Pass if nobody edited these companies, or added ones of the same names, meanwhile."""
        taken = self._taken(read)
        if any(row.current is None and name_key(row.sure_draft().name) in taken for row in rows):
            raise CatalogueMoved()
        planned = {row.current.company_id: row.current for row in rows if row.current}
        now = {current.company_id: current for current in _current_suppliers(read, planned).values()}
        if now != planned:
            raise CatalogueMoved()

    def _taken(self, read: Reader) -> frozenset[str]:
        """Names of others: all of them at first, later those that were written since."""
        if self._began is None:
            self._began = read.now
            return frozenset(names_of(read, Company))
        rows = read.connection.execute(
            select(Company.id, Company.name).where(Company.updated_at >= self._began, Company.closed_at.is_(None))
        )
        return frozenset(name_key(row.name) for row in rows if row.id not in self._own)

    def prepare(self, rows: Sequence[SupplierRow]) -> Sequence[object]:
        """Nothing has to be there before."""
        del rows
        return ()

    def write_prepared(self, uow: UnitOfWork, items: Sequence[Any]) -> list[Change]:
        """Nothing."""
        del uow, items
        return []

    def write(self, uow: UnitOfWork, run_id: Id, rows: Sequence[SupplierRow]) -> list[Change]:
        """Write some rows."""
        del run_id
        added = [
            {
                **reference_columns(uow),
                **dataclasses.asdict(row.sure_draft()),
                "is_supplier": True,
                "is_customer": False,
            }
            for row in rows
            if row.current is None
        ]
        if added:
            uow.connection.execute(insert(Company), added)
            self._own |= {values["id"] for values in added}
        changes = [Change("company", values["id"]) for values in added]
        return changes + [self._change(uow, row.sure_draft(), row.current) for row in rows if row.current is not None]

    @staticmethod
    def _change(uow: UnitOfWork, draft: SupplierDraft, current: CurrentSupplier) -> Change:
        before, after = dataclasses.asdict(current.draft), dataclasses.asdict(draft)
        values: dict[str, Any] = {name: value for name, value in after.items() if value != before[name]}
        note = {name: [before[name], value] for name, value in values.items()}
        if not current.is_supplier:
            values["is_supplier"], note["is_supplier"] = True, [False, True]
        newer = {"row_version": Company.row_version + 1, "updated_at": uow.now, "updated_by": uow.actor.staff_id}
        uow.connection.execute(update(Company).where(Company.id == current.company_id).values(**values, **newer))
        return Change("company", current.company_id, CHANGED, note)
