"""`verify` is silent on sound documents and names the row for every kind of damage to goods in and out."""

from __future__ import annotations

import atexit
import functools
import shutil
import tempfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app.models.database import Database
from app.services.backup.findings import FindingKind
from app.services.backup.verify import verify_store
from app.services.inventory.count import begin_count, count_scan, post_count
from app.services.inventory.drafts import save_draft
from app.services.inventory.values import DocumentKind, Reason
from app.services.inventory.working import WorkingDocument
from tests.support.busy_day import tamper
from tests.support.goods import stock_shop
from tests.support.shop import make_shop
from tests.support.stockroom import Stockroom

DOCUMENT, DRAFT = FindingKind.STOCK_DOCUMENT, FindingKind.STOCK_DRAFT
RECEIPT = "(SELECT id FROM stock_document WHERE kind = 'receipt' AND reverses_id IS NULL ORDER BY rowid LIMIT 1)"
BACK = "(SELECT id FROM stock_document WHERE reverses_id IS NOT NULL)"

BREAKS = {
    "a line that moved more": (
        f"UPDATE stock_document_line SET quantity_milli = quantity_milli + 1 WHERE document_id = {RECEIPT} AND line_no = 1",
        "stock_document_line",
    ),
    "a ledger row of another product": (
        "UPDATE stock_ledger SET product_id = (SELECT id FROM product WHERE name LIKE '散装%') WHERE cause = 'waste'",
        "stock_document_line",
    ),
    "a ledger row of another lot": ("UPDATE stock_ledger SET lot_id = NULL WHERE lot_id IS NOT NULL", "stock_document_line"),
    "a ledger row that cost less": (
        "UPDATE stock_ledger SET cost_minor = cost_minor - 1 WHERE cause = 'waste'",
        "stock_document_line",
    ),
    "a ledger row that cost nothing known": (
        "UPDATE stock_ledger SET cost_minor = NULL WHERE cause = 'waste'",
        "stock_document_line",
    ),
    "a ledger row without its line": (
        "DELETE FROM stock_document_line WHERE document_id = (SELECT id FROM stock_document WHERE kind = 'waste')",
        "stock_document_line",
    ),
    "a line without its ledger row": ("DELETE FROM stock_ledger WHERE cause = 'waste'", "stock_document_line"),
    "a cause nobody knows": ("UPDATE stock_ledger SET cause = 'magic' WHERE cause = 'waste'", "stock_document_line"),
    "a head without lines": (
        "DELETE FROM stock_document_line WHERE document_id = (SELECT id FROM stock_document WHERE kind = 'waste')",
        "stock_document",
    ),
    "an amount that is not the sum": (
        f"UPDATE stock_document SET amount_minor = amount_minor + 1 WHERE id = {RECEIPT}",
        "stock_document",
    ),
    "an amount where a line has none": (
        "UPDATE stock_document_line SET amount_minor = NULL WHERE line_no = 1",
        "stock_document",
    ),
    "a count that moved something else": (
        "UPDATE stock_document_line SET counted_milli = counted_milli + 1 WHERE counted_milli IS NOT NULL",
        "stock_document_line",
    ),
    "a count without its figures": (
        "UPDATE stock_document_line SET counted_milli = NULL WHERE counted_milli IS NOT NULL",
        "stock_document_line",
    ),
    "a delivery that goes out": (
        f"UPDATE stock_document_line SET quantity_milli = -quantity_milli WHERE document_id = {RECEIPT}",
        "stock_document_line",
    ),
    "waste that comes in": (
        "UPDATE stock_document_line SET quantity_milli = 1000 WHERE document_id = "
        "(SELECT id FROM stock_document WHERE kind = 'waste')",
        "stock_document_line",
    ),
    "a kind nobody knows": ("UPDATE stock_document SET kind = 'magic' WHERE kind = 'waste'", "stock_document_line"),
    "taken back twice": (
        f"UPDATE stock_document SET reverses_id = (SELECT reverses_id FROM stock_document WHERE id = {BACK}) "
        "WHERE kind = 'count'",
        "stock_document",
    ),
    "taking back what is not there": (
        f"UPDATE stock_document SET reverses_id = zeroblob(16) WHERE id = {BACK}",
        "stock_document",
    ),
    "taking back another kind": (
        "UPDATE stock_document SET reverses_id = (SELECT id FROM stock_document WHERE kind = 'waste') "
        "WHERE reverses_id IS NOT NULL",
        "stock_document",
    ),
    "taking back less": (
        f"UPDATE stock_document_line SET quantity_milli = quantity_milli + 1 WHERE document_id = {BACK}",
        "stock_document",
    ),
    "taking back for less": (
        f"UPDATE stock_document_line SET amount_minor = amount_minor + 1 WHERE document_id = {BACK}",
        "stock_document",
    ),
    "a lot of another product": (
        "UPDATE stock_lot SET product_id = (SELECT id FROM product WHERE name LIKE '散装%')",
        "stock_document_line",
    ),
    "a lot that is not there": ("DELETE FROM stock_lot", "stock_document_line"),
}  # fmt: skip
DRAFT_BREAKS = {
    "a draft of rubbish": "UPDATE stock_draft SET payload = '{'",
    "a draft of another version": "UPDATE stock_draft SET payload = '{\"v\": 9}'",
    "a draft of a list": "UPDATE stock_draft SET payload = '[]'",
    "a draft under another key": "UPDATE stock_draft SET document_key = zeroblob(16)",
    "a draft that was booked": "UPDATE stock_draft SET document_key = (SELECT document_key FROM stock_document LIMIT 1)",
}


