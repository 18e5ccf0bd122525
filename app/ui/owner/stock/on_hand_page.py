"""What is on hand, what it is worth, what is low, out or expiring; and the stock card of each article."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QTimer

from app.services.common.paging import Cursor, RowsPage, Sort
from app.services.common.topics import Topic
from app.services.inventory.card import Movement, stock_card
from app.services.inventory.listing import StockFilter, StockRow, StockShow, StockValue, list_stock, stock_value
from app.ui.kit.jobs import Report
from app.ui.kit.labels import PlainLabel
from app.ui.kit.list_page import Emptiness, Filter, ListPage, ListQuery
from app.ui.kit.list_spec import ListSpec
from app.ui.kit.rows_model import Column
from app.ui.owner.context import OfficeContext
from app.ui.owner.stock.columns import ARTICLE, COST, NOTHING, ON_HAND, QUANTITY, SUPPLIER, VALUE, money, named, signed
from app.ui.owner.stock.texts import TAKES_BACK, say, say_cause, say_reason
from app.ui.owner.view import OfficeView
from app.values.errors import QT_TRANSLATE_NOOP
from app.values.ids import Id

EXPIRING_DAYS = 14
SHOWN = "shown"
READ_AGAIN_MS = 300


@dataclass(frozen=True, slots=True)
class CardOf:
    """Which article's card is shown."""

    product_id: Id
    name: str


class OnHandPresenter:
    """Reads what the lists show. No Qt."""

    def __init__(self, context: OfficeContext) -> None:
        self._context = context

    def fetch(self, query: ListQuery, after: Cursor | None, limit: int) -> RowsPage[StockRow]:
        """On the worker: goods on hand."""
        show = next((show for show in StockShow if show.value in query.filters), StockShow.ALL)
        wanted = StockFilter(show, query.text, expiring_days=EXPIRING_DAYS)
        with self._context.read() as read:
            return list_stock(read, wanted, query.sort, after, limit)

    def fetch_card(self, query: ListQuery, after: Cursor | None, limit: int) -> RowsPage[Movement]:
        """On the worker: the movements of one article."""
        if not isinstance(query.extra, CardOf):
            return RowsPage((), None, 0)
        with self._context.read() as read:
            return stock_card(read, query.extra.product_id, after=after, limit=limit)

    def value(self, report: Report) -> StockValue:
        """On the worker: the worth of everything."""
        del report
        with self._context.read() as read:
            return stock_value(read)


