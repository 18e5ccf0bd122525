"""The kinds of column that step 0001 uses."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

Column = sa.Column[Any]


def whole(name: str, *, null: bool = False) -> Column:
    """A whole number of 64 bits."""
    return sa.Column(name, sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=null)


def ident(name: str, *, null: bool = False) -> Column:
    """A UUIDv7 in sixteen bytes."""
    return sa.Column(name, sa.LargeBinary(16), nullable=null)


def blob(name: str, *, null: bool = False) -> Column:
    """Bytes."""
    return sa.Column(name, sa.LargeBinary(), nullable=null)


def words(name: str, *, null: bool = False) -> Column:
    """A short text."""
    return sa.Column(name, sa.String(), nullable=null)


def text(name: str, *, null: bool = False) -> Column:
    """A long text."""
    return sa.Column(name, sa.Text(), nullable=null)


def flag(name: str, *, null: bool = False) -> Column:
    """Yes or no."""
    return sa.Column(name, sa.Boolean(), nullable=null)


def moment(name: str, *, null: bool = False) -> Column:
    """A UTC time."""
    return sa.Column(name, sa.DateTime(timezone=True), nullable=null)


def day(name: str, *, null: bool = False) -> Column:
    """A date."""
    return sa.Column(name, sa.Date(), nullable=null)


def reference() -> list[Column]:
    """What every row of reference data carries."""
    return [
        ident("id"),
        whole("row_version"),
        moment("updated_at"),
        ident("updated_by", null=True),
        moment("closed_at", null=True),
    ]


def fact() -> list[Column]:
    """What every fact carries."""
    return [
        ident("id"),
        ident("shop_id"),
        ident("till_id"),
        whole("epoch"),
        ident("shift_id", null=True),
        ident("staff_id", null=True),
        moment("at"),
        day("business_date"),
        whole("journal_seq"),
    ]


def ledger() -> list[Column]:
    """What every ledger row carries beside a fact."""
    return [
        whole("delta"),
        whole("balance_after"),
        words("cause"),
        words("source_key"),
        ident("reverses_id", null=True),
    ]
