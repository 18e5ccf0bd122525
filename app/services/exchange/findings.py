"""What an import has to say about a row: a sentence with its place, and how bad it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from app.services.exchange.headers import Columns
from app.values.errors import QT_TRANSLATE_NOOP, ShukeError

COLUMN_UNUSED = QT_TRANSLATE_NOOP("errors", "This column is not used.")
COLUMN_GUESSED = QT_TRANSLATE_NOOP(
    "errors", "What this column holds was guessed. Compare it with the table of columns before you import."
)


class Severity(StrEnum):
    """`error` leaves the row out, `warning` imports it, `info` tells what was ignored."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing about a row.

    Attributes:
        row: Its number in the file, counted from 1.
        column: The header as it is written in the file; empty when the whole row is meant.
        text: Marked English source text with `{name}` places (translation context `errors`).
        params: Values for these places.
    """

    row: int
    column: str
    severity: Severity
    text: str
    params: Mapping[str, object] = field(default_factory=dict)

    @property
    def sentence(self) -> str:
        """The English sentence."""
        return self.text.format_map(self.params)


def finding_of(problem: ShukeError, *, row: int, column: str = "") -> Finding:
    """What a service refused, as a finding of a row."""
    return Finding(row, column, Severity.ERROR, problem.text, problem.params)


def column_remarks(columns: Columns) -> Iterable[Finding]:
    """What there is to say about whole columns: which were guessed, and which are not used."""
    number = columns.header.number
    for guessed in sorted(columns.guessed, key=lambda one: columns.places[one]):
        yield Finding(number, columns.title(guessed), Severity.WARNING, COLUMN_GUESSED)
    for header in columns.unused:
        yield Finding(number, header, Severity.INFO, COLUMN_UNUSED)
