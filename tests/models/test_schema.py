"""Migration 0001 is the models, and the guards hold every fact."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlite
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Numeric, Table
from sqlalchemy.exc import DBAPIError

from app.models import Base
from app.models.append_only import APPEND_ONLY
from app.models.base import FACT_COLUMNS, Fact
from app.models.database import Database
from app.services.common.uow import FACT_TABLES
from migrations.v0001.guards import APPEND_ONLY as GUARDED_BY_0001
from migrations.v0002.guards import APPEND_ONLY as GUARDED_BY_0002
from tests.support.shop import make_shop

FULL_TEXT = ("product_search", "member_search")


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    shop = make_shop(tmp_path)
    yield shop.database
    shop.close()


def test_the_migration_is_the_models(database: Database) -> None:
    def ours(name: str | None, kind: str, _parents: object) -> bool:
        return kind != "table" or name in Base.metadata.tables or not (name or "").startswith(FULL_TEXT)

    with database.reader.begin() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "include_name": ours})
        assert compare_metadata(context, Base.metadata) == []


def test_columns_may_be_null_where_the_models_say_so(database: Database) -> None:
    """`compare_metadata` is blind to keys and null on SQLite in places; so each column is looked at."""
    with database.reader.begin() as connection:
        for table in Base.metadata.tables.values():
            stored = {row[1]: row for row in connection.exec_driver_sql(f"PRAGMA table_info({table.name})")}
            assert stored.keys() == set(table.columns.keys())
            for column in table.columns:
                if not column.primary_key:
                    assert bool(stored[column.name][3]) is not column.nullable, f"{table.name}.{column.name}"
                assert bool(stored[column.name][5]) is column.primary_key, f"{table.name}.{column.name}"


def test_no_column_is_a_float() -> None:
    for table in Base.metadata.tables.values():
        for column in table.columns:
            assert not isinstance(column.type, Numeric), f"{table.name}.{column.name}"


def test_facts_and_guards_are_one_list() -> None:
    facts = {table.name for table in FACT_TABLES}

    assert list(APPEND_ONLY) == sorted(APPEND_ONLY)
    assert list(APPEND_ONLY) == sorted(GUARDED_BY_0001 + GUARDED_BY_0002)
    assert facts <= set(APPEND_ONLY)
    # What is guarded without being a fact: history, prices, and the journal itself.
    assert set(APPEND_ONLY) - facts == {"journal_entry", "past_sale", "past_sale_line", "price"}


def test_every_fact_carries_who_where_and_when() -> None:
    for mapper in Base.registry.mappers:
        if issubclass(mapper.class_, Fact):
            table = mapper.local_table
            assert isinstance(table, Table)
            assert set(FACT_COLUMNS) <= set(table.columns.keys())


def test_every_ledger_can_be_posted_once_only() -> None:
    for table in FACT_TABLES:
        if table.name.endswith("_ledger"):
            unique = {tuple(column.name for column in found.columns) for found in table.constraints if found.columns}
            assert ("source_key", "cause") in unique, table.name


@pytest.mark.parametrize("table", APPEND_ONLY)
def test_guards_refuse_every_change(database: Database, table: str) -> None:
    before = rows_of(database, table)
    fill(database.path, table, rows=3)
    column = Base.metadata.tables[table].columns.keys()[0]
    changes = [
        f"UPDATE {table} SET {column} = {column}",
        f"UPDATE {table} SET {column} = {column} WHERE rowid = 2",
        f"DELETE FROM {table}",
        f"DELETE FROM {table} WHERE rowid = 2",
    ]

    for change in changes:
        with (
            database.writer.connect() as connection,
            connection.begin(),
            pytest.raises(DBAPIError, match=f"append-only: {table}"),
        ):
            connection.exec_driver_sql(change)
    assert rows_of(database, table) == before + 3


def rows_of(database: Database, table: str) -> int:
    with database.reader.begin() as connection:
        found: int = connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one()
    return found


def fill(path: Path, table: str, *, rows: int) -> None:
    """Rows of nothing, without links to others: a guard is only heard where there is a row."""
    columns = Base.metadata.tables[table].columns
    with contextlib.closing(sqlite.connect(str(path), isolation_level=None)) as connection:
        for number in range(rows):
            values = [f"{column.name} {number}" for column in columns]
            connection.execute(f"INSERT INTO {table} VALUES ({', '.join('?' for _ in columns)})", values)
