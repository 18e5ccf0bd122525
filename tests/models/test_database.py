"""The ground under every sale: the right SQLite, the right pragmas, honest failures."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import pytest
import sqlcipher3.dbapi2 as sqlite
from sqlalchemy import Engine, func, select
from sqlalchemy.exc import OperationalError

from app.models import database as module
from app.models import migrate
from app.models.audit import AuditEvent
from app.models.database import PRAGMAS, Database, DatabaseUnfit, check_library
from app.services.common import audit
from app.services.common.uow import CommitUnknown
from app.values.errors import StoreError
from tests.support.shop import Shop, make_shop

EXPECTED = {
    "journal_mode": "wal",
    "synchronous": 2,
    "foreign_keys": 1,
    "busy_timeout": 15_000,
    "mmap_size": 0,
    "cache_size": -32_000,
    "recursive_triggers": 1,
}


def pragma(engine: Engine, name: str) -> Any:
    with engine.connect() as connection:
        driver: Any = connection.connection.driver_connection
        row = driver.execute(f"PRAGMA {name}").fetchone()
        return row[0] if row else 0


def count(shop: Shop) -> int:
    with shop.store.read() as read:
        return read.connection.execute(select(func.count()).select_from(AuditEvent)).scalar_one()


def note(shop: Shop, *, times: int = 1, detail: dict[str, object] | None = None) -> None:
    with shop.store.act(shop.cashier, "note") as uow:
        for _ in range(times):
            audit.record(uow, "no_sale", detail=detail)
        uow.commit()


def test_both_engines_have_the_pragmas(tmp_path: Path) -> None:
    database = Database(tmp_path / "shuke.db")

    assert PRAGMAS == EXPECTED
    for engine in (database.writer, database.reader):
        assert {name: pragma(engine, name) for name in EXPECTED} == EXPECTED
    assert pragma(database.reader, "query_only") == 1
    assert (tmp_path / "shuke.db").stat().st_mode & 0o777 == 0o600


def test_every_connection_of_a_pool_has_them(tmp_path: Path) -> None:
    database = Database(tmp_path / "shuke.db")
    with database.writer.connect(), database.writer.connect():
        assert pragma(database.writer, "synchronous") == 2


@pytest.mark.parametrize("version", ["3.40.1", "3.51.2", "3.7.0"])
def test_an_old_library_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, version: str) -> None:
    monkeypatch.setattr(module.sqlite, "sqlite_version", version)

    with pytest.raises(DatabaseUnfit, match=version):
        Database(tmp_path / "shuke.db")
    assert not (tmp_path / "shuke.db").exists()


@pytest.mark.parametrize("version", ["3.51.3", "3.53.4", "4.0.0"])
def test_a_new_library_is_taken(monkeypatch: pytest.MonkeyPatch, version: str) -> None:
    monkeypatch.setattr(module.sqlite, "sqlite_version", version)

    assert check_library() == version


def test_a_pragma_that_does_not_hold_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # SQLite says 0 for a pragma that it does not know, as for one that it does not take.
    monkeypatch.setattr(module, "PRAGMAS", {**PRAGMAS, "no_such_pragma": 7})

    with pytest.raises(DatabaseUnfit, match="no_such_pragma is 0, not 7"):
        Database(tmp_path / "shuke.db")


def test_a_file_of_something_else_is_a_store_error(tmp_path: Path) -> None:
    path = tmp_path / "shuke.db"
    path.write_bytes(b"PK\x03\x04" + bytes(8_000))

    with pytest.raises(StoreError) as told:
        Database(path)
    assert told.value.kind == "SQLITE_NOTADB"


def test_readers_cannot_write(tmp_path: Path) -> None:
    shop = make_shop(tmp_path)

    with pytest.raises(StoreError, match="SQLITE_READONLY"), shop.store.read() as read:
        read.connection.exec_driver_sql("UPDATE till_state SET epoch = 2")


def test_a_reader_sees_one_moment(tmp_path: Path) -> None:
    shop = make_shop(tmp_path)
    query = select(func.count()).select_from(AuditEvent)
    with shop.store.read() as read:
        before = read.connection.execute(query).scalar_one()
        note(shop)

        assert read.connection.execute(query).scalar_one() == before
    assert count(shop) == before + 1


def test_leaving_without_commit_stores_nothing(tmp_path: Path) -> None:
    shop = make_shop(tmp_path)
    before = count(shop)

    with shop.store.act(shop.cashier, "note") as uow:
        audit.record(uow, "no_sale")

    assert count(shop) == before


def test_four_racing_writers_lose_nothing(tmp_path: Path) -> None:
    shop, each = make_shop(tmp_path), 25
    before, failures = count(shop), []
    start = threading.Barrier(4)

    def write() -> None:
        start.wait()
        try:
            for _ in range(each):
                note(shop)
        except Exception as problem:  # told below, on the thread that can fail the test
            failures.append(problem)

    writers = [threading.Thread(target=write) for _ in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()

    assert failures == []
    assert count(shop) == before + 4 * each
    with shop.store.read() as read:
        seqs = read.connection.exec_driver_sql("SELECT seq FROM journal_entry ORDER BY seq").scalars().all()
    assert seqs == list(range(1, len(seqs) + 1))


def test_a_full_disk_is_told_and_nothing_is_stored(tmp_path: Path) -> None:
    shop = make_shop(tmp_path)
    before = count(shop)
    with shop.database.writer.connect() as connection:
        driver: Any = connection.connection.driver_connection
        pages = driver.execute("PRAGMA page_count").fetchone()[0]
        driver.execute(f"PRAGMA max_page_count = {pages}")
        # Returned to the pool, the connection keeps its limit; a pool of one hands it out again.

    with pytest.raises(StoreError) as told:
        note(shop, times=200, detail={"reason": "x" * 2_000})

    assert told.value.kind == "SQLITE_FULL"
    assert "Nothing was stored" in str(told.value)
    assert count(shop) == before


def test_a_locked_file_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PRAGMAS", {**PRAGMAS, "busy_timeout": 10})
    shop = make_shop(tmp_path)
    other = sqlite.connect(str(shop.path), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")

    with pytest.raises(StoreError) as told, shop.store.act(shop.cashier, "note"):
        pass
    other.execute("ROLLBACK")
    other.close()

    assert told.value.kind == "SQLITE_BUSY"


def test_a_commit_that_fails_is_unknown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shop = make_shop(tmp_path)
    before = count(shop)
    broken = sqlite.OperationalError("disk I/O error")
    broken.sqlite_errorname = "SQLITE_IOERR_FSYNC"

    def fail(*_: object) -> None:
        raise broken

    monkeypatch.setattr(shop.database.writer.dialect, "do_commit", fail)
    with pytest.raises(CommitUnknown) as told:
        note(shop)
    monkeypatch.undo()

    assert told.value.kind == "SQLITE_IOERR"
    shop.database.reopen()
    assert count(shop) == before  # here it was not stored; only a look can tell


def test_a_bug_is_not_dressed_up_as_a_disk(tmp_path: Path) -> None:
    shop = make_shop(tmp_path)

    with pytest.raises(OperationalError, match="no such table"), shop.store.act(shop.cashier, "note") as uow:
        uow.connection.exec_driver_sql("SELECT * FROM nowhere")


def test_closing_folds_the_log_into_the_file(tmp_path: Path) -> None:
    shop = make_shop(tmp_path)
    note(shop)
    shop.close()

    assert not shop.path.with_name("shuke.db-wal").exists()
    assert migrate.current_revision(Database(shop.path)) == migrate.newest_revision()
