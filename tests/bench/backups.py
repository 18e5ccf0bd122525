"""A backup of a gigabyte, beside copying the same bytes; and what a sale waits while it is made."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Callable
from pathlib import Path

from app.services.backup.make import make_backup
from tests.bench import reports
from tests.bench.figures import Figure, p50, p99, timed
from tests.bench.market import Market
from tests.support.goods import stock_shop
from tests.support.shop import Shop

SALES = 400_000
"""With their lines a little over a gigabyte."""
GIGABYTE = 1e9


def measure(market: Market, scratch: Path) -> list[Figure]:
    """Make one while nobody sells, and one while somebody does."""
    folder = scratch / "backup"
    shop = market.opened(folder)
    reports.fill(shop.path, shop, reports.History(sales=SALES))
    with shop.database.writer.begin() as connection:
        connection.exec_driver_sql("UPDATE till_state SET last_receipt = ?", (SALES,))
    try:
        return _figures(shop, folder)
    finally:
        shop.close()
        shutil.rmtree(folder)


def _figures(shop: Shop, folder: Path) -> list[Figure]:
    shop.database.checkpoint()
    size = shop.path.stat().st_size / GIGABYTE
    floor = timed(lambda: _copy_durably(shop.path, folder / "copy")) / 1000
    alone = timed(lambda: make_backup(shop.store, folder=folder)) / 1000
    day = stock_shop(shop, with_shift=False)
    quiet = [timed(lambda: day.sell(("water", 1))) for _ in range(60)]
    beside = _sell_during(shop, folder, lambda: timed(lambda: day.sell(("water", 1))))
    words = f"{size:.2f} GB: copied, packed, sealed, opened again and checked"
    return [
        Figure("backup of 1 GB", alone, "s", floor=floor, words=words),
        Figure("sale posted during a backup, p50", p50(beside), floor=p50(quiet), words="beside none being made"),
        Figure("sale posted during a backup, p99", p99(beside), floor=p99(quiet)),
    ]


def _sell_during(shop: Shop, folder: Path, sell: Callable[[], float]) -> list[float]:
    worker = threading.Thread(target=make_backup, args=(shop.store,), kwargs={"folder": folder})
    worker.start()
    found = []
    while worker.is_alive():
        found.append(sell())
    worker.join()
    return found


def _copy_durably(source: Path, target: Path) -> None:
    shutil.copyfile(source, target)
    with target.open("rb+") as file:
        os.fsync(file.fileno())
    target.unlink()
