"""The recovery key is for the owner's eyes; every look leaves a row, and nothing of it stays in the data."""

from __future__ import annotations

from collections import deque
from dataclasses import replace
from pathlib import Path

import pytest

from app.services.backup.key import key_text, read_key
from app.services.backup.paper import compose_key_paper
from app.services.backup.show_key import print_key, show_key
from app.services.backup.state import load_state
from app.services.checkout.paper import shop_header
from app.services.checkout.values import SaleRules
from app.services.common.permissions import GrantNeeded, NobodySignedIn
from app.services.devices.fakes import MemoryPrinter
from app.services.devices.profile import CHINESE_58, CHINESE_80, PrinterProfile
from app.services.devices.protocols import PrinterMissing, PrinterOutOfPaper, PrintProblem, SendOutcome, SendResult
from app.services.receipts.parts import Columns, Qr, Receipt
from app.services.receipts.plain import as_plain_text
from tests.support.backups import a_stocked_shop, facts, known_key
from tests.support.goods import Stocked

ROWS = "SELECT action, hex(staff_id), detail FROM audit_event WHERE action = 'recovery_key_shown'"


@pytest.fixture
def stocked(tmp_path: Path) -> Stocked:
    return a_stocked_shop(tmp_path / "data")


def test_the_owner_sees_it_and_the_audit_knows(stocked: Stocked) -> None:
    shop = stocked.shop
    shown = show_key(shop.store, shop.owner)

    assert read_key(shown.text) == known_key(shop.path.parent)
    ((_, staff, detail),) = facts(shop.path, ROWS)
    assert shop.owner.staff_id is not None
    assert staff == shop.owner.staff_id.hex().upper()
    assert shown.key_id in str(detail)
    assert show_key(shop.store, shop.owner) == shown


def test_a_cashier_does_not(stocked: Stocked) -> None:
    shop, printer = stocked.shop, MemoryPrinter(CHINESE_80)
    nobody = replace(shop.owner, staff_id=None)
    for actor, told in ((shop.cashier, GrantNeeded), (nobody, NobodySignedIn)):
        with pytest.raises(told):
            show_key(shop.store, actor)
        with pytest.raises(told):
            print_key(shop.store, actor, printer=printer)
    assert facts(shop.path, ROWS) == set()
    assert printer.jobs == []


def test_on_paper_every_group_stands(stocked: Stocked) -> None:
    shop, printer = stocked.shop, MemoryPrinter(CHINESE_80)
    jobs = facts(shop.path, "SELECT id FROM print_job")
    assert print_key(shop.store, shop.owner, printer=printer).outcome is SendOutcome.SENT

    (printed,) = printer.jobs
    groups = key_text(known_key(shop.path.parent)).split()
    assert [group for group in groups if group.encode() not in printed] == []
    assert facts(shop.path, "SELECT id FROM print_job") == jobs
    assert load_state(shop.path.parent).printed_key_id == known_key(shop.path.parent).key_id


def test_nothing_of_it_stays_in_the_data(stocked: Stocked) -> None:
    shop = stocked.shop
    print_key(shop.store, shop.owner, printer=MemoryPrinter(CHINESE_80))
    show_key(shop.store, shop.owner)
    key = known_key(shop.path.parent)
    shop.close()

    content = shop.path.read_bytes()
    assert key.secret not in content
    assert key.secret.hex().encode() not in content.lower()
    for group in key_text(key).split():
        assert content.count(group.encode()) == 0


@pytest.mark.parametrize(("language", "profile"), [("zh", CHINESE_58), ("en", CHINESE_80), ("zh", CHINESE_80)])
def test_the_paper_can_be_read_at_every_width(stocked: Stocked, language: str, profile: PrinterProfile) -> None:
    shop = stocked.shop
    show_key(shop.store, shop.owner)
    key = known_key(shop.path.parent)
    with shop.store.read() as read:
        header = shop_header(read, shop.till.shop_id, SaleRules())
        paper = compose_key_paper(key, header, read.now, language=language)  # type: ignore[arg-type]

    rows = [part for part in paper.parts if isinstance(part, Columns)]
    assert [row.right for row in rows[2:]] == key_text(key).split()
    (code,) = [part for part in paper.parts if isinstance(part, Qr)]
    assert read_key(code.data) == key
    assert Receipt.from_json(paper.to_json()) == paper
    text = as_plain_text(paper, profile.columns)
    assert [group for group in key_text(key).split() if group not in text] == []


def test_a_printer_that_takes_nothing_leaves_the_key_to_be_printed(stocked: Stocked) -> None:
    shop = stocked.shop
    refusing = MemoryPrinter(CHINESE_80, answers=deque([SendResult(SendOutcome.NOTHING_SENT, PrintProblem.NO_PAPER)]))
    with pytest.raises(PrinterOutOfPaper):
        print_key(shop.store, shop.owner, printer=refusing)
    assert load_state(shop.path.parent).printed_key_id == ""
    with pytest.raises(PrinterMissing):
        print_key(shop.store, shop.owner)
