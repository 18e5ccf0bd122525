"""Goods in and out through the real services on PostgreSQL: posted, listed, and judged in a till's file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from app.models.postgres import PostgresDatabase
from app.services.backup.verify import verify_store
from app.services.common.paging import Sort
from app.services.inventory.card import stock_card
from app.services.inventory.count import begin_count, count_scan, post_count, summarise_count
from app.services.inventory.drafts import list_drafts, save_draft
from app.services.inventory.listing import StockFilter, StockShow, list_stock, stock_value
from app.services.inventory.lots import expiring_lots
from app.services.inventory.posted import list_documents
from app.services.inventory.values import DocumentKind
from app.services.inventory.working import WorkingDocument
from app.services.purchasing.suppliers import list_suppliers
from app.values.money import Money
from app.values.quantity import Quantity
from tests.postgres.test_day import moved_to_file, shop_at
from tests.support.goods import stock_shop
from tests.support.stockroom import Stockroom


def play(hub: PostgresDatabase) -> Stockroom:
    """Deliveries, sales, waste, a count, a document taken back, a draft."""
    room = Stockroom(stock_shop(shop_at(hub)))
    store, supplier = room.day.shop.store, room.supplier()
    dated = replace(room.line("water", 24, 4801), expires_on=date(2026, 1, 12))
    room.receive(dated, room.line("milk", 2, 9001), company_id=supplier)
    room.day.sell(("water", 3))
    room.throw_away(room.line("water", 1))
    room.reverse(room.receive(room.line("noodles", 5, 5000)))
    with store.action(room.day.shop.cashier, "count") as uow:
        document, _ = count_scan(uow, begin_count(uow, counts_all=True), room.item("milk"))
        summarise_count(uow, document)
        post_count(uow, document.key)
    with store.action(room.day.shop.cashier, "draft") as uow:
        save_draft(uow, WorkingDocument.begin(DocumentKind.RECEIPT, uow.now).with_scan(room.item("water"))[0])
    return room


def test_documents_on_the_server_are_sound(hub: PostgresDatabase, tmp_path: Path) -> None:
    room = play(hub)

    report = verify_store(moved_to_file(hub, tmp_path / "shuke.db"))

    assert [finding.sentence for finding in report.findings] == []
    assert (room.on_hand("water"), room.cost("water")) == (Quantity.of(20), 200)
    assert (room.on_hand("milk"), room.cost("noodles")) == (Quantity.of(1), None)


def test_every_list_reads_on_the_server(hub: PostgresDatabase) -> None:
    room = play(hub)
    with room.day.shop.store.read() as read:
        worth = stock_value(read)
        pages = {
            (show, key): list_stock(read, StockFilter(show), Sort(key), limit=2)
            for show in StockShow
            for key in ("name", "on_hand", "value", "days_left")
        }
        further = [
            list_stock(read, StockFilter(), Sort(key), pages[StockShow.ALL, key].after, limit=2)
            for key in ("name", "on_hand", "value", "days_left")
        ]
        (lot,) = expiring_lots(read, 14)
        card = stock_card(read, room.item("water").product_id)
        supplier = list_suppliers(read, "华联").rows[0]
        documents, drafts = list_documents(read), list_drafts(read)

    assert worth.value == Money(20 * 200 + 4501)
    assert all(page.total == 5 for (show, _), page in pages.items() if show is StockShow.ALL)
    assert [len(page.rows) for page in further] == [2] * 4
    assert (lot.left, lot.days_left) == (Quantity.of(20), 7)
    assert [row.cause for row in card.rows] == ["waste", "sale", "receipt"]
    assert supplier.last_delivery == date(2026, 1, 5)
    assert (documents.total, len(drafts)) == (5, 1)