@functools.cache
def a_stocked_week() -> Path:
    """Deliveries, waste, a count, a document taken back, and one that is still being typed."""
    folder = tempfile.TemporaryDirectory(prefix="shuke-stock-")
    atexit.register(folder.cleanup)
    room = Stockroom(stock_shop(make_shop(Path(folder.name))))
    store = room.day.shop.store
    room.receive(replace(room.line("water", 24, 4800), expires_on=date(2026, 5, 1)), room.line("milk", 2, 9001))
    room.day.sell(("water", 3))
    room.throw_away(room.line("water", 2), reason=Reason.DAMAGED)
    room.reverse(room.receive(room.line("noodles", 5, 5000)))
    room.receive(room.line("noodles", 5))
    with store.action(room.day.shop.cashier, "count") as uow:
        document, _ = count_scan(uow, begin_count(uow), room.item("milk"))
        post_count(uow, document.key)
    with store.action(room.day.shop.cashier, "draft") as uow:
        draft, _ = WorkingDocument.begin(DocumentKind.RECEIPT, uow.now).with_scan(room.item("water"))
        save_draft(uow, draft)
    room.day.shop.close()
    return room.day.shop.path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """An own copy of the week."""
    return Path(shutil.copyfile(a_stocked_week(), tmp_path / "shuke.db"))


def test_a_stocked_week_is_sound(path: Path) -> None:
    report = verify_store(Database(path))

    assert [finding.sentence for finding in report.findings] == []
    assert (report.counts["stock_document"], report.counts["stock_draft"]) == (6, 1)


@pytest.mark.parametrize("name", BREAKS)
def test_every_kind_of_damage_is_found(path: Path, name: str) -> None:
    statement, table = BREAKS[name]
    tamper(path, statement)

    found = verify_store(Database(path)).findings

    assert (DOCUMENT, table) in {(it.kind, it.table) for it in found}, [it.sentence for it in found]
    assert all(it.sentence and "{" not in it.sentence for it in found)


@pytest.mark.parametrize("name", DRAFT_BREAKS)
def test_a_draft_that_is_no_use_is_found(path: Path, name: str) -> None:
    tamper(path, DRAFT_BREAKS[name])

    found = verify_store(Database(path)).findings

    assert [(it.kind, it.table) for it in found] == [(DRAFT, "stock_draft")]
    assert "{" not in found[0].sentence
