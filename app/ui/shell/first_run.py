"""The first start: language, the shop's name, and the owner with a PIN."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.ui.kit.buttons import TouchButton
from app.ui.kit.form import Form
from app.ui.kit.labels import PlainLabel
from app.ui.kit.pin_edit import PinEdit
from app.ui.kit.progress_panel import ProgressPanel
from app.ui.kit.retranslated import Retranslated
from app.ui.kit.theme import Sizes, set_role
from app.ui.kit.words import CHINESE, ENGLISH, Words

PIN_LENGTH: Final = 6
MAX_NAME: Final = 60


@dataclass(frozen=True, slots=True)
class SetUpAnswers:
    """What the owner said.

    Attributes:
        pin: At least six digits; hashed by the service and never kept as text.
        language: `en` or `zh_CN`.
        recovery_code: The one that was written down; empty until then.
    """

    shop_name: str
    owner_name: str
    pin: str
    language: str
    recovery_code: str = ""


class FirstRunView(Retranslated, QWidget):
    """Asks what cannot be guessed; everything else has a default and can be changed later.

    Signals:
        set_up_requested: Everything is filled in. arg: SetUpAnswers.
        demo_requested: Rather a look at the demo shop first.
    """

    set_up_requested = Signal(object)
    demo_requested = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._make_parts()
        self._lay_out()
        self._chinese.clicked.connect(self._on_chinese_clicked)
        self._english.clicked.connect(self._on_english_clicked)
        self._start.clicked.connect(self._on_start_clicked)
        self.demo_button.clicked.connect(self.demo_requested)
        self._again.completed.connect(self._on_start_clicked)
        self._again.too_short.connect(self._on_start_clicked)
        self._pin.completed.connect(self._go_on)
        for edit in (self._shop, self._owner):
            edit.returnPressed.connect(self._go_on)
        self.retranslate()

    def show_problem(self, text: str) -> None:
        """Say why it could not be stored; the answers stay."""
        self._problem.setText(text)
        self._problem.setVisible(bool(text))

    def show_busy(self, is_busy: bool) -> None:
        """While the file is made nothing can be pressed twice."""
        self._start.setEnabled(not is_busy)
        self.demo_button.setEnabled(not is_busy)
        self._form.setEnabled(not is_busy)

    def answers(self) -> SetUpAnswers:
        """What was filled in so far."""
        return SetUpAnswers(
            shop_name=self._shop.text().strip(),
            owner_name=self._owner.text().strip(),
            pin=self._pin.pin(),
            language=self._words.language,
        )

    def retranslate(self) -> None:
        """Set every text again."""
        self._heading.setText(self.tr("Welcome to Shuke"))
        self._hint.setText(
            self.tr("A few answers and the till is ready. Everything else has a default and can be changed later.")
        )
        self._form.set_label("shop", self.tr("Name of the shop"))
        self._form.set_label("owner", self.tr("Your name"))
        self._form.set_label("pin", self.tr("Your PIN (six digits or more)"))
        self._form.set_label("again", self.tr("The same PIN again"))
        self._shop.setPlaceholderText(self.tr("As it stands on the receipt"))
        self._pin_hint.setText(
            self.tr("The PIN opens everything: prices, refunds, reports. Nobody can read it back; keep it safe.")
        )
        self._start.set_text(self.tr("Go on   Enter"))
        self.demo_button.set_text(self.tr("First look around in the demo shop   F2"))
        self._form.clear_problems()
        self._chinese.setChecked(self._words.language == CHINESE)
        self._english.setChecked(self._words.language != CHINESE)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with the first empty field."""
        super().showEvent(event)
        if not self._shop.text():
            self._shop.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F2: the demo shop."""
        if event.key() == Qt.Key.Key_F2 and not event.isAutoRepeat() and self.demo_button.isEnabled():
            self.demo_requested.emit()
        else:
            super().keyPressEvent(event)

    def _make_parts(self) -> None:
        self._heading, self._hint = PlainLabel(role="headline"), PlainLabel(role="muted")
        self._hint.setWordWrap(True)
        self._pin_hint, self._problem = PlainLabel(role="muted"), PlainLabel(role="problem")
        self._pin_hint.setWordWrap(True)
        self._problem.setWordWrap(True)
        self._problem.hide()
        self._chinese, self._english = TouchButton("中文"), TouchButton("English")
        self._languages = QButtonGroup(self)
        for button in (self._chinese, self._english):
            button.setCheckable(True)
            button.setMinimumWidth(120)
            self._languages.addButton(button)
        self._shop, self._owner = QLineEdit(), QLineEdit()
        self._pin, self._again = PinEdit(PIN_LENGTH), PinEdit(PIN_LENGTH)
        for edit in (self._shop, self._owner):
            edit.setMaxLength(MAX_NAME)
        self._form = Form()
        self._form.add("shop", "", self._shop, self._shop_problem)
        self._form.add("owner", "", self._owner, self._owner_problem)
        self._form.add("pin", "", self._pin, self._pin_problem)
        self._form.add("again", "", self._again, self._again_problem)
        self._start, self.demo_button = TouchButton("", "pay"), TouchButton("", "quiet")
        self.progress = ProgressPanel()

    def _lay_out(self) -> None:
        card = QFrame(self)
        set_role(card, "card")
        card.setMaximumWidth(820)
        inner = QVBoxLayout(card)
        inner.setContentsMargins(32, 26, 32, 26)
        inner.setSpacing(14)
        top = QHBoxLayout()
        top.addWidget(self._heading, 1)
        top.addWidget(self._chinese)
        top.addWidget(self._english)
        for part in (top, self._hint, self._form, self._pin_hint, self._problem, self._start, self.demo_button):
            inner.addLayout(part) if isinstance(part, QHBoxLayout) else inner.addWidget(part)
        inner.addWidget(self.progress)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Sizes.MARGIN, Sizes.MARGIN, Sizes.MARGIN, Sizes.MARGIN)
        layout.addStretch(1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(card, 20)
        row.addStretch(1)
        layout.addLayout(row)
        layout.addStretch(1)

    def _shop_problem(self) -> str | None:
        return None if self._shop.text().strip() else self.tr("Every receipt needs the name of the shop.")

    def _owner_problem(self) -> str | None:
        return None if self._owner.text().strip() else self.tr("Please say who you are.")

    def _pin_problem(self) -> str | None:
        pin = self._pin.pin()
        if len(pin) < PIN_LENGTH:
            return self.tr("The PIN needs at least six digits.")
        return self.tr("This PIN is too easy to guess. Take another one.") if is_easy_pin(pin) else None

    def _again_problem(self) -> str | None:
        if self._again.pin() == self._pin.pin():
            return None
        return self.tr("The two PINs are not the same. Type them again.")

    @Slot()
    def _on_start_clicked(self) -> None:
        self.show_problem("")
        if problem := self._form.first_problem():
            if problem.name == "again":
                self._again.clear()
            self._form.point_at(problem)
            return
        self._form.clear_problems()
        self.set_up_requested.emit(self.answers())

    @Slot()
    def _go_on(self) -> None:
        self.focusNextChild()

    @Slot()
    def _on_chinese_clicked(self) -> None:
        self._words.set_language(CHINESE)
        self.retranslate()

    @Slot()
    def _on_english_clicked(self) -> None:
        self._words.set_language(ENGLISH)
        self.retranslate()


def is_easy_pin(pin: str) -> bool:
    """One digit repeated, or digits in a row: what a stranger tries first."""
    steps = {int(after) - int(before) for before, after in pairwise(pin)}
    return len(steps) == 1 and steps <= {-1, 0, 1}
