"""What every step of the set-up is: it explains itself, shows what holds, and keeps what was chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.kit.buttons import TouchButton
from app.ui.kit.labels import PlainLabel
from app.ui.kit.record_form import FieldSpec, RecordForm
from app.ui.kit.retranslated import Retranslated
from app.ui.owner.context import OfficeContext


class SetUpStep(Retranslated, QWidget):
    """Base of the steps: heading and explanation stand above what a subclass puts into `body`.

    Signals:
        kept: What was chosen is stored.
    """

    kept = Signal()

    def __init__(self, context: OfficeContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.heading, self.why = PlainLabel(role="title"), PlainLabel()
        self.why.setWordWrap(True)
        self.body = QVBoxLayout()
        self.body.setSpacing(10)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self.heading)
        layout.addWidget(self.why)
        layout.addLayout(self.body, 1)

    def load(self) -> None:
        """Show what holds now."""

    def keep(self) -> None:
        """Store what was chosen and say `kept`, or say here why not."""
        self.kept.emit()

    def take_scan(self, code: str) -> bool:
        """A code was read while this step is in front."""
        del code
        return False

    def take_focus(self) -> None:
        """Typing begins here."""
        self.setFocus()


def bare_form(specs: Sequence[FieldSpec]) -> RecordForm:
    """A form over the whole width, whose buttons are the page's."""
    form = RecordForm(specs)
    form.save_button.hide()
    form.cancel_button.hide()
    layout = form.layout()
    middle = layout.itemAt(0) if layout is not None else None
    if isinstance(middle, QHBoxLayout):
        middle.setStretch(1, 0)
    for box in form.findChildren(QComboBox):
        # The longest choice must not make the form wider than a small screen.
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(8)
    return form


def wide_button(role: str = "plain") -> TouchButton:
    """A button that Tab reaches and Enter presses."""
    made = TouchButton("", role)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    made.setAutoDefault(True)
    return made
