"""Stock-taking: what is counted against what should have been there at that moment (docs/inventory.md)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, bindparam, func, select

from app.models.catalogue import Category, Product
from app.models.inventory import StockDocument, StockDocumentLine, StockLevel
from app.models.types import UtcDateTime
from app.services.catalogue.items import ScannedItem
from app.services.catalogue.prices import money_or_none
from app.services.common.uow import Reader, UnitOfWork
from app.services.inventory.checks import goods_of
from app.services.inventory.cost import cost_of
from app.services.inventory.drafts import load_draft, save_draft
from app.services.inventory.levels import IS_LEVEL_OF_PRODUCT, on_hand
from app.services.inventory.post import post_stock_document
from app.services.inventory.posted import document_with_key
from app.services.inventory.values import DocumentKind, PostedDocument, StockLineDraft
from app.services.inventory.working import WorkingDocument, WorkingLine
from app.values.ids import Id
from app.values.money import Money
from app.values.quantity import NONE, Quantity

MOST_UNCOUNTED = 2_000
"""As many uncounted goods as are listed; the number of all of them is told beside."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A counted article that was not what the book said.

    Attributes:
        difference: In own units; below zero when goods are missing.
        value: What that is worth at the average cost; None when the cost is unknown.
    """

    product_id: Id
    name: str
    spec: str
    expected: Quantity
    counted: Quantity
    difference: Quantity
    value: Money | None


@dataclass(frozen=True, slots=True)
class Uncounted:
    """Goods of the count's scope that are in the book and were not counted."""

    product_id: Id
    name: str
    spec: str
    on_hand: Quantity
    value: Money | None


@dataclass(frozen=True, slots=True)
class CountSummary:
    """Where a count stands.

    Attributes:
        differences: Largest loss first.
        missing, surplus: The value of both sides; goods of unknown cost are left out and counted in `without_cost`.
        uncounted: The first of them by name.
        uncounted_count: How many there are in all.
    """

    differences: tuple[Difference, ...]
    counted: int
    missing: Money
    surplus: Money
    without_cost: int
    uncounted: tuple[Uncounted, ...]
    uncounted_count: int


def begin_count(
    uow: UnitOfWork, *, scope_id: Id | None = None, counts_all: bool = False, label: str = ""
) -> WorkingDocument:
    """Start a count of a category (with those below it), of all goods, or a free one; it is kept at once."""
    document = WorkingDocument.begin(DocumentKind.COUNT, uow.now)
    document = replace(document, scope_id=scope_id, counts_all=counts_all, label=label)
    save_draft(uow, document)
    return document


def count_scan(uow: UnitOfWork, document: WorkingDocument, item: ScannedItem) -> tuple[WorkingDocument, int]:
    """One more piece (or a label's weight) of an article; what is expected is what the book says at this moment."""
    changed, at = document.with_scan(item, expected=on_hand(uow, item.product_id), counted_at=uow.now)
    save_draft(uow, changed)
    return changed, at


def count_quantity(uow: UnitOfWork, document: WorkingDocument, at: int, quantity: Quantity) -> WorkingDocument:
    """How many there are in all, typed; what is expected is what the book says at this moment."""
    expected = on_hand(uow, document.lines[at].product_id)
    changed = document.with_quantity(at, quantity, expected=expected, counted_at=uow.now)
    save_draft(uow, changed)
    return changed


def post_count(uow: UnitOfWork, document_key: Id, *, zero_uncounted: bool = False) -> PostedDocument:
    """Book what was counted; goods of the scope that nobody counted are set to zero only if that is asked for.

    A second call with the same key returns the first document.

    Raises:
        DraftGone, NothingOnDocument, TooManyLines, GrantNeeded: nothing was stored.
    """
    if known := document_with_key(uow, document_key):
        return known
    document = with_other_counts(uow, load_draft(uow, document_key))
    draft = document.to_draft()
    if zero_uncounted:
        gone = uow.connection.execute(_uncounted(document)).all()
        zeros = [
            StockLineDraft(row.id, expected=Quantity(row.on_hand_milli), counted=NONE)
            for row in gone
            if row.on_hand_milli
        ]
        draft = replace(draft, lines=(*draft.lines, *zeros))
    return post_stock_document(uow, draft)


