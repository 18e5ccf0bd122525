"""The start does not load alembic; so the newest schema is named in the code, and held against the steps."""

from __future__ import annotations

import subprocess
import sys

from app.models.migrate import NEWEST, script_directory


def test_the_newest_schema_is_the_last_step() -> None:
    assert script_directory().get_current_head() == NEWEST


def test_a_start_that_finds_its_schema_loads_no_alembic() -> None:
    loaded = "import sys, app.bootstrap.folder; print([name for name in sys.modules if name.startswith('alembic')])"
    done = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
