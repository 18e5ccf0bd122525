"""A receipt drawn by us: rasters for printers without Chinese, and pictures that people can look at.

Letters are drawn with grey edges and cut to black and white at the end: that is what a thermal head can burn.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from app.services.devices.profile import FONT_A_DOTS, PrinterProfile
from app.services.receipts.bars import draw_bars, draw_qr
from app.services.receipts.parts import Align, Barcode, Cut, Part, Qr, Receipt, Size, Text
from app.services.receipts.typeset import Line, Ruler, lay_out

_FONTS = Path(__file__).resolve().parents[3] / "resources" / "fonts"
REGULAR = _FONTS / "NotoSansSC-Regular.ttf"
BOLD = _FONTS / "NotoSansSC-Bold.ttf"

_LETTER_DOTS = 23
_LINE_DOTS = 32
_BASELINE_DOTS = 24
_DARK_BELOW = 150
_MARGIN_DOTS = 24
_ABOVE_BARS_DOTS = 12
_DASH_DOTS = (6, 4)


@lru_cache(maxsize=16)
def _font(path: Path, dots: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(path), dots)


@dataclass(frozen=True, slots=True)
class DotRuler:
    """Our own font: one unit is one dot, letters as wide as they are.

    Attributes:
        total: Dots across the paper.
        regular: Font file; a bold twin ships with the default one only.
    """

    total: int
    regular: Path = REGULAR
    column: int = FONT_A_DOTS

    def font(self, size: Size, *, bold: bool) -> ImageFont.FreeTypeFont:
        """The font that a line is drawn with."""
        path = BOLD if bold and self.regular == REGULAR else self.regular
        return _font(path, _LETTER_DOTS * size.scale)

    def width(self, text: str, size: Size, *, bold: bool) -> int:
        return -int(-self.font(size, bold=bold).getlength(text) // 1)


def ruler_for(profile: PrinterProfile) -> DotRuler:
    """The ruler of a printer's paper."""
    return DotRuler(profile.dots, profile.font_path or REGULAR)


def draw_part(part: Part, ruler: DotRuler) -> Image.Image | None:
    """One part as a grey picture as wide as the paper; None for parts that leave no trace."""
    match part:
        case Barcode():
            above = Image.new("L", (ruler.total, _ABOVE_BARS_DOTS), 255)
            return _stacked([above, draw_bars(part, ruler.total), *_draw_lines(Text(part.data, Align.CENTER), ruler)])
        case Qr():
            return draw_qr(part, ruler.total)
        case _:
            images = list(_draw_lines(part, ruler))
            return _stacked(images) if images else None


def draw_parts(parts: Iterable[Part], ruler: DotRuler) -> Image.Image:
    """Several parts, one below the other, in black and white."""
    images = [image for part in parts if (image := draw_part(part, ruler)) is not None]
    return _stacked(images).point(_to_black_and_white, "1")


def draw_receipt(receipt: Receipt, profile: PrinterProfile) -> Image.Image:
    """The whole paper with a margin around it, as a person would see it."""
    paper = draw_parts((part for part in receipt.parts if not isinstance(part, Cut)), ruler_for(profile))
    sheet = Image.new("1", (paper.width + 2 * _MARGIN_DOTS, paper.height + 2 * _MARGIN_DOTS), 1)
    sheet.paste(paper, (_MARGIN_DOTS, _MARGIN_DOTS))
    return sheet


def render_png(receipt: Receipt, profile: PrinterProfile) -> bytes:
    """The whole paper as a PNG file."""
    file = io.BytesIO()
    draw_receipt(receipt, profile).save(file, "PNG")
    return file.getvalue()


def _to_black_and_white(grey: int) -> int:
    return 255 if grey >= _DARK_BELOW else 0


def _draw_lines(part: Part, ruler: DotRuler) -> Iterator[Image.Image]:
    measured: Ruler = ruler
    for line in lay_out(part, measured):
        yield _draw_line(line, ruler)


def _draw_line(line: Line, ruler: DotRuler) -> Image.Image:
    image = Image.new("L", (ruler.total, _LINE_DOTS * line.size.scale), 255)
    pen = ImageDraw.Draw(image)
    if line.rule:
        _draw_rule(pen, ruler.total, heavy=line.rule == "=")
    font = ruler.font(line.size, bold=line.bold)
    for span in line.spans:
        pen.text((span.at, _BASELINE_DOTS * line.size.scale), span.text, font=font, fill=0, anchor="ls")
    return image


def _draw_rule(pen: ImageDraw.ImageDraw, dots: int, *, heavy: bool) -> None:
    middle = _LINE_DOTS // 2
    if heavy:
        pen.rectangle((0, middle - 2, dots, middle), fill=0)
        return
    dash, gap = _DASH_DOTS
    for left in range(0, dots, dash + gap):
        pen.rectangle((left, middle, left + dash - 1, middle + 1), fill=0)


def _stacked(images: list[Image.Image]) -> Image.Image:
    sheet = Image.new("L", (images[0].width, sum(image.height for image in images)), 255)
    top = 0
    for image in images:
        sheet.paste(image, (0, top))
        top += image.height
    return sheet
