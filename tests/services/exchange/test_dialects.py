"""The exports of other tills, with the headers they really have, and what comes of their rows."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select

from app.models.catalogue import Barcode, Product
from app.services.catalogue.current import current_products
from app.services.catalogue.drafts import ProductDraft
from app.services.exchange.desk import LocalImports
from app.services.exchange.dialects import recognise
from app.services.exchange.fields import Field, ImportKind, MemberField, SupplierField
from app.services.exchange.mapping import propose_mapping, read_table, read_table_of_any_kind
from app.values.money import Money
from tests.support.shop import Shop, make_shop

SHOPIFY = (
    "Title,URL handle,Description,Vendor,Product category,Type,Tags,Published on online store,Status,SKU,Barcode,"
    "Option1 name,Option1 value,Option1 Linked To,Option2 name,Option2 value,Price,Compare-at price,Cost per item,"
    "Charge tax,Unit price total measure,Inventory tracker,Inventory quantity,Weight value (grams),Product image URL"
)
SHOPIFY_OLD = (
    "Handle,Title,Body (HTML),Vendor,Product Category,Type,Tags,Published,Option1 Name,Option1 Value,Option2 Name,"
    "Option2 Value,Variant SKU,Variant Grams,Variant Inventory Tracker,Variant Inventory Qty,Variant Price,"
    "Variant Compare At Price,Variant Barcode,Image Src,Gift Card,Cost per item,Price / International,Status"
)
SHOPIFY_CUSTOMERS = (
    "Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Default Address Company,Default Address Phone,Phone,"
    "Accepts SMS Marketing,Total Spent,Total Orders,Note,Tax Exempt,Tags"
)
SQUARE = (
    "Token,Item Name,Variation Name,SKU,Description,Category,GTIN,Square Online Item Visibility,Weight (lb),Price,"
    "Sellable,Stockable,Option Name 1,Option Value 1,Default Unit Cost,Default Vendor Name,Default Vendor Code,"
    "Current Quantity Main Street,Stock Alert Enabled Main Street,Tax - VAT (20%)"
)
LOYVERSE = (
    "Handle,SKU,Name,Category,Description,Sold by weight,Option 1 name,Option 1 value,Option 2 name,Option 2 value,"
    "Option 3 name,Option 3 value,Cost,Barcode,SKU of included item,Quantity of included item,Track stock,"
    "Available for sale [Corner],Price [Corner],In stock [Corner],Low stock [Corner]"
)
ODOO = "External ID,Name,Product Type,Internal Reference,Barcode,Sales Price,Cost,Weight,Sales Description"
ODOO_CONTACTS = (
    "ID,Name,Company Type,Related Company,Customer,Supplier,Address Type,Street,Street2,City,State,ZIP,Country,Website,"
    "Phone,Mobile,Email"
)
POSPAL = "条码（必填）,品名(必填),分类,售价（必填）,进价,库存,主单位,保质期,库存上限,库存下限,是否不计库存,商品图片"
POSPAL_MEMBERS = "会员号(必填),姓名,手机号(必填),折扣,积分,余额,生日"


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    return make_shop(tmp_path)


def write(tmp_path: Path, *lines: str, encoding: str = "utf-8") -> Path:
    path = tmp_path / "export.csv"
    path.write_bytes(("\r\n".join(lines) + "\r\n").encode(encoding))
    return path


def imported(shop: Shop, path: Path) -> dict[str, ProductDraft]:
    imports = LocalImports(shop.store, shop.owner)
    imports.plan(imports.look(path).mapping)
    assert imports.run().result.failed == 0
    with shop.store.read() as read:
        ids = read.connection.execute(select(Product.id)).scalars().all()
        found = current_products(read, ids)
    return {" ".join(filter(None, (one.draft.name, one.draft.spec))): one.draft for one in found.values()}


@pytest.mark.parametrize(
    ("header", "key", "kind"),
    [
        (SHOPIFY, "shopify-products", ImportKind.PRODUCTS),
        (SHOPIFY_OLD, "shopify-products", ImportKind.PRODUCTS),
        (SHOPIFY_CUSTOMERS, "shopify-customers", ImportKind.MEMBERS),
        (SQUARE, "square-items", ImportKind.PRODUCTS),
        (LOYVERSE, "loyverse-items", ImportKind.PRODUCTS),
        (ODOO, "odoo-products", ImportKind.PRODUCTS),
        (ODOO_CONTACTS, "odoo-contacts", ImportKind.SUPPLIERS),
        (POSPAL, "pospal-products", ImportKind.PRODUCTS),
        (POSPAL_MEMBERS, "pospal-members", ImportKind.MEMBERS),
    ],
)
@pytest.mark.parametrize("spoil", [str, str.upper, lambda text: text.replace(" ", "　"), lambda text: "\ufeff" + text])
def test_whose_export_it_is(header: str, key: str, kind: ImportKind, spoil: object) -> None:
    cells = spoil(header).split(",")  # type: ignore[operator]
    found = recognise(cells)
    assert found is not None
    assert (found.key, found.kind) == (key, kind)


@pytest.mark.parametrize("header", ["条码,品名,规格,售价", "Name,Price", "Name,Phone,Points", "名称,电话,地址"])
def test_a_file_of_ones_own_is_nobodys_export(header: str) -> None:
    assert recognise(header.split(",")) is None


@pytest.mark.parametrize(
    ("header", "kind"),
    [
        ("条码,品名,规格,售价", ImportKind.PRODUCTS),
        ("Name,Price", ImportKind.PRODUCTS),
        ("姓名,手机,积分", ImportKind.MEMBERS),
        ("Name,Phone,Points", ImportKind.MEMBERS),
        ("供应商,联系人,电话,地址", ImportKind.SUPPLIERS),
        ("Supplier,Contact,Phone,Tax number", ImportKind.SUPPLIERS),
        (POSPAL_MEMBERS, ImportKind.MEMBERS),
        (ODOO_CONTACTS, ImportKind.SUPPLIERS),
    ],
)
def test_what_the_rows_are(tmp_path: Path, header: str, kind: ImportKind) -> None:
    found, table = read_table_of_any_kind(write(tmp_path, header, "1,2,3,4"))
    assert found is kind
    assert ",".join(table.header.cells) == header


def test_shopify_goods_of_today(shop: Shop, tmp_path: Path) -> None:
    row = "Green Tea,green-tea,<p>x</p>,Lipton,Food > Tea,Drinks,,TRUE,Active,'0012,'036000291452,Size,50g,,Pack,Tin,4.99,,2.10,TRUE,,shopify,3,60,a.jpg"
    second = ",green-tea,,,,,,,,'0013,,,100g,,,Bag,8.99,,4,,,,,,"
    picture = ",green-tea,,,,,,,,,,,,,,,,,,,,,,,b.jpg"
    goods = imported(shop, write(tmp_path, SHOPIFY, row, second, picture))
    assert set(goods) == {"Green Tea 50g / Tin", "Green Tea 100g / Bag"}
    tea = goods["Green Tea 50g / Tin"]
    assert (tea.brand, tea.category, tea.codes) == ("Lipton", "Drinks", ("036000291452",))
    assert (tea.price, tea.cost) == (Money(499), Money(210))
    assert goods["Green Tea 100g / Bag"].codes == ("0013",)


def test_square_variations_stand_behind_the_name_unless_they_are_regular_or_a_size(shop: Shop, tmp_path: Path) -> None:
    goods = imported(
        shop,
        write(
            tmp_path,
            "\ufeff" + SQUARE,
            'T1,Bagel,Regular,B1,,Bread,,visible,,"$1,002.50",Y,Y,,,$0.60,Baker,V1,5,N,Y',
            "T2,Bagel,Sesame,B2,,Bread,,visible,,$2.80,Y,Y,Kind,Sesame,,,,5,N,Y",
            "T3,Milk,1L,M1,,Dairy,036000291452,visible,,$1.20,Y,Y,,,,,,5,N,Y",
        ),
    )
    assert set(goods) == {"Bagel", "Bagel Sesame", "Milk 1L"}
    assert (goods["Bagel"].price, goods["Bagel"].cost, goods["Bagel"].supplier) == (Money(100250), Money(60), "Baker")
    assert goods["Milk 1L"].spec == "1L"


def test_loyverse_goods_with_open_prices_and_composites(shop: Shop, tmp_path: Path) -> None:
    goods = imported(
        shop,
        write(
            tmp_path,
            LOYVERSE,
            "apple,10001,Apple,Fruit,,Y,,,,,,,1.20,,,,Y,Y,variable,3,",
            "shirt,10002,Shirt,Wear,,N,Size,M,Colour,Red,,,4,036000291452,,,Y,Y,9.5,1,",
            "shirt,10003,,,,,,L,,Red,,,4,,,,Y,Y,9.5,1,",
            "set,10004,Set,Wear,,N,,,,,,,0,,10002,2,N,Y,20,,",
            "set,,,,,,,,,,,,,,10003,1,,,,,",
        ),
    )
    assert set(goods) == {"Apple", "Shirt M / Red", "Shirt L / Red", "Set"}
    assert (goods["Apple"].by_weight, goods["Apple"].price) == (True, None)
    assert goods["Shirt L / Red"].codes == ("10003",)


def test_odoo_goods(shop: Shop, tmp_path: Path) -> None:
    goods = imported(shop, write(tmp_path, ODOO, "__export__.p1,Chair,Goods,FURN_1,036000291452,1280.50,900,5,Comfy"))
    assert goods["Chair"].price == Money(128050)
    assert goods["Chair"].codes == ("036000291452",)


def test_pospal_goods_in_the_encoding_of_windows(shop: Shop, tmp_path: Path) -> None:
    path = write(tmp_path, POSPAL, "6908512108211,可乐,饮料,￥3.50,2.8,24,瓶,12个月,100,5,否,", encoding="gb18030")
    goods = imported(shop, path)
    cola = goods["可乐"]
    assert (cola.price, cola.cost, cola.category, cola.unit_name, cola.shelf_life_days) == (
        Money(350),
        Money(280),
        "饮料",
        "瓶",
        360,
    )


def test_names_that_mean_something_else_there(tmp_path: Path) -> None:
    table = read_table(write(tmp_path, SHOPIFY_CUSTOMERS, "1,2"), ImportKind.MEMBERS)
    places = propose_mapping(table, ImportKind.MEMBERS).places
    assert MemberField.TIER not in places
    assert table.header.cells[places[MemberField.PHONE]] == "Phone"
    table = read_table(write(tmp_path, ODOO_CONTACTS, "1,2"), ImportKind.SUPPLIERS)
    places = propose_mapping(table, ImportKind.SUPPLIERS).places
    assert table.header.cells[places[SupplierField.NAME]] == "Name"
    table = read_table(write(tmp_path, SQUARE, "1,2"), ImportKind.PRODUCTS)
    places = propose_mapping(table, ImportKind.PRODUCTS).places
    assert table.header.cells[places[Field.VARIANT]] == "Variation Name"
    assert Field.VARIANT2 not in places


def test_a_barcode_that_stands_in_two_variants(shop: Shop, tmp_path: Path) -> None:
    path = write(
        tmp_path, LOYVERSE, "a,1,A,,,N,,,,,,,,036000291452,,,Y,Y,1,,", "b,2,B,,,N,,,,,,,,0036000291452,,,Y,Y,1,,"
    )
    imports = LocalImports(shop.store, shop.owner)
    imports.plan(imports.look(path).mapping)
    result = imports.run().result
    assert (result.added, result.failed) == (1, 1)
    with shop.store.read() as read:
        assert read.connection.execute(select(Barcode.code)).scalars().all() == ["036000291452"]
