"""`main.py restore FILE` and `main.py restore --drill`."""

from __future__ import annotations

import sys
from pathlib import Path

from app.bootstrap.folder import FILE_NAME, look_into, prepare_folder
from app.commands.backup import tell_progress
from app.services.backup.drill import run_drill
from app.services.backup.key import RecoveryKey, read_key
from app.services.backup.key_file import load_key
from app.services.backup.restore import Restored, restore_backup
from app.services.backup.unpack import header_of
from app.services.backup.watch import Watch
from app.values.errors import QT_TRANSLATE_NOOP, UserError

MOST_SHOWN = 50


class KeyNeeded(UserError):
    """Nobody is there to be asked for it."""

    text = QT_TRANSLATE_NOOP(
        "errors",
        "This backup needs the recovery key {key_id} from the paper. Nothing was changed. Give it with --key-file.",
    )


class WhichBackup(UserError):
    """No file was named."""

    text = QT_TRANSLATE_NOOP(
        "errors", "Which backup? Name its file: `python main.py backup --list` says which there are."
    )


class KeyFileMissing(UserError):
    """The file named for the key cannot be read."""

    text = QT_TRANSLATE_NOOP("errors", "The file {file} with the recovery key cannot be read. Nothing was changed.")


def restore(folder: Path, file: Path | None, *, key: str | None, key_file: Path | None) -> int:
    """Put a backup in place; what was there is set aside. 1 when its data have findings.

    Raises:
        UserError, DeviceError, StoreError: nothing was changed.
    """
    if file is None:
        raise WhichBackup()
    header = header_of(file)
    chosen = _typed(key, key_file) or _kept(folder, header.key_id) or _ask(header.key_id)
    prepare_folder(folder)
    done = restore_backup(file, folder / FILE_NAME, chosen, watch=Watch(tell_progress))
    _print(done)
    return 1 if done.findings else 0


def drill(folder: Path, where: Path | None, *, key: str | None, key_file: Path | None) -> int:
    """Try whether the newest backup would come back; the shop's file is only read. 1 when it has findings.

    Raises:
        UserError, DeviceError, StoreError
    """
    opened = look_into(folder)
    try:
        result = run_drill(opened.store, folder=where, key=_typed(key, key_file), watch=Watch(tell_progress))
    finally:
        opened.close()
    _end_progress()
    rows = sum(result.counts.values())
    print(f"{result.path}: data of {result.made_at:%Y-%m-%d %H:%M:%S} UTC")
    print(f"restored and looked through in {result.took_ms} ms: {result.sales} sales, {rows} rows, same journal")
    print("a restore would work" if result.is_good else f"{result.findings} findings; `verify` names them")
    return 0 if result.is_good else 1


def _typed(key: str | None, key_file: Path | None) -> RecoveryKey | None:
    if key is not None:
        return read_key(key)
    if key_file is None:
        return None
    try:
        return read_key(key_file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as problem:
        raise KeyFileMissing(file=key_file) from problem


def _kept(folder: Path, key_id: str) -> RecoveryKey | None:
    """This machine's own key, if it is the one; else the paper is needed."""
    try:
        known = load_key(folder)
    except UserError:
        return None
    return known if known is not None and known.key_id == key_id else None


def _ask(key_id: str) -> RecoveryKey:
    """The paper's key, asked until it is well typed; an empty line ends it."""
    while sys.stdin.isatty():
        typed = input(f"Recovery key {key_id} (13 groups, as on the paper): ")
        if not typed.strip():
            break
        try:
            return read_key(typed)
        except UserError as problem:
            print(problem, file=sys.stderr)
    raise KeyNeeded(key_id=key_id)


def _end_progress() -> None:
    if sys.stderr.isatty():
        print(file=sys.stderr)


def _print(done: Restored) -> None:
    _end_progress()
    header = done.header
    print(f"{header.shop_name}, till {header.till_code}: data of {header.made_at:%Y-%m-%d %H:%M:%S} UTC are in place")
    print(f"{done.sales} sales in {done.took_ms} ms; receipts go on as {header.till_code}.{done.epoch}-000001")
    if done.set_aside is not None:
        print(f"what was there before: {done.set_aside}")
    if not done.is_epoch_noted:
        print("careful: no note could be left beside the backup; do not restore the same file on another machine too")
    for finding in done.findings[:MOST_SHOWN]:
        print(f"{finding.table} {finding.row}: {finding.sentence}".strip(), file=sys.stderr)
    words = "all is well" if not done.findings else f"{len(done.findings)} findings, which were in the backup already"
    print(words)
