"""The same change to many goods: looked at first, written in small actions and taken back whole."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import bindparam, select, update

from app.models.catalogue import Product, SaleUnit
from app.models.types import IdType
from app.services.catalogue.edit import close_product, set_price
from app.services.catalogue.index import index_again
from app.services.catalogue.names import categories_named, families_named, name_key, suppliers_named, tax_class_at
from app.services.catalogue.price_rule import PriceRule, new_price
from app.services.catalogue.prices import PriceListCode, money_or_none, price_now
from app.services.catalogue.reopen import reopen_product
from app.services.common import audit
from app.services.common.actor import Permission
from app.services.common.permissions import require
from app.services.common.topics import Topic
from app.services.common.uow import Reader, UnitOfWork
from app.values.errors import UserError
from app.values.ids import Id
from app.values.money import Money
from app.values.rates import Rate

BATCH = 50
"""Goods in one action: a few milliseconds, so that a sale never waits."""
Act = Callable[[str], AbstractContextManager[UnitOfWork]]
Report = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class BulkChange:
    """What shall become of the goods; None leaves as it is, an empty name takes away.

    Attributes:
        tax: Rate, and whether prices contain it.
        price: New shelf prices of the usual unit; goods without a price stay without.
        price_list: Which prices the rule changes.
        close: Out of the catalogue; nothing else is then looked at.
    """

    category: str | None = None
    family: str | None = None
    supplier: str | None = None
    tax: tuple[Rate, bool] | None = None
    price: PriceRule | None = None
    price_list: PriceListCode = PriceListCode.SHELF
    close: bool = False


@dataclass(frozen=True, slots=True)
class PricePreview:
    """A price before and after."""

    product_id: Id
    sale_unit_id: Id
    name: str
    before: Money
    after: Money
    cost: Money | None

    @property
    def is_below_cost(self) -> bool:
        """Whether every sale would lose money."""
        return self.cost is not None and self.after < self.cost


@dataclass(frozen=True, slots=True)
class Before:
    """What a product was, to be taken back to."""

    product_id: Id
    columns: dict[str, Id | None] = field(default_factory=dict)
    sale_unit_id: Id | None = None
    price: Money | None = None
    was_closed: bool = False


@dataclass(frozen=True, slots=True)
class BulkDone:
    """What a bulk edit did.

    Attributes:
        failed: Goods that could not be changed, with the reason; the others were.
        before: For `undo_bulk`.
    """

    changed: int
    failed: tuple[tuple[Id, UserError], ...]
    before: tuple[Before, ...]
    price_list: PriceListCode = PriceListCode.SHELF


def preview_prices(
    read: Reader,
    product_ids: Sequence[Id],
    rule: PriceRule,
    *,
    price_list: PriceListCode = PriceListCode.SHELF,
    exponent: int = 2,
) -> tuple[PricePreview, ...]:
    """What the rule would make of the prices; goods without a price and those it leaves as they are are left out."""
    found: list[PricePreview] = []
    for batch in _batches(product_ids, 500):
        rows = read.connection.execute(_PRICED[price_list], {"now": read.now, "products": list(batch)})
        for row in rows:
            after = new_price(Money(row.price_minor), rule, exponent=exponent) if row.price_minor is not None else None
            if after is not None and after.minor != row.price_minor:
                found.append(
                    PricePreview(
                        row.product_id,
                        row.unit_id,
                        row.name,
                        Money(row.price_minor),
                        after,
                        money_or_none(row.cost_minor),
                    )
                )
    return tuple(found)


def change_many(
    act: Act,
    product_ids: Sequence[Id],
    change: BulkChange,
    *,
    exponent: int = 2,
    report: Report = lambda done, total: None,
) -> BulkDone:
    """Change goods in small actions; each batch is whole, one product's refusal stops no other.

    Raises:
        NotAllowed, StoreError: what was done until then stays and can be seen in the list.
    """
    ids = tuple(dict.fromkeys(product_ids))
    failed: list[tuple[Id, UserError]] = []
    before: list[Before] = []
    for at in range(0, len(ids), BATCH):
        report(at, len(ids))
        batch = ids[at : at + BATCH]
        with act("bulk_edit") as uow:
            require(uow, Permission.EDIT_CATALOGUE)
            if change.close:
                done, refused = _close(uow, batch)
                failed += refused
            else:
                done = _change(uow, batch, change, exponent)
        before += done
    report(len(ids), len(ids))
    return BulkDone(len(before), tuple(failed), tuple(before), change.price_list)


def undo_bulk(act: Act, done: BulkDone, *, report: Report = lambda done, total: None) -> int:
    """Take a bulk edit back; how many goods are as they were. What cannot be (its code is taken) is left as it is."""
    back = 0
    for at in range(0, len(done.before), BATCH):
        report(at, len(done.before))
        with act("bulk_edit_undone") as uow:
            require(uow, Permission.EDIT_CATALOGUE)
            for was in done.before[at : at + BATCH]:
                back += _take_back(uow, was, done.price_list)
    return back


def _close(uow: UnitOfWork, batch: Sequence[Id]) -> tuple[list[Before], list[tuple[Id, UserError]]]:
    done: list[Before] = []
    failed: list[tuple[Id, UserError]] = []
    for product_id in batch:
        try:
            close_product(uow, product_id)
        except UserError as problem:
            failed.append((product_id, problem))
        else:
            done.append(Before(product_id, was_closed=True))
    return done, failed


def _change(uow: UnitOfWork, batch: Sequence[Id], change: BulkChange, exponent: int) -> list[Before]:
    columns = _columns(uow, change)
    names = tuple(columns)
    was = {
        row.id: {name: getattr(row, name) for name in names}
        for row in uow.connection.execute(
            select(Product.id, *(getattr(Product, name) for name in names)).where(
                Product.id.in_(batch), Product.closed_at.is_(None)
            )
        )
    }
    touched = [product_id for product_id, values in was.items() if values != columns]
    if columns and touched:
        _write(uow, touched, columns)
    prices = {one.product_id: one for one in _priced(uow, list(was), change, exponent)}
    for one in prices.values():
        set_price(uow, one.sale_unit_id, one.after, price_list=change.price_list, cause="bulk edit")
    return [
        Before(
            product_id,
            was[product_id] if columns and product_id in touched else {},
            prices[product_id].sale_unit_id if product_id in prices else None,
            prices[product_id].before if product_id in prices else None,
        )
        for product_id in was
        if product_id in prices or (columns and product_id in touched)
    ]


def _priced(uow: UnitOfWork, product_ids: Sequence[Id], change: BulkChange, exponent: int) -> Iterable[PricePreview]:
    if change.price is None:
        return ()
    return preview_prices(uow, product_ids, change.price, price_list=change.price_list, exponent=exponent)


def _columns(uow: UnitOfWork, change: BulkChange) -> dict[str, Id | None]:
    """The columns to write, with the ids of what the change names."""
    found: dict[str, Id | None] = {}
    named = (
        ("category_id", change.category, categories_named),
        ("family_id", change.family, families_named),
        ("supplier_id", change.supplier, suppliers_named),
    )
    for column, name, ids_of in named:
        if name is not None:
            found[column] = ids_of(uow, [name]).get(name_key(name))
    if change.tax is not None:
        found["tax_class_id"] = tax_class_at(uow, change.tax[0], inclusive=change.tax[1])
    return found


def _write(uow: UnitOfWork, product_ids: Sequence[Id], columns: dict[str, Id | None]) -> None:
    newer: dict[str, Any] = {
        "row_version": Product.row_version + 1,
        "updated_at": uow.now,
        "updated_by": uow.actor.staff_id,
    }
    uow.connection.execute(update(Product).where(Product.id.in_(product_ids)).values(**columns, **newer))
    if "supplier_id" in columns:
        index_again(uow, product_ids)
    detail = {name: value.hex() if value is not None else None for name, value in columns.items()}
    for product_id in product_ids:
        audit.record(uow, "product_changed", subject=("product", product_id), detail={"bulk": detail})
    uow.changed.add(Topic.CATALOGUE)


def _take_back(uow: UnitOfWork, was: Before, price_list: PriceListCode) -> int:
    # Each of these refuses before it writes anything, so a refusal leaves no half of a product.
    try:
        if was.was_closed:
            reopen_product(uow, was.product_id)
        if was.sale_unit_id is not None and was.price is not None:
            set_price(uow, was.sale_unit_id, was.price, price_list=price_list, cause="bulk edit undone")
    except UserError:
        return 0
    if was.columns:
        _write(uow, [was.product_id], was.columns)
    return 1


def _batches(ids: Sequence[Id], size: int) -> Iterable[Sequence[Id]]:
    return (ids[at : at + size] for at in range(0, len(ids), size))


_PRICED = {
    code: select(
        Product.id.label("product_id"),
        SaleUnit.id.label("unit_id"),
        Product.name,
        Product.cost_minor,
        price_now(code).label("price_minor"),
    )
    .select_from(SaleUnit)
    .join(Product, Product.id == SaleUnit.product_id)
    .where(
        Product.id.in_(bindparam("products", type_=IdType(), expanding=True)),
        Product.closed_at.is_(None),
        SaleUnit.is_default,
        SaleUnit.closed_at.is_(None),
    )
    .order_by(Product.name, Product.id)
    for code in PriceListCode
}
