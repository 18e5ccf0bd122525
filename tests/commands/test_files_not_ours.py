"""Commands on files that are another program's, empty, only readable, older, or without a row."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlcipher3

from app.bootstrap.folder import FILE_NAME
from app.commands import checks
from app.models import migrate
from tests.support.command import Shell, in_own_process
from tests.support.running_till import make_demo

LOOKING = [("verify",), ("settings", "list"), ("doctor",)]
ALL = [*LOOKING, ("migrate",), ("settings", "set", "points.step_minor", "50")]


def run(path: Path, *statements: str) -> list[tuple[object, ...]]:
    """Past the program: the rows of the last statement."""
    connection = sqlcipher3.connect(str(path), isolation_level=None)
    try:
        rows: list[tuple[object, ...]] = [connection.execute(statement).fetchall() for statement in statements][-1]
        return rows
    finally:
        connection.close()


@pytest.mark.parametrize("words", ALL)
def test_another_programs_file_is_left_alone(shell: Shell, tmp_path: Path, words: tuple[str, ...]) -> None:
    run(tmp_path / FILE_NAME, "CREATE TABLE bookmarks (a)", "INSERT INTO bookmarks VALUES (1)")
    before = (tmp_path / FILE_NAME).read_bytes()
    answer = shell(*words, "--data", tmp_path)

    assert answer.code in (1, 2)
    assert "another program" in answer.said + answer.complaint
    assert (tmp_path / FILE_NAME).read_bytes() == before
    assert [entry.name for entry in tmp_path.iterdir()] == [FILE_NAME]


@pytest.mark.parametrize("words", LOOKING)
def test_looking_changes_no_byte(shell: Shell, tmp_path: Path, words: tuple[str, ...]) -> None:
    make_demo(tmp_path)
    run(tmp_path / FILE_NAME, "PRAGMA application_id = 0")
    before = (tmp_path / FILE_NAME).read_bytes()
    answer = shell(*words, "--data", tmp_path)

    assert answer.complaint == ""
    assert (tmp_path / FILE_NAME).read_bytes() == before


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\0", b"hello" * 1000])
@pytest.mark.parametrize("words", LOOKING)
def test_a_file_without_data_is_told_and_left_alone(
    shell: Shell, tmp_path: Path, words: tuple[str, ...], content: bytes
) -> None:
    (tmp_path / FILE_NAME).write_bytes(content)
    answer = shell(*words, "--data", tmp_path)

    told = answer.said + answer.complaint
    assert answer.code == 2 or words == ("doctor",)
    assert "no shop" in told or "not a data file" in told, told
    assert (tmp_path / FILE_NAME).read_bytes() == content


def test_an_older_schema_is_told_and_not_migrated(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_demo(tmp_path)
    before = (tmp_path / FILE_NAME).read_bytes()
    monkeypatch.setattr(migrate, "newest_revision", lambda: "9999")
    listed, seen = shell("settings", "list", "--data", tmp_path), shell("doctor", "--data", tmp_path)

    assert listed.code == 2
    assert "main.py migrate" in listed.complaint
    assert "BAD schema" in seen.said
    assert "main.py migrate" in seen.said
    assert (tmp_path / FILE_NAME).read_bytes() == before


def test_a_file_whose_schema_number_is_gone_is_looked_through(shell: Shell, tmp_path: Path) -> None:
    make_demo(tmp_path)
    run(tmp_path / FILE_NAME, "DROP TABLE alembic_version")
    answer = shell("verify", "--data", tmp_path)

    assert answer.code == 1
    assert "schema none" in answer.complaint or "schema None" in answer.complaint
    assert shell("migrate", "--data", tmp_path).code == 2


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become somebody else")
def test_a_shop_that_may_only_be_read_is_looked_through(shared_shop: Path) -> None:
    for words in LOOKING:
        answer = in_own_process(str(shared_shop), *words, program=("-c", AS_NOBODY))
        assert "Traceback" not in answer.complaint, answer.complaint
        assert answer.code == (1 if words == ("doctor",) else 0), (words, answer)
    told = in_own_process(str(shared_shop), "settings", "set", "points.step_minor", "50", program=("-c", AS_NOBODY))
    assert told.code == 2
    assert "not writable" in told.complaint


AS_NOBODY = """
import os, sys
sys.path.insert(0, os.getcwd())
from app.commands import checks, cli, doctor, imports, settings
from app.services.exchange import products
import app.ui.kit.fonts
os.setgroups([]); os.setgid(65534); os.setuid(65534)
sys.exit(cli.main([*sys.argv[2:], "--data", sys.argv[1]]))
"""


@pytest.fixture
def shared_shop() -> Iterator[Path]:
    """A shop that everybody may read and nobody but the owner may write."""
    with tempfile.TemporaryDirectory() as name:
        folder = make_demo(Path(name))
        (folder / FILE_NAME).chmod(0o644)
        folder.chmod(0o755)
        yield folder


def test_a_file_without_a_row_of_goods_is_told(shell: Shell, tmp_path: Path) -> None:
    path = tmp_path / "head.csv"
    path.write_text("条码,名称,售价\n", encoding="utf-8")
    for dry in ((), ("--dry-run",)):
        answer = shell("import", "products", path, "--data", tmp_path / "data", *dry)
        assert answer.code == 1
        assert "no row of goods" in answer.complaint


@pytest.mark.parametrize("value", ["--5", "9" * 5_000, "५", "1e3", "a\udcff"])
def test_an_odd_value_on_the_command_line_is_told(shell: Shell, tmp_path: Path, value: str) -> None:
    answer = shell("settings", "set", "points.step_minor", "--data", tmp_path / "none", "--", value)

    assert answer.code == 2
    assert "points.step_minor" in answer.complaint
    assert len(answer.complaint) < 300
    assert not (tmp_path / "none").exists()


def test_the_doctor_does_not_change_the_mode_of_a_directory(shell: Shell, tmp_path: Path) -> None:
    make_demo(tmp_path)
    (tmp_path / FILE_NAME).chmod(0o644)
    tmp_path.chmod(0o755)
    answer = shell("doctor", "--data", tmp_path)

    assert "others can read it; chmod 700" in answer.said
    assert "BAD file" in answer.said
    assert tmp_path.stat().st_mode & 0o777 == 0o755


def test_verify_closes_what_it_opened(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make_demo(tmp_path)
    assert checks.verify(tmp_path) == 0
    assert "all is well" in capsys.readouterr().out
