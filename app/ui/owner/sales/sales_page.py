"""The sales: found by number, time, member, article or amount; one of them opens over the list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QSignalBlocker, QTimer
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from app.services.common.topics import Topic
from app.services.reports.sale_filter import KindFilter, SaleFilter
from app.services.reports.sales import SaleRow, SaleTotals
from app.services.staff.people import StaffEntry
from app.ui.kit.buttons import TouchButton
from app.ui.kit.labels import PlainLabel
from app.ui.kit.list_page import Emptiness, Filter, ListPage, ListQuery, ListSpec
from app.ui.kit.notices import NoticeKind
from app.ui.kit.progress_panel import ProgressPanel
from app.ui.kit.rows_model import Column
from app.ui.kit.theme import Sizes
from app.ui.kit.words import Words
from app.ui.owner.context import OfficeContext
from app.ui.owner.days import Period, Span, span_of, today_of
from app.ui.owner.days_bar import DaysBar
from app.ui.owner.report_file import ReportFiles, file_name
from app.ui.owner.sales.presenter import OpenedSale, SalesPresenter
from app.ui.owner.sales.sale_sheet import SaleSheet
from app.ui.owner.sales.sections import kind_word
from app.ui.owner.saying import NOTHING, tender_word
from app.ui.owner.view import OfficeView
from app.values.errors import QT_TRANSLATE_NOOP
from app.values.ids import Id

REFRESH_MS = 2_000
"""Sales that follow each other are read once behind them."""
KIND = "kind"


class SalesPage(OfficeView):
    """List, totals and the sale that is open.

    Attributes:
        days: Which days are listed.
        people: Whose sales are listed.
        narrowed: What another page narrowed the list to, as a member; pressed, it is gone.
        totals: What all that was found comes to.
        files: The way to a file.
    """

    def __init__(self, context: OfficeContext) -> None:
        super().__init__()
        self._context = context
        self._narrow = SaleFilter()
        self._totals: SaleTotals | None = None
        self._people: tuple[StaffEntry, ...] = ()
        self._were_days_chosen = False
        self.presenter = SalesPresenter(context, self)
        self.days = DaysBar(lambda: today_of(context.office.store))
        self.people = QComboBox()
        self.narrowed = TouchButton("", "chip", self)
        self.totals = PlainLabel(role="strong")
        self.progress = ProgressPanel()
        self.list: ListPage[SaleRow] = ListPage(
            sales_spec(context.words), self.presenter.fetch, context.reading, context.words
        )
        self.sheet = SaleSheet(context.words)
        self.files = ReportFiles(context, self, self.progress)
        self.set_ground(self._lay_out())
        self.refresh_timer = QTimer(self)
        self.refresh_timer.setSingleShot(True)
        self.refresh_timer.setInterval(REFRESH_MS)
        self._connect()
        self.retranslate()
        self._show_narrowing()

    # The office's questions

    def opened(self, subject: object = None) -> None:
        """As it is now; a subject is a `SaleFilter`, the id of a sale, or a text to search for."""
        self.presenter.ask_staff()
        if isinstance(subject, SaleFilter):
            self.close_levels()
            self.show_filter(subject)
        elif isinstance(subject, bytes):
            self.presenter.open(Id(subject))
        elif isinstance(subject, str):
            self.close_levels()
            self.show_filter(SaleFilter(subject))
        self.list.set_extra(self._chosen())
        self.list.reload()

    def take_scan(self, code: str) -> bool:
        """A receipt's code or a card is searched; so is an article: who bought it?"""
        if self.has_changes():
            return False
        self.close_levels()
        self.list.search_for(code)
        return True

    def on_find(self) -> None:
        """Ctrl+F: back to the search field."""
        self.close_levels()
        self.list.focus_search()

    def on_export(self) -> None:
        """Ctrl+E."""
        if self.top is not self.sheet:
            self._on_export(self.list.query())

    def take_focus(self) -> None:
        """The list, or the sale over it."""
        if self.top is self.sheet:
            self.sheet.setFocus()
        else:
            self.list.take_focus()

    def picture_states(self) -> Sequence[tuple[str, Callable[[], None]]]:
        """One sale."""
        return (("sale", self._picture_sale),)

    def retranslate(self) -> None:
        """Set every text again."""
        self.people.setAccessibleName(self.tr("Cashier"))
        self.show_staff(self._people)
        self._show_narrowing()
        self.show_totals(self._totals)

    # What is listed

    def show_filter(self, wanted: SaleFilter) -> None:
        """List what another page asks for."""
        self._narrow = replace(wanted, text="", from_date=None, until_date=None, kind=KindFilter.ALL, staff=None)
        self.days.show_span(Span(wanted.from_date, wanted.until_date))
        self._were_days_chosen = wanted.from_date is not None
        with QSignalBlocker(self.list.search), QSignalBlocker(self.people):
            self.list.search.setText(wanted.text)
            self._choose_person(wanted.staff)
        self._show_narrowing()
        self.list.set_filters(wanted.kind.value)

    def _chosen(self) -> SaleFilter:
        """What is chosen beside the search field."""
        span = self.days.span()
        return replace(self._narrow, from_date=span.first, until_date=span.last, staff=self.people.currentData())

    # The presenter's screen

    def show_sale(self, sale: OpenedSale) -> None:
        """Over the list."""
        self.sheet.show_sale(sale)
        number = sale.view.posted.number
        self.open_level(self.sheet, lambda: number)

    def show_totals(self, totals: SaleTotals | None) -> None:
        """Under the list."""
        self._totals = totals
        words = self._context.words
        if totals is None:
            self.totals.setText(" ")
            return
        text = self.tr("Sales: {sales}   Refunds: {refunds} ({refunded})   Together: {net}")
        self.totals.setText(
            text.format(
                sales=words.count(totals.sale_count),
                refunds=words.count(totals.refund_count),
                refunded=words.money(totals.refunds),
                net=words.money(totals.net),
            )
        )

    def show_staff(self, people: tuple[StaffEntry, ...]) -> None:
        """Everybody, and each by name; who was chosen stays chosen."""
        chosen: Id | None = self.people.currentData()
        self._people = people
        with QSignalBlocker(self.people):
            self.people.clear()
            self.people.addItem(self.tr("All cashiers"), None)
            for person in people:
                self.people.addItem(person.name, person.staff_id)
            self._choose_person(chosen)

    def tell_reprinted(self, number: str) -> None:
        """In the bar."""
        self._context.prompter.notice(
            lambda: self.tr("{number} is being printed, marked COPY.").format(number=number), NoticeKind.GOOD
        )

    def tell_no_shift(self) -> None:
        """In the bar."""
        self._context.prompter.notice(
            lambda: self.tr("Money is given back at the till. Open a shift there first, then come back to this sale."),
            NoticeKind.CAREFUL,
        )

    # Within

    def _lay_out(self) -> QWidget:
        ground = QWidget()
        bar = QHBoxLayout()
        bar.setSpacing(Sizes.GAP)
        for part in (self.days, self.people, self.narrowed):
            bar.addWidget(part)
        bar.addStretch(1)
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Sizes.GAP)
        column.addLayout(bar)
        column.addWidget(self.list, 1)
        column.addWidget(self.totals)
        column.addWidget(self.progress)
        return ground

    def _connect(self) -> None:
        self.days.changed.connect(self._on_days_changed)
        self.people.currentIndexChanged.connect(self._on_chosen)
        self.narrowed.clicked.connect(self._on_widen)
        self.list.search.textChanged.connect(self._on_search_changed)
        self.list.opened.connect(lambda row: self.presenter.open(row.sale_id))
        self.list.new_requested.connect(self._on_all_days)
        self.list.export_requested.connect(self._on_export)
        self.list.model.loaded.connect(self._on_loaded)
        self.list.failed.connect(self._context.tell)
        self.sheet.reprint_requested.connect(self.presenter.reprint)
        self.sheet.refund_requested.connect(self.presenter.refund)
        self.sheet.linked_requested.connect(self.presenter.open)
        self.refresh_timer.timeout.connect(self._refresh)
        self._context.bus.changed.connect(self._on_changed)

    def _on_days_changed(self) -> None:
        self._were_days_chosen = True
        self._on_chosen()

    def _on_chosen(self) -> None:
        self.list.set_extra(self._chosen())

    def _on_search_changed(self, text: str) -> None:
        """Whoever searches without having chosen days means any day."""
        wanted = span_of(Period.ALL if text.strip() else Period.TODAY, today_of(self._context.office.store))
        if not self._were_days_chosen and wanted != self.days.span():
            self.days.show_span(wanted)
            self._on_chosen()

    def _on_widen(self) -> None:
        self._narrow = SaleFilter()
        self._show_narrowing()
        self._on_chosen()

    def _on_all_days(self) -> None:
        self._were_days_chosen = True
        self.days.show_span(Span())
        self._on_chosen()

    def _on_loaded(self) -> None:
        self.presenter.ask_totals(self.list.model.query)

    def _on_changed(self, topics: frozenset[str], initiator: object) -> None:
        del initiator
        if Topic.SALES in topics and self.isVisible() and not self.refresh_timer.isActive():
            self.refresh_timer.start()

    def _refresh(self) -> None:
        self.list.reload()
        self.presenter.ask_totals(self.list.query(), again=True)

    def _on_export(self, query: ListQuery) -> None:
        wanted = self.presenter.wanted(query).sales
        days = [day.isoformat() for day in (wanted.from_date, wanted.until_date) if day is not None]
        self.files.export(wanted, file_name(self.tr("Sales"), *dict.fromkeys(days)), offers_personal=True)

    def _choose_person(self, staff_id: Id | None) -> None:
        # Qt does not find bytes by itself.
        places = (at for at in range(self.people.count()) if self.people.itemData(at) == staff_id)
        self.people.setCurrentIndex(next(places, 0))

    def _show_narrowing(self) -> None:
        self.narrowed.setVisible(self._narrow != SaleFilter())
        said = {
            self.tr("one member"): self._narrow.member,
            self.tr("one article"): self._narrow.product,
            self.tr("one shift"): self._narrow.shift,
            self.tr("one till"): self._narrow.till,
            self.tr("an amount"): self._narrow.least or self._narrow.most,
        }
        what = ", ".join(name for name, value in said.items() if value is not None)
        self.narrowed.set_text(self.tr("Only of {what}  ✕").format(what=what))

    def _picture_sale(self) -> None:
        self.days.show_span(Span())
        self.list.set_extra(self._chosen())
        if self.list.model.rowCount():
            self.presenter.open(self.list.model.row_at(0).sale_id)


