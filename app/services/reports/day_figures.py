"""What one business day, or the part of it up to a moment, comes to: sums of stored rows, as the Z reports add them up.

Definitions with worked numbers: docs/reports.md.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Row, case, func, select

from app.models.catalogue import Category
from app.models.organisation import Staff
from app.models.sales import Sale, SaleLine, SaleTax, SaleTender
from app.services.common.uow import Reader
from app.services.shifts.figures import TaxSum, TenderSum, Totals
from app.values.ids import Id
from app.values.money import ZERO, Money
from app.values.quantity import Quantity
from app.values.rates import Rate
from app.values.rounding import divide_half_up

SALE, REFUND, ROUNDING = "sale", "refund", "rounding"
AnyRow = Row[*tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class HourSum:
    """One hour of the shop's clock; an hour that the clock shows twice at the end of summer time is one row."""

    hour: int
    sale_count: int
    turnover: Money


@dataclass(frozen=True, slots=True)
class CashierSum:
    """What one person posted; `turnover` is sales less refunds."""

    staff_id: Id | None
    name: str
    sale_count: int
    refund_count: int
    turnover: Money
    refunds: Money


@dataclass(frozen=True, slots=True)
class Margin:
    """Net sales without tax, less cost; refunds taken off both.

    Attributes:
        known: Turnover without tax of lines whose cost was known when they were sold.
        estimated: The same of lines whose cost is estimated from their category's margin, at the sale or here.
        unknown: The same of lines for which nothing says a cost; they are in no margin.
        cost: Of the known and the estimated lines.
        estimated_lines, unknown_lines: How many lines.
    """

    known: Money = ZERO
    estimated: Money = ZERO
    unknown: Money = ZERO
    cost: Money = ZERO
    estimated_lines: int = 0
    unknown_lines: int = 0

    @property
    def amount(self) -> Money:
        """What remains of the lines that have a cost."""
        return self.known + self.estimated - self.cost

    @property
    def rate(self) -> Rate | None:
        """Of the turnover of the lines that have a cost; None where there is none."""
        return share(self.amount.minor, (self.known + self.estimated).minor)

    @property
    def known_share(self) -> Rate | None:
        """How much of the turnover without tax has a cost that is not estimated."""
        return share(self.known.minor, (self.known + self.estimated + self.unknown).minor)


@dataclass(frozen=True, slots=True)
class DayFigures:
    """A business day, or what of it had happened by `until`.

    Attributes:
        until: The moment up to which it is counted; None is the whole day.
        sales, refunds, tenders, taxes: As on the Z report; together they are the sum of the day's Z reports.
        item_count: Pieces sold, before refunds; a weighed article counts one.
        member_sales: Sales with a member.
        member_turnover: Sales less refunds of members.
    """

    business_date: date
    until: datetime | None
    sales: Totals = field(default_factory=Totals)
    refunds: Totals = field(default_factory=Totals)
    tenders: tuple[TenderSum, ...] = ()
    taxes: tuple[TaxSum, ...] = ()
    hours: tuple[HourSum, ...] = ()
    cashiers: tuple[CashierSum, ...] = ()
    item_count: int = 0
    margin: Margin = field(default_factory=Margin)
    member_sales: int = 0
    member_turnover: Money = ZERO

    @property
    def turnover(self) -> Money:
        """Sales less refunds, tax included, before cash rounding."""
        return self.sales.total + self.refunds.total

    @property
    def takings(self) -> Money:
        """What really came in: turnover less what cash rounding settled."""
        return self.sales.paid + self.refunds.paid

    @property
    def rounding(self) -> Money:
        """Settled by cash rounding; above zero in the customers' favour."""
        return self.sales.rounding + self.refunds.rounding

    @property
    def average_basket(self) -> Money | None:
        """Sales without refunds, by their number."""
        return Money(divide_half_up(self.sales.total.minor, self.sales.count)) if self.sales.count else None

    @property
    def items_a_basket(self) -> Quantity | None:
        """Pieces of a sale, in thousandths."""
        return Quantity(divide_half_up(self.item_count * 1000, self.sales.count)) if self.sales.count else None

    @property
    def member_sales_share(self) -> Rate | None:
        """Of the number of sales."""
        return share(self.member_sales, self.sales.count)

    @property
    def member_turnover_share(self) -> Rate | None:
        """Of the turnover; None where refunds have eaten it."""
        return share(self.member_turnover.minor, self.turnover.minor)


