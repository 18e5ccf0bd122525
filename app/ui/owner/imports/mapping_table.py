"""Which column is what: header, samples, and a choice for each."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QScrollArea, QWidget

from app.services.exchange.desk import FileLook
from app.services.exchange.fields import FIELDS
from app.services.exchange.mapping import ColumnMapping
from app.ui.kit.labels import ElidedLabel, PlainLabel
from app.ui.kit.retranslated import Retranslated
from app.ui.kit.theme import scaled
from app.ui.owner.imports.texts import field_words

SEPARATOR = "  ·  "
LEAST_CHOICE_PX = 270


class _Choice(QComboBox):
    """A choice that the wheel does not turn while the list is scrolled past it."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class MappingTable(Retranslated, QScrollArea):
    """One line for each column of the file.

    Signals:
        changed: A column fills another field. args: its place, the field's value or "".
    """

    changed = Signal(int, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._look: FileLook | None = None
        self._mapping: ColumnMapping | None = None
        self._titles = [PlainLabel(role="muted") for _ in range(3)]
        self.choices: list[QComboBox] = []
        self._marks: list[PlainLabel] = []

    def show_look(self, look: FileLook) -> None:
        """Columns of another file."""
        self._look, self._mapping = look, look.mapping
        self.choices, self._marks = [], []
        self._titles = [PlainLabel(role="muted") for _ in range(3)]
        body = QWidget()
        grid = QGridLayout(body)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        for at, title in enumerate(self._titles):
            grid.addWidget(title, 0, at)
        for place, column in enumerate(look.columns):
            self._add_line(grid, place, column.header, SEPARATOR.join(column.samples))
        grid.setRowStretch(len(look.columns) + 1, 1)
        self.setWidget(body)
        self.retranslate()

    def show_mapping(self, mapping: ColumnMapping) -> None:
        """Another mapping of the same columns."""
        self._mapping = mapping
        for place, (choice, mark) in enumerate(zip(self.choices, self._marks, strict=True)):
            field = mapping.field_at(place)
            with QSignalBlocker(choice):
                choice.setCurrentIndex(max(choice.findData(str(field) if field else ""), 0))
            mark.setText(self.tr("guessed") if field in mapping.guessed else "")

    def set_locked(self, *, is_locked: bool) -> None:
        """Nothing is changed while something runs."""
        for choice in self.choices:
            choice.setEnabled(not is_locked)

    def retranslate(self) -> None:
        """Set every text again."""
        titles = (self.tr("Column of the file"), self.tr("For example"), self.tr("Is"))
        for label, title in zip(self._titles, titles, strict=True):
            label.setText(title)
        look, mapping = self._look, self._mapping
        if look is None or mapping is None:
            return
        for place, choice in enumerate(self.choices):
            with QSignalBlocker(choice):
                choice.clear()
                choice.addItem(self.tr("- not used -"), "")
                for field in FIELDS[look.kind]:
                    choice.addItem(field_words(look.kind, field), str(field))
            choice.setAccessibleName(look.columns[place].header)
        self.show_mapping(mapping)

    def _add_line(self, grid: QGridLayout, place: int, header: str, samples: str) -> None:
        title, shown = ElidedLabel(header), ElidedLabel(samples, role="muted")
        choice = _Choice()
        choice.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        choice.setMinimumWidth(scaled(LEAST_CHOICE_PX))
        choice.currentIndexChanged.connect(lambda at: self.changed.emit(place, choice.itemData(at) or ""))
        mark = PlainLabel(role="muted")
        mark.setMinimumWidth(scaled(80))
        for at, part in enumerate((title, shown, choice, mark)):
            grid.addWidget(part, place + 1, at)
        self.choices.append(choice)
        self._marks.append(mark)
