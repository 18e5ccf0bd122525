"""Open the shop: goods in, quick keys, limits of people, imports that can be taken back."""

from __future__ import annotations

from alembic import op

from app.values.failpoints import reach
from migrations.v0002 import goods_in, guards, owner

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """From a till to a shop."""
    for room in (owner, goods_in):
        room.create()
        reach(f"migrate.0002.{room.__name__.rpartition('.')[2]}")
    guards.create(op.get_bind())