def share(part: int, whole: int) -> Rate | None:
    """In basis points, half up; None of nothing or of less."""
    return Rate(divide_half_up(part * 10_000, whole)) if whole > 0 else None


def figures_of_day(
    read: Reader, day: date, zone: ZoneInfo, *, till: Id | None = None, until: datetime | None = None
) -> DayFigures:
    """Add up one business date, of one till or all, with what was posted before `until`."""
    these = [Sale.business_date == day]
    if till is not None:
        these.append(Sale.till_id == till)
    if until is not None:
        these.append(Sale.at < until)
    heads = read.connection.execute(select(*_HEAD_COLUMNS).where(*these)).all()
    sums = {row.kind: row for row in read.connection.execute(_SUMS.where(*these).group_by(Sale.kind))}
    lines = read.connection.execute(_LINES.where(*these).group_by(*_LINE_KEYS)).all()
    return DayFigures(
        business_date=day,
        until=until,
        sales=_totals(sums.get(SALE)),
        refunds=_totals(sums.get(REFUND)),
        tenders=_tenders(read, these),
        taxes=_taxes(read, these),
        hours=_hours(heads, zone),
        cashiers=_cashiers(read, heads),
        item_count=sum(row.items for row in lines),
        margin=_margin(read, lines),
        member_sales=sum(head.kind == SALE and head.member_id is not None for head in heads),
        member_turnover=Money(sum(head.total_minor for head in heads if head.member_id is not None)),
    )


