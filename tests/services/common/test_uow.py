"""One action is one unit of work: all facts stamped alike, chained, stored together or not at all."""

from __future__ import annotations

import hashlib
import json
import zlib
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError

from app.models.audit import AuditEvent
from app.models.journal import JournalEntry, Outbox
from app.models.ledgers import CashLedger
from app.models.organisation import TillState
from app.services.common import audit, journal
from app.services.common.actor import Permission
from app.services.common.topics import Topic
from app.services.common.uow import FACT_TABLES
from app.values import failpoints
from app.values.ids import new_id
from app.values.money import Money
from tests.support.grants import owners_leave
from tests.support.shop import Shop, make_shop


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    return make_shop(tmp_path)


def entries(shop: Shop) -> list[JournalEntry]:
    with shop.store.read() as read:
        rows = read.connection.execute(select(JournalEntry.__table__).order_by(JournalEntry.seq)).all()
    return rows  # type: ignore[return-value]


def act(shop: Shop, kind: str = "note", *, times: int = 1) -> None:
    with shop.store.act(shop.cashier, kind) as uow:
        for _ in range(times):
            audit.record(uow, "something")
        uow.commit()


def test_a_fact_is_stamped_with_who_where_and_when(shop: Shop) -> None:
    shift_id = new_id()
    shop.clock.at = datetime(2026, 3, 1, 18, 30, tzinfo=UTC)  # 02:30 in Shanghai: still the day before
    with shop.store.act(replace(shop.cashier, shift_id=shift_id), "note") as uow:
        audit.record(uow, "something")
        uow.commit()

    with shop.store.read() as read:
        row = read.connection.execute(select(AuditEvent.__table__).where(AuditEvent.action == "something")).one()
    assert (row.shop_id, row.till_id, row.epoch) == (shop.till.shop_id, shop.till.till_id, 1)
    assert (row.shift_id, row.staff_id) == (shift_id, shop.cashier.staff_id)
    assert (row.at, row.business_date) == (shop.clock.at, date(2026, 3, 1))
    assert row.journal_seq == entries(shop)[-1].seq


def test_the_night_belongs_to_the_day_before(shop: Shop) -> None:
    shop.clock.at = datetime(2026, 3, 1, 19, 59, tzinfo=UTC)
    with shop.store.read() as read:
        assert read.business_date == date(2026, 3, 1)
    shop.clock.tick(timedelta(minutes=1))
    with shop.store.read() as read:
        assert read.business_date == date(2026, 3, 2)


def test_an_action_is_one_entry_and_one_line_of_the_outbox(shop: Shop) -> None:
    before = entries(shop)
    act(shop, "three", times=3)

    after = entries(shop)
    assert [(row.seq, row.kind) for row in after[len(before) :]] == [(before[-1].seq + 1, "three")]
    with shop.store.read() as read:
        outbox = read.connection.execute(select(Outbox.__table__).order_by(Outbox.outbox_id.desc())).first()
        count = read.connection.execute(select(func.count()).select_from(Outbox)).scalar_one()
    assert outbox is not None
    assert (outbox.journal_seq, outbox.kind, outbox.sent_at) == (after[-1].seq, "three", None)
    assert count == len(after)


def test_the_chain_can_be_checked_by_anybody(shop: Shop) -> None:
    """From the stored bytes alone, with nothing of ours but the rule: SHA-256 of the hash before and the plain bytes."""
    act(shop)
    act(shop)
    rows = entries(shop)

    previous = bytes(32)
    for row in rows:
        assert row.previous_hash == previous
        assert row.hash == hashlib.sha256(previous + zlib.decompress(row.payload)).digest()
        previous = row.hash
    with shop.store.read() as read:
        state = read.connection.execute(select(TillState.__table__)).one()
    assert (state.journal_seq, state.journal_hash) == (rows[-1].seq, previous)
    assert all(later.seq == row.seq + 1 for row, later in pairwise(rows))


def test_the_bytes_say_everything_of_a_fact(shop: Shop) -> None:
    with shop.store.act(shop.cashier, "note") as uow:
        audit.record(uow, "something", subject=("product", new_id()), amount=Money(-5), detail={"为什么": "因为"})
        uow.commit()
    said = json.loads(journal.inflate(entries(shop)[-1].payload))
    with shop.store.read() as read:
        row = read.connection.execute(select(AuditEvent.__table__).where(AuditEvent.action == "something")).one()

    assert (said["v"], said["kind"], said["till"]) == (1, "note", shop.till.till_id.hex())
    assert (said["at"], said["business_date"]) == ("2026-01-05T01:00:00.000000+00:00", "2026-01-05")
    [[table, columns, [values]]] = said["facts"]
    assert table == "audit_event"
    written = dict(zip(columns, values, strict=True))
    assert written["id"] == row.id.hex()
    assert written["subject_id"] == row.subject_id.hex()
    assert (written["amount_minor"], written["detail"]) == (-5, '{"为什么": "因为"}')


