"""How facts get into their tables: a row of values in the table's own order, then what the whole action shares."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Table, insert
from sqlalchemy.engine import Dialect

from app.models.base import FACT_COLUMNS
from app.services.common.prepared import Convert, Prepared
from app.values.ids import new_id

Values = list[Any]


@functools.cache
def own_columns(table: Table) -> tuple[str, ...]:
    """The columns that only this kind of fact has; the rest stands once at the head of the journal's entry."""
    return tuple(column.name for column in table.columns if column.name not in FACT_COLUMNS)


@dataclass(frozen=True, slots=True)
class _Order:
    """How one database wants the values: which of own and shared goes where, and in which form."""

    own: tuple[tuple[int, Convert], ...]
    shared: tuple[tuple[int, Convert], ...]
    arrange: Callable[[Sequence[Any]], Any]


class FactTable:
    """One table of facts."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self._names = own_columns(table)
        self._defaults = {name: getattr(table.c[name].default, "arg", None) for name in self._names}
        self._pick = itemgetter(*self._names)
        self._id_at = self._names.index("id")
        self._insert = Prepared(insert(table), columns=(*self._names, *FACT_COLUMNS))
        self._orders: dict[str, _Order] = {}

    def values_of(self, row: Mapping[str, object]) -> Values:
        """A row as a list; columns left out get their default, `id` a fresh one.

        Raises:
            ValueError: a name that is no column of this table.
        """
        whole = {**self._defaults, **row}
        if len(whole) != len(self._names):
            raise ValueError(f"{self.table.name} has no {sorted(whole.keys() - set(self._names))}")
        values = list(self._pick(whole))
        if values[self._id_at] is None:
            values[self._id_at] = new_id()
        return values

    def store(self, connection: Connection, rows: Sequence[Values], shared: Sequence[Any]) -> None:
        """Insert the rows; `shared` holds what the action stamps on each, in the order of FACT_COLUMNS."""
        order = self._order(connection.dialect)
        stamp = list(shared)
        for at, convert in order.shared:
            stamp[at] = convert(stamp[at])
        full = [values + stamp for values in rows]
        for at, convert in order.own:
            for values in full:
                values[at] = convert(values[at])
        self._insert.run_many(connection, [order.arrange(values) for values in full])

    def _order(self, dialect: Dialect) -> _Order:
        if dialect.name not in self._orders:
            self._orders[dialect.name] = self._order_for(dialect)
        return self._orders[dialect.name]

    def _order_for(self, dialect: Dialect) -> _Order:
        ready = self._insert.compiled(dialect)
        names = (*self._names, *FACT_COLUMNS)
        picked = itemgetter(*(names.index(name) for name in ready.names))
        converts = {names.index(name): convert for name, convert in ready.converts}
        first_shared = len(self._names)
        return _Order(
            own=tuple((at, convert) for at, convert in converts.items() if at < first_shared),
            shared=tuple((at - first_shared, convert) for at, convert in converts.items() if at >= first_shared),
            arrange=_named(ready.names, picked) if ready.by_name else picked,
        )


def _named(names: tuple[str, ...], picked: Callable[[Sequence[Any]], Any]) -> Callable[[Sequence[Any]], Any]:
    return lambda values: dict(zip(names, picked(values), strict=True))


@functools.cache
def fact_table(table: Table) -> FactTable:
    """The one of this table."""
    return FactTable(table)
