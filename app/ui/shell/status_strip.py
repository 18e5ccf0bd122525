"""The strip above every screen: where we are, who we are, and what works, by word and sign."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from app.ui.kit.buttons import TouchButton
from app.ui.kit.labels import ElidedLabel, PlainLabel
from app.ui.kit.retranslated import Retranslated
from app.ui.kit.theme import Sizes
from app.ui.kit.words import CHINESE, Words

_BETWEEN: Final = "  ·  "


class Light(StrEnum):
    """How something is; each has a sign of its own, so that no colour is needed to tell them apart."""

    OK = "ok"
    OFF = "off"
    TROUBLE = "trouble"


SIGNS: Final = {Light.OK: "●", Light.OFF: "○", Light.TROUBLE: "▲"}


@dataclass(frozen=True, slots=True)
class Place:
    """Shop, till, cashier and shift as shown; what is not known yet stays empty."""

    shop: str = ""
    till: str = ""
    cashier: str = ""
    shift: str = ""

    def text(self) -> str:
        """One line."""
        return _BETWEEN.join(part for part in (self.shop, self.till, self.cashier, self.shift) if part)


@dataclass(frozen=True, slots=True)
class DeviceState:
    """One thing that works or does not.

    Attributes:
        name: For code: `till`, `printer`, `drawer`, `server`.
        text: What the cashier reads, as `Printer` or `Server away, selling goes on`.
        hint: More, in the tooltip.
    """

    name: str
    light: Light
    text: str
    hint: str = ""


class StatusStrip(Retranslated, QFrame):
    """Shows a place and states; takes no focus.

    Signals:
        language_toggle_requested: The language button was pressed.
        office_requested: The button of the back office was pressed.
        leave_demo_requested: The banner of the demo shop was pressed.
    """

    language_toggle_requested = Signal()
    office_requested = Signal()
    leave_demo_requested = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "strip")
        self._words = words
        self._place = ElidedLabel(role="place")
        self._place.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._states: dict[str, PlainLabel] = {}
        self._shown: dict[str, DeviceState] = {}
        self._chips = QHBoxLayout()
        self._chips.setSpacing(14)
        self._language = TouchButton("", "chip", self)
        self._language.setObjectName("language")
        self._language.setMinimumHeight(0)
        self._language.clicked.connect(self.language_toggle_requested)
        self._office = TouchButton("", "chip", self)
        self._office.setObjectName("office")
        self._office.setMinimumHeight(0)
        self._office.clicked.connect(self.office_requested)
        self._office.hide()
        self._demo, self._demo_key = TouchButton("", "chip", self), ""
        self._demo.setObjectName("demo")
        self._demo.setMinimumHeight(0)
        self._demo.clicked.connect(self.leave_demo_requested)
        self._demo.hide()
        # Also without a file of translations, when Qt tells nobody.
        words.language_changed.connect(self._on_words_language_changed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(Sizes.MARGIN, 3, Sizes.MARGIN, 1)
        layout.setSpacing(16)
        layout.addWidget(self._place, 1)
        layout.addWidget(self._demo)
        layout.addLayout(self._chips)
        layout.addWidget(self._office)
        layout.addWidget(self._language)
        self.retranslate()

    def show_place(self, place: Place) -> None:
        """Show where and who."""
        self._place.set_text(place.text())

    def place_text(self) -> str:
        """What stands at the left."""
        return self._place.text()

    def show_state(self, state: DeviceState) -> None:
        """Show one thing's state; a new name is added at the right."""
        label = self._states.get(state.name)
        if label is None:
            label = self._states[state.name] = PlainLabel()
            self._chips.addWidget(label)
        self._shown[state.name] = state
        label.setText(f"{SIGNS[state.light]} {state.text}")
        label.setToolTip(state.hint)
        label.setProperty("role", f"state_{state.light.value}")
        label.style().unpolish(label)
        label.style().polish(label)

    def show_states(self, states: Sequence[DeviceState]) -> None:
        """Show these and no others."""
        for name in set(self._states) - {state.name for state in states}:
            label = self._states.pop(name)
            del self._shown[name]
            self._chips.removeWidget(label)
            label.deleteLater()
        for state in states:
            self.show_state(state)

    def show_office(self, is_shown: bool) -> None:
        """Show or hide the way into the back office."""
        self._office.setVisible(is_shown)

    def show_demo(self, key: str) -> None:
        """Say that this is no real shop, and which key leaves it."""
        self._demo_key = key
        self._demo.show()
        self.retranslate()

    def state_text(self, name: str) -> str:
        """The sign and words shown for a name; nothing when it is not shown."""
        label = self._states.get(name)
        return label.text() if label is not None else ""

    @Slot()
    def _on_words_language_changed(self) -> None:
        self.retranslate()

    def retranslate(self) -> None:
        """The button names the language one would get."""
        is_chinese = self._words.language == CHINESE
        self._office.set_text(self.tr("Back office"))
        self._demo.set_text(self.tr("Demo shop   {key} leave it").format(key=self._demo_key))
        self._language.set_text("EN" if is_chinese else "中文")
        self._language.setToolTip(self.tr("Change the language"))
        self._language.setAccessibleName(self.tr("Change the language"))
