"""A day's summary as tables: amounts, counts and shares beside last week and the mean, then by tender, hour, person."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from app.services.reports.day_figures import DayFigures
from app.services.reports.table import Cell, Column, Kind, Table, local_moment
from app.services.reports.tables import Row, Style
from app.services.reports.today import DaySummary
from app.values.money import Money
from app.values.quantity import Quantity
from app.values.rates import Rate

Amount = Callable[[DayFigures], Cell]


def day_tables(summary: DaySummary, style: Style) -> tuple[Table, ...]:
    """All tables of the day, in the order an owner reads them."""
    words, day = style.words, summary.day
    notes = [summary.business_date.isoformat()]
    if summary.until is not None:
        time = local_moment(summary.until, style.zone).strftime("%H:%M")
        notes.append(words.up_to.format(time=time))
    amounts = style.table(
        f"{words.day} {summary.business_date.isoformat()}",
        _beside(summary, style, Kind.MONEY),
        _amounts(summary, style),
        notes=tuple(notes),
    )
    style = replace(style, shop="")  # the first table has said whose it is
    counts = style.table(words.counts, _beside(summary, style, Kind.QUANTITY), _counts(summary, style))
    shares = style.table(words.shares, _beside(summary, style, Kind.PERCENT, with_mean=False), _shares(summary, style))
    return (amounts, counts, shares, *_parts(day, style))


def _beside(summary: DaySummary, style: Style, kind: Kind, *, with_mean: bool = True) -> tuple[Column, ...]:
    words = style.words
    columns = (Column(words.figure), Column(words.value, kind), Column(words.last_week, kind))
    if not with_mean:
        return columns
    return (*columns, Column(words.mean_of.format(days=summary.mean.days if summary.mean else 0), kind))


def _amounts(summary: DaySummary, style: Style) -> Iterator[Row]:
    words, mean = style.words, summary.mean

    def row(name: str, of: Amount, usual: Cell = None) -> Row:
        return (name, of(summary.day), of(summary.last_week), usual)

    yield row(words.turnover, lambda day: day.turnover, mean.turnover if mean else None)
    yield row(words.takings, lambda day: day.takings)
    yield row(words.rounding, lambda day: day.rounding)
    yield row(words.refunds, lambda day: day.refunds.total)
    yield row(words.discounts, lambda day: day.sales.discount + day.refunds.discount)
    yield row(words.average_basket, lambda day: day.average_basket, mean.average_basket if mean else None)
    yield row(words.turnover_without_tax, _without_tax)
    yield row(words.known_cost, lambda day: day.margin.known)
    yield row(words.estimated_cost, lambda day: day.margin.estimated)
    yield row(words.unknown_cost, lambda day: day.margin.unknown)
    yield row(words.cost, lambda day: day.margin.cost)
    yield row(words.margin, lambda day: day.margin.amount, mean.margin if mean else None)
    yield row(words.member_turnover, lambda day: day.member_turnover)


def _without_tax(day: DayFigures) -> Money:
    return day.margin.known + day.margin.estimated + day.margin.unknown


def _counts(summary: DaySummary, style: Style) -> Iterator[Row]:
    """Whole numbers, and the one that is not: items a basket."""
    words, mean = style.words, summary.mean
    named: tuple[tuple[str, Callable[[DayFigures], int], int | None], ...] = (
        (words.sale_count, lambda day: day.sales.count, mean.sale_count if mean else None),
        (words.refund_count, lambda day: day.refunds.count, None),
        (words.items, lambda day: day.item_count, None),
        (words.member_sales, lambda day: day.member_sales, None),
        (words.estimated_lines, lambda day: day.margin.estimated_lines, None),
        (words.unknown_lines, lambda day: day.margin.unknown_lines, None),
    )
    for name, of, usual in named:
        mean_cell = None if usual is None else Quantity.of(usual)
        yield (name, Quantity.of(of(summary.day)), Quantity.of(of(summary.last_week)), mean_cell)
    yield (words.items_a_basket, summary.day.items_a_basket, summary.last_week.items_a_basket, None)


def _shares(summary: DaySummary, style: Style) -> Iterator[Row]:
    words = style.words
    named: tuple[tuple[str, Callable[[DayFigures], Rate | None]], ...] = (
        (words.margin_rate, lambda day: day.margin.rate),
        (words.known_share, lambda day: day.margin.known_share),
        (words.member_sales_share, lambda day: day.member_sales_share),
        (words.member_turnover_share, lambda day: day.member_turnover_share),
    )
    yield (words.turnover_change, summary.turnover_change, None)
    for name, of in named:
        yield (name, of(summary.day), of(summary.last_week))


def _parts(day: DayFigures, style: Style) -> Iterator[Table]:
    words = style.words
    tender_columns = (
        Column(words.tender),
        Column(words.sale_count, Kind.COUNT),
        Column(words.sale, Kind.MONEY),
        Column(words.refund_count, Kind.COUNT),
        Column(words.refund, Kind.MONEY),
        Column(words.total, Kind.MONEY),
    )
    tenders: list[Row] = [
        (
            words.tender_word(tender.kind),
            tender.sale_count,
            tender.sale_amount,
            tender.refund_count,
            tender.refund_amount,
            tender.amount,
        )
        for tender in day.tenders
    ]
    yield style.table(
        words.tenders, tender_columns, tenders, footer=(words.takings, None, None, None, None, day.takings)
    )
    hour_columns = (Column(words.hour), Column(words.sale_count, Kind.COUNT), Column(words.total, Kind.MONEY))
    hours: list[Row] = [
        (f"{part.hour:02d}:00–{(part.hour + 1) % 24:02d}:00", part.sale_count, part.turnover) for part in day.hours
    ]
    yield style.table(words.hours, hour_columns, hours, footer=(words.total, day.sales.count, day.turnover))
    yield _cashiers(day, style)
    tax_columns = (
        Column(words.tax_class),
        Column(words.rate, Kind.PERCENT),
        Column(words.base, Kind.MONEY),
        Column(words.tax, Kind.MONEY),
    )
    taxes: list[Row] = [(tax.name, Rate(tax.rate_bp), tax.base, tax.tax) for tax in day.taxes]
    yield style.table(words.taxes, tax_columns, taxes)


def _cashiers(day: DayFigures, style: Style) -> Table:
    words = style.words
    columns = (
        Column(words.cashier),
        Column(words.sale_count, Kind.COUNT),
        Column(words.refund_count, Kind.COUNT),
        Column(words.refunds, Kind.MONEY),
        Column(words.total, Kind.MONEY),
    )
    rows: list[Row] = [
        (person.name, person.sale_count, person.refund_count, person.refunds, person.turnover)
        for person in day.cashiers
    ]
    footer: Row = (words.total, day.sales.count, day.refunds.count, day.refunds.total, day.turnover)
    return style.table(words.cashiers, columns, rows, footer=footer)
