"""Which days a list shows: a named stretch, or two dates."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QDateEdit, QHBoxLayout, QWidget

from app.ui.kit.labels import PlainLabel
from app.ui.kit.retranslated import Retranslated
from app.ui.kit.theme import Sizes
from app.ui.owner.days import Period, Span, period_of, span_of
from app.ui.owner.saying import office
from app.values.errors import QT_TRANSLATE_NOOP

_PERIODS = {
    Period.TODAY: QT_TRANSLATE_NOOP("office", "Today"),
    Period.YESTERDAY: QT_TRANSLATE_NOOP("office", "Yesterday"),
    Period.WEEK: QT_TRANSLATE_NOOP("office", "Last 7 days"),
    Period.MONTH: QT_TRANSLATE_NOOP("office", "This month"),
    Period.LAST_MONTH: QT_TRANSLATE_NOOP("office", "Last month"),
    Period.ALL: QT_TRANSLATE_NOOP("office", "All days"),
    Period.CHOSEN: QT_TRANSLATE_NOOP("office", "From … to …"),
}


class DaysBar(Retranslated, QWidget):
    """A box of stretches; the last of them opens two dates.

    Attributes:
        box: The named stretches.
        first, last: The dates of a chosen stretch.

    Signals:
        changed: Other days are wanted.
    """

    changed = Signal()

    def __init__(self, today: Callable[[], date], period: Period = Period.TODAY, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self.box = QComboBox()
        for one in Period:
            self.box.addItem("", one.value)
        self.first, self.last, self._to = day_edit(), day_edit(), PlainLabel("–")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Sizes.GAP)
        for part in (self.box, self.first, self._to, self.last):
            layout.addWidget(part)
        self.retranslate()
        self.show_span(span_of(period, today()))
        self.box.currentIndexChanged.connect(self._on_period_changed)
        for edit in (self.first, self.last):
            edit.dateChanged.connect(self._on_date_changed)

    def span(self) -> Span:
        """The days that are wanted; dates in the wrong order are taken in the right one."""
        period = Period(self.box.currentData())
        if period is not Period.CHOSEN:
            return span_of(period, self._today())
        return Span(*sorted((day_of(self.first), day_of(self.last))))

    def show_span(self, span: Span) -> None:
        """Want other days; nobody is told."""
        period = period_of(span, self._today())
        with QSignalBlocker(self.box), QSignalBlocker(self.first), QSignalBlocker(self.last):
            self.box.setCurrentIndex(list(Period).index(period))
            show_day(self.first, span.first or self._today())
            show_day(self.last, span.last or self._today())
        self._show_dates(period)

    def retranslate(self) -> None:
        """Set every text again."""
        for at, period in enumerate(Period):
            self.box.setItemText(at, office(_PERIODS[period]))
        self.box.setAccessibleName(self.tr("Days"))
        self.first.setAccessibleName(self.tr("First day"))
        self.last.setAccessibleName(self.tr("Last day"))

    def _on_period_changed(self) -> None:
        self._show_dates(Period(self.box.currentData()))
        self.changed.emit()

    def _on_date_changed(self) -> None:
        self.changed.emit()

    def _show_dates(self, period: Period) -> None:
        for part in (self.first, self._to, self.last):
            part.setVisible(period is Period.CHOSEN)


def day_edit() -> QDateEdit:
    """A date with a calendar behind it."""
    edit = QDateEdit()
    edit.setCalendarPopup(True)
    edit.setDisplayFormat("yyyy-MM-dd")
    return edit


def day_of(edit: QDateEdit) -> date:
    """The date in the field."""
    shown = edit.date()
    return date(shown.year(), shown.month(), shown.day())


def show_day(edit: QDateEdit, day: date) -> None:
    """Put a date into the field."""
    edit.setDate(QDate(day.year, day.month, day.day))
