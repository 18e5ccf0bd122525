"""One record to edit: labelled fields from specs, the problem of each under it, saved as a whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.ui.kit.buttons import TouchButton
from app.ui.kit.fields import Choice, FieldEditor, FieldKind, make_editor
from app.ui.kit.labels import PlainLabel
from app.ui.kit.retranslated import Retranslated
from app.ui.kit.theme import Sizes, scaled, set_role

_LABEL_PX = 176
Check = Callable[[object], str | None]


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One field. All texts are marked English source texts of context `office`.

    Attributes:
        key: Name of the value.
        required: An empty value cannot be saved.
        hint: A short sentence under the field.
        section: Heading that stands above the field; fields of one section stand together.
        check: Gives a sentence (already translated) while the value cannot be, else None.
        read_only: Shown, not edited.
    """

    key: str
    label: str
    kind: FieldKind = FieldKind.TEXT
    required: bool = False
    hint: str = ""
    section: str = ""
    choices: Sequence[Choice] = ()
    check: Check | None = field(default=None, compare=False)
    read_only: bool = False


@dataclass(slots=True)
class _Line:
    spec: FieldSpec
    editor: FieldEditor
    label: PlainLabel
    hint: PlainLabel
    problem: PlainLabel


class RecordForm(Retranslated, QWidget):
    """Fields with Save and Cancel. It never saves: it says that the person wants to.

    Attributes:
        side: A column at the right for whatever belongs to the record (history, barcodes); empty at first.

    Signals:
        save_requested: Everything is filled in and somebody wants it saved. arg: dict of all values by key.
        cancelled: The changes were given up, or there were none.
        dirty_changed: arg: whether something differs from what was loaded.
        reload_requested: After a conflict: the stored record is wanted.
    """

    save_requested = Signal(object)
    cancelled = Signal()
    dirty_changed = Signal(bool)
    reload_requested = Signal()

    def __init__(
        self, specs: Sequence[FieldSpec], *, exponent: int = 2, columns: int = 1, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._lines: dict[str, _Line] = {}
        self._loaded: dict[str, object] = {}
        self._is_dirty = self._is_loading = self._is_new = False
        self._sections: list[tuple[str, PlainLabel]] = []
        self.problem = PlainLabel(role="problem")
        self.problem.setWordWrap(True)
        self.problem.hide()
        self.reload_button = TouchButton("", "plain", self)
        self.save_button, self.cancel_button = TouchButton("", "primary", self), TouchButton("", "plain", self)
        self.buttons = QHBoxLayout()
        self.side = QVBoxLayout()
        for spec in specs:
            self._lines[spec.key] = self._make_line(spec, exponent)
        self._lay_out(specs, columns)
        self.save_button.clicked.connect(self.save)
        self.cancel_button.clicked.connect(self._on_cancel_clicked)
        self.reload_button.clicked.connect(self._on_reload_clicked)
        self.retranslate()
        self._note_changes()

    # Values

    def load(self, values: Mapping[str, object], *, is_new: bool = False) -> None:
        """Show a record; fields that are not named are emptied. A new one can be saved as it stands."""
        self._is_loading, self._is_new = True, is_new
        for key, line in self._lines.items():
            line.editor.set_value(values.get(key))
        self._is_loading = False
        self._loaded = self.values()
        self.clear_problems()
        self._note_changes()

    def values(self) -> dict[str, object]:
        """Everything as it stands, by key."""
        return {key: line.editor.value() for key, line in self._lines.items()}

    def changes(self) -> dict[str, object]:
        """What differs from the record that was loaded."""
        return {key: value for key, value in self.values().items() if value != self._loaded.get(key)}

    @property
    def is_dirty(self) -> bool:
        """Whether something differs from what was loaded."""
        return self._is_dirty

    def mark_saved(self) -> None:
        """What stands here is now what is stored."""
        self._is_new = False
        self._loaded = self.values()
        self.clear_problems()
        self._note_changes()

    def set_value(self, key: str, value: object) -> None:
        """Change one value as a person would."""
        self._lines[key].editor.set_value(value)

    def set_choices(self, key: str, choices: Sequence[Choice]) -> None:
        """Offer other values, as the categories of the moment."""
        was, self._is_loading = self._is_loading, True
        self._lines[key].editor.set_choices(choices)
        self._is_loading = was
        self._note_changes()

    def editor(self, key: str) -> QWidget:
        """The widget of a field."""
        return self._lines[key].editor.widget

    def set_visible(self, key: str, is_visible: bool) -> None:
        """Show or hide a field."""
        line = self._lines[key]
        for part in (line.label, line.editor.widget):
            part.setVisible(is_visible)
        line.hint.setVisible(is_visible and bool(line.spec.hint))
        line.problem.setVisible(is_visible and bool(line.problem.text()))

    # Saving

    def save(self) -> None:
        """Check everything; point at the first problem, or say that it shall be saved."""
        self.clear_problems()
        first = next((line for line in self._lines.values() if self._check(line)), None)
        if first is not None:
            first.editor.widget.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.save_requested.emit(self.values())

    def show_problem(self, text: str, key: str = "") -> None:
        """Say why it was not saved: under the field it is about, or above the buttons."""
        label = self._lines[key].problem if key else self.problem
        label.setText(text)
        label.setVisible(bool(text))
        if key:
            self._lines[key].editor.widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_conflict(self, text: str) -> None:
        """Somebody else changed the record: what stands here stays, and the stored one can be looked at."""
        self.show_problem(text)
        self.reload_button.show()

    def clear_problems(self) -> None:
        """Take every sentence away."""
        self.reload_button.hide()
        for label in (self.problem, *(line.problem for line in self._lines.values())):
            label.setText("")
            label.hide()

    def problem_texts(self) -> list[str]:
        """Every sentence that is shown."""
        labels = [self.problem, *(line.problem for line in self._lines.values())]
        return [label.text() for label in labels if label.text()]

    def focus_first(self) -> None:
        """Typing begins in the first field."""
        for line in self._lines.values():
            if not line.spec.read_only:
                line.editor.widget.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def retranslate(self) -> None:
        """Set every text again."""
        for line in self._lines.values():
            mark = " *" if line.spec.required else ""
            line.label.setText(_office(line.spec.label) + mark)
            line.editor.widget.setAccessibleName(_office(line.spec.label))
            line.hint.setText(_office(line.spec.hint))
        for title, label in self._sections:
            label.setText(_office(title))
        self.save_button.set_text(QCoreApplication.translate("kit", "Save   Ctrl+S"))
        self.reload_button.set_text(QCoreApplication.translate("kit", "Show what is stored"))
        self._name_cancel()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter goes to the next field, as Tab does; it never saves by itself."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if is_enter and isinstance(watched, QLineEdit) and not event.isAutoRepeat():
                self._focus_after(watched)
                return True
        return False

    # Within

    def _make_line(self, spec: FieldSpec, exponent: int) -> _Line:
        editor = make_editor(spec.kind, exponent=exponent)
        if spec.choices:
            editor.set_choices(spec.choices)
        widget = editor.widget
        widget.setObjectName(spec.key)
        widget.setMinimumHeight(Sizes.TARGET)
        widget.setEnabled(not spec.read_only)
        widget.installEventFilter(self)
        label, hint, problem = PlainLabel(role="field"), PlainLabel(role="muted"), PlainLabel(role="problem")
        label.setBuddy(widget)
        label.setWordWrap(True)
        label.setFixedWidth(scaled(_LABEL_PX))
        for text in (hint, problem):
            text.setWordWrap(True)
        # Shown without a place in a window they would be windows of their own for a moment.
        for text in (problem, *(() if spec.hint else (hint,))):
            text.hide()
        editor.changed.connect(self._on_editor_changed)
        return _Line(spec, editor, label, hint, problem)

    def _lay_out(self, specs: Sequence[FieldSpec], columns: int) -> None:
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(2, 2, 12, 2)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(4)
        self._fill(grid, specs, columns)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        for button in (self.save_button, self.cancel_button, self.reload_button):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.setMinimumWidth(scaled(150))
            self.buttons.addWidget(button)
        self.buttons.addStretch(1)
        self.reload_button.hide()
        middle = QHBoxLayout()
        middle.setSpacing(16)
        middle.addWidget(area, 3)
        middle.addLayout(self.side, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(middle, 1)
        layout.addWidget(self.problem)
        layout.addLayout(self.buttons)

    def _fill(self, grid: QGridLayout, specs: Sequence[FieldSpec], columns: int) -> None:
        at, row, section = 0, 0, ""
        for spec in specs:
            if spec.section != section:
                row, at, section = row + (3 if at else 0), 0, spec.section
                title = PlainLabel(role="strong")
                set_role(title, "section")
                title.setIndent(0)
                self._sections.append((section, title))
                grid.addWidget(title, row, 0, 1, 2 * columns)
                row += 1
            line, left = self._lines[spec.key], 2 * at
            grid.addWidget(line.label, row, left, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(line.editor.widget, row, left + 1)
            grid.addWidget(line.hint, row + 1, left + 1)
            grid.addWidget(line.problem, row + 2, left + 1)
            grid.setColumnStretch(left + 1, 1)
            at += 1
            if at == columns:
                row, at = row + 3, 0
        grid.setRowStretch(row + 4, 1)

    def _focus_after(self, widget: QWidget) -> None:
        """The next field that can be edited; after the last one the button to save."""
        open_ones = [line.editor.widget for line in self._lines.values() if line.editor.widget.isEnabled()]
        shown = [one for one in open_ones if one.isVisible()]
        following = shown[shown.index(widget) + 1 :] if widget in shown else []
        target: QWidget = following[0] if following else self.save_button
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def _check(self, line: _Line) -> bool:
        """Whether the field has a problem, which is then shown."""
        value = line.editor.value()
        text: str | None = None
        if line.spec.required and value in (None, ""):
            text = QCoreApplication.translate("kit", "Please fill this in.")
        elif line.spec.check is not None:
            text = line.spec.check(value)
        line.problem.setText(text or "")
        line.problem.setVisible(bool(text))
        return bool(text)

    def _on_editor_changed(self) -> None:
        if not self._is_loading:
            self._note_changes()

    def _note_changes(self) -> None:
        is_dirty = bool(self.changes()) if self._loaded else False
        self.save_button.setEnabled(is_dirty or self._is_new)
        if is_dirty != self._is_dirty:
            self._is_dirty = is_dirty
            self.dirty_changed.emit(is_dirty)
        self._name_cancel()

    def _name_cancel(self) -> None:
        close, undo = QCoreApplication.translate("kit", "Close   Esc"), QCoreApplication.translate("kit", "Discard")
        self.cancel_button.set_text(undo if self._is_dirty else close)

    def _on_cancel_clicked(self) -> None:
        self.load(self._loaded)
        self.cancelled.emit()

    def _on_reload_clicked(self) -> None:
        self.reload_requested.emit()


def _office(text: str) -> str:
    return QCoreApplication.translate("office", text) if text else ""
