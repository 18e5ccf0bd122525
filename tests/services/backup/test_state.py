"""The small file about backups."""

from __future__ import annotations

from dataclasses import fields
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.services.backup.files import TargetMissing
from app.services.backup.state import (
    STATE_NAME,
    BackupState,
    CheckNote,
    DrillNote,
    GoodBackup,
    Trouble,
    change_state,
    load_state,
)

AT = datetime(2026, 1, 5, 1, 0, 0, 123456, tzinfo=UTC)
WHOLE = {
    "last_good": GoodBackup(AT, "/stick/a.shuke", 123, 45, "ab" * 8),
    "last_try_at": AT,
    "last_failure": Trouble.of(TargetMissing(folder=Path("/stick")), AT),
    "last_drill": DrillNote(AT, True, "a.shuke", 77, AT, 3, 0, Trouble(AT, "x {y}", {"y": "z"})),
    "last_check": CheckNote(AT, is_whole=False, findings=2),
    "printed_key_id": "ab" * 8,
    "restored_at": AT,
    "looked_through_at": AT,
    "other_disk": "/stick",
}


def test_what_is_written_is_read(tmp_path: Path) -> None:
    assert set(WHOLE) == {part.name for part in fields(BackupState)}
    assert change_state(tmp_path, **WHOLE) == load_state(tmp_path)
    assert load_state(tmp_path).last_failure == WHOLE["last_failure"]
    assert "/stick is not there" in load_state(tmp_path).last_failure.sentence  # type: ignore[union-attr]


def test_one_part_changes_and_the_others_stay(tmp_path: Path) -> None:
    change_state(tmp_path, **WHOLE)
    change_state(tmp_path, last_failure=None)

    assert load_state(tmp_path) == BackupState(**{**WHOLE, "last_failure": None})  # type: ignore[arg-type]
    assert [path.name for path in tmp_path.iterdir()] == [STATE_NAME]


@pytest.mark.parametrize("content", ["", "{", "[]", '{"v": 1}', '{"v": 2}', "null", "\x00"])
def test_a_file_of_noise_counts_as_nothing_known(tmp_path: Path, content: str) -> None:
    (tmp_path / STATE_NAME).write_text(content, encoding="utf-8")
    assert load_state(tmp_path) == BackupState()
    change_state(tmp_path, restored_at=AT)
    assert load_state(tmp_path).restored_at == AT


def test_a_time_without_a_zone_counts_as_nothing_known(tmp_path: Path) -> None:
    change_state(tmp_path, restored_at=AT)
    path = tmp_path / STATE_NAME
    path.write_text(path.read_text(encoding="utf-8").replace("+00:00", ""), encoding="utf-8")
    assert load_state(tmp_path) == BackupState()