def with_other_counts(read: Reader, document: WorkingDocument) -> WorkingDocument:
    """The count as if it had been made behind every count and correction that was booked since each line was counted.

    Sales and deliveries since then moved goods and count for themselves; another count said the same thing about the
    same goods, and must not be said twice.
    """
    times = {line.product_id: line.counted_at for line in document.lines if line.counted_at is not None}
    if not times:
        return document
    said: dict[Id, int] = {}
    for row in read.connection.execute(_SAID_SINCE, {"since": min(times.values())}):
        if row.product_id in times and row.at >= times[row.product_id]:
            said[row.product_id] = said.get(row.product_id, 0) + row.quantity_milli
    lines = (
        replace(line, expected=(line.expected or NONE) + Quantity(said[line.product_id]))
        if line.product_id in said
        else line
        for line in document.lines
    )
    return replace(document, lines=tuple(lines))


def summarise_count(read: Reader, document: WorkingDocument) -> CountSummary:
    """The differences with their value, and what of the scope was not counted yet."""
    document = with_other_counts(read, document)
    averages = {key: good.average for key, good in goods_of(read, (line.product_id for line in document.lines)).items()}
    differences = [_difference(line, averages.get(line.product_id)) for line in document.lines]
    found = [it for it in differences if it.difference]
    values = [it.value for it in found if it.value is not None]
    rows = read.connection.execute(_uncounted(document).limit(MOST_UNCOUNTED)).all()
    count = len(rows)
    if count == MOST_UNCOUNTED:
        counted = select(func.count()).select_from(_uncounted(document).order_by(None).subquery())
        count = read.connection.execute(counted).scalar_one()
    return CountSummary(
        differences=tuple(sorted(found, key=_by_loss)),
        counted=len(document.lines),
        missing=Money.total(value for value in values if value.minor < 0),
        surplus=Money.total(value for value in values if value.minor > 0),
        without_cost=sum(it.value is None for it in found),
        uncounted=tuple(_uncounted_row(row) for row in rows),
        uncounted_count=count,
    )


def _difference(line: WorkingLine, average: int | None) -> Difference:
    moved = line.difference
    return Difference(
        line.product_id,
        line.name,
        line.spec,
        line.expected or NONE,
        line.own_units,
        moved,
        money_or_none(cost_of(moved.milli, average)),
    )


def _by_loss(it: Difference) -> tuple[bool, int, str]:
    return it.value is None, it.value.minor if it.value is not None else it.difference.milli, it.name


def _uncounted_row(row: Row[Any]) -> Uncounted:
    value = money_or_none(cost_of(max(row.on_hand_milli, 0), row.cost_minor))
    return Uncounted(row.id, row.name, row.spec, Quantity(row.on_hand_milli), value)


def _uncounted(document: WorkingDocument) -> Select[*tuple[Any, ...]]:
    """Open goods of the scope with something in the book and no line; a free count has none."""
    statement = (
        select(Product.id, Product.name, Product.spec, Product.cost_minor, StockLevel.on_hand_milli)
        .join(StockLevel, IS_LEVEL_OF_PRODUCT)
        .where(Product.closed_at.is_(None), StockLevel.on_hand_milli != 0, _in_scope(document))
        .order_by(Product.name, Product.id)
    )
    counted = [line.product_id for line in document.lines]
    return statement.where(Product.id.not_in(counted)) if counted else statement


def _in_scope(document: WorkingDocument) -> ColumnElement[bool]:
    if document.scope_id is not None:
        return Product.category_id.in_(category_and_below(document.scope_id))
    return Product.id.is_not(None) if document.counts_all else Product.id.is_(None)


def count_scopes(read: Reader) -> tuple[tuple[Id, str], ...]:
    """The categories that a count may be of, by name."""
    rows = read.connection.execute(
        select(Category.id, Category.name).where(Category.closed_at.is_(None)).order_by(Category.name, Category.id)
    )
    return tuple((row.id, row.name) for row in rows)


def category_and_below(category_id: Id) -> Select[*tuple[Any, ...]]:
    """The category and all that hang below it."""
    below = select(Category.id).where(Category.id == category_id).cte("below", recursive=True)
    child = Category.__table__.alias()
    below = below.union(select(child.c.id).where(child.c.parent_id == below.c.id))
    return select(below.c.id)


_SAID_SINCE = (
    select(StockDocumentLine.product_id, StockDocumentLine.at, StockDocumentLine.quantity_milli)
    .join(StockDocument, StockDocument.id == StockDocumentLine.document_id)
    .where(
        StockDocument.kind.in_([DocumentKind.COUNT.value, DocumentKind.CORRECTION.value]),
        StockDocument.at >= bindparam("since", type_=UtcDateTime()),
    )
)
