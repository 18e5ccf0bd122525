"""Damage of every shape: each part that cannot be read is told, and the others are still looked at.

Also what only looks like damage: a legal history over several epochs.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlite

from app.models.database import Database
from app.models.ledgers import CashLedger
from app.services.backup import verify as module
from app.services.backup.findings import FindingKind, Findings
from app.services.backup.verify import PrintedHash, VerifyReport, verify_store
from app.services.common.uow import Reader
from app.services.shifts.close import CashCount, close_shift
from app.services.shifts.open import open_shift
from app.values.money import Money
from tests.support.busy_day import a_busy_day, tamper, value
from tests.support.goods import stock_shop
from tests.support.shop import make_shop

QUICK = ("journal_entry", "till_state", "visit")
SLOW = ("sale", "shift_close", "account", "basket_draft", "cash_ledger", "outbox", "points_lot", "sale_tender", "shift")
WORDS, LARGEST = "'gar一bage'", "9223372036854775807"
GARBAGE = ("x'00ff'", "-1.5", LARGEST)
CASES = [
    *(pytest.param(table, WORDS, id=table) for table in QUICK),
    *(pytest.param(table, WORDS, id=table, marks=pytest.mark.deep) for table in SLOW),
    *(
        pytest.param(table, garbage, id=f"{table}-{garbage}", marks=pytest.mark.deep)
        for table in (*QUICK, *SLOW)
        for garbage in GARBAGE
    ),
]


def look(path: Path) -> VerifyReport:
    database = Database(path, read_only=True)
    try:
        return verify_store(database)
    finally:
        database.close()


def columns(path: Path, table: str) -> dict[str, str]:
    connection = sqlite.connect(str(path))
    try:
        return {row[1]: row[2] for row in connection.execute(f"PRAGMA table_info({table})")}
    finally:
        connection.close()


@pytest.mark.parametrize(("table", "garbage"), CASES)
def test_garbage_in_any_column_stops_nothing(tmp_path: Path, table: str, garbage: str) -> None:
    path, missed = tmp_path / "shuke.db", []
    for name, kind in columns(a_busy_day(), table).items():
        shutil.copyfile(a_busy_day(), path)
        try:
            tamper(path, f"UPDATE {table} SET {name} = {garbage} WHERE rowid = (SELECT max(rowid) FROM {table})")
        except sqlite.IntegrityError:
            continue  # SQLite itself does not take it
        report = look(path)
        assert report.counts["trigger"] > 0
        if garbage != LARGEST and report.is_sound and kind not in ("VARCHAR", "TEXT"):
            missed.append(name)

    assert missed == []


def test_a_part_that_breaks_is_told_and_the_next_ones_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(read: Reader, found: Findings) -> None:
        raise AttributeError("no\x00thing \ud800" + "x" * 9_000)

    monkeypatch.setattr(module, "CHECKS", (("odd", breaks), *module.CHECKS))
    report = verify_store(make_shop(tmp_path).database)

    assert [(f.kind, f.row) for f in report.findings] == [(FindingKind.UNREADABLE, "odd")]
    assert len(report.findings[0].sentence.encode("utf-8")) < 300
    assert report.counts["journal_entry"] > 0


def test_a_legal_history_over_epochs_is_sound(tmp_path: Path) -> None:
    day = stock_shop(make_shop(tmp_path))
    member = day.enrol()
    sale = day.sell(("water", 3), member=member)

    def rise() -> None:
        tamper(
            day.shop.path,
            "UPDATE till_state SET epoch = epoch + 1, journal_seq = 0, last_receipt = 0, last_shift = 0",
        )

    def close_and_open() -> None:
        counted = Money(value(day.shop.path, "SELECT cash_balance FROM till_state"))
        with day.shop.store.act(day.shop.cashier, "shift_closed") as uow:
            close_shift(uow, CashCount(counted))
            uow.commit()
        with day.shop.store.act(day.shop.cashier, "shift_opened") as uow:
            day.shop.on_shift(open_shift(uow, Money(20_000)).shift_id)
            uow.commit()

    rise()
    close_and_open()  # the first entry of epoch 2 is a close: its hash is the last one of epoch 1
    assert [finding.sentence for finding in look(day.shop.path).findings] == []
    assert value(day.shop.path, "SELECT last_journal_seq FROM shift_close") == 0
    day.refund(sale)
    rise()
    rise()
    close_and_open()
    day.sell(("water", 1), member=member)

    assert [finding.sentence for finding in look(day.shop.path).findings] == []
    digest = value(day.shop.path, "SELECT last_journal_hash FROM shift_close WHERE epoch = 4")
    right, wrong = PrintedHash(4, 0, digest), PrintedHash(4, 0, bytes(32))
    assert verify_store(day.shop.database, printed=(right,)).is_sound
    assert not verify_store(day.shop.database, printed=(wrong,)).is_sound


def test_another_hash_at_the_start_of_an_epoch_is_found(tmp_path: Path) -> None:
    day = stock_shop(make_shop(tmp_path))
    tamper(day.shop.path, "UPDATE till_state SET epoch = 2, journal_seq = 0, last_receipt = 0, last_shift = 0")
    with day.shop.store.act(day.shop.cashier, "shift_closed") as uow:
        close_shift(uow, CashCount(Money(20_000)))
        uow.commit()
    assert look(day.shop.path).is_sound
    tamper(day.shop.path, "UPDATE shift_close SET last_journal_hash = zeroblob(32)")

    assert FindingKind.Z_HASH in {finding.kind for finding in look(day.shop.path).findings}


def test_a_fact_without_a_shift_is_found_although_the_journal_agrees(tmp_path: Path) -> None:
    day = stock_shop(make_shop(tmp_path), with_shift=False)
    with day.shop.store.act(day.shop.cashier, "cash") as uow:
        uow.add_fact(CashLedger, delta=0, balance_after=0, cause="pay_in", source_key="1")
        uow.commit()

    assert [f.kind for f in look(day.shop.path).findings] == [FindingKind.NOT_IN_SHIFT]
