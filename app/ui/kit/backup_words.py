"""How it stands with the backups, in a sentence: at the till, on the owner's home, and on the page of backups."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from app.services.backup.health import BackupHealth
from app.services.backup.state import Trouble
from app.ui.kit.words import Words


def tell_trouble(trouble: Trouble) -> str:
    """A stored sentence about a failure, in the language in use."""
    text = QCoreApplication.translate("errors", trouble.text)
    try:
        return text.format_map(trouble.params)
    except (KeyError, ValueError, IndexError):
        return trouble.sentence


def last_good_words(words: Words, health: BackupHealth) -> str:
    """When the last good backup was made."""
    if health.last_good is None:
        return QCoreApplication.translate("backup", "There is no backup yet.")
    text = QCoreApplication.translate("backup", "Last good backup: {when}")
    return text.format(when=words.moment(health.last_good.at))


def age_words(at: datetime, now: datetime) -> str:
    """How long ago that was, in whole minutes, hours or days."""
    minutes = max(int((now - at).total_seconds()) // 60, 0)
    if minutes < 60:
        return QCoreApplication.translate("backup", "{count} min ago").format(count=minutes)
    if minutes < 48 * 60:
        return QCoreApplication.translate("backup", "{count} h ago").format(count=minutes // 60)
    return QCoreApplication.translate("backup", "{count} days ago").format(count=minutes // (24 * 60))


def warning_words(words: Words, health: BackupHealth) -> str:
    """What is to be done when the last good backup is too old; nothing while all is well."""
    if not health.is_too_old:
        return ""
    advice = QCoreApplication.translate("backup", "The owner should look at the page Backup in the back office.")
    trouble = tell_trouble(health.failure) if health.failure is not None else advice
    if health.last_good is None:
        text = QCoreApplication.translate("backup", "There is no good backup of this till. {trouble}")
        return text.format(trouble=trouble)
    text = QCoreApplication.translate("backup", "The last good backup is too old: {when}. {trouble}")
    return text.format(when=words.moment(health.last_good.at), trouble=trouble)
