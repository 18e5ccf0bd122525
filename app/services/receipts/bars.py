"""Bars and QR codes as rows of dark and light modules."""

from __future__ import annotations

import importlib
from functools import lru_cache

from PIL import Image, ImageDraw

from app.services.receipts.parts import Barcode, Qr, Symbology

BAR_HEIGHT_DOTS = 72
MOST_RASTER_ROWS = 255
"""Rows of one raster block that also small printers hold; a code is never cut by a block's edge."""
_QUIET_MODULES = 10
_QR_QUIET_MODULES = 4
_MOST_BAR_WIDTH = 3
_MOST_QR_SCALE = 6


@lru_cache(maxsize=32)
def bar_modules(data: str, symbology: Symbology) -> str:
    """`1` for a dark module and `0` for a light one, start to stop, without the quiet zone."""
    code = importlib.import_module("barcode").get(symbology.value, data)
    modules: str = code.build()[0]
    return modules


def module_width(modules: int, dots: int) -> int:
    """Dots of one module, as wide as the paper lets it be; 0 when the code does not fit at all."""
    return min(dots // (modules + 2 * _QUIET_MODULES), _MOST_BAR_WIDTH)


def draw_bars(barcode: Barcode, dots: int) -> Image.Image:
    """The bars without text, centred on paper of so many dots.

    Raises:
        ValueError: the paper is too narrow for the code.
    """
    modules = bar_modules(barcode.data, barcode.symbology)
    width = module_width(len(modules), dots)
    if width == 0:
        raise ValueError(f"{barcode.data!r} does not fit {dots} dots")
    image = Image.new("L", (dots, BAR_HEIGHT_DOTS), 255)
    pen = ImageDraw.Draw(image)
    left = (dots - len(modules) * width) // 2
    for at, module in enumerate(modules):
        if module == "1":
            pen.rectangle((left + at * width, 0, left + (at + 1) * width - 1, BAR_HEIGHT_DOTS - 1), fill=0)
    return image


@lru_cache(maxsize=8)
def qr_modules(data: str) -> tuple[tuple[bool, ...], ...]:
    """The square of a QR code with error correction M, without the quiet zone."""
    library = importlib.import_module("qrcode")
    code = library.QRCode(error_correction=library.constants.ERROR_CORRECT_M, border=0)
    code.add_data(data.encode())
    code.make(fit=True)
    return tuple(tuple(bool(module) for module in row) for row in code.get_matrix())


def draw_qr(qr: Qr, dots: int) -> Image.Image:
    """The code with its quiet zone, centred.

    Raises:
        ValueError: the paper is too narrow for the code.
    """
    rows = qr_modules(qr.data)
    scale = min(min(dots, MOST_RASTER_ROWS) // (len(rows) + 2 * _QR_QUIET_MODULES), _MOST_QR_SCALE)
    if scale == 0:
        raise ValueError(f"a QR code of {len(rows)} modules does not fit {dots} dots")
    side = (len(rows) + 2 * _QR_QUIET_MODULES) * scale
    small = Image.new("L", (len(rows), len(rows)), 255)
    small.putdata([0 if module else 255 for row in rows for module in row])
    image = Image.new("L", (dots, side), 255)
    edge = _QR_QUIET_MODULES * scale
    image.paste(small.resize((len(rows) * scale,) * 2, Image.Resampling.NEAREST), ((dots - side) // 2 + edge, edge))
    return image
