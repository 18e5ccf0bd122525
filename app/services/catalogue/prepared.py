"""A select that is compiled once and then run with nothing in between: for what happens at every scan.

SQLAlchemy's own cache saves the compiling, but binding and typing a statement of this width still takes longer than
SQLite needs to answer it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select

from app.models.types import UtcDateTime
from app.services.common.uow import Reader


class PreparedSelect:
    """Parameters are texts, whole numbers, ids and aware times; columns come back as the driver gives them."""

    def __init__(self, statement: Select[*tuple[Any, ...]], sample: Mapping[str, object]) -> None:
        self._statement = statement
        self._sample = sample
        self._ready: dict[str, tuple[str, tuple[tuple[str, object], ...], Any]] = {}

    def run(self, read: Reader, given: Mapping[str, object]) -> Sequence[Row[*tuple[Any, ...]]]:
        """All rows for these parameters."""
        dialect = read.connection.dialect
        if dialect.name not in self._ready:
            self._prepare(read)
        sql, places, time_of = self._ready[dialect.name]
        values = tuple(
            time_of(value) if isinstance(value := given.get(name, fixed), datetime) else value for name, fixed in places
        )
        return read.connection.exec_driver_sql(sql, values).all()

    def _prepare(self, read: Reader) -> None:
        dialect = read.connection.dialect
        compiled = self._statement.compile(dialect=dialect)
        fixed = compiled.construct_params(dict(self._sample))
        names: Sequence[str] = getattr(compiled, "positiontup", None) or ()
        places = tuple((name, fixed[name]) for name in names)
        self._ready[dialect.name] = (str(compiled), places, UtcDateTime().dialect_impl(dialect).bind_processor(dialect))
