"""The hash-chained journal of facts, and the outbox that later carries it to the hub."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base
from app.values.ids import Id


class JournalEntry(Base):
    """One committed action: the canonical bytes of all its facts, and SHA-256 over the hash before and these bytes."""

    __tablename__ = "journal_entry"

    till_id: Mapped[Id] = mapped_column(primary_key=True)
    epoch: Mapped[int] = mapped_column(primary_key=True)
    seq: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    at: Mapped[dt.datetime]
    previous_hash: Mapped[bytes]
    hash: Mapped[bytes]
    payload: Mapped[bytes]


class Outbox(Base):
    """What the hub has not yet been told; the body is the journal entry."""

    __tablename__ = "outbox"
    __table_args__ = (Index(None, "sent_at"),)

    outbox_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    till_id: Mapped[Id]
    epoch: Mapped[int]
    journal_seq: Mapped[int]
    kind: Mapped[str]
    created_at: Mapped[dt.datetime]
    sent_at: Mapped[dt.datetime | None]
