"""The recovery key, to be copied by hand."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from app.services.backup.show_key import ShownKey
from app.ui.kit.dialog import Dialog
from app.ui.kit.labels import PlainLabel

_COLUMNS = 5


class KeyDialog(Dialog):
    """Numbered groups; gone when it is closed."""

    def __init__(self, key: ShownKey, parent: QWidget | None = None) -> None:
        super().__init__(parent, size=QSize(760, 400))
        self._key = key
        self.advice = PlainLabel()
        self.advice.setWordWrap(True)
        self.groups = [PlainLabel(role="figure") for _ in key.text.split()]
        grid = QGridLayout()
        grid.setVerticalSpacing(10)
        for at, (group, label) in enumerate(zip(key.text.split(), self.groups, strict=True)):
            label.setText(f"{at + 1}. {group}")
            label.setAlignment(Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(label, at // _COLUMNS, at % _COLUMNS)
        self.body.addLayout(grid)
        self.body.addWidget(self.advice)
        self.body.addStretch(1)
        self._close = self.add_button("", "primary", self.accept)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text again."""
        self.set_title(self.tr("Recovery key, number {number}").format(number=self._key.key_id))
        self.advice.setText(
            self.tr(
                "Write it down and put the paper in a safe: not beside the till, and not as a photo. It opens every"
                " backup; without it nobody can open one once this computer is lost. That it was shown is noted."
            )
        )
        self._close.setText(self.tr("It is written down"))
        self._close.setDefault(True)
