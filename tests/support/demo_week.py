"""A week of the demo shop in a file, played once per process: many sales, members, refunds, seven shifts."""

from __future__ import annotations

import atexit
import functools
import shutil
import tempfile
from datetime import UTC, date, datetime
from pathlib import Path

from app.models.database import Database
from app.services.common.actor import Actor, Role
from app.services.common.store import Store
from app.services.exchange.demo_history import make_demo_file
from app.services.shifts.open import open_shift
from app.services.staff.founding import this_till
from app.services.staff.people import list_staff
from app.values.clock import ManualClock
from app.values.money import Money
from tests.support.goods import WATER, Stocked
from tests.support.shop import DAY, QUICK_HASHING, Shop

DAYS = 15
TODAY = date(2026, 7, 20)
"""A Monday without a sale; the last day that was played is the Sunday before it."""
YESTERDAY = date(2026, 7, 19)
MORNING = datetime(2026, 7, 20, 1, 0, tzinfo=UTC)
"""09:00 in the shop."""


@functools.cache
def a_demo_week() -> Path:
    """The history in a file of its own."""
    folder = tempfile.TemporaryDirectory(prefix="shuke-week-")
    atexit.register(folder.cleanup)
    path = Path(folder.name) / "shuke.db"
    make_demo_file(path, TODAY, days=DAYS, hashing=QUICK_HASHING)
    return path


def demo_shop(folder: Path, *, with_shift: bool = False) -> Stocked:
    """A copy of it on the next morning, with one article more: `water`, at 2.00."""
    path = folder / "shuke.db"
    shutil.copyfile(a_demo_week(), path)
    path.chmod(0o600)
    database, clock = Database(path), ManualClock()
    clock.at = MORNING
    store = Store(database, clock, DAY)
    with store.read() as read:
        till, people = this_till(read), list_staff(read)

    def actor(role: Role) -> Actor:
        person = next(person for person in people if person.role is role)
        return Actor(till.shop_id, till.till_id, till.till_code, person.staff_id, person.name, role)

    shop = Shop(path, database, store, clock, till, actor(Role.OWNER), actor(Role.CASHIER))
    stocked = Stocked(shop)
    if with_shift:
        with store.act(shop.cashier, "shift_opened") as uow:
            shift = open_shift(uow, Money(20_000))
            uow.commit()
        shop.on_shift(shift.shift_id)
    stocked.add("water", WATER)
    return stocked
