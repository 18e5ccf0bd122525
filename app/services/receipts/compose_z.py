"""From a shift's figures to its X or Z report on paper."""

from __future__ import annotations

from collections.abc import Iterator

from app.services.receipts.compose import head, local_time, show_money, tax_rows
from app.services.receipts.data import TOP_UP, CashMove, Currency, ShopHeader, ZData
from app.services.receipts.parts import (
    Align,
    Cell,
    Columns,
    Cut,
    Feed,
    Meta,
    Part,
    Receipt,
    ReceiptKind,
    Row,
    Rule,
    Size,
    Text,
)
from app.services.receipts.words import Language, ReceiptWords, words_for
from app.values.money import Money


def compose_z_report(data: ZData, shop: ShopHeader, *, language: Language) -> Receipt:
    """The shift on paper; its last journal row lets paper and data file be compared."""
    words, currency = words_for(language), shop.currency
    parts = [
        *head(shop, words),
        *_shift(data, words),
        *_turnover(data, currency, words),
        *_tenders(data, currency, words),
        *_drawer(data, currency, words),
        *_control(data, words),
        *_liabilities(data.liabilities, currency, words),
        *_journal(data, words),
        Feed(2),
        Text(f"{words.signature} ____________________"),
        Feed(1),
        Cut(),
    ]
    meta = Meta(f"{data.till_code}-{data.shift_number}", local_time(data.closed_at or data.opened_at), language)
    return Receipt(ReceiptKind.Z, tuple(parts), meta)


def _shift(data: ZData, words: ReceiptWords) -> Iterator[Part]:
    yield Text(words.z_report if data.is_final else words.x_report, Align.CENTER, bold=True, size=Size.DOUBLE)
    yield Rule(heavy=True)
    yield Columns(f"{words.till} {data.till_code}", f"{words.shift} {data.shift_number}")
    yield Columns(words.cashier, data.cashier)
    yield Columns(words.business_date, data.business_date.isoformat())
    yield Columns(words.opened, local_time(data.opened_at))
    yield Columns(words.closed, local_time(data.closed_at) if data.closed_at else words.printed_open)


def _turnover(data: ZData, currency: Currency, words: ReceiptWords) -> Iterator[Part]:
    yield Rule()
    yield Columns(words.sales, str(data.sale_count))
    yield Columns(words.gross, data.gross.plain(currency.exponent))
    yield Columns(words.discount, (-data.discounts).plain(currency.exponent))
    yield Columns(words.refunds, str(data.refund_count))
    yield Columns(words.refund_amount, data.refunds.plain(currency.exponent))
    yield Columns(words.net, show_money(data.net, currency), bold=True, size=Size.DOUBLE)
    yield Columns(words.rounding, data.rounding.plain(currency.exponent))
    yield from tax_rows(data.taxes, currency, words)


def _tenders(data: ZData, currency: Currency, words: ReceiptWords) -> Iterator[Part]:
    yield Rule()
    yield Text(words.payments, bold=True)
    for tender in data.tenders:
        yield Row(
            (
                Cell(words.tender(tender.kind), 5, Align.LEFT),
                Cell(str(tender.count), 2),
                Cell(tender.amount.plain(currency.exponent), 4),
            )
        )


def _drawer(data: ZData, currency: Currency, words: ReceiptWords) -> Iterator[Part]:
    yield Rule()
    yield Text(words.drawer, bold=True)
    yield Columns(words.opening_float, data.opening_float.plain(currency.exponent))
    yield from _moves(words.paid_in, data.paid_in, 1, currency)
    yield from _moves(words.paid_out, data.paid_out, -1, currency)
    yield Columns(words.net_cash, data.net_cash.plain(currency.exponent))
    yield Columns(words.expected_cash, data.expected_cash.plain(currency.exponent))
    if data.counted is None:
        return
    yield Columns(words.counted, data.counted.plain(currency.exponent))
    if not data.over_short:
        yield Columns(words.exact, data.over_short.plain(currency.exponent), bold=True)
        return
    label = words.over if data.over_short.minor > 0 else words.short
    yield Columns(label, show_money(Money(abs(data.over_short.minor)), currency), bold=True)


def _moves(label: str, moves: tuple[CashMove, ...], sign: int, currency: Currency) -> Iterator[Part]:
    for move in moves:
        yield Columns(f"{label} {move.reason}", Money(sign * abs(move.amount.minor)).plain(currency.exponent))


def _control(data: ZData, words: ReceiptWords) -> Iterator[Part]:
    yield Rule()
    yield Text(words.control, bold=True)
    yield Columns(words.no_sale, str(data.no_sale_count))
    yield Columns(words.voids, str(data.void_count))
    yield Columns(words.price_changes, str(data.price_change_count))
    yield Columns(words.points_issued, str(data.points_earned))
    yield Columns(words.points_taken_back, str(data.points_taken_back))


def _liabilities(moves: tuple[CashMove, ...], currency: Currency, words: ReceiptWords) -> Iterator[Part]:
    if moves:
        yield Rule()
        yield Text(words.liabilities, bold=True)
        for move in moves:
            label = words.top_up if move.reason == TOP_UP else move.reason
            yield Columns(label, move.amount.plain(currency.exponent))


def _journal(data: ZData, words: ReceiptWords) -> Iterator[Part]:
    yield Rule()
    if data.first_number:
        yield Columns(words.receipts_from, data.first_number)
        yield Columns(words.receipts_to, data.last_number)
    if data.journal_hash:
        yield Columns(words.journal, str(data.journal_seq))
        yield Text(words.journal_hash)
        yield Text(in_fours(data.journal_hash))


def in_fours(digits: str) -> str:
    """A hash as it can be read aloud: groups of four."""
    return " ".join(digits[at : at + 4] for at in range(0, len(digits), 4))
