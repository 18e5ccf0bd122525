"""Choosing one article by name, initials or code."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from app.services.catalogue.search import FoundItem
from app.ui.kit.dialog import Dialog
from app.ui.kit.rows_model import Column, RowsModel
from app.ui.kit.rows_table import RowsTable
from app.ui.kit.words import Words
from app.ui.owner.goods.texts import office
from app.values.errors import QT_TRANSLATE_NOOP


class ArticlePicker(Dialog):
    """Searches while one types; Enter takes the chosen one.

    Signals:
        picked: arg: FoundItem.
    """

    picked = Signal(object)

    def __init__(self, search: Callable[[str], Sequence[FoundItem]], words: Words, parent: QWidget | None) -> None:
        super().__init__(parent, title=office(QT_TRANSLATE_NOOP("office", "Which article?")), size=QSize(760, 520))
        self._search, self._words = search, words
        self.edit = QLineEdit()
        self.edit.setPlaceholderText(office(QT_TRANSLATE_NOOP("office", "Name, initials or code")))
        self.edit.setAccessibleName(office(QT_TRANSLATE_NOOP("office", "Which article?")))
        self.table: RowsTable[FoundItem] = RowsTable(RowsModel(self._columns()), takes_focus=False)
        self.body.addWidget(self.edit)
        self.body.addWidget(self.table, 1)
        self.add_button(office(QT_TRANSLATE_NOOP("office", "Cancel")), "plain", self.reject)
        self.add_button(office(QT_TRANSLATE_NOOP("office", "Take it")), "primary", self.accept)
        self.edit.textChanged.connect(self._on_text_changed)
        self.edit.installEventFilter(self)
        self.table.doubleClicked.connect(self.accept)
        self.accepted.connect(self._on_accepted)

    def first_problem(self) -> str | None:
        """Something must be chosen."""
        return (
            None
            if self.table.current_row() >= 0
            else office(QT_TRANSLATE_NOOP("office", "Please choose an article first."))
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows choose while typing goes on; Enter takes."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
            if (step := steps.get(Qt.Key(event.key()))) is not None:
                self.table.move_selection(step)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if not event.isAutoRepeat():
                    self.accept()
                return True
        return super().eventFilter(watched, event)

    def _on_text_changed(self, text: str) -> None:
        self.table.rows_model().show_rows(list(self._search(text.strip())) if text.strip() else [])
        self.table.select_row(0)

    def _on_accepted(self) -> None:
        self.picked.emit(self.table.rows_model().row_at(self.table.current_row()))

    def _columns(self) -> tuple[Column[FoundItem], ...]:
        words = self._words
        return (
            Column(
                "name",
                QT_TRANSLATE_NOOP("columns", "Name"),
                lambda row: f"{row.name}  {row.spec}  {row.unit_name}".rstrip(),
            ),
            Column(
                "price",
                QT_TRANSLATE_NOOP("columns", "Price"),
                lambda row: words.price(row.price, row.by_weight) if row.price is not None else "-",
                right=True,
                width=140,
            ),
        )
