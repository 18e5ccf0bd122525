"""`main.py backup`: make one now, list them, show the recovery key."""

from __future__ import annotations

import sys
from pathlib import Path

from app.bootstrap.folder import FILE_NAME, look_into, open_folder
from app.services.backup.copy_out import till_now
from app.services.backup.key import key_text
from app.services.backup.key_file import load_key
from app.services.backup.make import BackupMade, make_backup
from app.services.backup.set_aside import refuse_set_aside
from app.services.backup.show_key import show_key
from app.services.backup.target import ListedBackup, is_unused, list_backups, target_folder
from app.services.backup.watch import Step, Watch

_WORDS = {Step.COPY: "copying", Step.SEAL: "sealing", Step.OPEN: "opening", Step.CHECK: "checking"}


def backup(folder: Path, to: Path | None) -> int:
    """Make a backup now and say what was found in it; the till may go on selling.

    Raises:
        NoData, NeedsMigrate, UserError, DeviceError, StoreError: older backups are untouched.
    """
    refuse_set_aside(folder / FILE_NAME)
    opened = look_into(folder)
    try:
        made = make_backup(opened.store, folder=to, watch=Watch(tell_progress))
    finally:
        opened.close()
    _print(made)
    if made.key_is_new:
        key = load_key(folder)
        assert key is not None
        print(f"\nThis is the recovery key, made just now (number {key.key_id}):\n\n{_in_lines(key_text(key))}\n")
        print("Write it down and keep it in a safe: without it nobody can open a backup once this machine is lost.")
    return 0


def list_all(folder: Path, to: Path | None) -> int:
    """The backups there are, newest first; needs no key.

    Raises:
        NoData, NeedsMigrate, DeviceError, StoreError
    """
    where = to
    if where is None:
        opened = look_into(folder)
        where = target_folder(till_now(opened.store).settings, folder)
        opened.close()
    backups = () if is_unused(where, folder) else list_backups(where)
    for listed in backups:
        print(_line(listed))
    print(f"{len(backups)} backups in {where}")
    return 0


def show_recovery_key(folder: Path) -> int:
    """The key on standard output; an audit row says that it was shown.

    Raises:
        NoData, KeyFileDamaged, StoreError
    """
    refuse_set_aside(folder / FILE_NAME)
    opened = open_folder(folder, must_exist=True)
    try:
        shown = show_key(opened.store, opened.operator())
    finally:
        opened.close()
    print(f"recovery key {shown.key_id}\n{_in_lines(shown.text)}")
    return 0


def tell_progress(step: Step, done: int, total: int) -> None:
    """One line that is written over, where somebody looks on."""
    if sys.stderr.isatty():
        share = 100 * done // total if total else 100
        print(f"\r{_WORDS.get(step, 'verifying'):<10} {share:3d} %", end="", file=sys.stderr, flush=True)


def _print(made: BackupMade) -> None:
    if sys.stderr.isatty():
        print(file=sys.stderr)
    sales = made.contents.counts.get("sale", 0)
    print(f"{made.path}")
    print(
        f"{made.file_bytes // 1024} kB in {made.took_ms} ms; opened again and whole: {sales} sales, "
        f"journal {made.contents.epoch}/{made.contents.journal_seq} {made.contents.journal_hash.hex()[:16]}"
    )
    if made.removed:
        print(f"{len(made.removed)} older ones were removed")
    if made.is_same_disk:
        print("careful: it lies on the same disk as the data; choose a stick or a share with `settings set`")
        print("  python main.py settings set backup.folder FOLDER")


def _line(listed: ListedBackup) -> str:
    header = listed.header
    when = f"{header.made_at:%Y-%m-%d %H:%M:%S} UTC"
    whose = f"{header.shop_name} {header.till_code}, epoch {header.epoch}, key {header.key_id}"
    return f"{when}  {listed.file_bytes // 1024:>8} kB  {whose}  {listed.path.name}"


def _in_lines(text: str) -> str:
    """Groups as they are best copied: five on a line."""
    groups = text.split()
    return "\n".join("  " + " ".join(groups[at : at + 5]) for at in range(0, len(groups), 5))
