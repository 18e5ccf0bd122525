"""A consistent copy of the data file while the till goes on selling.

One read transaction holds the moment; in WAL mode it keeps no writer waiting, and a copy under it never starts anew
because somebody sold something.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlite
from sqlalchemy import text

from app.models.database import environment_told
from app.services.backup.contents import Contents, contents_of
from app.services.backup.watch import Step, Watch
from app.services.common.store import Store
from app.services.settings.service import Settings, load_settings
from app.services.staff.founding import TillIdentity, this_till

PAGES_A_STEP = 1024
"""4 MB; after each it is flushed, so that a sale's own flush finds no mountain of ours before it."""


@dataclass(frozen=True, slots=True)
class Copied:
    """What the copy shows."""

    till: TillIdentity
    schema: str
    contents: Contents


@dataclass(frozen=True, slots=True)
class TillNow:
    """Whose data these are, and what was chosen."""

    till: TillIdentity
    settings: Settings


def till_now(store: Store) -> TillNow:
    """The till and its settings.

    Raises:
        NoShop, StoreError
    """
    with store.read() as read:
        till = this_till(read)
        return TillNow(till, load_settings(read, scope=till.till_id.hex()))


def copy_out(store: Store, target: Path, watch: Watch) -> Copied:
    """Write the copy to `target`, which must not be there yet.

    Raises:
        StoreError: it cannot be read, or the disk of the copy is full.
        Stopped
    """
    with store.read() as read:
        till = this_till(read)
        schema: str = read.connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one()
        contents = contents_of(read, till.till_id)
        os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        driver: Any = read.connection.connection.driver_connection
        with environment_told(), contextlib.closing(sqlite.connect(str(target))) as sink:
            # A copy that is cut off is thrown away: it needs no journal of its own.
            sink.execute("PRAGMA journal_mode = OFF").fetchall()
            sink.execute("PRAGMA synchronous = OFF").fetchall()
            with target.open("rb+") as file:
                driver.backup(sink, pages=PAGES_A_STEP, progress=_progress(watch, file.fileno()))
    return Copied(till, schema, contents)


def _progress(watch: Watch, handle: int) -> Callable[[int, int, int], None]:
    def step(status: int, remaining: int, total: int) -> None:
        del status
        os.fsync(handle)
        watch.at(Step.COPY, total - remaining, total)

    return step
