"""X and Z: what the stored rows of a shift add up to. Nothing is priced, taxed or rounded here a second time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Row, Select, and_, case, func, select, tuple_

from app.models.audit import AuditEvent
from app.models.ledgers import CashLedger, StoredValueLedger
from app.models.organisation import Staff, Till
from app.models.sales import Sale, SaleTax, SaleTender
from app.models.shifts import Shift, ShiftClose
from app.services.common.uow import Reader
from app.services.settings import declared
from app.services.settings.service import load_settings
from app.services.shifts.figures import (
    BASKET_CLEARED,
    COUNTED,
    FLOAT,
    LINE_REMOVED,
    NO_SALE,
    OVER_SHORT,
    PAY_IN,
    PAY_OUT,
    PRICE_CHANGED,
    ActionSum,
    CashMove,
    Drawer,
    ShiftFigures,
    TaxSum,
    TenderSum,
    Totals,
    figures_from_json,
)
from app.values.ids import Id
from app.values.money import ZERO, Money

AnyRow = Row[*tuple[Any, ...]]
AnySelect = Select[*tuple[Any, ...]]
SALE, REFUND = "sale", "refund"
TOP_UP = "topup"
ROUNDING = "rounding"
AUDITED = (NO_SALE, LINE_REMOVED, PRICE_CHANGED, BASKET_CLEARED)
_SUMMED = ("gross_minor", "discount_minor", "net_minor", "tax_minor", "total_minor", "rounding_minor", "paid_minor")


def shift_figures(read: Reader, shift_id: Id) -> ShiftFigures:
    """The figures of a shift as its rows stand now; `closing` is left empty.

    Raises:
        LookupError: no such shift, which is a bug of the caller.
    """
    head = read.connection.execute(_HEAD.where(Shift.id == shift_id)).one_or_none()
    if head is None:
        raise LookupError(f"no shift {shift_id.hex()}")
    settings = load_settings(read)
    sums = {row.kind: row for row in read.connection.execute(_of_shift(_SALES, head).group_by(Sale.kind))}
    return ShiftFigures(
        shift_id=shift_id,
        number=head.number_seq,
        till_code=head.code,
        business_date=head.business_date,
        opened_at=head.at,
        cashier=head.name or "",
        currency=settings.get(declared.CURRENCY),
        exponent=settings.get(declared.CURRENCY_EXPONENT),
        sales=_totals(sums.get(SALE)),
        refunds=_totals(sums.get(REFUND)),
        taxes=_taxes(read, head),
        tenders=_tenders(read, head),
        drawer=_drawer(read, shift_id),
        actions=_actions(read, shift_id),
        points_earned=sums[SALE].points if SALE in sums else 0,
        points_taken_back=-sums[REFUND].points if REFUND in sums else 0,
        top_ups=_top_ups(read, shift_id),
        first_receipt=_receipt(read, head, newest=False),
        last_receipt=_receipt(read, head, newest=True),
    )


def closed_figures(read: Reader, shift_id: Id) -> ShiftFigures | None:
    """The figures of a closed shift exactly as its Z report was printed; None while it is open."""
    kept = read.connection.execute(
        select(ShiftClose.z_report).where(ShiftClose.closed_shift_id == shift_id)
    ).scalar_one_or_none()
    return None if kept is None else figures_from_json(kept)


def last_closed_shift(read: Reader, till_id: Id) -> Id | None:
    """The shift whose Z report would be printed again."""
    newest = (
        select(ShiftClose.closed_shift_id)
        .where(ShiftClose.till_id == till_id)
        .order_by(ShiftClose.epoch.desc(), ShiftClose.journal_seq.desc())
    )
    found: Id | None = read.connection.execute(newest.limit(1)).scalar_one_or_none()
    return found


_HEAD = (
    select(Shift.__table__, Till.code, Staff.name)
    .join(Till, Till.id == Shift.till_id)
    .outerjoin(Staff, Staff.id == Shift.staff_id)
)
_SALES = select(
    Sale.kind,
    func.count().label("times"),
    func.sum(Sale.points_earned).label("points"),
    *(func.sum(getattr(Sale, name)).label(name) for name in _SUMMED),
)


def _of_shift(query: AnySelect, head: AnyRow) -> AnySelect:
    """Only sales of the shift; its place in the journal lets the index skip all that came before."""
    since = tuple_(Sale.epoch, Sale.journal_seq) >= tuple_(head.epoch, head.journal_seq)
    return query.where(and_(Sale.till_id == head.till_id, since, Sale.shift_id == head.id))


def _totals(row: AnyRow | None) -> Totals:
    if row is None:
        return Totals()
    return Totals(row.times, *(Money(row._mapping[name]) for name in _SUMMED))


def _taxes(read: Reader, head: AnyRow) -> tuple[TaxSum, ...]:
    key = (SaleTax.tax_class, SaleTax.name, SaleTax.rate_bp, SaleTax.inclusive)
    query = select(*key, func.sum(SaleTax.base_minor).label("base"), func.sum(SaleTax.tax_minor).label("tax"))
    rows = read.connection.execute(
        _of_shift(query.join(Sale, Sale.id == SaleTax.sale_id), head).group_by(*key).order_by(*key)
    )
    return tuple(
        TaxSum(row.tax_class, row.name, row.rate_bp, row.inclusive, Money(row.base), Money(row.tax)) for row in rows
    )


def _tenders(read: Reader, head: AnyRow) -> tuple[TenderSum, ...]:
    """By kind, without cash rounding, which the totals tell apart."""
    query = select(SaleTender.kind, *_split(SALE), *_split(REFUND)).join(Sale, Sale.id == SaleTender.sale_id)
    rows = read.connection.execute(
        _of_shift(query, head).where(SaleTender.kind != ROUNDING).group_by(SaleTender.kind).order_by(SaleTender.kind)
    )
    return tuple(
        TenderSum(kind, sale_count, Money(sold), refund_count, Money(refunded))
        for kind, sale_count, sold, refund_count, refunded in rows
    )


def _split(kind: str) -> tuple[Any, Any]:
    is_kind = Sale.kind == kind
    return (
        func.sum(case((is_kind, 1), else_=0)),
        func.sum(case((is_kind, SaleTender.amount_minor), else_=0)),
    )


def _drawer(read: Reader, shift_id: Id) -> Drawer:
    rows: Sequence[Any] = read.connection.execute(
        select(CashLedger.cause, CashLedger.delta, CashLedger.reason, CashLedger.at)
        .where(CashLedger.shift_id == shift_id, CashLedger.cause.not_in((OVER_SHORT, COUNTED)))
        .order_by(CashLedger.epoch, CashLedger.journal_seq)
    ).all()
    known = (FLOAT, SALE, REFUND, PAY_IN, PAY_OUT)
    return Drawer(
        opening=_sum(row for row in rows if row.cause == FLOAT),
        sales=_sum(row for row in rows if row.cause == SALE),
        refunds=_sum(row for row in rows if row.cause == REFUND),
        paid_in=tuple(CashMove(row.at, Money(row.delta), row.reason) for row in rows if row.cause == PAY_IN),
        paid_out=tuple(CashMove(row.at, Money(-row.delta), row.reason) for row in rows if row.cause == PAY_OUT),
        other=_sum(row for row in rows if row.cause not in known),
    )


def _sum(rows: Iterable[Any]) -> Money:
    return Money(sum(row.delta for row in rows))


def _actions(read: Reader, shift_id: Id) -> tuple[ActionSum, ...]:
    rows: Sequence[Any] = read.connection.execute(
        select(AuditEvent.action, func.count(), func.coalesce(func.sum(AuditEvent.amount_minor), 0))
        .where(AuditEvent.action.in_(AUDITED), AuditEvent.shift_id == shift_id)
        .group_by(AuditEvent.action)
        .order_by(AuditEvent.action)
    ).all()
    return tuple(ActionSum(action, count, Money(amount)) for action, count, amount in rows)


def _top_ups(read: Reader, shift_id: Id) -> Money:
    """Principal only: a bonus was given, not paid."""
    found = read.connection.execute(
        select(func.sum(StoredValueLedger.delta)).where(
            StoredValueLedger.cause == TOP_UP,
            StoredValueLedger.shift_id == shift_id,
            StoredValueLedger.purse == "principal",
        )
    ).scalar_one()
    return Money(found) if found is not None else ZERO


def _receipt(read: Reader, head: AnyRow, *, newest: bool) -> str:
    order = (Sale.epoch, Sale.number_seq)
    query = _of_shift(select(Sale.number), head).order_by(*(column.desc() if newest else column for column in order))
    return read.connection.execute(query.limit(1)).scalar_one_or_none() or ""
