"""A migration is whole or it is not there; the file is copied before it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlite

from app.models import migrate
from app.models.database import Database
from app.models.migrate import NewerSchema
from app.services.backup.verify import verify_store
from app.values import failpoints
from tests.support.shop import make_shop

ROOT = Path(__file__).resolve().parents[2]
RUN = """
import sys
from pathlib import Path
from app.models import migrate
from app.models.database import Database
from app.values.failpoints import arm_from_environment
arm_from_environment()
migrate.upgrade(Database(Path(sys.argv[1])), scripts=Path(sys.argv[2]))
"""
LATER_STEP = '''
"""A step of a later version, for this test: a column with data, in two parts that may not come alone."""

from alembic import op

from app.values.failpoints import reach

revision = "9999"
down_revision = "NEWEST"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("ALTER TABLE shop ADD COLUMN nickname VARCHAR NOT NULL DEFAULT ''")
    reach("migrate.9999.column")
    op.execute("UPDATE shop SET nickname = name || '!'")
    reach("migrate.9999.data")
'''

ADDED_TABLES = (
    "stock_draft",
    "stock_document_line",
    "stock_document",
    "import_change",
    "import_run",
    "quick_key",
    "quick_key_page",
)
ADDED_COLUMNS = (
    ("product", "low_stock_milli"),
    ("sale_unit", "label_printed_at"),
    ("staff", "refund_limit_minor"),
    ("staff", "discount_limit_bp"),
    ("staff", "recovery_hash"),
)


def run(path: Path, scripts: Path, *, die_at: str = "") -> int:
    """Migrate in a process of its own, which dies as by a power cut at the named place."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), failpoints.KILL_VARIABLE: die_at}
    command = [sys.executable, "-c", RUN, str(path), str(scripts)]
    return subprocess.run(command, env=environment, cwd=ROOT, check=False, capture_output=True).returncode


