"""A year of sales comes back on a fresh machine. How long it took is printed (`pytest -s`), not judged."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from app.services.backup.drill import run_drill
from app.services.backup.make import make_backup
from app.services.backup.restore import restore_backup
from app.services.common.store import Store
from app.services.shifts.close import CashCount, close_shift
from app.services.shifts.open import open_shift
from app.values.money import Money
from tests.support.backups import known_key, repeated, sell_on
from tests.support.goods import Stocked, stock_shop
from tests.support.shop import make_shop

DAYS = 365
SALES_A_DAY = 100


def without_flushing(store: Store) -> None:
    """The year before is history: only what is measured need be durable."""
    with store.database.writer.connect() as connection:
        driver = connection.connection.driver_connection
        assert driver is not None
        driver.execute("PRAGMA synchronous = OFF").fetchall()  # type: ignore[attr-defined]


def a_year(stocked: Stocked) -> None:
    """One shift a day, every third sale to a member."""
    shop, member = stocked.shop, stocked.enrol()
    for day in range(DAYS):
        for number in range(SALES_A_DAY):
            shop.clock.tick(timedelta(minutes=7))
            lines = [("water", 1 + number % 3), ("noodles", 1), ("milk", 1)][: 1 + number % 3]
            stocked.sell(*lines, member=member if number % 3 == 0 else None)
        with shop.store.action(shop.cashier, "shift_closed") as uow:
            close_shift(uow, CashCount(Money(20_000)))
        shop.clock.at = shop.clock.at.replace(hour=0, minute=0) + timedelta(days=1)
        with shop.store.action(shop.cashier, "shift_opened") as uow:
            shop.on_shift(open_shift(uow, Money(20_000)).shift_id)
        del day


@pytest.mark.deep
def test_a_year_of_sales_comes_back(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "new").mkdir()
    stocked = stock_shop(make_shop(tmp_path / "data"))
    shop = stocked.shop
    without_flushing(shop.store)
    a_year(stocked)

    made = make_backup(shop.store)
    drilled = run_drill(shop.store)
    new = tmp_path / "new" / "shuke.db"
    done = restore_backup(made.path, new, known_key(tmp_path / "data"), clock=shop.clock)
    print(
        f"\n{done.sales} sales, {made.header.size_bytes // 2**20} MB: "
        f"backup of {made.file_bytes // 2**20} MB in {made.took_ms} ms, drill {drilled.took_ms} ms, "
        f"restore {done.took_ms} ms"
    )

    assert done.sales == DAYS * SALES_A_DAY
    assert (done.findings, drilled.findings) == ((), 0)
    sell_on(new, stocked)
    shop.close()
    assert repeated(shop.path, new) == []
