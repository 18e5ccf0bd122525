"""Which column is what: where in a file the table is, and what its headers mean by their names."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.services.exchange.fields import ALIASES, BEGINNINGS, AnyField, Field, ImportKind
from app.services.exchange.tables import Sheet, TableRow
from app.values.errors import QT_TRANSLATE_NOOP, UserError
from app.values.text import fold_for_search

MOST_TITLE_ROWS = 20
LONGEST_HEADER = 60


class HeaderMissing(UserError):
    """No row of the file names its columns."""

    text = QT_TRANSLATE_NOOP(
        "errors",
        "“{file}” has no row with column names that Shuke knows. It needs at least one called 品名 or Name.",
    )


_KNOWN: Mapping[ImportKind, Mapping[str, AnyField]] = {
    kind: {alias: field for field, names in aliases.items() for alias in names} for kind, aliases in ALIASES.items()
}
_IN_BRACKETS = re.compile(r"[(\[{<【《〔][^)\]}>】》〕]*[)\]}>】》〕]")
_NOT_WORD = re.compile(r"[^\w%/]+|_")


@dataclass(frozen=True, slots=True)
class Columns:
    """Where in a sheet the table is, and what stands in which column.

    Attributes:
        header: The row that names the columns.
        places: Column numbers from 0 by field.
        unused: Headers that nothing is done with.
        guessed: Fields whose column was only guessed.
    """

    header: TableRow
    places: Mapping[AnyField, int]
    unused: tuple[str, ...]
    guessed: frozenset[AnyField] = frozenset()

    def title(self, field: AnyField) -> str:
        """The header of a field as it is written in the file."""
        place = self.places.get(field)
        return self.header.cells[place] if place is not None and place < len(self.header.cells) else ""

    def cell(self, row: TableRow, field: AnyField) -> str:
        """A cell's text; empty where the file has no such column or the row is shorter."""
        place = self.places.get(field)
        return row.cells[place] if place is not None and place < len(row.cells) else ""


def plain_header(header: str) -> str:
    """A header without width, case, spaces, signs and remarks in brackets such as (必填), (元), [Store]."""
    folded = fold_for_search(header).strip("*'\"\ufeff")
    return _NOT_WORD.sub("", _IN_BRACKETS.sub("", folded))


def field_of(header: str, kind: ImportKind = ImportKind.PRODUCTS) -> AnyField | None:
    """What a column of this name holds."""
    plain = plain_header(header)
    if plain in _KNOWN[kind]:
        return _KNOWN[kind][plain]
    return next((field for beginning, field in BEGINNINGS[kind].items() if plain.startswith(beginning)), None)


def find_columns(sheets: Sequence[Sheet], *, file: str) -> tuple[Sheet, Columns]:
    """The sheet and the row that name most columns of goods; title lines above the header are passed over.

    Raises:
        HeaderMissing: no row names a column with the goods' names.
    """
    sheet, row = find_header(sheets, ImportKind.PRODUCTS)
    columns = columns_of(row, ImportKind.PRODUCTS)
    if Field.NAME not in columns.places:
        raise HeaderMissing(file=file)
    return sheet, columns


def find_header(sheets: Sequence[Sheet], kind: ImportKind) -> tuple[Sheet, TableRow]:
    """The sheet and the row that name most columns; the first row of the longest sheet where no row names any."""
    best: tuple[int, Sheet, TableRow] | None = None
    for sheet in sheets:
        for row in sheet.rows[:MOST_TITLE_ROWS]:
            known = _worth(row, kind)
            if known and (best is None or known > best[0]):
                best = known, sheet, row
    if best is not None:
        return best[1], best[2]
    longest = max(sheets, key=lambda sheet: len(sheet.rows))
    return longest, longest.rows[0]


def columns_of(row: TableRow, kind: ImportKind) -> Columns:
    """What a row would mean as a header; of two columns for one field the first counts."""
    places: dict[AnyField, int] = {}
    unused: list[str] = []
    for place, cell in enumerate(row.cells):
        field = field_of(cell, kind) if len(cell) <= LONGEST_HEADER else None
        if field is None or field in places:
            unused.append(cell)
        else:
            places[field] = place
    return Columns(row, places, tuple(header for header in unused if header))


def _worth(row: TableRow, kind: ImportKind) -> int:
    """How many columns a row names; one that names the goods or people themselves comes before any that does not."""
    places = columns_of(row, kind).places
    return len(places) + (1_000 if _NAMING[kind] & places.keys() else 0)


_NAMING: Mapping[ImportKind, frozenset[str]] = {
    ImportKind.PRODUCTS: frozenset({"name"}),
    ImportKind.MEMBERS: frozenset({"phone", "card"}),
    ImportKind.SUPPLIERS: frozenset({"name"}),
}
