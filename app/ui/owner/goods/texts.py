"""Sentences of the goods pages."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.values.errors import QT_TRANSLATE_NOOP

ADDED = QT_TRANSLATE_NOOP("office", "“{name}” is in the catalogue.")
SAVED = QT_TRANSLATE_NOOP("office", "“{name}” is saved.")
CLOSED = QT_TRANSLATE_NOOP("office", "{count} taken out of the catalogue, the first is “{name}”.")
CODE_ADDED = QT_TRANSLATE_NOOP("office", "The barcode {name} was added.")
CODE_DROPPED = QT_TRANSLATE_NOOP("office", "The barcode {name} names nothing any more.")
UNIT_ADDED = QT_TRANSLATE_NOOP("office", "Also sold as “{name}” now. Give it a price and a barcode.")
PRICE_SET = QT_TRANSLATE_NOOP("office", "The price {name} holds from now on.")
PRICE_PLANNED = QT_TRANSLATE_NOOP("office", "The price {name} is planned.")
PRICE_CALLED_OFF = QT_TRANSLATE_NOOP("office", "The planned price will not begin; {name} stays.")
BULK_DONE = QT_TRANSLATE_NOOP("office", "{count} goods were changed.")
BULK_FAILED = QT_TRANSLATE_NOOP("office", "{count} goods were changed, {failed} could not be: {reason}")
BULK_UNDONE = QT_TRANSLATE_NOOP("office", "{count} goods are as they were.")


def office(text: str) -> str:
    """A marked text of the office in the language in use."""
    return QCoreApplication.translate("office", text)
