"""The list of sales: found in the data file by its indexes, a page at a time, newest first.

Each way of finding (number, member, goods, amount) is a query of its own that walks one index and stops after a page;
their answers are merged here. Nothing is ever loaded whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Row, case, func, select, union

from app.models.members import Member
from app.models.organisation import Staff, Till
from app.models.sales import Sale, SaleTender
from app.services.common.uow import Reader
from app.services.reports.sale_filter import KindFilter, SaleFilter
from app.services.reports.sale_sources import Query, SaleKey, SaleSource, key_columns, sources_of
from app.values.ids import Id
from app.values.money import ZERO, Money
from app.values.text import mask_phone

PAGE = 50


@dataclass(frozen=True, slots=True)
class SaleMember:
    """Whose sale it was; `phone` is masked, unless the whole number was asked for."""

    member_id: Id
    number: str
    name: str
    phone: str


@dataclass(frozen=True, slots=True)
class SaleRow:
    """A sale or refund in the list; amounts of a refund are negative.

    Attributes:
        tenders: Ways of paying in the order they were taken, without cash rounding.
        given_back: What refunds of this sale have given back, zero or negative.
    """

    sale_id: Id
    number: str
    is_refund: bool
    at: datetime
    business_date: date
    till_code: str
    cashier: str
    member: SaleMember | None
    line_count: int
    discount: Money
    total: Money
    tenders: tuple[str, ...]
    given_back: Money


@dataclass(frozen=True, slots=True)
class SaleTotals:
    """All that was found, not only this page.

    Attributes:
        net: Sales less refunds.
        refunds: Zero or negative.
    """

    count: int = 0
    sale_count: int = 0
    refund_count: int = 0
    net: Money = ZERO
    refunds: Money = ZERO


@dataclass(frozen=True, slots=True)
class SalesPage:
    """A page of the list.

    Attributes:
        next: Where the next page begins; None on the last one.
        totals: With the first page only, when it was asked for.
    """

    rows: tuple[SaleRow, ...]
    next: SaleKey | None
    totals: SaleTotals | None = None


def list_sales(
    read: Reader,
    wanted: SaleFilter,
    *,
    page: SaleKey | None = None,
    limit: int = PAGE,
    with_totals: bool = False,
    whole_phones: bool = False,
) -> SalesPage:
    """The sales that fit, newest first; `page` is `next` of the page before.

    Totals look at every sale that fits: over a whole year they take longer than the page, so a screen asks for them
    by themselves (`total_sales`) and shows the page first.
    """
    keys = _newest(read, wanted, sources_of(read, wanted), page, limit + 1)
    rows = _rows(read, [key.sale_id for key in keys[:limit]], whole_phones=whole_phones)
    following = keys[limit - 1] if len(keys) > limit else None
    totals = total_sales(read, wanted) if with_totals and page is None else None
    return SalesPage(rows, following, totals)


def all_sales(
    read: Reader, wanted: SaleFilter, *, page_length: int = 500, whole_phones: bool = False
) -> Iterator[SaleRow]:
    """Every sale that fits, for a file: fetched as it is written."""
    at: SaleKey | None = None
    while True:
        page = list_sales(read, wanted, page=at, limit=page_length, whole_phones=whole_phones)
        yield from page.rows
        at = page.next
        if at is None:
            return


def total_sales(read: Reader, wanted: SaleFilter) -> SaleTotals:
    """How many fit, and what they come to."""
    sources = sources_of(read, wanted)
    if not sources:
        return SaleTotals()
    sums = (Sale.kind, func.count(), func.sum(Sale.total_minor))
    if len(sources) == 1:
        query = sources[0].query.with_only_columns(*sums)
    else:
        found = union(*(source.query.with_only_columns(Sale.id) for source in sources)).subquery()
        query = select(*sums).join(found, found.c.id == Sale.id)
    by_kind = {kind: (count, Money(total)) for kind, count, total in read.connection.execute(query.group_by(Sale.kind))}
    sale_count, sold = by_kind.get(KindFilter.SALE, (0, ZERO))
    refund_count, refunded = by_kind.get(KindFilter.REFUND, (0, ZERO))
    return SaleTotals(sale_count + refund_count, sale_count, refund_count, sold + refunded, refunded)


def _newest(
    read: Reader, wanted: SaleFilter, sources: Sequence[SaleSource], page: SaleKey | None, limit: int
) -> list[SaleKey]:
    """The newest keys of all sources, each once."""
    found: set[SaleKey] = set()
    for source in sources:
        query = source.after(page).with_only_columns(*key_columns())
        if source.is_broad:
            found.update(_by_stretches(read, wanted, query, page, limit))
        else:
            found.update(SaleKey(*row) for row in read.connection.execute(query.limit(limit)))
    return sorted(found, key=SaleKey.order, reverse=True)[:limit]


def _by_stretches(
    read: Reader, wanted: SaleFilter, query: Query, page: SaleKey | None, limit: int
) -> Iterator[SaleKey]:
    """Walk back from the newest day, one day, two, four ... at a time, until there is enough."""
    first: date | None = read.connection.execute(_FIRST_DAY).scalar_one()
    last: date | None = read.connection.execute(_LAST_DAY).scalar_one()
    if first is None or last is None:
        return
    upper = min(day for day in (last, wanted.until_date, page.business_date if page else None) if day is not None)
    lower, count, days = max(first, wanted.from_date or first), 0, 1
    while upper >= lower and count < limit:
        bottom = max(upper - timedelta(days=days - 1), lower)
        stretch = query.where(Sale.business_date.between(bottom, upper)).limit(limit - count)
        for row in read.connection.execute(stretch):
            yield SaleKey(*row)
            count += 1
        upper, days = bottom - timedelta(days=1), days * 2


_FIRST_DAY, _LAST_DAY = select(func.min(Sale.business_date)), select(func.max(Sale.business_date))
_GIVEN_BACK = Sale.__table__.alias("given_back")
_ROWS = (
    select(
        Sale.id,
        Sale.number,
        Sale.kind,
        Sale.at,
        Sale.business_date,
        Sale.line_count,
        Sale.discount_minor,
        Sale.total_minor,
        Till.code.label("till_code"),
        Staff.name.label("cashier"),
        Sale.member_id,
        Member.number.label("member_number"),
        Member.name.label("member_name"),
        Member.phone.label("member_phone"),
        case(
            (
                Sale.kind == KindFilter.SALE,
                select(func.coalesce(func.sum(_GIVEN_BACK.c.total_minor), 0))
                .where(_GIVEN_BACK.c.original_sale_id == Sale.id)
                .scalar_subquery(),
            ),
            else_=0,
        ).label("given_back"),
    )
    .join(Till, Till.id == Sale.till_id)
    .outerjoin(Staff, Staff.id == Sale.staff_id)
    .outerjoin(Member, Member.id == Sale.member_id)
)
_TENDERS = select(SaleTender.sale_id, SaleTender.kind).order_by(SaleTender.sale_id, SaleTender.tender_no)


def _rows(read: Reader, ids: Sequence[Id], *, whole_phones: bool) -> tuple[SaleRow, ...]:
    if not ids:
        return ()
    tenders: dict[Id, list[str]] = {}
    for sale_id, kind in read.connection.execute(_TENDERS.where(SaleTender.sale_id.in_(ids))):
        tenders.setdefault(sale_id, []).append(kind)
    found = {row.id: row for row in read.connection.execute(_ROWS.where(Sale.id.in_(ids)))}
    return tuple(_row(found[sale_id], tenders.get(sale_id, []), whole_phones=whole_phones) for sale_id in ids)


def _row(row: Row[*tuple[Any, ...]], tenders: list[str], *, whole_phones: bool) -> SaleRow:
    return SaleRow(
        sale_id=row.id,
        number=row.number,
        is_refund=row.kind == KindFilter.REFUND,
        at=row.at,
        business_date=row.business_date,
        till_code=row.till_code,
        cashier=row.cashier or "",
        member=sale_member(row, whole_phones=whole_phones),
        line_count=row.line_count,
        discount=Money(row.discount_minor),
        total=Money(row.total_minor),
        tenders=tuple(dict.fromkeys(kind for kind in tenders if kind != "rounding")),
        given_back=Money(row.given_back),
    )


def sale_member(row: Row[*tuple[Any, ...]], *, whole_phones: bool = False) -> SaleMember | None:
    """Whose sale a row with the member's columns is."""
    if row.member_id is None:
        return None
    phone = row.member_phone or ""
    phone = phone if whole_phones else mask_phone(phone)
    return SaleMember(row.member_id, row.member_number or "", row.member_name or "", phone)
