"""Suppliers: list, add, edit, close; what we buy from each and when it came last."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Row, Select, func, insert, select, update

from app.models.catalogue import Product
from app.models.inventory import StockDocument
from app.models.purchasing import Company
from app.services.catalogue.drafts import MAX_NOTE, MAX_WORD, check_text
from app.services.catalogue.index import index_again
from app.services.catalogue.names import name_key, names_of, reference_columns
from app.services.common import audit
from app.services.common.actor import Permission
from app.services.common.paging import PAGE_ROWS, Cursor, RowsPage, page_of, paged
from app.services.common.permissions import require
from app.services.common.topics import Topic
from app.services.common.uow import Reader, UnitOfWork
from app.services.common.versions import require_version
from app.values.errors import QT_TRANSLATE_NOOP, UserError
from app.values.ids import Id


class SupplierNameMissing(UserError):
    """Nobody could find it again."""

    text = QT_TRANSLATE_NOOP("errors", "A supplier needs a name.")


class SupplierKnown(UserError):
    """Two of one name would be mixed up in every list."""

    text = QT_TRANSLATE_NOOP("errors", "There is a company called “{name}” already.")


class SupplierGone(UserError):
    """It is not there, or was closed."""

    text = QT_TRANSLATE_NOOP("errors", "This supplier is no longer on the list. Nothing was changed.")


@dataclass(frozen=True, slots=True)
class SupplierDraft:
    """A supplier as somebody wants it."""

    name: str
    code: str = ""
    tax_number: str = ""
    phone: str = ""
    address: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Supplier:
    """A supplier as it is.

    Attributes:
        row_version: Rises with every edit; whoever saves an edit says which one they saw.
        goods: How many articles name it as theirs.
        last_delivery: The day of its last receipt that was not taken back.
    """

    supplier_id: Id
    row_version: int
    draft: SupplierDraft
    goods: int
    last_delivery: date | None


def add_supplier(uow: UnitOfWork, draft: SupplierDraft) -> Id:
    """Put a supplier on the list.

    Raises:
        SupplierNameMissing, SupplierKnown, TextTooLong, GrantNeeded: nothing was stored.
    """
    require(uow, Permission.EDIT_CATALOGUE)
    checked = _checked(draft)
    _require_free(uow, checked.name, None)
    columns = reference_columns(uow)
    uow.connection.execute(insert(Company), {**columns, **_columns(checked), "is_supplier": True, "is_customer": False})
    audit.record(uow, "supplier_added", subject=("company", columns["id"]))
    uow.changed.add(Topic.CATALOGUE)
    return Id(columns["id"])


def change_supplier(uow: UnitOfWork, supplier_id: Id, draft: SupplierDraft, *, seen: int | None = None) -> None:
    """Make a supplier what the draft says; `seen` is the version that was on the screen.

    Raises:
        ChangedMeanwhile: somebody else saved first.
        SupplierGone, SupplierNameMissing, SupplierKnown, TextTooLong, GrantNeeded: nothing was stored.
    """
    require(uow, Permission.EDIT_CATALOGUE)
    before = load_supplier(uow, supplier_id)
    require_version(before.row_version, seen)
    checked = _checked(draft)
    _require_free(uow, checked.name, supplier_id)
    changed = sorted(name for name, value in _columns(checked).items() if getattr(before.draft, name) != value)
    if not changed:
        return
    _write(uow, supplier_id, **_columns(checked))
    if "name" in changed:
        index_again(uow, goods_ids(uow, supplier_id))
    audit.record(uow, "supplier_changed", subject=("company", supplier_id), detail={"fields": changed})
    uow.changed.add(Topic.CATALOGUE)


def close_supplier(uow: UnitOfWork, supplier_id: Id, *, seen: int | None = None) -> None:
    """Take a supplier off the list; its deliveries stay, its goods keep its name until they get another.

    One that is also a customer stays as that.

    Raises:
        ChangedMeanwhile, SupplierGone, GrantNeeded: nothing was stored.
    """
    require(uow, Permission.EDIT_CATALOGUE)
    require_version(load_supplier(uow, supplier_id).row_version, seen)
    is_customer: bool = uow.connection.execute(
        select(Company.is_customer).where(Company.id == supplier_id)
    ).scalar_one()
    _write(uow, supplier_id, **({"is_supplier": False} if is_customer else {"closed_at": uow.now}))
    audit.record(uow, "supplier_closed", subject=("company", supplier_id))
    uow.changed.add(Topic.CATALOGUE)


def load_supplier(read: Reader, supplier_id: Id) -> Supplier:
    """One supplier.

    Raises:
        SupplierGone
    """
    row = read.connection.execute(_listed().where(Company.id == supplier_id)).first()
    if row is None:
        raise SupplierGone()
    return _supplier(row)


def list_suppliers(
    read: Reader, text: str = "", *, after: Cursor | None = None, limit: int = PAGE_ROWS
) -> RowsPage[Supplier]:
    """Open suppliers by name, a piece at a time; `text` is part of a name, code or phone number."""
    statement = _listed()
    if word := text.strip():
        part = f"%{_plain(word)}%"
        statement = statement.where(
            Company.name.ilike(part, escape="\\")
            | Company.code.ilike(part, escape="\\")
            | Company.phone.like(part, escape="\\")
        )
    found = read.connection.execute(
        paged(statement, (Company.name.expression, Company.id.expression), after, limit)
    ).all()
    return page_of(found, limit, [_supplier(row) for row in found], [(row.name, row.id) for row in found])


def goods_ids(read: Reader, supplier_id: Id) -> tuple[Id, ...]:
    """The open goods that name this supplier, by name."""
    rows = read.connection.execute(
        select(Product.id)
        .where(Product.supplier_id == supplier_id, Product.closed_at.is_(None))
        .order_by(Product.name, Product.id)
    )
    return tuple(rows.scalars())


def _checked(draft: SupplierDraft) -> SupplierDraft:
    name = check_text(draft.name, MAX_WORD)
    if not name_key(name):
        raise SupplierNameMissing()
    return SupplierDraft(
        name,
        check_text(draft.code, MAX_WORD),
        check_text(draft.tax_number, MAX_WORD),
        check_text(draft.phone, MAX_WORD),
        check_text(draft.address, MAX_NOTE),
        check_text(draft.note, MAX_NOTE),
    )


def _columns(draft: SupplierDraft) -> dict[str, Any]:
    return {
        "name": draft.name,
        "code": draft.code,
        "tax_number": draft.tax_number,
        "phone": draft.phone,
        "address": draft.address,
        "note": draft.note,
    }


def _require_free(uow: UnitOfWork, name: str, supplier_id: Id | None) -> None:
    """Goods name their supplier by its name, so that a name is one company's."""
    owner = names_of(uow, Company).get(name_key(name))
    if owner is not None and owner != supplier_id:
        raise SupplierKnown(name=name)


