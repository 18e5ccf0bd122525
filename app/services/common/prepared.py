"""A statement that SQLAlchemy compiles once and that is then handed to the driver as it is: for every scan and sale.

SQLAlchemy's own cache saves the compiling, but binding, typing and a result object still take three to five times as
long as SQLite needs for the statement itself. Here only those values are converted that the driver would not take.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Date
from sqlalchemy.engine import Dialect
from sqlalchemy.exc import DBAPIError
from sqlalchemy.sql import ClauseElement
from sqlalchemy.types import TypeEngine

from app.models.types import UtcDateTime

Convert = Callable[[Any], Any]
Rows = Sequence[tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class Compiled:
    """A statement as one driver takes it.

    Attributes:
        names: The parameters in their order; on a driver that takes them by name, each once.
        fixed: What stands in for those that are not given.
        converts: How those are converted that the driver would not take as they are.
    """

    sql: str
    names: tuple[str, ...]
    by_name: bool
    fixed: Mapping[str, object]
    converts: tuple[tuple[str, Convert], ...]

    def parameters(self, given: Mapping[str, object]) -> Any:
        """The values in the driver's order and form."""
        values = {**self.fixed, **given}
        for name, convert in self.converts:
            values[name] = convert(values[name])
        if self.by_name:
            return {name: values[name] for name in self.names}
        return tuple([values[name] for name in self.names])


class Prepared:
    """One statement; rows come back as the driver gives them (ids as bytes, times as the database stores them)."""

    def __init__(self, statement: ClauseElement, *, columns: Sequence[str] | None = None) -> None:
        self._statement = statement
        self._columns = columns
        self._ready: dict[str, Compiled] = {}

    def compiled(self, dialect: Dialect) -> Compiled:
        """The statement for this database."""
        if dialect.name not in self._ready:
            self._ready[dialect.name] = compile_for(self._statement, dialect, self._columns)
        return self._ready[dialect.name]

    def run(self, connection: Connection, given: Mapping[str, object]) -> Rows:
        """Run it and return all rows; none for a statement that returns none.

        Raises:
            DBAPIError: of the kind that SQLAlchemy itself would raise.
        """
        ready = self._ready.get(connection.dialect.name) or self.compiled(connection.dialect)
        cursor = _cursor(connection)
        try:
            cursor.execute(ready.sql, ready.parameters(given))
            return cursor.fetchall() if cursor.description else ()
        except connection.dialect.loaded_dbapi.Error as problem:
            raise _told_by_sqlalchemy(connection, ready.sql, problem) from problem
        finally:
            cursor.close()

    def run_many(self, connection: Connection, rows: Sequence[Any]) -> None:
        """Run it once for each of `rows`, which are already in the driver's order and form.

        Raises:
            DBAPIError: as `run`.
        """
        ready = self._ready.get(connection.dialect.name) or self.compiled(connection.dialect)
        cursor = _cursor(connection)
        try:
            if len(rows) == 1:
                cursor.execute(ready.sql, rows[0])
            else:
                cursor.executemany(ready.sql, rows)
        except connection.dialect.loaded_dbapi.Error as problem:
            raise _told_by_sqlalchemy(connection, ready.sql, problem) from problem
        finally:
            cursor.close()


def compile_for(statement: ClauseElement, dialect: Dialect, columns: Sequence[str] | None = None) -> Compiled:
    """Let SQLAlchemy write the statement in the words of this database; `columns` are those an INSERT names."""
    compiled: Any = statement.compile(dialect=dialect, column_keys=columns)
    names = tuple(compiled.positiontup) if compiled.positional else tuple(compiled.binds)
    converts = []
    for name in dict.fromkeys(names):
        convert = _converter(compiled.binds[name].type, dialect)
        if convert is not None:
            converts.append((name, convert))
    fixed = {name: bind.value for name, bind in compiled.binds.items() if not bind.required}
    return Compiled(str(compiled), names, not compiled.positional, fixed, tuple(converts))


_KEPT_TIMES: dict[tuple[str, str], Convert] = {}


def _converter(kind: TypeEngine[Any], dialect: Dialect) -> Convert | None:
    """How the driver is given values of a type; a sale stores its one moment and day in a dozen rows."""
    convert: Convert | None = kind.dialect_impl(dialect).bind_processor(dialect)
    if convert is None or not isinstance(kind, UtcDateTime | Date):
        return convert
    return _KEPT_TIMES.setdefault((dialect.name, repr(kind)), functools.lru_cache(maxsize=16)(convert))


def _cursor(connection: Connection) -> Any:
    """A cursor of the driver, within the transaction that SQLAlchemy has begun."""
    if not connection.in_transaction():
        raise ValueError("a prepared statement runs inside a unit of work or a reader")
    return connection.connection.cursor()


def _told_by_sqlalchemy(connection: Connection, sql: str, problem: Exception) -> BaseException:
    error = connection.dialect.loaded_dbapi.Error
    return DBAPIError.instance(sql, None, problem, error, hide_parameters=True, dialect=connection.dialect)
