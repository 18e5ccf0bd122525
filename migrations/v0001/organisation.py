"""Step 0001: the shop, its tills, people and settings."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from migrations.v0001.columns import blob, ident, moment, reference, whole, words


def create() -> None:
    """The tables of this room, in the order of their references."""
    _create_shop()
    _create_till()
    _create_till_state()
    _create_setting()
    _create_staff()


def _create_shop() -> None:
    op.create_table(
        "shop",
        *reference(),
        words("name"),
        words("address"),
        words("phone"),
        words("tax_number"),
        sa.PrimaryKeyConstraint("id", name="pk_shop"),
    )


def _create_till() -> None:
    op.create_table(
        "till",
        *reference(),
        ident("shop_id"),
        words("code"),
        sa.PrimaryKeyConstraint("id", name="pk_till"),
        sa.ForeignKeyConstraint(["shop_id"], ["shop.id"], name="fk_till_shop_id"),
        sa.UniqueConstraint("shop_id", "code", name="uq_till_shop_id_code"),
    )


def _create_till_state() -> None:
    op.create_table(
        "till_state",
        ident("till_id"),
        whole("epoch"),
        whole("last_receipt"),
        whole("last_shift"),
        whole("journal_seq"),
        blob("journal_hash"),
        whole("cash_balance"),
        moment("last_seen_at", null=True),
        sa.PrimaryKeyConstraint("till_id", name="pk_till_state"),
        sa.ForeignKeyConstraint(["till_id"], ["till.id"], name="fk_till_state_till_id"),
    )


def _create_setting() -> None:
    op.create_table(
        "setting",
        words("key"),
        words("scope"),
        words("value"),
        whole("row_version"),
        moment("updated_at"),
        ident("updated_by", null=True),
        sa.PrimaryKeyConstraint("key", "scope", name="pk_setting"),
    )


def _create_staff() -> None:
    op.create_table(
        "staff",
        *reference(),
        words("name"),
        words("role"),
        words("pin_hash"),
        words("language"),
        whole("failed_attempts"),
        moment("locked_until", null=True),
        sa.PrimaryKeyConstraint("id", name="pk_staff"),
    )
