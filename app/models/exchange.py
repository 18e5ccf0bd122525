"""What came in by files, so that a whole import can be taken back."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import ForeignKey, Index, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base
from app.values.ids import Id


class ImportRun(Base):
    """One file that was taken in. `state` is running, done, undoing, cancelled or undone; `counts` is JSON."""

    __tablename__ = "import_run"
    __table_args__ = (Index(None, "kind", "at"),)

    id: Mapped[Id] = mapped_column(primary_key=True)
    kind: Mapped[str]
    dialect: Mapped[str]
    file_name: Mapped[str]
    file_hash: Mapped[bytes]
    at: Mapped[dt.datetime]
    staff_id: Mapped[Id | None]
    state: Mapped[str]
    counts: Mapped[str] = mapped_column(Text, default="{}")
    undone_at: Mapped[dt.datetime | None]
    undone_by: Mapped[Id | None]


class ImportChange(Base):
    """One row that an import made or changed; `before` holds the old values (JSON) and may be erased."""

    __tablename__ = "import_change"
    __table_args__ = (UniqueConstraint("run_id", "place"), Index(None, "row_id"))

    id: Mapped[Id] = mapped_column(primary_key=True)
    run_id: Mapped[Id] = mapped_column(ForeignKey("import_run.id"))
    place: Mapped[int]
    table_name: Mapped[str]
    row_id: Mapped[Id]
    action: Mapped[str]
    before: Mapped[str | None] = mapped_column(Text)
