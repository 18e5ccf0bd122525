"""From a row of a file to what it says about a product. What is wrong is told, not guessed."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from app.services.catalogue.content import parse_content
from app.services.catalogue.drafts import (
    MAX_NOTE,
    MAX_SPEC,
    MAX_WORD,
    ProductDraft,
    check_codes,
    check_name,
    check_plu,
    check_price,
    check_shelf_life,
    check_tax_rate,
    check_text,
)
from app.services.exchange.cells import read_codes, read_days, read_price, read_tax_rate, read_yes_no
from app.services.exchange.fields import Field
from app.services.exchange.findings import Finding, Severity, finding_of
from app.services.exchange.headers import Columns
from app.services.exchange.tables import TableRow
from app.values.barcode import has_check_digit
from app.values.errors import QT_TRANSLATE_NOOP, UserError
from app.values.money import Money

WRONG_CHECK_DIGIT = QT_TRANSLATE_NOOP(
    "errors", "The check digit of the barcode {code} is wrong. It is imported as it is; compare it with the pack."
)
PER_JIN = QT_TRANSLATE_NOOP("errors", "Prices per 斤 (500 g) were doubled to prices per kilogram.")

_GTIN_LENGTHS = (8, 12, 13, 14)
_JIN = ("斤", "市斤", "500g", "500克")
_NO_VARIANT = ("default title", "regular", "default", "默认", "无")
Read = TypeVar("Read")


@dataclass(frozen=True, slots=True)
class ReadRow:
    """What a row says.

    Attributes:
        given: The draft's fields that the row says something about; empty cells say nothing.
    """

    row: TableRow
    given: Mapping[str, Any]
    findings: tuple[Finding, ...]

    @property
    def failed(self) -> bool:
        """Whether something about it keeps it out."""
        return any(finding.severity is Severity.ERROR for finding in self.findings)

    @property
    def draft(self) -> ProductDraft:
        """The row as a new product; only for a row that did not fail."""
        return ProductDraft(**self.given)


class RowReader:
    """Reads the rows of one table in their order; a row of variants takes its name from the one above."""

    def __init__(self, columns: Columns, exponent: int, *, joins_variant: bool = False) -> None:
        self._columns = columns
        self._exponent = exponent
        self._joins_variant = joins_variant
        self._last_handle = ""
        self._last_name = ""
        self._findings: list[Finding] = []

    def is_filler(self, row: TableRow) -> bool:
        """Whether a row only continues the article above, as Shopify's rows for further pictures do."""
        handle = self._columns.cell(row, Field.HANDLE)
        return bool(handle) and not any(
            self._columns.cell(row, field) for field in self._columns.places if field != Field.HANDLE
        )

    def read(self, row: TableRow) -> ReadRow:
        """What this row says, with everything that is wrong about it."""
        self._findings = []
        given = self._texts(row)
        given |= self._codes(row)
        given |= self._amounts(row)
        given |= self._properties(row)
        if self._is_priced_by_jin(given):
            given |= self._per_kilogram(row, given)
        return ReadRow(row, given, tuple(self._findings))

    def _texts(self, row: TableRow) -> dict[str, Any]:
        given: dict[str, Any] = {"name": self._take(row, Field.NAME, check_name, self._name(row)) or ""}
        limits = (
            ("spec", Field.SPEC, MAX_SPEC),
            ("brand", Field.BRAND, MAX_WORD),
            ("category", Field.CATEGORY, MAX_WORD),
            ("family", Field.FAMILY, MAX_WORD),
            ("supplier", Field.SUPPLIER, MAX_WORD),
            ("unit_name", Field.UNIT, MAX_WORD),
            ("note", Field.NOTE, MAX_NOTE),
        )
        for name, field, most in limits:
            text = self._columns.cell(row, field) or self._instead(row, field)
            given[name] = self._take(row, field, functools.partial(check_text, most=most), text)
        return _said(given) | {"name": given["name"]}

    def _name(self, row: TableRow) -> str:
        handle, name = self._columns.cell(row, Field.HANDLE), self._columns.cell(row, Field.NAME)
        if not name and handle and handle == self._last_handle:
            return self._last_name
        self._last_handle, self._last_name = handle, name
        if name and self._joins_variant and not self._is_size(variant := self._variant(row)):
            return f"{name} {variant}".rstrip()
        return name

    def _instead(self, row: TableRow, field: Field) -> str:
        """Where other tills keep a field that is empty here."""
        if field is Field.SPEC:
            variant = self._variant(row)
            return variant if not self._joins_variant or self._is_size(variant) else ""
        return self._columns.cell(row, Field.TYPE) if field is Field.CATEGORY else ""

    def _variant(self, row: TableRow) -> str:
        """Size, colour and such, as one text."""
        cells = (self._columns.cell(row, field) for field in (Field.VARIANT, Field.VARIANT2, Field.VARIANT3))
        return " / ".join(cell for cell in cells if cell and cell.casefold() not in _NO_VARIANT)

    @staticmethod
    def _is_size(variant: str) -> bool:
        return parse_content(variant) is not None

    def _codes(self, row: TableRow) -> dict[str, Any]:
        field = Field.CODE if self._columns.cell(row, Field.CODE) else Field.SKU
        codes = self._take(row, field, lambda cell: check_codes(read_codes(cell)))
        for code in codes or ():
            is_gtin = len(code) in _GTIN_LENGTHS and code.isascii() and code.isdigit()
            if field is Field.CODE and is_gtin and not has_check_digit(code):
                self._tell(row, field, Severity.WARNING, WRONG_CHECK_DIGIT, code=code)
        return _said({"codes": codes, "plu": self._take(row, Field.PLU, _read_plu)})

    def _amounts(self, row: TableRow) -> dict[str, Any]:
        fields = (("price", Field.PRICE), ("member_price", Field.MEMBER_PRICE), ("cost", Field.COST))
        return _said(
            {
                name: self._take(row, field, lambda cell: check_price(read_price(cell, self._exponent)))
                for name, field in fields
            }
        )

    def _properties(self, row: TableRow) -> dict[str, Any]:
        return _said(
            {
                "by_weight": self._take(row, Field.BY_WEIGHT, read_yes_no),
                "tax_rate": self._take(row, Field.TAX_RATE, lambda cell: check_tax_rate(read_tax_rate(cell))),
                "shelf_life_days": self._take(row, Field.SHELF_LIFE, lambda cell: check_shelf_life(read_days(cell))),
            }
        )

    @staticmethod
    def _is_priced_by_jin(given: Mapping[str, Any]) -> bool:
        return bool(given.get("by_weight")) and given.get("unit_name") in _JIN

    def _per_kilogram(self, row: TableRow, given: Mapping[str, Any]) -> dict[str, Any]:
        self._tell(row, Field.UNIT, Severity.WARNING, PER_JIN)
        amounts = {name: given[name] for name in ("price", "member_price", "cost") if name in given}
        return {"unit_name": "kg", **{name: Money(2 * amount.minor) for name, amount in amounts.items()}}

    def _take(self, row: TableRow, field: Field, read: Callable[[str], Read], text: str | None = None) -> Read | None:
        """A cell through its reader; what that refuses becomes a finding."""
        cell = self._columns.cell(row, field) if text is None else text
        if not cell and field is not Field.NAME:
            return None
        try:
            return read(cell)
        except UserError as problem:
            self._findings.append(finding_of(problem, row=row.number, column=self._columns.title(field)))
            return None

    def _tell(self, row: TableRow, field: Field, severity: Severity, text: str, **params: object) -> None:
        self._findings.append(Finding(row.number, self._columns.title(field), severity, text, params))


def _read_plu(cell: str) -> str:
    codes = read_codes(cell)
    return check_plu(" ".join(codes)) if len(codes) <= 1 else check_plu(cell)


def _said(given: Mapping[str, Any]) -> dict[str, Any]:
    """Without the fields that say nothing."""
    return {name: value for name, value in given.items() if value is not None and value != "" and value != ()}


def merged(current: ProductDraft, given: Mapping[str, Any]) -> ProductDraft:
    """The product as it would be: what the row says, the rest as it is; barcodes are only ever added."""
    codes = tuple(dict.fromkeys((*current.codes, *given.get("codes", ()))))
    return dataclasses.replace(current, **{**given, "codes": codes})
