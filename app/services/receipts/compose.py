"""From a posted sale to its receipt: pure, in the shop's receipt language, for any paper width."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from app.services.devices.profile import PrinterProfile
from app.services.receipts.data import (
    CashSlipData,
    Currency,
    DiscountRow,
    ReceiptData,
    ReceiptLine,
    ReceiptMember,
    SaleKind,
    ShopHeader,
    TaxRow,
    TenderRow,
)
from app.services.receipts.parts import (
    Align,
    Barcode,
    Cell,
    Columns,
    Cut,
    Feed,
    Meta,
    Part,
    Qr,
    Receipt,
    ReceiptKind,
    Row,
    Rule,
    Size,
    Text,
    Way,
)
from app.services.receipts.words import Language, ReceiptWords, words_for
from app.values.money import Money
from app.values.rates import Rate

_COPY_MARK_PARTS = 3


def compose_receipt(data: ReceiptData, shop: ShopHeader, *, language: Language, copy_no: int = 0) -> Receipt:
    """The paper of a sale or refund. `copy_no` 0 is the original, 1 the first reprint."""
    words = words_for(language)
    data = _as_read(data)
    parts = [
        *head(shop, words),
        *_title(data, words),
        Rule(),
        *_lines(data, shop.currency, words),
        Rule(),
        *_sums(data, shop.currency, words),
        *_payments(data, shop.currency, words),
        *_taxes(data.taxes, shop.currency, words),
        *_member(data, words),
        *_foot(data, shop, words),
    ]
    meta = Meta(data.number, local_time(data.at_local), language)
    receipt = Receipt(ReceiptKind.RECEIPT, tuple(parts), meta)
    return mark_copy(receipt, copy_no) if copy_no else receipt


def mark_copy(receipt: Receipt, copy_no: int) -> Receipt:
    """The same paper with COPY n and the original's time on top; for 0, without."""
    body = receipt.parts[_COPY_MARK_PARTS:] if receipt.meta.copy_no else receipt.parts
    meta = replace(receipt.meta, copy_no=copy_no)
    if copy_no == 0:
        return replace(receipt, parts=body, meta=meta)
    words = words_for("en" if meta.language == "en" else "zh")
    mark: tuple[Part, ...] = (
        Text(f"{words.copy} {copy_no}", Align.CENTER, bold=True, size=Size.DOUBLE),
        Columns(words.original_time, meta.printed_at),
        Rule(heavy=True),
    )
    return replace(receipt, parts=mark + body, meta=meta)


def compose_cash_slip(data: CashSlipData, shop: ShopHeader, *, language: Language) -> Receipt:
    """Cash in or out, to be signed and kept in the drawer."""
    words = words_for(language)
    parts = [
        *head(shop, words),
        Text(
            words.cash_in_slip if data.is_paid_in else words.cash_out_slip,
            Align.CENTER,
            bold=True,
            size=Size.DOUBLE,
        ),
        Rule(),
        Columns(words.time, local_time(data.at_local)),
        Columns(words.till, data.till_code),
        Columns(words.shift, str(data.shift_number)),
        Columns(words.cashier, data.cashier),
        Columns(words.reason, data.reason),
        Rule(),
        Columns(words.amount, show_money(data.amount, shop.currency), bold=True, size=Size.DOUBLE),
        Feed(2),
        Text(f"{words.signature} ____________________"),
        Feed(1),
        Cut(),
    ]
    return Receipt(ReceiptKind.SLIP, tuple(parts), Meta("", local_time(data.at_local), language))


def compose_test_page(shop: ShopHeader, profile: PrinterProfile, *, language: Language) -> Receipt:
    """Both ways of printing text and bars, one below the other, so that the shop can choose by looking."""
    words = words_for(language)
    parts: list[Part] = [
        *head(shop, words),
        Text(words.test_page, Align.CENTER, bold=True),
        Columns(words.columns, str(profile.columns)),
        Rule(),
    ]
    for way, title in ((Way.PRINTER, words.printer_text), (Way.PICTURE, words.picture_text)):
        parts += [
            Text(title, bold=True, way=way),
            *([Text(_column_ruler(profile.columns), way=way)] if way is Way.PRINTER else []),
            Text(words.sample, way=way),
            *_sample_table(words, way),
            Text("|", Align.RIGHT, way=way),
            Text("￥12.50 |", Align.RIGHT, way=way),
            Text("￥128.00", Align.RIGHT, size=Size.DOUBLE, way=way),
            Rule(),
        ]
    for way, title in ((Way.PRINTER, words.printer_bars), (Way.PICTURE, words.picture_bars)):
        parts += [
            Text(title),
            Barcode("T1-000123", way=way),
            Qr("https://example.com/T1-000123", way=way),
            Rule(),
        ]
    parts += [Text(words.test_advice), Feed(1), Cut()]
    return Receipt(ReceiptKind.TEST, tuple(parts), Meta(language=language))


