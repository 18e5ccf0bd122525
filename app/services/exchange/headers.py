"""Which column is what: headers in Chinese and English, of other tills' exports and of files made by hand."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.services.exchange.tables import Sheet, TableRow
from app.values.errors import QT_TRANSLATE_NOOP, UserError
from app.values.text import fold_for_search

MOST_TITLE_ROWS = 20


class HeaderMissing(UserError):
    """No row of the file names its columns."""

    text = QT_TRANSLATE_NOOP(
        "errors",
        "“{file}” has no row with column names that Shuke knows. It needs at least one called 品名 or Name.",
    )


class Field(StrEnum):
    """What a column can hold."""

    NAME = "name"
    CODE = "code"
    SKU = "sku"
    PLU = "plu"
    SPEC = "spec"
    VARIANT = "variant"
    HANDLE = "handle"
    PRICE = "price"
    MEMBER_PRICE = "member_price"
    COST = "cost"
    CATEGORY = "category"
    TYPE = "type"
    FAMILY = "family"
    BRAND = "brand"
    SUPPLIER = "supplier"
    UNIT = "unit"
    BY_WEIGHT = "by_weight"
    TAX_RATE = "tax_rate"
    SHELF_LIFE = "shelf_life"
    STOCK = "stock"
    NOTE = "note"


# As they are after `plain_header`. Among them the exports of Pospal (银豹), Square, Shopify, Loyverse and Odoo.
_ALIASES: Mapping[Field, str] = {
    Field.NAME: "品名 名称 商品名称 商品名 产品名称 产品名 货品名称 货名 物品名称 菜品名称 商品 name itemname item "
    "title productname producttitle product goodsname displayname articlename",
    Field.CODE: "条码 条形码 商品条码 商品条形码 产品条码 国际条码 主条码 条码号 一维码 国条码 69码 barcode barcodes "
    "ean ean13 ean8 upc upca gtin variantbarcode productbarcode itembarcode 条码barcode",
    Field.SKU: "编号 货号 商品编码 商品编号 产品编号 编码 商品货号 商品代码 sku variantsku internalreference itemcode "
    "productcode articlenumber",
    Field.PLU: "plu plu码 plu号 plu编号 plucode 秤码 称码 称重码 称重编码 电子秤编码 生鲜码 快捷码 自编码 短码 "
    "shortcode shortnumber scalecode",
    Field.SPEC: "规格 商品规格 产品规格 包装规格 规格型号 净含量 容量 规格名称 spec specification size packsize "
    "netcontent",
    Field.VARIANT: "variationname option1value optionvalue1 variant variantname",
    Field.HANDLE: "handle urlhandle referencehandle",
    Field.PRICE: "售价 销售价 销售价格 销售单价 零售价 零售价格 零售单价 单价 价格 商品售价 门店售价 现价 定价 标价 "
    "price salesprice saleprice sellingprice retailprice variantprice defaultprice listprice unitprice shelfprice",
    Field.MEMBER_PRICE: "会员价 会员价格 会员售价 会员单价 vip价 memberprice membersprice vipprice loyaltyprice",
    Field.COST: "进价 进货价 进货价格 进货单价 成本 成本价 成本单价 采购价 采购单价 参考进价 cost costprice "
    "costperitem defaultunitcost unitcost purchaseprice buyingprice standardprice",
    Field.CATEGORY: "分类 商品分类 产品分类 类别 商品类别 产品类别 品类 类目 所属分类 分类名称 部门 category "
    "categories productcategory categoryname department",
    Field.TYPE: "type",
    Field.FAMILY: "品族 商品族 系列 商品系列 family productfamily",
    Field.BRAND: "品牌 商品品牌 产品品牌 brand brandname vendor manufacturer",
    Field.SUPPLIER: "供应商 供货商 默认供应商 供应商名称 供货商名称 主供应商 supplier suppliername defaultvendorname "
    "vendorname",
    Field.UNIT: "单位 主单位 计量单位 单位名称 销售单位 基本单位 库存单位 unit unitname uom unitofmeasure",
    Field.BY_WEIGHT: "称重 是否称重 称重商品 计重 是否计重 计价方式 计价类型 称重计价 soldbyweight byweight weighed "
    "isweighed soldby pricingtype",
    Field.TAX_RATE: "税率 税率% 销项税率 销项税 税 税率百分比 tax taxrate taxrate% vat vatrate salestax",
    Field.SHELF_LIFE: "保质期 保质期天数 保质天数 保质期天 有效期 有效期天数 shelflife shelflifedays shelflifeindays",
    Field.STOCK: "库存 库存量 库存数量 当前库存 现有库存 期初库存 初始库存 数量 stock quantity qty inventory "
    "inventoryquantity variantinventoryqty onhand stockquantity quantityonhand instock currentquantity",
    Field.NOTE: "备注 备注信息 说明 商品备注 note notes remark remarks comment comments",
}
_KNOWN = {alias: field for field, aliases in _ALIASES.items() for alias in aliases.split()}
_BEGINNINGS = {"currentquantity": Field.STOCK, "instock": Field.STOCK}
_IN_BRACKETS = re.compile(r"[(\[{<【《〔][^)\]}>】》〕]*[)\]}>】》〕]")
_NOT_WORD = re.compile(r"[^\w%/]+|_")


@dataclass(frozen=True, slots=True)
class Columns:
    """Where in a sheet the table is, and what stands in which column.

    Attributes:
        header: The row that names the columns.
        places: Column numbers from 0 by field.
        unused: Headers that nothing is done with.
    """

    header: TableRow
    places: Mapping[Field, int]
    unused: tuple[str, ...]

    def title(self, field: Field) -> str:
        """The header of a field as it is written in the file."""
        return self.header.cells[self.places[field]] if field in self.places else ""

    def cell(self, row: TableRow, field: Field) -> str:
        """A cell's text; empty where the file has no such column or the row is shorter."""
        place = self.places.get(field)
        return row.cells[place] if place is not None and place < len(row.cells) else ""


def plain_header(header: str) -> str:
    """A header without width, case, spaces, signs and remarks in brackets such as (必填), (元), [Store]."""
    folded = fold_for_search(header).strip("*'\"")
    return _NOT_WORD.sub("", _IN_BRACKETS.sub("", folded))


def field_of(header: str) -> Field | None:
    """What a column of this name holds."""
    plain = plain_header(header)
    if plain in _KNOWN:
        return _KNOWN[plain]
    return next((field for beginning, field in _BEGINNINGS.items() if plain.startswith(beginning)), None)


def find_columns(sheets: Sequence[Sheet], *, file: str) -> tuple[Sheet, Columns]:
    """The sheet and the row that name most columns; title lines above the header are passed over.

    Raises:
        HeaderMissing: no row names a column with the goods' names.
    """
    best: tuple[int, Sheet, Columns] | None = None
    for sheet in sheets:
        for row in sheet.rows[:MOST_TITLE_ROWS]:
            columns = _columns(row)
            if Field.NAME in columns.places and (best is None or len(columns.places) > best[0]):
                best = len(columns.places), sheet, columns
    if best is None:
        raise HeaderMissing(file=file)
    return best[1], best[2]


def _columns(row: TableRow) -> Columns:
    """What a row would mean as a header; of two columns for one field the first counts."""
    places: dict[Field, int] = {}
    unused: list[str] = []
    for place, cell in enumerate(row.cells):
        field = field_of(cell) if len(cell) <= 60 else None
        if field is None or field in places:
            unused.append(cell)
        else:
            places[field] = place
    return Columns(row, places, tuple(header for header in unused if header))
