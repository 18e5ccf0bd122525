"""Words of this room that are looked up by a value: kinds, reasons, causes."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtCore import QCoreApplication

from app.services.inventory.values import DocumentKind, Reason
from app.values.errors import QT_TRANSLATE_NOOP

KINDS: Final = {
    DocumentKind.RECEIPT: QT_TRANSLATE_NOOP("office", "Delivery"),
    DocumentKind.RETURN: QT_TRANSLATE_NOOP("office", "Sent back"),
    DocumentKind.WASTE: QT_TRANSLATE_NOOP("office", "Waste"),
    DocumentKind.CORRECTION: QT_TRANSLATE_NOOP("office", "Correction"),
    DocumentKind.COUNT: QT_TRANSLATE_NOOP("office", "Stock-take"),
    DocumentKind.OPENING: QT_TRANSLATE_NOOP("office", "Opening stock"),
}
REASONS: Final = {
    Reason.EXPIRED: QT_TRANSLATE_NOOP("office", "Expired"),
    Reason.DAMAGED: QT_TRANSLATE_NOOP("office", "Damaged"),
    Reason.STOLEN: QT_TRANSLATE_NOOP("office", "Stolen or lost"),
    Reason.OWN_USE: QT_TRANSLATE_NOOP("office", "Used in the shop"),
    Reason.SAMPLE: QT_TRANSLATE_NOOP("office", "Given to taste"),
    Reason.BOOKED_WRONG: QT_TRANSLATE_NOOP("office", "Booked wrongly"),
    Reason.OTHER: QT_TRANSLATE_NOOP("office", "Other"),
}
CAUSES: Final = {
    "sale": QT_TRANSLATE_NOOP("office", "Sale"),
    "refund": QT_TRANSLATE_NOOP("office", "Refund"),
    **{kind.value: text for kind, text in KINDS.items()},
}
TAKEN_BACK: Final = QT_TRANSLATE_NOOP("office", "taken back")
TAKES_BACK: Final = QT_TRANSLATE_NOOP("office", "takes back")


def say(text: str) -> str:
    """A marked text of this room in the language in use."""
    return QCoreApplication.translate("office", text) if text else ""


def say_reason(reason: str, words: str) -> str:
    """A reason with its own words."""
    known = say(REASONS[Reason(reason)]) if reason in set(Reason) else ""
    return " · ".join(part for part in (known, words) if part)


def say_cause(cause: str) -> str:
    """Why goods moved."""
    return say(CAUSES.get(cause, cause))


def read_day(text: str) -> date | None:
    """A day as people type it: 2026-05-01, 2026/5/1, 20260501 or 260501; None for nothing.

    Raises:
        ValueError: no day.
    """
    plain = text.strip()
    if not plain:
        return None
    for sign in "/.年月":
        plain = plain.replace(sign, "-")
    parts = plain.removesuffix("日").split("-")
    if len(parts) == 1 and len(plain) in (6, 8) and plain.isdecimal():
        parts = [plain[:-4], plain[-4:-2], plain[-2:]]
    if len(parts) != 3 or not all(part.isdecimal() for part in parts):
        raise ValueError(f"no day: {text!r}")
    year, month, day = (int(part) for part in parts)
    return date(year + 2000 if year < 100 else year, month, day)
