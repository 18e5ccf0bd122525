"""Who did what an owner asks about: leave given, drawers opened, goods taken out, refunds, prices changed.

Read from the audit rows, newest first, each kind of action along the index of its own name.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, func, literal, select, tuple_

from app.models.audit import AuditEvent
from app.models.catalogue import Product, SaleUnit
from app.models.organisation import Staff, Till
from app.models.sales import Sale
from app.services.common.uow import Reader
from app.services.shifts.figures import BASKET_CLEARED, LINE_REMOVED, NO_SALE, PRICE_CHANGED
from app.services.staff.sign_in import GRANT_GIVEN, GRANT_REFUSED
from app.values.ids import Id
from app.values.money import Money

PAGE = 100
FARTHEST_ZONE = timedelta(hours=40)
"""Between midnight UTC of a business date and any moment that belongs to it, in any zone, with any end of the day."""


class LogKind(StrEnum):
    """What an owner asks for."""

    GRANT = "grant"
    NO_SALE = "no_sale"
    VOID = "void"
    REFUND = "refund"
    PRICE = "price"


ACTIONS: dict[LogKind, tuple[str, ...]] = {
    LogKind.NO_SALE: (NO_SALE,),
    LogKind.VOID: (LINE_REMOVED, BASKET_CLEARED, "unknown_cleared"),
    LogKind.REFUND: ("refund",),
    LogKind.PRICE: (PRICE_CHANGED, "first_price_given"),
}
"""The audit actions behind each kind; `GRANT` is every action that somebody gave leave for, and leave refused."""
_TRIES = (GRANT_REFUSED, GRANT_GIVEN)


@dataclass(frozen=True, slots=True)
class LogFilter:
    """Which rows; everything given must hold.

    Attributes:
        kinds: None given means all.
        staff: Who did it or asked for leave.
        from_date, until_date: Business dates, both included.
    """

    kinds: tuple[LogKind, ...] = ()
    staff: Id | None = None
    from_date: date | None = None
    until_date: date | None = None
    till: Id | None = None


@dataclass(frozen=True, slots=True)
class LogKey:
    """The cursor of a page."""

    at: datetime
    row_id: Id


@dataclass(frozen=True, slots=True)
class LogRow:
    """One thing done.

    Attributes:
        kind: The first kind it fits; what needed leave keeps its own, as a granted refund is a refund.
        action: The audit's word: `no_sale`, `line_removed`, `refund`, `price_changed`, `grant_refused` ...
        granted_by: Who gave leave; empty when nobody had to.
        subject: The article's name or the receipt's number that it was about.
        receipt: The receipt that the same action posted, as that of a refund.
        amount: As the audit keeps it: a refund's sum, what left the basket, the new price less the old one.
        note: What else the row says: a typed reason, why leave was refused, for what it was asked.
    """

    row_id: Id
    kind: LogKind
    action: str
    at: datetime
    business_date: date
    till_code: str
    staff_id: Id | None
    staff: str
    granted_by: str
    subject: str
    receipt: str
    sale_id: Id | None
    amount: Money | None
    note: str


@dataclass(frozen=True, slots=True)
class LogPage:
    """A page, newest first; `next` is None on the last one."""

    rows: tuple[LogRow, ...]
    next: LogKey | None


def list_log(read: Reader, wanted: LogFilter, *, page: LogKey | None = None, limit: int = PAGE) -> LogPage:
    """The rows that fit, newest first; `page` is `next` of the page before."""
    keys: set[tuple[datetime, Id]] = set()
    for action, conditions in _wanted_actions(read, wanted).items():
        query = (
            select(AuditEvent.at, AuditEvent.id)
            .where(AuditEvent.action == action, *conditions, *time_of(wanted))
            .order_by(AuditEvent.at.desc(), AuditEvent.id.desc())
            .limit(limit + 1)
        )
        if page is not None:
            place = tuple_(literal(page.at, AuditEvent.at.type), literal(page.row_id, AuditEvent.id.type))
            query = query.where(AuditEvent.at <= page.at, tuple_(AuditEvent.at, AuditEvent.id) < place)
        keys.update((at, row_id) for at, row_id in read.connection.execute(query))
    newest = sorted(keys, reverse=True)
    rows = _rows(read, [row_id for _, row_id in newest[:limit]])
    return LogPage(rows, LogKey(*newest[limit - 1]) if len(newest) > limit else None)


def all_log(read: Reader, wanted: LogFilter, *, page_length: int = 500) -> Iterator[LogRow]:
    """Every row that fits, for a file."""
    at: LogKey | None = None
    while True:
        page = list_log(read, wanted, page=at, limit=page_length)
        yield from page.rows
        at = page.next
        if at is None:
            return


def _wanted_actions(read: Reader, wanted: LogFilter) -> dict[str, list[ColumnElement[bool]]]:
    """Each action that is looked for, with what its rows must hold."""
    kinds = wanted.kinds or tuple(LogKind)
    found: dict[str, list[ColumnElement[bool]]] = {}
    if LogKind.GRANT in kinds:
        found = {action: [AuditEvent.granted_by.is_not(None)] for action in known_actions(read)}
        found[GRANT_REFUSED] = []
    for kind in kinds:
        found |= {action: [] for action in ACTIONS.get(kind, ())}
    return found


def known_actions(read: Reader) -> Iterator[str]:
    """Every action that was ever written down; each step is one look into the index."""
    found: str | None = read.connection.execute(select(func.min(AuditEvent.action))).scalar_one()
    while found is not None:
        yield found
        following = select(func.min(AuditEvent.action)).where(AuditEvent.action > found)
        found = read.connection.execute(following).scalar_one()


def time_of(wanted: LogFilter) -> list[ColumnElement[bool]]:
    """The business dates, and around them the moments by which the index walks."""
    found: list[ColumnElement[bool]] = []
    if wanted.from_date is not None:
        found += [AuditEvent.at >= _midnight(wanted.from_date) - FARTHEST_ZONE]
        found += [AuditEvent.business_date >= wanted.from_date]
    if wanted.until_date is not None:
        found += [AuditEvent.at <= _midnight(wanted.until_date) + timedelta(days=1) + FARTHEST_ZONE]
        found += [AuditEvent.business_date <= wanted.until_date]
    if wanted.staff is not None:
        found.append(AuditEvent.staff_id == wanted.staff)
    if wanted.till is not None:
        found.append(AuditEvent.till_id == wanted.till)
    return found


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min, UTC)


_GRANTER = Staff.__table__.alias("granter")
_POSTED = Sale.__table__.alias("posted")
_SUBJECT_SALE = Sale.__table__.alias("subject_sale")
_UNIT = SaleUnit.__table__.alias("unit")
_PRODUCT = Product.__table__.alias("product_named")
_OF_UNIT = Product.__table__.alias("product_of_unit")
_ROWS = (
    select(
        AuditEvent.__table__,
        Till.code.label("till_code"),
        Staff.name.label("staff_name"),
        _GRANTER.c.name.label("granter_name"),
        _POSTED.c.id.label("posted_id"),
        _POSTED.c.number.label("posted_number"),
        func.coalesce(_SUBJECT_SALE.c.number, _PRODUCT.c.name, _OF_UNIT.c.name, "").label("subject"),
    )
    .join(Till, Till.id == AuditEvent.till_id)
    .outerjoin(Staff, Staff.id == AuditEvent.staff_id)
    .outerjoin(_GRANTER, _GRANTER.c.id == AuditEvent.granted_by)
    .outerjoin(
        _POSTED,
        and_(
            _POSTED.c.till_id == AuditEvent.till_id,
            _POSTED.c.epoch == AuditEvent.epoch,
            _POSTED.c.journal_seq == AuditEvent.journal_seq,
        ),
    )
    .outerjoin(_SUBJECT_SALE, and_(AuditEvent.subject_kind == "sale", _SUBJECT_SALE.c.id == AuditEvent.subject_id))
    .outerjoin(_PRODUCT, and_(AuditEvent.subject_kind == "product", _PRODUCT.c.id == AuditEvent.subject_id))
    .outerjoin(_UNIT, and_(AuditEvent.subject_kind == "sale_unit", _UNIT.c.id == AuditEvent.subject_id))
    .outerjoin(_OF_UNIT, _OF_UNIT.c.id == _UNIT.c.product_id)
)
_KIND_OF = {action: kind for kind, actions in ACTIONS.items() for action in actions}


def _rows(read: Reader, ids: Sequence[Id]) -> tuple[LogRow, ...]:
    if not ids:
        return ()
    found = {row.id: row for row in read.connection.execute(_ROWS.where(AuditEvent.id.in_(ids)))}
    return tuple(_row(found[row_id]) for row_id in ids)


def _row(row: Row[*tuple[Any, ...]]) -> LogRow:
    return LogRow(
        row_id=row.id,
        kind=_KIND_OF.get(row.action, LogKind.GRANT),
        action=row.action,
        at=row.at,
        business_date=row.business_date,
        till_code=row.till_code,
        staff_id=row.staff_id,
        staff=row.staff_name or "",
        granted_by=row.granter_name or "",
        subject=row.subject,
        receipt=row.posted_number or "",
        sale_id=row.posted_id or (row.subject_id if row.subject_kind == "sale" else None),
        amount=None if row.amount_minor is None else Money(row.amount_minor),
        note=_note(row.detail),
    )


def _note(detail: str) -> str:
    """The reason somebody typed, or for what leave was asked and why it was refused."""
    try:
        said = json.loads(detail)
    except ValueError:
        return ""
    if not isinstance(said, dict):
        return ""
    return ", ".join(str(said[name]) for name in ("reason", "permission", "why") if said.get(name))
