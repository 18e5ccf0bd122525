"""What an import would do, row by row, for every kind of file alike."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from app.services.exchange.fields import ImportKind
from app.services.exchange.findings import Finding
from app.services.exchange.mapping import ColumnMapping

DraftT = TypeVar("DraftT")
CurrentT = TypeVar("CurrentT")

REPORT_EVERY = 500
Report = Callable[[int, int], None]
"""Told how many of how many steps are done; ends the import by raising."""


def no_report(done: int, total: int) -> None:
    """Nobody watches."""
    del done, total


class Action(StrEnum):
    """What becomes of a row."""

    ADD = "add"
    CHANGE = "change"
    UNCHANGED = "unchanged"
    FAIL = "fail"


@dataclass(frozen=True, slots=True)
class PlannedRow(Generic[DraftT, CurrentT]):
    """A row and what becomes of it.

    Attributes:
        draft: The record as it will be; None where the row failed.
        current: The record as it is, where there is one.
        terms: The words under which a new product will be found.
    """

    number: int
    cells: tuple[str, ...]
    action: Action
    draft: DraftT | None
    current: CurrentT | None
    findings: tuple[Finding, ...]
    terms: str = ""

    def sure_draft(self) -> DraftT:
        """The draft of a row that did not fail."""
        if self.draft is None:
            raise ValueError(f"row {self.number} failed and has no draft")
        return self.draft


@dataclass(frozen=True, slots=True)
class ImportPlan(Generic[DraftT, CurrentT]):
    """What an import would do.

    Attributes:
        digest: SHA-256 of the file.
        header: The cells of the header row.
        remarks: Findings about whole columns.
    """

    file: str
    digest: bytes
    mapping: ColumnMapping
    header: tuple[str, ...]
    rows: tuple[PlannedRow[DraftT, CurrentT], ...]
    remarks: tuple[Finding, ...]

    @property
    def kind(self) -> ImportKind:
        """What the rows are."""
        return self.mapping.kind

    def count(self, action: Action) -> int:
        """How many rows come to this."""
        return sum(row.action is action for row in self.rows)

    def of(self, action: Action) -> tuple[PlannedRow[DraftT, CurrentT], ...]:
        """The rows that come to this."""
        return tuple(row for row in self.rows if row.action is action)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Everything there is to say, in the order of the file."""
        return self.remarks + tuple(finding for row in self.rows for finding in row.findings)
