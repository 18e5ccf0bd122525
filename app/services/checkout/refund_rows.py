"""The rows of a refund: each the exact opposite share of a row of its sale."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from app.models.sales import SaleDiscount, SaleTax
from app.services.checkout.refund_original import Original, Part
from app.services.checkout.rows import Row, Totals
from app.services.common.uow import Reader
from app.values.ids import Id, new_id
from app.values.money import Money

_SCALED = ("gross_minor", "net_minor", "tax_minor", "points")


def line_rows(refund_id: Id, original: Original) -> list[Row]:
    rows: list[Row] = []
    for part in original.lines:
        if not part.now:
            continue
        row: Row = {name: part.row._mapping[name] for name in _COPIED}
        row |= {name: -part.share(part.row._mapping[name]) for name in _SCALED}
        cost = part.row.cost_minor
        row |= {
            "id": new_id(),
            "sale_id": refund_id,
            "line_no": len(rows) + 1,
            "original_line_id": part.row.id,
            "quantity_milli": -part.now,
            "discount_minor": -part.discount,
            "cost_minor": None if cost is None else -part.share(cost),
        }
        rows.append(row)
    return rows


_COPIED = [
    "product_id",
    "sale_unit_id",
    "family_id",
    "category_id",
    "code",
    "name",
    "spec",
    "unit_name",
    "by_weight",
    "factor_milli",
    "list_price_minor",
    "unit_price_minor",
    "price_source",
    "tax_class",
    "tax_rate_bp",
    "tax_inclusive",
    "unit_cost_minor",
    "cost_estimated",
]


def discount_rows(read: Reader, refund_id: Id, original: Original, rows: list[Row]) -> list[Row]:
    """Each discount given back by the same share; the last one of a line takes what rounding left."""
    by_line = {row["original_line_id"]: row for row in rows}
    found: dict[Id, list[Any]] = {}
    discounts = select(SaleDiscount.__table__).where(SaleDiscount.sale_id == original.head.id).order_by(SaleDiscount.id)
    for discount in read.connection.execute(discounts):
        found.setdefault(discount.sale_line_id, []).append(discount)
    made: list[Row] = []
    for part in original.lines:
        target = by_line.get(part.row.id)
        if target is None:
            continue
        left = target["discount_minor"]
        assert isinstance(left, int)
        for at, discount in enumerate(found.get(part.row.id, ())):
            is_last = at == len(found[part.row.id]) - 1
            amount = left if is_last else -part.share(discount.amount_minor)
            left -= amount
            made.append(
                {
                    "sale_id": refund_id,
                    "sale_line_id": target["id"],
                    "rule_kind": discount.rule_kind,
                    "rule_id": discount.rule_id,
                    "label": discount.label,
                    "amount_minor": amount,
                }
            )
    return made


def tax_rows(read: Reader, refund_id: Id, original: Original) -> list[Row]:
    """The tax of each class, at the rate that the sale had it."""
    columns = (SaleTax.tax_class, SaleTax.rate_bp, SaleTax.inclusive, SaleTax.name)
    named = read.connection.execute(select(*columns).where(SaleTax.sale_id == original.head.id))
    name_of = {(row.tax_class, row.rate_bp, row.inclusive): row.name for row in named}
    by_class: dict[tuple[str, int, bool], list[Part]] = {}
    for part in original.lines:
        if part.now:
            key = (part.row.tax_class, part.row.tax_rate_bp, part.row.tax_inclusive)
            by_class.setdefault(key, []).append(part)
    rows: list[Row] = []
    for key, parts in by_class.items():
        first = parts[0].row
        tax = sum(part.share(part.row.tax_minor) for part in parts)
        net = sum(part.share(part.row.net_minor) for part in parts)
        rows.append(
            {
                "sale_id": refund_id,
                "tax_class": first.tax_class,
                "name": name_of[key],
                "rate_bp": first.tax_rate_bp,
                "inclusive": first.tax_inclusive,
                "base_minor": -(net - tax if first.tax_inclusive else net),
                "tax_minor": -tax,
            }
        )
    return rows


def refund_totals(original: Original) -> Totals:
    def back(column: str) -> Money:
        return Money(-sum(part.share(part.row._mapping[column]) for part in original.lines))

    return Totals(
        gross=back("gross_minor"),
        discount=back("gross_minor") - back("net_minor"),
        net=back("net_minor"),
        tax=back("tax_minor"),
        total=-original.total,
    )
