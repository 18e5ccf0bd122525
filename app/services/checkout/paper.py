"""What a posted sale puts on paper, and the drawer it opens: queued in the sale's own transaction."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import bindparam, select

from app.models.members import Member
from app.models.organisation import Shop
from app.services.checkout.values import PostedLine, PostedSale, SaleRules
from app.services.common.prepared import Prepared
from app.services.common.uow import Reader, UnitOfWork
from app.services.payments.plan import Tender, TenderKind
from app.services.receipts import queue
from app.services.receipts.compose import compose_receipt
from app.services.receipts.data import (
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
from app.services.receipts.parts import Receipt
from app.services.receipts.words import Language
from app.values.text import mask_phone

SIGNS = {"CNY": "￥", "JPY": "￥", "USD": "$", "EUR": "€", "GBP": "£", "HKD": "HK$", "SGD": "S$", "TWD": "NT$"}

_REASONS: dict[Language, dict[str, str]] = {
    "zh": {"member": "会员价", "typed": "改价"},
    "en": {"member": "Member price", "typed": "Price changed"},
}
"""Why a line costs less, as paper says it; a promotion's own name needs no translation."""

_SHOP = Prepared(select(Shop.name, Shop.address, Shop.phone, Shop.tax_number).where(Shop.id == bindparam("shop")))
_MEMBER = Prepared(select(Member.address_form, Member.phone).where(Member.id == bindparam("member")))


def sign_of(currency: str) -> str:
    """How amounts of a currency are marked; the code itself where there is no sign."""
    return SIGNS.get(currency, currency + " ")


def paper_language(rules: SaleRules) -> Language:
    """The language in which this shop prints."""
    return "en" if rules.receipt_language == "en" else "zh"


def queue_paper(uow: UnitOfWork, posted: PostedSale, rules: SaleRules) -> None:
    """Open the drawer if cash moved, then print the receipt; both wait in the spool for the commit."""
    if rules.pulse_drawer and any(tender.kind is TenderKind.CASH for tender in posted.tenders):
        queue.enqueue_drawer(uow)
    queue.enqueue_receipt(uow, posted.sale_id, compose_for(uow, uow.actor.shop_id, posted, rules))


def shop_header(read: Reader, shop_id: bytes, rules: SaleRules) -> ShopHeader:
    """What stands above and below every paper of the shop."""
    ((name, address, phone, tax_number),) = _SHOP.run(read.connection, {"shop": shop_id})
    footer = tuple(line for line in rules.receipt_footer.split("\n") if line.strip())
    currency = Currency(sign_of(rules.currency), rules.exponent)
    return ShopHeader(name, address, phone, tax_number, footer, currency)


def compose_for(read: Reader, shop_id: bytes, posted: PostedSale, rules: SaleRules) -> Receipt:
    """The receipt of a posted sale in the shop's receipt language."""
    data = receipt_data(posted, _member_part(read, posted), posted.at.astimezone(rules.zone), rules)
    return compose_receipt(data, shop_header(read, shop_id, rules), language=paper_language(rules))


def receipt_data(posted: PostedSale, member: ReceiptMember | None, at_local: datetime, rules: SaleRules) -> ReceiptData:
    """A posted sale as its receipt tells it."""
    return ReceiptData(
        kind=SaleKind(posted.kind.value),
        number=posted.number,
        at_local=at_local,
        business_date=posted.business_date,
        cashier=posted.cashier,
        till_code=posted.till_code,
        lines=tuple(_line(line, rules) for line in posted.lines),
        gross=posted.gross,
        discount_total=posted.discount,
        total=posted.total,
        tenders=tuple(_tender(tender) for tender in posted.tenders if tender.kind is not TenderKind.ROUNDING),
        rounding=-posted.rounding,
        change=posted.change,
        taxes=tuple(TaxRow(tax.name, tax.rate_bp, tax.base, tax.tax) for tax in posted.taxes if tax.rate_bp),
        saved=posted.saved,
        item_count=posted.item_count,
        member=member,
        original_number=posted.original_number,
        receipt_code=posted.number,
    )


def _line(line: PostedLine, rules: SaleRules) -> ReceiptLine:
    language = paper_language(rules)
    return ReceiptLine(
        name=f"{line.name} {line.spec}".strip() if line.spec and line.spec not in line.name else line.name,
        quantity=line.quantity,
        unit_price=line.list_price,
        gross=line.gross,
        net=line.net,
        unit="kg" if line.by_weight else "",
        discounts=tuple(DiscountRow(_REASONS[language].get(off.rule, off.label), off.amount) for off in line.discounts),
    )


def _tender(tender: Tender) -> TenderRow:
    tail = tender.reference[-4:]
    return TenderRow(tender.kind.value, tender.amount, tender.given, tender.change, f"****{tail}" if tail else "")


def _member_part(read: Reader, posted: PostedSale) -> ReceiptMember | None:
    if posted.member_id is None:
        return None
    ((address_form, phone),) = _MEMBER.run(read.connection, {"member": posted.member_id})
    return ReceiptMember(address_form, mask_phone(phone) if phone else "", posted.points, posted.points_balance or 0)
