"""The search panel: a list that follows the typing, and the price of what is scanned."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.services.catalogue.items import ScannedItem
from app.services.catalogue.search import FoundItem
from app.ui.cashier.panel import ChoicePanel, code_edit
from app.ui.cashier.telling import translate
from app.ui.kit.labels import ElidedLabel, FitLabel, PlainLabel
from app.ui.kit.rows_model import Column, RowsModel
from app.ui.kit.rows_table import RowsTable
from app.ui.kit.theme import set_role
from app.ui.kit.words import Words
from app.values.errors import QT_TRANSLATE_NOOP
from app.values.money import Money

MOST_TYPED = 60
NARROW = 700


class PriceCard(QFrame):
    """What one scanned article costs, large enough to be shown to the customer."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._item: ScannedItem | None = None
        self._code = ""
        self.name = ElidedLabel(role="headline")
        self.price = FitLabel(largest=72, smallest=40)
        self.price.setFixedHeight(84)
        self.price.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.member = PlainLabel(role="headline")
        self.hint = PlainLabel(role="muted")
        prices = QHBoxLayout()
        prices.addWidget(self.price, 1)
        prices.addWidget(self.member)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 10, 18, 10)
        layout.setSpacing(2)
        layout.addWidget(self.name)
        layout.addLayout(prices)
        layout.addWidget(self.hint)

    def show_item(self, item: ScannedItem | None, code: str) -> None:
        """Show an article, or that the code names nothing."""
        self._item, self._code = item, code
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text again."""
        item = self._item
        set_role(self, "problem_card" if item is None else "good_card")
        if item is None:
            self.name.set_text(self._code)
            self.price.set_text("—")
            self.member.setText("")
            self.hint.setText(translate("cashier", "Nothing is known under this code"))
            return
        self.name.set_text(f"{item.name}  {item.spec}".strip())
        self.price.set_text(self._price(item, item.price))
        member = translate("cashier", "Members {price}")
        is_cheaper = item.member_price is not None and item.price is not None and item.member_price < item.price
        self.member.setText(member.format(price=self._price(item, item.member_price)) if is_cheaper else "")
        self.hint.setText(translate("cashier", "Enter puts it into the basket"))

    def _price(self, item: ScannedItem, price: Money | None) -> str:
        if price is None:
            return translate("cashier", "No price")
        return self._words.money(price) + ("/kg" if item.by_weight else "")


class SearchPanel(ChoicePanel):
    """Says what was typed and chosen; shows what was found.

    Signals:
        text_changed: Something else stands in the field.
        chosen: A row was chosen. arg: its place.
    """

    text_changed = Signal(str)
    chosen = Signal(int)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._text, self._has_price = "", False
        self.edit = code_edit(MOST_TYPED)
        self.card = PriceCard(words)
        self.card.hide()
        self.table: RowsTable[FoundItem] = RowsTable(RowsModel(self._columns()), takes_focus=False, row_height=56)
        self.none = PlainLabel(role="muted")
        self.none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.none.setWordWrap(True)
        self.body.addWidget(self.edit)
        self.body.addWidget(self.card)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.none, 1)
        self.edit.textChanged.connect(self._on_edit_text_changed)
        self.enter_pressed.connect(self._on_enter)
        self.step_requested.connect(self.move_choice)
        self.table.row_activated.connect(self.chosen)
        self.table.clicked.connect(self._on_table_clicked)
        self.retranslate()

    def show_text(self, text: str) -> None:
        """Put text into the field without searching."""
        self.edit.blockSignals(True)
        self.edit.setText(text)
        self.edit.blockSignals(False)

    def show_found(self, found: Sequence[FoundItem], text: str) -> None:
        """Show what was found, the first chosen."""
        self._show_found(found, text, has_price=False)

    def _show_found(self, found: Sequence[FoundItem], text: str, *, has_price: bool) -> None:
        self._text, self._has_price = text, has_price
        self.card.setVisible(has_price)
        self.table.rows_model().show_rows(found)
        self.table.select_row(0 if found else -1)
        self.table.setVisible(bool(found))
        self.none.setVisible(not found)
        self._show_none()

    def show_price(self, item: ScannedItem | None, code: str) -> None:
        """Show what a scanned code costs."""
        self.show_text("")
        self.card.show_item(item, code)
        self._show_found((), "", has_price=True)

    def move_choice(self, step: int) -> None:
        """Choose another row."""
        self.table.move_selection(step)

    def focus_target(self) -> QWidget:
        """The field."""
        return self.edit

    def take_focus(self) -> None:
        """Behind what is typed, so that more can be typed."""
        super().take_focus()
        self.edit.deselect()
        self.edit.end(False)

    def retranslate(self) -> None:
        """Set every text again."""
        super().retranslate()
        self.title.set_text(translate("cashier", "Find goods · a scan shows the price"))
        self.edit.setPlaceholderText(translate("cashier", "Name, pinyin, initials or code"))
        self.card.retranslate()
        self._show_none()

    def _show_none(self) -> None:
        empty = translate("cashier", "Type two letters or characters of the name.\nScan something to see its price.")
        nothing = translate("cashier", "Nothing is called {text}.\nTry fewer letters, or another word.")
        # Under a price the label keeps its room and says nothing.
        self.none.setText(nothing.format(text=self._text) if self._text else "" if self._has_price else empty)

    def _on_edit_text_changed(self, text: str) -> None:
        self.text_changed.emit(text)

    def _on_enter(self) -> None:
        self.chosen.emit(self.table.current_row())

    def _on_table_clicked(self) -> None:
        self.chosen.emit(self.table.current_row())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Codes have no room in a narrow window."""
        super().resizeEvent(event)
        self.table.setColumnHidden(1, event.size().width() < NARROW)

    def _columns(self) -> list[Column[FoundItem]]:
        def price(row: FoundItem) -> str:
            return "—" if row.price is None else self._words.price(row.price, row.by_weight)

        def member_price(row: FoundItem) -> str:
            return "" if row.member_price is None else self._words.price(row.member_price, row.by_weight)

        return [
            Column("name", QT_TRANSLATE_NOOP("columns", "Item"), lambda row: f"{row.name}  {row.spec}".strip()),
            Column("code", QT_TRANSLATE_NOOP("columns", "Code"), lambda row: row.code, width=150, small=True),
            Column("price", QT_TRANSLATE_NOOP("columns", "Unit price"), price, right=True, width=110),
            Column("member", QT_TRANSLATE_NOOP("columns", "Member"), member_price, right=True, width=92, small=True),
        ]
