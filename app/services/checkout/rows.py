"""From a priced basket to the rows of a sale: pure, so that posting itself reads as a list of steps."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from app.services.checkout.values import SaleDraft, SaleKind
from app.services.common.uow import UnitOfWork
from app.services.payments.plan import Tender, TenderKind
from app.services.pricing.engine import PricedLine
from app.values.ids import Id, new_id
from app.values.money import Money

Row = dict[str, object]


@dataclass(frozen=True, slots=True)
class Totals:
    """The sums at the head of a sale."""

    gross: Money
    discount: Money
    net: Money
    tax: Money
    total: Money


@dataclass(frozen=True, slots=True)
class Head:
    """Who and what a sale is, before its sums.

    Attributes:
        number_seq: Gapless within till and epoch.
    """

    sale_id: Id
    kind: SaleKind
    basket_key: Id
    number: str
    number_seq: int
    original_sale_id: Id | None = None


def line_rows(sale_id: Id, lines: tuple[PricedLine, ...], points: list[int]) -> list[Row]:
    """The sale's lines with everything snapshotted."""
    return [_line_row(sale_id, at + 1, line, points[at]) for at, line in enumerate(lines)]


def _line_row(sale_id: Id, line_no: int, line: PricedLine, points: int) -> Row:
    item = line.line.item
    cost = line.cost
    return {
        "id": new_id(),
        "sale_id": sale_id,
        "line_no": line_no,
        "product_id": item.product_id,
        "sale_unit_id": item.sale_unit_id,
        "family_id": item.family_id,
        "category_id": item.category_id,
        "code": item.code,
        "name": item.name,
        "spec": item.spec,
        "unit_name": item.unit_name,
        "by_weight": item.by_weight,
        "quantity_milli": line.quantity.milli,
        "factor_milli": item.factor.milli,
        "list_price_minor": line.list_price.minor,
        "unit_price_minor": line.unit_price.minor,
        "price_source": line.source.value,
        "gross_minor": line.gross.minor,
        "discount_minor": line.discount.minor,
        "net_minor": line.net.minor,
        "tax_class": item.tax.code,
        "tax_rate_bp": item.tax.rate.bp,
        "tax_inclusive": item.tax.inclusive,
        "tax_minor": line.tax.minor,
        "unit_cost_minor": item.unit_cost.minor if item.unit_cost is not None else None,
        "cost_minor": cost.minor if cost is not None else None,
        "cost_estimated": item.cost_estimated,
        "points": points,
    }


def discount_rows(sale_id: Id, lines: tuple[PricedLine, ...], stored: list[Row]) -> list[Row]:
    """What each rule took off each line."""
    return [
        {
            "sale_id": sale_id,
            "sale_line_id": row["id"],
            "rule_kind": discount.rule,
            "label": discount.label,
            "amount_minor": discount.amount.minor,
        }
        for line, row in zip(lines, stored, strict=True)
        for discount in line.discounts
    ]


def tax_rows(sale_id: Id, draft: SaleDraft) -> list[Row]:
    """The tax of each class, as the receipt states it."""
    return [
        {
            "sale_id": sale_id,
            "tax_class": share.kind.code,
            "name": share.kind.name,
            "rate_bp": share.kind.rate.bp,
            "inclusive": share.kind.inclusive,
            "base_minor": share.base.minor,
            "tax_minor": share.tax.minor,
        }
        for share in draft.priced.taxes
    ]


def tender_rows(sale_id: Id, tenders: tuple[Tender, ...]) -> list[Row]:
    """How it was paid; the rows add up to the total."""
    return [
        {
            "sale_id": sale_id,
            "tender_no": at + 1,
            "kind": tender.kind.value,
            "amount_minor": tender.amount.minor,
            "given_minor": tender.given.minor,
            "change_minor": tender.change.minor,
            "reference": tender.reference,
        }
        for at, tender in enumerate(tenders)
    ]


@dataclass(frozen=True, slots=True)
class StockMove:
    """What left or came back of one product, and what it had cost."""

    milli: int
    cost_minor: int | None


def stock_moves(rows: list[Row]) -> dict[Id, StockMove]:
    """Goods out by product, in the product's own units; an unknown cost makes the whole unknown."""
    milli: dict[Id, int] = defaultdict(int)
    cost: dict[Id, int | None] = {}
    for row in rows:
        product_id = row["product_id"]
        quantity, factor, known = row["quantity_milli"], row["factor_milli"], row["cost_minor"]
        assert isinstance(quantity, int)
        assert isinstance(factor, int)
        if not isinstance(product_id, bytes):
            continue
        key = Id(product_id)
        milli[key] -= _own_units(quantity, factor)
        before = cost.get(key, 0)
        cost[key] = before + known if isinstance(known, int) and before is not None else None
    return {key: StockMove(milli[key], cost[key]) for key in milli}


def _own_units(quantity_milli: int, factor_milli: int) -> int:
    """Thousandths of the product's own unit, cut towards zero, so that a refund mirrors its sale."""
    size = abs(quantity_milli) * factor_milli // 1000
    return -size if quantity_milli < 0 else size


def sale_row(uow: UnitOfWork, head: Head, draft_row: Row, totals: Totals, tenders: tuple[Tender, ...]) -> Row:
    """The head of a sale: who, what, and sums of the rows below it."""
    settled = Money.total(tender.amount for tender in tenders)
    rounding = Money.total(tender.amount for tender in tenders if tender.kind is TenderKind.ROUNDING)
    return {
        "id": head.sale_id,
        "kind": head.kind.value,
        "number": head.number,
        "number_seq": head.number_seq,
        "basket_key": head.basket_key,
        "original_sale_id": head.original_sale_id,
        "gross_minor": totals.gross.minor,
        "discount_minor": totals.discount.minor,
        "net_minor": totals.net.minor,
        "tax_minor": totals.tax.minor,
        "total_minor": totals.total.minor,
        "rounding_minor": rounding.minor,
        "paid_minor": (settled - rounding).minor,
        "given_minor": Money.total(tender.given for tender in tenders).minor,
        "change_minor": Money.total(tender.change for tender in tenders).minor,
        **draft_row,
    }


def cash_part(tenders: tuple[Tender, ...]) -> Money:
    """What the cash tenders put into the drawer (negative: took out)."""
    return Money.total(tender.amount for tender in tenders if tender.kind is TenderKind.CASH)
