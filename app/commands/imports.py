"""`main.py import products FILE`."""

from __future__ import annotations

import contextlib
import sys
import tempfile
from pathlib import Path

from app.bootstrap.folder import FILE_NAME, open_folder
from app.commands.founding import found_with_defaults
from app.services.exchange.findings import Severity
from app.services.exchange.products import ImportResult, run_import_products

MOST_SHOWN = 50


def import_products(folder: Path, file: Path, *, dry_run: bool, failed: Path | None) -> int:
    """Bring goods in; an empty directory becomes a shop with defaults and no demo goods.

    Returns 1 when rows were left out, or there was none.

    Raises:
        UserError, StoreError: nothing was imported.
    """
    with contextlib.ExitStack() as stack:
        if dry_run and not (folder / FILE_NAME).exists():
            # Nothing may be stored, not even an empty shop: the rows are tried on one that is thrown away.
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="shuke-dry-run-")))
        opened = open_folder(folder)
        stack.callback(opened.close)
        found_with_defaults(opened)
        result = run_import_products(
            opened.store, opened.operator(), file, dry_run=dry_run, report=_progress, failed_rows=failed
        )
    if not result.rows:
        print(f"{file}: there is no row of goods in this file; nothing was imported", file=sys.stderr)
        return 1
    _print(result)
    return 1 if result.failed else 0


def _progress(done: int, total: int) -> None:
    if sys.stderr.isatty():
        print(f"\r{done} / {total}", end="\n" if done >= total else "", file=sys.stderr, flush=True)


def _print(result: ImportResult) -> None:
    for finding in result.findings[:MOST_SHOWN]:
        where = f"row {finding.row}" + (f", {finding.column}" if finding.column else "")
        print(f"{finding.severity.value}: {where}: {finding.sentence}")
    if len(result.findings) > MOST_SHOWN:
        errors = sum(finding.severity is Severity.ERROR for finding in result.findings)
        print(f"... {len(result.findings)} findings in all, {errors} of them errors")
    verb = "would be" if result.dry_run else "were"
    print(
        f"{result.file}: {result.rows} rows; {result.added} {verb} added, {result.changed} changed, "
        f"{result.unchanged} are as before, {result.failed} left out"
    )
    if result.failed_rows is not None:
        print(f"rows left out: {result.failed_rows}")
