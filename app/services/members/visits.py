"""Visits: who came on which day, kept by the posting itself.

A visit is a household (or company, or single member) on a business date with at least one sale that is not wholly
refunded. What is given back counts on the day and for the people of the original sale.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import bindparam, case, func, select
from sqlalchemy.orm import aliased

from app.models.members import Visit
from app.models.sales import Sale, SaleLine
from app.services.common.prepared import Prepared
from app.services.common.topics import Topic
from app.services.common.uow import Reader, UnitOfWork
from app.services.common.upsert import insert_for
from app.values.ids import Id, new_id


class UnitKind(StrEnum):
    """Who comes: people who eat from one pot, a company, or one person."""

    HOUSEHOLD = "household"
    COMPANY = "company"
    MEMBER = "member"


@dataclass(frozen=True, slots=True, order=True)
class VisitUnit:
    """The one whose visits are counted together."""

    kind: UnitKind
    id: Id


@dataclass(frozen=True, slots=True)
class VisitNote:
    """What a posting changes about a visit.

    Attributes:
        business_date: The day of the sale; of the ORIGINAL sale for a refund, as are the people.
        sale_count: +1 for a sale; -1 for the refund that made its sale wholly refunded; 0 for one in part.
        net_minor: Net of the sale; below zero for a refund.
    """

    business_date: date
    sale_count: int
    net_minor: int
    member_id: Id | None = None
    household_id: Id | None = None
    company_id: Id | None = None


@dataclass(frozen=True, slots=True, order=True)
class VisitRow:
    """A visit as it is kept, or as the sales say it must be."""

    unit: VisitUnit
    shop_id: Id
    business_date: date
    sale_count: int
    net_minor: int


def unit_of(*, member_id: Id | None, household_id: Id | None = None, company_id: Id | None = None) -> VisitUnit | None:
    """Household before company before member; None when nobody was named."""
    if household_id is not None:
        return VisitUnit(UnitKind.HOUSEHOLD, household_id)
    if company_id is not None:
        return VisitUnit(UnitKind.COMPANY, company_id)
    return None if member_id is None else VisitUnit(UnitKind.MEMBER, member_id)


def _upsert(dialect: str) -> Prepared:
    row = insert_for(dialect)(Visit)
    put = row.on_conflict_do_update(
        index_elements=[Visit.unit_kind, Visit.unit_id, Visit.business_date, Visit.shop_id],
        set_={
            "sale_count": Visit.sale_count + row.excluded.sale_count,
            "net_minor": Visit.net_minor + row.excluded.net_minor,
        },
    )
    return Prepared(put)


_UPSERT = {dialect: _upsert(dialect) for dialect in ("sqlite", "postgresql")}


def note_visit(uow: UnitOfWork, note: VisitNote) -> None:
    """Move the count and net of a visit; nothing for a sale without a member."""
    unit = unit_of(member_id=note.member_id, household_id=note.household_id, company_id=note.company_id)
    if unit is None:
        return
    _UPSERT[uow.connection.dialect.name].run(
        uow.connection,
        {
            "id": new_id(),
            "unit_kind": unit.kind.value,
            "unit_id": unit.id,
            "shop_id": uow.actor.shop_id,
            "business_date": note.business_date,
            "sale_count": note.sale_count,
            "net_minor": note.net_minor,
        },
    )
    uow.changed.add(Topic.MEMBERS)


_returned = SaleLine.__table__.alias()
_GIVEN_BACK = (
    select(
        SaleLine.sale_id, SaleLine.id, SaleLine.quantity_milli, func.sum(_returned.c.quantity_milli).label("returned")
    )
    .outerjoin(_returned, _returned.c.original_line_id == SaleLine.id)
    .group_by(SaleLine.id)
)
_GIVEN_BACK_OF_SALE = _GIVEN_BACK.where(SaleLine.sale_id == bindparam("sale"))


def is_wholly_refunded(read: Reader, sale_id: Id) -> bool:
    """Whether every line of a sale has come back in full, judged by the lines posted so far (also in this action)."""
    lines = read.connection.execute(_GIVEN_BACK_OF_SALE, {"sale": sale_id}).all()
    return bool(lines) and all(_is_back(line) for line in lines)


def _is_back(line: Any) -> bool:
    returned, sold = int(line.returned or 0), int(line.quantity_milli)
    return abs(returned) >= abs(sold)


@dataclass
class _Tally:
    """A visit while it is added up."""

    sale_count: int = 0
    net_minor: int = 0


@dataclass
class _Tallies:
    """All visits while they are added up."""

    found: dict[tuple[VisitUnit, Id, date], _Tally] = field(default_factory=dict)

    def at(self, unit: VisitUnit, shop_id: Id, day: date) -> _Tally:
        return self.found.setdefault((unit, shop_id, day), _Tally())

    def rows(self) -> tuple[VisitRow, ...]:
        keys = sorted(self.found)
        return tuple(VisitRow(*key, self.found[key].sale_count, self.found[key].net_minor) for key in keys)


def recompute_visits(read: Reader) -> tuple[VisitRow, ...]:
    """All visits as the posted sales and refunds say they must be, in the order of `kept_visits`."""
    refunded = _wholly_refunded_sales(read)
    original = aliased(Sale)

    def _of_original(theirs: Any, own: Any) -> Any:
        return case((original.id.is_not(None), theirs), else_=own)

    rows = read.connection.execute(
        select(
            Sale.id,
            Sale.kind,
            Sale.net_minor,
            _of_original(original.member_id, Sale.member_id).label("member_id"),
            _of_original(original.household_id, Sale.household_id).label("household_id"),
            _of_original(original.company_id, Sale.company_id).label("company_id"),
            _of_original(original.shop_id, Sale.shop_id).label("shop_id"),
            _of_original(original.business_date, Sale.business_date).label("day"),
        ).outerjoin(original, original.id == Sale.original_sale_id)
    )
    tallies = _Tallies()
    for row in rows:
        unit = unit_of(member_id=row.member_id, household_id=row.household_id, company_id=row.company_id)
        if unit is None:
            continue
        tally = tallies.at(unit, row.shop_id, row.day)
        tally.net_minor += row.net_minor
        tally.sale_count += 1 if row.kind == "sale" and row.id not in refunded else 0
    return tallies.rows()


def kept_visits(read: Reader) -> tuple[VisitRow, ...]:
    """All visits as the postings have kept them; a row at zero sales is no visit but stays."""
    rows = read.connection.execute(select(Visit.__table__))
    return tuple(
        sorted(
            VisitRow(
                VisitUnit(UnitKind(row.unit_kind), row.unit_id),
                row.shop_id,
                row.business_date,
                row.sale_count,
                row.net_minor,
            )
            for row in rows
        )
    )


def _wholly_refunded_sales(read: Reader) -> frozenset[Id]:
    touched = select(Sale.original_sale_id).where(Sale.original_sale_id.is_not(None))
    whole: dict[Id, bool] = {}
    for line in read.connection.execute(_GIVEN_BACK.where(SaleLine.sale_id.in_(touched))):
        whole[line.sale_id] = whole.get(line.sale_id, True) and _is_back(line)
    return frozenset(sale_id for sale_id, is_whole in whole.items() if is_whole)
