"""One sale: what is known of it at the left, its receipt at the right."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.ui.cashier.receipt_sheet import ReceiptView
from app.ui.kit.buttons import TouchButton
from app.ui.kit.labels import PlainLabel
from app.ui.kit.retranslated import Retranslated
from app.ui.kit.theme import Sizes, scaled
from app.ui.kit.words import Words
from app.ui.owner.sales.presenter import OpenedSale
from app.ui.owner.sales.sections import Entry, Section, sections_of

NARROW_PX = 980
"""Below this width either the words are shown or the paper."""


class SaleSheet(Retranslated, QWidget):
    """Shows a sale.

    Attributes:
        paper: The receipt as it was printed.
        reprint_button, refund_button, paper_button: What can be done.
        hint: Why money cannot be given back here and now.

    Signals:
        reprint_requested, refund_requested: arg: OpenedSale.
        linked_requested: arg: the id of the sale or refund that a row leads to.
    """

    reprint_requested = Signal(object)
    refund_requested = Signal(object)
    linked_requested = Signal(object)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._sale: OpenedSale | None = None
        self.reprint_button = TouchButton("", "plain", self)
        self.refund_button = TouchButton("", "plain", self)
        self.paper_button = TouchButton("", "plain", self)
        self.paper_button.setCheckable(True)
        self.hint = PlainLabel(role="muted")
        self.hint.setWordWrap(True)
        self.paper = ReceiptView()
        self.paper.setFixedWidth(self.paper.sheet.sizeHint().width() + 28)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._lay_out()
        self._connect()
        self.retranslate()

    @property
    def sale(self) -> OpenedSale | None:
        """What is shown."""
        return self._sale

    def show_sale(self, sale: OpenedSale) -> None:
        """Show a sale from its top."""
        is_other = self._sale is None or self._sale.view.posted.sale_id != sale.view.posted.sale_id
        self._sale = sale
        self.paper.show_receipt(sale.receipt)
        self.refund_button.setEnabled(sale.can_come_back)
        self.retranslate()
        if is_other:
            self._area.verticalScrollBar().setValue(0)

    def texts(self) -> list[str]:
        """Every text of the details, from the top."""
        return [label.text() for label in self._area.findChildren(PlainLabel)]

    def links(self) -> list[TouchButton]:
        """The rows that lead to other sales."""
        return self._area.findChildren(TouchButton)

    def retranslate(self) -> None:
        """Set every text again."""
        self.reprint_button.set_text(self.tr("Print again, marked COPY"))
        self.refund_button.set_text(self.tr("Refund at the till"))
        self.paper_button.set_text(self.tr("Receipt"))
        if self._sale is not None:
            self._area.setWidget(self._details(sections_of(self._sale.view, self._words)))
            self.hint.setText(self._said_about_refund(self._sale))
            self.hint.setVisible(bool(self.hint.text()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Both sides where there is room."""
        super().resizeEvent(event)
        self._arrange()

    # Within

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(Sizes.GAP)
        for button in (self.reprint_button, self.refund_button, self.paper_button):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            buttons.addWidget(button)
        buttons.addWidget(self.hint, 1)
        body = QHBoxLayout()
        body.setSpacing(Sizes.MARGIN)
        body.addWidget(self._area, 1)
        body.addWidget(self.paper)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(buttons)
        layout.addLayout(body, 1)
        self.setFocusProxy(self._area)

    def _connect(self) -> None:
        self.reprint_button.clicked.connect(lambda: self.reprint_requested.emit(self._sale))
        self.refund_button.clicked.connect(lambda: self.refund_requested.emit(self._sale))
        self.paper_button.toggled.connect(self._arrange)

    def _arrange(self) -> None:
        is_narrow = self.width() < scaled(NARROW_PX)
        is_paper = self.paper_button.isChecked()
        self.paper_button.setVisible(is_narrow)
        self.paper.setVisible(is_paper or not is_narrow)
        self._area.setVisible(not is_paper or not is_narrow)

    def _said_about_refund(self, sale: OpenedSale) -> str:
        if not sale.can_come_back:
            return "" if sale.view.original else self.tr("All of it was given back.")
        return "" if sale.has_shift else self.tr("A refund needs an open shift at the till.")

    def _details(self, sections: tuple[Section, ...]) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(Sizes.GAP)
        for section in sections:
            if section.title:
                column.addWidget(PlainLabel(section.title, role="section"))
            column.addWidget(self._card(section))
        column.addStretch(1)
        return inside

    def _card(self, section: Section) -> QFrame:
        card = QFrame()
        card.setProperty("role", "card")
        grid = QGridLayout(card)
        grid.setContentsMargins(12, 8, 12, 8)
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(0, 1)
        row = 0
        for entry in section.entries:
            self._add_entry(grid, row, entry)
            row += 1
            if entry.below:
                grid.addWidget(_wrapped(PlainLabel(entry.below, role="muted")), row, 0, 1, 3)
                row += 1
        return card

    def _add_entry(self, grid: QGridLayout, row: int, entry: Entry) -> None:
        role = "strong" if entry.is_strong else "field"
        if entry.sale_id is not None:
            link = TouchButton(entry.left, "plain", self)
            link.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            link.clicked.connect(partial(self._on_link_clicked, entry.sale_id))
            grid.addWidget(link, row, 0)
        else:
            grid.addWidget(_wrapped(PlainLabel(entry.left, role=role)), row, 0)
        for at, text in ((1, entry.middle), (2, entry.right)):
            label = PlainLabel(text, role=role)
            label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label, row, at)

    def _on_link_clicked(self, sale_id: object, _checked: bool = False) -> None:
        self.linked_requested.emit(sale_id)


def _wrapped(label: PlainLabel) -> PlainLabel:
    label.setWordWrap(True)
    return label
