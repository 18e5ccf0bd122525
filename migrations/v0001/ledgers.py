"""Step 0001: the append-only ledgers."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from migrations.v0001.columns import day, fact, ident, ledger, whole, words


def create() -> None:
    """The tables of this room, in the order of their references."""
    _create_points_ledger()
    _create_stored_value_ledger()
    _create_credit_ledger()
    _create_coupon_ledger()
    _create_stock_ledger()
    _create_cash_ledger()
    _create_donation_ledger()


def _create_points_ledger() -> None:
    op.create_table(
        "points_ledger",
        *fact(),
        *ledger(),
        ident("lot_id", null=True),
        day("expires_on", null=True),
        ident("account_id"),
        sa.PrimaryKeyConstraint("id", name="pk_points_ledger"),
        sa.UniqueConstraint("source_key", "cause", name="uq_points_ledger_source_key_cause"),
    )
    op.create_index("ix_points_ledger_account_id_at", "points_ledger", ["account_id", "at"])


def _create_stored_value_ledger() -> None:
    op.create_table(
        "stored_value_ledger",
        *fact(),
        *ledger(),
        words("purse"),
        day("expires_on", null=True),
        ident("account_id"),
        sa.PrimaryKeyConstraint("id", name="pk_stored_value_ledger"),
        sa.UniqueConstraint("source_key", "cause", name="uq_stored_value_ledger_source_key_cause"),
    )
    op.create_index("ix_stored_value_ledger_account_id_at", "stored_value_ledger", ["account_id", "at"])


def _create_credit_ledger() -> None:
    op.create_table(
        "credit_ledger",
        *fact(),
        *ledger(),
        day("due_on", null=True),
        ident("account_id"),
        sa.PrimaryKeyConstraint("id", name="pk_credit_ledger"),
        sa.UniqueConstraint("source_key", "cause", name="uq_credit_ledger_source_key_cause"),
    )
    op.create_index("ix_credit_ledger_account_id_at", "credit_ledger", ["account_id", "at"])


def _create_coupon_ledger() -> None:
    op.create_table(
        "coupon_ledger",
        *fact(),
        *ledger(),
        ident("coupon_id"),
        whole("value_minor"),
        ident("account_id"),
        sa.PrimaryKeyConstraint("id", name="pk_coupon_ledger"),
        sa.UniqueConstraint("source_key", "cause", name="uq_coupon_ledger_source_key_cause"),
    )
    op.create_index("ix_coupon_ledger_account_id_at", "coupon_ledger", ["account_id", "at"])


def _create_stock_ledger() -> None:
    op.create_table(
        "stock_ledger",
        *fact(),
        *ledger(),
        ident("product_id"),
        ident("lot_id", null=True),
        whole("cost_minor", null=True),
        sa.PrimaryKeyConstraint("id", name="pk_stock_ledger"),
        sa.UniqueConstraint("source_key", "cause", name="uq_stock_ledger_source_key_cause"),
    )
    op.create_index("ix_stock_ledger_product_id_at", "stock_ledger", ["product_id", "at"])


def _create_cash_ledger() -> None:
    op.create_table(
        "cash_ledger",
        *fact(),
        *ledger(),
        words("reason"),
        sa.PrimaryKeyConstraint("id", name="pk_cash_ledger"),
        sa.UniqueConstraint("source_key", "cause", name="uq_cash_ledger_source_key_cause"),
    )
    op.create_index("ix_cash_ledger_shift_id", "cash_ledger", ["shift_id"])


def _create_donation_ledger() -> None:
    op.create_table(
        "donation_ledger",
        *fact(),
        *ledger(),
        words("purpose"),
        sa.PrimaryKeyConstraint("id", name="pk_donation_ledger"),
        sa.UniqueConstraint("source_key", "cause", name="uq_donation_ledger_source_key_cause"),
    )
