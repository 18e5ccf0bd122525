"""Said when the data file was found damaged: what happened, what is safe, what to do now."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QWidget

from app.ui.kit.dialog import Dialog
from app.ui.kit.labels import PlainLabel


class DamagedDialog(Dialog):
    """Can only be closed, and the till with it."""

    def __init__(self, folder: Path, last_good: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, size=QSize(680, 380))
        self.setObjectName("damaged")
        self._folder, self._last_good = folder, last_good
        self._what, self._how, self._where = PlainLabel(role="question"), PlainLabel(), PlainLabel(role="muted")
        for label in (self._what, self._how, self._where):
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self.body.addWidget(label)
        self.body.addStretch(1)
        self._close = self.add_button("", "primary", self.accept)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text again."""
        self.set_title(self.tr("The data file is damaged"))
        self._what.setText(
            self.tr(
                "Shuke has put it aside and will not use it any more, so that nothing gets worse. Nothing can be sold"
                " until a backup is restored. Receipts printed so far are right."
            )
        )
        text = self.tr("{last_good} Restore it with: python main.py restore FILE, and have the recovery key ready.")
        self._how.setText(text.format(last_good=self._last_good))
        self._where.setText(self.tr("The damaged file lies in {folder}.").format(folder=self._folder))
        self._close.setText(self.tr("Close the till"))
        self._close.setDefault(True)
