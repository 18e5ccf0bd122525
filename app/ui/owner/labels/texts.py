"""Sentences of the labels page."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.services.labels.sheets import SHEETS, SheetLayout
from app.ui.kit.fields import Choice
from app.values.errors import QT_TRANSLATE_NOOP

SAVED = QT_TRANSLATE_NOOP("office", "{count} labels are in {file}. Print it at 100 %, not fitted to the page.")
PRINTED = QT_TRANSLATE_NOOP("office", "The label printer took {count} labels.")
WITHOUT_PRICE = QT_TRANSLATE_NOOP("office", "{count} goods have no price and got no label, the first is “{name}”.")
WITHOUT_CODE = QT_TRANSLATE_NOOP("office", "{count} goods have no barcode and got no label, the first is “{name}”.")
NOT_DUE_NOW = QT_TRANSLATE_NOOP("office", "No shelf label is due: all say what the till asks.")
UNKNOWN = QT_TRANSLATE_NOOP("office", "“{code}” is not in the catalogue.")
NOTHING_TO_PRINT = QT_TRANSLATE_NOOP("office", "There is nothing to print. Scan goods, or take those that are due.")
NOT_PRINTED = QT_TRANSLATE_NOOP("office", "These labels are due again.")
EMPTIED = QT_TRANSLATE_NOOP("office", "The list of labels is empty now.")
_SHEET = QT_TRANSLATE_NOOP("office", "{count} on A4, {width} x {height} mm")


def office(text: str) -> str:
    """A marked text of the office in the language in use."""
    return QCoreApplication.translate("office", text)


def sheet_choices() -> tuple[Choice, ...]:
    """The sheets there are, in words."""
    return tuple(Choice(sheet.key, _sheet_words(sheet)) for sheet in SHEETS.values())


def _sheet_words(sheet: SheetLayout) -> str:
    width, height = _millimetres(sheet.size.width_um), _millimetres(sheet.size.height_um)
    return office(_SHEET).format(count=sheet.count, width=width, height=height)


def _millimetres(length_um: int) -> str:
    whole, rest = divmod(length_um, 1000)
    return f"{whole}.{rest // 100}" if rest else str(whole)
