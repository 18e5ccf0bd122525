"""Which column fills which field: proposed from dialect, names and likeness, shown to the owner, and changed there."""

from __future__ import annotations

import difflib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from app.services.exchange.dialects import DIALECTS, OWN, Dialect, dialect_named, recognise
from app.services.exchange.fields import ALIASES, FIELDS, AnyField, Field, ImportKind, MemberField, SupplierField
from app.services.exchange.headers import (
    LONGEST_HEADER,
    Columns,
    HeaderMissing,
    columns_of,
    find_header,
    plain_header,
)
from app.services.exchange.tables import Sheet, TableRow, read_sheets
from app.values.barcode import has_check_digit
from app.values.errors import QT_TRANSLATE_NOOP, UserError
from app.values.ids import Id
from app.values.text import fold_width

LIKE_ENOUGH = 0.86
SHORTEST_LATIN, SHORTEST_HAN = 5, 2
SAMPLE_ROWS = 50
SHOWN_SAMPLES = 3
MOST_OF = 4, 5
"""So many of so many sampled cells must look like a code before their column is taken for one."""
_GTIN_LENGTHS = (8, 12, 13, 14)
_MOST_MAPPING_BYTES = 100_000


class MembersHeaderMissing(UserError):
    """Nobody could be found by such a file."""

    text = QT_TRANSLATE_NOOP(
        "errors",
        "“{file}” has no column for the phone or the card number of members. It needs one called 手机号 or Phone, or "
        "会员号 or Card number.",
    )


class SuppliersHeaderMissing(UserError):
    """A supplier needs a name."""

    text = QT_TRANSLATE_NOOP(
        "errors",
        "“{file}” has no column for the name of suppliers. It needs one called 供应商 or Supplier.",
    )


class BadMapping(UserError):
    """A file that should say which column is what, and does not."""

    text = QT_TRANSLATE_NOOP(
        "errors", "“{file}” does not say which column is what. It is written as {example}, with headers of the file."
    )


_NEEDED: Mapping[ImportKind, tuple[frozenset[AnyField], type[UserError]]] = {
    ImportKind.PRODUCTS: (frozenset({Field.NAME}), HeaderMissing),
    ImportKind.MEMBERS: (frozenset({MemberField.PHONE, MemberField.CARD}), MembersHeaderMissing),
    ImportKind.SUPPLIERS: (frozenset({SupplierField.NAME}), SuppliersHeaderMissing),
}


@dataclass(frozen=True, slots=True)
class SourceTable:
    """A file as it was read: one sheet, its header, the rows below.

    Attributes:
        file: Its name without its folder.
        digest: SHA-256 of its bytes.
    """

    file: str
    digest: bytes
    header: TableRow
    rows: tuple[TableRow, ...]

    def samples(self, place: int) -> tuple[str, ...]:
        """The first few different cells of a column that say anything."""
        cells = (row.cells[place] for row in self.rows[:SAMPLE_ROWS] if place < len(row.cells))
        return tuple(dict.fromkeys(cell for cell in cells if cell))[:SHOWN_SAMPLES]


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """Which column (from 0) fills which field.

    Attributes:
        dialect: Whose export it is; empty for a file of one's own.
        guessed: Fields whose column was only guessed.
    """

    kind: ImportKind
    dialect: str
    places: Mapping[AnyField, int]
    guessed: frozenset[AnyField] = frozenset()

    def with_column(self, place: int, field: AnyField | None) -> ColumnMapping:
        """The same with this column filling another field, or none; a field has one column."""
        kept = {known: at for known, at in self.places.items() if at != place and known != field}
        if field is not None:
            kept[field] = place
        return replace(self, places=kept, guessed=self.guessed & kept.keys() - ({field} if field else set()))

    def field_at(self, place: int) -> AnyField | None:
        """What a column fills."""
        return next((field for field, at in self.places.items() if at == place), None)

    @property
    def is_sufficient(self) -> bool:
        """Whether rows can be read by it at all."""
        return bool(_NEEDED[self.kind][0] & self.places.keys())

    @property
    def joins_variant(self) -> bool:
        """Whether a variant is written behind the name."""
        dialect = dialect_named(self.dialect, self.kind)
        return dialect is not None and dialect.joins_variant


