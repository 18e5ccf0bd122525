"""Sheets of labels as PDF, for any laser printer: letters as letters of the embedded font, bars as exact strips.

Everything is laid out on 600 dots an inch: a module of the bars is then a whole number of a laser printer's dots.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from functools import lru_cache

from reportlab.lib.colors import black
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from app.services.labels.layout import BOLD, REGULAR, Mark, Setting, Strip, lay_out_label
from app.services.labels.sheets import A4_HEIGHT_UM, A4_WIDTH_UM, SheetLayout
from app.services.labels.values import YUAN, Label, Language, MoneyStyle

DOTS_PER_INCH = 600
_POINTS_PER_INCH = 72
_UM_PER_INCH = 25_400
_REGULAR_NAME, _BOLD_NAME = "ShukeLabel", "ShukeLabelBold"
_CUT_MARK_UM = 2_000


def render_sheets(
    labels: Iterable[Label],
    sheet: SheetLayout,
    *,
    start_at: int = 1,
    money: MoneyStyle = YUAN,
    language: Language = "zh",
    cut_marks: bool = False,
) -> bytes:
    """The labels on as many A4 sheets as they need, the first one at place `start_at` of a sheet begun before.

    Raises:
        LabelTooSmall, CodeNotPrintable
        ValueError: no such place on the sheet.
    """
    if not 1 <= start_at <= sheet.count:
        raise ValueError(f"a sheet has places 1 to {sheet.count}, got {start_at}")
    _register_fonts()
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(_points(A4_WIDTH_UM), _points(A4_HEIGHT_UM)), pageCompression=1)
    canvas.setTitle("Shuke")
    setting = Setting(sheet.size, DOTS_PER_INCH, money, language)
    place = start_at - 1
    for label in labels:
        if place == sheet.count:
            canvas.showPage()
            place = 0
        _draw_label(canvas, lay_out_label(label, setting), sheet.place(place))
        if cut_marks:
            _draw_cut_marks(canvas, sheet, place)
        place += 1
    canvas.showPage()
    canvas.save()
    return file.getvalue()


@lru_cache(maxsize=1)
def _register_fonts() -> None:
    pdfmetrics.registerFont(TTFont(_REGULAR_NAME, str(REGULAR)))
    pdfmetrics.registerFont(TTFont(_BOLD_NAME, str(BOLD)))


def _draw_label(canvas: Canvas, marks: tuple[Mark, ...], place_um: tuple[int, int]) -> None:
    """One label; PDF counts from the bottom of the page."""
    left, top = _points(place_um[0]), _points(A4_HEIGHT_UM - place_um[1])
    canvas.setFillColor(black)
    for mark in marks:
        if isinstance(mark, Strip):
            _draw_bars(canvas, mark, left, top)
        else:
            canvas.setFont(_BOLD_NAME if mark.bold else _REGULAR_NAME, _of_dots(mark.size))
            canvas.drawString(left + _of_dots(mark.left), top - _of_dots(mark.baseline), mark.text)


def _draw_bars(canvas: Canvas, strip: Strip, left: float, top: float) -> None:
    """Dark neighbours as one strip, so that no hair of light stands between them."""
    bottom, height = top - _of_dots(strip.top + strip.height), _of_dots(strip.height)
    at = 0
    for run in strip.bars.modules.replace("10", "1 0").replace("01", "0 1").split():
        if run.startswith("1"):
            across = _of_dots(len(run) * strip.module)
            canvas.rect(left + _of_dots(strip.left + at * strip.module), bottom, across, height, stroke=0, fill=1)
        at += len(run)


def _draw_cut_marks(canvas: Canvas, sheet: SheetLayout, place: int) -> None:
    """Short hairlines at the four corners, for plain paper that is cut by hand."""
    left, top = sheet.place(place)
    canvas.setLineWidth(0.25)
    for x in (left, left + sheet.size.width_um):
        for y in (top, top + sheet.size.height_um):
            middle_x, middle_y = _points(x), _points(A4_HEIGHT_UM - y)
            half = _points(_CUT_MARK_UM // 2)
            canvas.line(middle_x - half, middle_y, middle_x + half, middle_y)
            canvas.line(middle_x, middle_y - half, middle_x, middle_y + half)


def _points(length_um: int) -> float:
    return length_um * _POINTS_PER_INCH / _UM_PER_INCH


def _of_dots(count: int) -> float:
    return count * _POINTS_PER_INCH / DOTS_PER_INCH
