"""Suppliers: list, form, their goods and deliveries a key away."""

from __future__ import annotations

from dataclasses import dataclass

from app.services.common.paging import Cursor, RowsPage, Sort
from app.services.common.uow import UnitOfWork
from app.services.common.versions import ChangedMeanwhile
from app.services.inventory.listing import StockFilter, StockRow, list_stock
from app.services.purchasing.suppliers import (
    Supplier,
    SupplierDraft,
    SupplierKnown,
    SupplierNameMissing,
    add_supplier,
    change_supplier,
    close_supplier,
    list_suppliers,
    load_supplier,
)
from app.ui.kit.buttons import TouchButton
from app.ui.kit.fields import FieldKind
from app.ui.kit.labels import PlainLabel
from app.ui.kit.list_page import Emptiness, ListPage, ListQuery
from app.ui.kit.list_spec import ListSpec
from app.ui.kit.record_form import FieldSpec, RecordForm
from app.ui.kit.rows_model import Column, RowsModel
from app.ui.kit.rows_table import RowsTable
from app.ui.owner.context import OfficeContext
from app.ui.owner.stock.columns import ARTICLE, ARTICLES, NOTHING, ON_HAND, SUPPLIER, named
from app.ui.owner.stock.trying import acted, looked
from app.ui.owner.view import OfficeView
from app.values.errors import QT_TRANSLATE_NOOP, ShukeError
from app.values.ids import Id

FIELDS = ("name", "code", "phone", "tax_number", "address", "note")


@dataclass(frozen=True, slots=True)
class Saved:
    """How saving went: nothing to say, or what was wrong and in which field."""

    problem: ShukeError | None = None
    field: str = ""
    is_conflict: bool = False


class SuppliersPresenter:
    """Reads, saves and closes. No Qt.

    Attributes:
        open: The one in the form; None for a new one.
    """

    def __init__(self, context: OfficeContext) -> None:
        self._context = context
        self.open: Supplier | None = None

    def fetch(self, query: ListQuery, after: Cursor | None, limit: int) -> RowsPage[Supplier]:
        """On the worker: one piece of the list."""
        with self._context.read() as read:
            return list_suppliers(read, query.text, after=after, limit=limit)

    def load(self, supplier_id: Id) -> bool:
        """Open one as it is now; whether it is still there."""
        found = looked(self._context, lambda read: load_supplier(read, supplier_id))
        self.open = found or self.open
        return found is not None

    def goods(self) -> tuple[StockRow, ...]:
        """The first goods of the open one, with what is on hand."""
        shown = self.open
        if shown is None:
            return ()
        page = looked(self._context, lambda read: list_stock(read, StockFilter(supplier_id=shown.supplier_id)))
        return page.rows if page is not None else ()

    def save(self, values: dict[str, object]) -> Saved:
        """Store what was typed."""
        draft = SupplierDraft(**{name: str(values[name]) for name in FIELDS})
        try:
            with self._context.action("supplier") as uow:
                if self.open is None:
                    add_supplier(uow, draft)
                else:
                    change_supplier(uow, self.open.supplier_id, draft, seen=self.open.row_version)
        except ChangedMeanwhile as problem:
            return Saved(problem, is_conflict=True)
        except (SupplierKnown, SupplierNameMissing) as problem:
            return Saved(problem, "name")
        except ShukeError as problem:
            return Saved(problem)
        return Saved()

    def close(self) -> bool:
        """Take the open one off the list; whether that could be."""
        gone = self.open
        if gone is None:
            return False

        def close(uow: UnitOfWork) -> bool:
            close_supplier(uow, gone.supplier_id, seen=gone.row_version)
            return True

        return acted(self._context, "supplier_closed", close) is not None


