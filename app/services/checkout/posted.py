"""Reading a posted sale back: for a repeated Pay, a reprint, a refund."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sqlalchemy import bindparam, select

from app.models.organisation import Staff, Till
from app.models.sales import Sale, SaleDiscount, SaleLine, SaleTax, SaleTender
from app.services.checkout.values import PostedDiscount, PostedLine, PostedSale, PostedTax, SaleKind
from app.services.common.prepared import Prepared
from app.services.common.uow import Reader
from app.services.payments.plan import Tender, TenderKind
from app.values.errors import QT_TRANSLATE_NOOP, UserError
from app.values.ids import Id
from app.values.money import Money
from app.values.quantity import Quantity

# A table's alias: an ORM alias would map every class at import, a tenth of a second before the first window.
_original = Sale.__table__.alias()
_SALE = (
    select(
        Sale.__table__,
        Till.code.label("till_code"),
        Staff.name.label("cashier"),
        _original.c.number.label("original_number"),
    )
    .join(Till, Till.id == Sale.till_id)
    .outerjoin(Staff, Staff.id == Sale.staff_id)
    .outerjoin(_original, _original.c.id == Sale.original_sale_id)
)
_BY_ID = _SALE.where(Sale.id == bindparam("wanted"))
_BY_KEY = Prepared(select(Sale.id).where(Sale.basket_key == bindparam("wanted")))
_LINES = select(SaleLine.__table__).where(SaleLine.sale_id == bindparam("wanted")).order_by(SaleLine.line_no)
_DISCOUNTS = select(SaleDiscount.__table__).where(SaleDiscount.sale_id == bindparam("wanted")).order_by(SaleDiscount.id)
_TAXES = select(SaleTax.__table__).where(SaleTax.sale_id == bindparam("wanted")).order_by(SaleTax.tax_class)
_TENDERS = select(SaleTender.__table__).where(SaleTender.sale_id == bindparam("wanted")).order_by(SaleTender.tender_no)


class NoSuchReceipt(UserError):
    """A code that is no receipt of this shop."""

    text = QT_TRANSLATE_NOOP("errors", "There is no receipt {number} on this till.")


def load_sale(read: Reader, sale_id: Id) -> PostedSale:
    """The whole sale.

    Raises:
        NoResultFound: no such sale, which is a bug of the caller.
    """
    wanted = {"wanted": sale_id}
    head = read.connection.execute(_BY_ID, wanted).one()
    discounts: dict[Id, list[PostedDiscount]] = {}
    for row in read.connection.execute(_DISCOUNTS, wanted):
        said = PostedDiscount(row.rule_kind, row.label, Money(row.amount_minor))
        discounts.setdefault(row.sale_line_id, []).append(said)
    lines = tuple(_line(row, tuple(discounts.get(row.id, ()))) for row in read.connection.execute(_LINES, wanted))
    return PostedSale(
        sale_id=head.id,
        kind=SaleKind(head.kind),
        number=head.number,
        at=head.at,
        business_date=head.business_date,
        till_code=head.till_code,
        cashier=head.cashier or "",
        lines=lines,
        taxes=tuple(_tax(row) for row in read.connection.execute(_TAXES, wanted)),
        tenders=tuple(_tender(row) for row in read.connection.execute(_TENDERS, wanted)),
        gross=Money(head.gross_minor),
        discount=Money(head.discount_minor),
        total=Money(head.total_minor),
        rounding=Money(head.rounding_minor),
        given=Money(head.given_minor),
        change=Money(head.change_minor),
        item_count=sum(1 if line.by_weight else abs(line.quantity.milli) // 1000 for line in lines),
        member_id=head.member_id,
        points=head.points_earned,
        points_balance=head.points_balance,
        original_number=head.original_number or "",
    )


def find_by_basket_key(read: Reader, basket_key: Id) -> PostedSale | None:
    """The sale this basket has already become."""
    found = _BY_KEY.run(read.connection, {"wanted": basket_key})
    return replace(load_sale(read, Id(bytes(found[0][0]))), repeated=True) if found else None


def find_by_number(read: Reader, number: str) -> PostedSale:
    """The receipt of that number, as printed or scanned; case and spaces forgiven.

    Raises:
        NoSuchReceipt: this file has none.
    """
    clean = number.strip().upper()[:40]
    sale_id = read.connection.execute(
        select(Sale.id).where(Sale.number == clean).order_by(Sale.epoch.desc()).limit(1)
    ).scalar_one_or_none()
    if sale_id is None:
        raise NoSuchReceipt(number=clean)
    return load_sale(read, sale_id)


def last_sale(read: Reader, till_id: Id) -> PostedSale | None:
    """The newest sale or refund of a till."""
    newest = select(Sale.id).where(Sale.till_id == till_id).order_by(Sale.epoch.desc(), Sale.number_seq.desc()).limit(1)
    sale_id = read.connection.execute(newest).scalar_one_or_none()
    return None if sale_id is None else load_sale(read, sale_id)


def _line(row: Any, discounts: tuple[PostedDiscount, ...]) -> PostedLine:
    return PostedLine(
        line_id=row.id,
        line_no=row.line_no,
        name=row.name,
        spec=row.spec,
        unit_name=row.unit_name,
        by_weight=row.by_weight,
        quantity=Quantity(row.quantity_milli),
        list_price=Money(row.list_price_minor),
        unit_price=Money(row.unit_price_minor),
        gross=Money(row.gross_minor),
        discounts=discounts,
        net=Money(row.net_minor),
        points=row.points,
    )


def _tax(row: Any) -> PostedTax:
    return PostedTax(row.name, row.rate_bp, row.inclusive, Money(row.base_minor), Money(row.tax_minor))


def _tender(row: Any) -> Tender:
    return Tender(
        TenderKind(row.kind), Money(row.amount_minor), Money(row.given_minor), Money(row.change_minor), row.reference
    )
