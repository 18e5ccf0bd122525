"""Any table as a file; the end of its name says which kind."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from app.services.reports.csv_file import write_csv
from app.services.reports.pdf_table import PdfWords, write_pdf
from app.services.reports.table import Table, Tell
from app.services.reports.workbook import write_xlsx
from app.values.errors import QT_TRANSLATE_NOOP, UserError

Write = Callable[[Sequence[Table], Path, Tell | None], int]
CSV, XLSX, PDF = ".csv", ".xlsx", ".pdf"
ENDINGS = (CSV, XLSX, PDF)


class UnknownEnding(UserError):
    """A name that says no kind of file."""

    text = QT_TRANSLATE_NOOP("errors", "“{file}” must end in .csv, .xlsx or .pdf.")


def write_tables(
    tables: Sequence[Table], path: Path, tell: Tell | None = None, *, words: PdfWords | None = None
) -> None:
    """Write the tables to `path`, whole or not at all; `tell` hears the progress and stops it by raising.

    Raises:
        UnknownEnding: nothing was written.
        FileNotWritten: nothing was written.
    """
    match path.suffix.lower():
        case ".csv":
            write_csv(tables, path, tell)
        case ".xlsx":
            write_xlsx(tables, path, tell)
        case ".pdf":
            write_pdf(tables, path, tell, words=words)
        case _:
            raise UnknownEnding(file=path.name)


def check_ending(path: Path, allowed: Sequence[str] = ENDINGS) -> None:
    """Before any work is done for a file that could not be written.

    Raises:
        UnknownEnding
    """
    if path.suffix.lower() not in allowed:
        raise UnknownEnding(file=path.name)
