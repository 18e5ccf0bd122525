"""The panel of quick keys: tabs above, large keys below; a digit chooses the page, arrows and Enter a key."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.services.catalogue.quick_keys import QuickPageView
from app.ui.cashier.panel import Panel
from app.ui.cashier.telling import translate
from app.ui.kit.buttons import TouchButton
from app.ui.kit.flow_layout import FlowLayout
from app.ui.kit.quick_grid import QuickFace, QuickGrid
from app.ui.kit.words import Words


class QuickPanel(Panel):
    """Shows pages of keys.

    Signals:
        page_chosen: arg: its number.
        chosen: A key was tapped. arg: its place.
    """

    page_chosen = Signal(int)
    chosen = Signal(int)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._tab_row = QWidget()
        self._flow = FlowLayout(self._tab_row)
        self._tabs: list[TouchButton] = []
        self.grid = QuickGrid()
        self.body.addWidget(self._tab_row)
        self.body.addWidget(self.grid, 1)
        self.grid.chosen.connect(self.chosen)
        self.retranslate()

    def focus_target(self) -> QWidget:
        """Arrows choose a key."""
        return self.grid

    def show_pages(self, pages: Sequence[QuickPageView], current: int) -> None:
        """Show the tabs, and the keys of one page."""
        for tab in self._tabs:
            tab.hide()
            tab.deleteLater()
        while self._flow.count():
            self._flow.takeAt(0)
        self._tabs = [self._tab(at, page.name, at == current) for at, page in enumerate(pages)]
        words = self._words
        faces = {
            key.position: QuickFace(
                key.label, words.price(key.price, key.by_weight) if key.price is not None else "-", key.tone
            )
            for key in pages[current].keys
        }
        self.grid.show_faces(faces)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits choose a page."""
        if event.text().isdecimal() and event.text() != "0" and not event.isAutoRepeat():
            self.page_chosen.emit(int(event.text()) - 1)
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Set every text again."""
        super().retranslate()
        self.title.set_text(translate("cashier", "Quick keys"))

    def _tab(self, at: int, name: str, is_current: bool) -> TouchButton:
        tab = TouchButton(f"{at + 1}  {name}", "chip", self._tab_row)
        tab.setCheckable(True)
        tab.setChecked(is_current)
        tab.clicked.connect(partial(self.page_chosen.emit, at))
        self._flow.addWidget(tab)
        tab.show()
        return tab
