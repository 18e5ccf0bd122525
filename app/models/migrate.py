"""Bringing a data file to the schema of this program: copied first, then all steps in one transaction."""

from __future__ import annotations

import contextlib
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import sqlcipher3.dbapi2 as sqlite
from sqlalchemy import Connection, inspect, text

from app.models.database import Database, environment_told
from app.values.errors import QT_TRANSLATE_NOOP, StoreError
from app.values.failpoints import reach

if TYPE_CHECKING:
    from alembic.script import ScriptDirectory

# Alembic is imported where there is something to migrate: a start that finds its schema does not wait for it.
NEWEST = "0002"
"""The schema this program is written for; a test holds it against the steps there are."""
SCRIPTS = Path(__file__).resolve().parents[2] / "migrations"


class NewerSchema(StoreError):
    """The file was written by a newer Shuke."""

    text = QT_TRANSLATE_NOOP(
        "errors", "This data file was written by a newer version of Shuke. Please update the program."
    )

    def __init__(self) -> None:
        super().__init__("NEWER_SCHEMA")


def script_directory(scripts: Path = SCRIPTS) -> ScriptDirectory:
    """The steps, as alembic reads them."""
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(scripts))
    return ScriptDirectory.from_config(config)


def newest_revision(scripts: Path = SCRIPTS) -> str:
    """The schema this program is written for."""
    return NEWEST if scripts == SCRIPTS else script_directory(scripts).get_current_head() or ""


def current_revision(database: Database) -> str | None:
    """The schema of the file; None for an empty one."""
    with environment_told(), database.reader.begin() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        found: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()
        return found


def is_known(revision: str, scripts: Path = SCRIPTS) -> bool:
    """Whether this program has the step; one it has not is of a newer version."""
    return revision in {step.revision for step in script_directory(scripts).walk_revisions()}


def upgrade(database: Database, *, scripts: Path = SCRIPTS) -> Path | None:
    """Bring the file to the newest schema and return the copy that was made of it before, if it held anything.

    Raises:
        NewerSchema: the file is ahead of this program.
    """
    head, current = newest_revision(scripts), current_revision(database)
    if current == head:
        return None
    directory = script_directory(scripts)
    if current is not None and current not in {step.revision for step in directory.walk_revisions()}:
        raise NewerSchema()
    copy = copy_file(database, f"before-{head}") if current else None
    with environment_told(), database.writer.begin() as connection:
        run_steps(connection, directory)
        reach("migrate.before_commit")
    database.reopen()
    return copy


def run_steps(connection: Connection, directory: ScriptDirectory) -> None:
    """All missing steps on an open connection, in the caller's transaction."""

    def steps(revision: object, _context: object) -> object:
        return directory._upgrade_revs("head", revision)  # type: ignore[arg-type]

    from alembic.config import Config
    from alembic.runtime.environment import EnvironmentContext

    config = Config()
    config.attributes["connection"] = connection
    with EnvironmentContext(config, directory, fn=steps, destination_rev="head"):
        directory.run_env()


def copy_file(database: Database, label: str) -> Path:
    """A whole, consistent copy beside the file (SQLite's own backup), made durable under a temporary name first."""
    target = database.path.with_name(f"{database.path.stem}-{label}{database.path.suffix}")
    partial = target.with_suffix(".partial")
    partial.unlink(missing_ok=True)
    with (
        contextlib.closing(sqlite.connect(str(database.path))) as source,
        contextlib.closing(sqlite.connect(str(partial))) as sink,
    ):
        source.backup(sink)
    partial.chmod(0o600)
    shutil.move(partial, target)
    return target
