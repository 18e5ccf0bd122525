"""F1: every key that does something on one sheet."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from app.ui.kit.dialog import Dialog
from app.ui.kit.key_grid import KeyGrid, KeyPart
from app.ui.kit.keys import Action, KeyMap, Scope


class KeySheetDialog(Dialog):
    """Shows the key map in columns, by place; Esc closes it."""

    def __init__(self, key_map: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(parent, size=QSize(900, 680))
        self.setObjectName("key_sheet")
        self._key_map = key_map
        selling = KeyPart(lambda: self.tr("While selling"), lambda: self._lines(Scope.SALE))
        paying = KeyPart(lambda: self.tr("While taking money"), lambda: self._lines(Scope.TENDER))
        anywhere = KeyPart(lambda: self.tr("Anywhere"), lambda: self._lines(Scope.ANYWHERE))
        short = KeyPart(lambda: self.tr("In short"), self._combinations)
        self.body.addWidget(KeyGrid([[selling], [paying, anywhere, short]], gap=18, leading=3), 1)
        self._close = self.add_button("", "primary", self.accept)
        self._close.setDefault(True)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text again; the grid sets its own."""
        self.set_title(self.tr("All keys"))
        self._close.setText(self.tr("Close   Esc"))

    def _lines(self, scope: Scope) -> list[tuple[str, str]]:
        return [(row.shown, row.label) for row in self._key_map.rows(scope)]

    def _combinations(self) -> list[tuple[str, str]]:
        """What takes more than one key, with the keys of this map."""
        times = self._key_map.shown(Action.TIMES)
        return [
            (f"6 {times}", self.tr("before a scan: six of it")),
            (f"{times} 6 {self._key_map.shown(Action.CONFIRM)}", self.tr("six of the chosen line")),
        ]