def sales_spec(words: Words) -> ListSpec[SaleRow]:
    """How the list looks."""
    return ListSpec(
        columns=(
            Column("at", QT_TRANSLATE_NOOP("columns", "When"), lambda row: words.moment(row.at), width=165, small=True),
            Column("number", QT_TRANSLATE_NOOP("columns", "Receipt"), lambda row: row.number, width=135, bold=True),
            Column("kind", QT_TRANSLATE_NOOP("columns", "Kind"), _state, width=105, tone=_state_tone, small=True),
            Column("member", QT_TRANSLATE_NOOP("columns", "Member"), _member),
            Column("cashier", QT_TRANSLATE_NOOP("columns", "Cashier"), lambda row: row.cashier, width=110, small=True),
            Column("lines", QT_TRANSLATE_NOOP("columns", "Lines"), lambda row: words.count(row.line_count), True, 70),
            Column("paid", QT_TRANSLATE_NOOP("columns", "Paid"), _tenders, width=110, small=True),
            Column(
                "discount",
                QT_TRANSLATE_NOOP("columns", "Discount"),
                lambda row: words.amount(-row.discount) if row.discount else NOTHING,
                True,
                100,
                small=True,
            ),
            Column(
                "total",
                QT_TRANSLATE_NOOP("columns", "Total"),
                lambda row: words.amount(row.total),
                True,
                130,
                figure=True,
            ),
        ),
        key=lambda row: row.sale_id,
        empty=Emptiness(
            QT_TRANSLATE_NOOP("office", "No sales on these days"),
            QT_TRANSLATE_NOOP("office", "Choose other days above, or look at all of them."),
            QT_TRANSLATE_NOOP("office", "All days"),
        ),
        placeholder=QT_TRANSLATE_NOOP("office", "Number, time, member, article or amount"),
        filters=(
            Filter(KindFilter.SALE.value, QT_TRANSLATE_NOOP("office", "Sales"), KIND),
            Filter(KindFilter.REFUND.value, QT_TRANSLATE_NOOP("office", "Refunds"), KIND),
        ),
        can_export=True,
        wide_only=frozenset({"cashier", "lines", "discount"}),
    )


def _state(row: SaleRow) -> str:
    if row.is_refund or not row.given_back:
        return kind_word(row.is_refund)
    whole = QCoreApplication.translate("office", "Given back")
    part = QCoreApplication.translate("office", "Partly back")
    return whole if row.given_back == -row.total else part


def _state_tone(row: SaleRow) -> str | None:
    return "problem" if row.is_refund else "careful_text" if row.given_back else "muted"


def _member(row: SaleRow) -> str:
    member = row.member
    return NOTHING if member is None else " ".join(part for part in (member.name, member.phone) if part)


def _tenders(row: SaleRow) -> str:
    return " + ".join(tender_word(kind) for kind in row.tenders)


def make_sales_page(context: OfficeContext) -> SalesPage:
    """The page."""
    return SalesPage(context)
