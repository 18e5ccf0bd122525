"""INSERT ... ON CONFLICT: both databases know it, SQLAlchemy writes it by two classes."""

from __future__ import annotations

from typing import Any

from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert


def insert_for(dialect: str) -> Any:
    """The `insert` of this database (`sqlite` or `postgresql`), which has `on_conflict_do_update` and `_do_nothing`."""
    return sqlite_insert if dialect == "sqlite" else postgresql_insert
