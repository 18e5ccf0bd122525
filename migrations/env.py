"""Runs under `app.models.migrate`, which hands over an open connection inside one transaction."""

from __future__ import annotations

from alembic import context

from app.models import Base

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=Base.metadata,
    transactional_ddl=True,
    render_as_batch=False,
    compare_type=True,
)
# The transaction is the caller's: all steps or none.
context.run_migrations()
