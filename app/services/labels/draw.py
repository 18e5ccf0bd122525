"""Labels as pictures: black and white dots, as a label printer burns them and as people can look at them."""

from __future__ import annotations

import io

from PIL import Image, ImageDraw

from app.services.labels.layout import Setting, Strip, font, lay_out_label
from app.services.labels.values import YUAN, Label, LabelStock, Language, MoneyStyle

_DARK_BELOW = 150


def draw_label(label: Label, setting: Setting) -> Image.Image:
    """One label in black and white, every dot of it.

    Raises:
        LabelTooSmall, CodeNotPrintable
    """
    image = Image.new("L", (setting.um(setting.size.width_um), setting.um(setting.size.height_um)), 255)
    pen = ImageDraw.Draw(image)
    for mark in lay_out_label(label, setting):
        if isinstance(mark, Strip):
            _draw_bars(pen, mark)
        else:
            letters = font(mark.size, mark.bold)
            pen.text((mark.left, mark.baseline), mark.text, font=letters, fill=0, anchor="ls")
    return image.point(_to_black_and_white, "1")


def render_label_png(label: Label, stock: LabelStock, *, money: MoneyStyle = YUAN, language: Language = "zh") -> bytes:
    """One label as a PNG file.

    Raises:
        LabelTooSmall, CodeNotPrintable
    """
    file = io.BytesIO()
    draw_label(label, Setting(stock.size, stock.dots_per_inch, money, language)).save(file, "PNG")
    return file.getvalue()


def _draw_bars(pen: ImageDraw.ImageDraw, strip: Strip) -> None:
    for at, module in enumerate(strip.bars.modules):
        if module == "1":
            left = strip.left + at * strip.module
            pen.rectangle((left, strip.top, left + strip.module - 1, strip.top + strip.height - 1), fill=0)


def _to_black_and_white(grey: int) -> int:
    return 255 if grey >= _DARK_BELOW else 0
