"""Step 0001: goods, prices, suppliers, stock."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from migrations.v0001.columns import day, flag, ident, moment, reference, text, whole, words


def create() -> None:
    """The tables of this room, in the order of their references."""
    _create_category()
    _create_family()
    _create_company()
    _create_tax_class()
    _create_product()
    _create_sale_unit()
    _create_barcode()
    _create_product_search_doc()
    _create_price_list()
    _create_price()
    _create_stock_level()
    _create_stock_lot()


def _create_category() -> None:
    op.create_table(
        "category",
        *reference(),
        words("name"),
        ident("parent_id", null=True),
        whole("margin_bp", null=True),
        flag("private"),
        sa.PrimaryKeyConstraint("id", name="pk_category"),
        sa.ForeignKeyConstraint(["parent_id"], ["category.id"], name="fk_category_parent_id"),
    )


def _create_family() -> None:
    op.create_table(
        "family",
        *reference(),
        words("name"),
        words("content_unit"),
        flag("staple"),
        sa.PrimaryKeyConstraint("id", name="pk_family"),
    )


def _create_company() -> None:
    op.create_table(
        "company",
        *reference(),
        words("name"),
        flag("is_supplier"),
        flag("is_customer"),
        words("code"),
        words("tax_number"),
        words("phone"),
        words("address"),
        text("note"),
        sa.PrimaryKeyConstraint("id", name="pk_company"),
    )
    op.create_index("ix_company_name", "company", ["name"])


def _create_tax_class() -> None:
    op.create_table(
        "tax_class",
        *reference(),
        words("code"),
        words("name"),
        whole("rate_bp"),
        flag("inclusive"),
        sa.PrimaryKeyConstraint("id", name="pk_tax_class"),
        sa.UniqueConstraint("code", name="uq_tax_class_code"),
    )


def _create_product() -> None:
    op.create_table(
        "product",
        *reference(),
        words("name"),
        words("spec"),
        words("brand"),
        words("plu"),
        ident("family_id", null=True),
        ident("category_id", null=True),
        ident("supplier_id", null=True),
        ident("tax_class_id"),
        words("zone"),
        words("sold_by"),
        whole("shelf_life_days", null=True),
        flag("private"),
        flag("earns_points"),
        whole("cost_minor", null=True),
        text("note"),
        sa.PrimaryKeyConstraint("id", name="pk_product"),
        sa.ForeignKeyConstraint(["category_id"], ["category.id"], name="fk_product_category_id"),
        sa.ForeignKeyConstraint(["family_id"], ["family.id"], name="fk_product_family_id"),
        sa.ForeignKeyConstraint(["supplier_id"], ["company.id"], name="fk_product_supplier_id"),
        sa.ForeignKeyConstraint(["tax_class_id"], ["tax_class.id"], name="fk_product_tax_class_id"),
    )
    op.create_index("ix_product_category_id", "product", ["category_id"])
    op.create_index("ix_product_family_id", "product", ["family_id"])
    op.create_index("ix_product_name", "product", ["name"])
    op.create_index(
        "uq_product_plu",
        "product",
        ["plu"],
        unique=True,
        sqlite_where=sa.text("plu <> '' AND closed_at IS NULL"),
        postgresql_where=sa.text("plu <> '' AND closed_at IS NULL"),
    )


def _create_sale_unit() -> None:
    op.create_table(
        "sale_unit",
        *reference(),
        ident("product_id"),
        words("name"),
        whole("factor_milli"),
        flag("is_default"),
        whole("content_milli", null=True),
        whole("content_each_milli", null=True),
        whole("content_count", null=True),
        words("content_unit"),
        sa.PrimaryKeyConstraint("id", name="pk_sale_unit"),
        sa.ForeignKeyConstraint(["product_id"], ["product.id"], name="fk_sale_unit_product_id"),
    )
    op.create_index("ix_sale_unit_product_id", "sale_unit", ["product_id"])


def _create_barcode() -> None:
    op.create_table(
        "barcode",
        *reference(),
        words("code"),
        ident("sale_unit_id"),
        sa.PrimaryKeyConstraint("id", name="pk_barcode"),
        sa.ForeignKeyConstraint(["sale_unit_id"], ["sale_unit.id"], name="fk_barcode_sale_unit_id"),
    )
    op.create_index("ix_barcode_sale_unit_id", "barcode", ["sale_unit_id"])
    op.create_index(
        "uq_barcode_code",
        "barcode",
        ["code"],
        unique=True,
        sqlite_where=sa.text("closed_at IS NULL"),
        postgresql_where=sa.text("closed_at IS NULL"),
    )


def _create_product_search_doc() -> None:
    op.create_table(
        "product_search_doc",
        whole("doc_id"),
        ident("product_id"),
        text("terms"),
        sa.PrimaryKeyConstraint("doc_id", name="pk_product_search_doc"),
        sa.ForeignKeyConstraint(["product_id"], ["product.id"], name="fk_product_search_doc_product_id"),
        sa.UniqueConstraint("product_id", name="uq_product_search_doc_product_id"),
    )


def _create_price_list() -> None:
    op.create_table(
        "price_list",
        *reference(),
        words("code"),
        words("name"),
        sa.PrimaryKeyConstraint("id", name="pk_price_list"),
        sa.UniqueConstraint("code", name="uq_price_list_code"),
    )


def _create_price() -> None:
    op.create_table(
        "price",
        ident("id"),
        ident("sale_unit_id"),
        ident("price_list_id"),
        ident("shop_id", null=True),
        whole("amount_minor"),
        moment("valid_from"),
        moment("valid_until", null=True),
        words("cause"),
        moment("created_at"),
        ident("created_by", null=True),
        sa.PrimaryKeyConstraint("id", name="pk_price"),
        sa.ForeignKeyConstraint(["price_list_id"], ["price_list.id"], name="fk_price_price_list_id"),
        sa.ForeignKeyConstraint(["sale_unit_id"], ["sale_unit.id"], name="fk_price_sale_unit_id"),
    )
    op.create_index("ix_price_current", "price", ["sale_unit_id", "price_list_id", "valid_from"])


def _create_stock_level() -> None:
    op.create_table(
        "stock_level",
        ident("shop_id"),
        ident("product_id"),
        whole("on_hand_milli"),
        sa.PrimaryKeyConstraint("shop_id", "product_id", name="pk_stock_level"),
    )


def _create_stock_lot() -> None:
    op.create_table(
        "stock_lot",
        *reference(),
        ident("product_id"),
        words("lot_code"),
        day("expires_on", null=True),
        whole("cost_minor", null=True),
        sa.PrimaryKeyConstraint("id", name="pk_stock_lot"),
    )
    op.create_index("ix_stock_lot_product_id_expires_on", "stock_lot", ["product_id", "expires_on"])
