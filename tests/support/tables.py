"""Every row of a data file, to see that nothing changed, or what did."""

from __future__ import annotations

from typing import Any

from app.models.base import Base
from app.models.database import Database

Dump = dict[str, list[tuple[Any, ...]]]


def dump_tables(database: Database) -> Dump:
    """All rows of all our tables, in the order of their keys, as the driver gives them."""
    with database.reader.connect() as connection, connection.begin():
        return {name: _rows(connection, name) for name in sorted(Base.metadata.tables)}


def _rows(connection: Any, table: str) -> list[tuple[Any, ...]]:
    found = connection.exec_driver_sql(f"SELECT * FROM {table}").all()
    return sorted((tuple(row) for row in found), key=repr)


def changed_tables(before: Dump, after: Dump) -> set[str]:
    """The tables whose rows differ."""
    return {name for name in before if before[name] != after[name]}
