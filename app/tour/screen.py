"""What the person in front of the window can see, asked of the widgets and not of what stands behind them."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QTableView, QWidget

from app.bootstrap.program import TillProgram
from app.tour.figures import yuan
from app.ui.cashier.sale_view import SaleScreen
from app.ui.shell.main_window import SALE


class TillScreen:
    """The till's window as figures of the script."""

    def __init__(self, program: TillProgram) -> None:
        self._program = program

    @property
    def sale(self) -> SaleScreen:
        """The page to sell on."""
        page = self._program.window.page(SALE)
        assert isinstance(page, SaleScreen)
        return page

    def page(self) -> str:
        """The page in front."""
        return self._program.window.current_page()

    def panel(self) -> str:
        """The panel that is open; nothing for none."""
        top = self.sale.top_panel
        return "" if top is None else top.value

    def basket(self) -> str:
        """What the total card says, without its sign."""
        return _plain(self.sale.total.figure.text())

    def change(self) -> str:
        """What the card after paying says; nothing while it is not shown."""
        return _plain(self.sale.done.figure.text()) if self.sale.is_done_shown else ""

    def behind(self) -> tuple[str, int, int]:
        """Total, pieces and red rows as the session holds them."""
        session = self._program.session
        assert session is not None
        priced = session.view.priced
        return yuan(priced.total.minor), priced.item_count, len(priced.basket.unknown)

    def words(self) -> str:
        """Every word in sight, one piece a line."""
        return "\n".join(_words(self._program.window))


def _plain(text: str) -> str:
    return text.replace("¥", "").replace(",", "").strip()


def _words(window: QWidget) -> list[str]:
    found: list[str] = []
    for widget in window.findChildren(QWidget):
        if not widget.isVisible():
            continue
        if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
            found.append(widget.text())
        elif isinstance(widget, QTableView):
            found += _cells(widget)
        elif callable(text := getattr(widget, "text", None)):
            found.append(str(text()))
    return [text for text in found if text]


def _cells(table: QTableView) -> list[str]:
    model = table.model()
    rows, columns = range(model.rowCount()), range(model.columnCount())
    cells = [model.index(row, column).data() for row in rows for column in columns]
    return [str(cell) for cell in cells if cell]
