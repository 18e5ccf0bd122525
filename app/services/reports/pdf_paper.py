"""A till's paper (receipt, X, Z) on an A4 page: the same lines as on the roll, as text that can be searched."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from app.services.receipts.parts import Align, Barcode, Qr, Receipt, Size, Text
from app.services.receipts.typeset import Line, lay_out
from app.services.reports.files import whole_file
from app.services.reports.pdf import MM, Sheet, text_width
from app.services.reports.pdf_table import PdfWords

PAPER = 100 * MM
LETTER = 9.5
LINE = 14.0
_TENTHS = 10


@dataclass(frozen=True, slots=True)
class PointRuler:
    """The bundled font on a strip of the page; one unit is a tenth of a point."""

    total: int = int(PAPER * _TENTHS)
    column: int = int(LETTER * _TENTHS / 2)

    def width(self, text: str, size: Size, *, bold: bool) -> int:
        """Tenths of a point, rounded up."""
        return int(text_width(text, LETTER * size.scale, bold=bold) * _TENTHS + 0.999)


def write_paper_pdf(paper: Receipt, path: Path, *, words: PdfWords | None = None) -> int:
    """Draw the paper in the middle of as many pages as it needs; return how many.

    Raises:
        FileNotWritten
    """
    said, ruler = words or PdfWords(), PointRuler()
    with whole_file(path) as beside:
        sheet = Sheet(beside, title=paper.meta.number, foot=said.foot, page_words=said.pages)
        left = (sheet.width - PAPER) / 2
        for part in paper.parts:
            # Bars are for a scanner at the till; on this page their number is enough.
            readable = Text(part.data, Align.CENTER) if isinstance(part, Barcode | Qr) else part
            for line in lay_out(readable, ruler):
                _draw(sheet, line, left)
        return sheet.save()


def _draw(sheet: Sheet, line: Line, left: float) -> None:
    height = LINE * line.size.scale
    if not sheet.fits(height):
        sheet.new_page()
    sheet.top -= height
    if line.rule:
        heavy = line.rule == "="
        sheet.line(left, left + PAPER, sheet.top + LINE / 2 - 2, thick=1.2 if heavy else 0.5, dashed=not heavy)
    for span in line.spans:
        y = sheet.top + 3 * line.size.scale
        sheet.text(left + span.at / _TENTHS, y, span.text, LETTER * line.size.scale, bold=line.bold)
