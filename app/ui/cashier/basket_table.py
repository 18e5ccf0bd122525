"""The lines of the basket: newest chosen and in view, states said by words as well as by colour."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.ui.cashier.line_painter import CellPlace, CellText, LinePainter, RowLook
from app.ui.cashier.rows import LineRow, RowState
from app.ui.cashier.telling import reason_name, translate
from app.ui.kit.rows_model import Column, RowsModel
from app.ui.kit.rows_table import RowsTable
from app.ui.kit.theme import current_theme
from app.ui.kit.words import Words
from app.values.errors import QT_TRANSLATE_NOOP
from app.values.money import ZERO

WIDE_FROM: Final = 700
ROW_HEIGHT: Final = 48
TALL_ROW_HEIGHT: Final = 56
_WIDE: Final = (50, 0, 124, 116, 128, 124)
_NARROW: Final = (40, 0, 112, 102, 128, 108)
_HINTS: Final = {
    RowState.UNKNOWN: QT_TRANSLATE_NOOP("cashier", "Unknown code. Del removes it, F2 finds the item."),
    RowState.NEEDS_PRICE: QT_TRANSLATE_NOOP("cashier", "No price yet. F7 gives it one."),
    RowState.NEEDS_WEIGHT: QT_TRANSLATE_NOOP("cashier", "Weight missing. Press Enter and type it."),
}


class BasketTable(RowsTable[LineRow]):
    """Shows the lines; in a narrow window the discount stands under the name instead of in its own column."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        self._words = words
        self._texts = LineTexts(words)
        super().__init__(RowsModel(self._columns(), key=_line_id), takes_focus=False, parent=parent)
        self._painter = LinePainter(self._texts.cell)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._is_wide = True
        self._choose_layout(self.width())

    def show_lines(self, rows: Sequence[LineRow], chosen: int) -> None:
        """Show the lines and choose the one of that number."""
        self.rows_model().update_rows(rows)
        at = self.rows_model().find(chosen)
        self.select_row(at if at is not None else -1)

    def chosen_line(self) -> int:
        """The number of the chosen line; 0 for none."""
        at = self.current_row()
        return self.rows_model().row_at(at).line_id if at >= 0 else 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Change between the two layouts."""
        super().resizeEvent(event)
        self._choose_layout(event.size().width())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Copy the pictures of the rows that are seen; Qt's own way asks Python for each cell."""
        look, chosen, rows = self._look(), self.currentIndex().row(), self.rows_model().rows()
        wanted, height = event.rect(), look.size[1]
        scrolled = self.verticalHeader().offset()
        first = max((wanted.top() + scrolled) // height, 0)
        beyond = min((wanted.bottom() + scrolled) // height + 1, len(rows))
        painter = QPainter(self.viewport())
        for at in range(first, beyond):
            drawn = self._painter.picture(rows[at], look, is_chosen=at == chosen)
            painter.drawPixmap(QPoint(0, at * height - scrolled), drawn)
        end = max(beyond * height - scrolled, wanted.top())
        if end <= wanted.bottom():
            rest = QRect(wanted.left(), end, wanted.width(), wanted.bottom() - end + 1)
            painter.fillRect(rest, QColor(look.theme.card))
        painter.end()

    def _look(self) -> RowLook:
        header = self.horizontalHeader()
        cells = tuple(
            CellPlace(column.key, header.sectionViewportPosition(at), header.sectionSize(at), column.right)
            for at, column in enumerate(self.rows_model().columns)
            if not header.isSectionHidden(at)
        )
        size = (self.viewport().width(), self.verticalHeader().defaultSectionSize())
        # A word of each kind stands for all that the settings of language and money change.
        language = (self._words.language, self._words.money(ZERO), self._texts.is_wide)
        return RowLook(cells, size, self.devicePixelRatioF(), current_theme(), language)

    def _choose_layout(self, width: int) -> None:
        is_wide = width >= WIDE_FROM
        self._texts.is_wide = is_wide
        if is_wide is not self._is_wide:
            self._is_wide = is_wide
            self.setColumnHidden(4, not is_wide)
            for at, width in enumerate(_WIDE if is_wide else _NARROW):
                if width:
                    self.horizontalHeader().resizeSection(at, width)
            self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT if is_wide else TALL_ROW_HEIGHT)
            self.scrollTo(self.currentIndex())

    def _columns(self) -> list[Column[LineRow]]:
        said = self._texts

        def column(key: str, title: str, *, width: int | None = None, right: bool = False) -> Column[LineRow]:
            return Column(key, title, lambda row: said.cell(row, key).text, right=right, width=width)

        return [
            column("number", "", width=_WIDE[0]),
            column("item", QT_TRANSLATE_NOOP("columns", "Item")),
            column("price", QT_TRANSLATE_NOOP("columns", "Unit price"), width=_WIDE[2], right=True),
            column("quantity", QT_TRANSLATE_NOOP("columns", "Quantity"), width=_WIDE[3], right=True),
            column("discount", QT_TRANSLATE_NOOP("columns", "Discount"), width=_WIDE[4], right=True),
            column("total", QT_TRANSLATE_NOOP("columns", "Subtotal"), width=_WIDE[5], right=True),
        ]


class LineTexts:
    """What each cell of a line says.

    Attributes:
        is_wide: Discounts have a column of their own.
    """

    def __init__(self, words: Words) -> None:
        self._words = words
        self.is_wide = True

    def cell(self, row: LineRow, key: str) -> CellText:
        """One cell."""
        match key:
            case "number":
                return CellText(str(row.number), tone="muted", is_figure=True)
            case "item":
                return self._item(row)
            case "price":
                return self._price(row)
            case "quantity":
                return self._quantity(row)
            case "discount":
                amount, reason = self._discount(row)
                return CellText(amount, reason, tone="good", small_tone="good", is_below=True, is_figure=True)
        return self._total(row)

    def _item(self, row: LineRow) -> CellText:
        if row.state is not RowState.SELLABLE:
            hint = translate("cashier", _HINTS[row.state])
            return CellText(row.name, hint, tone="problem", small_tone="problem", bold=True, is_below=True)
        if self.is_wide or not row.discounts:
            return CellText(row.name, row.spec, is_below=not self.is_wide)
        amount, reason = self._discount(row)
        return CellText(row.name, f"{amount} {reason}", tail=row.spec, small_tone="good", is_below=True)

    def _price(self, row: LineRow) -> CellText:
        if row.unit_price is None:
            return CellText("—", tone="problem" if row.state is RowState.NEEDS_PRICE else "muted")
        figure, slash, unit = self._words.price(row.unit_price, row.by_weight).partition("/")
        return CellText(figure, slash + unit)

    def _quantity(self, row: LineRow) -> CellText:
        if row.state is RowState.UNKNOWN:
            return CellText("")
        if row.state is RowState.NEEDS_WEIGHT:
            return CellText("—", tone="problem")
        figure, space, unit = self._words.quantity(row.quantity, row.by_weight).partition(" ")
        return CellText(figure, space + unit, bold=row.quantity.milli > 1000 and not row.by_weight)

    def _discount(self, row: LineRow) -> tuple[str, str]:
        if not row.discounts:
            return "", ""
        off = row.discounts[0].amount
        for more in row.discounts[1:]:
            off += more.amount
        return self._words.amount(-off), reason_name(row.discounts[0].label)

    def _total(self, row: LineRow) -> CellText:
        if row.total is None:
            return CellText("—", tone="problem")
        return CellText(self._words.amount(row.total), bold=True)


def _line_id(row: LineRow) -> int:
    return row.line_id
