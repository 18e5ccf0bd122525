"""A shop with a few sales to back up and restore, and what must not repeat between two files of it."""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import sqlcipher3.dbapi2 as sqlite

from app.models import migrate
from app.models.database import Database
from app.services.backup.key import RecoveryKey
from app.services.backup.key_file import load_key
from app.services.backup.make import BackupMade, make_backup
from app.services.backup.restore import Restored, restore_backup
from app.services.backup.verify import verify_store
from app.services.backup.watch import Step, Watch
from app.services.checkout.post import post_sale
from app.services.checkout.values import PostedSale
from app.services.common.store import Store
from app.services.shifts.open import current_shift
from app.services.staff.founding import FoundingDraft, found_shop, founder, this_till
from app.values.clock import ManualClock
from tests.support.goods import Stocked, stock_shop
from tests.support.shop import DAY, make_shop

RECEIPTS = "SELECT till_id, epoch, number_seq, number, hex(id) FROM sale"
PLACES = "SELECT till_id, epoch, seq, hex(hash) FROM journal_entry"


@dataclass(slots=True)
class Backed:
    """A shop with three sales, one backup, and its key."""

    stocked: Stocked
    made: BackupMade
    key: RecoveryKey

    @property
    def folder(self) -> Path:
        """Its data directory."""
        return self.stocked.shop.path.parent

    @property
    def path(self) -> Path:
        """Its data file."""
        return self.stocked.shop.path


def a_stocked_shop(folder: Path) -> Stocked:
    """A shift open, two sales and one to a member."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    stocked = stock_shop(make_shop(folder))
    stocked.sell(("water", 2))
    stocked.sell(("milk", 1), ("noodles", 1), member=stocked.enrol())
    stocked.sell(("noodles", 3))
    return stocked


def a_backed_up_shop(folder: Path, *, to: Path | None = None) -> Backed:
    """The same, with a backup in `to` or beside the data."""
    stocked = a_stocked_shop(folder)
    if to is not None:
        to.mkdir(parents=True, exist_ok=True)
    made = make_backup(stocked.shop.store, folder=to)
    return Backed(stocked, made, known_key(folder))


def known_key(folder: Path) -> RecoveryKey:
    """The key that lies in a data directory."""
    key = load_key(folder)
    assert key is not None
    return key


@contextlib.contextmanager
def opened(path: Path, clock: ManualClock | None = None) -> Iterator[Store]:
    """A data file as a till opens it."""
    database = Database(path)
    try:
        yield Store(database, clock or ManualClock(), DAY)
    finally:
        database.close()


def sell_on(path: Path, stocked: Stocked, *, times: int = 2) -> list[PostedSale]:
    """Sell in a restored file, at the shift that is open in it."""
    sold = []
    with opened(path, stocked.shop.clock) as store:
        with store.read() as read:
            till = this_till(read)
            shift = current_shift(read, till.till_id)
        assert shift is not None
        actor = replace(stocked.shop.cashier, shift_id=shift.shift_id)
        for _ in range(times):
            stocked.shop.clock.tick()
            with store.action(actor, "sale") as uow:
                sold.append(post_sale(uow, stocked.paid(stocked.basket(("water", 1)))))
    return sold


def facts(path: Path, query: str) -> set[tuple[object, ...]]:
    """Rows of a file, read past Shuke."""
    with contextlib.closing(sqlite.connect(str(path))) as connection:
        return {tuple(row) for row in connection.execute(query)}


def repeated(*paths: Path) -> list[tuple[object, ...]]:
    """Receipt numbers and journal places that stand for two different things in the files together."""
    found: list[tuple[object, ...]] = []
    for query, length in ((RECEIPTS, 3), (PLACES, 3)):
        known: dict[tuple[object, ...], tuple[object, ...]] = {}
        for row in set().union(*(facts(path, query) for path in paths)):
            place, what = row[:length], row[length:]
            if known.setdefault(place, what) != what:
                found.append(place)
    return found


def sentences(path: Path) -> list[str]:
    """What `verify` says of a file; nothing is good."""
    database = Database(path, read_only=True)
    try:
        return [finding.sentence for finding in verify_store(database).findings]
    finally:
        database.reopen()


def fingerprint(folder: Path) -> dict[str, str]:
    """Every file below a folder with its content, except empty ones (locks, folded logs) and SQLite's shared memory."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in files
        if path.stat().st_size and not path.name.endswith("-shm")
    }


def another_shop(folder: Path, *, to: Path | None = None) -> BackupMade:
    """Somebody else's shop, whose till is called T1 too, and its backup."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    database = Database(folder / "shuke.db")
    migrate.upgrade(database)
    store = Store(database, ManualClock(), DAY)
    draft = FoundingDraft("别家小店")
    with store.action(founder(draft, origin="command line"), "founding") as uow:
        found_shop(uow, draft)
    if to is not None:
        to.mkdir(exist_ok=True)
    made = make_backup(store, folder=to)
    database.close()
    return made


def spoil(path: Path, table: str) -> None:
    """Write noise over the first page of a table, as a dying disk does."""
    with contextlib.closing(sqlite.connect(str(path))) as connection:
        (size,) = connection.execute("PRAGMA page_size").fetchone()
        (page,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).fetchone()
    with path.open("rb+") as file:
        file.seek((page - 1) * size)
        file.write(b"\xee" * size)


def stopped_after(step: Step) -> Watch:
    """Somebody presses cancel when a step has begun."""
    reached: set[Step] = set()
    return Watch(lambda now, done, total: reached.add(now), lambda: step in reached)


def sold_on_after_backup(folder: Path) -> Backed:
    """A shop in `data` with a backup on a `stick`, and two sales that are not in it."""
    backed = a_backed_up_shop(folder / "data", to=folder / "stick")
    backed.stocked.shop.clock.tick(timedelta(hours=1))
    backed.stocked.sell(("water", 5))
    backed.stocked.sell(("noodles", 1))
    return backed


def restored(backed: Backed, folder: Path, file: Path | None = None) -> Restored:
    """Its backup, or another file, restored in a folder with its key and at its time."""
    folder.mkdir(mode=0o700, exist_ok=True)
    clock = backed.stocked.shop.clock
    return restore_backup(file or backed.made.path, folder / "shuke.db", backed.key, clock=clock)
