"""Goods: product, the units it is sold in, and the codes on them."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import ForeignKey, Index, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, Reference
from app.values.ids import Id


class Category(Reference, Base):
    """Where goods stand in the shop's order; `margin_bp` serves where a cost is unknown."""

    __tablename__ = "category"

    name: Mapped[str]
    parent_id: Mapped[Id | None] = mapped_column(ForeignKey("category.id"))
    margin_bp: Mapped[int | None]
    private: Mapped[bool] = mapped_column(default=False)


class Family(Reference, Base):
    """Joins brands, sizes and variants of one staple: run-out and "your usual" think in families."""

    __tablename__ = "family"

    name: Mapped[str]
    content_unit: Mapped[str] = mapped_column(default="")
    staple: Mapped[bool] = mapped_column(default=False)


class TaxClass(Reference, Base):
    """A rate, and whether prices contain it (China, EU) or it comes on top (US)."""

    __tablename__ = "tax_class"
    __table_args__ = (UniqueConstraint("code"),)

    code: Mapped[str]
    name: Mapped[str]
    rate_bp: Mapped[int]
    inclusive: Mapped[bool] = mapped_column(default=True)


class Product(Reference, Base):
    """What is sold. `sold_by` is `piece` or `weight` (unit price per kilogram, quantity in kilograms).

    `cost_minor` is the moving average cost of one of its own units; at `low_stock_milli` on hand it is to be ordered.
    """

    __tablename__ = "product"
    __table_args__ = (
        Index(
            "uq_product_plu",
            "plu",
            unique=True,
            sqlite_where=text("plu <> '' AND closed_at IS NULL"),
            postgresql_where=text("plu <> '' AND closed_at IS NULL"),
        ),
        Index(None, "name"),
        Index(None, "category_id"),
        Index(None, "family_id"),
    )

    name: Mapped[str]
    spec: Mapped[str] = mapped_column(default="")
    brand: Mapped[str] = mapped_column(default="")
    plu: Mapped[str] = mapped_column(default="")
    family_id: Mapped[Id | None] = mapped_column(ForeignKey("family.id"))
    category_id: Mapped[Id | None] = mapped_column(ForeignKey("category.id"))
    supplier_id: Mapped[Id | None] = mapped_column(ForeignKey("company.id"))
    tax_class_id: Mapped[Id] = mapped_column(ForeignKey("tax_class.id"))
    zone: Mapped[str] = mapped_column(default="")
    sold_by: Mapped[str] = mapped_column(default="piece")
    shelf_life_days: Mapped[int | None]
    private: Mapped[bool] = mapped_column(default=False)
    earns_points: Mapped[bool] = mapped_column(default=True)
    cost_minor: Mapped[int | None]
    low_stock_milli: Mapped[int | None]
    note: Mapped[str] = mapped_column(Text, default="")


class SaleUnit(Reference, Base):
    """A way a product is sold: one piece, a box of 24. `factor_milli` is in the product's own units.

    Net content is parsed from the spec: `content_milli` thousandths of `content_unit` (g, ml, piece) in all,
    `content_count` packs of `content_each_milli`.
    """

    __tablename__ = "sale_unit"
    __table_args__ = (Index(None, "product_id"),)

    product_id: Mapped[Id] = mapped_column(ForeignKey("product.id"))
    name: Mapped[str]
    factor_milli: Mapped[int] = mapped_column(default=1000)
    is_default: Mapped[bool] = mapped_column(default=True)
    content_milli: Mapped[int | None]
    content_each_milli: Mapped[int | None]
    content_count: Mapped[int | None]
    content_unit: Mapped[str] = mapped_column(default="")
    label_printed_at: Mapped[dt.datetime | None]


class Barcode(Reference, Base):
    """A code that names a sale unit; one open row per code."""

    __tablename__ = "barcode"
    __table_args__ = (
        Index(
            "uq_barcode_code",
            "code",
            unique=True,
            sqlite_where=text("closed_at IS NULL"),
            postgresql_where=text("closed_at IS NULL"),
        ),
        Index(None, "sale_unit_id"),
    )

    code: Mapped[str]
    sale_unit_id: Mapped[Id] = mapped_column(ForeignKey("sale_unit.id"))


class QuickKeyPage(Reference, Base):
    """One page of goods that are sold by a touch, in the shop's order."""

    __tablename__ = "quick_key_page"

    name: Mapped[str]
    position: Mapped[int]


class QuickKey(Reference, Base):
    """A place on a page and what it sells; without a sale unit the product's default one."""

    __tablename__ = "quick_key"
    __table_args__ = (Index(None, "page_id"),)

    page_id: Mapped[Id] = mapped_column(ForeignKey("quick_key_page.id"))
    position: Mapped[int]
    product_id: Mapped[Id] = mapped_column(ForeignKey("product.id"))
    sale_unit_id: Mapped[Id | None] = mapped_column(ForeignKey("sale_unit.id"))
    label: Mapped[str] = mapped_column(default="")
    tone: Mapped[str] = mapped_column(default="")


class ProductSearchDoc(Base):
    """Gives a product the whole number by which the full-text index `product_search` knows it."""

    __tablename__ = "product_search_doc"

    doc_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    product_id: Mapped[Id] = mapped_column(ForeignKey("product.id"), unique=True)
    terms: Mapped[str] = mapped_column(Text)
