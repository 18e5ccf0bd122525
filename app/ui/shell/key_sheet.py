"""F1: every key on one sheet."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from app.ui.kit.dialog import Dialog
from app.ui.kit.keys import Action, KeyMap, Scope
from app.ui.kit.labels import PlainLabel


class KeySheetDialog(Dialog):
    """Shows the key map in columns, by place; Esc closes it."""

    def __init__(self, key_map: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(parent, size=QSize(900, 680))
        self.setObjectName("key_sheet")
        self._key_map = key_map
        self._sheet = QWidget()
        self.body.addWidget(self._sheet, 1)
        self._close = self.add_button("", "primary", self.accept)
        self._close.setDefault(True)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text again."""
        self.set_title(self.tr("All keys"))
        self._close.setText(self.tr("Close   Esc"))
        fresh = QWidget()
        grid = QGridLayout(fresh)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(3)
        left = [(Scope.SALE, self.tr("While selling"))]
        right = [(Scope.TENDER, self.tr("While taking money")), (Scope.ANYWHERE, self.tr("Anywhere"))]
        self._fill(grid, 0, left)
        line = self._fill(grid, 2, right)
        self._add_lines(grid, 2, line, self.tr("In short"), self._combinations())
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        self.body.replaceWidget(self._sheet, fresh)
        self._sheet.deleteLater()
        self._sheet = fresh

    def _combinations(self) -> list[tuple[str, str]]:
        """What takes more than one key, with the keys of this map."""
        times, said = self._key_map.shown(Action.TIMES), self._key_map.shown(Action.SAY)
        return [
            (f"6 {times}", self.tr("before a scan: six of it")),
            (f"{times} 6 {self._key_map.shown(Action.CONFIRM)}", self.tr("six of the chosen line")),
            (f"{said} 1", self.tr("the first sentence was said")),
            (f"{said} + 1", self.tr("the customer took it")),
            (f"{said} − 1", self.tr("the customer said no")),
        ]

    def _fill(self, grid: QGridLayout, column: int, parts: list[tuple[Scope, str]]) -> int:
        line = 0
        for scope, title in parts:
            rows = [(row.shown, row.label) for row in self._key_map.rows(scope)]
            line = self._add_lines(grid, column, line, title, rows)
        return line

    def _add_lines(self, grid: QGridLayout, column: int, line: int, title: str, rows: list[tuple[str, str]]) -> int:
        """Add a heading and its lines; returns the next free line."""
        grid.addWidget(PlainLabel(title, role="muted"), line, column, 1, 2)
        for shown, label in rows:
            line += 1
            grid.addWidget(PlainLabel(shown, role="strong"), line, column, Qt.AlignmentFlag.AlignRight)
            grid.addWidget(PlainLabel(label), line, column + 1)
        return line + 1
