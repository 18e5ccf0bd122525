"""X and Z reports and cash slips, from the figures of a shift to paper."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from app.services.receipts import data as paper
from app.services.shifts.figures import LINE_REMOVED, NO_SALE, PRICE_CHANGED, CashMove, ShiftFigures
from app.values.money import ZERO


def z_data(figures: ShiftFigures, zone: ZoneInfo) -> paper.ZData:
    """A shift as its report tells it; X as long as nobody has counted."""
    closing = figures.closing
    return paper.ZData(
        is_final=closing is not None,
        till_code=figures.till_code,
        shift_number=figures.number,
        cashier=figures.cashier,
        business_date=figures.business_date,
        opened_at=figures.opened_at.astimezone(zone),
        closed_at=closing.closed_at.astimezone(zone) if closing else None,
        sale_count=figures.sales.count,
        refund_count=figures.refunds.count,
        gross=figures.sales.gross,
        discounts=figures.sales.discount,
        net=figures.turnover,
        tenders=tuple(
            paper.TenderSum(tender.kind, tender.amount, tender.sale_count + tender.refund_count)
            for tender in figures.tenders
        ),
        opening_float=figures.drawer.opening,
        net_cash=figures.drawer.sales + figures.drawer.refunds + figures.drawer.other,
        expected_cash=figures.expected,
        counted=closing.counted if closing else None,
        over_short=closing.over_short if closing else ZERO,
        refunds=figures.refunds.total,
        rounding=-figures.rounding,
        taxes=tuple(paper.TaxRow(tax.name, tax.rate_bp, tax.base, tax.tax) for tax in figures.taxes),
        paid_in=tuple(_move(move) for move in figures.drawer.paid_in),
        paid_out=tuple(_move(move) for move in figures.drawer.paid_out),
        no_sale_count=figures.times(NO_SALE),
        void_count=figures.times(LINE_REMOVED),
        price_change_count=figures.times(PRICE_CHANGED),
        points_earned=figures.points_earned,
        points_taken_back=figures.points_taken_back,
        liabilities=(paper.CashMove("top-up", figures.top_ups),) if figures.top_ups else (),
        first_number=figures.first_receipt,
        last_number=figures.last_receipt,
        journal_seq=closing.journal_seq if closing else 0,
        journal_hash=closing.journal_hash if closing else "",
    )


def _move(move: CashMove) -> paper.CashMove:
    return paper.CashMove(move.reason, move.amount)
