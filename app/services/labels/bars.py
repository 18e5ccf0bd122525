"""Bars for labels: EAN where the code is one, Code 128 for everything else."""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from functools import lru_cache

from app.services.labels.values import CodeNotPrintable
from app.values.barcode import has_check_digit

QUIET_MODULES = 11
"""Light room on both sides: what an EAN-13 wants on its left; scanners need no less of Code 128."""
_LEAST_MODULE_UM = 165
_MOST_MODULE_UM = 345


@dataclass(frozen=True, slots=True)
class Bars:
    """A code as light and dark modules.

    Attributes:
        modules: `1` dark, `0` light, without the quiet zones.
    """

    code: str
    kind: str
    modules: str

    @property
    def count(self) -> int:
        """Modules across, quiet zones and all."""
        return len(self.modules) + 2 * QUIET_MODULES

    def module_dots(self, room_dots: int, dots_per_inch: int) -> int:
        """Whole dots of one module, as wide as the room and good sense let it be; 0 where it would be too fine."""
        fitting = room_dots // self.count
        most = max(_MOST_MODULE_UM * dots_per_inch // 25_400, 1)
        width = min(fitting, most)
        return width if width * 25_400 >= _LEAST_MODULE_UM * dots_per_inch else 0


@lru_cache(maxsize=256)
def bars_of(code: str) -> Bars:
    """The bars of a code.

    Raises:
        CodeNotPrintable: a character outside ASCII, or nothing.
    """
    if not (code and code.isascii() and code.isprintable()):
        raise CodeNotPrintable(code=code)
    kind = _kind_of(code)
    # An UPC-A is the EAN-13 with a zero in front; scanners give both spellings back.
    data = "0" + code if kind == "ean13" and len(code) == 12 else code
    modules: str = importlib.import_module("barcode").get(kind, data).build()[0]
    return Bars(code, kind, modules.replace("G", "1"))


def _kind_of(code: str) -> str:
    if code.isdigit() and has_check_digit(code):
        return {8: "ean8", 12: "ean13", 13: "ean13"}.get(len(code), "code128")
    return "code128"
