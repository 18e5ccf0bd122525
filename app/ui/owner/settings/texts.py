"""Settings in words: groups, values with their units, and what a search finds them by, in both languages."""

from __future__ import annotations

import functools
from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QTranslator

from app.services.common.search_terms import name_terms
from app.services.settings import explained
from app.services.settings.overview import AnySetting
from app.ui.kit.words import CHINESE, I18N_FOLDER, Words
from app.values.errors import QT_TRANSLATE_NOOP
from app.values.money import Money
from app.values.text import fold_for_search

GROUPS: Mapping[str, str] = {
    "shop": QT_TRANSLATE_NOOP("office", "Shop"),
    "receipt": QT_TRANSLATE_NOOP("office", "Receipt"),
    "printer": QT_TRANSLATE_NOOP("office", "Printer"),
    "labels": QT_TRANSLATE_NOOP("office", "Labels"),
    "cash": QT_TRANSLATE_NOOP("office", "Cash"),
    "points": QT_TRANSLATE_NOOP("office", "Points"),
    "scale": QT_TRANSLATE_NOOP("office", "Scale labels"),
    "scanner": QT_TRANSLATE_NOOP("office", "Scanner"),
    "security": QT_TRANSLATE_NOOP("office", "Security"),
    "backup": QT_TRANSLATE_NOOP("office", "Backup"),
    "screen": QT_TRANSLATE_NOOP("office", "Screen"),
    "other": QT_TRANSLATE_NOOP("office", "Other"),
}
_BY_AREA = {
    "drawer": "printer",
    "label_printer": "labels",
    "label": "labels",
    "refund": "security",
    "staff": "security",
    "ui": "screen",
    "scan": "scanner",
    "setup": "other",
}


def group_of(key: str) -> str:
    """In which group a setting stands; one of an area nobody knows stands under the others."""
    area = key.partition(".")[0]
    area = _BY_AREA.get(area, area)
    return area if area in GROUPS else "other"


def label_of(setting: AnySetting) -> str:
    """Its name in the language in use."""
    return QCoreApplication.translate("settings", setting.label)


def value_text(setting: AnySetting, value: object, words: Words) -> str:
    """A value as people read it."""
    if value is None:
        return "–"
    if isinstance(value, bool):
        return QCoreApplication.translate("settings", "Yes") if value else QCoreApplication.translate("settings", "No")
    label = explained.CHOICES.get(setting.key, {}).get(value)
    if label is not None:
        return QCoreApplication.translate("settings", label)
    if isinstance(value, int) and explained.is_money(setting.key):
        return words.money(Money(value))
    unit = explained.unit_of(setting.key)
    shown = str(value).replace("\n", " / ") or QCoreApplication.translate("settings", "(empty)")
    return f"{shown} {QCoreApplication.translate('settings', unit)}" if unit and value != "" else shown


@functools.cache
def _chinese() -> QTranslator:
    """The Chinese words beside the language in use: a search understands both."""
    translator = QTranslator()
    translator.load(f"shuke_{CHINESE}", str(I18N_FOLDER))
    return translator


def search_text(setting: AnySetting) -> tuple[str, ...]:
    """Everything a setting is found by: both languages, pinyin and initials, its key."""
    sentence = explained.explanation(setting.key)
    group = GROUPS[group_of(setting.key)]
    told = [setting.label, sentence, group, *explained.CHOICES.get(setting.key, {}).values()]
    in_chinese = [_chinese().translate("settings", text) for text in (setting.label, sentence)]
    in_use = [QCoreApplication.translate("settings", text) for text in told[:2]]
    names = {setting.label, *in_chinese[:1], *in_use[:1], QCoreApplication.translate("office", group)}
    texts = {fold_for_search(text) for text in (setting.key, *told, *in_chinese, *in_use) if text}
    return (*texts, *(term for name in names if name for term in name_terms(name)))


def is_found(texts: tuple[str, ...], typed: str) -> bool:
    """Whether each word typed stands in one of the texts."""
    return all(any(word in text for text in texts) for word in fold_for_search(typed).split())
