"""Importing goods: all of it or nothing, twice is once, and whatever does not fit is told."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook
from sqlalchemy import func, select

from app.models.audit import AuditEvent
from app.models.base import Base
from app.services.catalogue.current import current_products
from app.services.catalogue.drafts import ProductDraft
from app.services.catalogue.edit import add_barcode, add_product, add_sale_unit
from app.services.catalogue.find import find_item
from app.services.catalogue.items import ScannedItem
from app.services.catalogue.search import search_items
from app.services.common.permissions import GrantNeeded
from app.services.exchange.findings import Finding, Severity
from app.services.exchange.plan import plan_import
from app.services.exchange.planned import Action
from app.services.exchange.products import ProductWriter, run_import_products
from app.services.exchange.running import CatalogueMoved, ImportResult, run_import
from app.values.barcode import ScaleRule
from app.values.money import Money
from app.values.quantity import Quantity
from app.values.rates import Rate
from tests.support.shop import Shop, make_shop

HEADER = "条码,品名,规格,售价\n"


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    return make_shop(tmp_path)


def write(tmp_path: Path, text: str, name: str = "goods.csv") -> Path:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def run(shop: Shop, path: Path, *, dry_run: bool = False, failed_rows: Path | None = None) -> ImportResult:
    return run_import_products(shop.store, shop.owner, path, dry_run=dry_run, failed_rows=failed_rows)


def counts(result: ImportResult) -> tuple[int, int, int, int]:
    return result.added, result.changed, result.unchanged, result.failed


def found(shop: Shop, code: str) -> ScannedItem:
    with shop.store.read() as read:
        item = find_item(read, code, rule=ScaleRule())
    assert item is not None
    return item


def row_counts(shop: Shop) -> Mapping[str, int]:
    with shop.store.read() as read:
        return {
            table.name: read.connection.execute(select(func.count()).select_from(table)).scalar_one()
            for table in Base.metadata.sorted_tables
        }


def errors(result: ImportResult) -> list[Finding]:
    return [finding for finding in result.findings if finding.severity is Severity.ERROR]


def test_everything_a_row_can_say(shop: Shop, tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "条码(必填),品名(必填),规格,售价,会员价,进价,分类,系列,品牌,供应商,单位,PLU,称重,税率,保质期(天),备注\n"
        "6908512108211;6908512109218,可乐,250ml×16,￥1280.00,12.5元,9.9,饮料,汽水,可口可乐,太古,箱,77,否,9%,365,堆头\n",
    )
    assert counts(run(shop, path)) == (1, 0, 0, 0)
    item = found(shop, "6908512109218")
    with shop.store.read() as read:
        draft = current_products(read, [item.product_id])[item.product_id].draft
    assert draft == ProductDraft(
        "可乐",
        spec="250ml×16",
        brand="可口可乐",
        plu="77",
        codes=("6908512108211", "6908512109218"),
        price=Money(128_000),
        member_price=Money(1_250),
        cost=Money(990),
        category="饮料",
        family="汽水",
        supplier="太古",
        unit_name="箱",
        tax_rate=Rate(900),
        tax_inclusive=True,
        shelf_life_days=365,
        note="堆头",
    )
    with shop.store.read() as read:
        assert [hit.name for hit in search_items(read, "taigu")] == ["可乐"]


def test_twice_is_once(shop: Shop, tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "条码,品名,规格,售价,会员价,分类,供应商,PLU,称重,单位\n"
        "6908512108211,可乐,1.25L,6.5,6,饮料,太古,,,\n"
        "036000291452,纸巾,120抽×6,,,日用,,,,\n"
        ",苹果,,5.98,,水果,,12,是,斤\n"
        ",手工面,500g,4,,,,,,\n"
        "6908512108211,又一个可乐,,,,,,,,\n",
    )
    assert counts(run(shop, path)) == (4, 0, 0, 1)
    before = row_counts(shop)
    assert counts(run(shop, path)) == (0, 0, 4, 1)
    after = row_counts(shop)
    changed = {name for name in after if after[name] != before[name]}
    assert changed == {"audit_event", "journal_entry", "outbox"}


def test_an_empty_cell_says_nothing(shop: Shop, tmp_path: Path) -> None:
    run(shop, write(tmp_path, "条码,品名,售价,分类\n6908512108211,可乐,6.5,饮料\n"))
    result = run(shop, write(tmp_path, "条码,品名,售价,分类\n6908512108211,可乐 大,,\n"))
    assert counts(result) == (0, 1, 0, 0)
    item = found(shop, "6908512108211")
    assert (item.name, item.price) == ("可乐 大", Money(650))
    assert item.category_id is not None


def test_a_change_keeps_history_and_adds_codes(shop: Shop, tmp_path: Path) -> None:
    run(shop, write(tmp_path, HEADER + "6908512108211,可乐,1.25L,6.5\n6908512109218,雪碧,1.25L,6.5\n"))
    result = run(
        shop,
        write(tmp_path, HEADER + "6908512108211 6901028075831,可乐,2L,7\n6908512109218,雪碧,1.25L,6.5\n"),
    )
    assert counts(result) == (0, 1, 1, 0)
    assert row_counts(shop)["price"] == 3
    item = found(shop, "6901028075831")
    assert (item.name, item.spec, item.price) == ("可乐", "2L", Money(700))
    with shop.store.read() as read:
        assert [hit.spec for hit in search_items(read, "6901028075831")] == ["2L"]


def test_a_good_without_a_price_has_none(shop: Shop, tmp_path: Path) -> None:
    run(shop, write(tmp_path, "条码,品名\n6908512108211,可乐\n"))
    assert found(shop, "6908512108211").price is None


@pytest.mark.parametrize(
    ("row", "column", "part"),
    [
        ("6908512108211,,1L,3", "品名", "needs a name"),
        ("6908512108211,可乐,1L,三元", "售价", "not a price"),
        ('6908512108211,可乐,1L,"12,5"', "售价", "not a price"),
        ("6908512108211,可乐,1L,-3", "售价", "between 0"),
        ("6.90851E+12,可乐,1L,3", "条码", "shortened"),
        (f"6908512108211,{'长' * 201},1L,3", "品名", "too long"),
        (f"{'9' * 65},可乐,1L,3", "条码", "cannot be a code"),
    ],
)
def test_a_bad_row_is_left_out_and_told(shop: Shop, tmp_path: Path, row: str, column: str, part: str) -> None:
    result = run(shop, write(tmp_path, HEADER + row + "\n6908512109218,雪碧,1L,3\n"))
    assert counts(result) == (1, 0, 0, 1)
    (finding,) = errors(result)
    assert (finding.row, finding.column) == (2, column)
    assert part in finding.sentence


def test_a_wrong_check_digit_is_a_warning(shop: Shop, tmp_path: Path) -> None:
    result = run(shop, write(tmp_path, HEADER + "6908512108212,可乐,1L,3\n"))
    assert counts(result) == (1, 0, 0, 0)
    assert [finding.severity for finding in result.findings] == [Severity.WARNING]
    assert "6908512108212" in result.findings[0].sentence
    assert found(shop, "6908512108212").name == "可乐"


def test_codes_twice_in_a_file(shop: Shop, tmp_path: Path) -> None:
    rows = "036000291452,纸巾,,1\n0036000291452,毛巾,,2\n,手工面,,3\n,手工面,,4\n,手工面,500g,5\n"
    result = run(shop, write(tmp_path, HEADER + rows))
    assert counts(result) == (3, 0, 0, 2)
    assert [(finding.row, finding.params["other"]) for finding in errors(result)] == [(3, 2), (5, 4)]
    assert found(shop, "036000291452").name == "纸巾"


def test_two_codes_of_one_product_in_two_rows(shop: Shop, tmp_path: Path) -> None:
    run(shop, write(tmp_path, HEADER + "6908512108211;6908512109218,可乐,1L,3\n"))
    result = run(shop, write(tmp_path, HEADER + "6908512108211,可乐,1L,4\n6908512109218,可乐,1L,5\n"))
    assert counts(result) == (0, 1, 0, 1)
    assert found(shop, "6908512109218").price == Money(400)


def test_codes_of_two_products_in_one_row(shop: Shop, tmp_path: Path) -> None:
    run(shop, write(tmp_path, HEADER + "6908512108211,可乐,1L,3\n6908512109218,雪碧,1L,3\n"))
    result = run(shop, write(tmp_path, HEADER + "6908512108211;6908512109218,可乐,1L,3\n"))
    assert counts(result) == (0, 0, 0, 1)
    assert "雪碧" in errors(result)[0].sentence


def test_a_short_number_of_another_product(shop: Shop, tmp_path: Path) -> None:
    run(shop, write(tmp_path, "条码,品名,PLU\n6908512108211,可乐,12\n"))
    result = run(shop, write(tmp_path, "条码,品名,PLU\n6908512109218,雪碧,12\n"))
    assert counts(result) == (0, 0, 0, 1)
    assert (errors(result)[0].column, "可乐" in errors(result)[0].sentence) == ("PLU", True)


def test_packs_are_left_alone(shop: Shop, tmp_path: Path) -> None:
    with shop.store.act(shop.owner, "edit") as uow:
        product_id = add_product(uow, ProductDraft("可乐", codes=("6908512108211",), price=Money(300)))
        add_barcode(uow, add_sale_unit(uow, product_id, "箱", Quantity.of(12)), "16908512108218")
        uow.commit()
    result = run(shop, write(tmp_path, HEADER + "16908512108218,可乐,,36\n"))
    assert counts(result) == (0, 0, 0, 1)
    assert found(shop, "6908512108211").price == Money(300)


def test_a_name_that_several_have(shop: Shop, tmp_path: Path) -> None:
    run(shop, write(tmp_path, HEADER + "6908512108211,可乐,1L,3\n6908512109218,可乐,1L,3\n"))
    assert counts(run(shop, write(tmp_path, HEADER + ",可乐,1L,4\n"))) == (0, 0, 0, 1)


def test_prices_per_jin_become_prices_per_kilogram(shop: Shop, tmp_path: Path) -> None:
    result = run(shop, write(tmp_path, "品名,PLU,称重,单位,售价\n苹果,12,是,斤,5.98\n"))
    item = found(shop, "12")
    assert (item.by_weight, item.unit_name, item.price) == (True, "kg", Money(1196))
    assert "doubled" in result.findings[0].sentence


def test_stock_and_unknown_columns_are_mentioned_once(shop: Shop, tmp_path: Path) -> None:
    result = run(
        shop, write(tmp_path, "条码,品名,库存,商品图片\n6908512108211,可乐,5,a.png\n6908512109218,雪碧,6,b.png\n")
    )
    assert [(finding.row, finding.column, finding.severity) for finding in result.findings] == [
        (1, "库存", Severity.INFO),
        (1, "商品图片", Severity.INFO),
    ]


def test_variants_of_other_tills(shop: Shop, tmp_path: Path) -> None:
    shopify = write(
        tmp_path,
        "Handle,Title,Vendor,Type,Option1 Name,Option1 Value,Variant SKU,Variant Price,Variant Barcode,Cost per item\n"
        "tea,Green Tea,Lipton,Drinks,Size,50g,T50,4.99,036000291452,2\n"
        "tea,,,,,100g,T100,8.99,,4\n",
    )
    assert counts(run(shop, shopify)) == (2, 0, 0, 0)
    small, big = found(shop, "036000291452"), found(shop, "T100")
    assert (small.name, small.spec, small.price, small.unit_cost) == ("Green Tea", "50g", Money(499), Money(200))
    assert (big.name, big.spec, big.price) == ("Green Tea", "100g", Money(899))
    loyverse = write(
        tmp_path,
        "Handle,SKU,Name,Category,Sold by weight,Cost,Barcode,Price [Store],In stock [Store]\n"
        "apple,10001,Apple,Fruit,Y,1.20,,variable,3\n",
    )
    assert counts(run(shop, loyverse)) == (1, 0, 0, 0)
    assert (found(shop, "10001").by_weight, found(shop, "10001").price) == (True, None)


def test_a_dry_run_writes_nothing(shop: Shop, tmp_path: Path) -> None:
    before = row_counts(shop)
    result = run(shop, write(tmp_path, HEADER + "6908512108211,可乐,1L,3\n"), dry_run=True)
    assert (counts(result), result.dry_run) == ((1, 0, 0, 0), True)
    assert row_counts(shop) == before


def test_failed_rows_come_back_as_a_workbook_without_formulas(shop: Shop, tmp_path: Path) -> None:
    path = write(tmp_path, HEADER + '=1+1,"=HYPERLINK(""http://x"")",1L,三元\n6908512109218,雪碧,1L,3\n')
    failed = tmp_path / "failed.xlsx"
    result = run(shop, path, failed_rows=failed)
    assert result.failed_rows == failed
    rows = CalamineWorkbook.from_path(str(failed)).get_sheet_by_index(0).to_python()
    assert rows[0] == ["条码", "品名", "规格", "售价", "Reason 原因"]
    assert rows[1][:4] == ["'=1+1", '\'=HYPERLINK("http://x")', "1L", "三元"]
    assert "三元" in str(rows[1][4])
    assert len(rows) == 2


def test_the_workbook_of_failed_rows_can_be_imported(shop: Shop, tmp_path: Path) -> None:
    failed = tmp_path / "failed.xlsx"
    run(shop, write(tmp_path, HEADER + "6908512108211,,1L,3\n"), failed_rows=failed)
    assert counts(run(shop, failed)) == (0, 0, 0, 1)


def test_no_workbook_where_nothing_failed(shop: Shop, tmp_path: Path) -> None:
    failed = tmp_path / "failed.xlsx"
    assert run(shop, write(tmp_path, HEADER + "6908512108211,可乐,1L,3\n"), failed_rows=failed).failed_rows is None
    assert not failed.exists()


def test_progress_and_cancel(shop: Shop, tmp_path: Path) -> None:
    path = write(tmp_path, HEADER + "".join(f",手工面{at},,1\n" for at in range(1200)))
    told: list[tuple[int, int]] = []
    run_import_products(
        shop.store, shop.owner, path, dry_run=True, report=lambda done, total: told.append((done, total))
    )
    assert told == sorted(told)
    assert told[-1] == (2400, 2400)
    before = row_counts(shop)

    def stop(done: int, total: int) -> None:
        if done > total // 2:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        run_import_products(shop.store, shop.owner, path, report=stop)
    assert row_counts(shop) == before


def test_a_cashier_may_not_import(shop: Shop, tmp_path: Path) -> None:
    path = write(tmp_path, HEADER + "6908512108211,可乐,1L,3\n")
    with pytest.raises(GrantNeeded):
        run_import_products(shop.store, shop.cashier, path)


def test_a_catalogue_that_moved_meanwhile(shop: Shop, tmp_path: Path) -> None:
    path = write(tmp_path, HEADER + "6908512108211,可乐,1L,3\n6908512109218,雪碧,1L,3\n")
    with shop.store.read() as read:
        plan = plan_import(read, path)
    with shop.store.act(shop.owner, "edit") as uow:
        add_product(uow, ProductDraft("先来的", codes=("6908512109218",)))
        uow.commit()
    before = row_counts(shop)
    with pytest.raises(CatalogueMoved):
        run_import(shop.store, shop.owner, plan, ProductWriter())
    assert row_counts(shop) == before


def test_a_product_edited_meanwhile(shop: Shop, tmp_path: Path) -> None:
    run(shop, write(tmp_path, HEADER + "6908512108211,可乐,1L,3\n"))
    with shop.store.read() as read:
        plan = plan_import(read, write(tmp_path, HEADER + "6908512108211,可乐,1L,4\n"))
    assert plan.count(Action.CHANGE) == 1
    run(shop, write(tmp_path, HEADER + "6908512108211,可乐,1L,5\n"))
    with pytest.raises(CatalogueMoved):
        run_import(shop.store, shop.owner, plan, ProductWriter())


def test_the_audit_row_counts(shop: Shop, tmp_path: Path) -> None:
    run(shop, write(tmp_path, HEADER + "6908512108211,可乐,1L,3\n,,,\n"))
    with shop.store.read() as read:
        detail = read.connection.execute(
            select(AuditEvent.detail).where(AuditEvent.action == "products_imported")
        ).scalar_one()
    assert detail == '{"added": 1, "changed": 0, "failed": 0, "file": "goods.csv", "unchanged": 0}'


@pytest.mark.reference
def test_the_goods_of_a_real_supermarket(shop: Shop, reference_data: Callable[[str], Path]) -> None:
    path = reference_data("cn_goods.csv")
    result = run(shop, path)
    assert (result.rows, *counts(result)) == (1460, 1460, 0, 0, 0)
    before = row_counts(shop)
    assert counts(run(shop, path)) == (0, 0, 1460, 0)
    after = row_counts(shop)
    assert {name for name in after if after[name] != before[name]} == {"audit_event", "journal_entry", "outbox"}
    item = found(shop, "6908512109218")
    assert (item.name, item.spec, item.price) == ("雪碧", "1.25L", None)
    with shop.store.read() as read:
        assert "雪碧" in [hit.name for hit in search_items(read, "xb")]
