"""Importing goods: planned without holding the file, then written in short pieces, whole in the end or taken back."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import Any

from sqlalchemy import bindparam, select, update

from app.models.catalogue import Category, Family, Product, SaleUnit
from app.models.purchasing import Company
from app.models.types import IdType
from app.services.catalogue.codes import owners_of_codes, owners_of_plus
from app.services.catalogue.current import CurrentProduct, current_products
from app.services.catalogue.drafts import ProductDraft
from app.services.catalogue.index import index_again
from app.services.catalogue.names import (
    categories_named,
    families_named,
    name_key,
    names_of,
    suppliers_named,
    tax_class_at,
)
from app.services.catalogue.rows import (
    NewPrice,
    Surroundings,
    content_columns,
    prices_in,
    write_codes,
    write_prices,
    write_products,
)
from app.services.common.actor import Actor
from app.services.common.store import Store
from app.services.common.uow import Reader, UnitOfWork
from app.services.exchange.failed import write_failed_rows
from app.services.exchange.pieces import CHANGED, Change
from app.services.exchange.plan import ProductRow, plan_import
from app.services.exchange.planned import Action, Report, no_report
from app.services.exchange.running import CatalogueMoved, ImportResult, result_of, run_import
from app.values.ids import Id
from app.values.rates import Rate

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
_UNIT_COLUMNS = ("name", "content_milli", "content_each_milli", "content_count", "content_unit")


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
    result = (
        result_of(plan, dry_run=True) if dry_run else run_import(store, actor, plan, ProductWriter(), report=report)
    )
    if failed_rows is not None and result.failed:
        write_failed_rows(plan, failed_rows)
        result = dataclasses.replace(result, failed_rows=failed_rows)
    return result


@dataclass(frozen=True, slots=True)
class _Named:
    """Something that rows name, to be found or made before them: `what` is category, family, company or tax."""

    what: str
    name: str = ""
    tax: tuple[Rate | None, bool | None] = (None, None)


@dataclass(slots=True)
class ProductWriter:
    """Writes planned goods; keeps what their rows name."""

    _categories: dict[str, Id] = field(default_factory=dict)
    _families: dict[str, Id] = field(default_factory=dict)
    _suppliers: dict[str, Id] = field(default_factory=dict)
    _taxes: dict[tuple[Rate | None, bool | None], Id] = field(default_factory=dict)

    def check(self, read: Reader, rows: Sequence[ProductRow]) -> None:
        """Pass if codes that were free still are, and the products to change are as they were planned."""
        added = [row for row in rows if row.action is Action.ADD]
        changed = [row for row in rows if row.action is Action.CHANGE]
        fresh = chain.from_iterable(_new_codes(row) for row in rows)
        plus = [row.sure_draft().plu for row in added]
        plus += [row.sure_draft().plu for row in changed if _current(row).draft.plu != row.sure_draft().plu]
        now = current_products(read, (_current(row).product_id for row in changed))
        moved = any(_current(row) != now.get(_current(row).product_id) for row in changed)
        if moved or owners_of_codes(read, fresh) or owners_of_plus(read, plus):
            raise CatalogueMoved()

    def prepare(self, rows: Sequence[ProductRow]) -> Sequence[_Named]:
        """Every category, family, supplier and tax class once."""
        drafts = [row.sure_draft() for row in rows]
        named: dict[object, _Named] = {}
        for draft in drafts:
            for what, name in (("category", draft.category), ("family", draft.family), ("company", draft.supplier)):
                if name_key(name):
                    named.setdefault((what, name_key(name)), _Named(what, name))
            tax = (draft.tax_rate, draft.tax_inclusive)
            named.setdefault(tax, _Named("tax", tax=tax))
        return sorted(named.values(), key=lambda one: one.what)

    def write_prepared(self, uow: UnitOfWork, items: Sequence[_Named]) -> list[Change]:
        """Find or make some of them; made ones can be taken back, but for tax classes, which are the shop's."""
        made: list[Change] = []
        makers = (
            ("category", Category, categories_named, self._categories),
            ("family", Family, families_named, self._families),
            ("company", Company, suppliers_named, self._suppliers),
        )
        for what, model, named, kept in makers:
            names = [item.name for item in items if item.what == what]
            if names:
                known = set(names_of(uow, model).values())
                found = named(uow, names)
                kept.update(found)
                made += [Change(what, row_id) for row_id in found.values() if row_id not in known]
        for item in items:
            if item.what == "tax":
                self._taxes[item.tax] = tax_class_at(uow, item.tax[0], inclusive=item.tax[1])
        return made

    def write(self, uow: UnitOfWork, run_id: Id, rows: Sequence[ProductRow]) -> list[Change]:
        """Write some rows."""
        del run_id
        around = Surroundings(self._categories, self._families, self._suppliers, self._taxes)
        added = [row for row in rows if row.action is Action.ADD]
        changed = [row for row in rows if row.action is Action.CHANGE]
        new = write_products(
            uow, [row.sure_draft() for row in added], cause=CAUSE, terms=[row.terms for row in added], around=around
        )
        return [Change("product", made.product_id) for made in new] + _write_changes(uow, changed, around)


