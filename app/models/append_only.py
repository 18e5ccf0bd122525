"""Which tables are only ever added to, and the triggers that hold it on both databases."""

from __future__ import annotations

APPEND_ONLY = (
    "audit_event",
    "cash_ledger",
    "consent",
    "coupon_ledger",
    "credit_ledger",
    "donation_ledger",
    "journal_entry",
    "member_alias",
    "member_event",
    "past_sale",
    "past_sale_line",
    "points_ledger",
    "price",
    "sale",
    "sale_discount",
    "sale_line",
    "sale_tax",
    "sale_tender",
    "shift",
    "shift_close",
    "stock_document",
    "stock_document_line",
    "stock_ledger",
    "stored_value_ledger",
)
