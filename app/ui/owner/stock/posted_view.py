"""A booked document, to be looked at; and taken back, once."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.services.inventory.values import PostedDocument, PostedStockLine
from app.ui.kit.buttons import TouchButton
from app.ui.kit.labels import PlainLabel
from app.ui.kit.retranslated import Retranslated
from app.ui.kit.rows_model import RowsModel
from app.ui.kit.rows_table import RowsTable
from app.ui.kit.theme import Sizes
from app.ui.kit.words import Words
from app.ui.owner.stock.columns import posted_columns
from app.ui.owner.stock.texts import KINDS, TAKEN_BACK, TAKES_BACK, say, say_reason


class PostedView(Retranslated, QWidget):
    """Shows a document.

    Signals:
        take_back_requested: The opposite shall be booked.
    """

    take_back_requested = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self.document: PostedDocument | None = None
        self.headline, self.facts = PlainLabel(role="headline"), PlainLabel(role="muted")
        self.facts.setWordWrap(True)
        self.lines: RowsTable[PostedStockLine] = RowsTable(
            RowsModel(posted_columns(words), key=lambda line: line.line_no)
        )
        self.take_back_button = TouchButton("", "danger", self)
        self.take_back_button.clicked.connect(self.take_back_requested)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.take_back_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Sizes.GAP)
        for part in (self.headline, self.facts):
            layout.addWidget(part)
        layout.addWidget(self.lines, 1)
        layout.addLayout(foot)
        self.setFocusProxy(self.lines)
        self.retranslate()

    def show_document(self, document: PostedDocument) -> None:
        """Show another one."""
        self.document = document
        self.lines.rows_model().show_rows(document.lines)
        self.lines.select_row(0)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text again."""
        self.take_back_button.set_text(self.tr("Reverse this document"))
        document = self.document
        if document is None:
            return
        self.headline.setText(self.heading())
        amount = self._words.money(document.amount) if document.amount is not None else self.tr("Cost not known")
        reason = say_reason(document.reason, document.words)
        parts = (self._words.moment(document.at), document.company, document.note_number, reason, amount)
        self.facts.setText("   ".join(part for part in parts if part))
        self.take_back_button.setVisible(document.reverses_id is None and document.reversed_by is None)

    def heading(self) -> str:
        """What it is."""
        document = self.document
        if document is None:
            return ""
        state = say(TAKES_BACK) if document.reverses_id else say(TAKEN_BACK) if document.reversed_by else ""
        return " · ".join(part for part in (say(KINDS[document.kind]), state) if part)
