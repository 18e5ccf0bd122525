"""The scanner: one scan shows whether it types as it should."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from app.services.staff.set_up import SetUpKey, settle_step
from app.ui.kit.labels import PlainLabel
from app.ui.kit.theme import Sizes, set_role
from app.ui.owner.context import OfficeContext
from app.ui.owner.set_up.step import SetUpStep
from app.values.barcode import has_check_digit

LEAST = 6
"""Characters of a code that says something about the scanner."""


class ScannerStep(SetUpStep):
    """A field to scan into; tells what came."""

    def __init__(self, context: OfficeContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._label = PlainLabel(role="field")
        self.typed = QLineEdit()
        self.typed.setMinimumHeight(Sizes.TARGET)
        self.message = PlainLabel(role="muted")
        self.message.setWordWrap(True)
        for part in (self._label, self.typed, self.message):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self._code = ""
        self._was_typed = False
        self.typed.returnPressed.connect(self._on_typed)
        self.retranslate()

    def load(self) -> None:
        """Nothing was scanned yet."""
        self.typed.clear()
        self._code, self._was_typed = "", False
        self._tell()

    def keep(self) -> None:
        """The owner calls it settled, with or without a scan."""
        with self.context.told():
            with self.context.action("scanner_set_up") as uow:
                settle_step(uow, SetUpKey.SCANNER)
            self.kept.emit()

    def take_scan(self, code: str) -> bool:
        """The scanner was quick and sure."""
        self._code, self._was_typed = code, False
        self.typed.setText(code)
        self._tell()
        return True

    def take_focus(self) -> None:
        """The field."""
        self.typed.setFocus()

    def retranslate(self) -> None:
        """Set every text again."""
        self.heading.setText(self.tr("Scanner"))
        self.why.setText(
            self.tr(
                "Plug the scanner in and scan any article. A USB scanner needs no driver: it types the code like a "
                "keyboard, only faster. The till tells it from fingers by its speed, wherever the cursor stands."
            )
        )
        self._label.setText(self.tr("Scan any article now"))
        self.typed.setAccessibleName(self._label.text())
        self._tell()

    def _on_typed(self) -> None:
        self._code, self._was_typed = self.typed.text().strip(), True
        self.typed.selectAll()
        self._tell()

    def _tell(self) -> None:
        code = self._code
        set_role(self.message, "muted" if not code else "problem" if self._is_doubtful() else "good_small")
        if not code:
            text = self.tr("Waiting for a scan. Without a scanner, codes can also be typed at the till.")
        elif self._was_typed:
            text = self.tr(
                "{code} came slowly, as if typed by hand. If that was the scanner, set it to send without pauses "
                "and with Enter at the end: its booklet has the codes for it."
            )
        elif len(code) < LEAST:
            text = self.tr("{code} came, but is short for a barcode. Scan it once more, a little closer.")
        elif code.isdecimal() and len(code) in (8, 12, 13) and not has_check_digit(code):
            text = self.tr("{code} came, but its check digit is wrong. Scan it again.")
        else:
            text = self.tr("The scanner works: {code} came whole, {count} characters.")
        self.message.setText(text.format(code=code, count=len(code)))

    def _is_doubtful(self) -> bool:
        is_retail = self._code.isdecimal() and len(self._code) in (8, 12, 13)
        return self._was_typed or len(self._code) < LEAST or (is_retail and not has_check_digit(self._code))