def test_leaving_without_commit_leaves_nothing_and_takes_no_number(shop: Shop) -> None:
    before = entries(shop)
    with shop.store.act(shop.cashier, "note") as uow:
        audit.record(uow, "something")
        assert uow.place.seq == before[-1].seq + 1

    assert entries(shop) == before
    act(shop)
    assert entries(shop)[-1].seq == before[-1].seq + 1


def test_an_exception_rolls_back(shop: Shop) -> None:
    before = entries(shop)

    def fail() -> None:
        with shop.store.act(shop.cashier, "note") as uow:
            audit.record(uow, "something")
            raise RuntimeError("power")

    with pytest.raises(RuntimeError, match="power"):
        fail()

    assert entries(shop) == before


@pytest.mark.parametrize("place", ["uow.before_commit", "uow.after_commit"])
def test_failing_around_the_commit(shop: Shop, place: str) -> None:
    before = len(entries(shop))

    def fail(name: str) -> None:
        if name == place:
            raise RuntimeError(name)

    failpoints.listen(fail)
    try:
        with pytest.raises(RuntimeError, match=place):
            act(shop)
    finally:
        failpoints.listen(None)

    assert len(entries(shop)) == before + (place == "uow.after_commit")


def test_an_action_without_a_fact_writes_no_entry(shop: Shop) -> None:
    before = entries(shop)
    with shop.store.act(shop.cashier, "note") as uow:
        uow.add_facts(AuditEvent, [])
        uow.changed.add(Topic.STAFF)
        assert uow.commit() == frozenset({Topic.STAFF})
        assert uow.committed

    assert entries(shop) == before


def test_columns_left_out_get_their_default_and_an_id(shop: Shop) -> None:
    with shop.store.act(shop.cashier, "cash") as uow:
        uow.add_facts(
            CashLedger,
            [
                {"delta": 0, "balance_after": 0, "cause": "test", "source_key": "1"},
                {"delta": 0, "balance_after": 0, "cause": "test", "source_key": "2", "reason": "零钱"},
            ],
        )
        uow.commit()
    with shop.store.read() as read:
        rows = read.connection.execute(select(CashLedger.__table__).order_by(CashLedger.source_key)).all()

    assert [(row.reason, row.reverses_id) for row in rows] == [("", None), ("零钱", None)]
    assert len({row.id for row in rows}) == 2


def test_a_ledger_row_is_posted_once_only(shop: Shop) -> None:
    with shop.store.act(shop.cashier, "cash") as uow:
        row = {"delta": 0, "balance_after": 0, "cause": "test", "source_key": "1"}
        uow.add_facts(CashLedger, [row])
        with pytest.raises(IntegrityError):
            uow.add_facts(CashLedger, [row])


def test_an_audit_row_has_both_names(shop: Shop) -> None:
    assert shop.owner.staff_id is not None
    leave = owners_leave(shop, Permission.CHANGE_PRICE)
    with shop.store.act(shop.cashier, "price", grant=leave) as uow:
        audit.record(uow, "something")
        uow.commit()
    with shop.store.read() as read:
        row = read.connection.execute(select(AuditEvent.__table__).where(AuditEvent.action == "something")).one()

    assert (row.staff_id, row.granted_by, row.origin) == (shop.cashier.staff_id, shop.owner.staff_id, "till")


def test_every_fact_table_is_known() -> None:
    names = [table.name for table in FACT_TABLES]

    assert names == sorted(names)
    assert {"sale", "sale_line", "cash_ledger", "audit_event", "shift", "consent"} <= set(names)


@pytest.mark.parametrize("value", [object(), {1}])
def test_what_has_no_canonical_form_is_refused(value: object) -> None:
    with pytest.raises(TypeError, match="no canonical form"):
        journal.canonical_value(value)


def test_damaged_bytes_are_told() -> None:
    assert journal.inflate(journal.deflate("熟客".encode())) == "熟客".encode()
    with pytest.raises(zlib.error):
        journal.inflate(b"noise")
