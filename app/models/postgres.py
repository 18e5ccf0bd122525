"""The hub's database: PostgreSQL behind the same two engines that a till's file has."""

from __future__ import annotations

from typing import Any

from psycopg.adapt import Buffer, Loader
from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url

LEAST_POSTGRES = 14
_DRIVER = "postgresql+psycopg"
# A hub that loses acknowledged facts in a power cut is worse than a slow one; and nobody waits for a lock for ever.
_SESSION = {
    "synchronous_commit": "on",
    "lock_timeout": "15s",
    "idle_in_transaction_session_timeout": "60s",
    "timezone": "UTC",
}


class WholeNumberLoader(Loader):
    """Sums of 64-bit numbers come as NUMERIC; here every number is whole, and one that is not is a bug."""

    def load(self, data: Buffer) -> int:
        """The number.

        Raises:
            ValueError: it has decimals.
        """
        return int(bytes(data))


class PostgresDatabase:
    """Two engines on one database of a server.

    Attributes:
        writer: Transactions that take the till's lock first, so that actions of one till follow each other.
        reader: Snapshots that cannot write.
    """

    def __init__(self, address: str) -> None:
        """Connect by a libpq address as `postgresql://user@host:5432/shuke`; its driver is ours to choose.

        Raises:
            ValueError: no PostgreSQL address, or a server older than 14.
        """
        url = make_url(address)
        if url.get_backend_name() != "postgresql":
            raise ValueError("not the address of a PostgreSQL database")
        self.writer = _engine(url, _TO_WRITE)
        self.reader = _engine(url, _TO_READ)
        with self.reader.connect() as connection:
            major = int((connection.dialect.server_version_info or (0,))[0])
        if major < LEAST_POSTGRES:
            self.reopen()
            raise ValueError(f"PostgreSQL {major} is too old")

    def reopen(self) -> None:
        """Drop every connection, so that the next one sees what the server holds."""
        self.writer.dispose()
        self.reader.dispose()

    def close(self) -> None:
        """Let go of the server."""
        self.reopen()

    def checkpoint(self) -> None:
        """The server does this by itself."""


def _engine(url: URL, begin: str) -> Engine:
    options = " ".join(f"-c {name}={value}" for name, value in _SESSION.items())
    engine = create_engine(
        url.set(drivername=_DRIVER),
        pool_size=4,
        hide_parameters=True,
        connect_args={"options": options, "connect_timeout": 5},
    )

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    @event.listens_for(engine, "connect")
    def _connect(connection: Any, _record: object) -> None:
        connection.adapters.register_loader("numeric", WholeNumberLoader)

    return engine


# As BEGIN IMMEDIATE does in a file: what is read back was just written, and nobody came in between.
_TO_WRITE = "SELECT pg_advisory_xact_lock(1397250885)"
_TO_READ = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY"
