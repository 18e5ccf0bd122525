"""Settings: a list to search, an editor for one with its explanation, and who changed what when."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from app.services.settings.overview import SettingChange, SettingState
from app.ui.kit.buttons import TouchButton
from app.ui.kit.list_page import Emptiness, Filter, ListPage, ListSpec
from app.ui.kit.rows_model import Column
from app.ui.owner.context import OfficeContext
from app.ui.owner.settings import texts
from app.ui.owner.settings.editor import SettingEditor
from app.ui.owner.settings.presenter import SettingsPresenter
from app.ui.owner.view import OfficeView
from app.values.errors import QT_TRANSLATE_NOOP, ShukeError


class SettingsPage(OfficeView):
    """The list; Enter opens a setting.

    Attributes:
        list: Every setting that fits the search.
        changes: Who changed what when, of one setting or of all.
    """

    def __init__(self, context: OfficeContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.presenter = SettingsPresenter(context)
        self.list: ListPage[SettingState] = ListPage(
            self._list_spec(), self.presenter.fetch, context.reading, context.words
        )
        self.changes: ListPage[SettingChange] = ListPage(
            self._changes_spec(), self.presenter.fetch_changes, context.reading, context.words
        )
        self.history_button = TouchButton("", "plain")
        self.history_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.history_button.setAutoDefault(True)
        self.list.tools.addWidget(self.history_button)
        self.editor: SettingEditor | None = None
        self.set_ground(self.list)
        self.list.opened.connect(self._on_opened)
        self.list.failed.connect(context.tell)
        self.changes.failed.connect(context.tell)
        self.changes.opened.connect(self._on_change_opened)
        self.history_button.clicked.connect(partial(self.show_changes, ""))
        context.bus.changed.connect(self._on_changed)
        context.words.language_changed.connect(self._on_language_changed)
        self.presenter.learn_words()
        self.retranslate()

    def opened(self, subject: object = None) -> None:
        """Read; a subject is the key of the setting that is wanted."""
        self.list.ask()
        self.list.reload()
        if isinstance(subject, str) and subject:
            self.open_setting(subject)

    def open_setting(self, key: str) -> None:
        """Show the editor of one setting."""
        try:
            state = self.presenter.state_of(key)
        except ShukeError as problem:
            self._context.tell(problem)
            return
        self.close_levels()
        self.editor = SettingEditor(self._context, self.presenter, state)
        self.editor.closed.connect(self.close_level)
        self.editor.history_requested.connect(self.show_changes)
        self.open_level(self.editor, partial(texts.label_of, state.setting))

    def show_changes(self, key: str) -> None:
        """Show who changed one setting, or with no key any of them."""
        self.changes.set_extra(key)
        self.changes.reload()
        self.open_level(self.changes, lambda: self.tr("Who changed what"))

    def picture_states(self) -> Sequence[tuple[str, Callable[[], None]]]:
        """An editor and the list of changes."""
        return (
            ("editor", partial(self.open_setting, "cash.round_to_minor")),
            ("changes", partial(self.show_changes, "")),
        )

    def retranslate(self) -> None:
        """Set every text again."""
        self.history_button.set_text(self.tr("Who changed what"))

    def _list_spec(self) -> ListSpec[SettingState]:
        words = self._context.words
        return ListSpec(
            columns=(
                Column("group", QT_TRANSLATE_NOOP("columns", "Group"), _group, width=130, tone=lambda row: "muted"),
                Column("setting", QT_TRANSLATE_NOOP("columns", "Setting"), lambda row: texts.label_of(row.setting)),
                Column(
                    "value",
                    QT_TRANSLATE_NOOP("columns", "Value"),
                    lambda row: texts.value_text(row.setting, row.value, words),
                    width=250,
                    bold=True,
                ),
                Column("state", QT_TRANSLATE_NOOP("columns", "State"), self._state, width=220, tone=_tone),
            ),
            key=lambda row: row.setting.key,
            empty=Emptiness(QT_TRANSLATE_NOOP("office", "No settings")),
            placeholder=QT_TRANSLATE_NOOP("office", "Search: words, pinyin or key"),
            filters=(
                Filter("changed", QT_TRANSLATE_NOOP("office", "Changed")),
                *(Filter(key, label, "group") for key, label in texts.GROUPS.items()),
            ),
            wide_only=frozenset({"group"}),
        )

    def _changes_spec(self) -> ListSpec[SettingChange]:
        words, presenter = self._context.words, self.presenter
        return ListSpec(
            columns=(
                Column("at", QT_TRANSLATE_NOOP("columns", "When"), lambda row: words.moment(row.at), width=205),
                Column("by", QT_TRANSLATE_NOOP("columns", "Who"), lambda row: row.by or row.origin, width=140),
                Column("setting", QT_TRANSLATE_NOOP("columns", "Setting"), presenter.change_label),
                Column(
                    "before",
                    QT_TRANSLATE_NOOP("columns", "Before"),
                    lambda row: presenter.change_text(row, row.before),
                    width=170,
                    tone=lambda row: "muted",
                ),
                Column(
                    "after",
                    QT_TRANSLATE_NOOP("columns", "After"),
                    lambda row: presenter.change_text(row, row.after),
                    width=170,
                    bold=True,
                ),
            ),
            key=lambda row: row.row_id,
            empty=Emptiness(
                QT_TRANSLATE_NOOP("office", "Nobody changed it yet"),
                QT_TRANSLATE_NOOP("office", "Every change of a setting stands here, with name and time."),
            ),
            wide_only=frozenset({"before"}),
        )

    def _state(self, row: SettingState) -> str:
        if row.is_locked:
            return self.tr("locked since the first sale")
        if row.is_default:
            return self.tr("as delivered")
        if row.changed_at is None:
            return self.tr("changed")
        return f"{self._context.words.date(row.changed_at)}  {row.changed_by}".rstrip()

    def _on_opened(self, row: SettingState) -> None:
        self.open_setting(row.setting.key)

    def _on_change_opened(self, row: SettingChange) -> None:
        self.open_setting(row.key)

    def _on_changed(self, topics: object, initiator: object = None) -> None:
        del initiator
        if isinstance(topics, frozenset) and "settings" in topics:
            self.list.reload()

    def _on_language_changed(self, code: str) -> None:
        del code
        self.presenter.learn_words()


def make_settings_page(context: OfficeContext) -> SettingsPage:
    """The page for the office."""
    return SettingsPage(context)


def _group(row: SettingState) -> str:
    return QCoreApplication.translate("office", texts.GROUPS[texts.group_of(row.setting.key)])


def _tone(row: SettingState) -> str | None:
    return "muted" if row.is_default else None
