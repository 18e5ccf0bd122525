"""The shifts, over and short; the X or Z of each as paper on the screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.services.common.topics import Topic
from app.services.reports.export import PDF
from app.services.reports.sale_filter import SaleFilter
from app.services.reports.shifts import ShiftFilter, ShiftReport, ShiftRow
from app.ui.cashier.receipt_sheet import ReceiptView
from app.ui.kit.buttons import TouchButton
from app.ui.kit.list_page import Emptiness, ListPage, ListQuery, ListSpec
from app.ui.kit.notices import NoticeKind
from app.ui.kit.progress_panel import ProgressPanel
from app.ui.kit.retranslated import Retranslated
from app.ui.kit.rows_model import Column
from app.ui.kit.theme import Sizes
from app.ui.kit.words import Words
from app.ui.owner.context import OfficeContext
from app.ui.owner.days import Period, Span, today_of
from app.ui.owner.days_bar import DaysBar
from app.ui.owner.report_file import ReportFiles, file_name
from app.ui.owner.saying import NOTHING
from app.ui.owner.shifts.presenter import ShiftsPresenter
from app.ui.owner.view import OfficeView
from app.values.errors import QT_TRANSLATE_NOOP
from app.values.ids import Id
from app.values.money import ZERO, Money

REFRESH_MS = 2_000


class ShiftSheet(Retranslated, QWidget):
    """The paper of one shift, and what can be done with it.

    Signals:
        print_requested, pdf_requested, sales_requested: arg: ShiftReport.
    """

    print_requested = Signal(object)
    pdf_requested = Signal(object)
    sales_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.report: ShiftReport | None = None
        self.paper = ReceiptView()
        self.paper.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.print_button = TouchButton("", "plain", self)
        self.pdf_button = TouchButton("", "plain", self)
        self.sales_button = TouchButton("", "plain", self)
        buttons = QHBoxLayout()
        buttons.setSpacing(Sizes.GAP)
        wishes = ((self.print_button, self.print_requested), (self.pdf_button, self.pdf_requested))
        for button, wish in (*wishes, (self.sales_button, self.sales_requested)):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.clicked.connect(lambda _=False, wish=wish: wish.emit(self.report))
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(buttons)
        column.addWidget(self.paper, 1)
        self.setFocusProxy(self.paper)
        self.retranslate()

    def show_report(self, report: ShiftReport) -> None:
        """Show an X or Z from its top."""
        self.report = report
        self.paper.show_receipt(report.paper)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text again."""
        is_final = self.report is not None and self.report.is_final
        self.print_button.set_text(self.tr("Print again, marked COPY") if is_final else self.tr("Print"))
        self.pdf_button.set_text(self.tr("Save as PDF"))
        self.sales_button.set_text(self.tr("Its sales"))


class ShiftsPage(OfficeView):
    """List and paper.

    Attributes:
        days: On which days the shifts were opened.
        sheet: The paper of one.
    """

    def __init__(self, context: OfficeContext) -> None:
        super().__init__()
        self._context = context
        self.presenter = ShiftsPresenter(context, self)
        self.days = DaysBar(lambda: today_of(context.office.store), Period.ALL)
        self.list: ListPage[ShiftRow] = ListPage(
            shifts_spec(context.words), self.presenter.fetch, context.reading, context.words
        )
        self.list.tools.addWidget(self.days)
        self.sheet = ShiftSheet()
        self.progress = ProgressPanel()
        self.files = ReportFiles(context, self, self.progress)
        ground = QWidget()
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list, 1)
        self.set_ground(ground)
        # Under both the list and the paper, for both can be saved.
        layout = self.layout()
        assert layout is not None
        layout.addWidget(self.progress)
        self.refresh_timer = QTimer(self)
        self.refresh_timer.setSingleShot(True)
        self.refresh_timer.setInterval(REFRESH_MS)
        self._connect()

    def opened(self, subject: object = None) -> None:
        """As it is now; a subject is the id of a shift, or a `Span` of days."""
        if isinstance(subject, bytes):
            self.presenter.open(Id(subject))
        elif isinstance(subject, Span):
            self.close_levels()
            self.days.show_span(subject)
        self.list.set_extra(self._chosen())
        self.list.reload()

    def on_export(self) -> None:
        """Ctrl+E: the list as a file, or the paper as a PDF."""
        if self.top is self.sheet:
            self.sheet.pdf_requested.emit(self.sheet.report)
        else:
            self._on_export(self.list.query())

    def take_focus(self) -> None:
        """The list, or the paper over it."""
        if self.top is self.sheet:
            self.sheet.setFocus()
        else:
            self.list.take_focus()
            if self.list.current() is None:
                self.list.table.select_row(0)

    def picture_states(self) -> Sequence[tuple[str, Callable[[], None]]]:
        """The paper of the newest shift."""
        return (("paper", self._picture_paper),)

    # The presenter's screen

    def show_report(self, report: ShiftReport) -> None:
        """Over the list."""
        self.sheet.show_report(report)
        self.open_level(self.sheet, self._heading)

    def tell_printed(self, copy_no: int) -> None:
        """In the bar."""

        def said() -> str:
            copy = self.tr("It is being printed, marked COPY {number}.").format(number=copy_no)
            return copy if copy_no else self.tr("It is being printed.")

        self._context.prompter.notice(said, NoticeKind.GOOD)

    # Within

    def _connect(self) -> None:
        self.days.changed.connect(self._on_days_changed)
        self.list.opened.connect(lambda row: self.presenter.open(row.shift_id))
        self.list.new_requested.connect(self._on_all_days)
        self.list.export_requested.connect(self._on_export)
        self.list.failed.connect(self._context.tell)
        self.list.model.loaded.connect(self._on_loaded)
        self.sheet.print_requested.connect(self._on_print)
        self.sheet.pdf_requested.connect(self._on_pdf)
        self.sheet.sales_requested.connect(self._on_sales)
        self.refresh_timer.timeout.connect(self.list.reload)
        self._context.bus.changed.connect(self._on_changed)

    def _chosen(self) -> ShiftFilter:
        span = self.days.span()
        return ShiftFilter(span.first, span.last)

    def _heading(self) -> str:
        report = self.sheet.report
        if report is None:
            return ""
        text = self.tr("Z of shift {number}") if report.is_final else self.tr("X of shift {number}, still open")
        return text.format(number=report.figures.number)

    def _on_loaded(self) -> None:
        if self.list.current() is None and self.isVisible() and self.top is not self.sheet:
            self.list.table.select_row(0)

    def _on_days_changed(self) -> None:
        self.list.set_extra(self._chosen())

    def _on_all_days(self) -> None:
        self.days.show_span(Span())
        self._on_days_changed()

    def _on_export(self, query: ListQuery) -> None:
        wanted = self.presenter.wanted(query)
        days = [day.isoformat() for day in (wanted.from_date, wanted.until_date) if day is not None]
        self.files.export(wanted, file_name(self.tr("Shifts"), *dict.fromkeys(days)))

    def _on_print(self, report: ShiftReport) -> None:
        self.presenter.print_again(report.figures.shift_id)

    def _on_pdf(self, report: ShiftReport) -> None:
        figures, kind = report.figures, "Z" if report.is_final else "X"
        name = file_name(f"{kind} {figures.till_code}-{figures.number}", figures.business_date.isoformat())
        self.files.save(name, PDF, self.presenter.pdf_writer(figures.shift_id))

    def _on_sales(self, report: ShiftReport) -> None:
        self._context.go("sales", SaleFilter(shift=report.figures.shift_id))

    def _on_changed(self, topics: frozenset[str], initiator: object) -> None:
        del initiator
        is_mine = bool(topics & {Topic.SHIFTS, Topic.CASH, Topic.SALES})
        if is_mine and self.isVisible() and not self.refresh_timer.isActive():
            self.refresh_timer.start()

    def _picture_paper(self) -> None:
        if self.list.model.rowCount():
            self.presenter.open(self.list.model.row_at(0).shift_id)


