"""No way of writing gets past the guards of a fact."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy.exc import DBAPIError

from tests.support.shop import make_shop


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT OR REPLACE INTO audit_event SELECT * FROM audit_event",
        "REPLACE INTO journal_entry SELECT * FROM journal_entry",
        "UPDATE OR IGNORE audit_event SET action = 'x'",
        "DELETE FROM audit_event WHERE 1",
        "INSERT INTO audit_event SELECT * FROM audit_event WHERE true ON CONFLICT DO UPDATE SET action = 'x'",
    ],
)
def test_a_fact_cannot_be_replaced(tmp_path: Path, statement: str) -> None:
    shop = make_shop(tmp_path)
    with shop.database.writer.connect() as connection, pytest.raises(DBAPIError, match="append-only"):
        connection.exec_driver_sql(statement)
