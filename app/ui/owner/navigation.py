"""The column at the left of the back office: groups of pages."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app.ui.kit.buttons import TouchButton
from app.ui.kit.labels import PlainLabel
from app.ui.kit.retranslated import Retranslated
from app.ui.kit.theme import scaled, set_role
from app.ui.owner.pages import OfficePage

WIDTH = 190


class Navigation(Retranslated, QFrame):
    """A button for each page.

    Signals:
        chosen: arg: the page's key.
        till_requested: Back to the till.
    """

    chosen = Signal(str)
    till_requested = Signal()

    def __init__(self, pages: Sequence[OfficePage], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "navigation")
        self._pages = tuple(pages)
        self._headings: list[tuple[str, PlainLabel]] = []
        self.buttons: dict[str, TouchButton] = {}
        self.till_button = TouchButton("", "nav_till", self)
        self.till_button.clicked.connect(self.till_requested)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(6, 2, 6, 6)
        column.setSpacing(1)
        self._fill(column)
        area = self._area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 4)
        layout.addWidget(area, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(6, 0, 6, 0)
        foot.addWidget(self.till_button)
        layout.addLayout(foot)
        self.setFixedWidth(scaled(WIDTH))
        self.retranslate()

    def show_current(self, key: str) -> None:
        """Mark the page in front."""
        for name, button in self.buttons.items():
            button.setChecked(name == key)
        if key in self.buttons:
            self._area.ensureWidgetVisible(self.buttons[key], 0, 40)

    def neighbour(self, key: str, step: int) -> str:
        """The page above or below."""
        keys = list(self.buttons)
        return keys[(keys.index(key) + step) % len(keys)] if key in keys else keys[0]

    def retranslate(self) -> None:
        """Set every text again."""
        for title, label in self._headings:
            label.setText(QCoreApplication.translate("office", title))
        for page in self._pages:
            self.buttons[page.key].set_text(QCoreApplication.translate("office", page.title))
        self.till_button.set_text(self.tr("To the till"))

    def _fill(self, column: QVBoxLayout) -> None:
        group = ""
        for page in self._pages:
            if page.group.value != group:
                group = page.group.value
                heading = PlainLabel(role="nav_group")
                self._headings.append((group, heading))
                column.addWidget(heading)
            button = TouchButton("", "nav", self)
            button.setCheckable(True)
            button.setMinimumHeight(0)
            button.clicked.connect(partial(self._on_button_clicked, page.key))
            self.buttons[page.key] = button
            column.addWidget(button)
        column.addStretch(1)

    def _on_button_clicked(self, key: str) -> None:
        self.buttons[key].setChecked(True)
        self.chosen.emit(key)
