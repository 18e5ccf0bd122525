"""Step 0002: documents that move stock, and those being typed in."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from migrations.v0001.columns import day, fact, ident, moment, text, whole, words


def create() -> None:
    """The tables of this room, in the order of their references."""
    _create_stock_document()
    _create_stock_document_line()
    _create_stock_draft()


def _create_stock_document() -> None:
    op.create_table(
        "stock_document",
        *fact(),
        ident("document_key"),
        words("kind"),
        ident("company_id", null=True),
        words("note_number"),
        words("reason"),
        whole("amount_minor", null=True),
        ident("reverses_id", null=True),
        sa.PrimaryKeyConstraint("id", name="pk_stock_document"),
        sa.UniqueConstraint("document_key", name="uq_stock_document_document_key"),
    )
    op.create_index("ix_stock_document_kind_at", "stock_document", ["kind", "at"])
    op.create_index("ix_stock_document_company_id_at", "stock_document", ["company_id", "at"])
    op.create_index("ix_stock_document_reverses_id", "stock_document", ["reverses_id"])


def _create_stock_document_line() -> None:
    op.create_table(
        "stock_document_line",
        *fact(),
        ident("document_id"),
        whole("line_no"),
        ident("product_id"),
        ident("sale_unit_id", null=True),
        whole("quantity_milli"),
        whole("expected_milli", null=True),
        whole("counted_milli", null=True),
        whole("amount_minor", null=True),
        whole("cost_after_minor", null=True),
        ident("lot_id", null=True),
        day("expires_on", null=True),
        sa.PrimaryKeyConstraint("id", name="pk_stock_document_line"),
        sa.ForeignKeyConstraint(["document_id"], ["stock_document.id"], name="fk_stock_document_line_document_id"),
        sa.UniqueConstraint("document_id", "line_no", name="uq_stock_document_line_document_id_line_no"),
    )
    op.create_index("ix_stock_document_line_product_id_at", "stock_document_line", ["product_id", "at"])


def _create_stock_draft() -> None:
    op.create_table(
        "stock_draft",
        ident("document_key"),
        ident("till_id"),
        words("kind"),
        ident("staff_id", null=True),
        text("payload"),
        moment("updated_at"),
        sa.PrimaryKeyConstraint("document_key", name="pk_stock_draft"),
    )
    op.create_index("ix_stock_draft_kind", "stock_draft", ["kind"])
