"""Tables as CSV: UTF-8 with its mark (so that Excel sees Chinese), RFC 4180, no cell that is taken for a formula."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from app.services.reports.files import told_rows, whole_file
from app.services.reports.table import Table, Tell, plain
from app.values.text import safe_cell

_LINE_BREAKS = ("\n",)


def write_csv(tables: Sequence[Table], path: Path, tell: Tell | None = None) -> int:
    """Write the tables, each under its title where there are several; return how many rows.

    Raises:
        FileNotWritten
    """
    count = 0
    with whole_file(path) as beside, beside.open("w", encoding="utf-8-sig", newline="", errors="replace") as stream:
        writer = csv.writer(stream, lineterminator="\r\n")
        for at, table in enumerate(tables):
            if len(tables) > 1:
                writer.writerows([[]] * bool(at) + [[safe_text(table.title)]])
            count += _write(writer, table, tell)
    return count


def _write(writer: Any, table: Table, tell: Tell | None) -> int:
    writer.writerow([safe_text(column.title) for column in table.columns])
    count = 0
    for row in told_rows(table, tell):
        writer.writerow(
            [safe_text(cell) if isinstance(cell, str) else plain(cell, table.exponent, table.zone) for cell in row]
        )
        count += 1
    return count


def safe_text(text: str) -> str:
    """Words that no spreadsheet takes for a formula, also behind a line break at their beginning."""
    return "'" + text if text.startswith(_LINE_BREAKS) else safe_cell(text)
