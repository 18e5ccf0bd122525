"""Each sale against the rows below it: lines, discounts, taxes, tenders, stock, cash, points, refunds.

One query a rule, answered inside SQLite: only rows that are wrong come out.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.services.backup.findings import FindingKind, Findings
from app.services.common.uow import Reader
from app.services.payments.plan import TenderKind
from app.services.settings import declared


@dataclass(frozen=True, slots=True)
class _Rule:
    """SQL that yields `(row, what, kept, rows)` for every row that breaks the rule."""

    kind: FindingKind
    table: str
    sql: str


def _sale_sum(what: str, kept: str, rows: str) -> _Rule:
    """A column of the sale against a sum over its lines."""
    return _Rule(
        FindingKind.SALE_SUM,
        "sale",
        f"SELECT sale.id, '{what}', {kept}, coalesce(l.added, 0) FROM sale LEFT JOIN "
        f"(SELECT sale_id, {rows} AS added FROM sale_line GROUP BY sale_id) l ON l.sale_id = sale.id "
        f"WHERE {kept} IS NOT coalesce(l.added, 0)",
    )


def _both_sides(kind: FindingKind, table: str, *, key: str, kept: str, rows: str) -> _Rule:
    """Two sums by one key, either side of which may be missing; sorted once instead of joined."""
    return _Rule(
        kind,
        table,
        "SELECT key, what, sum(kept), sum(added) FROM (WITH both(key, what, kept, added) AS "
        f"({kept.format(key=key)} UNION ALL {rows.format(key=key)}) SELECT * FROM both) "
        "GROUP BY key HAVING sum(kept) <> sum(added)",
    )


_ON_TOP = "CASE WHEN tax_inclusive THEN 0 ELSE tax_minor END"
_LINES = (
    _sale_sum("number of lines", "line_count", "count(*)"),
    _sale_sum("gross", "gross_minor", "sum(gross_minor)"),
    _sale_sum("discount", "discount_minor", "sum(discount_minor)"),
    _sale_sum("net", "net_minor", "sum(net_minor)"),
    _sale_sum("tax", "tax_minor", "sum(tax_minor)"),
    _sale_sum("total", "total_minor", f"sum(net_minor + {_ON_TOP})"),
    _Rule(
        FindingKind.LINE_SUM,
        "sale_line",
        "SELECT id, '', net_minor, gross_minor - discount_minor FROM sale_line "
        "WHERE net_minor <> gross_minor - discount_minor",
    ),
    _Rule(
        FindingKind.DISCOUNT_SUM,
        "sale_line",
        "SELECT l.id, '', l.discount_minor, coalesce(d.added, 0) FROM sale_line l LEFT JOIN "
        "(SELECT sale_line_id, sum(amount_minor) AS added FROM sale_discount GROUP BY sale_line_id) d "
        "ON d.sale_line_id = l.id WHERE l.discount_minor <> coalesce(d.added, 0)",
    ),
    _both_sides(
        FindingKind.TAX_SUM,
        "sale_tax",
        key="lower(hex(sale_id)) || ' ' || tax_class",
        kept="SELECT {key}, tax_class, tax_minor, 0 FROM sale_tax",
        rows="SELECT {key}, tax_class, 0, tax_minor FROM sale_line",
    ),
)
_MONEY = (
    _Rule(
        FindingKind.TENDER_SUM,
        "sale",
        "SELECT sale.id, 'tenders', total_minor, coalesce(t.added, 0) FROM sale LEFT JOIN "
        "(SELECT sale_id, sum(amount_minor) AS added FROM sale_tender GROUP BY sale_id) t ON t.sale_id = sale.id "
        "WHERE total_minor <> coalesce(t.added, 0)",
    ),
    _Rule(
        FindingKind.SALE_SUM,
        "sale",
        "SELECT sale.id, 'cash rounding', rounding_minor, coalesce(t.added, 0) FROM sale LEFT JOIN "
        "(SELECT sale_id, sum(amount_minor) AS added FROM sale_tender WHERE kind = 'rounding' GROUP BY sale_id) t "
        "ON t.sale_id = sale.id "
        "WHERE rounding_minor <> coalesce(t.added, 0) OR paid_minor <> total_minor - rounding_minor",
    ),
    _Rule(
        FindingKind.SALE_SUM,
        "sale",
        "SELECT sale.id, 'change', change_minor, coalesce(t.added, 0) FROM sale LEFT JOIN (SELECT sale_id, "
        "sum(change_minor) AS added FROM sale_tender GROUP BY sale_id) t ON t.sale_id = sale.id "
        "WHERE change_minor <> coalesce(t.added, 0) OR given_minor - change_minor <> paid_minor",
    ),
    _both_sides(
        FindingKind.CASH,
        "sale",
        key="lower(hex(sale.id)) || ' ' || sale.kind",
        kept="SELECT {key}, '', sale_tender.amount_minor, 0 FROM sale_tender JOIN sale ON sale.id = sale_id "
        "WHERE sale_tender.kind = 'cash'",
        rows="SELECT source_key || ' ' || cause, '', 0, delta FROM cash_ledger WHERE cause IN ('sale', 'refund')",
    ),
)
_MOST_ROUNDED = declared.CASH_STEP.most


def _tender(what: str, wrong: str) -> _Rule:
    """A row of paying that no till can have written; `sale` and `t` are the sale and the row."""
    return _Rule(
        FindingKind.TENDER,
        "sale_tender",
        f"SELECT t.id, '{what}', t.amount_minor, sale.total_minor FROM sale_tender t JOIN sale ON sale.id = t.sale_id "
        f"WHERE {wrong}",
    )


_NO_CASH = "NOT EXISTS (SELECT 1 FROM sale_tender c WHERE c.sale_id = sale.id AND c.kind = 'cash')"
_TENDERS = (
    _tender("an unknown way", f"t.kind NOT IN ({', '.join(repr(kind.value) for kind in TenderKind)})"),
    _tender("a sale pays out", "t.kind <> 'rounding' AND sale.kind = 'sale' AND t.amount_minor < 0"),
    _tender("a refund takes money", "t.kind <> 'rounding' AND sale.kind = 'refund' AND t.amount_minor > 0"),
    _tender(
        "it is not what was given less the change",
        "t.kind <> 'rounding' AND t.amount_minor <> t.given_minor - t.change_minor",
    ),
    _tender("change below zero", "t.change_minor < 0"),
    _tender("only cash gives change", "t.kind <> 'cash' AND t.change_minor <> 0"),
    _tender("rounding is not handed over", "t.kind = 'rounding' AND t.given_minor <> 0"),
    # Less than the smallest coin may be forgiven as a whole; a rest beside a card may not. A refund by card mirrors
    # what the cash of its sale was rounded by.
    _tender(
        "rounding without cash",
        f"t.kind = 'rounding' AND sale.kind = 'sale' AND t.amount_minor <> sale.total_minor AND {_NO_CASH}",
    ),
    _tender(
        "rounding beyond any coin",
        f"t.kind = 'rounding' AND abs(t.amount_minor) >= {_MOST_ROUNDED} * (1 + (sale.kind = 'refund'))",
    ),
)
_GOODS = (
    # Thousandths of a unit times thousandths of a factor: whole factors must agree exactly, others within one
    # thousandth a line. `seen` is 1 for lines, 2 for stock rows: a side that lacks the other is found too.
    _Rule(
        FindingKind.STOCK,
        "sale",
        "SELECT key, '', sum(micro) / 1000, sum(delta) FROM ("
        "SELECT lower(hex(sale_id)) || ':' || lower(hex(product_id)) AS key, -quantity_milli * factor_milli AS micro, "
        "quantity_milli * factor_milli % 1000 <> 0 AS loose, 0 AS delta, 1 AS seen FROM sale_line "
        "WHERE product_id IS NOT NULL UNION ALL "
        "SELECT source_key, 0, 0, delta, 2 FROM stock_ledger WHERE cause IN ('sale', 'refund')) GROUP BY key "
        "HAVING min(seen) = max(seen) OR abs(sum(micro) - sum(delta) * 1000) > 999 * sum(loose)",
    ),
    _both_sides(
        FindingKind.POINTS,
        "sale",
        key="lower(hex(id))",
        kept="SELECT {key}, '', points_earned, 0 FROM sale WHERE points_earned <> 0",
        rows="SELECT substr(source_key, 1, 32), '', 0, delta FROM points_ledger WHERE cause IN ('earn', 'refund')",
    ),
    _Rule(
        FindingKind.POINTS,
        "sale_line",
        "SELECT sale.id, '', points_earned, sum(points) FROM sale JOIN sale_line l ON l.sale_id = sale.id "
        "WHERE kind = 'sale' GROUP BY sale.id HAVING points_earned <> sum(points)",
    ),
)


def _too_much(what: str, column: str) -> _Rule:
    """Refund rows have the opposite sign of what was sold."""
    return _Rule(
        FindingKind.REFUND_TOO_MUCH,
        "sale_line",
        f"SELECT sold.id, '{what}', sold.{column}, -sum(back.{column}) FROM sale_line back "
        f"LEFT JOIN sale_line sold ON sold.id = back.original_line_id WHERE back.original_line_id IS NOT NULL "
        f"GROUP BY back.original_line_id HAVING sold.id IS NULL "
        f"OR sum(back.{column}) > 0 OR sold.{column} + sum(back.{column}) < 0",
    )


_REFUNDS = (
    _too_much("units", "quantity_milli"),
    _too_much("money", "net_minor"),
    _Rule(
        FindingKind.REFUND_TOO_MUCH,
        "sale",
        "SELECT back.id, 'lines of another sale', 0, count(*) FROM sale back JOIN sale_line l ON l.sale_id = back.id "
        "LEFT JOIN sale_line sold ON sold.id = l.original_line_id WHERE back.kind = 'refund' "
        "AND sold.sale_id IS NOT back.original_sale_id GROUP BY back.id",
    ),
    _Rule(
        FindingKind.REFUND_TOO_MUCH,
        "sale",
        "SELECT sold.id, 'paid', sold.paid_minor, -sum(back.paid_minor) FROM sale back JOIN sale sold "
        "ON sold.id = back.original_sale_id GROUP BY sold.id HAVING sold.paid_minor + sum(back.paid_minor) < 0",
    ),
)
RULES = (*_LINES, *_MONEY, *_TENDERS, *_GOODS, *_REFUNDS)


def check_sales(read: Reader, found: Findings) -> None:
    """Every rule over every sale."""
    for rule in RULES:
        for row, what, kept, rows in read.connection.exec_driver_sql(rule.sql):
            found.add(rule.kind, rule.table, row, what=what, kept=kept, rows=rows)
