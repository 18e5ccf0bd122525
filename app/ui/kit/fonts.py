"""The shipped Chinese font, loaded once; the same file that paper and PDF use."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Final

from PySide6.QtGui import QFont, QFontDatabase

FOLDER: Final = Path(__file__).resolve().parents[3] / "resources" / "fonts"
_FILES: Final = ("NotoSansSC-Regular.ttf", "NotoSansSC-Bold.ttf")
_FALLBACKS: Final = ("Noto Sans SC", "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "DejaVu Sans")


@lru_cache(maxsize=1)
def load_fonts() -> str:
    """Load the shipped font; returns its family, or nothing when the files are missing. Needs an application."""
    families: list[str] = []
    for name in _FILES:
        if (FOLDER / name).is_file():
            number = QFontDatabase.addApplicationFont(str(FOLDER / name))
            families += QFontDatabase.applicationFontFamilies(number) if number >= 0 else []
    return families[0] if families else ""


def app_font(size_px: int, *, bold: bool = False) -> QFont:
    """The shop's font at a size in pixels; a system font where the shipped one lacks a character."""
    own = load_fonts()
    font = QFont()
    font.setFamilies([own, *_FALLBACKS] if own else list(_FALLBACKS))
    font.setPixelSize(size_px)
    font.setBold(bold)
    return font
