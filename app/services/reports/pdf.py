"""Pages on paper: the bundled font embedded as the letters used, page numbers, widths of text.

A page is drawn when its turn comes and then left alone, so that a list of 100,000 rows needs no more memory than its
pages. How many pages there are is drawn last, into a form that every page has already named.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from pathlib import Path
from typing import Any

from app.services.receipts.picture import BOLD, REGULAR

MM = 72 / 25.4
A4 = (210 * MM, 297 * MM)
MARGIN = 14 * MM
REGULAR_NAME, BOLD_NAME = "Shuke", "Shuke-Bold"
_PAGE_COUNT = "page_count"
_FOOT_SIZE = 8
_GREY = 0.45


class Sheet:
    """A PDF document being drawn, page by page.

    Attributes:
        width: Of a page, in points.
        top: Where the next thing may be drawn; `new_page` brings it back to the top.
    """

    def __init__(self, path: Path, *, title: str, foot: str, page_words: str, landscape: bool = False) -> None:
        """Begin; `page_words` holds `{page}` and `{pages}`."""
        from reportlab.pdfgen.canvas import Canvas

        load_fonts()
        self.width, self.height = (A4[1], A4[0]) if landscape else A4
        self._canvas: Any = Canvas(str(path), pagesize=(self.width, self.height), pageCompression=1, invariant=1)
        self._canvas.setTitle(title)
        self._canvas.setCreator("Shuke")
        self._foot, self._page_words = foot, page_words
        self.page = 0
        self.top = 0.0
        self._begin_page()

    @property
    def bottom(self) -> float:
        """Nothing is drawn below; the foot stands there."""
        return MARGIN + 6 * MM

    @property
    def left(self) -> float:
        """The left edge of what is drawn."""
        return MARGIN

    @property
    def room(self) -> float:
        """Points from edge to edge."""
        return self.width - 2 * MARGIN

    def fits(self, height: float) -> bool:
        """Whether so much still has place on this page."""
        return self.top - height >= self.bottom

    def text(self, x: float, y: float, text: str, size: float, *, bold: bool = False, grey: float = 0.0) -> None:
        """Draw words at their base line, from `x` on."""
        self._canvas.setFillGray(grey)
        self._canvas.setFont(BOLD_NAME if bold else REGULAR_NAME, size)
        self._canvas.drawString(x, y, text)

    def rule(self, y: float, *, thick: float = 0.5, grey: float = 0.0, dashed: bool = False) -> None:
        """A line across."""
        self.line(self.left, self.left + self.room, y, thick=thick, grey=grey, dashed=dashed)

    def line(self, x: float, end: float, y: float, *, thick: float, grey: float = 0.0, dashed: bool = False) -> None:
        """A level line."""
        self._canvas.setLineWidth(thick)
        self._canvas.setStrokeGray(grey)
        self._canvas.setDash([2, 2] if dashed else [])
        self._canvas.line(x, y, end, y)

    def shade(self, x: float, y: float, width: float, height: float, grey: float) -> None:
        """A filled box."""
        self._canvas.setFillGray(grey)
        self._canvas.rect(x, y, width, height, stroke=0, fill=1)

    def new_page(self) -> None:
        """Finish this page and begin the next one."""
        self._end_page()
        self._begin_page()

    def save(self) -> int:
        """Finish; how many pages there are."""
        self._end_page()
        self._canvas.beginForm(_PAGE_COUNT)
        self._canvas.setFillGray(_GREY)
        self._canvas.setFont(REGULAR_NAME, _FOOT_SIZE)
        self._canvas.drawString(0, 0, f"{self.page}{self._page_words.partition('{pages}')[2]}")
        self._canvas.endForm()
        self._canvas.save()
        return self.page

    def _begin_page(self) -> None:
        self.page += 1
        self.top = self.height - MARGIN

    def _end_page(self) -> None:
        y = MARGIN
        self.text(self.left, y, self._foot, _FOOT_SIZE, grey=_GREY)
        before, _, after = self._page_words.partition("{pages}")
        before = before.format(page=self.page)
        # Room for four digits: the number itself, and what follows it, is drawn at the end only.
        count_at = self.left + self.room - text_width("0000" + after, _FOOT_SIZE)
        self.text(count_at - text_width(before, _FOOT_SIZE), y, before, _FOOT_SIZE, grey=_GREY)
        self._canvas.saveState()
        self._canvas.translate(count_at, y)
        self._canvas.doForm(_PAGE_COUNT)
        self._canvas.restoreState()
        self._canvas.showPage()


@functools.cache
def load_fonts() -> None:
    """Make the bundled fonts known to reportlab, once."""
    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.pdfbase.ttfonts import TTFont

    registerFont(TTFont(REGULAR_NAME, str(REGULAR)))
    registerFont(TTFont(BOLD_NAME, str(BOLD)))


@functools.cache
def _letter_width(bold: bool) -> Callable[[str], int]:
    """Thousandths of the letter's size that one letter takes."""
    from reportlab.pdfbase.pdfmetrics import getFont

    load_fonts()
    font: Any = getFont(BOLD_NAME if bold else REGULAR_NAME)
    widths, usual = font.face.charWidths, font.face.defaultWidth

    def of_letter(letter: str) -> int:
        return int(widths.get(ord(letter), usual) + 0.5)

    return functools.lru_cache(20_000)(of_letter)


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Points that words take."""
    of_letter = _letter_width(bold)
    return sum(map(of_letter, text)) * size / 1000
