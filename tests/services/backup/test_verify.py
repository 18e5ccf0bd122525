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


# What breaks, what is done, what must be found in which table.
BREAKS: dict[str, tuple[str, Kind, str]] = {
    "a changed fact": ("UPDATE sale_line SET name = '别的' WHERE rowid = 1", Kind.ROW_CHANGED, "sale_line"),
    "a changed time": (
        "UPDATE audit_event SET at = '2026-01-05 02:00:00.000000' WHERE rowid = 3",
        Kind.ROW_CHANGED,
        "audit_event",
    ),
    "a changed business date": (
        "UPDATE sale SET business_date = '2026-01-04' WHERE rowid = 1",
        Kind.ROW_CHANGED,
        "sale",
    ),
    "a fact of somebody else": ("UPDATE sale SET staff_id = randomblob(16) WHERE rowid = 1", Kind.ROW_CHANGED, "sale"),
    "a removed fact": ("DELETE FROM audit_event WHERE rowid = 3", Kind.ROW_REMOVED, "audit_event"),
    "a fact moved to another entry": (
        "UPDATE audit_event SET journal_seq = 1 WHERE rowid = (SELECT max(rowid) FROM audit_event)",
        Kind.ROW_ADDED,
        "audit_event",
    ),
    "a fact behind the last entry": (
        "UPDATE audit_event SET journal_seq = 999 WHERE rowid = (SELECT max(rowid) FROM audit_event)",
        Kind.ROW_ADDED,
        "audit_event",
    ),
    "a fact of no till": (
        "UPDATE audit_event SET till_id = 'T1' WHERE rowid = (SELECT max(rowid) FROM audit_event)",
        Kind.ROW_ADDED,
        "audit_event",
    ),
    "a swapped hash": (
        "UPDATE journal_entry SET hash = randomblob(32) WHERE seq = 4",
        Kind.CHAIN_BROKEN,
        "journal_entry",
    ),
    "a payload of noise": (
        "UPDATE journal_entry SET payload = randomblob(90) WHERE seq = 4",
        Kind.CHAIN_BROKEN,
        "journal_entry",
    ),
    "another previous hash": (
        "UPDATE journal_entry SET previous_hash = randomblob(32) WHERE seq = 4",
        Kind.CHAIN_BROKEN,
        "journal_entry",
    ),
    "an entry renamed": ("UPDATE journal_entry SET kind = 'staff' WHERE seq = 5", Kind.CHAIN_BROKEN, "journal_entry"),
    "an entry cut out": ("DELETE FROM journal_entry WHERE seq = 4", Kind.CHAIN_GAP, "journal_entry"),
    "a cut tail": (
        "DELETE FROM journal_entry WHERE seq = (SELECT max(seq) FROM journal_entry)",
        Kind.HEAD_DIFFERS,
        "till_state",
    ),
    "a moved head": ("UPDATE till_state SET journal_hash = randomblob(32)", Kind.HEAD_DIFFERS, "till_state"),
    "changed points": ("UPDATE account SET points_balance = points_balance + 500", Kind.BALANCE, "points_ledger"),
    "a changed lot": ("UPDATE points_lot SET remaining = remaining + 1 WHERE rowid = 1", Kind.BALANCE, "points_lot"),
    "a lot of another account": (
        "UPDATE points_lot SET account_id = randomblob(16) WHERE rowid = 1",
        Kind.LOT_OWNER,
        "points_lot",
    ),
    "stored value from nowhere": (
        "UPDATE account SET principal_balance = 100",
        Kind.BALANCE,
        "stored_value_ledger",
    ),
    "a bonus from nowhere": ("UPDATE account SET bonus_balance = 100", Kind.BALANCE, "stored_value_ledger"),
    "credit from nowhere": ("UPDATE account SET credit_balance = 100", Kind.BALANCE, "credit_ledger"),
    "stock changed": ("UPDATE stock_level SET on_hand_milli = on_hand_milli + 1000", Kind.BALANCE, "stock_ledger"),
    "a stock level removed": ("DELETE FROM stock_level", Kind.BALANCE, "stock_ledger"),
    "cash gone from the balance": (
        "UPDATE till_state SET cash_balance = cash_balance - 1000",
        Kind.BALANCE,
        "cash_ledger",
    ),
    "a wrong running balance": (
        "UPDATE cash_ledger SET balance_after = balance_after + 1 WHERE rowid = 2",
        Kind.BALANCE_ROW,
        "cash_ledger",
    ),
    "a cash row removed": ("DELETE FROM cash_ledger WHERE rowid = 2", Kind.CASH, "sale"),
    "a receipt removed": ("DELETE FROM sale WHERE number_seq = 2", Kind.RECEIPT_GAP, "sale"),
    "the last receipt removed": (
        "DELETE FROM sale WHERE number_seq = (SELECT max(number_seq) FROM sale)",
        Kind.RECEIPT_GAP,
        "till_state",
    ),
    "a receipt renamed": ("UPDATE sale SET number = 'T1-000099' WHERE number_seq = 1", Kind.RECEIPT_NUMBER, "sale"),
    "a shift removed": ("DELETE FROM shift WHERE number_seq = 1", Kind.SHIFT_GAP, "shift"),
    "the last shift forgotten": ("UPDATE till_state SET last_shift = 3", Kind.SHIFT_GAP, "till_state"),
    "a close removed": ("DELETE FROM shift_close", Kind.SHIFT_COUNT, "shift"),
    "a line removed": ("DELETE FROM sale_line WHERE rowid = 2", Kind.SALE_SUM, "sale"),
    "a gross changed": ("UPDATE sale SET gross_minor = gross_minor + 1 WHERE rowid = 1", Kind.SALE_SUM, "sale"),
    "a total changed": ("UPDATE sale SET total_minor = total_minor - 1 WHERE rowid = 1", Kind.SALE_SUM, "sale"),
    "change changed": ("UPDATE sale SET change_minor = change_minor + 1 WHERE rowid = 1", Kind.SALE_SUM, "sale"),
    "rounding changed": ("UPDATE sale SET rounding_minor = 1 WHERE rowid = 1", Kind.SALE_SUM, "sale"),
    "a net changed": ("UPDATE sale_line SET net_minor = net_minor - 1 WHERE rowid = 1", Kind.LINE_SUM, "sale_line"),
    "a tax changed": ("UPDATE sale_tax SET tax_minor = tax_minor - 1 WHERE rowid = 1", Kind.TAX_SUM, "sale_tax"),
    "a tax removed": ("DELETE FROM sale_tax WHERE rowid = 1", Kind.TAX_SUM, "sale_tax"),
    "a tender changed": (
        "UPDATE sale_tender SET amount_minor = amount_minor - 1 WHERE rowid = 1",
        Kind.TENDER_SUM,
        "sale",
    ),
    "a tender called card": ("UPDATE sale_tender SET kind = 'card' WHERE rowid = 1", Kind.CASH, "sale"),
    "a discount removed": ("DELETE FROM sale_discount", Kind.DISCOUNT_SUM, "sale_line"),
    "more refunded than sold": (
        "UPDATE sale_line SET quantity_milli = -9000 WHERE original_line_id IS NOT NULL",
        Kind.REFUND_TOO_MUCH,
        "sale_line",
    ),
    "a refund of nothing": (
        "UPDATE sale_line SET original_line_id = randomblob(16) WHERE original_line_id IS NOT NULL",
        Kind.REFUND_TOO_MUCH,
        "sale_line",
    ),
    "a refund of another sale": (
        "UPDATE sale SET original_sale_id = (SELECT id FROM sale WHERE number_seq = 1) WHERE number_seq = 3",
        Kind.REFUND_TOO_MUCH,
        "sale",
    ),
    "more paid back than paid": (
        "UPDATE sale SET paid_minor = -99999 WHERE kind = 'refund'",
        Kind.REFUND_TOO_MUCH,
        "sale",
    ),
    "points of a sale changed": (
        "UPDATE sale SET points_earned = points_earned + 10 WHERE number_seq = 2",
        Kind.POINTS,
        "sale",
    ),
    "points of a line changed": (
        "UPDATE sale_line SET points = points + 1 WHERE points > 0",
        Kind.POINTS,
        "sale_line",
    ),
    "a stock row removed": ("DELETE FROM stock_ledger WHERE rowid = 1", Kind.STOCK, "sale"),
    "a stock row changed": ("UPDATE stock_ledger SET delta = delta + 1 WHERE rowid = 1", Kind.STOCK, "sale"),
    "a visit changed": ("UPDATE visit SET sale_count = sale_count + 1", Kind.VISIT, "visit"),
    "a visit removed": ("DELETE FROM visit", Kind.VISIT, "visit"),
    "a draft of noise": ("UPDATE basket_draft SET payload = '{' WHERE state = 'held'", Kind.DRAFT, "basket_draft"),
    "a draft of another basket": (
        "UPDATE basket_draft SET payload = (SELECT payload FROM basket_draft WHERE state = 'open')",
        Kind.DRAFT,
        "basket_draft",
    ),
    "another hash on the Z": (
        "UPDATE shift_close SET last_journal_hash = randomblob(32)",
        Kind.Z_HASH,
        "shift_close",
    ),
    "another count on the Z": (
        "UPDATE shift_close SET counted_minor = counted_minor + 100",
        Kind.Z_FIGURES,
        "shift_close",
    ),
    "an unreadable Z": ("UPDATE shift_close SET z_report = '[]'", Kind.Z_FIGURES, "shift_close"),
    "a row that names nothing": (
        "UPDATE product SET tax_class_id = randomblob(16) WHERE rowid = 1",
        Kind.LINK_BROKEN,
        "product",
    ),
    "another schema": ("UPDATE alembic_version SET version_num = '0000'", Kind.SCHEMA, "alembic_version"),
    "a table gone": ("ALTER TABLE basket_draft RENAME TO gone", Kind.UNREADABLE, ""),
}


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

    assert tampered | elsewhere == set(Kind)
    assert set(TEXTS) == set(Kind)


def test_guards_are_wanted_for_every_append_only_table(path: Path) -> None:
    drop: list[str] = [f"DROP TRIGGER {table}_no_delete" for table in APPEND_ONLY]
    tamper(path, *drop, guards=True)

    assert {f.table for f in look(path).findings} == set(APPEND_ONLY)
