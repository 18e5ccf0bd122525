"""The same steps make the same schema on PostgreSQL, all or nothing, and its guards hold every fact."""

from __future__ import annotations

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import BigInteger, Boolean, Connection, Date, DateTime, LargeBinary, inspect
from sqlalchemy.exc import DBAPIError, OperationalError

from app.models import Base
from app.models.append_only import APPEND_ONLY
from app.models.migrate import run_steps, script_directory
from app.models.postgres import PostgresDatabase
from app.values import failpoints

SEARCH = {"product_search", "member_search"}
"""Plain tables here; on a till they are FTS5."""


def test_the_steps_make_the_models(hub: PostgresDatabase) -> None:
    with hub.reader.begin() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        found = compare_metadata(context, Base.metadata)
        nullable = {
            (table, column["name"]): column["nullable"]
            for table in Base.metadata.tables
            for column in inspect(connection).get_columns(table)
        }

    assert {(kind, table.name) for kind, table in found} == {("remove_table", name) for name in SEARCH}
    for table in Base.metadata.tables.values():
        for column in table.columns:
            assert nullable[table.name, column.name] is column.nullable, f"{table.name}.{column.name}"


@pytest.mark.parametrize("place", ["migrate.0001.sales", "migrate.0002.owner"])
def test_steps_that_break_off_leave_nothing(empty_hub: PostgresDatabase, place: str) -> None:
    def break_off(reached: str) -> None:
        if reached == place:
            raise InterruptedError

    failpoints.listen(break_off)
    try:
        with pytest.raises(InterruptedError), empty_hub.writer.begin() as connection:
            run_steps(connection, script_directory())
    finally:
        failpoints.listen(None)

    with empty_hub.reader.begin() as connection:
        assert inspect(connection).get_table_names() == []


def test_guards_refuse_every_change(hub: PostgresDatabase) -> None:
    for table in APPEND_ONLY:
        column = Base.metadata.tables[table].columns.keys()[0]
        with hub.writer.begin() as connection:
            fill(connection, table)
        for statement in (f"UPDATE {table} SET {column} = {column}", f"DELETE FROM {table}"):
            with pytest.raises(DBAPIError, match=f"append-only: {table}"), hub.writer.begin() as connection:
                connection.exec_driver_sql(statement)


def fill(connection: Connection, table: str) -> None:
    """One row of nothing, without links to others: a guard is only heard where there is a row."""
    columns = Base.metadata.tables[table].columns
    nothing = {BigInteger: "0", Boolean: "false", Date: "'2026-01-05'", DateTime: "now()", LargeBinary: "'0'::bytea"}
    values = [
        next((literal for kind, literal in nothing.items() if isinstance(getattr(c.type, "impl", c.type), kind)), "''")
        for c in columns
    ]
    connection.exec_driver_sql("SET LOCAL session_replication_role = replica")
    names = ", ".join(columns.keys())
    connection.exec_driver_sql(f"INSERT INTO {table} ({names}) VALUES ({', '.join(values)})")


def test_what_is_no_server_is_told() -> None:
    with pytest.raises(ValueError, match="not the address"):
        PostgresDatabase("sqlite:///shuke.db")
    with pytest.raises(OperationalError):
        PostgresDatabase("postgresql://nobody@/none?host=/nowhere")
