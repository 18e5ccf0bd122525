"""Writing a file whole or not at all: what an unfinished or cancelled export leaves behind is nothing."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from app.services.reports.table import TELL_EVERY, Cell, FileNotWritten, Table, Tell, check_cell
from app.values.ids import new_id


@contextlib.contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """A file beside `path` that takes its place at the end; when anything raises, `path` stays as it was.

    For the eyes of this user only: an export may hold what the shop earns.

    Raises:
        FileNotWritten
    """
    beside = path.with_name(f".{path.name}.{new_id().hex()[-8:]}")
    try:
        beside.touch(mode=0o600, exist_ok=False)
        yield beside
        os.replace(beside, path)
    except OSError as problem:
        raise FileNotWritten(file=path.name) from problem
    finally:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)


def told_rows(table: Table, tell: Tell | None) -> Iterator[tuple[Cell, ...]]:
    """The rows one by one, each checked against the columns; tells how far it is."""
    done = 0
    for row in table.rows:
        for column, cell in zip(table.columns, row, strict=True):
            check_cell(column, cell)
        yield row
        done += 1
        if tell is not None and done % TELL_EVERY == 0:
            tell(done, max(table.count, done) if table.count else 0)
    if tell is not None:
        tell(done, done)
