"""Step 0001: sales, baskets, shifts, paper."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from migrations.v0001.columns import blob, day, fact, flag, ident, moment, text, whole, words


def create() -> None:
    """The tables of this room, in the order of their references."""
    _create_sale()
    _create_sale_line()
    _create_sale_discount()
    _create_sale_tax()
    _create_sale_tender()
    _create_basket_draft()
    _create_past_sale()
    _create_past_sale_line()
    _create_payment_intent()
    _create_print_job()
    _create_shift()
    _create_shift_close()


def _create_sale() -> None:
    op.create_table(
        "sale",
        *fact(),
        words("kind"),
        words("number"),
        whole("number_seq"),
        ident("basket_key"),
        ident("original_sale_id", null=True),
        ident("member_id", null=True),
        ident("household_id", null=True),
        ident("company_id", null=True),
        ident("account_id", null=True),
        ident("card_id", null=True),
        words("currency"),
        whole("exponent"),
        moment("opened_at"),
        whole("line_count"),
        whole("gross_minor"),
        whole("discount_minor"),
        whole("net_minor"),
        whole("tax_minor"),
        whole("total_minor"),
        whole("rounding_minor"),
        whole("paid_minor"),
        whole("given_minor"),
        whole("change_minor"),
        whole("points_earned"),
        whole("points_balance", null=True),
        sa.PrimaryKeyConstraint("id", name="pk_sale"),
        sa.UniqueConstraint("basket_key", name="uq_sale_basket_key"),
        sa.UniqueConstraint("till_id", "epoch", "number_seq", name="uq_sale_till_id_epoch_number_seq"),
    )
    op.create_index("ix_sale_business_date", "sale", ["business_date"])
    op.create_index("ix_sale_member_id_at", "sale", ["member_id", "at"])
    op.create_index("ix_sale_number", "sale", ["number"])
    op.create_index("ix_sale_original_sale_id", "sale", ["original_sale_id"])
    op.create_index("ix_sale_till_id_epoch_journal_seq", "sale", ["till_id", "epoch", "journal_seq"])


def _create_sale_line() -> None:
    op.create_table(
        "sale_line",
        *fact(),
        ident("sale_id"),
        whole("line_no"),
        ident("original_line_id", null=True),
        ident("product_id", null=True),
        ident("sale_unit_id", null=True),
        ident("family_id", null=True),
        ident("category_id", null=True),
        words("code"),
        words("name"),
        words("spec"),
        words("unit_name"),
        flag("by_weight"),
        whole("quantity_milli"),
        whole("factor_milli"),
        whole("list_price_minor"),
        whole("unit_price_minor"),
        words("price_source"),
        whole("gross_minor"),
        whole("discount_minor"),
        whole("net_minor"),
        words("tax_class"),
        whole("tax_rate_bp"),
        flag("tax_inclusive"),
        whole("tax_minor"),
        whole("unit_cost_minor", null=True),
        whole("cost_minor", null=True),
        flag("cost_estimated"),
        whole("points"),
        sa.PrimaryKeyConstraint("id", name="pk_sale_line"),
        sa.ForeignKeyConstraint(["sale_id"], ["sale.id"], name="fk_sale_line_sale_id"),
        sa.UniqueConstraint("sale_id", "line_no", name="uq_sale_line_sale_id_line_no"),
    )
    op.create_index("ix_sale_line_original_line_id", "sale_line", ["original_line_id"])
    op.create_index("ix_sale_line_product_id_business_date", "sale_line", ["product_id", "business_date"])


def _create_sale_discount() -> None:
    op.create_table(
        "sale_discount",
        *fact(),
        ident("sale_id"),
        ident("sale_line_id"),
        words("rule_kind"),
        ident("rule_id", null=True),
        words("label"),
        whole("amount_minor"),
        sa.PrimaryKeyConstraint("id", name="pk_sale_discount"),
        sa.ForeignKeyConstraint(["sale_id"], ["sale.id"], name="fk_sale_discount_sale_id"),
    )
    op.create_index("ix_sale_discount_sale_id", "sale_discount", ["sale_id"])


def _create_sale_tax() -> None:
    op.create_table(
        "sale_tax",
        *fact(),
        ident("sale_id"),
        words("tax_class"),
        words("name"),
        whole("rate_bp"),
        flag("inclusive"),
        whole("base_minor"),
        whole("tax_minor"),
        sa.PrimaryKeyConstraint("id", name="pk_sale_tax"),
        sa.ForeignKeyConstraint(["sale_id"], ["sale.id"], name="fk_sale_tax_sale_id"),
        sa.UniqueConstraint(
            "sale_id", "tax_class", "rate_bp", "inclusive", name="uq_sale_tax_sale_id_tax_class_rate_bp_inclusive"
        ),
    )


def _create_sale_tender() -> None:
    op.create_table(
        "sale_tender",
        *fact(),
        ident("sale_id"),
        whole("tender_no"),
        words("kind"),
        whole("amount_minor"),
        whole("given_minor"),
        whole("change_minor"),
        words("reference"),
        sa.PrimaryKeyConstraint("id", name="pk_sale_tender"),
        sa.ForeignKeyConstraint(["sale_id"], ["sale.id"], name="fk_sale_tender_sale_id"),
        sa.UniqueConstraint("sale_id", "tender_no", name="uq_sale_tender_sale_id_tender_no"),
    )


def _create_basket_draft() -> None:
    op.create_table(
        "basket_draft",
        ident("basket_key"),
        ident("till_id"),
        words("state"),
        whole("hold_no", null=True),
        words("label"),
        ident("held_by", null=True),
        text("payload"),
        moment("updated_at"),
        sa.PrimaryKeyConstraint("basket_key", name="pk_basket_draft"),
    )
    op.create_index("ix_basket_draft_till_id_state", "basket_draft", ["till_id", "state"])


def _create_past_sale() -> None:
    op.create_table(
        "past_sale",
        ident("id"),
        ident("shop_id"),
        words("source"),
        words("receipt"),
        moment("at"),
        day("business_date"),
        ident("member_id", null=True),
        words("member_code"),
        whole("total_minor"),
        sa.PrimaryKeyConstraint("id", name="pk_past_sale"),
        sa.UniqueConstraint("source", "receipt", name="uq_past_sale_source_receipt"),
    )
    op.create_index("ix_past_sale_member_id_at", "past_sale", ["member_id", "at"])


def _create_past_sale_line() -> None:
    op.create_table(
        "past_sale_line",
        ident("id"),
        ident("past_sale_id"),
        whole("line_no"),
        ident("product_id", null=True),
        words("item_code"),
        words("name"),
        whole("quantity_milli"),
        words("price_text"),
        whole("amount_minor"),
        sa.PrimaryKeyConstraint("id", name="pk_past_sale_line"),
        sa.UniqueConstraint("past_sale_id", "line_no", name="uq_past_sale_line_past_sale_id_line_no"),
    )


def _create_payment_intent() -> None:
    op.create_table(
        "payment_intent",
        ident("id"),
        ident("basket_key"),
        ident("till_id"),
        words("provider"),
        words("out_trade_no"),
        whole("amount_minor"),
        words("code_masked"),
        words("state"),
        whole("attempts"),
        moment("created_at"),
        moment("updated_at"),
        sa.PrimaryKeyConstraint("id", name="pk_payment_intent"),
        sa.UniqueConstraint("out_trade_no", name="uq_payment_intent_out_trade_no"),
    )
    op.create_index("ix_payment_intent_basket_key", "payment_intent", ["basket_key"])


def _create_print_job() -> None:
    op.create_table(
        "print_job",
        ident("id"),
        ident("till_id"),
        words("kind"),
        ident("sale_id", null=True),
        whole("copy_no"),
        text("payload", null=True),
        words("state"),
        whole("attempts"),
        words("last_error"),
        moment("created_at"),
        moment("next_attempt_at", null=True),
        moment("sent_at", null=True),
        moment("confirmed_at", null=True),
        day("business_date"),
        sa.PrimaryKeyConstraint("id", name="pk_print_job"),
    )
    op.create_index("ix_print_job_sale_id", "print_job", ["sale_id"])
    op.create_index("ix_print_job_state_created_at", "print_job", ["state", "created_at"])


def _create_shift() -> None:
    op.create_table(
        "shift",
        *fact(),
        whole("number_seq"),
        whole("float_minor"),
        sa.PrimaryKeyConstraint("id", name="pk_shift"),
        sa.UniqueConstraint("till_id", "epoch", "number_seq", name="uq_shift_till_id_epoch_number_seq"),
    )


def _create_shift_close() -> None:
    op.create_table(
        "shift_close",
        *fact(),
        ident("closed_shift_id"),
        whole("expected_minor"),
        whole("counted_minor"),
        whole("over_short_minor"),
        whole("last_journal_seq"),
        blob("last_journal_hash"),
        text("z_report"),
        sa.PrimaryKeyConstraint("id", name="pk_shift_close"),
        sa.UniqueConstraint("closed_shift_id", name="uq_shift_close_closed_shift_id"),
    )
