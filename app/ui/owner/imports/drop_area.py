"""Where a file is dropped, or chosen by a button."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.kit.buttons import TouchButton
from app.ui.kit.labels import PlainLabel
from app.ui.kit.retranslated import Retranslated
from app.ui.kit.theme import set_role


class DropArea(Retranslated, QFrame):
    """Takes one file.

    Signals:
        dropped: A file. arg: its Path.
        choose_requested: The button.
    """

    dropped = Signal(object)
    choose_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        set_role(self, "card")
        self._headline = PlainLabel(role="headline")
        self._hint = PlainLabel(role="muted")
        self._hint.setWordWrap(True)
        self.button = TouchButton("", "primary")
        self.button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.button.clicked.connect(self.choose_requested)
        texts = QVBoxLayout()
        texts.addWidget(self._headline)
        texts.addWidget(self._hint)
        layout = QHBoxLayout(self)
        layout.addLayout(texts, 1)
        layout.addWidget(self.button)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text again."""
        self._headline.setText(self.tr("Drop the old till's file here"))
        self._hint.setText(
            self.tr(
                "Goods, members or suppliers as CSV or a workbook (xlsx, xls). Exports of Pospal, Square, Shopify, "
                "Loyverse and Odoo are recognised. Nothing is stored before you have seen what would happen."
            )
        )
        self.button.set_text(self.tr("Choose a file"))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """One file of this machine is welcome."""
        if dropped_file(event.mimeData()) is not None:
            event.acceptProposedAction()
            set_role(self, "say")

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Gone again."""
        super().dragLeaveEvent(event)
        set_role(self, "card")

    def dropEvent(self, event: QDropEvent) -> None:
        """Here it is."""
        set_role(self, "card")
        path = dropped_file(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.dropped.emit(path)


def dropped_file(data: QMimeData) -> Path | None:
    """The one file that is dragged; None for several, for folders and for what is not on this machine."""
    urls = data.urls() if data.hasUrls() else []
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = Path(urls[0].toLocalFile())
    return path if path.is_file() else None
