"""`main.py import products|members|suppliers FILE`, `import --list`, `import --undo RUN`."""

from __future__ import annotations

import contextlib
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from app.bootstrap.folder import FILE_NAME, Opened, open_folder
from app.commands.founding import found_with_defaults
from app.services.common.instance import AlreadyRunning, InstanceLock
from app.services.exchange.desk import LocalImports, PlanSummary
from app.services.exchange.fields import ImportKind
from app.services.exchange.findings import Severity
from app.services.exchange.mapping import ColumnMapping, mapping_from_file, read_table
from app.services.exchange.runs import find_run, list_runs
from app.services.exchange.take_back import recover_imports
from app.values.errors import QT_TRANSLATE_NOOP, UserError

MOST_SHOWN = 50
NAME_LENGTH = 8
"""So many last digits of an import's id name it in the list."""
WHAT = {ImportKind.PRODUCTS: "goods", ImportKind.MEMBERS: "members", ImportKind.SUPPLIERS: "suppliers"}


class FileNotNamed(UserError):
    """Words are missing on the command line."""

    text = QT_TRANSLATE_NOOP("errors", "Say what to import and from which file, as in: import products goods.csv")


@dataclass(frozen=True, slots=True)
class ImportOrder:
    """What was typed.

    Attributes:
        mapping: A file that says which header fills which field.
        failed: Where the rows that failed are written.
    """

    what: str | None
    file: Path | None
    dry_run: bool = False
    mapping: Path | None = None
    failed: Path | None = None


def import_file(folder: Path, order: ImportOrder) -> int:
    """Bring records in; an empty directory becomes a shop with defaults and no demo goods.

    Returns 1 when rows were left out, or there was none.

    Raises:
        UserError, StoreError: nothing was imported.
    """
    if order.what is None or order.file is None:
        raise FileNotNamed()
    kind = ImportKind(order.what)
    with contextlib.ExitStack() as stack:
        if order.dry_run and not (folder / FILE_NAME).exists():
            # Nothing may be stored, not even an empty shop: the rows are tried on one that is thrown away.
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="shuke-dry-run-")))
        opened = stack.enter_context(_opened(folder))
        found_with_defaults(opened)
        _mend(opened, is_dry=order.dry_run)
        imports = LocalImports(opened.store, opened.operator())
        mapping = imports.look(order.file, kind).mapping
        if order.mapping is not None:
            mapping = mapping_from_file(order.mapping, read_table(order.file, kind), kind)
        done = imports.plan(mapping, _progress)
        if not done.result.rows:
            print(f"{order.file}: there is no row of {WHAT[kind]} in this file; nothing was imported", file=sys.stderr)
            return 1
        if not order.dry_run:
            done = imports.run(_progress)
        written = imports.save_failed(order.failed) if order.failed and done.result.failed else 0
    _print(done, mapping)
    if written:
        print(f"rows left out: {order.failed}")
    return 1 if done.result.failed else 0


def list_imports(folder: Path) -> int:
    """Say which imports there were, the newest first."""
    with _opened(folder, must_exist=True) as opened:
        zone = opened.settings().day.zone
        with opened.store.read() as read:
            runs = list_runs(read)
    for run in runs.rows:
        when = run.at.astimezone(zone).strftime("%Y-%m-%d %H:%M")
        counts = f"{run.added} added, {run.changed} changed, {run.failed} left out"
        program = f" ({run.program})" if run.program else ""
        name = run.run_id.hex()[-NAME_LENGTH:]
        print(f"{name}  {when}  {run.kind:<9}  {run.state:<9}  {counts}  {run.file_name}{program}")
    if not runs.rows:
        print("nothing was imported yet")
    return 0


def undo(folder: Path, name: str) -> int:
    """Take a whole import back.

    Raises:
        UserError: there is none of this name, or later sales refer to it.
    """
    with _opened(folder, must_exist=True) as opened:
        _mend(opened, is_dry=False)
        with opened.store.read() as read:
            run = find_run(read, name)
        LocalImports(opened.store, opened.operator()).undo(run.run_id, _progress)
    print(f"{run.file_name}: taken back; {run.added} records were closed, {run.changed} are as before")
    return 0


@contextlib.contextmanager
def _opened(folder: Path, *, must_exist: bool = False) -> Iterator[Opened]:
    opened = open_folder(folder, must_exist=must_exist)
    try:
        yield opened
    finally:
        opened.close()


def _mend(opened: Opened, *, is_dry: bool) -> None:
    """Take back what a crash left half-written; not while a till is open, whose import may be on its way."""
    if is_dry:
        return
    lock = InstanceLock(opened.folder)
    try:
        lock.take()
    except AlreadyRunning:
        return
    try:
        for file in recover_imports(opened.store, opened.operator()):
            print(f"{file}: an import that was cut off was taken back", file=sys.stderr)
    finally:
        lock.release()


def _progress(done: int, total: int) -> None:
    if sys.stderr.isatty():
        print(f"\r{done} / {total}", end="\n" if done >= total else "", file=sys.stderr, flush=True)


def _print(done: PlanSummary, mapping: ColumnMapping) -> None:
    result = done.result
    for finding in result.findings[:MOST_SHOWN]:
        where = f"row {finding.row}" + (f", {finding.column}" if finding.column else "")
        print(f"{finding.severity.value}: {where}: {finding.sentence}")
    if done.finding_count > MOST_SHOWN:
        errors = done.error_count
        print(f"... {done.finding_count} findings in all, {errors} of them {Severity.ERROR.value}s")
    verb = "would be" if result.dry_run else "were"
    written_by = f" (as {mapping.dialect} writes it)" if mapping.dialect else ""
    print(
        f"{result.file}{written_by}: {result.rows} rows; {result.added} {verb} added, {result.changed} changed, "
        f"{result.unchanged} are as before, {result.failed} left out"
    )
    if result.run_id is not None:
        print(f"to take it back: import --undo {result.run_id.hex()[-NAME_LENGTH:]}")
