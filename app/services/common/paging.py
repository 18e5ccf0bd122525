"""Long lists, a piece at a time: sorted in SQL, each piece begins after the last row of the one before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from sqlalchemy import ColumnElement, Select, and_, or_

PAGE_ROWS = 200
Row = TypeVar("Row")
Cursor = tuple[Any, ...]
"""Values of the sort columns in the last row; given back as it was received."""


@dataclass(frozen=True, slots=True)
class Sort:
    """What a list is ordered by.

    Attributes:
        key: The service's own name of the order, as `name` or `price`.
    """

    key: str
    descending: bool = False

    def turned(self, key: str) -> Sort:
        """The order after the heading of `key` was pressed: that key rising, or turned round if it was it."""
        return Sort(key, not self.descending) if key == self.key else Sort(key)


UNSORTED = Sort("")


@dataclass(frozen=True, slots=True)
class RowsPage(Generic[Row]):
    """One piece of a list.

    Attributes:
        after: Where the next piece begins; None when this is the last.
        total: Rows in the whole list; only the first piece need know, None where nobody counted.
    """

    rows: tuple[Row, ...]
    after: Cursor | None = None
    total: int | None = None


def paged(
    statement: Select[Any],
    order: Sequence[ColumnElement[Any]],
    after: Cursor | None,
    limit: int,
    *,
    descending: bool = False,
) -> Select[Any]:
    """The statement ordered and cut to one piece, with one row more than `limit` to show whether another follows.

    Args:
        order: Expressions that are never NULL (`coalesce`), all in one direction; the last is unique, as the id.
        after: The values of these expressions in the last row that was seen; None for the first piece.
    """
    ordered = [expression.desc() if descending else expression.asc() for expression in order]
    if after is not None:
        statement = statement.where(_beyond(order, after, descending=descending))
    return statement.order_by(*ordered).limit(limit + 1)


def page_of(
    found: Sequence[Any], limit: int, rows: Sequence[Row], cursors: Sequence[Cursor], total: int | None = None
) -> RowsPage[Row]:
    """A piece from `limit` + 1 found rows: `rows` and `cursors` are made of them, one for each."""
    has_more = len(found) > limit
    return RowsPage(tuple(rows[:limit]), cursors[limit - 1] if has_more else None, total)


def _beyond(order: Sequence[ColumnElement[Any]], after: Cursor, *, descending: bool) -> ColumnElement[bool]:
    """(a, b) > (x, y), written out: a > x, or a = x and b > y. Understood by every database.

    That a >= x follows from it; said by itself it lets an index begin where the piece begins.
    """
    pairs = list(zip(order, after, strict=True))
    first, value = pairs[0]
    at_least = first <= value if descending else first >= value
    choices = []
    for at, (expression, value) in enumerate(pairs):
        same = [earlier == seen for earlier, seen in pairs[:at]]
        choices.append(and_(*same, expression < value if descending else expression > value))
    return and_(at_least, or_(*choices))
