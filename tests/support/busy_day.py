"""A busy day in a file, played once per process; and changing a copy of it behind Shuke's back."""

from __future__ import annotations

import atexit
import functools
import tempfile
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlite

from app.services.checkout.drafts import hold_basket, save_open
from app.services.shifts.cash import pay_out
from app.services.shifts.close import CashCount, close_shift
from app.services.shifts.open import open_shift
from app.values.money import Money
from app.values.quantity import Quantity
from tests.support.goods import stock_shop
from tests.support.shop import Shop, make_shop


@functools.cache
def a_busy_day() -> Path:
    """The day in a file of its own."""
    folder = tempfile.TemporaryDirectory(prefix="shuke-day-")
    atexit.register(folder.cleanup)
    shop = make_shop(Path(folder.name))
    play_busy_day(shop)
    shop.close()
    return shop.path


def play_busy_day(shop: Shop) -> None:
    """Two shifts, one closed; sales with and without a member, refunds in parts, a basket on hold and one open."""
    day = stock_shop(shop)
    member = day.enrol()
    day.sell(("water", 1))
    sale = day.sell(("noodles", 3), ("apples", Quantity(735)), member=member)
    shop.clock.tick()
    day.refund(sale, (1, Quantity.of(1)))
    with shop.store.act(shop.cashier, "cash") as uow:
        pay_out(uow, Money(1000), "买冰")
        uow.commit()
    with shop.store.act(shop.cashier, "shift_closed") as uow:
        close_shift(uow, CashCount(Money(25_000)))
        uow.commit()
    with shop.store.act(shop.cashier, "shift_opened") as uow:
        shop.on_shift(open_shift(uow, Money(20_000)).shift_id)
        uow.commit()
    whole = day.sell(("milk", 1), member=member)
    day.refund(whole)
    day.sell(("milk", 2), ("water", 6), member=member)
    with shop.store.act(shop.cashier, "hold") as uow:
        hold_basket(uow, day.basket(("water", 2)), label="穿红衣的先生")
        save_open(uow, day.basket(("milk", 1)))
        uow.commit()


def tamper(path: Path, *statements: str, guards: bool = False) -> None:
    """Change the file behind Shuke's back; the guards stand again afterwards unless `guards` says they are the aim."""
    connection = sqlite.connect(str(path), isolation_level=None)
    made = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    if not guards:
        for name, _ in made:
            connection.execute(f"DROP TRIGGER {name}")
    for statement in statements:
        connection.execute(statement)
    if not guards:
        for _, sql in made:
            connection.execute(sql)
    connection.close()


def value(path: Path, sql: str) -> Any:
    """The first value a query gives, read past Shuke."""
    connection = sqlite.connect(str(path), isolation_level=None)
    try:
        return connection.execute(sql).fetchone()[0]
    finally:
        connection.close()
