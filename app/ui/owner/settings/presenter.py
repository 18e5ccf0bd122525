"""Decides what the settings page shows and stores."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from app.services.common.paging import Cursor, RowsPage
from app.services.settings import declared, explained
from app.services.settings.overview import (
    AnySetting,
    SettingChange,
    SettingState,
    choose_setting,
    list_changes,
    setting_states,
)
from app.services.settings.registry import BadSetting, UnknownSetting, all_settings, setting_named
from app.ui.kit.fields import Choice, FieldKind
from app.ui.kit.lazy_rows import ListQuery
from app.ui.kit.words import Words
from app.ui.owner.context import OfficeContext
from app.ui.owner.settings import texts
from app.values.money import Money


@dataclass(frozen=True, slots=True)
class EditorKind:
    """How a setting is edited."""

    kind: FieldKind
    choices: tuple[Choice, ...] = ()


class SettingsPresenter:
    """Reads, filters, stores; knows no widget."""

    def __init__(self, context: OfficeContext) -> None:
        self._context = context
        self._found_by: dict[str, tuple[str, ...]] = {}

    def learn_words(self) -> None:
        """Look up what each setting is found by, in the language in use; on the screen's thread."""
        self._found_by = {setting.key: texts.search_text(setting) for setting in all_settings()}

    def fetch(self, query: ListQuery, after: Cursor | None, limit: int) -> RowsPage[SettingState]:
        """On the worker: those that fit, by group."""
        del after, limit
        with self._context.read() as read:
            states = setting_states(read, scope=self._context.actor.till_id.hex())
        order = list(texts.GROUPS)
        fitting = [state for state in states if self._fits(state, query)]
        fitting.sort(key=lambda state: (order.index(texts.group_of(state.setting.key)), state.setting.key))
        return RowsPage(tuple(fitting), None, len(fitting))

    def _fits(self, state: SettingState, query: ListQuery) -> bool:
        key = state.setting.key
        groups = query.filters & texts.GROUPS.keys()
        if groups and texts.group_of(key) not in groups:
            return False
        if "changed" in query.filters and state.is_default:
            return False
        return texts.is_found(self._found_by.get(key, (key,)), query.text)

    def fetch_changes(self, query: ListQuery, after: Cursor | None, limit: int) -> RowsPage[SettingChange]:
        """On the worker: who changed what when; `extra` is one setting's key."""
        with self._context.read() as read:
            return list_changes(read, str(query.extra or ""), after, limit)

    def state_of(self, key: str) -> SettingState:
        """One setting as it stands.

        Raises:
            UnknownSetting
        """
        with self._context.read() as read:
            states = setting_states(read, scope=self._context.actor.till_id.hex())
        found = next((state for state in states if state.setting.key == key), None)
        if found is None:
            raise UnknownSetting(key=key)
        return found

    def store(self, key: str, value: object) -> None:
        """Choose a value, and offer the way back.

        Raises:
            BadSetting, SettingLocked, StoreError: nothing was changed.
        """
        before = self.state_of(key)
        setting = before.setting
        with self._context.action("setting") as uow:
            choose_setting(uow, key, setting.accept(value))

        def undo() -> None:
            with self._context.action("setting") as uow:
                choose_setting(uow, key, before.value)

        def said() -> str:
            text = QCoreApplication.translate("office", "{setting}: {value}.")
            return text.format(setting=texts.label_of(setting), value=texts.value_text(setting, value, self._words))

        self._context.offer_undo(said, undo)

    def editor_of(self, setting: AnySetting) -> EditorKind:
        """Choice, yes or no, money, number or text."""
        if isinstance(setting.default, bool):
            return EditorKind(FieldKind.FLAG)
        if setting.choices:
            offered = tuple(Choice(value, texts.value_text(setting, value, self._words)) for value in setting.choices)
            return EditorKind(FieldKind.CHOICE, offered)
        if isinstance(setting.default, int):
            return EditorKind(FieldKind.MONEY if explained.is_money(setting.key) else FieldKind.COUNT)
        return EditorKind(FieldKind.LINES if setting is declared.RECEIPT_FOOTER else FieldKind.TEXT)

    def problem_with(self, setting: AnySetting, edited: object) -> str | None:
        """Why this cannot be stored, in words; None: it can."""
        value = plain_value(edited)
        try:
            setting.accept(value)
        except BadSetting as problem:
            if not isinstance(setting.default, int) or isinstance(setting.default, bool):
                return self._words.tell(problem)
            least, most = (texts.value_text(setting, bound, self._words) for bound in (setting.least, setting.most))
            text = QCoreApplication.translate("office", "Please give a number from {least} to {most}.")
            return text.format(least=least, most=most)
        return None

    def change_text(self, change: SettingChange, value: object) -> str:
        """A value of the list of changes; of a setting that is no longer there, as it was stored."""
        try:
            return texts.value_text(setting_named(change.key), value, self._words)
        except UnknownSetting:
            return str(value)

    def change_label(self, change: SettingChange) -> str:
        """The name of the setting that was changed."""
        try:
            return texts.label_of(setting_named(change.key))
        except UnknownSetting:
            return change.key

    @property
    def _words(self) -> Words:
        return self._context.words


def plain_value(edited: object) -> object:
    """What an editor gives, as a setting takes it."""
    return edited.minor if isinstance(edited, Money) else edited


def shown_value(setting: AnySetting, value: object) -> object:
    """What a setting holds, as its editor takes it."""
    is_amount = isinstance(value, int) and not isinstance(value, bool) and explained.is_money(setting.key)
    return Money(int(str(value))) if is_amount else value
