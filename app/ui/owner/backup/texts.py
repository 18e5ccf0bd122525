"""Sentences of the page of backups."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.services.backup.health import BackupHealth
from app.services.backup.make import BackupMade
from app.services.backup.state import CheckNote, DrillNote
from app.ui.kit.backup_words import tell_trouble
from app.ui.kit.words import Words
from app.values.errors import QT_TRANSLATE_NOOP

MADE = QT_TRANSLATE_NOOP("office", "The backup is good: written, opened again and checked, {size} in {seconds} s.")
FOLDER_CHOSEN = QT_TRANSLATE_NOOP("office", "Backups go to {folder} from now on. Make one now.")
FOLDER_DEFAULT = QT_TRANSLATE_NOOP("office", "Backups go beside the data again, on the same disk.")
KEY_PRINTED = QT_TRANSLATE_NOOP("office", "The key is on the paper. Put it in a safe now, not beside the till.")
STOPPED = QT_TRANSLATE_NOOP("office", "Stopped. Older backups are untouched.")
SAME_DISK = QT_TRANSLATE_NOOP(
    "office",
    "The backups lie on the same disk as the shop's data: if the disk breaks, both are lost. "
    "Plug in a stick or choose a share.",
)
NOT_THERE = QT_TRANSLATE_NOOP("office", "This folder is not there now. Plug in the stick or connect the share.")
OTHER_DISK = QT_TRANSLATE_NOOP("office", "On another disk than the data: good.")
NEEDS_PAPER = QT_TRANSLATE_NOOP(
    "office",
    "The recovery key is on no paper yet. Without it nobody can open a backup once this computer is lost.",
)
_DRILL_NONE = QT_TRANSLATE_NOOP("office", "Nobody has tried yet whether a backup comes back.")
_DRILL_GOOD = QT_TRANSLATE_NOOP(
    "office", "{when}: the backup of {made} came back in {seconds} s with {sales} sales. A restore would work."
)
_DRILL_FINDINGS = QT_TRANSLATE_NOOP(
    "office", "{when}: the backup of {made} came back, but has {findings} findings. `main.py verify` names them."
)
_DRILL_FAILED = QT_TRANSLATE_NOOP("office", "{when}: it did not come back. {trouble}")
_CHECK_GOOD = QT_TRANSLATE_NOOP("office", "The data file was looked at on {when} and is whole.")
_CHECK_FINDINGS = QT_TRANSLATE_NOOP(
    "office", "The data file was looked through on {when}: {findings} findings. `main.py verify` names them."
)
RESTORE = (
    QT_TRANSLATE_NOOP("office", "If this computer is lost or the data are damaged:"),
    QT_TRANSLATE_NOOP(
        "office", "1. Install Shuke on a computer. Plug in the stick, or connect the share, with the backups."
    ),
    QT_TRANSLATE_NOOP("office", "2. Take the paper with the recovery key out of the safe."),
    QT_TRANSLATE_NOOP("office", "3. Open a terminal in Shuke's folder and type: python main.py restore FILE"),
    QT_TRANSLATE_NOOP("office", "4. Type the key when it is asked for; a mistyped group is named by its number."),
    QT_TRANSLATE_NOOP(
        "office",
        "5. Start Shuke. Everything up to the moment of the backup is there; receipts go on with a new series, so that "
        "no number repeats. What was in place before is set aside, never deleted.",
    ),
)


def office(text: str) -> str:
    """A marked text of the office in the language in use."""
    return QCoreApplication.translate("office", text)


def size_words(size_bytes: int) -> str:
    """A size as people know it: `812 kB`, `12.3 MB`."""
    if size_bytes < 1_000_000:
        return f"{max(size_bytes // 1000, 1)} kB"
    whole, tenth = divmod(size_bytes // 100_000, 10)
    return f"{whole:,}.{tenth} MB"


def seconds_words(took_ms: int) -> str:
    """A length of time in seconds with one decimal."""
    tenths = max(took_ms // 100, 1)
    return f"{tenths // 10}.{tenths % 10}"


def made_words(made: BackupMade) -> str:
    """What a good backup says."""
    return office(MADE).format(size=size_words(made.file_bytes), seconds=seconds_words(made.took_ms))


def place_words(health: BackupHealth) -> tuple[str, str]:
    """What is to be said about the folder, and the role of the words."""
    if health.is_on_same_disk is None:
        return office(NOT_THERE), "problem"
    return (office(SAME_DISK), "problem") if health.is_on_same_disk else (office(OTHER_DISK), "good")


def drill_words(words: Words, drill: DrillNote | None) -> tuple[str, str]:
    """What the last drill came to, and the role of the words."""
    if drill is None:
        return office(_DRILL_NONE), "muted"
    when = words.moment(drill.at)
    if drill.trouble is not None:
        return office(_DRILL_FAILED).format(when=when, trouble=tell_trouble(drill.trouble)), "problem"
    made = words.moment(drill.made_at) if drill.made_at is not None else drill.file
    if not drill.is_good:
        return office(_DRILL_FINDINGS).format(when=when, made=made, findings=drill.findings), "problem"
    seconds = seconds_words(drill.took_ms)
    return office(_DRILL_GOOD).format(when=when, made=made, seconds=seconds, sales=words.count(drill.sales)), "good"


def check_words(words: Words, check: CheckNote | None) -> tuple[str, str]:
    """What the last look at the live file came to, and the role of the words."""
    if check is None:
        return "", "muted"
    when = words.moment(check.at)
    if check.findings:
        return office(_CHECK_FINDINGS).format(when=when, findings=words.count(check.findings)), "problem"
    return office(_CHECK_GOOD).format(when=when), "muted"
