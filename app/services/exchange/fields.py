"""What a column can hold, for each kind of file, and the names such columns have in other tills' exports."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from app.values.errors import QT_TRANSLATE_NOOP


class ImportKind(StrEnum):
    """What the rows of a file are."""

    PRODUCTS = "products"
    MEMBERS = "members"
    SUPPLIERS = "suppliers"


class Field(StrEnum):
    """What a column of goods can hold."""

    NAME = "name"
    CODE = "code"
    SKU = "sku"
    PLU = "plu"
    SPEC = "spec"
    VARIANT = "variant"
    VARIANT2 = "variant2"
    VARIANT3 = "variant3"
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


class MemberField(StrEnum):
    """What a column of members can hold."""

    PHONE = "phone"
    CARD = "card"
    NAME = "name"
    FIRST_NAME = "first_name"
    LAST_NAME = "last_name"
    POINTS = "points"
    BALANCE = "balance"
    BONUS = "bonus"
    BIRTHDAY = "birthday"
    EMAIL = "email"
    TIER = "tier"
    DISCOUNT = "discount"
    NOTE = "note"


class SupplierField(StrEnum):
    """What a column of suppliers can hold."""

    NAME = "name"
    CODE = "code"
    CONTACT = "contact"
    PHONE = "phone"
    MOBILE = "mobile"
    EMAIL = "email"
    ADDRESS = "address"
    ADDRESS2 = "address2"
    CITY = "city"
    ZIP = "zip"
    TAX_NUMBER = "tax_number"
    NOTE = "note"


AnyField = StrEnum
"""One of the above. Fields of different kinds may be equal as texts, so that a table of them is always of one kind."""

FIELDS: Mapping[ImportKind, type[StrEnum]] = {
    ImportKind.PRODUCTS: Field,
    ImportKind.MEMBERS: MemberField,
    ImportKind.SUPPLIERS: SupplierField,
}

# As they are after `headers.plain_header`. Among them the exports of Pospal (银豹), Square, Shopify, Loyverse and Odoo.
_GOODS: Mapping[AnyField, str] = {
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
    Field.VARIANT2: "option2value optionvalue2",
    Field.VARIANT3: "option3value optionvalue3",
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
    Field.UNIT: "单位 主单位 计量单位 单位名称 销售单位 基本单位 库存单位 unit unitname uom unitofmeasure "
    "unitandprecision",
    Field.BY_WEIGHT: "称重 是否称重 称重商品 计重 是否计重 计价方式 计价类型 称重计价 soldbyweight byweight weighed "
    "isweighed soldby pricingtype",
    Field.TAX_RATE: "税率 税率% 销项税率 销项税 税 税率百分比 tax taxrate taxrate% vat vatrate salestax",
    Field.SHELF_LIFE: "保质期 保质期天数 保质天数 保质期天 有效期 有效期天数 shelflife shelflifedays shelflifeindays",
    Field.STOCK: "库存 库存量 库存数量 当前库存 现有库存 期初库存 初始库存 数量 stock quantity qty inventory "
    "inventoryquantity variantinventoryqty onhand stockquantity quantityonhand instock currentquantity",
    Field.NOTE: "备注 备注信息 说明 商品备注 note notes remark remarks comment comments",
}
_MEMBERS: Mapping[AnyField, str] = {
    MemberField.PHONE: "手机号 手机 手机号码 电话 联系电话 电话号码 会员手机 会员手机号 会员电话 移动电话 phone "
    "phonenumber mobile mobilephone mobilenumber cellphone tel telephone lookupid customerphone",
    MemberField.CARD: "会员号 会员卡号 卡号 会员编号 会员卡 卡编号 实体卡号 card cardnumber cardno membernumber "
    "memberid membercode customercode loyaltycard loyaltynumber membershipnumber",
    MemberField.NAME: "姓名 会员姓名 会员名称 客户姓名 顾客姓名 客户名称 名字 name fullname membername customername "
    "customer displayname",
    MemberField.FIRST_NAME: "firstname givenname 名",
    MemberField.LAST_NAME: "lastname surname familyname 姓",
    MemberField.POINTS: "积分 会员积分 积分余额 可用积分 当前积分 剩余积分 points pointsbalance loyaltypoints "
    "pointbalance membershippoint membershippoints availablepoints",
    MemberField.BALANCE: "余额 储值余额 卡内余额 账户余额 会员余额 储值 本金余额 储值本金 balance creditbalance "
    "storecredit accountbalance storedvalue prepaidbalance",
    MemberField.BONUS: "赠送余额 赠额 赠金 赠送金额 bonusbalance bonus",
    MemberField.BIRTHDAY: "生日 出生日期 会员生日 birthday birthdate dateofbirth dob",
    MemberField.EMAIL: "邮箱 电子邮箱 电子邮件 email emailaddress mail",
    MemberField.TIER: "等级 会员等级 会员级别 会员类型 会员分组 客户分组 tier membershiptier level membershiplevel "
    "group customergroup customergroupnames tags",
    MemberField.DISCOUNT: "折扣 会员折扣 折扣率 discount",
    MemberField.NOTE: "备注 会员备注 备注信息 说明 note notes remark remarks comment comments memo",
}
_SUPPLIERS: Mapping[AnyField, str] = {
    SupplierField.NAME: "供应商 供应商名称 供货商 供货商名称 名称 公司 公司名称 单位名称 单位 name supplier "
    "suppliername vendor vendorname company companyname displayname defaultvendorname",
    SupplierField.CODE: "编号 编码 供应商编号 供应商编码 供货商编号 代码 供应商代码 code suppliercode vendorcode "
    "reference internalreference defaultvendorcode",
    SupplierField.CONTACT: "联系人 联系人姓名 负责人 contact contactname contactperson",
    SupplierField.PHONE: "电话 联系电话 联系方式 电话号码 供应商电话 固定电话 phone phonenumber tel telephone "
    "contactphone",
    SupplierField.MOBILE: "手机 手机号 手机号码 联系手机 mobile mobilephone mobilenumber",
    SupplierField.EMAIL: "邮箱 电子邮箱 email emailaddress",
    SupplierField.ADDRESS: "地址 联系地址 供应商地址 详细地址 公司地址 address street addressline1 address1",
    SupplierField.ADDRESS2: "street2 addressline2 address2",
    SupplierField.CITY: "城市 city",
    SupplierField.ZIP: "邮编 邮政编码 zip zipcode postcode postalcode",
    SupplierField.TAX_NUMBER: "税号 纳税人识别号 统一社会信用代码 信用代码 纳税识别号 taxnumber taxid vat vatnumber "
    "tin taxidentificationnumber",
    SupplierField.NOTE: "备注 备注信息 说明 note notes remark remarks comment comments internalnotes",
}
ALIASES: Mapping[ImportKind, Mapping[AnyField, tuple[str, ...]]] = {
    kind: {field: tuple(names.split()) for field, names in fields.items()}
    for kind, fields in (
        (ImportKind.PRODUCTS, _GOODS),
        (ImportKind.MEMBERS, _MEMBERS),
        (ImportKind.SUPPLIERS, _SUPPLIERS),
    )
}
BEGINNINGS: Mapping[ImportKind, Mapping[str, AnyField]] = {
    # Square writes the place behind the word: "Current Quantity Main Street".
    ImportKind.PRODUCTS: {"currentquantity": Field.STOCK, "instock": Field.STOCK},
    ImportKind.MEMBERS: {},
    ImportKind.SUPPLIERS: {},
}

_GOODS_WORDS: Mapping[AnyField, str] = {
    Field.NAME: QT_TRANSLATE_NOOP("fields", "Name"),
    Field.CODE: QT_TRANSLATE_NOOP("fields", "Barcode"),
    Field.SKU: QT_TRANSLATE_NOOP("fields", "Own number (SKU)"),
    Field.PLU: QT_TRANSLATE_NOOP("fields", "Short number (PLU)"),
    Field.SPEC: QT_TRANSLATE_NOOP("fields", "Size"),
    Field.VARIANT: QT_TRANSLATE_NOOP("fields", "Variant"),
    Field.VARIANT2: QT_TRANSLATE_NOOP("fields", "Second variant"),
    Field.VARIANT3: QT_TRANSLATE_NOOP("fields", "Third variant"),
    Field.HANDLE: QT_TRANSLATE_NOOP("fields", "Handle (joins variants)"),
    Field.PRICE: QT_TRANSLATE_NOOP("fields", "Price"),
    Field.MEMBER_PRICE: QT_TRANSLATE_NOOP("fields", "Member price"),
    Field.COST: QT_TRANSLATE_NOOP("fields", "Cost"),
    Field.CATEGORY: QT_TRANSLATE_NOOP("fields", "Category"),
    Field.TYPE: QT_TRANSLATE_NOOP("fields", "Type (where no category)"),
    Field.FAMILY: QT_TRANSLATE_NOOP("fields", "Family"),
    Field.BRAND: QT_TRANSLATE_NOOP("fields", "Brand"),
    Field.SUPPLIER: QT_TRANSLATE_NOOP("fields", "Supplier"),
    Field.UNIT: QT_TRANSLATE_NOOP("fields", "Unit"),
    Field.BY_WEIGHT: QT_TRANSLATE_NOOP("fields", "Sold by weight"),
    Field.TAX_RATE: QT_TRANSLATE_NOOP("fields", "Tax rate"),
    Field.SHELF_LIFE: QT_TRANSLATE_NOOP("fields", "Shelf life"),
    Field.STOCK: QT_TRANSLATE_NOOP("fields", "Stock (not imported)"),
    Field.NOTE: QT_TRANSLATE_NOOP("fields", "Note"),
}
_MEMBER_WORDS: Mapping[AnyField, str] = {
    MemberField.PHONE: QT_TRANSLATE_NOOP("fields", "Phone"),
    MemberField.CARD: QT_TRANSLATE_NOOP("fields", "Card number"),
    MemberField.NAME: QT_TRANSLATE_NOOP("fields", "Name"),
    MemberField.FIRST_NAME: QT_TRANSLATE_NOOP("fields", "First name"),
    MemberField.LAST_NAME: QT_TRANSLATE_NOOP("fields", "Last name"),
    MemberField.POINTS: QT_TRANSLATE_NOOP("fields", "Points"),
    MemberField.BALANCE: QT_TRANSLATE_NOOP("fields", "Stored value"),
    MemberField.BONUS: QT_TRANSLATE_NOOP("fields", "Stored value, bonus part"),
    MemberField.BIRTHDAY: QT_TRANSLATE_NOOP("fields", "Birthday"),
    MemberField.EMAIL: QT_TRANSLATE_NOOP("fields", "E-mail"),
    MemberField.TIER: QT_TRANSLATE_NOOP("fields", "Tier (into the note)"),
    MemberField.DISCOUNT: QT_TRANSLATE_NOOP("fields", "Discount (into the note)"),
    MemberField.NOTE: QT_TRANSLATE_NOOP("fields", "Note"),
}
_SUPPLIER_WORDS: Mapping[AnyField, str] = {
    SupplierField.NAME: QT_TRANSLATE_NOOP("fields", "Name"),
    SupplierField.CODE: QT_TRANSLATE_NOOP("fields", "Code"),
    SupplierField.CONTACT: QT_TRANSLATE_NOOP("fields", "Contact (into the note)"),
    SupplierField.PHONE: QT_TRANSLATE_NOOP("fields", "Phone"),
    SupplierField.MOBILE: QT_TRANSLATE_NOOP("fields", "Mobile phone"),
    SupplierField.EMAIL: QT_TRANSLATE_NOOP("fields", "E-mail (into the note)"),
    SupplierField.ADDRESS: QT_TRANSLATE_NOOP("fields", "Address"),
    SupplierField.ADDRESS2: QT_TRANSLATE_NOOP("fields", "Address, second line"),
    SupplierField.CITY: QT_TRANSLATE_NOOP("fields", "City"),
    SupplierField.ZIP: QT_TRANSLATE_NOOP("fields", "Postcode"),
    SupplierField.TAX_NUMBER: QT_TRANSLATE_NOOP("fields", "Tax number"),
    SupplierField.NOTE: QT_TRANSLATE_NOOP("fields", "Note"),
}
FIELD_WORDS: Mapping[ImportKind, Mapping[AnyField, str]] = {
    ImportKind.PRODUCTS: _GOODS_WORDS,
    ImportKind.MEMBERS: _MEMBER_WORDS,
    ImportKind.SUPPLIERS: _SUPPLIER_WORDS,
}
"""What a field is called on the screen (translation context `fields`)."""
