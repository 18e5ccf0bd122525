"""A migrated file in which nobody has founded a shop yet."""

from __future__ import annotations

from pathlib import Path

from app.models import migrate
from app.models.database import Database
from app.services.common.store import Store
from app.values.clock import ManualClock
from tests.support.shop import DAY


def empty_store(folder: Path) -> Store:
    """Open a new file `shuke.db` in `folder`."""
    database = Database(folder / "shuke.db")
    migrate.upgrade(database)
    return Store(database, ManualClock(), DAY)
