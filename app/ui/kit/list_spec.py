"""How a list looks, as values."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Generic

from app.services.common.paging import UNSORTED, Sort
from app.ui.kit.rows_model import Column, Row


@dataclass(frozen=True, slots=True)
class Filter:
    """A chip above the list.

    Attributes:
        key: What the query's `filters` holds while it is pressed.
        label: Marked English source text (context `office`).
        group: Of one group at most one is pressed; "" stands for itself.
    """

    key: str
    label: str
    group: str = ""


@dataclass(frozen=True, slots=True)
class Emptiness:
    """What an empty list says; marked English source texts (context `office`)."""

    headline: str
    sentence: str = ""
    button: str = ""


@dataclass(frozen=True, slots=True)
class ListSpec(Generic[Row]):
    """How a list looks. All texts are marked English source texts of context `office`, column titles of `columns`.

    Attributes:
        key: Names a row, so that the selection survives a reload.
        sort: The order at first.
        sortable: Keys of the columns whose heading sorts; the service knows them by the same names.
        placeholder: Of the search field; "" for a list without one.
        new: Of the button that makes a new row; "" for none.
        can_export: Whether there is a button to export what is listed.
        wide_only: Columns that a narrow window does without.
    """

    columns: Sequence[Column[Row]]
    key: Callable[[Row], object]
    empty: Emptiness
    sort: Sort = UNSORTED
    sortable: frozenset[str] = frozenset()
    placeholder: str = ""
    filters: Sequence[Filter] = ()
    new: str = ""
    can_export: bool = False
    wide_only: frozenset[str] = frozenset()
    ground: Callable[[Row], str | None] | None = field(default=None, compare=False)
