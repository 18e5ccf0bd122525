"""The owner's home: today at a glance, and what waits to be done; every figure opens its rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.services.reports.day_figures import CashierSum
from app.services.reports.desk import DayFilter
from app.services.reports.sale_filter import SaleFilter
from app.ui.kit.buttons import TouchButton
from app.ui.kit.charts import Bar, BarChart, Share, SharesBar
from app.ui.kit.labels import ElidedLabel, PlainLabel
from app.ui.kit.progress_panel import ProgressPanel
from app.ui.kit.theme import Sizes, scaled, set_role
from app.ui.owner.context import OfficeContext
from app.ui.owner.days_bar import day_edit, day_of, show_day
from app.ui.owner.home.figure_card import FigureCard
from app.ui.owner.home.presenter import FigureKey, HomePresenter, HomeState, Todo, TodoKind
from app.ui.owner.home.texts import TITLES, change_words, day_words, figure_lines, todo_words, value_words
from app.ui.owner.report_file import ReportFiles, file_name
from app.ui.owner.saying import office, tender_word, weekday
from app.ui.owner.view import OfficeView
from app.values.money import Money

REFRESH_MS = 2_000
WIDE_PX = 1_000
SALES = "sales"


class HomePage(OfficeView):
    """Cards, pictures and the list of what waits.

    Attributes:
        cards: The figures.
        hours: Turnover by the hour beside last week's.
        tenders: How it was paid.
        todo_rows: What waits, with the button that leads there; None where nothing leads.
        day_edit: The day that is shown.
        refresh_timer: Runs while a commit waits to be shown.
    """

    def __init__(self, context: OfficeContext) -> None:
        super().__init__()
        self._context = context
        self._state: HomeState | None = None
        self.presenter = HomePresenter(context, self)
        self.heading_label = ElidedLabel(role="strong")
        self.cards = {key: FigureCard() for key in FigureKey}
        self.hours, self.no_hours = BarChart(self._tell), PlainLabel(role="muted")
        self.tenders = SharesBar(self._tell)
        self.todo_rows: dict[TodoKind, tuple[PlainLabel, TouchButton | None]] = {}
        self.cashier_buttons: list[TouchButton] = []
        self._titles = {name: PlainLabel(role="strong") for name in ("hours", "tenders", "todo", "cashiers")}
        self._todo_box, self._cashier_box = QVBoxLayout(), QVBoxLayout()
        self.day_edit = day_edit()
        self.earlier_button, self.later_button = TouchButton("◀"), TouchButton("▶")
        self.today_button, self.yesterday_button = TouchButton(), TouchButton()
        self.export_button = TouchButton()
        self.progress = ProgressPanel()
        self.files = ReportFiles(context, self, self.progress)
        self._is_wide: bool | None = None
        self._shown_todos: object = None
        self._shown_cashiers: object = None
        self._lay_out()
        self.refresh_timer = QTimer(self)
        self.refresh_timer.setSingleShot(True)
        self.refresh_timer.setInterval(REFRESH_MS)
        self._connect()
        self.retranslate()

    # The office's questions

    def opened(self, subject: object = None) -> None:
        """As it is now; a subject is the day to be shown."""
        if isinstance(subject, date):
            self.presenter.show(subject)
        else:
            self.presenter.read()

    def take_focus(self) -> None:
        """The first figure."""
        self.cards[FigureKey.TURNOVER].setFocus()

    def on_export(self) -> None:
        """Ctrl+E: the day as a file, or to be printed."""
        state = self._state
        if state is not None:
            day = state.summary.business_date
            self.files.export(DayFilter(day), file_name(self.tr("Day"), day.isoformat()))

    def picture_states(self) -> Sequence[tuple[str, Callable[[], None]]]:
        """A whole day."""
        return (("yesterday", self._on_yesterday),)

    def retranslate(self) -> None:
        """Set every text again."""
        said = {
            "hours": self.tr("By the hour"),
            "tenders": self.tr("How it was paid"),
            "todo": self.tr("To do"),
            "cashiers": self.tr("Cashiers"),
        }
        for name, label in self._titles.items():
            label.setText(said[name])
        self.today_button.set_text(self.tr("Today"))
        self.yesterday_button.set_text(self.tr("Yesterday"))
        self.export_button.set_text(self.tr("Export"))
        self.earlier_button.setAccessibleName(self.tr("One day earlier"))
        self.later_button.setAccessibleName(self.tr("One day later"))
        self.day_edit.setAccessibleName(self.tr("Day"))
        self.no_hours.setText(self.tr("Nothing was sold on this day yet."))
        if self._state is not None:
            self.show_state(self._state)

    # The presenter's screen

    def show_state(self, state: HomeState) -> None:
        """A day, and what waits."""
        self._state = state
        summary, words = state.summary, self._context.words
        self.heading_label.set_text(day_words(summary, words))
        with QSignalBlocker(self.day_edit):
            show_day(self.day_edit, summary.business_date)
        is_today = summary.until is not None
        self.later_button.setEnabled(not is_today)
        self.today_button.setEnabled(not is_today)
        for figure in state.figures:
            title, value = office(TITLES[figure.key]), value_words(figure.value, words)
            change = change_words(figure.change, words) if figure.change is not None else ""
            self.cards[figure.key].show_words(title, value, figure_lines(figure, summary, words), change)
        self._show_hours(state)
        self._show_tenders(state)
        self._show_todos(state.todos)
        self._show_cashiers(summary.business_date, summary.day.cashiers)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two columns where there is room for them."""
        super().resizeEvent(event)
        self._arrange(is_wide=self.width() >= scaled(WIDE_PX))

    # Within: what is shown

    def _tell(self, minor: int) -> str:
        return self._context.words.amount(Money(minor))

    def _show_hours(self, state: HomeState) -> None:
        day, before = state.summary.day, state.summary.last_week
        now = {hour.hour: hour.turnover.minor for hour in day.hours}
        then = {hour.hour: hour.turnover.minor for hour in before.hours}
        shown = in_order([*now, *then], self._context.office.store.day.end_hour)
        bars = [Bar(f"{hour}:00", now.get(hour, 0), then.get(hour, 0) if then else None) for hour in shown]
        words = self._context.words
        names = (words.date(day.business_date), words.date(day.business_date - timedelta(days=7)))
        summary = self.tr("Turnover by the hour, {day}").format(day=weekday(day.business_date))
        self.hours.show_bars(bars, summary=summary, names=names)
        self.hours.setVisible(bool(bars))
        self.no_hours.setVisible(not bars)

    def _show_tenders(self, state: HomeState) -> None:
        sums = state.summary.day.tenders
        shares = [Share(tender_word(tender.kind), tender.amount.minor) for tender in sums]
        self.tenders.show_shares(sorted(shares, key=lambda share: -share.value), summary=self.tr("Takings by tender"))
        self._tenders_card.setVisible(any(share.value > 0 for share in shares))

    def _show_todos(self, todos: tuple[Todo, ...]) -> None:
        """Rows that say what they said before stay, and with them the focus."""
        shown = (todos, self._context.words.language)
        if shown == self._shown_todos:
            return
        self._shown_todos = shown
        _empty(self._todo_box)
        self.todo_rows.clear()
        for todo in todos:
            label = PlainLabel(todo_words(todo, self._context.words), role="good" if todo.is_well else "field")
            label.setWordWrap(True)
            line = QHBoxLayout()
            line.addWidget(PlainLabel("✓" if todo.is_well else "•", role="good" if todo.is_well else "field"))
            line.addWidget(label, 1)
            button = self._way_to(todo)
            if button is not None:
                line.addWidget(button)
            self.todo_rows[todo.kind] = (label, button)
            self._todo_box.addLayout(line)

    def _way_to(self, todo: Todo) -> TouchButton | None:
        if not self._context.has_page(todo.page):
            return None
        button = TouchButton(self.tr("Open"), "plain", self)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(partial(self._on_go, todo.page, todo.subject))
        return button

    def _show_cashiers(self, day: date, cashiers: tuple[CashierSum, ...]) -> None:
        words = self._context.words
        shown = (day, cashiers, words.language)
        if shown == self._shown_cashiers:
            return
        self._shown_cashiers = shown
        _empty(self._cashier_box)
        self.cashier_buttons.clear()
        for cashier in cashiers:
            said = self.tr("{name}   {turnover}   {count} sales").format(
                name=cashier.name, turnover=words.money(cashier.turnover), count=words.count(cashier.sale_count)
            )
            button = TouchButton(said, "plain", self)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            wanted = SaleFilter(from_date=day, until_date=day, staff=cashier.staff_id)
            button.clicked.connect(partial(self._on_go, SALES, wanted))
            self.cashier_buttons.append(button)
            self._cashier_box.addWidget(button)
        self._cashier_card.setVisible(bool(cashiers))

    # Within: places

    def _lay_out(self) -> None:
        ground, inside = QWidget(), QWidget()
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(inside)
        self._left, self._right = QVBoxLayout(), QVBoxLayout()
        self._both = both = QHBoxLayout(inside)
        both.setContentsMargins(0, 0, 4, 0)
        for part, share in ((self._left, 9), (self._right, 4)):
            part.setSpacing(Sizes.GAP)
            part.addStretch(1)
            both.addLayout(part, share)
        self._cards = QWidget()
        cards = QGridLayout(self._cards)
        cards.setContentsMargins(0, 0, 0, 0)
        cards.setSpacing(Sizes.GAP)
        for at, card in enumerate(self.cards.values()):
            cards.addWidget(card, at // 3, at % 3)
        self._hours_card = self._card("hours", self.hours, self.no_hours)
        self._tenders_card = self._card("tenders", self.tenders)
        self._todo_card = self._card("todo", self._todo_box)
        self._cashier_card = self._card("cashiers", self._cashier_box)
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Sizes.GAP)
        column.addLayout(self._day_row())
        column.addWidget(self.heading_label)
        column.addWidget(self._area, 1)
        column.addWidget(self.progress)
        self.set_ground(ground)
        self._arrange(is_wide=True)

    def _day_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(Sizes.GAP)
        parts = (self.earlier_button, self.day_edit, self.later_button, self.yesterday_button, self.today_button)
        for part in (*parts, self.export_button):
            part.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            row.addWidget(part)
        row.insertStretch(len(parts), 1)
        return row

    def _card(self, name: str, *parts: QWidget | QVBoxLayout) -> QFrame:
        card = QFrame()
        set_role(card, "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(12, 8, 12, 10)
        column.setSpacing(6)
        column.addWidget(self._titles[name])
        for part in parts:
            if isinstance(part, QWidget):
                column.addWidget(part)
            else:
                column.addLayout(part)
        return card

    def _arrange(self, *, is_wide: bool) -> None:
        """Figures and hours at the left, the rest beside them; or all of it in one column."""
        if is_wide == self._is_wide:
            return
        self._is_wide = is_wide
        left: tuple[QWidget, ...] = (self._cards, self._hours_card)
        right: tuple[QWidget, ...] = (self._todo_card, self._tenders_card, self._cashier_card)
        for part in (*left, *right):
            for column in (self._left, self._right):
                column.removeWidget(part)
        if not is_wide:
            left, right = (self._cards, self._todo_card, self._hours_card, *right[1:]), ()
        self._both.setSpacing(Sizes.GAP if is_wide else 0)
        self._both.setStretch(1, 4 if is_wide else 0)
        for column, parts in ((self._left, left), (self._right, right)):
            for at, part in enumerate(parts):
                column.insertWidget(at, part)

    # Within: what was done

    def _connect(self) -> None:
        for key, card in self.cards.items():
            card.opened.connect(partial(self._on_card, key))
        self.earlier_button.clicked.connect(partial(self._on_step, -1))
        self.later_button.clicked.connect(partial(self._on_step, 1))
        self.today_button.clicked.connect(self._on_today)
        self.yesterday_button.clicked.connect(self._on_yesterday)
        self.export_button.clicked.connect(self.on_export)
        self.day_edit.dateChanged.connect(self._on_day_chosen)
        self.refresh_timer.timeout.connect(self.presenter.read)
        self._context.bus.changed.connect(self._on_changed)

    def _on_card(self, key: FigureKey) -> None:
        if self._state is not None:
            figure = next(figure for figure in self._state.figures if figure.key is key)
            self._context.go(SALES, figure.rows)

    def _on_go(self, page: str, subject: object, _checked: bool = False) -> None:
        self._context.go(page, subject)

    def _on_step(self, days: int, _checked: bool = False) -> None:
        self.presenter.step(days)

    def _on_today(self) -> None:
        self.presenter.show(None)

    def _on_yesterday(self) -> None:
        self.presenter.show(self.presenter.today() - timedelta(days=1))

    def _on_day_chosen(self) -> None:
        self.presenter.show(day_of(self.day_edit))

    def _on_changed(self, topics: frozenset[str], initiator: object) -> None:
        """Commits that follow each other are read once; a page behind another is read when it comes to the front."""
        del initiator
        if topics and self.isVisible() and not self.refresh_timer.isActive():
            self.refresh_timer.start()


def in_order(hours: list[int], end_hour: int) -> list[int]:
    """Hours without gaps, as the shop's day goes through them: after midnight comes behind the evening."""
    places = sorted((hour - end_hour) % 24 for hour in hours)
    return [(place + end_hour) % 24 for place in range(places[0], places[-1] + 1)] if places else []


def _empty(box: QVBoxLayout) -> None:
    while (item := box.takeAt(0)) is not None:
        inner = item.layout()
        while inner is not None and (part := inner.takeAt(0)) is not None:
            if (widget := part.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()


def make_home_page(context: OfficeContext) -> HomePage:
    """The page."""
    return HomePage(context)