def _write_changes(uow: UnitOfWork, rows: Sequence[ProductRow], around: Surroundings) -> list[Change]:
    """Bring existing products to their drafts with a few statements for all of them; say what was there before."""
    if not rows:
        return []
    before = _columns_before(uow, rows)
    products: list[dict[str, Any]] = []
    units: list[dict[str, Any]] = []
    prices: list[NewPrice] = []
    changes: list[Change] = []
    for row in rows:
        current, draft = _current(row), row.sure_draft()
        columns = _changed_columns(draft, current.draft, around)
        unit = _changed_unit(draft, current.draft)
        products += [{"this_id": current.product_id, **columns}] if columns else []
        units += [{"this_id": current.sale_unit_id, **unit}] if unit else []
        known = prices_in(current.draft, current.sale_unit_id)
        prices += [price for price in prices_in(draft, current.sale_unit_id) if price not in known]
        changes.append(Change("product", current.product_id, CHANGED, _note(row, before, columns, unit)))
    _update(uow, Product, products)
    _update(uow, SaleUnit, units)
    write_codes(uow, [(_current(row).sale_unit_id, code) for row in rows for code in _new_codes(row)])
    write_prices(uow, prices, cause=CAUSE)
    index_again(uow, [_current(row).product_id for row in rows if _is_found_otherwise(row)])
    return changes


def _note(
    row: ProductRow, before: Mapping[Id, Mapping[str, Any]], columns: Mapping[str, Any], unit: Mapping[str, Any]
) -> dict[str, object]:
    """What a change has to be taken back with: old and new values, new codes, old and new prices."""
    current, draft = _current(row), row.sure_draft()
    old_product, old_unit = before[current.product_id], before[current.sale_unit_id]
    prices = (
        ("shelf", current.draft.price, draft.price),
        ("member", current.draft.member_price, draft.member_price),
    )
    return {
        "product": {name: [_plain(old_product[name]), _plain(value)] for name, value in columns.items()},
        "unit_id": current.sale_unit_id.hex(),
        "unit": {name: [old_unit[name], value] for name, value in unit.items()},
        "codes": list(_new_codes(row)),
        "prices": [
            [code, old.minor if old else None, new.minor] for code, old, new in prices if new is not None and new != old
        ],
    }


def _columns_before(read: Reader, rows: Sequence[ProductRow]) -> dict[Id, Mapping[str, Any]]:
    found: dict[Id, Mapping[str, Any]] = {}
    ids = [_current(row).product_id for row in rows]
    for row in read.connection.execute(_PRODUCTS, {"ids": ids}):
        found[row.id] = row._asdict()
    for row in read.connection.execute(_UNITS, {"ids": [_current(row).sale_unit_id for row in rows]}):
        found[row.id] = row._asdict()
    return found


def _plain(value: object) -> object:
    return value.hex() if isinstance(value, bytes) else value


def _changed_columns(draft: ProductDraft, before: ProductDraft, around: Surroundings) -> dict[str, Any]:
    columns = around.columns(draft)
    return {
        column: columns[column] for name, column in _COLUMN_OF.items() if getattr(draft, name) != getattr(before, name)
    }


def _changed_unit(draft: ProductDraft, before: ProductDraft) -> dict[str, Any]:
    if draft.unit_name == before.unit_name and draft.spec == before.spec:
        return {}
    return {"name": draft.unit_name, **content_columns(draft.spec)}


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


def _new_codes(row: ProductRow) -> tuple[str, ...]:
    known = row.current.draft.codes if row.current else ()
    return tuple(code for code in row.sure_draft().codes if code not in known)


def _is_found_otherwise(row: ProductRow) -> bool:
    draft, before = row.sure_draft(), _current(row).draft
    return any(getattr(draft, name) != getattr(before, name) for name in _FOUND_BY)


def _current(row: ProductRow) -> CurrentProduct:
    if row.current is None:
        raise ValueError(f"row {row.number} is about no product of the shop")
    return row.current


_IDS = bindparam("ids", type_=IdType(), expanding=True)
_PRODUCTS = select(Product.id, *(getattr(Product, name) for name in _COLUMN_OF.values())).where(Product.id.in_(_IDS))
_UNITS = select(SaleUnit.id, *(getattr(SaleUnit, name) for name in _UNIT_COLUMNS)).where(SaleUnit.id.in_(_IDS))