def _sample_table(words: ReceiptWords, way: Way) -> Iterator[Part]:
    """Columns as a receipt has them: on paper that is set up wrongly they do not stand below each other."""
    texts = ((words.item, words.quantity, words.amount), ("农夫山泉 550ml", "12", "24.00"), ("鲜牛奶", "1", "128.00"))
    for name, quantity, amount in texts:
        yield Row((Cell(name, 6, Align.LEFT), Cell(quantity, 2), Cell(amount, 3)), way=way)


def head(shop: ShopHeader, words: ReceiptWords) -> Iterator[Part]:
    """The shop's name and how to find it."""
    yield Text(shop.name, Align.CENTER, bold=True, size=Size.DOUBLE)
    if shop.address:
        yield Text(shop.address, Align.CENTER)
    if shop.phone:
        yield Text(f"{words.phone} {shop.phone}", Align.CENTER)
    if shop.tax_number:
        yield Text(f"{words.tax_number} {shop.tax_number}", Align.CENTER)


def show_money(amount: Money, currency: Currency) -> str:
    """With the currency's sign, a minus in front of it."""
    plain = (-amount if amount.minor < 0 else amount).plain(currency.exponent)
    return f"{'-' if amount.minor < 0 else ''}{currency.sign}{plain}"


def local_time(at: datetime) -> str:
    """As it stands on paper, to the second."""
    return at.strftime("%Y-%m-%d %H:%M:%S")


def show_rate(rate: Rate) -> str:
    """Basis points as a percentage: 1300 is `13%`, 825 is `8.25%`."""
    whole, rest = divmod(rate.bp, 100)
    return f"{whole}.{rest:02d}".rstrip("0") + "%" if rest else f"{whole}%"


def tax_rows(taxes: tuple[TaxRow, ...], currency: Currency, words: ReceiptWords) -> Iterator[Part]:
    """One row a class: what it was reckoned from, and the tax; nothing where there is no tax."""
    if taxes:
        yield _tax_row(words.tax_class, words.tax_base, words.tax)
    for tax in taxes:
        rate = show_rate(Rate(tax.rate_bp))
        # Many shops write the rate into the name of the class; once is enough.
        name = tax.name if rate in tax.name else f"{tax.name} {rate}"
        yield _tax_row(name, tax.base.plain(currency.exponent), tax.tax.plain(currency.exponent))


def _tax_row(name: str, base: str, tax: str) -> Row:
    return Row((Cell(name, 12, Align.LEFT), Cell(base, 10), Cell(tax, 10)))


def _as_read(data: ReceiptData) -> ReceiptData:
    """A refund is posted with minus signs; on paper the words say it instead."""
    if data.kind is SaleKind.SALE or data.gross.minor > 0:
        return data
    return replace(
        data,
        lines=tuple(_turned_line(line) for line in data.lines),
        gross=-data.gross,
        discount_total=-data.discount_total,
        total=-data.total,
        rounding=-data.rounding,
        change=-data.change,
        saved=-data.saved,
        item_count=abs(data.item_count),
        tenders=tuple(_turned_tender(tender) for tender in data.tenders),
        taxes=tuple(replace(tax, base=-tax.base, tax=-tax.tax) for tax in data.taxes),
    )


def _turned_line(line: ReceiptLine) -> ReceiptLine:
    turned = tuple(DiscountRow(discount.label, -discount.amount) for discount in line.discounts)
    return replace(line, quantity=-line.quantity, gross=-line.gross, net=-line.net, discounts=turned)


def _turned_tender(tender: TenderRow) -> TenderRow:
    return replace(tender, amount=-tender.amount, given=-tender.given, change=-tender.change)


