"""One sale, opened from the list: as it was posted, and what happened to it since."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, func, select

from app.models.audit import AuditEvent
from app.models.members import Member
from app.models.organisation import Staff
from app.models.sales import Sale, SaleLine
from app.services.checkout.posted import load_sale
from app.services.checkout.values import PostedSale
from app.services.common.uow import Reader
from app.services.reports.sales import SaleMember, sale_member
from app.values.ids import Id
from app.values.money import Money
from app.values.quantity import Quantity


@dataclass(frozen=True, slots=True)
class LinkedSale:
    """A refund of a sale, or the sale of a refund."""

    sale_id: Id
    number: str
    at: datetime
    cashier: str
    total: Money


@dataclass(frozen=True, slots=True)
class Reprint:
    """A copy of the receipt that somebody asked for."""

    at: datetime
    cashier: str


@dataclass(frozen=True, slots=True)
class SaleView:
    """All there is to say about a sale or refund.

    Attributes:
        posted: Lines, discounts, taxes, tenders, points; amounts of a refund are negative.
        granted_by: Who gave leave for it, as for a refund over the cashier's limit; empty when nobody had to.
        original: The sale that a refund gives back.
        given_back: How much of each line has come back, by line id; lines without are left out.
    """

    posted: PostedSale
    member: SaleMember | None
    granted_by: str
    original: LinkedSale | None
    refunds: tuple[LinkedSale, ...]
    reprints: tuple[Reprint, ...]
    given_back: dict[Id, Quantity]

    @property
    def kept(self) -> Money:
        """What the shop has kept of a sale: its total less what was given back."""
        return self.posted.total + Money.total(refund.total for refund in self.refunds)


def open_sale(read: Reader, sale_id: Id) -> SaleView:
    """The sale with its refunds and reprints.

    Raises:
        NoResultFound: no such sale, which is a bug of the caller.
    """
    posted = load_sale(read, sale_id)
    head = read.connection.execute(_HEAD.where(Sale.id == sale_id)).one()
    linked = {row.id: _linked(row) for row in read.connection.execute(_links(sale_id, head.original_sale_id))}
    original = linked.pop(head.original_sale_id, None) if head.original_sale_id is not None else None
    return SaleView(
        posted=posted,
        member=sale_member(head),
        granted_by=_granted_by(read, head),
        original=original,
        refunds=tuple(linked.values()),
        reprints=_reprints(read, sale_id, posted.at),
        given_back=_given_back(read, sale_id),
    )


_HEAD = select(
    Sale.till_id,
    Sale.epoch,
    Sale.journal_seq,
    Sale.original_sale_id,
    Sale.member_id,
    Member.number.label("member_number"),
    Member.name.label("member_name"),
    Member.phone.label("member_phone"),
).outerjoin(Member, Member.id == Sale.member_id)


def _links(sale_id: Id, original_id: Id | None) -> Select[*tuple[Any, ...]]:
    is_linked = Sale.original_sale_id == sale_id
    if original_id is not None:
        is_linked = is_linked | (Sale.id == original_id)
    return (
        select(Sale.id, Sale.number, Sale.at, Sale.total_minor, Staff.name)
        .outerjoin(Staff, Staff.id == Sale.staff_id)
        .where(is_linked)
        .order_by(Sale.at, Sale.id)
    )


def _linked(row: Row[*tuple[Any, ...]]) -> LinkedSale:
    return LinkedSale(row.id, row.number, row.at, row.name or "", Money(row.total_minor))


def _granted_by(read: Reader, head: Row[*tuple[Any, ...]]) -> str:
    """The second name of the action that posted it."""
    found = read.connection.execute(
        select(Staff.name)
        .join(AuditEvent, AuditEvent.granted_by == Staff.id)
        .where(
            AuditEvent.till_id == head.till_id,
            AuditEvent.epoch == head.epoch,
            AuditEvent.journal_seq == head.journal_seq,
        )
        .limit(1)
    ).scalar_one_or_none()
    return found or ""


def _reprints(read: Reader, sale_id: Id, since: datetime) -> tuple[Reprint, ...]:
    rows = read.connection.execute(
        select(AuditEvent.at, Staff.name)
        .outerjoin(Staff, Staff.id == AuditEvent.staff_id)
        .where(AuditEvent.action == "reprint", AuditEvent.at >= since, AuditEvent.subject_id == sale_id)
        .order_by(AuditEvent.at, AuditEvent.id)
    )
    return tuple(Reprint(at, name or "") for at, name in rows)


def _given_back(read: Reader, sale_id: Id) -> dict[Id, Quantity]:
    lines = select(SaleLine.id).where(SaleLine.sale_id == sale_id)
    rows = read.connection.execute(
        select(SaleLine.original_line_id, func.sum(SaleLine.quantity_milli))
        .where(SaleLine.original_line_id.in_(lines))
        .group_by(SaleLine.original_line_id)
    )
    return {line_id: Quantity(-milli) for line_id, milli in rows if line_id is not None}
