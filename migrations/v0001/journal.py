"""Step 0001: the journal, the outbox, the audit."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from migrations.v0001.columns import blob, fact, ident, moment, text, whole, words


def create() -> None:
    """The tables of this room, in the order of their references."""
    _create_journal_entry()
    _create_outbox()
    _create_audit_event()


def _create_journal_entry() -> None:
    op.create_table(
        "journal_entry",
        ident("till_id"),
        whole("epoch"),
        whole("seq"),
        words("kind"),
        moment("at"),
        blob("previous_hash"),
        blob("hash"),
        blob("payload"),
        sa.PrimaryKeyConstraint("till_id", "epoch", "seq", name="pk_journal_entry"),
    )


def _create_outbox() -> None:
    op.create_table(
        "outbox",
        whole("outbox_id"),
        ident("till_id"),
        whole("epoch"),
        whole("journal_seq"),
        words("kind"),
        moment("created_at"),
        moment("sent_at", null=True),
        sa.PrimaryKeyConstraint("outbox_id", name="pk_outbox"),
    )
    op.create_index("ix_outbox_sent_at", "outbox", ["sent_at"])


def _create_audit_event() -> None:
    op.create_table(
        "audit_event",
        *fact(),
        words("action"),
        words("origin"),
        ident("granted_by", null=True),
        words("subject_kind"),
        ident("subject_id", null=True),
        whole("amount_minor", null=True),
        text("detail"),
        sa.PrimaryKeyConstraint("id", name="pk_audit_event"),
    )
    op.create_index("ix_audit_event_action_at", "audit_event", ["action", "at"])
