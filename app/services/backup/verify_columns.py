"""Every column holds what its kind says: SQLite itself would take a text for an amount."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Date, DateTime, Integer, LargeBinary, String, Table
from sqlalchemy.types import BigInteger, TypeDecorator, TypeEngine

from app.models.base import Base
from app.models.types import IdType
from app.services.backup.findings import FindingKind, Findings
from app.services.common.uow import Reader


def check_columns(read: Reader, found: Findings) -> None:
    """Whole numbers, ids, texts, days and times, in every table there is."""
    for table in Base.metadata.sorted_tables:
        for rowid, name in read.connection.exec_driver_sql(_wrong_columns(table)):
            found.add(FindingKind.COLUMN, table.name, f"rowid {rowid}", column=name)


def _wrong_columns(table: Table) -> str:
    """SQL of `(rowid, column)`: the first wrong column of each row that has one."""
    wrong = {column.name: _is_wrong(column) for column in table.columns}
    cases = " ".join(f"WHEN {test} THEN '{name}'" for name, test in wrong.items())
    return f"SELECT * FROM (SELECT rowid, CASE {cases} END AS name FROM {table.name}) WHERE name IS NOT NULL"


def _is_wrong(column: Column[object]) -> str:
    right = _is_right(column.name, column.type)
    return f"NOT ({right} OR {column.name} IS NULL)" if column.nullable else f"NOT coalesce({right}, 0)"


def _is_right(name: str, kind: TypeEngine[object]) -> str:
    if isinstance(kind, IdType):
        return f"(typeof({name}) = 'blob' AND length({name}) = 16)"
    plain = kind.impl_instance if isinstance(kind, TypeDecorator) else kind
    if isinstance(plain, Date | DateTime):
        return f"(typeof({name}) = 'text' AND date({name}) IS NOT NULL)"
    if isinstance(plain, Boolean):
        return f"(typeof({name}) = 'integer' AND {name} IN (0, 1))"
    for types, stored in (((Integer, BigInteger), "integer"), (LargeBinary, "blob"), (String, "text")):
        if isinstance(plain, types):
            return f"typeof({name}) = '{stored}'"
    return "1"
