"""The spool: paper waits in a table, written in the sale's own transaction."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base
from app.values.ids import Id


class PrintJob(Base):
    """queued > sending > sent > confirmed, or unknown (ask the cashier), or failed. Payload is purged after 30 days."""

    __tablename__ = "print_job"
    __table_args__ = (Index(None, "state", "created_at"), Index(None, "sale_id"))

    id: Mapped[Id] = mapped_column(primary_key=True)
    till_id: Mapped[Id]
    kind: Mapped[str]
    sale_id: Mapped[Id | None]
    copy_no: Mapped[int] = mapped_column(default=0)
    payload: Mapped[str | None] = mapped_column(Text)
    state: Mapped[str]
    attempts: Mapped[int] = mapped_column(default=0)
    last_error: Mapped[str] = mapped_column(default="")
    created_at: Mapped[dt.datetime]
    next_attempt_at: Mapped[dt.datetime | None]
    sent_at: Mapped[dt.datetime | None]
    confirmed_at: Mapped[dt.datetime | None]
    business_date: Mapped[dt.date]
