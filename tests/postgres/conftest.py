"""A fresh database on this process's own server for each test; without a server the tests say so."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import pytest

from app.models.migrate import run_steps, script_directory
from app.models.postgres import PostgresDatabase
from tests.support.cluster import NoServer, fresh_database, programs

_NUMBERS = itertools.count(1)


@pytest.fixture
def empty_hub() -> Iterator[PostgresDatabase]:
    """A database without one table."""
    try:
        programs()
    except NoServer:
        pytest.skip("no PostgreSQL server here: `make test` installs one where it may")
    lifetime = fresh_database(f"hub{next(_NUMBERS)}")
    database = PostgresDatabase(next(lifetime))
    yield database
    database.close()
    next(lifetime, None)


@pytest.fixture
def hub(empty_hub: PostgresDatabase) -> PostgresDatabase:
    """A database with the newest schema."""
    with empty_hub.writer.begin() as connection:
        run_steps(connection, script_directory())
    return empty_hub
