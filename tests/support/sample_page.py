"""A page as small as one can be: a list of names, and a form over it. Also the example for whoever writes a page."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from app.services.common.paging import Cursor, RowsPage, Sort
from app.ui.kit.fields import FieldKind
from app.ui.kit.list_page import Emptiness, Filter, ListPage, ListQuery, ListSpec
from app.ui.kit.record_form import FieldSpec, RecordForm
from app.ui.kit.rows_model import Column
from app.ui.owner.context import OfficeContext
from app.ui.owner.pages import Group, OfficePage
from app.ui.owner.view import OfficeView
from app.values.money import Money


@dataclass(frozen=True, slots=True)
class Thing:
    """A row."""

    number: int
    name: str
    price: Money | None


THINGS = [Thing(number, f"Thing {number:04d}", Money(number * 10) if number % 7 else None) for number in range(1, 1001)]


class Presenter:
    """Decides; knows no Qt."""

    def __init__(self, context: OfficeContext, page: SamplePage) -> None:
        self._context, self._page = context, page
        self.saved: list[dict[str, object]] = []
        self.asked: list[ListQuery] = []

    def fetch(self, query: ListQuery, after: Cursor | None, limit: int) -> RowsPage[Thing]:
        """On the worker: a real page asks a service with `with self._context.read() as read`."""
        self.asked.append(query)
        with self._context.read():
            found = [thing for thing in THINGS if query.text in thing.name]
        if "unpriced" in query.filters:
            found = [thing for thing in found if thing.price is None]
        found.sort(key=lambda thing: thing.number, reverse=query.sort.descending)
        start = 0 if after is None else after[0]
        rows = tuple(found[start : start + limit])
        return RowsPage(rows, (start + limit,) if len(found) > start + limit else None, len(found))

    def on_save(self, values: dict[str, object]) -> None:
        """Save, or say under the field why not."""
        if values["name"] == "taken":
            self._page.form.show_problem("This name is taken.", "name")
            return
        self.saved.append(values)
        self._page.form.mark_saved()
        self._context.offer_undo("Saved.", self.saved.pop)
        self._page.close_level()
        self._page.list.reload()


class SamplePage(OfficeView):
    """List and form."""

    def __init__(self, context: OfficeContext) -> None:
        super().__init__()
        self.presenter = Presenter(context, self)
        words = context.words
        spec: ListSpec[Thing] = ListSpec(
            columns=(
                Column("name", "Name", lambda row: row.name),
                Column("price", "Price", lambda row: words.amount(row.price) if row.price else "-", True, 130),
            ),
            key=lambda row: row.number,
            empty=Emptiness("No things yet", "Things are what a sample shows.", "New thing"),
            sort=Sort("name"),
            sortable=frozenset({"name"}),
            placeholder="Name",
            filters=(Filter("unpriced", "No price"), Filter("cheap", "Cheap", "size"), Filter("dear", "Dear", "size")),
            new="New",
            can_export=True,
            wide_only=frozenset({"price"}),
        )
        self.list: ListPage[Thing] = ListPage(spec, self.presenter.fetch, context.reading, words)
        self.form = RecordForm(
            (FieldSpec("name", "Name", required=True), FieldSpec("price", "Price", FieldKind.MONEY, hint="Per piece."))
        )
        self.set_ground(self.list)
        self.list.opened.connect(self._on_opened)
        self.list.new_requested.connect(self._on_new)
        self.list.failed.connect(context.tell)
        self.form.save_requested.connect(self.presenter.on_save)
        self.form.cancelled.connect(self.close_level)

    def opened(self, subject: object = None) -> None:
        """Read the list when the page comes to the front."""
        del subject
        self.list.ask()

    def _on_opened(self, row: Thing) -> None:
        self.form.load({"name": row.name, "price": row.price})
        self.open_level(self.form, lambda: row.name)

    def _on_new(self) -> None:
        self.form.load({}, is_new=True)
        self.open_level(self.form, lambda: QCoreApplication.translate("office", "New thing"))


SAMPLE = OfficePage("sample", "Sample", Group.GOODS, SamplePage)
