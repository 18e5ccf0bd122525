"""The cards of the devices page: one printer each, and the scanner."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.services.devices.protocols import PrinterLook
from app.ui.kit.buttons import TouchButton
from app.ui.kit.labels import ElidedLabel, PlainLabel
from app.ui.kit.retranslated import Retranslated
from app.ui.kit.theme import Sizes, set_role
from app.ui.owner.devices import texts
from app.ui.owner.devices.presenter import Scanned
from app.ui.owner.devices.texts import look_tone, look_words, office

_COLUMNS = 2


def focusable(text: str = "", role: str = "plain") -> TouchButton:
    """A button that Tab reaches."""
    button = TouchButton(text, role)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button


def restyle(label: QWidget, role: str) -> None:
    """Give a label another role and let the style see it."""
    set_role(label, role)
    label.style().unpolish(label)
    label.style().polish(label)


class Card(Retranslated, QFrame):
    """A title, lines below it, buttons at the foot."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "card")
        self.title = PlainLabel(role="strong")
        self.title.setWordWrap(True)
        self.body = QVBoxLayout()
        self.body.setSpacing(4)
        self._buttons = QGridLayout()
        self._buttons.setSpacing(6)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 10)
        layout.setSpacing(6)
        layout.addWidget(self.title)
        layout.addLayout(self.body)
        layout.addLayout(self._buttons)

    def add_buttons(self, buttons: Sequence[TouchButton]) -> None:
        """Buttons at the foot, two on a line."""
        for at, button in enumerate(buttons):
            self._buttons.addWidget(button, at // _COLUMNS, at % _COLUMNS)


class PrinterCard(Card):
    """A printer: where it is, how it is, and what can be tried.

    Attributes:
        test_button: Print something.
        drawer_button: Open the drawer; only the receipt printer's card shows it.

    Signals:
        refresh_requested: Ask it again.
        settings_requested: Open its form.
    """

    refresh_requested = Signal()
    settings_requested = Signal()

    def __init__(self, *, is_receipt: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_receipt, self._address = is_receipt, ""
        self._look: PrinterLook | None = None
        self._is_asking = False
        self.address = ElidedLabel(role="muted")
        self.state = PlainLabel()
        self.state.setWordWrap(True)
        self.refresh_button, self.settings_button = focusable(), focusable()
        self.test_button, self.drawer_button = focusable(), focusable()
        self.body.addWidget(self.address)
        self.body.addWidget(self.state)
        drawer = (self.drawer_button,) if is_receipt else ()
        self.drawer_button.setVisible(False) if not is_receipt else None
        self.add_buttons((self.test_button, *drawer, self.refresh_button, self.settings_button))
        self.refresh_button.clicked.connect(self.refresh_requested)
        self.settings_button.clicked.connect(self.settings_requested)
        self.retranslate()

    def show_address(self, address: str) -> None:
        """Which device it is."""
        self._address = address
        self.address.set_text(address)
        self.address.setVisible(bool(address))
        for button in (self.test_button, self.drawer_button, self.refresh_button):
            button.setEnabled(bool(address))

    def show_asking(self) -> None:
        """It is being asked how it is."""
        self._is_asking = True
        self._show_state()

    def show_look(self, look: PrinterLook | None) -> None:
        """How it is."""
        self._is_asking, self._look = False, look
        self._show_state()

    def retranslate(self) -> None:
        """Set every text again."""
        self.title.setText(self.tr("Receipt printer and drawer") if self._is_receipt else self.tr("Label printer"))
        self.test_button.set_text(self.tr("Print test page") if self._is_receipt else self.tr("Print test label"))
        self.drawer_button.set_text(self.tr("Open drawer"))
        self.refresh_button.set_text(self.tr("Ask again"))
        self.settings_button.set_text(self.tr("Settings ..."))
        self._show_state()

    def _show_state(self) -> None:
        if self._is_asking:
            self.state.setText(office(texts.LOOKING))
            restyle(self.state, "muted")
            return
        self.state.setText(look_words(self._look))
        restyle(self.state, look_tone(self._look))


class HalvesCard(Card):
    """Asks which half of the test page reads well.

    Signals:
        answered: arg: the way of printing text, as the setting has it.
        closed: Neither, or later.
    """

    answered = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.question = PlainLabel()
        self.question.setWordWrap(True)
        self.body.addWidget(self.question)
        self.upper_button, self.lower_button = focusable(role="primary"), focusable(role="primary")
        self.later_button = focusable()
        self.add_buttons((self.upper_button, self.lower_button, self.later_button))
        self.upper_button.clicked.connect(self._on_upper_clicked)
        self.lower_button.clicked.connect(self._on_lower_clicked)
        self.later_button.clicked.connect(self.closed)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text again."""
        self.title.setText(self.tr("Which half of the test page reads well?"))
        self.question.setText(
            self.tr(
                "The upper half is printed with the printer's own letters: fast. The lower half is drawn by Shuke:"
                " right on every printer. If both read well, choose the upper one. If the right edge is cut off, choose"
                " the other paper width under Settings."
            )
        )
        self.upper_button.set_text(self.tr("The upper half"))
        self.lower_button.set_text(self.tr("The lower half"))
        self.later_button.set_text(self.tr("Later"))

    def _on_upper_clicked(self) -> None:
        self.answered.emit("gb18030")

    def _on_lower_clicked(self) -> None:
        self.answered.emit("raster")


class ScannerCard(Card):
    """Shows what a scan sends while the page is in front."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scanned: Scanned | None = None
        self.hint, self.code, self.details = PlainLabel(role="muted"), PlainLabel(role="figure"), PlainLabel()
        for label in (self.hint, self.details):
            label.setWordWrap(True)
        line = QHBoxLayout()
        line.addWidget(self.code, 1)
        self.body.addWidget(self.hint)
        self.body.addLayout(line)
        self.body.addWidget(self.details)
        for label in (self.code, self.details):
            label.hide()
        self.body.addSpacing(Sizes.GAP)
        self.retranslate()

    def show_scan(self, scanned: Scanned) -> None:
        """What came."""
        self._scanned = scanned
        self.code.show()
        self.details.show()
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text again."""
        self.title.setText(self.tr("Scanner"))
        self.hint.setText(self.tr("Scan anything now: here stands what the scanner sends. It needs no setting up."))
        if self._scanned is None:
            return
        scanned = self._scanned
        self.code.setText(scanned.code)
        article = scanned.article or self.tr("not in the catalogue")
        text = self.tr("{kind}; {ms} ms from key to key; {article}")
        self.details.setText(text.format(kind=scanned.kind, ms=scanned.key_ms, article=article))
