"""Step 0002: what the owner's screens need beside it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from migrations.v0001.columns import blob, ident, moment, reference, text, whole, words


def create() -> None:
    """New columns first, then the tables in the order of their references."""
    op.add_column("product", whole("low_stock_milli", null=True))
    op.add_column("sale_unit", moment("label_printed_at", null=True))
    op.add_column("staff", whole("refund_limit_minor", null=True))
    op.add_column("staff", whole("discount_limit_bp", null=True))
    op.add_column("staff", words("recovery_hash", null=True))
    _create_quick_key_page()
    _create_quick_key()
    _create_import_run()
    _create_import_change()


def _create_quick_key_page() -> None:
    op.create_table(
        "quick_key_page",
        *reference(),
        words("name"),
        whole("position"),
        sa.PrimaryKeyConstraint("id", name="pk_quick_key_page"),
    )


def _create_quick_key() -> None:
    op.create_table(
        "quick_key",
        *reference(),
        ident("page_id"),
        whole("position"),
        ident("product_id"),
        ident("sale_unit_id", null=True),
        words("label"),
        words("tone"),
        sa.PrimaryKeyConstraint("id", name="pk_quick_key"),
        sa.ForeignKeyConstraint(["page_id"], ["quick_key_page.id"], name="fk_quick_key_page_id"),
        sa.ForeignKeyConstraint(["product_id"], ["product.id"], name="fk_quick_key_product_id"),
        sa.ForeignKeyConstraint(["sale_unit_id"], ["sale_unit.id"], name="fk_quick_key_sale_unit_id"),
    )
    op.create_index("ix_quick_key_page_id", "quick_key", ["page_id"])


def _create_import_run() -> None:
    op.create_table(
        "import_run",
        ident("id"),
        words("kind"),
        words("dialect"),
        words("file_name"),
        blob("file_hash"),
        moment("at"),
        ident("staff_id", null=True),
        words("state"),
        text("counts"),
        moment("undone_at", null=True),
        ident("undone_by", null=True),
        sa.PrimaryKeyConstraint("id", name="pk_import_run"),
    )
    op.create_index("ix_import_run_kind_at", "import_run", ["kind", "at"])


def _create_import_change() -> None:
    op.create_table(
        "import_change",
        ident("id"),
        ident("run_id"),
        whole("place"),
        words("table_name"),
        ident("row_id"),
        words("action"),
        text("before", null=True),
        sa.PrimaryKeyConstraint("id", name="pk_import_change"),
        sa.ForeignKeyConstraint(["run_id"], ["import_run.id"], name="fk_import_change_run_id"),
        sa.UniqueConstraint("run_id", "place", name="uq_import_change_run_id_place"),
    )
    op.create_index("ix_import_change_row_id", "import_change", ["row_id"])