def read_table(path: Path, kind: ImportKind) -> SourceTable:
    """Read a file and find its header.

    Raises:
        UserError: it is no table; the sentence says why.
    """
    import hashlib

    sheets = read_sheets(path)
    return _table(path, hashlib.sha256(path.read_bytes()).digest(), sheets, kind)


def read_table_of_any_kind(path: Path) -> tuple[ImportKind, SourceTable]:
    """Read a file and say what its rows most probably are."""
    import hashlib

    sheets, digest = read_sheets(path), hashlib.sha256(path.read_bytes()).digest()
    tables = {kind: _table(path, digest, sheets, kind) for kind in ImportKind}
    kind = max(tables, key=lambda one: _likelihood(tables[one], one))
    return kind, tables[kind]


def _table(path: Path, digest: bytes, sheets: Sequence[Sheet], kind: ImportKind) -> SourceTable:
    sheet, header = find_header(sheets, kind)
    return SourceTable(path.name, digest, header, tuple(row for row in sheet.rows if row.number > header.number))


def _likelihood(table: SourceTable, kind: ImportKind) -> tuple[bool, int]:
    mapping = propose_mapping(table, kind)
    known = len(mapping.places) - len(mapping.guessed)
    # A known program's export outweighs single names; names that only one kind of file has decide the rest.
    dialect = recognise(table.header.cells, kind)
    telling = sum(str(field) in _TELLING[kind] for field in mapping.places)
    return mapping.is_sufficient, known + 2 * telling + (100 if dialect else 0)


_TELLING: Mapping[ImportKind, frozenset[str]] = {
    ImportKind.PRODUCTS: frozenset({"code", "price", "cost", "spec", "plu", "sku"}),
    ImportKind.MEMBERS: frozenset({"points", "balance", "birthday", "card", "tier", "first_name", "last_name"}),
    ImportKind.SUPPLIERS: frozenset({"contact", "tax_number", "address"}),
}


def propose_mapping(table: SourceTable, kind: ImportKind) -> ColumnMapping:
    """What the columns most probably are: by whose export it is, by their names, and marked as guessed by likeness."""
    dialect = recognise(table.header.cells, kind)
    places = dict(columns_of(table.header, kind).places)
    if dialect is not None:
        places = _by_dialect(table.header, dialect, places)
    guessed = _guessed(table, kind, places, dialect)
    return ColumnMapping(kind, dialect.key if dialect else OWN, {**places, **guessed}, frozenset(guessed))


def _by_dialect(header: TableRow, dialect: Dialect, places: dict[AnyField, int]) -> dict[AnyField, int]:
    meant = {plain_header(cell): place for place, cell in reversed(list(enumerate(header.cells)))}
    silent = {meant[name] for name in dialect.means if name in meant}
    kept = {field: place for field, place in places.items() if place not in silent}
    said = {field: meant[name] for name, field in dialect.means.items() if field is not None and name in meant}
    return {**kept, **said}


def _guessed(
    table: SourceTable, kind: ImportKind, places: Mapping[AnyField, int], dialect: Dialect | None
) -> dict[AnyField, int]:
    """Columns whose name or content looks like a field that nothing fills yet."""
    taken = set(places.values())
    silent = dialect.means.keys() if dialect else frozenset()
    found: dict[AnyField, int] = {}
    for place, cell in enumerate(table.header.cells):
        plain = plain_header(cell)
        if place in taken or not plain or plain in silent or len(cell) > LONGEST_HEADER:
            continue
        field = _like(plain, kind) or _by_content(table, kind, place)
        if field is not None and field not in places and field not in found:
            found[field] = place
    return found