def shifts_spec(words: Words) -> ListSpec[ShiftRow]:
    """How the list looks."""

    def difference(row: ShiftRow) -> str:
        if row.over_short is None:
            return NOTHING
        amount = words.amount(Money(abs(row.over_short.minor)))
        return over_short_word(row.over_short).format(amount=amount)

    return ListSpec(
        columns=(
            Column("number", QT_TRANSLATE_NOOP("columns", "Shift"), _number, width=110, bold=True),
            Column("opened", QT_TRANSLATE_NOOP("columns", "Opened"), _opened(words), width=165, small=True),
            Column("person", QT_TRANSLATE_NOOP("columns", "Cashier"), lambda row: row.opened_by),
            Column(
                "closed",
                QT_TRANSLATE_NOOP("columns", "Closed"),
                lambda row: words.moment(row.closed_at) if row.closed_at else _still_open(),
                width=165,
                small=True,
                tone=lambda row: "careful_text" if row.is_open else None,
            ),
            Column(
                "turnover",
                QT_TRANSLATE_NOOP("columns", "Turnover"),
                lambda row: words.amount(row.figures.turnover),
                True,
                130,
                figure=True,
            ),
            Column(
                "expected",
                QT_TRANSLATE_NOOP("columns", "Expected cash"),
                lambda row: words.amount(row.figures.expected),
                True,
                140,
            ),
            Column(
                "difference",
                QT_TRANSLATE_NOOP("columns", "Over or short"),
                difference,
                True,
                160,
                tone=_difference_tone,
            ),
        ),
        key=lambda row: row.shift_id,
        empty=Emptiness(
            QT_TRANSLATE_NOOP("office", "No shifts on these days"),
            QT_TRANSLATE_NOOP("office", "A shift begins when somebody counts the float at the till."),
            QT_TRANSLATE_NOOP("office", "All days"),
        ),
        can_export=True,
        wide_only=frozenset({"closed"}),
    )


def over_short_word(difference: Money) -> str:
    """`short {amount}`: the word says it, not only the colour."""
    if difference < ZERO:
        return QCoreApplication.translate("office", "short {amount}")
    if difference > ZERO:
        return QCoreApplication.translate("office", "over {amount}")
    return QCoreApplication.translate("office", "exact")


def _number(row: ShiftRow) -> str:
    return f"{row.till_code}-{row.number}"


def _opened(words: Words) -> Callable[[ShiftRow], str]:
    return lambda row: words.moment(row.opened_at)


def _still_open() -> str:
    return QCoreApplication.translate("office", "still open")


def _difference_tone(row: ShiftRow) -> str | None:
    if row.over_short is None or row.over_short == ZERO:
        return "muted"
    return "problem" if row.over_short < ZERO else "careful_text"


def make_shifts_page(context: OfficeContext) -> ShiftsPage:
    """The page."""
    return ShiftsPage(context)
