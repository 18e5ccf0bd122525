"""What an import has to say about a row: a sentence with its place, and how bad it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from app.values.errors import ShukeError


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
