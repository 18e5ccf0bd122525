"""F1 over the sale: every key that does something today. Not modal: a scan goes on."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QWidget

from app.ui.cashier.panel import ChoicePanel
from app.ui.cashier.telling import translate
from app.ui.kit.key_grid import KeyGrid, KeyPart
from app.ui.kit.keys import Action, KeyMap, Scope

_EVERYBODY_KNOWS: Final = frozenset({Action.UP, Action.DOWN})
"""Arrows: the panel has no line to spare."""


class KeysPanel(ChoicePanel):
    """The key map in two columns."""

    def __init__(self, key_map: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key_map = key_map
        selling = KeyPart(lambda: translate("cashier", "While selling"), self._selling)
        paying = KeyPart(lambda: translate("cashier", "While taking money"), lambda: self._lines(Scope.TENDER))
        anywhere = KeyPart(lambda: translate("cashier", "Anywhere"), lambda: self._lines(Scope.ANYWHERE))
        self.body.addWidget(KeyGrid([[selling], [paying, anywhere]]), 1)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text again; the grid sets its own."""
        super().retranslate()
        self.title.set_text(translate("cashier", "All keys"))

    def _lines(self, scope: Scope) -> list[tuple[str, str]]:
        return [(row.shown, row.label) for row in self._key_map.rows(scope) if row.action not in _EVERYBODY_KNOWS]

    def _selling(self) -> list[tuple[str, str]]:
        times = f"6{self._key_map.shown(Action.TIMES)}"
        return [*self._lines(Scope.SALE), (times, translate("cashier", "Six of the next scan"))]
