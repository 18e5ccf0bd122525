"""Marked texts of the office in the language in use, and names that several reports share."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from app.services.payments.plan import TenderKind
from app.services.receipts.words import Language
from app.ui.kit.words import CHINESE, Words
from app.values.errors import QT_TRANSLATE_NOOP

NOTHING = "–"
WEEKDAYS = (
    QT_TRANSLATE_NOOP("office", "Monday"),
    QT_TRANSLATE_NOOP("office", "Tuesday"),
    QT_TRANSLATE_NOOP("office", "Wednesday"),
    QT_TRANSLATE_NOOP("office", "Thursday"),
    QT_TRANSLATE_NOOP("office", "Friday"),
    QT_TRANSLATE_NOOP("office", "Saturday"),
    QT_TRANSLATE_NOOP("office", "Sunday"),
)
TENDERS = {
    TenderKind.CASH: QT_TRANSLATE_NOOP("office", "Cash"),
    TenderKind.CARD: QT_TRANSLATE_NOOP("office", "Bank card"),
    TenderKind.WECHAT: QT_TRANSLATE_NOOP("office", "WeChat"),
    TenderKind.ALIPAY: QT_TRANSLATE_NOOP("office", "Alipay"),
    TenderKind.ROUNDING: QT_TRANSLATE_NOOP("office", "Rounding"),
}


def office(text: str) -> str:
    """A marked text of the office in the language in use."""
    return QCoreApplication.translate("office", text) if text else ""


def weekday(day: date) -> str:
    """`Monday`."""
    return office(WEEKDAYS[day.weekday()])


def tender_word(kind: str) -> str:
    """A way of paying; one that is not known stands as it is stored."""
    return office(TENDERS[TenderKind(kind)]) if kind in set(TenderKind) else kind


def paper_language(words: Words) -> Language:
    """The language of files, as the reports call it."""
    return "zh" if words.language == CHINESE else "en"
