"""`main.py verify` and `main.py migrate`, on files that are fine, tampered with, too new, or no data at all."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import sqlcipher3

from app.bootstrap.folder import FILE_NAME
from app.models import migrate
from tests.support.command import Shell, rows
from tests.support.running_till import WATER, make_demo, running_till


@pytest.fixture(scope="session")
def sold(qapp: object, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A shop that sold one thing; tests take copies."""
    folder = make_demo(tmp_path_factory.mktemp("sold"))
    with running_till(folder) as till:
        till.come_in()
        till.scan(WATER)
        till.press("Space", "Return")
    return folder


@pytest.fixture
def shop(sold: Path, tmp_path: Path) -> Path:
    """A copy to spoil."""
    return Path(shutil.copytree(sold, tmp_path / "shop"))


def spoil(folder: Path, *statements: str) -> None:
    """Change the file behind the program's back."""
    connection = sqlcipher3.connect(str(folder / FILE_NAME))
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


def test_a_sound_file_is_told_so(shell: Shell, shop: Path) -> None:
    answer = shell("verify", "--data", shop)
    assert answer.code == 0, answer.complaint
    assert answer.said.splitlines()[-1] == "all is well"
    assert answer.complaint == ""


def test_a_changed_row_is_named(shell: Shell, shop: Path) -> None:
    (sale,) = rows(shop, "SELECT hex(id) FROM sale")
    guard = rows(shop, "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'sale'")
    spoil(
        shop,
        *(f"DROP TRIGGER {name}" for name, _ in guard),
        "UPDATE sale SET total_minor = 150",
        *(str(sql) for _, sql in guard),
    )
    answer = shell("verify", "--data", shop)

    assert answer.code == 1
    assert f"sale {str(sale[0]).lower()}" in answer.complaint
    assert "total_minor" in answer.complaint
    assert answer.said.splitlines()[-1].endswith(" findings")


def test_a_directory_without_data_is_told(shell: Shell, tmp_path: Path) -> None:
    for verb in ("verify", "migrate"):
        answer = shell(verb, "--data", tmp_path / "none")
        assert answer.code == 2
        assert "no shop" in answer.complaint
    assert not (tmp_path / "none").exists()


def test_the_newest_schema_needs_nothing(shell: Shell, shop: Path) -> None:
    answer = shell("migrate", "--data", shop)
    assert answer.code == 0
    assert answer.said == f"the schema is {migrate.newest_revision()}, the newest\n"


def test_an_empty_file_gets_its_schema(shell: Shell, tmp_path: Path) -> None:
    sqlcipher3.connect(str(tmp_path / FILE_NAME)).close()
    (tmp_path / FILE_NAME).touch()
    answer = shell("migrate", "--data", tmp_path)
    assert answer.code == 0
    assert answer.said.startswith(f"schema none -> {migrate.newest_revision()}")


@pytest.mark.parametrize("words", [("verify",), ("migrate",), ("settings", "list"), ("doctor",)])
def test_a_file_of_a_newer_shuke_is_refused_in_a_sentence(shell: Shell, shop: Path, words: tuple[str, ...]) -> None:
    spoil(shop, "UPDATE alembic_version SET version_num = '9999'")
    before = (shop / FILE_NAME).read_bytes()
    answer = shell(*words, "--data", shop)

    assert answer.code in (1, 2)
    told = answer.said + answer.complaint
    assert "newer version of Shuke" in told or "9999" in told
    assert "Traceback" not in answer.complaint
    assert (shop / FILE_NAME).read_bytes() == before


@pytest.mark.parametrize("words", [("verify",), ("migrate",), ("settings", "list"), ("doctor",)])
def test_a_file_that_is_no_database_is_told(shell: Shell, tmp_path: Path, words: tuple[str, ...]) -> None:
    tmp_path.chmod(0o700)
    (tmp_path / FILE_NAME).write_bytes(b"this is a letter, not a database. " * 200)
    answer = shell(*words, "--data", tmp_path)

    assert answer.code in (1, 2), answer
    assert "Traceback" not in answer.complaint
    assert (tmp_path / FILE_NAME).read_bytes().startswith(b"this is a letter")
