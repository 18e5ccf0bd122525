"""The log of what an owner asks about, and how often each cashier did it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QSignalBlocker, QTimer
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from app.services.reports.control import ActionCount, CashierControl
from app.services.reports.logs import LogFilter, LogKind, LogRow
from app.services.staff.people import StaffEntry
from app.ui.kit.buttons import TouchButton
from app.ui.kit.labels import PlainLabel
from app.ui.kit.list_page import Emptiness, Filter, ListPage, ListQuery, ListSpec
from app.ui.kit.progress_panel import ProgressPanel
from app.ui.kit.rows_model import Column
from app.ui.kit.theme import Sizes, scaled
from app.ui.kit.words import Words
from app.ui.owner.context import OfficeContext
from app.ui.owner.days import Period, Span, today_of
from app.ui.owner.days_bar import DaysBar
from app.ui.owner.log.presenter import LogPresenter, control_filter
from app.ui.owner.log.texts import KINDS, action_word, note_words
from app.ui.owner.report_file import ReportFiles, file_name
from app.ui.owner.saying import NOTHING
from app.ui.owner.view import OfficeView
from app.values.errors import QT_TRANSLATE_NOOP
from app.values.ids import Id
from app.values.money import Money

REFRESH_MS = 3_000


class LogPage(OfficeView):
    """What was done, or who did it how often: one of the two lists under the same choice of days.

    Attributes:
        list: What was done, newest first.
        control: One row for each cashier.
        by_cashier: Pressed: `control` is shown.
    """

    def __init__(self, context: OfficeContext) -> None:
        super().__init__()
        self._context = context
        self._people: tuple[StaffEntry, ...] = ()
        self.presenter = LogPresenter(context, self)
        self.days = DaysBar(lambda: today_of(context.office.store), Period.WEEK)
        self.people = QComboBox()
        self.by_cashier = TouchButton("", "plain", self)
        self.by_cashier.setCheckable(True)
        self.export_button = TouchButton("", "plain", self)
        self.explained = PlainLabel(role="muted")
        self.explained.setWordWrap(True)
        words, reading = context.words, context.reading
        self.list: ListPage[LogRow] = ListPage(log_spec(words), self.presenter.fetch, reading, words)
        self.control: ListPage[CashierControl] = ListPage(
            control_spec(words), self.presenter.fetch_control, reading, words
        )
        self.progress = ProgressPanel()
        self.files = ReportFiles(context, self, self.progress)
        self.set_ground(self._lay_out())
        self.refresh_timer = QTimer(self)
        self.refresh_timer.setSingleShot(True)
        self.refresh_timer.setInterval(REFRESH_MS)
        self._connect()
        self._show_kind()
        self.retranslate()

    def opened(self, subject: object = None) -> None:
        """As it is now; a subject is a `LogFilter`."""
        self.presenter.ask_staff()
        if isinstance(subject, LogFilter):
            self.by_cashier.setChecked(False)
            self.days.show_span(Span(subject.from_date, subject.until_date))
            with QSignalBlocker(self.people):
                self._choose_person(subject.staff)
            self.list.set_filters(*(kind.value for kind in subject.kinds))
        self._read_again()

    def on_export(self) -> None:
        """Ctrl+E."""
        self._on_export(self._shown().query())

    def take_focus(self) -> None:
        """The rows."""
        shown = self._shown()
        shown.take_focus()
        if shown.current() is None or not shown.selected():
            shown.table.select_row(0)

    def picture_states(self) -> Sequence[tuple[str, Callable[[], None]]]:
        """The cashiers."""
        return (("cashiers", partial(self.by_cashier.setChecked, True)),)

    def retranslate(self) -> None:
        """Set every text again."""
        self.by_cashier.set_text(self.tr("By cashier"))
        self.export_button.set_text(self.tr("Export"))
        self.people.setAccessibleName(self.tr("Cashier"))
        self.explained.setText(
            self.tr(
                "Times, and times per 100 sales. “Odd” did it five times or more, and at least twice as often as all "
                "the others together: a reason to ask, not a proof. Enter opens the rows."
            )
        )
        self.show_staff(self._people)

    def show_staff(self, people: tuple[StaffEntry, ...]) -> None:
        """Everybody, and each by name; who was chosen stays chosen."""
        chosen: Id | None = self.people.currentData()
        self._people = people
        with QSignalBlocker(self.people):
            self.people.clear()
            self.people.addItem(self.tr("Everybody"), None)
            for person in people:
                self.people.addItem(person.name, person.staff_id)
            self._choose_person(chosen)

    # Within

    def _lay_out(self) -> QWidget:
        ground = QWidget()
        bar = QHBoxLayout()
        bar.setSpacing(Sizes.GAP)
        for part in (self.days, self.people):
            bar.addWidget(part)
        bar.addStretch(1)
        self.by_cashier.setMinimumWidth(scaled(150))
        bar.addWidget(self.by_cashier)
        bar.addWidget(self.export_button)
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Sizes.GAP)
        column.addLayout(bar)
        column.addWidget(self.explained)
        for shown in (self.list, self.control):
            column.addWidget(shown, 1)
        column.addWidget(self.progress)
        return ground

    def _connect(self) -> None:
        self.days.changed.connect(self._read_again)
        self.people.currentIndexChanged.connect(self._read_again)
        self.by_cashier.toggled.connect(self._show_kind)
        self.list.opened.connect(self._on_opened)
        self.control.opened.connect(self._on_person_opened)
        self.refresh_timer.timeout.connect(self._refresh)
        self._context.bus.changed.connect(self._on_changed)
        self.export_button.clicked.connect(self.on_export)
        for shown in (self.list, self.control):
            shown.new_requested.connect(self._on_all_days)
            shown.failed.connect(self._context.tell)

    def _shown(self) -> ListPage[LogRow] | ListPage[CashierControl]:
        return self.control if self.by_cashier.isChecked() else self.list

    def _show_kind(self) -> None:
        is_control = self.by_cashier.isChecked()
        for part, is_shown in ((self.list, not is_control), (self.control, is_control), (self.explained, is_control)):
            part.setVisible(is_shown)
        self.people.setVisible(not is_control)
        if self.isVisible():
            self._read_again()
            self.take_focus()

    def _read_again(self) -> None:
        span, today = self.days.span(), today_of(self._context.office.store)
        if self.by_cashier.isChecked():
            self.control.set_extra(control_filter(span, Span.of_day(today)))
        else:
            chosen = LogFilter(staff=self.people.currentData(), from_date=span.first, until_date=span.last)
            self.list.set_extra(chosen)

    def _refresh(self) -> None:
        self._shown().reload()

    def _choose_person(self, staff_id: Id | None) -> None:
        # Qt does not find bytes by itself.
        places = (at for at in range(self.people.count()) if self.people.itemData(at) == staff_id)
        self.people.setCurrentIndex(next(places, 0))

    def _on_opened(self, row: LogRow) -> None:
        if row.sale_id is not None:
            self._context.go("sales", row.sale_id)

    def _on_person_opened(self, row: CashierControl) -> None:
        with QSignalBlocker(self.people):
            self._choose_person(row.staff_id)
        self.by_cashier.setChecked(False)

    def _on_all_days(self) -> None:
        self.days.show_span(Span())
        self._read_again()

    def _on_export(self, query: ListQuery) -> None:
        span = self.days.span()
        days = [day.isoformat() for day in (span.first, span.last) if day is not None]
        control = self.presenter.control_of(query)
        if control is not None:
            self.files.export(control, file_name(self.tr("Cashiers"), *dict.fromkeys(days)))
        else:
            self.files.export(self.presenter.wanted(query), file_name(self.tr("Log"), *dict.fromkeys(days)))

    def _on_changed(self, topics: frozenset[str], initiator: object) -> None:
        del initiator
        if topics and self.isVisible() and not self.refresh_timer.isActive():
            self.refresh_timer.start()


def log_spec(words: Words) -> ListSpec[LogRow]:
    """How the log looks."""
    return ListSpec(
        columns=(
            Column("at", QT_TRANSLATE_NOOP("columns", "When"), lambda row: words.moment(row.at), width=164, small=True),
            Column("who", QT_TRANSLATE_NOOP("columns", "Who"), lambda row: row.staff, width=90, bold=True),
            Column("what", QT_TRANSLATE_NOOP("columns", "What"), action_word, width=156, small=True),
            Column("subject", QT_TRANSLATE_NOOP("columns", "About"), _about, small=True, hint=_about),
            Column(
                "amount",
                QT_TRANSLATE_NOOP("columns", "Amount"),
                lambda row: words.amount(row.amount) if row.amount is not None else NOTHING,
                True,
                100,
            ),
            Column("leave", QT_TRANSLATE_NOOP("columns", "Leave by"), lambda row: row.granted_by, width=92, small=True),
            Column("note", QT_TRANSLATE_NOOP("columns", "Note"), note_words, width=190, small=True),
        ),
        key=lambda row: row.row_id,
        empty=Emptiness(
            QT_TRANSLATE_NOOP("office", "Nothing of this kind on these days"),
            QT_TRANSLATE_NOOP(
                "office", "Leave given, drawers opened, lines removed, refunds and changed prices will stand here."
            ),
            QT_TRANSLATE_NOOP("office", "All days"),
        ),
        filters=tuple(Filter(kind.value, text) for kind, text in KINDS.items()),
        wide_only=frozenset({"note"}),
    )


def control_spec(words: Words) -> ListSpec[CashierControl]:
    """How the table of cashiers looks."""
    return ListSpec(
        columns=(
            Column("who", QT_TRANSLATE_NOOP("columns", "Cashier"), lambda row: row.name or NOTHING, bold=True),
            Column("sales", QT_TRANSLATE_NOOP("columns", "Sales"), lambda row: words.count(row.sale_count), True, 70),
            *(_counted(kind, words) for kind in LogKind),
            Column(
                "refused",
                QT_TRANSLATE_NOOP("columns", "Refused"),
                lambda row: words.count(row.grants_refused),
                True,
                90,
                small=True,
            ),
            Column(
                "discounted",
                QT_TRANSLATE_NOOP("columns", "Off by price"),
                lambda row: words.amount(Money(abs(row.discounted.minor))),
                True,
                110,
                small=True,
            ),
        ),
        key=lambda row: row.staff_id,
        empty=Emptiness(
            QT_TRANSLATE_NOOP("office", "Nobody sold on these days"),
            QT_TRANSLATE_NOOP("office", "Choose other days above, or look at all of them."),
            QT_TRANSLATE_NOOP("office", "All days"),
        ),
        wide_only=frozenset({"refused", "discounted"}),
    )


_TITLES = {
    LogKind.GRANT: QT_TRANSLATE_NOOP("columns", "Leave"),
    LogKind.NO_SALE: QT_TRANSLATE_NOOP("columns", "Drawer"),
    LogKind.VOID: QT_TRANSLATE_NOOP("columns", "Removed"),
    LogKind.REFUND: QT_TRANSLATE_NOOP("columns", "Refunds"),
    LogKind.PRICE: QT_TRANSLATE_NOOP("columns", "Prices"),
}


def _counted(kind: LogKind, words: Words) -> Column[CashierControl]:
    return Column(
        kind.value,
        _TITLES[kind],
        lambda row: count_words(row.of(kind), words),
        True,
        128,
        small=True,
        tone=lambda row: "problem" if row.of(kind).is_odd else None,
    )


def count_words(count: ActionCount, words: Words) -> str:
    """`5 (12.50)`, with the word `odd` where it is."""
    if not count.times:
        return NOTHING
    parts = [words.count(count.times)]
    if count.per_hundred is not None:
        parts.append(f"({Money(count.per_hundred).plain(2)})")
    if count.is_odd:
        parts.append(QCoreApplication.translate("office", "odd"))
    return " ".join(parts)


def _about(row: LogRow) -> str:
    return " → ".join(part for part in (row.subject, row.receipt) if part) or NOTHING


def make_log_page(context: OfficeContext) -> LogPage:
    """The page."""
    return LogPage(context)
