"""A form: labelled fields that are checked in order, and the first problem pointed at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from app.ui.kit.labels import PlainLabel
from app.ui.kit.theme import Sizes

Check = Callable[[], str | None]


@dataclass(frozen=True, slots=True)
class FormProblem:
    """What is wrong with one field, as a sentence."""

    name: str
    text: str


@dataclass(slots=True)
class _Field:
    label: PlainLabel
    editor: QWidget
    check: Check | None
    problem: PlainLabel


class Form(QWidget):
    """Fields under each other, labels to the left, each field's problem right below it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields: dict[str, _Field] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)

    def add(self, name: str, label: str, editor: QWidget, check: Check | None = None) -> None:
        """Add a field; `check` gives a sentence while it is wrong, and None when it is right."""
        field = _Field(PlainLabel(label, role="field"), editor, check, PlainLabel(role="problem"))
        field.problem.setWordWrap(True)
        field.problem.hide()
        field.label.setBuddy(editor)
        editor.setMinimumHeight(Sizes.TARGET)
        editor.setAccessibleName(label)
        line = 2 * len(self._fields)
        self._grid.addWidget(field.label, line, 0, Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(editor, line, 1)
        self._grid.addWidget(field.problem, line + 1, 1)
        self._fields[name] = field
        if isinstance(editor, QLineEdit):
            editor.textEdited.connect(field.problem.hide)

    def set_label(self, name: str, label: str) -> None:
        """Name a field again, as after the language changed."""
        self._fields[name].label.setText(label)
        self._fields[name].editor.setAccessibleName(label)

    def problems(self) -> list[FormProblem]:
        """Everything that is wrong, from the top."""
        found = ((name, field.check()) for name, field in self._fields.items() if field.check is not None)
        return [FormProblem(name, text) for name, text in found if text]

    def first_problem(self) -> FormProblem | None:
        """The topmost thing that is wrong."""
        return next(iter(self.problems()), None)

    def point_at(self, problem: FormProblem) -> None:
        """Say it below its field and put the cursor there."""
        self.clear_problems()
        field = self._fields[problem.name]
        field.problem.setText(problem.text)
        field.problem.show()
        field.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(field.editor, QLineEdit):
            field.editor.selectAll()

    def clear_problems(self) -> None:
        """Nothing is pointed at any more."""
        for field in self._fields.values():
            field.problem.hide()
