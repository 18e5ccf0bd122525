"""From a data directory to an open store."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from app.bootstrap.folder import (
    FILE_NAME,
    FolderUnusable,
    NoData,
    found,
    has_founded,
    open_folder,
)
from app.bootstrap.places import default_folder
from app.services.settings.service import change_setting
from app.services.staff.founding import FoundingDraft


def test_a_new_folder_is_for_its_owner_only_and_so_is_the_file(tmp_path: Path) -> None:
    opened = open_folder(tmp_path / "a" / "b")
    opened.close()

    assert stat.S_IMODE((tmp_path / "a" / "b").stat().st_mode) == 0o700
    assert stat.S_IMODE((tmp_path / "a" / "b" / FILE_NAME).stat().st_mode) == 0o600


def test_nothing_is_made_where_data_must_exist(tmp_path: Path) -> None:
    with pytest.raises(NoData, match="no shop"):
        open_folder(tmp_path / "none", must_exist=True)
    assert not (tmp_path / "none").exists()


def test_a_file_in_the_way_is_told(tmp_path: Path) -> None:
    (tmp_path / "x").touch()
    with pytest.raises(FolderUnusable, match="cannot be used"):
        open_folder(tmp_path / "x" / "data")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    locked = tmp_path / "locked"
    locked.mkdir(mode=0o500)
    with pytest.raises(FolderUnusable, match="cannot be used"):
        open_folder(locked / "data")


def test_the_shops_day_comes_from_its_settings(tmp_path: Path) -> None:
    opened = open_folder(tmp_path)
    assert not has_founded(opened)
    found(opened, FoundingDraft("店"), origin="command line")
    with opened.store.action(opened.operator(), "setting") as uow:
        change_setting(uow, "shop.day_end_hour", 6)
        change_setting(uow, "shop.zone", "Europe/Berlin")
    opened.close()

    again = open_folder(tmp_path)
    assert has_founded(again)
    assert (again.store.day.zone.key, again.store.day.end_hour) == ("Europe/Berlin", 6)
    again.close()


def test_the_usual_folder_is_the_platforms(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert default_folder().name == "shuke"