def tables(path: Path) -> set[str]:
    connection = sqlite.connect(str(path))
    try:
        return {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    finally:
        connection.close()


def columns_of(path: Path) -> dict[str, list[str]]:
    """Every table with its columns, in their order."""
    connection = sqlite.connect(str(path))
    try:
        names = sorted(tables(path))
        return {name: [row[1] for row in connection.execute(f"PRAGMA table_info({name})")] for name in names}
    finally:
        connection.close()


def dump(path: Path) -> list[str]:
    """Schema and data as SQL, without the counters that merely looking moves."""
    connection = sqlite.connect(str(path))
    try:
        found = list(connection.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name"))
        for table in ("shop", "till", "staff", "audit_event", "journal_entry", "alembic_version"):
            found += connection.execute(f"SELECT * FROM {table} ORDER BY rowid").fetchall()
        return [repr(row) for row in found]
    finally:
        connection.close()


@pytest.fixture
def scripts(tmp_path: Path) -> Path:
    """The steps there are, and one more."""
    folder = tmp_path / "steps"
    (folder / "versions").mkdir(parents=True)
    for name in ("env.py", "script.py.mako"):
        (folder / name).write_bytes((ROOT / "migrations" / name).read_bytes())
    for step in (ROOT / "migrations" / "versions").glob("m*.py"):
        (folder / "versions" / step.name).write_bytes(step.read_bytes())
    later = LATER_STEP.replace("NEWEST", migrate.NEWEST)
    (folder / "versions" / "m9999_later.py").write_text(later, encoding="utf-8")
    return folder


@pytest.fixture
def old_shop(tmp_path: Path) -> Path:
    """A shop as version 0001 left it: what the later step added is taken away again."""
    shop = make_shop(tmp_path)
    shop.close()
    connection = sqlite.connect(str(shop.path))
    for table in ADDED_TABLES:
        connection.execute(f"DROP TABLE {table}")
    for table, column in ADDED_COLUMNS:
        connection.execute(f"ALTER TABLE {table} DROP COLUMN {column}")
    connection.execute("UPDATE alembic_version SET version_num = '0001'")
    connection.commit()
    connection.close()
    return shop.path


DEEP = pytest.mark.deep


@pytest.mark.parametrize(
    "place",
    [
        pytest.param("migrate.0001.organisation", marks=DEEP),
        "migrate.0001.sales",
        pytest.param("migrate.0001.journal", marks=DEEP),
        pytest.param("migrate.before_commit", marks=DEEP),
    ],
)
def test_a_first_migration_killed_half_way_leaves_nothing(tmp_path: Path, place: str) -> None:
    path = tmp_path / "shuke.db"

    assert run(path, migrate.SCRIPTS, die_at=place) == -signal.SIGKILL
    assert tables(path) == set()
    migrate.upgrade(Database(path))
    assert migrate.current_revision(Database(path)) == migrate.newest_revision()


@pytest.mark.parametrize(
    "place", [pytest.param("migrate.9999.column", marks=DEEP), "migrate.9999.data", "migrate.before_commit"]
)
def test_a_later_migration_killed_half_way_leaves_the_old_schema_and_data(
    tmp_path: Path, scripts: Path, place: str
) -> None:
    shop = make_shop(tmp_path)
    shop.close()
    before, copy = dump(shop.path), tmp_path / "shuke-before-9999.db"

    assert run(shop.path, scripts, die_at=place) == -signal.SIGKILL
    assert dump(shop.path) == before
    assert dump(copy) == before
    assert verify_store(Database(shop.path)).is_sound

    migrate.upgrade(Database(shop.path), scripts=scripts)
    assert migrate.current_revision(Database(shop.path)) == "9999"
    with Database(shop.path).reader.begin() as connection:
        assert connection.exec_driver_sql("SELECT nickname FROM shop").scalar_one() == "熟客便利店!"


def test_the_old_shop_of_these_tests_is_what_0001_made(tmp_path: Path, old_shop: Path) -> None:
    steps, made = tmp_path / "first", tmp_path / "first.db"
    (steps / "versions").mkdir(parents=True)
    for name in ("env.py", "script.py.mako", "versions/m0001_the_house.py"):
        (steps / name).write_bytes((ROOT / "migrations" / name).read_bytes())
    migrate.upgrade(Database(made), scripts=steps)

    assert columns_of(old_shop) == columns_of(made)


@pytest.mark.parametrize(
    "place",
    [
        pytest.param("migrate.0002.owner", marks=DEEP),
        "migrate.0002.goods_in",
        pytest.param("migrate.before_commit", marks=DEEP),
    ],
)
def test_an_old_shop_comes_through_a_power_cut_and_then_to_the_newest_schema(old_shop: Path, place: str) -> None:
    before, columns = dump(old_shop), columns_of(old_shop)

    assert run(old_shop, migrate.SCRIPTS, die_at=place) == -signal.SIGKILL
    assert (dump(old_shop), columns_of(old_shop)) == (before, columns)

    migrate.upgrade(Database(old_shop))
    assert migrate.current_revision(Database(old_shop)) == migrate.NEWEST
    assert verify_store(Database(old_shop)).is_sound


def test_the_copy_is_the_file_as_it_was(tmp_path: Path, scripts: Path) -> None:
    shop = make_shop(tmp_path)
    before = dump(shop.path)

    copy = migrate.upgrade(shop.database, scripts=scripts)

    assert copy == tmp_path / "shuke-before-9999.db"
    assert dump(copy) == before
    assert copy.stat().st_mode & 0o777 == 0o600
    assert verify_store(Database(copy)).is_sound


def test_the_newest_schema_is_left_alone(tmp_path: Path) -> None:
    shop = make_shop(tmp_path)

    assert migrate.upgrade(shop.database) is None
    assert {entry.name for entry in tmp_path.iterdir()} <= {"shuke.db", "shuke.db-wal", "shuke.db-shm"}


def test_a_newer_schema_is_refused(tmp_path: Path, scripts: Path) -> None:
    shop = make_shop(tmp_path)
    migrate.upgrade(shop.database, scripts=scripts)
    before = dump(shop.path)

    with pytest.raises(NewerSchema, match="newer version"):
        migrate.upgrade(shop.database)
    assert dump(shop.path) == before


def test_an_empty_file_has_no_schema(tmp_path: Path) -> None:
    assert migrate.current_revision(Database(tmp_path / "shuke.db")) is None


def test_every_step_has_a_test_of_its_power_cut() -> None:
    """A new step must be killed half-way here too."""
    steps = {step.revision for step in migrate.script_directory().walk_revisions()}

    assert steps == {"0001", "0002"}
