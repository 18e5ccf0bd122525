"""A damaged file is found, set aside and never used."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.services.backup.restore import restore_backup
from app.services.backup.set_aside import (
    DataSetAside,
    damage_note,
    refuse_set_aside,
    set_aside_damaged,
)
from app.services.backup.state import load_state
from app.services.backup.watch_file import night_look, quick_look
from tests.support.backups import Backed, a_backed_up_shop, opened, sentences, spoil
from tests.support.busy_day import tamper

AT = datetime(2026, 1, 6, 19, 0, tzinfo=UTC)


@pytest.fixture
def backed(tmp_path: Path) -> Backed:
    return a_backed_up_shop(tmp_path / "data", to=tmp_path / "stick")


def test_a_sound_file_passes_both_looks(backed: Backed) -> None:
    store = backed.stocked.shop.store

    assert quick_look(store).is_whole
    look = night_look(store)
    assert look.is_whole
    assert look.report is not None
    assert look.report.is_sound
    check = load_state(backed.folder).last_check
    assert check is not None
    assert (check.is_whole, check.findings) == (True, 0)


def test_a_look_takes_connections_of_its_own(backed: Backed, monkeypatch: pytest.MonkeyPatch) -> None:
    """One that has searched may take what another one wrote into the index for damage: seen during an import."""
    store = backed.stocked.shop.store

    def refuse(*_: object) -> None:
        raise AssertionError("a connection that may have searched was asked")

    monkeypatch.setattr(store.database.reader, "connect", refuse)
    monkeypatch.setattr(store.database.reader, "begin", refuse)
    assert quick_look(store).is_whole
    assert night_look(store).is_whole


def test_a_touched_row_is_a_finding_and_no_damage(backed: Backed) -> None:
    tamper(backed.path, "UPDATE sale_line SET name = '别的' WHERE rowid = 1")
    look = night_look(backed.stocked.shop.store)

    assert look.is_whole
    assert look.report is not None
    assert len(look.report.findings) == 1
    refuse_set_aside(backed.path)


@pytest.mark.parametrize("table", ["sale_line", "sale", "product_search_data", "journal_entry", "setting"])
def test_damage_is_seen_by_either_look(backed: Backed, table: str) -> None:
    backed.stocked.shop.close()
    spoil(backed.path, table)

    with opened(backed.path) as store:
        assert not quick_look(store).is_whole
        assert not night_look(store).is_whole
    check = load_state(backed.folder).last_check
    assert check is not None
    assert not check.is_whole


def test_an_index_that_lost_a_row_is_seen_at_night(backed: Backed) -> None:
    """The quick look does not compare rows and indexes."""
    connection_writes(backed.path)
    with opened(backed.path) as store:
        assert quick_look(store).is_whole
        assert "index" in night_look(store).damage


def connection_writes(path: Path) -> None:
    """Make an index believe that it is another one."""
    tamper(
        path,
        "PRAGMA writable_schema = 1",
        "UPDATE sqlite_master SET sql = replace(sql, '(sale_id)', '(state, sale_id)') "
        "WHERE type = 'index' AND tbl_name = 'print_job' AND sql LIKE '%(sale_id)%'",
        "PRAGMA writable_schema = 0",
        guards=True,
    )


def test_a_damaged_file_is_moved_with_its_log_and_nothing_takes_its_place(backed: Backed) -> None:
    content = backed.path.read_bytes()
    log = backed.path.with_name("shuke.db-wal").read_bytes()
    note = set_aside_damaged(backed.path, "torn", AT)

    assert not backed.path.exists()
    assert (note.folder / "shuke.db").read_bytes() == content
    assert (note.folder / "shuke.db-wal").read_bytes() == log
    assert note.folder.name == "20260106T190000Z-damaged"
    with pytest.raises(DataSetAside) as told:
        refuse_set_aside(backed.path)
    assert str(note.folder) in str(told.value)
    assert damage_note(backed.path) == note


def test_it_is_not_taken_up_again_when_somebody_puts_it_back_before_the_note_is_true(backed: Backed) -> None:
    note = set_aside_damaged(backed.path, "torn", AT)
    shutil.move(note.folder / "shuke.db", backed.path)

    with pytest.raises(DataSetAside):
        refuse_set_aside(backed.path)
    assert not backed.path.exists()


def test_a_restore_ends_it(backed: Backed) -> None:
    backed.stocked.shop.close()
    note = set_aside_damaged(backed.path, "torn", AT)
    done = restore_backup(backed.made.path, backed.path, backed.key, clock=backed.stocked.shop.clock)

    refuse_set_aside(backed.path)
    assert damage_note(backed.path) is None
    assert done.epoch == 2
    assert (note.folder / "shuke.db").exists()
    assert sentences(backed.path) == []


def test_two_on_one_day_have_their_own_places(backed: Backed) -> None:
    first = set_aside_damaged(backed.path, "torn", AT)
    restore_backup(backed.made.path, backed.path, backed.key)
    second = set_aside_damaged(backed.path, "torn", AT)

    assert first.folder != second.folder
    assert (first.folder / "shuke.db").exists()
    assert (second.folder / "shuke.db").exists()
