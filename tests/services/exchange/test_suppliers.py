"""Suppliers from a file: matched by name, an empty cell says nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import insert, select

from app.models.purchasing import Company
from app.services.catalogue.names import reference_columns
from app.services.exchange.desk import LocalImports, PlanSummary
from app.services.exchange.fields import ImportKind
from app.services.exchange.running import CatalogueMoved
from app.services.purchasing.suppliers import SupplierDraft, add_supplier, list_suppliers
from tests.support.shop import Shop, make_shop


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    return make_shop(tmp_path)


def planned(shop: Shop, tmp_path: Path, text: str) -> tuple[LocalImports, PlanSummary]:
    path = tmp_path / "suppliers.csv"
    path.write_text(text, encoding="utf-8")
    imports = LocalImports(shop.store, shop.owner)
    return imports, imports.plan(imports.look(path, ImportKind.SUPPLIERS).mapping)


def run(shop: Shop, tmp_path: Path, text: str) -> tuple[int, int, int, int]:
    result = planned(shop, tmp_path, text)[0].run().result
    return result.added, result.changed, result.unchanged, result.failed


def drafts(shop: Shop) -> list[SupplierDraft]:
    with shop.store.read() as read:
        return [row.draft for row in list_suppliers(read).rows]


FULL = "供应商名称,编号,联系人,电话,手机,地址,税号,备注\n太古,S1,老张,010-1234,13800138000,北京,91110000,月结\n"


def test_a_supplier_with_everything_and_twice_is_once(shop: Shop, tmp_path: Path) -> None:
    assert run(shop, tmp_path, FULL) == (1, 0, 0, 0)
    assert drafts(shop) == [SupplierDraft("太古", "S1", "91110000", "010-1234, 13800138000", "北京", "老张; 月结")]
    assert run(shop, tmp_path, FULL) == (0, 0, 1, 0)


def test_an_empty_cell_says_nothing_and_spelling_does_not_count(shop: Shop, tmp_path: Path) -> None:
    run(shop, tmp_path, FULL)
    assert run(shop, tmp_path, "供应商名称,编号,地址\n 太 古 ,,上海\n") == (0, 1, 0, 0)
    assert drafts(shop) == [SupplierDraft("太古", "S1", "91110000", "010-1234, 13800138000", "上海", "老张; 月结")]


def test_bad_rows_are_left_out(shop: Shop, tmp_path: Path) -> None:
    text = f"供应商名称,编号\n,X\n太古,1\n太 古,2\n{'长' * 101},3\n"
    _, plan = planned(shop, tmp_path, text)
    assert [(one.row, one.column) for one in plan.result.findings] == [
        (2, "供应商名称"),
        (4, "供应商名称"),
        (5, "供应商名称"),
    ]
    assert run(shop, tmp_path, text) == (1, 0, 0, 3)


def test_a_customer_becomes_a_supplier_too(shop: Shop, tmp_path: Path) -> None:
    with shop.store.action(shop.owner, "company") as uow:
        row = {**reference_columns(uow), "name": "太古", "is_customer": True}
        uow.connection.execute(insert(Company), row)
    assert run(shop, tmp_path, "供应商名称\n太古\n") == (0, 1, 0, 0)
    with shop.store.read() as read:
        assert read.connection.execute(select(Company.is_supplier, Company.is_customer)).one() == (True, True)


def test_somebody_added_the_supplier_meanwhile(shop: Shop, tmp_path: Path) -> None:
    imports, _ = planned(shop, tmp_path, FULL)
    with shop.store.action(shop.owner, "supplier") as uow:
        add_supplier(uow, SupplierDraft("太古"))
    with pytest.raises(CatalogueMoved):
        imports.run()


def test_odoo_addresses_are_joined(shop: Shop, tmp_path: Path) -> None:
    header = "ID,Name,Company Type,Customer,Supplier,Street,Street2,City,ZIP,Phone,Email\n"
    assert run(shop, tmp_path, header + "1,Acme,Company,0,1,Main St 5,Door 2,Springfield,12345,555,a@b.c\n") == (
        1,
        0,
        0,
        0,
    )
    assert drafts(shop) == [
        SupplierDraft("Acme", phone="555", address="Main St 5, Door 2, 12345 Springfield", note="a@b.c")
    ]
