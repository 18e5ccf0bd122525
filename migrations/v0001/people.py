"""Step 0001: members, households, cards, accounts."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from migrations.v0001.columns import blob, day, fact, flag, ident, moment, reference, text, whole, words


def create() -> None:
    """The tables of this room, in the order of their references."""
    _create_household()
    _create_member()
    _create_member_search_doc()
    _create_card()
    _create_account()
    _create_member_event()
    _create_member_alias()
    _create_consent()
    _create_visit()
    _create_points_lot()
    _create_coupon_definition()
    _create_coupon()


def _create_household() -> None:
    op.create_table(
        "household",
        *reference(),
        words("name"),
        whole("size", null=True),
        whole("payday_day", null=True),
        words("address"),
        text("door_note"),
        whole("arm"),
        sa.PrimaryKeyConstraint("id", name="pk_household"),
    )


def _create_member() -> None:
    op.create_table(
        "member",
        *reference(),
        words("number"),
        words("kind"),
        words("name"),
        words("address_form"),
        words("phone"),
        words("phone_last4"),
        words("email"),
        words("birthday"),
        words("birthday_calendar"),
        words("language"),
        text("note"),
        ident("household_id", null=True),
        ident("company_id", null=True),
        ident("referrer_id", null=True),
        whole("arm"),
        blob("salt"),
        moment("enrolled_at"),
        ident("enrolled_by", null=True),
        moment("erased_at", null=True),
        sa.PrimaryKeyConstraint("id", name="pk_member"),
        sa.ForeignKeyConstraint(["company_id"], ["company.id"], name="fk_member_company_id"),
        sa.ForeignKeyConstraint(["household_id"], ["household.id"], name="fk_member_household_id"),
        sa.UniqueConstraint("number", name="uq_member_number"),
    )
    op.create_index("ix_member_household_id", "member", ["household_id"])
    op.create_index("ix_member_phone", "member", ["phone"])
    op.create_index("ix_member_phone_last4", "member", ["phone_last4"])


def _create_member_search_doc() -> None:
    op.create_table(
        "member_search_doc",
        whole("doc_id"),
        ident("member_id"),
        text("terms"),
        sa.PrimaryKeyConstraint("doc_id", name="pk_member_search_doc"),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name="fk_member_search_doc_member_id"),
        sa.UniqueConstraint("member_id", name="uq_member_search_doc_member_id"),
    )


def _create_card() -> None:
    op.create_table(
        "card",
        *reference(),
        words("code"),
        words("kind"),
        ident("member_id"),
        words("close_reason"),
        sa.PrimaryKeyConstraint("id", name="pk_card"),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name="fk_card_member_id"),
    )
    op.create_index("ix_card_any_code", "card", ["code"])
    op.create_index("ix_card_member_id", "card", ["member_id"])
    op.create_index(
        "uq_card_code",
        "card",
        ["code"],
        unique=True,
        sqlite_where=sa.text("closed_at IS NULL"),
        postgresql_where=sa.text("closed_at IS NULL"),
    )


def _create_account() -> None:
    op.create_table(
        "account",
        *reference(),
        words("owner_kind"),
        ident("owner_id"),
        whole("points_balance"),
        whole("principal_balance"),
        whole("bonus_balance"),
        whole("credit_balance"),
        whole("credit_limit"),
        whole("due_day", null=True),
        sa.PrimaryKeyConstraint("id", name="pk_account"),
        sa.UniqueConstraint("owner_kind", "owner_id", name="uq_account_owner_kind_owner_id"),
    )


def _create_member_event() -> None:
    op.create_table(
        "member_event",
        *fact(),
        ident("member_id"),
        words("kind"),
        ident("other_id", null=True),
        blob("text_hash", null=True),
        sa.PrimaryKeyConstraint("id", name="pk_member_event"),
    )
    op.create_index("ix_member_event_member_id", "member_event", ["member_id"])
    op.create_index("ix_member_event_till_id_epoch_journal_seq", "member_event", ["till_id", "epoch", "journal_seq"])


def _create_member_alias() -> None:
    op.create_table(
        "member_alias",
        *fact(),
        ident("from_member_id"),
        ident("to_member_id"),
        words("cause"),
        sa.PrimaryKeyConstraint("id", name="pk_member_alias"),
    )
    op.create_index("ix_member_alias_from_member_id", "member_alias", ["from_member_id"])
    op.create_index("ix_member_alias_till_id_epoch_journal_seq", "member_alias", ["till_id", "epoch", "journal_seq"])


def _create_consent() -> None:
    op.create_table(
        "consent",
        *fact(),
        ident("member_id"),
        words("purpose"),
        words("channel"),
        flag("given"),
        words("text_version"),
        sa.PrimaryKeyConstraint("id", name="pk_consent"),
    )
    op.create_index("ix_consent_member_id", "consent", ["member_id"])
    op.create_index("ix_consent_till_id_epoch_journal_seq", "consent", ["till_id", "epoch", "journal_seq"])


def _create_visit() -> None:
    op.create_table(
        "visit",
        ident("id"),
        words("unit_kind"),
        ident("unit_id"),
        ident("shop_id"),
        day("business_date"),
        whole("sale_count"),
        whole("net_minor"),
        sa.PrimaryKeyConstraint("id", name="pk_visit"),
        sa.UniqueConstraint(
            "unit_kind", "unit_id", "business_date", "shop_id", name="uq_visit_unit_kind_unit_id_business_date_shop_id"
        ),
    )


def _create_points_lot() -> None:
    op.create_table(
        "points_lot",
        ident("id"),
        ident("account_id"),
        ident("sale_id", null=True),
        day("earned_on"),
        day("expires_on", null=True),
        whole("remaining"),
        sa.PrimaryKeyConstraint("id", name="pk_points_lot"),
    )
    op.create_index("ix_points_lot_account_id_expires_on", "points_lot", ["account_id", "expires_on"])
    op.create_index("ix_points_lot_sale_id", "points_lot", ["sale_id"])


def _create_coupon_definition() -> None:
    op.create_table(
        "coupon_definition",
        *reference(),
        words("code"),
        words("name"),
        words("rule"),
        flag("returns_on_refund"),
        flag("earns_points"),
        sa.PrimaryKeyConstraint("id", name="pk_coupon_definition"),
        sa.UniqueConstraint("code", name="uq_coupon_definition_code"),
    )


def _create_coupon() -> None:
    op.create_table(
        "coupon",
        *reference(),
        words("serial"),
        ident("definition_id"),
        ident("account_id", null=True),
        ident("till_id", null=True),
        day("valid_from"),
        day("valid_until", null=True),
        sa.PrimaryKeyConstraint("id", name="pk_coupon"),
        sa.UniqueConstraint("serial", name="uq_coupon_serial"),
    )
    op.create_index("ix_coupon_account_id", "coupon", ["account_id"])
