"""What an import of goods would do, row by row, before anything is written."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from app.services.catalogue.codes import CodeOwner, PluTaken, owners_of_codes, owners_of_plus
from app.services.catalogue.current import CurrentProduct, current_products, products_named
from app.services.catalogue.drafts import ProductDraft
from app.services.catalogue.names import name_key
from app.services.catalogue.rows import words_in
from app.services.catalogue.terms import search_terms
from app.services.common.uow import Reader
from app.services.exchange.fields import Field, ImportKind
from app.services.exchange.findings import Finding, Severity, column_remarks, finding_of
from app.services.exchange.headers import Columns
from app.services.exchange.mapping import ColumnMapping, SourceTable, columns_by, propose_mapping, read_table
from app.services.exchange.planned import REPORT_EVERY, Action, ImportPlan, PlannedRow, Report, no_report
from app.services.exchange.rows import ReadRow, RowReader, merged
from app.services.exchange.tables import MAX_COLUMNS, MAX_ROWS, TableTooBig
from app.services.settings import declared
from app.services.settings.service import load_settings
from app.values.barcode import gtin_forms
from app.values.errors import QT_TRANSLATE_NOOP, UserError

STOCK_IGNORED = QT_TRANSLATE_NOOP(
    "errors", "Stock is not imported yet: the column is ignored. Count the shelves after the import."
)

ProductRow = PlannedRow[ProductDraft, CurrentProduct]
ProductPlan = ImportPlan[ProductDraft, CurrentProduct]


def plan_import(
    read: Reader,
    path: Path,
    *,
    mapping: ColumnMapping | None = None,
    report: Report = no_report,
) -> ProductPlan:
    """Read a file of goods and say what importing it would do; nothing is written.

    Raises:
        UserError: the file is no table of goods; the sentence says why.
    """
    return plan_products(read, read_table(path, ImportKind.PRODUCTS), mapping, report=report)


def plan_products(
    read: Reader, table: SourceTable, mapping: ColumnMapping | None = None, *, report: Report = no_report
) -> ProductPlan:
    """Say what importing a table of goods would do; without a mapping by the one that is proposed.

    Raises:
        UserError: it is no table of goods; the sentence says why.
    """
    mapping = mapping or propose_mapping(table, ImportKind.PRODUCTS)
    columns = columns_by(table, mapping)
    if len(table.rows) > MAX_ROWS:
        raise TableTooBig(file=table.file, rows=MAX_ROWS, columns=MAX_COLUMNS)
    exponent = load_settings(read).get(declared.CURRENCY_EXPONENT)
    reader = RowReader(columns, exponent, joins_variant=mapping.joins_variant)
    rows = [row for row in table.rows if not reader.is_filler(row)]
    read_rows: list[ReadRow] = []
    for done, row in enumerate(rows):
        if done % REPORT_EVERY == 0:
            report(done, 2 * len(rows))
        read_rows.append(reader.read(row))
    planned = tuple(_Planner(read, columns, read_rows).plan(report))
    remarks = tuple(_remarks(columns))
    return ImportPlan(table.file, table.digest, mapping, columns.header.cells, planned, remarks)


def _remarks(columns: Columns) -> Iterable[Finding]:
    if Field.STOCK in columns.places:
        yield Finding(columns.header.number, columns.title(Field.STOCK), Severity.INFO, STOCK_IGNORED)
    yield from column_remarks(columns)


class _Planner:
    """Matches rows with the catalogue and with each other."""

    def __init__(self, read: Reader, columns: Columns, rows: Sequence[ReadRow]) -> None:
        self._columns = columns
        self._rows = rows
        sound = [row.given for row in rows if not row.failed]
        self._by_code = owners_of_codes(read, (code for given in sound for code in given.get("codes", ())))
        self._by_plu = owners_of_plus(read, (given.get("plu", "") for given in sound))
        self._by_name = products_named(read, (given["name"] for given in sound if not self._is_coded(given)))
        owners = [owner.product_id for owner in (*self._by_code.values(), *self._by_plu.values())]
        named = [product_id for same in self._by_name.values() for product_id in same]
        self._current = current_products(read, (*owners, *named))
        self._seen: dict[tuple[str, object], int] = {}

    def plan(self, report: Report) -> Iterable[ProductRow]:
        """Every row with what becomes of it."""
        total = len(self._rows)
        for done, row in enumerate(self._rows):
            if done % REPORT_EVERY == 0:
                report(total + done, 2 * total)
            yield self._planned(row)
        report(2 * total, 2 * total)

    def _planned(self, row: ReadRow) -> ProductRow:
        if row.failed:
            return _failed(row)
        try:
            current = self._match(row.given)
            self._note_once(row, current)
        except UserError as problem:
            return _failed(row, finding_of(problem, row=row.row.number, column=self._column_of(problem)))
        if current is None:
            draft = row.draft
            return _sound(row, Action.ADD, draft, None, search_terms(words_in(draft)))
        draft = merged(current.draft, row.given)
        draft = dataclasses.replace(draft, codes=_without_other_spellings(current.draft.codes, draft.codes))
        same = _alike(draft, current.draft)
        return _sound(row, Action.UNCHANGED if same else Action.CHANGE, draft, current)

    def _match(self, given: Mapping[str, object]) -> CurrentProduct | None:
        """The product a row is about: by its barcodes, else its short number, else by name and size."""
        codes, plu = _codes_in(given), str(given.get("plu", ""))
        owner = self._owner_of_all(codes)
        if plu in self._by_plu:
            owner = self._match_plu(plu, owner, has_codes=bool(codes))
        if owner is not None:
            return self._current.get(owner.product_id)
        return None if self._is_coded(given) else self._match_name(given)

    def _owner_of_all(self, codes: tuple[str, ...]) -> CodeOwner | None:
        """The one product that has any of the codes."""
        owners = [self._by_code[code] for code in codes if code in self._by_code]
        for other in owners[1:]:
            if other.product_id != owners[0].product_id:
                raise CodesOfTwo(name=owners[0].name, other=other.name)
        for owner in owners:
            current = self._current.get(owner.product_id)
            if current is None or current.sale_unit_id != owner.sale_unit_id:
                raise CodeOfPack(name=owner.name)
        return owners[0] if owners else None

    def _match_plu(self, plu: str, owner: CodeOwner | None, *, has_codes: bool) -> CodeOwner:
        holder = self._by_plu[plu]
        known = self._current.get(holder.product_id)
        if owner is None and has_codes and known is not None and known.draft.codes:
            raise PluTaken(code=plu, name=holder.name)
        if owner is not None and owner.product_id != holder.product_id:
            raise PluTaken(code=plu, name=holder.name)
        return holder

    def _match_name(self, given: Mapping[str, object]) -> CurrentProduct | None:
        same = self._by_name.get((str(given["name"]), str(given.get("spec", ""))), [])
        if len(same) > 1:
            raise NameNotUnique(name=given["name"])
        return self._current.get(same[0]) if same else None

    def _note_once(self, row: ReadRow, current: CurrentProduct | None) -> None:
        """Remember what a row is about; a second row about the same is refused."""
        given, number = row.given, row.row.number
        keys: list[tuple[str, object]] = [("code", form) for code in _codes_in(given) for form in gtin_forms(code)]
        if given.get("plu"):
            keys.append(("plu", given["plu"]))
        for key in keys:
            if self._seen.get(key, number) != number:
                raise CodeTwice(code=key[1], other=self._seen[key])
        if current is not None:
            keys.append(("product", current.product_id))
        elif not self._is_coded(given):
            keys.append(("name", (name_key(given["name"]), name_key(given.get("spec", "")))))
        if keys[-1] in self._seen:
            raise SameProduct(other=self._seen[keys[-1]])
        self._seen.update(dict.fromkeys(keys, number))

    def _column_of(self, problem: UserError) -> str:
        if isinstance(problem, PluTaken):
            return self._columns.title(Field.PLU)
        coded = isinstance(problem, CodesOfTwo | CodeOfPack | CodeTwice)
        return self._columns.title(Field.CODE if coded else Field.NAME)

    @staticmethod
    def _is_coded(given: Mapping[str, object]) -> bool:
        return bool(given.get("codes") or given.get("plu"))


class CodeTwice(UserError):
    """Two rows of one file with one code."""

    text = QT_TRANSLATE_NOOP("errors", "{code} stands in row {other} already. This row is left out.")


class SameProduct(UserError):
    """Two rows of one file about one product."""

    text = QT_TRANSLATE_NOOP("errors", "Row {other} is the same product already. This row is left out.")


class NameNotUnique(UserError):
    """A row without a code whose name several products have."""

    text = QT_TRANSLATE_NOOP(
        "errors",
        "Several products are called “{name}”. Give the row a barcode to say which one is meant.",
    )


class CodesOfTwo(UserError):
    """A row whose codes belong to different products."""

    text = QT_TRANSLATE_NOOP("errors", "The barcodes of this row belong to different products: “{name}” and “{other}”.")


class CodeOfPack(UserError):
    """A file knows no packs, so its price cannot be told from the price of a piece."""

    text = QT_TRANSLATE_NOOP("errors", "This is the barcode of a pack of “{name}”. Packs are edited in the catalogue.")


def _codes_in(given: Mapping[str, object]) -> tuple[str, ...]:
    codes = given.get("codes", ())
    return codes if isinstance(codes, tuple) else ()


def _without_other_spellings(known: tuple[str, ...], codes: tuple[str, ...]) -> tuple[str, ...]:
    """The known codes and the really new ones: a UPC-A in the spelling of an EAN-13 is the same code."""
    forms = {form for code in known for form in gtin_forms(code)}
    return known + tuple(code for code in codes if code not in forms)


def _alike(draft: ProductDraft, current: ProductDraft) -> bool:
    """Whether a draft would change nothing; categories and such are compared as they are looked up."""
    names = ("category", "family", "supplier")
    if any(name_key(getattr(draft, name)) != name_key(getattr(current, name)) for name in names):
        return False
    blank = dict.fromkeys(names, "")
    return dataclasses.replace(draft, **blank) == dataclasses.replace(current, **blank)  # type: ignore[arg-type]


def _sound(
    row: ReadRow, action: Action, draft: ProductDraft, current: CurrentProduct | None, terms: str = ""
) -> ProductRow:
    return PlannedRow(row.row.number, row.row.cells, action, draft, current, row.findings, terms)


def _failed(row: ReadRow, *more: Finding) -> ProductRow:
    return PlannedRow(row.row.number, row.row.cells, Action.FAIL, None, None, (*row.findings, *more))
