"""The house: every table that model.md decides, the triggers that hold facts, the full-text indexes."""

from __future__ import annotations

from alembic import op

from app.values.failpoints import reach
from migrations.v0001 import goods, guards, journal, ledgers, organisation, people, sales

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """From nothing to a till."""
    for room in (organisation, goods, people, sales, ledgers, journal):
        room.create()
        reach(f"migrate.0001.{room.__name__.rpartition('.')[2]}")
    guards.create(op.get_bind())
