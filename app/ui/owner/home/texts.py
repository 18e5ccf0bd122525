"""The words of the home."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QCoreApplication

from app.services.reports.today import DaySummary
from app.ui.kit.words import Words
from app.ui.owner.home.presenter import Figure, FigureKey, Todo, TodoKind, Value
from app.ui.owner.saying import NOTHING, office, weekday
from app.values.errors import QT_TRANSLATE_NOOP
from app.values.money import Money
from app.values.rates import Rate

translate = QCoreApplication.translate
"""Takes the context and a literal text, as `lupdate` expects."""

TITLES = {
    FigureKey.TURNOVER: QT_TRANSLATE_NOOP("office", "Takings, refunds off"),
    FigureKey.SALES: QT_TRANSLATE_NOOP("office", "Number of sales"),
    FigureKey.BASKET: QT_TRANSLATE_NOOP("office", "Average basket"),
    FigureKey.MARGIN: QT_TRANSLATE_NOOP("office", "Margin without tax"),
    FigureKey.REFUNDS: QT_TRANSLATE_NOOP("office", "Refunded"),
    FigureKey.MEMBERS: QT_TRANSLATE_NOOP("office", "Members' share of takings"),
}
_TODOS = {
    TodoKind.DOUBTFUL_PAPER: QT_TRANSLATE_NOOP("office", "Papers in doubt: {count}. The till asks about them (F10)."),
    TodoKind.SET_UP: QT_TRANSLATE_NOOP("office", "Steps of the set-up not done: {count}"),
    TodoKind.KEY_PAPER: QT_TRANSLATE_NOOP("office", "The key of the backups was never printed."),
    TodoKind.NO_PRICE: QT_TRANSLATE_NOOP("office", "Goods without a price: {count}"),
    TodoKind.OUT: QT_TRANSLATE_NOOP("office", "Out of stock: {count}"),
    TodoKind.LOW: QT_TRANSLATE_NOOP("office", "Low on stock: {count}"),
    TodoKind.EXPIRING: QT_TRANSLATE_NOOP("office", "Lots expired or expiring in 14 days: {count}"),
}


def value_words(value: Value, words: Words) -> str:
    """A figure with its sign."""
    match value:
        case Money():
            return words.money(value)
        case Rate():
            return words.rate(value)
        case None:
            return NOTHING
        case _:
            return words.count(value)


def change_words(rate: Rate, words: Words) -> str:
    """`+12.5%`."""
    return f"+{words.rate(rate)}" if rate.bp > 0 else words.rate(rate)


def figure_lines(figure: Figure, summary: DaySummary, words: Words) -> list[str]:
    """What is said below a figure: what belongs to it, then what it was."""
    return [line for line in (_beside(figure, words), *_compared(figure, summary, words)) if line]


def _beside(figure: Figure, words: Words) -> str:
    said = value_words(figure.beside, words)
    match figure.key:
        case FigureKey.TURNOVER:
            return translate("office", "{amount} came in").format(amount=said) if figure.beside != figure.value else ""
        case FigureKey.MARGIN if figure.known is not None:
            known = value_words(figure.known, words)
            return translate("office", "{rate}, cost known: {known}").format(rate=said, known=known)
        case FigureKey.REFUNDS:
            return translate("office", "Refunds: {count}").format(count=said)
        case FigureKey.MEMBERS:
            return translate("office", "Sales to members: {count}").format(count=said)
        case _:
            return ""


def _compared(figure: Figure, summary: DaySummary, words: Words) -> list[str]:
    lines = []
    if figure.last_week is not None:
        text = translate("office", "{day} before: {value}")
        lines.append(text.format(day=weekday(summary.business_date), value=value_words(figure.last_week, words)))
    else:
        lines.append(translate("office", "No sales a week before"))
    if figure.mean is not None and summary.mean is not None:
        text = translate("office", "Mean of {count}: {value}")
        lines.append(text.format(count=summary.mean.days, value=value_words(figure.mean, words)))
    return lines


def day_words(summary: DaySummary, words: Words) -> str:
    """Which day, up to when, beside which."""
    day = f"{weekday(summary.business_date)} {words.date(summary.business_date)}"
    before = words.date(summary.business_date - timedelta(days=7))
    if summary.until is None:
        return translate("office", "{day}, beside {before}").format(day=day, before=before)
    text = translate("office", "{day}, until {time}, beside {before} until the same time")
    return text.format(day=day, time=words.time(summary.until), before=before)


def todo_words(todo: Todo, words: Words) -> str:
    """What waits, in one sentence."""
    if todo.kind is not TodoKind.BACKUP:
        return office(_TODOS[todo.kind]).format(count=words.count(todo.count))
    if todo.at is None:
        return translate("office", "There is no good backup of this till yet.")
    if todo.is_well:
        return translate("office", "Last good backup: {time}").format(time=words.moment(todo.at))
    return translate("office", "The last good backup is too old: {time}").format(time=words.moment(todo.at))