def _like(plain: str, kind: ImportKind) -> AnyField | None:
    best: tuple[float, AnyField] | None = None
    for field, names in ALIASES[kind].items():
        for name in names:
            score = _likeness(plain, name)
            if score >= LIKE_ENOUGH and (best is None or score > best[0]):
                best = score, field
    return best[1] if best else None


def _likeness(plain: str, name: str) -> float:
    if not name.isascii():
        is_tail = len(name) >= SHORTEST_HAN and plain.endswith(name) and not plain.startswith("是否")
        return 0.9 if is_tail else 0.0
    if len(name) < SHORTEST_LATIN or len(plain) < SHORTEST_LATIN or name[0] != plain[0]:
        return 0.0  # "Weight" is how heavy a parcel is, not whether goods are sold "by weight"
    return difflib.SequenceMatcher(None, plain, name).ratio()


def _by_content(table: SourceTable, kind: ImportKind, place: int) -> AnyField | None:
    cells = [row.cells[place] for row in table.rows[:SAMPLE_ROWS] if place < len(row.cells) and row.cells[place]]
    if len(cells) < SHOWN_SAMPLES:
        return None
    tests = {ImportKind.PRODUCTS: (Field.CODE, _is_gtin), ImportKind.MEMBERS: (MemberField.PHONE, _is_mobile)}
    if kind not in tests:
        return None
    field, looks_so = tests[kind]
    return field if sum(map(looks_so, cells)) * MOST_OF[1] >= len(cells) * MOST_OF[0] else None


def _is_gtin(cell: str) -> bool:
    code = fold_width(cell).lstrip("'")
    return len(code) in _GTIN_LENGTHS and code.isascii() and code.isdigit() and has_check_digit(code)


def _is_mobile(cell: str) -> bool:
    digits = fold_width(cell).lstrip("'").removeprefix("+86").replace(" ", "").replace("-", "")
    return len(digits) == 11 and digits.isascii() and digits.isdigit() and digits[0] == "1" and digits[1] in "3456789"


def columns_by(table: SourceTable, mapping: ColumnMapping) -> Columns:
    """The table's columns as the mapping says.

    Raises:
        HeaderMissing, MembersHeaderMissing, SuppliersHeaderMissing: the one field that is needed has no column.
    """
    if not mapping.is_sufficient:
        raise _NEEDED[mapping.kind][1](file=table.file)
    used = set(mapping.places.values())
    unused = tuple(cell for place, cell in enumerate(table.header.cells) if cell and place not in used)
    return Columns(table.header, mapping.places, unused, mapping.guessed)


def mapping_from_file(path: Path, table: SourceTable, kind: ImportKind) -> ColumnMapping:
    """A mapping that somebody wrote: JSON of field names and headers, as `{"name": "品名", "price": "Preis"}`.

    Fields that it does not name keep what was proposed; null leaves a field out.

    Raises:
        BadMapping: it is no such thing, or names a field or header that there is none of.
    """
    problem = BadMapping(file=path.name, example='{"name": "…", "price": "…"}')
    try:
        said = json.loads(path.read_bytes()[:_MOST_MAPPING_BYTES])
    except (OSError, ValueError):
        raise problem from None
    if not isinstance(said, dict):
        raise problem
    mapping = propose_mapping(table, kind)
    for name, header in said.items():
        if name not in {str(field) for field in FIELDS[kind]} or not (header is None or header in table.header.cells):
            raise problem
        field = FIELDS[kind](name)
        mapping = replace(mapping, places={known: at for known, at in mapping.places.items() if known != field})
        if header is not None:
            mapping = mapping.with_column(table.header.cells.index(header), field)
    return mapping


def program_name(dialect: str) -> str:
    """Whose export it is, as people know the program; empty for a file of one's own."""
    return next((known.name for known in DIALECTS if known.key == dialect), "")


def source_key(run_id: Id, row: int) -> str:
    """By what a ledger row names the row of the file that it came from."""
    return f"{run_id.hex()}:{row}"
