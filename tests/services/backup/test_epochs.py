"""No receipt number and no journal place twice, from one machine to another."""

from __future__ import annotations

import contextlib
import json
from dataclasses import replace
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlite

from app.models import migrate
from app.services.backup import epochs
from app.services.backup.container import write_container
from app.services.backup.epochs import NOTE_NAME
from app.services.backup.key import RecoveryKey
from app.services.backup.make import make_backup
from app.services.backup.unpack import header_of
from tests.models.test_migrate import ADDED_COLUMNS, ADDED_TABLES
from tests.support.backups import (
    Backed,
    a_stocked_shop,
    facts,
    known_key,
    opened,
    repeated,
    restored,
    sell_on,
    sold_on_after_backup,
)


@pytest.fixture
def backed(tmp_path: Path) -> Backed:
    """A shop that sold on after its backup."""
    return sold_on_after_backup(tmp_path)


def test_two_machines_restored_from_one_stick_differ(backed: Backed, tmp_path: Path) -> None:
    for name in ("one", "two"):
        restored(backed, tmp_path / name)
        sell_on(tmp_path / name / "shuke.db", backed.stocked)

    assert repeated(*(tmp_path / name / "shuke.db" for name in ("one", "two"))) == []


def test_where_no_note_can_be_left_the_number_leaps(
    backed: Backed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = epochs.write_durably

    def only_here(path: Path, content: bytes) -> None:
        if path.parent == tmp_path / "stick":
            raise OSError(30, "read-only")
        real(path, content)

    monkeypatch.setattr(epochs, "write_durably", only_here)
    monkeypatch.setattr(epochs.secrets, "randbelow", lambda most: most - 1)
    done = restored(backed, tmp_path / "new")

    assert not done.is_epoch_noted
    assert done.epoch == 1 + 10 + 89
    assert [sale.number for sale in sell_on(tmp_path / "new" / "shuke.db", backed.stocked, times=1)] == [
        "T1.100-000001"
    ]


def test_a_newer_backup_beside_it_tells_its_epoch(backed: Backed, tmp_path: Path) -> None:
    done = restored(backed, tmp_path / "new")
    with opened(tmp_path / "new" / "shuke.db", backed.stocked.shop.clock) as store:
        make_backup(store, folder=tmp_path / "stick")
    (tmp_path / "stick" / NOTE_NAME).unlink()

    assert restored(backed, tmp_path / "other").epoch == done.epoch + 1


def test_forged_notes_and_backups_do_not_spoil_the_numbers(backed: Backed, tmp_path: Path) -> None:
    stick, mine = tmp_path / "stick", header_of(backed.made.path)
    (stick / NOTE_NAME).write_text(json.dumps({mine.till_id.hex(): 999_999, "x": "y"}), encoding="ascii")
    thief = RecoveryKey.random()
    with (stick / "forged.shuke").open("wb") as sink:
        write_container(sink, replace(mine, epoch=500, key_id=thief.key_id), thief, [b"{}"])
    with (stick / "forged-too.shuke").open("wb") as sink:
        write_container(sink, replace(mine, epoch=500), thief, [b"{}"])

    assert restored(backed, tmp_path / "new").epoch == 2
    # The note that nobody believed does not hide the true one from the next machine.
    assert restored(backed, tmp_path / "other").epoch == 3


def test_a_note_of_noise_is_written_anew(backed: Backed, tmp_path: Path) -> None:
    for content in ("", "[]", "{", '{"x": "y"}', json.dumps({backed.made.header.till_id.hex(): "5"})):
        (tmp_path / "stick" / NOTE_NAME).write_text(content, encoding="ascii")
        restored(backed, tmp_path / f"new{len(content)}")
    assert json.loads((tmp_path / "stick" / NOTE_NAME).read_text(encoding="ascii")) == {
        backed.made.header.till_id.hex(): 2
    }


def test_a_backup_of_an_older_schema_is_brought_to_this_one(tmp_path: Path) -> None:
    stocked = a_stocked_shop(tmp_path / "data")
    shop = stocked.shop
    shop.close()
    with contextlib.closing(sqlite.connect(str(shop.path))) as connection:
        for table in ADDED_TABLES:
            connection.execute(f"DROP TABLE {table}")
        for table, column in ADDED_COLUMNS:
            connection.execute(f"ALTER TABLE {table} DROP COLUMN {column}")
        connection.execute("UPDATE alembic_version SET version_num = '0001'")
        connection.commit()
    with opened(shop.path, shop.clock) as store:
        made = make_backup(store)
    assert made.header.schema == "0001"
    backed = Backed(stocked, made, known_key(tmp_path / "data"))
    done = restored(backed, tmp_path / "new")

    assert (done.sales, done.findings) == (3, ())
    assert facts(done.data_file, "SELECT version_num FROM alembic_version") == {(migrate.NEWEST,)}
    assert [sale.number for sale in sell_on(done.data_file, stocked, times=1)] == ["T1.2-000001"]
    assert [path.name for path in (tmp_path / "new").glob("*before*")] == []
