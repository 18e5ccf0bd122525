"""The rows that were left out, as a workbook: mend them there and import the workbook again."""

from __future__ import annotations

from pathlib import Path

from app.services.exchange.findings import Finding, Severity
from app.services.exchange.planned import Action, CurrentT, DraftT, ImportPlan
from app.services.exchange.tables import FileNotOpened
from app.values.text import safe_cell

REASON_HEADER = "Reason 原因"
MAX_WIDTH = 40


def write_failed_rows(plan: ImportPlan[DraftT, CurrentT], path: Path) -> int:
    """Write the rows that failed, as they stood in the file, with the reason in the last column; return how many.

    Raises:
        FileNotOpened: the workbook is open elsewhere, or its folder cannot be written.
    """
    import xlsxwriter
    from xlsxwriter.exceptions import FileCreateError

    failed = plan.of(Action.FAIL)
    workbook = xlsxwriter.Workbook(str(path), {"strings_to_formulas": False, "strings_to_urls": False})
    sheet = workbook.add_worksheet()
    bold = workbook.add_format({"bold": True})
    width = max((len(row.cells) for row in failed), default=0)
    header = (*plan.header, *[""] * (width - len(plan.header)), REASON_HEADER)
    for column, title in enumerate(header):
        sheet.write_string(0, column, safe_cell(title), bold)
        sheet.set_column(column, column, MAX_WIDTH if column == len(header) - 1 else 16)
    for line, row in enumerate(failed, start=1):
        for column, cell in enumerate(row.cells):
            sheet.write_string(line, column, safe_cell(cell))
        sheet.write_string(line, len(header) - 1, safe_cell(_reason(row.findings)))
    sheet.freeze_panes(1, 0)
    try:
        workbook.close()
    except FileCreateError:
        raise FileNotOpened(file=path.name) from None
    return len(failed)


def _reason(findings: tuple[Finding, ...]) -> str:
    """What kept a row out, with the column each time."""
    said = [
        f"{finding.column}: {finding.sentence}" if finding.column else finding.sentence
        for finding in findings
        if finding.severity is Severity.ERROR
    ]
    return " ".join(said)
