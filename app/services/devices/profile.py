"""What a printer can do, as the shop set it after looking at the test page.

No list of models: the same name is sold with different insides, so every property is data that the shop can
change.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

FONT_A_DOTS = 12
"""Dots across one half-width column at 203 dpi."""

LEAST_COLUMNS, MOST_COLUMNS = 24, 64


class TextMode(StrEnum):
    """How words reach the paper.

    `gb18030`: the printer's own Chinese font, small and fast; right for most printers sold in China.
    `raster`: drawn by us and sent as a picture; right everywhere, slow on a serial line.
    """

    GB18030 = "gb18030"
    RASTER = "raster"


class CutMode(StrEnum):
    """What happens to the paper behind the last line; small printers have no knife and only feed."""

    FULL = "full"
    PART = "part"
    NONE = "none"


class Speech(StrEnum):
    """The language in which a printer takes jobs and answers how it is."""

    ESCPOS = "escpos"
    TSPL = "tspl"


@dataclass(frozen=True, slots=True)
class PrinterProfile:
    """One printer's properties.

    Attributes:
        columns: Half-width characters on a line: 32 on 58 mm paper, 48 on 80 mm.
        dots: Printable dots across: 384 on 58 mm paper, 576 on 80 mm.
        text_mode: The printer's own font, or pictures.
        cut: What to do behind the last line.
        drawer_pin: 2 or 5, where the drawer's cable listens.
        answers_status: Whether it answers DLE EOT (TSPL: ESC ! ?); if so it is asked before every job.
        marker: Whether it answers GS r in its turn; if so a job is known to have come to its end.
        native_barcode: Whether it draws Code 128 itself.
        native_qr: Whether it draws QR codes itself.
        font_path: Font for pictures; None is the one that ships with the program.
        speaks: ESC/POS for receipts, TSPL for labels.
    """

    columns: int = 48
    dots: int = 576
    text_mode: TextMode = TextMode.RASTER
    cut: CutMode = CutMode.FULL
    drawer_pin: int = 2
    answers_status: bool = False
    marker: bool = False
    native_barcode: bool = False
    native_qr: bool = False
    font_path: Path | None = None
    speaks: Speech = Speech.ESCPOS

    def __post_init__(self) -> None:
        if not LEAST_COLUMNS <= self.columns <= MOST_COLUMNS:
            raise ValueError(f"columns must be {LEAST_COLUMNS} to {MOST_COLUMNS}, got {self.columns}")
        if self.dots % 8 or self.dots < self.columns * 8:
            raise ValueError(f"dots must be a multiple of 8 and hold {self.columns} columns, got {self.dots}")
        if self.drawer_pin not in (2, 5):
            raise ValueError(f"the drawer listens on pin 2 or 5, got {self.drawer_pin}")


CHINESE_80 = PrinterProfile(text_mode=TextMode.GB18030, native_barcode=True)
CHINESE_58 = PrinterProfile(columns=32, dots=384, text_mode=TextMode.GB18030, cut=CutMode.NONE)
RASTER_80 = PrinterProfile()
RASTER_58 = PrinterProfile(columns=32, dots=384, cut=CutMode.NONE)

PRESETS = {
    "chinese-80": CHINESE_80,
    "chinese-58": CHINESE_58,
    "raster-80": RASTER_80,
    "raster-58": RASTER_58,
}
"""Where a shop begins; `raster` for unknown and international printers, `chinese` for those sold in China."""
