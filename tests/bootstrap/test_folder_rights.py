"""Whose directories and files are whose: other people's modes are left alone, our own files are ours alone."""

from __future__ import annotations

import logging
import stat
from pathlib import Path

import pytest

from app.bootstrap import folder as module
from app.bootstrap.folder import (
    FILE_NAME,
    LOG_NAME,
    FolderUnusable,
    NeedsMigrate,
    NoData,
    look_into,
    open_folder,
    prepare_folder,
    start_logging,
)
from app.models.database import Database
from app.models.store_errors import ForeignFile
from app.values.errors import StoreError
from tests.support.shop import make_shop


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.parametrize("before", [0o755, 0o750, 0o1777, 0o700])
def test_a_directory_that_was_there_keeps_its_mode(tmp_path: Path, before: int) -> None:
    tmp_path.chmod(before)
    open_folder(tmp_path).close()

    assert mode(tmp_path) == before
    assert mode(tmp_path / FILE_NAME) == 0o600


def test_the_target_of_a_link_keeps_its_mode(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir(mode=0o755)
    (tmp_path / "link").symlink_to(tmp_path / "real")
    open_folder(tmp_path / "link").close()

    assert mode(tmp_path / "real") == 0o755


def test_our_own_usual_directory_is_closed_to_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usual = tmp_path / "shuke"
    usual.mkdir(mode=0o755)
    monkeypatch.setattr(module, "default_folder", lambda: usual)
    prepare_folder(usual)
    assert mode(usual) == 0o700


def test_a_directory_where_everybody_may_replace_files_is_refused(tmp_path: Path) -> None:
    tmp_path.chmod(0o777)
    with pytest.raises(FolderUnusable, match="everybody may write"):
        open_folder(tmp_path)
    assert mode(tmp_path) == 0o777
    assert list(tmp_path.iterdir()) == []


def test_our_own_files_become_ours_alone(tmp_path: Path) -> None:
    shop = make_shop(tmp_path)
    with shop.store.act(shop.owner, "test") as uow:
        uow.connection.exec_driver_sql("UPDATE till_state SET last_shift = 0")
        uow.commit()
    ours = [FILE_NAME, f"{FILE_NAME}-wal", f"{FILE_NAME}-shm", LOG_NAME, f"{LOG_NAME}.1", "shuke-before-0002.db"]
    for name in (*ours, "letter.txt"):
        (tmp_path / name).touch()
        (tmp_path / name).chmod(0o644)
    opened = open_folder(tmp_path)

    assert {name: mode(tmp_path / name) for name in ours if (tmp_path / name).exists()} == dict.fromkeys(ours, 0o600)
    assert mode(tmp_path / "letter.txt") == 0o644
    opened.close()


def test_a_link_under_our_name_leads_nowhere_else(tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.touch(mode=0o644)
    letter.chmod(0o644)
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / LOG_NAME).symlink_to(letter)
    open_folder(tmp_path / "data").close()
    assert mode(letter) == 0o644


def test_the_log_is_ours_alone_from_the_start_and_after_turning_over(tmp_path: Path) -> None:
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    path = start_logging(tmp_path)
    (handler,) = (handler for handler in root.handlers if handler not in before)
    try:
        assert mode(path) == 0o600
        handler.doRollover()  # type: ignore[attr-defined]
        assert mode(path) == mode(path.with_name(f"{LOG_NAME}.1")) == 0o600
    finally:
        root.removeHandler(handler)
        root.setLevel(level)
        handler.close()


def test_looking_changes_nothing(tmp_path: Path) -> None:
    shop = make_shop(tmp_path)
    shop.close()
    tmp_path.chmod(0o755)
    shop.path.chmod(0o644)
    before = shop.path.read_bytes()
    opened = look_into(tmp_path)

    assert opened.till().till_code == "T1"
    with pytest.raises(StoreError), opened.store.action(opened.operator(), "test") as uow:
        uow.connection.exec_driver_sql("UPDATE till_state SET last_shift = 9")
    opened.close()
    assert shop.path.read_bytes() == before
    assert (mode(tmp_path), mode(shop.path)) == (0o755, 0o644)


def test_looking_migrates_nothing(tmp_path: Path) -> None:
    shop = make_shop(tmp_path)
    with shop.database.writer.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0000'")
    shop.close()
    with pytest.raises(StoreError, match="newer version"):
        look_into(tmp_path)
    assert "main.py migrate" in str(NeedsMigrate(found="0001", wanted="0002"))


def test_looking_finds_no_shop_where_there_is_none(tmp_path: Path) -> None:
    with pytest.raises(NoData):
        look_into(tmp_path / "none")
    Database(tmp_path / FILE_NAME).close()
    with pytest.raises(NoData):
        look_into(tmp_path)


def test_another_programs_file_is_refused(tmp_path: Path) -> None:
    make_shop(tmp_path).close()
    database = Database(tmp_path / FILE_NAME)
    with database.writer.connect() as connection:
        connection.connection.driver_connection.execute("PRAGMA application_id = 7").fetchall()  # type: ignore[union-attr]
    database.close()
    for way in (open_folder, look_into):
        with pytest.raises(ForeignFile):
            way(tmp_path)
