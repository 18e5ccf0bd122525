"""What expires soon, delivery by delivery; from here it can be written off."""

from __future__ import annotations

from dataclasses import replace

from app.services.catalogue.edit import default_unit
from app.services.catalogue.find import item_of_unit
from app.services.common.paging import Cursor, RowsPage
from app.services.common.uow import UnitOfWork
from app.services.inventory.drafts import save_draft
from app.services.inventory.lots import ExpiringLot, expiring_lots
from app.services.inventory.values import DocumentKind, Reason
from app.services.inventory.working import WorkingDocument
from app.ui.kit.buttons import TouchButton
from app.ui.kit.list_page import Emptiness, Filter, ListPage, ListQuery
from app.ui.kit.list_spec import ListSpec
from app.ui.kit.rows_model import Column
from app.ui.owner.context import OfficeContext
from app.ui.owner.stock.columns import ARTICLE, KEEPS_UNTIL, LOT, VALUE, money, named
from app.ui.owner.stock.trying import acted
from app.ui.owner.view import OfficeView
from app.values.errors import QT_TRANSLATE_NOOP
from app.values.ids import Id

SOON, MONTH = 14, 30
WASTE_PAGE = "stock_waste"


class ExpiringPresenter:
    """Reads the list, and begins to write off what is chosen. No Qt."""

    def __init__(self, context: OfficeContext) -> None:
        self._context = context

    def fetch(self, query: ListQuery, after: Cursor | None, limit: int) -> RowsPage[ExpiringLot]:
        """On the worker: all of it at once, it is short."""
        del after, limit
        days = -1 if "gone" in query.filters else MONTH if "month" in query.filters else SOON
        with self._context.read() as read:
            lots = expiring_lots(read, days)
        words = query.text.casefold()
        found = tuple(lot for lot in lots if words in named(lot).casefold())
        return RowsPage(found, None, len(found))

    def write_off(self, lots: tuple[ExpiringLot, ...]) -> Id | None:
        """A document that takes out what is left of these lots, kept for somebody to look at; its key."""

        def begin(uow: UnitOfWork) -> Id:
            empty = WorkingDocument.begin(DocumentKind.WASTE, uow.now)
            lines = []
            for lot in lots:
                item = item_of_unit(uow, default_unit(uow, lot.product_id))
                (line,) = empty.with_scan(item)[0].lines
                lines.append(replace(line, quantity=lot.left, lot_id=lot.lot_id, lot_code=lot.lot_code))
            save_draft(uow, replace(empty, reason=Reason.EXPIRED, lines=tuple(lines)))
            return empty.key

        return acted(self._context, "stock_draft", begin)


class ExpiringPage(OfficeView):
    """The list."""

    def __init__(self, context: OfficeContext) -> None:
        super().__init__()
        self._context = context
        self.presenter = ExpiringPresenter(context)
        self.list: ListPage[ExpiringLot] = ListPage(self._spec(), self.presenter.fetch, context.reading, context.words)
        self.write_off_button = TouchButton("", "primary", self)
        self.write_off_button.clicked.connect(self._on_write_off)
        self.list.tools.addWidget(self.write_off_button)
        self.list.selection_changed.connect(self._on_selection)
        self.list.delete_requested.connect(self._on_write_off)
        self.list.opened.connect(self._on_opened)
        self.list.failed.connect(context.tell)
        self.set_ground(self.list)
        self._on_selection(0)
        self.retranslate()

    def opened(self, subject: object = None) -> None:
        """As it is now."""
        del subject
        self.list.ask()
        self.list.reload()

    def retranslate(self) -> None:
        """Set every text again."""
        self.write_off_button.set_text(self.tr("Write off what is chosen"))

    def _on_selection(self, count: int) -> None:
        self.write_off_button.setEnabled(count > 0)

    def _on_write_off(self) -> None:
        key = self.presenter.write_off(self.list.selected())
        if key is not None:
            self._context.go(WASTE_PAGE, ("draft", key))

    def _on_opened(self, row: ExpiringLot) -> None:
        self._context.go("on_hand", row.product_id)

    def _spec(self) -> ListSpec[ExpiringLot]:
        words = self._context.words
        return ListSpec(
            columns=(
                Column("name", ARTICLE, named, bold=True),
                Column("day", KEEPS_UNTIL, lambda lot: words.date(lot.expires_on), width=140),
                Column(
                    "days",
                    QT_TRANSLATE_NOOP("columns", "Days"),
                    lambda lot: words.count(lot.days_left),
                    True,
                    80,
                    tone=lambda lot: "problem" if lot.days_left < 0 else "careful_text" if lot.days_left < 4 else None,
                ),
                Column(
                    "left", QT_TRANSLATE_NOOP("columns", "Left, about"), lambda lot: words.quantity(lot.left), True, 120
                ),
                Column("value", VALUE, lambda lot: money(words, lot.value), True, 120),
                Column("lot", LOT, lambda lot: lot.lot_code, width=120, small=True),
            ),
            key=lambda lot: lot.lot_id,
            empty=Emptiness(
                QT_TRANSLATE_NOOP("office", "Nothing expires soon"),
                QT_TRANSLATE_NOOP("office", "Deliveries with a date, or of goods with a shelf life, are watched here."),
            ),
            placeholder=QT_TRANSLATE_NOOP("office", "Name"),
            filters=(
                Filter("gone", QT_TRANSLATE_NOOP("office", "Expired already"), "days"),
                Filter("month", QT_TRANSLATE_NOOP("office", "In 30 days"), "days"),
            ),
            wide_only=frozenset({"lot"}),
        )


def make_expiring_page(context: OfficeContext) -> ExpiringPage:
    """The page."""
    return ExpiringPage(context)
