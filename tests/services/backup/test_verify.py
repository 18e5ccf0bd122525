"""`verify` is silent on a sound file and names the row for every kind of damage.

One busy day is played once; each test tampers with its own copy through a raw connection, guards dropped first.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from app.models.append_only import APPEND_ONLY
from app.models.database import Database
from app.services.backup.findings import MOST_OF_A_KIND, TEXTS, FindingKind
from app.services.backup.verify import PrintedHash, VerifyReport, verify_store
from tests.support.breaks import BREAKS
from tests.support.busy_day import a_busy_day, tamper, value
from tests.support.shop import make_shop

Kind = FindingKind


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """An own copy of the busy day."""
    return Path(shutil.copyfile(a_busy_day(), tmp_path / "shuke.db"))


def look(path: Path) -> VerifyReport:
    return verify_store(Database(path))


def kinds(report: VerifyReport) -> set[FindingKind]:
    return {finding.kind for finding in report.findings}


def test_a_busy_day_is_sound(path: Path) -> None:
    report = look(path)

    assert [finding.sentence for finding in report.findings] == []
    assert report.is_sound
    assert report.counts["sale"] == 6
    assert report.counts["basket_draft"] == 2


def test_a_new_shop_is_sound(tmp_path: Path) -> None:
    assert verify_store(make_shop(tmp_path).database).is_sound


@pytest.mark.parametrize("name", BREAKS)
def test_every_kind_of_damage_is_found(path: Path, name: str) -> None:
    statement, kind, table = BREAKS[name]
    tamper(path, statement)

    found = look(path).findings

    assert (kind, table) in {(finding.kind, finding.table) for finding in found}, [f.sentence for f in found]
    assert all(finding.sentence and "{" not in finding.sentence for finding in found)


def test_the_changed_row_is_named_with_its_columns(path: Path) -> None:
    row_id = value(path, "SELECT id FROM sale_line WHERE rowid = 1")
    tamper(path, "UPDATE sale_line SET name = '别的', code = '1' WHERE rowid = 1")

    found = look(path).findings

    assert [(f.kind, f.row, f.params["columns"]) for f in found] == [(Kind.ROW_CHANGED, row_id.hex(), "code, name")]


def test_an_added_row_is_named(path: Path) -> None:
    columns = (
        "shop_id, till_id, epoch, shift_id, staff_id, at, business_date, journal_seq, action, origin, granted_by, "
    )
    columns += "subject_kind, subject_id, amount_minor, detail"
    tamper(
        path,
        f"INSERT INTO audit_event (id, {columns}) SELECT X'00112233445566778899AABBCCDDEEFF', {columns} "
        f"FROM audit_event WHERE rowid = 2",
    )

    found = look(path).findings

    assert [(f.kind, f.row) for f in found] == [(Kind.ROW_ADDED, "00112233445566778899aabbccddeeff")]


def test_an_altered_balance_row_is_found_where_the_break_is(path: Path) -> None:
    tamper(path, "DELETE FROM stock_ledger WHERE rowid = 1")

    broken = [f for f in look(path).findings if f.kind is Kind.BALANCE_ROW]

    assert len(broken) == 1  # the row behind the gap, not every row behind it


def test_a_journal_written_anew_as_a_whole_is_found_by_the_paper(path: Path) -> None:
    seq = value(path, "SELECT last_journal_seq FROM shift_close")
    right = value(path, f"SELECT hash FROM journal_entry WHERE seq = {seq}")
    database = Database(path)

    assert verify_store(database, printed=(PrintedHash(1, seq, right),)).is_sound
    assert kinds(verify_store(database, printed=(PrintedHash(1, seq, bytes(32)),))) == {Kind.PRINTED_HASH}
    assert kinds(verify_store(database, printed=(PrintedHash(1, 9999, right),))) == {Kind.PRINTED_HASH}


@pytest.mark.parametrize("verb", ["update", "delete"])
def test_a_missing_guard_is_found(path: Path, verb: str) -> None:
    tamper(path, f"DROP TRIGGER sale_no_{verb}", guards=True)

    assert [(f.kind, f.row) for f in look(path).findings] == [(Kind.TRIGGER_MISSING, f"sale_no_{verb}")]


def test_a_toothless_guard_is_found(path: Path) -> None:
    tamper(
        path,
        "DROP TRIGGER sale_no_update",
        "CREATE TRIGGER sale_no_update BEFORE UPDATE ON sale BEGIN SELECT 1; END",
        guards=True,
    )

    assert kinds(look(path)) == {Kind.TRIGGER_MISSING}


def test_a_strange_trigger_is_found(path: Path) -> None:
    tamper(path, "CREATE TRIGGER skim AFTER INSERT ON sale BEGIN UPDATE till_state SET epoch = epoch; END", guards=True)

    assert [(f.kind, f.row) for f in look(path).findings] == [(Kind.TRIGGER_UNKNOWN, "skim")]


def test_damaged_pages_are_found(path: Path) -> None:
    root = value(path, "SELECT rootpage FROM sqlite_master WHERE name = 'ix_sale_number'")
    size = value(path, "PRAGMA page_size")
    with path.open("r+b") as file:
        file.seek((root - 1) * size + 8)
        file.write(b"\xff" * 64)

    assert kinds(look(path)) & {Kind.FILE_DAMAGED, Kind.UNREADABLE}


def test_a_wrecked_file_fills_no_memory(path: Path) -> None:
    rows = ", ".join(f"(X'{number:032x}', 'adm', 0, 0)" for number in range(MOST_OF_A_KIND + 50))
    tamper(
        path,
        "CREATE TABLE extra (id, action, a, b)",
        f"INSERT INTO extra VALUES {rows}",
        "INSERT INTO audit_event SELECT extra.id, e.shop_id, e.till_id, e.epoch, e.shift_id, e.staff_id, e.at, "
        "e.business_date, e.journal_seq, extra.action, e.origin, NULL, '', NULL, NULL, '{}' "
        "FROM extra, (SELECT * FROM audit_event WHERE rowid = 1) e",
        "DROP TABLE extra",
    )

    report = look(path)

    assert len(report.findings) == MOST_OF_A_KIND
    assert report.left_off == 50


def test_verify_writes_nothing(path: Path) -> None:
    database = Database(path)
    before = value(path, "SELECT sum(journal_seq) FROM till_state")
    version = value(path, "PRAGMA data_version")

    verify_store(database)

    assert value(path, "SELECT sum(journal_seq) FROM till_state") == before
    assert value(path, "PRAGMA data_version") == version
    with pytest.raises(Exception, match="readonly"), database.reader.begin() as connection:
        connection.exec_driver_sql("UPDATE till_state SET epoch = 2")


def test_every_kind_is_tested_and_has_a_text() -> None:
    tampered = {kind for _, kind, _ in BREAKS.values()}
    elsewhere = {Kind.PRINTED_HASH, Kind.TRIGGER_MISSING, Kind.TRIGGER_UNKNOWN, Kind.FILE_DAMAGED}
    elsewhere |= {Kind.STOCK_DOCUMENT, Kind.STOCK_DRAFT}  # test_verify_stock.py

    assert tampered | elsewhere == set(Kind)
    assert set(TEXTS) == set(Kind)


def test_guards_are_wanted_for_every_append_only_table(path: Path) -> None:
    drop: list[str] = [f"DROP TRIGGER {table}_no_delete" for table in APPEND_ONLY]
    tamper(path, *drop, guards=True)

    assert {f.table for f in look(path).findings} == set(APPEND_ONLY)
