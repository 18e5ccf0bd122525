"""Alembic migrations, for SQLite on the till and PostgreSQL on the hub."""
