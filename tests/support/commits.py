"""A COMMIT that fails, told by the driver: the disk may have taken it or not."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

import sqlcipher3.dbapi2 as sqlite
from sqlalchemy import Connection, event
from sqlalchemy.exc import OperationalError

from app.models.database import Database


@contextlib.contextmanager
def commit_fails(database: Database, *, took_effect: bool) -> Iterator[None]:
    """The next COMMIT raises as after a failed fsync; `took_effect` says what the disk did all the same."""
    left = [1]

    def fail(connection: Connection) -> None:
        if not left:
            return
        left.pop()
        if took_effect:
            connection.connection.driver_connection.commit()  # type: ignore[union-attr]
        raise OperationalError("COMMIT", None, _disk_error())

    event.listen(database.writer, "commit", fail)
    try:
        yield
    finally:
        event.remove(database.writer, "commit", fail)


def _disk_error() -> Exception:
    problem = sqlite.OperationalError("disk I/O error")
    problem.sqlite_errorname = "SQLITE_IOERR_FSYNC"
    return problem  # type: ignore[no-any-return]
