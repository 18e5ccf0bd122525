"""The baskets on hold, to be chosen by number, arrows or a tap."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.services.checkout.drafts import HeldBasket
from app.ui.cashier.panel import ChoicePanel
from app.ui.cashier.telling import translate
from app.ui.kit.rows_model import Column, RowsModel
from app.ui.kit.rows_table import RowsTable
from app.ui.kit.words import Words
from app.values.errors import QT_TRANSLATE_NOOP


class HeldPanel(ChoicePanel):
    """Shows held baskets.

    Signals:
        chosen: One was chosen. arg: its place.
    """

    chosen = Signal(int)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.table: RowsTable[HeldBasket] = RowsTable(RowsModel(self._columns()), takes_focus=False, row_height=60)
        self.body.addWidget(self.table, 1)
        self.digit_pressed.connect(self._on_digit_pressed)
        self.step_requested.connect(self.table.move_selection)
        self.enter_pressed.connect(self._on_enter_pressed)
        self.table.clicked.connect(self._on_enter_pressed)
        self.retranslate()

    def show_held(self, held: Sequence[HeldBasket]) -> None:
        """Show them, the first chosen."""
        self.table.rows_model().show_rows(held)
        self.table.select_row(0)

    def retranslate(self) -> None:
        """Set every text again."""
        super().retranslate()
        self.title.set_text(translate("cashier", "On hold: press a number"))

    def _on_digit_pressed(self, digit: int) -> None:
        self.chosen.emit(digit - 1)

    def _on_enter_pressed(self) -> None:
        self.chosen.emit(self.table.current_row())

    def _columns(self) -> list[Column[HeldBasket]]:
        words = self._words

        def place(row: HeldBasket) -> str:
            rows = self.table.rows_model().rows()
            return str(rows.index(row) + 1) if row in rows else ""

        def what(row: HeldBasket) -> str:
            lines = translate("cashier", "{count} lines").format(count=row.line_count)
            return f"{row.label}  {lines}".strip()

        return [
            Column("place", "", place, width=52, bold=True),
            Column("time", QT_TRANSLATE_NOOP("columns", "Time"), lambda row: words.time(row.held_at), width=110),
            Column("what", QT_TRANSLATE_NOOP("columns", "Basket"), what),
            Column(
                "total",
                QT_TRANSLATE_NOOP("columns", "Total"),
                lambda row: words.money(row.total),
                right=True,
                width=150,
            ),
        ]
