"""Five million lines: a day's summary, the list of sales found in each way, the log, a list as a file.

The sales are written by the database itself, in bulk and without a journal: what is measured here only reads.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import sqlcipher3.dbapi2 as sqlite

from app.services.common.uow import Reader
from app.services.reports.sale_filter import SaleFilter
from app.services.reports.sales import list_sales, total_sales
from app.services.reports.today import summarise_day
from app.values.ids import Id
from app.values.money import Money
from tests.bench.figures import Figure, p50, p99, timed
from tests.bench.market import Market
from tests.support.shop import Shop

SALES, LINES_EACH, DAYS = 1_000_000, 5, 730
FIRST_DAY = date(2024, 1, 1)
MEMBERS_OF_TEN = 4
REFUND_EVERY = 97
ROUNDS = 15
NEW_INDEX = "CREATE INDEX IF NOT EXISTS ix_sale_total_minor_business_date ON sale (total_minor, business_date)"
"""Asked for: without it an amount is found by walking through all sales."""


@dataclass(frozen=True, slots=True)
class History:
    """What was written."""

    sales: int = SALES
    lines_each: int = LINES_EACH
    days: int = DAYS

    @property
    def a_day(self) -> int:
        """Sales of one business date."""
        return max(self.sales // self.days, 1)

    @property
    def last_day(self) -> date:
        """The newest business date."""
        return FIRST_DAY + timedelta(days=(self.sales - 1) // self.a_day)


def fill(path: Path, shop: Shop, history: History) -> None:
    """Write the sales; there must be goods, and there may be members."""
    connection = sqlite.connect(str(path), isolation_level=None)
    for pragma in ("foreign_keys=OFF", "synchronous=OFF", "cache_size=-400000", "temp_store=MEMORY"):
        connection.execute(f"PRAGMA {pragma}").fetchall()
    connection.execute("CREATE TEMP TABLE goods AS SELECT id, name, category_id FROM product ORDER BY id")
    connection.execute("CREATE TEMP TABLE people AS SELECT id FROM member ORDER BY id")
    numbers = {
        "sales": history.sales,
        "lines": history.lines_each,
        "a_day": history.a_day,
        "gap": max(46_800 // history.a_day, 1),
        "first": FIRST_DAY.isoformat(),
        "goods": connection.execute("SELECT count(*) FROM goods").fetchone()[0],
        "people": connection.execute("SELECT count(*) FROM people").fetchone()[0],
        "members": MEMBERS_OF_TEN,
        "refund": REFUND_EVERY,
        "shop": shop.till.shop_id,
        "till": shop.till.till_id,
        "cashier": shop.cashier.staff_id,
        "owner": shop.owner.staff_id,
        "shift": shop.cashier.shift_id,
    }
    connection.execute("BEGIN")
    for statement in (_SALES, _LINES, _TENDERS):
        connection.execute(statement, numbers)
    connection.execute("COMMIT")
    connection.execute("ANALYZE")
    connection.close()


_COUNT = "WITH RECURSIVE n(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM n WHERE n + 1 < :sales)"
_HEAD = """:shop AS shop_id, :till AS till_id, 1 AS epoch, :shift AS shift_id,
    CASE WHEN n % 3 THEN :cashier ELSE :owner END AS staff_id,
    datetime(:first, '+' || (n / :a_day) || ' days', '+' || (3600 + n % :a_day * :gap) || ' seconds') || '.000000' AS at,
    date(:first, '+' || (n / :a_day) || ' days') AS business_date, n + 10 AS journal_seq"""
_SIGN = "CASE WHEN n % :refund = 7 THEN -1 ELSE 1 END"
_PRICE = "(100 + n * 7919 % 6007)"
_SALE_COLUMNS = {
    "id": "unhex(printf('018c000000007000%016x', n))",
    "kind": "CASE WHEN n % :refund = 7 THEN 'refund' ELSE 'sale' END",
    "number": "printf('T1-%06d', n + 1)",
    "number_seq": "n + 1",
    "basket_key": "unhex(printf('018c000000008000%016x', n))",
    "original_sale_id": "CASE WHEN n % :refund = 7 THEN unhex(printf('018c000000007000%016x', n - 1)) END",
    "member_id": "CASE WHEN n % 10 < :members THEN (SELECT id FROM people WHERE rowid = 1 + n * 104729 % :people) END",
    "currency": "'CNY'",
    "exponent": "2",
    "opened_at": "at",
    "line_count": ":lines",
    **dict.fromkeys(("gross_minor", "net_minor", "total_minor", "paid_minor", "given_minor"), "total"),
    "tax_minor": "total * 13 / 113",
    **dict.fromkeys(("discount_minor", "rounding_minor", "change_minor", "points_earned"), "0"),
}
_SALES = f"""INSERT INTO sale (shop_id, till_id, epoch, shift_id, staff_id, at, business_date, journal_seq,
    {", ".join(_SALE_COLUMNS)})
SELECT shop_id, till_id, epoch, shift_id, staff_id, at, business_date, journal_seq,
    {", ".join(_SALE_COLUMNS.values())}