def _write(uow: UnitOfWork, supplier_id: Id, **columns: Any) -> None:
    newer = {"row_version": Company.row_version + 1, "updated_at": uow.now, "updated_by": uow.actor.staff_id}
    uow.connection.execute(update(Company).where(Company.id == supplier_id).values(**columns, **newer))


def _plain(word: str) -> str:
    """A word as LIKE takes it literally."""
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def _supplier(row: Row[Any]) -> Supplier:
    draft = SupplierDraft(row.name, row.code, row.tax_number, row.phone, row.address, row.note)
    return Supplier(row.id, row.row_version, draft, row.goods, row.last_delivery)


def _listed() -> Select[Any]:
    back = StockDocument.__table__.alias()
    was_taken_back = select(back.c.id).where(back.c.reverses_id == StockDocument.id).exists()
    last = (
        select(func.max(StockDocument.business_date))
        .where(
            StockDocument.company_id == Company.id,
            StockDocument.kind == "receipt",
            StockDocument.reverses_id.is_(None),
            ~was_taken_back,
        )
        .correlate(Company)
        .scalar_subquery()
    )
    goods = (
        select(func.count())
        .where(Product.supplier_id == Company.id, Product.closed_at.is_(None))
        .correlate(Company)
        .scalar_subquery()
    )
    return select(Company.__table__, goods.label("goods"), last.label("last_delivery")).where(
        Company.is_supplier, Company.closed_at.is_(None)
    )
