"""A founded shop in a file of its own, quickly: the file is built once per process and copied per test."""

from __future__ import annotations

import atexit
import functools
import shutil
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path
from zoneinfo import ZoneInfo

from argon2 import PasswordHasher

from app.models import migrate
from app.models.database import Database
from app.services.common.actor import Actor, Role
from app.services.common.store import DayRule, Store
from app.services.staff.founding import FoundingDraft, TillIdentity, found_shop, founder, this_till
from app.services.staff.people import StaffDraft, add_staff
from app.values.clock import ManualClock
from app.values.ids import Id

ZONE = ZoneInfo("Asia/Shanghai")
DAY = DayRule(ZONE, 4)
OWNER_PIN = "275163"
CASHIER_PIN = "904827"
QUICK_HASHING = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
"""Argon2 that protects nothing and costs nothing."""


@dataclass(slots=True)
class Shop:
    """A founded shop with an owner and a cashier, nobody's shift open, no goods.

    Attributes:
        path: The data file.
        owner: Signed in, no shift (`with_shift` gives one).
        cashier: Signed in, no shift.
    """

    path: Path
    database: Database
    store: Store
    clock: ManualClock
    till: TillIdentity
    owner: Actor
    cashier: Actor

    def on_shift(self, shift_id: Id) -> None:
        """Let both actors stand at the drawer of this shift."""
        self.owner = replace(self.owner, shift_id=shift_id)
        self.cashier = replace(self.cashier, shift_id=shift_id)

    def close(self) -> None:
        """Let go of the file."""
        self.database.close()


def make_shop(folder: Path) -> Shop:
    """Copy the founded shop into `folder` as `shuke.db` and open it; its clock stands at 2026-01-05 09:00 there."""
    path = folder / "shuke.db"
    template, owner_id, cashier_id = _template()
    shutil.copyfile(template, path)
    path.chmod(0o600)
    database = Database(path)
    return shop_on(database, path, owner_id, cashier_id)


def shop_on(database: Database, path: Path, owner_id: Id, cashier_id: Id) -> Shop:
    """The founded shop that lies in this database, with a clock of its own."""
    clock = ManualClock()
    store = Store(database, clock, DAY)
    with store.read() as read:
        till = this_till(read)
    owner = Actor(till.shop_id, till.till_id, till.till_code, owner_id, "王老板", Role.OWNER)
    cashier = Actor(till.shop_id, till.till_id, till.till_code, cashier_id, "小李", Role.CASHIER)
    return Shop(path, database, store, clock, till, owner, cashier)


@functools.cache
def _template() -> tuple[Path, Id, Id]:
    """The file that every test copies; its folder goes with the process."""
    folder = _kept_folder()
    path = folder / "template.db"
    database = Database(path)
    migrate.upgrade(database)
    owner_id, cashier_id = found_with_people(Store(database, ManualClock(), DAY))
    database.close()
    return path, owner_id, cashier_id


def found_with_people(store: Store) -> tuple[Id, Id]:
    """Found the shop of all tests and return its owner and its cashier."""
    draft = FoundingDraft("熟客便利店", owner_name="王老板", owner_pin=OWNER_PIN)
    owner = founder(draft)
    with store.act(owner, "founding") as uow:
        founded = found_shop(uow, draft, hashing=QUICK_HASHING)
        uow.commit()
    with store.act(owner, "staff") as uow:
        cashier_id = add_staff(uow, StaffDraft("小李", Role.CASHIER, CASHIER_PIN), hashing=QUICK_HASHING)
        uow.commit()
    assert founded.owner_id is not None
    return founded.owner_id, cashier_id


def _kept_folder() -> Path:
    folder = tempfile.TemporaryDirectory(prefix="shuke-template-")
    atexit.register(folder.cleanup)
    return Path(folder.name)
