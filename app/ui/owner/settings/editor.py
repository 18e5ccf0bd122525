"""One setting: what it does, what holds, what was delivered, and the field to change it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.services.settings import declared, explained
from app.services.settings.overview import SettingState
from app.ui.kit.buttons import TouchButton
from app.ui.kit.labels import PlainLabel
from app.ui.kit.record_form import FieldSpec, RecordForm
from app.ui.kit.retranslated import Retranslated
from app.ui.owner.context import OfficeContext
from app.ui.owner.settings import texts
from app.ui.owner.settings.presenter import SettingsPresenter, plain_value, shown_value
from app.values.errors import QT_TRANSLATE_NOOP, ShukeError

VALUE = "value"


class SettingEditor(Retranslated, QWidget):
    """Explanation above, one field below.

    Attributes:
        form: The field.

    Signals:
        closed: Back to the list.
        history_requested: Who changed it is wanted. arg: the key.
    """

    closed = Signal()
    history_requested = Signal(str)

    def __init__(
        self,
        context: OfficeContext,
        presenter: SettingsPresenter,
        state: SettingState,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context, self._presenter, self._state = context, presenter, state
        setting = state.setting
        editor = presenter.editor_of(setting)
        exponent = context.settings().get(declared.CURRENCY_EXPONENT)
        spec = FieldSpec(
            VALUE,
            QT_TRANSLATE_NOOP("office", "Value"),
            editor.kind,
            choices=editor.choices,
            check=lambda value: presenter.problem_with(setting, value),
            read_only=state.is_locked,
        )
        self._name, self._explain = PlainLabel(role="title"), PlainLabel()
        self._facts, self.reason = PlainLabel(role="muted"), PlainLabel(role="strong")
        for label in (self._name, self._explain, self._facts, self.reason):
            label.setWordWrap(True)
        self.form = RecordForm((spec,), exponent=exponent)
        self.reset_button, self.history_button = TouchButton("", "plain"), TouchButton("", "plain")
        for button in (self.reset_button, self.history_button):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.setAutoDefault(True)
            self.form.buttons.insertWidget(self.form.buttons.count() - 1, button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        for part in (self._name, self._explain, self._facts, self.reason):
            layout.addWidget(part)
        layout.addWidget(self.form, 1)
        self.form.load({VALUE: shown_value(setting, state.value)})
        self.form.save_requested.connect(self._on_save)
        self.form.cancelled.connect(self.closed)
        self.reset_button.clicked.connect(self._on_reset)
        self.history_button.clicked.connect(self._on_history)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text again."""
        state, words = self._state, self._context.words
        setting = state.setting
        self._name.setText(texts.label_of(setting))
        self._explain.setText(QCoreApplication.translate("settings", explained.explanation(setting.key)))
        default = texts.value_text(setting, setting.default, words)
        facts = [self.tr("As delivered: {value}").format(value=default)]
        if state.changed_at is not None:
            changed = self.tr("Chosen {when} by {who}")
            who = state.changed_by or self.tr("a program")
            facts.append(changed.format(when=words.moment(state.changed_at), who=who))
        facts.append(self.tr("Key: {key}").format(key=setting.key))
        self._facts.setText("   ·   ".join(facts))
        self.reason.setText(
            self.tr("Locked: something was sold already, and all amounts in the books would change their meaning.")
            if state.is_locked
            else ""
        )
        self.reason.setVisible(state.is_locked)
        self.reset_button.set_text(self.tr("As delivered"))
        self.reset_button.setEnabled(not state.is_locked and not state.is_default)
        self.history_button.set_text(self.tr("Who changed it"))
        editor = self._presenter.editor_of(setting)
        if editor.choices:
            self.form.set_choices(VALUE, editor.choices)

    def _on_save(self, values: dict[str, object]) -> None:
        self._store(plain_value(values[VALUE]))

    def _on_reset(self) -> None:
        self._store(self._state.setting.default)

    def _on_history(self) -> None:
        self.history_requested.emit(self._state.setting.key)

    def _store(self, value: object) -> None:
        try:
            self._presenter.store(self._state.setting.key, value)
        except ShukeError as problem:
            self.form.show_problem(self._context.words.tell(problem), VALUE)
            return
        self.form.mark_saved()
        self.closed.emit()
