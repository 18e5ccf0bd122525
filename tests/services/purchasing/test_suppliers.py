"""Suppliers: one of a name, edited against the version that was seen, closed but never deleted."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.services.catalogue.drafts import ProductDraft, TextTooLong
from app.services.catalogue.search import search_items
from app.services.common.permissions import GrantNeeded
from app.services.common.versions import ChangedMeanwhile
from app.services.purchasing.suppliers import (
    Supplier,
    SupplierDraft,
    SupplierGone,
    SupplierKnown,
    SupplierNameMissing,
    add_supplier,
    change_supplier,
    close_supplier,
    goods_ids,
    list_suppliers,
    load_supplier,
)
from app.values.ids import Id
from app.values.money import Money
from tests.support.goods import stock_shop
from tests.support.shop import make_shop
from tests.support.stockroom import Stockroom


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Stockroom]:
    """A shop with goods."""
    shop = make_shop(tmp_path)
    yield Stockroom(stock_shop(shop))
    shop.close()


def look(room: Stockroom, supplier_id: Id) -> Supplier:
    with room.day.shop.store.read() as read:
        return load_supplier(read, supplier_id)


def listed(room: Stockroom, text: str = "") -> list[str]:
    with room.day.shop.store.read() as read:
        return [it.draft.name for it in list_suppliers(read, text).rows]


def change(room: Stockroom, supplier_id: Id, draft: SupplierDraft, seen: int | None = None) -> None:
    with room.day.shop.store.action(room.day.shop.owner, "supplier") as uow:
        change_supplier(uow, supplier_id, draft, seen=seen)


def close(room: Stockroom, supplier_id: Id) -> None:
    with room.day.shop.store.action(room.day.shop.owner, "supplier") as uow:
        close_supplier(uow, supplier_id)


def test_a_supplier_is_added_edited_and_found(room: Stockroom) -> None:
    supplier = room.supplier("华联批发")
    draft = SupplierDraft("华联批发部", "HL", "9131", "13800138000", "南京路1号", "周二送货")

    change(room, supplier, draft, seen=1)

    found = look(room, supplier)
    assert (found.draft, found.row_version, found.goods, found.last_delivery) == (draft, 2, 0, None)
    assert listed(room, "hl") == listed(room, "批发") == listed(room, "0013") == ["华联批发部"]
    assert listed(room, "%") == listed(room, "_") == []


def test_who_saves_second_learns_of_it(room: Stockroom) -> None:
    supplier = room.supplier()
    change(room, supplier, SupplierDraft("甲"), seen=1)

    with pytest.raises(ChangedMeanwhile):
        change(room, supplier, SupplierDraft("乙"), seen=1)
    change(room, supplier, SupplierDraft("甲"), seen=2)

    assert look(room, supplier).row_version == 2


def test_names_are_needed_and_unique(room: Stockroom) -> None:
    room.supplier("ABC 商贸")
    other = room.supplier("乙")

    with pytest.raises(SupplierKnown):
        room.supplier("abc商贸")
    with pytest.raises(SupplierKnown):
        change(room, other, SupplierDraft("ＡＢＣ商贸"))
    with pytest.raises(SupplierNameMissing):
        room.supplier("  ")
    with pytest.raises(TextTooLong):
        room.supplier("长" * 101)
    change(room, other, SupplierDraft("乙", phone="1"))


def test_goods_and_last_delivery(room: Stockroom) -> None:
    supplier = room.supplier("新和")
    cola = room.day.add("cola", ProductDraft("可乐", price=Money(300), supplier="新和"))
    first = room.receive(room.line("cola", 5), company_id=supplier)
    assert (look(room, supplier).goods, look(room, supplier).last_delivery) == (1, first.business_date)
    with room.day.shop.store.read() as read:
        assert goods_ids(read, supplier) == (cola.product_id,)

    room.reverse(first)

    assert look(room, supplier).last_delivery is None


def test_goods_are_found_by_the_new_name(room: Stockroom) -> None:
    supplier = room.supplier("新和")
    room.day.add("cola", ProductDraft("可乐", price=Money(300), supplier="新和"))

    change(room, supplier, SupplierDraft("宏发"))

    with room.day.shop.store.read() as read:
        assert [it.name for it in search_items(read, "宏发")] == ["可乐"]
        assert search_items(read, "新和") == ()


def test_a_closed_supplier_is_off_the_list_and_its_name_is_free(room: Stockroom) -> None:
    supplier = room.supplier("新和")
    close(room, supplier)

    assert listed(room) == []
    with pytest.raises(SupplierGone):
        close(room, supplier)
    with pytest.raises(SupplierGone):
        change(room, supplier, SupplierDraft("x"))
    assert room.supplier("新和") != supplier


def test_a_supplier_who_buys_too_stays_a_customer(room: Stockroom) -> None:
    supplier = room.supplier("新和")
    with room.day.shop.database.writer.begin() as connection:
        connection.exec_driver_sql("UPDATE company SET is_customer = 1")

    close(room, supplier)

    assert listed(room) == []
    with room.day.shop.store.read() as read:
        row = read.connection.exec_driver_sql("SELECT is_supplier, closed_at FROM company").one()
    assert tuple(row) == (0, None)


def test_a_cashier_does_not_edit_suppliers(room: Stockroom) -> None:
    supplier = room.supplier()
    shop = room.day.shop
    with shop.store.act(shop.cashier, "supplier") as uow:
        with pytest.raises(GrantNeeded):
            add_supplier(uow, SupplierDraft("甲"))
        with pytest.raises(GrantNeeded):
            change_supplier(uow, supplier, SupplierDraft("甲"))
        with pytest.raises(GrantNeeded):
            close_supplier(uow, supplier)


def test_the_list_comes_in_pieces(room: Stockroom) -> None:
    for name in "丁丙乙甲":
        room.supplier(name)
    found, after = [], None
    for _ in range(2):
        with room.day.shop.store.read() as read:
            page = list_suppliers(read, after=after, limit=2)
        found += [it.draft.name for it in page.rows]
        after = page.after

    assert found == sorted("丁丙乙甲")
    assert after is None