class OnHandPage(OfficeView):
    """The list and the cards.

    Attributes:
        value: What all of it is worth.
        card: Movements of one article.
    """

    def __init__(self, context: OfficeContext) -> None:
        super().__init__()
        self._context = context
        self.presenter = OnHandPresenter(context)
        self._worth: StockValue | None = None
        self.value = PlainLabel(role="headline")
        self.list: ListPage[StockRow] = ListPage(
            self._list_spec(), self.presenter.fetch, context.reading, context.words
        )
        self.card: ListPage[Movement] = ListPage(
            self._card_spec(), self.presenter.fetch_card, context.reading, context.words
        )
        self.list.tools.addWidget(self.value)
        self.set_ground(self.list)
        self.list.opened.connect(self._on_opened)
        for page in (self.list, self.card):
            page.failed.connect(context.tell)
        # Many sales may follow each other: the lists are read once behind them.
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(READ_AGAIN_MS)
        self._timer.timeout.connect(self._read_again)
        context.bus.changed.connect(self._on_changed)
        self.retranslate()

    def opened(self, subject: object = None) -> None:
        """As it is now; a subject is one of `StockShow` (the chip to press) or an article's id (its card)."""
        if isinstance(subject, str):
            self.close_levels()
            self.list.set_filters(*({subject} & set(StockShow)))
        elif isinstance(subject, bytes):
            self.show_card(Id(subject), "")
        self._read_again()

    def show_card(self, product_id: Id, name: str) -> None:
        """Every movement of an article."""
        self.card.set_extra(CardOf(product_id, name))
        self.open_level(self.card, lambda: name)

    def picture_states(self) -> Sequence[tuple[str, Callable[[], None]]]:
        """The card of the first article."""
        return (("card", self._open_first),)

    def retranslate(self) -> None:
        """Set every text again."""
        worth = self._worth
        if worth is None:
            return
        words = self._context.words
        text = self.tr("Value {value}").format(value=words.money(worth.value))
        if worth.without_cost:
            missing = self.tr("{count} of {goods} without a cost").format(
                count=words.count(worth.without_cost), goods=words.count(worth.goods)
            )
            text = f"{text} · {missing}"
        self.value.setText(text)

    def _read_again(self) -> None:
        self.list.ask()
        self.list.reload()
        self._context.reading.run(self.presenter.value, then=self._show_value, failed=self._context.tell)

    def _show_value(self, worth: StockValue) -> None:
        self._worth = worth
        self.retranslate()

    def _on_changed(self, topics: frozenset[str]) -> None:
        if Topic.STOCK.value in topics and self.isVisible():
            self._timer.start()

    def _open_first(self) -> None:
        if self.list.model.rowCount():
            self._on_opened(self.list.model.row_at(0))

    def _on_opened(self, row: StockRow) -> None:
        self.show_card(row.product_id, named(row))

    def _list_spec(self) -> ListSpec[StockRow]:
        words = self._context.words
        return ListSpec(
            columns=(
                Column("name", ARTICLE, named, bold=True),
                Column(
                    "on_hand",
                    ON_HAND,
                    lambda row: words.quantity(row.on_hand, row.by_weight),
                    True,
                    150,
                    tone=lambda row: "problem" if row.on_hand.milli <= 0 else None,
                    figure=True,
                ),
                Column("cost", COST, lambda row: money(words, row.average), True, 110),
                Column("value", VALUE, lambda row: money(words, row.value), True, 130),
                Column(
                    "days_left",
                    QT_TRANSLATE_NOOP("columns", "Days left"),
                    lambda row: words.count(row.days_left) if row.days_left is not None else NOTHING,
                    True,
                    100,
                ),
                Column(
                    "low",
                    QT_TRANSLATE_NOOP("columns", "Order at"),
                    lambda row: words.quantity(row.low_stock, row.by_weight) if row.low_stock is not None else NOTHING,
                    True,
                    100,
                    small=True,
                ),
                Column(
                    "supplier",
                    SUPPLIER,
                    lambda row: row.supplier,
                    width=140,
                    small=True,
                ),
            ),
            key=lambda row: row.product_id,
            empty=Emptiness(
                QT_TRANSLATE_NOOP("office", "No goods yet"),
                QT_TRANSLATE_NOOP("office", "Goods stand here as soon as they are in the catalogue."),
            ),
            sort=Sort("name"),
            sortable=frozenset({"name", "on_hand", "value", "days_left"}),
            placeholder=QT_TRANSLATE_NOOP("office", "Name or code"),
            filters=(
                Filter(StockShow.LOW.value, QT_TRANSLATE_NOOP("office", "Low"), SHOWN),
                Filter(StockShow.OUT.value, QT_TRANSLATE_NOOP("office", "Out of stock"), SHOWN),
                Filter(StockShow.EXPIRING.value, QT_TRANSLATE_NOOP("office", "Expiring in 14 days"), SHOWN),
                Filter(StockShow.NEGATIVE.value, QT_TRANSLATE_NOOP("office", "Below zero"), SHOWN),
                Filter(StockShow.NO_COST.value, QT_TRANSLATE_NOOP("office", "Without a cost"), SHOWN),
            ),
            wide_only=frozenset({"low", "supplier"}),
        )

    def _card_spec(self) -> ListSpec[Movement]:
        words = self._context.words
        return ListSpec(
            columns=(
                Column("at", QT_TRANSLATE_NOOP("columns", "When"), lambda row: words.moment(row.at), width=200),
                Column("what", QT_TRANSLATE_NOOP("columns", "What"), _said, bold=True),
                Column("quantity", QUANTITY, lambda row: signed(words, row.quantity), True, 110),
                Column(
                    "balance",
                    QT_TRANSLATE_NOOP("columns", "On hand after"),
                    lambda row: words.quantity(row.balance),
                    True,
                    130,
                    figure=True,
                ),
                Column("cost", COST, lambda row: money(words, row.cost), True, 110, small=True),
                Column("person", QT_TRANSLATE_NOOP("columns", "Who"), lambda row: row.person, width=110, small=True),
            ),
            key=lambda row: (row.at, row.balance, row.cause, row.quantity),
            empty=Emptiness(
                QT_TRANSLATE_NOOP("office", "Nothing moved yet"),
                QT_TRANSLATE_NOOP("office", "Every delivery, sale, count and write-off will stand here."),
            ),
            wide_only=frozenset({"cost", "person"}),
        )


def _said(row: Movement) -> str:
    """Why goods moved, in one line."""
    back = say(TAKES_BACK) if row.is_reversal else ""
    parts = (
        say_cause(row.cause),
        back,
        row.receipt,
        row.company,
        row.note_number,
        say_reason(row.reason, row.words),
    )
    return " · ".join(part for part in parts if part)


def make_on_hand_page(context: OfficeContext) -> OnHandPage:
    """The page."""
    return OnHandPage(context)
