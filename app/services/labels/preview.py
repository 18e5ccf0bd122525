"""A picture of a sheet of labels, as the printer will put it on paper: to be looked at before paper is spent."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Final

from PIL import Image, ImageDraw

from app.services.labels.draw import draw_label
from app.services.labels.layout import Setting
from app.services.labels.pdf import DOTS_PER_INCH as DRAWN_DOTS
from app.services.labels.sheets import A4_HEIGHT_UM, A4_WIDTH_UM, SheetLayout
from app.services.labels.values import YUAN, Label, Language, MoneyStyle, dots

PREVIEW_DOTS: Final = 110
_EDGE, _FREE = 200, 245


def preview_sheet(
    labels: Sequence[Label],
    sheet: SheetLayout,
    *,
    start_at: int = 1,
    money: MoneyStyle = YUAN,
    language: Language = "zh",
) -> bytes:
    """The first sheet as a PNG file: labels laid out as in the PDF, places that stay free in grey.

    Raises:
        LabelTooSmall, CodeNotPrintable
        ValueError: no such place on the sheet.
    """
    if not 1 <= start_at <= sheet.count:
        raise ValueError(f"a sheet has places 1 to {sheet.count}, got {start_at}")
    page = Image.new("L", (dots(A4_WIDTH_UM, PREVIEW_DOTS), dots(A4_HEIGHT_UM, PREVIEW_DOTS)), 255)
    pen = ImageDraw.Draw(page)
    setting = Setting(sheet.size, DRAWN_DOTS, money, language)
    drawn: dict[Label, Image.Image] = {}
    for place in range(sheet.count):
        left, top, right, bottom = _room(sheet, place)
        at = place - start_at + 1
        if 0 <= at < len(labels):
            if (label := labels[at]) not in drawn:
                drawn[label] = _smaller(draw_label(label, setting), (right - left, bottom - top))
            page.paste(drawn[label], (left, top))
            pen.rectangle((left, top, right - 1, bottom - 1), outline=_EDGE)
        else:
            pen.rectangle((left, top, right - 1, bottom - 1), outline=_EDGE, fill=_FREE if at < 0 else 255)
    return _png(page)


def _smaller(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    """Shrunk with greys, so that small letters stay readable."""
    return image.convert("L").resize(size, Image.Resampling.BOX)


def _room(sheet: SheetLayout, place: int) -> tuple[int, int, int, int]:
    left, top = sheet.place(place)
    edges = left, top, left + sheet.size.width_um, top + sheet.size.height_um
    first, second, third, fourth = (dots(edge, PREVIEW_DOTS) for edge in edges)
    return first, second, third, fourth


def _png(image: Image.Image) -> bytes:
    file = io.BytesIO()
    image.save(file, "PNG")
    return file.getvalue()