_SUMMED = ("gross_minor", "discount_minor", "net_minor", "tax_minor", "total_minor", "rounding_minor", "paid_minor")
_SUMS = select(Sale.kind, func.count().label("times"), *(func.sum(getattr(Sale, name)).label(name) for name in _SUMMED))
_HEAD_COLUMNS = (Sale.kind, Sale.at, Sale.staff_id, Sale.member_id, Sale.total_minor)
_WITHOUT_TAX = case((SaleLine.tax_inclusive, SaleLine.net_minor - SaleLine.tax_minor), else_=SaleLine.net_minor)
_PIECES = case((Sale.kind != SALE, 0), (SaleLine.by_weight, 1), else_=SaleLine.quantity_milli // 1000)
_LACKS_COST = SaleLine.cost_minor.is_(None)
_LINE_KEYS: tuple[Any, ...] = (
    _LACKS_COST,
    SaleLine.cost_estimated,
    case((_LACKS_COST, SaleLine.category_id), else_=None),
)
_LINES = select(
    _LACKS_COST.label("lacks_cost"),
    SaleLine.cost_estimated,
    _LINE_KEYS[2].label("category_id"),
    func.count().label("times"),
    func.sum(_WITHOUT_TAX).label("turnover"),
    func.coalesce(func.sum(SaleLine.cost_minor), 0).label("cost"),
    func.sum(SaleLine.gross_minor).label("gross"),
    func.sum(_PIECES).label("items"),
).join(Sale, Sale.id == SaleLine.sale_id)


def _totals(row: AnyRow | None) -> Totals:
    if row is None:
        return Totals()
    return Totals(row.times, *(Money(row._mapping[name]) for name in _SUMMED))


def _split(kind: str, amount: Any) -> tuple[Any, Any]:
    is_kind = Sale.kind == kind
    return func.sum(case((is_kind, 1), else_=0)), func.sum(case((is_kind, amount), else_=0))


def _tenders(read: Reader, these: Sequence[ColumnElement[bool]]) -> tuple[TenderSum, ...]:
    amount = SaleTender.amount_minor
    query = select(SaleTender.kind, *_split(SALE, amount), *_split(REFUND, amount))
    query = query.join(Sale, Sale.id == SaleTender.sale_id).where(*these, SaleTender.kind != ROUNDING)
    rows = read.connection.execute(query.group_by(SaleTender.kind).order_by(SaleTender.kind))
    return tuple(
        TenderSum(kind, sale_count, Money(sold), refund_count, Money(refunded))
        for kind, sale_count, sold, refund_count, refunded in rows
    )


def _taxes(read: Reader, these: Sequence[ColumnElement[bool]]) -> tuple[TaxSum, ...]:
    key = (SaleTax.tax_class, SaleTax.name, SaleTax.rate_bp, SaleTax.inclusive)
    query = select(*key, func.sum(SaleTax.base_minor), func.sum(SaleTax.tax_minor))
    query = query.join(Sale, Sale.id == SaleTax.sale_id).where(*these)
    rows = read.connection.execute(query.group_by(*key).order_by(*key))
    return tuple(
        TaxSum(code, name, rate, inclusive, Money(base), Money(tax)) for code, name, rate, inclusive, base, tax in rows
    )


def _hours(heads: Sequence[AnyRow], zone: ZoneInfo) -> tuple[HourSum, ...]:
    """In the order in which the day went through them: after midnight comes behind the evening."""
    counts: dict[int, int] = {}
    sums: dict[int, int] = {}
    for head in sorted(heads, key=_at):
        hour = head.at.astimezone(zone).hour
        counts[hour] = counts.get(hour, 0) + (head.kind == SALE)
        sums[hour] = sums.get(hour, 0) + head.total_minor
    return tuple(HourSum(hour, counts[hour], Money(total)) for hour, total in sums.items())


def _at(head: AnyRow) -> datetime:
    at: datetime = head.at
    return at


def _cashiers(read: Reader, heads: Sequence[AnyRow]) -> tuple[CashierSum, ...]:
    """By turnover, the largest first."""
    by_person: dict[Id | None, list[AnyRow]] = {}
    for head in heads:
        by_person.setdefault(head.staff_id, []).append(head)
    known = [staff_id for staff_id in by_person if staff_id is not None]
    names = dict(read.connection.execute(select(Staff.id, Staff.name).where(Staff.id.in_(known))).all())
    made = [_cashier(staff_id, names.get(staff_id or Id(b""), ""), found) for staff_id, found in by_person.items()]
    return tuple(sorted(made, key=lambda cashier: (-cashier.turnover.minor, cashier.name, cashier.staff_id or b"")))


def _cashier(staff_id: Id | None, name: str, heads: Sequence[AnyRow]) -> CashierSum:
    refunds = [head.total_minor for head in heads if head.kind == REFUND]
    turnover = Money(sum(head.total_minor for head in heads))
    return CashierSum(staff_id, name, len(heads) - len(refunds), len(refunds), turnover, Money(sum(refunds)))


def _margin(read: Reader, rows: Sequence[AnyRow]) -> Margin:
    categories = [row.category_id for row in rows if row.category_id is not None]
    margins = dict(
        read.connection.execute(
            select(Category.id, Category.margin_bp).where(Category.id.in_(categories), Category.margin_bp.is_not(None))
        ).all()
    )
    known = estimated = unknown = cost = estimated_lines = unknown_lines = 0
    for row in rows:
        if not row.lacks_cost and not row.cost_estimated:
            known, cost = known + row.turnover, cost + row.cost
        elif not row.lacks_cost:
            estimated, cost, estimated_lines = estimated + row.turnover, cost + row.cost, estimated_lines + row.times
        elif (margin_bp := margins.get(row.category_id)) is not None:
            # As at a sale: the margin is one on the shelf price.
            estimated, estimated_lines = estimated + row.turnover, estimated_lines + row.times
            cost += divide_half_up(row.gross * (10_000 - margin_bp), 10_000)
        else:
            unknown, unknown_lines = unknown + row.turnover, unknown_lines + row.times
    return Margin(Money(known), Money(estimated), Money(unknown), Money(cost), estimated_lines, unknown_lines)
