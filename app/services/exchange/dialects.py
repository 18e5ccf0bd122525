"""The exports of other tills: known by the set of their headers, each with what its columns mean here.

Only what differs from the usual meaning of a name stands here; `fields.py` knows the names themselves.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from app.services.exchange.fields import AnyField, Field, ImportKind, MemberField, SupplierField
from app.services.exchange.headers import plain_header

OWN = ""
"""The key of a file that no known program wrote."""


@dataclass(frozen=True, slots=True)
class Dialect:
    """One export of one program.

    Attributes:
        key: As it is kept with the import.
        name: As a person knows the program.
        sure: Plain headers that must all be there.
        likely: Further ones; `least` of them must be there.
        means: What plain headers mean in this file, where their name says something else elsewhere; None is nothing.
        joins_variant: A variant is written behind the name instead of being the size.
    """

    key: str
    name: str
    kind: ImportKind
    sure: frozenset[str]
    likely: frozenset[str] = frozenset()
    least: int = 0
    means: Mapping[str, AnyField | None] = field(default_factory=dict)
    joins_variant: bool = False

    def fits(self, headers: frozenset[str]) -> int:
        """How many of its headers are there; 0 when it is another file."""
        common = self.likely & headers
        return len(self.sure) + len(common) if self.sure <= headers and len(common) >= self.least else 0


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


DIALECTS: tuple[Dialect, ...] = (
    Dialect(
        "shopify-products",
        "Shopify",
        ImportKind.PRODUCTS,
        _set("title vendor urlhandle price"),
        _set("option1name option1value sku barcode costperitem compareatprice status tags published inventoryquantity"),
        4,
        {"productcategory": None, "type": Field.CATEGORY, "name": None, "unitpricetotalmeasureunit": None},
    ),
    Dialect(
        "shopify-products",
        "Shopify",
        ImportKind.PRODUCTS,
        _set("handle title variantprice"),
        _set("variantsku variantbarcode vendor option1name option1value variantinventoryqty variantgrams giftcard"),
        2,
        {"productcategory": None, "type": Field.CATEGORY},
    ),
    Dialect(
        "shopify-customers",
        "Shopify",
        ImportKind.MEMBERS,
        _set("firstname lastname email phone"),
        _set("customerid acceptsemailmarketing defaultaddressphone totalspent totalorders taxexempt tags"),
        3,
        {"tags": None, "customerid": None},
    ),
    Dialect(
        "square-items",
        "Square",
        ImportKind.PRODUCTS,
        _set("itemname variationname"),
        _set("token sku gtin price sellable stockable defaultunitcost optionname1 squareonlineitemvisibility"),
        2,
        {"optionvalue1": None, "optionvalue2": None, "optionvalue3": None, "description": None},
        joins_variant=True,
    ),
    Dialect(
        "square-customers",
        "Square",
        ImportKind.MEMBERS,
        _set("firstname lastname phonenumber"),
        _set("squarecustomerid emailaddress referenceid emailsubscriptionstatus creationsource transactioncount memo"),
        2,
        {"referenceid": MemberField.CARD, "squarecustomerid": None, "nickname": None},
    ),
    Dialect(
        "loyverse-items",
        "Loyverse",
        ImportKind.PRODUCTS,
        _set("handle sku name soldbyweight"),
        _set("category cost barcode trackstock option1name option1value skuofincludeditem quantityofincludeditem"),
        3,
    ),
    Dialect(
        "loyverse-customers",
        "Loyverse",
        ImportKind.MEMBERS,
        _set("customername email"),
        _set("customerid customercode phone pointsbalance points totalvisits totalspent firstvisit lastvisit note"),
        3,
        {"customerid": None},
    ),
    Dialect(
        "odoo-products",
        "Odoo",
        ImportKind.PRODUCTS,
        _set("name salesprice"),
        _set("internalreference producttype barcode cost weight salesdescription saledescription productvalues id"),
        2,
        {"id": None},
    ),
    Dialect(
        "odoo-contacts",
        "Odoo",
        ImportKind.SUPPLIERS,
        _set("name companytype"),
        _set("relatedcompany customer supplier addresstype street street2 city zip country website phone mobile"),
        3,
        {"supplier": None, "customer": None, "relatedcompany": None, "reference": SupplierField.CODE},
    ),
    Dialect(
        "pospal-products",
        "Pospal 银豹",
        ImportKind.PRODUCTS,
        _set("条码 品名 售价"),
        _set("分类 进价 库存 主单位 保质期 库存上限 库存下限 是否不计库存 商品图片 会员价 批发价 拼音码 扩展条码"),
        2,
        {"扩展条码": None, "批发价": None},
    ),
    Dialect(
        "pospal-members",
        "Pospal 银豹",
        ImportKind.MEMBERS,
        _set("会员号 手机号"),
        _set("折扣 积分 余额 姓名 会员等级 生日 开卡日期 到期日期 会员姓名"),
        2,
    ),
    Dialect(
        "pospal-suppliers",
        "Pospal 银豹",
        ImportKind.SUPPLIERS,
        _set("供货商编号 供货商名称"),
        _set("联系人 联系电话 电话 地址 备注 邮箱"),
        1,
    ),
)


def recognise(headers: Iterable[str], kind: ImportKind | None = None) -> Dialect | None:
    """Whose export has these headers, as written in the file; of several the one that most of them speak for."""
    plain = frozenset(plain_header(header) for header in headers)
    best: tuple[int, Dialect] | None = None
    for dialect in DIALECTS:
        if kind is not None and dialect.kind is not kind:
            continue
        fits = dialect.fits(plain)
        if fits and (best is None or fits > best[0]):
            best = fits, dialect
    return best[1] if best else None


def dialect_named(key: str, kind: ImportKind) -> Dialect | None:
    """The export of this key; None for a file of one's own."""
    return next((dialect for dialect in DIALECTS if dialect.key == key and dialect.kind is kind), None)