FROM ({_COUNT} SELECT n, {_HEAD}, {_SIGN} * {_PRICE} * :lines AS total FROM n)"""
_LINE_COLUMNS = {
    "id": "unhex(printf('018c000000009%03x%016x', line, n))",
    "sale_id": "unhex(printf('018c000000007000%016x', n))",
    "line_no": "line",
    "product_id": "goods.id",
    "category_id": "goods.category_id",
    "code": "''",
    "name": "goods.name",
    "spec": "''",
    "unit_name": "'piece'",
    "by_weight": "0",
    "quantity_milli": "sign * 1000",
    "factor_milli": "1000",
    "list_price_minor": "price",
    "unit_price_minor": "price",
    "price_source": "'shelf'",
    "gross_minor": "sign * price",
    "discount_minor": "0",
    "net_minor": "sign * price",
    "tax_class": "'standard'",
    "tax_rate_bp": "1300",
    "tax_inclusive": "1",
    "tax_minor": "sign * price * 13 / 113",
    "unit_cost_minor": "price * 7 / 10",
    "cost_minor": "CASE WHEN (n + line) % 11 THEN sign * (price * 7 / 10) END",
    "cost_estimated": "n % 5 = 0",
    "points": "0",
}
_LINES = f"""INSERT INTO sale_line (shop_id, till_id, epoch, shift_id, staff_id, at, business_date, journal_seq,
    {", ".join(_LINE_COLUMNS)})
SELECT shop_id, till_id, epoch, shift_id, staff_id, at, business_date, journal_seq,
    {", ".join(_LINE_COLUMNS.values())}
FROM ({_COUNT}, l(line) AS (SELECT 1 UNION ALL SELECT line + 1 FROM l WHERE line < :lines)
    SELECT n, line, {_HEAD}, {_SIGN} AS sign, {_PRICE} AS price FROM n CROSS JOIN l)
CROSS JOIN goods ON goods.rowid = 1 + (n * 5 + line) * 7919 % :goods"""
_TENDERS = f"""INSERT INTO sale_tender (shop_id, till_id, epoch, shift_id, staff_id, at, business_date, journal_seq,
    id, sale_id, tender_no, kind, amount_minor, given_minor, change_minor, reference)
SELECT shop_id, till_id, epoch, shift_id, staff_id, at, business_date, journal_seq,
    unhex(printf('018c00000000a000%016x', n)), unhex(printf('018c000000007000%016x', n)), 1,
    CASE n % 3 WHEN 0 THEN 'cash' WHEN 1 THEN 'wechat' ELSE 'card' END, total, total, 0, ''
FROM ({_COUNT} SELECT n, {_HEAD}, {_SIGN} * {_PRICE} * :lines AS total FROM n)"""


def measure(market: Market, scratch: Path) -> list[Figure]:
    """Read in a shop with two years behind it."""
    shop = market.opened(scratch / "reports")
    history = History()
    fill(shop.path, shop, history)
    try:
        return [*_day(shop, history), *_lists(shop, market, history)]
    finally:
        shop.close()


def _times(shop: Shop, work: Callable[[Reader], object], rounds: int = ROUNDS) -> list[float]:
    found = []
    for _ in range(rounds):
        with shop.store.read() as read:
            found.append(timed(lambda read=read: work(read)))  # type: ignore[misc]
    return found


def _day(shop: Shop, history: History) -> list[Figure]:
    evening = datetime.combine(history.last_day, datetime.min.time(), UTC) + timedelta(hours=14)
    lines = history.sales * history.lines_each
    days = [history.last_day - timedelta(days=at * 11) for at in range(ROUNDS)]
    first, *later = [
        _times(shop, lambda read, day=day: summarise_day(read, day, now=evening), 1)[0]  # type: ignore[misc]
        for day in days
    ]
    words = f"with the four weekdays before it, among {lines:,} lines; five days of {history.a_day:,} sales"
    return [
        Figure("a day's summary, first look", first, words=words),
        Figure("a day's summary, p50", p50(later), most=300.0, words="other days, each read once"),
        Figure("a day's summary, p99", p99(later)),
    ]


def _lists(shop: Shop, market: Market, history: History) -> list[Figure]:
    with shop.store.read() as read:
        product = Id(read.connection.exec_driver_sql("SELECT id FROM product LIMIT 1 OFFSET 500").scalar_one())
    ways: dict[str, SaleFilter] = {
        "newest": SaleFilter(),
        "a day": SaleFilter(from_date=history.last_day, until_date=history.last_day),
        "number": SaleFilter("T1-004711"),
        "end of a number": SaleFilter("4711"),
        "member": SaleFilter(member=market.member_ids[0]),
        "article": SaleFilter(product=product),
        "words": SaleFilter("农夫山泉"),
        "staff": SaleFilter(staff=shop.owner.staff_id),
        "large ones": SaleFilter(least=Money(30_500)),
        "amount, all sales walked through": SaleFilter("123.45"),
    }
    figures = [_list_figure(shop, name, wanted) for name, wanted in ways.items()]
    with sqlite.connect(str(shop.path)) as connection:
        connection.execute(NEW_INDEX)
    figures.append(_list_figure(shop, "amount, with an index", SaleFilter("123.45")))
    year = SaleFilter(from_date=history.last_day - timedelta(days=30), until_date=history.last_day)
    for name, wanted in (("a month", year), ("everything", SaleFilter())):
        found = _times(shop, lambda read, wanted=wanted: total_sales(read, wanted), 3)  # type: ignore[misc]
        figures.append(Figure(f"totals of {name}", p50(found)))
    return figures


def _list_figure(shop: Shop, name: str, wanted: SaleFilter) -> Figure:
    found = _times(shop, lambda read: list_sales(read, wanted), 5)
    return Figure(f"first page of sales by {name}, p50", p50(found), words=f"first look {found[0]:.1f} ms")