def _title(data: ReceiptData, words: ReceiptWords) -> Iterator[Part]:
    if data.kind is SaleKind.REFUND:
        yield Text(words.refund, Align.CENTER, bold=True, size=Size.DOUBLE)
    yield Rule()
    yield Columns(words.number, data.number)
    if data.original_number:
        yield Columns(words.original_number, data.original_number)
    yield Columns(words.time, local_time(data.at_local))
    if data.at_local.date() != data.business_date:
        yield Columns(words.business_date, data.business_date.isoformat())
    yield Columns(f"{words.till} {data.till_code}", f"{words.cashier} {data.cashier}")


def _lines(data: ReceiptData, currency: Currency, words: ReceiptWords) -> Iterator[Part]:
    yield _item_row((words.item, words.price, words.quantity, words.amount))
    yield Rule()
    exponent = currency.exponent
    for line in data.lines:
        yield Text(line.name, bold=True)
        quantity = f"{line.quantity}{line.unit}"
        yield _item_row(("", line.unit_price.plain(exponent), quantity, line.gross.plain(exponent)))
        for discount in line.discounts:
            yield Columns(f"  {discount.label}", (-discount.amount).plain(exponent))


def _item_row(texts: tuple[str, str, str, str]) -> Row:
    item, price, quantity, amount = texts
    # By place: the only line of this file that runs for every article of every sale.
    return Row((Cell(item, 5, _LEFT), Cell(price, 9), Cell(quantity, 8), Cell(amount, 10)))


_LEFT = Align.LEFT


def _sums(data: ReceiptData, currency: Currency, words: ReceiptWords) -> Iterator[Part]:
    yield Columns(f"{words.items} {data.item_count}", f"{words.subtotal} {data.gross.plain(currency.exponent)}")
    if data.discount_total:
        yield Columns(words.discount, (-data.discount_total).plain(currency.exponent))
    label = words.refund_total if data.kind is SaleKind.REFUND else words.total
    yield Columns(label, show_money(data.total, currency), bold=True, size=Size.DOUBLE)
    if data.rounding:
        yield Columns(words.rounding, data.rounding.plain(currency.exponent))
        due = words.to_refund if data.kind is SaleKind.REFUND else words.to_pay
        yield Columns(due, show_money(data.total + data.rounding, currency), bold=True)


def _payments(data: ReceiptData, currency: Currency, words: ReceiptWords) -> Iterator[Part]:
    before = words.refunded if data.kind is SaleKind.REFUND else ""
    for tender in data.tenders:
        name = before + words.tender(tender.kind)
        if tender.reference_masked:
            name = f"{name} {tender.reference_masked}"
        yield Columns(name, tender.amount.plain(currency.exponent))
        if tender.given and tender.given != tender.amount:
            yield Columns(f"  {words.given}", tender.given.plain(currency.exponent))
    if data.change:
        yield Columns(words.change, show_money(data.change, currency), bold=True)
    if data.saved and data.kind is SaleKind.SALE:
        yield Columns(words.saved, show_money(data.saved, currency))


def _taxes(taxes: tuple[TaxRow, ...], currency: Currency, words: ReceiptWords) -> Iterator[Part]:
    if taxes:
        yield Rule()
        yield from tax_rows(taxes, currency, words)


def _member(data: ReceiptData, words: ReceiptWords) -> Iterator[Part]:
    if data.member is None:
        return
    member: ReceiptMember = data.member
    taken_back = member.points < 0 or data.kind is SaleKind.REFUND
    yield Rule()
    yield Columns(f"{words.member} {member.name}", member.phone_masked)
    yield Columns(words.points_taken_back if taken_back else words.points_earned, f"{member.points:+d}")
    owed = words.points_owed if member.balance < 0 else ""
    yield Columns(words.points_balance, f"{member.balance}{owed}")


def _foot(data: ReceiptData, shop: ShopHeader, words: ReceiptWords) -> Iterator[Part]:
    yield Rule()
    for line in shop.footer or (words.thanks,):
        yield Text(line, Align.CENTER)
    yield Barcode(data.receipt_code or data.number)
    yield Feed(1)
    yield Cut()


def _column_ruler(columns: int) -> str:
    """`1234567890...` up to the last column, to be counted on paper."""
    return "".join(str(at % 10) for at in range(1, columns + 1))
