"""How SQLite goes about finding sales: along an index, never through all of them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import event

from app.services.common.uow import Reader
from app.services.reports.sale_filter import KindFilter, SaleFilter
from app.services.reports.sales import list_sales, total_sales
from app.services.reports.today import summarise_day
from app.values.money import Money
from tests.bench.reports import History as Bulk
from tests.bench.reports import fill
from tests.services.reports.history import History
from tests.support.goods import stock_shop
from tests.support.shop import make_shop


@pytest.mark.parametrize("analysed", [True, False])
def test_no_way_of_finding_walks_through_all_sales(tmp_path: Path, analysed: bool) -> None:
    """Also where the file was never analysed, as most are not."""
    stocked = stock_shop(make_shop(tmp_path))
    member = stocked.enrol()
    shop = stocked.shop
    fill(shop.path, shop, Bulk(2_000, 4, 40))
    if not analysed:
        with shop.store.act(shop.owner, "test") as uow:
            uow.connection.exec_driver_sql("DELETE FROM sqlite_stat1")
            uow.commit()
        shop.database.reopen()
    day = date(2024, 1, 20)
    ways = {
        "newest": SaleFilter(),
        "day": SaleFilter(from_date=day, until_date=day),
        "number": SaleFilter("T1-000123"),
        "member": SaleFilter(member=member.member_id),
        "name": SaleFilter("农夫山泉"),
        "article": SaleFilter(product=stocked.items["water"].product_id),
        "shift": SaleFilter(shift=shop.cashier.shift_id),
        "staff": SaleFilter(staff=shop.owner.staff_id),
        "refunds": SaleFilter(kind=KindFilter.REFUND),
        "large": SaleFilter(least=Money(20_000)),
    }
    if analysed:
        del ways["shift"]  # all of this file's sales are one shift's, and with statistics SQLite knows that
    for name, wanted in ways.items():
        with shop.store.read() as read, plans(read) as seen:
            list_sales(read, wanted, limit=10)
        assert seen, name
        assert [step for step in seen if walks_all(step)] == [], name
    with shop.store.read() as read, plans(read) as seen:
        summarise_day(read, day)
        total_sales(read, SaleFilter(from_date=day, until_date=day))
    assert [step for step in seen if walks_all(step)] == []
    shop.close()


def walks_all(step: str) -> bool:
    """`SCAN sale` by whatever name; a scan for the first or last entry of an index is one step, told as SEARCH."""
    words = step.split()
    return words[0] == "SCAN" and words[1] in ("sale", "sale_line", "sale_tender", "sale_tax", "given_back", "earlier")


class plans:  # noqa: N801 - reads as a word
    """Collects SQLite's plan of every query."""

    def __init__(self, read: Reader) -> None:
        self._connection = read.connection
        self.seen: list[str] = []

    def __enter__(self) -> list[str]:
        event.listen(self._connection, "before_cursor_execute", self._explain)
        return self.seen

    def __exit__(self, *problem: object) -> None:
        event.remove(self._connection, "before_cursor_execute", self._explain)

    def _explain(self, connection, cursor, statement, parameters, context, many) -> None:  # type: ignore[no-untyped-def]
        if statement.lstrip().upper().startswith("SELECT"):
            self.seen += [row[3] for row in cursor.execute("EXPLAIN QUERY PLAN " + statement, parameters).fetchall()]


def test_a_scan_would_be_noticed(history: History) -> None:
    with history.look() as read, plans(read) as seen:
        read.connection.exec_driver_sql("SELECT count(*) FROM sale WHERE currency = 'x'").all()
    assert any(walks_all(step) for step in seen)
