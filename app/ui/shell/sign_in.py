"""Signing in: choose a name, type the PIN; by touch or by keys alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.ui.kit.buttons import TouchButton
from app.ui.kit.keypad import CLEAR, Keypad
from app.ui.kit.labels import ElidedLabel, PlainLabel
from app.ui.kit.pin_edit import PinEdit
from app.ui.kit.retranslated import Retranslated
from app.ui.kit.theme import Sizes, set_role
from app.ui.kit.words import Words

PIN_LENGTH = 6


@dataclass(frozen=True, slots=True)
class StaffChoice:
    """One person who may sign in.

    Attributes:
        staff_id: Sixteen bytes.
        role: As shown, in the language in use.
    """

    staff_id: bytes
    name: str
    role: str = ""


class SignInView(Retranslated, QWidget):
    """Names on the left, a PIN and its pad on the right. Knows no rules and no PINs.

    Keys: digits and Enter go to the PIN, Up and Down choose another name, Esc empties the PIN, F9: it is forgotten.

    Signals:
        sign_in_requested: A name and a PIN. args: the person's id, the PIN.
        language_toggle_requested: The language button was pressed.
        forgotten_requested: The PIN is forgotten (F9). args: the person's id and name.
    """

    sign_in_requested = Signal(bytes, str)
    language_toggle_requested = Signal()
    forgotten_requested = Signal(bytes, str)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._choices: tuple[StaffChoice, ...] = ()
        self._chosen = -1
        self._holds_basket = False
        self._buttons = QButtonGroup(self)
        self._buttons.setExclusive(True)
        self._make_parts()
        self._lay_out()
        self._pin.completed.connect(self._on_pin_completed)
        self._pin.too_short.connect(self._on_pin_too_short)
        self._pin.textEdited.connect(self._on_pin_text_edited)
        self._enter.clicked.connect(self._pin.returnPressed)
        self._forgotten.clicked.connect(self._on_forgotten_clicked)
        self.retranslate()

    def show_shop(self, name: str) -> None:
        """Whose till this is."""
        self._shop.set_text(name)

    def show_staff(self, choices: Sequence[StaffChoice], chosen: bytes | None = None) -> None:
        """Offer these people; the one named (the last cashier) or the first is chosen."""
        for button in self._buttons.buttons():
            self._buttons.removeButton(button)
            self._people.removeWidget(button)
            # Gone at once: deleting waits for the event loop, and a frame would show two lists.
            button.hide()
            button.deleteLater()
        self._choices = tuple(choices)
        for at, choice in enumerate(self._choices):
            self._people.insertWidget(at, self._person_button(at, choice))
        wanted = (at for at, choice in enumerate(self._choices) if choice.staff_id == chosen)
        self._choose(next(wanted, 0 if self._choices else -1))
        self._empty.setVisible(not self._choices)

    def chosen(self) -> StaffChoice | None:
        """Who is chosen."""
        return self._choices[self._chosen] if 0 <= self._chosen < len(self._choices) else None

    def show_problem(self, text: str) -> None:
        """Say why it did not work; the PIN is empty again."""
        self._pin.clear()
        set_role(self._message, "problem")
        self._message.setText(text)
        self._pin.setFocus()

    def show_busy(self, is_busy: bool) -> None:
        """While the PIN is checked nothing else can be pressed."""
        for part in (self._pin, self._enter, self._keypad):
            part.setEnabled(not is_busy)
        if is_busy:
            set_role(self._message, "muted")
            self._message.setText(self.tr("Checking ..."))
        else:
            self._pin.setFocus()
            self.retranslate()

    def show_basket_kept(self, is_kept: bool) -> None:
        """Whether to say that the open basket waits behind the lock."""
        self._holds_basket = is_kept
        self.retranslate()

    def clear_pin(self) -> None:
        """An empty PIN and no sentence about an earlier one."""
        self._pin.clear()
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text again."""
        self._heading.setText(self.tr("Sign in"))
        self._who.setText(self.tr("Who are you?  ↑ ↓"))
        self._pin_label.setText(self.tr("PIN"))
        self._enter.set_text(self.tr("Sign in   Enter"))
        self._forgotten.set_text(self.tr("PIN forgotten   F9"))
        self._pin.setAccessibleName(self.tr("PIN"))
        self._empty.setText(self.tr("Nobody may sign in here yet. The owner adds people under Staff."))
        set_role(self._message, "muted")
        hint = (
            self.tr("The open basket is kept. Sign in to go on with it.")
            if self._holds_basket
            else self.tr("Type your PIN of six digits, then Enter.")
        )
        self._message.setText(hint)

    def showEvent(self, event: QShowEvent) -> None:
        """The PIN is ready to be typed."""
        super().showEvent(event)
        self._pin.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose another name, or start the PIN again."""
        step = {int(Qt.Key.Key_Up): -1, int(Qt.Key.Key_Down): 1}.get(int(event.key()))
        if step is not None and self._choices:
            self._choose((self._chosen + step) % len(self._choices))
        elif event.key() == Qt.Key.Key_Escape:
            self.clear_pin()
        elif event.key() == Qt.Key.Key_F9 and not event.isAutoRepeat():
            self._on_forgotten_clicked()
        else:
            super().keyPressEvent(event)

    def _make_parts(self) -> None:
        self._shop = ElidedLabel(role="headline")
        self._heading, self._who = PlainLabel(role="title"), PlainLabel(role="muted")
        self._empty, self._pin_label = PlainLabel(role="muted"), PlainLabel(role="field")
        self._empty.setWordWrap(True)
        self._pin = PinEdit(PIN_LENGTH)
        self._keypad = Keypad(left=CLEAR, enter=False, target=self._pin)
        self._enter = TouchButton("", "primary", self)
        self._forgotten = TouchButton("", "quiet", self)
        self._message = PlainLabel(role="muted")
        self._message.setWordWrap(True)
        self._message.setMinimumHeight(3 * 26)
        self._message.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._people = QVBoxLayout()
        self._people.setSpacing(Sizes.GAP)
        self._people.addWidget(self._empty)
        self._people.addStretch(1)

    def _lay_out(self) -> None:
        card = QFrame(self)
        set_role(card, "card")
        card.setMaximumSize(880, 620)
        card.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        inner = QHBoxLayout(card)
        inner.setContentsMargins(28, 24, 28, 24)
        inner.setSpacing(40)
        inner.addLayout(self._left_side(), 1)
        inner.addLayout(self._right_side(), 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Sizes.MARGIN, Sizes.MARGIN, Sizes.MARGIN, Sizes.MARGIN)
        layout.addStretch(1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(card, 12)
        row.addStretch(1)
        layout.addLayout(row, 12)
        layout.addStretch(1)

    def _left_side(self) -> QVBoxLayout:
        inside = QWidget()
        inside.setLayout(self._people)
        scroll = QScrollArea()
        scroll.setWidget(inside)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._people.setContentsMargins(0, 0, Sizes.GAP, 0)
        side = QVBoxLayout()
        side.setSpacing(Sizes.GAP)
        side.addWidget(self._shop)
        side.addWidget(self._heading)
        side.addWidget(self._who)
        side.addWidget(scroll, 1)
        side.addWidget(self._forgotten)
        self._scroll = scroll
        return side

    def _right_side(self) -> QVBoxLayout:
        side = QVBoxLayout()
        side.setSpacing(Sizes.GAP)
        side.addWidget(self._pin_label)
        side.addWidget(self._pin)
        side.addWidget(self._message)
        side.addWidget(self._keypad, 1)
        side.addWidget(self._enter)
        return side

    def _person_button(self, at: int, choice: StaffChoice) -> TouchButton:
        text = f"{choice.name}   {choice.role}" if choice.role else choice.name
        button = TouchButton(text, "person")
        button.setCheckable(True)
        button.setMinimumHeight(60)
        button.clicked.connect(partial(self._choose, at))
        self._buttons.addButton(button, at)
        return button

    def _choose(self, at: int, _checked: bool = False) -> None:
        self._chosen = at
        if (button := self._buttons.button(at)) is not None:
            button.setChecked(True)
            self._scroll.ensureWidgetVisible(button)
        self._pin.clear()
        self._pin.setFocus()

    @Slot()
    def _on_forgotten_clicked(self) -> None:
        if (person := self.chosen()) is not None and self._enter.isEnabled():
            self.forgotten_requested.emit(person.staff_id, person.name)

    @Slot(str)
    def _on_pin_completed(self, pin: str) -> None:
        if (person := self.chosen()) is not None:
            self._pin.clear()
            self.sign_in_requested.emit(person.staff_id, pin)

    @Slot()
    def _on_pin_too_short(self) -> None:
        self.show_problem(self.tr("A PIN has at least six digits."))

    @Slot()
    def _on_pin_text_edited(self) -> None:
        if self._message.property("role") == "problem":
            self.retranslate()
