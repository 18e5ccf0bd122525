"""Files that are not ours, or may only be read, and what a person is told about each failure of the data file."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlite

from app.models import migrate
from app.models.database import APPLICATION_ID, Database, environment_told
from app.models.store_errors import FileDamaged, ForeignFile, store_error
from app.values.errors import StoreError
from tests.support.shop import make_shop

ROOT = Path(__file__).resolve().parents[2]
KINDS = ("NOTADB", "CANTOPEN", "PERM", "READONLY", "FULL", "BUSY", "LOCKED", "PROTOCOL", "CORRUPT", "IOERR")


def run(path: Path, *statements: str) -> list[tuple[object, ...]]:
    """Past Shuke: the rows of the last statement."""
    connection = sqlite.connect(str(path), isolation_level=None)
    try:
        rows: list[tuple[object, ...]] = [connection.execute(statement).fetchall() for statement in statements][-1]
        return rows
    finally:
        connection.close()


@pytest.fixture
def foreign(tmp_path: Path) -> Path:
    """Somebody else's bookmarks under our name."""
    path = tmp_path / "shuke.db"
    run(path, "CREATE TABLE bookmarks (a)", "INSERT INTO bookmarks VALUES (1)")
    return path


def test_a_fresh_file_says_whose_it_is(tmp_path: Path) -> None:
    path = tmp_path / "shuke.db"
    Database(path).close()
    assert run(path, "PRAGMA application_id") == [(APPLICATION_ID,)]
    migrate.upgrade(Database(path))
    assert run(path, "PRAGMA application_id") == [(APPLICATION_ID,)]


def test_an_own_file_of_before_is_taken_and_stamped(tmp_path: Path) -> None:
    shop = make_shop(tmp_path)
    shop.close()
    run(shop.path, "PRAGMA application_id = 0")

    Database(shop.path, read_only=True).close()
    assert run(shop.path, "PRAGMA application_id") == [(0,)]
    Database(shop.path).close()
    assert run(shop.path, "PRAGMA application_id") == [(APPLICATION_ID,)]


@pytest.mark.parametrize("read_only", [False, True])
@pytest.mark.parametrize(
    "more", ["SELECT 1", "CREATE TABLE alembic_version (version_num)", "PRAGMA application_id = 1196444487"]
)
def test_a_file_of_another_program_is_refused_and_left_alone(foreign: Path, more: str, *, read_only: bool) -> None:
    run(foreign, more)
    before = foreign.read_bytes()

    with pytest.raises(ForeignFile, match="another program") as told:
        Database(foreign, read_only=read_only)

    assert "Nothing was changed" in str(told.value)
    assert foreign.read_bytes() == before
    assert [entry.name for entry in foreign.parent.iterdir()] == [foreign.name]


def test_an_own_file_without_its_schema_number_is_not_migrated_again(tmp_path: Path) -> None:
    shop = make_shop(tmp_path)
    shop.close()
    run(shop.path, "DROP TABLE alembic_version")

    with pytest.raises(FileDamaged):
        Database(shop.path)
    assert Database(shop.path, read_only=True).path == shop.path  # `verify` must be able to look


def test_who_only_reads_changes_nothing(tmp_path: Path) -> None:
    shop = make_shop(tmp_path)
    shop.close()
    before = shop.path.read_bytes()
    database = Database(shop.path, read_only=True)

    assert migrate.current_revision(database) == migrate.newest_revision()
    with pytest.raises(StoreError) as told, environment_told(), database.writer.begin() as connection:
        connection.exec_driver_sql("UPDATE till_state SET epoch = 2")
    database.checkpoint()
    database.close()

    assert told.value.kind == "SQLITE_READONLY"
    assert shop.path.read_bytes() == before


def test_who_only_reads_makes_no_file(tmp_path: Path) -> None:
    with pytest.raises(StoreError) as told:
        Database(tmp_path / "shuke.db", read_only=True)
    assert told.value.kind == "SQLITE_CANTOPEN"
    assert list(tmp_path.iterdir()) == []


def test_who_only_reads_sees_what_waits_in_the_log(tmp_path: Path) -> None:
    shop = make_shop(tmp_path)
    with shop.store.act(shop.owner, "test") as uow:
        uow.connection.exec_driver_sql("UPDATE till_state SET last_shift = 77")
        uow.commit()

    with Database(shop.path, read_only=True).reader.begin() as connection:
        assert connection.exec_driver_sql("SELECT last_shift FROM till_state").scalar_one() == 77


LOOK = """
import os
import sys
from pathlib import Path
from app.models.database import Database
from app.values.errors import StoreError
if os.geteuid() == 0:
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
try:
    with Database(Path(sys.argv[1]), read_only=True).reader.begin() as connection:
        print(connection.exec_driver_sql("SELECT count(*) FROM shop").scalar_one())
except StoreError as problem:
    print(problem.kind)
"""


@pytest.fixture
def locked_folder() -> Iterator[Path]:
    """A folder in which the reader may write nothing."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        yield folder
        folder.chmod(0o700)


def as_reader(path: Path) -> str:
    """What somebody sees who may not write there."""
    done = subprocess.run(
        [sys.executable, "-c", LOOK, str(path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    return str(done.stdout.strip() or done.stderr)


def test_a_file_in_a_folder_that_may_only_be_read_is_read(locked_folder: Path) -> None:
    shop = make_shop(locked_folder)
    shop.close()
    shop.path.chmod(0o444)
    locked_folder.chmod(0o555)

    assert as_reader(shop.path) == "1"


def test_a_file_that_may_not_even_be_read_is_told(locked_folder: Path) -> None:
    shop = make_shop(locked_folder)
    shop.close()
    shop.path.chmod(0o000)
    locked_folder.chmod(0o555)

    assert as_reader(shop.path) == "SQLITE_CANTOPEN"


@pytest.mark.parametrize("kind", KINDS)
def test_each_failure_has_a_sentence_of_its_own(kind: str) -> None:
    told = store_error(f"SQLITE_{kind}")

    assert told.kind == f"SQLITE_{kind}"
    assert told.kind in str(told)
    assert "Nothing was" in str(told)
    assert str(told) != str(StoreError(told.kind))
    assert "{" not in str(told)


def test_the_failures_that_differ_for_a_person_differ_in_words() -> None:
    texts = {
        store_error(f"SQLITE_{kind}").text for kind in ("NOTADB", "CANTOPEN", "READONLY", "FULL", "BUSY", "CORRUPT")
    }
    assert len(texts) == 6


def test_a_failure_of_the_bare_driver_is_told_too() -> None:
    full = sqlite.OperationalError("database or disk is full")
    full.sqlite_errorname = "SQLITE_FULL"
    with pytest.raises(StoreError, match="disk is full") as told, environment_told():
        raise full
    assert told.value.kind == "SQLITE_FULL"
    with pytest.raises(sqlite.OperationalError), environment_told():
        raise sqlite.OperationalError("near: syntax error")


def test_a_directory_under_our_name_is_told(tmp_path: Path) -> None:
    (tmp_path / "shuke.db").mkdir()
    for read_only in (False, True):
        with pytest.raises(StoreError) as told:
            Database(tmp_path / "shuke.db", read_only=read_only)
        assert told.value.kind == "SQLITE_CANTOPEN"
