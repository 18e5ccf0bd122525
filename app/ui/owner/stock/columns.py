"""Columns of the tables in this room."""

from __future__ import annotations

from typing import Any

from app.services.catalogue.search import FoundItem
from app.services.inventory.count import Difference
from app.services.inventory.values import DocumentKind, PostedStockLine
from app.services.inventory.working import WorkingLine
from app.ui.kit.rows_model import Column
from app.ui.kit.words import Words
from app.values.errors import QT_TRANSLATE_NOOP
from app.values.money import Money
from app.values.quantity import Quantity

ARTICLES = QT_TRANSLATE_NOOP("columns", "Articles")
ARTICLE = QT_TRANSLATE_NOOP("columns", "Article")
QUANTITY = QT_TRANSLATE_NOOP("columns", "Quantity")
AMOUNT = QT_TRANSLATE_NOOP("columns", "Amount")
COST = QT_TRANSLATE_NOOP("columns", "Cost")
EXPECTED = QT_TRANSLATE_NOOP("columns", "Expected")
COUNTED = QT_TRANSLATE_NOOP("columns", "Found")
DIFFERENCE = QT_TRANSLATE_NOOP("columns", "Difference")
VALUE = QT_TRANSLATE_NOOP("columns", "Value")
KEEPS_UNTIL = QT_TRANSLATE_NOOP("columns", "Keeps until")
LOT = QT_TRANSLATE_NOOP("columns", "Lot")
UNIT = QT_TRANSLATE_NOOP("columns", "Unit")
SUPPLIER = QT_TRANSLATE_NOOP("columns", "Supplier")
ON_HAND = QT_TRANSLATE_NOOP("columns", "On hand")
CODE = QT_TRANSLATE_NOOP("columns", "Code")
PRICE = QT_TRANSLATE_NOOP("columns", "Sale price")

NOTHING = "–"


def named(row: Any) -> str:
    """An article with its size."""
    return f"{row.name} {row.spec}".strip()


def signed(words: Words, quantity: Quantity) -> str:
    """A quantity that says plus, too."""
    text = words.quantity(quantity)
    return f"+{text}" if quantity.milli > 0 else text


def money(words: Words, amount: Money | None) -> str:
    """An amount, or a dash where nobody knows."""
    return words.money(amount) if amount is not None else NOTHING


def line_columns(words: Words, kind: DocumentKind) -> tuple[Column[WorkingLine], ...]:
    """Of a document being made."""
    article: Column[WorkingLine] = Column("article", ARTICLE, named, bold=True)
    if kind is DocumentKind.COUNT:
        return (
            article,
            Column("expected", EXPECTED, lambda line: words.quantity(line.expected or Quantity(0)), True, 110),
            Column("counted", COUNTED, lambda line: words.quantity(line.own_units), True, 110, figure=True),
            Column(
                "difference",
                DIFFERENCE,
                lambda line: signed(words, line.difference) if line.difference else NOTHING,
                True,
                120,
                tone=lambda line: "problem" if line.difference.milli < 0 else "good" if line.difference else "muted",
            ),
        )
    quantity: Column[WorkingLine] = Column(
        "quantity", QUANTITY, lambda line: words.quantity(line.quantity, line.by_weight), True, 120, figure=True
    )
    unit: Column[WorkingLine] = Column("unit", UNIT, lambda line: line.unit_name, width=70, small=True)
    if kind in (DocumentKind.WASTE, DocumentKind.CORRECTION):
        return (article, unit, quantity)
    return (
        article,
        unit,
        quantity,
        Column("amount", AMOUNT, lambda line: money(words, line.amount), True, 130),
        Column(
            "expires",
            KEEPS_UNTIL,
            lambda line: words.date(line.expires_on) if line.expires_on else NOTHING,
            width=130,
            small=True,
        ),
    )


def found_columns(words: Words) -> tuple[Column[FoundItem], ...]:
    """Of articles to choose from."""
    return (
        Column("article", ARTICLE, named, bold=True),
        Column("unit", UNIT, lambda item: item.unit_name, width=80, small=True),
        Column("code", CODE, lambda item: item.code, width=170, small=True),
        Column(
            "price",
            PRICE,
            lambda item: words.price(item.price, item.by_weight) if item.price is not None else NOTHING,
            True,
            130,
        ),
    )


def posted_columns(words: Words) -> tuple[Column[PostedStockLine], ...]:
    """Of a booked document."""
    return (
        Column("article", ARTICLE, named, bold=True),
        Column("quantity", QUANTITY, lambda line: signed(words, line.quantity), True, 120),
        Column("amount", AMOUNT, lambda line: money(words, line.amount), True, 140),
        Column("cost", COST, lambda line: money(words, line.cost_after), True, 120, small=True),
        Column(
            "expires",
            KEEPS_UNTIL,
            lambda line: words.date(line.expires_on) if line.expires_on else NOTHING,
            width=130,
            small=True,
        ),
    )


def difference_columns(words: Words) -> tuple[Column[Difference], ...]:
    """Of a count."""
    return (
        Column("article", ARTICLE, named, bold=True),
        Column("expected", EXPECTED, lambda it: words.quantity(it.expected), True, 110),
        Column("counted", COUNTED, lambda it: words.quantity(it.counted), True, 110),
        Column(
            "difference",
            DIFFERENCE,
            lambda it: signed(words, it.difference),
            True,
            120,
            tone=lambda it: "problem" if it.difference.milli < 0 else "good",
        ),
        Column("value", VALUE, lambda it: money(words, it.value), True, 140),
    )
