"""F1 over the sale: every key that does something today. Not modal: a scan goes on."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from app.ui.cashier.panel import ChoicePanel
from app.ui.cashier.telling import translate
from app.ui.kit.keys import Action, KeyMap, Scope
from app.ui.kit.labels import PlainLabel

NOT_YET: Final = frozenset(
    {Action.WALLET, Action.REQUEST, Action.SAY, Action.TENDER_STORED, Action.TENDER_ACCOUNT, Action.UP, Action.DOWN}
)


class KeysPanel(ChoicePanel):
    """The key map in two columns."""

    def __init__(self, key_map: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key_map = key_map
        self._sheet = QWidget()
        self.body.addWidget(self._sheet, 1)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text again."""
        super().retranslate()
        self.title.set_text(translate("cashier", "All keys"))
        fresh = QWidget()
        grid = QGridLayout(fresh)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(0)
        selling = [(Scope.SALE, translate("cashier", "While selling"))]
        paying = [
            (Scope.TENDER, translate("cashier", "While taking money")),
            (Scope.ANYWHERE, translate("cashier", "Anywhere")),
        ]
        self._fill(grid, 0, selling)
        self._fill(grid, 2, paying)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        self.body.replaceWidget(self._sheet, fresh)
        self._sheet.deleteLater()
        self._sheet = fresh

    def _fill(self, grid: QGridLayout, column: int, parts: list[tuple[Scope, str]]) -> None:
        line = 0
        for scope, title in parts:
            grid.addWidget(PlainLabel(title, role="muted"), line, column, 1, 2)
            for row in self._key_map.rows(scope):
                if row.action in NOT_YET:
                    continue
                line += 1
                grid.addWidget(PlainLabel(row.shown, role="strong"), line, column, Qt.AlignmentFlag.AlignRight)
                grid.addWidget(PlainLabel(row.label), line, column + 1)
            if scope is Scope.SALE:
                line += 1
                grid.addWidget(PlainLabel("6*", role="strong"), line, column, Qt.AlignmentFlag.AlignRight)
                grid.addWidget(PlainLabel(translate("cashier", "Six of the next scan")), line, column + 1)
            line += 1
        grid.setRowStretch(max(line, grid.rowCount()), 1)
