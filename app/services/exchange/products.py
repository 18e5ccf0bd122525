"""Importing goods: planned without holding the file, then written in one transaction or not at all."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import bindparam, update

from app.models.catalogue import Product, SaleUnit
from app.services.catalogue.codes import owners_of_codes, owners_of_plus
from app.services.catalogue.current import current_products
from app.services.catalogue.drafts import ProductDraft
from app.services.catalogue.index import index_again
from app.services.catalogue.rows import (
    NewPrice,
    Surroundings,
    content_columns,
    prices_in,
    surroundings_of,
    write_codes,
    write_prices,
    write_products,
)
from app.services.common import audit
from app.services.common.actor import Actor, Permission
from app.services.common.permissions import require
from app.services.common.store import Store
from app.services.common.topics import Topic
from app.services.common.uow import Reader, UnitOfWork
from app.services.exchange.failed import write_failed_rows
from app.services.exchange.findings import Finding
from app.services.exchange.plan import Action, ImportPlan, PlannedRow, Report, no_report, plan_import
from app.values.errors import QT_TRANSLATE_NOOP, UserError

CAUSE = "import"

# Which of the product's columns a field of the draft decides; prices, codes and the sale unit have rows of their own.
_COLUMN_OF = {
    "name": "name",
    "spec": "spec",
    "brand": "brand",
    "plu": "plu",
    "cost": "cost_minor",
    "category": "category_id",
    "family": "family_id",
    "supplier": "supplier_id",
    "by_weight": "sold_by",
    "tax_rate": "tax_class_id",
    "shelf_life_days": "shelf_life_days",
    "note": "note",
}
_FOUND_BY = ("name", "spec", "brand", "plu", "supplier", "codes")


class CatalogueMoved(UserError):
    """Somebody edited the same goods between plan and import."""

    text = QT_TRANSLATE_NOOP(
        "errors", "The catalogue was changed while the file was being read. Nothing was imported; please try again."
    )


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What an import did, or would do when `dry_run`.

    Attributes:
        failed: Rows that were left out.
        findings: Everything there is to say, in the order of the file.
        failed_rows: The workbook of the rows that were left out, where one was asked for and there are any.
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


def run_import_products(
    store: Store,
    actor: Actor,
    path: Path,
    *,
    dry_run: bool = False,
    report: Report = no_report,
    failed_rows: Path | None = None,
) -> ImportResult:
    """Import a file of goods and leave an audit row; a dry run writes nothing but the workbook of failed rows.

    Raises:
        UserError: the file is no table of goods, the actor may not import, or somebody edited the same goods
            meanwhile; nothing was imported.
        StoreError: the disk is full or the data file damaged; nothing was imported.
    """
    with store.read() as read:
        plan = plan_import(read, path, report=report)
    result = result_of(plan, dry_run=dry_run)
    if not dry_run:
        with store.action(actor, "import products") as uow:
            result = apply_import(uow, plan)
    if failed_rows is not None and result.failed:
        write_failed_rows(plan, failed_rows)
        result = dataclasses.replace(result, failed_rows=failed_rows)
    return result


def apply_import(uow: UnitOfWork, plan: ImportPlan) -> ImportResult:
    """Write what was planned, all of it; rows that failed are left out.

    Raises:
        GrantNeeded: the actor may not import.
        CatalogueMoved: the plan no longer fits; plan again.
    """
    require(uow, Permission.IMPORT)
    added, changed = plan.of(Action.ADD), plan.of(Action.CHANGE)
    _check_unmoved(uow, added, changed)
    write_products(uow, [_draft(row) for row in added], cause=CAUSE, terms=[row.terms for row in added])
    _write_changes(uow, changed)
    result = result_of(plan, dry_run=False)
    detail: dict[str, object] = {
        "file": plan.file,
        "added": result.added,
        "changed": result.changed,
        "unchanged": result.unchanged,
        "failed": result.failed,
    }
    audit.record(uow, "products_imported", detail=detail)
    if added or changed:
        uow.changed.add(Topic.CATALOGUE)
    return result


def result_of(plan: ImportPlan, *, dry_run: bool) -> ImportResult:
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
    )


def _check_unmoved(read: Reader, added: Sequence[PlannedRow], changed: Sequence[PlannedRow]) -> None:
    """Pass if codes that were free still are, and the products to change are as they were planned."""
    fresh = [_new_codes(row) for row in (*added, *changed)]
    plus = [_draft(row).plu for row in added] + [
        _draft(row).plu for row in changed if row.current and row.current.draft.plu != _draft(row).plu
    ]
    now = current_products(read, (row.current.product_id for row in changed if row.current))
    moved = any(row.current != now.get(row.current.product_id) for row in changed if row.current)
    if moved or owners_of_codes(read, (code for codes in fresh for code in codes)) or owners_of_plus(read, plus):
        raise CatalogueMoved()


def _write_changes(uow: UnitOfWork, changed: Sequence[PlannedRow]) -> None:
    """Bring existing products to their drafts with a few statements for all of them."""
    around = surroundings_of(uow, [_draft(row) for row in changed])
    products: list[dict[str, Any]] = []
    units: list[dict[str, Any]] = []
    prices: list[NewPrice] = []
    for row in changed:
        if row.current is None:
            continue
        draft, before = _draft(row), row.current.draft
        if columns := _changed_columns(draft, before, around):
            products.append({"this_id": row.current.product_id, **columns})
        if draft.unit_name != before.unit_name or draft.spec != before.spec:
            unit = {"name": draft.unit_name, **content_columns(draft.spec)}
            units.append({"this_id": row.current.sale_unit_id, **unit})
        known = prices_in(before, row.current.sale_unit_id)
        prices += [price for price in prices_in(draft, row.current.sale_unit_id) if price not in known]
    _update(uow, Product, products)
    _update(uow, SaleUnit, units)
    write_codes(uow, [(row.current.sale_unit_id, code) for row in changed if row.current for code in _new_codes(row)])
    write_prices(uow, prices, cause=CAUSE)
    index_again(uow, [row.current.product_id for row in changed if row.current and _is_found_otherwise(row)])


def _changed_columns(draft: ProductDraft, before: ProductDraft, around: Surroundings) -> dict[str, Any]:
    columns = around.columns(draft)
    return {
        column: columns[column] for name, column in _COLUMN_OF.items() if getattr(draft, name) != getattr(before, name)
    }


def _update(uow: UnitOfWork, model: type[Product] | type[SaleUnit], rows: Sequence[Mapping[str, Any]]) -> None:
    """Rows that change the same columns share a statement."""
    alike: dict[tuple[str, ...], list[Mapping[str, Any]]] = {}
    for row in rows:
        alike.setdefault(tuple(sorted(row)), []).append(row)
    for names, group in alike.items():
        changes: dict[str, Any] = {name: bindparam(name) for name in names if name != "this_id"}
        newer = {"row_version": model.row_version + 1, "updated_at": uow.now, "updated_by": uow.actor.staff_id}
        statement = update(model).where(model.id == bindparam("this_id")).values({**changes, **newer})
        uow.connection.execute(statement, list(group))


def _new_codes(row: PlannedRow) -> tuple[str, ...]:
    known = row.current.draft.codes if row.current else ()
    return tuple(code for code in _draft(row).codes if code not in known)


def _is_found_otherwise(row: PlannedRow) -> bool:
    draft, before = _draft(row), row.current.draft if row.current else None
    return any(getattr(draft, name) != getattr(before, name) for name in _FOUND_BY)


def _draft(row: PlannedRow) -> ProductDraft:
    if row.draft is None:
        raise ValueError(f"row {row.number} failed and has no draft")
    return row.draft