class SuppliersPage(OfficeView):
    """List and form."""

    def __init__(self, context: OfficeContext) -> None:
        super().__init__()
        self._context = context
        self.presenter = SuppliersPresenter(context)
        self.list: ListPage[Supplier] = ListPage(self._spec(), self.presenter.fetch, context.reading, context.words)
        self.form = RecordForm(
            (
                FieldSpec("name", QT_TRANSLATE_NOOP("office", "Name"), required=True),
                FieldSpec("code", QT_TRANSLATE_NOOP("office", "Your code for it")),
                FieldSpec("phone", QT_TRANSLATE_NOOP("office", "Telephone")),
                FieldSpec("tax_number", QT_TRANSLATE_NOOP("office", "Tax number")),
                FieldSpec("address", QT_TRANSLATE_NOOP("office", "Address")),
                FieldSpec("note", QT_TRANSLATE_NOOP("office", "Note"), FieldKind.LINES),
            )
        )
        self.close_button = TouchButton("", "danger", self)
        self.form.buttons.addWidget(self.close_button)
        self.goods_title = PlainLabel(role="strong")
        self.goods: RowsTable[StockRow] = RowsTable(RowsModel(self._goods_columns(), key=lambda row: row.product_id))
        self.form.side.addWidget(self.goods_title)
        self.form.side.addWidget(self.goods, 1)
        self.goods.row_activated.connect(self._on_good_opened)
        self.set_ground(self.list)
        self.list.opened.connect(self._on_opened)
        self.list.new_requested.connect(self._on_new)
        self.list.failed.connect(context.tell)
        self.form.save_requested.connect(self._on_save)
        self.form.cancelled.connect(self.close_level)
        self.form.reload_requested.connect(self._on_reload)
        self.close_button.clicked.connect(self._on_close)
        self.retranslate()

    def opened(self, subject: object = None) -> None:
        """The list as it is now; a subject is a supplier to be shown."""
        self.list.ask()
        self.list.reload()
        if isinstance(subject, bytes):
            self._open(Id(subject))

    def retranslate(self) -> None:
        """Set every text again."""
        self.close_button.set_text(self.tr("Take off the list"))
        shown = self.presenter.open
        text = self.tr("Its goods: {count}").format(count=self._context.words.count(shown.goods)) if shown else ""
        self.goods_title.setText(text)

    def _spec(self) -> ListSpec[Supplier]:
        words = self._context.words
        return ListSpec(
            columns=(
                Column("name", SUPPLIER, lambda row: row.draft.name, bold=True),
                Column("phone", QT_TRANSLATE_NOOP("columns", "Telephone"), lambda row: row.draft.phone, width=170),
                Column("goods", ARTICLES, lambda row: words.count(row.goods), True, 100),
                Column(
                    "last",
                    QT_TRANSLATE_NOOP("columns", "Last delivery"),
                    lambda row: words.date(row.last_delivery) if row.last_delivery else NOTHING,
                    width=150,
                ),
            ),
            key=lambda row: row.supplier_id,
            empty=Emptiness(
                QT_TRANSLATE_NOOP("office", "No suppliers yet"),
                QT_TRANSLATE_NOOP("office", "Those who bring your goods; a delivery names one of them."),
                QT_TRANSLATE_NOOP("office", "New supplier"),
            ),
            sort=Sort("name"),
            placeholder=QT_TRANSLATE_NOOP("office", "Name, code or phone"),
            new=QT_TRANSLATE_NOOP("office", "New supplier"),
        )

    def _goods_columns(self) -> tuple[Column[StockRow], ...]:
        words = self._context.words
        return (
            Column("name", ARTICLE, named),
            Column("on_hand", ON_HAND, lambda row: words.quantity(row.on_hand, row.by_weight), True, 130),
        )

    def _on_good_opened(self, at: int) -> None:
        self._context.go("on_hand", self.goods.rows_model().row_at(at).product_id)

    def _on_opened(self, row: Supplier) -> None:
        self._open(row.supplier_id)

    def _open(self, supplier_id: Id) -> None:
        if self.presenter.load(supplier_id) and self.presenter.open is not None:
            draft = self.presenter.open.draft
            self.form.load({name: getattr(draft, name) for name in FIELDS})
            self.close_button.show()
            self.goods.rows_model().show_rows(self.presenter.goods())
            self.retranslate()
            self.open_level(self.form, lambda: draft.name)

    def _on_new(self) -> None:
        self.presenter.open = None
        self.form.load({}, is_new=True)
        self.close_button.hide()
        self.goods.rows_model().show_rows(())
        self.retranslate()
        self.open_level(self.form, lambda: self.tr("New supplier"))

    def _on_save(self, values: dict[str, object]) -> None:
        saved = self.presenter.save(values)
        if saved.problem is None:
            self.form.mark_saved()
            self.close_level()
            self.list.reload()
        elif saved.is_conflict:
            self.form.show_conflict(self._context.words.tell(saved.problem))
        else:
            self.form.show_problem(self._context.words.tell(saved.problem), saved.field)

    def _on_reload(self) -> None:
        if self.presenter.open is not None:
            self._open(self.presenter.open.supplier_id)

    def _on_close(self) -> None:
        def answered(is_yes: bool) -> None:
            if is_yes and self.presenter.close():
                self.form.mark_saved()
                self.close_level()
                self.list.reload()

        self._context.prompter.ask(
            self.tr("Take this supplier off the list? Its deliveries stay in the book."),
            answered,
            yes=self.tr("Take off"),
            no=self.tr("Keep"),
            danger=True,
        )


def make_suppliers_page(context: OfficeContext) -> SuppliersPage:
    """The page."""
    return SuppliersPage(context)
