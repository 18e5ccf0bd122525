"""Goods: the list, the editor over it, the change of many."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from functools import partial

from app.services.catalogue.drafts import ProductDraft
from app.services.catalogue.listing import BY_NAME, GoodsRow
from app.services.catalogue.product import KnownNames, ProductRecord
from app.services.common.topics import Topic
from app.ui.kit.buttons import TouchButton
from app.ui.kit.list_page import ListPage
from app.ui.kit.list_spec import Emptiness, Filter, ListSpec
from app.ui.kit.rows_model import Column
from app.ui.kit.words import Words
from app.ui.owner.context import OfficeContext
from app.ui.owner.goods.bulk_panel import BulkPanel
from app.ui.owner.goods.bulk_presenter import BulkPresenter
from app.ui.owner.goods.dialogs import PriceDialog, PriceWanted, UnitDialog
from app.ui.owner.goods.goods_presenter import GoodsPresenter
from app.ui.owner.goods.product_editor import ProductEditor
from app.ui.owner.goods.texts import office
from app.ui.owner.view import OfficeView
from app.values.errors import QT_TRANSLATE_NOOP
from app.values.ids import Id

FILTERS = (
    Filter("no_price", QT_TRANSLATE_NOOP("office", "No price")),
    Filter("no_cost", QT_TRANSLATE_NOOP("office", "No cost")),
    Filter("low_stock", QT_TRANSLATE_NOOP("office", "Low stock")),
    Filter("expiring", QT_TRANSLATE_NOOP("office", "Expiring soon")),
    Filter("no_family", QT_TRANSLATE_NOOP("office", "No family")),
    Filter("no_code", QT_TRANSLATE_NOOP("office", "No barcode")),
    Filter("closed", QT_TRANSLATE_NOOP("office", "Taken out")),
)


class GoodsPage(OfficeView):
    """The goods of the shop.

    Attributes:
        list: All of them.
        editor: One of them.
        bulk: Many of them.
    """

    def __init__(self, context: OfficeContext) -> None:
        super().__init__()
        self._context = context
        self._heading = ""
        self.presenter = GoodsPresenter(context, self)
        self.list: ListPage[GoodsRow] = ListPage(
            goods_spec(context.words), self.presenter.fetch, context.reading, context.words
        )
        self.bulk_button = TouchButton("", "plain", self)
        self.list.tools.addWidget(self.bulk_button)
        self.editor = ProductEditor(context.words)
        self.bulk = BulkPanel(context.words)
        self.bulk_presenter = BulkPresenter(context, self.bulk, self._on_bulk_done)
        self.set_ground(self.list)
        self._connect()
        self._is_stale = True
        self.retranslate()

    # The office's questions

    def opened(self, subject: object = None) -> None:
        """Show the list, or one product: by its id, or filters of the list by name (`filter:no_price`)."""
        if isinstance(subject, bytes):
            self.presenter.open(Id(subject))
        elif isinstance(subject, str) and subject.startswith("filter:"):
            self.close_levels()
            self.list.set_filters(*subject.removeprefix("filter:").split(","))
            self._is_stale = False
        if self._is_stale:
            self._read_again()

    def take_scan(self, code: str) -> bool:
        """A code opens its product; in the editor a code that nobody has waits in the field for codes."""
        if self.top is self.editor and self.presenter.is_free(code):
            self.editor.codes.fill(code)
        elif self.has_changes():
            return False
        else:
            self.presenter.open_scanned(code)
        return True

    def picture_states(self) -> Sequence[tuple[str, Callable[[], None]]]:
        """The editor, and the change of many."""
        return (("editor", self._open_first), ("bulk", self._picture_bulk))

    def retranslate(self) -> None:
        """Set every text again."""
        self.bulk_button.set_text(office(QT_TRANSLATE_NOOP("office", "Change selected")))

    # The presenter's screen

    def show_record(self, record: ProductRecord, names: KnownNames) -> None:
        """Open the editor on a product."""
        self.editor.show_record(record, names, self._now())
        self._heading = record.draft.name
        self.open_level(self.editor, self._editor_heading)

    def refresh_record(self, record: ProductRecord) -> None:
        """Show codes, units and prices again."""
        self.editor.refresh(record, self._now())

    def show_new(self, draft: ProductDraft, names: KnownNames) -> None:
        """Open the editor on a product that is not there yet."""
        self.editor.show_new(draft, names)
        self._heading = ""
        self.open_level(self.editor, self._editor_heading)

    def saved(self) -> None:
        """Back to the list."""
        self.editor.form.mark_saved()
        self.close_level()
        self.reload_list()

    def reload_list(self) -> None:
        """Read the list again."""
        self.list.reload()
        self._is_stale = False

    def tell_problem(self, text: str, key: str = "") -> None:
        """Say why it was not saved."""
        self.editor.form.show_problem(text, key)

    def tell_conflict(self, text: str) -> None:
        """Say that somebody else changed it."""
        self.editor.form.show_conflict(text)

    # Within

    def _connect(self) -> None:
        form, presenter = self.editor.form, self.presenter
        self.list.opened.connect(self._on_opened)
        self.list.new_requested.connect(presenter.open_new)
        self.list.delete_requested.connect(self._on_delete)
        self.list.selection_changed.connect(self._on_selection_changed)
        self.list.failed.connect(self._context.tell)
        self.bulk_button.clicked.connect(self._on_bulk_clicked)
        self.bulk_button.setEnabled(False)
        form.save_requested.connect(self._on_save)
        form.cancelled.connect(self.close_level)
        form.reload_requested.connect(presenter.reload)
        self.editor.codes.add_requested.connect(presenter.add_code)
        self.editor.codes.drop_requested.connect(presenter.drop_code)
        self.editor.prices.call_off_requested.connect(presenter.call_off)
        self.editor.prices.price_requested.connect(self._on_price_requested)
        self.editor.prices.unit_requested.connect(self._on_unit_requested)
        self.editor.close_requested.connect(self._on_close_requested)
        self.bulk.changed.connect(self.bulk_presenter.on_changed)
        self.bulk.apply_requested.connect(self.bulk_presenter.on_apply)
        self.bulk.close_requested.connect(self.bulk_presenter.on_close)
        self._context.bus.changed.connect(self._on_changed)

    def _on_opened(self, row: GoodsRow) -> None:
        self.presenter.open(row.product_id)

    def _on_save(self, values: dict[str, object]) -> None:
        codes = self.editor.codes.codes() if self.presenter.record is None else ()
        self.presenter.save(values, codes)

    def _on_delete(self, rows: tuple[GoodsRow, ...]) -> None:
        question = office(
            QT_TRANSLATE_NOOP("office", "Take {count} goods out of the catalogue? What was sold stays in the books.")
        )
        self._context.prompter.ask(
            question.format(count=len(rows)),
            partial(self._on_delete_answered, rows),
            yes=office(QT_TRANSLATE_NOOP("office", "Take out")),
            danger=True,
        )

    def _on_delete_answered(self, rows: tuple[GoodsRow, ...], is_yes: bool) -> None:
        if is_yes:
            self.presenter.close(rows)

    def _on_close_requested(self) -> None:
        self.presenter.close_or_reopen()

    def _on_selection_changed(self, count: int) -> None:
        self.bulk_button.setEnabled(count > 0)

    def _on_bulk_clicked(self) -> None:
        rows = self.list.selected()
        if rows:
            self.bulk_presenter.start(tuple(row.product_id for row in rows))
            self.open_level(self.bulk, lambda: office(QT_TRANSLATE_NOOP("office", "Change many")))

    def _on_bulk_done(self) -> None:
        if self.top is self.bulk:
            self.close_level()
        self.reload_list()

    def _on_price_requested(self) -> None:
        record = self.presenter.record
        if record is not None:
            now = self._context.words.local(self._now())
            tomorrow = (now + timedelta(days=1)).date()
            dialog = PriceDialog(record.units, tomorrow, self._context.settings().day.zone, self.window())
            dialog.wanted.connect(self._on_price_wanted)
            dialog.open()

    def _on_price_wanted(self, wanted: PriceWanted) -> None:
        self.presenter.price_unit(
            wanted.sale_unit_id,
            wanted.amount,
            price_list=wanted.price_list,
            begins=wanted.begins,
            until=wanted.until,
        )

    def _on_unit_requested(self) -> None:
        dialog = UnitDialog(self.window())
        dialog.wanted.connect(self.presenter.add_unit)
        dialog.open()

    def _on_changed(self, topics: frozenset[str], initiator: object) -> None:
        del initiator
        if topics & {Topic.CATALOGUE.value, Topic.STOCK.value}:
            self._is_stale = True

    def _read_again(self) -> None:
        self._is_stale = False
        self.list.reload() if self.list.model.rowCount() else self.list.ask()

    def _now(self) -> datetime:
        return self._context.office.store.clock.now()

    def _editor_heading(self) -> str:
        return self._heading or office(QT_TRANSLATE_NOOP("office", "New product"))

    def _open_first(self) -> None:
        self.list.ask()
        row = self.list.current() or next(iter(self.list.model.rows()), None)
        if row is not None:
            self.presenter.open(row.product_id)

    def _picture_bulk(self) -> None:
        self.close_levels()
        self.list.table.selectAll()
        self._on_bulk_clicked()


def goods_spec(words: Words) -> ListSpec[GoodsRow]:
    """How the list of goods looks."""
    return ListSpec(
        columns=(
            Column("name", QT_TRANSLATE_NOOP("columns", "Name"), _name_words, hint=lambda row: row.name),
            Column(
                "code", QT_TRANSLATE_NOOP("columns", "Code"), lambda row: row.code or row.plu, width=168, small=True
            ),
            Column(
                "category", QT_TRANSLATE_NOOP("columns", "Category"), lambda row: row.category, width=130, small=True
            ),
            Column(
                "supplier", QT_TRANSLATE_NOOP("columns", "Supplier"), lambda row: row.supplier, width=130, small=True
            ),
            Column(
                "on_hand",
                QT_TRANSLATE_NOOP("columns", "On hand"),
                partial(_on_hand, words),
                True,
                120,
                tone=_stock_tone,
            ),
            Column(
                "cost",
                QT_TRANSLATE_NOOP("columns", "Cost"),
                lambda row: words.amount(row.cost) if row.cost else "-",
                True,
                96,
            ),
            Column("price", QT_TRANSLATE_NOOP("columns", "Price"), partial(_price, words), True, 112, bold=True),
        ),
        key=lambda row: row.product_id,
        empty=Emptiness(
            QT_TRANSLATE_NOOP("office", "No goods yet"),
            QT_TRANSLATE_NOOP("office", "Scan something, make a product by hand, or bring the old till's file."),
            QT_TRANSLATE_NOOP("office", "New product"),
        ),
        sort=BY_NAME,
        sortable=frozenset({"name", "on_hand", "cost", "price"}),
        placeholder=QT_TRANSLATE_NOOP("office", "Name, pinyin, code, brand or supplier"),
        filters=FILTERS,
        new=QT_TRANSLATE_NOOP("office", "New product"),
        wide_only=frozenset({"category", "supplier", "cost"}),
    )


def make_goods_page(context: OfficeContext) -> OfficeView:
    """The page."""
    return GoodsPage(context)


def _name_words(row: GoodsRow) -> str:
    return f"{row.name}  {row.spec}".rstrip()


def _on_hand(words: Words, row: GoodsRow) -> str:
    if row.on_hand is None:
        return "-"
    said = words.quantity(row.on_hand, row.by_weight)
    return f"▼ {said}" if row.is_low else said


def _price(words: Words, row: GoodsRow) -> str:
    return words.price(row.price, row.by_weight) if row.price is not None else "-"


def _stock_tone(row: GoodsRow) -> str | None:
    return "problem" if row.is_low else None
